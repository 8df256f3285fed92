// columns.hpp, batch.hpp, summary.hpp: rows are read as they lie, each as its dossier alone, and summaries merge.
#include "thoihan/batch.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <mutex>
#include <random>
#include <thread>
#include <vector>

#include "thoihan/rule_set.hpp"
#include "thoihan/rulebook_file.hpp"
#include "thoihan/summary.hpp"

namespace thoihan {
namespace {

constexpr civil_second at(std::int32_t year, std::int32_t month, std::int32_t day, std::int32_t hour = 0) {
    return start_of(day_from({year, month, day})) + hour * 3600;
}

TEST(columns, a_bitmap_begins_at_any_bit) {
    const std::array<std::uint8_t, 2> bits{0b1010'0000, 0b0000'0110};
    const validity_bits valid{bits.data(), 5};
    EXPECT_TRUE(valid.has(0));
    EXPECT_FALSE(valid.has(1));
    EXPECT_TRUE(valid.has(2));
    EXPECT_FALSE(valid.has(3));
    EXPECT_TRUE(valid.has(4));
    EXPECT_TRUE(validity_bits{}.has(1'000));
}

TEST(columns, ticks_of_any_unit_are_floored_to_the_second) {
    const std::array<std::pair<tick, std::int64_t>, 4> units{{{tick::second, 1},
                                                              {tick::millisecond, 1'000},
                                                              {tick::microsecond, 1'000'000},
                                                              {tick::nanosecond, 1'000'000'000}}};
    for (const auto& [unit, per_second] : units) {
        const std::array<std::int64_t, 4> ticks{0, 7 * per_second, 8 * per_second - 1, -1};
        time_column column;
        column.ticks = ticks.data();
        column.unit = unit;
        EXPECT_EQ(column.at(0).at.number, 0);
        EXPECT_EQ(column.at(1).at.number, 7);
        EXPECT_EQ(column.at(2).at.number, 7);
        EXPECT_EQ(column.at(3).at.number, -1);
    }
}

TEST(columns, a_zone_brings_instants_to_the_wall_clock) {
    const zone_table hanoi;
    const std::array<std::int64_t, 1> ticks{at(2022, 3, 14, 20).number};
    time_column column;
    column.ticks = ticks.data();
    column.zone = &hanoi;
    EXPECT_EQ(column.at(0).at, at(2022, 3, 15, 3));
    column.precision = time_precision::day;
    EXPECT_EQ(column.at(0).at, at(2022, 3, 15));
}

TEST(columns, years_far_out_are_refused_not_wrapped) {
    const std::array<std::int64_t, 2> ticks{INT64_MAX, INT64_MIN};
    time_column column;
    column.ticks = ticks.data();
    EXPECT_EQ(column.at(0).code, errc::instant_outside);
    EXPECT_EQ(column.at(1).code, errc::instant_outside);
    const std::array<std::int32_t, 2> days{INT32_MAX, INT32_MIN};
    column = {};
    column.days = days.data();
    EXPECT_EQ(column.at(0).code, errc::instant_outside);
    EXPECT_EQ(column.at(1).code, errc::instant_outside);
}

/// A run over random rows: what the batch needs, held.
struct table {
    std::vector<std::int64_t> received, completed, appointment;
    std::vector<std::uint8_t> completed_there, appointment_there;
    std::vector<std::int32_t> requests, codes;
    std::vector<std::int8_t> status;

    table(std::size_t rows, unsigned seed) {
        std::mt19937 draw(seed);
        const auto below = [&](int n) { return static_cast<std::int32_t>(draw() % static_cast<unsigned>(n)); };
        completed_there.resize(rows / 8 + 1);
        appointment_there.resize(rows / 8 + 1);
        for (std::size_t row = 0; row < rows; ++row) {
            received.push_back(at(2016, 1, 1).number + std::int64_t{below(5 * 365)} * seconds_per_day +
                               below(seconds_per_day));
            completed.push_back(received.back() + below(40 * seconds_per_day) - 3 * seconds_per_day);
            appointment.push_back(received.back() + below(20 * seconds_per_day));
            if (below(4) != 0) completed_there[row / 8] |= static_cast<std::uint8_t>(1U << (row % 8));
            if (below(3) != 0) appointment_there[row / 8] |= static_cast<std::uint8_t>(1U << (row % 8));
            requests.push_back(below(3));
            codes.push_back(below(11));
            status.push_back(static_cast<std::int8_t>(codes.back()));
        }
    }

    [[nodiscard]] dossier_rows rows(std::span<const channel> channels, std::size_t first, std::size_t count) const {
        dossier_rows out;
        out.count = count;
        out.requests = std::span(requests).subspan(first, count);
        out.channels = channels;
        out.received.ticks = received.data() + first;
        out.completed.ticks = completed.data() + first;
        out.completed.valid = {completed_there.data(), first};
        out.appointment.ticks = appointment.data() + first;
        out.appointment.valid = {appointment_there.data(), first};
        out.status = std::span(status).subspan(first, count);
        return out;
    }
};

constexpr std::array request_channels{channel::counter, channel::online, channel::post};
constexpr std::array<std::string_view, 3> request_limits{"15 ngày làm việc", "8 giờ làm việc", "01 tháng"};

/// How rules are asked for: by any thread, one at a time.
struct ask_rules {
    rule_set* rules;
    std::mutex* mutex;

    result<numbered_rule> operator()(std::int32_t request, civil_day day) const {
        const std::scoped_lock lock(*mutex);
        rule_request asked;
        asked.limit = request_limits.at(static_cast<std::size_t>(request));
        asked.via = request_channels.at(static_cast<std::size_t>(request));
        asked.day = day;
        const auto number = rules->number_of(asked);
        if (!number) return number.why();
        return numbered_rule{&rules->rules()[*number], *number};
    }
};

/// The lean columns of a range of rows, with room.
struct written {
    std::vector<std::int8_t> state, timely;
    std::vector<std::int32_t> due_date, margin;
    std::vector<std::uint32_t> flags;
    std::vector<std::int16_t> error;
    std::vector<std::uint8_t> has_verdict, has_due;

    explicit written(std::size_t rows)
        : state(rows),
          timely(rows),
          due_date(rows),
          margin(rows),
          flags(rows),
          error(rows),
          has_verdict(rows / 8 + 1),
          has_due(rows / 8 + 1) {}
    [[nodiscard]] lean_columns columns() {
        return {state, timely, due_date, margin, flags, error, validity_writer(has_verdict), validity_writer(has_due)};
    }
};

TEST(batch, each_row_is_its_dossier_alone) {
    constexpr std::size_t size = 2'000;
    const table made(size, 1);
    rule_set rules(vietnam_rulebook());
    std::mutex mutex;
    rule_finder finder(ask_rules{&rules, &mutex});
    written out(size);
    const civil_second as_of = at(2020, 6, 1);
    const auto counts = assess_rows(made.rows(request_channels, 0, size), as_of, finder, out.columns());
    EXPECT_EQ(counts.verdicts + counts.errors, size);
    std::size_t errors = 0;
    for (std::size_t row = 0; row < size; ++row) {
        dossier of;
        of.received = receipt{{made.received[row]}, request_channels[static_cast<std::size_t>(made.requests[row])]};
        if (validity_bits{made.completed_there.data()}.has(row)) of.completed = civil_second{made.completed[row]};
        if (validity_bits{made.appointment_there.data()}.has(row)) of.appointment = civil_second{made.appointment[row]};
        of.status = made.codes[row];
        const auto by = ask_rules{&rules, &mutex}(made.requests[row], day_of(of.received->at));
        ASSERT_TRUE(by);
        const auto alone = verdict_of(by->rule->how, of, as_of);
        ASSERT_EQ(out.error[row], static_cast<std::int16_t>(alone.code()));
        ASSERT_EQ(validity_bits{out.has_verdict.data()}.has(row), alone.has_value());
        if (!alone) {
            ++errors;
            continue;
        }
        ASSERT_EQ(out.state[row], static_cast<std::int8_t>(alone->state));
        ASSERT_EQ(out.timely[row], static_cast<std::int8_t>(alone->against_due));
        ASSERT_EQ(validity_bits{out.has_due.data()}.has(row), alone->has_due);
        if (alone->has_due) {
            ASSERT_EQ(out.due_date[row], alone->due.due_date.number);
            ASSERT_EQ(out.margin[row], alone->margin_days);
        }
        ASSERT_EQ(out.flags[row], alone->flags | by->rule->flags);
    }
    EXPECT_EQ(counts.errors, errors);
    EXPECT_GT(errors, 0U);  // some end before they begin
}

TEST(batch, a_rule_is_asked_for_once_for_each_stretch_of_days) {
    rule_set rules(vietnam_rulebook());
    std::mutex mutex;
    int asked = 0;
    rule_finder finder([&, ask = ask_rules{&rules, &mutex}](std::int32_t request, civil_day day) {
        ++asked;
        return ask(request, day);
    });
    for (std::int32_t day = 0; day < 3'000; ++day) {
        EXPECT_TRUE(finder.find(0, day_from({2015, 1, 1}) + day));
        EXPECT_TRUE(finder.find(1, day_from({2023, 1, 1}) - day));
    }
    EXPECT_LT(asked, 12);
}

TEST(batch_threads, threads_over_one_rule_set_give_the_same) {
    constexpr std::size_t size = 4'096;
    constexpr std::size_t threads = 4;
    const table made(size, 2);
    const auto book = vietnam_rulebook();
    const civil_second as_of = at(2020, 6, 1);
    std::mutex mutex;
    rule_set alone(book);
    rule_finder finder(ask_rules{&alone, &mutex});
    written expected(size);
    assess_rows(made.rows(request_channels, 0, size), as_of, finder, expected.columns());

    rule_set shared(book);
    std::vector<written> parts(threads, written(size / threads));
    {
        std::vector<std::thread> running;
        for (std::size_t i = 0; i < threads; ++i) {
            running.emplace_back([&, i] {
                rule_finder mine(ask_rules{&shared, &mutex});
                assess_rows(made.rows(request_channels, i * size / threads, size / threads), as_of, mine,
                            parts[i].columns());
            });
        }
        for (std::thread& one : running) one.join();
    }
    for (std::size_t row = 0; row < size; ++row) {
        const written& part = parts[row / (size / threads)];
        const std::size_t i = row % (size / threads);
        ASSERT_EQ(part.timely[i], expected.timely[row]);
        ASSERT_EQ(part.due_date[i], expected.due_date[row]);
        ASSERT_EQ(part.flags[i], expected.flags[row]);
        ASSERT_EQ(part.error[i], expected.error[row]);
    }
}

TEST(summary, every_row_is_counted_once_and_parts_add_up) {
    std::mt19937 draw(3);
    constexpr std::size_t rows = 5'000;
    std::vector<std::int32_t> groups, margin;
    std::vector<std::int8_t> timely;
    std::vector<std::int16_t> errors;
    for (std::size_t row = 0; row < rows; ++row) {
        groups.push_back(static_cast<std::int32_t>(draw() % 3));
        margin.push_back(static_cast<std::int32_t>(draw() % 21) - 10);
        timely.push_back(static_cast<std::int8_t>(draw() % 7));
        errors.push_back(draw() % 10 == 0 ? std::int16_t{110} : std::int16_t{0});
    }
    const auto of = [&](std::size_t first, std::size_t count) {
        std::array<summary, 3> out;
        summarize_rows(std::span(groups).subspan(first, count), std::span(timely).subspan(first, count),
                       std::span(margin).subspan(first, count), std::span(errors).subspan(first, count), out);
        return out;
    };
    const auto whole = of(0, rows);
    const auto a = of(0, 1'234), b = of(1'234, rows - 1'234);
    std::int64_t counted = 0;
    for (std::size_t group = 0; group < 3; ++group) {
        EXPECT_EQ(a[group] + b[group], whole[group]);
        EXPECT_EQ(b[group] + a[group], whole[group]);
        counted += whole[group].rows();
        EXPECT_GT(whole[group].errors, 0);
    }
    EXPECT_EQ(counted, static_cast<std::int64_t>(rows));
    std::int64_t late_days = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        if (errors[row] == 0 && timely[row] == 2 && margin[row] < 0) late_days -= margin[row];
    }
    EXPECT_EQ(whole[0].late_days + whole[1].late_days + whole[2].late_days, late_days);
}

TEST(summary, the_values_are_frozen) {
    EXPECT_EQ(static_cast<int>(timeliness::not_applicable), 6);
    EXPECT_EQ(static_cast<int>(dossier_state::returned), 11);
    EXPECT_EQ(static_cast<std::uint32_t>(verdict_flag::pause_unknown), 1U << 10);
}

}  // namespace
}  // namespace thoihan
