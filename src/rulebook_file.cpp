#include "thoihan/rulebook_file.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "built_in_files.hpp"
#include "csv_rows.hpp"
#include "thoihan/civil_text.hpp"
#include "thoihan/facts_file.hpp"
#include "thoihan/limit_text.hpp"
#include "thoihan/messages.hpp"
#include "thoihan/switches.hpp"
#include "thoihan/thoihan.hpp"
#include "thoihan/zone_icu.hpp"
#include "toml_fields.hpp"

namespace thoihan {
namespace {

// In the order of the enumerations.
const std::vector<std::string> confidence_names{"read", "quoted", "practice", "derived", "secondary", "unverified"};
const std::vector<std::string> role_names{"all", "reception", "return"};
const std::vector<std::string> channel_names{"counter", "online", "post"};
const std::vector<std::string> weekday_names{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

constexpr std::string_view plain_id = "plain";

std::string trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(" \t") - begin + 1));
}

std::vector<std::string> split(std::string_view text, char mark) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(mark, begin), text.size());
        if (auto part = trimmed(text.substr(begin, end - begin)); !part.empty()) parts.push_back(std::move(part));
        begin = end + 1;
    }
    return parts;
}

/// "plain": days by date, and nothing of the law of Vietnam: no roll, no cut-off, no opening hours at receipt.
named_regime plain_regime() {
    named_regime plain;
    plain.id = plain_id;
    plain.name = "Đếm đơn thuần, không theo luật Việt Nam";
    plain.name_en = "Plain counting, no law of Vietnam";
    plain.how.roll = roll_switch::none;
    plain.by = {"thoihan", confidence::derived};
    plain.switches = {{"roll", "none", plain.by, ""}};
    return plain;
}

/// The part of a table that a calendar needs: changes before its first day are history.
zone_table since(const zone_table& zone, civil_day first) {
    const std::int64_t begin = start_of(first - 1).number;
    std::int32_t offset = zone.first_offset();
    std::vector<zone_table::transition> kept;
    for (const zone_table::transition& one : zone.transitions()) {
        if (one.at.number < begin) {
            offset = one.offset;
        } else {
            kept.push_back(one);
        }
    }
    return zone_table(zone.name(), zone.version(), offset, std::move(kept));
}

class rulebook_reader {
public:
    explicit rulebook_reader(const rulebook_options& options) : options_(options) {
        regimes_.push_back(plain_regime());
        regime_numbers_.emplace(plain_id, 0);
    }

    void read_built_in() {
        read(built_in_files[0].text, std::string(built_in_files[0].name), {});
        for (const built_in_file& file : std::span(built_in_files).subspan(1)) {
            if (file.name.ends_with(".csv")) {
                read_procedures_csv(file.text, std::string(file.name));
            } else {
                toml_fields fields(file.text, std::string(file.name));
                read_lists(fields);
                fields.finish();
            }
        }
    }

    void read_folder(const std::filesystem::path& folder) {
        read(text_of_file(folder / "rulebook.toml"), (folder / "rulebook.toml").generic_string(), folder);
        for (const auto* name : {"regimes.toml", "offices.toml", "procedures.toml"}) {
            if (!std::filesystem::exists(folder / name)) continue;
            toml_fields fields(folder / name);
            read_lists(fields);
            fields.finish();
        }
        const auto csv = folder / "procedures.csv";
        if (std::filesystem::exists(csv)) read_procedures_csv(text_of_file(csv), csv.generic_string());
    }

    [[nodiscard]] std::shared_ptr<const rulebook> take() {
        if (offices_.empty()) throw error({errc::field_missing}, head_->place("office"));
        if (offices_.front().all.hours.empty()) throw error({errc::field_missing}, office_places_.front());
        const auto regime = regime_numbers_.find(default_regime_);
        if (regime == regime_numbers_.end())
            head_->refuse({errc::regime_unknown}, "default_regime", listed(ids_of(regimes_)));
        std::size_t office = 0;
        if (!default_office_.empty()) {
            const auto at = office_numbers_.find(default_office_);
            if (at == office_numbers_.end())
                head_->refuse({errc::agency_unknown}, "default_office", listed(ids_of(offices_)));
            office = at->second;
        }
        check_procedures();
        return std::make_shared<const rulebook>(rulebook_rows{.name = name_,
                                                              .days = *days_,
                                                              .zone = since(*zone_, days_->first()),
                                                              .regimes = std::move(regimes_),
                                                              .default_regime = regime->second,
                                                              .offices = std::move(offices_),
                                                              .default_office = office,
                                                              .refuses_unknown_agencies = refuses_unknown_agencies_,
                                                              .procedures = std::move(procedures_),
                                                              .columns = std::move(columns_),
                                                              .text = {&parse_limit, &fold_text}});
    }

private:
    static std::string text_of_file(const std::filesystem::path& path) {
        std::ifstream stream(path, std::ios::binary);
        if (!stream || std::filesystem::is_directory(path)) {
            throw error({errc::file_unreadable},
                        {.file = path.generic_string(), .field = {}, .value = {}, .right = {}});
        }
        return {std::istreambuf_iterator<char>(stream), {}};
    }

    template <class Rows>
    static std::vector<std::string> ids_of(const Rows& rows) {
        std::vector<std::string> ids;
        ids.reserve(rows.size());
        for (const auto& one : rows) ids.push_back(one.id);
        return ids;
    }

    // ---- rulebook.toml.

    void read(std::string_view text, const std::string& file, const std::filesystem::path& folder) {
        toml_fields fields(text, file);
        if (fields.has("base")) {
            if (fields.text("base") != "vn") fields.refuse({errc::field_type}, "base", "vn");
            read_built_in();
        }
        head_ = fields;
        name_ = fields.text("name");
        const bool has_base = days_.has_value();
        if (!has_base || fields.has("calendar")) read_calendar(fields, folder);
        if (!has_base || fields.has("zone")) {
            const auto zone = zone_from_icu(fields.text("zone"));
            if (!zone) fields.refuse(zone.why(), "zone");
            zone_ = *zone;
        }
        default_regime_ = fields.text("default_regime", has_base ? default_regime_ : std::string(plain_id));
        default_office_ = fields.text(
            "default_office", default_office_.empty() ? std::string_view("") : std::string_view(default_office_));
        if (fields.has("unknown_agency")) {
            refuses_unknown_agencies_ = fields.one_of("unknown_agency", {"default", "refuse"}) == 1;
        }
        for (auto& column : fields.pairs("columns")) columns_.push_back(std::move(column));
        read_lists(fields);
        fields.finish();
        head_ = fields;
    }

    void read_calendar(toml_fields& fields, const std::filesystem::path& folder) {
        if (fields.is_table("calendar")) {
            toml_fields table = fields.table("calendar");
            const civil_day first = table.day("first");
            const civil_day last = table.day("last");
            const auto week = parse_week(table.text("weekmask", "1111100"));
            if (!week) table.refuse(week.why(), "weekmask");
            const auto holidays = table.days("holidays");
            const auto working = table.days("working");
            table.finish();
            const auto made = calendar::from_list(first, last, *week, holidays, working);
            if (!made) table.refuse(made.why(), made.code() == errc::holiday_and_worked ? "working" : "last");
            days_ = *made;
            if (!options_.announcements.empty()) table.refuse({errc::field_type}, "holidays");
            return;
        }
        const std::string named = fields.text("calendar");
        loaded_facts facts = named == "vn" ? loaded_facts{vn::facts, nullptr} : load_facts(folder / named);
        if (!options_.announcements.empty()) facts = with_announcements(facts, options_.announcements);
        const bool is_built_in = facts.owner == nullptr;
        const auto made =
            is_built_in ? result<calendar>(vietnam()) : calendar::from_facts(facts.facts, {}, facts.owner);
        if (!made) fields.refuse(made.why(), "calendar");
        days_ = *made;
        if (!options_.known_on) return;
        const auto edition = days_->known_on(*options_.known_on);
        if (!edition) {
            throw error(edition.why(), {.file = {},
                                        .field = "known_on",
                                        .value = std::string(thoihan::text_of(*options_.known_on).view()),
                                        .right = {}});
        }
        days_ = *edition;
    }

    void read_lists(toml_fields& fields) {
        for (toml_fields& one : fields.tables("regime")) read_regime(one);
        for (toml_fields& one : fields.tables("office")) read_office(one);
        for (toml_fields& one : fields.tables("procedure")) read_procedure(one);
    }

    // ---- What all kinds of rows share.

    static citation read_citation(toml_fields& fields, std::string_view without = "") {
        citation by;
        by.source = fields.text("source", without.empty() ? std::string_view("") : without);
        if (fields.has("seen")) by.seen = static_cast<confidence>(fields.one_of("seen", confidence_names));
        return by;
    }

    static void read_period(toml_fields& fields, civil_day& from, civil_day& until) {
        if (fields.has("from")) from = fields.day("from");
        if (fields.has("until")) until = fields.day("until");
        if (until <= from) fields.refuse({errc::range_reversed, from.number, until.number}, "until");
    }

    static sessions sessions_of(toml_fields& fields, std::string_view key) {
        const auto open = parse_sessions(fields.text(key));
        if (!open) fields.refuse(open.why(), key);
        return *open;
    }

    /// "07:00-11:30 13:30-17:00" for every day, or a table of weekdays; those left out are closed.
    static weekly_sessions weekly_of(toml_fields& fields, std::string_view key) {
        weekly_sessions week;
        if (!fields.is_table(key)) {
            week.fill(sessions_of(fields, key));
            return week;
        }
        toml_fields table = fields.table(key);
        for (std::size_t day = 0; day < week.size(); ++day) {
            if (table.has(weekday_names[day])) week[day] = sessions_of(table, weekday_names[day]);
        }
        table.finish();
        return week;
    }

    // ---- Regimes.

    void read_regime(toml_fields& fields) {
        named_regime one;
        one.id = fields.text("id");
        if (regime_numbers_.contains(one.id)) fields.refuse({errc::duplicate}, "id");
        if (fields.has("base")) {
            const auto base = regime_numbers_.find(fields.text("base"));
            if (base == regime_numbers_.end()) fields.refuse({errc::regime_unknown}, "base", listed(ids_of(regimes_)));
            one.how = regimes_[base->second].how;
            one.switches = regimes_[base->second].switches;
        }
        one.name = fields.text("name");
        one.name_en = fields.text("name_en", one.name);
        one.general = fields.flag("general", false);
        one.over_general = fields.flag("over_general", false);
        if (one.over_general && (one.general || fields.has("base"))) {
            fields.refuse({errc::field_type}, "over_general", "false beside general or base");
        }
        read_period(fields, one.from, one.until);
        one.by = read_citation(fields);
        for (toml_fields& each : fields.tables("switch")) {
            cited_switch value{each.text("name"), each.text("value"), read_citation(each, one.by.source),
                               each.text("note", "")};
            if (!each.has("seen")) value.by.seen = one.by.seen;
            each.finish();
            set(one, each, "value", std::move(value));
        }
        if (fields.has("set")) {
            toml_fields set_fields = fields.table("set");
            for (auto& [name, value] : fields.pairs("set")) set(one, set_fields, name, {name, value, one.by, ""});
        }
        fields.finish();
        regime_numbers_.emplace(one.id, regimes_.size());
        regimes_.push_back(std::move(one));
    }

    static void set(named_regime& one, const toml_fields& fields, std::string_view key, cited_switch value) {
        const failure bad = set_switch(one.how, value.name, value.value);
        if (bad.code != errc::ok) {
            const switch_entry* known = find_switch(value.name);
            fields.refuse(bad, known == nullptr && key == "value" ? "name" : key,
                          known == nullptr ? switch_names() : values_of(*known));
        }
        const auto same = [&](const cited_switch& other) { return other.name == value.name; };
        std::erase_if(one.switches, same);
        one.switches.push_back(std::move(value));
    }

    // ---- Offices.

    void read_office(toml_fields& fields) {
        office_row one;
        one.id = fields.text("id");
        if (office_numbers_.contains(one.id)) fields.refuse({errc::duplicate}, "id");
        one.name = fields.text("name");
        one.code = fields.text("code", "");
        if (fields.has("aliases")) one.aliases = fields.texts("aliases");
        one.note = fields.text("note", "");
        if (fields.has("parent")) {
            const auto parent = office_numbers_.find(fields.text("parent"));
            if (parent == office_numbers_.end())
                fields.refuse({errc::agency_unknown}, "parent", "an office that stands before it");
            one.parent = parent->second;
        } else if (offices_.empty()) {
            one.parent = 0;
        }
        const auto hours_of = [&](toml_fields& entry) -> role_hours& {
            const std::size_t role = entry.has("role") ? entry.one_of("role", role_names) : 0;
            return role == 0 ? one.all : role == 1 ? one.reception : one.handing_over;
        };
        for (toml_fields& entry : fields.tables("hours")) {
            dated_hours hours;
            read_period(entry, hours.from, hours.until);
            hours.week = weekly_of(entry, "hours");
            hours.by = read_citation(entry);
            auto& list = hours_of(entry).hours;
            entry.finish();
            if (std::any_of(list.begin(), list.end(), [&](const dated_hours& other) {
                    return hours.from < other.until && other.from < hours.until;
                })) {
                entry.refuse({errc::duplicate}, "from", "a period that does not overlap");
            }
            list.push_back(std::move(hours));
        }
        for (toml_fields& entry : fields.tables("also_open")) {
            open_rest_days rest;
            read_period(entry, rest.from, rest.until);
            const auto week = parse_week(entry.text("weekdays"));
            if (!week) entry.refuse(week.why(), "weekdays");
            rest.days = *week;
            rest.hours = sessions_of(entry, "hours");
            rest.by = read_citation(entry);
            hours_of(entry).also_open.push_back(std::move(rest));
            entry.finish();
        }
        for (toml_fields& entry : fields.tables("dates")) {
            office_hours::dated_sessions date;
            date.day = entry.day("day");
            if (entry.has("hours")) date.hours = sessions_of(entry, "hours");
            auto& list = hours_of(entry).dates;
            entry.finish();
            if (std::any_of(list.begin(), list.end(), [&](const auto& other) { return other.day == date.day; })) {
                entry.refuse({errc::duplicate}, "day");
            }
            list.push_back(date);
        }
        fields.finish();
        office_numbers_.emplace(one.id, offices_.size());
        office_places_.push_back(fields.place("hours"));
        offices_.push_back(std::move(one));
    }

    // ---- Procedures.

    /// A row's texts, however they were read, and where each stands.
    struct written_row {
        std::string code, name, name_en, field, scope, channel, limit, regime, note;
        bool is_doubtful = false;
        std::vector<std::string> conditions;
        struct written_add_on {
            std::string condition, limit;
            std::int32_t leg = 1;
            std::string value;  ///< for messages
        };
        std::vector<written_add_on> add_ons;
        civil_day from = no_beginning, until = no_end;
        citation by;
    };

    template <class Place>
    void add_procedure(written_row row, const Place& place) {
        const auto refuse = [&](failure why, const char* field, const std::string& value, std::string right = {}) {
            error_place at = place(field);
            at.value = value;
            at.right = std::move(right);
            throw error(why, at);
        };
        procedure_row one;
        one.code = std::move(row.code);
        one.name = std::move(row.name);
        one.name_en = std::move(row.name_en);
        one.field = std::move(row.field);
        if (!row.scope.empty()) {
            const auto scope = office_numbers_.find(row.scope);
            if (scope == office_numbers_.end()) refuse({errc::agency_unknown}, "scope", row.scope);
            one.scope = scope->second;
        }
        one.from = row.from;
        one.until = row.until;
        if (one.until <= one.from) {
            refuse({errc::range_reversed, one.from.number, one.until.number}, "until",
                   std::string(thoihan::text_of(one.until).view()));
        }
        if (!row.channel.empty()) {
            const auto at = std::find(channel_names.begin(), channel_names.end(), row.channel);
            if (at == channel_names.end())
                refuse({errc::channel_unknown}, "channel", row.channel, listed(channel_names));
            one.via = static_cast<channel>(at - channel_names.begin() + 1);
        }
        one.conditions = std::move(row.conditions);
        one.limit_text = std::move(row.limit);
        const auto limit = parse_limit(one.limit_text);
        if (!row.is_doubtful) {
            if (!limit) refuse(limit.why(), "limit", one.limit_text);
            one.limit = *limit;
        }
        if (!row.regime.empty()) {
            const auto regime = regime_numbers_.find(row.regime);
            if (regime == regime_numbers_.end())
                refuse({errc::regime_unknown}, "regime", row.regime, listed(ids_of(regimes_)));
            one.regime = regime->second;
        }
        for (const auto& each : row.add_ons) {
            const auto more = parse_limit(each.limit);
            if (!more) refuse(more.why(), "add_ons", each.value, "condition: 10 ngày làm việc");
            const bool is_one_part = more->legs().size() == 1 && more->leg(0).parts().size() == 1;
            const std::size_t leg = static_cast<std::size_t>(each.leg) - 1;
            if (!is_one_part || (one.limit && leg >= one.limit->legs().size())) {
                refuse({errc::field_type}, "add_ons", each.value, "one part, of a leg that there is");
            }
            const add_on made{each.condition, leg, more->leg(0).last()};
            if (one.limit) {
                const auto longer = one.limit->extended(made.leg, made.more);
                if (!longer) refuse(longer.why(), "add_ons", each.value);
            }
            one.add_ons.push_back(made);
        }
        one.by = std::move(row.by);
        one.note = std::move(row.note);
        procedure_places_.push_back(place("code"));
        procedures_.push_back(std::move(one));
    }

    void read_procedure(toml_fields& fields) {
        written_row row;
        row.code = fields.text("code");
        row.name = fields.text("name");
        row.name_en = fields.text("name_en", row.name);
        row.field = fields.text("field", "");
        row.scope = fields.text("scope", "");
        read_period(fields, row.from, row.until);
        row.channel = fields.text("channel", "");
        if (fields.has("conditions")) row.conditions = fields.texts("conditions");
        row.limit = fields.text("limit");
        row.is_doubtful = fields.flag("doubtful", false);
        row.regime = fields.text("regime", "");
        for (toml_fields& each : fields.tables("add_ons")) {
            written_row::written_add_on more;
            more.condition = each.text("condition");
            more.limit = each.text("limit");
            more.value = more.limit;
            if (each.has("leg")) more.leg = each.number("leg", 1, static_cast<std::int32_t>(time_limit::capacity));
            each.finish();
            row.add_ons.push_back(std::move(more));
        }
        row.by = read_citation(fields);
        row.note = fields.text("note", "");
        fields.finish();
        add_procedure(std::move(row), [&](const char* field) { return fields.place(field); });
    }

    void read_procedures_csv(std::string_view text, const std::string& file) {
        static const std::vector<std::string> known{"code",    "name",    "name_en",    "field", "scope",    "from",
                                                    "until",   "channel", "conditions", "limit", "doubtful", "regime",
                                                    "add_ons", "source",  "seen",       "note"};
        const auto rows = csv_rows(text, file);
        const std::vector<std::string>& heading = rows.front().cells;
        std::map<std::string, std::size_t> columns;
        for (std::size_t i = 0; i < heading.size(); ++i) {
            const error_place at{
                .file = file, .line = rows.front().line, .field = heading[i], .value = {}, .right = listed(known)};
            if (std::find(known.begin(), known.end(), heading[i]) == known.end())
                throw error({errc::field_unknown}, at);
            if (!columns.emplace(heading[i], i).second) throw error({errc::duplicate}, at);
        }
        for (const auto* needed : {"code", "name", "limit"}) {
            if (columns.contains(needed)) continue;
            throw error({errc::column_missing},
                        {.file = file, .line = rows.front().line, .field = needed, .value = {}, .right = {}});
        }
        for (const csv_row& cells : std::span(rows).subspan(1)) {
            const auto cell = [&](const char* name) {
                const auto at = columns.find(name);
                return at == columns.end() ? std::string() : trimmed(cells.cells[at->second]);
            };
            const auto place = [&](const char* field) {
                return error_place{.file = file, .line = cells.line, .field = field, .value = cell(field), .right = {}};
            };
            const auto refuse = [&](failure why, const char* field, std::string right = {}) {
                error_place at = place(field);
                at.right = std::move(right);
                throw error(why, at);
            };
            const auto day = [&](const char* field, civil_day missing) {
                const std::string written = cell(field);
                if (written.empty()) return missing;
                const auto read = parse_day(written);
                if (!read) refuse(read.why(), field);
                return *read;
            };
            written_row row;
            row.code = cell("code");
            if (row.code.empty()) refuse({errc::value_empty}, "code");
            row.name = cell("name");
            row.name_en = cell("name_en");
            row.field = cell("field");
            row.scope = cell("scope");
            row.from = day("from", no_beginning);
            row.until = day("until", no_end);
            row.channel = cell("channel");
            row.conditions = split(cell("conditions"), ';');
            row.limit = cell("limit");
            const std::string doubtful = cell("doubtful");
            row.is_doubtful = doubtful == "yes";
            if (!doubtful.empty() && doubtful != "yes" && doubtful != "no")
                refuse({errc::field_type}, "doubtful", "yes, no");
            row.regime = cell("regime");
            for (const std::string& written : split(cell("add_ons"), ';')) {
                const std::size_t colon = written.find(':');
                if (colon == std::string::npos)
                    refuse({errc::syntax, static_cast<std::int64_t>(written.size())}, "add_ons",
                           "condition: 10 ngày làm việc");
                written_row::written_add_on more;
                more.condition = trimmed(std::string_view(written).substr(0, colon));
                more.limit = trimmed(std::string_view(written).substr(colon + 1));
                more.value = written;
                if (const std::size_t at = more.condition.find('@'); at != std::string::npos) {
                    const std::string leg = more.condition.substr(at + 1);
                    if (leg.size() != 1 || leg[0] < '1' || leg[0] > '3')
                        refuse({errc::field_type}, "add_ons", "condition@1, condition@2, condition@3");
                    more.leg = leg[0] - '0';
                    more.condition.resize(at);
                }
                row.add_ons.push_back(std::move(more));
            }
            row.by.source = cell("source");
            if (const std::string seen = cell("seen"); !seen.empty()) {
                const auto at = std::find(confidence_names.begin(), confidence_names.end(), seen);
                if (at == confidence_names.end()) refuse({errc::field_type}, "seen", listed(confidence_names));
                row.by.seen = static_cast<confidence>(at - confidence_names.begin());
            }
            row.note = cell("note");
            add_procedure(std::move(row), place);
        }
    }

    /// Two rows for the same question on the same day would tie for ever.
    void check_procedures() const {
        std::map<std::string, std::vector<std::size_t>> by_code;
        for (std::size_t i = 0; i < procedures_.size(); ++i) by_code[procedures_[i].code].push_back(i);
        const auto sorted = [](std::vector<std::string> names) {
            std::sort(names.begin(), names.end());
            return names;
        };
        for (const auto& [code, numbers] : by_code) {
            for (std::size_t i = 0; i < numbers.size(); ++i) {
                for (std::size_t j = 0; j < i; ++j) {
                    const procedure_row& a = procedures_[numbers[j]];
                    const procedure_row& b = procedures_[numbers[i]];
                    const bool overlap = a.from < b.until && b.from < a.until;
                    const bool same =
                        a.scope == b.scope && a.via == b.via && sorted(a.conditions) == sorted(b.conditions);
                    if (!overlap || !same) continue;
                    error_place at = procedure_places_[numbers[i]];
                    at.right =
                        procedure_places_[numbers[j]].file + ":" + std::to_string(procedure_places_[numbers[j]].line);
                    throw error({errc::duplicate}, at);
                }
            }
        }
    }

    rulebook_options options_;
    std::optional<toml_fields> head_;
    std::string name_;
    std::optional<calendar> days_;
    std::optional<zone_table> zone_;
    std::string default_regime_, default_office_;
    bool refuses_unknown_agencies_ = false;
    std::vector<std::pair<std::string, std::string>> columns_;
    std::vector<named_regime> regimes_;
    std::map<std::string, std::size_t, std::less<>> regime_numbers_, office_numbers_;
    std::vector<office_row> offices_;
    std::vector<error_place> office_places_, procedure_places_;
    std::vector<procedure_row> procedures_;
};

}  // namespace

std::shared_ptr<const rulebook> load_rulebook(const std::filesystem::path& folder, const rulebook_options& options) {
    rulebook_reader reader(options);
    reader.read_folder(folder);
    return reader.take();
}

std::shared_ptr<const rulebook> vietnam_rulebook(const rulebook_options& options) {
    rulebook_reader reader(options);
    reader.read_built_in();
    return reader.take();
}

const named_regime* built_in_regime(std::string_view id) {
    static const std::shared_ptr<const rulebook> book = vietnam_rulebook();
    return book->find_regime(id);
}

std::shared_ptr<const rulebook> make_rulebook(const calendar& days, const office_hours& hours, const named_regime& with,
                                              const zone_table& zone) {
    office_row office;
    office.id = "office";
    office.name = "office";
    for (std::size_t i = 0; i < hours.schedules().size(); ++i) {
        const bool is_last = i + 1 == hours.schedules().size();
        office.all.hours.push_back({hours.schedules()[i].since,
                                    is_last ? no_end : hours.schedules()[i + 1].since,
                                    hours.schedules()[i].week,
                                    {}});
    }
    office.all.dates = hours.dates();
    return std::make_shared<const rulebook>(rulebook_rows{.name = "code",
                                                          .days = days,
                                                          .zone = since(zone, days.first()),
                                                          .regimes = {with},
                                                          .default_regime = 0,
                                                          .offices = {std::move(office)},
                                                          .default_office = 0,
                                                          .refuses_unknown_agencies = false,
                                                          .procedures = {},
                                                          .columns = {},
                                                          .text = {&parse_limit, &fold_text}});
}

}  // namespace thoihan
