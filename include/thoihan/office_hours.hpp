// thoihan/office_hours.hpp: which sessions a day has, if it works.
//
// Office hours know weekdays, single dates and days from which a schedule holds (winter hours, summer hours);
// they do not know which days work: that is the calendar's. LAW.md R9.7: no national rule, provinces decide.
#ifndef THOIHAN_OFFICE_HOURS_HPP
#define THOIHAN_OFFICE_HOURS_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

#include "thoihan/civil.hpp"
#include "thoihan/error.hpp"
#include "thoihan/sessions.hpp"

namespace thoihan {

/// The sessions of the seven weekdays, Monday first.
using weekly_sessions = std::array<sessions, 7>;

class office_hours {
public:
    /// A schedule in force from a day on.
    struct schedule {
        civil_day since;
        weekly_sessions week;

        friend bool operator==(const schedule&, const schedule&) = default;
    };
    /// The sessions of one date.
    struct dated_sessions {
        civil_day day;
        sessions hours;

        friend bool operator==(const dated_sessions&, const dated_sessions&) = default;
    };

    /// Since when a schedule without a beginning holds.
    static constexpr civil_day always{std::numeric_limits<std::int32_t>::min()};

    /// No hours on any day.
    office_hours() = default;

    /// The same sessions on every day that works, make-up days included.
    [[nodiscard]] static office_hours daily(const sessions& hours, civil_day since = always) {
        weekly_sessions week;
        week.fill(hours);
        return weekly(week, since);
    }

    /// Sessions by weekday; a weekday without sessions is closed although the calendar says it works.
    [[nodiscard]] static office_hours weekly(const weekly_sessions& week, civil_day since = always) {
        office_hours made;
        made.schedules_.push_back({since, week});
        return made;
    }

    /// These hours with other sessions on single dates. Fails with `duplicate` (a: the day).
    [[nodiscard]] result<office_hours> with_dates(const std::vector<dated_sessions>& dates) const {
        office_hours made;
        made.dates_ = dates;
        return joined(made);
    }

    /// Both schedules together: each holds from its day until the next one begins. Fails with `duplicate`
    /// (a: the day) where both begin on one day or give sessions to one date.
    [[nodiscard]] result<office_hours> joined(const office_hours& other) const {
        office_hours made = *this;
        made.schedules_.insert(made.schedules_.end(), other.schedules_.begin(), other.schedules_.end());
        made.dates_.insert(made.dates_.end(), other.dates_.begin(), other.dates_.end());
        std::sort(made.schedules_.begin(), made.schedules_.end(),
                  [](const schedule& a, const schedule& b) { return a.since < b.since; });
        std::sort(made.dates_.begin(), made.dates_.end(),
                  [](const dated_sessions& a, const dated_sessions& b) { return a.day < b.day; });
        for (std::size_t i = 1; i < made.schedules_.size(); ++i) {
            const civil_day since = made.schedules_[i].since;
            if (since == made.schedules_[i - 1].since) return {errc::duplicate, since.number};
        }
        for (std::size_t i = 1; i < made.dates_.size(); ++i) {
            const civil_day day = made.dates_[i].day;
            if (day == made.dates_[i - 1].day) return {errc::duplicate, day.number};
        }
        return made;
    }

    /// The sessions of a day that works: those of its date, else those that the schedule in force gives to
    /// `as`. `as` is the day's own weekday, or for a make-up day the weekday of the day it pays for (A31).
    [[nodiscard]] const sessions& on(civil_day day, weekday as) const noexcept {
        static constexpr sessions closed;
        const auto date =
            std::lower_bound(dates_.begin(), dates_.end(), day,
                             [](const dated_sessions& one, civil_day wanted) { return one.day < wanted; });
        if (date != dates_.end() && date->day == day) return date->hours;
        const auto next = std::upper_bound(schedules_.begin(), schedules_.end(), day,
                                           [](civil_day wanted, const schedule& one) { return wanted < one.since; });
        if (next == schedules_.begin()) return closed;
        return std::prev(next)->week[static_cast<std::size_t>(as)];
    }

    [[nodiscard]] const std::vector<schedule>& schedules() const noexcept { return schedules_; }
    [[nodiscard]] const std::vector<dated_sessions>& dates() const noexcept { return dates_; }

    friend bool operator==(const office_hours&, const office_hours&) = default;

private:
    std::vector<schedule> schedules_;    // by since
    std::vector<dated_sessions> dates_;  // by day
};

}  // namespace thoihan

#endif  // THOIHAN_OFFICE_HOURS_HPP
