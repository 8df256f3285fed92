// thoihan/people_time.hpp: days and instants as people and systems write them, read without any locale.
//
//   15/03/2022   15/3/2022 14:35   15-03-2022 14:35:20   14:35 15/03/2022   15/03/2022 14h35   15/03/2022 2:35:20 CH
//   2022-03-15   2022-03-15T14:35:20   2022-03-15T07:35:20Z   2022-03-15 14:35:20+07:00   20220315   20220315143520
//
// With a slash, a dash or a full stop the day comes first, then the month: that is how Vietnamese is written, and
// 03/15/2022 is refused, not guessed. A year has four digits. Nothing is read that is not there: 31/02/2022,
// 24:00 and :60 are refused.
#ifndef THOIHAN_PEOPLE_TIME_HPP
#define THOIHAN_PEOPLE_TIME_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "thoihan/civil.hpp"
#include "thoihan/civil_text.hpp"
#include "thoihan/error.hpp"

namespace thoihan {

/// What stands in a text: a day, perhaps its time of day, perhaps the offset from UTC it was written with.
struct people_time {
    civil_second at;                     ///< as written; 00:00 of the day where there is no time of day
    bool has_time = false;               ///< whether a time of day was written
    std::optional<std::int32_t> offset;  ///< seconds east of UTC, for instants with a zone

    friend constexpr bool operator==(const people_time&, const people_time&) = default;
};

namespace detail {

/// Reads a text from left to right.
class people_reader {
public:
    constexpr explicit people_reader(std::string_view text) noexcept : text_(text) {}

    [[nodiscard]] constexpr result<people_time> read() noexcept {
        while (!text_.empty() && is_blank(text_.back())) text_.remove_suffix(1);
        skip_blanks();
        if (at_end()) return {errc::value_empty};
        people_time out;
        if (is_clock_next()) {  // «14:35 15/03/2022»
            if (const failure bad = clock(); bad.code != errc::ok) return bad;
            out.has_time = true;
            if (!blank_next()) return here();
            skip_blanks();
        }
        const auto day = read_day(out.has_time);
        if (!day) return day.why();
        if (!out.has_time && !at_end() && !compact_time_) {
            if (text_[at_] != 'T' && text_[at_] != 't' && !is_blank(text_[at_]) && text_[at_] != ',') return here();
            ++at_;
            skip_blanks();
            if (const failure bad = clock(); bad.code != errc::ok) return bad;
            out.has_time = true;
            const auto offset = zone();
            if (!offset) return offset.why();
            out.offset = *offset;
        }
        out.has_time = out.has_time || compact_time_;
        if (!at_end()) return here();
        out.at = start_of(*day) + seconds_;
        return out;
    }

private:
    [[nodiscard]] static constexpr bool is_blank(char c) noexcept {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
    [[nodiscard]] static constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
    [[nodiscard]] constexpr bool at_end() const noexcept { return at_ == text_.size(); }
    [[nodiscard]] constexpr bool blank_next() const noexcept { return !at_end() && is_blank(text_[at_]); }
    [[nodiscard]] constexpr failure here() const noexcept { return {errc::syntax, static_cast<std::int64_t>(at_)}; }
    constexpr void skip_blanks() noexcept {
        while (blank_next()) ++at_;
    }
    [[nodiscard]] constexpr std::size_t digits_from(std::size_t at) const noexcept {
        std::size_t count = 0;
        while (at + count < text_.size() && is_digit(text_[at + count])) ++count;
        return count;
    }

    /// One or two digits and a mark of hours: a clock time, not a day.
    [[nodiscard]] constexpr bool is_clock_next() const noexcept {
        const std::size_t digits = digits_from(at_);
        if (digits < 1 || digits > 2 || at_ + digits >= text_.size()) return false;
        const char mark = text_[at_ + digits];
        return mark == ':' || mark == 'h' || mark == 'H';
    }

    /// `least` to `most` digits as a number; -1 where they are not.
    constexpr std::int32_t number(std::size_t least, std::size_t most) noexcept {
        const std::size_t digits = digits_from(at_);
        if (digits < least || digits > most) return -1;
        const std::int32_t value = digits_at(text_, at_, digits);
        at_ += digits;
        return value;
    }

    [[nodiscard]] constexpr result<civil_day> read_day(bool time_is_read) noexcept {
        const std::size_t digits = digits_from(at_);
        if (digits == 8 || digits == 12 || digits == 14) return compact(digits, time_is_read);
        const bool year_first = digits == 4;
        const std::int32_t one = year_first ? number(4, 4) : number(1, 2);
        if (one < 0 || at_end()) return here();
        const char mark = text_[at_];
        if (mark != '/' && mark != '-' && mark != '.') return here();
        ++at_;
        const std::int32_t month = number(1, 2);
        if (month < 0 || at_end() || text_[at_] != mark) return here();
        ++at_;
        const std::int32_t three = year_first ? number(1, 2) : number(4, 4);
        if (three < 0) return here();
        return year_first ? make_day(one, month, three) : make_day(three, month, one);
    }

    /// yyyyMMdd, yyyyMMddHHmm, yyyyMMddHHmmss: what the national exchange writes (LAW.md R10.7).
    [[nodiscard]] constexpr result<civil_day> compact(std::size_t digits, bool time_is_read) noexcept {
        const auto two = [&](std::size_t i) { return digits_at(text_, at_ + i, 2); };
        const auto day = make_day(digits_at(text_, at_, 4), two(4), two(6));
        if (!day) return day;
        if (digits > 8) {
            if (time_is_read) return here();
            const auto time = make_second(*day, two(8), two(10), digits == 14 ? two(12) : 0);
            if (!time) return time.why();
            seconds_ = clock_time(*time);
            compact_time_ = true;
        }
        at_ += digits;
        return day;
    }

    /// H:MM[:SS[.0]], HhMM, each with AM, PM, SA (morning) or CH (afternoon) after it.
    [[nodiscard]] constexpr failure clock() noexcept {
        std::int32_t hour = number(1, 2);
        if (hour < 0 || at_end()) return here();
        const char mark = text_[at_];
        if (mark != ':' && mark != 'h' && mark != 'H') return here();
        ++at_;
        const std::int32_t minute = number(2, 2);
        if (minute < 0) return here();
        std::int32_t second = 0;
        if (mark == ':' && has_at(text_, at_, ':')) {
            ++at_;
            second = number(2, 2);
            if (second < 0) return here();
            if (has_at(text_, at_, '.')) {
                ++at_;
                const std::size_t digits = digits_from(at_);
                if (digits == 0) return here();
                std::int64_t micro = 0;
                for (std::size_t i = 0; i < digits; ++i) {
                    const std::int32_t digit = digits_at(text_, at_ + i, 1);
                    if (i < 6) micro = micro * 10 + digit;
                    if (i >= 6 && digit != 0) micro = micro == 0 ? 1 : micro;
                }
                for (std::size_t i = digits; i < 6; ++i) micro *= 10;
                if (micro != 0) return {errc::fraction_of_second, micro};
                at_ += digits;
            }
        }
        const std::size_t before = at_;
        skip_blanks();
        if (const char half = half_of_day(); half != 0) {
            if (hour < 1 || hour > 12) return {errc::time_invalid, std::int64_t{hour} * 10'000 + minute * 100 + second};
            hour = hour % 12 + (half == 'p' ? 12 : 0);
        } else {
            at_ = before;
        }
        const auto time = make_second({0}, hour, minute, second);
        if (!time) return time.why();
        seconds_ = clock_time(*time);
        return {};
    }

    /// 'a' for AM and SA, 'p' for PM and CH, 0 for neither.
    [[nodiscard]] constexpr char half_of_day() noexcept {
        const auto lower = [&](std::size_t i) {
            const char c = at_ + i < text_.size() ? text_[at_ + i] : '\0';
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        };
        const auto is = [&](char a, char b) { return lower(0) == a && lower(1) == b; };
        const char half = is('a', 'm') || is('s', 'a') ? 'a' : is('p', 'm') || is('c', 'h') ? 'p' : '\0';
        if (half != 0) at_ += 2;
        return half;
    }

    /// Z, +07:00, +0700 or +07; nothing where nothing follows.
    [[nodiscard]] constexpr result<std::optional<std::int32_t>> zone() noexcept {
        skip_blanks();
        if (at_end()) return std::optional<std::int32_t>();
        const char sign = text_[at_];
        if (sign == 'Z' || sign == 'z') {
            ++at_;
            return std::optional<std::int32_t>(0);
        }
        if (sign != '+' && sign != '-') return std::optional<std::int32_t>();
        ++at_;
        const std::size_t digits = digits_from(at_);
        const std::int32_t hours = digits == 2 || digits == 4 ? digits_at(text_, at_, 2) : -1;
        if (hours < 0 || hours > 23) return here();
        at_ += 2;
        if (has_at(text_, at_, ':')) ++at_;
        const bool has_minutes = digits == 4 || !at_end();
        const std::int32_t minutes = has_minutes ? digits_at(text_, at_, 2) : 0;
        if (minutes < 0 || minutes > 59) return here();
        if (has_minutes) at_ += 2;
        const std::int32_t seconds = hours * 3600 + minutes * 60;
        return std::optional<std::int32_t>(sign == '-' ? -seconds : seconds);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::int32_t seconds_ = 0;
    bool compact_time_ = false;
};

}  // namespace detail

/// A day or an instant. Fails with `syntax` (a: position), `value_empty`, `date_invalid`, `time_invalid` or
/// `fraction_of_second`.
[[nodiscard]] constexpr result<people_time> parse_people_time(std::string_view text) noexcept {
    return detail::people_reader(text).read();
}

}  // namespace thoihan

#endif  // THOIHAN_PEOPLE_TIME_HPP
