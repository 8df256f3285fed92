#include "thoihan/zone_icu.hpp"

#include <unicode/basictz.h>
#include <unicode/timezone.h>
#include <unicode/tztrans.h>

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "thoihan/civil.hpp"

namespace thoihan {
namespace {

constexpr double milliseconds = 1000;

double milliseconds_at(std::int32_t year) {
    return static_cast<double>(start_of(day_from({year, 1, 1})).number) * milliseconds;
}

std::int32_t offset_at(const icu::TimeZone& zone, double at, UErrorCode& bad) {
    std::int32_t raw = 0, daylight = 0;
    zone.getOffset(at, 0, raw, daylight, bad);
    return (raw + daylight) / 1000;
}

}  // namespace

result<zone_table> zone_from_icu(std::string_view iana) {
    const auto id = icu::UnicodeString::fromUTF8(icu::StringPiece(iana.data(), static_cast<std::int32_t>(iana.size())));
    UErrorCode bad = U_ZERO_ERROR;
    UBool is_system_id = 0;
    icu::UnicodeString canonical;
    icu::TimeZone::getCanonicalID(id, canonical, is_system_id, bad);
    if (U_FAILURE(bad) != 0 || is_system_id == 0) return errc::zone_unknown;
    const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(id));
    const auto* basic = dynamic_cast<const icu::BasicTimeZone*>(zone.get());
    if (basic == nullptr || *zone == icu::TimeZone::getUnknown()) return errc::zone_unknown;

    const double first = milliseconds_at(1970);
    const double last = milliseconds_at(2101);
    std::int32_t offset = offset_at(*zone, first, bad);
    const std::int32_t first_offset = offset;
    std::vector<zone_table::transition> transitions;
    icu::TimeZoneTransition next;
    for (double at = first; basic->getNextTransition(at, 0, next) != 0 && next.getTime() < last; at = next.getTime()) {
        // Changes of the name alone, or of what is called daylight time, change no clock.
        const std::int32_t then = offset_at(*zone, next.getTime(), bad);
        if (then == offset) continue;
        offset = then;
        transitions.push_back({{static_cast<std::int64_t>(next.getTime() / milliseconds)}, offset});
    }
    const char* version = icu::TimeZone::getTZDataVersion(bad);
    if (U_FAILURE(bad) != 0) return errc::zone_unknown;
    return zone_table(std::string(iana), version, first_offset, std::move(transitions));
}

}  // namespace thoihan
