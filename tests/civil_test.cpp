// Civil time against std::chrono, which shares nothing with it but the calendar of 1582.
#include "thoihan/civil.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>

namespace thoihan {
namespace {

/// The number of a day as std::chrono counts it.
std::int32_t chrono_number(std::chrono::year_month_day parts) {
    return static_cast<std::int32_t>(std::chrono::sys_days{parts}.time_since_epoch().count());
}

std::chrono::year_month_day chrono_parts(std::int32_t year, std::int32_t month, std::int32_t day) {
    return std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day);
}

TEST(civil, every_day_of_the_years_1_to_9999_as_chrono_has_it) {
    civil_day expected = day_from({first_civil_year, 1, 1});
    for (std::int32_t year = first_civil_year; year <= last_civil_year; ++year) {
        for (std::int32_t month = 1; month <= 12; ++month) {
            for (std::int32_t day = 1; day <= days_in_month(year, month); ++day, ++expected) {
                const year_month_day parts{year, month, day};
                const auto theirs = chrono_parts(year, month, day);
                ASSERT_TRUE(theirs.ok());
                ASSERT_EQ(day_from(parts), expected);
                ASSERT_EQ(parts_of(expected), parts);
                ASSERT_EQ(expected.number, chrono_number(theirs));
                ASSERT_EQ(static_cast<unsigned>(weekday_of(expected)) + 1,
                          std::chrono::weekday{std::chrono::sys_days{theirs}}.iso_encoding());
            }
        }
    }
    EXPECT_EQ(expected, day_from({last_civil_year + 1, 1, 1}));
}

TEST(civil, make_day_accepts_what_chrono_accepts_and_nothing_else) {
    for (const std::int32_t year : {1, 4, 1900, 1999, 2000, 2023, 2024, 2100, 9999}) {
        for (std::int32_t month = -1; month <= 14; ++month) {
            for (std::int32_t day = -1; day <= 33; ++day) {
                const bool exists = month >= 1 && day >= 1 && chrono_parts(year, month, day).ok();
                const result<civil_day> made = make_day(year, month, day);
                ASSERT_EQ(made.has_value(), exists) << year << '-' << month << '-' << day;
                if (exists) {
                    ASSERT_EQ(made->number, chrono_number(chrono_parts(year, month, day)));
                } else {
                    ASSERT_EQ(made.why(),
                              (failure{errc::date_invalid, std::int64_t{year} * 10'000 + month * 100 + day}));
                }
            }
        }
    }
}

TEST(civil, make_day_refuses_years_outside_1_to_9999) {
    EXPECT_EQ(make_day(0, 12, 31).why(), (failure{errc::date_invalid, 1231}));
    EXPECT_EQ(make_day(10'000, 1, 1).why(), (failure{errc::date_invalid, 100'000'101}));
    EXPECT_TRUE(make_day(1, 1, 1));
    EXPECT_TRUE(make_day(9999, 12, 31));
}

TEST(civil, known_days) {
    EXPECT_EQ(day_from({1970, 1, 1}).number, 0);
    EXPECT_EQ(weekday_of(day_from({1945, 9, 2})), weekday::sunday);     // the Declaration of Independence
    EXPECT_EQ(weekday_of(day_from({1999, 10, 2})), weekday::saturday);  // the first Saturday off
    EXPECT_EQ(weekday_of(day_from({2000, 2, 29})), weekday::tuesday);
}

struct clock_case {
    std::int32_t hour, minute, second;
    bool exists;
};

TEST(civil, clock_times_are_0_0_0_to_23_59_59) {
    const civil_day day = day_from({2026, 8, 22});
    for (const clock_case& row : {
             clock_case{0, 0, 0, true},
             {23, 59, 59, true},
             {24, 0, 0, false},    // the next day's 00:00
             {25, 61, 61, false},  // which some parsers take
             {12, 60, 0, false},
             {12, 0, 60, false},  // a civil day has no leap second
             {-1, 0, 0, false},
             {0, -1, 0, false},
             {0, 0, -1, false},
         }) {
        const result<civil_second> made = make_second(day, row.hour, row.minute, row.second);
        ASSERT_EQ(made.has_value(), row.exists) << row.hour << ':' << row.minute << ':' << row.second;
        if (row.exists) {
            EXPECT_EQ(day_of(*made), day);
            EXPECT_EQ(clock_time(*made), row.hour * 3600 + row.minute * 60 + row.second);
        } else {
            EXPECT_EQ(made.why(), (failure{errc::time_invalid, row.hour * 10'000 + row.minute * 100 + row.second}));
        }
    }
}

TEST(civil, an_instant_is_its_day_and_its_clock_time) {
    for (const std::int64_t number : {-172'800LL, -86'401LL, -86'400LL, -1LL, 0LL, 1LL, 86'399LL, 86'400LL}) {
        const civil_second at{number};
        EXPECT_EQ(start_of(day_of(at)) + clock_time(at), at) << number;
        EXPECT_GE(clock_time(at), 0) << number;
        EXPECT_LT(clock_time(at), seconds_per_day) << number;
    }
    EXPECT_EQ(day_of({-1}).number, -1);
    EXPECT_EQ(clock_time({-1}), 86'399);
}

TEST(result, carries_a_value_or_the_reason_why_there_is_none) {
    const result<civil_day> good = civil_day{7};
    EXPECT_TRUE(good);
    EXPECT_EQ(good.value().number, 7);
    EXPECT_EQ(good.why(), failure{});
    EXPECT_EQ(good.code(), errc::ok);

    const result<civil_day> bad{errc::outside_calendar, 3, 4};
    EXPECT_FALSE(bad);
    EXPECT_EQ(bad.why(), (failure{errc::outside_calendar, 3, 4}));
    EXPECT_EQ(bad.code(), errc::outside_calendar);

    static_assert(make_day(2024, 2, 29).has_value() && !make_day(2023, 2, 29).has_value());
    static_assert(noexcept(make_day(1, 1, 1)));
}

}  // namespace
}  // namespace thoihan
