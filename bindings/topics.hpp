// bindings/topics.hpp: the parts of the module, one file each.
#ifndef THOIHAN_BINDINGS_TOPICS_HPP
#define THOIHAN_BINDINGS_TOPICS_HPP

#include <pybind11/pybind11.h>

namespace thoihan::python {

void register_calendar(pybind11::module_& module);
void register_office_hours(pybind11::module_& module);
void register_working_clock(pybind11::module_& module);
void register_limit(pybind11::module_& module);
void register_rulebook(pybind11::module_& module);
void register_dossier(pybind11::module_& module);
void register_ids(pybind11::module_& module);
void register_summary(pybind11::module_& module);
void register_batch(pybind11::module_& module);

}  // namespace thoihan::python

#endif  // THOIHAN_BINDINGS_TOPICS_HPP
