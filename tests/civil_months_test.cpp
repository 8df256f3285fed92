// Months and years, against the text of BLDS 148.3 and against themselves over 2000-2099.
#include "thoihan/civil_months.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>

#include "thoihan/civil_text.hpp"

namespace thoihan {
namespace {

civil_day day(const char* text) { return *parse_day(text); }

TEST(civil_months, the_corresponding_day_or_the_months_last) {
    struct row {
        const char* from;
        std::int64_t months;
        const char* to;
        const char* why;
    };
    for (const row& one : {
             row{"2026-03-15", 1, "2026-04-15", "the corresponding day"},
             row{"2026-01-31", 1, "2026-02-28", "February has no 31st"},
             row{"2024-01-31", 1, "2024-02-29", "in a leap year it has a 29th"},
             row{"2026-02-28", 1, "2026-03-28", "the end of a month is no day of its own"},
             row{"2026-12-31", 2, "2027-02-28", "over the year's end"},
             row{"2026-03-31", -1, "2026-02-28", "backwards"},
             row{"2026-01-15", -1, "2025-12-15", "backwards over the year's end"},
             row{"2026-01-15", -13, "2024-12-15", "more than a year back"},
             row{"2026-05-31", 0, "2026-05-31", "none"},
             row{"0001-12-31", -11, "0001-01-31", "the first year"},
             row{"9999-01-31", 11, "9999-12-31", "the last year"},
         }) {
        const auto reached = add_months(day(one.from), civil_months{one.months});
        ASSERT_TRUE(reached) << one.why;
        EXPECT_EQ(text_of(*reached).view(), one.to) << one.why;
    }
}

TEST(civil_months, a_29_february_has_its_year_on_the_28th) {
    EXPECT_EQ(*add_years(day("2024-02-29"), civil_years{1}), day("2025-02-28"));
    EXPECT_EQ(*add_years(day("2024-02-29"), civil_years{4}), day("2028-02-29"));
    EXPECT_EQ(*add_years(day("2024-02-29"), civil_years{-24}), day("2000-02-29"));
}

TEST(civil_months, outside_the_years_is_refused_with_the_day_that_it_would_be) {
    EXPECT_EQ(add_months(day("9999-12-01"), civil_months{1}).why(), (failure{errc::date_invalid, 100'000'101}));
    EXPECT_EQ(add_months(day("0001-01-01"), civil_months{-1}).code(), errc::date_invalid);
    for (const std::int64_t n : {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
        EXPECT_EQ(add_months(day("2026-01-01"), civil_months{n}).code(), errc::date_invalid);
        EXPECT_EQ(add_years(day("2026-01-01"), civil_years{n}).code(), errc::date_invalid);
    }
}

TEST(civil_months, every_day_of_a_century_keeps_its_day_where_the_month_has_it) {
    for (civil_day from = day("2000-01-01"); from <= day("2099-12-31"); ++from) {
        const year_month_day was = parts_of(from);
        for (std::int32_t n = -30; n <= 30; ++n) {
            const year_month_day is = parts_of(*add_months(from, civil_months{n}));
            ASSERT_EQ(is.year * 12 + is.month, was.year * 12 + was.month + n);
            ASSERT_EQ(is.day, was.day <= days_in_month(is.year, is.month) ? was.day : days_in_month(is.year, is.month));
        }
    }
}

}  // namespace
}  // namespace thoihan
