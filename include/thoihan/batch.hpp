// thoihan/batch.hpp: verdicts of many rows: columns in, columns out, an errc per row; nothing is thrown.
//
// A loop over rows around the single-dossier code (verdict_of), which is the only calculator: what is here looks
// the row up, finds its rule and writes the verdict down. The rules of a run are asked for once per request
// (procedure, agency, channel, conditions, limit) and stretch of receipt days; a rule_finder remembers them.
#ifndef THOIHAN_BATCH_HPP
#define THOIHAN_BATCH_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "thoihan/civil.hpp"
#include "thoihan/columns.hpp"
#include "thoihan/deadline.hpp"
#include "thoihan/error.hpp"
#include "thoihan/regime.hpp"
#include "thoihan/rule_set.hpp"
#include "thoihan/rulebook.hpp"
#include "thoihan/verdict.hpp"

namespace thoihan {

/// Which column a failure is about.
enum class dossier_field : std::uint8_t {
    none,
    dossier_id,
    procedure,
    agency,
    channel,
    conditions,
    limit,
    received_at,
    first_appointment_at,
    appointment_at,
    completed_at,
    delivered_at,
    status
};

/// Rows of dossiers. Rows with the same request number say the same of themselves but for the day of receipt.
struct dossier_rows {
    std::size_t count = 0;
    std::span<const std::int32_t> requests;  ///< a row's request, below channels.size(), unchecked
    std::span<const channel> channels;       ///< a request's channel
    time_column received, first_appointment, appointment, completed, delivered;
    std::span<const std::int8_t> status;    ///< national codes, 0: not given, -1: no code; empty: no column
    std::span<const std::int16_t> refused;  ///< rows that were refused before, by errc; 0: not; empty: none was
};

/// A rule with its number in the rule_set.
struct numbered_rule {
    const resolved_rule* rule = nullptr;
    std::uint32_t number = 0;
};

/// Scratch: the rules that were found so far, by request and day of receipt. One for each thread.
///
/// `Ask` is called as ask(request, day) -> result<numbered_rule>, rarely: once for each stretch of days on which
/// the answer is the same.
template <class Ask>
class rule_finder {
public:
    explicit rule_finder(Ask ask) : ask_(std::move(ask)) {}

    [[nodiscard]] result<numbered_rule> find(std::int32_t request, civil_day day) {
        const auto number = static_cast<std::size_t>(request);
        if (number >= found_.size()) found_.resize(number + 1);
        entry& one = found_[number];
        if (one.last < one.stretches.size() && holds(one.stretches[one.last], day))
            return answer(one.stretches[one.last]);
        const auto after = std::upper_bound(one.stretches.begin(), one.stretches.end(), day,
                                            [](civil_day wanted, const stretch& s) { return wanted < s.from; });
        if (after != one.stretches.begin() && holds(*std::prev(after), day)) {
            one.last = static_cast<std::size_t>(std::prev(after) - one.stretches.begin());
        } else {
            one.last = static_cast<std::size_t>(after - one.stretches.begin());
            one.stretches.insert(after, asked(request, day));
        }
        return answer(one.stretches[one.last]);
    }

private:
    struct stretch {
        civil_day from, until;
        numbered_rule by;
        failure why;
    };
    struct entry {
        std::vector<stretch> stretches;  ///< in order of days
        std::size_t last = 0;
    };

    [[nodiscard]] static bool holds(const stretch& s, civil_day day) noexcept { return s.from <= day && day < s.until; }
    [[nodiscard]] static result<numbered_rule> answer(const stretch& s) noexcept {
        if (s.why.code != errc::ok) return s.why;
        return s.by;
    }
    [[nodiscard]] stretch asked(std::int32_t request, civil_day day) {
        const auto by = ask_(request, day);
        if (!by) return {day, day + 1, {}, by.why()};  // why not may differ from day to day
        return {by->rule->from_day, by->rule->until_day, *by, {}};
    }

    Ask ask_;
    std::vector<entry> found_;
};

/// What became of a row: a verdict and the rule that it is by, or a failure and the column that it is about.
struct row_verdict {
    result<verdict> is = errc::ok;
    numbered_rule by;
    dossier_field about = dossier_field::none;
};

namespace detail {

/// The column that a failure to find a rule is about.
[[nodiscard]] constexpr dossier_field field_of_rule_failure(errc code) noexcept {
    switch (code) {
        case errc::channel_unknown: return dossier_field::channel;
        case errc::agency_unknown: return dossier_field::agency;
        case errc::rule_ambiguous: return dossier_field::conditions;
        case errc::limit_empty:
        case errc::limit_no_unit:
        case errc::limit_zero:
        case errc::limit_fraction:
        case errc::limit_half_inside:
        case errc::limit_same_day_alone:
        case errc::limit_too_many:
        case errc::limit_too_large:
        case errc::limit_syntax:
        case errc::limit_ambiguous: return dossier_field::limit;
        default: return dossier_field::procedure;
    }
}

/// The column that a failure of verdict_of is about.
[[nodiscard]] inline dossier_field field_of_failure(const failure& why, const dossier& of) noexcept {
    switch (why.code) {
        case errc::status_unknown: return dossier_field::status;
        case errc::completed_before_received:
            return of.completed && of.completed->number == why.b ? dossier_field::completed_at
                                                                 : dossier_field::delivered_at;
        case errc::delivered_before_completed: return dossier_field::delivered_at;
        case errc::time_needed:
            return of.received->precision == time_precision::day ? dossier_field::received_at
                   : of.completed                                ? dossier_field::completed_at
                                                                 : dossier_field::delivered_at;
        case errc::outside_calendar:
            if (of.completed && day_of(*of.completed).number == why.a) return dossier_field::completed_at;
            if (of.delivered && day_of(*of.delivered).number == why.a) return dossier_field::delivered_at;
            return dossier_field::received_at;
        default: return dossier_field::received_at;
    }
}

}  // namespace detail

/// The verdict on one row. `of` is filled with what the row says.
template <class Ask>
[[nodiscard]] row_verdict assess_row(const dossier_rows& rows, std::size_t row, civil_second as_of,
                                     rule_finder<Ask>& rules, dossier& of) {
    row_verdict out;
    of = {};
    if (!rows.refused.empty() && rows.refused[row] != 0) {
        const auto code = static_cast<errc>(rows.refused[row]);
        out.about = code == errc::duplicate_id ? dossier_field::dossier_id : dossier_field::none;
        out.is = failure{code};
        return out;
    }
    // The times. The first that cannot be read decides.
    const auto read = [&](const time_column& column, dossier_field field) {
        const recorded_time time = column.at(row);
        if (time.is_there && time.code != errc::ok && out.about == dossier_field::none) {
            out.about = field;
            out.is = failure{time.code, time.code == errc::instant_outside ? time.at.number : 0};
        }
        return time;
    };
    const recorded_time received = read(rows.received, dossier_field::received_at);
    const auto recorded = [&](const time_column& column, dossier_field field, time_precision& precision) {
        const recorded_time time = read(column, field);
        if (!time.is_there) return std::optional<civil_second>();
        if (time.precision == time_precision::day) precision = time_precision::day;
        return std::optional<civil_second>(time.at);
    };
    of.first_appointment =
        recorded(rows.first_appointment, dossier_field::first_appointment_at, of.appointment_precision);
    of.appointment = recorded(rows.appointment, dossier_field::appointment_at, of.appointment_precision);
    of.completed = recorded(rows.completed, dossier_field::completed_at, of.end_precision);
    of.delivered = recorded(rows.delivered, dossier_field::delivered_at, of.end_precision);
    if (out.about != dossier_field::none) return out;
    // NOLINTNEXTLINE(bugprone-signed-char-misuse): -1 is a status that is none, and must stay -1
    if (!rows.status.empty()) of.status = rows.status[row];

    static constexpr rule no_rule{};  // not looked at: before a receipt there is nothing to count
    const rule* by = &no_rule;
    if (received.is_there) {
        const std::int32_t request = rows.requests[row];
        of.received = receipt{received.at, rows.channels[static_cast<std::size_t>(request)], received.precision};
        if (received.at < as_of) {
            const auto found = rules.find(request, day_of(received.at));
            if (!found) {
                out.about = detail::field_of_rule_failure(found.code());
                out.is = found.why();
                return out;
            }
            out.by = *found;
            by = &found->rule->how;
        }
    }
    out.is = verdict_of(*by, of, as_of);
    if (!out.is) {
        out.about = detail::field_of_failure(out.is.why(), of);
    } else if (out.by.rule != nullptr) {
        out.is.value().flags |= out.by.rule->flags;
    }
    return out;
}

/// A bitmap that is written: its bytes must be 0 before.
class validity_writer {
public:
    constexpr validity_writer() = default;
    constexpr explicit validity_writer(std::span<std::uint8_t> bytes) noexcept : bits_(bytes.data()) {}

    constexpr void set(std::size_t row) const noexcept {
        bits_[row >> 3U] = static_cast<std::uint8_t>(bits_[row >> 3U] | (1U << (row & 7U)));
    }

private:
    std::uint8_t* bits_ = nullptr;
};

/// The lean columns of a verdict, 16 bytes a row. A row with an error has no state, timeliness, due date and margin;
/// one without a due date (not received yet, rejected) no due date and margin.
struct lean_columns {
    std::span<std::int8_t> state;
    std::span<std::int8_t> timeliness_of;
    std::span<std::int32_t> due_date;  ///< days since 1970-01-01
    std::span<std::int32_t> margin_days;
    std::span<std::uint32_t> flags;
    std::span<std::int16_t> error;  ///< errc; 0: a verdict
    validity_writer has_verdict, has_due;
};

/// The other columns. Instants are civil seconds since 1970-01-01T00:00:00.
struct more_columns {
    std::span<std::int64_t> due_at, legal_end;
    std::span<std::int32_t> margin_working_days;
    std::span<std::int64_t> margin_seconds;
    std::span<std::int64_t> used;  ///< on the limit's own clock: days, or seconds where its last part is in hours
    std::span<std::int32_t> waited_days;
    std::span<float> percent_used;
    std::span<std::int8_t> vs_computed, vs_first_appointment, vs_latest_appointment;
    std::span<std::int8_t> sure;
    std::span<std::int32_t> rule_number;
    std::span<std::int8_t> limit_from;
    validity_writer has_margin_seconds, has_percent, has_first, has_latest;
};

/// How many of the rows had an error.
struct batch_counts {
    std::size_t verdicts = 0;
    std::size_t errors = 0;
};

namespace detail {

inline void write_error(const lean_columns& out, std::size_t row, errc code) noexcept {
    out.state[row] = 0;
    out.timeliness_of[row] = 0;
    out.due_date[row] = 0;
    out.margin_days[row] = 0;
    out.flags[row] = 0;
    out.error[row] = static_cast<std::int16_t>(code);
}

inline void write_lean(const lean_columns& out, std::size_t row, const verdict& is) noexcept {
    out.state[row] = static_cast<std::int8_t>(is.state);
    out.timeliness_of[row] = static_cast<std::int8_t>(is.against_due);
    out.due_date[row] = is.due.due_date.number;
    out.margin_days[row] = is.margin_days;
    out.flags[row] = is.flags;
    out.error[row] = 0;
    out.has_verdict.set(row);
    if (is.has_due) out.has_due.set(row);
}

/// Rows without a verdict, or without a due date, are written as zeros.
inline void write_more(const more_columns& out, std::size_t row, const verdict& is, const numbered_rule& by) noexcept {
    out.due_at[row] = is.due.due_at.number;
    out.legal_end[row] = is.due.legal_end.number;
    out.margin_working_days[row] = is.margin_working_days;
    out.margin_seconds[row] = is.margin_seconds.value_or(0);
    out.used[row] = is.used;
    out.waited_days[row] = is.waited_days;
    const bool has_percent = is.has_due && is.begun && is.allowed > 0;
    out.percent_used[row] =
        has_percent ? static_cast<float>(100.0 * static_cast<double>(is.used) / static_cast<double>(is.allowed)) : 0.0F;
    out.vs_computed[row] = static_cast<std::int8_t>(is.against_computed);
    out.vs_first_appointment[row] = static_cast<std::int8_t>(is.against_first.value_or(timeliness::early));
    out.vs_latest_appointment[row] = static_cast<std::int8_t>(is.against_latest.value_or(timeliness::early));
    out.sure[row] = static_cast<std::int8_t>(is.due.sure);
    out.rule_number[row] = static_cast<std::int32_t>(by.number);
    out.limit_from[row] = by.rule == nullptr ? std::int8_t{0} : static_cast<std::int8_t>(by.rule->from);
    if (is.margin_seconds) out.has_margin_seconds.set(row);
    if (has_percent) out.has_percent.set(row);
    if (is.against_first) out.has_first.set(row);
    if (is.against_latest) out.has_latest.set(row);
}

}  // namespace detail

/// The verdicts of all rows, in order, as of an instant (the first that is not seen). `more` null: lean.
template <class Ask>
batch_counts assess_rows(const dossier_rows& rows, civil_second as_of, rule_finder<Ask>& rules, const lean_columns& out,
                         const more_columns* more = nullptr) {
    batch_counts counts;
    dossier of;
    for (std::size_t row = 0; row < rows.count; ++row) {
        const row_verdict one = assess_row(rows, row, as_of, rules, of);
        if (!one.is) {
            ++counts.errors;
            detail::write_error(out, row, one.is.code());
            if (more != nullptr) detail::write_more(*more, row, {}, {});
            continue;
        }
        ++counts.verdicts;
        detail::write_lean(out, row, *one.is);
        if (more != nullptr) detail::write_more(*more, row, *one.is, one.by);
    }
    return counts;
}

}  // namespace thoihan

#endif  // THOIHAN_BATCH_HPP
