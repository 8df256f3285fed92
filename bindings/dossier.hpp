// bindings/dossier.hpp: what single dossiers and tables of them share: times as recorded, requests for rules.
#ifndef THOIHAN_BINDINGS_DOSSIER_HPP
#define THOIHAN_BINDINGS_DOSSIER_HPP

#include <pybind11/pybind11.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "thoihan/batch.hpp"
#include "thoihan/columns.hpp"
#include "thoihan/error.hpp"
#include "thoihan/regime.hpp"
#include "thoihan/rulebook.hpp"
#include "thoihan/zone.hpp"

namespace thoihan::python {

/// A text as a recorded time: blank text is not there; a fraction of a second is dropped; an offset is brought to
/// the zone.
[[nodiscard]] recorded_time read_recorded(std::string_view text, const zone_table& zone) noexcept;

/// A recorded time of Python: a date has no time of day, an aware datetime is brought to the zone, text is read as
/// people write it; None: not there. Throws refusal.
[[nodiscard]] recorded_time time_from(pybind11::handle value, const zone_table& zone, const char* field);

/// A channel by number or name, in Vietnamese or English, already folded (lower case, no accents); empty: the counter.
[[nodiscard]] std::optional<channel> channel_of(std::string_view folded) noexcept;

/// What dossiers say of themselves, kept.
struct kept_request {
    std::string procedure, agency, limit;
    std::vector<std::string> conditions;
    channel via = channel::counter;
    failure refused;  ///< a request that no rule can be found for: an unknown channel

    [[nodiscard]] rule_request on(civil_day day, std::vector<std::string_view>& scratch) const {
        scratch.assign(conditions.begin(), conditions.end());
        rule_request asked;
        asked.procedure = procedure;
        asked.agency = agency;
        asked.limit = limit;
        asked.via = via;
        asked.conditions = scratch;
        asked.day = day;
        return asked;
    }
};

/// The canonical name of a column.
[[nodiscard]] const char* name_of(dossier_field field) noexcept;

}  // namespace thoihan::python

#endif  // THOIHAN_BINDINGS_DOSSIER_HPP
