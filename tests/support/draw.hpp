// Calendars drawn as text: 'B' is a day that works, 'n' one that does not; '|' stands between weeks, for the eye.
//
//   "BBBBBnn|BBnBBnn" is two weeks from a Monday on, the second with a holiday on Wednesday.
#ifndef THOIHAN_TESTS_SUPPORT_DRAW_HPP
#define THOIHAN_TESTS_SUPPORT_DRAW_HPP

#include <cstdint>
#include <string_view>
#include <vector>

#include "thoihan/calendar.hpp"
#include "thoihan/civil.hpp"
#include "thoihan/thoihan.hpp"
#include "thoihan/week.hpp"

namespace thoihan::testing {

/// A Monday, the first day of a drawing unless it says otherwise.
inline constexpr civil_day drawn_monday = day_from({2026, 6, 1});
static_assert(weekday_of(drawn_monday) == weekday::monday);

/// One flag a day: whether it works.
[[nodiscard]] inline std::vector<std::uint8_t> drawn_flags(std::string_view drawing) {
    std::vector<std::uint8_t> works;
    for (const char day : drawing) {
        if (day != '|') works.push_back(day == 'B' ? 1 : 0);
    }
    return works;
}

/// The calendar of a drawing.
[[nodiscard]] inline calendar drawn(std::string_view drawing, civil_day first = drawn_monday) {
    const auto works = drawn_flags(drawing);
    std::vector<civil_day> holidays;
    for (std::size_t i = 0; i < works.size(); ++i) {
        if (works[i] == 0) holidays.push_back(first + static_cast<std::int32_t>(i));
    }
    const civil_day last = first + static_cast<std::int32_t>(works.size()) - 1;
    return value_or_throw(calendar::from_list(first, last, week_mask{0b111'1111}, holidays));
}

}  // namespace thoihan::testing

#endif  // THOIHAN_TESTS_SUPPORT_DRAW_HPP
