// The slow way: days counted one by one, seconds counted one by one, the questions answered by their definitions
// (docs/design). Shares nothing with the tables of the library.
#ifndef THOIHAN_TESTS_SUPPORT_BY_COUNTING_HPP
#define THOIHAN_TESTS_SUPPORT_BY_COUNTING_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "thoihan/civil.hpp"
#include "thoihan/day_table.hpp"

namespace thoihan::testing {

/// Days, each of which works or not. Answers outside them are nothing.
struct counted_days {
    civil_day first;
    std::vector<std::uint8_t> works;

    [[nodiscard]] civil_day last() const { return first + static_cast<std::int32_t>(works.size()) - 1; }
    [[nodiscard]] bool is_inside(civil_day day) const { return first <= day && day <= last(); }
    [[nodiscard]] bool is_working(civil_day day) const { return works[static_cast<std::size_t>(day - first)] != 0; }

    [[nodiscard]] std::optional<civil_day> advance(civil_day day, std::int64_t n) const {
        const std::int32_t step = n > 0 ? 1 : -1;
        for (std::int64_t left = n > 0 ? n : -n; left > 0; left -= is_working(day) ? 1 : 0) {
            day = day + step;
            if (!is_inside(day)) return std::nullopt;
        }
        return day;
    }

    /// In (after, through].
    [[nodiscard]] std::int64_t count(civil_day after, civil_day through) const {
        if (through < after) return -count(through, after);
        std::int64_t working = 0;
        while (after < through) {
            ++after;
            working += is_working(after) ? 1 : 0;
        }
        return working;
    }

    /// Modified conventions turn to the other side rather than leave the month; where the days end before the month
    /// does, nobody knows.
    [[nodiscard]] std::optional<civil_day> roll(civil_day day, roll_convention convention) const {
        const bool modified =
            convention == roll_convention::modified_following || convention == roll_convention::modified_preceding;
        const bool ahead =
            convention == roll_convention::following || convention == roll_convention::modified_following;
        const year_month_day parts = parts_of(day);
        for (civil_day at = day;; at = at + (ahead ? 1 : -1)) {
            const year_month_day here = parts_of(at);
            if (modified && (here.month != parts.month || here.year != parts.year)) break;
            if (!is_inside(at)) return std::nullopt;
            if (is_working(at)) return at;
        }
        return advance(day, ahead ? -1 : 1);
    }
};

/// The sessions of a day, [open, close).
using plain_sessions = std::vector<std::pair<std::int32_t, std::int32_t>>;

/// Seconds counted one by one from 00:00 of a first day; instants are seconds since then.
class counted_seconds {
public:
    /// The sessions of each day, none where it does not work.
    explicit counted_seconds(const std::vector<plain_sessions>& days)
        : open_(days.size() * seconds_per_day), before_(open_.size() + 1) {
        for (std::size_t day = 0; day < days.size(); ++day) {
            for (const auto& [open, close] : days[day]) {
                for (std::int32_t time = open; time < close; ++time) {
                    open_[day * seconds_per_day + static_cast<std::size_t>(time)] = 1;
                }
            }
        }
        for (std::size_t at = 0; at < open_.size(); ++at) before_[at + 1] = before_[at] + open_[at];
    }

    /// The instant after the last second.
    [[nodiscard]] std::int64_t end() const { return static_cast<std::int64_t>(open_.size()); }
    [[nodiscard]] bool is_open(std::int64_t t) const { return t < end() && open_[static_cast<std::size_t>(t)] != 0; }
    [[nodiscard]] std::int64_t reading(std::int64_t t) const { return before_[static_cast<std::size_t>(t)]; }
    [[nodiscard]] std::int64_t total() const { return before_.back(); }

    /// w > 0: the earliest u with F(u) - F(t) >= w; w < 0: the latest u with F(t) - F(u) >= -w; 0: t.
    [[nodiscard]] std::optional<std::int64_t> advance(std::int64_t t, std::int64_t w) const {
        if (w == 0) return t;
        const std::int64_t wanted = reading(t) + w;
        if (wanted < 0 || wanted > total()) return std::nullopt;
        return w > 0 ? first_reaching(wanted) : last_with(wanted);
    }

    /// The latest u with F(u) - F(t) <= w; nothing where that is the end.
    [[nodiscard]] std::optional<std::int64_t> latest(std::int64_t t, std::int64_t w) const {
        const std::int64_t u = last_with(reading(t) + w);
        return u == end() ? std::nullopt : std::optional(u);
    }

    [[nodiscard]] std::optional<std::int64_t> next_open(std::int64_t t) const {
        const auto found = std::find(open_.begin() + t, open_.end(), std::uint8_t{1});
        return found == open_.end() ? std::nullopt : std::optional<std::int64_t>(found - open_.begin());
    }

private:
    [[nodiscard]] std::int64_t first_reaching(std::int64_t reading) const {
        return std::lower_bound(before_.begin(), before_.end(), reading) - before_.begin();
    }
    [[nodiscard]] std::int64_t last_with(std::int64_t reading) const {
        return std::upper_bound(before_.begin(), before_.end(), reading) - before_.begin() - 1;
    }

    std::vector<std::uint8_t> open_;    // [s]: whether second s is open
    std::vector<std::int32_t> before_;  // [s]: open seconds before s
};

}  // namespace thoihan::testing

#endif  // THOIHAN_TESTS_SUPPORT_BY_COUNTING_HPP
