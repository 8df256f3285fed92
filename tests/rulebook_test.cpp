// Rulebooks: which rule, and what is wrong in the files they are read from.
#include "thoihan/rulebook.hpp"
#include "thoihan/rule_set.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "thoihan/civil_text.hpp"
#include "thoihan/deadline.hpp"
#include "thoihan/limit_text.hpp"
#include "thoihan/messages.hpp"
#include "thoihan/rulebook_file.hpp"

namespace thoihan {
namespace {

const std::shared_ptr<const rulebook>& vietnam_book() {
    static const std::shared_ptr<const rulebook> book = vietnam_rulebook();
    return book;
}

struct asked {
    std::string_view procedure, day, agency = {}, limit = {};
    channel via = channel::counter;
    std::vector<std::string_view> conditions = {};

    [[nodiscard]] rule_request request() const {
        rule_request out;
        out.procedure = procedure;
        out.limit = limit;
        out.agency = agency;
        out.via = via;
        out.conditions = conditions;
        out.day = *parse_day(day);
        return out;
    }
};

/// The name of the rule and its limit, or the name of the failure.
std::string found(const asked& question, const rulebook& book = *vietnam_book()) {
    const auto rule = book.resolve(question.request());
    if (!rule) return std::string(message_of(rule.code()).name);
    return rule->name + ": " + limit_text(rule->how.limit);
}

std::uint32_t bit(verdict_flag flag) { return static_cast<std::uint32_t>(flag); }

/// A folder with files, removed at the end.
class folder {
public:
    folder(std::initializer_list<std::pair<const char*, std::string>> files) {
        static int number = 0;
        const auto* name = ::testing::UnitTest::GetInstance()->current_test_info()->name();
        path_ = std::filesystem::temp_directory_path() / (std::string("thoihan_") + name + std::to_string(++number));
        std::filesystem::create_directories(path_);
        for (const auto& [file, text] : files) std::ofstream(path_ / file, std::ios::binary) << text;
    }
    folder(const folder&) = delete;
    folder& operator=(const folder&) = delete;
    ~folder() { std::filesystem::remove_all(path_); }
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

private:
    std::filesystem::path path_;
};

const std::string head = R"(name = "test"
zone = "Asia/Ho_Chi_Minh"
calendar = "vn"
)";
const std::string office = R"(
[[office]]
id = "country"
name = "Country"
[[office.hours]]
hours = "08:00-12:00 13:00-17:00"
)";

// ---- The built-in one.

TEST(vietnam_rulebook, is_the_files_of_data_vn) {
    const auto loaded = load_rulebook(std::filesystem::path(THOIHAN_SOURCE_DIR) / "data/vn");
    EXPECT_EQ(loaded->hash(), vietnam_book()->hash());
    EXPECT_EQ(loaded->edition_name(), vietnam_book()->edition_name());
}

TEST(vietnam_rulebook, covers_every_kind_of_limit) {
    std::set<limit_unit> units;
    std::set<std::string> codes;
    bool has_half = false, has_legs = false, has_mixed = false;
    for (const procedure_row& row : vietnam_book()->procedures()) {
        codes.insert(row.code);
        if (!row.limit) continue;
        has_legs = has_legs || row.limit->legs().size() > 1;
        for (const limit_leg& leg : row.limit->legs()) {
            has_mixed = has_mixed || leg.parts().size() > 1;
            for (const limit_part& part : leg.parts()) {
                units.insert(part.unit);
                has_half = has_half || part.halves % 2 != 0;
            }
        }
    }
    EXPECT_GE(codes.size(), 40U);
    for (const limit_unit unit :
         {limit_unit::working_day, limit_unit::day, limit_unit::working_hour, limit_unit::hour, limit_unit::same_day}) {
        EXPECT_TRUE(units.contains(unit)) << static_cast<int>(unit);
    }
    EXPECT_TRUE(has_half && has_legs && has_mixed);
}

TEST(vietnam_rulebook, finds_each_of_its_rows) {
    for (const procedure_row& row : vietnam_book()->procedures()) {
        rule_request request;
        request.procedure = row.code;
        request.agency = vietnam_book()->offices()[row.scope].id;
        request.via = row.via.value_or(channel::counter);
        const std::vector<std::string_view> conditions(row.conditions.begin(), row.conditions.end());
        request.conditions = conditions;
        request.day = row.from != no_beginning ? row.from
                      : row.until != no_end    ? row.until - 1
                                               : *parse_day("2026-11-25");
        const auto rule = vietnam_book()->resolve(request);
        if (!row.limit) {
            EXPECT_EQ(rule.code(), errc::unit_doubtful) << row.code;
            continue;
        }
        ASSERT_TRUE(rule) << row.code << ": " << message_of(rule.code()).name;
        EXPECT_EQ(rule->procedure, &row) << row.code << " gives " << rule->name;
        EXPECT_FALSE(row.by.source.empty()) << row.code;
    }
}

TEST(vietnam_rulebook, every_switch_of_a_general_regime_is_cited) {
    for (const named_regime& one : vietnam_book()->regimes()) {
        if (!one.general) continue;
        for (const switch_entry& each : switch_table) {
            if (each.name == "receipt") continue;
            const auto is_this = [&](const cited_switch& cited) { return cited.name == each.name; };
            const auto at = std::find_if(one.switches.begin(), one.switches.end(), is_this);
            ASSERT_NE(at, one.switches.end()) << one.id << " " << each.name;
            EXPECT_FALSE(at->by.source.empty()) << one.id << " " << each.name;
            EXPECT_EQ(switch_text(one.how, each.name), at->value) << one.id << " " << each.name;
        }
    }
}

// ---- Which rule.

TEST(rulebook, the_day_of_receipt_decides) {
    EXPECT_EQ(found({"1.013225", "2026-06-30"}), "1.013225 @ 2024-12-30 vn/118-2025: 20 ngày");
    EXPECT_EQ(found({"1.013225", "2026-07-01"}), "1.013225 @ 2026-07-01 vn/118-2025: 10 ngày làm việc");
    EXPECT_EQ(found({"1.013225", "2024-12-29"}), "rule_not_in_force");
    EXPECT_EQ(found({"1.004873", "2018-06-20"}), "1.004873 vn/general: 3 ngày làm việc");
    EXPECT_EQ(found({"1.004873", "2018-06-21"}), "1.004873 vn/61-2018: 3 ngày làm việc");
    EXPECT_EQ(found({"1.004873", "2025-07-01"}), "1.004873 vn/118-2025: 3 ngày làm việc");
    EXPECT_EQ(found({"9.999999", "2026-07-01"}), "procedure_unknown");
    EXPECT_EQ(found({"", "2026-07-01"}), "limit_missing");
    EXPECT_EQ(found({"2.000806", "2026-05-01"}), "unit_doubtful");
    EXPECT_EQ(found({"2.000806", "2026-04-14"}), "2.000806 vn/118-2025: 15 ngày");
}

TEST(rulebook, the_nearest_office_wins_then_conditions_then_the_channel) {
    EXPECT_EQ(found({"vn:dat-dai-bien-dong", "2026-01-05"}),
              "vn:dat-dai-bien-dong @ 2025-07-01 vn/118-2025: 8 ngày làm việc");
    for (const std::string_view agency :
         {"000.00.25.H20", "H20.25.3", "h20", "vn/dong-thap", "Đồng Tháp", "UBND xã Lấp Vò"}) {
        const std::string name = found({"vn:dat-dai-bien-dong", "2026-01-05", agency});
        EXPECT_TRUE(name.ends_with(": 5 ngày làm việc; 3 ngày làm việc")) << agency << ": " << name;
    }
    EXPECT_EQ(found({"vn:dat-dai-bien-dong", "2025-12-04", "H20"}),
              "vn:dat-dai-bien-dong @ 2025-07-01 vn/118-2025 vn/dong-thap: 8 ngày làm việc");
    EXPECT_EQ(found({"1.013225", "2026-07-01", {}, {}, channel::counter, {"house"}}),
              "1.013225 @ 2026-07-01 vn/118-2025: 7 ngày làm việc");
    EXPECT_EQ(found({"1.000603", "2026-07-01", {}, {}, channel::online}), "1.000603 vn/118-2025: 6 giờ làm việc");
    EXPECT_EQ(found({"1.000603", "2026-07-01", {}, {}, channel::counter}), "1.000603 vn/118-2025: 8 giờ làm việc");
    EXPECT_EQ(found({"1.000603", "2026-07-01", {}, {}, channel::post}), "rule_not_in_force");
    EXPECT_EQ(found({"1.013065", "2026-07-01", {}, {}, channel::online, {"lost-papers"}}),
              "1.013065 vn/118-2025: 30 ngày")
        << "a condition goes before a channel";
}

TEST(rulebook, A35_the_laws_limit_stands_beside_the_provinces) {
    const asked question{"vn:dat-dai-bien-dong", "2026-01-05", "H20"};
    const auto rule = vietnam_book()->resolve(question.request());
    ASSERT_TRUE(rule);
    ASSERT_NE(rule->national, nullptr);
    EXPECT_EQ(limit_text(*rule->national->limit), "8 ngày làm việc");
    EXPECT_EQ(rule->flags, 0U) << "5 + 3 is not longer than 8";
}

TEST(rulebook, A22_conditions_add_time_in_their_own_unit) {
    EXPECT_EQ(found({"vn:dat-dai-bien-dong", "2026-01-05", {}, {}, channel::counter, {"remote"}}),
              "vn:dat-dai-bien-dong @ 2025-07-01 +remote vn/118-2025: 18 ngày làm việc");
    EXPECT_EQ(found({"1.004859", "2022-03-15", {}, {}, channel::counter, {"Verification"}}),
              "1.004859 @ 2016-01-01 +verification vn/61-2018: 6 ngày làm việc");
    EXPECT_EQ(found({"1.012781", "2026-01-05", {}, {}, channel::counter, {"remote", "article-24.2bc"}}),
              "1.012781 @ 2025-07-01 +remote vn/118-2025: 20 ngày và 10 ngày làm việc");
}

TEST(rulebook, a_field_of_law_lies_over_the_regime_of_the_day) {
    const auto rule = vietnam_book()->resolve(asked{"vn:lien-thong-khai-sinh", "2024-08-01"}.request());
    ASSERT_TRUE(rule);
    EXPECT_EQ(rule->name, "vn:lien-thong-khai-sinh vn/61-2018+vn/chain-63-2024");
    EXPECT_EQ(rule->how.how.cutoff, cutoff_switch::clock_time);
    EXPECT_EQ(rule->how.how.receipt[index_of(channel::online)], receipt_switch::next_open) << "of the general regime";
    const auto hours = vietnam_book()->resolve(asked{"vn:lien-thong-khai-tu/khai-tu", "2026-09-05"}.request());
    EXPECT_EQ(hours->how.how.receipt[index_of(channel::online)], receipt_switch::as_received)
        << "24 hours, day and night";
}

TEST(rulebook, a_limit_of_the_row_is_used_where_no_rule_is_found_else_compared) {
    EXPECT_EQ(found({"9.999999", "2022-03-15", {}, "07 ngày làm việc"}),
              "\"07 ngày làm việc\" vn/61-2018: 7 ngày làm việc");
    EXPECT_EQ(found({"9.999999", "2022-03-15", {}, "07"}), "limit_no_unit");
    EXPECT_EQ(found({"2.000806", "2026-05-01", {}, "5 ngày làm việc"}),
              "2.000806 @ 2026-04-15 \"5 ngày làm việc\" vn/118-2025: 5 ngày làm việc")
        << "a doubtful unit that somebody has chosen";
    const auto with = [](std::string_view limit, limit_order order = limit_order::rulebook_first) {
        return *vietnam_book()->resolve(asked{"1.004873", "2022-03-15", {}, limit}.request(), order);
    };
    EXPECT_EQ(with("3 ngày làm việc").flags, 0U);
    EXPECT_EQ(with("3 ngày làm việc").from, limit_source::rulebook);
    EXPECT_EQ(with("5 ngày làm việc").flags, bit(verdict_flag::limit_differs));
    EXPECT_EQ(limit_text(with("5 ngày làm việc").how.limit), "3 ngày làm việc");
    EXPECT_EQ(with("5").flags, bit(verdict_flag::limit_differs)) << "what cannot be read does not agree";
    EXPECT_EQ(limit_text(with("5 ngày làm việc", limit_order::row_first).how.limit), "5 ngày làm việc");
    EXPECT_EQ(with("5 ngày làm việc", limit_order::row_first).from, limit_source::row);
}

TEST(rulebook, an_unknown_agency_has_the_default_office_and_says_so) {
    const auto rule = vietnam_book()->resolve(asked{"1.004873", "2022-03-15", "UBND xã Không Có"}.request());
    ASSERT_TRUE(rule);
    EXPECT_FALSE(rule->agency_known);
    EXPECT_EQ(rule->office->id, "vn");
    const folder strict{{"rulebook.toml", head + "unknown_agency = \"refuse\"\n" + office}};
    EXPECT_EQ(found({"", "2022-03-15", "nowhere", "3 ngày"}, *load_rulebook(strict.path())), "agency_unknown");
    EXPECT_EQ(found({"", "2022-03-15", "country", "3 ngày"}, *load_rulebook(strict.path())),
              "\"3 ngày\" plain: 3 ngày");
}

TEST(rulebook, a_local_limit_longer_than_the_laws_is_flagged) {
    const folder files{{"rulebook.toml", head + office + R"(
[[office]]
id = "province"
name = "Province"
parent = "country"
[[procedure]]
code = "a"
name = "A"
limit = "5 ngày làm việc"
[[procedure]]
code = "a"
name = "A"
scope = "province"
limit = "6 ngày làm việc"
[[procedure]]
code = "b"
name = "B"
limit = "5 ngày làm việc"
[[procedure]]
code = "b"
name = "B"
scope = "province"
limit = "6 ngày"
)"}};
    const auto book = load_rulebook(files.path());
    EXPECT_EQ(book->resolve(asked{"a", "2022-03-15", "province"}.request())->flags,
              bit(verdict_flag::local_limit_longer));
    EXPECT_EQ(book->resolve(asked{"a", "2022-03-15"}.request())->flags, 0U);
    EXPECT_EQ(book->resolve(asked{"b", "2022-03-15", "province"}.request())->flags, 0U)
        << "units that cannot be compared";
}

TEST(rulebook, two_rules_that_tie_are_refused) {
    const folder files{
        {"rulebook.toml", head + office},
        {"procedures.csv", "code,name,conditions,limit\na,A,x,3 ngày\na,A,y,5 ngày\na,A,x;y;z,7 ngày\n"}};
    const auto book = load_rulebook(files.path());
    EXPECT_EQ(found({"a", "2022-03-15", {}, {}, channel::counter, {"x"}}, *book), "a plain: 3 ngày");
    EXPECT_EQ(found({"a", "2022-03-15", {}, {}, channel::counter, {"x", "y"}}, *book), "rule_ambiguous");
    EXPECT_EQ(found({"a", "2022-03-15", {}, {}, channel::counter, {"x", "y", "z"}}, *book), "a plain: 7 ngày");
    EXPECT_EQ(found({"a", "2022-03-15"}, *book), "rule_not_in_force") << "no row without a condition";
}

TEST(rulebook, hours_follow_the_office_the_role_and_the_day) {
    const auto sessions_of = [](std::string_view agency, office_role role, std::string_view day) {
        const rulebook& book = *vietnam_book();
        const sessions open = *book.clock(*book.find_office(agency), role).sessions_on(*parse_day(day));
        std::string text;
        for (const session& one : open.list()) {
            text.append(text.empty() ? "" : " ").append(clock_text(one.open).view().substr(0, 5)).append("-");
            text.append(clock_text(one.close).view().substr(0, 5));
        }
        return text;
    };
    EXPECT_EQ(sessions_of("Huế", office_role::reception, "2022-09-05"), "07:30-11:30 13:00-17:00");
    EXPECT_EQ(sessions_of("Huế", office_role::counting, "2022-09-05"), "08:00-11:30 13:00-17:30");
    EXPECT_EQ(sessions_of("Huế", office_role::reception, "2022-08-31"), "07:00-11:30 13:30-17:00") << "the country's";
    EXPECT_EQ(sessions_of("Hải Dương", office_role::counting, "2024-03-29"), "07:30-12:00 13:00-16:30");
    EXPECT_EQ(sessions_of("Hải Dương", office_role::counting, "2024-04-01"), "07:00-11:30 13:30-17:00");
    EXPECT_EQ(sessions_of("Bộ Công an", office_role::reception, "2022-03-19"), "07:00-11:30") << "a Saturday";
    EXPECT_EQ(sessions_of("Bộ Công an", office_role::handing_over, "2022-03-19"), "");
    EXPECT_EQ(sessions_of("Bộ Công an", office_role::reception, "2022-09-03"), "07:00-11:30")
        << "2/9 is a Friday, 1/9 off too: 3/9 is an ordinary Saturday";
    EXPECT_EQ(sessions_of("Bộ Công an", office_role::reception, "2022-04-30"), "") << "a Saturday that is a holiday";
}

// ---- Rules with numbers.

TEST(rule_set, numbers_each_rule_once) {
    rule_set rules(vietnam_book());
    const auto number = [&](const asked& question) { return *rules.number_of(question.request()); };
    EXPECT_EQ(number({"1.004873", "2022-03-15"}), 0U);
    EXPECT_EQ(number({"1.004873", "2022-03-16"}), 0U);
    EXPECT_EQ(number({"1.004873", "2025-07-01"}), 1U) << "another regime";
    EXPECT_EQ(number({"1.004873", "2022-03-15", {}, {}, channel::online}), 0U) << "the same rule asked for otherwise";
    EXPECT_EQ(number({"1.000656", "2022-03-15"}), 2U);
    const rule* kept = &rules.rules()[0].how;
    for (const procedure_row& row : vietnam_book()->procedures())
        static_cast<void>(rules.number_of(asked{row.code, "2026-11-25"}.request()));
    EXPECT_GT(rules.rules().size(), 20U);
    EXPECT_EQ(kept, &rules.rules()[0].how) << "rules keep their place";
    EXPECT_EQ(rules.number_of(asked{"9.999999", "2022-03-15"}.request()).code(), errc::procedure_unknown);
}

TEST(rule_set, says_for_which_days_a_rule_holds) {
    for (const std::string_view code : {"1.013225", "1.004873", "1.012753", "2.000806", "vn:lien-thong-khai-tu/bhxh"}) {
        for (const std::string_view agency : {"", "H20"}) {
            civil_day day = *parse_day("2014-01-01");
            std::string last_name = "?";
            civil_day until = day;
            for (; day < *parse_day("2027-12-31"); ++day) {
                rule_request request = asked{code, "2014-01-01", agency}.request();
                request.day = day;
                const auto rule = vietnam_book()->resolve(request);
                const std::string name = rule ? rule->name : std::string(message_of(rule.code()).name);
                if (rule) {
                    ASSERT_LE(rule->from_day, day);
                    ASSERT_LT(day, rule->until_day);
                }
                if (day < until) {
                    ASSERT_EQ(name, last_name) << code << " " << text_of(day).view();
                }
                last_name = name;
                until = rule ? rule->until_day : day;
            }
        }
    }
}

// ---- The hash.

TEST(rulebook, hash_is_of_what_can_change_an_answer) {
    const auto hash_of = [](const std::string& more) {
        const folder files{{"rulebook.toml", head + office + more}};
        return load_rulebook(files.path())->hash();
    };
    const std::uint64_t plain = hash_of("");
    EXPECT_EQ(hash_of(""), plain);
    EXPECT_EQ(hash_of("# a comment\n"), plain);
    EXPECT_NE(hash_of("[[procedure]]\ncode = \"a\"\nname = \"A\"\nlimit = \"3 ngày\"\n"), plain);
    EXPECT_NE(hash_of("[[office.dates]]\nday = 2022-03-15\n"), plain);
    EXPECT_NE(vietnam_rulebook({.known_on = *parse_day("2025-12-01"), .announcements = {}})->hash(),
              vietnam_book()->hash());
}

// ---- Files that are wrong: where, what stands there, what would be right.

TEST(rulebook_file, says_where_what_and_what_would_be_right) {
    struct wrong {
        std::string name;
        std::initializer_list<std::pair<const char*, std::string>> files;
        errc code;
        std::string file;
        std::int64_t line;
        std::string field, value;
    };
    const std::string csv = "code,name,limit\n";
    const std::array rows{
        wrong{"no file", {}, errc::file_unreadable, "rulebook.toml", 0, "", ""},
        wrong{"no zone",
              {{"rulebook.toml", "name = \"x\"\ncalendar = \"vn\"\n" + office}},
              errc::field_missing,
              "rulebook.toml",
              1,
              "zone",
              ""},
        wrong{"zone",
              {{"rulebook.toml", "name = \"x\"\nzone = \"Asia/Hanoi2\"\ncalendar = \"vn\"\n" + office}},
              errc::zone_unknown,
              "rulebook.toml",
              2,
              "zone",
              "Asia/Hanoi2"},
        wrong{"no office", {{"rulebook.toml", head}}, errc::field_missing, "rulebook.toml", 1, "office", ""},
        wrong{"unknown field",
              {{"rulebook.toml", head + "colour = \"red\"\n" + office}},
              errc::field_unknown,
              "rulebook.toml",
              4,
              "colour",
              ""},
        wrong{"hours",
              {{"rulebook.toml",
                head + "[[office]]\nid = \"a\"\nname = \"A\"\n[[office.hours]]\nhours = \"08:00-07:00\"\n"}},
              errc::session_reversed,
              "rulebook.toml",
              8,
              "hours",
              "08:00-07:00"},
        wrong{"regime value",
              {{"rulebook.toml", head + office},
               {"regimes.toml",
                "[[regime]]\nid = \"a\"\nname = \"A\"\n[[regime.switch]]\nname = \"cutoff\"\nvalue = \"25:00\"\n"}},
              errc::switch_unknown,
              "regimes.toml",
              6,
              "value",
              "25:00"},
        wrong{"regime switch",
              {{"rulebook.toml", head + office},
               {"regimes.toml", "[[regime]]\nid = \"a\"\nname = \"A\"\nset = { cutof = \"15:00\" }\n"}},
              errc::switch_unknown,
              "regimes.toml",
              4,
              "cutof",
              "15:00"},
        wrong{"default regime",
              {{"rulebook.toml", head + "default_regime = \"vn/1\"\n" + office}},
              errc::regime_unknown,
              "rulebook.toml",
              4,
              "default_regime",
              "vn/1"},
        wrong{"csv: unit",
              {{"rulebook.toml", head + office}, {"procedures.csv", csv + "a,A,3 ngày\nb,B,15\n"}},
              errc::limit_no_unit,
              "procedures.csv",
              3,
              "limit",
              "15"},
        wrong{"csv: column",
              {{"rulebook.toml", head + office}, {"procedures.csv", "code,name,limits\n"}},
              errc::field_unknown,
              "procedures.csv",
              1,
              "limits",
              ""},
        wrong{"csv: no limit",
              {{"rulebook.toml", head + office}, {"procedures.csv", "code,name\n"}},
              errc::column_missing,
              "procedures.csv",
              1,
              "limit",
              ""},
        wrong{"csv: broken",
              {{"rulebook.toml", head + office}, {"procedures.csv", csv + "a,A\n"}},
              errc::row_broken,
              "procedures.csv",
              2,
              "",
              "a"},
        wrong{"csv: open quote",
              {{"rulebook.toml", head + office}, {"procedures.csv", csv + "a,A,\"3 ngày\n"}},
              errc::row_broken,
              "procedures.csv",
              2,
              "",
              "a"},
        wrong{"csv: empty",
              {{"rulebook.toml", head + office}, {"procedures.csv", ""}},
              errc::file_empty,
              "procedures.csv",
              0,
              "",
              ""},
        wrong{"csv: day",
              {{"rulebook.toml", head + office}, {"procedures.csv", "code,name,limit,from\na,A,3 ngày,2022-02-31\n"}},
              errc::date_invalid,
              "procedures.csv",
              2,
              "from",
              "2022-02-31"},
        wrong{"csv: period",
              {{"rulebook.toml", head + office},
               {"procedures.csv", "code,name,limit,from,until\na,A,3 ngày,2022-02-01,2022-01-01\n"}},
              errc::range_reversed,
              "procedures.csv",
              2,
              "until",
              "2022-01-01"},
        wrong{"csv: office",
              {{"rulebook.toml", head + office}, {"procedures.csv", "code,name,limit,scope\na,A,3 ngày,mars\n"}},
              errc::agency_unknown,
              "procedures.csv",
              2,
              "scope",
              "mars"},
        wrong{"csv: channel",
              {{"rulebook.toml", head + office}, {"procedures.csv", "code,name,limit,channel\na,A,3 ngày,fax\n"}},
              errc::channel_unknown,
              "procedures.csv",
              2,
              "channel",
              "fax"},
        wrong{"csv: regime",
              {{"rulebook.toml", head + office}, {"procedures.csv", "code,name,limit,regime\na,A,3 ngày,none\n"}},
              errc::regime_unknown,
              "procedures.csv",
              2,
              "regime",
              "none"},
        wrong{"csv: add-on",
              {{"rulebook.toml", head + office},
               {"procedures.csv", "code,name,limit,add_ons\na,A,3 ngày,remote@2: 5 ngày\n"}},
              errc::field_type,
              "procedures.csv",
              2,
              "add_ons",
              "remote@2: 5 ngày"},
        wrong{"csv: twice",
              {{"rulebook.toml", head + office}, {"procedures.csv", csv + "a,A,3 ngày\na,A,4 ngày\n"}},
              errc::duplicate,
              "procedures.csv",
              3,
              "code",
              "a"},
        wrong{"office twice",
              {{"rulebook.toml", head + office + "[[office]]\nid = \"country\"\nname = \"B\"\n"}},
              errc::duplicate,
              "rulebook.toml",
              11,
              "id",
              "country"},
        wrong{"calendar list",
              {{"rulebook.toml",
                "name = \"x\"\nzone = \"UTC\"\n[calendar]\nfirst = 2022-01-01\nlast = 2021-01-01\n" + office}},
              errc::range_reversed,
              "rulebook.toml",
              5,
              "last",
              "2021-01-01"},
    };
    for (const wrong& row : rows) {
        const folder files(row.files);
        try {
            static_cast<void>(load_rulebook(files.path()));
            ADD_FAILURE() << row.name << ": accepted";
        } catch (const error& bad) {
            EXPECT_EQ(message_of(bad.code()).name, message_of(row.code).name) << row.name << ": " << bad.what();
            EXPECT_TRUE(bad.place().file.ends_with(row.file)) << row.name << ": " << bad.what();
            if (row.line > 0) {
                EXPECT_EQ(bad.place().line, row.line) << row.name << ": " << bad.what();
            }
            EXPECT_EQ(bad.place().field, row.field) << row.name << ": " << bad.what();
            EXPECT_EQ(bad.place().value, row.value) << row.name << ": " << bad.what();
        }
    }
}

TEST(rulebook_file, may_build_on_vietnams) {
    const folder files{{"rulebook.toml", R"(name = "mine"
base = "vn"
default_office = "mine"
[[office]]
id = "mine"
name = "My commune"
parent = "vn/dong-thap"
[[office.hours]]
hours = { mon = "07:30-11:30 13:00-17:00", fri = "07:30-11:30" }
)"},
                       {"procedures.csv", "code,name,scope,limit\n1.004873,X,mine,1 ngày làm việc\n"}};
    const auto book = load_rulebook(files.path());
    EXPECT_EQ(found({"1.004873", "2022-03-15"}, *book), "1.004873 vn/61-2018: 1 ngày làm việc");
    EXPECT_EQ(found({"1.004873", "2022-03-15", "vn"}, *book), "1.004873 vn/61-2018 vn: 3 ngày làm việc");
    EXPECT_EQ(found({"vn:dat-dai-bien-dong", "2026-01-05"}, *book),
              "vn:dat-dai-bien-dong @ 2025-12-05 vn/118-2025: 5 ngày làm việc; 3 ngày làm việc");
}

}  // namespace
}  // namespace thoihan
