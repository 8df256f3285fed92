// thoihan/verdict.hpp: was it in time? State and timeliness of a dossier as of an instant.
//
// A verdict compares the end of a dossier with its due date: by date for limits in days (done on the due
// date after hours is on time: A4, BLDS 148.6), by instant for limits in hours. What happened at or after
// `as_of` has not happened: assess(all, T) = assess(what existed at T, T).
#ifndef THOIHAN_VERDICT_HPP
#define THOIHAN_VERDICT_HPP

#include <cstdint>
#include <optional>

#include "thoihan/civil.hpp"
#include "thoihan/deadline.hpp"
#include "thoihan/error.hpp"
#include "thoihan/rule.hpp"

namespace thoihan {

/// Where a dossier stands. Wire values.
enum class dossier_state : std::int8_t {
    not_received = 0,        ///< mới đăng ký
    rejected = 1,            ///< từ chối tiếp nhận
    processing = 2,          ///< đang xử lý
    waiting_supplement = 3,  ///< chờ bổ sung
    waiting_payment = 4,     ///< chờ nghĩa vụ tài chính
    suspended = 5,           ///< tạm dừng
    withdrawn = 6,           ///< rút
    stopped = 7,             ///< dừng
    completed = 8,           ///< có kết quả
    delivered = 9,           ///< đã trả
    refused = 10,            ///< kết quả là từ chối
    returned = 11            ///< trả lại hồ sơ sau tiếp nhận
};

/// How it stands to its due date. Wire values.
enum class timeliness : std::int8_t {
    early = 0,    ///< trước hạn
    on_time = 1,  ///< đúng hạn
    late = 2,     ///< quá hạn
    within = 3,   ///< còn hạn
    overdue = 4,  ///< quá hạn, chưa xong
    paused = 5,   ///< tạm dừng
    not_applicable = 6
};

/// What there is to say of a verdict besides. Bits of the `flags` column; wire values.
enum class verdict_flag : std::uint32_t {
    time_unknown = 1U << 0,         ///< a time of day was needed and not known (A34)
    completion_missing = 1U << 1,   ///< judged by the delivery, there is no completion (A6)
    status_contradicted = 1U << 2,  ///< the export's status says otherwise than its instants
    projected = 1U << 3,            ///< rests on days that are not announced
    appointment_early = 1U << 4,    ///< the recorded appointment is before the computed due date
    appointment_late = 1U << 5,     ///< ... after it
    appointment_missing = 1U << 6,  ///< there is none
    appointment_closed = 1U << 7,   ///< the recorded appointment is on a day without return hours
    limit_differs = 1U << 8,        ///< the limit written in the row is not the rule's
    local_limit_longer = 1U << 9,   ///< the office's limit is longer than the law's
    pause_unknown = 1U << 10        ///< a supplement is waited for, since when is not on record
};

/// The recorded facts of one dossier; the instants are civil time of the rule's zone.
struct dossier {
    std::optional<receipt> received;
    std::optional<civil_second> completed;                          ///< result at the one-stop shop (NgayKetThucXuLy)
    std::optional<civil_second> delivered;                          ///< handed to the citizen (NgayTra)
    std::optional<civil_second> first_appointment;                  ///< as given on the slip
    std::optional<civil_second> appointment;                        ///< as it stands last (NgayHenTra)
    time_precision end_precision = time_precision::second;          ///< of completed and delivered
    time_precision appointment_precision = time_precision::second;  ///< of both appointments
    std::int32_t status = 0;                                        ///< national code 1-10; 0: not given
};

/// A verdict. Times that do not apply are empty.
struct verdict {
    dossier_state state = dossier_state::not_received;
    timeliness against_due = timeliness::not_applicable;  ///< what counts, by the regime's `against`
    std::uint32_t flags = 0;
    bool has_due = false;  ///< whether `due` and the margins say something
    deadline due;
    std::int32_t margin_days = 0;                ///< due_date - end, calendar days; open dossiers: as_of for end
    std::int32_t margin_working_days = 0;        ///< working days in (end, due_date], negative when late
    std::optional<std::int64_t> margin_seconds;  ///< hour limits: on the limit's own clock
    bool begun = false;                          ///< whether the limit runs yet: not before the receipt that counts
    std::int64_t used = 0;         ///< of the limit, on its own clock: days for limits in days, else seconds
    std::int64_t allowed = 0;      ///< the limit on that clock
    std::int32_t waited_days = 0;  ///< calendar days from the receipt to the end
    timeliness against_computed = timeliness::not_applicable;
    std::optional<timeliness> against_first;   ///< the first appointment
    std::optional<timeliness> against_latest;  ///< the latest appointment

    constexpr void raise(verdict_flag flag) noexcept { flags |= static_cast<std::uint32_t>(flag); }
    [[nodiscard]] constexpr bool has(verdict_flag flag) const noexcept {
        return (flags & static_cast<std::uint32_t>(flag)) != 0;
    }
};

namespace detail {

/// The state that the national status code says (LAW R10.6, docs/law/glossary.md); processing where it says nothing.
[[nodiscard]] constexpr dossier_state state_of_status(std::int32_t status) noexcept {
    switch (status) {
        case 1: return dossier_state::not_received;
        case 3: return dossier_state::rejected;
        case 5: return dossier_state::waiting_supplement;
        case 6: return dossier_state::waiting_payment;
        case 7: return dossier_state::withdrawn;
        case 8: return dossier_state::stopped;
        case 9: return dossier_state::completed;
        case 10: return dossier_state::delivered;
        default: return dossier_state::processing;
    }
}

/// One due date, however it came about.
struct due_point {
    civil_day date;
    civil_second at;
    bool by_date;
};

/// A finished dossier against a due date: by date the same date is on time (A5), by instant the same instant.
[[nodiscard]] constexpr timeliness finished(const due_point& due, civil_second end) noexcept {
    const civil_day day = day_of(end);
    const bool late = due.by_date ? day > due.date : end > due.at;
    if (late) return timeliness::late;
    return day < due.date ? timeliness::early : timeliness::on_time;
}

/// An open dossier against a due date. `as_of` is the first instant that is not seen.
[[nodiscard]] constexpr timeliness open_still(const due_point& due, civil_second as_of, bool is_paused) noexcept {
    const bool over = due.by_date ? as_of > start_of(due.date + 1) : as_of > due.at;
    if (over) return timeliness::overdue;
    return is_paused ? timeliness::paused : timeliness::within;
}

/// Up to where a dossier is measured: its end, or `as_of`.
struct measured {
    civil_day day;    ///< of the end, or the last day that is seen
    civil_second at;  ///< the end, or as_of
};

/// Seconds on the clock of an hour unit, from one instant to another.
[[nodiscard]] inline result<std::int64_t> seconds_between(const rule& by, limit_unit unit, civil_second from,
                                                          civil_second to) noexcept {
    if (is_working(unit)) {
        const auto count = by.counting->elapsed(from, to);
        if (!count) return count.why();
        return count->count;
    }
    const auto begin = by.zone->utc_of(from);
    const auto end = by.zone->utc_of(to);
    return begin && end ? end->number - begin->number : to - from;
}

/// What a leg's own clock counts from its beginning: days by date, or seconds. A leg of several units has no
/// one clock and is measured by the calendar days that it spans.
[[nodiscard]] inline result<std::int64_t> on_own_clock(const rule& by, const limit_leg& leg, civil_second from,
                                                       const measured& to) noexcept {
    const limit_unit unit = leg.last().unit;
    if (leg.parts().size() == 1 && !is_by_date(unit)) return seconds_between(by, unit, from, to.at);
    if (leg.parts().size() == 1 && unit == limit_unit::working_day) {
        const auto count = by.counting->days().days().count(day_of(from), to.day);
        if (!count) return count.why();
        return count->count;
    }
    return std::int64_t{to.day - day_of(from)};
}

/// The instants of a dossier as the table stood at `as_of`: what happens then or later does not exist.
struct seen_instants {
    std::optional<civil_second> completed, delivered;
    bool ends_later = false;  ///< one of the two is on record and not seen yet

    seen_instants(const dossier& of, civil_second as_of) noexcept {
        if (of.completed && *of.completed < as_of) completed = of.completed;
        if (of.delivered && *of.delivered < as_of) delivered = of.delivered;
        ends_later = (of.completed && !completed) || (of.delivered && !delivered);
    }
    [[nodiscard]] bool has_ended() const noexcept { return completed || delivered; }
};

/// Whether the order of the instants is possible.
[[nodiscard]] inline failure check_order(const dossier& of, const seen_instants& seen) noexcept {
    const bool by_day = of.end_precision == time_precision::day || of.received->precision == time_precision::day;
    const auto before = [&](civil_second a, civil_second b) { return by_day ? day_of(a) < day_of(b) : a < b; };
    const civil_second received = of.received->at;
    for (const auto* end : {&seen.completed, &seen.delivered}) {
        if (*end && before(**end, received)) return {errc::completed_before_received, received.number, (*end)->number};
    }
    if (seen.completed && seen.delivered && before(*seen.delivered, *seen.completed)) {
        return {errc::delivered_before_completed, seen.completed->number, seen.delivered->number};
    }
    return {};
}

/// The state: what the instants say, and the export's status where they do not contradict it.
inline void find_state(const dossier& of, const seen_instants& seen, verdict& out) noexcept {
    out.state = seen.delivered   ? dossier_state::delivered
                : seen.completed ? dossier_state::completed
                                 : dossier_state::processing;
    if (of.status == 0) return;
    const dossier_state said = state_of_status(of.status);
    const bool stands_apart =
        said == dossier_state::withdrawn || said == dossier_state::stopped || said == dossier_state::rejected;
    const bool waits = said == dossier_state::waiting_supplement || said == dossier_state::waiting_payment;
    const bool is_done = said == dossier_state::completed || said == dossier_state::delivered;
    if ((stands_apart && !seen.ends_later && !seen.delivered) || (waits && !seen.ends_later && !seen.has_ended())) {
        out.state = said;
    } else if (stands_apart || waits || said == dossier_state::not_received || is_done != seen.has_ended()) {
        out.raise(verdict_flag::status_contradicted);
    }
}

/// Margins and use of the limit, measured against the computed due date.
[[nodiscard]] inline failure measure(const rule& by, const dossier& of, const measured& to, bool has_time,
                                     verdict& out) noexcept {
    const deadline& due = out.due;
    const limit_leg& leg = by.limit.leg(0);
    const limit_unit last = leg.last().unit;
    out.margin_days = due.due_date - to.day;
    const auto margin = by.counting->days().days().count(to.day, due.due_date);
    if (!margin) return margin.why();
    out.margin_working_days = static_cast<std::int32_t>(margin->count);
    out.waited_days = to.day - day_of(of.received->at);
    if (!is_by_date(last) && has_time) {
        const auto seconds = seconds_between(by, last, to.at, due.due_at);
        if (!seconds) return seconds.why();
        out.margin_seconds = *seconds;
    }
    const auto allowed = on_own_clock(by, leg, due.effective, {due.due_date, due.due_at});
    if (!allowed) return allowed.why();
    out.allowed = *allowed;
    out.begun = to.at >= due.effective;
    if (!out.begun) return {};
    const auto used = on_own_clock(by, leg, due.effective, to);
    if (!used) return used.why();
    out.used = *used;
    return {};
}

}  // namespace detail

/// The verdict on a dossier under a rule, as of an instant: what happens at `as_of` or later is not seen, so
/// "as of a day" is the 00:00 of the next. Fails with `received_missing`, `completed_before_received`,
/// `delivered_before_completed`, `status_unknown`, `time_needed` (an end without a time of day under a limit in
/// hours), and as deadline_of does. Where an appointment is to be judged against and there is none, the computed
/// due date stands in for it (A24), and the flag says so.
[[nodiscard]] inline result<verdict> verdict_of(const rule& by, const dossier& of, civil_second as_of) noexcept {
    if (of.status < 0 || of.status > 10) return {errc::status_unknown, of.status};
    verdict out;
    if (!of.received) {
        if (of.status == 1 || of.status == 3) {
            out.state = detail::state_of_status(of.status);
            return out;
        }
        return {errc::received_missing};
    }
    if (of.received->at >= as_of) return out;  // not received yet
    const detail::seen_instants seen(of, as_of);
    if (const failure bad = detail::check_order(of, seen); bad.code != errc::ok) return bad;

    const auto due = deadline_of(by, *of.received);
    if (!due) return due.why();
    out.due = *due;
    out.has_due = true;
    if (due->time_unknown) out.raise(verdict_flag::time_unknown);
    if (due->sure == certainty::projected) out.raise(verdict_flag::projected);

    // The end, as the regime has it (A6).
    std::optional<civil_second> end = seen.completed;
    if (by.how.completion == completion_switch::delivered) {
        end = seen.delivered;
    } else if (!end && seen.delivered) {
        end = seen.delivered;
        out.raise(verdict_flag::completion_missing);
    }
    const bool end_has_time = !end || of.end_precision == time_precision::second;
    if (!end_has_time && !due->by_date && !is_by_date(by.limit.leg(0).last().unit)) {
        return {errc::time_needed, day_of(*end).number};
    }

    detail::find_state(of, seen, out);
    const bool stands_apart = out.state == dossier_state::withdrawn || out.state == dossier_state::stopped ||
                              out.state == dossier_state::rejected;
    const bool is_paused = out.state == dossier_state::waiting_supplement;
    if (is_paused) out.raise(verdict_flag::pause_unknown);
    const detail::measured to = end ? detail::measured{day_of(*end), *end} : detail::measured{day_of(as_of - 1), as_of};
    if (const failure bad = detail::measure(by, of, to, end_has_time, out); bad.code != errc::ok) return bad;

    // Without a time of day an end or an appointment is compared by date.
    const auto judge = [&](detail::due_point point) {
        if (stands_apart) return timeliness::not_applicable;
        point.by_date = point.by_date || !end_has_time;
        return end ? detail::finished(point, *end) : detail::open_still(point, as_of, is_paused);
    };
    const auto judge_appointment = [&](civil_second appointment) {
        return judge(
            {day_of(appointment), appointment, due->by_date || of.appointment_precision == time_precision::day});
    };
    out.against_computed = judge({due->due_date, due->due_at, due->by_date});
    const auto first = of.first_appointment ? of.first_appointment : of.appointment;
    const auto latest = of.appointment ? of.appointment : of.first_appointment;
    if (first) out.against_first = judge_appointment(*first);
    if (latest) out.against_latest = judge_appointment(*latest);
    if (!first) {
        out.raise(verdict_flag::appointment_missing);
    } else {
        if (day_of(*first) < due->due_date) out.raise(verdict_flag::appointment_early);
        if (day_of(*first) > due->due_date) out.raise(verdict_flag::appointment_late);
        const auto hours = by.handing_over->sessions_on(day_of(*first));
        if (hours && hours->empty()) out.raise(verdict_flag::appointment_closed);
    }
    switch (by.how.against) {
        case against_switch::computed: out.against_due = out.against_computed; break;
        case against_switch::first_appointment:
            out.against_due = out.against_first.value_or(out.against_computed);
            break;
        case against_switch::latest_appointment:
            out.against_due = out.against_latest.value_or(out.against_computed);
            break;
    }
    return out;
}

}  // namespace thoihan

#endif  // THOIHAN_VERDICT_HPP
