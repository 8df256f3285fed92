// The built-in calendar of Vietnam: against days researched outside, and what each notice changes.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "support/external_data.hpp"
#include "thoihan/calendar.hpp"
#include "thoihan/civil_text.hpp"
#include "thoihan/vn/facts.hpp"

namespace thoihan {
namespace {

// The tables are facts of the compiler: indices lead somewhere, weeks are in order, everything has its source.
constexpr bool are_facts_sound(const holiday_facts& facts) {
    for (std::size_t i = 0; i < facts.weeks.size(); ++i) {
        if (facts.weeks[i].source >= facts.sources.size()) return false;
        if (i > 0 && facts.weeks[i].from <= facts.weeks[i - 1].from) return false;
    }
    for (const holiday_rule& rule : facts.holidays) {
        if (rule.statute >= facts.sources.size() || rule.compensation >= facts.sources.size()) return false;
        for (const std::uint8_t choice : rule.projected) {
            if (choice >= rule.choice_count) return false;
        }
    }
    for (const announcement& notice : facts.announcements) {
        bool has_day = false;
        for (const fact_index source : notice.sources) {
            if (source == no_fact) continue;
            if (source >= facts.sources.size() || facts.sources[source].published < notice.published) return false;
            has_day = has_day || facts.sources[source].published == notice.published;
        }
        if (!has_day) return false;
    }
    for (const announced_window& window : facts.windows) {
        if (window.by >= facts.announcements.size()) return false;
    }
    for (const day_swap& swap : facts.swaps) {
        if (swap.by >= facts.announcements.size()) return false;
    }
    return true;
}
static_assert(are_facts_sound(vn::facts));
static_assert(vn::facts.first == day_from({1999, 1, 1}) && vn::facts.announced_from == 2010);

civil_day day(std::string_view text) { return parse_day(text).value(); }
std::string text(civil_day day) { return std::string(text_of(day).view()); }

calendar vietnam(const holiday_options& options = {}) {
    auto made = calendar::from_facts(vn::facts, options);
    EXPECT_TRUE(made) << static_cast<int>(made.code());
    return *made;
}

/// The cells of a line of CSV in which cells may be quoted.
std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells(1);
    bool is_quoted = false;
    for (const char one : line) {
        if (one == '"') {
            is_quoted = !is_quoted;
        } else if (one == ',' && !is_quoted) {
            cells.emplace_back();
        } else if (one != '\r') {
            cells.back() += one;
        }
    }
    return cells;
}

struct outside_day {
    std::string kind, name, name_en;
};

std::map<civil_day, outside_day> outside_days(const std::filesystem::path& csv) {
    std::ifstream file(csv);
    std::map<civil_day, outside_day> days;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        const auto cells = cells_of(line);
        days[day(cells.at(0))] = {cells.at(1), cells.at(2), cells.at(3)};
    }
    return days;
}

constexpr std::array<std::string_view, 9> kind_names{"ordinary",         "weekend",     "off_statutory",
                                                     "off_compensatory", "off_swapped", "work_swapped",
                                                     "off_closure",      "off_listed",  "work_listed"};

std::string_view name_of(day_kind kind) { return kind_names.at(static_cast<std::size_t>(kind)); }

TEST(vn_calendar, is_vn_days_csv_day_for_day_kind_for_kind_name_for_name) {
    THOIHAN_EXTERNAL_FILE(csv, "law/vn_days.csv");
    const auto outside = outside_days(csv);
    ASSERT_EQ(outside.size(), 394U);
    const calendar calendar = vietnam();
    const civil_day five_day_week = day("1999-10-02");
    std::size_t named = 0;
    std::size_t compared = 0;
    for (civil_day at = day("1999-01-01"); at <= day("2027-12-31"); ++at, ++compared) {
        SCOPED_TRACE(text(at));
        const weekday on = weekday_of(at);
        const bool rests = on == weekday::sunday || (on == weekday::saturday && at >= five_day_week);
        const auto found = outside.find(at);
        const std::string kind = found != outside.end() ? found->second.kind : rests ? "weekend" : "ordinary";
        const auto fact = calendar.day(at);
        ASSERT_TRUE(fact);
        EXPECT_EQ(name_of(fact->kind), kind);
        const bool works = kind == "ordinary" || kind == "work_swapped";
        EXPECT_EQ(fact->working, works);
        EXPECT_EQ(*calendar.days().is_working(at), works);
        EXPECT_EQ(fact->sure, certainty::announced);
        if (found == outside.end()) continue;
        EXPECT_EQ(fact->name, found->second.name);
        EXPECT_EQ(fact->name_en, found->second.name_en);
        EXPECT_FALSE(fact->source.empty());
        ++named;
    }
    EXPECT_EQ(named, outside.size());
    EXPECT_EQ(compared, 10'592U);
}

TEST(vn_calendar, names_the_instruments_of_a_day) {
    const calendar calendar = vietnam();
    const auto source = [&](std::string_view at) { return calendar.day(day(at))->source; };
    EXPECT_EQ(source("1999-09-25"), "");  // an ordinary Saturday
    EXPECT_EQ(source("1999-09-26"), "BLLĐ 1994 Điều 72");
    EXPECT_EQ(source("1999-10-02"), "188/1999/QĐ-TTg Điều 1");
    EXPECT_EQ(source("2007-04-26"), "Luật 84/2007/QH11 Điều 1");
    EXPECT_EQ(source("2022-04-11"), "BLLĐ 45/2019/QH14 Điều 111 khoản 3");
    EXPECT_EQ(source("2026-01-02"), "12729/VPCP-KGVX 25/12/2025");
    EXPECT_EQ(source("2026-02-16"), "BLLĐ 45/2019/QH14 Điều 112; 9859/VPCP-KGVX 13/10/2025; 9441/TB-BNV");
    EXPECT_EQ(source("2026-11-24"), "Nghị quyết 28/2026/QH16 Điều 2");
    EXPECT_EQ(source("2010-09-03"), "5971/VPCP-KGVX; TB Bộ LĐTBXH 25/08/2010");
}

/// The days that a notice arranges: chosen, made up for, swapped.
std::set<civil_day> days_of(const calendar& calendar, fact_index notice) {
    std::set<civil_day> days;
    for (const announced_window& window : vn::facts.windows) {
        for (civil_day at = window.first; window.by == notice && at <= window.last; ++at) days.insert(at);
    }
    for (civil_day at = calendar.first(); at <= calendar.last(); ++at) {
        const dated_exception* one = calendar.exception_on(at);
        if (one != nullptr && one->by == notice) days.insert(at);
    }
    return days;
}

/// The days that work, or do not, because of a notice: its swaps. That of 2014 alone chose a window that is not the
/// projected one: 30/1-3/2 where 29/1-2/2 is projected. So 29 January would be off without its swap too, and
/// Wednesday 5 February, made up for the second of two rest days in the window, would not.
std::set<civil_day> days_that_change(fact_index notice) {
    std::set<civil_day> days;
    for (const day_swap& swap : vn::facts.swaps) {
        if (swap.by == notice) days.insert({swap.off, swap.worked});
    }
    if (vn::facts.announcements[notice].id == "vn/2014") {
        days.erase(day("2014-01-29"));
        days.insert(day("2014-02-05"));
    }
    return days;
}

TEST(vn_calendar, without_a_notice_exactly_its_days_change_and_are_projected) {
    const calendar whole = vietnam();
    ASSERT_EQ(vn::facts.announcements.size(), 21U);
    ASSERT_EQ(vn::facts.swaps.size(), 22U);
    for (std::size_t i = 0; i < vn::facts.announcements.size(); ++i) {
        const auto notice = static_cast<fact_index>(i);
        const announcement& removed = vn::facts.announcements[notice];
        const std::array<std::string_view, 1> ids{removed.id};
        const calendar without = vietnam({.also_compensated = {}, .without = ids});
        const auto arranged = days_of(whole, notice);
        const auto changed = days_that_change(notice);
        ASSERT_FALSE(arranged.empty()) << removed.id;
        for (civil_day at = whole.first(); at <= whole.last(); ++at) {
            SCOPED_TRACE(std::string(removed.id) + " " + text(at));
            EXPECT_EQ(whole.days().works(at) != without.days().works(at), changed.contains(at));
            const bool is_projected = without.certainty_of(at, at) == certainty::projected;
            if (arranged.contains(at)) {
                EXPECT_TRUE(is_projected);
                continue;
            }
            EXPECT_EQ(name_of(*whole.kind_of(at)), name_of(*without.kind_of(at)));
            // A year without its notice is projected whole; nothing else is.
            const bool was_projected = whole.certainty_of(at, at) == certainty::projected;
            EXPECT_EQ(is_projected, was_projected || parts_of(at).year == removed.year);
        }
    }
}

TEST(vn_calendar, a_swap_is_known_from_the_day_of_its_dispatch_on) {
    // 12729/VPCP-KGVX of 25 December 2025: Friday 2 January 2026 off, Saturday 10 January worked.
    const calendar whole = vietnam();
    const auto before = whole.known_on(day("2025-12-24"));
    const auto after = whole.known_on(day("2025-12-25"));
    ASSERT_TRUE(before && after);
    EXPECT_TRUE(before->days().works(day("2026-01-02")));
    EXPECT_FALSE(before->days().works(day("2026-01-10")));
    EXPECT_EQ(before->certainty_of(day("2026-01-02"), day("2026-01-02")), certainty::projected);
    EXPECT_FALSE(after->days().works(day("2026-01-02")));
    EXPECT_TRUE(after->days().works(day("2026-01-10")));
    EXPECT_EQ(after->certainty_of(day("2026-01-01"), day("2026-12-31")), certainty::announced);
    EXPECT_EQ(before->edition_name(), "vn 2025-10-13");
    EXPECT_EQ(after->edition_name(), "vn 2025-12-25");
    EXPECT_EQ(whole.edition_name(), "vn 2026-10-02");
    EXPECT_EQ(*before->days().advance(day("2025-12-31"), working_days{1}), day("2026-01-02"));
    EXPECT_EQ(*after->days().advance(day("2025-12-31"), working_days{1}), day("2026-01-05"));
}

TEST(vn_calendar, statutes_are_known_from_their_day_on) {
    const calendar whole = vietnam();
    const auto works = [&](std::string_view known_on, std::string_view at) {
        return whole.known_on(day(known_on))->days().works(day(at));
    };
    EXPECT_TRUE(works("1999-09-16", "1999-10-02"));  // QĐ 188/1999/QĐ-TTg
    EXPECT_FALSE(works("1999-09-17", "1999-10-02"));
    EXPECT_TRUE(works("2007-04-10", "2007-04-26"));  // Luật 84/2007/QH11
    EXPECT_FALSE(works("2007-04-11", "2007-04-26"));
    EXPECT_TRUE(works("2026-04-23", "2026-11-24"));  // NQ 28/2026/QH16
    EXPECT_FALSE(works("2026-04-24", "2026-11-24"));
    EXPECT_EQ(whole.known_on(day("1994-06-22")).why(),
              (failure{errc::never_known, day("1994-06-22").number, day("1994-06-23").number}));
}

TEST(vn_calendar, editions_follow_each_other) {
    const calendar whole = vietnam();
    ASSERT_EQ(whole.edition_count(), 27U);
    for (std::size_t i = 0; i < whole.edition_count(); ++i) {
        const calendar one = whole.in_edition(i);
        EXPECT_EQ(*whole.edition_at(one.known_from()), i);
        EXPECT_EQ(*whole.known_on(one.known_from()), one);
        if (i == 0) continue;
        const calendar before = whole.in_edition(i - 1);
        EXPECT_LT(before.known_from(), one.known_from());
        EXPECT_EQ(*whole.edition_at(one.known_from() - 1), i - 1);
        EXPECT_LE(before.announced_through(), one.announced_through());
        // No law and no notice came after a day that it changes.
        for (civil_day at = whole.first(); at < one.known_from(); ++at) {
            ASSERT_EQ(before.days().works(at), one.days().works(at)) << text(one.known_from()) << ' ' << text(at);
        }
    }
    EXPECT_EQ(whole.in_edition(whole.edition_count() - 1), whole);
    EXPECT_EQ(whole.announced_through(), day("2027-12-31"));
}

TEST(vn_calendar, years_without_a_notice_are_projected) {
    const calendar calendar = vietnam();
    EXPECT_EQ(calendar.certainty_of(calendar.first(), day("2027-12-31")), certainty::announced);
    EXPECT_EQ(calendar.certainty_of(day("2028-01-01"), day("2028-01-01")), certainty::projected);
    const auto is_off = [&](std::string_view from, std::string_view through) {
        const civil_day first = day(from);
        const civil_day last = day(through);
        for (civil_day at = first; at <= last; ++at) {
            if (calendar.days().works(at)) return false;
        }
        // And the days beside it work, or are weekends.
        return *calendar.kind_of(first - 1) <= day_kind::weekend && *calendar.kind_of(last + 1) <= day_kind::weekend;
    };
    EXPECT_TRUE(is_off("2028-01-24", "2028-01-28"));  // mùng 1 on a Wednesday: 2 + 3
    EXPECT_TRUE(is_off("2029-02-12", "2029-02-16"));  // on a Tuesday: 1 + 4
    EXPECT_TRUE(is_off("2030-01-31", "2030-02-06"));  // on a Saturday: 2 + 3 and two days made up for
    EXPECT_TRUE(is_off("2028-09-01", "2028-09-04"));  // 2 September on a Saturday, as in 2023
}

TEST(vn_calendar, second_of_september_on_a_sunday_gives_the_same_days_off_either_way) {
    for (std::uint8_t choice = 0; choice < 2; ++choice) {
        std::vector<holiday_rule> rules(vn::facts.holidays.begin(), vn::facts.holidays.end());
        for (holiday_rule& rule : rules) {
            if (rule.id == "national" && rule.choice_count > 1) rule.projected.fill(choice);
        }
        holiday_facts facts = vn::facts;
        facts.holidays = rules;
        const auto made = calendar::from_facts(facts);
        ASSERT_TRUE(made);
        EXPECT_TRUE(made->days().works(day("2029-08-31")));
        EXPECT_EQ(made->days().count(day("2029-08-31"), day("2029-09-04"))->count, 0);
        EXPECT_TRUE(made->days().works(day("2029-09-05")));
    }
}

TEST(vn_calendar, culture_day_is_made_up_for_only_where_asked) {
    const civil_day monday = day("2029-11-26");
    EXPECT_TRUE(vietnam().days().works(monday));
    const std::array<std::string_view, 1> ids{"culture"};
    const calendar other = vietnam({.also_compensated = ids, .without = {}});
    EXPECT_FALSE(other.days().works(monday));
    EXPECT_EQ(other.day(monday)->name, "Nghỉ bù Ngày Văn hóa Việt Nam");
    EXPECT_EQ(other.day(monday)->partner, day("2029-11-24"));
}

TEST(vn_calendar, has_no_day_outside_its_range) {
    const calendar calendar = vietnam();
    EXPECT_EQ(calendar.day(day("1998-12-31")).code(), errc::outside_calendar);
    EXPECT_EQ(calendar.day(day("2061-01-01")).code(), errc::outside_calendar);
    EXPECT_TRUE(calendar.day(day("2060-12-31")));
}

TEST(vn_calendar, time_to_build_is_printed) {
    constexpr int times = 10;
    double best = 1e9;
    std::size_t editions = 0;
    for (int i = 0; i < times; ++i) {
        const auto start = std::chrono::steady_clock::now();
        editions = vietnam().edition_count();
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
        best = std::min(best, took.count());
    }
    std::cout << "calendar of Vietnam, " << editions << " editions: " << best << " ms (best of " << times << ")\n";
    EXPECT_GT(editions, 0U);
}

}  // namespace
}  // namespace thoihan
