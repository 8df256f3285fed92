// Time limits: read, written, looked into.
#include "thoihan/time_limit.hpp"

#include <pybind11/pybind11.h>

#include <array>
#include <string>

#include "refuse.hpp"
#include "thoihan/limit_text.hpp"
#include "topics.hpp"

namespace thoihan::python {
namespace {

namespace py = pybind11;

// By limit_unit.
constexpr std::array unit_names{"working_day",    "day",  "week",   "month",   "year", "working_hour",
                                "working_minute", "hour", "minute", "same_day"};

/// Legs of parts, each (halves, unit).
py::list legs_of(const time_limit& limit) {
    py::list legs;
    for (const limit_leg& leg : limit.legs()) {
        py::list parts;
        for (const limit_part& part : leg.parts()) {
            parts.append(py::make_tuple(part.halves, unit_names.at(static_cast<std::size_t>(part.unit))));
        }
        legs.append(parts);
    }
    return legs;
}

}  // namespace

void register_limit(py::module_& module) {
    py::class_<time_limit>(module, "TimeLimit", "Legs of parts, each an amount and a unit.")
        .def_static(
            "parse", [](const std::string& text) { return value_of(parse_limit(text), "limit", text); },
            py::arg("text"))
        .def(
            "text",
            [](const time_limit& self, bool vietnamese) {
                return limit_text(self, vietnamese ? language::vietnamese : language::english);
            },
            py::arg("vietnamese"))
        .def("legs", &legs_of)
        .def(
            "__eq__", [](const time_limit& a, const time_limit& b) { return a == b; }, py::is_operator())
        .def("__hash__", [](const time_limit& self) { return py::hash(py::str(limit_text(self))); });
    module.def(
        "fold_text", [](const std::string& text) { return fold_text(text); }, py::arg("text"));
}

}  // namespace thoihan::python
