// bindings/column.hpp: columns of days, instants and counts, read and written block by block without the GIL.
//
// A column is numpy memory (datetime64 and integers, strided), Arrow arrays (dates, timestamps, integers, text; in
// chunks, with offsets and nulls), a Python list, or one scalar for all rows. Whatever it is, a question sees blocks
// of 64-bit integers: days, civil seconds, counts. Units are exact: a timestamp that is no midnight is no day.
#ifndef THOIHAN_BINDINGS_COLUMN_HPP
#define THOIHAN_BINDINGS_COLUMN_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "arrow.hpp"
#include "convert.hpp"

namespace thoihan::python {

/// Rows that are read, answered and written at a time: they stay in the first cache. A multiple of 8, for bitmaps.
inline constexpr std::size_t block_rows = 512;

enum class row_state : std::uint8_t { present, missing, bad };

struct block {
    std::array<std::int64_t, block_rows> values;
    std::array<row_state, block_rows> states;
    bool all_present = true;  ///< then nobody looks at `states`
};

/// The type of a number in memory.
enum class number_type : std::uint8_t { i8, u8, i16, u16, i32, u32, i64, u64 };

/// Which rows are there: a bitmap, from a bit on; null where all are.
struct validity {
    const std::uint8_t* bits = nullptr;
    std::size_t offset = 0;

    [[nodiscard]] bool has(std::size_t row) const noexcept {
        return bits == nullptr || ((unsigned{bits[(offset + row) >> 3]} >> ((offset + row) & 7U)) & 1U) != 0;
    }
};

/// Numbers, one every `stride` bytes, `units` of which are a day (or a second).
struct number_piece {
    const std::byte* data = nullptr;
    std::ptrdiff_t stride = 0;
    number_type type = number_type::i64;
    std::int64_t units = 1;
    bool has_nat = false;  ///< the least number stands for a missing one, as in numpy
    validity valid;
    const row_state* states = nullptr;  ///< of a list: which of its rows are there, and which are bad
};

/// Arrow text: offsets of 32 or 64 bits into characters, or views.
struct text_piece {
    enum class layout : std::uint8_t { offsets_32, offsets_64, views };
    layout held = layout::offsets_32;
    const std::byte* rows = nullptr;            ///< offsets, or views; already at the first row
    const char* characters = nullptr;           ///< of offsets
    const void* const* view_buffers = nullptr;  ///< of views
    validity valid;

    [[nodiscard]] std::string_view at(std::size_t row) const noexcept;
};

class column {
public:
    /// One value for all rows.
    [[nodiscard]] static column scalar(py::handle value, role what, std::string field);
    /// A buffer of one dimension: int64 of numpy, `units` of which are a day or a second. `has_nat`: the least
    /// number is missing. `repeated`: its one row stands for all rows, and must be there.
    [[nodiscard]] static column numbers(const py::buffer& buffer, std::int64_t units, bool has_nat, bool repeated,
                                        role what, std::string field);
    /// An object with the Arrow C data interface.
    [[nodiscard]] static column arrow(py::handle object, role what, std::string field);
    /// A list of Python objects; None is missing.
    [[nodiscard]] static column objects(const py::list& list, role what, std::string field);

    /// Rows; nothing for a scalar.
    [[nodiscard]] std::optional<std::size_t> size() const noexcept;
    [[nodiscard]] const std::string& field() const noexcept { return field_; }
    [[nodiscard]] role what() const noexcept { return what_; }
    /// Of a column from Arrow; text in views is given as text with offsets. Else empty.
    [[nodiscard]] const std::string& format() const noexcept { return format_; }

    /// Where a reader stands: rows are read in order.
    struct cursor {
        std::size_t piece = 0;
        std::size_t row = 0;  ///< in the piece
        bool is_filled = false;
    };
    /// The next `count` rows, at most block_rows.
    void read(cursor& at, std::size_t count, block& rows) const noexcept;

    /// One row, into row 0 of a block.
    void read_one(std::size_t row, block& rows) const noexcept;

    /// Why a row is bad; nothing where it is not. Of a list: its first bad row.
    [[nodiscard]] std::optional<refusal> why_bad(std::size_t row) const;
    /// A row as text, for messages.
    [[nodiscard]] std::string text_at(std::size_t row) const;

private:
    using piece_data = std::variant<number_piece, text_piece>;
    struct piece {
        piece_data data;
        std::size_t size = 0;
    };

    [[nodiscard]] static piece piece_of(const arrow_array& chunk, const number_piece& numbers,
                                        std::optional<text_piece::layout> text);
    [[nodiscard]] const piece& piece_at(std::size_t& row) const;

    role what_ = role::day;
    std::string field_;
    std::string format_;
    std::optional<std::int64_t> scalar_;
    std::size_t size_ = 0;
    std::vector<piece> pieces_;
    std::vector<std::shared_ptr<const void>> owners_;  // keep alive what the pieces look at
    std::optional<refusal> refused_;                   // of a list: its first bad row
};

/// What an answer is.
enum class answer_kind : std::uint8_t { day, instant, number, truth };

/// Where answers go.
class output {
public:
    /// A writable buffer of numpy: int64, `units` of which are a day or a second, or bytes for truths. Days and
    /// instants that are missing become NaT; nothing else can be missing.
    [[nodiscard]] static output numbers(const py::buffer& buffer, std::int64_t units);
    /// A new Arrow column. `format`: of days and instants (numbers and truths have their own).
    [[nodiscard]] static output arrow(std::string format);
    /// A new list; `as_text`: days and instants as ISO text.
    [[nodiscard]] static output objects(bool as_text);

    /// Before the first row.
    void begin(answer_kind kind, std::size_t rows);
    /// Whether a missing answer can be written.
    [[nodiscard]] bool holds_missing() const noexcept;
    /// Rows first to first + count - 1; rows that do not fit the unit become bad. first is a multiple of block_rows.
    void write(std::size_t first, std::size_t count, block& rows) noexcept;
    /// What is returned to Python: None for a buffer, an ArrowAnswer, a list.
    [[nodiscard]] py::object take();

private:
    enum class target : std::uint8_t { buffer, arrow, list };

    void write_numbers(std::size_t first, std::size_t count, block& rows) noexcept;
    void write_text(std::size_t first, std::size_t count, const block& rows) noexcept;
    void write_validity(std::size_t first, std::size_t count, const block& rows) noexcept;

    target target_ = target::list;
    answer_kind kind_ = answer_kind::day;
    bool as_text_ = false;
    std::size_t rows_ = 0;
    std::int64_t units_ = 1;
    std::size_t width_ = 8;  // bytes of a number; 0: a bit
    std::byte* data_ = nullptr;
    std::ptrdiff_t stride_ = 0;
    std::shared_ptr<const void> owner_;
    std::string format_;
    std::shared_ptr<arrow_storage> storage_;
    std::vector<std::int64_t> values_;
    std::vector<row_state> states_;
};

void register_columns(py::module_& module);

}  // namespace thoihan::python

#endif  // THOIHAN_BINDINGS_COLUMN_HPP
