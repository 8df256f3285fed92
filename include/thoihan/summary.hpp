// thoihan/summary.hpp: counts and sums of verdicts, which add up and merge.
//
// Every row is counted once, in one of eight places: rows in = the sum of all, always. Integers alone, so that
// merging in any order gives the same to the last digit.
#ifndef THOIHAN_SUMMARY_HPP
#define THOIHAN_SUMMARY_HPP

#include <cstddef>
#include <cstdint>
#include <span>

#include "thoihan/verdict.hpp"

namespace thoihan {

struct summary {
    std::int64_t early = 0;           ///< trước hạn
    std::int64_t on_time = 0;         ///< đúng hạn
    std::int64_t late = 0;            ///< quá hạn
    std::int64_t within = 0;          ///< còn hạn
    std::int64_t overdue = 0;         ///< quá hạn, chưa xong
    std::int64_t paused = 0;          ///< tạm dừng
    std::int64_t not_applicable = 0;  ///< not received yet, withdrawn, stopped
    std::int64_t errors = 0;          ///< rows without a verdict
    std::int64_t late_days = 0;       ///< the sum of the calendar days after the due date, of the late
    std::int64_t overdue_days = 0;    ///< ... of the overdue, so far

    [[nodiscard]] constexpr std::int64_t verdicts() const noexcept {
        return early + on_time + late + within + overdue + paused + not_applicable;
    }
    [[nodiscard]] constexpr std::int64_t rows() const noexcept { return verdicts() + errors; }

    /// One more verdict. margin_days: due date - end, negative after it.
    constexpr void add(timeliness is, std::int32_t margin_days) noexcept {
        switch (is) {
            case timeliness::early: ++early; break;
            case timeliness::on_time: ++on_time; break;
            case timeliness::late:
                ++late;
                late_days += margin_days < 0 ? -std::int64_t{margin_days} : 0;
                break;
            case timeliness::within: ++within; break;
            case timeliness::overdue:
                ++overdue;
                overdue_days += margin_days < 0 ? -std::int64_t{margin_days} : 0;
                break;
            case timeliness::paused: ++paused; break;
            case timeliness::not_applicable: ++not_applicable; break;
        }
    }
    constexpr void add_error() noexcept { ++errors; }

    constexpr summary& operator+=(const summary& other) noexcept {
        early += other.early;
        on_time += other.on_time;
        late += other.late;
        within += other.within;
        overdue += other.overdue;
        paused += other.paused;
        not_applicable += other.not_applicable;
        errors += other.errors;
        late_days += other.late_days;
        overdue_days += other.overdue_days;
        return *this;
    }
    friend constexpr summary operator+(summary a, const summary& b) noexcept { return a += b; }
    friend constexpr bool operator==(const summary&, const summary&) = default;
};

/// Adds rows to the summaries of their groups. The columns are those of a verdict (batch.hpp), row by row; a row
/// whose error is not 0 has no verdict. groups: below by_group.size(), unchecked.
constexpr void summarize_rows(std::span<const std::int32_t> groups, std::span<const std::int8_t> timeliness_of,
                              std::span<const std::int32_t> margin_days, std::span<const std::int16_t> errors,
                              std::span<summary> by_group) noexcept {
    for (std::size_t row = 0; row < groups.size(); ++row) {
        summary& one = by_group[static_cast<std::size_t>(groups[row])];
        if (errors[row] != 0) {
            one.add_error();
        } else {
            one.add(static_cast<timeliness>(timeliness_of[row]), margin_days[row]);
        }
    }
}

}  // namespace thoihan

#endif  // THOIHAN_SUMMARY_HPP
