// thoihan/zone_icu.hpp: the table of a time zone, taken once from ICU's copy of the tz database.
#ifndef THOIHAN_ZONE_ICU_HPP
#define THOIHAN_ZONE_ICU_HPP

#include <string_view>

#include "thoihan/error.hpp"
#include "thoihan/zone.hpp"

namespace thoihan {

/// The zone with an IANA name ("America/New_York"): its clock changes from 1970 to 2100, and the release of the tz
/// database. Fails with `zone_unknown`.
[[nodiscard]] result<zone_table> zone_from_icu(std::string_view iana);

}  // namespace thoihan

#endif  // THOIHAN_ZONE_ICU_HPP
