// thoihan/holiday_facts.hpp: the facts from which days off are computed. Values only, no dates worked out.
//
// Statutes say which days are holidays (an anchor, and how many days before and after it) and from when.
// Announcements choose among what a statute allows, swap working days, close offices. Each fact names its
// source; each announcement the day on which it was published. holidays.hpp makes days of them.
//
// The built-in facts are `inline constexpr` tables in vn/facts.hpp, generated from data/vn; facts read from
// files are kept by whoever read them. Either way `holiday_facts` only looks.
#ifndef THOIHAN_HOLIDAY_FACTS_HPP
#define THOIHAN_HOLIDAY_FACTS_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

#include "thoihan/civil.hpp"
#include "thoihan/source.hpp"
#include "thoihan/week.hpp"

namespace thoihan {

/// An index into holiday_facts::sources or ::announcements, or none.
using fact_index = std::uint16_t;
inline constexpr fact_index no_fact = std::numeric_limits<fact_index>::max();

/// The day that does not come: "in force until further notice".
inline constexpr civil_day open_end{std::numeric_limits<std::int32_t>::max()};

/// How the day of a holiday is found in a year.
enum class anchor_kind : std::uint8_t {
    solar,             ///< month and day of the Gregorian calendar
    vietnamese_lunar,  ///< month and day of the Vietnamese lunar calendar, the regular month where one is doubled
    nth_weekday,       ///< the n-th (1-5, in `day`) weekday of a month
    last_weekday       ///< the last such weekday of a month
};

struct anchor {
    anchor_kind kind = anchor_kind::solar;
    std::int8_t month = 1;
    std::int8_t day = 1;
    weekday on = weekday::monday;
};

/// So many days off before and after the anchor, which itself is off.
struct window_choice {
    std::int8_t before = 0;
    std::int8_t after = 0;
};

/// A statute's holiday, in force [from, until) by the day of its anchor. Several rules with one id are the
/// versions of one holiday: on a day the latest of them that was known and in force holds.
struct holiday_rule {
    std::string_view id;
    // The names of the anchor day, of days before and after it; "{day}" stands for the day of the month in
    // the anchor's calendar.
    std::string_view name, name_before, name_after;
    std::string_view name_en, name_before_en, name_after_en;
    anchor when;
    civil_day from;
    civil_day until = open_end;
    std::array<window_choice, 2> choices{};
    std::uint8_t choice_count = 1;            ///< above 1 an announcement chooses, each year
    std::array<std::uint8_t, 7> projected{};  ///< the choice expected, by the anchor's weekday, where none is announced
    bool compensated = true;                  ///< whether a day of it on a rest day is made up for
    fact_index statute = no_fact;             ///< source: makes the day
    fact_index compensation = no_fact;        ///< source: makes up for it
};

/// A notice: one or more instruments that say the same, known since `published`.
struct announcement {
    std::string_view id;
    std::int32_t year = 0;  ///< the year whose notice it is; 0: it only adds to one (a swap, a closure)
    civil_day published;
    precision published_is = precision::exact;
    std::array<fact_index, 3> sources{no_fact, no_fact, no_fact};
};

/// The days of one holiday in one year, [first, last], both included, as announced.
struct announced_window {
    std::string_view holiday;
    std::int32_t year = 0;
    civil_day first, last;
    fact_index by = no_fact;  ///< announcement
};

/// A working day given off and a rest day worked for it (hoán đổi ngày làm việc).
struct day_swap {
    civil_day off, worked;
    std::string_view occasion, occasion_en;
    fact_index by = no_fact;  ///< announcement
};

/// A day on which offices are closed by order, with nothing worked for it.
struct day_closure {
    civil_day day;
    std::string_view name, name_en;
    fact_index by = no_fact;  ///< announcement
};

/// Sentences in which "{of}" is the name of the holiday made up for, "{occasion}" that of a swap and
/// "{partner}" the swap's other day.
struct fact_names {
    std::string_view compensatory, compensatory_en;
    std::string_view off_swapped, off_swapped_en;
    std::string_view work_swapped, work_swapped_en;
    std::string_view weekend, weekend_en;
};

/// All facts of one calendar. A view: what it looks at must outlive it.
struct holiday_facts {
    std::string_view name;            ///< of the calendar, "vn"
    civil_day first, last;            ///< the calendar's days, both included
    std::int32_t announced_from = 0;  ///< since this year each year has its notice; a year without is projected
    fact_names names;
    std::span<const source> sources;
    std::span<const dated_week> weeks;  ///< by `from`
    std::span<const holiday_rule> holidays;
    std::span<const announcement> announcements;
    std::span<const announced_window> windows;
    std::span<const day_swap> swaps;
    std::span<const day_closure> closures;
};

}  // namespace thoihan

#endif  // THOIHAN_HOLIDAY_FACTS_HPP
