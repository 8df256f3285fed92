// thoihan/amount.hpp: counts of time, one type per unit, which do not mix.
//
// `civil_day + working_days` does not compile: only a calendar can add working days, only civil
// arithmetic months, only a working clock working seconds. BLDS 144.1: a period may be set in
// minutes, hours, days, weeks, months, years.
#ifndef THOIHAN_AMOUNT_HPP
#define THOIHAN_AMOUNT_HPP

#include <compare>
#include <cstdint>

namespace thoihan {

/// A count of one unit. Adds and compares with its own kind alone.
template <class Unit>
struct amount {
    std::int64_t count = 0;

    constexpr amount() = default;
    constexpr explicit amount(std::int64_t n) noexcept : count(n) {}

    friend constexpr auto operator<=>(amount, amount) = default;
    friend constexpr amount operator+(amount a, amount b) noexcept { return amount{a.count + b.count}; }
    friend constexpr amount operator-(amount a, amount b) noexcept { return amount{a.count - b.count}; }
    friend constexpr amount operator-(amount a) noexcept { return amount{-a.count}; }
};

namespace unit {
struct working_day;
struct day;
struct week;
struct month;
struct year;
struct working_second;
struct wall_second;
}  // namespace unit

using working_days = amount<unit::working_day>;        ///< ngày làm việc
using civil_days = amount<unit::day>;                  ///< ngày (calendar days)
using civil_weeks = amount<unit::week>;                ///< tuần
using civil_months = amount<unit::month>;              ///< tháng
using civil_years = amount<unit::year>;                ///< năm
using working_seconds = amount<unit::working_second>;  ///< seconds of office hours
using wall_seconds = amount<unit::wall_second>;        ///< elapsed seconds

[[nodiscard]] constexpr working_seconds working_hours(std::int64_t n) noexcept { return working_seconds{n * 3600}; }
[[nodiscard]] constexpr working_seconds working_minutes(std::int64_t n) noexcept { return working_seconds{n * 60}; }
[[nodiscard]] constexpr wall_seconds wall_hours(std::int64_t n) noexcept { return wall_seconds{n * 3600}; }
[[nodiscard]] constexpr wall_seconds wall_minutes(std::int64_t n) noexcept { return wall_seconds{n * 60}; }

}  // namespace thoihan

#endif  // THOIHAN_AMOUNT_HPP
