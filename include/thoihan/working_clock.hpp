// thoihan/working_clock.hpp: the clock that runs in office hours on working days, and its inverses.
//
// F(t) is the number of working seconds before t. It is continuous, never decreases, and stands still
// outside sessions. Every question is F or an inverse of F, and costs a few look-ups:
//
//   elapsed(a, b)   F(b) - F(a)
//   advance(t, w)   w > 0: the earliest u with F(u) - F(t) >= w: a day's work ends at closing, not at the
//                   next opening; w < 0: the latest u with F(t) - F(u) >= -w; 0: t itself
//   latest(t, w)    the latest u with F(u) - F(t) <= w: a comparison with it asks whether time is left
//   next_open(t)    the earliest open instant at or after t
//
// Laws: elapsed(t, advance(t, w)) == w; F(x) - F(t) <= w exactly when x <= latest(t, w).
#ifndef THOIHAN_WORKING_CLOCK_HPP
#define THOIHAN_WORKING_CLOCK_HPP

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "thoihan/amount.hpp"
#include "thoihan/calendar.hpp"
#include "thoihan/civil.hpp"
#include "thoihan/error.hpp"
#include "thoihan/office_hours.hpp"
#include "thoihan/sessions.hpp"

namespace thoihan {

/// Instants must lie in [first 00:00, last 24:00] of the calendar, both included; others fail with
/// `instant_outside`. Answers that would lie outside fail with `beyond_clock` or `never_opens`.
class working_clock {
public:
    working_clock(calendar days, office_hours hours) : calendar_(std::move(days)), hours_(std::move(hours)) {
        const std::size_t size = static_cast<std::size_t>(calendar_.last() - calendar_.first()) + 1;
        open_rank_.reserve(size + 1);
        starts_.push_back(0);
        const day_table table = calendar_.days();
        for (civil_day day = calendar_.first(); day <= calendar_.last(); ++day) {
            open_rank_.push_back(static_cast<std::uint16_t>(open_days_.size()));
            if (!table.works(day)) continue;
            const sessions& open = hours_.on(day, weekday_of(pays_for(day)));
            if (open.empty()) continue;
            open_days_.push_back(static_cast<std::uint16_t>(day - calendar_.first()));
            patterns_of_.push_back(pattern_number(open));
            starts_.push_back(starts_.back() + open.length());
        }
        open_rank_.push_back(static_cast<std::uint16_t>(open_days_.size()));
        fill_buckets();
    }

    [[nodiscard]] const calendar& days() const noexcept { return calendar_; }
    [[nodiscard]] const office_hours& hours() const noexcept { return hours_; }

    /// Whether t lies in a session. At 24:00 of the last day that is the next day's affair: `instant_outside`.
    [[nodiscard]] result<bool> is_open(civil_second t) const noexcept {
        if (!is_inside(t) || day_of(t) > calendar_.last()) return outside(t);
        const sessions* open = sessions_at(t);
        return open != nullptr && open->is_open(clock_time(t));
    }

    /// F(t): working seconds before t since the calendar's first day.
    [[nodiscard]] result<working_seconds> reading(civil_second t) const noexcept {
        if (!is_inside(t)) return outside(t);
        return working_seconds{F(t)};
    }

    /// The working seconds from a to b; negative when b is before a.
    [[nodiscard]] result<working_seconds> elapsed(civil_second a, civil_second b) const noexcept {
        if (!is_inside(a)) return outside(a);
        if (!is_inside(b)) return outside(b);
        return working_seconds{F(b) - F(a)};
    }

    /// w > 0: the earliest instant by which w working seconds have passed since t; w < 0: the latest instant
    /// from which |w| pass until t; 0: t itself.
    [[nodiscard]] result<civil_second> advance(civil_second t, working_seconds w) const noexcept {
        if (!is_inside(t)) return outside(t);
        if (w.count == 0) return t;
        const std::int64_t now = F(t);
        if (w.count > total() - now || w.count < -now) return {errc::beyond_clock, t.number, w.count};
        return w.count > 0 ? earliest(now + w.count) : result<civil_second>(latest_with(now + w.count));
    }

    /// The latest instant by which no more than w working seconds have passed since t, w >= 0. Fails with
    /// `negative_amount`, and with `beyond_clock` where the clock runs no further than that.
    [[nodiscard]] result<civil_second> latest(civil_second t, working_seconds w) const noexcept {
        if (!is_inside(t)) return outside(t);
        if (w.count < 0) return {errc::negative_amount, w.count};
        const std::int64_t now = F(t);
        if (w.count >= total() - now) return {errc::beyond_clock, t.number, w.count};
        return latest_with(now + w.count);
    }

    /// The earliest open instant at or after t. Fails with `never_opens`.
    [[nodiscard]] result<civil_second> next_open(civil_second t) const noexcept {
        if (!is_inside(t)) return outside(t);
        const std::int64_t now = F(t);
        if (now >= total()) return {errc::never_opens, t.number};
        return latest_with(now);
    }

    /// The sessions of a day as the clock runs on it: none where it does not work. Fails with `outside_calendar`.
    [[nodiscard]] result<sessions> sessions_on(civil_day day) const noexcept {
        if (!calendar_.days().is_inside(day)) return {errc::outside_calendar, day.number};
        const sessions* open = sessions_at(start_of(day));
        return open == nullptr ? sessions{} : *open;
    }

private:
    /// The day whose hours a day has: a make-up day has those of the day it pays for (A31).
    [[nodiscard]] civil_day pays_for(civil_day day) const noexcept {
        const dated_exception* one = calendar_.exception_on(day);
        return one != nullptr && one->kind == day_kind::work_swapped ? one->partner : day;
    }

    [[nodiscard]] std::uint16_t pattern_number(const sessions& wanted) {
        for (std::size_t i = patterns_.size(); i-- > 0;) {
            if (patterns_[i] == wanted) return static_cast<std::uint16_t>(i);
        }
        patterns_.push_back(wanted);
        return static_cast<std::uint16_t>(patterns_.size() - 1);
    }

    // Buckets of F, each about as wide as a day is long: bucket b begins in the open day buckets_[b].
    void fill_buckets() {
        if (open_days_.empty()) return;
        const auto mean = static_cast<std::uint64_t>(total()) / open_days_.size();
        shift_ = static_cast<unsigned>(std::bit_width(mean)) - 1;
        const auto count = static_cast<std::size_t>(static_cast<std::uint64_t>(total()) >> shift_) + 2;
        buckets_.reserve(count);
        std::size_t day = 0;
        for (std::size_t bucket = 0; bucket < count; ++bucket) {
            const auto begins = static_cast<std::int64_t>(static_cast<std::uint64_t>(bucket) << shift_);
            while (day + 1 < open_days_.size() && starts_[day + 1] <= begins) ++day;
            buckets_.push_back(static_cast<std::uint16_t>(day));
        }
    }

    [[nodiscard]] std::int64_t total() const noexcept { return starts_.back(); }

    [[nodiscard]] bool is_inside(civil_second t) const noexcept {
        return start_of(calendar_.first()) <= t && t <= start_of(calendar_.last() + 1);
    }
    [[nodiscard]] static failure outside(civil_second t) noexcept { return {errc::instant_outside, t.number}; }

    /// The number of the first open day on or after t's day.
    [[nodiscard]] std::size_t open_number(civil_second t) const noexcept {
        return open_rank_[static_cast<std::size_t>(day_of(t) - calendar_.first())];
    }

    /// The sessions of t's day; null where it has none.
    [[nodiscard]] const sessions* sessions_at(civil_second t) const noexcept {
        const std::size_t number = open_number(t);
        const bool is_open_day = number < open_days_.size() &&
                                 open_days_[number] == static_cast<std::uint16_t>(day_of(t) - calendar_.first());
        return is_open_day ? &patterns_[patterns_of_[number]] : nullptr;
    }

    [[nodiscard]] std::int64_t F(civil_second t) const noexcept {
        const sessions* open = sessions_at(t);
        return starts_[open_number(t)] + (open == nullptr ? 0 : open->elapsed_by(clock_time(t)));
    }

    /// The open day in which F passes through `reading`: starts_[day] <= reading < starts_[day + 1].
    [[nodiscard]] std::size_t open_day_of(std::int64_t reading) const noexcept {
        const auto bucket = static_cast<std::size_t>(static_cast<std::uint64_t>(reading) >> shift_);
        const auto from = starts_.begin() + buckets_[bucket];
        const auto to = starts_.begin() + buckets_[bucket + 1] + 2;
        return static_cast<std::size_t>(std::upper_bound(from, to, reading) - starts_.begin()) - 1;
    }

    [[nodiscard]] civil_second at(std::size_t open_day, std::int32_t time) const noexcept {
        return start_of(calendar_.first() + open_days_[open_day]) + time;
    }

    /// The earliest u with F(u) == reading, 0 < reading <= total().
    [[nodiscard]] civil_second earliest(std::int64_t reading) const noexcept {
        const std::size_t day = open_day_of(reading - 1);
        return at(day, patterns_[patterns_of_[day]].earliest(static_cast<std::int32_t>(reading - starts_[day])));
    }

    /// The latest u with F(u) == reading, 0 <= reading < total().
    [[nodiscard]] civil_second latest_with(std::int64_t reading) const noexcept {
        const std::size_t day = open_day_of(reading);
        return at(day, patterns_[patterns_of_[day]].latest(static_cast<std::int32_t>(reading - starts_[day])));
    }

    calendar calendar_;
    office_hours hours_;
    std::vector<sessions> patterns_;          // the different days there are
    std::vector<std::uint16_t> open_rank_;    // [day]: open days before it; one more for the instant after the last
    std::vector<std::uint16_t> open_days_;    // [k]: offset from first of the open day number k
    std::vector<std::uint16_t> patterns_of_;  // [k]: its pattern
    std::vector<std::int64_t> starts_;        // [k]: F at its 00:00; one more, the total
    std::vector<std::uint16_t> buckets_;
    unsigned shift_ = 0;
};

}  // namespace thoihan

#endif  // THOIHAN_WORKING_CLOCK_HPP
