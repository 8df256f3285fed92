// Tables of dossiers: record batches of Arrow in, columns of Arrow out.
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "arrow.hpp"
#include "convert.hpp"
#include "dossier.hpp"
#include "refuse.hpp"
#include "table.hpp"
#include "thoihan/batch.hpp"
#include "thoihan/messages.hpp"
#include "thoihan/rule_set.hpp"
#include "thoihan/rulebook.hpp"
#include "topics.hpp"

namespace thoihan::python {
namespace {

// ---- Columns that are written.

/// A column in the making: memory that is handed to Arrow as it is.
template <class T>
class made_column {
public:
    made_column(std::string format, std::size_t rows) : storage_(std::make_shared<arrow_storage>()) {
        storage_->format = std::move(format);
        storage_->length = rows;
        storage_->buffers.emplace_back();
        // Not filled before: every row is written.
        storage_->buffers.emplace_back(new std::byte[std::max<std::size_t>(rows * sizeof(T), 1)]);
    }

    [[nodiscard]] std::span<T> rows() noexcept {
        return {reinterpret_cast<T*>(storage_->buffers[1].get()), storage_->length};
    }

    /// The column with the rows of a bitmap; without one, all rows are there.
    [[nodiscard]] arrow_answer finish(const std::vector<std::uint8_t>* bits = nullptr) {
        if (bits != nullptr) {
            std::size_t there = 0;
            for (const std::uint8_t byte : *bits) there += static_cast<std::size_t>(std::popcount(byte));
            storage_->missing = storage_->length - there;
            if (storage_->missing > 0) {
                storage_->buffers[0] = std::make_unique<std::byte[]>(bits->size());
                std::memcpy(storage_->buffers[0].get(), bits->data(), bits->size());
            }
        }
        return arrow_answer(storage_);
    }

private:
    std::shared_ptr<arrow_storage> storage_;
};

// ---- The assessor.

/// Whether the instants of a column are all midnight; nothing where it has none, or holds days.
std::optional<bool> all_midnight(const time_column& column, std::size_t rows) noexcept {
    std::optional<bool> out;
    for (std::size_t row = 0; row < rows; ++row) {
        const recorded_time time = column.at(row);
        if (!time.is_there || time.code != errc::ok || time.precision == time_precision::day) continue;
        if (clock_time(time.at) != 0) return false;
        out = true;
    }
    return out;
}

/// The rules of one run and what was asked for; shared by all batches of the run, and by threads.
class assessor {
    /// How a rule_finder asks: one thread at a time.
    auto asking() {
        return [this](std::int32_t request, civil_day day) -> result<numbered_rule> {
            const std::scoped_lock lock(mutex_);
            const kept_request& kept = requests_[static_cast<std::size_t>(request)];
            if (kept.refused.code != errc::ok) return kept.refused;
            const auto number = rules_.number_of(kept.on(day, conditions_));
            if (!number) return number.why();
            return numbered_rule{&rules_.rules()[*number], *number};
        };
    }

public:
    /// date_only: columns of times that are days although they have times of day.
    assessor(std::shared_ptr<const rulebook> book, civil_second as_of, std::vector<std::string> date_only)
        : book_(std::move(book)), as_of_(as_of), date_only_(std::move(date_only)), rules_(book_) {}

    /// The number of a request. The channel as channel_of reads it.
    std::int32_t add_request(std::string procedure, std::string agency, const std::string& via, std::string limit,
                             std::vector<std::string> conditions) {
        const std::scoped_lock lock(mutex_);
        kept_request& kept = requests_.emplace_back();
        kept.procedure = std::move(procedure);
        kept.agency = std::move(agency);
        kept.limit = std::move(limit);
        kept.conditions = std::move(conditions);
        const auto known = channel_of(via);
        kept.via = known.value_or(channel::counter);
        if (!known) kept.refused = {errc::channel_unknown};
        channels_.push_back(kept.via);
        return static_cast<std::int32_t>(requests_.size() - 1);
    }

    /// The verdicts on a batch, as a dict of columns; the number of errors; and for each column of instants whether
    /// they are all midnight.
    py::tuple assess(const py::object& batch, bool all_columns) {
        const arrow_batch table(batch);
        std::deque<scratch_times> scratch;
        std::vector<channel> channels;
        dossier_rows rows = rows_of(table, scratch, channels);
        const std::size_t size = rows.count;
        made_column<std::int8_t> state("c", size), timely("c", size);
        made_column<std::int32_t> due_date("tdD", size), margin("i", size);
        made_column<std::uint32_t> flags("I", size);
        made_column<std::int16_t> error("s", size);
        const std::size_t bytes = (size + 7) / 8;
        std::vector<std::uint8_t> has_verdict(bytes), has_due(bytes);
        const lean_columns lean{state.rows(),
                                timely.rows(),
                                due_date.rows(),
                                margin.rows(),
                                flags.rows(),
                                error.rows(),
                                validity_writer(has_verdict),
                                validity_writer(has_due)};

        const std::size_t more_size = all_columns ? size : 0;
        made_column<std::int64_t> due_at("tss:", more_size), legal_end("tss:", more_size);
        made_column<std::int32_t> margin_working("i", more_size), waited("i", more_size), rule_number("i", more_size);
        made_column<std::int64_t> margin_seconds("l", more_size), used("l", more_size);
        made_column<float> percent("f", more_size);
        made_column<std::int8_t> vs_computed("c", more_size), vs_first("c", more_size), vs_latest("c", more_size),
            sure("c", more_size), limit_from("c", more_size);
        std::vector<std::uint8_t> has_seconds(bytes), has_percent(bytes), has_first(bytes), has_latest(bytes);
        const more_columns more{due_at.rows(),
                                legal_end.rows(),
                                margin_working.rows(),
                                margin_seconds.rows(),
                                used.rows(),
                                waited.rows(),
                                percent.rows(),
                                vs_computed.rows(),
                                vs_first.rows(),
                                vs_latest.rows(),
                                sure.rows(),
                                rule_number.rows(),
                                limit_from.rows(),
                                validity_writer(has_seconds),
                                validity_writer(has_percent),
                                validity_writer(has_first),
                                validity_writer(has_latest)};
        batch_counts counts;
        std::vector<std::pair<dossier_field, std::optional<bool>>> midnights;
        {
            const py::gil_scoped_release release;
            for (const auto& [field, column] : times_in(rows))
                midnights.emplace_back(field, all_midnight(*column, size));
            rule_finder finder(asking());
            counts = assess_rows(rows, as_of_, finder, lean, all_columns ? &more : nullptr);
        }

        py::dict out;
        out["state"] = state.finish(&has_verdict);
        out["timeliness"] = timely.finish(&has_verdict);
        out["due_date"] = due_date.finish(&has_due);
        out["margin_days"] = margin.finish(&has_due);
        out["flags"] = flags.finish();
        out["error"] = error.finish();
        if (all_columns) {
            out["due_at"] = due_at.finish(&has_due);
            out["legal_end"] = legal_end.finish(&has_due);
            out["margin_working_days"] = margin_working.finish(&has_due);
            out["margin_seconds"] = margin_seconds.finish(&has_seconds);
            out["used"] = used.finish(&has_due);
            out["waited_days"] = waited.finish(&has_due);
            out["percent_used"] = percent.finish(&has_percent);
            out["vs_computed"] = vs_computed.finish(&has_verdict);
            out["vs_first_appointment"] = vs_first.finish(&has_first);
            out["vs_latest_appointment"] = vs_latest.finish(&has_latest);
            out["certainty"] = sure.finish(&has_due);
            out["rule"] = rule_number.finish(&has_due);
            out["limit_source"] = limit_from.finish(&has_due);
        }
        py::dict midnight;
        for (const auto& [field, all] : midnights) {
            if (all) midnight[name_of(field)] = *all;
        }
        return py::make_tuple(out, counts.errors, midnight);
    }

    /// Why rows have no verdict: for each (errc, a, b, column); worked out again now that there is time for words.
    py::list why(const py::object& batch, const std::vector<std::size_t>& wanted) {
        const arrow_batch table(batch);
        std::deque<scratch_times> scratch;
        std::vector<channel> channels;
        const dossier_rows rows = rows_of(table, scratch, channels);
        rule_finder finder(asking());
        dossier of;
        py::list out;
        for (const std::size_t row : wanted) {
            const row_verdict one = assess_row(rows, row, as_of_, finder, of);
            const failure why = one.is.why();
            out.append(py::make_tuple(static_cast<int>(why.code), why.a, why.b, name_of(one.about)));
        }
        return out;
    }

    /// The last day of the rulebook's calendar that stands in columns of times; None where there is none.
    py::object last_day(const py::object& batch, const std::vector<std::string>& names) const {
        const arrow_batch table(batch);
        const day_table days = book_->counting_calendar().days();
        std::optional<civil_day> last;
        for (const std::string& name : names) {
            std::deque<scratch_times> scratch;
            const time_column column =
                times_of(table.find(name), table.rows(), book_->zone(), dossier_field::received_at, scratch);
            for (std::size_t row = 0; row < table.rows(); ++row) {
                const recorded_time time = column.at(row);
                if (!time.is_there || time.code != errc::ok || !days.is_inside(day_of(time.at))) continue;
                last = std::max(last.value_or(day_of(time.at)), day_of(time.at));
            }
        }
        return last ? date_of(*last) : py::object(py::none());
    }

    /// The names of the rules, by number.
    [[nodiscard]] std::vector<std::string> rule_names() {
        const std::scoped_lock lock(mutex_);
        std::vector<std::string> names;
        for (const resolved_rule& one : rules_.rules()) names.push_back(one.name);
        return names;
    }

private:
    dossier_rows rows_of(const arrow_batch& table, std::deque<scratch_times>& scratch, std::vector<channel>& channels) {
        dossier_rows rows;
        rows.count = table.rows();
        rows.requests = table.numbers<std::int32_t>("request", 'i');
        rows.status = table.numbers<std::int8_t>("status", 'c');
        rows.refused = table.numbers<std::int16_t>("refused", 's');
        {
            const std::scoped_lock lock(mutex_);
            channels = channels_;
        }
        rows.channels = channels;
        if (rows.requests.size() != rows.count) throw refusal({errc::field_missing}, "request");
        const auto out_of_range = [&](std::int32_t request) {
            return request < 0 || static_cast<std::size_t>(request) >= channels.size();
        };
        if (std::any_of(rows.requests.begin(), rows.requests.end(), out_of_range)) {
            throw refusal({errc::field_type}, "request");
        }
        for (const auto& [field, column] : times_in(rows)) {
            *column = times_of(table.find(name_of(field)), rows.count, book_->zone(), field, scratch);
            const bool is_date = std::find(date_only_.begin(), date_only_.end(), name_of(field)) != date_only_.end();
            if (is_date) column->precision = time_precision::day;
        }
        return rows;
    }

    /// The columns of times with their names.
    static std::array<std::pair<dossier_field, time_column*>, 5> times_in(dossier_rows& rows) noexcept {
        return {{{dossier_field::received_at, &rows.received},
                 {dossier_field::first_appointment_at, &rows.first_appointment},
                 {dossier_field::appointment_at, &rows.appointment},
                 {dossier_field::completed_at, &rows.completed},
                 {dossier_field::delivered_at, &rows.delivered}}};
    }

    std::shared_ptr<const rulebook> book_;
    civil_second as_of_;
    std::vector<std::string> date_only_;
    std::mutex mutex_;  // of all below
    rule_set rules_;
    std::deque<kept_request> requests_;
    std::vector<channel> channels_;
    std::vector<std::string_view> conditions_;
};

/// The name of a failure and its texts, English and Vietnamese. `right`: what would be right, both, or empty.
py::tuple tell(int code, std::int64_t a, std::int64_t b, const std::string& field, const std::string& value,
               const std::string& file, std::int64_t line, const std::pair<std::string, std::string>& right) {
    const failure why{static_cast<errc>(code), a, b};
    error_place place{.file = file, .line = line, .field = field, .value = value, .right = right.first};
    const std::string english = message(why, place, language::english);
    place.right = right.second;
    return py::make_tuple(message_of(why.code).name, english, message(why, place, language::vietnamese));
}

}  // namespace

const char* name_of(dossier_field field) noexcept {
    switch (field) {
        case dossier_field::none: return "";
        case dossier_field::dossier_id: return "dossier_id";
        case dossier_field::procedure: return "procedure";
        case dossier_field::agency: return "agency";
        case dossier_field::channel: return "channel";
        case dossier_field::conditions: return "conditions";
        case dossier_field::limit: return "limit";
        case dossier_field::received_at: return "received_at";
        case dossier_field::first_appointment_at: return "first_appointment_at";
        case dossier_field::appointment_at: return "appointment_at";
        case dossier_field::completed_at: return "completed_at";
        case dossier_field::delivered_at: return "delivered_at";
        case dossier_field::status: return "status";
    }
    return "";
}

void register_batch(py::module_& module) {
    py::class_<assessor>(module, "Assessor", "The rules of one run over tables of dossiers.")
        .def(py::init([](std::shared_ptr<rulebook> book, std::int64_t as_of, std::vector<std::string> date_only) {
                 return std::make_unique<assessor>(std::move(book), civil_second{as_of}, std::move(date_only));
             }),
             py::arg("book"), py::arg("as_of"), py::arg("date_only"))
        .def("add_request", &assessor::add_request, py::arg("procedure"), py::arg("agency"), py::arg("channel"),
             py::arg("limit"), py::arg("conditions"))
        .def("assess", &assessor::assess, py::arg("batch"), py::arg("all_columns"))
        .def("why", &assessor::why, py::arg("batch"), py::arg("rows"))
        .def("last_day", &assessor::last_day, py::arg("batch"), py::arg("columns"))
        .def("rule_names", &assessor::rule_names);
    py::dict codes;
    for (const message_entry& entry : message_catalogue) codes[py::str(entry.name)] = static_cast<int>(entry.code);
    module.attr("ERROR_CODES") = codes;
    module.def("tell", &tell, py::arg("code"), py::arg("a") = 0, py::arg("b") = 0, py::arg("field") = "",
               py::arg("value") = "", py::arg("file") = "", py::arg("line") = 0,
               py::arg("right") = std::pair<std::string, std::string>());
}

}  // namespace thoihan::python
