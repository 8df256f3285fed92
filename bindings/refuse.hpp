// bindings/refuse.hpp: how a failure becomes a thoihan.Error of Python.
#ifndef THOIHAN_BINDINGS_REFUSE_HPP
#define THOIHAN_BINDINGS_REFUSE_HPP

#include <pybind11/pybind11.h>

#include <cstdint>
#include <exception>
#include <string>
#include <utility>

#include "thoihan/error.hpp"
#include "thoihan/messages.hpp"

namespace thoihan::python {

/// What would be right, where it is known better than the catalogue does. Empty: as the catalogue says.
struct wanted {
    std::string english, vietnamese;
};

/// A question that is refused. The translator in refuse.cpp makes a thoihan.Error of it.
class refusal : public std::exception {
public:
    explicit refusal(failure because, std::string in_field = {}, std::string as_given = {}, wanted expected = {})
        : why(because), field(std::move(in_field)), value(std::move(as_given)), right(std::move(expected)) {}

    [[nodiscard]] const char* what() const noexcept override { return "thoihan: refused"; }

    failure why;
    std::string field;  ///< argument
    std::string value;  ///< as it was given
    wanted right;
    std::int64_t row = 0;       ///< of a column, from 1; 0: not in a column
    std::int64_t bad_rows = 0;  ///< how many rows of it are refused
};

/// The value of a result, or its refusal.
template <class T>
[[nodiscard]] T value_of(const result<T>& answer, const char* field = "", const std::string& value = {},
                         const wanted& right = {}) {
    if (!answer) throw refusal(answer.why(), field, value, right);
    return *answer;
}

void register_refusals(pybind11::module_& module);

}  // namespace thoihan::python

#endif  // THOIHAN_BINDINGS_REFUSE_HPP
