// bindings/convert.hpp: Python's dates, datetimes and numbers, to civil values and back.
//
// Over the datetime C API and strict: a datetime is no day, an aware datetime is no civil instant, True and 1.0
// are no counts. What is refused is refused by name (refuse.hpp), never read as something else.
#ifndef THOIHAN_BINDINGS_CONVERT_HPP
#define THOIHAN_BINDINGS_CONVERT_HPP

#include <pybind11/pybind11.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "refuse.hpp"
#include "thoihan/civil.hpp"
#include "thoihan/civil_text.hpp"
#include "thoihan/error.hpp"

namespace thoihan::python {

namespace py = pybind11;

/// What an argument is: each is one integer (days, civil seconds, a count, seconds).
enum class role : std::uint8_t { day, instant, count, seconds };

/// What is expected of an argument, in words.
[[nodiscard]] wanted wanted_as(role what);

/// Text of a day or an instant. Unlike parse_second, a day alone is refused as an instant.
[[nodiscard]] inline result<std::int64_t> parse(std::string_view text, role what) noexcept {
    if (what == role::day) {
        const auto day = parse_day(text);
        return day ? result<std::int64_t>(day->number) : day.why();
    }
    if (what == role::instant) {
        const auto at = parse_second(text);
        if (at && text.size() == 10) return {errc::syntax, 10};
        return at ? result<std::int64_t>(at->number) : at.why();
    }
    return {errc::field_type};
}

/// The integer of a Python object. Throws refusal, which names the field.
[[nodiscard]] std::int64_t number_from(py::handle value, role what, const char* field);

[[nodiscard]] inline civil_day day_from(py::handle value, const char* field) {
    return {static_cast<std::int32_t>(number_from(value, role::day, field))};
}
[[nodiscard]] inline civil_second second_from(py::handle value, const char* field) {
    return {number_from(value, role::instant, field)};
}

/// str of an object, for messages.
[[nodiscard]] std::string text_of_object(py::handle value);

[[nodiscard]] py::object date_of(civil_day day);
[[nodiscard]] py::object datetime_of(civil_second at);

/// An answer of the kind of what was asked: ISO text for text, a date or datetime for these.
[[nodiscard]] py::object like(py::handle asked, civil_day day);
[[nodiscard]] py::object like(py::handle asked, civil_second at);

/// Loads the datetime C API; to be called once, from the module.
void load_datetime();

}  // namespace thoihan::python

/// A role is a word in Python: "day", "instant", "count", "seconds".
template <>
struct pybind11::detail::type_caster<thoihan::python::role> {
    PYBIND11_TYPE_CASTER(thoihan::python::role, const_name("str"));

    bool load(handle source, bool) {
        const std::string word = isinstance<str>(source) ? source.cast<std::string>() : std::string();
        constexpr std::string_view words[] = {"day", "instant", "count", "seconds"};
        for (std::uint8_t i = 0; i < 4; ++i) {
            if (word == words[i]) value = static_cast<thoihan::python::role>(i);
            if (word == words[i]) return true;
        }
        return false;
    }
};

#endif  // THOIHAN_BINDINGS_CONVERT_HPP
