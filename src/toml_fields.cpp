#include "toml_fields.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include "thoihan/civil_text.hpp"

namespace thoihan {
namespace {

// What a value looks like, for messages in any language.
constexpr std::string_view text_form = "\"…\"";
constexpr std::string_view day_form = "YYYY-MM-DD";
constexpr std::string_view flag_form = "true | false";
constexpr std::string_view list_form = "[ … ]";
constexpr std::string_view table_form = "{ … }";

std::string range_form(std::int32_t low, std::int32_t high) {
    return std::to_string(low) + " … " + std::to_string(high);
}

/// A value as it stands in the file; tables and lists are too long to be repeated.
std::string value_text(const toml::node& node) {
    if (const auto* text = node.as_string()) return text->get();
    std::ostringstream written;
    node.visit([&](const auto& value) {
        if constexpr (toml::is_value<decltype(value)>) written << value;
    });
    return written.str();
}

std::string read_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream || std::filesystem::is_directory(file)) {
        throw error({errc::file_unreadable}, {.file = file.generic_string(), .field = {}, .value = {}, .right = {}});
    }
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// The line of a text, from 1.
std::string_view line_of(std::string_view text, std::size_t number) {
    for (; number > 1; --number) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos) return {};
        text.remove_prefix(end + 1);
    }
    return text.substr(0, text.find('\n'));
}

/// The parser stops at a day that does not exist; say so better than it does.
void refuse_invalid_day(const toml::parse_error& bad, std::string_view text, const std::string& file) {
    const std::string_view line = line_of(text, bad.source().begin.line);
    for (std::size_t at = 0; at + 10 <= line.size(); ++at) {
        const std::string_view written = line.substr(at, 10);
        const auto day = parse_day(written);
        if (day.code() != errc::date_invalid) continue;
        // The key before it: "off = 2026-02-30".
        const std::string_view before = line.substr(0, std::min(at, line.rfind('=', at)));
        const std::size_t end = before.find_last_not_of(" \t");
        const std::size_t start = before.find_last_of(" \t{,", end);
        const std::string_view key =
            end == std::string_view::npos ? std::string_view{} : before.substr(start + 1, end - start);
        throw error(day.why(), {.file = file,
                                .line = bad.source().begin.line,
                                .field = std::string(key),
                                .value = std::string(written),
                                .right = {}});
    }
}

std::shared_ptr<const toml::table> parse(std::string_view text, const std::string& name) {
    try {
        return std::make_shared<const toml::table>(toml::parse(text, std::string_view(name)));
    } catch (const toml::parse_error& bad) {
        refuse_invalid_day(bad, text, name);
        const auto at = bad.source().begin;
        throw error({errc::syntax, std::int64_t{at.column} - 1}, {.file = name,
                                                                  .line = at.line,
                                                                  .field = "TOML",
                                                                  .value = std::string(bad.description()),
                                                                  .right = "TOML 1.0"});
    }
}

}  // namespace

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text.append(text.empty() ? "" : ", ").append(name);
    return text;
}

toml_fields::toml_fields(const std::filesystem::path& file) : toml_fields(read_file(file), file.generic_string()) {}

toml_fields::toml_fields(std::string_view text, std::string name)
    : root_(parse(text, name)), table_(root_.get()), file_(std::move(name)) {}

const toml::node* toml_fields::find(std::string_view key) {
    if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) asked_.emplace_back(key);
    return table_->get(key);
}

const toml::node& toml_fields::need(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) refuse({errc::field_missing}, key);
    return *node;
}

template <class T>
const T& toml_fields::need_as(std::string_view key, std::string_view right) {
    const toml::node& node = need(key);
    const auto* value = node.as<T>();
    if (value == nullptr) refuse_at({errc::field_type}, node, key, std::string(right));
    if constexpr (toml::is_container<T>) {
        return *value;
    } else {
        return value->get();
    }
}

bool toml_fields::has(std::string_view key) { return find(key) != nullptr; }

std::string toml_fields::text(std::string_view key) {
    const std::string& text = need_as<std::string>(key, text_form);
    if (text.empty()) refuse({errc::value_empty}, key, std::string(text_form));
    return text;
}

std::string toml_fields::text(std::string_view key, std::string_view missing) {
    return has(key) ? text(key) : std::string(missing);
}

bool toml_fields::flag(std::string_view key, bool missing) {
    return has(key) ? need_as<bool>(key, flag_form) : missing;
}

civil_day toml_fields::day(std::string_view key) {
    const toml::date date = need_as<toml::date>(key, day_form);
    const auto day = make_day(date.year, date.month, date.day);
    if (!day) refuse(day.why(), key);
    return *day;
}

std::int32_t toml_fields::number(std::string_view key, std::int32_t low, std::int32_t high) {
    const std::int64_t number = need_as<std::int64_t>(key, range_form(low, high));
    if (number < low || number > high) refuse({errc::field_type}, key, range_form(low, high));
    return static_cast<std::int32_t>(number);
}

std::vector<std::int32_t> toml_fields::numbers(std::string_view key, std::int32_t low, std::int32_t high) {
    std::vector<std::int32_t> numbers;
    for (const toml::node& node : need_as<toml::array>(key, list_form)) {
        const auto* number = node.as_integer();
        if (number == nullptr || number->get() < low || number->get() > high) {
            refuse_at({errc::field_type}, node, key, range_form(low, high));
        }
        numbers.push_back(static_cast<std::int32_t>(number->get()));
    }
    return numbers;
}

std::vector<std::string> toml_fields::texts(std::string_view key) {
    std::vector<std::string> texts;
    for (const toml::node& node : need_as<toml::array>(key, list_form)) {
        const auto* text = node.as_string();
        if (text == nullptr) refuse_at({errc::field_type}, node, key, std::string(text_form));
        texts.push_back(text->get());
    }
    return texts;
}

std::vector<civil_day> toml_fields::days(std::string_view key) {
    std::vector<civil_day> days;
    if (!has(key)) return days;
    for (const toml::node& node : need_as<toml::array>(key, list_form)) {
        const auto* date = node.as_date();
        if (date == nullptr) refuse_at({errc::field_type}, node, key, std::string(day_form));
        const auto day = make_day(date->get().year, date->get().month, date->get().day);
        if (!day) refuse_at(day.why(), node, key, {});
        days.push_back(*day);
    }
    return days;
}

bool toml_fields::is_table(std::string_view key) {
    const toml::node* node = find(key);
    return node != nullptr && node->is_table();
}

toml_fields toml_fields::table(std::string_view key) { return {root_, need_as<toml::table>(key, table_form), file_}; }

std::vector<toml_fields> toml_fields::tables(std::string_view key) {
    std::vector<toml_fields> tables;
    if (!has(key)) return tables;
    for (const toml::node& node : need_as<toml::array>(key, list_form)) {
        const auto* table = node.as_table();
        if (table == nullptr) refuse_at({errc::field_type}, node, key, std::string(table_form));
        tables.push_back({root_, *table, file_});
    }
    return tables;
}

std::vector<std::pair<std::string, std::string>> toml_fields::pairs(std::string_view key) {
    std::vector<std::pair<std::string, std::string>> pairs;
    if (!has(key)) return pairs;
    for (const auto& [name, node] : need_as<toml::table>(key, table_form)) {
        const auto* text = node.as_string();
        if (text == nullptr) refuse_at({errc::field_type}, node, name.str(), std::string(text_form));
        pairs.emplace_back(name.str(), text->get());
    }
    return pairs;
}

std::size_t toml_fields::one_of(std::string_view key, const std::vector<std::string>& names) {
    const auto found = std::find(names.begin(), names.end(), text(key));
    if (found == names.end()) refuse({errc::field_type}, key, listed(names));
    return static_cast<std::size_t>(found - names.begin());
}

void toml_fields::finish() {
    const toml::key* first = nullptr;
    for (const auto& [key, node] : *table_) {
        if (std::find(asked_.begin(), asked_.end(), key.str()) != asked_.end()) continue;
        if (first == nullptr || key.source().begin.line < first->source().begin.line) first = &key;
    }
    if (first == nullptr) return;
    throw error({errc::field_unknown}, {.file = file_,
                                        .line = first->source().begin.line,
                                        .field = std::string(first->str()),
                                        .value = {},
                                        .right = listed(asked_)});
}

error_place toml_fields::place(std::string_view key, std::string right) const {
    const toml::node* node = table_->get(key);
    const toml::node& at = node != nullptr ? *node : *table_;
    return {.file = file_,
            .line = at.source().begin.line,
            .field = std::string(key),
            .value = node != nullptr ? value_text(*node) : std::string{},
            .right = std::move(right)};
}

void toml_fields::refuse(failure why, std::string_view key, std::string right) const {
    throw error(why, place(key, std::move(right)));
}

void toml_fields::refuse_at(failure why, const toml::node& at, std::string_view key, std::string right) const {
    throw error(why, {.file = file_,
                      .line = at.source().begin.line,
                      .field = std::string(key),
                      .value = value_text(at),
                      .right = std::move(right)});
}

}  // namespace thoihan
