// Random calendars and office hours, each made twice: by the library, and plainly, for by_counting.hpp.
//
// Choices come from a seeded generator in tests and from the input in fuzzers: any class with between(low, high).
#ifndef THOIHAN_TESTS_SUPPORT_RANDOM_SUBJECTS_HPP
#define THOIHAN_TESTS_SUPPORT_RANDOM_SUBJECTS_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <random>
#include <span>
#include <utility>
#include <vector>

#include "by_counting.hpp"
#include "thoihan/calendar.hpp"
#include "thoihan/civil.hpp"
#include "thoihan/holiday_facts.hpp"
#include "thoihan/office_hours.hpp"
#include "thoihan/sessions.hpp"
#include "thoihan/source.hpp"
#include "thoihan/thoihan.hpp"
#include "thoihan/week.hpp"

namespace thoihan::testing {

class seeded_choices {
public:
    explicit seeded_choices(std::uint64_t seed) : generator_(seed) {}
    /// From low to high, both included.
    [[nodiscard]] std::int64_t between(std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution(low, high)(generator_);
    }

private:
    std::mt19937_64 generator_;
};

/// The bytes of an input as choices; when they are used up, the lowest.
class byte_choices {
public:
    byte_choices(const std::uint8_t* data, std::size_t size) : rest_(data, size) {}
    [[nodiscard]] std::int64_t between(std::int64_t low, std::int64_t high) {
        const auto width = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
        std::uint64_t value = 0;
        for (std::uint64_t reach = 0; reach < width && !rest_.empty(); reach = reach << 8U | 0xFFU) {
            value = value << 8U | rest_.front();
            rest_ = rest_.subspan(1);
        }
        if (width + 1 != 0) value %= width + 1;
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + value);
    }

private:
    std::span<const std::uint8_t> rest_;
};

/// A calendar, and what it is to be.
struct random_calendar {
    calendar made;
    counted_days plain;
    std::vector<civil_day> pays_for;  ///< the day whose hours a day has: itself, but for a make-up day

    [[nodiscard]] civil_day some_day(auto& choices) const {
        return plain.first + static_cast<std::int32_t>(choices.between(0, std::ssize(plain.works) - 1));
    }
};

namespace detail {

[[nodiscard]] counted_days random_weeks(auto& choices, std::int32_t size, week_mask& week) {
    week.bits = static_cast<std::uint8_t>(choices.between(0, 3) == 0 ? choices.between(1, 127) : 0b001'1111);
    counted_days plain{day_from({2020, 1, 1}) + static_cast<std::int32_t>(choices.between(-20'000, 20'000)), {}};
    for (std::int32_t i = 0; i < size; ++i) plain.works.push_back(week.works(weekday_of(plain.first + i)) ? 1 : 0);
    return plain;
}

[[nodiscard]] inline std::vector<civil_day> each_day(const counted_days& plain) {
    std::vector<civil_day> days;
    for (civil_day day = plain.first; day <= plain.last(); ++day) days.push_back(day);
    return days;
}

}  // namespace detail

/// Made from lists that repeat days, have no order and name days outside.
[[nodiscard]] random_calendar random_list_calendar(auto& choices, std::int32_t size) {
    week_mask week;
    counted_days plain = detail::random_weeks(choices, size, week);
    std::vector<civil_day> holidays;
    std::vector<civil_day> working;
    const std::int64_t often = choices.between(0, 10);  // of 10, how many days are listed
    for (std::int32_t i = -3; i < size + 3; ++i) {
        if (choices.between(1, 10) > often) continue;
        const civil_day day = plain.first + i;
        const bool works = choices.between(0, 2) == 0;
        (works ? working : holidays)
            .insert((works ? working : holidays).begin(), choices.between(1, 2) == 1 ? 1 : 2, day);
        if (plain.is_inside(day)) plain.works[static_cast<std::size_t>(i)] = works ? 1 : 0;
    }
    const civil_day first = plain.first, last = plain.last();
    auto days = detail::each_day(plain);
    return {value_or_throw(calendar::from_list(first, last, week, holidays, working)), std::move(plain),
            std::move(days)};
}

/// Made from facts: a week, swaps (a working day off, a rest day worked for it) and closures.
[[nodiscard]] random_calendar random_swap_calendar(auto& choices, std::int32_t size) {
    struct storage {
        std::array<source, 1> sources;
        std::array<dated_week, 1> weeks;
        std::array<announcement, 1> announcements;
        std::vector<day_swap> swaps;
        std::vector<day_closure> closures;
    };
    auto kept = std::make_shared<storage>();
    counted_days plain = detail::random_weeks(choices, size, kept->weeks[0].week);
    auto pays_for = detail::each_day(plain);
    const civil_day published = plain.first - 100;
    kept->sources[0].published = published;
    kept->weeks[0].from = plain.first;
    kept->announcements[0].published = published;

    // Days are taken in a random order; each is used once.
    auto days = pays_for;
    for (std::size_t i = days.size(); i > 1; --i) {
        std::swap(days[i - 1], days[static_cast<std::size_t>(choices.between(0, static_cast<std::int64_t>(i) - 1))]);
    }
    std::vector<civil_day> working, resting;
    for (const civil_day day : days) (plain.is_working(day) ? working : resting).push_back(day);
    const auto at = [&](civil_day day) { return static_cast<std::size_t>(day - plain.first); };
    const auto most = static_cast<std::int64_t>(std::min(working.size(), resting.size()));
    for (std::int64_t i = choices.between(0, most); i > 0; --i) {
        const civil_day off = working.back(), worked = resting.back();
        working.pop_back();
        resting.pop_back();
        kept->swaps.push_back({off, worked, "", "", 0});
        plain.works[at(off)] = 0;
        plain.works[at(worked)] = 1;
        pays_for[at(worked)] = off;
    }
    for (std::int64_t i = choices.between(0, std::min<std::int64_t>(3, std::ssize(working))); i > 0; --i) {
        kept->closures.push_back({working.back(), "", "", 0});
        plain.works[at(working.back())] = 0;
        working.pop_back();
    }

    holiday_facts facts;
    facts.first = plain.first;
    facts.last = plain.last();
    facts.announced_from = parts_of(plain.first).year;
    facts.sources = kept->sources;
    facts.weeks = kept->weeks;
    facts.announcements = kept->announcements;
    facts.swaps = kept->swaps;
    facts.closures = kept->closures;
    return {value_or_throw(calendar::from_facts(facts, {}, kept)), std::move(plain), std::move(pays_for)};
}

/// Office hours, and what they are to be.
struct random_hours {
    office_hours made;
    struct schedule {
        civil_day since;
        std::array<plain_sessions, 7> week;
    };
    std::vector<schedule> schedules;
    std::vector<std::pair<civil_day, plain_sessions>> dates;

    /// The hours of a day that works: those of its date, else those of the schedule that began last, for the weekday
    /// of the day it pays for.
    [[nodiscard]] plain_sessions on(civil_day day, civil_day pays_for) const {
        for (const auto& [date, sessions] : dates) {
            if (date == day) return sessions;
        }
        const schedule* in_force = nullptr;
        for (const schedule& one : schedules) {
            if (one.since <= day && (in_force == nullptr || in_force->since < one.since)) in_force = &one;
        }
        if (in_force == nullptr) return {};
        return in_force->week[static_cast<std::size_t>(weekday_of(pays_for))];
    }
};

/// None to eight sessions; they may touch, begin at 00:00, end at 24:00, last a second.
[[nodiscard]] plain_sessions random_sessions(auto& choices) {
    constexpr std::array<std::int64_t, 8> how_many{0, 1, 1, 2, 2, 2, 3, 8};
    std::vector<std::int32_t> edges;
    for (std::int64_t i = 2 * how_many[static_cast<std::size_t>(choices.between(0, 7))]; i > 0; --i) {
        switch (choices.between(0, 5)) {
            case 0: edges.push_back(choices.between(0, 1) == 0 ? 0 : seconds_per_day); break;
            case 1: edges.push_back(static_cast<std::int32_t>(choices.between(0, seconds_per_day))); break;
            case 2: edges.push_back(static_cast<std::int32_t>(choices.between(43'200, 43'210))); break;
            default: edges.push_back(static_cast<std::int32_t>(choices.between(0, 48) * 1800)); break;
        }
    }
    std::sort(edges.begin(), edges.end());
    plain_sessions sessions;
    for (std::size_t i = 0; i < edges.size(); i += 2) {
        if (edges[i] < edges[i + 1]) sessions.emplace_back(edges[i], edges[i + 1]);
    }
    return sessions;
}

[[nodiscard]] inline sessions sessions_of(const plain_sessions& plain) {
    std::vector<session> list;
    for (const auto& [open, close] : plain) list.push_back({open, close});
    return value_or_throw(sessions::of(list));
}

/// One to three schedules, joined in any order, and hours of single dates.
[[nodiscard]] random_hours random_office(auto& choices, const random_calendar& days) {
    random_hours hours;
    for (std::int64_t i = choices.between(1, 3); i > 0; --i) {
        random_hours::schedule one{i == 1 ? office_hours::always : days.some_day(choices), {}};
        const bool taken = std::any_of(hours.schedules.begin(), hours.schedules.end(),
                                       [&](const auto& other) { return other.since == one.since; });
        if (taken) continue;
        const plain_sessions every = random_sessions(choices);
        const bool same = choices.between(0, 2) == 0;
        weekly_sessions week;
        for (std::size_t day = 0; day < 7; ++day) {
            one.week[day] = same ? every : random_sessions(choices);
            week[day] = sessions_of(one.week[day]);
        }
        const office_hours schedule =
            same ? office_hours::daily(week[0], one.since) : office_hours::weekly(week, one.since);
        hours.made = value_or_throw(hours.made.joined(schedule));
        hours.schedules.push_back(std::move(one));
    }
    std::vector<office_hours::dated_sessions> dates;
    for (std::int64_t i = choices.between(0, 3); i > 0; --i) {
        const civil_day date = days.some_day(choices);
        const bool taken =
            std::any_of(dates.begin(), dates.end(), [&](const auto& other) { return other.day == date; });
        if (taken) continue;
        hours.dates.emplace_back(date, random_sessions(choices));
        dates.push_back({date, sessions_of(hours.dates.back().second)});
    }
    hours.made = value_or_throw(hours.made.with_dates(dates));
    return hours;
}

/// The seconds of office hours in a calendar, counted.
[[nodiscard]] inline counted_seconds seconds_of(const random_calendar& days, const random_hours& hours) {
    std::vector<plain_sessions> each;
    for (std::size_t i = 0; i < days.plain.works.size(); ++i) {
        const civil_day day = days.plain.first + static_cast<std::int32_t>(i);
        each.push_back(days.plain.works[i] != 0 ? hours.on(day, days.pays_for[i]) : plain_sessions{});
    }
    return counted_seconds(each);
}

}  // namespace thoihan::testing

#endif  // THOIHAN_TESTS_SUPPORT_RANDOM_SUBJECTS_HPP
