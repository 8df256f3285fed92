// thoihan/lunar.hpp: the Vietnamese lunar calendar (âm lịch), computed, not listed.
//
// QĐ 121-CP of 8/8/1967, as amended by QĐ 134/2002/QĐ-TTg: the lunar calendar follows the official
// time of Viet Nam, UTC+7. A month starts on the civil day that contains the new moon; month 11
// contains the winter solstice; where thirteen months lie between two months 11, the first one that
// contains no principal term (trung khí: the sun's apparent longitude reaches a multiple of 30°) is
// leap and repeats the number of the month before it. China applies the same rules at UTC+8, hence
// another Tết in 1968, 1969, 1985, 2007, 2030 and 2053.
//
// Range: `first_lunar_year` to `last_lunar_year`, where neither the error of the astronomy nor any
// plausible rotation of the Earth moves a month (docs/law/lunar-proof.md). The months of a year take
// about 17 µs, those of 1999-2060 about 1 ms; nothing is allocated or kept.
#ifndef THOIHAN_LUNAR_HPP
#define THOIHAN_LUNAR_HPP

#include <array>
#include <cmath>
#include <compare>
#include <cstddef>
#include <cstdint>

#include "thoihan/civil.hpp"
#include "thoihan/error.hpp"

namespace thoihan {

/// The lunar years that are proved, both included. 1968 is the first under QĐ 121-CP; in December 2072 a
/// new moon falls so near to midnight that the Earth's rotation until then decides its day.
inline constexpr std::int32_t first_lunar_year = 1968;
inline constexpr std::int32_t last_lunar_year = 2071;

/// Seconds east of UTC of the time by which days begin: UTC+7.
inline constexpr std::int32_t vietnam_meridian = 7 * 3600;

/// A day by its lunar parts. `year` is named by the Gregorian year in which most of it lies (its Tết);
/// month 1-12, day 1-30; `leap`: in the second of two months with this number. Ordered by time.
struct lunar_date {
    std::int32_t year = first_lunar_year;
    std::int32_t month = 1;
    std::int32_t day = 1;
    bool leap = false;

    friend constexpr bool operator==(const lunar_date&, const lunar_date&) = default;
    friend constexpr std::strong_ordering operator<=>(const lunar_date& a, const lunar_date& b) noexcept {
        if (a.year != b.year) return a.year <=> b.year;
        if (a.month != b.month) return a.month <=> b.month;
        if (a.leap != b.leap) return a.leap <=> b.leap;
        return a.day <=> b.day;
    }
};

/// A lunar month: days first to first + length - 1. length is 29 or 30.
struct lunar_month {
    civil_day first;
    std::int32_t length = 0;
    std::int32_t year = 0;
    std::int32_t month = 0;
    bool leap = false;

    friend constexpr bool operator==(const lunar_month&, const lunar_month&) = default;
};

/// The months of one lunar year in order, 12 or (with a leap month) 13 of them.
struct lunar_year {
    std::array<lunar_month, 13> months{};
    std::int32_t count = 0;

    [[nodiscard]] constexpr const lunar_month* begin() const noexcept { return months.data(); }
    [[nodiscard]] constexpr const lunar_month* end() const noexcept { return months.data() + count; }
};

/// The sun and the moon. Instants are Julian days in TT (Terrestrial Time, the uniform time of
/// ephemerides), angles in degrees. Figures from the sources named; good for 1960-2100.
namespace astronomy {

inline constexpr double j2000 = 2'451'545.0;              // 2000-01-01T12:00 TT
inline constexpr double civil_epoch = 2'440'587.5;        // 1970-01-01T00:00
inline constexpr double new_moon_2000 = 2'451'550.09766;  // mean new moon of 2000-01-06
inline constexpr double synodic_month = 29.530588861;     // days, mean
inline constexpr double radians_per_degree = 0.017453292519943295;

[[nodiscard]] inline double sine(double degrees) noexcept { return std::sin(degrees * radians_per_degree); }

/// A periodic term of a new moon: days * E^|sun| * sin(sun M + moon M' + node F), where E is the
/// eccentricity of the Earth's orbit against that of 2000.
struct lunation_term {
    double days;
    std::int8_t sun;
    std::int8_t moon;
    std::int8_t node;
};

// J. Meeus, Astronomical Algorithms, 2nd ed., ch. 49, the periodic terms of the new moon; the one with
// the ascending node stands in new_moon. (The smallest are printed there without E: under 0.01 s.)
inline constexpr std::array<lunation_term, 24> lunation_terms{{
    {-0.40720, 0, 1, 0}, {0.17241, 1, 0, 0},    {0.01608, 0, 2, 0},   {0.01039, 0, 0, 2},   {0.00739, -1, 1, 0},
    {-0.00514, 1, 1, 0}, {0.00208, 2, 0, 0},    {-0.00111, 0, 1, -2}, {-0.00057, 0, 1, 2},  {0.00056, 1, 2, 0},
    {-0.00042, 0, 3, 0}, {0.00042, 1, 0, 2},    {0.00038, 1, 0, -2},  {-0.00024, -1, 2, 0}, {-0.00007, 2, 1, 0},
    {0.00004, 0, 2, -2}, {0.00004, 3, 0, 0},    {0.00003, 1, 1, -2},  {0.00003, 0, 2, 2},   {-0.00003, 1, 1, 2},
    {0.00003, -1, 1, 2}, {-0.00002, -1, 1, -2}, {-0.00002, 1, 3, 0},  {0.00002, 0, 4, 0},
}};

/// A planetary term of a new moon: days * sin(phase + rate k + square T²), degrees.
struct planetary_term {
    double days;
    double phase;
    double rate;
    double square = 0;
};

// Ibid., the arguments A1 to A14.
inline constexpr std::array<planetary_term, 14> planetary_terms{{
    {0.000325, 299.77, 0.107408, -0.009173},
    {0.000165, 251.88, 0.016321},
    {0.000164, 251.83, 26.651886},
    {0.000126, 349.42, 36.412478},
    {0.000110, 84.66, 18.206239},
    {0.000062, 141.74, 53.303771},
    {0.000060, 207.14, 2.453732},
    {0.000056, 154.84, 7.306860},
    {0.000047, 34.52, 27.261239},
    {0.000042, 207.19, 0.121824},
    {0.000040, 291.34, 1.844379},
    {0.000037, 161.72, 24.198154},
    {0.000035, 239.56, 25.513099},
    {0.000023, 331.55, 3.592518},
}};

/// The instant of a new moon, counted from that of 6 January 2000 as 0. Wrong by at most 18 s.
[[nodiscard]] inline double new_moon(std::int32_t lunation) noexcept {
    const double k = lunation;
    const double t = k / 1236.85;
    const double t2 = t * t;
    const double t3 = t2 * t;
    const double t4 = t2 * t2;
    const double e = 1 - 0.002516 * t - 0.0000074 * t2;
    const std::array<double, 4> powers{1, e, e * e, e * e * e};
    const double sun = 2.5534 + 29.10535670 * k - 0.0000014 * t2 - 0.00000011 * t3;
    const double moon = 201.5643 + 385.81693528 * k + 0.0107582 * t2 + 0.00001238 * t3 - 0.000000058 * t4;
    const double node = 160.7108 + 390.67050284 * k - 0.0016118 * t2 - 0.00000227 * t3 + 0.000000011 * t4;
    const double ascending = 124.7746 - 1.56375588 * k + 0.0020672 * t2 + 0.00000215 * t3;

    double periodic = -0.00017 * sine(ascending);
    for (const lunation_term& term : lunation_terms) {
        const std::size_t power = static_cast<std::size_t>(term.sun < 0 ? -term.sun : term.sun);
        periodic += term.days * powers[power] * sine(term.sun * sun + term.moon * moon + term.node * node);
    }
    for (const planetary_term& term : planetary_terms) {
        periodic += term.days * sine(term.phase + term.rate * k + term.square * t2);
    }
    return new_moon_2000 + synodic_month * k + 0.00015437 * t2 - 0.000000150 * t3 + 0.00000000073 * t4 + periodic;
}

/// A term of the Earth's longitude: amplitude * cos(phase + rate τ), amplitude in 1e-8 radians.
struct longitude_term {
    double amplitude;
    double phase;
    double rate;
};

// P. Bretagnon, G. Francou, VSOP87 version D (Astronomy & Astrophysics 202, 1988; Bureau des
// longitudes): heliocentric longitude of the Earth, mean equinox of date. The terms above 0.2".
inline constexpr std::array<longitude_term, 32> longitude_terms{{
    {3'341'656.456, 4.66925680, 6283.07585},
    {34'894.275, 4.62610, 12'566.1517},
    {3497.056, 2.74412, 5753.3849},
    {3417.571, 2.82887, 3.5231},
    {3135.896, 3.62767, 77'713.7715},
    {2676.218, 4.41808, 7860.4194},
    {2342.687, 6.13516, 3930.2097},
    {1324.292, 0.74246, 11'506.7698},
    {1273.166, 2.03710, 529.6910},
    {1199.167, 1.10963, 1577.3435},
    {990.250, 5.23268, 5884.9268},
    {901.855, 2.04505, 26.2983},
    {857.223, 3.50849, 398.1490},
    {779.786, 1.17883, 5223.6939},
    {753.141, 2.53339, 5507.5532},
    {505.264, 4.58293, 18'849.2275},
    {492.379, 4.20507, 775.5226},
    {356.655, 2.91954, 0.0673},
    {317.087, 5.84902, 11'790.6291},
    {284.125, 1.89869, 796.2980},
    {271.039, 0.31489, 10'977.0788},
    {242.810, 0.34481, 5486.7778},
    {206.160, 4.80647, 2544.3144},
    {205.385, 1.86948, 5573.1428},
    {202.261, 2.45768, 6069.7768},
    {155.516, 0.83306, 213.2991},
    {132.212, 3.41118, 2942.4634},
    {126.184, 1.08303, 20.7754},
    {115.132, 0.64545, 0.9803},
    {102.851, 0.63600, 4694.0030},
    {101.895, 0.97569, 15'720.8388},
    {101.724, 4.26680, 7.1135},
}};

/// The sun's apparent geocentric longitude, 0 to 360. Wrong by at most 2.5", which the sun covers in 60 s.
[[nodiscard]] inline double sun_longitude(double at) noexcept {
    const double t = (at - j2000) / 365'250;  // thousands of years
    double earth = 0;
    for (const longitude_term& term : longitude_terms) earth += term.amplitude * std::cos(term.phase + term.rate * t);
    earth += t * (206'058.863 * std::cos(2.67823456 + 6283.07585 * t) + 4303.430 * std::cos(2.63512 + 12566.1517 * t));
    earth += 175'347'045.673 + 628'331'966'747.491 * t + 52'918.870 * t * t;

    // Meeus, ch. 22 (nutation, the four great terms), ch. 25 (aberration; rotation to the axes of FK5).
    const double node = 125.04452 - 19'341.36261 * t;
    const double sun = 280.4665 + 360'007.698 * t;
    const double moon = 218.3165 + 4'812'678.813 * t;
    const double anomaly = 357.5291 + 359'990.503 * t;
    const double nutation = -17.20 * sine(node) - 1.32 * sine(2 * sun) - 0.23 * sine(2 * moon) + 0.21 * sine(2 * node);
    const double aberration = -20.4898 * (1 + 0.0167 * sine(anomaly + 90));
    const double fk5 = -0.0903;

    const double degrees = earth * 1e-8 / radians_per_degree + 180 + (nutation + aberration + fk5) / 3600;
    return degrees - 360 * std::floor(degrees / 360);
}

/// TT - UT in seconds: F. Espenak, J. Meeus, Five Millennium Canon of Solar Eclipses (NASA/TP-2006-214141),
/// the polynomials for 1961-2150. Civil time follows UT, to a second as long as there are leap seconds.
[[nodiscard]] inline double delta_t(double at) noexcept {
    const double year = 2000 + (at - j2000) / 365.25;
    if (year < 1986) {
        const double t = year - 1975;
        return 45.45 + t * (1.067 - t * (1 / 260.0 + t / 718));
    }
    const double t = year - 2000;
    if (year < 2005) {
        return 63.86 + t * (0.3345 + t * (-0.060374 + t * (0.0017275 + t * (0.000651814 + t * 0.00002373599))));
    }
    if (year < 2050) return 62.92 + t * (0.32217 + t * 0.005589);
    const double centuries = (year - 1820) / 100;
    return -20 + 32 * centuries * centuries - 0.5628 * (2150 - year);
}

}  // namespace astronomy

namespace detail {

/// The day that contains a new moon: the first of a lunar month. east: seconds east of UTC.
[[nodiscard]] inline civil_day month_start(std::int32_t lunation, std::int32_t east) noexcept {
    const double at = astronomy::new_moon(lunation);
    const double civil = at - astronomy::civil_epoch + (east - astronomy::delta_t(at)) / seconds_per_day;
    return {static_cast<std::int32_t>(std::floor(civil))};
}

/// In which twelfth of its path the sun is as a day begins: 0 from the vernal equinox on, 9 from the
/// winter solstice on. A span of days contains a principal term where the twelfth changes.
[[nodiscard]] inline std::int32_t sun_sector(civil_day day, std::int32_t east) noexcept {
    const double universal = astronomy::civil_epoch + day.number - static_cast<double>(east) / seconds_per_day;
    const double at = universal + astronomy::delta_t(universal) / seconds_per_day;
    return static_cast<std::int32_t>(std::floor(astronomy::sun_longitude(at) / 30));
}

/// The lunation of month 11 of a lunar year: the month that contains the winter solstice.
[[nodiscard]] inline std::int32_t winter_lunation(std::int32_t year, std::int32_t east) noexcept {
    const double solstice = astronomy::civil_epoch + day_from({year, 12, 22}).number;
    const double lunations = (solstice - astronomy::new_moon_2000) / astronomy::synodic_month;
    const std::int32_t guess = static_cast<std::int32_t>(std::floor(lunations));
    // The solstice is less than a day off this guess, the month's start less than two off the mean new
    // moon: only where they come close need the true ones be asked.
    const double age = (lunations - guess) * astronomy::synodic_month;
    if (age > 3 && age < astronomy::synodic_month - 3) return guess;
    constexpr std::int32_t winter = 9;  // sun_sector from the solstice on
    if (sun_sector(month_start(guess + 1, east), east) < winter) return guess + 1;
    return sun_sector(month_start(guess, east), east) < winter ? guess : guess - 1;
}

}  // namespace detail

/// The months of a lunar year, month 1 to month 12. `east`: seconds east of UTC of the days' midnight;
/// the range is proved for Viet Nam's alone. Fails with `year_outside_lunar`.
[[nodiscard]] inline result<lunar_year> months_of_lunar_year(std::int32_t year,
                                                             std::int32_t east = vietnam_meridian) noexcept {
    if (year < first_lunar_year || year > last_lunar_year) return {errc::year_outside_lunar, year};
    const std::int32_t winter_before = detail::winter_lunation(year - 1, east);
    const std::int32_t winter = detail::winter_lunation(year, east);
    const std::int32_t winter_after = detail::winter_lunation(year + 1, east);

    // From month 11 of the year before to the month 1 after this year. `leap_due`: thirteen months lead
    // to the next month 11 and the leap one has not come yet.
    lunar_year months;
    std::int32_t number = 10;
    std::int32_t of_year = year - 1;
    bool leap_due = winter - winter_before == 13;
    civil_day first = detail::month_start(winter_before, east);
    for (std::int32_t lunation = winter_before;; ++lunation) {
        const civil_day next = detail::month_start(lunation + 1, east);
        if (lunation == winter) leap_due = winter_after - winter == 13;
        const bool leap = leap_due && detail::sun_sector(first, east) == detail::sun_sector(next, east);
        if (leap) {
            leap_due = false;
        } else if (++number > 12) {
            number = 1;
            if (++of_year > year) return months;
        }
        if (of_year == year) {
            months.months[static_cast<std::size_t>(months.count++)] = {first, next - first, year, number, leap};
        }
        first = next;
    }
}

/// The lunar date of a day. Fails with `year_outside_lunar`. For many days, go by the months.
[[nodiscard]] inline result<lunar_date> lunar_of(civil_day day) noexcept {
    // The civil year, give or take a day at its ends, which are months away from Tết. Before Tết the day
    // belongs to the lunar year before.
    std::int32_t year = static_cast<std::int32_t>(std::floor(1970 + day.number / 365.2425));
    result<lunar_year> months = months_of_lunar_year(year);
    if (year == last_lunar_year + 1 || (months && day < months->begin()->first)) months = months_of_lunar_year(--year);
    if (!months) return months.why();
    for (const lunar_month& month : *months) {
        const std::int32_t passed = day - month.first;
        if (passed < month.length) return lunar_date{year, month.month, passed + 1, month.leap};
    }
    return {errc::year_outside_lunar, year + 1};
}

/// The day of a lunar date. Fails with `year_outside_lunar`, and with `date_invalid` where the year has
/// no such day (day 30 of a month of 29 days) or no such leap month.
[[nodiscard]] inline result<civil_day> day_of_lunar(lunar_date date) noexcept {
    const result<lunar_year> months = months_of_lunar_year(date.year);
    if (!months) return months.why();
    for (const lunar_month& month : *months) {
        if (month.month != date.month || month.leap != date.leap) continue;
        if (date.day >= 1 && date.day <= month.length) return month.first + (date.day - 1);
    }
    return {errc::date_invalid, std::int64_t{date.year} * 10'000 + std::int64_t{date.month} * 100 + date.day};
}

}  // namespace thoihan

#endif  // THOIHAN_LUNAR_HPP
