#include "convert.hpp"

#include <datetime.h>

#include <limits>
#include <utility>

#include "thoihan/limit_text.hpp"

namespace thoihan::python {
namespace {

[[noreturn]] void refuse(errc code, py::handle value, role what, const char* field) {
    throw refusal({code}, field, code == errc::value_empty ? std::string() : text_of_object(value), wanted_as(what));
}

/// None, and what other libraries have in its place.
bool is_missing(py::handle value) {
    if (value.is_none()) return true;
    const std::string_view type = Py_TYPE(value.ptr())->tp_name;
    return type.ends_with("NaTType") || type.ends_with("NAType");
}

std::int64_t number_of_text(py::handle value, role what, const char* field) {
    Py_ssize_t size = 0;
    const char* characters = PyUnicode_AsUTF8AndSize(value.ptr(), &size);
    if (characters == nullptr) throw py::error_already_set();
    const std::string_view text(characters, static_cast<std::size_t>(size));
    const auto number = parse(text, what);
    if (number) return *number;
    if (text.empty()) refuse(errc::value_empty, value, what, field);
    throw refusal(number.why(), field, std::string(text), number.code() == errc::syntax ? wanted_as(what) : wanted{});
}

std::int64_t day_number(py::handle value) {
    return thoihan::day_from(
               {PyDateTime_GET_YEAR(value.ptr()), PyDateTime_GET_MONTH(value.ptr()), PyDateTime_GET_DAY(value.ptr())})
        .number;
}

std::int64_t instant_number(py::handle value, const char* field) {
    PyObject* at = value.ptr();
    if (PyDateTime_DATE_GET_TZINFO(at) != Py_None) {
        throw refusal({errc::field_type}, field, text_of_object(value),
                      {"a datetime without tzinfo, the civil time of the office",
                       "datetime không có tzinfo, theo giờ của cơ quan"});
    }
    if (const int part = PyDateTime_DATE_GET_MICROSECOND(at); part != 0) {
        throw refusal({errc::fraction_of_second, part}, field, text_of_object(value));
    }
    const std::int32_t clock =
        PyDateTime_DATE_GET_HOUR(at) * 3600 + PyDateTime_DATE_GET_MINUTE(at) * 60 + PyDateTime_DATE_GET_SECOND(at);
    return day_number(value) * seconds_per_day + clock;
}

std::int64_t delta_number(py::handle value, const char* field) {
    PyObject* delta = value.ptr();
    if (const int part = PyDateTime_DELTA_GET_MICROSECONDS(delta); part != 0) {
        throw refusal({errc::fraction_of_second, part}, field, text_of_object(value));
    }
    return std::int64_t{PyDateTime_DELTA_GET_DAYS(delta)} * seconds_per_day + PyDateTime_DELTA_GET_SECONDS(delta);
}

/// The working seconds of a limit in working hours or minutes, «8 giờ làm việc».
std::int64_t limit_number(py::handle value, const char* field) {
    const auto text = value.cast<std::string>();
    const auto limit = parse_limit(text);
    if (!limit) throw refusal(limit.why(), field, text, wanted_as(role::seconds));
    const auto parts = limit->leg(0).parts();
    const bool in_hours = parts.front().unit == limit_unit::working_hour;
    if (limit->legs().size() > 1 || parts.size() > 1 ||
        !(in_hours || parts.front().unit == limit_unit::working_minute)) {
        refuse(errc::field_type, value, role::seconds, field);
    }
    return std::int64_t{parts.front().halves} * (in_hours ? 1800 : 30);
}

/// A whole number; one that has more than 64 bits becomes the nearest that has not, which leads out of any calendar.
std::int64_t whole_number(py::handle value, role what, const char* field) {
    if (PyBool_Check(value.ptr()) != 0 || PyIndex_Check(value.ptr()) == 0) refuse(errc::field_type, value, what, field);
    const auto number = py::reinterpret_steal<py::object>(PyNumber_Index(value.ptr()));
    if (!number) {
        PyErr_Clear();
        refuse(errc::field_type, value, what, field);
    }
    int overflow = 0;
    const long long held = PyLong_AsLongLongAndOverflow(number.ptr(), &overflow);
    if (overflow > 0) return std::numeric_limits<std::int64_t>::max();
    if (overflow < 0) return std::numeric_limits<std::int64_t>::min() + 1;
    return held;
}

}  // namespace

void load_datetime() {
    PyDateTime_IMPORT;
    if (PyDateTimeAPI == nullptr) throw py::error_already_set();
}

wanted wanted_as(role what) {
    switch (what) {
        case role::day: return {"a date, or text YYYY-MM-DD", "date, hoặc chuỗi YYYY-MM-DD"};
        case role::instant:
            return {"a datetime, or text YYYY-MM-DDTHH:MM:SS", "datetime, hoặc chuỗi YYYY-MM-DDTHH:MM:SS"};
        case role::count: return {"a whole number (int)", "số nguyên (int)"};
        case role::seconds:
            return {"whole seconds: an int, a timedelta, or working hours such as '8 giờ làm việc'",
                    "số giây nguyên: int, timedelta, hoặc giờ làm việc như «8 giờ làm việc»"};
    }
    return {};
}

std::string text_of_object(py::handle value) {
    const auto text = py::reinterpret_steal<py::object>(PyObject_Str(value.ptr()));
    if (!text) {
        PyErr_Clear();
        return Py_TYPE(value.ptr())->tp_name;
    }
    return text.cast<std::string>();
}

std::int64_t number_from(py::handle value, role what, const char* field) {
    PyObject* object = value.ptr();
    const bool is_day = PyDate_Check(object) != 0;  // a datetime is one too
    const bool is_instant = is_day && PyDateTime_Check(object) != 0;
    if (is_missing(value)) refuse(errc::value_empty, value, what, field);
    switch (what) {
        case role::day:
            if (is_day && !is_instant) return day_number(value);
            if (PyUnicode_Check(object) != 0) return number_of_text(value, what, field);
            break;
        case role::instant:
            if (is_instant) return instant_number(value, field);
            if (PyUnicode_Check(object) != 0) return number_of_text(value, what, field);
            break;
        case role::seconds:
            if (PyDelta_Check(object) != 0) return delta_number(value, field);
            if (PyUnicode_Check(object) != 0) return limit_number(value, field);
            return whole_number(value, what, field);
        case role::count: return whole_number(value, what, field);
    }
    refuse(errc::field_type, value, what, field);
}

py::object date_of(civil_day day) {
    const year_month_day parts = parts_of(day);
    auto date = py::reinterpret_steal<py::object>(PyDate_FromDate(parts.year, parts.month, parts.day));
    if (!date) throw py::error_already_set();
    return date;
}

py::object datetime_of(civil_second at) {
    const year_month_day parts = parts_of(day_of(at));
    const std::int32_t clock = clock_time(at);
    auto made = py::reinterpret_steal<py::object>(
        PyDateTime_FromDateAndTime(parts.year, parts.month, parts.day, clock / 3600, clock / 60 % 60, clock % 60, 0));
    if (!made) throw py::error_already_set();
    return made;
}

py::object like(py::handle asked, civil_day day) {
    if (PyUnicode_Check(asked.ptr()) == 0) return date_of(day);
    const auto text = thoihan::text_of(day);
    return py::str(text.view().data(), text.view().size());
}

py::object like(py::handle asked, civil_second at) {
    if (PyUnicode_Check(asked.ptr()) == 0) return datetime_of(at);
    const auto text = thoihan::text_of(at);
    return py::str(text.view().data(), text.view().size());
}

}  // namespace thoihan::python
