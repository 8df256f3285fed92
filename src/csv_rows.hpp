// A CSV file (RFC 4180, UTF-8) as rows of texts, each with its line.
#ifndef THOIHAN_SRC_CSV_ROWS_HPP
#define THOIHAN_SRC_CSV_ROWS_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "thoihan/messages.hpp"

namespace thoihan {

struct csv_row {
    std::int64_t line = 0;
    std::vector<std::string> cells;
};

/// The heading first, then the rows; empty lines are left out. Throws `row_broken` where a row has another number of
/// cells than the heading, or ends inside quotes, and `file_empty` where there is no heading.
[[nodiscard]] inline std::vector<csv_row> csv_rows(std::string_view text, const std::string& file) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::vector<csv_row> rows;
    std::int64_t line = 1;
    for (std::size_t at = 0; at < text.size();) {
        csv_row row{line, {}};
        bool is_quoted = false;
        for (bool more = true; more;) {
            std::string cell;
            is_quoted = at < text.size() && text[at] == '"';
            if (is_quoted) ++at;
            for (; at < text.size(); ++at) {
                const char c = text[at];
                if (is_quoted && c == '"') {
                    if (at + 1 >= text.size() || text[at + 1] != '"') {
                        is_quoted = false;
                        continue;
                    }
                    ++at;
                } else if (!is_quoted && (c == ',' || c == '\n' || c == '\r')) {
                    break;
                }
                if (c == '\n') ++line;
                cell += c;
            }
            row.cells.push_back(std::move(cell));
            more = at < text.size() && text[at] == ',';
            if (more) ++at;
        }
        if (at < text.size() && text[at] == '\r') ++at;
        if (at < text.size() && text[at] == '\n') ++at;
        ++line;
        const bool is_empty = row.cells.size() == 1 && row.cells.front().empty();
        if (is_empty) continue;
        const std::size_t expected = rows.empty() ? row.cells.size() : rows.front().cells.size();
        if (is_quoted || row.cells.size() != expected) {
            throw error(
                {errc::row_broken, static_cast<std::int64_t>(row.cells.size()), static_cast<std::int64_t>(expected)},
                {.file = file, .line = row.line, .field = {}, .value = row.cells.front(), .right = {}});
        }
        rows.push_back(std::move(row));
    }
    if (rows.empty()) throw error({errc::file_empty}, {.file = file, .field = {}, .value = {}, .right = {}});
    return rows;
}

}  // namespace thoihan

#endif  // THOIHAN_SRC_CSV_ROWS_HPP
