// thoihan._core: thin and strict. What is friendly is written in Python, in python/thoihan.
#include <pybind11/pybind11.h>

#include "arrow.hpp"
#include "column.hpp"
#include "convert.hpp"
#include "refuse.hpp"
#include "thoihan/version.hpp"
#include "topics.hpp"

PYBIND11_MODULE(_core, module) {
    namespace python = thoihan::python;
    module.doc() = "The compiled core of thoihan; use the package.";
    module.attr("__version__") = THOIHAN_VERSION;
    python::load_datetime();
    python::register_refusals(module);
    python::register_arrow(module);
    python::register_columns(module);
    python::register_calendar(module);
    python::register_office_hours(module);
    python::register_working_clock(module);
    python::register_limit(module);
    python::register_rulebook(module);
    python::register_dossier(module);
    python::register_ids(module);
    python::register_summary(module);
    python::register_batch(module);
}
