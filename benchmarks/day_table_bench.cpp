// Questions about days on the calendar of Vietnam; compared with walking from day to day before they are timed.
#include <benchmark/benchmark.h>

#include <cstdint>

#include "questions.hpp"
#include "thoihan/thoihan.hpp"

namespace {

using namespace thoihan;
using bench::question;

constexpr std::int64_t most_working_days = 60;

/// Far enough from the calendar's ends for each answer to be inside.
std::vector<question> day_questions(benchmark::State& state) {
    return bench::questions(vietnam().first().number + 200, vietnam().last().number - 200, most_working_days,
                            state.range(0));
}

civil_day at(std::int64_t number) { return {static_cast<std::int32_t>(number)}; }
bool works(civil_day day) {
    const day_kind kind = *vietnam().kind_of(day);
    return kind == day_kind::ordinary || kind == day_kind::work_swapped;
}

std::int64_t walk(civil_day day, std::int64_t n, std::int32_t step) {
    while (n > 0) {
        day = day + step;
        n -= works(day) ? 1 : 0;
    }
    return day.number;
}

void advance(benchmark::State& state) {
    const day_table days = vietnam().days();
    bench::time_questions(
        state, day_questions(state),
        [&](const question& one) { return std::int64_t{days.advance(at(one.at), working_days{one.amount})->number}; },
        [](const question& one) { return walk(at(one.at), one.amount, 1); });
}
BENCHMARK(advance)->Arg(bench::random_order)->Arg(bench::sorted_order);

void advance_back(benchmark::State& state) {
    const day_table days = vietnam().days();
    bench::time_questions(
        state, day_questions(state),
        [&](const question& one) { return std::int64_t{days.advance(at(one.at), working_days{-one.amount})->number}; },
        [](const question& one) { return walk(at(one.at), one.amount, -1); });
}
BENCHMARK(advance_back)->Arg(bench::random_order)->Arg(bench::sorted_order);

void count(benchmark::State& state) {
    const day_table days = vietnam().days();
    bench::time_questions(
        state, day_questions(state), [&](const question& one) { return days.count(at(one.at), at(one.other))->count; },
        [](const question& one) {
            std::int64_t working = 0;
            for (std::int64_t day = std::min(one.at, one.other) + 1; day <= std::max(one.at, one.other); ++day) {
                working += works(at(day)) ? 1 : 0;
            }
            return one.at <= one.other ? working : -working;
        });
}
BENCHMARK(count)->Arg(bench::random_order)->Arg(bench::sorted_order);

void is_working(benchmark::State& state) {
    const day_table days = vietnam().days();
    bench::time_questions(
        state, day_questions(state), [&](const question& one) { return std::int64_t{*days.is_working(at(one.at))}; },
        [](const question& one) { return std::int64_t{works(at(one.at))}; });
}
BENCHMARK(is_working)->Arg(bench::random_order)->Arg(bench::sorted_order);

void roll(benchmark::State& state) {
    const day_table days = vietnam().days();
    bench::time_questions(
        state, day_questions(state),
        [&](const question& one) { return std::int64_t{days.roll(at(one.at), roll_convention::following)->number}; },
        [](const question& one) {
            civil_day day = at(one.at);
            while (!works(day)) ++day;
            return std::int64_t{day.number};
        });
}
BENCHMARK(roll)->Arg(bench::random_order)->Arg(bench::sorted_order);

}  // namespace
