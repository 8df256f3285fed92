// Calendars from lists and from facts made here: ranges, kinds, editions. The calendar of Vietnam has its own test.
#include "thoihan/calendar.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <string_view>
#include <utility>
#include <vector>

#include "support/draw.hpp"
#include "support/random_subjects.hpp"
#include "thoihan/civil.hpp"
#include "thoihan/day_table.hpp"
#include "thoihan/error.hpp"
#include "thoihan/holiday_facts.hpp"
#include "thoihan/source.hpp"
#include "thoihan/week.hpp"

namespace thoihan {
namespace {

constexpr week_mask five_days{0b001'1111};
constexpr civil_day monday = testing::drawn_monday;

TEST(calendar, of_a_list) {
    const std::array holidays{monday + 2, monday + 2, monday + 5, monday - 1, monday + 14};
    const std::array working{monday + 6, monday + 3, monday + 100};
    const auto days = calendar::from_list(monday, monday + 13, five_days, holidays, working);
    ASSERT_TRUE(days);
    struct row {
        std::int32_t day;
        bool works;
        day_kind kind;
        std::string_view why;
    };
    for (const row& one : {
             row{0, true, day_kind::ordinary, "a Monday"},
             {2, false, day_kind::off_listed, "a holiday, listed twice"},
             {3, true, day_kind::work_listed, "listed as worked, as it would be anyway"},
             {5, false, day_kind::off_listed, "a holiday on a Saturday"},
             {6, true, day_kind::work_listed, "a Sunday worked"},
             {12, false, day_kind::weekend, "a Saturday"},
         }) {
        EXPECT_EQ(*days->days().is_working(monday + one.day), one.works) << one.why;
        EXPECT_EQ(*days->kind_of(monday + one.day), one.kind) << one.why;
        EXPECT_EQ(days->day(monday + one.day)->working, one.works) << one.why;
    }
    EXPECT_EQ(days->first(), monday);
    EXPECT_EQ(days->last(), monday + 13);
    EXPECT_EQ(days->announced_through(), monday + 13);  // a list is taken at its word
    EXPECT_EQ(days->certainty_of(monday, monday + 13), certainty::announced);
    EXPECT_EQ(days->edition_name(), "list");
    EXPECT_EQ(days->edition_count(), 1U);
    EXPECT_TRUE(days->known_on(day_from({1, 1, 1})));
    EXPECT_EQ(days->day(monday + 14).why(), (failure{errc::outside_calendar, monday.number + 14}));
    EXPECT_EQ(days->kind_of(monday - 1).why(), (failure{errc::outside_calendar, monday.number - 1}));
    // The exceptions of a year are those that change what the weekday says.
    const auto exceptions = days->exceptions(2026);
    ASSERT_EQ(exceptions.size(), 2U);
    EXPECT_EQ(exceptions[0].day, monday + 2);
    EXPECT_EQ(exceptions[1].day, monday + 6);
    EXPECT_TRUE(days->exceptions(2025).empty());
}

TEST(calendar, lists_that_contradict_each_other) {
    const std::array holidays{monday + 2, monday + 9};
    const std::array working{monday + 9};
    EXPECT_EQ(calendar::from_list(monday, monday + 13, five_days, holidays, working).why(),
              (failure{errc::holiday_and_worked, monday.number + 9}));
    // Outside the range nothing is looked at.
    EXPECT_TRUE(calendar::from_list(monday, monday + 8, five_days, holidays, working));
}

TEST(calendar, ranges_that_are_refused) {
    constexpr civil_day least{std::numeric_limits<std::int32_t>::min()};
    constexpr civil_day most{std::numeric_limits<std::int32_t>::max()};
    constexpr civil_day year_1 = day_from({1, 1, 1}), year_9999 = day_from({9999, 12, 31});
    struct row {
        civil_day first, last;
        failure why;
    };
    for (const row& bad : {
             row{monday, monday - 1, {errc::range_reversed, monday.number, monday.number - 1}},
             row{most, least, {errc::range_reversed, most.number, least.number}},
             row{monday, monday + most_days, {errc::range_too_long, 65'535}},
             row{year_1, year_9999, {errc::range_too_long, 3'652'059}},
             row{year_1 - 1, year_1, {errc::outside_calendar, year_1.number - 1}},  // no text names the day
             row{year_9999, year_9999 + 1, {errc::outside_calendar, year_9999.number + 1}},
             row{least, least, {errc::outside_calendar, least.number}},
             row{most, most, {errc::outside_calendar, most.number}},
             row{least, most, {errc::outside_calendar, least.number}},
         }) {
        EXPECT_EQ(calendar::from_list(bad.first, bad.last, five_days, {}).why(), bad.why);
        holiday_facts facts;
        facts.first = bad.first;
        facts.last = bad.last;
        EXPECT_EQ(calendar::from_facts(facts).why(), bad.why);
    }
    EXPECT_TRUE(calendar::from_list(monday, monday, five_days, {}));
    EXPECT_TRUE(calendar::from_list(monday, monday + (most_days - 1), five_days, {}));
    EXPECT_TRUE(calendar::from_list(year_1, year_1 + 400, five_days, {}));
    EXPECT_TRUE(calendar::from_list(year_9999 - 400, year_9999, five_days, {}));
}

TEST(calendar, is_cheap_to_copy_and_equal_to_its_copies) {
    const calendar days = testing::drawn("BBBBBnn");
    calendar copy = testing::drawn("n");
    copy = days;
    EXPECT_EQ(copy, days);
    EXPECT_NE(testing::drawn("BBBBBnn"), days);  // another object
    EXPECT_EQ(sizeof(calendar), sizeof(std::shared_ptr<int>) + sizeof(std::size_t));
}

TEST(calendar, random_ones_have_the_kinds_of_their_days) {
    testing::seeded_choices choices(5);
    for (int round = 0; round < 200; ++round) {
        const auto size = static_cast<std::int32_t>(choices.between(1, 60));
        const auto days = round % 2 == 0 ? testing::random_list_calendar(choices, size)
                                         : testing::random_swap_calendar(choices, size);
        for (std::size_t i = 0; i < days.plain.works.size(); ++i) {
            const civil_day day = days.plain.first + static_cast<std::int32_t>(i);
            const day_kind kind = *days.made.kind_of(day);
            const bool works =
                kind == day_kind::ordinary || kind == day_kind::work_listed || kind == day_kind::work_swapped;
            ASSERT_EQ(works, days.plain.works[i] != 0);
            ASSERT_EQ(kind == day_kind::work_swapped, days.pays_for[i] != day);
            const day_fact fact = *days.made.day(day);
            ASSERT_EQ(fact.working, works);
            if (kind == day_kind::work_swapped) {
                ASSERT_EQ(fact.partner, days.pays_for[i]);
                ASSERT_EQ(days.made.day(fact.partner)->partner, day);
                ASSERT_EQ(days.made.day(fact.partner)->kind, day_kind::off_swapped);
            }
        }
    }
}

/// Six days of work from 1 January 1999, five from 2 October; the second was known from 17 September on.
struct two_weeks {
    std::array<source, 2> sources{};
    std::array<dated_week, 2> weeks{};
    std::array<announcement, 1> announcements{};
    std::array<day_closure, 1> closures{};
    holiday_facts facts;

    two_weeks() {
        sources[0].published = day_from({1998, 6, 1});
        sources[1].published = day_from({1999, 9, 17});
        sources[1].number = "188/1999/QĐ-TTg";
        weeks[0] = {day_from({1999, 1, 1}), *parse_week("1111110"), 0};
        weeks[1] = {day_from({1999, 10, 2}), *parse_week("1111100"), 1};
        announcements[0] = {.id = "storm", .year = 1999, .published = day_from({1999, 11, 3}), .sources = {}};
        announcements[0].sources = {1, no_fact, no_fact};
        closures[0] = {day_from({1999, 11, 4}), "bão", "a storm", 0};
        facts.name = "test";
        facts.first = day_from({1998, 12, 1});
        facts.last = day_from({2000, 12, 31});
        facts.announced_from = 1999;
        facts.names.weekend = "nghỉ hằng tuần";
        facts.sources = sources;
        facts.weeks = weeks;
        facts.announcements = announcements;
        facts.closures = closures;
    }
};

TEST(calendar, an_edition_is_what_was_known) {
    const two_weeks law;
    const auto days = calendar::from_facts(law.facts);
    ASSERT_TRUE(days);
    ASSERT_EQ(days->edition_count(), 3U);
    EXPECT_EQ(days->known_from(), day_from({1999, 11, 3}));
    EXPECT_EQ(days->edition_name(), "test 1999-11-03");
    const civil_day saturday = day_from({1999, 10, 9}), storm = day_from({1999, 11, 4});
    struct row {
        civil_day known_on;
        bool saturday_works, storm_works;
        certainty storm_is;
    };
    for (const row& one : {
             row{day_from({1998, 6, 1}), true, true, certainty::projected},   // the first day on which a week was known
             row{day_from({1999, 9, 16}), true, true, certainty::projected},  // the day before the decision
             row{day_from({1999, 9, 17}), false, true, certainty::projected},
             row{day_from({1999, 11, 2}), false, true, certainty::projected},
             row{day_from({1999, 11, 3}), false, false, certainty::announced},
             row{day_from({2020, 1, 1}), false, false, certainty::announced},
         }) {
        const auto then = days->known_on(one.known_on);
        ASSERT_TRUE(then);
        EXPECT_EQ(*then->days().is_working(saturday), one.saturday_works) << one.known_on.number;
        EXPECT_EQ(*then->days().is_working(storm), one.storm_works) << one.known_on.number;
        EXPECT_EQ(then->certainty_of(storm, storm), one.storm_is) << one.known_on.number;
        EXPECT_LE(then->known_from(), one.known_on);
        // An edition says the same of itself, whichever way it was reached.
        EXPECT_EQ(*days->known_on(then->known_from()), *then);
        EXPECT_EQ(days->in_edition(*days->edition_at(one.known_on)), *then);
    }
    const civil_day before = day_from({1998, 5, 31});
    EXPECT_EQ(days->known_on(before).why(), (failure{errc::never_known, before.number, day_from({1998, 6, 1}).number}));
    EXPECT_EQ(days->day(storm)->source, "188/1999/QĐ-TTg 17/09/1999");
    EXPECT_EQ(days->day(storm)->kind, day_kind::off_closure);
    EXPECT_EQ(days->day(saturday)->source, "188/1999/QĐ-TTg");
}

TEST(calendar, the_first_week_serves_the_days_before_it) {
    const two_weeks law;  // the calendar begins a month before its first week
    const auto days = *calendar::from_facts(law.facts);
    EXPECT_TRUE(*days.days().is_working(day_from({1998, 12, 1})));
    EXPECT_TRUE(*days.days().is_working(day_from({1998, 12, 5})));   // a Saturday
    EXPECT_FALSE(*days.days().is_working(day_from({1998, 12, 6})));  // a Sunday
    EXPECT_TRUE(days.exceptions(1998).empty());
    EXPECT_EQ(days.day(day_from({1998, 12, 6}))->name, "nghỉ hằng tuần");
}

TEST(calendar, a_week_known_before_the_one_in_force_serves_alone) {
    two_weeks law;
    std::swap(law.sources[0].published, law.sources[1].published);  // the earlier week came to light later
    const auto then = *calendar::from_facts(law.facts)->known_on(day_from({1998, 6, 1}));
    EXPECT_FALSE(*then.days().is_working(day_from({1999, 3, 6})));  // a Saturday of the week not known yet
    EXPECT_TRUE(*then.days().is_working(day_from({1999, 3, 5})));
    EXPECT_TRUE(then.exceptions(1999).empty());
    EXPECT_EQ(then.day(day_from({1999, 3, 6}))->source, "188/1999/QĐ-TTg");
}

TEST(calendar, without_a_week_nothing_was_ever_known) {
    two_weeks law;
    law.facts.weeks = {};
    EXPECT_EQ(calendar::from_facts(law.facts).code(), errc::never_known);
}

TEST(calendar, announcements_can_be_left_out) {
    const two_weeks law;
    const std::array<std::string_view, 1> without{"storm"};
    const auto days = *calendar::from_facts(law.facts, {.also_compensated = {}, .without = without});
    EXPECT_EQ(days.edition_count(), 2U);
    EXPECT_TRUE(*days.days().is_working(day_from({1999, 11, 4})));
    EXPECT_EQ(days.certainty_of(day_from({1999, 11, 4}), day_from({1999, 11, 4})), certainty::projected);
}

}  // namespace
}  // namespace thoihan
