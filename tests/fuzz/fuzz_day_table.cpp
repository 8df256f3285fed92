// Calendars that the input makes, from lists or with swaps: each question about days against counting one by one.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>

#include "../support/by_counting.hpp"
#include "../support/random_subjects.hpp"
#include "thoihan/thoihan.hpp"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void require_same(const thoihan::result<thoihan::civil_day>& answer, const std::optional<thoihan::civil_day>& counted) {
    require(answer.has_value() == counted.has_value());
    require(counted ? *answer == *counted : answer.code() == thoihan::errc::beyond_calendar);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace thoihan;
    thoihan::testing::byte_choices choices(data, size);
    const auto days_long = static_cast<std::int32_t>(choices.between(1, 60));
    const auto days = choices.between(0, 1) == 0 ? thoihan::testing::random_list_calendar(choices, days_long)
                                                 : thoihan::testing::random_swap_calendar(choices, days_long);
    const day_table table = days.made.days();
    for (int question = 0; question < 20; ++question) {
        const civil_day day = days.some_day(choices), other = days.some_day(choices);
        const std::int64_t n = choices.between(-days_long - 1, days_long + 1);
        require(*table.is_working(day) == days.plain.is_working(day));
        require(table.count(day, other)->count == days.plain.count(day, other));
        require_same(table.advance(day, working_days{n}), days.plain.advance(day, n));
        for (const auto convention : {roll_convention::following, roll_convention::preceding,
                                      roll_convention::modified_following, roll_convention::modified_preceding}) {
            require_same(table.roll(day, convention), days.plain.roll(day, convention));
        }
        require(days.made.day(day)->working == days.plain.is_working(day));
    }
    // Any day and any count at all: an answer or a refusal.
    const civil_day any{static_cast<std::int32_t>(choices.between(INT32_MIN, INT32_MAX))};
    const working_days count{choices.between(INT64_MIN, INT64_MAX)};
    (void)table.advance(any, count);
    (void)table.count(any, table.first());
    (void)table.roll(any, roll_convention::modified_following);
    return 0;
}
