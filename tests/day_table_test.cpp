// Questions about days (docs/design §3.1): drawn calendars with reasons, and laws on random ones.
#include "thoihan/day_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "support/by_counting.hpp"
#include "support/draw.hpp"
#include "support/random_subjects.hpp"
#include "thoihan/amount.hpp"
#include "thoihan/calendar.hpp"
#include "thoihan/civil.hpp"
#include "thoihan/error.hpp"

namespace thoihan {
namespace {

using testing::drawn;
using testing::drawn_monday;

constexpr std::array conventions{roll_convention::following, roll_convention::preceding,
                                 roll_convention::modified_following, roll_convention::modified_preceding};

TEST(day_table, advance_on_a_drawing) {
    //                           0123456 7891111
    //                                      0123
    const calendar days = drawn("BBBBBnn|BBnBBnn");
    struct row {
        std::int32_t from;
        std::int64_t n;
        std::int32_t expected;
        std::string_view why;
    };
    for (const row& one : {
             row{0, 1, 1, "the day itself is not counted"},
             {4, 1, 7, "over a weekend"},
             {5, 1, 7, "from a Saturday: Monday is the first"},
             {6, 1, 7, "from a Sunday, the same"},
             {7, 2, 10, "over a holiday"},
             {9, 1, 10, "from the holiday"},
             {0, 8, 11, "to the last working day"},
             {5, 0, 5, "0 is the day itself, although it rests"},
             {7, 0, 7, "0 is the day itself"},
             {7, -1, 4, "back over a weekend"},
             {5, -1, 4, "back from a Saturday: Friday is the first"},
             {13, -1, 11, "back from the last Sunday"},
             {10, -2, 7, "back over the holiday"},
             {11, -8, 0, "back to the first day"},
         }) {
        EXPECT_EQ(*days.days().advance(drawn_monday + one.from, working_days{one.n}), drawn_monday + one.expected)
            << one.from << " + " << one.n << ": " << one.why;
    }
}

TEST(day_table, advance_out_of_the_calendar_is_refused) {
    const calendar days = drawn("BBBBBnn|BBnBBnn");
    const auto ask = [&](std::int32_t from, std::int64_t n) {
        return days.days().advance(drawn_monday + from, working_days{n}).why();
    };
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
    for (const std::int64_t n : {std::int64_t{9}, std::int64_t{65'534}, std::int64_t{65'535}, most,
                                 std::int64_t{std::numeric_limits<std::int32_t>::max()}}) {
        EXPECT_EQ(ask(0, n), (failure{errc::beyond_calendar, drawn_monday.number, n}));
    }
    for (const std::int64_t n : {std::int64_t{-1}, std::int64_t{-65'535}, least, least + 1,
                                 std::int64_t{std::numeric_limits<std::int32_t>::min()}}) {
        EXPECT_EQ(ask(0, n), (failure{errc::beyond_calendar, drawn_monday.number, n}));
    }
    EXPECT_EQ(ask(-1, 1), (failure{errc::outside_calendar, drawn_monday.number - 1}));
    EXPECT_EQ(ask(14, -1), (failure{errc::outside_calendar, drawn_monday.number + 14}));
    EXPECT_EQ(ask(14, 0), (failure{errc::outside_calendar, drawn_monday.number + 14}));  // even standing still
    EXPECT_EQ(ask(11, 1), (failure{errc::beyond_calendar, drawn_monday.number + 11, 1}));
}

TEST(day_table, count_takes_through_and_leaves_out_after) {
    const calendar days = drawn("BBBBBnn|BBnBBnn");
    struct row {
        std::int32_t after, through;
        std::int64_t expected;
        std::string_view why;
    };
    for (const row& one : {
             row{0, 0, 0, "nothing"},
             {0, 1, 1, "Tuesday"},
             {4, 7, 1, "Monday; the Friday is left out"},
             {4, 6, 0, "a weekend"},
             {7, 10, 2, "a holiday between"},
             {10, 7, -2, "backwards"},
             {-1, 13, 9, "all, after the day before the first"},
             {-1, -1, 0, "nothing before the first"},
             {13, -1, -9, "all, backwards"},
         }) {
        EXPECT_EQ(days.days().count(drawn_monday + one.after, drawn_monday + one.through)->count, one.expected)
            << one.after << ".." << one.through << ": " << one.why;
    }
    const auto why = [&](std::int32_t after, std::int32_t through) {
        return days.days().count(drawn_monday + after, drawn_monday + through).why();
    };
    EXPECT_EQ(why(-2, 3), (failure{errc::outside_calendar, drawn_monday.number - 2}));
    EXPECT_EQ(why(3, 14), (failure{errc::outside_calendar, drawn_monday.number + 14}));
    EXPECT_EQ(days.days().count(civil_day{std::numeric_limits<std::int32_t>::min()}, drawn_monday).code(),
              errc::outside_calendar);
    EXPECT_EQ(days.days().count(drawn_monday, civil_day{std::numeric_limits<std::int32_t>::max()}).code(),
              errc::outside_calendar);
}

TEST(day_table, roll_on_a_drawing) {
    // Friday 26 June to Sunday 5 July 2026; the month turns between the fifth day and the sixth.
    const civil_day friday = day_from({2026, 6, 26});
    const calendar days = drawn("Bnn|BnnnnBn", friday);
    using enum roll_convention;
    struct row {
        std::int32_t from;
        roll_convention convention;
        std::int32_t expected;
        std::string_view why;
    };
    for (const row& one : {
             row{0, following, 0, "a day that works stays"},
             {0, preceding, 0, "a day that works stays"},
             {1, following, 3, "Saturday to Monday"},
             {1, preceding, 0, "Saturday to Friday"},
             {1, modified_following, 3, "Monday is in June too"},
             {1, modified_preceding, 0, "Friday is in June too"},
             {4, following, 8, "30 June to 4 July"},
             {4, modified_following, 3, "4 July is another month: back to 29 June"},
             {5, preceding, 3, "1 July to 29 June"},
             {5, modified_preceding, 8, "29 June is another month: on to 4 July"},
         }) {
        EXPECT_EQ(*days.days().roll(friday + one.from, one.convention), friday + one.expected)
            << one.from << ": " << one.why;
    }
}

TEST(day_table, roll_at_the_ends) {
    using enum roll_convention;
    // December 2026 ends inside: whatever 2027 brings, the 31st can only go back.
    const civil_day sunday = day_from({2026, 12, 27});
    const calendar december = drawn(
        "n|BBBnn"
        "",
        sunday);  // to Friday 1 January
    EXPECT_EQ(*drawn("n|BBBn", sunday).days().roll(sunday + 4, modified_following), sunday + 3);
    EXPECT_EQ(*december.days().roll(sunday + 4, modified_following), sunday + 3);
    EXPECT_EQ(december.days().roll(sunday + 5, following).why(),
              (failure{errc::beyond_calendar, sunday.number + 5, 1}));
    // The calendar ends on the 30th: nobody knows whether the 31st works.
    EXPECT_EQ(drawn("n|BBn", sunday).days().roll(sunday + 3, modified_following).code(), errc::beyond_calendar);
    // January 2026 begins inside, and then not.
    const civil_day new_year = day_from({2026, 1, 1});
    EXPECT_EQ(*drawn("nB", new_year).days().roll(new_year, modified_preceding), new_year + 1);
    EXPECT_EQ(drawn("nB", new_year + 1).days().roll(new_year + 1, modified_preceding).code(), errc::beyond_calendar);
    EXPECT_EQ(drawn("nB", new_year).days().roll(new_year, preceding).code(), errc::beyond_calendar);
    EXPECT_EQ(drawn("nB", new_year).days().roll(new_year - 1, following).why(),
              (failure{errc::outside_calendar, new_year.number - 1}));
}

TEST(day_table, the_same_month_of_another_year_is_another_month) {
    // A day works on 31 May 2026 and next on 1 June 2027: from 1 June 2026 "following" lands in a June, not in this.
    const civil_day may = day_from({2026, 5, 31});
    std::vector<std::uint8_t> works(367);
    works[0] = works[366] = 1;
    const day_table_storage storage(may, works);
    EXPECT_EQ(*storage.table().roll(may + 1, roll_convention::modified_following), may);
    EXPECT_EQ(*storage.table().roll(may + 365, roll_convention::modified_preceding), may + 366);
}

TEST(day_table, a_calendar_of_one_day) {
    for (const bool works : {true, false}) {
        const calendar one = drawn(works ? "B" : "n");
        const day_table days = one.days();
        EXPECT_EQ(days.first(), drawn_monday);
        EXPECT_EQ(days.last(), drawn_monday);
        EXPECT_EQ(*days.is_working(drawn_monday), works);
        EXPECT_EQ(*days.advance(drawn_monday, working_days{0}), drawn_monday);
        EXPECT_EQ(days.next_working(drawn_monday).code(), errc::beyond_calendar);
        EXPECT_EQ(days.previous_working(drawn_monday).code(), errc::beyond_calendar);
        EXPECT_EQ(days.count(drawn_monday - 1, drawn_monday)->count, works ? 1 : 0);
        EXPECT_EQ(days.roll(drawn_monday, roll_convention::following).has_value(), works);
    }
}

TEST(day_table, where_nothing_works_nothing_is_found) {
    const calendar days = drawn("nnnnnnn|nnnnnnn");
    EXPECT_EQ(days.days().working(), 0);
    for (std::int32_t i = 0; i < 14; ++i) {
        const civil_day day = drawn_monday + i;
        EXPECT_FALSE(*days.days().is_working(day));
        EXPECT_EQ(days.days().next_working(day).code(), errc::beyond_calendar);
        EXPECT_EQ(days.days().previous_working(day).code(), errc::beyond_calendar);
        for (const roll_convention convention : conventions) {
            EXPECT_EQ(days.days().roll(day, convention).code(), errc::beyond_calendar);
        }
        EXPECT_EQ(days.days().count(drawn_monday - 1, day)->count, 0);
    }
}

TEST(day_table, without_days_nothing_is_inside) {
    const day_table_storage empty, of_no_flags({}, {});
    for (const day_table days : {day_table{}, empty.table(), of_no_flags.table()}) {
        for (const std::int32_t number :
             {-2, -1, 0, 1, std::numeric_limits<std::int32_t>::max(), std::numeric_limits<std::int32_t>::min()}) {
            EXPECT_EQ(days.is_working({number}).code(), errc::outside_calendar);
            EXPECT_EQ(days.advance({number}, working_days{1}).code(), errc::outside_calendar);
            EXPECT_EQ(days.count({number}, {0}).code(), errc::outside_calendar);
        }
        EXPECT_EQ(days.count({-1}, {-1})->count, 0);  // the day before the first, as everywhere
    }
}

TEST(day_table, at_the_ends_of_what_numbers_hold) {
    constexpr std::int32_t low = std::numeric_limits<std::int32_t>::min();
    constexpr std::int32_t high = std::numeric_limits<std::int32_t>::max();
    const std::vector<std::uint8_t> works{1, 0, 1};
    const day_table_storage early({low}, works), late({high - 2}, works);
    EXPECT_EQ(*early.table().advance({low}, working_days{1}), civil_day{low + 2});
    EXPECT_EQ(*early.table().advance({low + 2}, working_days{-1}), civil_day{low});
    EXPECT_EQ(early.table().advance({low}, working_days{-1}).code(), errc::beyond_calendar);
    EXPECT_TRUE(*early.table().is_working({low}));
    EXPECT_EQ(early.table().is_working({high}).code(), errc::outside_calendar);
    EXPECT_EQ(late.table().last(), civil_day{high});
    EXPECT_EQ(*late.table().advance({high - 2}, working_days{1}), civil_day{high});
    EXPECT_EQ(*late.table().advance({high}, working_days{-1}), civil_day{high - 2});
    EXPECT_EQ(late.table().count({high - 3}, {high})->count, 2);
}

TEST(day_table, the_longest_has_65534_days) {
    const civil_day first = day_from({1900, 1, 1});
    const civil_day last = first + (most_days - 1);
    for (const char* week : {"1111111", "1111100", "0000001"}) {
        const auto days = *calendar::from_list(first, last, *parse_week(week), {});
        const std::int64_t working = days.days().working();
        EXPECT_EQ(days.days().count(first - 1, last)->count, working);
        std::int64_t rank = 0;
        for (civil_day day = first; day <= last; ++day) {
            const bool works = week[static_cast<std::size_t>(weekday_of(day))] == '1';
            if (works && days.days().selected(rank) != day) FAIL() << day.number;
            rank += works ? 1 : 0;
            if (days.days().rank(day) != rank || *days.days().is_working(day) != works) FAIL() << day.number;
        }
        EXPECT_EQ(rank, working);
        const bool first_works = *days.days().is_working(first);
        EXPECT_EQ(*days.days().advance(first, working_days{working - (first_works ? 1 : 0)}),
                  *days.days().roll(last, roll_convention::preceding));
    }
}

template <class T>
void expect_same(const result<civil_day>& answer, const T& counted) {
    if (counted) {
        ASSERT_EQ(answer.why(), failure{});
        ASSERT_EQ(*answer, *counted);
    } else {
        ASSERT_EQ(answer.code(), errc::beyond_calendar);
    }
}

testing::random_calendar random_days(testing::seeded_choices& choices, std::int32_t size) {
    return choices.between(0, 1) == 0 ? testing::random_list_calendar(choices, size)
                                      : testing::random_swap_calendar(choices, size);
}

TEST(day_table, answers_as_counted_on_random_calendars) {
    testing::seeded_choices choices(31);
    for (int round = 0; round < 300; ++round) {
        SCOPED_TRACE(round);
        const auto size = static_cast<std::int32_t>(choices.between(1, round % 3 == 0 ? 10 : 120));
        const auto days = random_days(choices, size);
        const day_table table = days.made.days();
        ASSERT_EQ(table.first(), days.plain.first);
        ASSERT_EQ(table.last(), days.plain.last());
        for (int question = 0; question < 60; ++question) {
            const civil_day day = days.some_day(choices);
            ASSERT_EQ(*table.is_working(day), days.plain.is_working(day));
            const std::int64_t n = choices.between(-size - 1, size + 1);
            expect_same(table.advance(day, working_days{n}), days.plain.advance(day, n));
            expect_same(table.next_working(day), days.plain.advance(day, 1));
            expect_same(table.previous_working(day), days.plain.advance(day, -1));
            for (const roll_convention convention : conventions) {
                expect_same(table.roll(day, convention), days.plain.roll(day, convention));
            }
            const civil_day other = days.some_day(choices);
            ASSERT_EQ(table.count(day, other)->count, days.plain.count(day, other));
        }
    }
}

TEST(day_table, laws_on_random_calendars) {
    testing::seeded_choices choices(311);
    for (int round = 0; round < 300; ++round) {
        SCOPED_TRACE(round);
        const auto size = static_cast<std::int32_t>(choices.between(1, 200));
        const auto days = random_days(choices, size);
        const day_table table = days.made.days();
        const auto count = [&](civil_day after, civil_day through) { return table.count(after, through)->count; };
        for (int question = 0; question < 60; ++question) {
            const civil_day a = days.some_day(choices), b = days.some_day(choices), c = days.some_day(choices);
            // Additive and antisymmetric.
            ASSERT_EQ(count(a, b) + count(b, c), count(a, c));
            ASSERT_EQ(count(a, b), -count(b, a));
            // Non-decreasing, a day at a time.
            ASSERT_EQ(count(a - 1, a), *table.is_working(a) ? 1 : 0);
            // Counting and going are inverses; from a rest day, backwards, the first step is half a step.
            const std::int64_t n = choices.between(-size, size);
            if (const auto there = table.advance(a, working_days{n})) {
                const bool works = *table.is_working(a);
                ASSERT_EQ(count(a, *there), n >= 0 || works ? n : n + 1) << a.number << ' ' << n;
                ASSERT_TRUE(n == 0 || *table.is_working(*there));
                // From a working day there and back again; n = 0 stays.
                if (works || n == 0) {
                    ASSERT_EQ(*table.advance(*there, working_days{-n}), a);
                }
                // In two steps as in one, when they go the same way.
                const std::int64_t part = n > 0 ? choices.between(0, n) : choices.between(n, 0);
                const auto half_way = table.advance(a, working_days{part});
                ASSERT_EQ(*table.advance(*half_way, working_days{n - part}), *there);
                // Non-decreasing in the day.
                if (const auto later = table.advance(std::max(a, b), working_days{n})) {
                    const auto earlier = table.advance(std::min(a, b), working_days{n});
                    if (earlier) {
                        ASSERT_LE(*earlier, *later);
                    }
                }
            }
            // Rolling: stays where it works, does not roll twice, lies on its side.
            for (const roll_convention convention : conventions) {
                const auto rolled = table.roll(a, convention);
                if (!rolled) continue;
                ASSERT_TRUE(*table.is_working(*rolled));
                ASSERT_EQ(*table.roll(*rolled, convention), *rolled);
                if (convention == roll_convention::following) {
                    ASSERT_GE(*rolled, a);
                }
                if (convention == roll_convention::preceding) {
                    ASSERT_LE(*rolled, a);
                }
            }
        }
    }
}

TEST(day_table, can_be_asked_by_the_compiler) {
    static constexpr std::array<std::uint16_t, 4> rank{0, 1, 1, 2};
    static constexpr std::array<std::uint16_t, 2> select{0, 2};
    static constexpr day_table days({100}, rank, select);
    static_assert(days.advance({100}, working_days{1})->number == 102);
    static_assert(days.count({99}, {102})->count == 2);
    static_assert(noexcept(days.roll({101}, roll_convention::following)));
}

}  // namespace
}  // namespace thoihan
