// ISO 8601 text of days, clock times and instants: what is read, what is refused and where, and back again.
#include "thoihan/civil_text.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "thoihan/civil.hpp"
#include "thoihan/error.hpp"

namespace thoihan {
namespace {

using namespace std::string_view_literals;

struct bad_text {
    std::string_view text;
    failure why;
};

TEST(civil_text, days) {
    EXPECT_EQ(*parse_day("2026-02-28"), day_from({2026, 2, 28}));
    EXPECT_EQ(*parse_day("2024-02-29"), day_from({2024, 2, 29}));
    EXPECT_EQ(*parse_day("0001-01-01"), day_from({1, 1, 1}));
    EXPECT_EQ(*parse_day("9999-12-31"), day_from({9999, 12, 31}));
    for (const bad_text& row : {
             bad_text{"", {errc::syntax, 0}},
             {"202-01-01", {errc::syntax, 0}},      // three digits of a year
             {"+202-01-01", {errc::syntax, 0}},     // a sign is no digit
             {"2026", {errc::syntax, 4}},           // a year alone
             {"2026/01/01", {errc::syntax, 4}},     // another divider
             {"2026-1-01", {errc::syntax, 4}},      // one digit of a month
             {"2026-01", {errc::syntax, 7}},        // a month alone
             {"2026-01-1", {errc::syntax, 7}},      // one digit of a day
             {"2026-01-01 ", {errc::syntax, 10}},   // something after it
             {"2026-01-0\0"sv, {errc::syntax, 7}},  // a NUL inside
             {"２026-01-01", {errc::syntax, 0}},    // a full-width digit
             {"15/03/2022", {errc::syntax, 0}},     // what people type is read elsewhere
             {"2026-02-30", {errc::date_invalid, 2026'02'30}},
             {"2023-02-29", {errc::date_invalid, 2023'02'29}},
             {"2026-13-01", {errc::date_invalid, 2026'13'01}},
             {"2026-00-10", {errc::date_invalid, 2026'00'10}},
             {"2026-01-00", {errc::date_invalid, 2026'01'00}},
             {"0000-01-01", {errc::date_invalid, 1'01}},  // there is no year 0
         }) {
        EXPECT_EQ(parse_day(row.text).why(), row.why) << row.text;
    }
}

TEST(civil_text, clock_times) {
    EXPECT_EQ(*parse_clock_time("00:00"), 0);
    EXPECT_EQ(*parse_clock_time("07:30"), 27'000);
    EXPECT_EQ(*parse_clock_time("23:59:59"), 86'399);
    EXPECT_EQ(*parse_clock_time("24:00"), 86'400);
    EXPECT_EQ(*parse_clock_time("24:00:00"), 86'400);
    for (const bad_text& row : {
             bad_text{"", {errc::syntax, 0}},
             {"7:30", {errc::syntax, 0}},
             {"07", {errc::syntax, 2}},
             {"0730", {errc::syntax, 2}},
             {"07h30", {errc::syntax, 2}},
             {"07:3", {errc::syntax, 2}},
             {"07:30:", {errc::syntax, 5}},
             {"07:30:0", {errc::syntax, 5}},
             {"07:30 00", {errc::syntax, 5}},
             {"07:30:00.5", {errc::syntax, 5}},          // no fractions
             {"07:30Z", {errc::syntax, 5}},              // civil time has no zone
             {"24:01", {errc::time_invalid, 24'01'00}},  // only 24:00 itself is the end of the day
             {"24:00:01", {errc::time_invalid, 24'00'01}},
             {"25:61:61", {errc::time_invalid, 25'61'61}},
             {"12:60", {errc::time_invalid, 12'60'00}},
             {"23:59:60", {errc::time_invalid, 23'59'60}},  // a civil day has no leap second
         }) {
        EXPECT_EQ(parse_clock_time(row.text).why(), row.why) << row.text;
    }
}

TEST(civil_text, instants) {
    const civil_second noon = start_of(day_from({2026, 8, 22})) + 43'200;
    EXPECT_EQ(*parse_second("2026-08-22T12:00"), noon);
    EXPECT_EQ(*parse_second("2026-08-22 12:00:00"), noon);
    EXPECT_EQ(*parse_second("2026-08-22T12:00:01"), noon + 1);
    EXPECT_EQ(*parse_second("2026-08-22"), noon - 43'200);
    for (const bad_text& row : {
             bad_text{"", {errc::syntax, 0}},
             {"2026-08-22T", {errc::syntax, 11}},
             {"2026-08-22t12:00", {errc::syntax, 10}},
             {"2026-08-22  12:00", {errc::syntax, 11}},
             {"2026-08-22T12", {errc::syntax, 13}},
             {"2026-08-22T12:00+07:00", {errc::syntax, 16}},        // a zone is read elsewhere
             {"2026-08-22T24:00", {errc::time_invalid, 24'00'00}},  // an instant is written as the next day's 00:00
             {"2026-08-22T25:61:61", {errc::time_invalid, 25'61'61}},
             {"2026-02-30T12:00", {errc::date_invalid, 2026'02'30}},
         }) {
        EXPECT_EQ(parse_second(row.text).why(), row.why) << row.text;
    }
}

TEST(civil_text, every_day_of_the_years_1_to_9999_and_back) {
    for (civil_day day = day_from({1, 1, 1}); day <= day_from({9999, 12, 31}); ++day) {
        if (const auto back = parse_day(text_of(day)); !back || *back != day) FAIL() << text_of(day).view();
    }
}

TEST(civil_text, every_second_of_a_day_and_back) {
    const civil_day day = day_from({1969, 12, 31});  // before the epoch: numbers are negative
    for (std::int32_t time = 0; time < seconds_per_day; ++time) {
        const civil_second at = start_of(day) + time;
        const auto text = text_of(at);
        if (const auto back = parse_second(text); !back || *back != at) FAIL() << text.view();
        if (*parse_clock_time(clock_text(time)) != time) FAIL() << clock_text(time).view();
    }
    EXPECT_EQ(text_of(start_of(day) + 5).view(), "1969-12-31T00:00:05");
    EXPECT_EQ(clock_text(seconds_per_day).view(), "24:00:00");
}

TEST(civil_text, is_read_and_written_by_the_compiler) {
    static_assert(*parse_second("2026-08-22T12:00") == start_of(day_from({2026, 8, 22})) + 43'200);
    static_assert(text_of(day_from({2026, 8, 22})).view() == "2026-08-22");
    static_assert(noexcept(parse_second(""))&& noexcept(text_of(civil_second{})));
}

}  // namespace
}  // namespace thoihan
