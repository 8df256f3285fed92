// thoihan/error.hpp: every way in which a question can fail, and the value that carries it.
//
// The core never throws. It returns `result<T>`: a value, or a `failure`, which is an `errc` with at
// most two integers (a day, a second, a count: each errc says which). The words come later, from the
// catalogue in messages.hpp, so that bulk work carries two integers and not a string per row.
#ifndef THOIHAN_ERROR_HPP
#define THOIHAN_ERROR_HPP

#include <cassert>
#include <cstdint>
#include <optional>
#include <utility>

namespace thoihan {

/// Why a question was refused. The numbers are wire values (the `error` column of a verdict, the C
/// interface): they never change and are never used again for another meaning.
enum class errc : std::int16_t {
    ok = 0,

    // Text and civil time. a, b: as said.
    syntax = 1,              ///< not in the expected form; a: position in the text, from 0
    date_invalid = 2,        ///< no such day (30 February); a: year * 10000 + month * 100 + day
    time_invalid = 3,        ///< no such clock time (25:61, :60); a: hour * 10000 + minute * 100 + second
    value_empty = 4,         ///< a value is needed and there is none
    special_value = 5,       ///< a value of another library that is no time: not a time, an infinity
    fraction_of_second = 6,  ///< a fraction of a second, where seconds are counted; a: the fraction in microseconds

    // Calendars.
    outside_calendar = 10,    ///< a day asked about lies outside [first, last]; a: the day
    beyond_calendar = 11,     ///< the answer would lie outside [first, last]; a: the day asked about, b: the count
    range_reversed = 12,      ///< first is after last; a: first, b: last
    range_too_long = 13,      ///< more days than a calendar holds (65 534); a: the number of days
    week_invalid = 14,        ///< not a week mask of seven 0/1 with at least one 1; a: position in the text
    never_known = 15,         ///< nothing was known on that day; a: known_on, b: day of the first edition
    holiday_and_worked = 16,  ///< one day is both a day off and a day worked; a: the day
    year_outside_lunar = 17,  ///< the lunar calendar is proved only for a range of years; a: the year

    // Facts: statutes and announcements.
    swap_without_partner = 20,  ///< a swap gives one of its two days only; a: the day
    swap_off_rests = 21,        ///< the day a swap gives off does not work anyway; a: the day
    swap_worked_works = 22,     ///< the day a swap makes worked is no weekly rest day; a: the day
    window_not_allowed = 23,    ///< an announced window is none that the statute allows; a: first, b: last day
    holiday_unknown = 24,       ///< an announcement names a holiday that no statute makes
    source_unknown = 25,        ///< a fact names a source that is not listed
    field_missing = 26,         ///< a field of a file that must be there is not
    field_unknown = 27,         ///< a field of a file that nothing reads
    field_type = 28,            ///< a field of a file has the wrong type
    duplicate = 29,             ///< the same thing is said twice

    // Sessions, office hours, working clocks.
    session_reversed = 40,  ///< a session closes at or before its opening; a: open, b: close, seconds of the day
    session_overlaps = 41,  ///< a session opens before the one before it closes; a: open, b: the other's close
    session_too_many = 42,  ///< more sessions in a day than are held; a: how many
    instant_outside = 43,   ///< an instant outside the calendar's days; a: the second
    beyond_clock = 44,      ///< the clock does not run that far inside the calendar; a: the second, b: the seconds
    never_opens = 45,       ///< no session is left inside the calendar; a: the second
    negative_amount = 46,   ///< an amount that must not be negative is; a: the amount

    // Files and outputs.
    file_unreadable = 60,  ///< a file or folder cannot be read
    file_unwritable = 61,  ///< a file cannot be written
    file_empty = 62,       ///< a file without a single row
    encoding_wrong = 63,   ///< bytes that are no text in the encoding read
    row_broken = 64,       ///< a row with another number of fields than the heading; a: fields, b: expected
    column_missing = 65,   ///< a column that is needed is not there
    name_taken = 66,       ///< an output column has a name that the input has already

    // Time limits.
    limit_empty = 70,           ///< a limit without a part
    limit_no_unit = 71,         ///< an amount without a unit
    limit_zero = 72,            ///< an amount that is not above 0; a: in halves
    limit_fraction = 73,        ///< a fraction other than an exact half, or a half of a unit that has none
    limit_half_inside = 74,     ///< a half in a part that is not the last of its leg; a: in halves
    limit_same_day_alone = 75,  ///< "same day" beside other parts
    limit_too_many = 76,        ///< too many parts or legs; a: how many
    limit_too_large = 77,       ///< an amount above 100 000; a: in halves
    limit_syntax = 78,          ///< text that is not a limit; a: position in the text
    limit_ambiguous = 79,       ///< a text that says two limits which differ

    // Rules.
    procedure_unknown = 90,  ///< no rule for the procedure
    rule_not_in_force = 91,  ///< the procedure has rules, but none on that day; a: the day
    rule_ambiguous = 92,     ///< more than one rule fits
    unit_doubtful = 93,      ///< the published limit has no certain unit: choose one
    limit_missing = 94,      ///< neither a procedure nor a limit
    regime_unknown = 95,     ///< no regime of that name
    switch_unknown = 96,     ///< no switch, or no value of a switch, of that name
    agency_unknown = 97,     ///< no office of that name
    channel_unknown = 98,    ///< not a channel
    zone_unknown = 99,       ///< no time zone of that name

    // Dossiers.
    received_missing = 110,            ///< no instant of receipt
    completed_before_received = 111,   ///< it ends before it begins; a: received, b: completed
    duplicate_id = 112,                ///< two rows with one dossier id
    time_needed = 113,                 ///< a limit in hours, a receipt without a time of day; a: the day
    instant_in_gap = 114,              ///< a civil time that the clock change leaves out; a: the second
    status_unknown = 116,              ///< not a status of the national exchange; a: the number
    delivered_before_completed = 117,  ///< handed over before it was finished; a: completed, b: delivered
};

/// An errc with the integers that its comment names.
struct failure {
    errc code = errc::ok;
    std::int64_t a = 0;
    std::int64_t b = 0;

    friend constexpr bool operator==(const failure&, const failure&) = default;
};

/// A value, or the reason why there is none. Nothing is thrown; reading the value of a failure is a
/// programming error (asserted).
template <class T>
class [[nodiscard]] result {
public:
    using value_type = T;

    constexpr result(T value) noexcept : value_(std::move(value)) {}
    constexpr result(failure why) noexcept : why_(why) {}
    constexpr result(errc code, std::int64_t a = 0, std::int64_t b = 0) noexcept : why_{code, a, b} {}

    [[nodiscard]] constexpr bool has_value() const noexcept { return value_.has_value(); }
    constexpr explicit operator bool() const noexcept { return has_value(); }

    [[nodiscard]] constexpr const T& value() const& noexcept {
        check();
        return *value_;
    }
    [[nodiscard]] constexpr T& value() & noexcept {
        check();
        return *value_;
    }
    [[nodiscard]] constexpr T&& value() && noexcept {
        check();
        return *std::move(value_);
    }
    constexpr const T& operator*() const& noexcept { return value(); }
    constexpr T& operator*() & noexcept { return value(); }
    constexpr T&& operator*() && noexcept { return std::move(*this).value(); }
    constexpr const T* operator->() const noexcept { return &value(); }
    constexpr T* operator->() noexcept { return &value(); }

    /// The failure; `errc::ok` when there is a value.
    [[nodiscard]] constexpr failure why() const noexcept { return why_; }
    [[nodiscard]] constexpr errc code() const noexcept { return why().code; }

private:
    /// Asserted; and said to the compiler.
    constexpr void check() const noexcept {
        assert(has_value());
#if defined(__GNUC__)
        if (!has_value()) __builtin_unreachable();
#endif
    }

    std::optional<T> value_;
    failure why_;
};

}  // namespace thoihan

#endif  // THOIHAN_ERROR_HPP
