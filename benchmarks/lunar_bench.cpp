// The lunar calendar: the months of a year, and the lunar date of a day.
#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "questions.hpp"
#include "thoihan/thoihan.hpp"

namespace {

using namespace thoihan;
using bench::question;

/// Tết of some years, and months that follow each other without a gap through all of them.
bool is_right() {
    for (const auto& [year, tet] : {std::pair{2023, day_from({2023, 1, 22})},
                                    {2024, day_from({2024, 2, 10})},
                                    {2025, day_from({2025, 1, 29})},
                                    {2026, day_from({2026, 2, 17})}}) {
        if (months_of_lunar_year(year)->months[0].first != tet) return false;
    }
    civil_day next = months_of_lunar_year(first_lunar_year)->months[0].first;
    for (std::int32_t year = first_lunar_year; year <= last_lunar_year; ++year) {
        const auto months = months_of_lunar_year(year);
        for (const lunar_month& month : *months) {
            if (month.first != next) return false;
            next = month.first + month.length;
        }
    }
    return true;
}

void months_of_a_year(benchmark::State& state) {
    if (!is_right()) return state.SkipWithError("a month is wrong");
    std::int32_t year = first_lunar_year;
    for (auto _ : state) {
        auto months = months_of_lunar_year(year);
        benchmark::DoNotOptimize(months);
        year = year == last_lunar_year ? first_lunar_year : year + 1;
    }
}
BENCHMARK(months_of_a_year)->Unit(benchmark::kMicrosecond);

void lunar_date_of_a_day(benchmark::State& state) {
    const civil_day first = day_from({1999, 1, 1}), last = day_from({2060, 12, 31});
    auto days = bench::questions(first.number, last.number, 1, state.range(0));
    days.resize(1024);  // each takes as long as a thousand questions about working days
    bench::time_questions(
        state, days,
        [](const question& one) {
            const auto date = lunar_of({static_cast<std::int32_t>(one.at)});
            return std::int64_t{date->year} * 10'000 + date->month * 100 + date->day;
        },
        [](const question& one) {
            // Through the months of the year before and its own.
            std::int64_t answer = 0;
            for (std::int32_t year = parts_of({static_cast<std::int32_t>(one.at)}).year - 1; answer == 0; ++year) {
                const auto months = months_of_lunar_year(year);
                for (const lunar_month& month : *months) {
                    const std::int64_t day = one.at - month.first.number;
                    if (day >= 0 && day < month.length) {
                        answer = std::int64_t{month.year} * 10'000 + month.month * 100 + day + 1;
                    }
                }
            }
            return answer;
        });
}
BENCHMARK(lunar_date_of_a_day)->Arg(bench::random_order)->Arg(bench::sorted_order)->Unit(benchmark::kMillisecond);

}  // namespace
