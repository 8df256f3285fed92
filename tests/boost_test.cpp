// Boost.Date_Time at the door: conversions, what is refused, and its generators against the holidays' own arithmetic.
#include "thoihan/boost.hpp"

#include <gtest/gtest.h>

#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <boost/date_time/posix_time/posix_time_types.hpp>

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "support/draw.hpp"
#include "thoihan/amount.hpp"
#include "thoihan/calendar.hpp"
#include "thoihan/civil.hpp"
#include "thoihan/error.hpp"
#include "thoihan/holiday_facts.hpp"
#include "thoihan/holidays.hpp"
#include "thoihan/office_hours.hpp"
#include "thoihan/sessions.hpp"
#include "thoihan/working_clock.hpp"

namespace thoihan {
namespace {

using boost::gregorian::date;
using boost::gregorian::date_period;
using boost::posix_time::ptime;
using boost::posix_time::time_duration;
using boost::posix_time::time_period;
namespace special = boost::date_time;

date boost_day(std::int32_t year, std::int32_t month, std::int32_t day) {
    return {static_cast<unsigned short>(year), static_cast<unsigned short>(month), static_cast<unsigned short>(day)};
}

TEST(boost, every_day_that_boost_has_and_back) {
    date theirs = boost_day(1400, 1, 1);
    for (civil_day ours = day_from({1400, 1, 1}); ours <= day_from({9999, 12, 31}); ++ours) {
        if (*civil_day_of(theirs) != ours || *boost_date_of(ours) != theirs) FAIL() << ours.number;
        theirs += boost::gregorian::days(1);
    }
    for (const year_month_day parts : {year_month_day{1970, 1, 1}, {2024, 2, 29}, {1400, 1, 1}, {9999, 12, 31}}) {
        EXPECT_EQ(*boost_date_of(day_from(parts)), boost_day(parts.year, parts.month, parts.day));
    }
}

TEST(boost, days_that_boost_does_not_have) {
    for (const civil_day day :
         {day_from({1399, 12, 31}), day_from({1, 1, 1}), day_from({10'000, 1, 1}),
          civil_day{std::numeric_limits<std::int32_t>::min()}, civil_day{std::numeric_limits<std::int32_t>::max()}}) {
        EXPECT_EQ(boost_date_of(day).why(), (failure{errc::outside_calendar, day.number}));
    }
    const civil_second end = start_of(day_from({10'000, 1, 1})), begin = start_of(day_from({1400, 1, 1}));
    for (const civil_second at : {begin - 1, end, civil_second{std::numeric_limits<std::int64_t>::min()},
                                  civil_second{std::numeric_limits<std::int64_t>::max()}}) {
        EXPECT_EQ(ptime_of(at).why(), (failure{errc::instant_outside, at.number}));
    }
    EXPECT_EQ(*civil_second_of(*ptime_of(begin)), begin);
    EXPECT_EQ(*civil_second_of(*ptime_of(end - 1)), end - 1);
}

TEST(boost, instants_and_back) {
    const date day = boost_day(2026, 8, 22);
    for (std::int32_t time = 0; time < seconds_per_day; time += 7) {
        const ptime theirs(day, boost::posix_time::seconds(time));
        const civil_second ours = start_of(day_from({2026, 8, 22})) + time;
        ASSERT_EQ(*civil_second_of(theirs), ours);
        ASSERT_EQ(*ptime_of(ours), theirs);
    }
    const civil_second before_1970{-1};
    EXPECT_EQ(*ptime_of(before_1970), ptime(boost_day(1969, 12, 31), time_duration(23, 59, 59)));
    EXPECT_EQ(*civil_second_of(*ptime_of(before_1970)), before_1970);
}

TEST(boost, special_values_are_no_times) {
    for (const auto value : {special::not_a_date_time, special::neg_infin, special::pos_infin}) {
        EXPECT_EQ(civil_day_of(date(value)).code(), errc::special_value);
        EXPECT_EQ(civil_second_of(ptime(value)).code(), errc::special_value);
        EXPECT_EQ(wall_seconds_of(time_duration(value)).code(), errc::special_value);
        EXPECT_EQ(civil_days_of(boost::gregorian::days(value)).code(), errc::special_value);
        EXPECT_EQ(civil_weeks_of(boost::gregorian::weeks(value)).code(), errc::special_value);
        EXPECT_EQ(civil_months_of(boost::gregorian::months(value)).code(), errc::special_value);
        EXPECT_EQ(civil_years_of(boost::gregorian::years(value)).code(), errc::special_value);
    }
    EXPECT_EQ(civil_day_of(date()).code(), errc::special_value);
    EXPECT_EQ(civil_second_of(ptime()).code(), errc::special_value);
}

TEST(boost, fractions_of_a_second_are_refused) {
    const date day = boost_day(2026, 8, 22);
    EXPECT_EQ(civil_second_of(ptime(day, boost::posix_time::microseconds(1))).why(),
              (failure{errc::fraction_of_second, 1}));
    EXPECT_EQ(civil_second_of(ptime(day, boost::posix_time::milliseconds(1500))).why(),
              (failure{errc::fraction_of_second, 500'000}));
    EXPECT_EQ(wall_seconds_of(boost::posix_time::milliseconds(-250)).why(),
              (failure{errc::fraction_of_second, -250'000}));
    EXPECT_EQ(*wall_seconds_of(boost::posix_time::milliseconds(-2000)), wall_seconds{-2});
}

TEST(boost, lengths_of_time) {
    EXPECT_EQ(*civil_days_of(boost::gregorian::days(-3)), civil_days{-3});
    EXPECT_EQ(*civil_weeks_of(boost::gregorian::weeks(2)), civil_weeks{2});
    EXPECT_EQ(*civil_months_of(boost::gregorian::months(-14)), civil_months{-14});
    EXPECT_EQ(*civil_years_of(boost::gregorian::years(3)), civil_years{3});
    EXPECT_EQ(*wall_seconds_of(boost::posix_time::hours(30)), wall_hours(30));
    EXPECT_EQ(*wall_seconds_of(time_duration(-1, -30, 0)), wall_minutes(-90));
}

TEST(boost, questions_about_days) {
    const date monday = *boost_date_of(testing::drawn_monday);
    const calendar days = testing::drawn("BBBBBnn|BBnBBnn");
    const auto at = [&](long n) { return monday + boost::gregorian::days(n); };
    for (std::int32_t i = 0; i < 14; ++i) {
        const civil_day day = testing::drawn_monday + i;
        const day_table table = days.days();
        EXPECT_EQ(*is_working(days, at(i)), *table.is_working(day));
        for (std::int32_t j = 0; j < 14; ++j) {
            EXPECT_EQ(count(days, at(i), at(j))->count, table.count(day, testing::drawn_monday + j)->count);
            // A period counts both its first day and its last; one that is null has none.
            const std::int64_t both = i > j ? 0 : table.count(day - 1, testing::drawn_monday + j)->count;
            EXPECT_EQ(count(days, date_period(at(i), at(j + 1)))->count, both) << i << ' ' << j;
        }
        for (const auto convention : {roll_convention::following, roll_convention::preceding,
                                      roll_convention::modified_following, roll_convention::modified_preceding}) {
            const auto ours = table.roll(day, convention);
            const auto theirs = roll(days, at(i), convention);
            ASSERT_EQ(theirs.why(), ours.why());
            if (ours) {
                EXPECT_EQ(*theirs, *boost_date_of(*ours));
            }
        }
    }
    EXPECT_EQ(*advance(days, at(4), working_days{1}), at(7));
    EXPECT_EQ(*advance(days, at(10), working_days{-2}), at(7));
    EXPECT_EQ(*next_working(days, at(8)), at(10));
    EXPECT_EQ(*previous_working(days, at(13)), at(11));
    EXPECT_EQ(advance(days, at(0), working_days{9}).why(),
              (failure{errc::beyond_calendar, testing::drawn_monday.number, 9}));
    EXPECT_EQ(is_working(days, at(14)).code(), errc::outside_calendar);
    EXPECT_EQ(advance(days, date(special::pos_infin), working_days{1}).code(), errc::special_value);
    EXPECT_EQ(roll(days, date(), roll_convention::following).code(), errc::special_value);
    EXPECT_EQ(count(days, at(0), date()).code(), errc::special_value);
    EXPECT_EQ(count(days, date(), at(0)).code(), errc::special_value);
    EXPECT_EQ(count(days, date_period(at(0), date(special::pos_infin))).code(), errc::special_value);
}

TEST(boost, questions_of_the_clock) {
    const date monday = *boost_date_of(testing::drawn_monday);
    const working_clock clock(testing::drawn("BBBBBnn"),
                              office_hours::daily(*parse_sessions("07:00-11:30 13:30-17:00")));
    const auto at = [&](int day, int hour, int minute) {
        return ptime(monday + boost::gregorian::days(day), time_duration(hour, minute, 0));
    };
    EXPECT_TRUE(*is_open(clock, at(0, 7, 0)));
    EXPECT_FALSE(*is_open(clock, at(0, 11, 30)));
    EXPECT_EQ(*elapsed(clock, at(0, 11, 0), at(1, 8, 0)), working_seconds{5 * 3600});
    EXPECT_EQ(*elapsed(clock, at(1, 8, 0), at(0, 11, 0)), working_seconds{-5 * 3600});
    EXPECT_EQ(*elapsed(clock, time_period(at(0, 11, 0), at(1, 8, 0))), working_seconds{5 * 3600});
    EXPECT_EQ(*elapsed(clock, time_period(at(1, 8, 0), at(0, 11, 0))), working_seconds{0});  // a null period
    EXPECT_EQ(*advance(clock, at(0, 7, 0), working_hours(8)), at(0, 17, 0));
    EXPECT_EQ(*latest(clock, at(0, 7, 0), working_hours(8)), at(1, 7, 0));
    EXPECT_EQ(*next_open(clock, at(0, 12, 0)), at(0, 13, 30));
    EXPECT_EQ(next_open(clock, at(5, 0, 0)).code(), errc::never_opens);
    EXPECT_EQ(advance(clock, at(0, 7, 0), working_hours(41)).code(), errc::beyond_clock);
    EXPECT_EQ(is_open(clock, ptime()).code(), errc::special_value);
    EXPECT_EQ(elapsed(clock, at(0, 7, 0), ptime(special::pos_infin)).code(), errc::special_value);
    EXPECT_EQ(advance(clock, at(0, 7, 0) + boost::posix_time::milliseconds(1), working_hours(1)).why(),
              (failure{errc::fraction_of_second, 1000}));
    EXPECT_EQ(latest(clock, ptime(), working_hours(1)).code(), errc::special_value);
}

// holidays.hpp finds the n-th weekday of a month with two lines of arithmetic; Boost has generators for it.

result<anchor_days> anchors_of(const anchor& when, std::int32_t first_year, std::int32_t last_year) {
    std::array<holiday_rule, 1> rules{};
    rules[0].when = when;
    holiday_facts facts;
    facts.first = day_from({first_year, 1, 1});
    facts.last = day_from({last_year, 12, 31});
    facts.holidays = rules;
    return anchor_days::of(facts);
}

TEST(boost, weekdays_of_months_as_boost_has_them) {
    using boost::gregorian::last_day_of_the_week_in_month;
    using boost::gregorian::nth_day_of_the_week_in_month;
    for (std::int8_t month = 1; month <= 12; ++month) {
        for (std::uint8_t on = 0; on < 7; ++on) {
            // Boost's weeks begin on Sunday.
            const boost::gregorian::greg_weekday theirs(static_cast<unsigned short>((on + 1) % 7));
            const boost::gregorian::greg_month in(static_cast<unsigned short>(month));
            for (std::int8_t nth = 1; nth <= 4; ++nth) {
                const auto ours =
                    anchors_of({anchor_kind::nth_weekday, month, nth, static_cast<weekday>(on)}, 1999, 2060);
                ASSERT_TRUE(ours);
                const auto week = static_cast<nth_day_of_the_week_in_month::week_num>(nth);
                for (std::int32_t year = 1999; year <= 2060; ++year) {
                    ASSERT_EQ(ours->at(0, year), *civil_day_of(nth_day_of_the_week_in_month(week, theirs, in)
                                                                   .get_date(static_cast<unsigned short>(year))));
                }
            }
            const auto ours = anchors_of({anchor_kind::last_weekday, month, 1, static_cast<weekday>(on)}, 1999, 2060);
            ASSERT_TRUE(ours);
            for (std::int32_t year = 1999; year <= 2060; ++year) {
                ASSERT_EQ(ours->at(0, year),
                          *civil_day_of(
                              last_day_of_the_week_in_month(theirs, in).get_date(static_cast<unsigned short>(year))));
            }
        }
    }
}

TEST(boost, a_fifth_weekday_that_a_month_does_not_have_is_no_day) {
    // Boost gives the fourth then; a statute that says "the fifth" does not mean that.
    using fifth = boost::gregorian::nth_day_of_the_week_in_month;
    for (std::int32_t year = 1999; year <= 2060; ++year) {
        const auto sundays = [](std::int32_t in) {
            const date day = fifth(fifth::fifth, boost::gregorian::greg_weekday(0), boost::gregorian::greg_month(5))
                                 .get_date(static_cast<unsigned short>(in));
            return day.day() >= 29;
        };
        // A calendar of one year looks at the years beside it too.
        const bool exist = sundays(year - 1) && sundays(year) && sundays(year + 1);
        const auto ours = anchors_of({anchor_kind::nth_weekday, 5, 5, weekday::sunday}, year, year);
        ASSERT_EQ(ours.has_value(), exist) << year;
        if (!exist) {
            ASSERT_EQ(ours.code(), errc::date_invalid);
        }
    }
}

}  // namespace
}  // namespace thoihan
