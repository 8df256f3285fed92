// thoihan/chrono.hpp: from std::chrono and back.
//
// Explicit, and between equals only: civil_day is sys_days, local_days or year_month_day; civil_second is
// local_seconds. There is no way from sys_seconds: which clock time that is, a time zone must say.
#ifndef THOIHAN_CHRONO_HPP
#define THOIHAN_CHRONO_HPP

#include <chrono>
#include <cstdint>

#include "thoihan/civil.hpp"
#include "thoihan/error.hpp"

namespace thoihan {

namespace detail {

/// A count of days, or of seconds, since 1970 that lies in the years 1 to 9999. Fails with `outside_calendar`
/// (a: the day) or `instant_outside` (a: the second).
[[nodiscard]] constexpr result<civil_day> civil_day_numbered(std::int64_t number) noexcept {
    const bool inside =
        day_from({first_civil_year, 1, 1}).number <= number && number <= day_from({last_civil_year, 12, 31}).number;
    if (!inside) return {errc::outside_calendar, number};
    return civil_day{static_cast<std::int32_t>(number)};
}
[[nodiscard]] constexpr result<civil_second> civil_second_numbered(std::int64_t number) noexcept {
    const bool inside = start_of(day_from({first_civil_year, 1, 1})).number <= number &&
                        number < start_of(day_from({last_civil_year + 1, 1, 1})).number;
    if (!inside) return {errc::instant_outside, number};
    return civil_second{number};
}

}  // namespace detail

/// Fails with `outside_calendar` (a: the day) outside the years 1 to 9999.
[[nodiscard]] constexpr result<civil_day> civil_day_of(std::chrono::sys_days day) noexcept {
    return detail::civil_day_numbered(day.time_since_epoch().count());
}
[[nodiscard]] constexpr result<civil_day> civil_day_of(std::chrono::local_days day) noexcept {
    return detail::civil_day_numbered(day.time_since_epoch().count());
}
/// Fails with `date_invalid` where there is no such day (30 February), or it lies outside the years 1 to 9999.
[[nodiscard]] constexpr result<civil_day> civil_day_of(const std::chrono::year_month_day& parts) noexcept {
    return make_day(static_cast<int>(parts.year()), static_cast<std::int32_t>(static_cast<unsigned>(parts.month())),
                    static_cast<std::int32_t>(static_cast<unsigned>(parts.day())));
}
/// Fails with `instant_outside` (a: the second) outside the years 1 to 9999.
[[nodiscard]] constexpr result<civil_second> civil_second_of(std::chrono::local_seconds at) noexcept {
    return detail::civil_second_numbered(at.time_since_epoch().count());
}

[[nodiscard]] constexpr std::chrono::sys_days sys_days_of(civil_day day) noexcept {
    return std::chrono::sys_days{std::chrono::days{day.number}};
}
[[nodiscard]] constexpr std::chrono::local_days local_days_of(civil_day day) noexcept {
    return std::chrono::local_days{std::chrono::days{day.number}};
}
/// Of a day in the years that std::chrono::year holds, -32767 to 32767.
[[nodiscard]] constexpr std::chrono::year_month_day year_month_day_of(civil_day day) noexcept {
    return std::chrono::year_month_day{sys_days_of(day)};
}
[[nodiscard]] constexpr std::chrono::local_seconds local_seconds_of(civil_second at) noexcept {
    return std::chrono::local_seconds{std::chrono::seconds{at.number}};
}

}  // namespace thoihan

#endif  // THOIHAN_CHRONO_HPP
