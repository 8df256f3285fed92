// thoihan/civil_text.hpp: ISO 8601 text of days, clock times and instants, both ways.
//
// Strict and free of any locale: "2026-02-28", "13:30", "13:30:00", "2026-02-28T13:30[:00]" (or a blank
// for the T). What people type ("15/03/2022 14:35") is read elsewhere, where a format has been chosen.
#ifndef THOIHAN_CIVIL_TEXT_HPP
#define THOIHAN_CIVIL_TEXT_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "thoihan/civil.hpp"
#include "thoihan/error.hpp"

namespace thoihan {

namespace detail {

/// `digits` decimal digits of text from `at`; -1 where they are not all digits or not all there.
[[nodiscard]] constexpr std::int32_t digits_at(std::string_view text, std::size_t at, std::size_t digits) noexcept {
    if (at + digits > text.size()) return -1;
    std::int32_t value = 0;
    for (std::size_t i = at; i < at + digits; ++i) {
        if (text[i] < '0' || text[i] > '9') return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

[[nodiscard]] constexpr bool has_at(std::string_view text, std::size_t at, char wanted) noexcept {
    return at < text.size() && text[at] == wanted;
}

constexpr void put_digits(char* at, std::int64_t value, int digits) noexcept {
    for (int i = digits - 1; i >= 0; --i) {
        at[i] = static_cast<char>('0' + value % 10);
        value /= 10;
    }
}

}  // namespace detail

/// "YYYY-MM-DD". Fails with `syntax` (a: position) or `date_invalid`.
[[nodiscard]] constexpr result<civil_day> parse_day(std::string_view text) noexcept {
    const std::int32_t year = detail::digits_at(text, 0, 4);
    const std::int32_t month = detail::digits_at(text, 5, 2);
    const std::int32_t day = detail::digits_at(text, 8, 2);
    if (year < 0) return {errc::syntax, 0};
    if (!detail::has_at(text, 4, '-') || month < 0) return {errc::syntax, 4};
    if (!detail::has_at(text, 7, '-') || day < 0) return {errc::syntax, 7};
    if (text.size() != 10) return {errc::syntax, 10};
    return make_day(year, month, day);
}

/// "HH:MM" or "HH:MM:SS" as seconds since 00:00, 0 to 86 400: "24:00" is the end of the day, the one
/// clock time that only a closing may have. Fails with `syntax` or `time_invalid`.
[[nodiscard]] constexpr result<std::int32_t> parse_clock_time(std::string_view text) noexcept {
    const std::int32_t hour = detail::digits_at(text, 0, 2);
    const std::int32_t minute = detail::digits_at(text, 3, 2);
    if (hour < 0) return {errc::syntax, 0};
    if (!detail::has_at(text, 2, ':') || minute < 0) return {errc::syntax, 2};
    std::int32_t second = 0;
    if (text.size() != 5) {
        second = detail::digits_at(text, 6, 2);
        if (!detail::has_at(text, 5, ':') || second < 0 || text.size() != 8) return {errc::syntax, 5};
    }
    if (hour == 24 && minute == 0 && second == 0) return seconds_per_day;
    if (hour > 23 || minute > 59 || second > 59) {
        return {errc::time_invalid, std::int64_t{hour} * 10'000 + minute * 100 + second};
    }
    return hour * 3600 + minute * 60 + second;
}

/// "YYYY-MM-DDTHH:MM[:SS]" (or a blank for the T), or a day alone, which is its 00:00:00.
/// Fails with `syntax`, `date_invalid` or `time_invalid`.
[[nodiscard]] constexpr result<civil_second> parse_second(std::string_view text) noexcept {
    const auto day = parse_day(text.substr(0, text.size() < 10 ? text.size() : 10));
    if (!day) return day.why();
    if (text.size() == 10) return start_of(*day);
    if (text[10] != 'T' && text[10] != ' ') return {errc::syntax, 10};
    const auto time = parse_clock_time(text.substr(11));
    if (!time) return time.code() == errc::syntax ? failure{errc::syntax, time.why().a + 11} : time.why();
    if (*time == seconds_per_day) return {errc::time_invalid, 240'000};
    return start_of(*day) + *time;
}

/// A short text held in place.
template <std::size_t Size>
struct fixed_text {
    std::array<char, Size> characters{};

    [[nodiscard]] constexpr std::string_view view() const noexcept { return {characters.data(), Size}; }
    constexpr operator std::string_view() const noexcept { return view(); }
};

/// "YYYY-MM-DD". For years 0 to 9999, which every calendar's days are in.
[[nodiscard]] constexpr fixed_text<10> text_of(civil_day day) noexcept {
    const year_month_day parts = parts_of(day);
    fixed_text<10> text;
    detail::put_digits(&text.characters[0], parts.year, 4);
    text.characters[4] = '-';
    detail::put_digits(&text.characters[5], parts.month, 2);
    text.characters[7] = '-';
    detail::put_digits(&text.characters[8], parts.day, 2);
    return text;
}

/// "HH:MM:SS" of seconds since 00:00, 0 to 86 400 ("24:00:00").
[[nodiscard]] constexpr fixed_text<8> clock_text(std::int32_t seconds) noexcept {
    fixed_text<8> text;
    detail::put_digits(&text.characters[0], seconds / 3600, 2);
    text.characters[2] = ':';
    detail::put_digits(&text.characters[3], seconds / 60 % 60, 2);
    text.characters[5] = ':';
    detail::put_digits(&text.characters[6], seconds % 60, 2);
    return text;
}

/// "YYYY-MM-DDTHH:MM:SS".
[[nodiscard]] constexpr fixed_text<19> text_of(civil_second at) noexcept {
    fixed_text<19> text;
    const auto day = text_of(day_of(at));
    const auto time = clock_text(clock_time(at));
    for (std::size_t i = 0; i < 10; ++i) text.characters[i] = day.characters[i];
    text.characters[10] = 'T';
    for (std::size_t i = 0; i < 8; ++i) text.characters[11 + i] = time.characters[i];
    return text;
}

}  // namespace thoihan

#endif  // THOIHAN_CIVIL_TEXT_HPP
