// Making calendars: Vietnam with all its editions, and one from a list; what a day is, and which edition was known.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "questions.hpp"
#include "thoihan/thoihan.hpp"

namespace {

using namespace thoihan;
using bench::question;

/// Whether each edition works on the days that its week and its exceptions say, gone through one by one.
bool is_right(const calendar& made, const holiday_facts& facts) {
    const auto anchors = anchor_days::of(facts);
    for (std::size_t edition = 0; edition < made.edition_count(); ++edition) {
        const calendar then = made.in_edition(edition);
        const auto derived = derive_days(facts, *anchors, then.known_from());
        auto exception = derived->exceptions.begin();
        for (civil_day day = facts.first; day <= facts.last; ++day) {
            const dated_week* in_force = nullptr;
            for (const dated_week& week : facts.weeks) {
                const bool known = facts.sources[week.source].published <= then.known_from();
                if (known && (in_force == nullptr || week.from <= day)) in_force = &week;
            }
            bool works = in_force->week.works(weekday_of(day));
            if (exception != derived->exceptions.end() && exception->day == day) {
                works = exception->kind == day_kind::work_swapped;
                ++exception;
            }
            if (*then.days().is_working(day) != works) return false;
        }
    }
    return true;
}

void vietnam_all_editions(benchmark::State& state) {
    const auto first = calendar::from_facts(vn::facts);
    if (!first || !is_right(*first, vn::facts)) return state.SkipWithError("a day is wrong");
    for (auto _ : state) {
        auto made = calendar::from_facts(vn::facts);
        benchmark::DoNotOptimize(made);
    }
    state.counters["editions"] = static_cast<double>(first->edition_count());
    state.counters["days"] = static_cast<double>(first->last() - first->first() + 1);
}
BENCHMARK(vietnam_all_editions)->Unit(benchmark::kMillisecond);

void anchors_of_vietnam(benchmark::State& state) {
    for (auto _ : state) {
        auto anchors = anchor_days::of(vn::facts);
        benchmark::DoNotOptimize(anchors);
    }
}
BENCHMARK(anchors_of_vietnam)->Unit(benchmark::kMillisecond);

void from_a_list(benchmark::State& state) {
    std::vector<civil_day> holidays;
    for (civil_day day = vietnam().first(); day <= vietnam().last(); ++day) {
        const auto kind = *vietnam().kind_of(day);
        if (kind == day_kind::off_statutory || kind == day_kind::off_compensatory) holidays.push_back(day);
    }
    const auto make = [&] {
        return calendar::from_list(vietnam().first(), vietnam().last(), *parse_week("1111100"), holidays);
    };
    const auto first = make();
    for (civil_day day = first->first(); day <= first->last(); ++day) {
        const bool works =
            weekday_of(day) < weekday::saturday && !std::binary_search(holidays.begin(), holidays.end(), day);
        if (*first->days().is_working(day) != works) return state.SkipWithError("a day is wrong");
    }
    for (auto _ : state) {
        auto made = make();
        benchmark::DoNotOptimize(made);
    }
    state.counters["holidays"] = static_cast<double>(holidays.size());
}
BENCHMARK(from_a_list)->Unit(benchmark::kMicrosecond);

void edition_at(benchmark::State& state) {
    const calendar& days = vietnam();
    bench::time_questions(
        state, bench::questions(days.in_edition(0).known_from().number, days.known_from().number, 1, state.range(0)),
        [&](const question& one) {
            return static_cast<std::int64_t>(*days.edition_at({static_cast<std::int32_t>(one.at)}));
        },
        [&](const question& one) {
            std::size_t edition = 0;
            while (edition + 1 < days.edition_count() && days.in_edition(edition + 1).known_from().number <= one.at) {
                ++edition;
            }
            return static_cast<std::int64_t>(edition);
        });
}
BENCHMARK(edition_at)->Arg(bench::random_order)->Arg(bench::sorted_order);

}  // namespace
