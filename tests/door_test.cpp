// The door: answers that throw, and the calendar of Vietnam for the asking.
#include "thoihan/thoihan.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace thoihan {
namespace {

TEST(door, gives_the_value) {
    EXPECT_EQ(value_or_throw(parse_day("2026-02-28")), day_from({2026, 2, 28}));
    // A value that can only be moved is moved.
    result<std::unique_ptr<int>> owned = std::make_unique<int>(7);
    EXPECT_EQ(*value_or_throw(std::move(owned)), 7);
}

TEST(door, throws_the_reason_with_its_place) {
    try {
        (void)value_or_throw(parse_day("2026-02-30"),
                             {.file = "a.csv", .line = 3, .field = "received_at", .value = "2026-02-30", .right = {}});
        FAIL() << "nothing was thrown";
    } catch (const error& thrown) {
        EXPECT_EQ(thrown.why(), (failure{errc::date_invalid, 2026'02'30}));
        EXPECT_EQ(std::string(thrown.what()),
                  "a.csv:3: received_at = '2026-02-30': there is no day 2026-02-30; "
                  "expected: a day that exists, in the years 1 to 9999");
    }
    EXPECT_THROW((void)value_or_throw(vietnam().days().advance(vietnam().last(), working_days{1})), std::runtime_error);
}

TEST(door, vietnam_is_made_once) {
    EXPECT_EQ(&vietnam(), &vietnam());
    EXPECT_GT(vietnam().edition_count(), 1U);
    EXPECT_EQ(vietnam().facts().name, "vn");
    // Over Tết 2025: off from 25 January to 2 February.
    const civil_day friday = day_from({2025, 1, 24});
    EXPECT_EQ(value_or_throw(vietnam().days().advance(friday, working_days{1})), day_from({2025, 2, 3}));
}

TEST(door_threads, vietnam_is_the_same_in_each) {
    std::vector<std::thread> threads;
    std::vector<const calendar*> seen(8);
    threads.reserve(seen.size());
    for (auto& one : seen) threads.emplace_back([&one] { one = &vietnam(); });
    for (std::thread& thread : threads) thread.join();
    for (const calendar* one : seen) EXPECT_EQ(one, &vietnam());
}

}  // namespace
}  // namespace thoihan
