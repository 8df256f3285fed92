// bindings/ask.hpp: one question put to every row of some columns.
#ifndef THOIHAN_BINDINGS_ASK_HPP
#define THOIHAN_BINDINGS_ASK_HPP

#include <pybind11/pybind11.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "column.hpp"
#include "refuse.hpp"
#include "thoihan/amount.hpp"
#include "thoihan/civil.hpp"
#include "thoihan/error.hpp"

namespace thoihan::python {

/// A day of a column. A number that is no int32 becomes one that lies outside any calendar.
[[nodiscard]] inline civil_day day_in(std::int64_t number) noexcept {
    using limits = std::numeric_limits<std::int32_t>;
    return {static_cast<std::int32_t>(std::clamp<std::int64_t>(number, limits::min(), limits::max()))};
}

namespace detail {

[[nodiscard]] inline std::int64_t integer_of(bool answer) noexcept { return answer ? 1 : 0; }
[[nodiscard]] inline std::int64_t integer_of(civil_day answer) noexcept { return answer.number; }
[[nodiscard]] inline std::int64_t integer_of(civil_second answer) noexcept { return answer.number; }
template <class Unit>
[[nodiscard]] std::int64_t integer_of(amount<Unit> answer) noexcept {
    return answer.count;
}

/// The one size that all columns have; 1 where all are scalars.
template <std::size_t Count>
[[nodiscard]] std::size_t common_size(const std::array<const column*, Count>& columns) {
    std::optional<std::size_t> size;
    const column* lead = nullptr;
    for (const column* one : columns) {
        if (!one->size()) continue;
        if (!size) lead = one;
        if (!size) size = one->size();
        if (one->size() != size) {
            const std::string rows = std::to_string(*size);
            throw refusal({errc::field_type}, one->field(), std::to_string(*one->size()),
                          {rows + " rows, as " + lead->field() + " has", rows + " dòng, như " + lead->field()});
        }
    }
    return size.value_or(1);
}

/// Why a row is refused, worked out again now that there is time for words.
template <std::size_t Count, class Question>
[[nodiscard]] refusal refusal_of(const std::array<const column*, Count>& columns, const Question& question,
                                 std::size_t row) {
    std::array<std::int64_t, Count> values{};
    bool is_missing = false;
    for (std::size_t k = 0; k < Count; ++k) {
        if (auto bad = columns[k]->why_bad(row)) return *bad;
        block rows;
        rows.states[0] = row_state::present;
        columns[k]->read_one(row, rows);
        values[k] = rows.values[0];
        if (rows.states[0] == row_state::missing) return refusal({errc::value_empty}, columns[k]->field());
        is_missing |= rows.states[0] != row_state::present;
    }
    const auto answer = question(values);
    const failure why = answer || is_missing ? failure{errc::field_type} : answer.why();
    // A failure of the calendar is about the first argument; a negative amount about the last.
    const column* blamed = why.code == errc::negative_amount ? columns[1 % Count] : columns[0];
    return refusal(why, blamed->field(), blamed->text_at(row));
}

}  // namespace detail

/// Asks `question(std::array<std::int64_t, Count>) -> result<...>` of each row and writes the answers. A row with a
/// missing value has a missing answer. Throws one refusal for all bad rows, which names the first.
template <std::size_t Count, class Question>
py::object ask(const std::array<const column*, Count>& columns, output& out, answer_kind kind,
               const Question& question) {
    const std::size_t size = detail::common_size(columns);
    out.begin(kind, size);
    const bool holds_missing = out.holds_missing();
    std::size_t bad_rows = 0;
    std::size_t first_bad = 0;
    {
        const py::gil_scoped_release release;
        std::array<block, Count> asked;
        std::array<column::cursor, Count> at;
        block answers;
        for (std::size_t first = 0; first < size; first += block_rows) {
            const std::size_t count = std::min(block_rows, size - first);
            bool all_present = true;
            for (std::size_t k = 0; k < Count; ++k) {
                columns[k]->read(at[k], count, asked[k]);
                all_present &= asked[k].all_present;
            }
            answers.all_present = true;
            const auto set = [&](std::size_t i, row_state state) {
                if (answers.all_present) std::fill_n(answers.states.begin(), count, row_state::present);
                answers.all_present = false;
                answers.states[i] = state;
                answers.values[i] = 0;
            };
            for (std::size_t i = 0; i < count; ++i) {
                std::array<std::int64_t, Count> values;
                for (std::size_t k = 0; k < Count; ++k) values[k] = asked[k].values[i];
                if (!all_present) {
                    row_state state = row_state::present;
                    for (std::size_t k = 0; k < Count; ++k) state = std::max(state, asked[k].states[i]);
                    if (state == row_state::missing && !holds_missing) state = row_state::bad;
                    if (state != row_state::present) {
                        set(i, state);
                        continue;
                    }
                }
                if (const auto answer = question(values)) {
                    answers.values[i] = detail::integer_of(*answer);
                } else {
                    set(i, row_state::bad);
                }
            }
            out.write(first, count, answers);
            if (answers.all_present) continue;
            for (std::size_t i = 0; i < count; ++i) {
                if (answers.states[i] != row_state::bad) continue;
                if (bad_rows++ == 0) first_bad = first + i;
            }
        }
    }
    if (bad_rows > 0) {
        refusal refused = detail::refusal_of(columns, question, first_bad);
        refused.row = static_cast<std::int64_t>(first_bad) + 1;
        refused.bad_rows = static_cast<std::int64_t>(bad_rows);
        throw refusal(std::move(refused));
    }
    return out.take();
}

}  // namespace thoihan::python

#endif  // THOIHAN_BINDINGS_ASK_HPP
