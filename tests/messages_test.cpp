// The catalogue: every errc has its words in both languages; names and numbers never change.
#include "thoihan/messages.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "thoihan/civil.hpp"
#include "thoihan/error.hpp"

namespace thoihan {
namespace {

/// The numbers are wire values and the names an interface (Python's `Error.code`): a line may be added, never changed
/// and never taken away.
const std::map<std::int16_t, std::string_view> frozen{
    {0, "ok"},
    {1, "syntax"},
    {2, "date_invalid"},
    {3, "time_invalid"},
    {4, "value_empty"},
    {5, "special_value"},
    {6, "fraction_of_second"},
    {10, "outside_calendar"},
    {11, "beyond_calendar"},
    {12, "range_reversed"},
    {13, "range_too_long"},
    {14, "week_invalid"},
    {15, "never_known"},
    {16, "holiday_and_worked"},
    {17, "year_outside_lunar"},
    {20, "swap_without_partner"},
    {21, "swap_off_rests"},
    {22, "swap_worked_works"},
    {23, "window_not_allowed"},
    {24, "holiday_unknown"},
    {25, "source_unknown"},
    {26, "field_missing"},
    {27, "field_unknown"},
    {28, "field_type"},
    {29, "duplicate"},
    {40, "session_reversed"},
    {41, "session_overlaps"},
    {42, "session_too_many"},
    {43, "instant_outside"},
    {44, "beyond_clock"},
    {45, "never_opens"},
    {46, "negative_amount"},
    {60, "file_unreadable"},
    {61, "file_unwritable"},
    {62, "file_empty"},
    {63, "encoding_wrong"},
    {64, "row_broken"},
    {65, "column_missing"},
    {66, "name_taken"},
    {70, "limit_empty"},
    {71, "limit_no_unit"},
    {72, "limit_zero"},
    {73, "limit_fraction"},
    {74, "limit_half_inside"},
    {75, "limit_same_day_alone"},
    {76, "limit_too_many"},
    {77, "limit_too_large"},
    {78, "limit_syntax"},
    {79, "limit_ambiguous"},
    {90, "procedure_unknown"},
    {91, "rule_not_in_force"},
    {92, "rule_ambiguous"},
    {93, "unit_doubtful"},
    {94, "limit_missing"},
    {95, "regime_unknown"},
    {96, "switch_unknown"},
    {97, "agency_unknown"},
    {98, "channel_unknown"},
    {99, "zone_unknown"},
    {110, "received_missing"},
    {111, "completed_before_received"},
    {112, "duplicate_id"},
    {113, "time_needed"},
    {114, "instant_in_gap"},
    {116, "status_unknown"},
    {117, "delivered_before_completed"},
};

/// The enumerator of a number as the compiler prints it: "thoihan::errc::syntax"; "(thoihan::errc)7" where none has it.
template <errc Code>
constexpr std::string_view printed() {
    const std::string_view text = __PRETTY_FUNCTION__;
    const std::size_t begin = text.find("Code = ") + 7;
    return text.substr(begin, text.find_first_of(";]", begin) - begin);
}

/// The names of the enumerators with these numbers.
template <std::size_t... Numbers>
std::map<std::int16_t, std::string_view> enumerators(std::index_sequence<Numbers...>) {
    const std::array<std::string_view, sizeof...(Numbers)> texts{printed<static_cast<errc>(Numbers)>()...};
    std::map<std::int16_t, std::string_view> found;
    for (std::size_t number = 0; number < texts.size(); ++number) {
        const std::string_view text = texts[number];
        if (text.front() != '(') found.emplace(static_cast<std::int16_t>(number), text.substr(text.rfind(':') + 1));
    }
    return found;
}

TEST(messages, numbers_and_names_are_frozen) { EXPECT_EQ(enumerators(std::make_index_sequence<512>()), frozen); }

TEST(messages, every_errc_has_one_entry_under_its_own_name) {
    std::map<std::int16_t, std::string_view> listed;
    for (const message_entry& entry : message_catalogue) {
        EXPECT_TRUE(listed.emplace(static_cast<std::int16_t>(entry.code), entry.name).second) << entry.name << " twice";
    }
    EXPECT_EQ(listed, enumerators(std::make_index_sequence<512>()));
    for (const auto& [number, name] : listed) EXPECT_EQ(message_of(static_cast<errc>(number)).name, name);
}

TEST(messages, every_entry_says_what_is_wrong_and_what_would_be_right_in_both_languages) {
    std::set<std::string_view> vietnamese, english;
    for (const message_entry& entry : message_catalogue) {
        EXPECT_FALSE(entry.wrong.empty()) << entry.name;
        EXPECT_FALSE(entry.wrong_en.empty()) << entry.name;
        EXPECT_EQ(entry.right.empty(), entry.code == errc::ok) << entry.name;
        EXPECT_EQ(entry.right_en.empty(), entry.code == errc::ok) << entry.name;
        EXPECT_TRUE(vietnamese.insert(entry.wrong).second) << entry.name << ": the words of another";
        EXPECT_TRUE(english.insert(entry.wrong_en).second) << entry.name << ": the words of another";
    }
}

TEST(messages, integers_are_shown_where_there_are_any) {
    for (const message_entry& entry : message_catalogue) {
        for (const language words : {language::vietnamese, language::english}) {
            const bool vietnamese = words == language::vietnamese;
            const std::string pattern = std::string(vietnamese ? entry.wrong : entry.wrong_en) +
                                        std::string(vietnamese ? entry.right : entry.right_en);
            // A mark without an integer would be filled with nothing.
            if (entry.a == number_is::nothing) {
                EXPECT_EQ(pattern.find("{a}"), std::string::npos) << entry.name;
            }
            if (entry.b == number_is::nothing) {
                EXPECT_EQ(pattern.find("{b}"), std::string::npos) << entry.name;
            }
            const std::string text = message({entry.code, 20'454, 3}, {}, words);
            EXPECT_EQ(text.find_first_of("{}"), std::string::npos) << text;
        }
    }
}

TEST(messages, integers_are_written_as_what_they_are) {
    constexpr std::int64_t day = day_from({2026, 1, 1}).number;
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
    struct row {
        failure why;
        std::string_view expected;
    };
    for (const row& one : {
             row{{errc::outside_calendar, day},
                 "the day 2026-01-01 lies outside the calendar; "
                 "expected: a day from the calendar's first to its last"},
             row{{errc::date_invalid, 2026'02'30},
                 "there is no day 2026-02-30; expected: a day that exists, in the years 1 to 9999"},
             row{{errc::time_invalid, 25'61'61},
                 "there is no clock time 25:61:61; "
                 "expected: 00:00:00 to 23:59:59 (24:00 only as a closing time)"},
             row{{errc::date_invalid, -5'00'00 + 12'31},
                 "there is no day -5-12-31; expected: a day that exists, in the years 1 to 9999"},
             row{{errc::beyond_calendar, day, -15},
                 "-15 working days from 2026-01-01 lead out of the calendar; expected: fewer days, or a longer "
                 "calendar"},
             row{{errc::session_reversed, 41'400, 25'205},
                 "a session opens at 11:30 and closes at 07:00:05; expected: a closing after the opening"},
             row{{errc::instant_outside, day * seconds_per_day + 1},
                 "the instant 2026-01-01T00:00:01 lies outside the "
                 "calendar; expected: an instant on a day of the calendar"},
             // So far out that no text has it: the number.
             row{{errc::outside_calendar, 4'000'000},
                 "the day 4000000 lies outside the calendar; "
                 "expected: a day from the calendar's first to its last"},
         }) {
        EXPECT_EQ(message(one.why), one.expected);
    }
    for (const std::int64_t number : {most, least, std::int64_t{0}, std::int64_t{-1}}) {
        for (const message_entry& entry : message_catalogue)
            EXPECT_FALSE(message({entry.code, number, number}).empty());
    }
}

TEST(messages, say_where) {
    const failure why{errc::date_invalid, 2026'02'30};
    const std::string wrong = "there is no day 2026-02-30; expected: a day that exists, in the years 1 to 9999";
    EXPECT_EQ(message(why), wrong);
    EXPECT_EQ(message(why, {.file = "a.toml", .line = 7, .field = "off", .value = "2026-02-30", .right = {}}),
              "a.toml:7: off = '2026-02-30': " + wrong);
    EXPECT_EQ(message(why, {.file = "a.toml", .line = 0, .field = "off", .value = {}, .right = {}}),
              "a.toml: off: " + wrong);
    EXPECT_EQ(message(why, {.file = {}, .line = 12, .field = {}, .value = "x", .right = "28 February"}),
              "row 12: 'x': there is no day 2026-02-30; expected: 28 February");
    EXPECT_EQ(message(why, {.file = {}, .line = 12, .field = "ngày", .value = {}, .right = {}}, language::vietnamese),
              "dòng 12: ngày: không có ngày 2026-02-30; đúng ra: một ngày có trong lịch, từ năm 1 đến năm 9999");
}

TEST(messages, an_error_carries_both_texts) {
    const error thrown({errc::negative_amount, -3}, {.file = {}, .line = 0, .field = "n", .value = {}, .right = {}});
    EXPECT_EQ(thrown.code(), errc::negative_amount);
    EXPECT_EQ(thrown.why(), (failure{errc::negative_amount, -3}));
    EXPECT_EQ(thrown.place().field, "n");
    EXPECT_EQ(std::string(thrown.what()), "n: a negative amount: -3; expected: zero or more");
    EXPECT_EQ(thrown.text(language::vietnamese), "n: số lượng âm: -3; đúng ra: số không âm");
}

}  // namespace
}  // namespace thoihan
