// The working clock of an office with two sessions a day on the calendar of Vietnam; compared with a walk from
// session to session before it is timed.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>

#include "questions.hpp"
#include "thoihan/thoihan.hpp"

namespace {

using namespace thoihan;
using bench::question;

office_hours two_sessions() { return office_hours::daily(*parse_sessions("07:00-11:30 13:30-17:00")); }

const working_clock& office() {
    static const working_clock clock(vietnam(), two_sessions());
    return clock;
}

/// Five working days and a bit, at most; far enough from the calendar's ends.
std::vector<question> instants(benchmark::State& state) {
    return bench::questions(start_of(vietnam().first() + 200).number, start_of(vietnam().last() - 200).number, 150'000,
                            state.range(0));
}

/// The sessions from the day of an instant on, with the seconds since 1970 of their edges.
template <class Visit>
void walk(std::int64_t from, Visit visit) {
    for (civil_day day = day_of({from});; ++day) {
        if (!*vietnam().days().is_working(day)) continue;
        const std::int64_t midnight = start_of(day).number;
        if (!visit(midnight + 25'200, midnight + 41'400) || !visit(midnight + 48'600, midnight + 61'200)) return;
    }
}

std::int64_t walked_advance(const question& one) {
    std::int64_t left = one.amount, answer = 0;
    walk(one.at, [&](std::int64_t open, std::int64_t close) {
        open = std::max(open, one.at);
        if (open >= close) return true;
        answer = open + left;
        left -= close - open;
        return left > 0;
    });
    return answer;
}

std::int64_t walked_latest(const question& one) {
    std::int64_t left = one.amount, answer = 0;
    walk(one.at, [&](std::int64_t open, std::int64_t close) {
        open = std::max(open, one.at);
        if (open >= close) return true;
        answer = open + left;
        left -= close - open;
        return left >= 0;
    });
    return answer;
}

std::int64_t walked_next_open(const question& one) {
    std::int64_t answer = 0;
    walk(one.at, [&](std::int64_t open, std::int64_t close) {
        answer = std::max(open, one.at);
        return answer >= close;
    });
    return answer;
}

std::int64_t walked_elapsed(const question& one) {
    const std::int64_t from = std::min(one.at, one.other), to = std::max(one.at, one.other);
    std::int64_t sum = 0;
    walk(from, [&](std::int64_t open, std::int64_t close) {
        sum += std::max<std::int64_t>(0, std::min(close, to) - std::max(open, from));
        return open < to;
    });
    return one.at <= one.other ? sum : -sum;
}

void elapsed(benchmark::State& state) {
    bench::time_questions(
        state, instants(state), [](const question& one) { return office().elapsed({one.at}, {one.other})->count; },
        walked_elapsed);
}
BENCHMARK(elapsed)->Arg(bench::random_order)->Arg(bench::sorted_order);

void advance(benchmark::State& state) {
    bench::time_questions(
        state, instants(state),
        [](const question& one) { return office().advance({one.at}, working_seconds{one.amount})->number; },
        walked_advance);
}
BENCHMARK(advance)->Arg(bench::random_order)->Arg(bench::sorted_order);

void latest(benchmark::State& state) {
    bench::time_questions(
        state, instants(state),
        [](const question& one) { return office().latest({one.at}, working_seconds{one.amount})->number; },
        walked_latest);
}
BENCHMARK(latest)->Arg(bench::random_order)->Arg(bench::sorted_order);

void next_open(benchmark::State& state) {
    bench::time_questions(
        state, instants(state), [](const question& one) { return office().next_open({one.at})->number; },
        walked_next_open);
}
BENCHMARK(next_open)->Arg(bench::random_order)->Arg(bench::sorted_order);

void construction(benchmark::State& state) {
    const office_hours hours = two_sessions();
    for (auto _ : state) {
        working_clock made(vietnam(), hours);
        benchmark::DoNotOptimize(made);
    }
}
BENCHMARK(construction)->Unit(benchmark::kMicrosecond);

}  // namespace
