// Counts and sums of verdicts by group.
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "table.hpp"
#include "thoihan/summary.hpp"
#include "topics.hpp"

namespace thoihan::python {
namespace {

/// The summaries of groups, numbered from 0, of the columns group, timeliness, margin_days and error of a batch.
std::vector<summary> summarize(const py::object& batch, std::size_t groups) {
    const arrow_batch table(batch);
    std::vector<summary> out(groups);
    const auto numbers = table.numbers<std::int32_t>("group", 'i');
    const auto timely = table.numbers<std::int8_t>("timeliness", 'c');
    const auto margin = table.numbers<std::int32_t>("margin_days", 'i');
    const auto error = table.numbers<std::int16_t>("error", 's');
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const bool is_right = numbers[row] >= 0 && static_cast<std::size_t>(numbers[row]) < groups &&
                              timely[row] >= 0 && timely[row] <= static_cast<std::int8_t>(timeliness::not_applicable);
        if (!is_right) throw refusal({errc::field_type}, "group");
    }
    summarize_rows(numbers, timely, margin, error, out);
    return out;
}

}  // namespace

void register_summary(py::module_& module) {
    py::class_<summary>(module, "Summary", "Counts and sums of verdicts; summaries add up with +.")
        .def(py::init<>())
        .def_readonly("early", &summary::early)
        .def_readonly("on_time", &summary::on_time)
        .def_readonly("late", &summary::late)
        .def_readonly("within", &summary::within)
        .def_readonly("overdue", &summary::overdue)
        .def_readonly("paused", &summary::paused)
        .def_readonly("not_applicable", &summary::not_applicable)
        .def_readonly("errors", &summary::errors)
        .def_readonly("late_days", &summary::late_days)
        .def_readonly("overdue_days", &summary::overdue_days)
        .def_property_readonly("verdicts", &summary::verdicts)
        .def_property_readonly("rows", &summary::rows)
        .def(
            "__add__", [](const summary& a, const summary& b) { return a + b; }, py::is_operator())
        .def(
            "__eq__", [](const summary& a, const summary& b) { return a == b; }, py::is_operator());
    module.def("summarize", &summarize, py::arg("batch"), py::arg("groups"));
}

}  // namespace thoihan::python
