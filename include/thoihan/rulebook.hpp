// thoihan/rulebook.hpp: bộ quy tắc, which finds the rule for a dossier.
//
//   procedure, agency, channel, conditions, day of receipt ─► procedure row + office + regime ─► resolved_rule
//
// A rulebook is immutable and shared. A rule_set (rule_set.hpp) resolves each question once and numbers the rules.
//
// Which row of a procedure: those in force on the day of receipt (post-mark for post: the rule is pinned then, R8.17)
// whose channel is the dossier's or any, whose conditions have all been given, and whose scope is the dossier's
// office or stands above it. Of these the nearest scope wins (the country < a ministry or province < an agency), then
// the one with more conditions, then the one of its channel; two that tie are refused (`rule_ambiguous`).
//
// Which office: the one with that id, name or alias; else the one whose code is a part of the agency's code
// ("000.00.25.H20" and "H20.25.3" belong to H20: R10.2); else the default office, and `agency_known` says no.
#ifndef THOIHAN_RULEBOOK_HPP
#define THOIHAN_RULEBOOK_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "thoihan/calendar.hpp"
#include "thoihan/civil.hpp"
#include "thoihan/civil_text.hpp"
#include "thoihan/day_table.hpp"
#include "thoihan/error.hpp"
#include "thoihan/office_hours.hpp"
#include "thoihan/regime.hpp"
#include "thoihan/rule.hpp"
#include "thoihan/rulebook_rows.hpp"
#include "thoihan/source.hpp"
#include "thoihan/switches.hpp"
#include "thoihan/time_limit.hpp"
#include "thoihan/verdict.hpp"
#include "thoihan/week.hpp"
#include "thoihan/working_clock.hpp"
#include "thoihan/zone.hpp"

namespace thoihan {

// ---- Questions and answers.

/// Where the limit of a rule comes from. Wire values.
enum class limit_source : std::uint8_t { rulebook = 0, row = 1, call = 2 };

/// What a dossier says of itself; empty: not given.
struct rule_request {
    std::string_view procedure;
    std::string_view limit;  ///< as written in the row or the call
    std::string_view agency;
    std::string_view regime;
    channel via = channel::counter;
    std::span<const std::string_view> conditions;
    civil_day day;  ///< of receipt (post-mark for post): decides version and regime
    limit_source limit_is_from = limit_source::row;
};

/// A rule, and how it was found.
struct resolved_rule {
    rule how;
    std::string name;  ///< "1.004873 @ 2018-06-21 vn/61-2018"
    limit_source from = limit_source::rulebook;
    std::uint32_t flags = 0;                   ///< bits of verdict_flag that it always raises
    std::string source;                        ///< what says so
    civil_day from_day, until_day;             ///< receipt days [from, until) on which the same request gives this rule
    const procedure_row* procedure = nullptr;  ///< the row used; null for a limit without one
    const procedure_row* national = nullptr;   ///< the law's row, where the row used is a nearer office's
    const named_regime* regime = nullptr;
    const named_regime* general = nullptr;  ///< the one that `regime` lies over; null where it stands alone
    const office_row* office = nullptr;
    bool agency_known = true;            ///< false: an agency was named, and the default office stands in for it
    std::vector<const add_on*> add_ons;  ///< those that the conditions added
};

/// Whether the limit of a row goes before the rulebook's.
enum class limit_order : std::uint8_t { rulebook_first, row_first };

class rulebook {
public:
    /// Makes the clocks of all offices. The rows must be sound (indices in range, the root with hours): whoever
    /// reads files has checked them.
    explicit rulebook(rulebook_rows rows);

    rulebook(const rulebook&) = delete;  // rules point into it
    rulebook& operator=(const rulebook&) = delete;

    [[nodiscard]] const std::string& name() const noexcept { return rows_.name; }
    [[nodiscard]] const calendar& counting_calendar() const noexcept { return rows_.days; }
    /// "vn 2026-10-02": the edition of its calendar.
    [[nodiscard]] std::string edition_name() const { return rows_.days.edition_name(); }
    [[nodiscard]] const zone_table& zone() const noexcept { return rows_.zone; }
    /// Of everything that can change an answer. The same rows give the same number everywhere.
    [[nodiscard]] std::uint64_t hash() const noexcept { return hash_; }

    [[nodiscard]] const std::vector<named_regime>& regimes() const noexcept { return rows_.regimes; }
    [[nodiscard]] const std::vector<office_row>& offices() const noexcept { return rows_.offices; }
    [[nodiscard]] const std::vector<procedure_row>& procedures() const noexcept { return rows_.procedures; }
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& columns() const noexcept {
        return rows_.columns;
    }
    [[nodiscard]] const text_reader& text() const noexcept { return rows_.text; }

    /// The regime with an id; null where there is none.
    [[nodiscard]] const named_regime* find_regime(std::string_view id) const noexcept {
        for (const named_regime& one : rows_.regimes) {
            if (one.id == id) return &one;
        }
        return nullptr;
    }

    /// The office of an agency's id, name, alias or code; null where there is none.
    [[nodiscard]] const office_row* find_office(std::string_view agency) const;

    /// The clock of a role of an office. The counting clock's calendar is counting_calendar().
    [[nodiscard]] const working_clock& clock(const office_row& office, office_role role) const noexcept {
        return *clocks_of_[index_of(office) * 3 + static_cast<std::size_t>(role)];
    }
    /// The hours of a role of an office on a day, with their source; null where none is in force.
    [[nodiscard]] const dated_hours* hours_on(const office_row& office, office_role role, civil_day day) const noexcept;

    /// The rule of a request. `with` stands for the regime that would be found. Fails with `procedure_unknown`,
    /// `rule_not_in_force` (a: the day), `rule_ambiguous`, `unit_doubtful`, `limit_missing`, `regime_unknown`,
    /// `agency_unknown` (only where the rulebook refuses unknown agencies), and as reading a limit does.
    [[nodiscard]] result<resolved_rule> resolve(const rule_request& request,
                                                limit_order order = limit_order::rulebook_first,
                                                const named_regime* with = nullptr) const;

private:
    using row_numbers = std::vector<std::uint32_t>;
    struct text_hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>()(text); }
    };
    template <class T>
    using by_text = std::unordered_map<std::string, T, text_hash, std::equal_to<>>;

    [[nodiscard]] std::string folded(std::string_view text) const {
        return rows_.text.fold != nullptr ? rows_.text.fold(text) : std::string(text);
    }
    [[nodiscard]] std::size_t index_of(const office_row& office) const noexcept {
        return static_cast<std::size_t>(&office - rows_.offices.data());
    }

    [[nodiscard]] std::size_t depth_of(std::size_t office) const noexcept;
    [[nodiscard]] bool stands_above(std::size_t scope, std::size_t office) const noexcept;
    struct found_row {
        const procedure_row* best = nullptr;
        const procedure_row* national = nullptr;
    };
    [[nodiscard]] result<found_row> find_row(const row_numbers& rows, const rule_request& request, std::size_t office,
                                             const std::vector<std::string>& conditions) const;
    void narrow(resolved_rule& out, const row_numbers* rows, civil_day day, bool by_general_regime) const;

    void index_names();
    void make_clocks();
    [[nodiscard]] const working_clock* make_clock(std::size_t office, office_role role);
    void hash_all();

    rulebook_rows rows_;
    by_text<std::size_t> offices_by_name_, offices_by_code_;
    by_text<row_numbers> procedures_by_code_;
    std::deque<working_clock> clocks_;
    std::vector<const working_clock*> clocks_of_;  // [office * 3 + role]
    day_table_storage without_holidays_;           // counts all days but holidays (A14)
    day_table without_holidays_table_, working_days_table_;
    std::uint64_t hash_ = 0;
};

// ---- Finding the rule.

namespace detail {

/// Whether a is longer than b; where their units differ that is not said (10 working days and 14 days).
[[nodiscard]] inline bool is_longer(const time_limit& a, const time_limit& b) noexcept {
    std::array<std::int64_t, 10> more{};
    for (const limit_leg& leg : a.legs()) {
        for (const limit_part& part : leg.parts()) more[static_cast<std::size_t>(part.unit)] += part.halves;
    }
    for (const limit_leg& leg : b.legs()) {
        for (const limit_part& part : leg.parts()) more[static_cast<std::size_t>(part.unit)] -= part.halves;
    }
    const bool longer = std::any_of(more.begin(), more.end(), [](std::int64_t n) { return n > 0; });
    const bool shorter = std::any_of(more.begin(), more.end(), [](std::int64_t n) { return n < 0; });
    return longer && !shorter;
}

/// A 64-bit hash of numbers and texts, the same on every machine. Tells contents apart; keeps out no adversary.
class content_hash {
public:
    void add(std::uint64_t number) noexcept {
        value_ = (value_ ^ number) * 0x9E3779B97F4A7C15U;
        value_ ^= value_ >> 32U;
    }
    void add(std::string_view text) noexcept {
        add(static_cast<std::uint64_t>(text.size()));
        for (const char c : text) add(static_cast<std::uint64_t>(static_cast<unsigned char>(c)));
    }
    void add(civil_day day) noexcept { add(static_cast<std::uint64_t>(static_cast<std::uint32_t>(day.number))); }
    [[nodiscard]] std::uint64_t value() const noexcept { return value_; }

private:
    std::uint64_t value_ = 0xCBF29CE484222325U;
};

}  // namespace detail

inline rulebook::rulebook(rulebook_rows rows) : rows_(std::move(rows)) {
    index_names();
    make_clocks();
    hash_all();
}

inline void rulebook::index_names() {
    for (std::size_t i = 0; i < rows_.offices.size(); ++i) {
        const office_row& office = rows_.offices[i];
        offices_by_name_.emplace(folded(office.id), i);
        offices_by_name_.emplace(folded(office.name), i);
        for (const std::string& alias : office.aliases) offices_by_name_.emplace(folded(alias), i);
        if (!office.code.empty()) offices_by_code_.emplace(folded(office.code), i);
    }
    for (std::size_t i = 0; i < rows_.procedures.size(); ++i) {
        procedures_by_code_[folded(rows_.procedures[i].code)].push_back(static_cast<std::uint32_t>(i));
    }
}

inline const office_row* rulebook::find_office(std::string_view agency) const {
    const std::string name = folded(agency);
    if (const auto at = offices_by_name_.find(name); at != offices_by_name_.end()) return &rows_.offices[at->second];
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find('.', begin), name.size());
        const auto at = offices_by_code_.find(std::string_view(name).substr(begin, end - begin));
        if (at != offices_by_code_.end()) return &rows_.offices[at->second];
        begin = end + 1;
    }
    return nullptr;
}

inline std::size_t rulebook::depth_of(std::size_t office) const noexcept {
    std::size_t depth = 0;
    for (; rows_.offices[office].parent != office; office = rows_.offices[office].parent) ++depth;
    return depth;
}

inline bool rulebook::stands_above(std::size_t scope, std::size_t office) const noexcept {
    while (office != scope && rows_.offices[office].parent != office) office = rows_.offices[office].parent;
    return office == scope;
}

inline result<rulebook::found_row> rulebook::find_row(const row_numbers& rows, const rule_request& request,
                                                      std::size_t office,
                                                      const std::vector<std::string>& conditions) const {
    const auto given = [&](const std::string& wanted) {
        return std::find(conditions.begin(), conditions.end(), folded(wanted)) != conditions.end();
    };
    const auto rank_of = [&](const procedure_row& row) {
        return std::tuple(depth_of(row.scope), row.conditions.size(), row.via.has_value());
    };
    found_row out;
    bool tied = false;
    for (const std::uint32_t number : rows) {
        const procedure_row& row = rows_.procedures[number];
        if (request.day < row.from || row.until <= request.day) continue;
        if (row.via && *row.via != request.via) continue;
        if (!std::all_of(row.conditions.begin(), row.conditions.end(), given)) continue;
        if (!stands_above(row.scope, office)) continue;
        if (out.best == nullptr || rank_of(row) > rank_of(*out.best)) {
            out.best = &row;
            tied = false;
        } else if (rank_of(row) == rank_of(*out.best)) {
            tied = true;
        }
        const bool is_national = depth_of(row.scope) == 0;
        if (is_national && (out.national == nullptr || rank_of(row) > rank_of(*out.national))) out.national = &row;
    }
    if (out.best == nullptr) return {errc::rule_not_in_force, request.day.number};
    if (tied) return {errc::rule_ambiguous};
    if (out.national == out.best) out.national = nullptr;
    return out;
}

inline result<resolved_rule> rulebook::resolve(const rule_request& request, limit_order order,
                                               const named_regime* with) const {
    resolved_rule out;
    out.office = &rows_.offices[rows_.default_office];
    if (!request.agency.empty()) {
        if (const office_row* found = find_office(request.agency)) {
            out.office = found;
        } else if (rows_.refuses_unknown_agencies) {
            return {errc::agency_unknown};
        } else {
            out.agency_known = false;
        }
    }
    const std::size_t office = index_of(*out.office);

    // The procedure's row, and the limit that is written.
    std::vector<std::string> conditions;
    for (const std::string_view one : request.conditions) conditions.push_back(folded(one));
    failure no_row{errc::limit_missing};
    const row_numbers* rows = nullptr;
    if (!request.procedure.empty()) {
        const auto at = procedures_by_code_.find(folded(request.procedure));
        no_row = {errc::procedure_unknown};
        if (at != procedures_by_code_.end()) {
            rows = &at->second;
            const auto found = find_row(*rows, request, office, conditions);
            no_row = found.why();
            if (found) {
                out.procedure = found->best;
                out.national = found->national;
                if (!out.procedure->limit) no_row = {errc::unit_doubtful};
            }
        }
    }
    if (no_row.code == errc::rule_ambiguous) return no_row;
    std::optional<time_limit> written;
    failure unread{errc::limit_syntax};
    if (!request.limit.empty() && rows_.text.limit != nullptr) {
        const auto limit = rows_.text.limit(request.limit);
        unread = limit.why();
        if (limit) written = *limit;
    }

    // Which limit.
    const bool has_rule = no_row.code == errc::ok;
    time_limit limit;
    const bool by_row = !request.limit.empty() &&
                        (!has_rule || order == limit_order::row_first || request.limit_is_from == limit_source::call);
    if (by_row) {
        if (!written) return unread;
        limit = *written;
        out.from = request.limit_is_from;
    } else if (has_rule) {
        limit = *out.procedure->limit;
    } else {
        return no_row;
    }
    time_limit by_rule = has_rule ? *out.procedure->limit : limit;
    if (out.procedure != nullptr) {
        for (const add_on& one : out.procedure->add_ons) {
            if (std::find(conditions.begin(), conditions.end(), folded(one.condition)) == conditions.end()) continue;
            if (has_rule) {
                const auto longer = by_rule.extended(one.leg, one.more);
                if (!longer) return longer.why();
                by_rule = *longer;
            }
            if (!by_row) out.add_ons.push_back(&one);
        }
    }
    if (!by_row) limit = by_rule;
    const auto raise = [&](verdict_flag flag) { out.flags |= static_cast<std::uint32_t>(flag); };
    // A written limit that cannot be read is no limit that agrees.
    if (has_rule && !request.limit.empty() &&
        (!written || (*written != by_rule && *written != *out.procedure->limit))) {
        raise(verdict_flag::limit_differs);
    }
    if (!by_row && out.national != nullptr && out.national->limit &&
        detail::is_longer(*out.procedure->limit, *out.national->limit)) {
        raise(verdict_flag::local_limit_longer);
    }

    // The regime: asked for, the procedure's, the general one of the day.
    const named_regime* general = &rows_.regimes[rows_.default_regime];
    for (const named_regime& one : rows_.regimes) {
        if (one.general && one.from <= request.day && request.day < one.until) general = &one;
    }
    out.regime = general;
    if (with != nullptr) {
        out.regime = with;
    } else if (!request.regime.empty()) {
        out.regime = find_regime(request.regime);
        if (out.regime == nullptr) return {errc::regime_unknown};
    } else if (out.procedure != nullptr && out.procedure->regime != procedure_row::none) {
        out.regime = &rows_.regimes[out.procedure->regime];
    }
    out.how.how = out.regime->how;
    if (out.regime->over_general) {
        out.general = general;
        out.how.how = general->how;
        for (const cited_switch& one : out.regime->switches)
            static_cast<void>(set_switch(out.how.how, one.name, one.value));
    }
    const bool by_general_regime = out.regime == general || out.general != nullptr;

    out.how.limit = limit;
    out.how.counting = &clock(*out.office, office_role::counting);
    out.how.reception = &clock(*out.office, office_role::reception);
    out.how.handing_over = &clock(*out.office, office_role::handing_over);
    out.how.days =
        out.how.how.days_skip == days_skip_switch::rest_days ? &working_days_table_ : &without_holidays_table_;
    out.how.zone = &rows_.zone;
    narrow(out, rows, request.day, by_general_regime);

    if (out.procedure != nullptr) {
        out.name = out.procedure->code;
        if (out.procedure->from != no_beginning) out.name.append(" @ ").append(text_of(out.procedure->from).view());
        out.source = out.procedure->by.source;
    }
    if (by_row) {
        out.name.append(out.name.empty() ? "\"" : " \"").append(request.limit).append("\"");
        out.source.clear();
    }
    for (const add_on* one : out.add_ons) out.name.append(" +").append(one->condition);
    out.name.append(" ").append(out.general != nullptr ? out.general->id + "+" : "").append(out.regime->id);
    if (index_of(*out.office) != rows_.default_office) out.name.append(" ").append(out.office->id);
    return out;
}

/// The days around `day` on which nothing begins or ends that the request could have met.
inline void rulebook::narrow(resolved_rule& out, const row_numbers* rows, civil_day day, bool by_general_regime) const {
    out.from_day = no_beginning;
    out.until_day = no_end;
    const auto edge = [&](civil_day at) {
        if (at <= day) {
            out.from_day = std::max(out.from_day, at);
        } else {
            out.until_day = std::min(out.until_day, at);
        }
    };
    if (rows != nullptr) {
        for (const std::uint32_t number : *rows) {
            edge(rows_.procedures[number].from);
            edge(rows_.procedures[number].until);
        }
    }
    if (!by_general_regime) return;
    for (const named_regime& one : rows_.regimes) {
        if (!one.general) continue;
        edge(one.from);
        edge(one.until);
    }
}

// ---- The clocks of the offices.

namespace detail {

/// The hours of a day: the last entry in force, 'all' roles' after the role's own.
[[nodiscard]] inline const dated_hours* in_force(const std::vector<dated_hours>& list, civil_day day) noexcept {
    const dated_hours* found = nullptr;
    for (const dated_hours& one : list) {
        if (one.from <= day && day < one.until) found = &one;
    }
    return found;
}

/// Days that do not work for another reason than the week.
[[nodiscard]] inline bool is_holiday(const calendar& days, civil_day day) noexcept {
    const dated_exception* one = days.exception_on(day);
    return one != nullptr && one->kind != day_kind::work_swapped && one->kind != day_kind::work_listed;
}

}  // namespace detail

inline const dated_hours* rulebook::hours_on(const office_row& office, office_role role, civil_day day) const noexcept {
    for (std::size_t at = index_of(office);; at = rows_.offices[at].parent) {
        const office_row& row = rows_.offices[at];
        if (role != office_role::counting) {
            const role_hours& own = role == office_role::reception ? row.reception : row.handing_over;
            if (const dated_hours* found = detail::in_force(own.hours, day)) return found;
        }
        if (const dated_hours* found = detail::in_force(row.all.hours, day)) return found;
        if (row.parent == at) return nullptr;
    }
}

inline const working_clock* rulebook::make_clock(std::size_t office, office_role role) {
    const office_row& row = rows_.offices[office];
    // Schedules: a new one wherever an entry of the office or of those above it begins or ends.
    std::vector<civil_day> edges{no_beginning};
    std::vector<const role_hours*> chain;
    for (std::size_t at = office;; at = rows_.offices[at].parent) {
        if (role != office_role::counting) {
            chain.push_back(role == office_role::reception ? &rows_.offices[at].reception
                                                           : &rows_.offices[at].handing_over);
        }
        chain.push_back(&rows_.offices[at].all);
        if (rows_.offices[at].parent == at) break;
    }
    for (const role_hours* one : chain) {
        for (const dated_hours& hours : one->hours) {
            edges.push_back(hours.from);
            if (hours.until != no_end) edges.push_back(hours.until);
        }
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    office_hours hours;
    const dated_hours* before = nullptr;
    for (const civil_day edge : edges) {
        const dated_hours* in_force = hours_on(row, role, edge);
        if (in_force == before) continue;
        before = in_force;
        hours = *hours.joined(office_hours::weekly(in_force == nullptr ? weekly_sessions{} : in_force->week, edge));
    }

    // Single days, and rest days on which it is open: the office's own before those of the offices above it.
    const calendar& days = rows_.days;
    std::vector<office_hours::dated_sessions> dates;
    std::vector<civil_day> opened;
    const auto add = [&](civil_day day, const sessions& open) {
        const auto is_day = [&](const office_hours::dated_sessions& one) { return one.day == day; };
        if (!days.days().is_inside(day) || std::any_of(dates.begin(), dates.end(), is_day)) return;
        dates.push_back({day, open});
        if (!days.days().works(day) && !open.empty()) opened.push_back(day);
    };
    for (const role_hours* one : chain) {
        for (const office_hours::dated_sessions& date : one->dates) add(date.day, date.hours);
    }
    const std::size_t singles = dates.size();
    const auto is_single = [&](civil_day day) {
        return std::any_of(dates.begin(), dates.begin() + static_cast<std::ptrdiff_t>(singles),
                           [&](const office_hours::dated_sessions& one) { return one.day == day; });
    };
    if (role != office_role::counting) {
        std::vector<const open_rest_days*> rests;
        for (const role_hours* one : chain) {
            for (const open_rest_days& rest : one->also_open) rests.push_back(&rest);
        }
        for (civil_day day = days.first(); !rests.empty() && day <= days.last(); ++day) {
            if (days.days().works(day) || detail::is_holiday(days, day) || is_single(day)) continue;
            for (const open_rest_days* rest : rests) {
                if (day < rest->from || rest->until <= day || !rest->days.works(weekday_of(day))) continue;
                dates.push_back({day, rest->hours});
                opened.push_back(day);
                break;
            }
        }
    }

    std::optional<calendar> own;
    if (role != office_role::counting && !opened.empty()) {
        std::sort(opened.begin(), opened.end());
        // A calendar of its own, from lists; make-up days keep the hours of the day they pay for (A31).
        std::vector<civil_day> off, worked = opened;
        for (civil_day day = days.first(); day <= days.last(); ++day) {
            const bool works = days.days().works(day);
            const bool opens = std::binary_search(opened.begin(), opened.end(), day);
            const bool by_week = week_mask{}.works(weekday_of(day));
            if (works && !by_week) worked.push_back(day);
            if (!works && by_week && !opens) off.push_back(day);
            const dated_exception* one = days.exception_on(day);
            if (works && one != nullptr && one->kind == day_kind::work_swapped && !is_single(day)) {
                dates.push_back({day, hours.on(day, weekday_of(one->partner))});
            }
        }
        const auto made = calendar::from_list(days.first(), days.last(), week_mask{}, off, worked);
        if (made) own = *made;
    }
    if (!dates.empty()) hours = *hours.with_dates(dates);
    for (const working_clock& one : clocks_) {
        if (!own && one.hours() == hours && one.days() == days) return &one;
    }
    return &clocks_.emplace_back(own ? *own : days, std::move(hours));
}

inline void rulebook::make_clocks() {
    for (std::size_t office = 0; office < rows_.offices.size(); ++office) {
        for (const office_role role : {office_role::counting, office_role::reception, office_role::handing_over}) {
            clocks_of_.push_back(make_clock(office, role));
        }
    }
    const calendar& days = rows_.days;
    std::vector<std::uint8_t> counted(static_cast<std::size_t>(days.last() - days.first()) + 1);
    for (civil_day day = days.first(); day <= days.last(); ++day) {
        counted[static_cast<std::size_t>(day - days.first())] = detail::is_holiday(days, day) ? 0 : 1;
    }
    without_holidays_ = day_table_storage(days.first(), counted);
    without_holidays_table_ = without_holidays_.table();
    working_days_table_ = days.days();
}

// ---- The hash.

inline void rulebook::hash_all() {
    detail::content_hash hash;
    const auto number = [&](auto value) { hash.add(static_cast<std::uint64_t>(value)); };
    const auto add_sessions = [&](const sessions& open) {
        number(open.list().size());
        for (const session& one : open.list()) {
            number(one.open);
            number(one.close);
        }
    };
    const auto add_days = [&](const calendar& days) {
        const day_table table = days.days();
        for (std::int64_t k = 0; k < table.working(); ++k) hash.add(table.selected(k));
    };
    const auto add_clock = [&](const working_clock& one) {
        const bool has_own_days = !(one.days() == rows_.days);
        number(has_own_days);
        if (has_own_days) add_days(one.days());
        for (const office_hours::schedule& schedule : one.hours().schedules()) {
            hash.add(schedule.since);
            for (const sessions& open : schedule.week) add_sessions(open);
        }
        for (const office_hours::dated_sessions& date : one.hours().dates()) {
            hash.add(date.day);
            add_sessions(date.hours);
        }
    };
    hash.add(rows_.name);
    hash.add(rows_.days.first());
    hash.add(rows_.days.last());
    add_days(rows_.days);
    for (const day_span& span : rows_.days.projected()) {
        hash.add(span.first);
        hash.add(span.last);
    }
    for (const working_clock& one : clocks_) add_clock(one);
    hash.add(rows_.zone.name());
    for (const zone_table::transition& one : rows_.zone.transitions()) {
        number(one.at.number);
        number(one.offset);
    }
    for (const named_regime& one : rows_.regimes) {
        hash.add(one.id);
        number(one.general);
        number(one.over_general);
        hash.add(one.from);
        hash.add(one.until);
        const regime& how = one.how;
        number(how.first_day);
        for (const receipt_switch each : how.receipt) number(each);
        number(how.cutoff);
        number(how.cutoff_time);
        number(how.same_day_cutoff);
        number(how.roll);
        number(how.working_day);
        number(how.working_day_seconds);
        number(how.days_skip);
        number(how.due_clock);
        number(how.due_time);
        number(how.compare);
        number(how.completion);
        number(how.against);
    }
    number(rows_.default_regime);
    for (std::size_t i = 0; i < rows_.offices.size(); ++i) {
        const office_row& one = rows_.offices[i];
        for (const std::string& text : {one.id, one.name, one.code}) hash.add(text);
        for (const std::string& alias : one.aliases) hash.add(alias);
        number(one.parent);
        for (std::size_t role = 0; role < 3; ++role) {
            const auto is_this = [&](const working_clock& each) { return &each == clocks_of_[i * 3 + role]; };
            number(std::find_if(clocks_.begin(), clocks_.end(), is_this) - clocks_.begin());
        }
    }
    number(rows_.default_office);
    number(rows_.refuses_unknown_agencies);
    const auto add_limit = [&](const time_limit& limit) {
        for (const limit_leg& leg : limit.legs()) {
            number(leg.parts().size());
            for (const limit_part& part : leg.parts()) {
                number(part.unit);
                number(part.halves);
            }
        }
    };
    for (const procedure_row& one : rows_.procedures) {
        hash.add(one.code);
        number(one.scope);
        hash.add(one.from);
        hash.add(one.until);
        number(one.via ? static_cast<int>(*one.via) : 0);
        for (const std::string& condition : one.conditions) hash.add(condition);
        if (one.limit) add_limit(*one.limit);
        number(one.regime);
        for (const add_on& more : one.add_ons) {
            hash.add(more.condition);
            number(more.leg);
            number(more.more.unit);
            number(more.more.halves);
        }
    }
    hash_ = hash.value();
}

}  // namespace thoihan

#endif  // THOIHAN_RULEBOOK_HPP
