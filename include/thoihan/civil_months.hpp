// thoihan/civil_months.hpp: months and years of the civil calendar: arithmetic, no clock.
//
// BLDS 148.3: a period of months or years ends on the corresponding day of its last month; where that month
// has no such day, on the month's last day. 31 January + 1 month = 28 (29) February; 28 February + 1 month =
// 28 March. Going there and back may therefore end on an earlier day.
#ifndef THOIHAN_CIVIL_MONTHS_HPP
#define THOIHAN_CIVIL_MONTHS_HPP

#include <algorithm>
#include <cstdint>

#include "thoihan/amount.hpp"
#include "thoihan/civil.hpp"
#include "thoihan/error.hpp"

namespace thoihan {

/// The corresponding day n months later (earlier when negative), or the last day of that month. Fails with
/// `date_invalid` (a: as the day would be written) outside the years 1 to 9999.
[[nodiscard]] constexpr result<civil_day> add_months(civil_day day, civil_months n) noexcept {
    constexpr std::int64_t far = 1'000'000'000'000;  // months: leads out of all years, and overflows nothing
    const year_month_day parts = parts_of(day);
    const std::int64_t months = std::int64_t{parts.year} * 12 + (parts.month - 1) + std::clamp(n.count, -far, far);
    const std::int64_t year = months / 12 - (months % 12 < 0 ? 1 : 0);
    const auto month = static_cast<std::int32_t>(months - year * 12) + 1;
    if (year < first_civil_year || year > last_civil_year) {
        return {errc::date_invalid, year * 10'000 + month * 100 + parts.day};
    }
    const auto in_year = static_cast<std::int32_t>(year);
    return day_from({in_year, month, std::min(parts.day, days_in_month(in_year, month))});
}

/// The corresponding day n years later (earlier when negative): as 12 n months. 29 February + 1 year = 28 February.
[[nodiscard]] constexpr result<civil_day> add_years(civil_day day, civil_years n) noexcept {
    constexpr std::int64_t far = 100'000'000'000;
    return add_months(day, civil_months{std::clamp(n.count, -far, far) * 12});
}

}  // namespace thoihan

#endif  // THOIHAN_CIVIL_MONTHS_HPP
