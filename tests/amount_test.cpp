// Counts of time: each adds and compares with its own kind, and with nothing else.
#include "thoihan/amount.hpp"

#include <gtest/gtest.h>

#include <concepts>
#include <cstdint>

#include "thoihan/civil.hpp"

namespace thoihan {
namespace {

template <class A, class B>
concept can_add = requires(A a, B b) {
    a + b;
};
template <class A, class B>
concept can_subtract = requires(A a, B b) {
    a - b;
};
template <class A, class B>
concept can_compare = requires(A a, B b) {
    a < b;
};
template <class A, class B>
concept mix = can_add<A, B> || can_add<B, A> || can_subtract<A, B> || can_subtract<B, A> || can_compare<A, B> ||
    std::convertible_to<A, B> || std::convertible_to<B, A>;

// Only a calendar adds working days, only civil arithmetic months, only a working clock working seconds.
static_assert(!mix<civil_day, working_days>);
static_assert(!mix<civil_day, civil_days>);
static_assert(!mix<civil_day, civil_months>);
static_assert(!mix<civil_second, working_seconds>);
static_assert(!mix<civil_second, wall_seconds>);
static_assert(!mix<civil_day, civil_second>);
// Units do not mix: five working days are not five days, eight working hours not eight hours.
static_assert(!mix<working_days, civil_days>);
static_assert(!mix<civil_days, civil_weeks>);
static_assert(!mix<civil_months, civil_years>);
static_assert(!mix<working_seconds, wall_seconds>);
// A bare number is no count of anything.
static_assert(!std::convertible_to<int, working_days> && !std::convertible_to<working_days, std::int64_t>);
static_assert(can_add<working_days, working_days> && can_compare<wall_seconds, wall_seconds>);

TEST(amount, adds_subtracts_negates_and_compares) {
    const working_days three{3}, five{5};
    EXPECT_EQ(three + five, working_days{8});
    EXPECT_EQ(three - five, working_days{-2});
    EXPECT_EQ(-three, working_days{-3});
    EXPECT_LT(three, five);
    EXPECT_EQ(working_days{}, working_days{0});
}

TEST(amount, hours_and_minutes_are_seconds) {
    EXPECT_EQ(working_hours(8), working_seconds{28'800});
    EXPECT_EQ(working_minutes(-30), working_seconds{-1800});
    EXPECT_EQ(wall_hours(24), wall_seconds{86'400});
    EXPECT_EQ(wall_minutes(1), wall_seconds{60});
    EXPECT_EQ(working_hours(1'000'000), working_seconds{3'600'000'000});  // more than 32 bits hold
}

}  // namespace
}  // namespace thoihan
