// thoihan/boost.hpp: Boost.Date_Time at the door: conversions, and the questions in its types.
//
//   using namespace boost::gregorian;
//   thoihan::advance(thoihan::vietnam(), date(2026, 2, 10), thoihan::working_days{15});   // result<date>
//
// Conversions are explicit. What is no time (not_a_date_time, the infinities) is refused with `special_value`,
// what is finer than a second with `fraction_of_second`, and a day before 1400 or after 9999, which Boost does
// not have, with `outside_calendar`. Boost reads no text and adds no months here: it takes "25:61:61" for a
// clock time, and makes 31 March of 28 February and a month.
#ifndef THOIHAN_BOOST_HPP
#define THOIHAN_BOOST_HPP

#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <boost/date_time/posix_time/posix_time_types.hpp>

#include <cstdint>

#include "thoihan/amount.hpp"
#include "thoihan/calendar.hpp"
#include "thoihan/civil.hpp"
#include "thoihan/day_table.hpp"
#include "thoihan/error.hpp"
#include "thoihan/working_clock.hpp"

namespace thoihan {

namespace detail {

/// The days that Boost's calendar has, both included.
inline constexpr civil_day first_boost_day = day_from({1400, 1, 1});
inline constexpr civil_day last_boost_day = day_from({9999, 12, 31});

/// Boost numbers days by the Julian day at noon; this is 1970-01-01.
inline constexpr std::int32_t boost_epoch = 2'440'588;

/// Whole seconds of a length of time.
[[nodiscard]] inline result<std::int64_t> whole_seconds(const boost::posix_time::time_duration& length) noexcept {
    if (length.is_special()) return errc::special_value;
    const std::int64_t per_second = boost::posix_time::time_duration::ticks_per_second();
    const std::int64_t rest = length.ticks() % per_second;
    if (rest != 0) return {errc::fraction_of_second, rest * 1'000'000 / per_second};
    return length.ticks() / per_second;
}

/// The next question, where the one before it has an answer.
template <class T, class Next>
[[nodiscard]] auto then(const result<T>& answer, Next next) noexcept -> decltype(next(*answer)) {
    if (!answer) return answer.why();
    return next(*answer);
}

}  // namespace detail

// ---- Days and instants.

/// Fails with `special_value`.
[[nodiscard]] inline result<civil_day> civil_day_of(const boost::gregorian::date& date) noexcept {
    if (date.is_special()) return errc::special_value;
    return civil_day{static_cast<std::int32_t>(date.day_number()) - detail::boost_epoch};
}

/// Fails with `outside_calendar` (a: the day) outside the years 1400 to 9999.
[[nodiscard]] inline result<boost::gregorian::date> boost_date_of(civil_day day) noexcept {
    if (day < detail::first_boost_day || detail::last_boost_day < day) return {errc::outside_calendar, day.number};
    return boost::gregorian::date(static_cast<boost::gregorian::date::date_int_type>(day.number + detail::boost_epoch));
}

/// Fails with `special_value` or `fraction_of_second`.
[[nodiscard]] inline result<civil_second> civil_second_of(const boost::posix_time::ptime& at) noexcept {
    if (at.is_special()) return errc::special_value;
    return detail::then(civil_day_of(at.date()), [&](civil_day day) {
        return detail::then(detail::whole_seconds(at.time_of_day()),
                            [&](std::int64_t time) -> result<civil_second> { return start_of(day) + time; });
    });
}

/// Fails with `instant_outside` (a: the second) outside the years 1400 to 9999.
[[nodiscard]] inline result<boost::posix_time::ptime> ptime_of(civil_second at) noexcept {
    if (at < start_of(detail::first_boost_day) || start_of(detail::last_boost_day + 1) <= at) {
        return {errc::instant_outside, at.number};
    }
    return boost::posix_time::ptime(*boost_date_of(day_of(at)), boost::posix_time::seconds(clock_time(at)));
}

// ---- Lengths of time. Each fails with `special_value`.

[[nodiscard]] inline result<civil_days> civil_days_of(const boost::gregorian::days& length) noexcept {
    if (length.is_special()) return errc::special_value;
    return civil_days{length.days()};
}
[[nodiscard]] inline result<civil_weeks> civil_weeks_of(const boost::gregorian::weeks& length) noexcept {
    if (length.is_special()) return errc::special_value;
    return civil_weeks{length.days() / 7};
}
[[nodiscard]] inline result<civil_months> civil_months_of(const boost::gregorian::months& length) noexcept {
    if (length.number_of_months().is_special()) return errc::special_value;
    return civil_months{length.number_of_months().as_number()};
}
[[nodiscard]] inline result<civil_years> civil_years_of(const boost::gregorian::years& length) noexcept {
    if (length.number_of_years().is_special()) return errc::special_value;
    return civil_years{length.number_of_years().as_number()};
}
/// Fails with `fraction_of_second` too.
[[nodiscard]] inline result<wall_seconds> wall_seconds_of(const boost::posix_time::time_duration& length) noexcept {
    return detail::then(detail::whole_seconds(length),
                        [](std::int64_t seconds) -> result<wall_seconds> { return wall_seconds{seconds}; });
}

// ---- The questions of day_table.hpp. Each fails as its namesake there does, or as the conversions do.

[[nodiscard]] inline result<bool> is_working(const calendar& calendar, const boost::gregorian::date& date) noexcept {
    return detail::then(civil_day_of(date), [&](civil_day day) { return calendar.days().is_working(day); });
}

[[nodiscard]] inline result<boost::gregorian::date> advance(const calendar& calendar,
                                                            const boost::gregorian::date& date,
                                                            working_days n) noexcept {
    return detail::then(civil_day_of(date),
                        [&](civil_day day) { return detail::then(calendar.days().advance(day, n), boost_date_of); });
}

/// The working days in (after, through].
[[nodiscard]] inline result<working_days> count(const calendar& calendar, const boost::gregorian::date& after,
                                                const boost::gregorian::date& through) noexcept {
    return detail::then(civil_day_of(after), [&](civil_day a) {
        return detail::then(civil_day_of(through), [&](civil_day b) { return calendar.days().count(a, b); });
    });
}

/// The working days of a period, both its begin() and its last() counted; a null period has none.
[[nodiscard]] inline result<working_days> count(const calendar& calendar,
                                                const boost::gregorian::date_period& period) noexcept {
    return detail::then(civil_day_of(period.begin()), [&](civil_day begin) {
        return detail::then(civil_day_of(period.end()), [&](civil_day end) -> result<working_days> {
            if (end <= begin) return working_days{0};
            return calendar.days().count(begin - 1, end - 1);
        });
    });
}

[[nodiscard]] inline result<boost::gregorian::date> roll(const calendar& calendar, const boost::gregorian::date& date,
                                                         roll_convention convention) noexcept {
    return detail::then(civil_day_of(date), [&](civil_day day) {
        return detail::then(calendar.days().roll(day, convention), boost_date_of);
    });
}

[[nodiscard]] inline result<boost::gregorian::date> next_working(const calendar& calendar,
                                                                 const boost::gregorian::date& date) noexcept {
    return advance(calendar, date, working_days{1});
}
[[nodiscard]] inline result<boost::gregorian::date> previous_working(const calendar& calendar,
                                                                     const boost::gregorian::date& date) noexcept {
    return advance(calendar, date, working_days{-1});
}

// ---- The questions of working_clock.hpp.

[[nodiscard]] inline result<bool> is_open(const working_clock& clock, const boost::posix_time::ptime& at) noexcept {
    return detail::then(civil_second_of(at), [&](civil_second t) { return clock.is_open(t); });
}

[[nodiscard]] inline result<working_seconds> elapsed(const working_clock& clock, const boost::posix_time::ptime& from,
                                                     const boost::posix_time::ptime& to) noexcept {
    return detail::then(civil_second_of(from), [&](civil_second a) {
        return detail::then(civil_second_of(to), [&](civil_second b) { return clock.elapsed(a, b); });
    });
}

/// The working seconds of a period; a null period has none.
[[nodiscard]] inline result<working_seconds> elapsed(const working_clock& clock,
                                                     const boost::posix_time::time_period& period) noexcept {
    return detail::then(civil_second_of(period.begin()), [&](civil_second begin) {
        return detail::then(civil_second_of(period.end()), [&](civil_second end) -> result<working_seconds> {
            if (end <= begin) return working_seconds{0};
            return clock.elapsed(begin, end);
        });
    });
}

[[nodiscard]] inline result<boost::posix_time::ptime> advance(const working_clock& clock,
                                                              const boost::posix_time::ptime& at,
                                                              working_seconds w) noexcept {
    return detail::then(civil_second_of(at),
                        [&](civil_second t) { return detail::then(clock.advance(t, w), ptime_of); });
}

[[nodiscard]] inline result<boost::posix_time::ptime> latest(const working_clock& clock,
                                                             const boost::posix_time::ptime& at,
                                                             working_seconds w) noexcept {
    return detail::then(civil_second_of(at),
                        [&](civil_second t) { return detail::then(clock.latest(t, w), ptime_of); });
}

[[nodiscard]] inline result<boost::posix_time::ptime> next_open(const working_clock& clock,
                                                                const boost::posix_time::ptime& at) noexcept {
    return detail::then(civil_second_of(at),
                        [&](civil_second t) { return detail::then(clock.next_open(t), ptime_of); });
}

}  // namespace thoihan

#endif  // THOIHAN_BOOST_HPP
