// The working clock (docs/design §3.3): examples with reasons, random clocks and a whole year against seconds
// counted one by one.
#include "thoihan/working_clock.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

#include "support/by_counting.hpp"
#include "support/draw.hpp"
#include "support/random_subjects.hpp"
#include "thoihan/amount.hpp"
#include "thoihan/calendar.hpp"
#include "thoihan/civil.hpp"
#include "thoihan/civil_text.hpp"
#include "thoihan/error.hpp"
#include "thoihan/office_hours.hpp"
#include "thoihan/sessions.hpp"

namespace thoihan {
namespace {

using testing::drawn;
using testing::drawn_monday;

constexpr std::int64_t hour = 3600;

/// "Mon 07:30" in the week of the drawing, "+Mon 07:30" in the next one.
civil_second when(std::string_view text) {
    constexpr std::array<std::string_view, 7> names{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    std::int32_t day = 0;
    if (text.front() == '+') {
        day = 7;
        text.remove_prefix(1);
    }
    while (names[static_cast<std::size_t>(day % 7)] != text.substr(0, 3)) ++day;
    return start_of(drawn_monday + day) + *parse_clock_time(text.substr(4));
}

/// Two weeks, the second with a holiday on Wednesday; two sessions, eight hours a day.
working_clock office() {
    return {drawn("BBBBBnn|BBnBBnn"), office_hours::daily(*parse_sessions("07:00-11:30 13:30-17:00"))};
}

TEST(working_clock, elapsed) {
    struct row {
        std::string_view from, to;
        std::int64_t expected;
        std::string_view why;
    };
    for (const row& one : {
             row{"Mon 07:00", "Mon 17:00", 8 * hour, "a day"},
             {"Mon 00:00", "Mon 24:00", 8 * hour, "the same day, whole"},
             {"Mon 11:00", "Mon 14:00", hour, "over noon"},
             {"Mon 11:30", "Mon 13:30", 0, "the noon break"},
             {"Fri 16:30", "+Mon 07:30", hour, "over a weekend"},
             {"Sat 10:00", "Sun 10:00", 0, "at rest"},
             {"+Tue 16:00", "+Thu 08:00", 2 * hour, "over a holiday"},
             {"Mon 17:00", "Mon 07:00", -8 * hour, "backwards"},
             {"Mon 00:00", "+Sun 24:00", 72 * hour, "all there is"},
         }) {
        EXPECT_EQ(office().elapsed(when(one.from), when(one.to))->count, one.expected) << one.why;
    }
}

TEST(working_clock, advance_latest_next_open) {
    struct row {
        std::string_view from;
        std::int64_t seconds;
        std::string_view advance, latest, why;
    };
    for (const row& one : {
             row{"Mon 07:00", 8 * hour, "Mon 17:00", "Tue 07:00",
                 "a day's work ends at closing, not at the next opening; there is time until then"},
             {"Mon 07:00", hour, "Mon 08:00", "Mon 08:00", "inside a session there is one answer"},
             {"Mon 07:00", 4 * hour + 1800, "Mon 11:30", "Mon 13:30", "a morning"},
             {"Mon 07:00", 4 * hour + 1801, "Mon 13:30:01", "Mon 13:30:01", "a second of the afternoon"},
             {"Mon 12:00", 0, "Mon 12:00", "Mon 13:30", "nothing is where it is; there is time until the opening"},
             {"Sat 09:00", 1, "+Mon 07:00:01", "+Mon 07:00:01", "from a rest day"},
             {"Fri 16:59:59", 1, "Fri 17:00", "+Mon 07:00", "the last second of a week"},
             {"+Tue 12:00", 4 * hour, "+Thu 07:30", "+Thu 07:30", "over a holiday"},
         }) {
        EXPECT_EQ(office().advance(when(one.from), working_seconds{one.seconds}).value(), when(one.advance)) << one.why;
        EXPECT_EQ(office().latest(when(one.from), working_seconds{one.seconds}).value(), when(one.latest)) << one.why;
    }
    // Backwards: the latest instant from which so much passes.
    EXPECT_EQ(*office().advance(when("Mon 17:00"), working_seconds{-8 * hour}), when("Mon 07:00"));
    EXPECT_EQ(*office().advance(when("+Mon 07:00"), working_seconds{-1}), when("Fri 16:59:59"));
    EXPECT_EQ(*office().advance(when("+Mon 07:30"), working_seconds{-1800}), when("+Mon 07:00"));
    EXPECT_EQ(*office().advance(when("Tue 07:00"), working_seconds{-8 * hour}), when("Mon 07:00"));
    EXPECT_EQ(*office().advance(when("Mon 13:30"), working_seconds{-4 * hour - 1800}), when("Mon 07:00"));

    EXPECT_EQ(*office().next_open(when("Mon 06:00")), when("Mon 07:00"));
    EXPECT_EQ(*office().next_open(when("Mon 07:00")), when("Mon 07:00"));
    EXPECT_EQ(*office().next_open(when("Mon 11:29:59")), when("Mon 11:29:59"));
    EXPECT_EQ(*office().next_open(when("Mon 11:30")), when("Mon 13:30"));
    EXPECT_EQ(*office().next_open(when("Fri 17:00")), when("+Mon 07:00"));
    EXPECT_EQ(*office().next_open(when("+Wed 08:00")), when("+Thu 07:00"));

    EXPECT_TRUE(*office().is_open(when("Mon 07:00")));
    EXPECT_FALSE(*office().is_open(when("Mon 11:30")));  // [open, close)
    EXPECT_FALSE(*office().is_open(when("Sat 08:00")));
    EXPECT_FALSE(*office().is_open(when("+Wed 08:00")));
    EXPECT_EQ(*office().sessions_on(drawn_monday), *parse_sessions("07:00-11:30 13:30-17:00"));
    EXPECT_TRUE(office().sessions_on(drawn_monday + 5)->empty());
}

TEST(working_clock, at_the_ends) {
    const working_clock clock = office();
    const civil_second first = when("Mon 00:00"), last = when("+Sun 24:00");
    constexpr std::int64_t all = 72 * hour;
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

    // The calendar's last 24:00 is an instant of it; a second later is not.
    EXPECT_EQ(clock.elapsed(first, last)->count, all);
    EXPECT_EQ(clock.reading(last)->count, all);
    EXPECT_EQ(clock.reading(first)->count, 0);
    // Whether it is open then is the next day's affair.
    EXPECT_EQ(clock.is_open(last).why(), (failure{errc::instant_outside, last.number}));
    EXPECT_FALSE(*clock.is_open(last - 1));
    EXPECT_EQ(*clock.advance(last, working_seconds{0}), last);
    EXPECT_EQ(*clock.advance(last, working_seconds{-1}), when("+Fri 16:59:59"));
    EXPECT_EQ(*clock.advance(last, working_seconds{-all}), when("Mon 07:00"));
    EXPECT_EQ(*clock.advance(first, working_seconds{all}), when("+Fri 17:00"));
    EXPECT_EQ(clock.next_open(last).why(), (failure{errc::never_opens, last.number}));
    EXPECT_EQ(clock.next_open(when("+Fri 17:00")).code(), errc::never_opens);
    EXPECT_EQ(*clock.next_open(when("+Fri 16:59:59")), when("+Fri 16:59:59"));
    for (const civil_second outside : {first - 1, last + 1, civil_second{most}, civil_second{least}}) {
        const failure why{errc::instant_outside, outside.number};
        EXPECT_EQ(clock.is_open(outside).why(), why);
        EXPECT_EQ(clock.reading(outside).why(), why);
        EXPECT_EQ(clock.elapsed(outside, first).why(), why);
        EXPECT_EQ(clock.elapsed(first, outside).why(), why);
        EXPECT_EQ(clock.advance(outside, working_seconds{0}).why(), why);
        EXPECT_EQ(clock.latest(outside, working_seconds{0}).why(), why);
        EXPECT_EQ(clock.next_open(outside).why(), why);
    }
    EXPECT_EQ(clock.sessions_on(drawn_monday + 14).why(), (failure{errc::outside_calendar, drawn_monday.number + 14}));

    // Further than the clock runs.
    for (const std::int64_t w : {all + 1, most, std::int64_t{-1}, least, least + 1}) {
        EXPECT_EQ(clock.advance(first, working_seconds{w}).why(), (failure{errc::beyond_clock, first.number, w}));
    }
    for (const std::int64_t w : {std::int64_t{1}, most, -all - 1, least}) {
        EXPECT_EQ(clock.advance(last, working_seconds{w}).why(), (failure{errc::beyond_clock, last.number, w}));
    }
    // How late it would be with all of it used is not known: the calendar says nothing of what comes after.
    EXPECT_EQ(clock.latest(first, working_seconds{all}).why(), (failure{errc::beyond_clock, first.number, all}));
    EXPECT_EQ(clock.latest(first, working_seconds{most}).why(), (failure{errc::beyond_clock, first.number, most}));
    EXPECT_EQ(*clock.latest(first, working_seconds{all - 1}), when("+Fri 16:59:59"));
    EXPECT_EQ(clock.latest(first, working_seconds{-1}).why(), (failure{errc::negative_amount, -1}));
    EXPECT_EQ(clock.latest(first, working_seconds{least}).code(), errc::negative_amount);
}

TEST(working_clock, that_never_runs) {
    for (const working_clock& clock : {
             working_clock(drawn("nnnnnnn"), office_hours::daily(*parse_sessions("07:00-17:00"))),  // nothing works
             working_clock(drawn("BBBBBnn"), office_hours()),                                       // nothing opens
             working_clock(drawn("BBBBBnn"), office_hours::daily(sessions{})),                      // for no time
             working_clock(drawn("n"), office_hours()),
         }) {
        for (const civil_second t : {start_of(drawn_monday), start_of(clock.days().last() + 1)}) {
            EXPECT_EQ(clock.reading(t)->count, 0);
            EXPECT_EQ(*clock.advance(t, working_seconds{0}), t);
            EXPECT_EQ(clock.advance(t, working_seconds{1}).code(), errc::beyond_clock);
            EXPECT_EQ(clock.advance(t, working_seconds{-1}).code(), errc::beyond_clock);
            EXPECT_EQ(clock.latest(t, working_seconds{0}).code(), errc::beyond_clock);
            EXPECT_EQ(clock.next_open(t).code(), errc::never_opens);
        }
        EXPECT_FALSE(*clock.is_open(start_of(drawn_monday)));
        EXPECT_FALSE(*clock.is_open(start_of(drawn_monday) + 30'000));
    }
}

TEST(working_clock, that_runs_day_and_night) {
    const working_clock clock(drawn("BBBBBBB"), office_hours::daily(*parse_sessions("00:00-24:00")));
    const civil_second first = start_of(drawn_monday);
    for (std::int64_t w = 0; w < 7 * std::int64_t{seconds_per_day}; w += 1801) {
        EXPECT_EQ(*clock.advance(first, working_seconds{w}), first + w);
        EXPECT_EQ(*clock.latest(first, working_seconds{w}), first + w);
        EXPECT_EQ(*clock.next_open(first + w), first + w);
        EXPECT_EQ(clock.reading(first + w)->count, w);
    }
    EXPECT_EQ(*clock.advance(first, working_seconds{7 * std::int64_t{seconds_per_day}}), first + 7 * 86'400);
}

TEST(working_clock, the_longest_calendar) {
    const civil_day first = day_from({1900, 1, 1});
    const civil_day last = first + (most_days - 1);
    const auto days = *calendar::from_list(first, last, *parse_week("1111111"), {});
    const working_clock clock(days, office_hours::daily(*parse_sessions("00:00-24:00")));
    const std::int64_t all = std::int64_t{most_days} * seconds_per_day;
    EXPECT_EQ(clock.elapsed(start_of(first), start_of(last + 1))->count, all);
    EXPECT_EQ(*clock.advance(start_of(first), working_seconds{all}), start_of(last + 1));
    EXPECT_EQ(*clock.advance(start_of(last + 1), working_seconds{-all}), start_of(first));
    EXPECT_EQ(*clock.latest(start_of(last), working_seconds{86'399}), start_of(last) + 86'399);
}

TEST(working_clock, days_of_very_different_length) {
    // One day of a second, then one of 24 hours, and so on: a bucket of F holds many days.
    std::vector<office_hours::dated_sessions> dates;
    std::vector<testing::plain_sessions> plain;
    for (std::int32_t i = 0; i < 14; ++i) {
        const bool is_long = i == 5 || i == 12;
        const session only = is_long ? session{0, 86'400} : session{40'000 + i, 40'001 + i};
        dates.push_back({drawn_monday + i, *sessions::of(std::array{only})});
        plain.push_back({{only.open, only.close}});
    }
    const working_clock clock(drawn("BBBBBBB|BBBBBBB"), *office_hours().with_dates(dates));
    const testing::counted_seconds counted(plain);
    const civil_second first = start_of(drawn_monday);
    for (std::int64_t w = 1; w <= counted.total(); w += w < 20 ? 1 : 101) {
        ASSERT_EQ(*clock.advance(first, working_seconds{w}) - first, *counted.advance(0, w));
        if (w < counted.total()) {
            ASSERT_EQ(*clock.latest(first, working_seconds{w}) - first, *counted.latest(0, w));
        }
    }
}

TEST(working_clock, a_make_up_day_has_the_hours_of_the_day_it_pays_for) {
    // 2026: Monday 31 August is off, Saturday 22 August is worked for it. Saturdays have no hours of their own.
    weekly_sessions week{};
    for (std::size_t day = 0; day < 5; ++day) week[day] = *parse_sessions("07:30-11:30 13:30-17:00");
    week[0] = *parse_sessions("08:00-11:30");
    const civil_day saturday = day_from({2026, 8, 22}), monday = day_from({2026, 8, 31});
    const working_clock clock(vietnam(), office_hours::weekly(week));
    EXPECT_EQ(*clock.sessions_on(saturday), week[0]);
    EXPECT_TRUE(clock.sessions_on(monday)->empty());
    EXPECT_EQ(clock.elapsed(start_of(saturday), start_of(saturday + 1))->count, 3 * hour + 1800);
    // Unless its date has others.
    const auto dated = *office_hours::weekly(week).with_dates({{saturday, *parse_sessions("09:00-10:00")}});
    EXPECT_EQ(working_clock(vietnam(), dated).sessions_on(saturday)->length(), hour);
    // The hours of the date it pays for are not those of its weekday, and stay there.
    const auto elsewhere = *office_hours::weekly(week).with_dates({{monday, *parse_sessions("09:00-10:00")}});
    EXPECT_EQ(*working_clock(vietnam(), elsewhere).sessions_on(saturday), week[0]);
}

// ---- Random clocks: several sessions, none, 24:00, sessions that touch, dates, schedules, make-up days.

struct random_clock {
    testing::random_calendar days;
    testing::random_hours hours;
    working_clock made;
    testing::counted_seconds counted;

    random_clock(testing::seeded_choices& choices, std::int32_t size)
        : days(choices.between(0, 1) == 0 ? testing::random_list_calendar(choices, size)
                                          : testing::random_swap_calendar(choices, size)),
          hours(testing::random_office(choices, days)),
          made(days.made, hours.made),
          counted(testing::seconds_of(days, hours)) {}

    [[nodiscard]] civil_second at(std::int64_t t) const { return start_of(days.plain.first) + t; }

    /// An instant; often an opening, a closing, or a second beside one.
    [[nodiscard]] std::int64_t some_instant(testing::seeded_choices& choices) const {
        const std::int64_t t = choices.between(0, counted.end());
        switch (choices.between(0, 4)) {
            case 0: return choices.between(0, 1) == 0 ? 0 : counted.end();
            case 1: return t - t % seconds_per_day;
            case 2:
            case 3: {
                const std::int64_t now = counted.reading(t);
                const auto edge =
                    choices.between(0, 1) == 0 || now == 0 ? counted.latest(t, 0) : counted.advance(t, -now + 1);
                const std::int64_t beside = edge.value_or(t) + choices.between(-1, 1);
                return beside < 0 || beside > counted.end() ? t : beside;
            }
            default: return t;
        }
    }
};

void expect_same(const random_clock& clock, const result<civil_second>& answer,
                 const std::optional<std::int64_t>& counted, errc otherwise) {
    if (counted) {
        ASSERT_EQ(answer.why(), failure{});
        ASSERT_EQ(*answer, clock.at(*counted));
    } else {
        ASSERT_EQ(answer.code(), otherwise);
    }
}

TEST(working_clock, answers_as_counted_on_random_clocks) {
    testing::seeded_choices choices(33);
    for (int round = 0; round < 150; ++round) {
        SCOPED_TRACE(round);
        const random_clock clock(choices, static_cast<std::int32_t>(choices.between(1, 12)));
        for (std::size_t i = 0; i < clock.days.plain.works.size(); ++i) {
            const civil_day day = clock.days.plain.first + static_cast<std::int32_t>(i);
            ASSERT_EQ(*clock.made.sessions_on(day),
                      clock.days.plain.works[i] != 0 ? testing::sessions_of(clock.hours.on(day, clock.days.pays_for[i]))
                                                     : sessions{});
        }
        for (int question = 0; question < 150; ++question) {
            const std::int64_t t = clock.some_instant(choices), x = clock.some_instant(choices);
            const auto open = clock.made.is_open(clock.at(t));
            ASSERT_EQ(open.has_value(), t < clock.counted.end());
            if (open) {
                ASSERT_EQ(*open, clock.counted.is_open(t));
            }
            ASSERT_EQ(clock.made.reading(clock.at(t))->count, clock.counted.reading(t));
            ASSERT_EQ(clock.made.elapsed(clock.at(t), clock.at(x))->count,
                      clock.counted.reading(x) - clock.counted.reading(t));
            expect_same(clock, clock.made.next_open(clock.at(t)), clock.counted.next_open(t), errc::never_opens);
            // An amount that ends at an edge, or any.
            const std::int64_t w = choices.between(0, 1) == 0
                                       ? clock.counted.reading(x) - clock.counted.reading(t) + choices.between(-1, 1)
                                       : choices.between(-clock.counted.total() - 1, clock.counted.total() + 1);
            expect_same(clock, clock.made.advance(clock.at(t), working_seconds{w}), clock.counted.advance(t, w),
                        errc::beyond_clock);
            if (w >= 0) {
                expect_same(clock, clock.made.latest(clock.at(t), working_seconds{w}), clock.counted.latest(t, w),
                            errc::beyond_clock);
            }
        }
    }
}

TEST(working_clock, laws_on_random_clocks) {
    testing::seeded_choices choices(333);
    for (int round = 0; round < 150; ++round) {
        SCOPED_TRACE(round);
        const random_clock clock(choices, static_cast<std::int32_t>(choices.between(1, 12)));
        const auto elapsed = [&](civil_second a, civil_second b) { return clock.made.elapsed(a, b)->count; };
        for (int question = 0; question < 150; ++question) {
            const civil_second t = clock.at(clock.some_instant(choices));
            const civil_second x = clock.at(clock.some_instant(choices));
            const civil_second y = clock.at(clock.some_instant(choices));
            // Additive, antisymmetric, non-decreasing, continuous: a second is one or none.
            ASSERT_EQ(elapsed(t, x) + elapsed(x, y), elapsed(t, y));
            ASSERT_EQ(elapsed(t, x), -elapsed(x, t));
            if (t <= x) {
                ASSERT_GE(elapsed(t, x), 0);
                ASSERT_LE(elapsed(t, x), x - t);
            }
            // elapsed(t, advance(t, w)) == w, and no instant nearer to t has it.
            const std::int64_t total = clock.counted.total();
            const std::int64_t w = choices.between(-total, total);
            if (const auto there = clock.made.advance(t, working_seconds{w})) {
                ASSERT_EQ(elapsed(t, *there), w);
                if (w > 0) {
                    ASSERT_EQ(elapsed(t, *there - 1), w - 1);
                }
                if (w < 0) {
                    ASSERT_EQ(elapsed(t, *there + 1), w + 1);
                }
                if (w > 0) {
                    ASSERT_EQ(*clock.made.advance(*there, working_seconds{0}), *there);
                }
            }
            // F(x) - F(t) <= w exactly when x <= latest(t, w).
            if (w >= 0) {
                if (const auto until = clock.made.latest(t, working_seconds{w})) {
                    ASSERT_EQ(elapsed(t, x) <= w, x <= *until);
                    ASSERT_TRUE(*clock.made.is_open(*until));
                    const auto reached = clock.made.advance(t, working_seconds{w});
                    ASSERT_LE(*reached, *until);
                } else {
                    ASSERT_LE(elapsed(t, clock.at(clock.counted.end())), w);
                }
            }
            // The next opening is open, and nothing is between.
            if (const auto open = clock.made.next_open(t)) {
                ASSERT_TRUE(*clock.made.is_open(*open));
                ASSERT_GE(*open, t);
                ASSERT_EQ(elapsed(t, *open), 0);
                ASSERT_EQ(*clock.made.latest(t, working_seconds{0}), *open);
                ASSERT_EQ(*open == t, *clock.made.is_open(t));
            }
        }
    }
}

// ---- The year 2026 second by second: a short Friday, and two Saturdays that are worked for other days.

struct office_2026 {
    working_clock clock;
    std::int64_t first = start_of(day_from({2026, 1, 1})).number;
    std::int64_t end = start_of(day_from({2027, 1, 1})).number;

    office_2026() : clock(vietnam(), office_hours::weekly(week())) {}

    static weekly_sessions week() {
        weekly_sessions week{};
        for (std::size_t day = 0; day < 5; ++day) week[day] = *parse_sessions("07:00-11:30 13:30-17:00");
        week[4] = *parse_sessions("07:00-11:30 13:30-16:30");
        return week;
    }

    /// Whether the office is open, as the clock on its wall and the list of days off have it.
    [[nodiscard]] bool is_open(std::int64_t at) const {
        const civil_day day = day_of({at});
        if (!vietnam().days().works(day)) return false;
        // Saturday 10 January pays for Friday 2 January, Saturday 22 August for a Monday.
        const bool short_day = weekday_of(day) == weekday::friday || day == day_from({2026, 1, 10});
        const std::int32_t time = clock_time({at});
        return (time >= 7 * hour && time < 11 * hour + 1800) ||
               (time >= 13 * hour + 1800 && time < (short_day ? 16 * hour + 1800 : 17 * hour));
    }
};

TEST(working_clock, a_year_second_by_second) {
    const office_2026 office;
    std::int64_t count = office.clock.reading({office.first})->count;
    const std::int64_t begin = count;
    for (std::int64_t at = office.first; at < office.end; ++at) {
        const bool open = office.is_open(at);
        const bool right = office.clock.reading({at})->count == count && *office.clock.is_open({at}) == open;
        if (!right) FAIL() << text_of(civil_second{at}).view() << ": " << count;
        count += open ? 1 : 0;
    }
    EXPECT_EQ(office.clock.reading({office.end})->count, count);
    EXPECT_GT(count - begin, 240 * 7 * hour);  // it was a year of work
}

TEST(working_clock_long, the_inverses_of_a_year_second_by_second) {
    const office_2026 office;
    // Each inverse moves forward with t: one pass of a pointer each, over the seconds counted.
    std::vector<std::int32_t> before(static_cast<std::size_t>(office.end - office.first) + 1);
    for (std::size_t i = 0; i + 1 < before.size(); ++i) {
        before[i + 1] = before[i] + (office.is_open(office.first + static_cast<std::int64_t>(i)) ? 1 : 0);
    }
    for (const std::int32_t w : {1, 28'800, 1'000'000}) {
        std::size_t earliest = 0, latest = 0, back = 0;
        for (std::size_t t = 0; t < before.size(); ++t) {
            const civil_second at{office.first + static_cast<std::int64_t>(t)};
            const auto instant = [&](std::size_t u) {
                return civil_second{office.first + static_cast<std::int64_t>(u)};
            };
            while (earliest < before.size() && before[earliest] - before[t] < w) ++earliest;
            while (latest + 1 < before.size() && before[latest + 1] - before[t] <= w) ++latest;
            while (back + 1 < before.size() && before[t] - before[back + 1] >= w) ++back;
            bool right =
                earliest == before.size() || *office.clock.advance(at, working_seconds{w}) == instant(earliest);
            right = right &&
                    (latest + 1 == before.size() || *office.clock.latest(at, working_seconds{w}) == instant(latest));
            right = right && (before[t] < w || *office.clock.advance(at, working_seconds{-w}) == instant(back));
            if (!right) FAIL() << text_of(at).view() << ' ' << w;
        }
    }
}

}  // namespace
}  // namespace thoihan
