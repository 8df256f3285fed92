// The sessions of one day: what is read, what is refused, and the seconds in them against counting.
#include "thoihan/sessions.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "support/by_counting.hpp"
#include "support/random_subjects.hpp"
#include "thoihan/civil_text.hpp"
#include "thoihan/error.hpp"

namespace thoihan {
namespace {

constexpr std::int32_t hour = 3600;

TEST(sessions, are_read) {
    struct row {
        std::string_view text;
        std::vector<session> expected;
    };
    for (const row& good : {
             row{"", {}}, row{"   ", {}},  // a day without hours
             row{"07:00-11:30", {{7 * hour, 11 * hour + 1800}}},
             row{"07:00-11:30 13:30-17:00", {{25'200, 41'400}, {48'600, 61'200}}},
             row{"  07:00-11:30   13:30-17:00 ", {{25'200, 41'400}, {48'600, 61'200}}},
             row{"00:00-24:00", {{0, 86'400}}},                                     // midnight to midnight
             row{"07:00-11:30 11:30-17:00", {{25'200, 41'400}, {41'400, 61'200}}},  // they may touch
             row{"23:59:59-24:00", {{86'399, 86'400}}},                             // the last second
         }) {
        const auto read = parse_sessions(good.text);
        ASSERT_TRUE(read) << good.text;
        EXPECT_EQ(std::vector(read->list().begin(), read->list().end()), good.expected) << good.text;
        EXPECT_EQ(read->empty(), good.expected.empty());
    }
    EXPECT_EQ(parse_sessions("07:00-11:30 13:30-17:00")->length(), 8 * hour);
}

TEST(sessions, are_refused) {
    struct row {
        std::string_view text;
        failure why;
    };
    for (const row& bad : {
             row{"07:00", {errc::syntax, 0}},  // an opening alone
             row{"07:00-", {errc::syntax, 6}},
             row{"-11:30", {errc::syntax, 0}},
             row{"07:00 - 11:30", {errc::syntax, 0}},  // blanks divide sessions
             row{"07:00-11:30,13:30-17:00", {errc::syntax, 6}},
             row{"07:00-11:30 13:30", {errc::syntax, 12}},
             row{"7:00-11:30", {errc::syntax, 0}},
             row{"07:00-11:30\t13:30-17:00", {errc::syntax, 6}},  // a tab is no blank
             row{"07:00-11:60", {errc::time_invalid, 11'60'00}},
             row{"25:00-26:00", {errc::time_invalid, 25'00'00}},
             row{"11:30-07:00", {errc::session_reversed, 41'400, 25'200}},
             row{"07:00-07:00", {errc::session_reversed, 25'200, 25'200}},  // no length
             row{"24:00-24:00", {errc::session_reversed, 86'400, 86'400}},
             row{"22:00-06:00", {errc::session_reversed, 79'200, 21'600}},  // over midnight: two sessions
             row{"07:00-11:30 11:00-17:00", {errc::session_overlaps, 39'600, 41'400}},
             row{"13:30-17:00 07:00-11:30", {errc::session_overlaps, 25'200, 61'200}},  // out of order
             row{"00:00-01:00 01:00-02:00 02:00-03:00 03:00-04:00 04:00-05:00 05:00-06:00 06:00-07:00 07:00-08:00 "
                 "08:00-09:00",
                 {errc::session_too_many, 9}},
         }) {
        EXPECT_EQ(parse_sessions(bad.text).why(), bad.why) << bad.text;
    }
}

TEST(sessions, times_outside_the_day_are_refused_as_clock_times) {
    struct row {
        session one;
        std::int64_t clock_time;
    };
    for (const row& bad : {
             row{{0, 86'401}, 24'00'01},
             row{{90'000, 90'001}, 25'00'00},
             row{{-1, 10}, -1'00'00 + 59'59},  // a second before 00:00: hour -1, 59:59
             row{{10, -3600}, -1'00'00},
             row{{std::numeric_limits<std::int32_t>::max(), 5}, 596'523'14'07},
         }) {
        EXPECT_EQ(sessions::of(std::array{bad.one}).why(), (failure{errc::time_invalid, bad.clock_time}))
            << bad.one.open << ' ' << bad.one.close;
    }
    EXPECT_TRUE(sessions::of(std::array{session{std::numeric_limits<std::int32_t>::min(), 5}}).code() ==
                errc::time_invalid);
}

TEST(sessions, are_equal_when_their_lists_are) {
    EXPECT_EQ(*parse_sessions("07:00-11:30"), *parse_sessions(" 07:00:00-11:30 "));
    EXPECT_FALSE(*parse_sessions("07:00-11:30") == *parse_sessions("07:00-11:30 11:30-12:00"));
    EXPECT_FALSE(*parse_sessions("07:00-12:00") == *parse_sessions("07:00-11:30 11:30-12:00"));  // reads otherwise
}

// Laws: elapsed_by is the count of open seconds; earliest and latest are its inverses; open is [open, close).
TEST(sessions, seconds_of_random_days_as_counted) {
    testing::seeded_choices choices(20'260'822);
    for (int round = 0; round < 60; ++round) {
        const testing::plain_sessions plain = testing::random_sessions(choices);
        const sessions made = testing::sessions_of(plain);
        const testing::counted_seconds counted({plain});
        ASSERT_EQ(made.length(), counted.total());
        for (std::int32_t time = 0; time <= seconds_per_day; ++time) {
            if (made.elapsed_by(time) != counted.reading(time)) FAIL() << round << ' ' << time;
            if (time < seconds_per_day && made.is_open(time) != counted.is_open(time)) FAIL() << round << ' ' << time;
        }
        for (std::int32_t elapsed = 0; elapsed <= made.length(); elapsed += elapsed < 10 ? 1 : 97) {
            if (elapsed > 0) {
                ASSERT_EQ(made.earliest(elapsed), *counted.advance(0, elapsed)) << round << ' ' << elapsed;
            }
            if (elapsed < made.length()) {
                ASSERT_EQ(made.latest(elapsed), *counted.latest(0, elapsed)) << round;
            }
        }
    }
}

}  // namespace
}  // namespace thoihan
