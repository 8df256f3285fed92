// Text of days, instants, weeks and sessions: nothing crashes; what is read reads the same when written again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "thoihan/thoihan.hpp"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

/// A refusal says where: inside the text, or at its end.
void require_position(const thoihan::failure& why, std::string_view text) {
    if (why.code == thoihan::errc::syntax) require(why.a >= 0 && why.a <= static_cast<std::int64_t>(text.size()));
    require(!thoihan::message(why).empty());
    require(!thoihan::message(why, {}, thoihan::language::vietnamese).empty());
}

void fuzz_day(std::string_view text) {
    const auto day = thoihan::parse_day(text);
    if (!day) return require_position(day.why(), text);
    require(thoihan::text_of(*day).view() == text);
    require(thoihan::day_from(thoihan::parts_of(*day)) == *day);
}

void fuzz_second(std::string_view text) {
    const auto at = thoihan::parse_second(text);
    if (!at) return require_position(at.why(), text);
    require(thoihan::parse_second(thoihan::text_of(*at)).value() == *at);
    require(thoihan::start_of(thoihan::day_of(*at)) + thoihan::clock_time(*at) == *at);
}

void fuzz_clock_time(std::string_view text) {
    const auto time = thoihan::parse_clock_time(text);
    if (!time) return require_position(time.why(), text);
    require(*time >= 0 && *time <= thoihan::seconds_per_day);
    require(thoihan::parse_clock_time(thoihan::clock_text(*time)).value() == *time);
    require(thoihan::clock_text(*time).view().starts_with(text));
}

void fuzz_week(std::string_view text) {
    const auto week = thoihan::parse_week(text);
    if (!week) return require_position(week.why(), text);
    std::string again;
    for (unsigned day = 0; day < 7; ++day) again += week->works(static_cast<thoihan::weekday>(day)) ? '1' : '0';
    require(again == text);
}

void fuzz_sessions(std::string_view text) {
    const auto hours = thoihan::parse_sessions(text);
    if (!hours) return require_position(hours.why(), text);
    std::string again;
    std::int32_t length = 0;
    std::int32_t closed = 0;
    for (const thoihan::session& one : hours->list()) {
        require(closed <= one.open && one.open < one.close && one.close <= thoihan::seconds_per_day);
        closed = one.close;
        length += one.close - one.open;
        if (!again.empty()) again += ' ';
        again.append(thoihan::clock_text(one.open).view()).append("-").append(thoihan::clock_text(one.close).view());
    }
    require(hours->length() == length && hours->elapsed_by(thoihan::seconds_per_day) == length);
    require(thoihan::parse_sessions(again).value() == *hours);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    fuzz_day(text);
    fuzz_second(text);
    fuzz_clock_time(text);
    fuzz_week(text);
    fuzz_sessions(text);
    return 0;
}
