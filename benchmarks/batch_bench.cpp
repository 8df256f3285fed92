// One dossier with its rule resolved, and rows of them, in plain C++.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <random>
#include <vector>

#include "thoihan/batch.hpp"
#include "thoihan/rulebook_file.hpp"

namespace thoihan {
namespace {

constexpr std::size_t rows = 1 << 16;
constexpr civil_second as_of = start_of(day_from({2024, 6, 30}));

/// Receipts of five years, most with an end, all with an appointment.
struct recorded {
    std::vector<std::int64_t> received, completed, appointment;
    std::vector<std::int32_t> requests = std::vector<std::int32_t>(rows);

    recorded() {
        std::mt19937 draw(1);
        const auto below = [&](std::int64_t n) { return static_cast<std::int64_t>(draw()) % n; };
        for (std::size_t row = 0; row < rows; ++row) {
            received.push_back(start_of(day_from({2019, 1, 1})).number +
                               below(std::int64_t{5} * 365 * seconds_per_day));
            completed.push_back(received.back() + below(std::int64_t{40} * seconds_per_day));
            appointment.push_back(received.back() + below(std::int64_t{20} * seconds_per_day));
        }
    }
};

const recorded& facts() {
    static const recorded made;
    return made;
}

resolved_rule rule_for(std::string_view limit) {
    static const auto book = vietnam_rulebook();
    rule_request asked;
    asked.limit = limit;
    asked.day = day_from({2022, 3, 15});
    return book->resolve(asked).value();
}

void one_deadline(benchmark::State& state, const char* limit) {
    const resolved_rule by = rule_for(limit);
    std::size_t row = 0;
    for ([[maybe_unused]] auto _ : state) {
        benchmark::DoNotOptimize(deadline_of(by.how, {{facts().received[row]}}));
        row = (row + 1) % rows;
    }
}

void one_verdict(benchmark::State& state, const char* limit) {
    const resolved_rule by = rule_for(limit);
    std::size_t row = 0;
    for ([[maybe_unused]] auto _ : state) {
        dossier of;
        of.received = receipt{{facts().received[row]}};
        of.completed = civil_second{facts().completed[row]};
        of.appointment = civil_second{facts().appointment[row]};
        benchmark::DoNotOptimize(verdict_of(by.how, of, as_of));
        row = (row + 1) % rows;
    }
}

void lean_rows(benchmark::State& state, const char* limit) {
    const resolved_rule by = rule_for(limit);
    const std::vector<channel> channels{channel::counter};
    dossier_rows in;
    in.count = rows;
    in.requests = facts().requests;
    in.channels = channels;
    in.received.ticks = facts().received.data();
    in.completed.ticks = facts().completed.data();
    in.appointment.ticks = facts().appointment.data();
    std::vector<std::int8_t> is(rows), timely(rows);
    std::vector<std::int32_t> due(rows), margin(rows);
    std::vector<std::uint32_t> flags(rows);
    std::vector<std::int16_t> error(rows);
    std::vector<std::uint8_t> has_verdict(rows / 8), has_due(rows / 8);
    const lean_columns out{
        is, timely, due, margin, flags, error, validity_writer(has_verdict), validity_writer(has_due)};
    rule_finder finder([&](std::int32_t, civil_day) -> result<numbered_rule> { return numbered_rule{&by, 0}; });
    for ([[maybe_unused]] auto _ : state) {
        benchmark::DoNotOptimize(assess_rows(in, as_of, finder, out));
        benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(rows));
}

BENCHMARK_CAPTURE(one_deadline, working_days, "15 ngày làm việc");
BENCHMARK_CAPTURE(one_deadline, days, "15 ngày");
BENCHMARK_CAPTURE(one_deadline, working_hours, "8 giờ làm việc");
BENCHMARK_CAPTURE(one_verdict, working_days, "15 ngày làm việc");
BENCHMARK_CAPTURE(one_verdict, working_hours, "8 giờ làm việc");
BENCHMARK_CAPTURE(lean_rows, working_days, "15 ngày làm việc");
BENCHMARK_CAPTURE(lean_rows, days, "15 ngày");
BENCHMARK_CAPTURE(lean_rows, working_hours, "8 giờ làm việc");

}  // namespace
}  // namespace thoihan
