// Rulebooks, regimes, and the deadline of one receipt with its explanation.
#include "thoihan/rulebook.hpp"
#include "thoihan/rule_set.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "convert.hpp"
#include "dossier.hpp"
#include "refuse.hpp"
#include "thoihan/explain.hpp"
#include "thoihan/explain_text.hpp"
#include "thoihan/limit_text.hpp"
#include "thoihan/rulebook_file.hpp"
#include "thoihan/switches.hpp"
#include "thoihan/zone_icu.hpp"
#include "topics.hpp"

namespace thoihan::python {
namespace {

// Python's names of enumerations, in their order.
constexpr std::array certainty_names{"announced", "projected"};
constexpr std::array limit_source_names{"rulebook", "row", "call"};
constexpr std::array confidence_names{"read", "quoted", "practice", "derived", "secondary", "unverified"};
constexpr std::array channel_names{"counter", "online", "post"};
constexpr std::array step_names{"moved_by_channel", "moved_by_cutoff", "day_zero", "counted", "rolled", "due_at_moved"};

template <std::size_t Count, class Enum>
const char* name_in(const std::array<const char*, Count>& names, Enum value) {
    return names.at(static_cast<std::size_t>(value));
}

py::object day_or_none(civil_day day) {
    const bool is_there = day != no_beginning && day != no_end;
    return is_there ? date_of(day) : py::object(py::none());
}

language language_from(const std::string& lang) {
    if (lang == "vi") return language::vietnamese;
    if (lang == "en") return language::english;
    throw refusal({errc::field_type}, "lang", lang, {"vi or en", "vi hoặc en"});
}

// ---- Regimes.

std::shared_ptr<named_regime> made_regime(const named_regime& base, const py::dict& switches) {
    auto made = std::make_shared<named_regime>(base);
    for (const auto& [key, value] : switches) {
        const std::string name = py::str(key);
        const std::string text = py::str(value);
        if (const failure bad = set_switch(made->how, name, text); bad.code != errc::ok) {
            const switch_entry* known = find_switch(name);
            const std::string right = known == nullptr ? switch_names() : values_of(*known);
            throw refusal(bad, known == nullptr ? "regime" : name, known == nullptr ? name : text, {right, right});
        }
        std::erase_if(made->switches, [&](const cited_switch& one) { return one.name == name; });
        cited_switch set;
        set.name = name;
        set.value = text;
        set.by.source.append("Regime(").append(name).append("=").append(text).append(")");
        set.by.seen = confidence::derived;
        made->switches.push_back(std::move(set));
        made->id.append("; ").append(name).append("=").append(text);
        made->general = false;
    }
    return made;
}

std::shared_ptr<named_regime> named(const std::string& name, const py::dict& switches) {
    const named_regime* base = built_in_regime(name);
    if (base == nullptr) throw refusal({errc::regime_unknown}, "regime", name);
    return made_regime(*base, switches);
}

py::dict switches_of(const named_regime& self) {
    py::dict out;
    for (const switch_entry& one : switch_table) {
        if (one.name != "receipt") out[py::str(one.name.data(), one.name.size())] = switch_text(self.how, one.name);
    }
    return out;
}

py::tuple citation_tuple(const citation& by) { return py::make_tuple(by.source, name_in(confidence_names, by.seen)); }

/// (id, name, name_en, general, over_general, from, until, source, seen, [(switch, value, source, seen, note)])
py::tuple tuple_of(const named_regime& one) {
    py::list switches;
    for (const cited_switch& each : one.switches) {
        switches.append(
            py::make_tuple(each.name, each.value, each.by.source, name_in(confidence_names, each.by.seen), each.note));
    }
    return py::make_tuple(one.id, one.name, one.name_en, one.general, one.over_general, day_or_none(one.from),
                          day_or_none(one.until), one.by.source, name_in(confidence_names, one.by.seen), switches);
}

// ---- Rulebooks.

rulebook_options options_of(const py::object& known_on, const std::vector<std::string>& announcements) {
    rulebook_options options;
    if (!known_on.is_none()) options.known_on = day_from(known_on, "known_on");
    options.announcements.assign(announcements.begin(), announcements.end());
    return options;
}

std::shared_ptr<rulebook> shared(std::shared_ptr<const rulebook> book) {
    // pybind11 keeps no pointers to const; a rulebook has nothing that changes it.
    return std::const_pointer_cast<rulebook>(std::move(book));
}

std::shared_ptr<rulebook> book_of(const calendar& days, const office_hours& hours, const named_regime& with,
                                  const std::string& zone) {
    return shared(make_rulebook(days, hours, with, value_of(zone_from_icu(zone), "zone", zone)));
}

std::string hex(std::uint64_t number) {
    std::array<char, 17> text{};
    static_cast<void>(std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(number)));
    return text.data();
}

py::dict office_of(const rulebook& self, const office_row& one) {
    py::dict out;
    out["id"] = one.id;
    out["name"] = one.name;
    out["code"] = one.code;
    out["aliases"] = one.aliases;
    out["parent"] =
        &self.offices()[one.parent] == &one ? py::object(py::none()) : py::str(self.offices()[one.parent].id);
    out["hours"] = one.all.hours.size() + one.reception.hours.size() + one.handing_over.hours.size();
    out["note"] = one.note;
    return out;
}

py::dict procedure_of(const rulebook& self, const procedure_row& one) {
    py::dict out;
    out["code"] = one.code;
    out["name"] = one.name;
    out["name_en"] = one.name_en;
    out["field"] = one.field;
    out["scope"] = self.offices()[one.scope].id;
    out["from"] = day_or_none(one.from);
    out["until"] = day_or_none(one.until);
    out["channel"] = one.via ? py::object(py::str(channel_names.at(index_of(*one.via)))) : py::none();
    out["conditions"] = one.conditions;
    out["limit"] = one.limit ? limit_text(*one.limit) : one.limit_text;
    out["limit_en"] = one.limit ? limit_text(*one.limit, language::english) : one.limit_text;
    out["doubtful"] = !one.limit;
    out["regime"] = one.regime == procedure_row::none ? py::object(py::none()) : py::str(self.regimes()[one.regime].id);
    py::list more;
    for (const add_on& each : one.add_ons)
        more.append(py::make_tuple(each.condition, each.leg + 1, limit_text(each.more)));
    out["add_ons"] = more;
    out["source"] = one.by.source;
    out["seen"] = name_in(confidence_names, one.by.seen);
    out["note"] = one.note;
    return out;
}

// ---- Deadlines.

/// The deadline of one receipt. The rule belongs to whoever resolved it, and is kept alive.
struct told_deadline {
    std::shared_ptr<const rulebook> book;
    std::shared_ptr<const resolved_rule> by;
    std::shared_ptr<const named_regime> with;
    receipt in;
    std::size_t leg = 0;
    deadline due;

    [[nodiscard]] explanation told() const { return value_of(explain(by->how, in, leg)); }
};

/// One question after the other under one rulebook.
class due_asker : public std::enable_shared_from_this<due_asker> {
public:
    explicit due_asker(std::shared_ptr<const rulebook> book) : book_(book), rules_(std::move(book)) {}

    told_deadline due(py::handle received, const std::string& procedure, const std::string& limit,
                      const std::string& agency, const std::string& via, const std::vector<std::string>& conditions,
                      const std::string& regime, std::shared_ptr<const named_regime> with, std::int32_t leg) {
        told_deadline out;
        if (with == nullptr && !regime.empty() && book_->find_regime(regime) == nullptr) {
            // Regimes of the law are known to every rulebook; the built-in ones live as long as the process.
            if (const named_regime* known = built_in_regime(regime)) with = {std::shared_ptr<void>(), known};
        }
        const recorded_time at = time_from(received, book_->zone(), "received_at");
        if (!at.is_there) throw refusal({errc::received_missing}, "received_at");
        if (at.code != errc::ok) throw refusal({at.code}, "received_at", text_of_object(received));
        const auto known = channel_of(via);
        if (!known) throw refusal({errc::channel_unknown}, "channel", via);
        out.in = {at.at, *known, at.precision};
        const std::vector<std::string_view> given(conditions.begin(), conditions.end());
        rule_request asked;
        asked.procedure = procedure;
        asked.limit = limit;
        asked.agency = agency;
        asked.regime = regime;
        asked.via = *known;
        asked.conditions = given;
        asked.day = day_of(at.at);
        asked.limit_is_from = limit_source::call;
        if (with != nullptr) {
            auto found = book_->resolve(asked, limit_order::rulebook_first, with.get());
            if (!found) refuse(found.why(), asked);
            out.by = std::make_shared<const resolved_rule>(*std::move(found));
        } else {
            const auto number = rules_.number_of(asked);
            if (!number) refuse(number.why(), asked);
            out.by = std::shared_ptr<const resolved_rule>(shared_from_this(), &rules_.rules()[*number]);
        }
        const std::size_t legs = out.by->how.limit.legs().size();
        if (leg < 1 || static_cast<std::size_t>(leg) > legs) {
            const std::string right = "1 … " + std::to_string(legs);
            throw refusal({errc::field_type}, "leg", std::to_string(leg), {right, right});
        }
        out.leg = static_cast<std::size_t>(leg) - 1;
        const auto due = deadline_of(out.by->how, out.in, out.leg);
        if (!due) throw refusal(due.why(), "received_at", text_of_object(received));
        out.due = *due;
        out.book = book_;
        out.with = with;
        return out;
    }

private:
    [[noreturn]] static void refuse(const failure& why, const rule_request& asked) {
        switch (why.code) {
            case errc::procedure_unknown:
            case errc::rule_not_in_force:
            case errc::unit_doubtful: throw refusal(why, "procedure", std::string(asked.procedure));
            case errc::rule_ambiguous: throw refusal(why, "conditions", std::string(asked.procedure));
            case errc::regime_unknown: throw refusal(why, "regime", std::string(asked.regime));
            case errc::agency_unknown: throw refusal(why, "agency", std::string(asked.agency));
            case errc::limit_missing: throw refusal(why, "limit");
            default: throw refusal(why, "limit", std::string(asked.limit));
        }
    }

    std::shared_ptr<const rulebook> book_;
    rule_set rules_;
};

/// (day, counted, seconds, working, reason, reason_en, source, certainty)
py::list days_of(const told_deadline& self, const std::vector<told_day>& days) {
    py::list out;
    const calendar& calendar = self.by->how.counting->days();
    for (const told_day& one : days) {
        const auto fact = calendar.day(one.day);
        if (!fact) continue;
        out.append(py::make_tuple(date_of(one.day), one.counted, one.seconds, fact->working, fact->name, fact->name_en,
                                  fact->source, name_in(certainty_names, fact->sure)));
    }
    return out;
}

/// (kind, from, to, limit, (source, seen) or None, days, half_days, agrees, text, text_en)
py::list steps_of(const told_deadline& self) {
    const explanation told = self.told();
    py::list out;
    for (const told_step& step : told.steps) {
        py::object limit = py::none();
        if (step.kind == step_kind::counted) limit = py::str(limit_text(step.part));
        std::string_view name;
        switch (step.kind) {
            case step_kind::moved_by_channel:
                name = std::array{"receipt.counter", "receipt.online", "receipt.post"}.at(index_of(self.in.via));
                break;
            case step_kind::moved_by_cutoff: name = "cutoff"; break;
            case step_kind::day_zero: name = "first_day"; break;
            case step_kind::rolled: name = "roll"; break;
            case step_kind::due_at_moved: name = "due_clock"; break;
            case step_kind::counted:
                if (step.part.unit == limit_unit::same_day) name = "same_day_cutoff";
                if (step.part.unit == limit_unit::day) name = "days_skip";
                break;
        }
        const cited_switch* cited = name.empty() ? nullptr : citation_of(*self.by, name);
        out.append(py::make_tuple(name_in(step_names, step.kind), datetime_of(step.from), datetime_of(step.to), limit,
                                  cited != nullptr ? py::object(citation_tuple(cited->by)) : py::object(py::none()),
                                  days_of(self, step.days), days_of(self, step.half_days),
                                  step.kind != step_kind::counted || agrees(step),
                                  step_text(*self.by, self.in, step, language::vietnamese),
                                  step_text(*self.by, self.in, step, language::english)));
    }
    return out;
}

bool has_flag(const told_deadline& self, verdict_flag flag) {
    return (self.by->flags & static_cast<std::uint32_t>(flag)) != 0;
}

}  // namespace

void register_rulebook(py::module_& module) {
    py::class_<named_regime, std::shared_ptr<named_regime>>(module, "Regime", "Switches with their articles.")
        .def(py::init(&named), py::arg("name"), py::arg("switches"))
        .def_readonly("name", &named_regime::id)
        .def("switches", &switches_of)
        .def("fields", [](const named_regime& self) { return tuple_of(self); });

    py::class_<rulebook, std::shared_ptr<rulebook>>(module, "Rulebook", "See include/thoihan/rulebook.hpp.")
        .def_static(
            "vietnam",
            [](const py::object& known_on, const std::vector<std::string>& announcements) {
                return shared(vietnam_rulebook(options_of(known_on, announcements)));
            },
            py::arg("known_on"), py::arg("announcements"))
        .def_static(
            "load",
            [](const std::string& folder, const py::object& known_on, const std::vector<std::string>& announcements) {
                return shared(load_rulebook(folder, options_of(known_on, announcements)));
            },
            py::arg("folder"), py::arg("known_on"), py::arg("announcements"))
        .def_static("of", &book_of, py::arg("calendar"), py::arg("hours"), py::arg("regime"), py::arg("zone"))
        .def_property_readonly("name", &rulebook::name)
        .def_property_readonly("edition", &rulebook::edition_name)
        .def_property_readonly("hash", [](const rulebook& self) { return hex(self.hash()); })
        .def_property_readonly("zone", [](const rulebook& self) { return self.zone().name(); })
        .def_property_readonly("tz_version", [](const rulebook& self) { return self.zone().version(); })
        .def_property_readonly("calendar", [](const rulebook& self) { return self.counting_calendar(); })
        .def("columns",
             [](const rulebook& self) {
                 py::dict out;
                 for (const auto& [heading, name] : self.columns()) out[py::str(heading)] = name;
                 return out;
             })
        .def("regimes",
             [](const rulebook& self) {
                 py::list out;
                 for (const named_regime& one : self.regimes()) out.append(tuple_of(one));
                 return out;
             })
        .def("offices",
             [](const rulebook& self) {
                 py::list out;
                 for (const office_row& one : self.offices()) out.append(office_of(self, one));
                 return out;
             })
        .def(
            "procedures",
            [](const rulebook& self, const std::string& code) {
                py::list out;
                for (const procedure_row& one : self.procedures()) {
                    if (code.empty() || fold_text(one.code) == fold_text(code)) out.append(procedure_of(self, one));
                }
                return out;
            },
            py::arg("code"))
        .def(
            "find_office",
            [](const rulebook& self, const std::string& agency) -> py::object {
                const office_row* found = self.find_office(agency);
                return found == nullptr ? py::object(py::none()) : py::str(found->id);
            },
            py::arg("agency"))
        .def(
            "find_regime",
            [](const rulebook& self, const std::string& name, const py::dict& switches) {
                const named_regime* found = self.find_regime(name);
                if (found == nullptr) throw refusal({errc::regime_unknown}, "regime", name);
                return made_regime(*found, switches);
            },
            py::arg("name"), py::arg("switches"));

    py::class_<told_deadline>(module, "Deadline", "When a leg is due, and why.")
        .def_property_readonly("received", [](const told_deadline& self) { return datetime_of(self.in.at); })
        .def_property_readonly(
            "effective", [](const told_deadline& self) { return datetime_of(self.due.effective); },
            "The receipt that counts, after channel and cut-off.")
        .def_property_readonly("day_0", [](const told_deadline& self) { return date_of(self.due.day_0); })
        .def_property_readonly(
            "due_date", [](const told_deadline& self) { return date_of(self.due.due_date); }, "The last day in time.")
        .def_property_readonly(
            "due_at", [](const told_deadline& self) { return datetime_of(self.due.due_at); },
            "The instant for the slip; with limits in hours the last instant in time.")
        .def_property_readonly(
            "legal_end", [](const told_deadline& self) { return datetime_of(self.due.legal_end); },
            "The first instant too late. Print due_date, never the date of this.")
        .def_property_readonly(
            "by_date", [](const told_deadline& self) { return self.due.by_date; },
            "Whether it is compared by date, or by instant.")
        .def_property_readonly("certainty",
                               [](const told_deadline& self) { return name_in(certainty_names, self.due.sure); })
        .def_property_readonly("time_unknown", [](const told_deadline& self) { return self.due.time_unknown; })
        .def_property_readonly("rule", [](const told_deadline& self) { return self.by->name; })
        .def_property_readonly(
            "limit",
            [](const told_deadline& self) {
                return py::module_::import("thoihan.limit").attr("TimeLimit").attr("_of")(self.by->how.limit);
            })
        .def_property_readonly("limit_source",
                               [](const told_deadline& self) { return name_in(limit_source_names, self.by->from); })
        .def_property_readonly("regime",
                               [](const told_deadline& self) {
                                   return (self.by->general != nullptr ? self.by->general->id + "+" : "") +
                                          self.by->regime->id;
                               })
        .def_property_readonly("office", [](const told_deadline& self) { return self.by->office->id; })
        .def_property_readonly("agency_known", [](const told_deadline& self) { return self.by->agency_known; })
        .def_property_readonly(
            "local_limit_longer",
            [](const told_deadline& self) { return has_flag(self, verdict_flag::local_limit_longer); })
        .def_property_readonly("source", [](const told_deadline& self) { return self.by->source; })
        .def(
            "explain",
            [](const told_deadline& self, const std::string& lang) {
                return explain_text(*self.book, *self.by, self.in, self.told(), language_from(lang));
            },
            py::arg("lang") = "vi", "The steps in words, Vietnamese or English.")
        .def_property_readonly(
            "steps",
            [](const told_deadline& self) {
                return py::module_::import("thoihan.rulebook").attr("_steps")(steps_of(self));
            },
            "The steps as data.")
        .def("__repr__", [](const told_deadline& self) {
            return "<Deadline " + std::string(thoihan::text_of(self.due.due_date).view()) + ", " + self.by->name + ">";
        });

    py::class_<due_asker, std::shared_ptr<due_asker>>(module, "DueAsker", "Deadlines under one rulebook.")
        .def(py::init([](std::shared_ptr<rulebook> book) { return std::make_shared<due_asker>(std::move(book)); }),
             py::arg("book"))
        .def(
            "due",
            [](due_asker& self, py::handle received, const std::string& procedure, const std::string& limit,
               const std::string& agency, const std::string& via, const std::vector<std::string>& conditions,
               const std::string& regime, const std::shared_ptr<named_regime>& with, std::int32_t leg) {
                return self.due(received, procedure, limit, agency, via, conditions, regime, with, leg);
            },
            py::arg("received_at"), py::arg("procedure"), py::arg("limit"), py::arg("agency"), py::arg("channel"),
            py::arg("conditions"), py::arg("regime"), py::arg("with_regime").none(true), py::arg("leg"));

    py::list switches;
    for (const switch_entry& one : switch_table)
        switches.append(py::make_tuple(py::str(one.name.data(), one.name.size()), values_of(one)));
    module.attr("SWITCHES") = switches;
}

}  // namespace thoihan::python
