// Calendars and office hours that the input makes: readings against a walk over the sessions, and each inverse held to
// its definition.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "../support/by_counting.hpp"
#include "../support/random_subjects.hpp"
#include "thoihan/thoihan.hpp"

namespace {

using namespace thoihan;

void require(bool holds) {
    if (!holds) std::abort();
}

/// The sessions of each day, none where it does not work; instants are seconds from 00:00 of the first.
struct walked_seconds {
    std::vector<thoihan::testing::plain_sessions> days;

    walked_seconds(const thoihan::testing::random_calendar& calendar, const thoihan::testing::random_hours& hours) {
        for (std::size_t i = 0; i < calendar.plain.works.size(); ++i) {
            const civil_day day = calendar.plain.first + static_cast<std::int32_t>(i);
            days.push_back(calendar.plain.works[i] != 0 ? hours.on(day, calendar.pays_for[i])
                                                        : thoihan::testing::plain_sessions{});
        }
    }

    [[nodiscard]] std::int64_t end() const { return static_cast<std::int64_t>(days.size()) * seconds_per_day; }

    /// Working seconds before t.
    [[nodiscard]] std::int64_t reading(std::int64_t t) const {
        std::int64_t sum = 0;
        std::int64_t midnight = 0;
        for (const auto& sessions : days) {
            for (const auto& [open, close] : sessions) {
                sum += std::clamp<std::int64_t>(t - midnight - open, 0, close - open);
            }
            midnight += seconds_per_day;
        }
        return sum;
    }
    [[nodiscard]] bool is_open(std::int64_t t) const { return reading(t + 1) > reading(t); }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    thoihan::testing::byte_choices choices(data, size);
    const auto days_long = static_cast<std::int32_t>(choices.between(1, 20));
    const auto days = choices.between(0, 1) == 0 ? thoihan::testing::random_list_calendar(choices, days_long)
                                                 : thoihan::testing::random_swap_calendar(choices, days_long);
    const auto hours = thoihan::testing::random_office(choices, days);
    const working_clock clock(days.made, hours.made);
    const walked_seconds walked(days, hours);
    const std::int64_t end = walked.end();
    const std::int64_t total = walked.reading(end);
    const civil_second first = start_of(days.plain.first);

    for (int question = 0; question < 20; ++question) {
        const std::int64_t t = choices.between(0, end), x = choices.between(0, end);
        const std::int64_t now = walked.reading(t);
        require(clock.elapsed(first + t, first + x)->count == walked.reading(x) - now);
        const auto is_open = clock.is_open(first + t);
        require(t < end ? *is_open == walked.is_open(t) : is_open.code() == errc::instant_outside);

        const std::int64_t w = choices.between(0, 1) == 0 ? walked.reading(x) - now + choices.between(-1, 1)
                                                          : choices.between(-total - 1, total + 1);
        const auto there = clock.advance(first + t, working_seconds{w});
        require(there.has_value() == (w == 0 || (now + w >= 0 && now + w <= total)));
        if (there && w == 0) require(*there == first + t);
        if (there && w != 0) {
            const std::int64_t u = *there - first;
            require(walked.reading(u) == now + w);
            if (w > 0) require(walked.reading(u - 1) < now + w);  // the earliest
            if (w < 0) require(walked.reading(u + 1) > now + w);  // the latest
        }
        if (w >= 0) {
            const auto until = clock.latest(first + t, working_seconds{w});
            require(until.has_value() == (now + w < total));
            if (until) {
                const std::int64_t u = *until - first;
                require(walked.reading(u) - now <= w && walked.reading(u + 1) - now > w);
            }
        }
        const auto open = clock.next_open(first + t);
        require(open.has_value() == (now < total));
        if (open) {
            const std::int64_t u = *open - first;
            require(u >= t && walked.reading(u) == now && walked.is_open(u));
        }
    }

    // Any instant and any amount at all: an answer or a refusal.
    const civil_second any{choices.between(INT64_MIN, INT64_MAX)};
    const working_seconds amount{choices.between(INT64_MIN, INT64_MAX)};
    (void)clock.advance(any, amount);
    (void)clock.advance(first, amount);
    (void)clock.latest(first, amount);
    (void)clock.elapsed(any, first);
    (void)clock.next_open(any);
    return 0;
}
