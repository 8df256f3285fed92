// WorkingClock: seconds of office hours, for one instant and for columns.
#include "thoihan/working_clock.hpp"

#include <pybind11/pybind11.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "ask.hpp"
#include "column.hpp"
#include "convert.hpp"
#include "refuse.hpp"
#include "topics.hpp"

namespace thoihan::python {
namespace {

wanted inside(const working_clock& clock) {
    const std::string first(thoihan::text_of(start_of(clock.days().first())).view());
    const std::string last(thoihan::text_of(clock.days().last()).view());
    return {"an instant from " + first + " to 24:00 of " + last,
            "một thời điểm từ " + first + " đến 24:00 ngày " + last};
}

template <class T>
T answer_of(const working_clock& clock, const result<T>& answer, const char* field, py::handle value) {
    if (answer) return *answer;
    const bool outside = answer.code() == errc::instant_outside;
    throw refusal(answer.why(), field, text_of_object(value), outside ? inside(clock) : wanted{});
}

bool is_open(const working_clock& self, py::handle t) {
    return answer_of(self, self.is_open(second_from(t, "t")), "t", t);
}

py::object next_open(const working_clock& self, py::handle t) {
    return like(t, answer_of(self, self.next_open(second_from(t, "t")), "t", t));
}

std::int64_t elapsed(const working_clock& self, py::handle a, py::handle b) {
    const civil_second from = second_from(a, "a");
    const civil_second to = second_from(b, "b");
    const auto passed = self.elapsed(from, to);
    if (passed) return passed->count;
    const bool a_is_right = self.reading(from).has_value();
    return answer_of(self, passed, a_is_right ? "b" : "a", a_is_right ? b : a).count;
}

py::object advance(const working_clock& self, py::handle t, py::handle seconds) {
    const civil_second from = second_from(t, "t");
    const working_seconds amount{number_from(seconds, role::seconds, "seconds")};
    return like(t, answer_of(self, self.advance(from, amount), "t", t));
}

py::object latest(const working_clock& self, py::handle t, py::handle seconds) {
    const civil_second from = second_from(t, "t");
    const working_seconds amount{number_from(seconds, role::seconds, "seconds")};
    const auto at = self.latest(from, amount);
    const bool negative = at.code() == errc::negative_amount;
    return like(t, answer_of(self, at, negative ? "seconds" : "t", negative ? seconds : t));
}

template <std::size_t Count, class Question>
py::object ask_clock(const working_clock& self, const std::array<const column*, Count>& columns, output& out,
                     answer_kind kind, const Question& question) {
    try {
        return ask(columns, out, kind, question);
    } catch (refusal& refused) {
        if (refused.why.code == errc::instant_outside) refused.right = inside(self);
        throw;
    }
}

py::object is_open_rows(const working_clock& self, const column& t, output& out) {
    return ask_clock<1>(self, {&t}, out, answer_kind::truth,
                        [&](const auto& values) { return self.is_open(civil_second{values[0]}); });
}

py::object next_open_rows(const working_clock& self, const column& t, output& out) {
    return ask_clock<1>(self, {&t}, out, answer_kind::instant,
                        [&](const auto& values) { return self.next_open(civil_second{values[0]}); });
}

py::object elapsed_rows(const working_clock& self, const column& a, const column& b, output& out) {
    return ask_clock<2>(self, {&a, &b}, out, answer_kind::number, [&](const auto& values) {
        return self.elapsed(civil_second{values[0]}, civil_second{values[1]});
    });
}

py::object advance_rows(const working_clock& self, const column& t, const column& seconds, output& out) {
    return ask_clock<2>(self, {&t, &seconds}, out, answer_kind::instant, [&](const auto& values) {
        return self.advance(civil_second{values[0]}, working_seconds{values[1]});
    });
}

py::object latest_rows(const working_clock& self, const column& t, const column& seconds, output& out) {
    return ask_clock<2>(self, {&t, &seconds}, out, answer_kind::instant, [&](const auto& values) {
        return self.latest(civil_second{values[0]}, working_seconds{values[1]});
    });
}

}  // namespace

void register_working_clock(py::module_& module) {
    py::class_<working_clock>(module, "WorkingClock", "Working seconds; see include/thoihan/working_clock.hpp.")
        .def(py::init<calendar, office_hours>(), py::arg("calendar"), py::arg("hours"))
        .def("is_open", &is_open, py::arg("t"))
        .def("next_open", &next_open, py::arg("t"))
        .def("elapsed", &elapsed, py::arg("a"), py::arg("b"))
        .def("advance", &advance, py::arg("t"), py::arg("seconds"))
        .def("latest", &latest, py::arg("t"), py::arg("seconds"))
        .def("is_open_rows", &is_open_rows, py::arg("t"), py::arg("output"))
        .def("next_open_rows", &next_open_rows, py::arg("t"), py::arg("output"))
        .def("elapsed_rows", &elapsed_rows, py::arg("a"), py::arg("b"), py::arg("output"))
        .def("advance_rows", &advance_rows, py::arg("t"), py::arg("seconds"), py::arg("output"))
        .def("latest_rows", &latest_rows, py::arg("t"), py::arg("seconds"), py::arg("output"));
}

}  // namespace thoihan::python
