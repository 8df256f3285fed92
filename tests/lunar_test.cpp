// The Vietnamese lunar calendar: against the table on which five outside routes agree, against ICU's
// Chinese calendar (the same astronomy at UTC+8), and by its own laws.
#include "thoihan/lunar.hpp"

#include <gtest/gtest.h>
#include <unicode/ucal.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <limits>
#include <set>
#include <sstream>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "support/external_data.hpp"

namespace thoihan {

namespace {

constexpr std::int32_t china_meridian = 8 * 3600;

/// The months of the lunar years first to last, in order.
std::vector<lunar_month> months_of_years(std::int32_t first, std::int32_t last, std::int32_t east = vietnam_meridian) {
    std::vector<lunar_month> all;
    for (std::int32_t year = first; year <= last; ++year) {
        const auto months = months_of_lunar_year(year, east);
        if (months) all.insert(all.end(), months->begin(), months->end());
    }
    return all;
}

/// The first day of a regular month, at a meridian.
civil_day first_day(std::int32_t year, std::int32_t month, std::int32_t east) {
    for (const lunar_month& one : months_of_years(year, year, east)) {
        if (one.month == month && !one.leap) return one.first;
    }
    return {};
}

civil_day tet(std::int32_t year, std::int32_t east) { return first_day(year, 1, east); }
civil_day hung_kings(std::int32_t year, std::int32_t east) { return first_day(year, 3, east) + 9; }

/// (year, month) of each leap month.
std::set<std::pair<std::int32_t, std::int32_t>> leap_months(const std::vector<lunar_month>& months) {
    std::set<std::pair<std::int32_t, std::int32_t>> leap;
    for (const lunar_month& month : months) {
        if (month.leap) leap.emplace(month.year, month.month);
    }
    return leap;
}

/// A day as text, 2030-02-02.
std::string text(civil_day day) {
    const year_month_day parts = parts_of(day);
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", static_cast<int>(parts.year), static_cast<int>(parts.month),
                  static_cast<int>(parts.day));
    return buffer;
}

TEST(lunar, tet_and_hung_kings_of_1990_to_2060_as_in_the_table) {
    THOIHAN_EXTERNAL_FILE(table, "law/vn_lunar.csv");
    const auto rows = testing::rows_of(table);
    ASSERT_EQ(rows.size(), 71U);
    for (const auto& row : rows) {
        ASSERT_EQ(row.size(), 4U);
        const std::int32_t year = std::stoi(row[0]);
        const civil_day first = day_of_lunar({year, 1, 1, false}).value();
        const civil_day tenth = day_of_lunar({year, 3, 10, false}).value();
        EXPECT_EQ(text(first), row[1]);
        EXPECT_EQ(text(tenth), row[2]);
        EXPECT_EQ(lunar_of(first).value(), (lunar_date{year, 1, 1, false}));
        EXPECT_EQ(lunar_of(tenth).value(), (lunar_date{year, 3, 10, false}));

        // What the table says of China: "no", or which of the two days differs, and China's day.
        std::string difference = "no";
        const auto note = [&](const std::string& what, civil_day here, civil_day there) {
            if (here != there) difference = what + " (CN " + text(there) + ")";
        };
        note("hung_kings", tenth, hung_kings(year, china_meridian));
        note("tet", first, tet(year, china_meridian));
        EXPECT_EQ(difference, row[3]) << year;
    }
}

TEST(lunar, leap_months_of_1990_to_2060_as_listed) {
    THOIHAN_EXTERNAL_FILE(document, "law/HOLIDAYS.md");
    std::ifstream file(document);
    const std::string words{std::istreambuf_iterator<char>(file), {}};
    const std::string heading = "Leap months 1990–2060: ";
    const std::size_t begin = words.find(heading);
    ASSERT_NE(begin, std::string::npos);
    std::istringstream pairs(words.substr(begin + heading.size(), words.find('(', begin) - begin - heading.size()));
    std::set<std::pair<std::int32_t, std::int32_t>> listed;
    for (std::string pair; std::getline(pairs, pair, ',');) {
        int year = 0;
        int month = 0;
        ASSERT_EQ(std::sscanf(pair.c_str(), "%d/%d", &year, &month), 2) << pair;
        listed.emplace(year, month);
    }
    EXPECT_EQ(listed.size(), 26U);
    EXPECT_EQ(leap_months(months_of_years(1990, 2060)), listed);
    EXPECT_EQ(leap_months(months_of_years(1990, 2060, china_meridian)), listed);  // «all equal to China's»
}

TEST(lunar, differences_from_china_1968_to_2060_are_the_known_ones) {
    // HOLIDAYS.md section 7, on which five routes agree: the day here, the day in China.
    struct difference {
        std::int32_t year;
        const char* what;
        const char* here;
        const char* china;
    };
    const std::vector<difference> known{
        {1968, "tet", "1968-01-29", "1968-01-30"},        {1969, "tet", "1969-02-16", "1969-02-17"},
        {1975, "hung_kings", "1975-04-20", "1975-04-21"}, {1985, "tet", "1985-01-21", "1985-02-20"},
        {2007, "tet", "2007-02-17", "2007-02-18"},        {2009, "hung_kings", "2009-04-04", "2009-04-05"},
        {2030, "tet", "2030-02-02", "2030-02-03"},        {2037, "hung_kings", "2037-04-24", "2037-04-25"},
        {2038, "hung_kings", "2038-04-13", "2038-04-14"}, {2053, "tet", "2053-02-18", "2053-02-19"},
    };
    using dates = std::set<std::tuple<std::int32_t, std::string, std::string, std::string>>;
    dates expected;
    for (const difference& one : known) {
        expected.emplace(one.year, one.what, one.here, one.china);
    }
    dates found;
    for (std::int32_t year = 1968; year <= 2060; ++year) {
        const auto compare = [&](const char* what, civil_day here, civil_day china) {
            if (here != china) found.emplace(year, what, text(here), text(china));
        };
        compare("tet", tet(year, vietnam_meridian), tet(year, china_meridian));
        compare("hung_kings", hung_kings(year, vietnam_meridian), hung_kings(year, china_meridian));
    }
    EXPECT_EQ(found, expected);

    // The leap months that differ: 1984-85 and 1987.
    const auto here = leap_months(months_of_years(1968, 2060));
    const auto china = leap_months(months_of_years(1968, 2060, china_meridian));
    decltype(leap_months({})) only_here;
    decltype(leap_months({})) only_china;
    std::set_difference(here.begin(), here.end(), china.begin(), china.end(),
                        std::inserter(only_here, only_here.end()));
    std::set_difference(china.begin(), china.end(), here.begin(), here.end(),
                        std::inserter(only_china, only_china.end()));
    EXPECT_EQ(only_here, (decltype(only_here){{1985, 2}, {1987, 7}}));
    EXPECT_EQ(only_china, (decltype(only_china){{1984, 10}, {1987, 6}}));
}

/// ICU's Chinese calendar: its own astronomy, at UTC+8.
class icu_chinese {
public:
    icu_chinese() {
        UErrorCode status = U_ZERO_ERROR;
        calendar_ = ucal_open(u"GMT", -1, "zh@calendar=chinese", UCAL_TRADITIONAL, &status);
        failed_ = U_FAILURE(status);
    }
    ~icu_chinese() { ucal_close(calendar_); }
    icu_chinese(const icu_chinese&) = delete;
    icu_chinese& operator=(const icu_chinese&) = delete;

    /// (month, day, leap) of a day; (0, 0, false) where ICU fails.
    std::tuple<std::int32_t, std::int32_t, bool> of(civil_day day) const {
        if (failed_) return {};
        UErrorCode status = U_ZERO_ERROR;
        ucal_setMillis(calendar_, (day.number + 0.5) * 86'400'000.0, &status);
        const std::int32_t month = ucal_get(calendar_, UCAL_MONTH, &status) + 1;
        const std::int32_t in_month = ucal_get(calendar_, UCAL_DATE, &status);
        const bool leap = ucal_get(calendar_, UCAL_IS_LEAP_MONTH, &status) != 0;
        if (U_FAILURE(status)) return {};
        return {month, in_month, leap};
    }

private:
    UCalendar* calendar_ = nullptr;
    bool failed_ = false;
};

/// Seconds from a month's start to the nearer of the two things that could move it: the midnight nearest
/// to its new moon, and the principal term nearest to that midnight (of days that start a month).
double seconds_to_doubt(civil_day first, std::int32_t east) {
    const double midnight = astronomy::civil_epoch + first.number - east / 86'400.0;
    const auto lunation =
        static_cast<std::int32_t>(std::lround((midnight + 0.5 - astronomy::new_moon_2000) / astronomy::synodic_month));
    const double new_moon = astronomy::new_moon(lunation);
    const double after = (new_moon - midnight) * 86'400 - astronomy::delta_t(new_moon);
    EXPECT_GE(after, 0);
    EXPECT_LT(after, 86'400);
    const double sun = astronomy::sun_longitude(midnight + astronomy::delta_t(midnight) / 86'400) / 30;
    const double term = std::abs(sun - std::round(sun)) * 30 / 360 * 365.2422 * 86'400;
    return std::min({after, 86'400 - after, term});
}

TEST(lunar, the_same_astronomy_at_utc_8_is_icus_chinese_calendar) {
    // ICU's astronomy is good to about a quarter of an hour (ICU 72: 2027-02-06, 23:56 at UTC+8, is given to the
    // next day), so that it may differ where an instant is that near to midnight, and nowhere else.
    constexpr double icu_error = 20 * 60;
    const icu_chinese icu;
    const auto months = months_of_years(first_lunar_year, last_lunar_year, china_meridian);
    std::size_t differ = 0;
    for (const lunar_month& month : months) {
        const civil_day last = month.first + (month.length - 1);
        const bool same = icu.of(month.first) == std::make_tuple(month.month, 1, month.leap) &&
                          icu.of(last) == std::make_tuple(month.month, month.length, month.leap);
        if (same) continue;
        ++differ;
        const double doubt =
            std::min(seconds_to_doubt(month.first, china_meridian), seconds_to_doubt(last + 1, china_meridian));
        EXPECT_LT(doubt, icu_error) << month.month << '/' << month.year << ", " << text(month.first);
    }
    EXPECT_LE(differ, 11U);  // of 1286
    EXPECT_GT(months.size(), 1280U);
}

TEST(lunar, months_and_years_join) {
    const auto months = months_of_years(first_lunar_year, last_lunar_year);
    ASSERT_GT(months.size(), 12U * (last_lunar_year - first_lunar_year + 1));
    EXPECT_EQ(months.front().first, day_from({1968, 1, 29}));
    for (std::size_t i = 0; i < months.size(); ++i) {
        const lunar_month& month = months[i];
        EXPECT_TRUE(month.length == 29 || month.length == 30) << month.length;
        if (i == 0) continue;
        const lunar_month& before = months[i - 1];
        EXPECT_EQ(month.first, before.first + before.length);
        if (month.leap) {
            EXPECT_EQ(month.month, before.month);
            EXPECT_FALSE(before.leap);
        } else {
            EXPECT_EQ(month.month, before.month % 12 + 1);
        }
        EXPECT_EQ(month.year, before.year + (!month.leap && month.month == 1 ? 1 : 0));
    }
}

TEST(lunar, a_year_has_12_or_13_months_and_at_most_one_leap) {
    for (std::int32_t year = first_lunar_year; year <= last_lunar_year; ++year) {
        const auto months = months_of_years(year, year);
        const auto leap = std::count_if(months.begin(), months.end(), [](const lunar_month& one) { return one.leap; });
        EXPECT_LE(leap, 1) << year;
        EXPECT_EQ(months.size(), 12U + static_cast<std::size_t>(leap)) << year;
        EXPECT_EQ(months.front().month, 1);
        EXPECT_EQ(months.back().month, 12);
        EXPECT_EQ(parts_of(months.front().first).year, year);
    }
}

TEST(lunar, month_11_contains_the_winter_solstice) {
    for (std::int32_t year = first_lunar_year; year <= last_lunar_year; ++year) {
        const civil_day first = first_day(year, 11, vietnam_meridian);
        EXPECT_LE(detail::sun_sector(first, vietnam_meridian), 8) << year;
        for (const lunar_month& month : months_of_years(year, year)) {
            if (month.month != 11 || month.leap) continue;
            EXPECT_GE(detail::sun_sector(month.first + month.length, vietnam_meridian), 9) << year;
        }
    }
}

TEST(lunar, each_day_of_the_range_and_its_lunar_date_are_inverse) {
    const civil_day begin = day_of_lunar({first_lunar_year, 1, 1, false}).value();
    const auto last_year = months_of_years(last_lunar_year, last_lunar_year);
    const civil_day end = last_year.back().first + last_year.back().length;
    lunar_date before{first_lunar_year - 1, 12, 30, false};
    for (civil_day day = begin; day < end; ++day) {
        const auto date = lunar_of(day);
        ASSERT_TRUE(date) << day.number;
        ASSERT_EQ(day_of_lunar(*date).value(), day);
        ASSERT_LT(before, *date);  // dates are ordered as their days are
        before = *date;
    }
}

TEST(lunar, refuses_what_is_outside_the_range) {
    const civil_day begin = day_of_lunar({first_lunar_year, 1, 1, false}).value();
    const auto last_year = months_of_years(last_lunar_year, last_lunar_year);
    const civil_day end = last_year.back().first + last_year.back().length;
    EXPECT_EQ(lunar_of(begin - 1).why(), (failure{errc::year_outside_lunar, first_lunar_year - 1}));
    EXPECT_EQ(lunar_of(end).why(), (failure{errc::year_outside_lunar, last_lunar_year + 1}));
    EXPECT_EQ(parts_of(end).year, last_lunar_year + 1);
    for (const std::int32_t far : {std::numeric_limits<std::int32_t>::min(), -1'000'000, -1000, 40'000, 1'000'000,
                                   std::numeric_limits<std::int32_t>::max()}) {
        EXPECT_EQ(lunar_of({far}).code(), errc::year_outside_lunar) << far;
    }
    for (const std::int32_t year : {std::numeric_limits<std::int32_t>::min(), 0, first_lunar_year - 1,
                                    last_lunar_year + 1, std::numeric_limits<std::int32_t>::max()}) {
        const failure expected{errc::year_outside_lunar, year};
        EXPECT_EQ(months_of_lunar_year(year).why(), expected);
        EXPECT_EQ(day_of_lunar({year, 1, 1, false}).why(), expected);
    }
}

TEST(lunar, refuses_dates_that_the_year_has_not) {
    // 2026 has no leap month; month 1 of 2026 has 30 days, month 12 has 29 (its last day is 5 February 2027).
    EXPECT_EQ(day_of_lunar({2026, 1, 30, false}).value(), day_from({2026, 3, 18}));
    EXPECT_EQ(day_of_lunar({2026, 12, 29, false}).value(), day_from({2027, 2, 5}));
    for (const lunar_date bad :
         {lunar_date{2026, 12, 30, false}, lunar_date{2026, 1, 31, false}, lunar_date{2026, 1, 0, false},
          lunar_date{2026, 0, 1, false}, lunar_date{2026, 13, 1, false}, lunar_date{2026, 6, 1, true},
          lunar_date{2025, 5, 1, true}}) {
        const failure expected{errc::date_invalid, std::int64_t{bad.year} * 10'000 + bad.month * 100 + bad.day};
        EXPECT_EQ(day_of_lunar(bad).why(), expected);
    }
    EXPECT_EQ(day_of_lunar({2025, 6, 1, true}).value(), day_from({2025, 7, 25}));  // 2025 has a leap month 6
}

TEST(lunar, astronomy_agrees_with_worked_examples) {
    // Meeus, Astronomical Algorithms, example 49.a: the new moon of February 1977, JDE 2443192.65118.
    EXPECT_NEAR(astronomy::new_moon(-283), 2'443'192.65118, 0.00001);
    // Example 25.b: 13 October 1992, 0h TD; 199° 54' 21.56" by the complete VSOP87.
    EXPECT_NEAR(astronomy::sun_longitude(2'448'908.5), 199 + 54 / 60.0 + 21.56 / 3600, 2.5 / 3600);
    // The March equinox of 2000: 20 March, 7:35 UT (Astronomical Almanac); the sun covers 2.5" in 60 s.
    const double equinox = 2'451'623.5 + (7 * 60 + 35) / 1440.0 + 64 / 86'400.0;
    EXPECT_LT(astronomy::sun_longitude(equinox + 120 / 86'400.0), 1);
    EXPECT_GT(astronomy::sun_longitude(equinox - 120 / 86'400.0), 359);
    // TT - UTC where leap seconds tell it: 32.184 s + TAI - UTC. The polynomials follow UT1, within 1 s of UTC;
    // from about 2010 on they run ahead of it.
    EXPECT_NEAR(astronomy::delta_t(2'441'500.5), 42.2, 1);  // 1 July 1972
    EXPECT_NEAR(astronomy::delta_t(2'447'892.5), 57.2, 1);  // 1 January 1990
    EXPECT_NEAR(astronomy::delta_t(2'451'544.5), 64.2, 1);  // 1 January 2000
    EXPECT_NEAR(astronomy::delta_t(2'457'754.5), 69.2, 2);  // 1 January 2017
    // The pieces join.
    for (const double year : {1986.0, 2005.0, 2050.0}) {
        const double at = astronomy::j2000 + (year - 2000) * 365.25;
        EXPECT_NEAR(astronomy::delta_t(at - 0.01), astronomy::delta_t(at + 0.01), 0.3) << year;
    }
}

TEST(lunar, no_month_moves_where_the_astronomy_errs_or_the_earth_turns_otherwise) {
    // Moving the meridian by s seconds moves every instant by s seconds. 20 s: lunar.hpp's new moons are wrong by
    // at most 18. 120 s later: the Earth gains so much on the polynomials for TT - UT that no more leap seconds, ever,
    // are well within. Earlier, the nearest midnight is 22 s off (8 May 2054); docs/law/lunar-proof.md has the rest.
    const auto months = months_of_years(first_lunar_year, last_lunar_year);
    for (const std::int32_t moved : {-20, 20, 70, 120}) {
        EXPECT_EQ(months_of_years(first_lunar_year, last_lunar_year, vietnam_meridian + moved), months) << moved;
    }
    // The test can fail: half an hour moves some.
    EXPECT_NE(months_of_years(first_lunar_year, last_lunar_year, vietnam_meridian + 1800), months);
}

}  // namespace
}  // namespace thoihan
