#include "refuse.hpp"

#include <pybind11/pybind11.h>

#include <string>

namespace thoihan::python {
namespace {

namespace py = pybind11;

/// " (3 bad rows in all)", where there are more than the one that is named.
std::string more_rows(std::int64_t rows, language words) {
    if (rows < 2) return {};
    const std::string number = std::to_string(rows);
    return words == language::vietnamese ? " (tất cả " + number + " dòng sai)" : " (" + number + " bad rows in all)";
}

void set_error(const failure& why, const error_place& place, const std::string& english, const std::string& vietnamese,
               std::int64_t bad_rows) {
    // Python's class, so that its documentation, pickling and tracebacks are those of any other exception.
    const py::object type = py::module_::import("thoihan.errors").attr("Error");
    const py::object error = type(message_of(why.code).name, english, vietnamese, place.file, place.line, place.field,
                                  place.value, bad_rows);
    PyErr_SetObject(type.ptr(), error.ptr());
}

void translate(std::exception_ptr raised) {  // NOLINT(performance-unnecessary-value-param): pybind11 has it so
    try {
        if (raised) std::rethrow_exception(raised);
    } catch (const refusal& refused) {
        error_place place{.file = {}, .line = refused.row, .field = refused.field, .value = refused.value, .right = {}};
        place.right = refused.right.english;
        const std::string english =
            message(refused.why, place, language::english) + more_rows(refused.bad_rows, language::english);
        place.right = refused.right.vietnamese;
        const std::string vietnamese =
            message(refused.why, place, language::vietnamese) + more_rows(refused.bad_rows, language::vietnamese);
        set_error(refused.why, place, english, vietnamese, refused.bad_rows);
    } catch (const error& thrown) {
        set_error(thrown.why(), thrown.place(), thrown.text(language::english), thrown.text(language::vietnamese), 0);
    }
}

}  // namespace

void register_refusals(py::module_& module) {
    py::register_local_exception_translator(&translate);
    module.def(
        "refuse",
        [](const std::string& code, const std::string& field, const std::string& value, const std::string& right,
           const std::string& right_vi) {
            for (const message_entry& entry : message_catalogue) {
                if (entry.name == code) throw refusal({entry.code}, field, value, {right, right_vi});
            }
            throw py::key_error(code);
        },
        py::arg("code"), py::arg("field"), py::arg("value") = "", py::arg("right") = "", py::arg("right_vi") = "",
        "Raises thoihan.Error with the words of the catalogue, for what is checked in Python.");
}

}  // namespace thoihan::python
