// Files of facts with a few edits: each is refused with a thoihan::error, or a calendar can be made of it.
//
// The input says which file is edited, where, and what is put there: bytes of its own, or words that such files have.
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "../support/random_subjects.hpp"
#include "thoihan/facts_file.hpp"
#include "thoihan/thoihan.hpp"

namespace {

struct file {
    std::string_view name, text;
};

constexpr std::array<file, 4> law{file{"calendar.toml", R"([calendar]
name = "test"
first = 2020-01-01
last = 2024-12-31
announced_from = 2021
announced_from_source = "law"
[names]
compensatory = "{of}"
compensatory_en = "{of}"
off_swapped = "{occasion} {partner}"
off_swapped_en = "{occasion} {partner}"
work_swapped = "{occasion} {partner}"
work_swapped_en = "{occasion} {partner}"
weekend = "w"
weekend_en = "w"
)"},
                                  file{"sources.toml", R"([[source]]
id = "law"
number = "1"
articles = { 1 = "Art. 1", 2 = "Art. 2" }
title = "t"
title_en = "t"
published = 2019-06-01
seen = "read"
where = "here"
[[source]]
id = "notice"
number = "2"
title = "t"
title_en = "t"
not_later_than = 2020-12-01
seen = "quoted"
where = "there"
)"},
                                  file{"statutes.toml", R"([[week]]
from = 2020-01-01
week = "1111100"
source = "law#1"
[[holiday]]
id = "tet"
anchor = { kind = "vietnamese_lunar", month = 1, day = 1 }
name = "{day}"
name_en = "{day}"
[[holiday]]
id = "may"
anchor = { kind = "solar", month = 5, day = 1 }
name = "m"
name_en = "m"
[[holiday]]
id = "nth"
anchor = { kind = "nth_weekday", month = 11, day = 4, weekday = "thu" }
name = "n"
name_en = "n"
[[statute]]
source = "law"
compensation = "law#2"
from = 2020-01-01
[[statute.days]]
holiday = "tet"
choices = [{ before = 1, after = 3 }, { before = 2, after = 3 }]
projected = [1, 1, 2, 2, 1, 1, 2]
[[statute.days]]
holiday = "may"
[[statute.days]]
holiday = "nth"
)"},
                                  file{"announcements.toml", R"([[announcement]]
id = "2021"
year = 2021
sources = ["notice"]
windows = [{ holiday = "tet", first = 2021-02-11, last = 2021-02-15 }]
swaps = [{ off = 2021-05-04, worked = 2021-05-08, occasion = "o", occasion_en = "o" }]
closures = [{ day = 2021-09-07, name = "c", name_en = "c" }]
)"}};

constexpr std::array<std::string_view, 24> words{"[[week]]\n",
                                                 "[[source]]\n",
                                                 "[[announcement]]\n",
                                                 "[[statute]]\n",
                                                 "[[holiday]]\n",
                                                 "until = 2021-01-01\n",
                                                 "compensated = false\n",
                                                 "2021-05-01",
                                                 "2020-01-01",
                                                 "9999-12-31",
                                                 "0001-01-01",
                                                 "2021-02-30",
                                                 "\"law\"",
                                                 "last_weekday",
                                                 "nth_weekday",
                                                 "vietnamese_lunar",
                                                 "published = 2021-01-01\n",
                                                 "year = 2022\n",
                                                 "0",
                                                 "9",
                                                 "-",
                                                 "\"0000000\"",
                                                 "{day}",
                                                 "\n"};

/// A folder for the files, removed at the end.
struct folder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("fuzz_facts_file." + std::to_string(::getpid()));

    folder() {
        std::filesystem::create_directories(path);
        for (const file& one : law) write(one.name, one.text);
    }
    folder(const folder&) = delete;
    folder& operator=(const folder&) = delete;
    ~folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }

    void write(std::string_view name, std::string_view text) const {
        std::ofstream(path / name, std::ios::binary) << text;
    }
};

/// The text with some edits, where the choices say.
std::string edited(std::string_view text, thoihan::testing::byte_choices& choices) {
    std::string made(text);
    for (std::int64_t edits = choices.between(0, 4); edits > 0; --edits) {
        const auto at = static_cast<std::size_t>(choices.between(0, static_cast<std::int64_t>(made.size())));
        made.erase(at, static_cast<std::size_t>(choices.between(0, 24)));
        if (choices.between(0, 1) == 0) {
            made.insert(at, words[static_cast<std::size_t>(choices.between(0, words.size() - 1))]);
        } else {
            for (std::int64_t bytes = choices.between(0, 8); bytes > 0; --bytes) {
                made.insert(at, 1, static_cast<char>(choices.between(0, 255)));
            }
        }
    }
    return made;
}

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const folder files;
    thoihan::testing::byte_choices choices(data, size);
    const file& one = law[static_cast<std::size_t>(choices.between(0, law.size() - 1))];
    files.write(one.name, edited(one.text, choices));
    try {
        const auto loaded = thoihan::load_facts(files.path);
        const auto calendar = thoihan::calendar::from_facts(loaded.facts, {}, loaded.owner);
        require(calendar.has_value());
        for (std::size_t edition = 0; edition < calendar->edition_count(); ++edition) {
            const auto then = calendar->in_edition(edition);
            for (std::int32_t year = 2020; year <= 2024; ++year) (void)then.exceptions(year);
        }
    } catch (const thoihan::error& refused) {
        require(refused.code() != thoihan::errc::ok);
        require(!refused.place().file.empty());
        require(!refused.text(thoihan::language::vietnamese).empty());
    }
    files.write(one.name, one.text);
    return 0;
}
