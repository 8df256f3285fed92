// Facts read from TOML: equal to the built-in ones, added to, and refused with file, line, field and value.
#include "thoihan/facts_file.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "thoihan/calendar.hpp"
#include "thoihan/civil_text.hpp"
#include "thoihan/messages.hpp"
#include "thoihan/vn/facts.hpp"

namespace thoihan {
namespace {

namespace fs = std::filesystem;

const fs::path source_tree = THOIHAN_SOURCE_DIR;

civil_day day(std::string_view text) { return parse_day(text).value(); }

std::string read(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// A folder of its own for each test, empty at first.
class facts_file : public ::testing::Test {
protected:
    facts_file() {
        const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
        folder_ = fs::path(::testing::TempDir()) / "thoihan_facts_file" / info->name();
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    ~facts_file() override { fs::remove_all(folder_); }

    [[nodiscard]] fs::path write(const std::string& name, std::string_view text) const {
        std::ofstream(folder_ / name, std::ios::binary) << text;
        return folder_ / name;
    }

    /// What is said of an announcement file, from its name on; "" where it is accepted.
    [[nodiscard]] std::string refusal(std::string_view text) const {
        const std::array files{write("new.toml", text)};
        try {
            static_cast<void>(with_announcements({vn::facts, nullptr}, files));
        } catch (const error& bad) {
            return without_folder(bad.what());
        }
        return "";
    }

    /// What is said of the law of Vietnam with one passage of one file changed.
    [[nodiscard]] std::string refusal_of_law(const std::string& file, std::string_view passage,
                                             std::string_view instead) const {
        for (const auto& entry : fs::directory_iterator(source_tree / "data" / "vn")) {
            fs::copy_file(entry.path(), folder_ / entry.path().filename(), fs::copy_options::overwrite_existing);
        }
        std::string text = read(folder_ / file);
        const std::size_t at = text.find(passage);
        EXPECT_NE(at, std::string::npos) << passage;
        static_cast<void>(write(file, text.replace(at, passage.size(), instead)));
        try {
            static_cast<void>(load_facts(folder_));
        } catch (const error& bad) {
            return without_folder(bad.what());
        }
        return "";
    }

    [[nodiscard]] std::string without_folder(const std::string& text) const {
        const std::string prefix = folder_.generic_string() + "/";
        EXPECT_EQ(text.find(prefix), 0U) << text;
        return text.substr(prefix.size());
    }

    fs::path folder_;
};

// ---- Equal to the built-in facts, field by field.

void expect_equal(const source& a, const source& b) {
    EXPECT_EQ(a.id, b.id);
    EXPECT_EQ(a.number, b.number);
    EXPECT_EQ(a.title, b.title);
    EXPECT_EQ(a.title_en, b.title_en);
    EXPECT_EQ(a.published, b.published);
    EXPECT_EQ(a.published_is, b.published_is);
    EXPECT_EQ(a.seen, b.seen);
    EXPECT_EQ(a.where, b.where);
}
void expect_equal(const dated_week& a, const dated_week& b) {
    EXPECT_EQ(a.from, b.from);
    EXPECT_EQ(a.week, b.week);
    EXPECT_EQ(a.source, b.source);
}
void expect_equal(const holiday_rule& a, const holiday_rule& b) {
    EXPECT_EQ(a.id, b.id);
    EXPECT_EQ(a.name, b.name);
    EXPECT_EQ(a.name_before, b.name_before);
    EXPECT_EQ(a.name_after, b.name_after);
    EXPECT_EQ(a.name_en, b.name_en);
    EXPECT_EQ(a.name_before_en, b.name_before_en);
    EXPECT_EQ(a.name_after_en, b.name_after_en);
    EXPECT_EQ(a.when.kind, b.when.kind);
    EXPECT_EQ(a.when.month, b.when.month);
    EXPECT_EQ(a.when.day, b.when.day);
    EXPECT_EQ(a.when.on, b.when.on);
    EXPECT_EQ(a.from, b.from);
    EXPECT_EQ(a.until, b.until);
    for (std::size_t i = 0; i < a.choices.size(); ++i) {
        EXPECT_EQ(a.choices[i].before, b.choices[i].before);
        EXPECT_EQ(a.choices[i].after, b.choices[i].after);
    }
    EXPECT_EQ(a.choice_count, b.choice_count);
    EXPECT_EQ(a.projected, b.projected);
    EXPECT_EQ(a.compensated, b.compensated);
    EXPECT_EQ(a.statute, b.statute);
    EXPECT_EQ(a.compensation, b.compensation);
}
void expect_equal(const announcement& a, const announcement& b) {
    EXPECT_EQ(a.id, b.id);
    EXPECT_EQ(a.year, b.year);
    EXPECT_EQ(a.published, b.published);
    EXPECT_EQ(a.published_is, b.published_is);
    EXPECT_EQ(a.sources, b.sources);
}
void expect_equal(const announced_window& a, const announced_window& b) {
    EXPECT_EQ(a.holiday, b.holiday);
    EXPECT_EQ(a.year, b.year);
    EXPECT_EQ(a.first, b.first);
    EXPECT_EQ(a.last, b.last);
    EXPECT_EQ(a.by, b.by);
}
void expect_equal(const day_swap& a, const day_swap& b) {
    EXPECT_EQ(a.off, b.off);
    EXPECT_EQ(a.worked, b.worked);
    EXPECT_EQ(a.occasion, b.occasion);
    EXPECT_EQ(a.occasion_en, b.occasion_en);
    EXPECT_EQ(a.by, b.by);
}
void expect_equal(const day_closure& a, const day_closure& b) {
    EXPECT_EQ(a.day, b.day);
    EXPECT_EQ(a.name, b.name);
    EXPECT_EQ(a.name_en, b.name_en);
    EXPECT_EQ(a.by, b.by);
}

template <class T>
void expect_equal(std::span<const T> a, std::span<const T> b) {
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        SCOPED_TRACE(i);
        expect_equal(a[i], b[i]);
    }
}

TEST_F(facts_file, of_vietnam_is_what_is_built_in) {
    const loaded_facts loaded = load_facts(source_tree / "data" / "vn");
    const holiday_facts& a = loaded.facts;
    const holiday_facts& b = vn::facts;
    EXPECT_EQ(a.name, b.name);
    EXPECT_EQ(a.first, b.first);
    EXPECT_EQ(a.last, b.last);
    EXPECT_EQ(a.announced_from, b.announced_from);
    EXPECT_EQ(a.names.compensatory, b.names.compensatory);
    EXPECT_EQ(a.names.compensatory_en, b.names.compensatory_en);
    EXPECT_EQ(a.names.off_swapped, b.names.off_swapped);
    EXPECT_EQ(a.names.off_swapped_en, b.names.off_swapped_en);
    EXPECT_EQ(a.names.work_swapped, b.names.work_swapped);
    EXPECT_EQ(a.names.work_swapped_en, b.names.work_swapped_en);
    EXPECT_EQ(a.names.weekend, b.names.weekend);
    EXPECT_EQ(a.names.weekend_en, b.names.weekend_en);
    expect_equal(a.sources, b.sources);
    expect_equal(a.weeks, b.weeks);
    expect_equal(a.holidays, b.holidays);
    expect_equal(a.announcements, b.announcements);
    expect_equal(a.windows, b.windows);
    expect_equal(a.swaps, b.swaps);
    expect_equal(a.closures, b.closures);
}

// ---- Announcements added.

constexpr std::string_view a_source = R"([[source]]
id = "test/1"
number = "1/TEST"
title = "Thông báo thử"
title_en = "A notice for a test"
published = 2027-11-03
seen = "unverified"
where = "Made up."
)";

/// An announcement file: the source above (lines 1 to 8), then from line 9 on what is given.
std::string notice(std::string_view text) { return std::string(a_source) + std::string(text); }

TEST_F(facts_file, adds_a_swap_announced_this_afternoon) {
    const std::array files{write("swap.toml", notice(R"(
[[announcement]]
id = "test/2028-swap"
sources = ["test/1"]
swaps = [{ off = 2028-05-03, worked = 2028-05-06, occasion = "Lễ", occasion_en = "Holiday" }]
)"))};
    const loaded_facts added = with_announcements({vn::facts, nullptr}, files);
    const auto now = calendar::from_facts(added.facts, {}, added.owner);
    ASSERT_TRUE(now);
    EXPECT_EQ(*now->kind_of(day("2028-05-03")), day_kind::off_swapped);
    EXPECT_EQ(*now->kind_of(day("2028-05-06")), day_kind::work_swapped);
    EXPECT_EQ(now->day(day("2028-05-06"))->name, "Làm bù dịp Lễ (thay ngày 03/05/2028)");
    EXPECT_EQ(now->day(day("2028-05-06"))->source, "1/TEST 03/11/2027");
    EXPECT_EQ(now->edition_name(), "vn 2027-11-03");
    EXPECT_TRUE(now->known_on(day("2027-11-02"))->days().works(day("2028-05-03")));
    // It adds to a year, it is not the year's notice.
    EXPECT_EQ(now->announced_through(), day("2027-12-31"));
    EXPECT_EQ(now->day(day("2028-05-03"))->sure, certainty::projected);
}

TEST_F(facts_file, adds_the_notice_of_a_year) {
    const std::array files{write("year.toml", notice(R"(
[[announcement]]
id = "test/2028"
year = 2028
sources = ["test/1"]
windows = [
    { holiday = "tet", first = 2028-01-25, last = 2028-01-29 },
    { holiday = "national", first = 2028-09-02, last = 2028-09-03 },
]
)"))};
    const loaded_facts added = with_announcements({vn::facts, nullptr}, files);
    const auto now = calendar::from_facts(added.facts, {}, added.owner);
    ASSERT_TRUE(now);
    EXPECT_EQ(now->announced_through(), day("2028-12-31"));
    EXPECT_EQ(now->certainty_of(day("2028-01-01"), day("2028-12-31")), certainty::announced);
    EXPECT_TRUE(now->days().works(day("2028-01-24")));  // 1 + 4, where 2 + 3 was projected
    EXPECT_EQ(*now->kind_of(day("2028-01-29")), day_kind::off_statutory);
    EXPECT_EQ(*now->kind_of(day("2028-01-31")), day_kind::off_compensatory);
    EXPECT_EQ(*now->kind_of(day("2028-09-05")), day_kind::off_compensatory);
}

TEST_F(facts_file, a_notice_that_leaves_a_choice_open_leaves_it_projected) {
    const std::array files{write("year.toml", notice(R"(
[[announcement]]
id = "test/2028"
year = 2028
sources = ["test/1"]
windows = [{ holiday = "tet", first = 2028-01-24, last = 2028-01-28 }]
)"))};
    const loaded_facts added = with_announcements({vn::facts, nullptr}, files);
    const auto now = calendar::from_facts(added.facts, {}, added.owner);
    ASSERT_TRUE(now);
    // 2 September 2028 is a Saturday: the days that the second day, and making up for both, could reach.
    EXPECT_EQ(now->certainty_of(day("2028-01-01"), day("2028-08-31")), certainty::announced);
    for (civil_day at = day("2028-09-01"); at <= day("2028-09-05"); ++at) {
        EXPECT_EQ(now->certainty_of(at, at), certainty::projected) << text_of(at).view();
    }
    EXPECT_EQ(now->certainty_of(day("2028-09-06"), day("2028-12-31")), certainty::announced);
}

TEST_F(facts_file, leaves_what_it_adds_to_as_it_was) {
    const loaded_facts law = load_facts(source_tree / "data" / "vn");
    const std::array files{source_tree / "examples" / "announcements" / "storm.toml"};
    loaded_facts added = with_announcements(law, files);
    EXPECT_EQ(law.facts.announcements.size(), vn::facts.announcements.size());
    EXPECT_EQ(law.facts.closures.size(), 0U);
    EXPECT_EQ(added.facts.announcements.size(), vn::facts.announcements.size() + 1);
    const auto before = calendar::from_facts(law.facts, {}, law.owner);
    const auto after = calendar::from_facts(added.facts, {}, added.owner);
    ASSERT_TRUE(before && after);
    const civil_day closed = day("2026-10-16");
    for (civil_day at = before->first(); at <= before->last(); ++at) {
        ASSERT_EQ(before->days().works(at) != after->days().works(at), at == closed);
        ASSERT_EQ(before->certainty_of(at, at), after->certainty_of(at, at));
    }
    EXPECT_EQ(*after->kind_of(closed), day_kind::off_closure);
    EXPECT_EQ(after->day(closed)->name, "Nghỉ tránh bão (ví dụ)");
    EXPECT_EQ(after->day(closed)->source, "01/VÍ-DỤ 15/10/2026");
}

TEST_F(facts_file, keeps_alive_what_it_looks_at) {
    loaded_facts added = load_facts(source_tree / "data" / "vn");
    const std::array files{source_tree / "examples" / "announcements" / "storm.toml"};
    added = with_announcements(added, files);  // the base goes, its texts stay
    const auto made = calendar::from_facts(added.facts, {}, added.owner);
    added = {};
    ASSERT_TRUE(made);
    EXPECT_EQ(made->day(day("2026-01-02"))->name, "Nghỉ hoán đổi dịp Tết Dương lịch 2026 (làm bù 10/01/2026)");
    EXPECT_EQ(made->day(day("2026-10-16"))->name_en, "Closed for a storm (example)");
}

TEST_F(facts_file, reads_the_example_of_the_documentation) {
    const std::string guide = read(source_tree / "docs" / "law" / "holidays.md");
    const std::string fence = "```toml\n";
    const std::size_t start = guide.find(fence);
    ASSERT_NE(start, std::string::npos);
    const std::string example =
        guide.substr(start + fence.size(), guide.find("```", start + fence.size()) - start - fence.size());
    const std::array files{write("noru.toml", example)};
    const loaded_facts added = with_announcements({vn::facts, nullptr}, files);
    const auto now = calendar::from_facts(added.facts, {}, added.owner);
    ASSERT_TRUE(now);
    EXPECT_EQ(*now->kind_of(day("2022-09-28")), day_kind::off_closure);
    EXPECT_EQ(*now->known_on(day("2022-09-26"))->kind_of(day("2022-09-28")), day_kind::ordinary);
}

TEST_F(facts_file, several_are_added_one_after_the_other) {
    const std::array files{source_tree / "examples" / "announcements" / "storm.toml", write("second.toml", R"(
[[announcement]]
id = "test/second"
sources = ["example/order-1"]
closures = [{ day = 2026-10-19, name = "Bão", name_en = "Storm" }]
)")};
    const loaded_facts added = with_announcements({vn::facts, nullptr}, files);
    EXPECT_EQ(added.facts.closures.size(), 2U);
    EXPECT_FALSE(calendar::from_facts(added.facts)->days().works(day("2026-10-19")));
}

TEST_F(facts_file, is_known_since_the_earliest_of_its_sources) {
    const std::array files{write("two.toml", notice(R"(
[[source]]
id = "test/2"
number = "2/TEST"
title = "Công văn thử"
title_en = "A dispatch for a test"
not_later_than = 2027-11-01
seen = "unverified"
where = "Made up."

[[announcement]]
id = "test/two"
sources = ["test/1", "test/2"]
)"))};
    const announcement last = with_announcements({vn::facts, nullptr}, files).facts.announcements.back();
    EXPECT_EQ(last.published, day("2027-11-01"));
    EXPECT_EQ(last.published_is, precision::not_later_than);
}

// ---- Refused.

struct bad_file {
    const char* what;
    std::string text;
    std::string message;
};

TEST_F(facts_file, bad_announcements_are_refused_with_file_line_field_and_value) {
    const std::string head = "[[announcement]]\nid = \"test/n\"\nsources = [\"test/1\"]\n";  // lines 9 to 11
    const std::vector<bad_file> files{
        {"broken TOML", notice("[[announcement]\n"),
         "new.toml:9: TOML = 'Error while parsing table header: expected ']', saw '\\n'': not in the expected form "
         "(from position 15); expected: TOML 1.0"},
        {"30 February", notice(head + "swaps = [{ worked = 2028-02-26, off = 2028-02-30, occasion = \"a\" }]\n"),
         "new.toml:12: off = '2028-02-30': there is no day 2028-02-30; expected: a day that exists, in the years 1 to "
         "9999"},
        {"unknown field", notice(head + "colour = \"red\"\n"),
         "new.toml:12: colour: no such field; expected: id, year, sources, windows, swaps, closures"},
        {"unknown table", notice("[[week]]\nfrom = 2028-01-01\n"),
         "new.toml:9: week: no such field; expected: source, announcement"},
        {"unknown field of a swap",
         notice(head + "swaps = [\n  { off = 2028-05-03, worked = 2028-05-06, why = \"\", occasion = \"a\", "
                       "occasion_en = \"a\" },\n]\n"),
         "new.toml:13: why: no such field; expected: off, worked, occasion, occasion_en"},
        {"missing field", notice("[[announcement]]\nsources = [\"test/1\"]\n"),
         "new.toml:9: id: this field is missing; expected: this field must be there"},
        {"wrong type", notice(head + "year = \"2028\"\n"),
         "new.toml:12: year = '2028': a value of the wrong type; expected: 1 … 9999"},
        {"a text for a day", notice(head + "closures = [{ day = \"2028-05-03\", name = \"a\", name_en = \"a\" }]\n"),
         "new.toml:12: day = '2028-05-03': a value of the wrong type; expected: YYYY-MM-DD"},
        {"a table for a list", notice(head + "swaps = { off = 2028-05-03 }\n"),
         "new.toml:12: swaps: a value of the wrong type; expected: [ … ]"},
        {"a number in a list of texts", notice("[[announcement]]\nid = \"test/n\"\nsources = [1]\n"),
         "new.toml:11: sources = '1': a value of the wrong type; expected: \"…\""},
        {"too many sources",
         notice("[[announcement]]\nid = \"test/n\"\nsources = [\"test/1\", \"test/1\", \"test/1\", \"test/1\"]\n"),
         "new.toml:11: sources: a value of the wrong type; expected: 1 … 3"},
        {"empty id", notice("[[announcement]]\nid = \"\"\n"), "new.toml:10: id: a value is missing; expected: \"…\""},
        {"a swap without a partner", notice(head + "swaps = [{ off = 2028-05-03, occasion = \"a\" }]\n"),
         "new.toml:12: off = '2028-05-03': a swap with one day only: 2028-05-03; expected: both the day off and the "
         "day worked for it"},
        {"a worked day without a partner", notice(head + "swaps = [{ worked = 2028-05-06 }]\n"),
         "new.toml:12: worked = '2028-05-06': a swap with one day only: 2028-05-06; expected: both the day off and "
         "the day worked for it"},
        {"unknown source", notice("[[announcement]]\nid = \"test/n\"\nsources = [\"test/1\", \"test/9\"]\n"),
         "new.toml:11: sources = 'test/9': no such source; expected: the id of a listed source"},
        {"unknown holiday",
         notice(head + "windows = [{ holiday = \"easter\", first = 2028-04-16, last = 2028-04-17 }]\n"),
         "new.toml:12: holiday = 'easter': no such holiday; expected: new-year, tet, victory, labour, national, "
         "hung-kings, culture"},
        {"a window that the statute does not allow",
         notice(head + "windows = [{ holiday = \"tet\", first = 2028-01-24, last = 2028-01-29 }]\n"),
         "new.toml:12: first = '2028-01-24': the statute does not allow days off from 2028-01-24 to 2028-01-29; "
         "expected: 2028-01-25 … 2028-01-29, 2028-01-24 … 2028-01-28"},
        {"a window where there is none",
         notice(head + "windows = [{ holiday = \"culture\", first = 2028-11-23, last = 2028-11-24 }]\n"),
         "new.toml:12: first = '2028-11-23': the statute does not allow days off from 2028-11-23 to 2028-11-24; "
         "expected: 2028-11-24 … 2028-11-24"},
        {"a reversed window",
         notice(head + "windows = [{ holiday = \"tet\", first = 2028-01-28, last = 2028-01-24 }]\n"),
         "new.toml:12: last = '2028-01-24': the first day 2028-01-28 is after the last day 2028-01-24; expected: "
         "first <= last"},
        {"a window announced already",
         notice(head + "windows = [{ holiday = \"tet\", first = 2027-02-04, last = 2027-02-08 }]\n"),
         "new.toml:12: holiday = 'tet': said twice; expected: said once"},
        {"a day off that rests anyway",
         notice(head + "swaps = [{ off = 2028-05-06, worked = 2028-05-07, occasion = \"a\", occasion_en = \"a\" }]\n"),
         "new.toml:12: off = '2028-05-06': the day 2028-05-06, given off for 2028-05-07, is off anyway; expected: a "
         "day that would be worked"},
        {"a day off that is a holiday, second of two",
         notice(head + "swaps = [\n  { off = 2028-05-03, worked = 2028-05-06, occasion = \"a\", occasion_en = \"a\" "
                       "},\n  { off = 2028-05-01, worked = 2028-05-07, occasion = \"a\", occasion_en = \"a\" },\n]\n"),
         "new.toml:14: off = '2028-05-01': the day 2028-05-01, given off for 2028-05-07, is off anyway; expected: a "
         "day that would be worked"},
        {"a day worked that is worked anyway",
         notice(head + "swaps = [{ off = 2028-05-03, worked = 2028-05-04, occasion = \"a\", occasion_en = \"a\" }]\n"),
         "new.toml:12: worked = '2028-05-04': the day 2028-05-04, worked for 2028-05-03, is worked anyway; expected: a "
         "weekly rest day"},
        {"a holiday worked",
         notice(head + "swaps = [{ off = 2028-09-06, worked = 2028-09-02, occasion = \"a\", occasion_en = \"a\" }]\n"),
         "new.toml:12: worked = '2028-09-02': the day 2028-09-02 is both a day off and a day worked; expected: each "
         "day in one of the two only"},
        {"a day that another notice swapped",
         notice(head + "swaps = [{ off = 2026-01-02, worked = 2026-01-17, occasion = \"a\", occasion_en = \"a\" }]\n"),
         "new.toml:12: off = '2026-01-02': the day 2026-01-02, given off for 2026-01-17, is off anyway; expected: a "
         "day that would be worked"},
        {"a day outside the calendar",
         notice(head + "closures = [{ day = 2061-05-02, name = \"a\", name_en = \"a\" }]\n"),
         "new.toml:12: day = '2061-05-02': the day 2061-05-02 lies outside the calendar; expected: 1999-01-01 … "
         "2060-12-31"},
        {"an id twice", notice(head + head), "new.toml:13: id = 'test/n': said twice; expected: said once"},
        {"an id of the law", notice("[[announcement]]\nid = \"vn/2027\"\n"),
         "new.toml:10: id = 'vn/2027': said twice; expected: said once"},
        {"a source of the law", notice("[[source]]\nid = \"vn/cv-10065-2026\"\n"),
         "new.toml:10: id = 'vn/cv-10065-2026': said twice; expected: said once"},
        {"an unknown grade",
         "[[source]]\nid = \"test/2\"\nnumber = \"2\"\ntitle = \"a\"\ntitle_en = \"a\"\n"
         "published = 2027-01-01\nseen = \"surely\"\n",
         "new.toml:7: seen = 'surely': a value of the wrong type; expected: read, quoted, practice, derived, "
         "secondary, unverified"},
        {"two days of publication",
         "[[source]]\nid = \"test/2\"\nnumber = \"2\"\ntitle = \"a\"\ntitle_en = \"a\"\n"
         "published = 2027-01-01\nnot_later_than = 2027-01-02\n",
         "new.toml:7: not_later_than = '2027-01-02': said twice; expected: published"},
    };
    for (const bad_file& file : files) {
        SCOPED_TRACE(file.what);
        EXPECT_EQ(refusal(file.text), file.message);
    }
}

struct bad_law {
    const char* file;
    const char* passage;
    const char* instead;
    std::string message;
};

TEST_F(facts_file, bad_laws_are_refused_with_file_line_field_and_value) {
    const std::vector<bad_law> laws{
        {"statutes.toml", "from = 1999-10-02 #", "from = 1995-01-01 #",
         "statutes.toml:12: from = '1995-01-01': the first day 1995-01-01 is after the last day 1995-01-01; expected: "
         "> 1995-01-01"},
        {"statutes.toml", "from = 1995-01-01\nweek", "from = 1999-02-01\nweek",
         "statutes.toml:7: from = '1999-02-01': the first day 1999-02-01 is after the last day 1999-01-01; expected: "
         "<= 1999-01-01"},
        {"statutes.toml", "week = \"1111110\"", "week = \"1111112\"",
         "statutes.toml:8: week = '1111112': not a working week; expected: seven digits 0 or 1, Monday first, at least "
         "one day worked: 1111100"},
        {"statutes.toml", "source = \"vn/qd-188-1999#1\"", "source = \"vn/qd-188-1999#2\"",
         "statutes.toml:14: source = 'vn/qd-188-1999#2': no such source; expected: the id of a listed source"},
        {"statutes.toml", "month = 4, day = 30", "month = 2, day = 30",
         "statutes.toml:43: anchor: there is no day 1998-02-30; expected: a day that exists, in the years 1 to 9999"},
        {"statutes.toml", "kind = \"solar\"", "kind = \"moon\"",
         "statutes.toml:21: kind = 'moon': a value of the wrong type; expected: solar, vietnamese_lunar, nth_weekday, "
         "last_weekday"},
        {"statutes.toml", "{ holiday = \"victory\" }", "{ holiday = \"victroy\" }",
         "statutes.toml:81: holiday = 'victroy': no such holiday; expected: new-year, tet, hung-kings, victory, "
         "labour, "
         "national, culture"},
        {"statutes.toml", "{ holiday = \"victory\" }", "{ holiday = \"labour\" }",
         "statutes.toml:82: holiday = 'labour': said twice; expected: said once"},
        {"statutes.toml", "projected = [1, 1, 2, 2, 2, 2, 2]", "projected = [1, 1, 2, 2, 2, 2, 3]",
         "statutes.toml:108: projected = '3': a value of the wrong type; expected: 1 … 2"},
        {"statutes.toml", "projected = [1, 1, 2, 2, 2, 2, 2]", "projected = [1, 1, 2, 2, 2]",
         "statutes.toml:108: projected: a value of the wrong type; expected: mon, tue, wed, thu, fri, sat, sun"},
        {"statutes.toml", "compensation = \"vn/blld-2012#115-3\"", "",
         "statutes.toml:102: compensation: this field is missing; expected: this field must be there"},
        {"calendar.toml", "last = 2060-12-31", "last = 1998-12-31",
         "calendar.toml:7: last = '1998-12-31': the first day 1999-01-01 is after the last day 1998-12-31; expected: "
         "first <= last"},
        {"calendar.toml", "last = 2060-12-31", "last = 2071-01-01",
         "calendar.toml:7: last = '2071-01-01': the year 2072 lies outside the proved lunar calendar; expected: a year "
         "of the range proved in docs/law/lunar-proof.md"},
        {"calendar.toml", "weekend = ", "week_end = ",
         "calendar.toml:14: weekend: this field is missing; expected: this field must be there"},
        {"announcements.toml", "off = 2026-08-31", "off = 2026-08-30",
         "announcements.toml:170: off = '2026-08-30': the day 2026-08-30, given off for 2026-08-22, is off anyway; "
         "expected: a day that would be worked"},
        {"announcements.toml", "first = 2014-01-30, last = 2014-02-03", "first = 2014-01-28, last = 2014-02-03",
         "announcements.toml:53: first = '2014-01-28': the statute does not allow days off from 2014-01-28 to "
         "2014-02-03; expected: 2014-01-30 … 2014-02-03, 2014-01-29 … 2014-02-02"},
        {"sources.toml", "published = 1999-09-17\n", "",
         "sources.toml:18: published: this field is missing; expected: this field must be there"},
    };
    for (const bad_law& law : laws) {
        SCOPED_TRACE(std::string(law.file) + ": " + law.instead);
        EXPECT_EQ(refusal_of_law(law.file, law.passage, law.instead), law.message);
    }
}

TEST_F(facts_file, a_swap_before_the_notice_of_its_year_is_not_refused_for_what_is_only_projected) {
    // Tết 2028 is projected as 24-28 January. A swap gives 24 January off; later the notice chooses 25-29 January.
    const std::array files{write("year.toml", notice(R"(
[[source]]
id = "test/2"
number = "2/TEST"
title = "Thông báo thử"
title_en = "A notice for a test"
published = 2027-12-01
seen = "unverified"
where = "Made up."

[[announcement]]
id = "test/swap"
sources = ["test/1"]
swaps = [{ off = 2028-01-24, worked = 2028-01-22, occasion = "Tết", occasion_en = "Tet" }]

[[announcement]]
id = "test/2028"
year = 2028
sources = ["test/2"]
windows = [{ holiday = "tet", first = 2028-01-25, last = 2028-01-29 }]
)"))};
    const loaded_facts added = with_announcements({vn::facts, nullptr}, files);
    const auto now = calendar::from_facts(added.facts, {}, added.owner);
    ASSERT_TRUE(now);
    for (const char* known_on : {"2027-11-03", "2027-12-01"}) {
        const calendar then = *now->known_on(day(known_on));
        EXPECT_EQ(*then.kind_of(day("2028-01-24")), day_kind::off_swapped);
        EXPECT_EQ(*then.kind_of(day("2028-01-22")), day_kind::work_swapped);
        EXPECT_EQ(*then.kind_of(day("2028-01-25")), day_kind::off_statutory);
    }
    EXPECT_EQ(*now->known_on(day("2027-11-02"))->kind_of(day("2028-01-24")), day_kind::off_statutory);
}

TEST_F(facts_file, a_swap_does_not_make_a_day_work_that_is_off_under_every_choice) {
    // 26 January 2028 is mùng 1.
    const std::string head = "[[announcement]]\nid = \"test/n\"\nsources = [\"test/1\"]\n";
    EXPECT_EQ(refusal(notice(head + "swaps = [{ off = 2028-01-26, worked = 2028-01-22, occasion = \"a\", occasion_en = "
                                    "\"a\" }]\n")),
              "new.toml:12: off = '2028-01-26': the day 2028-01-26, given off for 2028-01-22, is off anyway; expected: "
              "a day that would be worked");
}

TEST_F(facts_file, missing_files_are_named) {
    try {
        static_cast<void>(load_facts(folder_));
        FAIL();
    } catch (const error& bad) {
        EXPECT_EQ(bad.code(), errc::file_unreadable);
        EXPECT_EQ(without_folder(bad.what()), "calendar.toml: cannot be read; expected: a file that can be read");
        EXPECT_EQ(without_folder(bad.text(language::vietnamese)),
                  "calendar.toml: không đọc được; đúng ra: một tệp đọc được");
    }
    const std::array files{folder_};
    EXPECT_THROW(static_cast<void>(with_announcements({vn::facts, nullptr}, files)), error);  // a folder is no file
}

TEST_F(facts_file, every_instrument_of_vietnam_is_used_or_says_why_it_is_there) {
    const loaded_facts loaded = load_facts(source_tree / "data" / "vn");
    std::set<fact_index> used;
    for (const dated_week& week : loaded.facts.weeks) used.insert(week.source);
    for (const holiday_rule& rule : loaded.facts.holidays) used.insert({rule.statute, rule.compensation});
    for (const announcement& one : loaded.facts.announcements) used.insert(one.sources.begin(), one.sources.end());
    for (std::size_t i = 0; i < loaded.facts.sources.size(); ++i) {
        const source& one = loaded.facts.sources[i];
        SCOPED_TRACE(one.id);
        EXPECT_GE(one.where.size(), 10U);
        if (one.published_is == precision::not_later_than) {
            EXPECT_GT(one.where.size(), 60U) << "why that day?";
        }
        const bool is_whole_of_parts = i + 1 < loaded.facts.sources.size() &&
                                       loaded.facts.sources[i + 1].id.starts_with(std::string(one.id) + "#");
        const bool is_on_the_practice = one.id == "vn/ttr-89-2014";
        EXPECT_TRUE(used.contains(static_cast<fact_index>(i)) || is_whole_of_parts || is_on_the_practice);
    }
}

}  // namespace
}  // namespace thoihan
