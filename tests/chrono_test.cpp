// From std::chrono and back.
#include "thoihan/chrono.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <limits>

#include "thoihan/civil.hpp"
#include "thoihan/error.hpp"

namespace thoihan {
namespace {

namespace chrono = std::chrono;
using namespace std::chrono_literals;

template <class T>
concept names_a_second = requires(T at) {
    civil_second_of(at);
};
template <class T>
concept names_a_day = requires(T at) {
    civil_day_of(at);
};

// Which clock time a sys_time is, a zone must say; what is finer than a second is not rounded.
static_assert(names_a_second<chrono::local_seconds> && !names_a_second<chrono::sys_seconds>);
static_assert(!names_a_second<chrono::local_time<chrono::milliseconds>>);
static_assert(names_a_day<chrono::sys_days> && !names_a_day<chrono::sys_seconds> &&
              !names_a_day<chrono::local_seconds>);

TEST(chrono, every_day_of_the_years_1_to_9999_and_back) {
    for (civil_day day = day_from({1, 1, 1}); day <= day_from({9999, 12, 31}); ++day) {
        const year_month_day parts = parts_of(day);
        const chrono::year_month_day theirs =
            chrono::year{parts.year} / static_cast<int>(parts.month) / static_cast<int>(parts.day);
        const bool right = sys_days_of(day) == chrono::sys_days{theirs} &&
                           local_days_of(day) == chrono::local_days{theirs} && year_month_day_of(day) == theirs &&
                           *civil_day_of(chrono::sys_days{theirs}) == day &&
                           *civil_day_of(chrono::local_days{theirs}) == day && *civil_day_of(theirs) == day;
        if (!right) FAIL() << day.number;
    }
}

TEST(chrono, instants_and_back) {
    static_assert(*civil_second_of(local_seconds_of(civil_second{-1})) == civil_second{-1});
    const chrono::local_days day{2026y / 8 / 22};
    const civil_second noon = start_of(day_from({2026, 8, 22})) + 43'200;
    EXPECT_EQ(*civil_second_of(day + 12h), noon);
    EXPECT_EQ(*civil_second_of(day), noon - 43'200);  // its 00:00
    EXPECT_EQ(local_seconds_of(noon), day + 12h);
    EXPECT_EQ(*civil_second_of(chrono::local_days{1969y / 12 / 31} + 23h + 59min + 59s), civil_second{-1});
}

TEST(chrono, days_that_do_not_exist) {
    EXPECT_EQ(civil_day_of(2026y / 2 / 30).why(), (failure{errc::date_invalid, 2026'02'30}));
    EXPECT_EQ(civil_day_of(2026y / 13 / 1).why(), (failure{errc::date_invalid, 2026'13'01}));
    EXPECT_EQ(civil_day_of(0y / 1 / 1).why(), (failure{errc::date_invalid, 1'01}));
    EXPECT_EQ(civil_day_of(chrono::year_month_day{}).code(), errc::date_invalid);
    EXPECT_EQ(civil_day_of(chrono::year::min() / 1 / 1).code(), errc::date_invalid);
    EXPECT_EQ(civil_day_of(chrono::year::max() / 12 / 31).code(), errc::date_invalid);
}

TEST(chrono, days_and_instants_outside_the_years_1_to_9999) {
    const std::int64_t first = day_from({1, 1, 1}).number, last = day_from({9999, 12, 31}).number;
    for (const std::int64_t number : {first - 1, last + 1}) {
        EXPECT_EQ(civil_day_of(chrono::sys_days{chrono::days{number}}).why(),
                  (failure{errc::outside_calendar, number}));
        EXPECT_EQ(civil_day_of(chrono::local_days{chrono::days{number}}).why(),
                  (failure{errc::outside_calendar, number}));
    }
    for (const auto day : {chrono::sys_days::min(), chrono::sys_days::max()}) {
        EXPECT_EQ(civil_day_of(day).code(), errc::outside_calendar);
    }
    for (const std::int64_t number :
         {first * seconds_per_day - 1, (last + 1) * seconds_per_day, std::numeric_limits<std::int64_t>::min(),
          std::numeric_limits<std::int64_t>::max()}) {
        EXPECT_EQ(civil_second_of(chrono::local_seconds{chrono::seconds{number}}).why(),
                  (failure{errc::instant_outside, number}));
    }
    EXPECT_TRUE(civil_second_of(chrono::local_seconds{chrono::seconds{first * seconds_per_day}}));
    EXPECT_TRUE(civil_second_of(chrono::local_seconds{chrono::seconds{(last + 1) * seconds_per_day - 1}}));
}

}  // namespace
}  // namespace thoihan
