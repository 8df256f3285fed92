// Which weekdays work, and from when.
#include "thoihan/week.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "thoihan/civil.hpp"
#include "thoihan/error.hpp"

namespace thoihan {
namespace {

TEST(week, every_mask_is_read_as_it_is_written) {
    for (unsigned bits = 1; bits < 128; ++bits) {
        std::string text;
        for (unsigned day = 0; day < 7; ++day) text += (bits >> day & 1U) != 0 ? '1' : '0';
        const auto week = parse_week(text);
        ASSERT_TRUE(week) << text;
        EXPECT_EQ(week->bits, bits) << text;
        for (unsigned day = 0; day < 7; ++day) {
            EXPECT_EQ(week->works(static_cast<weekday>(day)), text[day] == '1') << text << ' ' << day;
        }
    }
}

TEST(week, what_is_no_mask) {
    struct row {
        std::string_view text;
        std::int64_t position;
    };
    for (const row& bad : {
             row{"", 0},
             {"111110", 6},    // six days
             {"11111000", 8},  // eight days
             {"1111102", 6},
             {"x111100", 0},
             {"11111 0", 5},
             {"0000000", 0},  // nobody works: no counting ends
         }) {
        EXPECT_EQ(parse_week(bad.text).why(), (failure{errc::week_invalid, bad.position})) << bad.text;
    }
}

TEST(week, the_last_week_that_began_is_in_force) {
    const civil_day october{day_from({1999, 10, 2})};  // the first Saturday off
    const std::array weeks{dated_week{day_from({1995, 1, 1}), *parse_week("1111110")},
                           dated_week{october, *parse_week("1111100")}};
    EXPECT_TRUE(week_on(weeks, october - 7).week.works(weekday::saturday));
    EXPECT_TRUE(week_on(weeks, october - 1).week.works(weekday::saturday));
    EXPECT_FALSE(week_on(weeks, october).week.works(weekday::saturday));
    EXPECT_FALSE(week_on(weeks, october + 10'000).week.works(weekday::saturday));
    EXPECT_TRUE(week_on(weeks, day_from({1990, 1, 1})).week.works(weekday::saturday));  // the first serves before, too
}

}  // namespace
}  // namespace thoihan
