// thoihan/time_limit.hpp: thời hạn giải quyết, as the procedure writes it. Values only.
//
// A limit is legs in order; between two legs lies a gap of unknown length (the citizen pays, then the second
// appointment is given: LAW.md R8.5). A leg is parts in order, each an amount and a unit: «15 ngày và 08 ngày
// làm việc» is one leg of two parts, not 23 of one unit (R8.16). Units are never coerced (R0.4).
#ifndef THOIHAN_TIME_LIMIT_HPP
#define THOIHAN_TIME_LIMIT_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "thoihan/error.hpp"

namespace thoihan {

/// The unit of a part. Wire values.
enum class limit_unit : std::uint8_t {
    working_day = 0,     ///< ngày làm việc
    day = 1,             ///< ngày: calendar days
    week = 2,            ///< tuần
    month = 3,           ///< tháng
    year = 4,            ///< năm
    working_hour = 5,    ///< giờ làm việc
    working_minute = 6,  ///< phút làm việc
    hour = 7,            ///< giờ: elapsed hours
    minute = 8,          ///< phút
    same_day = 9         ///< trong ngày; its amount is 1
};

/// Whether a unit is counted in days by date, not in seconds by instant.
[[nodiscard]] constexpr bool is_by_date(limit_unit unit) noexcept {
    return unit <= limit_unit::year || unit == limit_unit::same_day;
}

/// Whether a unit counts only what works.
[[nodiscard]] constexpr bool is_working(limit_unit unit) noexcept {
    return unit == limit_unit::working_day || unit == limit_unit::working_hour || unit == limit_unit::working_minute;
}

/// So much of a unit. The amount is held in halves, exactly: 8,5 days are 17 halves (R8.15).
struct limit_part {
    limit_unit unit = limit_unit::working_day;
    std::int32_t halves = 2;

    friend constexpr bool operator==(const limit_part&, const limit_part&) = default;
};

/// `amount` whole units.
[[nodiscard]] constexpr limit_part part_of(std::int32_t amount, limit_unit unit) noexcept { return {unit, amount * 2}; }

/// Parts that follow each other without a gap.
///
/// Adjoining parts of one unit are added, so 0,5 + 1 + 5 + 0,5 working days are 7 (R8.18). After that a half
/// may stand in the last part only, and only of working days, days, working hours and hours.
class limit_leg {
public:
    static constexpr std::size_t capacity = 6;
    /// The largest amount of one part, in units.
    static constexpr std::int32_t largest = 100'000;

    constexpr limit_leg() = default;

    /// Fails with `limit_empty`, `limit_zero`, `limit_too_large` (a: halves), `limit_fraction`,
    /// `limit_half_inside`, `limit_same_day_alone` or `limit_too_many` (a: how many).
    [[nodiscard]] static constexpr result<limit_leg> of(std::span<const limit_part> parts) noexcept {
        limit_leg leg;
        for (const limit_part& part : parts) {
            if (const failure bad = leg.add(part); bad.code != errc::ok) return bad;
        }
        if (const failure bad = leg.check(); bad.code != errc::ok) return bad;
        return leg;
    }

    /// This leg with one more part at its end: an add-on, in its own unit (R8.4: +10 ngày làm việc).
    [[nodiscard]] constexpr result<limit_leg> extended(limit_part part) const noexcept {
        limit_leg leg = *this;
        if (const failure bad = leg.add(part); bad.code != errc::ok) return bad;
        if (const failure bad = leg.check(); bad.code != errc::ok) return bad;
        return leg;
    }

    [[nodiscard]] constexpr std::span<const limit_part> parts() const noexcept { return {parts_.data(), size_}; }
    /// The part that decides how the leg ends.
    [[nodiscard]] constexpr const limit_part& last() const noexcept { return parts_[size_ - 1U]; }

    friend constexpr bool operator==(const limit_leg&, const limit_leg&) = default;

private:
    constexpr failure add(limit_part part) noexcept {
        if (part.halves <= 0) return {errc::limit_zero, part.halves};
        if (part.halves > 2 * largest) return {errc::limit_too_large, part.halves};
        if (size_ > 0 && parts_[size_ - 1U].unit == part.unit) {
            parts_[size_ - 1U].halves += part.halves;
            return {parts_[size_ - 1U].halves > 2 * largest ? errc::limit_too_large : errc::ok,
                    parts_[size_ - 1U].halves};
        }
        if (size_ == capacity) return {errc::limit_too_many, static_cast<std::int64_t>(capacity + 1)};
        parts_[size_++] = part;
        return {};
    }

    [[nodiscard]] constexpr failure check() const noexcept {
        if (size_ == 0) return {errc::limit_empty};
        for (std::size_t i = 0; i < size_; ++i) {
            const limit_part& part = parts_[i];
            if (part.unit == limit_unit::same_day && (size_ > 1 || part.halves != 2))
                return {errc::limit_same_day_alone};
            if (part.halves % 2 == 0) continue;
            const bool may_halve = part.unit == limit_unit::working_day || part.unit == limit_unit::day ||
                                   part.unit == limit_unit::working_hour || part.unit == limit_unit::hour;
            if (!may_halve) return {errc::limit_fraction, part.halves};
            if (i + 1 < size_) return {errc::limit_half_inside, part.halves};
        }
        return {};
    }

    std::array<limit_part, capacity> parts_{};
    std::uint8_t size_ = 0;
};

/// Legs with a gap of unknown length between each and the next.
class time_limit {
public:
    static constexpr std::size_t capacity = 3;

    constexpr time_limit() = default;
    constexpr time_limit(const limit_leg& leg) noexcept : size_(1) { legs_[0] = leg; }

    /// A limit of one part, which must be valid (unchecked): `time_limit::of(15, limit_unit::working_day)`.
    [[nodiscard]] static constexpr result<time_limit> of(std::int32_t amount, limit_unit unit) noexcept {
        const std::array<limit_part, 1> parts{part_of(amount, unit)};
        const auto leg = limit_leg::of(parts);
        if (!leg) return leg.why();
        return time_limit(*leg);
    }

    /// Fails with `limit_empty` or `limit_too_many` (a: how many).
    [[nodiscard]] static constexpr result<time_limit> of_legs(std::span<const limit_leg> legs) noexcept {
        if (legs.empty()) return {errc::limit_empty};
        if (legs.size() > capacity) return {errc::limit_too_many, static_cast<std::int64_t>(legs.size())};
        time_limit limit;
        for (const limit_leg& leg : legs) limit.legs_[limit.size_++] = leg;
        return limit;
    }

    /// This limit with a part added to the end of one of its legs. Fails as limit_leg::extended does.
    [[nodiscard]] constexpr result<time_limit> extended(std::size_t leg, limit_part part) const noexcept {
        if (leg >= size_) return {errc::limit_empty};
        const auto longer = legs_[leg].extended(part);
        if (!longer) return longer.why();
        time_limit limit = *this;
        limit.legs_[leg] = *longer;
        return limit;
    }

    [[nodiscard]] constexpr std::span<const limit_leg> legs() const noexcept { return {legs_.data(), size_}; }
    [[nodiscard]] constexpr const limit_leg& leg(std::size_t i) const noexcept { return legs_[i]; }

    friend constexpr bool operator==(const time_limit&, const time_limit&) = default;

private:
    std::array<limit_leg, capacity> legs_{};
    std::uint8_t size_ = 0;
};

}  // namespace thoihan

#endif  // THOIHAN_TIME_LIMIT_HPP
