// thoihan/week.hpp: which weekdays work, and from when.
//
// QĐ 188/1999/QĐ-TTg art. 1: five days of work, rest on Saturday and Sunday, applied from 2 October
// 1999; before, Saturday was worked. A week is therefore a list of masks, each from a day on.
#ifndef THOIHAN_WEEK_HPP
#define THOIHAN_WEEK_HPP

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "thoihan/civil.hpp"
#include "thoihan/error.hpp"

namespace thoihan {

/// The weekdays that work: bit 0 is Monday, bit 6 Sunday.
struct week_mask {
    std::uint8_t bits = 0b001'1111;

    friend constexpr bool operator==(week_mask, week_mask) = default;
    [[nodiscard]] constexpr bool works(weekday day) const noexcept {
        return ((bits >> static_cast<unsigned>(day)) & 1U) != 0;
    }
};

/// "1111100", Monday first, as numpy writes it. Fails with `week_invalid` (a: position), also when no
/// day works.
[[nodiscard]] constexpr result<week_mask> parse_week(std::string_view text) noexcept {
    if (text.size() != 7) return {errc::week_invalid, static_cast<std::int64_t>(text.size())};
    unsigned bits = 0;
    for (std::size_t i = 0; i < 7; ++i) {
        if (text[i] != '0' && text[i] != '1') return {errc::week_invalid, static_cast<std::int64_t>(i)};
        if (text[i] == '1') bits |= 1U << i;
    }
    if (bits == 0) return {errc::week_invalid, 0};
    return week_mask{static_cast<std::uint8_t>(bits)};
}

/// A week in force from a day on, until the next one begins.
struct dated_week {
    civil_day from;
    week_mask week;
    std::uint16_t source = 0;  ///< which instrument: an index into the facts' sources
};

/// The week in force on a day: the last one that began on or before it. `weeks` is in the order of
/// `from` and not empty; the first one also serves the days before it.
[[nodiscard]] constexpr const dated_week& week_on(std::span<const dated_week> weeks, civil_day day) noexcept {
    std::size_t at = 0;
    while (at + 1 < weeks.size() && weeks[at + 1].from <= day) ++at;
    return weeks[at];
}

}  // namespace thoihan

#endif  // THOIHAN_WEEK_HPP
