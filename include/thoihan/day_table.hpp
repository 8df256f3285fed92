// thoihan/day_table.hpp: which days work, answered in constant time.
//
// Two tables of 16-bit numbers: rank, how many days have worked up to a day, and its inverse select, which
// day is the n-th that works. Counting between two days is one subtraction, going n working days ahead one
// addition and one look-up, however large n is. Two bytes are enough for 65 534 days, 179 years.
#ifndef THOIHAN_DAY_TABLE_HPP
#define THOIHAN_DAY_TABLE_HPP

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "thoihan/amount.hpp"
#include "thoihan/civil.hpp"
#include "thoihan/error.hpp"

namespace thoihan {

/// What becomes of a day that does not work (BLDS 148.5: `following`).
enum class roll_convention : std::uint8_t {
    following,           ///< the next day that works
    preceding,           ///< the last day that worked
    modified_following,  ///< following, unless that is in another month, then preceding
    modified_preceding   ///< preceding, unless that is in another month, then following
};

/// The most days that a day table holds.
inline constexpr std::int32_t most_days = 65'534;

/// A look at the tables of one calendar in one edition: what hot loops use. Trivially copyable; the
/// calendar must outlive it.
///
/// A day is *inside* when first <= day <= last. Questions about other days fail with `outside_calendar`
/// (a: the day), answers that would be other days with `beyond_calendar` (a: the day, b: the count).
class day_table {
public:
    /// No days at all.
    constexpr day_table() = default;

    /// `rank` has last - first + 2 entries: rank[i] days work in [first, first + i). `select` has one entry a
    /// working day: select[k] is the offset from first of the working day number k, from 0.
    constexpr day_table(civil_day first, std::span<const std::uint16_t> rank,
                        std::span<const std::uint16_t> select) noexcept
        : rank_(rank.data()),
          select_(select.data()),
          first_(first.number),
          size_(static_cast<std::int32_t>(rank.size()) - 1),
          working_(static_cast<std::int32_t>(select.size())) {}

    [[nodiscard]] constexpr civil_day first() const noexcept { return {first_}; }
    [[nodiscard]] constexpr civil_day last() const noexcept { return {first_ + (size_ - 1)}; }
    [[nodiscard]] constexpr bool is_inside(civil_day day) const noexcept { return offset(day) < unsigned_size(); }

    /// How many days work in [first, day]. day: from first - 1 (0 days) to last, unchecked.
    [[nodiscard]] constexpr std::int32_t rank(civil_day day) const noexcept { return rank_[offset(day) + 1U]; }

    /// Whether a day works.
    [[nodiscard]] constexpr result<bool> is_working(civil_day day) const noexcept {
        if (!is_inside(day)) return outside(day);
        return works(day);
    }

    /// n > 0: the n-th working day strictly after the day; n < 0: the |n|-th strictly before it; 0: the day
    /// itself, working or not. The day itself is never counted (BLDS 147.2).
    [[nodiscard]] constexpr result<civil_day> advance(civil_day day, working_days n) const noexcept {
        if (!is_inside(day)) return outside(day);
        if (n.count == 0) return day;
        if (n.count > most_days || n.count < -most_days) return {errc::beyond_calendar, day.number, n.count};
        // The number, from 0, of the first working day on the far side, then |n| - 1 further.
        const std::int64_t number = n.count > 0 ? rank(day) + n.count - 1 : rank_before(day) + n.count;
        if (number < 0 || number >= working_) return {errc::beyond_calendar, day.number, n.count};
        return selected(number);
    }

    /// The working days in (after, through]: `after` is not counted, `through` is. Negative when through is
    /// before after. Both from first - 1 to last.
    [[nodiscard]] constexpr result<working_days> count(civil_day after, civil_day through) const noexcept {
        if (!is_countable(after)) return outside(after);
        if (!is_countable(through)) return outside(through);
        return working_days{rank(through) - rank(after)};
    }

    /// The day itself if it works, else the nearest that does on the side that the convention says.
    [[nodiscard]] constexpr result<civil_day> roll(civil_day day, roll_convention convention) const noexcept {
        if (!is_inside(day)) return outside(day);
        if (works(day)) return day;
        const bool ahead =
            convention == roll_convention::following || convention == roll_convention::modified_following;
        const auto rolled = ahead ? next_working(day) : previous_working(day);
        if (convention == roll_convention::following || convention == roll_convention::preceding) return rolled;
        // Where the table ends inside the month it is not known whether a day of the month would work.
        if (is_same_month(day, rolled ? *rolled : ahead ? last() + 1 : first() - 1)) return rolled;
        return ahead ? previous_working(day) : next_working(day);
    }

    [[nodiscard]] constexpr result<civil_day> next_working(civil_day day) const noexcept {
        return advance(day, working_days{1});
    }
    [[nodiscard]] constexpr result<civil_day> previous_working(civil_day day) const noexcept {
        return advance(day, working_days{-1});
    }

    /// How many days work in all.
    [[nodiscard]] constexpr std::int32_t working() const noexcept { return working_; }
    /// The working day number k, from 0; k < working(), unchecked.
    [[nodiscard]] constexpr civil_day selected(std::int64_t k) const noexcept {
        return {first_ + select_[static_cast<std::size_t>(k)]};
    }
    /// Whether an inside day works, unchecked.
    [[nodiscard]] constexpr bool works(civil_day day) const noexcept { return rank(day) != rank_before(day); }

private:
    /// How many days work in [first, day) of an inside day.
    [[nodiscard]] constexpr std::int32_t rank_before(civil_day day) const noexcept { return rank_[offset(day)]; }
    [[nodiscard]] static constexpr bool is_same_month(civil_day a, civil_day b) noexcept {
        const year_month_day in_a = parts_of(a), in_b = parts_of(b);
        return in_a.year == in_b.year && in_a.month == in_b.month;
    }
    [[nodiscard]] constexpr std::uint32_t offset(civil_day day) const noexcept {
        return static_cast<std::uint32_t>(day.number) - static_cast<std::uint32_t>(first_);
    }
    [[nodiscard]] constexpr std::uint32_t unsigned_size() const noexcept { return static_cast<std::uint32_t>(size_); }
    [[nodiscard]] constexpr bool is_countable(civil_day day) const noexcept {
        return offset(day) + 1U <= unsigned_size();
    }
    [[nodiscard]] static constexpr failure outside(civil_day day) noexcept {
        return {errc::outside_calendar, day.number, 0};
    }

    static constexpr std::uint16_t no_rank = 0;

    const std::uint16_t* rank_ = &no_rank;
    const std::uint16_t* select_ = nullptr;
    std::int32_t first_ = 0;
    std::int32_t size_ = 0;
    std::int32_t working_ = 0;
};

/// Owns the tables of a day_table.
class day_table_storage {
public:
    day_table_storage() = default;

    /// From one flag a day, the first for `first`: whether it works. At most `most_days` flags.
    day_table_storage(civil_day first, std::span<const std::uint8_t> works) : first_(first) {
        rank_.resize(works.size() + 1);
        select_.resize(works.size());
        std::uint16_t working = 0;
        for (std::size_t i = 0; i < works.size(); ++i) {
            select_[working] = static_cast<std::uint16_t>(i);
            working = static_cast<std::uint16_t>(working + (works[i] != 0 ? 1 : 0));
            rank_[i + 1] = working;
        }
        select_.resize(working);
    }

    [[nodiscard]] day_table table() const& noexcept { return {first_, rank_, select_}; }
    day_table table() const&& = delete;  // it would look at tables that are gone

private:
    civil_day first_;
    std::vector<std::uint16_t> rank_ = std::vector<std::uint16_t>(1);
    std::vector<std::uint16_t> select_;
};

}  // namespace thoihan

#endif  // THOIHAN_DAY_TABLE_HPP
