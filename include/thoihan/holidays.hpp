// thoihan/holidays.hpp: from facts to dated days, as known on a day.
//
//   statutes in force ─► days of each holiday ─► compensation ─► swaps ─► closures
//
// `derive_days` gives every day that is not what its weekday says: which kind, by which holiday, on whose
// authority; and which stretches of the calendar are only projected. BLLĐ 45/2019/QH14 art. 111.3, 112 and
// their predecessors (docs/law/holidays.md).
#ifndef THOIHAN_HOLIDAYS_HPP
#define THOIHAN_HOLIDAYS_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "thoihan/civil.hpp"
#include "thoihan/error.hpp"
#include "thoihan/holiday_facts.hpp"
#include "thoihan/lunar.hpp"
#include "thoihan/week.hpp"

namespace thoihan {

/// What a day is. Wire values.
enum class day_kind : std::uint8_t {
    ordinary = 0,          ///< a working day
    weekend = 1,           ///< a weekly rest day
    off_statutory = 2,     ///< a holiday of a statute
    off_compensatory = 3,  ///< off because a holiday fell on a rest day
    off_swapped = 4,       ///< off because a rest day is worked for it
    work_swapped = 5,      ///< a rest day worked for a day off
    off_closure = 6,       ///< closed by order
    off_listed = 7,        ///< off because a list says so (calendars made from lists)
    work_listed = 8        ///< worked because a list says so
};

/// Which side of the anchor a day of a holiday lies on.
enum class window_side : std::uint8_t { anchor, before, after };

/// A day that is not what its weekday says.
struct dated_exception {
    civil_day day;
    day_kind kind = day_kind::ordinary;
    window_side side = window_side::anchor;  ///< of the holiday, where there is one
    fact_index fact = no_fact;               ///< index of its holiday rule, swap or closure
    fact_index by = no_fact;                 ///< the announcement, where there is one
    civil_day partner;  ///< compensatory: the holiday made up for; swapped: the other day; else the day itself
};

/// Days [first, last], both included.
struct day_span {
    civil_day first, last;
    friend constexpr bool operator==(const day_span&, const day_span&) = default;
};

/// What follows from the facts that were known on a day.
struct derived_days {
    std::vector<dated_exception> exceptions;  ///< by day, one a day
    std::vector<day_span> projected;          ///< in order, apart from each other
    civil_day announced_through;              ///< the last day of the last year that has its notice
};

/// Choices that the facts leave open.
struct holiday_options {
    /// Ids of holidays to make up for although the facts say they are not (docs/law/open-questions.md).
    std::span<const std::string_view> also_compensated;
    /// Ids of announcements to leave out, as if they had not been made.
    std::span<const std::string_view> without;
};

/// The anchors of all rules in all years, worked out once for all editions.
class anchor_days {
public:
    [[nodiscard]] static result<anchor_days> of(const holiday_facts& facts) {
        anchor_days made;
        made.first_year_ = parts_of(facts.first).year - 1;
        made.years_ = static_cast<std::size_t>(parts_of(facts.last).year + 1 - made.first_year_ + 1);
        made.days_.resize(made.years_ * facts.holidays.size());
        const bool is_lunar = std::any_of(facts.holidays.begin(), facts.holidays.end(), [](const holiday_rule& rule) {
            return rule.when.kind == anchor_kind::vietnamese_lunar;
        });
        for (std::size_t i = 0; i < made.years_; ++i) {
            const std::int32_t year = made.first_year_ + static_cast<std::int32_t>(i);
            // Asked once a year, for all rules: nothing else here takes time.
            const result<lunar_year> months = is_lunar ? months_of_lunar_year(year) : lunar_year{};
            if (!months) return months.why();
            for (std::size_t rule = 0; rule < facts.holidays.size(); ++rule) {
                const auto day = anchor_in(facts.holidays[rule].when, year, *months);
                if (!day) return day.why();
                made.days_[rule * made.years_ + i] = *day;
            }
        }
        return made;
    }

    [[nodiscard]] std::int32_t first_year() const noexcept { return first_year_; }
    [[nodiscard]] std::int32_t last_year() const noexcept {
        return first_year_ + static_cast<std::int32_t>(years_) - 1;
    }
    [[nodiscard]] civil_day at(std::size_t rule, std::int32_t year) const noexcept {
        return days_[rule * years_ + static_cast<std::size_t>(year - first_year_)];
    }

private:
    [[nodiscard]] static result<civil_day> anchor_in(const anchor& when, std::int32_t year,
                                                     const lunar_year& months) noexcept {
        switch (when.kind) {
            case anchor_kind::solar: return make_day(year, when.month, when.day);
            case anchor_kind::vietnamese_lunar:
                for (const lunar_month& month : months) {
                    if (month.month == when.month && !month.leap && when.day <= month.length) {
                        return month.first + (when.day - 1);
                    }
                }
                break;
            case anchor_kind::nth_weekday: {
                const civil_day first = day_from({year, when.month, 1});
                const std::int32_t ahead =
                    (static_cast<std::int32_t>(when.on) - static_cast<std::int32_t>(weekday_of(first)) + 7) % 7;
                return make_day(year, when.month, 1 + ahead + 7 * (when.day - 1));
            }
            case anchor_kind::last_weekday: {
                const civil_day last = day_from({year, when.month, days_in_month(year, when.month)});
                return last -
                       (static_cast<std::int32_t>(weekday_of(last)) - static_cast<std::int32_t>(when.on) + 7) % 7;
            }
        }
        return {errc::date_invalid, std::int64_t{year} * 10'000 + std::int64_t{when.month} * 100 + when.day};
    }

    std::int32_t first_year_ = 0;
    std::size_t years_ = 0;
    std::vector<civil_day> days_;
};

namespace detail {

[[nodiscard]] inline bool contains(std::span<const std::string_view> list, std::string_view wanted) noexcept {
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

/// Works out the days of one edition, step by step.
class derivation {
public:
    derivation(const holiday_facts& facts, const anchor_days& anchors, civil_day known_on,
               const holiday_options& options)
        : facts_(facts), anchors_(anchors), known_on_(known_on), options_(options) {
        for (const dated_week& week : facts.weeks) {
            if (facts.sources[week.source].published <= known_on) weeks_.push_back(week);
        }
        for (const holiday_rule& rule : facts.holidays) ends_.push_back(end_of(rule));
    }

    [[nodiscard]] result<derived_days> run() {
        if (weeks_.empty()) return {errc::never_known, known_on_.number};
        announced_years();
        if (const failure bad = statutory(); bad.code != errc::ok) return bad;
        compensatory();
        if (const failure bad = swapped(); bad.code != errc::ok) return bad;
        closed();
        withheld();
        merge_projected();
        return std::move(made_);
    }

private:
    [[nodiscard]] bool is_known(const announcement& notice) const noexcept {
        return notice.published <= known_on_ && !contains(options_.without, notice.id);
    }
    [[nodiscard]] bool is_known(fact_index by) const noexcept { return is_known(facts_.announcements[by]); }

    [[nodiscard]] bool rests(civil_day day) const noexcept { return !week_on(weeks_, day).week.works(weekday_of(day)); }

    /// The years that have their notice; the years that should have and do not are projected whole.
    void announced_years() {
        std::int32_t through = facts_.announced_from - 1;
        for (const announcement& notice : facts_.announcements) {
            if (is_known(notice)) through = std::max(through, notice.year);
        }
        made_.announced_through = day_from({through, 12, 31});
        if (facts_.last < made_.announced_through) made_.announced_through = facts_.last;
        for (std::int32_t year = facts_.announced_from; year <= through; ++year) {
            const bool has_notice =
                std::any_of(facts_.announcements.begin(), facts_.announcements.end(),
                            [&](const announcement& notice) { return notice.year == year && is_known(notice); });
            if (!has_notice) made_.projected.push_back({day_from({year, 1, 1}), day_from({year, 12, 31})});
        }
        if (made_.announced_through < facts_.last)
            made_.projected.push_back({made_.announced_through + 1, facts_.last});
    }

    [[nodiscard]] bool is_known(const holiday_rule& rule) const noexcept {
        return facts_.sources[rule.statute].published <= known_on_;
    }

    /// The day on which a rule ends: its own end, or the beginning of the next version of the same holiday
    /// that was known. A rule not known yet ends as it begins.
    [[nodiscard]] civil_day end_of(const holiday_rule& rule) const noexcept {
        if (!is_known(rule)) return rule.from;
        civil_day end = rule.until;
        for (const holiday_rule& other : facts_.holidays) {
            if (other.id == rule.id && other.from > rule.from && is_known(other)) end = std::min(end, other.from);
        }
        return end;
    }

    /// The days of each holiday (BLLĐ 112.1, 112.3): as announced, or as projected.
    [[nodiscard]] failure statutory() {
        for (std::size_t rule = 0; rule < facts_.holidays.size(); ++rule) {
            const holiday_rule& holiday = facts_.holidays[rule];
            for (std::int32_t year = anchors_.first_year(); year <= anchors_.last_year(); ++year) {
                const civil_day anchor = anchors_.at(rule, year);
                if (anchor < holiday.from || ends_[rule] <= anchor) continue;
                const announced_window* announced = window_of(holiday.id, year);
                window_choice choice = holiday.choices[holiday.projected[static_cast<std::size_t>(weekday_of(anchor))]];
                if (announced != nullptr) {
                    choice = {static_cast<std::int8_t>(anchor - announced->first),
                              static_cast<std::int8_t>(announced->last - anchor)};
                    const auto allowed = std::span(holiday.choices).first(holiday.choice_count);
                    const bool is_allowed = std::any_of(allowed.begin(), allowed.end(), [&](window_choice one) {
                        return anchor - one.before == announced->first && anchor + one.after == announced->last;
                    });
                    if (!is_allowed) return {errc::window_not_allowed, announced->first.number, announced->last.number};
                } else if (holiday.choice_count > 1) {
                    undecided_.push_back({rule, anchor});
                }
                for (std::int32_t offset = -choice.before; offset <= choice.after; ++offset) {
                    const window_side side = offset == 0  ? window_side::anchor
                                             : offset < 0 ? window_side::before
                                                          : window_side::after;
                    const bool chosen = announced != nullptr && holiday.choice_count > 1;
                    add({anchor + offset, day_kind::off_statutory, side, static_cast<fact_index>(rule),
                         chosen ? announced->by : no_fact, anchor + offset});
                }
            }
        }
        sort();
        // Two holidays on one day (2 September and a lunar one, say): the first rule names the day.
        const auto same = [](const dated_exception& a, const dated_exception& b) { return a.day == b.day; };
        made_.exceptions.erase(std::unique(made_.exceptions.begin(), made_.exceptions.end(), same),
                               made_.exceptions.end());
        return {};
    }

    [[nodiscard]] const announced_window* window_of(std::string_view holiday, std::int32_t year) const noexcept {
        for (const announced_window& window : facts_.windows) {
            if (window.year == year && window.holiday == holiday && is_known(window.by)) return &window;
        }
        return nullptr;
    }

    /// BLLĐ 111.3 (and 73, 115.3 before): in the order of dates, each holiday on a rest day takes the next
    /// day that neither rests, nor is a holiday, nor is taken.
    void compensatory() {
        const std::vector<dated_exception> holidays = made_.exceptions;
        const auto is_holiday = [&](civil_day day) {
            return std::binary_search(holidays.begin(), holidays.end(), dated_exception{.day = day, .partner = {}},
                                      [](const dated_exception& a, const dated_exception& b) { return a.day < b.day; });
        };
        civil_day taken = holidays.empty() ? civil_day{} : holidays.front().day;
        for (const dated_exception& holiday : holidays) {
            const holiday_rule& rule = facts_.holidays[holiday.fact];
            const bool made_up = rule.compensated || contains(options_.also_compensated, rule.id);
            if (!made_up || !rests(holiday.day)) continue;
            civil_day next = std::max(holiday.day, taken) + 1;
            while (rests(next) || is_holiday(next)) ++next;
            taken = next;
            add({next, day_kind::off_compensatory, holiday.side, holiday.fact, holiday.by, holiday.day});
        }
        sort();
        project_undecided();
    }

    /// A window that no notice has chosen yet: every day that one of the choices, or making up for it,
    /// could reach is projected.
    void project_undecided() {
        for (const auto& [rule, anchor] : undecided_) {
            const holiday_rule& holiday = facts_.holidays[rule];
            day_span reach{anchor, anchor};
            for (std::size_t i = 0; i < holiday.choice_count; ++i) {
                reach.first = std::min(reach.first, anchor - holiday.choices[i].before);
                reach.last = std::max(reach.last, anchor + holiday.choices[i].after);
            }
            std::int32_t resting = 0;
            for (civil_day day = reach.first; day <= reach.last; ++day) resting += rests(day) ? 1 : 0;
            for (; resting > 0; --resting) {
                ++reach.last;
                while (rests(reach.last)) ++reach.last;
            }
            made_.projected.push_back(reach);
        }
    }

    /// Swaps: a working day off, a rest day worked. A swap is announced: where a window is only projected, it
    /// is the window that gives way.
    [[nodiscard]] failure swapped() {
        for (std::size_t i = 0; i < facts_.swaps.size(); ++i) {
            const day_swap& swap = facts_.swaps[i];
            if (!is_known(swap.by)) continue;
            remove_undecided(swap.off);
            remove_undecided(swap.worked);
            const bool off_is_off = find(swap.off) != nullptr || rests(swap.off);
            if (off_is_off) return {errc::swap_off_rests, swap.off.number, swap.worked.number};
            if (find(swap.worked) != nullptr) return {errc::holiday_and_worked, swap.worked.number, swap.off.number};
            if (!rests(swap.worked)) return {errc::swap_worked_works, swap.worked.number, swap.off.number};
            const auto fact = static_cast<fact_index>(i);
            insert({swap.off, day_kind::off_swapped, window_side::anchor, fact, swap.by, swap.worked});
            insert({swap.worked, day_kind::work_swapped, window_side::anchor, fact, swap.by, swap.off});
        }
        return {};
    }

    /// Takes away a day that only a window without an announced choice makes off. The anchor is off under
    /// every choice.
    void remove_undecided(civil_day day) noexcept {
        const dated_exception* there = find(day);
        if (there == nullptr || there->by != no_fact) return;
        const bool is_holiday = there->kind == day_kind::off_statutory || there->kind == day_kind::off_compensatory;
        if (!is_holiday || facts_.holidays[there->fact].choice_count == 1) return;
        if (there->kind == day_kind::off_statutory && there->side == window_side::anchor) return;
        made_.exceptions.erase(at(day));
    }

    /// Closures by order close what would work; a day that is off anyway stays what it is.
    void closed() {
        for (std::size_t i = 0; i < facts_.closures.size(); ++i) {
            const day_closure& closure = facts_.closures[i];
            if (!is_known(closure.by)) continue;
            dated_exception* there = find(closure.day);
            const dated_exception made{closure.day,         day_kind::off_closure,
                                       window_side::anchor, static_cast<fact_index>(i),
                                       closure.by,          closure.day};
            if (there != nullptr && there->kind == day_kind::work_swapped) {
                *there = made;
            } else if (there == nullptr && !rests(closure.day)) {
                insert(made);
            }
        }
    }

    /// Days that a notice arranges which this edition does not know: what it says of them is not the last
    /// word, so it is projected (docs/design/editions.md).
    void withheld() {
        const auto project = [&](civil_day first, civil_day last, fact_index by) {
            if (!is_known(by)) made_.projected.push_back({first, last});
        };
        for (const announced_window& window : facts_.windows) project(window.first, window.last, window.by);
        for (const day_swap& swap : facts_.swaps) {
            project(swap.off, swap.off, swap.by);
            project(swap.worked, swap.worked, swap.by);
        }
        for (const day_closure& closure : facts_.closures) project(closure.day, closure.day, closure.by);
    }

    void merge_projected() {
        auto& spans = made_.projected;
        std::sort(spans.begin(), spans.end(), [](const day_span& a, const day_span& b) { return a.first < b.first; });
        std::vector<day_span> merged;
        for (const day_span& span : spans) {
            if (!merged.empty() && span.first <= merged.back().last + 1) {
                merged.back().last = std::max(merged.back().last, span.last);
            } else {
                merged.push_back(span);
            }
        }
        spans = std::move(merged);
    }

    [[nodiscard]] bool in_range(civil_day day) const noexcept { return facts_.first <= day && day <= facts_.last; }

    /// At the end, to be sorted.
    void add(const dated_exception& one) {
        if (in_range(one.day)) made_.exceptions.push_back(one);
    }
    /// In its place.
    void insert(const dated_exception& one) {
        if (in_range(one.day)) made_.exceptions.insert(at(one.day), one);
    }
    [[nodiscard]] std::vector<dated_exception>::iterator at(civil_day day) noexcept {
        return std::lower_bound(made_.exceptions.begin(), made_.exceptions.end(), day,
                                [](const dated_exception& one, civil_day wanted) { return one.day < wanted; });
    }
    void sort() {
        std::stable_sort(made_.exceptions.begin(), made_.exceptions.end(),
                         [](const dated_exception& a, const dated_exception& b) { return a.day < b.day; });
    }
    [[nodiscard]] dated_exception* find(civil_day day) noexcept {
        const auto found = at(day);
        return found != made_.exceptions.end() && found->day == day ? &*found : nullptr;
    }

    struct undecided_window {
        std::size_t rule;
        civil_day anchor;
    };

    const holiday_facts& facts_;
    const anchor_days& anchors_;
    civil_day known_on_;
    const holiday_options& options_;
    std::vector<dated_week> weeks_;  ///< those known
    std::vector<civil_day> ends_;    ///< of each holiday rule
    std::vector<undecided_window> undecided_;
    derived_days made_;
};

}  // namespace detail

/// The days that are not what their weekday says, from the facts published on or before `known_on`.
/// Fails with `never_known` where no week was known yet, `window_not_allowed`, `swap_off_rests`,
/// `swap_worked_works` or `holiday_and_worked` where facts contradict each other.
[[nodiscard]] inline result<derived_days> derive_days(const holiday_facts& facts, const anchor_days& anchors,
                                                      civil_day known_on, const holiday_options& options = {}) {
    return detail::derivation(facts, anchors, known_on, options).run();
}

}  // namespace thoihan

#endif  // THOIHAN_HOLIDAYS_HPP
