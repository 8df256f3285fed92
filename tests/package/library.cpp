// What a program that links the compiled library can do: facts read from a file join the built-in ones.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "thoihan/calendar.hpp"
#include "thoihan/facts_file.hpp"
#include "thoihan/messages.hpp"
#include "thoihan/vn/facts.hpp"

int main() {
    const thoihan::loaded_facts built_in{thoihan::vn::facts, nullptr};
    const auto facts = thoihan::with_announcements(built_in, {});
    const auto calendar = thoihan::calendar::from_facts(facts.facts, {}, facts.owner);
    const auto day = thoihan::make_day(2026, 8, 22);
    if (!calendar || !day) return 1;
    const auto works = calendar->days().is_working(*day);
    if (!works || !*works) return 1;  // a Saturday worked for Monday 31 August

    // A file that is not TOML is refused by name, which only the compiled part can do.
    const std::filesystem::path broken = "broken.toml";
    std::ofstream(broken) << "[[announcement]\n";
    try {
        static_cast<void>(thoihan::with_announcements(built_in, std::vector{broken}));
        return 1;
    } catch (const thoihan::error& refused) {
        if (refused.place().file.find("broken.toml") == std::string::npos) return 1;
    }
    std::printf("22/08/2026 is day %d of the week, and worked\n", static_cast<int>(thoihan::weekday_of(*day)) + 1);
    return 0;
}
