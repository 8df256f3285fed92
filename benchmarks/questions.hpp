// What the benchmarks share: questions in random order and sorted, checked before they are timed, and their price.
#ifndef THOIHAN_BENCHMARKS_QUESTIONS_HPP
#define THOIHAN_BENCHMARKS_QUESTIONS_HPP

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

#include "thoihan/thoihan.hpp"

namespace thoihan::bench {

inline constexpr std::size_t question_count = 1 << 16;

enum order : std::int64_t { random_order, sorted_order };

/// A question: a day or an instant as its number, another one, and an amount.
struct question {
    std::int64_t at, other, amount;
};

/// Questions about [first, last], with amounts from 1 to `most`.
[[nodiscard]] inline std::vector<question> questions(std::int64_t first, std::int64_t last, std::int64_t most,
                                                     std::int64_t order) {
    std::mt19937_64 generator(2026);
    std::uniform_int_distribution<std::int64_t> at(first, last), amount(1, most);
    std::vector<question> list(question_count);
    for (question& one : list) one = {at(generator), at(generator), amount(generator)};
    if (order == sorted_order) {
        std::sort(list.begin(), list.end(), [](const question& a, const question& b) { return a.at < b.at; });
    }
    return list;
}

/// Times ask(question), which gives an integer, after a sample of its answers was compared with slow(question).
template <class Ask, class Slow>
void time_questions(benchmark::State& state, const std::vector<question>& list, Ask ask, Slow slow) {
    for (std::size_t i = 0; i < list.size(); i += 331) {
        if (ask(list[i]) != slow(list[i])) return state.SkipWithError("an answer is wrong");
    }
    for (auto _ : state) {
        std::int64_t sum = 0;
        for (const question& one : list) sum += ask(one);
        benchmark::DoNotOptimize(sum);
    }
    state.SetLabel(state.range(0) == random_order ? "random" : "sorted");
    state.counters["per_question"] = benchmark::Counter(
        static_cast<double>(list.size()), benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

}  // namespace thoihan::bench

#endif  // THOIHAN_BENCHMARKS_QUESTIONS_HPP
