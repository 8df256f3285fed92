// From receipt to due: the vectors of the law notes (LAW.md §14), the table of parts, and every switch with its readings
// (A1-A35 are the open questions of §11).
#include "thoihan/deadline.hpp"

#include <gtest/gtest.h>

#include <array>
#include <deque>
#include <initializer_list>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "thoihan/civil_text.hpp"
#include "thoihan/explain.hpp"
#include "thoihan/explain_text.hpp"
#include "thoihan/limit_text.hpp"
#include "thoihan/messages.hpp"
#include "thoihan/rulebook.hpp"
#include "thoihan/rulebook_file.hpp"
#include "thoihan/switches.hpp"

namespace thoihan {
namespace {

const std::shared_ptr<const rulebook>& vietnam_book() {
    static const std::shared_ptr<const rulebook> book = vietnam_rulebook();
    return book;
}

using switch_values = std::vector<std::pair<std::string_view, std::string_view>>;

/// One question: 07:00-11:30 13:30-17:00, the general regime of the day with switches changed.
struct question {
    std::string_view received, limit;
    channel via = channel::counter;
    switch_values switches = {};
    std::string_view agency = {};
};

receipt receipt_of(const question& asked) {
    receipt in;
    in.at = *parse_second(asked.received);
    in.via = asked.via;
    in.precision = asked.received.size() == 10 ? time_precision::day : time_precision::second;
    return in;
}

/// The rule of a question; its regime lives as long as the process.
resolved_rule rule_for(const question& asked) {
    static std::deque<named_regime> regimes;
    rule_request request;
    request.limit = asked.limit;
    request.agency = asked.agency;
    request.via = asked.via;
    request.day = day_of(receipt_of(asked).at);
    auto found = vietnam_book()->resolve(request);
    EXPECT_TRUE(found) << asked.limit << ": " << message_of(found.code()).name;
    if (asked.switches.empty()) return *found;
    named_regime& with = regimes.emplace_back(*found->regime);
    for (const auto& [name, value] : asked.switches) {
        EXPECT_EQ(set_switch(with.how, name, value).code, errc::ok) << name << " = " << value;
    }
    return *vietnam_book()->resolve(request, limit_order::rulebook_first, &with);
}

result<deadline> ask(const question& asked) { return deadline_of(rule_for(asked).how, receipt_of(asked)); }

std::string due_date(const question& asked) {
    const auto due = ask(asked);
    return due ? std::string(text_of(due->due_date).view()) : std::string(message_of(due.code()).name);
}

std::string due_at(const question& asked) {
    const auto due = ask(asked);
    return due ? std::string(text_of(due->due_at).view()) : std::string(message_of(due.code()).name);
}

// ---- LAW.md §14.

TEST(deadline, vectors_of_the_law_notes) {
    struct vector {
        std::string_view received, limit, due, why;
        channel via = channel::counter;
        switch_values switches = {};
    };
    const std::vector<vector> rows{
        {"2023-10-27T09:32", "5 ngày làm việc", "2023-11-03", "real slip, Thanh Hóa"},
        {"2021-05-31T08:00", "10 ngày làm việc", "2021-06-14", "real list row"},
        {"2021-05-31T08:00", "14 ngày", "2021-06-14", "the same row read as calendar days"},
        {"2025-04-20T08:00", "10 ngày", "2025-05-05", "the last day is 30/4, 2/5 is swapped off"},
        {"2025-04-25T08:00", "3 ngày làm việc", "2025-04-29", "Saturday 26/4 is worked"},
        {"2025-04-24T08:00", "5 ngày làm việc", "2025-05-05", "26/4 worked and 2/5 off cancel out"},
        {"2026-08-20T08:00", "5 ngày làm việc", "2026-08-26", "Saturday 22/8 is worked"},
        {"2026-08-28T08:00", "3 ngày làm việc", "2026-09-07", "31/8 swapped off"},
        {"2025-12-31T08:00", "2 ngày làm việc", "2026-01-06", "2/1 swapped off"},
        {"2026-02-12T08:00", "3 ngày làm việc", "2026-02-24", "Tết 16-20/2"},
        {"2027-02-03T08:00", "3 ngày làm việc", "2027-02-15", "Tết 4-10/2 with two compensatory days"},
        {"2026-11-23T08:00", "1 ngày làm việc", "2026-11-25", "24/11 is a holiday"},
        {"2026-01-30T08:00", "15 ngày", "2026-02-23", "the last day is Saturday 14/2, then Tết"},
        {"2026-08-18T08:00", "15 ngày", "2026-09-03", "the last day is 2/9"},
        {"2026-04-16T08:00", "10 ngày", "2026-04-28", "the last day is Sunday 26/4, Monday is compensatory"},
        {"2026-01-31T08:00", "01 tháng", "2026-03-02", "148.3: 28/2, a Saturday; 148.5: Monday"},
        {"2026-08-21T18:00", "3 ngày làm việc", "2026-08-26", "R6.6: the opening of Saturday 22/8 is day 0",
         channel::online},
        {"2026-08-21T18:00",
         "3 ngày làm việc",
         "2026-08-25",
         "with day 0 on 21/8",
         channel::online,
         {{"receipt", "as_received"}}},
        {"2025-04-28T08:00", "5 ngày", "2025-05-05", "A14: calendar days, the last is Saturday 3/5"},
        {"2025-04-28T08:00",
         "5 ngày",
         "2025-05-06",
         "A14: without holidays",
         channel::counter,
         {{"days_skip", "holidays"}}},
        {"2025-04-28T08:00",
         "5 ngày",
         "2025-05-08",
         "A14: as working days",
         channel::counter,
         {{"days_skip", "rest_days"}}},
        {"2026-01-10T08:00", "1 ngày làm việc", "2026-01-12", "receipt on a make-up Saturday"},
        {"2026-01-30T08:00", "15 ngày làm việc", "2026-02-27", "R2.10: the last day to answer"},
    };
    for (const vector& row : rows) {
        EXPECT_EQ(due_date({row.received, row.limit, row.via, row.switches}), row.due)
            << row.received << " + " << row.limit << ": " << row.why;
    }
    // Tax guidance: a last day of 30/4/2025 moves to 5/5/2025.
    const auto rolled =
        vietnam_book()->counting_calendar().days().roll(*parse_day("2025-04-30"), roll_convention::following);
    EXPECT_EQ(*rolled, *parse_day("2025-05-05"));
}

// ---- The table of parts. Tuesday 15 March 2022; no holiday near.

TEST(deadline, each_kind_of_part_ends_as_the_table_says) {
    struct row_of_table {
        std::string_view limit, date, at, legal_end;
        bool by_date;
    };
    const std::array rows{
        row_of_table{"3 ngày làm việc", "2022-03-18", "2022-03-18T17:00:00", "2022-03-19T00:00:00", true},
        row_of_table{"3 ngày", "2022-03-18", "2022-03-18T17:00:00", "2022-03-19T00:00:00", true},
        row_of_table{"4 ngày", "2022-03-21", "2022-03-21T17:00:00", "2022-03-22T00:00:00", true},
        row_of_table{"1 tuần", "2022-03-22", "2022-03-22T17:00:00", "2022-03-23T00:00:00", true},
        row_of_table{"1 tháng", "2022-04-15", "2022-04-15T17:00:00", "2022-04-16T00:00:00", true},
        row_of_table{"1 năm", "2023-03-15", "2023-03-15T17:00:00", "2023-03-16T00:00:00", true},
        row_of_table{"8 giờ làm việc", "2022-03-16", "2022-03-16T14:35:00", "2022-03-16T14:35:00", false},
        row_of_table{"30 phút làm việc", "2022-03-15", "2022-03-15T15:05:00", "2022-03-15T15:05:00", false},
        row_of_table{"24 giờ", "2022-03-16", "2022-03-16T14:35:00", "2022-03-16T14:35:00", false},
        row_of_table{"96 giờ", "2022-03-19", "2022-03-19T14:35:00", "2022-03-19T14:35:00", false},  // hours never roll
        row_of_table{"10 phút", "2022-03-15", "2022-03-15T14:45:00", "2022-03-15T14:45:00", false},
        row_of_table{"trong ngày", "2022-03-15", "2022-03-15T17:00:00", "2022-03-16T00:00:00", true},
        row_of_table{"3 ngày làm việc và 2 giờ", "2022-03-18", "2022-03-18T16:35:00", "2022-03-18T16:35:00", false},
        row_of_table{"2 giờ và 3 ngày làm việc", "2022-03-18", "2022-03-18T17:00:00", "2022-03-19T00:00:00", true},
        row_of_table{"8,5 ngày", "2022-03-24", "2022-03-24T17:00:00", "2022-03-25T00:00:00", true},
    };
    for (const row_of_table& row : rows) {
        const auto due = ask({"2022-03-15T14:35", row.limit});
        ASSERT_TRUE(due) << row.limit;
        EXPECT_EQ(text_of(due->due_date).view(), row.date) << row.limit;
        EXPECT_EQ(text_of(due->due_at).view(), row.at) << row.limit;
        EXPECT_EQ(text_of(due->legal_end).view(), row.legal_end) << row.limit;
        EXPECT_EQ(due->by_date, row.by_date) << row.limit;
        EXPECT_EQ(due->sure, certainty::announced) << row.limit;
    }
}

TEST(deadline, same_day_up_to_the_cut_off) {
    EXPECT_EQ(due_date({"2022-03-15T15:00:00", "trong ngày"}), "2022-03-15") << "R7.5: strictly after";
    EXPECT_EQ(due_date({"2022-03-15T15:00:01", "trong ngày"}), "2022-03-16");
    EXPECT_EQ(due_date({"2022-03-18T15:30:00", "trong ngày"}), "2022-03-21") << "Friday afternoon";
    EXPECT_EQ(due_date({"2022-03-19T09:00:00", "trong ngày"}), "2022-03-21") << "a Saturday";
    EXPECT_EQ(due_date({"2026-08-22T09:00:00", "trong ngày"}), "2026-08-22") << "a Saturday that is worked";
    EXPECT_EQ(due_date({"2022-03-15T15:30:00", "trong ngày", channel::counter, {{"same_day_cutoff", "16:00"}}}),
              "2022-03-15");
}

TEST(deadline, refuses_hours_without_a_time_of_day) {
    EXPECT_EQ(due_date({"2022-03-15", "8 giờ làm việc"}), "time_needed");
    EXPECT_EQ(due_date({"2022-03-15", "3 ngày làm việc và 2 giờ"}), "time_needed");
}

TEST(deadline, is_sure_only_of_what_is_announced) {
    EXPECT_EQ(ask({"2026-11-23T08:00", "5 ngày làm việc"})->sure, certainty::announced);
    EXPECT_EQ(ask({"2030-11-25T08:00", "5 ngày làm việc"})->sure, certainty::projected);
}

TEST(deadline, ends_with_the_calendar) {
    EXPECT_EQ(due_date({"2060-12-30T08:00", "30 ngày làm việc"}), "beyond_calendar");
    EXPECT_EQ(due_date({"1998-12-30T08:00", "3 ngày làm việc"}), "outside_calendar");
}

// ---- The switches, each with its readings.

TEST(switches, A1_the_day_of_receipt) {
    const switch_values included{{"first_day", "included"}};
    for (const auto& [limit, without, with] : std::initializer_list<std::array<std::string_view, 3>>{
             {"3 ngày làm việc", "2022-03-17", "2022-03-16"},
             {"3 ngày", "2022-03-17", "2022-03-16"},
             {"1 tháng", "2022-04-14", "2022-04-13"},
             {"1 tuần", "2022-03-21", "2022-03-21"}}) {  // Sunday 20 rolls
        EXPECT_EQ(due_date({"2022-03-14T08:00", limit}), without) << limit;
        EXPECT_EQ(due_date({"2022-03-14T08:00", limit, channel::counter, included}), with) << limit;
    }
}

TEST(switches, A2_outside_reception_hours) {
    const std::string_view friday_evening = "2022-03-18T18:00", before_opening = "2022-03-21T06:00",
                           saturday = "2022-03-19T09:00";
    EXPECT_EQ(due_date({friday_evening, "1 ngày làm việc"}), "2022-03-21") << "at the counter nothing moves";
    EXPECT_EQ(due_date({saturday, "1 ngày làm việc"}), "2022-03-21") << "a Saturday counter: day 0 is Saturday";
    for (const channel via : {channel::online, channel::post}) {
        EXPECT_EQ(due_date({friday_evening, "1 ngày làm việc", via}), "2022-03-22") << "the next opening is Monday's";
        EXPECT_EQ(due_date({friday_evening, "1 ngày làm việc", via, {{"receipt", "as_received"}}}), "2022-03-21");
        EXPECT_EQ(due_date({before_opening, "1 ngày làm việc", via}), "2022-03-22") << "it opens the same day";
        EXPECT_EQ(due_date({before_opening, "1 ngày làm việc", via, {{"receipt", "next_working_day"}}}), "2022-03-23");
        EXPECT_EQ(due_at({"2022-03-21T12:00", "1 giờ làm việc", via}), "2022-03-21T14:30:00") << "the lunch break";
    }
    EXPECT_EQ(due_date({friday_evening, "1 ngày làm việc", channel::counter, {{"receipt.counter", "next_open"}}}),
              "2022-03-22");
}

TEST(switches, A3_late_in_the_day) {
    const switch_values at_15{{"cutoff", "15:00"}}, last_hour{{"cutoff", "last_hour"}};
    EXPECT_EQ(due_date({"2022-03-16T16:30", "1 ngày làm việc"}), "2022-03-17") << "no effect in general";
    EXPECT_EQ(due_date({"2022-03-16T15:00:00", "1 ngày làm việc", channel::counter, at_15}), "2022-03-17")
        << "strictly after";
    EXPECT_EQ(due_date({"2022-03-16T15:00:01", "1 ngày làm việc", channel::counter, at_15}), "2022-03-18");
    EXPECT_EQ(due_date({"2022-03-19T09:00", "1 ngày làm việc", channel::counter, at_15}), "2022-03-21")
        << "a Saturday at 9";
    EXPECT_EQ(due_date({"2022-03-19T15:30", "1 ngày làm việc", channel::counter, at_15}), "2022-03-22")
        << "a Saturday at 15:30";
    EXPECT_EQ(due_date({"2022-03-16T15:59:59", "1 ngày làm việc", channel::counter, last_hour}), "2022-03-17");
    EXPECT_EQ(due_date({"2022-03-16T16:00:00", "1 ngày làm việc", channel::counter, last_hour}), "2022-03-18");
    // The channel goes first: Friday 18:00 online is Monday 07:00, which is before the cut-off.
    EXPECT_EQ(due_date({"2022-03-18T18:00", "1 ngày làm việc", channel::online, at_15}), "2022-03-22");
}

TEST(switches, A4_A5_what_is_compared) {
    const question days{"2022-03-15T14:35", "3 ngày làm việc"}, hours{"2022-03-15T14:35", "8 giờ làm việc"};
    const auto with = [](question asked, std::string_view value) {
        asked.switches = {{"compare", value}};
        return *ask(asked);
    };
    EXPECT_TRUE(with(days, "by_unit").by_date);
    EXPECT_FALSE(with(hours, "by_unit").by_date);
    EXPECT_FALSE(with(days, "instant").by_date);
    EXPECT_EQ(text_of(with(days, "instant").legal_end).view(), "2022-03-18T17:00:00");
    EXPECT_TRUE(with(hours, "date").by_date);
    EXPECT_EQ(text_of(with(hours, "date").legal_end).view(), "2022-03-17T00:00:00");
}

TEST(switches, A12_swaps_count_on_both_sides) {
    EXPECT_EQ(due_date({"2025-04-25T08:00", "1 ngày làm việc"}), "2025-04-26") << "the Saturday is worked";
    EXPECT_EQ(due_date({"2025-04-29T08:00", "1 ngày làm việc"}), "2025-05-05") << "the Friday is off";
}

TEST(switches, A13_a_voluntary_Saturday_receives_and_counts_nothing) {
    const question elsewhere{"2026-01-16T18:00", "1 ngày làm việc", channel::online};
    question there = elsewhere;
    there.agency = "vn/dong-thap/trung-tam";
    EXPECT_EQ(text_of(ask(elsewhere)->effective).view(), "2026-01-19T07:00:00");
    EXPECT_EQ(due_date(elsewhere), "2026-01-20");
    EXPECT_EQ(text_of(ask(there)->effective).view(), "2026-01-17T07:00:00") << "Saturday morning";
    EXPECT_EQ(due_date(there), "2026-01-19") << "and Saturday is not counted";
    question before = there;
    before.received = "2025-12-19T18:00";
    EXPECT_EQ(text_of(ask(before)->effective).view(), "2025-12-22T07:00:00") << "before 10 January 2026 it was closed";
    const auto reception = rule_for(there).how.reception->sessions_on(*parse_day("2026-01-10"));
    EXPECT_EQ(reception->length(), 8 * 3600) << "the make-up Saturday is a whole day";
}

TEST(switches, A15_the_word_says_which_hours) {
    EXPECT_EQ(due_at({"2022-03-18T16:00", "24 giờ"}), "2022-03-19T16:00:00");
    EXPECT_EQ(due_at({"2022-03-18T16:00", "24 giờ làm việc"}), "2022-03-23T16:00:00");
}

TEST(switches, A16_half_a_working_day) {
    const auto reached = [](std::string_view value, std::string_view agency = "") {
        const question asked{
            "2025-12-08T08:00", "0,5 ngày làm việc", channel::counter, {{"working_day_hours", value}}, agency};
        const auto told = explain(rule_for(asked).how, receipt_of(asked));
        return told ? std::string(text_of(told->steps.back().to).view()) : std::string(message_of(told.code()).name);
    };
    EXPECT_EQ(reached("8"), "2025-12-08T14:00:00") << "4 hours: 08:00-11:30, 13:30-14:00";
    EXPECT_EQ(reached("7.5"), "2025-12-08T13:45:00");
    EXPECT_EQ(reached("schedule"), "2025-12-08T14:00:00") << "the day has 8 hours";
    EXPECT_EQ(reached("schedule", "Lai Châu"), "2025-12-08T13:45:00") << "there it has 7.5";
    EXPECT_EQ(reached("sessions"), "2025-12-08T14:30:00") << "the morning has 4.5";
    // By date: the date reached.
    EXPECT_EQ(due_date({"2022-03-15T08:00", "2,5 ngày làm việc"}), "2022-03-17");
    EXPECT_EQ(due_date({"2022-03-15T16:00", "2,5 ngày làm việc"}), "2022-03-18");
}

TEST(switches, A17_A33_the_clock_time_of_a_due_date) {
    const auto with = [](std::string_view value) {
        return due_at({"2022-03-15T14:35", "3 ngày làm việc", channel::counter, {{"due_clock", value}}});
    };
    EXPECT_EQ(with("closing"), "2022-03-18T17:00:00");
    EXPECT_EQ(with("receipt"), "2022-03-18T14:35:00");
    EXPECT_EQ(with("09:00"), "2022-03-18T09:00:00") << "«Sau 9 giờ 00»";
    EXPECT_EQ(ask({"2022-03-15T14:35", "3 ngày làm việc", channel::counter, {{"due_clock", "09:00"}}})->legal_end,
              *parse_second("2022-03-19T00:00"))
        << "BLDS 148.6: the day ends at 24:00 all the same";
}

TEST(switches, A20_months_are_civil) {
    EXPECT_EQ(due_date({"2023-01-31T08:00", "1 tháng"}), "2023-02-28");
    EXPECT_EQ(due_date({"2024-01-31T08:00", "1 tháng"}), "2024-02-29");
    EXPECT_EQ(due_date({"2023-02-28T08:00", "1 tháng"}), "2023-03-28");
}

TEST(switches, A30_one_roll_at_the_end_of_the_leg) {
    // 15 days from Friday 4 March 2022 end on Saturday 19; 8 working days after it, not after Monday 21.
    EXPECT_EQ(due_date({"2022-03-04T08:00", "15 ngày và 08 ngày làm việc"}), "2022-03-30");
    EXPECT_EQ(due_date({"2022-03-04T08:00", "08 ngày làm việc và 03 ngày"}), "2022-03-21")
        << "16 + 3 = Saturday 19, rolled";
}

TEST(switches, roll) {
    const auto with = [](std::string_view value) {
        return due_date({"2022-03-15T08:00", "4 ngày", channel::counter, {{"roll", value}}});
    };
    EXPECT_EQ(with("following"), "2022-03-21");
    EXPECT_EQ(with("none"), "2022-03-19");
    EXPECT_EQ(with("preceding"), "2022-03-18");
}

TEST(switches, A31_a_make_up_day_has_the_hours_of_the_day_it_pays_for) {
    weekly_sessions week;
    week.fill(*parse_sessions("08:00-12:00 13:00-17:00"));
    week[4] = *parse_sessions("08:00-12:00");  // Friday; Saturday 26 April 2025 pays for Friday 2 May
    const auto book = make_rulebook(vietnam_book()->counting_calendar(), office_hours::weekly(week),
                                    *built_in_regime("vn/61-2018"), zone_table());
    rule_request request;
    request.limit = "6 giờ làm việc";
    request.day = *parse_day("2025-04-25");
    const auto due = deadline_of(book->resolve(request)->how, {*parse_second("2025-04-25T11:00")});
    EXPECT_EQ(text_of(due->due_at).view(), "2025-04-28T09:00:00") << "1 hour on Friday, 4 on Saturday, 1 on Monday";
}

TEST(switches, A34_a_date_without_a_time) {
    const switch_values at_15{{"cutoff", "15:00"}};
    const auto due = ask({"2022-03-15", "1 ngày làm việc", channel::counter, at_15});
    EXPECT_EQ(due->due_date, *parse_day("2022-03-16")) << "before the cut-off";
    EXPECT_TRUE(due->time_unknown);
    EXPECT_FALSE(ask({"2022-03-15", "1 ngày làm việc"})->time_unknown) << "nothing hangs on it";
    EXPECT_TRUE(ask({"2022-03-15", "trong ngày"})->time_unknown);
    EXPECT_EQ(ask({"2022-03-15", "trong ngày"})->due_date, *parse_day("2022-03-15"));
    EXPECT_TRUE(ask({"2022-03-15", "1 ngày làm việc", channel::online})->time_unknown);
    EXPECT_EQ(due_date({"2022-03-19", "1 ngày làm việc", channel::online}), "2022-03-22") << "Saturday has no hours";
}

TEST(switches, every_value_is_set_and_read_back) {
    int values = 0;
    for (const switch_entry& one : switch_table) {
        for (const std::string_view value : one.values) {
            if (value.empty()) continue;
            const std::string_view given = value == "HH:MM" ? "09:30" : value == "hours" ? "7.5" : value;
            regime how;
            ASSERT_EQ(set_switch(how, one.name, given).code, errc::ok) << one.name << " = " << given;
            EXPECT_EQ(switch_text(how, one.name), given) << one.name;
            ++values;
        }
        regime how;
        for (const std::string_view wrong : {"", "HH:MM", "hours", "24:00", "25:00", "-1", "0", "yes"}) {
            EXPECT_EQ(set_switch(how, one.name, wrong).code, errc::switch_unknown) << one.name << " = " << wrong;
        }
        EXPECT_EQ(how, regime{}) << one.name;
    }
    EXPECT_EQ(values, 38);
    regime how;
    EXPECT_EQ(set_switch(how, "no_such", "1").code, errc::switch_unknown);
}

// ---- The telling.

TEST(explain, lists_what_it_counted) {
    std::mt19937 random(2);
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    const std::array limits{"15 ngày làm việc",
                            "8 ngày",
                            "8,5 ngày làm việc",
                            "0,5 ngày làm việc",
                            "2,5 ngày",
                            "20 giờ làm việc",
                            "90 phút làm việc",
                            "trong ngày",
                            "15 ngày và 08 ngày làm việc",
                            "3 ngày làm việc và 5 giờ làm việc",
                            "1 tháng",
                            "36 giờ",
                            "2 tuần",
                            "40 ngày làm việc"};
    const std::array<switch_values, 6> switches{{{},
                                                 {{"first_day", "included"}},
                                                 {{"days_skip", "holidays"}},
                                                 {{"days_skip", "rest_days"}},
                                                 {{"cutoff", "15:00"}, {"working_day_hours", "sessions"}},
                                                 {{"roll", "preceding"}, {"working_day_hours", "schedule"}}}};
    for (int i = 0; i < 3000; ++i) {
        const civil_second at{start_of(*parse_day("2010-01-01")).number +
                              std::int64_t{below(17 * 365)} * seconds_per_day + below(seconds_per_day)};
        const std::string received(text_of(at).view());
        const question asked{received, limits[random() % limits.size()], static_cast<channel>(1 + below(3)),
                             switches[random() % switches.size()]};
        const resolved_rule by = rule_for(asked);
        const auto told = explain(by.how, receipt_of(asked));
        const auto due = ask(asked);
        ASSERT_EQ(told.has_value(), due.has_value());
        if (!due) continue;
        EXPECT_EQ(told->due, *due);
        for (const told_step& step : told->steps) {
            EXPECT_TRUE(step.kind != step_kind::counted || agrees(step))
                << received << " + " << asked.limit << " " << i;
        }
    }
}

TEST(explain, says_why_a_day_is_skipped) {
    const question asked{"2025-04-25T16:00", "3 ngày làm việc"};
    const resolved_rule by = rule_for(asked);
    const auto told = explain(by.how, receipt_of(asked));
    const std::string text = explain_text(*vietnam_book(), by, receipt_of(asked), *told, language::vietnamese);
    EXPECT_NE(text.find("không tính Chủ nhật 27/04/2025"), std::string::npos) << text;
    EXPECT_EQ(text.find("26/04/2025:"), std::string::npos) << "the Saturday is worked, so it is not skipped: " << text;
    EXPECT_NE(text.find("BLDS 91/2015/QH13 Điều 147.2; đã đọc văn bản"), std::string::npos) << text;
    const std::string english = explain_text(*vietnam_book(), by, receipt_of(asked), *told, language::english);
    EXPECT_NE(english.find("Due: by the end of Tue 2025-04-29"), std::string::npos) << english;
}

TEST(explain, a_wrong_listing_does_not_agree) {
    const question asked{"2022-03-15T08:00", "5 ngày làm việc"};
    auto told = explain(rule_for(asked).how, receipt_of(asked));
    told_step& step = told->steps.back();
    ASSERT_EQ(step.kind, step_kind::counted);
    EXPECT_TRUE(agrees(step));
    step.days.front().counted = false;
    EXPECT_FALSE(agrees(step));
}

}  // namespace
}  // namespace thoihan
