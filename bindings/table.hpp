// bindings/table.hpp: record batches of Arrow, looked at where they lie; only text and dictionaries are read into
// scratch.
#ifndef THOIHAN_BINDINGS_TABLE_HPP
#define THOIHAN_BINDINGS_TABLE_HPP

#include <pybind11/pybind11.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "arrow.hpp"
#include "refuse.hpp"
#include "thoihan/batch.hpp"
#include "thoihan/columns.hpp"
#include "thoihan/zone.hpp"

namespace thoihan::python {

/// One column of a batch, at its first row.
struct batch_column {
    const arrow_schema* schema = nullptr;
    const arrow_array* array = nullptr;
    std::size_t offset = 0;  ///< rows before the first, those of the batch included
};

/// A record batch that was handed over; released with this.
class arrow_batch {
public:
    explicit arrow_batch(py::handle object);

    [[nodiscard]] std::size_t rows() const noexcept { return static_cast<std::size_t>(array_->length); }

    /// A column by name; nothing where there is none.
    [[nodiscard]] std::optional<batch_column> find(std::string_view name) const;

    /// A column of numbers of one format, without nulls; empty where there is none.
    template <class T>
    [[nodiscard]] std::span<const T> numbers(std::string_view name, char format) const {
        const auto found = find(name);
        if (!found) return {};
        if (found->schema->format[0] != format || found->array->null_count > 0) {
            throw refusal({errc::field_type}, std::string(name), found->schema->format);
        }
        return {static_cast<const T*>(found->array->buffers[1]) + found->offset, rows()};
    }

private:
    std::shared_ptr<const arrow_schema> schema_;
    std::shared_ptr<const arrow_array> array_;
};

/// Text of any layout: offsets of 32 or 64 bits, or views.
class text_rows {
public:
    /// Nothing where the column is no text.
    [[nodiscard]] static std::optional<text_rows> of(const arrow_schema& schema, const arrow_array& array,
                                                     std::size_t offset);

    [[nodiscard]] bool has(std::size_t row) const noexcept { return valid_.has(row); }
    [[nodiscard]] std::string_view at(std::size_t row) const noexcept;

private:
    enum class layout : std::uint8_t { offsets_32, offsets_64, views };

    layout layout_ = layout::offsets_32;
    validity_bits valid_;
    const arrow_array* array_ = nullptr;
    std::size_t offset_ = 0;
};

/// Times that were read out of text or a dictionary.
class scratch_times {
public:
    explicit scratch_times(std::size_t rows) : seconds_(rows), notes_(rows), bits_((rows + 7) / 8) {}

    void set(std::size_t row, const recorded_time& time) noexcept;
    [[nodiscard]] time_column column() const noexcept;

private:
    std::vector<std::int64_t> seconds_;
    std::vector<std::int16_t> notes_;
    std::vector<std::uint8_t> bits_;
};

/// A column of times in any form (days, timestamps of any unit with or without a zone, text, dictionaries of these),
/// ready to be read; scratch holds what had to be made. Throws refusal for other columns.
[[nodiscard]] time_column times_of(const std::optional<batch_column>& found, std::size_t rows, const zone_table& zone,
                                   dossier_field field, std::deque<scratch_times>& scratch);

}  // namespace thoihan::python

#endif  // THOIHAN_BINDINGS_TABLE_HPP
