// thoihan/rulebook_rows.hpp: what a rulebook is made of. Values only: regimes, offices, procedures, each with its
// source; whoever reads files fills them, rulebook.hpp looks them up.
#ifndef THOIHAN_RULEBOOK_ROWS_HPP
#define THOIHAN_RULEBOOK_ROWS_HPP

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "thoihan/calendar.hpp"
#include "thoihan/civil.hpp"
#include "thoihan/error.hpp"
#include "thoihan/office_hours.hpp"
#include "thoihan/regime.hpp"
#include "thoihan/source.hpp"
#include "thoihan/time_limit.hpp"
#include "thoihan/week.hpp"
#include "thoihan/zone.hpp"

namespace thoihan {

/// The day before all days, and the day after: "since ever", "until further notice".
inline constexpr civil_day no_beginning{std::numeric_limits<std::int32_t>::min()};
inline constexpr civil_day no_end{std::numeric_limits<std::int32_t>::max()};

/// What says so, and how its text was seen.
struct citation {
    std::string source;
    confidence seen = confidence::unverified;
};

/// A value of a switch, with the article that sets it.
struct cited_switch {
    std::string name, value;
    citation by;
    std::string note;
};

/// A regime with its name, and when it holds without being asked for.
struct named_regime {
    std::string id, name, name_en;
    bool general = false;       ///< holds for receipts in [from, until) of procedures that name no regime
    bool over_general = false;  ///< lies over the general regime of the day, and changes only its own switches
    civil_day from = no_beginning, until = no_end;
    regime how;
    citation by;
    std::vector<cited_switch> switches;  ///< those that it sets or takes over from its base
};

/// Hours in force on the days [from, until).
struct dated_hours {
    civil_day from = no_beginning, until = no_end;
    weekly_sessions week;
    citation by;
};

/// Rest days on which an office is open all the same (A13: it receives or hands out, nothing is counted).
struct open_rest_days {
    civil_day from = no_beginning, until = no_end;
    week_mask days;  ///< weekly rest days; on holidays it stays closed
    sessions hours;
    citation by;
};

/// Hours of one role of an office.
struct role_hours {
    std::vector<dated_hours> hours;  ///< where none is in force, those of `office_row::all`, then of the parent
    std::vector<open_rest_days> also_open;
    std::vector<office_hours::dated_sessions> dates;  ///< single days; no sessions: closed
};

/// The roles that an office has, each with its own hours (R9.4).
enum class office_role : std::uint8_t { counting, reception, handing_over };

struct office_row {
    std::string id, name;
    std::string code;                  ///< as a part of agencies' codes: "H20"
    std::vector<std::string> aliases;  ///< other names and codes
    std::size_t parent = 0;            ///< index; the first office is its own
    role_hours all;                    ///< of all roles
    role_hours reception, handing_over;
    std::string note;
};

/// More time when a condition is given: +10 working days in remote communes (R8.4).
struct add_on {
    std::string condition;
    std::size_t leg = 0;
    limit_part more;
};

/// A version of a limit of a procedure.
struct procedure_row {
    std::string code, name, name_en, field;
    std::size_t scope = 0;                          ///< office: its own dossiers and those of all offices below it
    civil_day from = no_beginning, until = no_end;  ///< days of receipt [from, until)
    std::optional<channel> via;
    std::vector<std::string> conditions;  ///< all must be given
    std::optional<time_limit> limit;      ///< none: its unit is doubtful and must be chosen
    std::string limit_text;               ///< as published
    std::size_t regime = none;            ///< index, or none: the general one of the day
    std::vector<add_on> add_ons;
    citation by;
    std::string note;

    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
};

/// What the compiled library adds to a rulebook: reading limits as people write them, and names without regard to
/// case and normal form.
struct text_reader {
    result<time_limit> (*limit)(std::string_view) = nullptr;
    std::string (*fold)(std::string_view) = nullptr;
};

/// Everything that a rulebook holds. The first office is the root; it has hours.
struct rulebook_rows {
    std::string name;
    calendar days;
    zone_table zone;
    std::vector<named_regime> regimes;
    std::size_t default_regime = 0;  ///< where no general regime is in force
    std::vector<office_row> offices;
    std::size_t default_office = 0;
    bool refuses_unknown_agencies = false;
    std::vector<procedure_row> procedures;
    std::vector<std::pair<std::string, std::string>> columns;  ///< heading of its files, canonical name
    text_reader text;
};

}  // namespace thoihan

#endif  // THOIHAN_RULEBOOK_ROWS_HPP
