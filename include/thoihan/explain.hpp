// thoihan/explain.hpp: the telling of a computation, step by step, as data.
//
// `explain` runs deadline_of with a teller that writes down what it is told: the explanation is the very computation
// that gives the date. For each stretch that was counted the days are listed, from the same calendar over the same
// interval, and the listing must count to the same number (`agrees`). Words for it: explain_text.hpp.
#ifndef THOIHAN_EXPLAIN_HPP
#define THOIHAN_EXPLAIN_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include "thoihan/civil.hpp"
#include "thoihan/deadline.hpp"
#include "thoihan/error.hpp"
#include "thoihan/rule.hpp"
#include "thoihan/time_limit.hpp"

namespace thoihan {

/// What a step did.
enum class step_kind : std::uint8_t {
    moved_by_channel,  ///< the receipt moved to reception hours
    moved_by_cutoff,   ///< the receipt moved past the cut-off
    day_zero,          ///< this day is not counted
    counted,           ///< a part ran
    rolled,            ///< the end moved from a rest day
    due_at_moved       ///< the instant on the slip moved to the return hours
};

/// One day of a stretch.
struct told_day {
    civil_day day;
    bool counted = false;      ///< as one of the units counted
    std::int64_t seconds = 0;  ///< working seconds of it that were counted, for parts in working hours

    friend constexpr bool operator==(const told_day&, const told_day&) = default;
};

struct told_step {
    step_kind kind = step_kind::counted;
    civil_second from, to;
    limit_part part;                  ///< counted: the part
    std::int32_t cutoff = 0;          ///< moved_by_cutoff: the clock time
    std::int64_t half_day = 0;        ///< counted: half a working day in working seconds, where there was one
    bool includes_first = false;      ///< counted: the day of `from` is counted too
    std::vector<told_day> days;       ///< counted: every day looked at; rolled and moved: the days passed over
    std::vector<told_day> half_days;  ///< the days on which the half working day ran
};

struct explanation {
    deadline due;
    std::vector<told_step> steps;
};

namespace detail {

/// Writes down what it is told.
class recording_teller {
public:
    explicit recording_teller(std::vector<told_step>& steps) : steps_(&steps) {}

    void moved_by_channel(civil_second from, civil_second to) const { add(step_kind::moved_by_channel, from, to); }
    void moved_by_cutoff(civil_second from, civil_second to, std::int32_t cutoff) const {
        add(step_kind::moved_by_cutoff, from, to).cutoff = cutoff;
    }
    void day_zero(civil_day day) const { add(step_kind::day_zero, start_of(day), start_of(day)); }
    void counted(limit_part part, civil_second from, civil_second to) {
        told_step& step = add(step_kind::counted, from, to);
        step.part = part;
        step.half_day = std::exchange(half_day_, 0);
    }
    void half_day(std::int64_t seconds) { half_day_ = seconds; }
    void rolled(civil_day from, civil_day to) const { add(step_kind::rolled, start_of(from), start_of(to)); }
    void due_at_moved(civil_second from, civil_second to) const { add(step_kind::due_at_moved, from, to); }

private:
    told_step& add(step_kind kind, civil_second from, civil_second to) const {
        told_step& step = steps_->emplace_back();
        step.kind = kind;
        step.from = from;
        step.to = to;
        return step;
    }

    std::vector<told_step>* steps_;
    std::int64_t half_day_ = 0;
};

/// Which days a part in days counts.
[[nodiscard]] inline day_table counting_days(const rule& by, limit_unit unit) noexcept {
    if (unit == limit_unit::day && by.how.days_skip != days_skip_switch::nothing) return *by.days;
    return by.counting->days().days();
}

/// The working seconds of each day from one instant to another.
[[nodiscard]] inline std::vector<told_day> days_in_seconds(const rule& by, civil_second from, civil_second to) {
    std::vector<told_day> days;
    for (civil_day day = day_of(from); day <= day_of(to); ++day) {
        const auto elapsed = by.counting->elapsed(std::max(start_of(day), from), std::min(start_of(day + 1), to));
        const std::int64_t seconds = elapsed ? elapsed->count : 0;
        days.push_back({day, seconds > 0, seconds});
    }
    return days;
}

/// Lists the days of a counted step.
inline void list_days(const rule& by, told_step& step) {
    const limit_part part = step.part;
    if (part.unit == limit_unit::working_hour || part.unit == limit_unit::working_minute) {
        step.days = days_in_seconds(by, step.from, step.to);
    } else if (part.unit == limit_unit::same_day) {
        for (civil_day day = day_of(step.from); day <= day_of(step.to); ++day) {
            step.days.push_back({day, day == day_of(step.to), 0});
        }
    } else if (part.unit == limit_unit::working_day || part.unit == limit_unit::day) {
        const bool all_count = part.unit == limit_unit::day && by.how.days_skip == days_skip_switch::nothing;
        const day_table table = counting_days(by, part.unit);
        civil_day day = day_of(step.from) - (step.includes_first ? 1 : 0);
        for (std::int32_t left = part.halves / 2; left > 0;) {
            const bool counted = table.is_inside(++day) && (all_count || table.works(day));
            left -= counted || !table.is_inside(day) ? 1 : 0;
            step.days.push_back({day, counted, 0});
        }
        if (step.half_day > 0) {
            const civil_second begin = start_of(std::max(day, day_of(step.from))) + clock_time(step.from);
            step.half_days = days_in_seconds(by, begin, step.to);
        }
    }
}

}  // namespace detail

/// Whether the listing of a counted step counts to what the part says, and ends on the day that it ended on.
[[nodiscard]] inline bool agrees(const told_step& step) noexcept {
    const auto sum = [](const std::vector<told_day>& days) {
        return std::accumulate(days.begin(), days.end(), std::int64_t{0},
                               [](std::int64_t all, const told_day& day) { return all + day.seconds; });
    };
    const std::int64_t counted =
        std::count_if(step.days.begin(), step.days.end(), [](const told_day& day) { return day.counted; });
    const std::int32_t halves = step.part.halves;
    switch (step.part.unit) {
        case limit_unit::working_hour: return sum(step.days) == std::int64_t{halves} * 1800;
        case limit_unit::working_minute: return sum(step.days) == std::int64_t{halves} * 30;
        case limit_unit::same_day: return counted == 1;
        case limit_unit::working_day:
        case limit_unit::day: {
            if (counted != halves / 2 || sum(step.half_days) != step.half_day) return false;
            return halves % 2 != 0 || step.days.back().day == day_of(step.to);
        }
        case limit_unit::week:
        case limit_unit::month:
        case limit_unit::year:
        case limit_unit::hour:
        case limit_unit::minute: break;
    }
    return true;
}

/// The deadline of a leg, with every step on the way. Fails as deadline_of does.
[[nodiscard]] inline result<explanation> explain(const rule& by, const receipt& in, std::size_t leg = 0) {
    explanation out;
    const auto due = deadline_of(by, in, leg, detail::recording_teller(out.steps));
    if (!due) return due.why();
    out.due = *due;
    bool include = by.how.first_day == first_day_switch::included;
    for (told_step& step : out.steps) {
        if (step.kind == step_kind::counted) {
            step.includes_first = include && is_by_date(step.part.unit);
            if (is_by_date(step.part.unit)) include = false;
            detail::list_days(by, step);
        } else if (step.kind == step_kind::rolled || step.kind == step_kind::moved_by_channel ||
                   step.kind == step_kind::moved_by_cutoff) {
            const bool forward = step.from < step.to;
            const civil_day end = day_of(step.to);
            for (civil_day day = day_of(step.from); forward ? day < end : end < day; day = day + (forward ? 1 : -1)) {
                step.days.push_back({.day = day});
            }
        }
    }
    return out;
}

}  // namespace thoihan

#endif  // THOIHAN_EXPLAIN_HPP
