// thoihan/regime.hpp: cách tính, the switches of counting law. Values only.
//
// Where the law can be read in more than one way there is a switch, with the readings as its values and the
// default first; docs/law/open-questions.md gives each its reason (LAW.md §11, A1-A35). A regime is a set of
// switches with the instrument that sets them and the day from which it holds.
#ifndef THOIHAN_REGIME_HPP
#define THOIHAN_REGIME_HPP

#include <array>
#include <cstddef>
#include <cstdint>

#include "thoihan/civil.hpp"

namespace thoihan {

/// How a dossier came in. Wire values: the codes of the national portal (KenhThucHien), 1-3.
enum class channel : std::uint8_t {
    counter = 1,  ///< trực tiếp
    online = 2,   ///< trực tuyến
    post = 3      ///< bưu chính
};
inline constexpr std::size_t channel_count = 3;
[[nodiscard]] constexpr std::size_t index_of(channel via) noexcept { return static_cast<std::size_t>(via) - 1; }

/// Whether the day of receipt is counted (A1; BLDS 147.2: it is not).
enum class first_day_switch : std::uint8_t { excluded, included };

/// What a receipt outside reception hours becomes (A2; R6.6).
enum class receipt_switch : std::uint8_t {
    as_received,      ///< stays what it is
    next_open,        ///< the next opening of the reception hours
    next_working_day  ///< the opening of the next working day after that date
};

/// From when on a receipt belongs to the next working day (A3; NĐ 63/2024 art. 7.2, NĐ 297/2025 art. 6.3).
enum class cutoff_switch : std::uint8_t {
    none,
    clock_time,  ///< strictly after `cutoff_time`, on rest days too
    last_hour    ///< in the last hour before the reception hours close, or later
};

/// What becomes of a period that ends on a rest day (BLDS 148.5: following).
enum class roll_switch : std::uint8_t { following, none, preceding };

/// What one working day is in hours, where half of one is needed (A16; R8.14: 8).
enum class working_day_switch : std::uint8_t {
    fixed,     ///< `working_day_seconds`
    schedule,  ///< as long as the office hours of the day
    sessions   ///< one session is half a day
};

/// What «ngày» leaves out (A14; BLDS 148.5: nothing).
enum class days_skip_switch : std::uint8_t {
    nothing,   ///< calendar days
    holidays,  ///< days off for a reason of their own (a holiday on a Sunday too); weekly rest days count
    rest_days  ///< everything that does not work: «ngày» read as working days
};

/// The clock time of a due instant for limits counted in days (A33).
enum class due_clock_switch : std::uint8_t {
    closing,    ///< the end of the return hours of that day
    receipt,    ///< the clock time of the receipt that counts
    clock_time  ///< `due_time`
};

/// What is compared with what (A4, A5).
enum class compare_switch : std::uint8_t {
    by_unit,  ///< limits in days by date, limits in hours by instant
    date,
    instant
};

/// Which event ends the dossier (A6).
enum class completion_switch : std::uint8_t { completed, delivered };

/// Which due date counts for the verdict (A9).
enum class against_switch : std::uint8_t { computed, first_appointment, latest_appointment };

struct regime {
    first_day_switch first_day = first_day_switch::excluded;
    std::array<receipt_switch, channel_count> receipt{};  ///< by index_of(channel)
    cutoff_switch cutoff = cutoff_switch::none;
    std::int32_t cutoff_time = 15 * 3600;      ///< seconds of the day
    std::int32_t same_day_cutoff = 15 * 3600;  ///< seconds of the day; R7.5: strictly after is too late
    roll_switch roll = roll_switch::following;
    working_day_switch working_day = working_day_switch::fixed;
    std::int32_t working_day_seconds = 8 * 3600;
    days_skip_switch days_skip = days_skip_switch::nothing;
    due_clock_switch due_clock = due_clock_switch::closing;
    std::int32_t due_time = 0;  ///< seconds of the day
    compare_switch compare = compare_switch::by_unit;
    completion_switch completion = completion_switch::completed;
    against_switch against = against_switch::computed;

    friend constexpr bool operator==(const regime&, const regime&) = default;
};

}  // namespace thoihan

#endif  // THOIHAN_REGIME_HPP
