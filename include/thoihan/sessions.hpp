// thoihan/sessions.hpp: the sessions of one day of office hours.
//
// Half-open, [open, close), in seconds of the day, in order, not overlapping; a closing may be 24:00.
// Sessions that touch are kept as two: 07:00-11:30 11:30-17:00 is a day without a break, and reads so.
#ifndef THOIHAN_SESSIONS_HPP
#define THOIHAN_SESSIONS_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "thoihan/civil.hpp"
#include "thoihan/civil_text.hpp"
#include "thoihan/error.hpp"

namespace thoihan {

namespace detail {

/// That seconds of the day are none, in the form of `time_invalid`; before 00:00 the hour is negative.
[[nodiscard]] constexpr failure no_clock_time(std::int32_t seconds) noexcept {
    const std::int32_t hour = seconds / 3600 - (seconds % 3600 < 0 ? 1 : 0);
    const std::int32_t rest = static_cast<std::int32_t>(seconds - std::int64_t{hour} * 3600);
    return {errc::time_invalid, std::int64_t{hour} * 10'000 + rest / 60 * 100 + rest % 60};
}

}  // namespace detail

/// One session, [open, close) in seconds of the day.
struct session {
    std::int32_t open = 0;
    std::int32_t close = 0;

    friend constexpr bool operator==(const session&, const session&) = default;
};

/// The sessions of a day, at most `capacity`; none is a day without hours. Held in place, no allocation.
class sessions {
public:
    static constexpr std::size_t capacity = 8;

    /// A day without hours.
    constexpr sessions() = default;

    /// Sessions in order. Fails with `session_too_many`, `session_reversed`, `session_overlaps`, or
    /// `time_invalid` where a time lies outside 00:00-24:00.
    [[nodiscard]] static constexpr result<sessions> of(std::span<const session> list) noexcept {
        if (list.size() > capacity) return {errc::session_too_many, static_cast<std::int64_t>(list.size())};
        sessions made;
        for (const session& one : list) {
            for (const std::int32_t time : {one.open, one.close}) {
                if (time < 0 || time > seconds_per_day) return detail::no_clock_time(time);
            }
            if (one.close <= one.open) return {errc::session_reversed, one.open, one.close};
            if (made.size_ > 0 && one.open < made.list_[made.size_ - 1U].close) {
                return {errc::session_overlaps, one.open, made.list_[made.size_ - 1U].close};
            }
            made.list_[made.size_++] = one;
            made.length_ += one.close - one.open;
        }
        return made;
    }

    [[nodiscard]] constexpr std::span<const session> list() const noexcept { return {list_.data(), size_}; }
    [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
    /// Open seconds of the day.
    [[nodiscard]] constexpr std::int32_t length() const noexcept { return length_; }

    /// Open seconds in [00:00, time), time 0 to 86 400.
    [[nodiscard]] constexpr std::int32_t elapsed_by(std::int32_t time) const noexcept {
        std::int32_t sum = 0;
        for (std::size_t i = 0; i < size_; ++i) {
            const session& one = list_[i];
            const std::int32_t reached = time < one.open ? one.open : (time > one.close ? one.close : time);
            sum += reached - one.open;
        }
        return sum;
    }

    /// The earliest time by which `elapsed` open seconds have passed; elapsed 1 to length().
    [[nodiscard]] constexpr std::int32_t earliest(std::int32_t elapsed) const noexcept {
        std::int32_t time = 0;
        for (std::size_t i = 0; i < size_; ++i) {
            const std::int32_t length = list_[i].close - list_[i].open;
            time = list_[i].open + elapsed;
            if (elapsed <= length) break;
            elapsed -= length;
        }
        return time;
    }

    /// The latest time by which no more than `elapsed` open seconds have passed; elapsed 0 to length() - 1.
    [[nodiscard]] constexpr std::int32_t latest(std::int32_t elapsed) const noexcept {
        std::int32_t time = 0;
        for (std::size_t i = 0; i < size_; ++i) {
            const std::int32_t length = list_[i].close - list_[i].open;
            time = list_[i].open + elapsed;
            if (elapsed < length) break;
            elapsed -= length;
        }
        return time;
    }

    /// Whether a clock time lies in a session.
    [[nodiscard]] constexpr bool is_open(std::int32_t time) const noexcept {
        for (std::size_t i = 0; i < size_; ++i) {
            if (time >= list_[i].open && time < list_[i].close) return true;
        }
        return false;
    }

    friend constexpr bool operator==(const sessions& a, const sessions& b) noexcept {
        if (a.size_ != b.size_) return false;
        for (std::size_t i = 0; i < a.size_; ++i) {
            if (!(a.list_[i] == b.list_[i])) return false;
        }
        return true;
    }

private:
    std::array<session, capacity> list_{};
    std::uint32_t size_ = 0;
    std::int32_t length_ = 0;
};

/// "07:00-11:30 13:30-17:00": sessions divided by blanks; empty text is a day without hours. Fails with
/// `syntax` (a: position), `time_invalid` and the failures of `sessions::of`.
[[nodiscard]] constexpr result<sessions> parse_sessions(std::string_view text) noexcept {
    std::array<session, sessions::capacity> list{};
    std::size_t count = 0;
    std::size_t at = 0;
    while (true) {
        while (at < text.size() && text[at] == ' ') ++at;
        if (at == text.size()) break;
        std::size_t end = at;
        while (end < text.size() && text[end] != ' ') ++end;
        const std::size_t dash = text.find('-', at);
        if (dash == std::string_view::npos || dash > end) return {errc::syntax, static_cast<std::int64_t>(at)};
        const auto open = parse_clock_time(text.substr(at, dash - at));
        if (!open)
            return open.code() == errc::syntax ? failure{errc::syntax, static_cast<std::int64_t>(at)} : open.why();
        const auto close = parse_clock_time(text.substr(dash + 1, end - dash - 1));
        if (!close) {
            return close.code() == errc::syntax ? failure{errc::syntax, static_cast<std::int64_t>(dash + 1)}
                                                : close.why();
        }
        if (count == list.size()) return {errc::session_too_many, static_cast<std::int64_t>(count + 1)};
        list[count++] = {*open, *close};
        at = end;
    }
    return sessions::of({list.data(), count});
}

}  // namespace thoihan

#endif  // THOIHAN_SESSIONS_HPP
