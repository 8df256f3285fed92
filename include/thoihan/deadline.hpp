// thoihan/deadline.hpp: from receipt to due, in one fixed order. The only place where a period is counted.
//
//   1 received ─► 2 channel ─► 3 cut-off ─► 4 day 0 ─► 5 parts ─► 7 roll ─► due_date, due_at, legal_end
//
// (6, add-ons, lengthens the limit before it comes here.) Each step is a switch of the regime. A `Teller` is
// told each step as it happens: the explanation listens to the very computation that gives the date, and
// whoever only wants the date passes a `silent_teller`, which costs nothing.
#ifndef THOIHAN_DEADLINE_HPP
#define THOIHAN_DEADLINE_HPP

#include <cstddef>
#include <cstdint>
#include <utility>

#include "thoihan/amount.hpp"
#include "thoihan/calendar.hpp"
#include "thoihan/civil.hpp"
#include "thoihan/civil_months.hpp"
#include "thoihan/error.hpp"
#include "thoihan/rule.hpp"
#include "thoihan/time_limit.hpp"
#include "thoihan/working_clock.hpp"

namespace thoihan {

/// Whether an instant was given with its time of day. Without, its time is 00:00 and means nothing.
enum class time_precision : std::uint8_t { second, day };

/// A dossier coming in.
struct receipt {
    civil_second at;
    channel via = channel::counter;
    time_precision precision = time_precision::second;
};

/// When it is due.
struct deadline {
    civil_second effective;     ///< the receipt that counts, after channel and cut-off
    civil_day day_0;            ///< the day that is not counted (BLDS 147.2)
    civil_day due_date;         ///< the last day in time
    civil_second due_at;        ///< the instant on the slip (A33); with hours, the last instant in time
    civil_second legal_end;     ///< the first instant too late. Print due_date, never the date of this
    bool by_date = true;        ///< compared by date, or by instant
    bool time_unknown = false;  ///< the time of day of the receipt was needed and not known (A34)
    certainty sure = certainty::announced;

    friend constexpr bool operator==(const deadline&, const deadline&) = default;
};

/// What a computation tells of itself; all of it ignored. Derive and hide what you want to hear.
struct silent_teller {
    /// The receipt moved, by the channel (2).
    constexpr void moved_by_channel(civil_second, civil_second) const noexcept {}
    /// The receipt moved, by the cut-off (3); the last is the clock time after which it is late.
    constexpr void moved_by_cutoff(civil_second, civil_second, std::int32_t) const noexcept {}
    constexpr void day_zero(civil_day) const noexcept {}
    /// A part ran from and to; both by date or by instant as its unit is. `from` itself is not counted.
    constexpr void counted(limit_part, civil_second, civil_second) const noexcept {}
    /// Half a working day was so many working seconds.
    constexpr void half_day(std::int64_t) const noexcept {}
    /// The end rolled from a rest day (7).
    constexpr void rolled(civil_day, civil_day) const noexcept {}
    /// The instant on the slip moved to the next opening of the return hours.
    constexpr void due_at_moved(civil_second, civil_second) const noexcept {}
};

namespace detail {

/// The instant that a computation has reached.
struct reached {
    civil_second at;
    [[nodiscard]] civil_day day() const noexcept { return day_of(at); }
    /// The same clock time on another day.
    void go_to(civil_day day) noexcept { at = start_of(day) + clock_time(at); }
};

/// The opening of the first day after `day` that works and has hours; its 00:00 where it has none.
[[nodiscard]] inline result<civil_second> next_day_opening(const rule& by, civil_day day) noexcept {
    const auto next = by.counting->days().days().next_working(day);
    if (!next) return next.why();
    const auto open = by.reception->next_open(start_of(*next));
    return open && day_of(*open) == *next ? *open : start_of(*next);
}

/// Where a receipt outside reception hours goes (A2).
[[nodiscard]] inline result<civil_second> outside_hours(const rule& by, receipt_switch how, civil_second at) noexcept {
    return how == receipt_switch::next_open ? by.reception->next_open(at) : next_day_opening(by, day_of(at));
}

/// Steps 2 and 3: the receipt that counts.
template <class Teller>
[[nodiscard]] result<civil_second> effective_receipt(const rule& by, const receipt& in, Teller& teller) {
    civil_second at = in.at;
    const receipt_switch how = by.how.receipt[index_of(in.via)];
    if (how != receipt_switch::as_received && in.precision == time_precision::day) {
        // A date without a time counts as inside hours (A34), where there are any on that day.
        const auto hours = by.reception->sessions_on(day_of(at));
        if (!hours) return hours.why();
        if (hours->empty()) {
            const auto moved = outside_hours(by, how, at);
            if (!moved) return moved.why();
            teller.moved_by_channel(at, *moved);
            at = *moved;
        }
    } else if (how != receipt_switch::as_received) {
        const auto open = by.reception->is_open(at);
        if (!open) return open.why();
        if (!*open) {
            const auto moved = outside_hours(by, how, at);
            if (!moved) return moved.why();
            teller.moved_by_channel(at, *moved);
            at = *moved;
        }
    }
    if (by.how.cutoff == cutoff_switch::none || in.precision == time_precision::day) return at;
    std::int32_t cutoff = by.how.cutoff_time;
    bool late = clock_time(at) > cutoff;
    if (by.how.cutoff == cutoff_switch::last_hour) {
        const auto hours = by.reception->sessions_on(day_of(at));
        if (!hours) return hours.why();
        if (hours->empty()) return at;
        cutoff = hours->list().back().close - 3600;
        late = clock_time(at) >= cutoff;
    }
    if (!late) return at;
    const auto moved = next_day_opening(by, day_of(at));
    if (!moved) return moved.why();
    teller.moved_by_cutoff(at, *moved, cutoff);
    return *moved;
}

/// Half of a working day in working seconds, after whole days that ended at `at` (A16).
[[nodiscard]] inline result<std::int64_t> half_working_day(const rule& by, civil_second at) noexcept {
    if (by.how.working_day == working_day_switch::fixed) return std::int64_t{by.how.working_day_seconds / 2};
    const auto open = by.counting->next_open(at);
    if (!open) return open.why();
    const auto hours = by.counting->sessions_on(day_of(*open));
    if (!hours) return hours.why();
    if (by.how.working_day == working_day_switch::schedule) return std::int64_t{hours->length() / 2};
    const std::int32_t time = clock_time(*open);
    for (const session& one : hours->list()) {
        if (time < one.close) return std::int64_t{one.close - one.open};
    }
    return {errc::never_opens, at.number};
}

/// Step 5, one part. The first day-like part counts its day 0 too where the regime includes it.
template <class Teller>
[[nodiscard]] failure count_part(const rule& by, limit_part part, bool include_day_0, reached& now, Teller& teller) {
    const civil_second from = now.at;
    const std::int64_t whole = part.halves / 2;
    const bool half = part.halves % 2 != 0;
    const std::int32_t included = include_day_0 ? 1 : 0;
    const auto go = [&](const result<civil_day>& day) {
        if (day) now.go_to(*day);
        return day.why();
    };
    const auto run = [&](const result<civil_second>& at) {
        if (at) now.at = *at;
        return at.why();
    };
    failure bad;
    switch (part.unit) {
        case limit_unit::working_day: {
            if (whole > 0) bad = go(by.counting->days().days().advance(now.day() - included, working_days{whole}));
            if (bad.code == errc::ok && half) {
                const auto seconds = half_working_day(by, now.at);
                if (!seconds) return seconds.why();
                bad = run(by.counting->advance(now.at, working_seconds{*seconds}));
                teller.half_day(*seconds);
            }
            break;
        }
        case limit_unit::day: {
            if (by.how.days_skip != days_skip_switch::nothing) {
                if (whole > 0) bad = go(by.days->advance(now.day() - included, working_days{whole}));
            } else {
                bad = go(now.day() + static_cast<std::int32_t>(whole - (whole > 0 ? included : 0)));
            }
            if (bad.code == errc::ok && half) bad = run(by.zone->after(now.at, seconds_per_day / 2));
            break;
        }
        case limit_unit::week: bad = go(now.day() + static_cast<std::int32_t>(whole * 7) - included); break;
        case limit_unit::month:
        case limit_unit::year: {
            const std::int64_t count = part.unit == limit_unit::year ? whole * 12 : whole;
            const auto day = add_months(now.day(), civil_months{count});
            bad = day ? go(*day - included) : day.why();
            break;
        }
        case limit_unit::working_hour:
            bad = run(by.counting->advance(now.at, working_seconds{std::int64_t{part.halves} * 1800}));
            break;
        case limit_unit::working_minute: bad = run(by.counting->advance(now.at, working_seconds{whole * 60})); break;
        case limit_unit::hour: bad = run(by.zone->after(now.at, std::int64_t{part.halves} * 1800)); break;
        case limit_unit::minute: bad = run(by.zone->after(now.at, whole * 60)); break;
        case limit_unit::same_day: {
            const auto works = by.counting->days().days().is_working(now.day());
            if (!works) return works.why();
            const bool in_time = clock_time(now.at) <= by.how.same_day_cutoff;
            if (!*works || !in_time) bad = go(by.counting->days().days().next_working(now.day()));
            break;
        }
    }
    if (bad.code == errc::ok) teller.counted(part, from, now.at);
    return bad;
}

/// The instant on the slip for a limit counted in days (A33).
template <class Teller>
[[nodiscard]] result<civil_second> due_instant(const rule& by, civil_second effective, civil_day due_date,
                                               Teller& teller) {
    const auto hours = by.handing_over->sessions_on(due_date);
    if (!hours) return hours.why();
    std::int32_t time = by.how.due_time;
    if (by.how.due_clock == due_clock_switch::receipt) time = clock_time(effective);
    if (by.how.due_clock == due_clock_switch::closing) time = hours->empty() ? 0 : hours->list().back().close;
    const civil_second at = start_of(due_date) + time;
    if (!hours->empty()) return at;
    const auto open = by.handing_over->next_open(start_of(due_date + 1));
    if (!open) return open.why();
    teller.due_at_moved(at, *open);
    return *open;
}

}  // namespace detail

/// When a leg of the rule's limit, begun by `in`, is due. Fails where a calendar ends before the period does,
/// and with `time_needed` where the leg is in hours and the receipt has no time of day.
template <class Teller = silent_teller>
[[nodiscard]] result<deadline> deadline_of(const rule& by, const receipt& in, std::size_t leg_number = 0,
                                           Teller&& teller = {}) {
    const limit_leg& leg = by.limit.leg(leg_number);
    const limit_unit last = leg.last().unit;
    bool in_hours = false;
    for (const limit_part& part : leg.parts()) in_hours = in_hours || !is_by_date(part.unit);
    if (in_hours && in.precision == time_precision::day) return {errc::time_needed, day_of(in.at).number};

    deadline out;
    const auto effective = detail::effective_receipt(by, in, teller);
    if (!effective) return effective.why();
    out.effective = *effective;
    out.day_0 = day_of(*effective);
    teller.day_zero(out.day_0);

    detail::reached now{*effective};
    bool include_day_0 = by.how.first_day == first_day_switch::included;
    for (const limit_part& part : leg.parts()) {
        if (const failure bad = detail::count_part(by, part, include_day_0 && is_by_date(part.unit), now, teller);
            bad.code != errc::ok) {
            return bad;
        }
        if (is_by_date(part.unit)) include_day_0 = false;
    }

    const civil_day unrolled = now.day();
    const bool rolls = is_by_date(last) && last != limit_unit::working_day && last != limit_unit::same_day &&
                       by.how.roll != roll_switch::none;
    if (rolls) {
        const auto convention =
            by.how.roll == roll_switch::following ? roll_convention::following : roll_convention::preceding;
        const auto day = by.counting->days().days().roll(unrolled, convention);
        if (!day) return day.why();
        if (*day != unrolled) teller.rolled(unrolled, *day);
        now.go_to(*day);
    }

    out.due_date = now.day();
    out.by_date =
        by.how.compare == compare_switch::date || (by.how.compare == compare_switch::by_unit && is_by_date(last));
    if (is_by_date(last)) {
        const auto at = detail::due_instant(by, *effective, out.due_date, teller);
        if (!at) return at.why();
        out.due_at = *at;
    } else {
        out.due_at = now.at;
    }
    out.legal_end = out.by_date ? start_of(out.due_date + 1) : out.due_at;

    // A date without a time would matter against a cut-off, reception hours or 15:00, and for a half day.
    const bool time_matters = by.how.cutoff != cutoff_switch::none || last == limit_unit::same_day ||
                              by.how.receipt[index_of(in.via)] != receipt_switch::as_received ||
                              by.how.due_clock == due_clock_switch::receipt || leg.last().halves % 2 != 0;
    out.time_unknown = in.precision == time_precision::day && time_matters;
    const civil_day begun = day_of(in.at) < out.day_0 ? day_of(in.at) : out.day_0;
    out.sure = by.counting->days().certainty_of(begun, out.due_date);
    return out;
}

}  // namespace thoihan

#endif  // THOIHAN_DEADLINE_HPP
