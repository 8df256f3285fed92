// thoihan/columns.hpp: columns of recorded times, looked at where they lie.
//
// A column is what Arrow has: a bitmap of the rows that are there, and days or ticks of a second. Nothing is
// copied; ticks are divided and instants of UTC brought to the civil time of the zone as a row is read. Text is
// read beforehand (by whoever has it) into seconds with a note a row.
//
// Precision is a property of a column (LAW.md A34): a column of days has no times of day, and their 00:00 means
// nothing. Of text, each value says for itself whether a time of day was written.
#ifndef THOIHAN_COLUMNS_HPP
#define THOIHAN_COLUMNS_HPP

#include <cstddef>
#include <cstdint>

#include "thoihan/civil.hpp"
#include "thoihan/deadline.hpp"
#include "thoihan/error.hpp"
#include "thoihan/zone.hpp"

namespace thoihan {

/// Which rows are there: a bitmap, least significant bit first, from a bit on. Null: all are.
struct validity_bits {
    const std::uint8_t* bits = nullptr;
    std::size_t offset = 0;

    [[nodiscard]] constexpr bool has(std::size_t row) const noexcept {
        if (bits == nullptr) return true;
        const unsigned byte = bits[(offset + row) >> 3U];
        return ((byte >> ((offset + row) & 7U)) & 1U) != 0;
    }
};

/// What a column's ticks are.
enum class tick : std::uint8_t { second, millisecond, microsecond, nanosecond };

/// A value of a column of times. Not there: `at` means nothing. Not ok: the value is there and is no time.
struct recorded_time {
    civil_second at;
    time_precision precision = time_precision::second;
    errc code = errc::ok;
    bool is_there = false;
};

/// What reading a text gave, besides its seconds. A failure's errc, or one of these two.
enum class text_note : std::int16_t { day_only = -1, instant = 0 };

/// A column of times. Neither days nor ticks: a column that is not there at all.
struct time_column {
    const std::int32_t* days = nullptr;   ///< since 1970-01-01
    const std::int64_t* ticks = nullptr;  ///< since 1970-01-01T00:00:00
    tick unit = tick::second;
    validity_bits valid;
    const zone_table* zone = nullptr;  ///< not null: the ticks are instants of UTC
    time_precision precision = time_precision::second;
    const std::int16_t* notes = nullptr;  ///< of text: text_note, or the errc of a text that is no time

    /// A row's time. A fraction of a second is dropped: the instant is that of the second in which it lies.
    /// Years outside 1 to 9999 are `instant_outside`.
    [[nodiscard]] recorded_time at(std::size_t row) const noexcept {
        recorded_time out;
        out.precision = precision;
        if ((days == nullptr && ticks == nullptr) || !valid.has(row)) return out;
        out.is_there = true;
        if (notes != nullptr && notes[row] != static_cast<std::int16_t>(text_note::instant)) {
            out.precision = time_precision::day;
            if (notes[row] > 0) out.code = static_cast<errc>(notes[row]);
        }
        constexpr civil_second first = start_of(day_from({first_civil_year, 1, 1}));
        constexpr civil_second last = start_of(day_from({last_civil_year, 12, 31}));
        out.at = days != nullptr ? start_of({days[row]}) : civil_second{seconds(ticks[row])};
        if (out.at < first || out.at > last) {
            if (out.code == errc::ok) out.code = errc::instant_outside;
            return out;
        }
        if (zone != nullptr) out.at = zone->civil_of({out.at.number});
        if (out.precision == time_precision::day) out.at = start_of(day_of(out.at));
        return out;
    }

private:
    template <std::int64_t PerSecond>
    [[nodiscard]] static constexpr std::int64_t floored(std::int64_t value) noexcept {
        return value / PerSecond - (value % PerSecond < 0 ? 1 : 0);
    }
    [[nodiscard]] constexpr std::int64_t seconds(std::int64_t value) const noexcept {
        switch (unit) {
            case tick::second: return value;
            case tick::millisecond: return floored<1'000>(value);
            case tick::microsecond: return floored<1'000'000>(value);
            case tick::nanosecond: return floored<1'000'000'000>(value);
        }
        return value;
    }
};

}  // namespace thoihan

#endif  // THOIHAN_COLUMNS_HPP
