// thoihan/civil.hpp: civil time, that is, what calendar and clock on the wall say, with no zone.
//
// Two values that cannot mix: `civil_day`, a day of the proleptic Gregorian calendar, and
// `civil_second`, a day and a clock time to the second. A civil day has 86 400 seconds, always.
// BLDS 91/2015/QH13 art. 145: periods are counted by the solar calendar.
#ifndef THOIHAN_CIVIL_HPP
#define THOIHAN_CIVIL_HPP

#include <compare>
#include <cstdint>

#include "thoihan/error.hpp"

namespace thoihan {

/// A day, as the number of days since 1970-01-01 (negative before).
struct civil_day {
    std::int32_t number = 0;

    friend constexpr auto operator<=>(civil_day, civil_day) = default;
    /// The day `days` days later (earlier when negative). Civil days, not working days.
    friend constexpr civil_day operator+(civil_day day, std::int32_t days) noexcept { return {day.number + days}; }
    friend constexpr civil_day operator-(civil_day day, std::int32_t days) noexcept { return {day.number - days}; }
    /// Days from b to a; 0 when equal.
    friend constexpr std::int32_t operator-(civil_day a, civil_day b) noexcept { return a.number - b.number; }
    constexpr civil_day& operator++() noexcept {
        ++number;
        return *this;
    }
};

inline constexpr std::int32_t seconds_per_day = 86'400;

/// A day and a clock time, as the number of civil seconds since 1970-01-01T00:00:00.
struct civil_second {
    std::int64_t number = 0;

    friend constexpr auto operator<=>(civil_second, civil_second) = default;
    friend constexpr civil_second operator+(civil_second at, std::int64_t seconds) noexcept {
        return {at.number + seconds};
    }
    friend constexpr civil_second operator-(civil_second at, std::int64_t seconds) noexcept {
        return {at.number - seconds};
    }
    /// Civil seconds from b to a.
    friend constexpr std::int64_t operator-(civil_second a, civil_second b) noexcept { return a.number - b.number; }
};

/// The day on which an instant lies.
[[nodiscard]] constexpr civil_day day_of(civil_second at) noexcept {
    const std::int64_t quotient = at.number / seconds_per_day;
    return {static_cast<std::int32_t>(quotient - (at.number % seconds_per_day < 0 ? 1 : 0))};
}

/// 00:00:00 of a day.
[[nodiscard]] constexpr civil_second start_of(civil_day day) noexcept {
    return {std::int64_t{day.number} * seconds_per_day};
}

/// Seconds since 00:00:00 of the instant's day, 0 to 86 399.
[[nodiscard]] constexpr std::int32_t clock_time(civil_second at) noexcept {
    return static_cast<std::int32_t>(at - start_of(day_of(at)));
}

/// Monday first, as ISO 8601 has it.
enum class weekday : std::uint8_t { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

[[nodiscard]] constexpr weekday weekday_of(civil_day day) noexcept {
    const std::int32_t remainder = (day.number + 3) % 7;  // 1970-01-01 was a Thursday
    return static_cast<weekday>(remainder < 0 ? remainder + 7 : remainder);
}

/// A day by its parts. month 1-12, day 1-31.
struct year_month_day {
    std::int32_t year = 1970;
    std::int32_t month = 1;
    std::int32_t day = 1;

    friend constexpr auto operator<=>(const year_month_day&, const year_month_day&) = default;
};

/// The years that civil arithmetic accepts, both included.
inline constexpr std::int32_t first_civil_year = 1;
inline constexpr std::int32_t last_civil_year = 9999;

[[nodiscard]] constexpr bool is_leap(std::int32_t year) noexcept {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/// Days of a month, 28 to 31. month must be 1-12.
[[nodiscard]] constexpr std::int32_t days_in_month(std::int32_t year, std::int32_t month) noexcept {
    if (month == 2) return is_leap(year) ? 29 : 28;
    return 30 + ((month + (month > 7 ? 1 : 0)) & 1);
}

/// The day of valid parts (unchecked: for parts that cannot be wrong; make_day checks).
[[nodiscard]] constexpr civil_day day_from(year_month_day parts) noexcept {
    // Years from March, in eras of 400 years, so that the leap day is the last of its year.
    const std::int32_t year = parts.year - (parts.month <= 2 ? 1 : 0);
    const std::int32_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int32_t year_of_era = year - era * 400;
    const std::int32_t day_of_year = (153 * (parts.month + (parts.month > 2 ? -3 : 9)) + 2) / 5 + parts.day - 1;
    const std::int32_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return {era * 146'097 + day_of_era - 719'468};
}

/// The parts of a day.
[[nodiscard]] constexpr year_month_day parts_of(civil_day day) noexcept {
    const std::int32_t shifted = day.number + 719'468;
    const std::int32_t era = (shifted >= 0 ? shifted : shifted - 146'096) / 146'097;
    const std::int32_t day_of_era = shifted - era * 146'097;
    const std::int32_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    const std::int32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int32_t shifted_month = (5 * day_of_year + 2) / 153;
    const std::int32_t month = shifted_month + (shifted_month < 10 ? 3 : -9);
    return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

/// The day of a year, month and day. Fails with `date_invalid` where there is none (30 February, year 0).
[[nodiscard]] constexpr result<civil_day> make_day(std::int32_t year, std::int32_t month, std::int32_t day) noexcept {
    if (year < first_civil_year || year > last_civil_year || month < 1 || month > 12 || day < 1 ||
        day > days_in_month(year, month)) {
        return {errc::date_invalid, std::int64_t{year} * 10'000 + std::int64_t{month} * 100 + day};
    }
    return day_from({year, month, day});
}

/// The instant of a day and a clock time. Hours 0-23, minutes and seconds 0-59; :60 is `time_invalid`.
[[nodiscard]] constexpr result<civil_second> make_second(civil_day day, std::int32_t hour, std::int32_t minute,
                                                         std::int32_t second) noexcept {
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
        return {errc::time_invalid, std::int64_t{hour} * 10'000 + std::int64_t{minute} * 100 + second};
    }
    return start_of(day) + (hour * 3600 + minute * 60 + second);
}

}  // namespace thoihan

#endif  // THOIHAN_CIVIL_HPP
