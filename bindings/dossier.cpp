// One dossier: its recorded times as Python has them, and its verdict.
#include "dossier.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <datetime.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>

#include "convert.hpp"
#include "refuse.hpp"
#include "thoihan/batch.hpp"
#include "thoihan/civil_text.hpp"
#include "thoihan/people_time.hpp"
#include "thoihan/rule_set.hpp"
#include "thoihan/verdict.hpp"
#include "topics.hpp"

namespace thoihan::python {
namespace {

/// The text without the fraction of its seconds, for texts that are refused for having one.
std::string without_fraction(std::string_view text) {
    std::string out(text);
    const auto point = out.rfind('.');
    if (point == std::string::npos) return out;
    auto end = point + 1;
    while (end < out.size() && out[end] >= '0' && out[end] <= '9') ++end;
    out.erase(point, end - point);
    return out;
}

wanted wanted_time() {
    return {"a date, a datetime, or text such as 15/03/2022 14:35 or 2022-03-15T14:35:20",
            "date, datetime, hoặc chuỗi như 15/03/2022 14:35 hoặc 2022-03-15T14:35:20"};
}

}  // namespace

recorded_time time_from(py::handle value, const zone_table& zone, const char* field) {
    recorded_time out;
    if (value.is_none()) return out;
    PyObject* object = value.ptr();
    if (PyUnicode_Check(object) != 0) {
        Py_ssize_t size = 0;
        const char* characters = PyUnicode_AsUTF8AndSize(object, &size);
        if (characters == nullptr) throw py::error_already_set();
        const std::string_view text(characters, static_cast<std::size_t>(size));
        out = read_recorded(text, zone);
        if (out.code != errc::ok) {
            const auto why = parse_people_time(text).why();
            throw refusal(why.code == out.code ? why : failure{out.code}, field, std::string(text),
                          out.code == errc::syntax ? wanted_time() : wanted{});
        }
        return out;
    }
    if (PyDate_Check(object) == 0) {
        throw refusal({errc::field_type}, field, text_of_object(value), wanted_time());
    }
    out.is_there = true;
    if (PyDateTime_Check(object) == 0) {
        out.precision = time_precision::day;
        out.at = start_of(day_from(value, field));
        return out;
    }
    const std::int32_t clock = PyDateTime_DATE_GET_HOUR(object) * 3600 + PyDateTime_DATE_GET_MINUTE(object) * 60 +
                               PyDateTime_DATE_GET_SECOND(object);
    const civil_day day =
        thoihan::day_from({PyDateTime_GET_YEAR(object), PyDateTime_GET_MONTH(object), PyDateTime_GET_DAY(object)});
    out.at = start_of(day) + clock;
    if (PyDateTime_DATE_GET_TZINFO(object) != Py_None) {
        const py::object offset = value.attr("utcoffset")();
        out.at = zone.civil_of({out.at.number - number_from(offset, role::seconds, field)});
    }
    return out;
}

namespace {

constexpr std::array state_names{"not_received",    "rejected",  "processing", "waiting_supplement",
                                 "waiting_payment", "suspended", "withdrawn",  "stopped",
                                 "completed",       "delivered", "refused",    "returned"};
constexpr std::array timeliness_names{"early", "on_time", "late", "within", "overdue", "paused", "not_applicable"};
constexpr std::array certainty_names{"announced", "projected"};
constexpr std::array limit_source_names{"rulebook", "row", "call"};
constexpr std::array flag_names{"time_unknown",      "completion_missing", "status_contradicted", "projected",
                                "appointment_early", "appointment_late",   "appointment_missing", "appointment_closed",
                                "limit_differs",     "local_limit_longer", "pause_unknown"};

template <std::size_t Size>
py::tuple names(const std::array<const char*, Size>& list) {
    py::tuple out(Size);
    for (std::size_t i = 0; i < Size; ++i) out[i] = list[i];
    return out;
}

const char* name_of(timeliness is) { return timeliness_names[static_cast<std::size_t>(is)]; }
py::object name_of(const std::optional<timeliness>& is) { return is ? py::object(py::str(name_of(*is))) : py::none(); }

/// A verdict with the rule that it is by.
struct dossier_verdict {
    verdict is;
    const resolved_rule* rule = nullptr;  ///< null: there is no receipt
    std::shared_ptr<const rulebook> book;

    template <class T>
    [[nodiscard]] py::object if_due(T made) const {
        return is.has_due ? py::cast(made) : py::none();
    }
};

/// Single dossiers under one rulebook; the rules that they need are resolved once.
class dossier_assessor {
public:
    explicit dossier_assessor(std::shared_ptr<const rulebook> book) : book_(book), rules_(std::move(book)) {}

    dossier_verdict assess(kept_request& asked, const std::array<py::handle, 5>& times, std::int32_t status,
                           std::int64_t as_of) {
        const zone_table& zone = book_->zone();
        dossier of;
        const auto recorded = [&](std::size_t i, dossier_field field, time_precision& precision) {
            const recorded_time time = time_from(times[i], zone, python::name_of(field));
            if (!time.is_there) return std::optional<civil_second>();
            if (time.precision == time_precision::day) precision = time_precision::day;
            return std::optional<civil_second>(time.at);
        };
        const recorded_time received = time_from(times[0], zone, python::name_of(dossier_field::received_at));
        of.first_appointment = recorded(1, dossier_field::first_appointment_at, of.appointment_precision);
        of.appointment = recorded(2, dossier_field::appointment_at, of.appointment_precision);
        of.completed = recorded(3, dossier_field::completed_at, of.end_precision);
        of.delivered = recorded(4, dossier_field::delivered_at, of.end_precision);
        of.status = status;

        dossier_verdict out;
        out.book = book_;
        static constexpr rule no_rule{};
        const rule* by = &no_rule;
        if (received.is_there) {
            of.received = receipt{received.at, asked.via, received.precision};
        }
        if (received.is_there && received.at.number < as_of) {
            const auto number = rules_.number_of(asked.on(day_of(received.at), conditions_));
            if (!number) refuse(number.why(), detail::field_of_rule_failure(number.code()), asked, times);
            out.rule = &rules_.rules()[*number];
            by = &out.rule->how;
        }
        const auto is = verdict_of(*by, of, {as_of});
        if (!is) refuse(is.why(), detail::field_of_failure(is.why(), of), asked, times);
        out.is = *is;
        if (out.rule != nullptr) out.is.flags |= out.rule->flags;
        return out;
    }

private:
    [[noreturn]] static void refuse(const failure& why, dossier_field about, const kept_request& asked,
                                    const std::array<py::handle, 5>& times) {
        std::string value;
        switch (about) {
            case dossier_field::procedure: value = asked.procedure; break;
            case dossier_field::limit: value = asked.limit; break;
            case dossier_field::agency: value = asked.agency; break;
            case dossier_field::received_at: value = times[0].is_none() ? "" : text_of_object(times[0]); break;
            case dossier_field::completed_at: value = text_of_object(times[3]); break;
            case dossier_field::delivered_at: value = text_of_object(times[4]); break;
            case dossier_field::status: value = std::to_string(why.a); break;
            default: break;
        }
        throw refusal(why, python::name_of(about), value);
    }

    std::shared_ptr<const rulebook> book_;
    rule_set rules_;
    std::vector<std::string_view> conditions_;
};

}  // namespace

recorded_time read_recorded(std::string_view text, const zone_table& zone) noexcept {
    recorded_time out;
    auto read = parse_people_time(text);
    if (read.code() == errc::value_empty) return out;
    if (read.code() == errc::fraction_of_second) read = parse_people_time(without_fraction(text));
    out.is_there = true;
    out.code = read.code();
    if (!read) return out;
    out.at = read->offset ? zone.civil_of({read->at.number - *read->offset}) : read->at;
    out.precision = read->has_time ? time_precision::second : time_precision::day;
    return out;
}

std::optional<channel> channel_of(std::string_view folded) noexcept {
    constexpr std::array<std::pair<std::string_view, channel>, 20> known{{
        {"", channel::counter},
        {"1", channel::counter},
        {"counter", channel::counter},
        {"truc tiep", channel::counter},
        {"tai quay", channel::counter},
        {"in person", channel::counter},
        {"direct", channel::counter},
        {"2", channel::online},
        {"online", channel::online},
        {"truc tuyen", channel::online},
        {"3", channel::post},
        {"post", channel::post},
        {"buu chinh", channel::post},
        {"buu dien", channel::post},
        {"mail", channel::post},
        {"qua buu chinh", channel::post},
        {"qua buu dien", channel::post},
        {"dich vu buu chinh", channel::post},
        {"nop truc tiep", channel::counter},
        {"nop truc tuyen", channel::online},
    }};
    const auto found = std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.first == folded; });
    if (found == known.end()) return {};
    return found->second;
}

void register_dossier(py::module_& module) {
    PyDateTime_IMPORT;
    if (PyDateTimeAPI == nullptr) throw py::error_already_set();

    module.attr("STATES") = names(state_names);
    module.attr("TIMELINESS") = names(timeliness_names);
    module.attr("CERTAINTIES") = names(certainty_names);
    module.attr("LIMIT_SOURCES") = names(limit_source_names);
    module.attr("FLAGS") = names(flag_names);

    const auto optional_instant = [](const dossier_verdict& v, civil_second at) -> py::object {
        return v.is.has_due ? datetime_of(at) : py::none();
    };
    py::class_<dossier_verdict>(module, "Verdict", "Was it in time? State and timeliness of one dossier.")
        .def_property_readonly(
            "state", [](const dossier_verdict& v) { return state_names[static_cast<std::size_t>(v.is.state)]; })
        .def_property_readonly("timeliness", [](const dossier_verdict& v) { return name_of(v.is.against_due); })
        .def_property_readonly(
            "due_date",
            [](const dossier_verdict& v) { return v.is.has_due ? date_of(v.is.due.due_date) : py::object(py::none()); })
        .def_property_readonly("due_at", [=](const dossier_verdict& v) { return optional_instant(v, v.is.due.due_at); })
        .def_property_readonly("legal_end",
                               [=](const dossier_verdict& v) { return optional_instant(v, v.is.due.legal_end); })
        .def_property_readonly("margin_days", [](const dossier_verdict& v) { return v.if_due(v.is.margin_days); })
        .def_property_readonly("margin_working_days",
                               [](const dossier_verdict& v) { return v.if_due(v.is.margin_working_days); })
        .def_property_readonly("margin_seconds", [](const dossier_verdict& v) { return v.is.margin_seconds; })
        .def_property_readonly("used", [](const dossier_verdict& v) { return v.if_due(v.is.used); })
        .def_property_readonly("waited_days", [](const dossier_verdict& v) { return v.if_due(v.is.waited_days); })
        .def_property_readonly("percent_used",
                               [](const dossier_verdict& v) -> std::optional<double> {
                                   if (!v.is.has_due || !v.is.begun || v.is.allowed <= 0) return {};
                                   return 100.0 * static_cast<double>(v.is.used) / static_cast<double>(v.is.allowed);
                               })
        .def_property_readonly("flags",
                               [](const dossier_verdict& v) {
                                   py::list out;
                                   for (std::size_t bit = 0; bit < flag_names.size(); ++bit) {
                                       if ((v.is.flags >> bit & 1U) != 0) out.append(flag_names[bit]);
                                   }
                                   return py::tuple(out);
                               })
        .def_property_readonly("flag_bits", [](const dossier_verdict& v) { return v.is.flags; })
        .def_property_readonly("vs_computed", [](const dossier_verdict& v) { return name_of(v.is.against_computed); })
        .def_property_readonly("vs_first_appointment",
                               [](const dossier_verdict& v) { return name_of(v.is.against_first); })
        .def_property_readonly("vs_latest_appointment",
                               [](const dossier_verdict& v) { return name_of(v.is.against_latest); })
        .def_property_readonly(
            "certainty",
            [](const dossier_verdict& v) { return v.if_due(certainty_names[static_cast<std::size_t>(v.is.due.sure)]); })
        .def_property_readonly("rule",
                               [](const dossier_verdict& v) -> std::optional<std::string> {
                                   if (v.rule == nullptr || !v.is.has_due) return {};
                                   return v.rule->name;
                               })
        .def_property_readonly("limit_source",
                               [](const dossier_verdict& v) -> std::optional<const char*> {
                                   if (v.rule == nullptr || !v.is.has_due) return {};
                                   return limit_source_names[static_cast<std::size_t>(v.rule->from)];
                               })
        .def("__repr__", [](const dossier_verdict& v) {
            std::string text = "<Verdict ";
            text.append(state_names[static_cast<std::size_t>(v.is.state)])
                .append(", ")
                .append(name_of(v.is.against_due));
            if (v.is.has_due) text.append(", due ").append(text_of(v.is.due.due_date).view());
            return text.append(">");
        });

    module.def(
        "as_of_second",
        [](py::handle value, const std::shared_ptr<rulebook>& book) {
            // A date is the end of that day: the 00:00 of the next is the first instant that is not seen.
            const recorded_time at = time_from(value, book->zone(), "as_of");
            if (!at.is_there) throw refusal({errc::value_empty}, "as_of", "", wanted_time());
            return (at.precision == time_precision::day ? at.at + seconds_per_day : at.at).number;
        },
        py::arg("value"), py::arg("book"));

    module.def(
        "time_failure",
        [](const std::string& text) -> std::optional<std::pair<std::int64_t, std::int64_t>> {
            const failure why = parse_people_time(text).why();
            if (why.code == errc::ok || why.code == errc::fraction_of_second) return {};
            return std::pair(why.a, why.b);
        },
        py::arg("text"), "The two integers of why a text is no time; None where it is one.");

    py::class_<dossier_assessor>(module, "DossierAssessor", "Single dossiers under one rulebook.")
        .def(py::init(
                 [](std::shared_ptr<rulebook> book) { return std::make_unique<dossier_assessor>(std::move(book)); }),
             py::arg("book"))
        .def(
            "assess",
            [](dossier_assessor& self, std::string procedure, std::string limit, std::string agency,
               const std::string& via, std::vector<std::string> conditions, py::handle received, py::handle first,
               py::handle appointment, py::handle completed, py::handle delivered, std::int32_t status,
               std::int64_t as_of) {
                kept_request asked;
                asked.procedure = std::move(procedure);
                asked.limit = std::move(limit);
                asked.agency = std::move(agency);
                asked.conditions = std::move(conditions);
                const auto known = channel_of(via);
                if (!known) throw refusal({errc::channel_unknown}, "channel", via);
                asked.via = *known;
                return self.assess(asked, {received, first, appointment, completed, delivered}, status, as_of);
            },
            py::arg("procedure"), py::arg("limit"), py::arg("agency"), py::arg("channel"), py::arg("conditions"),
            py::arg("received_at"), py::arg("first_appointment_at"), py::arg("appointment_at"), py::arg("completed_at"),
            py::arg("delivered_at"), py::arg("status"), py::arg("as_of"));
}

}  // namespace thoihan::python
