// A TOML file read strictly, table by table and field by field: whatever is missing, of the wrong type or unknown is
// thrown as a thoihan::error with its file, line, field and value.
#ifndef THOIHAN_SRC_TOML_FIELDS_HPP
#define THOIHAN_SRC_TOML_FIELDS_HPP

// toml++ 3.3 asserts on a broken heading such as "[=" where it should report it (marzer/tomlplusplus#301).
#define TOML_ASSERT(expression) static_assert(true)
#include <toml++/toml.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "thoihan/civil.hpp"
#include "thoihan/messages.hpp"

namespace thoihan {

/// Names or numbers as a message lists them: "a, b, c".
[[nodiscard]] std::string listed(const std::vector<std::string>& names);

/// One table of a file. Each field is asked for by its name; `finish` then refuses those that nobody asked for.
/// Fields that may be left out have a default, or are asked for with `has`.
class toml_fields {
public:
    /// Throws `file_unreadable`, or `syntax` or `date_invalid` where the file is not TOML.
    explicit toml_fields(const std::filesystem::path& file);
    /// The same of a text that is not read from a file, with the name that messages give it.
    toml_fields(std::string_view text, std::string name);

    [[nodiscard]] bool has(std::string_view key);
    [[nodiscard]] std::string text(std::string_view key);
    [[nodiscard]] std::string text(std::string_view key, std::string_view missing);
    [[nodiscard]] bool flag(std::string_view key, bool missing);
    [[nodiscard]] civil_day day(std::string_view key);
    /// From low to high, both included.
    [[nodiscard]] std::int32_t number(std::string_view key, std::int32_t low, std::int32_t high);
    /// As many as the list has; all of them from low to high.
    [[nodiscard]] std::vector<std::int32_t> numbers(std::string_view key, std::int32_t low, std::int32_t high);
    [[nodiscard]] std::vector<std::string> texts(std::string_view key);
    /// A list of days; none where the field is missing.
    [[nodiscard]] std::vector<civil_day> days(std::string_view key);
    /// Whether the field is there and is a table.
    [[nodiscard]] bool is_table(std::string_view key);
    [[nodiscard]] toml_fields table(std::string_view key);
    /// A list of tables; none where the field is missing.
    [[nodiscard]] std::vector<toml_fields> tables(std::string_view key);
    /// A table of texts, in the order of their keys; none where the field is missing.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> pairs(std::string_view key);
    /// The number of a text in a list, from 0.
    [[nodiscard]] std::size_t one_of(std::string_view key, const std::vector<std::string>& names);
    void finish();

    /// Where a field stands, and what stands there.
    [[nodiscard]] error_place place(std::string_view key, std::string right = {}) const;
    [[noreturn]] void refuse(failure why, std::string_view key, std::string right = {}) const;

private:
    toml_fields(std::shared_ptr<const toml::table> root, const toml::table& table, std::string file)
        : root_(std::move(root)), table_(&table), file_(std::move(file)) {}

    [[nodiscard]] const toml::node* find(std::string_view key);
    [[nodiscard]] const toml::node& need(std::string_view key);
    template <class T>
    [[nodiscard]] const T& need_as(std::string_view key, std::string_view right);
    [[noreturn]] void refuse_at(failure why, const toml::node& at, std::string_view key, std::string right) const;

    std::shared_ptr<const toml::table> root_;  ///< keeps alive the table, which is part of it
    const toml::table* table_;
    std::string file_;
    std::vector<std::string> asked_;
};

}  // namespace thoihan

#endif  // THOIHAN_SRC_TOML_FIELDS_HPP
