// Calendar: facts and lists in, questions about days, for one day and for columns.
#include "thoihan/calendar.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ask.hpp"
#include "column.hpp"
#include "convert.hpp"
#include "refuse.hpp"
#include "thoihan/civil_months.hpp"
#include "thoihan/facts_file.hpp"
#include "thoihan/vn/facts.hpp"
#include "topics.hpp"

namespace thoihan::python {
namespace {

using texts = std::vector<std::string>;

constexpr std::array<std::string_view, 4> conventions{"following", "preceding", "modified_following",
                                                      "modified_preceding"};

roll_convention convention_from(const std::string& name) {
    std::string right;
    for (std::size_t i = 0; i < conventions.size(); ++i) {
        if (name == conventions[i]) return static_cast<roll_convention>(i);
        right.append(i > 0 ? ", " : "").append(conventions[i]);
    }
    throw refusal({errc::field_unknown}, "convention", name, {right, right});
}

// ---- Making one.

/// Ids, each of which must be known.
std::vector<std::string_view> known_ids(const texts& ids, const texts& known, errc unknown, const char* field) {
    std::vector<std::string_view> views;
    for (const std::string& id : ids) {
        if (std::find(known.begin(), known.end(), id) == known.end()) {
            std::string right;
            for (const std::string& one : known) right.append(right.empty() ? "" : ", ").append(one);
            throw refusal({unknown}, field, id, {right, right});
        }
        views.emplace_back(id);
    }
    return views;
}

template <class Facts>
texts ids_of(const Facts& facts) {
    texts ids;
    for (const auto& fact : facts) {
        if (std::find(ids.begin(), ids.end(), fact.id) == ids.end()) ids.emplace_back(fact.id);
    }
    return ids;
}

calendar calendar_of(const loaded_facts& base, const texts& announcements, const texts& compensate,
                     const texts& without) {
    const std::vector<std::filesystem::path> files(announcements.begin(), announcements.end());
    const loaded_facts loaded = files.empty() ? base : with_announcements(base, files);
    const auto also = known_ids(compensate, ids_of(loaded.facts.holidays), errc::holiday_unknown, "compensate");
    const auto left_out = known_ids(without, ids_of(loaded.facts.announcements), errc::source_unknown, "without");
    return value_of(calendar::from_facts(loaded.facts, {also, left_out}, loaded.owner));
}

calendar vietnam(const texts& announcements, const texts& compensate, const texts& without) {
    return calendar_of({vn::facts, nullptr}, announcements, compensate, without);
}

calendar load(const std::string& folder, const texts& announcements, const texts& compensate, const texts& without) {
    return calendar_of(load_facts(folder), announcements, compensate, without);
}

std::vector<civil_day> days_from(const py::list& list, const std::string& field) {
    std::vector<civil_day> days;
    std::size_t at = 0;
    for (const py::handle value : list) {
        days.push_back(day_from(value, (field + "[" + std::to_string(at++) + "]").c_str()));
    }
    return days;
}

calendar from_list(const std::string& weekmask, const py::list& holidays, const py::list& working, py::handle first,
                   py::handle last) {
    const week_mask week = value_of(parse_week(weekmask), "weekmask", weekmask);
    const auto off = days_from(holidays, "holidays");
    const auto worked = days_from(working, "working");
    const civil_day from = day_from(first, "first");
    const civil_day to = day_from(last, "last");
    return value_of(calendar::from_list(from, to, week, off, worked));
}

// ---- Questions about one day.

/// What is right where a day lies outside.
wanted inside(const calendar& days) {
    const std::string first(thoihan::text_of(days.first()).view());
    const std::string last(thoihan::text_of(days.last()).view());
    return {"a day from " + first + " to " + last, "một ngày từ " + first + " đến " + last};
}

template <class T>
T answer_of(const calendar& days, const result<T>& answer, const char* field, py::handle value) {
    if (answer) return *answer;
    const bool outside = answer.code() == errc::outside_calendar;
    throw refusal(answer.why(), field, text_of_object(value), outside ? inside(days) : wanted{});
}

bool is_working(const calendar& self, py::handle day) {
    return answer_of(self, self.days().is_working(day_from(day, "day")), "day", day);
}

py::object advance(const calendar& self, py::handle day, py::handle n) {
    const civil_day from = day_from(day, "day");
    const working_days count{number_from(n, role::count, "n")};
    return like(day, answer_of(self, self.days().advance(from, count), "day", day));
}

std::int64_t count_between(const calendar& self, py::handle after, py::handle through) {
    const civil_day from = day_from(after, "after");
    const civil_day to = day_from(through, "through");
    const auto counted = self.days().count(from, to);
    if (counted) return counted->count;
    // Either may be the one that lies outside; a count may start the day before the first.
    const bool first_is_right = self.days().count(from, from).has_value();
    return answer_of(self, counted, first_is_right ? "through" : "after", first_is_right ? through : after).count;
}

py::object roll(const calendar& self, py::handle day, const std::string& convention) {
    const auto rolled = self.days().roll(day_from(day, "day"), convention_from(convention));
    return like(day, answer_of(self, rolled, "day", day));
}

// ---- Questions about columns. `known_on` may be null: then the calendar's own edition answers.

/// Puts `question(const day_table&, values) -> result` to each row, of the edition that the row's known_on names.
template <std::size_t Count, class Question>
py::object ask_days(const calendar& self, std::array<const column*, Count> columns, const column* known_on, output& out,
                    answer_kind kind, const Question& question) {
    try {
        if (known_on == nullptr) {
            return ask(columns, out, kind, [&, table = self.days()](const std::array<std::int64_t, Count>& values) {
                return question(table, values);
            });
        }
        std::vector<day_table> tables;
        for (std::size_t i = 0; i < self.edition_count(); ++i) tables.push_back(self.in_edition(i).days());
        std::array<const column*, Count + 1> with_edition{};
        std::copy(columns.begin(), columns.end(), with_edition.begin());
        with_edition[Count] = known_on;
        using answer = decltype(question(tables[0], std::array<std::int64_t, Count>{}));
        return ask(with_edition, out, kind, [&](const std::array<std::int64_t, Count + 1>& values) -> answer {
            const auto edition = self.edition_at(day_in(values[Count]));
            if (!edition) return edition.why();
            std::array<std::int64_t, Count> asked;
            std::copy_n(values.begin(), Count, asked.begin());
            return question(tables[*edition], asked);
        });
    } catch (refusal& refused) {
        if (refused.why.code == errc::outside_calendar) refused.right = inside(self);
        throw;
    }
}

py::object is_working_rows(const calendar& self, const column& day, const column* known_on, output& out) {
    return ask_days<1>(self, {&day}, known_on, out, answer_kind::truth,
                       [](const day_table& days, const auto& values) { return days.is_working(day_in(values[0])); });
}

py::object advance_rows(const calendar& self, const column& day, const column& n, const column* known_on, output& out) {
    return ask_days<2>(self, {&day, &n}, known_on, out, answer_kind::day,
                       [](const day_table& days, const auto& values) {
                           return days.advance(day_in(values[0]), working_days{values[1]});
                       });
}

py::object count_rows(const calendar& self, const column& after, const column& through, const column* known_on,
                      output& out) {
    return ask_days<2>(
        self, {&after, &through}, known_on, out, answer_kind::number,
        [](const day_table& days, const auto& values) { return days.count(day_in(values[0]), day_in(values[1])); });
}

py::object roll_rows(const calendar& self, const column& day, const std::string& convention, const column* known_on,
                     output& out) {
    return ask_days<1>(self, {&day}, known_on, out, answer_kind::day,
                       [how = convention_from(convention)](const day_table& days, const auto& values) {
                           return days.roll(day_in(values[0]), how);
                       });
}

py::object add_months_rows(const column& day, const column& n, output& out) {
    return ask<2>({&day, &n}, out, answer_kind::day,
                  [](const auto& values) { return add_months(day_in(values[0]), civil_months{values[1]}); });
}

// ---- What a day is.

const char* name_of(day_kind kind) {
    switch (kind) {
        case day_kind::ordinary: return nullptr;
        case day_kind::weekend: return "weekend";
        case day_kind::off_statutory: return "off_statutory";
        case day_kind::off_compensatory: return "off_compensatory";
        case day_kind::off_swapped: return "off_swapped";
        case day_kind::work_swapped: return "work_swapped";
        case day_kind::off_closure: return "off_closure";
        case day_kind::off_listed: return "off_listed";
        case day_kind::work_listed: return "work_listed";
    }
    return nullptr;
}

const char* name_of(certainty sure) { return sure == certainty::announced ? "announced" : "projected"; }

/// The fields of DayFact, in its order.
py::tuple tuple_of(const day_fact& fact) {
    py::object partner = py::none();
    if (fact.partner != fact.day) partner = date_of(fact.partner);
    py::object lunar = py::none();
    if (fact.lunar) lunar = py::make_tuple(fact.lunar->day, fact.lunar->month, fact.lunar->leap, fact.lunar->year);
    return py::make_tuple(date_of(fact.day), fact.working, name_of(fact.kind), fact.name, fact.name_en, fact.source,
                          name_of(fact.sure), partner, lunar);
}

py::tuple day(const calendar& self, py::handle day) {
    return tuple_of(answer_of(self, self.day(day_from(day, "day")), "day", day));
}

py::list exceptions(const calendar& self, std::int32_t year) {
    const year_month_day first = parts_of(self.first());
    const year_month_day last = parts_of(self.last());
    if (year < first.year || year > last.year) {
        const std::string years = std::to_string(first.year) + " - " + std::to_string(last.year);
        const std::int64_t new_year =
            thoihan::day_from({std::clamp(year, first_civil_year, last_civil_year), 1, 1}).number;
        throw refusal({errc::outside_calendar, new_year}, "year", std::to_string(year), {years, years});
    }
    py::list list;
    for (const day_fact& fact : self.exceptions(year)) list.append(tuple_of(fact));
    return list;
}

std::string certainty_between(const calendar& self, py::handle first, py::handle through) {
    const civil_day from = day_from(first, "first");
    const civil_day to = day_from(through, "through");
    if (to < from) throw refusal({errc::range_reversed, from.number, to.number}, "through", text_of_object(through));
    answer_of(self, self.days().is_working(from), "first", first);
    answer_of(self, self.days().is_working(to), "through", through);
    return name_of(self.certainty_of(from, to));
}

}  // namespace

void register_calendar(py::module_& module) {
    py::class_<calendar>(module, "Calendar", "Which days work; see include/thoihan/calendar.hpp.")
        .def_static("vietnam", &vietnam, py::arg("announcements"), py::arg("compensate"), py::arg("without"),
                    "The built-in facts, and those of further files.")
        .def_static("load", &load, py::arg("folder"), py::arg("announcements"), py::arg("compensate"),
                    py::arg("without"), "The facts of a folder, and those of further files.")
        .def_static("from_list", &from_list, py::arg("weekmask"), py::arg("holidays"), py::arg("working"),
                    py::arg("first"), py::arg("last"), "A week, days off, days worked.")
        .def_property_readonly("first", [](const calendar& self) { return date_of(self.first()); })
        .def_property_readonly("last", [](const calendar& self) { return date_of(self.last()); })
        .def_property_readonly("announced_through",
                               [](const calendar& self) { return date_of(self.announced_through()); })
        .def_property_readonly("edition", &calendar::edition_name)
        .def_property_readonly(
            "known_from",
            [](const calendar& self) -> py::object {
                if (self.facts().sources.empty()) return py::none();
                return date_of(self.known_from());
            },
            "The day of the last fact in this edition; None for a calendar made from lists.")
        .def(
            "known_on",
            [](const calendar& self, py::handle day) {
                const auto edition = self.known_on(day_from(day, "known_on"));
                if (!edition) throw refusal(edition.why(), "known_on", text_of_object(day));
                return *edition;
            },
            py::arg("day"), "The edition known on a day.")
        .def("is_working", &is_working, py::arg("day"))
        .def("advance", &advance, py::arg("day"), py::arg("n"))
        .def("working_days", &count_between, py::arg("after"), py::arg("through"))
        .def("roll", &roll, py::arg("day"), py::arg("convention"))
        .def("is_working_rows", &is_working_rows, py::arg("day"), py::arg("known_on").none(true), py::arg("output"))
        .def("advance_rows", &advance_rows, py::arg("day"), py::arg("n"), py::arg("known_on").none(true),
             py::arg("output"))
        .def("working_days_rows", &count_rows, py::arg("after"), py::arg("through"), py::arg("known_on").none(true),
             py::arg("output"))
        .def("roll_rows", &roll_rows, py::arg("day"), py::arg("convention"), py::arg("known_on").none(true),
             py::arg("output"))
        .def("day", &day, py::arg("day"), "The fields of DayFact.")
        .def("exceptions", &exceptions, py::arg("year"), "The fields of DayFacts.")
        .def("certainty", &certainty_between, py::arg("first"), py::arg("through"));

    module.def(
        "as_date", [](py::handle day) { return date_of(day_from(day, "day")); }, py::arg("day"));
    module.def(
        "add_months",
        [](py::handle day, py::handle n) {
            const civil_day from = day_from(day, "day");
            const civil_months months{number_from(n, role::count, "n")};
            const auto reached = add_months(from, months);
            if (!reached) throw refusal(reached.why(), "day", text_of_object(day));
            return like(day, *reached);
        },
        py::arg("day"), py::arg("n"));
    module.def("add_months_rows", &add_months_rows, py::arg("day"), py::arg("n"), py::arg("output"));
}

}  // namespace thoihan::python
