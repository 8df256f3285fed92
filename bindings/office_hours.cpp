// OfficeHours: sessions by weekday, by date and from a date on.
#include "thoihan/office_hours.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "convert.hpp"
#include "refuse.hpp"
#include "thoihan/sessions.hpp"
#include "topics.hpp"

namespace thoihan::python {
namespace {

/// "07:00-11:30 13:30-17:00", as parse_sessions reads it; seconds where there are some.
std::string text_of(const sessions& hours) {
    const auto clock = [](std::int32_t time) {
        return std::string(clock_text(time).view().substr(0, time % 60 == 0 ? 5 : 8));
    };
    std::string text;
    for (const session& one : hours.list()) {
        text.append(text.empty() ? "" : " ").append(clock(one.open)).append("-").append(clock(one.close));
    }
    return text;
}

/// Sessions of one argument: a weekday or a date, which is named where they are bad.
sessions sessions_from(const std::string& text, const std::string& field) {
    return value_of(parse_sessions(text), field.c_str(), text);
}

office_hours joined(const office_hours& self, const office_hours& other) {
    const auto both = self.joined(other);
    if (both) return *both;
    const civil_day day{static_cast<std::int32_t>(both.why().a)};
    const std::string value = day == office_hours::always ? "" : std::string(thoihan::text_of(day).view());
    throw refusal(
        both.why(), "since", value,
        {"schedules that begin on different days (since=)", "các lịch giờ bắt đầu vào những ngày khác nhau (since=)"});
}

/// `week`: seven texts, Monday first; `fields`: what each is called in a message.
office_hours weekly(const std::vector<std::string>& week, const std::vector<std::string>& fields, py::handle since) {
    weekly_sessions made;
    for (std::size_t i = 0; i < made.size(); ++i) made[i] = sessions_from(week.at(i), fields.at(i));
    const civil_day from = since.is_none() ? office_hours::always : day_from(since, "since");
    return office_hours::weekly(made, from);
}

office_hours with_dates(const office_hours& self, const std::vector<std::pair<py::object, std::string>>& dates) {
    std::vector<office_hours::dated_sessions> made;
    for (const auto& [day, text] : dates) {
        const civil_day on = day_from(day, "dates");
        const std::string field = "dates[" + std::string(thoihan::text_of(on).view()) + "]";
        made.push_back({on, sessions_from(text, field)});
    }
    const auto hours = self.with_dates(made);
    if (hours) return *hours;
    throw refusal(hours.why(), "dates",
                  std::string(thoihan::text_of(civil_day{static_cast<std::int32_t>(hours.why().a)}).view()));
}

py::list schedules(const office_hours& self) {
    py::list list;
    for (const office_hours::schedule& one : self.schedules()) {
        py::list week;
        for (const sessions& hours : one.week) week.append(text_of(hours));
        py::object since = py::none();
        if (one.since != office_hours::always) since = date_of(one.since);
        list.append(py::make_tuple(since, week));
    }
    return list;
}

py::list dates(const office_hours& self) {
    py::list list;
    for (const office_hours::dated_sessions& one : self.dates()) {
        list.append(py::make_tuple(date_of(one.day), text_of(one.hours)));
    }
    return list;
}

}  // namespace

void register_office_hours(py::module_& module) {
    py::class_<office_hours>(module, "OfficeHours", "Which sessions a day has; see include/thoihan/office_hours.hpp.")
        .def(py::init<>(), "No hours on any day.")
        .def_static("weekly", &weekly, py::arg("week"), py::arg("fields"), py::arg("since"),
                    "Seven texts, Monday first.")
        .def("with_dates", &with_dates, py::arg("dates"))
        .def("joined", &joined, py::arg("other"))
        .def("schedules", &schedules, "(since or None, seven texts), in order.")
        .def("dates", &dates, "(date, text), in order.");
}

}  // namespace thoihan::python
