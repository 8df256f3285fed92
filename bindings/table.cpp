#include "table.hpp"

#include <array>
#include <cstring>

#include "dossier.hpp"

namespace thoihan::python {
namespace {

template <class T>
std::shared_ptr<const T> take(const py::object& capsule, const char* name) {
    auto* held = static_cast<T*>(PyCapsule_GetPointer(capsule.ptr(), name));
    if (held == nullptr) throw py::error_already_set();
    auto owner = std::shared_ptr<T>(new T(*held), [](T* last) {
        if (last->release != nullptr) last->release(last);
        delete last;
    });
    held->release = nullptr;
    return owner;
}

template <class T>
const T* buffer_of(const arrow_array& array, std::size_t number) noexcept {
    return static_cast<const T*>(array.buffers[number]);
}

validity_bits validity_of(const arrow_array& array, std::size_t offset) noexcept {
    return {array.null_count == 0 ? nullptr : buffer_of<std::uint8_t>(array, 0), offset};
}

template <class Offset>
std::string_view text_between(const arrow_array& array, std::size_t i) noexcept {
    const auto* offsets = buffer_of<Offset>(array, 1);
    return {buffer_of<char>(array, 2) + offsets[i], static_cast<std::size_t>(offsets[i + 1] - offsets[i])};
}

/// The index of a dictionary column at a row.
std::size_t index_at(char format, const void* data, std::size_t i) noexcept {
    switch (format) {
        case 'c': return static_cast<std::size_t>(static_cast<const std::int8_t*>(data)[i]);
        case 'C': return static_cast<const std::uint8_t*>(data)[i];
        case 's': return static_cast<std::size_t>(static_cast<const std::int16_t*>(data)[i]);
        case 'S': return static_cast<const std::uint16_t*>(data)[i];
        case 'i': return static_cast<std::size_t>(static_cast<const std::int32_t*>(data)[i]);
        case 'I': return static_cast<const std::uint32_t*>(data)[i];
        case 'l': return static_cast<std::size_t>(static_cast<const std::int64_t*>(data)[i]);
        default: return static_cast<std::size_t>(static_cast<const std::uint64_t*>(data)[i]);
    }
}

/// Numbers of days or ticks; nothing where the column holds none.
std::optional<time_column> numbers_of(const arrow_schema& schema, const arrow_array& array, std::size_t offset,
                                      const zone_table& zone) {
    const std::string_view format = schema.format;
    time_column out;
    out.valid = validity_of(array, offset);
    if (format == "tdD") {
        out.days = buffer_of<std::int32_t>(array, 1) + offset;
        out.precision = time_precision::day;
        return out;
    }
    if (format == "tdm") {
        out.ticks = buffer_of<std::int64_t>(array, 1) + offset;
        out.unit = tick::millisecond;
        out.precision = time_precision::day;
        return out;
    }
    if (format.size() < 4 || format.substr(0, 2) != "ts") return {};
    out.ticks = buffer_of<std::int64_t>(array, 1) + offset;
    switch (format[2]) {
        case 's': out.unit = tick::second; break;
        case 'm': out.unit = tick::millisecond; break;
        case 'u': out.unit = tick::microsecond; break;
        default: out.unit = tick::nanosecond; break;
    }
    // With a zone, whichever, the ticks are of UTC.
    if (format.size() > 4) out.zone = &zone;
    return out;
}

}  // namespace

arrow_batch::arrow_batch(py::handle object) {
    const auto pair = object.attr("__arrow_c_array__")().cast<py::tuple>();
    schema_ = take<arrow_schema>(pair[0], "arrow_schema");
    array_ = take<arrow_array>(pair[1], "arrow_array");
    if (std::string_view(schema_->format) != "+s") throw refusal({errc::field_type}, "batch", schema_->format);
}

std::optional<batch_column> arrow_batch::find(std::string_view name) const {
    for (std::int64_t i = 0; i < schema_->child_count; ++i) {
        if (schema_->children[i]->name != name) continue;
        const arrow_array* child = array_->children[i];
        return batch_column{schema_->children[i], child, static_cast<std::size_t>(child->offset + array_->offset)};
    }
    return {};
}

std::optional<text_rows> text_rows::of(const arrow_schema& schema, const arrow_array& array, std::size_t offset) {
    const std::string_view format = schema.format;
    text_rows rows;
    rows.valid_ = validity_of(array, offset);
    rows.array_ = &array;
    rows.offset_ = offset;
    if (format == "U") rows.layout_ = layout::offsets_64;
    if (format == "vu") rows.layout_ = layout::views;
    if (format != "u" && rows.layout_ == layout::offsets_32) return {};
    return rows;
}

std::string_view text_rows::at(std::size_t row) const noexcept {
    const std::size_t i = offset_ + row;
    if (layout_ == layout::offsets_32) return text_between<std::int32_t>(*array_, i);
    if (layout_ == layout::offsets_64) return text_between<std::int64_t>(*array_, i);
    // A view: its length, then 12 characters, or 4 of them, the buffer and the offset there.
    const std::byte* view = buffer_of<std::byte>(*array_, 1) + i * 16;
    std::array<std::int32_t, 4> parts;
    std::memcpy(parts.data(), view, 16);
    const auto size = static_cast<std::size_t>(parts[0]);
    if (size <= 12) return {reinterpret_cast<const char*>(view) + 4, size};
    return {buffer_of<char>(*array_, static_cast<std::size_t>(parts[2]) + 2) + parts[3], size};
}

void scratch_times::set(std::size_t row, const recorded_time& time) noexcept {
    if (!time.is_there) return;
    bits_[row >> 3U] = static_cast<std::uint8_t>(bits_[row >> 3U] | (1U << (row & 7U)));
    seconds_[row] = time.at.number;
    notes_[row] =
        static_cast<std::int16_t>(time.precision == time_precision::day ? text_note::day_only : text_note::instant);
    if (time.code != errc::ok) notes_[row] = static_cast<std::int16_t>(time.code);
}

time_column scratch_times::column() const noexcept {
    time_column out;
    out.ticks = seconds_.data();
    out.valid = {bits_.data(), 0};
    out.notes = notes_.data();
    return out;
}

time_column times_of(const std::optional<batch_column>& found, std::size_t rows, const zone_table& zone,
                     dossier_field field, std::deque<scratch_times>& scratch) {
    if (!found || std::string_view(found->schema->format) == "n") return {};
    const auto& [schema, array, offset] = *found;
    const auto refuse = [&](const arrow_schema& of) {
        return refusal({errc::field_type}, name_of(field), of.format,
                       {"days, timestamps, or text", "cột ngày, thời điểm hoặc văn bản"});
    };
    const auto fill = [&](const arrow_schema& of, const arrow_array& values, std::size_t from, std::size_t count) {
        scratch_times& made = scratch.emplace_back(count);
        if (const auto text = text_rows::of(of, values, from)) {
            for (std::size_t row = 0; row < count; ++row) {
                if (text->has(row)) made.set(row, read_recorded(text->at(row), zone));
            }
        } else if (const auto numbers = numbers_of(of, values, from, zone)) {
            for (std::size_t row = 0; row < count; ++row) made.set(row, numbers->at(row));
        } else {
            throw refuse(of);
        }
        return made.column();
    };
    if (schema->dictionary != nullptr) {
        const arrow_array& values = *array->dictionary;
        const time_column known = fill(*schema->dictionary, values, static_cast<std::size_t>(values.offset),
                                       static_cast<std::size_t>(values.length));
        scratch_times& made = scratch.emplace_back(rows);
        const validity_bits valid = validity_of(*array, offset);
        for (std::size_t row = 0; row < rows; ++row) {
            if (!valid.has(row)) continue;
            made.set(row, known.at(index_at(schema->format[0], array->buffers[1], offset + row)));
        }
        return made.column();
    }
    if (const auto numbers = numbers_of(*schema, *array, offset, zone)) return *numbers;
    return fill(*schema, *array, offset, rows);
}

}  // namespace thoihan::python
