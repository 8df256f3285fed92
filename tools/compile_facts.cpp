// Makes of facts in TOML a header of inline constexpr tables.
//
//   compile_facts data/vn > include/thoihan/vn/facts.hpp         prints it
//   compile_facts data/vn --check include/thoihan/vn/facts.hpp   fails where the header is another one
//
// The folder's name is that of the namespace. The same facts give the same text, byte for byte.
#include <array>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <ostream>
#include <span>
#include <sstream>
#include <string>
#include <string_view>

#include "thoihan/facts_file.hpp"
#include "thoihan/holiday_facts.hpp"

namespace {

using thoihan::civil_day;
using thoihan::fact_index;

// The enumerators, in the order of their values.
constexpr std::array<std::string_view, 6> confidences{"read",    "quoted",    "practice",
                                                      "derived", "secondary", "unverified"};
constexpr std::array<std::string_view, 2> precisions{"exact", "not_later_than"};
constexpr std::array<std::string_view, 4> anchors{"solar", "vietnamese_lunar", "nth_weekday", "last_weekday"};
constexpr std::array<std::string_view, 7> weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};

template <class Enum, std::size_t count>
std::string enumerator(std::string_view type, const std::array<std::string_view, count>& names, Enum value) {
    return std::string(type) + "::" + std::string(names.at(static_cast<std::size_t>(value)));
}

std::string literal(std::string_view text) {
    std::string quoted = "\"";
    for (const char one : text) {
        if (one == '"' || one == '\\') quoted += '\\';
        if (one == '\n') {
            quoted += "\\n";
        } else {
            quoted += one;
        }
    }
    return quoted + '"';
}

std::string literal(civil_day day) {
    if (day == thoihan::open_end) return "open_end";
    const auto parts = thoihan::parts_of(day);
    return "day_from({" + std::to_string(parts.year) + ", " + std::to_string(parts.month) + ", " +
           std::to_string(parts.day) + "})";
}

std::string literal(fact_index index) { return index == thoihan::no_fact ? "no_fact" : std::to_string(index); }

std::string literal(const thoihan::source& one) {
    return literal(one.id) + ", " + literal(one.number) + ",\n     " + literal(one.title) + ",\n     " +
           literal(one.title_en) + ",\n     " + literal(one.published) + ", " +
           enumerator("precision", precisions, one.published_is) + ", " +
           enumerator("confidence", confidences, one.seen) + ",\n     " + literal(one.where);
}

std::string literal(const thoihan::dated_week& one) {
    std::string bits = "0b";
    for (int bit = 6; bit >= 0; --bit) bits += ((one.week.bits >> bit) & 1) != 0 ? '1' : '0';
    return literal(one.from) + ", {" + bits + "}, " + literal(one.source);
}

std::string literal(const thoihan::holiday_rule& one) {
    std::string text = literal(one.id) + ", " + literal(one.name) + ", " + literal(one.name_before) + ", " +
                       literal(one.name_after) + ",\n     " + literal(one.name_en) + ", " +
                       literal(one.name_before_en) + ", " + literal(one.name_after_en) + ",\n     {" +
                       enumerator("anchor_kind", anchors, one.when.kind) + ", " + std::to_string(one.when.month) +
                       ", " + std::to_string(one.when.day) + ", " + enumerator("weekday", weekdays, one.when.on) +
                       "}, " + literal(one.from) + ", " + literal(one.until) + ",\n     {{";
    for (const auto& choice : one.choices) {
        text += "{" + std::to_string(choice.before) + ", " + std::to_string(choice.after) + "}, ";
    }
    text.resize(text.size() - 2);
    text += "}}, " + std::to_string(one.choice_count) + ", {";
    for (const auto choice : one.projected) text += std::to_string(choice) + ", ";
    text.resize(text.size() - 2);
    return text + "}, " + (one.compensated ? "true" : "false") + ", " + literal(one.statute) + ", " +
           literal(one.compensation);
}

std::string literal(const thoihan::announcement& one) {
    return literal(one.id) + ", " + std::to_string(one.year) + ", " + literal(one.published) + ", " +
           enumerator("precision", precisions, one.published_is) + ", {" + literal(one.sources[0]) + ", " +
           literal(one.sources[1]) + ", " + literal(one.sources[2]) + "}";
}

std::string literal(const thoihan::announced_window& one) {
    return literal(one.holiday) + ", " + std::to_string(one.year) + ", " + literal(one.first) + ", " +
           literal(one.last) + ", " + literal(one.by);
}

std::string literal(const thoihan::day_swap& one) {
    return literal(one.off) + ", " + literal(one.worked) + ", " + literal(one.occasion) + ", " +
           literal(one.occasion_en) + ", " + literal(one.by);
}

std::string literal(const thoihan::day_closure& one) {
    return literal(one.day) + ", " + literal(one.name) + ", " + literal(one.name_en) + ", " + literal(one.by);
}

template <class T>
void print_table(std::ostream& out, std::string_view type, std::string_view name, std::span<const T> facts) {
    out << "inline constexpr std::array<" << type << ", " << facts.size() << "> " << name;
    if (facts.empty()) {
        out << "{};\n\n";
        return;
    }
    out << "{{\n";
    for (std::size_t i = 0; i < facts.size(); ++i) out << "    {" << literal(facts[i]) << "},  // " << i << '\n';
    out << "}};\n\n";
}

void print(std::ostream& out, const thoihan::holiday_facts& facts, const std::string& name) {
    std::string guard = "THOIHAN_";
    for (const char one : name) guard += one >= 'a' && one <= 'z' ? static_cast<char>(one - 'a' + 'A') : one;
    guard += "_FACTS_HPP";
    out << "// Generated from data/" << name << " by tools/compile_facts.cpp: change the TOML files, then\n"
        << "//   compile_facts data/" << name << " > include/thoihan/" << name << "/facts.hpp\n"
        << "// A test compares the two. Facts only: days are worked out from them by holidays.hpp.\n"
        << "// clang-format off\n"
        << "#ifndef " << guard << "\n#define " << guard << "\n\n#include <array>\n\n"
        << "#include \"thoihan/civil.hpp\"\n#include \"thoihan/holiday_facts.hpp\"\n"
        << "#include \"thoihan/source.hpp\"\n#include \"thoihan/week.hpp\"\n\n"
        << "namespace thoihan::" << name << " {\n\n";
    print_table(out, "source", "sources", facts.sources);
    print_table(out, "dated_week", "weeks", facts.weeks);
    print_table(out, "holiday_rule", "holidays", facts.holidays);
    print_table(out, "announcement", "announcements", facts.announcements);
    print_table(out, "announced_window", "windows", facts.windows);
    print_table(out, "day_swap", "swaps", facts.swaps);
    print_table(out, "day_closure", "closures", facts.closures);
    const auto& names = facts.names;
    out << "inline constexpr holiday_facts facts{\n    " << literal(facts.name) << ", " << literal(facts.first) << ", "
        << literal(facts.last) << ", " << facts.announced_from << ",\n    {" << literal(names.compensatory) << ", "
        << literal(names.compensatory_en) << ",\n     " << literal(names.off_swapped) << ", "
        << literal(names.off_swapped_en) << ",\n     " << literal(names.work_swapped) << ", "
        << literal(names.work_swapped_en) << ",\n     " << literal(names.weekend) << ", " << literal(names.weekend_en)
        << "},\n"
        << "    sources, weeks, holidays, announcements, windows, swaps, closures};\n\n"
        << "}  // namespace thoihan::" << name << "\n\n#endif  // " << guard << '\n';
}

}  // namespace

int main(int argc, char** argv) {
    const std::span<char*> arguments(argv, static_cast<std::size_t>(argc));
    const bool is_check = argc == 4 && std::string_view(arguments[2]) == "--check";
    if (argc != 2 && !is_check) {
        std::cerr << "usage: compile_facts data/<name> [--check <header>]\n";
        return 1;
    }
    try {
        const std::filesystem::path folder = arguments[1];
        std::ostringstream header;
        print(header, thoihan::load_facts(folder).facts, folder.filename().string());
        if (!is_check) return std::cout << header.str() << std::flush ? 0 : 1;
        std::ifstream committed(arguments[3], std::ios::binary);
        if (std::string(std::istreambuf_iterator<char>(committed), {}) == header.str()) return 0;
        std::cerr << arguments[3] << " is not what " << arguments[1] << " gives: compile_facts " << arguments[1]
                  << " > " << arguments[3] << '\n';
    } catch (const std::exception& bad) {
        std::cerr << bad.what() << '\n';
    }
    return 1;
}
