// Zones: civil time, UTC and the clock changes between them.
#include "thoihan/zone.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string_view>

#include "thoihan/civil_text.hpp"
#include "thoihan/zone_icu.hpp"

namespace thoihan {
namespace {

civil_second at(std::string_view text) { return *parse_second(text); }

TEST(zone_icu, knows_names_of_the_tz_database_alone) {
    EXPECT_TRUE(zone_from_icu("Asia/Ho_Chi_Minh"));
    EXPECT_TRUE(zone_from_icu("UTC"));
    for (const std::string_view name : {"", "Nowhere/Here", "GMT+7", "+07:00"}) {
        EXPECT_EQ(zone_from_icu(name).code(), errc::zone_unknown) << name;
    }
    EXPECT_FALSE(zone_from_icu("UTC")->version().empty());
}

TEST(zone_icu, new_york_changes_its_clocks) {
    const zone_table zone = *zone_from_icu("America/New_York");
    EXPECT_FALSE(zone.is_fixed());
    // 8 March 2015 02:00 becomes 03:00; 1 November 2015 02:00 becomes 01:00.
    EXPECT_EQ(zone.utc_of(at("2015-01-01T00:00:00"))->number, at("2015-01-01T05:00:00").number);
    EXPECT_EQ(zone.utc_of(at("2015-07-01T00:00:00"))->number, at("2015-07-01T04:00:00").number);
    EXPECT_EQ(zone.utc_of(at("2015-03-08T02:30:00")).code(), errc::instant_in_gap);
    EXPECT_EQ(zone.utc_of(at("2015-03-08T01:59:59"))->number + 1, zone.utc_of(at("2015-03-08T03:00:00"))->number);
    EXPECT_EQ(zone.utc_of(at("2015-11-01T01:30:00"))->number, at("2015-11-01T05:30:00").number)
        << "the first of the two";
    // 24 elapsed hours are not a day there.
    EXPECT_EQ(text_of(*zone.after(at("2015-03-07T12:00:00"), 86'400)).view(), "2015-03-08T13:00:00");
    EXPECT_EQ(text_of(*zone.after(at("2015-10-31T12:00:00"), 86'400)).view(), "2015-11-01T11:00:00");
}

TEST(zone_icu, there_and_back_at_every_hour_of_two_years) {
    for (const std::string_view name : {"America/New_York", "Asia/Ho_Chi_Minh", "Australia/Lord_Howe"}) {
        const zone_table zone = *zone_from_icu(name);
        for (civil_second civil = at("2015-01-01T00:00:00"); civil < at("2017-01-01T00:00:00"); civil = civil + 1800) {
            const auto utc = zone.utc_of(civil);
            if (utc) {
                ASSERT_EQ(zone.civil_of(*utc), civil) << name << " " << text_of(civil).view();
            }
        }
    }
}

TEST(zone, viet_nam_is_fixed) {
    const zone_table zone;
    EXPECT_TRUE(zone.is_fixed());
    EXPECT_EQ(*zone.after(at("2026-08-21T18:00:00"), 86'400), at("2026-08-22T18:00:00"));
}

}  // namespace
}  // namespace thoihan
