// Which sessions a day has, if it works.
#include "thoihan/office_hours.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "support/random_subjects.hpp"
#include "thoihan/civil.hpp"
#include "thoihan/error.hpp"
#include "thoihan/sessions.hpp"

namespace thoihan {
namespace {

constexpr civil_day monday = day_from({2026, 6, 1});

sessions read(std::string_view text) { return *parse_sessions(text); }

TEST(office_hours, by_weekday_date_and_day_of_beginning) {
    weekly_sessions week{};
    for (std::size_t day = 0; day < 5; ++day) week[day] = read("07:30-11:30 13:30-17:00");
    week[5] = read("07:30-11:30");  // Saturday morning; Sunday closed
    const auto hours = *office_hours::weekly(week)
                            .joined(office_hours::daily(read("08:00-16:00"), monday + 28))
                            ->with_dates({{monday + 2, read("")}, {monday + 30, read("09:00-10:00")}});
    struct row {
        std::int32_t day;
        weekday as;
        std::string_view expected, why;
    };
    for (const row& one : {
             row{0, weekday::monday, "07:30-11:30 13:30-17:00", "a Monday"},
             {5, weekday::saturday, "07:30-11:30", "a Saturday"},
             {5, weekday::monday, "07:30-11:30 13:30-17:00", "a Saturday that pays for a Monday (A31)"},
             {6, weekday::sunday, "", "a Sunday"},
             {2, weekday::wednesday, "", "a date without hours"},
             {27, weekday::sunday, "", "the last day of the first schedule"},
             {28, weekday::monday, "08:00-16:00", "the first day of the second schedule"},
             {34, weekday::sunday, "08:00-16:00", "the second schedule has a Sunday"},
             {30, weekday::wednesday, "09:00-10:00", "a date goes before a schedule"},
             {-100'000, weekday::monday, "07:30-11:30 13:30-17:00", "the first schedule has no beginning"},
         }) {
        EXPECT_EQ(hours.on(monday + one.day, one.as), read(one.expected)) << one.why;
    }
}

TEST(office_hours, before_the_first_schedule_there_are_none) {
    const auto hours = office_hours::daily(read("08:00-16:00"), monday);
    EXPECT_TRUE(hours.on(monday - 1, weekday::sunday).empty());
    EXPECT_FALSE(hours.on(monday, weekday::monday).empty());
    EXPECT_TRUE(office_hours().on(monday, weekday::monday).empty());
}

TEST(office_hours, nothing_is_said_twice) {
    const auto summer = office_hours::daily(read("07:00-11:00"), monday);
    EXPECT_EQ(summer.joined(summer).why(), (failure{errc::duplicate, monday.number}));
    EXPECT_EQ(summer.with_dates({{monday, read("")}, {monday + 1, read("")}, {monday, read("08:00-09:00")}}).why(),
              (failure{errc::duplicate, monday.number}));
    EXPECT_EQ(summer.with_dates({{monday, read("")}})->with_dates({{monday, read("")}}).code(), errc::duplicate);
    EXPECT_TRUE(summer.joined(office_hours::daily(read("07:30-11:30"), monday + 1)));
}

TEST(office_hours, join_in_any_order) {
    const auto a = office_hours::daily(read("07:00-11:00"));
    const auto b = office_hours::daily(read("08:00-11:00"), monday);
    const auto c = *office_hours::daily(read("09:00-11:00"), monday + 9).with_dates({{monday + 3, read("")}});
    EXPECT_EQ(*a.joined(b)->joined(c), *c.joined(b)->joined(a));
    EXPECT_EQ(*b.joined(c)->joined(a), *a.joined(*b.joined(c)));
    EXPECT_FALSE(*a.joined(b) == *a.joined(c));
}

TEST(office_hours, random_ones_as_said) {
    testing::seeded_choices choices(9);
    for (int round = 0; round < 300; ++round) {
        const auto days = testing::random_swap_calendar(choices, 40);
        const auto hours = testing::random_office(choices, days);
        for (civil_day day = days.plain.first - 2; day <= days.plain.last() + 2; ++day) {
            for (std::int32_t other = 0; other < 7; ++other) {
                ASSERT_EQ(hours.made.on(day, weekday_of(day + other)),
                          testing::sessions_of(hours.on(day, day + other)));
            }
        }
    }
}

}  // namespace
}  // namespace thoihan
