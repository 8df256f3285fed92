// thoihan/calendar.hpp: which days work, why not, on whose authority, and as known on which day.
//
// A calendar is immutable and cheap to copy. One made from facts holds all its editions: an edition is what
// was known on a day, there are finitely many, and `known_on` goes from one to another. Questions about days
// are answered by its day_table; each costs a look-up or two.
//
//   const auto calendar = thoihan::calendar::from_facts(thoihan::vn::facts);
//   calendar->days().advance(received, thoihan::working_days{15});
#ifndef THOIHAN_CALENDAR_HPP
#define THOIHAN_CALENDAR_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "thoihan/civil.hpp"
#include "thoihan/civil_text.hpp"
#include "thoihan/day_table.hpp"
#include "thoihan/error.hpp"
#include "thoihan/holiday_facts.hpp"
#include "thoihan/holidays.hpp"
#include "thoihan/lunar.hpp"
#include "thoihan/week.hpp"

namespace thoihan {

/// How sure an answer is. Wire values.
enum class certainty : std::uint8_t {
    announced = 0,  ///< statute and the year's notices
    projected = 1   ///< statute and the stated projection: a notice is still to come, or is not known in this edition
};

/// Everything that a calendar knows of a day.
struct day_fact {
    civil_day day;
    bool working = false;
    day_kind kind = day_kind::ordinary;
    std::string name, name_en;  ///< why it is off, or worked; empty for an ordinary day
    std::string source;         ///< the instruments, "; " between them
    certainty sure = certainty::announced;
    civil_day partner;                    ///< the day made up for, the other day of a swap, else the day itself
    result<lunar_date> lunar = errc::ok;  ///< fails outside the years of lunar.hpp
};

class calendar {
public:
    /// The calendar of facts, with all its editions; its own is the last. `owner` keeps alive what the
    /// facts look at (nothing for built-in tables). Fails as derive_days does, and with `range_reversed`,
    /// `range_too_long`, or `outside_calendar` where first or last lies outside the years 1 to 9999.
    [[nodiscard]] static result<calendar> from_facts(const holiday_facts& facts, const holiday_options& options = {},
                                                     std::shared_ptr<const void> owner = nullptr) {
        if (const failure bad = check_range(facts.first, facts.last); bad.code != errc::ok) return bad;
        const auto anchors = anchor_days::of(facts);
        if (!anchors) return anchors.why();
        auto made = std::make_shared<contents>();
        made->facts = facts;
        made->owner = std::move(owner);
        for (const civil_day known_from : edition_days(facts, options)) {
            auto days = derive_days(facts, *anchors, known_from, options);
            if (!days) return days.why();
            made->editions.push_back({known_from, std::move(*days), {}});
            made->fill_table(made->editions.back(), known_from);
        }
        if (made->editions.empty()) return {errc::never_known, facts.first.number};
        const std::size_t last = made->editions.size() - 1;
        return calendar(std::move(made), last);
    }

    /// A calendar from lists: a week, days off, days worked although the week rests. Lists may repeat days
    /// and need no order; days outside [first, last] are ignored. Fails with `holiday_and_worked` where a day is
    /// in both lists, and for its range as from_facts does.
    [[nodiscard]] static result<calendar> from_list(civil_day first, civil_day last, week_mask week,
                                                    std::span<const civil_day> holidays,
                                                    std::span<const civil_day> working = {}) {
        if (const failure bad = check_range(first, last); bad.code != errc::ok) return bad;
        auto made = std::make_shared<contents>();
        made->week_from_list = {{first, week, no_fact}};
        made->facts.name = "list";
        made->facts.first = first;
        made->facts.last = last;
        made->facts.weeks = made->week_from_list;
        derived_days days;
        days.announced_through = last;
        const auto add = [&](std::span<const civil_day> list, day_kind kind) {
            for (const civil_day day : list) {
                if (first <= day && day <= last) days.exceptions.push_back({.day = day, .kind = kind, .partner = day});
            }
        };
        add(holidays, day_kind::off_listed);
        add(working, day_kind::work_listed);
        auto& list = days.exceptions;
        std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
        for (std::size_t i = 1; i < list.size(); ++i) {
            if (list[i].day == list[i - 1].day && list[i].kind != list[i - 1].kind) {
                return {errc::holiday_and_worked, list[i].day.number};
            }
        }
        list.erase(std::unique(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.day == b.day; }),
                   list.end());
        made->editions.push_back({always, std::move(days), {}});
        made->fill_table(made->editions.back(), always);
        return calendar(std::move(made), 0);
    }

    /// The calendar as known on a day, the day included: the same facts, an earlier edition. Fails with
    /// `never_known` (a: known_on, b: the first edition's day).
    [[nodiscard]] result<calendar> known_on(civil_day day) const {
        const auto at = edition_at(day);
        if (!at) return at.why();
        return calendar(contents_, *at);
    }

    /// The number of the edition known on a day, from 0: for columns of days.
    [[nodiscard]] result<std::size_t> edition_at(civil_day known_on) const noexcept {
        const auto& editions = contents_->editions;
        const auto after = std::upper_bound(editions.begin(), editions.end(), known_on,
                                            [](civil_day day, const edition& one) { return day < one.known_from; });
        if (after == editions.begin()) return {errc::never_known, known_on.number, editions.front().known_from.number};
        return static_cast<std::size_t>(after - editions.begin()) - 1;
    }
    [[nodiscard]] std::size_t edition_count() const noexcept { return contents_->editions.size(); }
    [[nodiscard]] calendar in_edition(std::size_t number) const { return calendar(contents_, number); }

    [[nodiscard]] civil_day first() const noexcept { return contents_->facts.first; }
    [[nodiscard]] civil_day last() const noexcept { return contents_->facts.last; }
    /// The last day of the last year that has its notice.
    [[nodiscard]] civil_day announced_through() const noexcept { return mine().days.announced_through; }
    /// Since when this edition was known: the day of the last fact in it.
    [[nodiscard]] civil_day known_from() const noexcept { return mine().known_from; }
    /// "vn 2026-10-02": the name of the facts, and known_from.
    [[nodiscard]] std::string edition_name() const {
        std::string name(contents_->facts.name);
        if (known_from() != always) name.append(" ").append(text_of(known_from()).view());
        return name;
    }

    /// The tables that answer questions about days; they live as long as a copy of this calendar does.
    [[nodiscard]] day_table days() const noexcept { return mine().table.table(); }

    /// The stretches that are only projected, in order.
    [[nodiscard]] std::span<const day_span> projected() const noexcept { return mine().days.projected; }

    /// How sure the answers about days in [from, through] are: announced when each of them is.
    [[nodiscard]] certainty certainty_of(civil_day from, civil_day through) const noexcept {
        const auto& spans = mine().days.projected;
        const auto at = std::lower_bound(spans.begin(), spans.end(), from,
                                         [](const day_span& span, civil_day day) { return span.last < day; });
        return at != spans.end() && at->first <= through ? certainty::projected : certainty::announced;
    }

    /// What a day is. Fails with `outside_calendar`.
    [[nodiscard]] result<day_kind> kind_of(civil_day day) const noexcept {
        if (!days().is_inside(day)) return {errc::outside_calendar, day.number};
        if (const dated_exception* one = exception_on(day)) return one->kind;
        return days().works(day) ? day_kind::ordinary : day_kind::weekend;
    }

    /// The exception on a day, or null. The facts that it points into are `facts()`.
    [[nodiscard]] const dated_exception* exception_on(civil_day day) const noexcept {
        const auto& list = mine().days.exceptions;
        const auto at = std::lower_bound(list.begin(), list.end(), day,
                                         [](const dated_exception& one, civil_day wanted) { return one.day < wanted; });
        return at != list.end() && at->day == day ? &*at : nullptr;
    }
    [[nodiscard]] const holiday_facts& facts() const noexcept { return contents_->facts; }

    /// Everything about a day. Fails with `outside_calendar`.
    [[nodiscard]] result<day_fact> day(civil_day day) const;

    /// The weekdays off and the rest days worked of a year, in order.
    [[nodiscard]] std::vector<day_fact> exceptions(std::int32_t year) const {
        std::vector<day_fact> list;
        for (const dated_exception& one : mine().days.exceptions) {
            if (parts_of(one.day).year != year) continue;
            const bool week_works = contents_->week_on(mine().known_from, one.day).week.works(weekday_of(one.day));
            if (week_works != days().works(one.day)) list.push_back(*day(one.day));
        }
        return list;
    }

    /// Whether both are the same edition of the same calendar object.
    friend bool operator==(const calendar&, const calendar&) = default;

private:
    struct edition {
        civil_day known_from;
        derived_days days;
        day_table_storage table;
    };

    struct contents {
        holiday_facts facts;
        std::shared_ptr<const void> owner;
        std::vector<dated_week> week_from_list;
        std::vector<edition> editions;

        [[nodiscard]] bool is_known(const dated_week& week, civil_day known_from) const noexcept {
            return week.source == no_fact || facts.sources[week.source].published <= known_from;
        }

        /// The week in force on a day, as known; the first one known also serves the days before it.
        [[nodiscard]] const dated_week& week_on(civil_day known_from, civil_day day) const noexcept {
            const auto known = [&](const dated_week& week) { return is_known(week, known_from); };
            auto found = std::find_if(facts.weeks.begin(), facts.weeks.end(), known);  // an edition knows one
            for (auto week = found; week != facts.weeks.end(); ++week) {
                if (known(*week) && week->from <= day) found = week;
            }
            return *found;
        }

        void fill_table(edition& one, civil_day known_from) const {
            std::vector<std::uint8_t> works(static_cast<std::size_t>(facts.last - facts.first) + 1);
            bool is_first = true;
            for (const dated_week& week : facts.weeks) {
                // From each week's first day to the end; the next week writes over its own part.
                if (!is_known(week, known_from)) continue;
                const civil_day start = is_first ? facts.first : std::max(week.from, facts.first);
                is_first = false;
                if (facts.last < start) continue;
                const auto begin = works.begin() + (start - facts.first);
                const std::int32_t length = facts.last - start + 1;
                std::int32_t filled = std::min(length, 7);
                for (std::int32_t i = 0; i < filled; ++i) begin[i] = week.week.works(weekday_of(start + i)) ? 1 : 0;
                // Whole weeks are copied, twice as many each time.
                for (std::int32_t more = 0; filled < length; filled += more) {
                    more = std::min(filled, length - filled);
                    std::copy_n(begin, more, begin + filled);
                }
            }
            for (const dated_exception& exception : one.days.exceptions) {
                const bool works_then =
                    exception.kind == day_kind::work_swapped || exception.kind == day_kind::work_listed;
                works[static_cast<std::size_t>(exception.day - facts.first)] = works_then ? 1 : 0;
            }
            one.table = day_table_storage(facts.first, works);
        }
    };

    /// Since when a calendar made from lists was known.
    static constexpr civil_day always{std::numeric_limits<std::int32_t>::min()};

    calendar(std::shared_ptr<const contents> held, std::size_t number) noexcept
        : contents_(std::move(held)), number_(number) {}

    [[nodiscard]] const edition& mine() const noexcept { return contents_->editions[number_]; }

    [[nodiscard]] static failure check_range(civil_day first, civil_day last) noexcept {
        if (last < first) return {errc::range_reversed, first.number, last.number};
        for (const civil_day day : {first, last}) {
            const bool has_text =
                day_from({first_civil_year, 1, 1}) <= day && day <= day_from({last_civil_year, 12, 31});
            if (!has_text) return {errc::outside_calendar, day.number};
        }
        const std::int64_t length = std::int64_t{last.number} - first.number + 1;
        if (length > most_days) return {errc::range_too_long, length};
        return {};
    }

    /// The days on which something became known, in order, from the first on which there is a week.
    [[nodiscard]] static std::vector<civil_day> edition_days(const holiday_facts& facts,
                                                             const holiday_options& options) {
        std::vector<civil_day> days;
        civil_day first = open_end;
        for (const dated_week& week : facts.weeks) first = std::min(first, facts.sources[week.source].published);
        for (const dated_week& week : facts.weeks) days.push_back(facts.sources[week.source].published);
        for (const holiday_rule& rule : facts.holidays) days.push_back(facts.sources[rule.statute].published);
        for (const announcement& notice : facts.announcements) {
            if (!detail::contains(options.without, notice.id)) days.push_back(notice.published);
        }
        std::sort(days.begin(), days.end());
        days.erase(std::unique(days.begin(), days.end()), days.end());
        days.erase(days.begin(), std::lower_bound(days.begin(), days.end(), first));
        return days;
    }

    std::shared_ptr<const contents> contents_;
    std::size_t number_ = 0;
};

namespace detail {

/// The text with each `{key}` replaced.
[[nodiscard]] inline std::string fill(std::string_view pattern, std::string_view key, std::string_view value) {
    std::string text(pattern);
    std::string mark("{");  // not "{" + ...: GCC 12 warns of an overlap that is none
    mark.append(key).append("}");
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size())) {
        text.replace(at, mark.size(), value);
    }
    return text;
}

/// "26/04/2025": how Vietnamese notices write a day.
[[nodiscard]] inline std::string day_month_year(civil_day day) {
    const auto iso = text_of(day);
    const std::string_view text = iso.view();
    std::string made(text.substr(8, 2));
    return made.append("/").append(text.substr(5, 2)).append("/").append(text.substr(0, 4));
}

/// The name of a day of a holiday, from the patterns of its rule.
[[nodiscard]] inline std::pair<std::string, std::string> holiday_name(const holiday_rule& rule, window_side side,
                                                                      civil_day day) {
    const bool is_lunar = rule.when.kind == anchor_kind::vietnamese_lunar;
    std::int32_t number = parts_of(day).day;
    if (is_lunar) {
        const auto lunar = lunar_of(day);
        if (lunar) number = lunar->day;
    }
    const std::string digits = std::to_string(number);
    switch (side) {
        case window_side::before:
            return {fill(rule.name_before, "day", digits), fill(rule.name_before_en, "day", digits)};
        case window_side::after: return {fill(rule.name_after, "day", digits), fill(rule.name_after_en, "day", digits)};
        case window_side::anchor: break;
    }
    return {fill(rule.name, "day", digits), fill(rule.name_en, "day", digits)};
}

inline void cite(std::string& text, std::string_view what) {
    if (what.empty()) return;
    if (!text.empty()) text.append("; ");
    text.append(what);
}

/// The instruments of a notice, each with its day where that is known exactly.
inline void cite(std::string& text, const holiday_facts& facts, fact_index by) {
    if (by == no_fact) return;
    for (const fact_index index : facts.announcements[by].sources) {
        if (index == no_fact) continue;
        const source& one = facts.sources[index];
        std::string number(one.number);
        if (one.published_is == precision::exact) number.append(" ").append(day_month_year(one.published));
        cite(text, number);
    }
}

}  // namespace detail

inline result<day_fact> calendar::day(civil_day day) const {
    const auto kind = kind_of(day);
    if (!kind) return kind.why();
    const holiday_facts& facts = contents_->facts;
    day_fact fact;
    fact.day = day;
    fact.working = days().works(day);
    fact.kind = *kind;
    fact.sure = certainty_of(day, day);
    fact.partner = day;
    fact.lunar = lunar_of(day);
    if (fact.kind == day_kind::weekend) {
        fact.name = facts.names.weekend;
        fact.name_en = facts.names.weekend_en;
        const dated_week& week = contents_->week_on(mine().known_from, day);
        if (week.source != no_fact) fact.source = facts.sources[week.source].number;
    }
    const dated_exception* one = exception_on(day);
    if (one == nullptr) return fact;
    fact.partner = one->partner;
    switch (one->kind) {
        case day_kind::off_statutory:
        case day_kind::off_compensatory: {
            const holiday_rule& rule = facts.holidays[one->fact];
            std::tie(fact.name, fact.name_en) = detail::holiday_name(rule, one->side, one->partner);
            if (one->kind == day_kind::off_compensatory) {
                fact.name = detail::fill(facts.names.compensatory, "of", fact.name);
                fact.name_en = detail::fill(facts.names.compensatory_en, "of", fact.name_en);
            }
            const fact_index statute = one->kind == day_kind::off_statutory ? rule.statute : rule.compensation;
            if (statute != no_fact) detail::cite(fact.source, facts.sources[statute].number);
            break;
        }
        case day_kind::off_swapped:
        case day_kind::work_swapped: {
            const day_swap& swap = facts.swaps[one->fact];
            const bool off = one->kind == day_kind::off_swapped;
            fact.name = detail::fill(
                detail::fill(off ? facts.names.off_swapped : facts.names.work_swapped, "occasion", swap.occasion),
                "partner", detail::day_month_year(one->partner));
            fact.name_en = detail::fill(detail::fill(off ? facts.names.off_swapped_en : facts.names.work_swapped_en,
                                                     "occasion", swap.occasion_en),
                                        "partner", text_of(one->partner).view());
            break;
        }
        case day_kind::off_closure:
            fact.name = facts.closures[one->fact].name;
            fact.name_en = facts.closures[one->fact].name_en;
            break;
        case day_kind::ordinary:
        case day_kind::weekend:
        case day_kind::off_listed:
        case day_kind::work_listed: break;
    }
    detail::cite(fact.source, facts, one->by);
    return fact;
}

}  // namespace thoihan

#endif  // THOIHAN_CALENDAR_HPP
