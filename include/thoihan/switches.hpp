// thoihan/switches.hpp: the switches of a regime by name, and their values as text.
//
//   set_switch(how, "cutoff", "15:00")      set_switch(how, "receipt.online", "next_open")      switch_text(how, "roll")
//
// One table: files, Python's keywords and the explanation all read it.
#ifndef THOIHAN_SWITCHES_HPP
#define THOIHAN_SWITCHES_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "thoihan/civil.hpp"
#include "thoihan/civil_text.hpp"
#include "thoihan/error.hpp"
#include "thoihan/regime.hpp"

namespace thoihan {

/// A switch: its values in the order of the enumeration, the default first; "HH:MM" and "hours" stand for a number.
struct switch_entry {
    std::string_view name;
    std::array<std::string_view, 3> values;
};

/// "receipt" sets all three channels; "receipt.counter", "receipt.online" and "receipt.post" one each.
inline constexpr std::array<switch_entry, 14> switch_table{{
    {"first_day", {"excluded", "included", ""}},
    {"receipt", {"as_received", "next_open", "next_working_day"}},
    {"receipt.counter", {"as_received", "next_open", "next_working_day"}},
    {"receipt.online", {"as_received", "next_open", "next_working_day"}},
    {"receipt.post", {"as_received", "next_open", "next_working_day"}},
    {"cutoff", {"none", "HH:MM", "last_hour"}},
    {"same_day_cutoff", {"HH:MM", "", ""}},
    {"roll", {"following", "none", "preceding"}},
    {"working_day_hours", {"hours", "schedule", "sessions"}},
    {"days_skip", {"nothing", "holidays", "rest_days"}},
    {"due_clock", {"closing", "receipt", "HH:MM"}},
    {"compare", {"by_unit", "date", "instant"}},
    {"completion", {"completed", "delivered", ""}},
    {"against", {"computed", "first_appointment", "latest_appointment"}},
}};

/// The switch with a name; null where there is none.
[[nodiscard]] constexpr const switch_entry* find_switch(std::string_view name) noexcept {
    for (const switch_entry& one : switch_table) {
        if (one.name == name) return &one;
    }
    return nullptr;
}

/// The values that a switch may have: "none, HH:MM, last_hour".
[[nodiscard]] inline std::string values_of(const switch_entry& one) {
    std::string text;
    for (const std::string_view value : one.values) {
        if (!value.empty()) text.append(text.empty() ? "" : ", ").append(value);
    }
    return text;
}

/// The names of all switches.
[[nodiscard]] inline std::string switch_names() {
    std::string text;
    for (const switch_entry& one : switch_table) text.append(text.empty() ? "" : ", ").append(one.name);
    return text;
}

namespace detail {

/// "8" or "7.5" hours in seconds; 0 where it is no such number, or not in (0, 24].
[[nodiscard]] constexpr std::int32_t hours_in_seconds(std::string_view text) noexcept {
    std::int32_t hours = 0;
    std::size_t at = 0;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && at < 2; ++at)
        hours = hours * 10 + (text[at] - '0');
    if (at == 0) return 0;
    const std::string_view rest = text.substr(at);
    if (!rest.empty() && rest != ".5" && rest != ",5") return 0;
    const std::int32_t seconds = hours * 3600 + (rest.empty() ? 0 : 1800);
    return seconds <= seconds_per_day ? seconds : 0;
}

[[nodiscard]] inline std::string hour_minute(std::int32_t seconds) {
    return std::string(clock_text(seconds).view().substr(0, seconds % 60 == 0 ? 5 : 8));
}

}  // namespace detail

/// Sets a switch. Fails with `switch_unknown` where there is no such switch or value.
[[nodiscard]] constexpr failure set_switch(regime& how, std::string_view name, std::string_view value) noexcept {
    const switch_entry* one = find_switch(name);
    if (one == nullptr) return {errc::switch_unknown};
    std::size_t chosen = one->values.size();
    for (std::size_t i = 0; i < one->values.size(); ++i) {
        const bool is_name = !value.empty() && one->values[i] == value && value != "HH:MM" && value != "hours";
        if (is_name) chosen = i;
    }
    const auto time = parse_clock_time(value);
    const bool has_time = time && *time < seconds_per_day;
    const std::int32_t hours = detail::hours_in_seconds(value);
    for (std::size_t i = 0; i < one->values.size() && chosen == one->values.size(); ++i) {
        if ((one->values[i] == "HH:MM" && has_time) || (one->values[i] == "hours" && hours > 0)) chosen = i;
    }
    if (chosen == one->values.size()) return {errc::switch_unknown};
    const auto receipt = static_cast<receipt_switch>(chosen);
    if (name == "first_day") how.first_day = static_cast<first_day_switch>(chosen);
    if (name == "receipt") how.receipt.fill(receipt);
    if (name == "receipt.counter") how.receipt[index_of(channel::counter)] = receipt;
    if (name == "receipt.online") how.receipt[index_of(channel::online)] = receipt;
    if (name == "receipt.post") how.receipt[index_of(channel::post)] = receipt;
    if (name == "cutoff") {
        how.cutoff = static_cast<cutoff_switch>(chosen);
        if (how.cutoff == cutoff_switch::clock_time) how.cutoff_time = *time;
    }
    if (name == "same_day_cutoff") how.same_day_cutoff = *time;
    if (name == "roll") how.roll = static_cast<roll_switch>(chosen);
    if (name == "working_day_hours") {
        how.working_day = static_cast<working_day_switch>(chosen);
        if (how.working_day == working_day_switch::fixed) how.working_day_seconds = hours;
    }
    if (name == "days_skip") how.days_skip = static_cast<days_skip_switch>(chosen);
    if (name == "due_clock") {
        how.due_clock = static_cast<due_clock_switch>(chosen);
        if (how.due_clock == due_clock_switch::clock_time) how.due_time = *time;
    }
    if (name == "compare") how.compare = static_cast<compare_switch>(chosen);
    if (name == "completion") how.completion = static_cast<completion_switch>(chosen);
    if (name == "against") how.against = static_cast<against_switch>(chosen);
    return {};
}

/// The value of a switch as set_switch takes it; "receipt" where its channels differ, and names of no switch, give
/// an empty text.
[[nodiscard]] inline std::string switch_text(const regime& how, std::string_view name) {
    const switch_entry* one = find_switch(name);
    if (one == nullptr) return {};
    const auto value = [&](auto chosen) { return std::string(one->values[static_cast<std::size_t>(chosen)]); };
    if (name == "first_day") return value(how.first_day);
    if (name == "receipt") {
        return how.receipt[0] == how.receipt[1] && how.receipt[1] == how.receipt[2] ? value(how.receipt[0])
                                                                                    : std::string();
    }
    if (name == "receipt.counter") return value(how.receipt[index_of(channel::counter)]);
    if (name == "receipt.online") return value(how.receipt[index_of(channel::online)]);
    if (name == "receipt.post") return value(how.receipt[index_of(channel::post)]);
    if (name == "cutoff")
        return how.cutoff == cutoff_switch::clock_time ? detail::hour_minute(how.cutoff_time) : value(how.cutoff);
    if (name == "same_day_cutoff") return detail::hour_minute(how.same_day_cutoff);
    if (name == "roll") return value(how.roll);
    if (name == "working_day_hours") {
        if (how.working_day != working_day_switch::fixed) return value(how.working_day);
        return std::to_string(how.working_day_seconds / 3600) + (how.working_day_seconds % 3600 != 0 ? ".5" : "");
    }
    if (name == "days_skip") return value(how.days_skip);
    if (name == "due_clock")
        return how.due_clock == due_clock_switch::clock_time ? detail::hour_minute(how.due_time) : value(how.due_clock);
    if (name == "compare") return value(how.compare);
    if (name == "completion") return value(how.completion);
    return value(how.against);
}

}  // namespace thoihan

#endif  // THOIHAN_SWITCHES_HPP
