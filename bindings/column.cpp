#include "column.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

namespace thoihan::python {
namespace {

constexpr std::int64_t not_a_time = std::numeric_limits<std::int64_t>::min();

std::size_t width_of(number_type type) noexcept {
    switch (type) {
        case number_type::i8:
        case number_type::u8: return 1;
        case number_type::i16:
        case number_type::u16: return 2;
        case number_type::i32:
        case number_type::u32: return 4;
        case number_type::i64:
        case number_type::u64: return 8;
    }
    return 8;
}

/// A number in memory, wherever it lies. What has more than 63 bits leads out of any calendar as it is.
template <class T>
std::int64_t number_at(const std::byte* at) noexcept {
    T value;
    std::memcpy(&value, at, sizeof(T));
    if constexpr (sizeof(T) == 8 && std::is_unsigned_v<T>) {
        constexpr T most = std::numeric_limits<std::int64_t>::max();
        return static_cast<std::int64_t>(std::min(value, most));
    } else {
        return value;
    }
}

/// Calls action with a value of the type.
template <class Action>
auto with_type(number_type type, const Action& action) {
    switch (type) {
        case number_type::i8: return action(std::int8_t{});
        case number_type::u8: return action(std::uint8_t{});
        case number_type::i16: return action(std::int16_t{});
        case number_type::u16: return action(std::uint16_t{});
        case number_type::i32: return action(std::int32_t{});
        case number_type::u32: return action(std::uint32_t{});
        case number_type::u64: return action(std::uint64_t{});
        case number_type::i64: break;
    }
    return action(std::int64_t{});
}

/// Rows at..at + count of a piece into rows i..i + count of a block.
void read_piece(const number_piece& piece, std::size_t at, std::size_t count, std::size_t i, block& rows) noexcept {
    with_type(piece.type, [&](auto number) {
        using type = decltype(number);
        const std::byte* from = piece.data + static_cast<std::ptrdiff_t>(at) * piece.stride;
        if (piece.stride == sizeof(type)) {  // said apart, so that it is one wide copy
            for (std::size_t k = 0; k < count; ++k) rows.values[i + k] = number_at<type>(from + k * sizeof(type));
        } else {
            for (std::size_t k = 0; k < count; ++k) {
                rows.values[i + k] = number_at<type>(from + static_cast<std::ptrdiff_t>(k) * piece.stride);
            }
        }
    });
    if (piece.valid.bits != nullptr || piece.states != nullptr || piece.has_nat) {
        for (std::size_t k = 0; k < count; ++k) {
            row_state state = piece.states != nullptr ? piece.states[at + k] : row_state::present;
            if (!piece.valid.has(at + k) || (piece.has_nat && rows.values[i + k] == not_a_time))
                state = row_state::missing;
            rows.states[i + k] = state;
            rows.all_present &= state == row_state::present;
        }
    } else {
        std::fill_n(rows.states.begin() + static_cast<std::ptrdiff_t>(i), count, row_state::present);
    }
    if (piece.units == 1) return;
    for (std::size_t k = 0; k < count; ++k) {
        if (rows.states[i + k] != row_state::present) continue;
        const std::int64_t value = rows.values[i + k];
        const std::int64_t whole = value / piece.units;
        if (whole * piece.units != value) {
            rows.states[i + k] = row_state::bad;
            rows.all_present = false;
        }
        rows.values[i + k] = whole;
    }
}

void read_piece(const text_piece& piece, role what, std::size_t at, std::size_t count, std::size_t i,
                block& rows) noexcept {
    for (std::size_t k = 0; k < count; ++k) {
        row_state state = row_state::missing;
        if (piece.valid.has(at + k)) {
            const auto number = parse(piece.at(at + k), what);
            state = number ? row_state::present : row_state::bad;
            if (number) rows.values[i + k] = *number;
        }
        rows.states[i + k] = state;
        rows.all_present &= state == row_state::present;
    }
}

/// Units in a second of 's', 'm', 'u', 'n', as Arrow writes them; 0 for others.
std::int64_t units_in_second(char unit) noexcept {
    switch (unit) {
        case 's': return 1;
        case 'm': return 1'000;
        case 'u': return 1'000'000;
        case 'n': return 1'000'000'000;
        default: return 0;
    }
}

struct arrow_type {
    number_piece numbers;
    std::optional<text_piece::layout> text;
};

/// How an Arrow format is read as a role; nothing where it is not.
std::optional<arrow_type> type_of(const std::string& format, role what) {
    const auto numbers = [](number_type type, std::int64_t units) {
        number_piece piece;
        piece.type = type;
        piece.units = units;
        piece.stride = static_cast<std::ptrdiff_t>(width_of(type));
        return arrow_type{piece, {}};
    };
    const bool is_time = what == role::day || what == role::instant;
    if (is_time) {
        if (format == "u") return arrow_type{{}, text_piece::layout::offsets_32};
        if (format == "U") return arrow_type{{}, text_piece::layout::offsets_64};
        if (format == "vu") return arrow_type{{}, text_piece::layout::views};
        const bool is_day = what == role::day;
        if (is_day && format == "tdD") return numbers(number_type::i32, 1);
        if (is_day && format == "tdm") return numbers(number_type::i64, 1'000 * seconds_per_day);
        // "tsu:" and, where the timestamp has a zone, its name.
        if (format.size() == 4 && format.starts_with("ts") && units_in_second(format[2]) > 0) {
            return numbers(number_type::i64, units_in_second(format[2]) * (is_day ? seconds_per_day : 1));
        }
        return {};
    }
    if (what == role::seconds && format.size() == 3 && format.starts_with("tD") && units_in_second(format[2]) > 0) {
        return numbers(number_type::i64, units_in_second(format[2]));
    }
    constexpr std::string_view letters = "cCsSiIlL";  // in the order of number_type
    const std::size_t letter = format.size() == 1 ? letters.find(format[0]) : std::string_view::npos;
    if (letter == std::string_view::npos) return {};
    return numbers(static_cast<number_type>(letter), 1);
}

/// What is wanted of a column, in words.
wanted wanted_of_column(role what) {
    switch (what) {
        case role::day:
            return {"a column of days, of timestamps at midnight or of text YYYY-MM-DD",
                    "cột kiểu ngày, thời điểm lúc nửa đêm hoặc chuỗi YYYY-MM-DD"};
        case role::instant:
            return {"a column of timestamps without time zone or of text YYYY-MM-DDTHH:MM:SS",
                    "cột kiểu thời điểm không có múi giờ hoặc chuỗi YYYY-MM-DDTHH:MM:SS"};
        case role::count: return {"a column of whole numbers", "cột số nguyên"};
        case role::seconds: return {"a column of whole numbers or durations", "cột số nguyên hoặc khoảng thời gian"};
    }
    return {};
}

}  // namespace

std::string_view text_piece::at(std::size_t row) const noexcept {
    const auto load = [](const std::byte* from, auto number) {
        std::memcpy(&number, from, sizeof number);
        return number;
    };
    switch (held) {
        case layout::offsets_32: {
            const auto begin = load(rows + row * 4, std::int32_t{});
            const auto end = load(rows + row * 4 + 4, std::int32_t{});
            return {characters + begin, static_cast<std::size_t>(end - begin)};
        }
        case layout::offsets_64: {
            const auto begin = load(rows + row * 8, std::int64_t{});
            const auto end = load(rows + row * 8 + 8, std::int64_t{});
            return {characters + begin, static_cast<std::size_t>(end - begin)};
        }
        case layout::views: break;
    }
    // 16 bytes: the length, then 12 characters, or 4, a buffer and the offset in it.
    const std::byte* view = rows + row * 16;
    const auto length = static_cast<std::size_t>(load(view, std::int32_t{}));
    if (length <= 12) return {reinterpret_cast<const char*>(view + 4), length};
    const auto* buffer = static_cast<const char*>(view_buffers[load(view + 8, std::int32_t{})]);
    return {buffer + load(view + 12, std::int32_t{}), length};
}

// ---- Columns in.

column column::scalar(py::handle value, role what, std::string field) {
    column made;
    made.what_ = what;
    made.scalar_ = number_from(value, what, field.c_str());
    made.field_ = std::move(field);
    return made;
}

column column::numbers(const py::buffer& buffer, std::int64_t units, bool has_nat, bool repeated, role what,
                       std::string field) {
    column made;
    made.what_ = what;
    made.field_ = std::move(field);
    auto info = std::make_shared<py::buffer_info>(buffer.request());
    if (info->ndim != 1 || !info->item_type_is_equivalent_to<std::int64_t>()) {
        throw refusal({errc::field_type}, made.field_, info->format, {"int64, one dimension", "int64, một chiều"});
    }
    number_piece piece;
    piece.data = static_cast<const std::byte*>(info->ptr);
    piece.stride = info->strides[0];
    piece.units = units;
    piece.has_nat = has_nat;
    made.size_ = static_cast<std::size_t>(info->size);
    made.pieces_.push_back({piece, made.size_});
    made.owners_.push_back(std::move(info));
    if (repeated) {
        block rows;
        read_piece(piece, 0, 1, 0, rows);
        if (rows.states[0] == row_state::missing) throw refusal({errc::value_empty}, made.field_, {}, wanted_as(what));
        if (const auto bad = made.why_bad(0)) throw refusal(*bad);
        made.scalar_ = rows.values[0];
    }
    return made;
}

column::piece column::piece_of(const arrow_array& chunk, const number_piece& numbers,
                               std::optional<text_piece::layout> text) {
    const auto size = static_cast<std::size_t>(chunk.length);
    const auto offset = static_cast<std::size_t>(chunk.offset);
    validity valid;
    if (chunk.null_count != 0) valid = {static_cast<const std::uint8_t*>(chunk.buffers[0]), offset};
    const auto* rows = static_cast<const std::byte*>(chunk.buffers[1]);
    if (!text) {
        number_piece piece = numbers;
        piece.data = rows + chunk.offset * piece.stride;
        piece.valid = valid;
        return {piece, size};
    }
    text_piece piece;
    piece.held = *text;
    piece.valid = valid;
    if (piece.held == text_piece::layout::views) {
        piece.rows = rows + offset * 16;
        piece.view_buffers = chunk.buffers + 2;
    } else {
        piece.rows = rows + offset * (piece.held == text_piece::layout::offsets_32 ? 4 : 8);
        piece.characters = static_cast<const char*>(chunk.buffers[2]);
    }
    return {piece, size};
}

column column::arrow(py::handle object, role what, std::string field) {
    column made;
    made.what_ = what;
    made.field_ = std::move(field);
    const arrow_column taken = take_arrow(object);
    const auto type = type_of(taken.format, what);
    if (taken.is_dictionary || !type) {
        const std::string name = py::hasattr(object, "type")    ? text_of_object(object.attr("type"))
                                 : py::hasattr(object, "dtype") ? text_of_object(object.attr("dtype"))
                                                                : taken.format;
        throw refusal({errc::field_type}, made.field_, name, wanted_of_column(what));
    }
    made.format_ = taken.format == "vu" ? "u" : taken.format;
    for (const auto& chunk : taken.chunks) {
        if (chunk->length == 0) continue;
        made.pieces_.push_back(piece_of(*chunk, type->numbers, type->text));
        made.size_ += made.pieces_.back().size;
        made.owners_.push_back(chunk);
    }
    return made;
}

column column::objects(const py::list& list, role what, std::string field) {
    struct staged {
        std::vector<std::int64_t> values;
        std::vector<row_state> states;
    };
    column made;
    made.what_ = what;
    made.field_ = std::move(field);
    auto rows = std::make_shared<staged>();
    rows->values.reserve(list.size());
    rows->states.reserve(list.size());
    for (const py::handle value : list) {
        std::int64_t number = 0;
        row_state state = row_state::present;
        try {
            if (value.is_none()) {
                state = row_state::missing;
            } else {
                number = number_from(value, what, made.field_.c_str());
            }
        } catch (const refusal& refused) {
            state = row_state::bad;
            if (!made.refused_) made.refused_ = refused;
        }
        rows->values.push_back(number);
        rows->states.push_back(state);
    }
    number_piece piece;
    piece.data = reinterpret_cast<const std::byte*>(rows->values.data());
    piece.stride = sizeof(std::int64_t);
    piece.states = rows->states.data();
    made.size_ = rows->values.size();
    made.pieces_.push_back({piece, made.size_});
    made.owners_.push_back(std::move(rows));
    return made;
}

std::optional<std::size_t> column::size() const noexcept {
    if (scalar_) return {};
    return size_;
}

void column::read(cursor& at, std::size_t count, block& rows) const noexcept {
    if (scalar_) {
        if (at.is_filled) return;
        rows.values.fill(*scalar_);
        rows.states.fill(row_state::present);
        rows.all_present = true;
        at.is_filled = true;
        return;
    }
    rows.all_present = true;
    for (std::size_t i = 0; i < count;) {
        const piece& one = pieces_[at.piece];
        const std::size_t part = std::min(count - i, one.size - at.row);
        if (const auto* numbers = std::get_if<number_piece>(&one.data)) {
            read_piece(*numbers, at.row, part, i, rows);
        } else {
            read_piece(*std::get_if<text_piece>(&one.data), what_, at.row, part, i, rows);
        }
        i += part;
        at.row += part;
        if (at.row == one.size) at = {at.piece + 1, 0, false};
    }
}

void column::read_one(std::size_t row, block& rows) const noexcept {
    cursor at;
    if (!scalar_) {
        while (row >= pieces_[at.piece].size) row -= pieces_[at.piece++].size;
        at.row = row;
    }
    read(at, 1, rows);
}

const column::piece& column::piece_at(std::size_t& row) const {
    std::size_t at = 0;
    while (row >= pieces_[at].size) row -= pieces_[at++].size;
    return pieces_[at];
}

std::string column::text_at(std::size_t row) const {
    std::int64_t number = 0;
    std::int64_t units = 1;
    if (scalar_) {  // in days, seconds or a count, whatever it was read from
        number = *scalar_;
    } else {
        const piece& one = piece_at(row);
        if (const auto* text = std::get_if<text_piece>(&one.data)) return std::string(text->at(row));
        const auto& numbers = std::get<number_piece>(one.data);
        units = numbers.units;
        number = with_type(numbers.type, [&](auto type) {
            return number_at<decltype(type)>(numbers.data + static_cast<std::ptrdiff_t>(row) * numbers.stride);
        });
    }
    if (what_ == role::day && number % units == 0) return thoihan::detail::number_text(number / units, number_is::day);
    if (what_ != role::day && what_ != role::instant) {
        return number % units == 0 ? std::to_string(number / units)
                                   : std::to_string(number) + "/" + std::to_string(units);
    }
    // An instant, or what should be a day and has a clock time; with the part of a second that is too much.
    const std::int64_t in_second = what_ == role::day ? units / seconds_per_day : units;
    const std::int64_t whole = number / in_second - (number % in_second < 0 ? 1 : 0);
    std::string text = thoihan::detail::number_text(whole, number_is::instant);
    if (const std::int64_t part = number - whole * in_second; part != 0) {
        const std::string digits = std::to_string(in_second + part).substr(1);
        text.append(".").append(digits);
    }
    return text;
}

std::optional<refusal> column::why_bad(std::size_t row) const {
    if (scalar_) return {};
    const std::size_t asked = row;
    const piece& one = piece_at(row);
    if (const auto* text = std::get_if<text_piece>(&one.data)) {
        if (!text->valid.has(row)) return {};
        const auto number = parse(text->at(row), what_);
        if (number) return {};
        return refusal(number.why(), field_, std::string(text->at(row)),
                       number.code() == errc::syntax ? wanted_as(what_) : wanted{});
    }
    const auto& numbers = std::get<number_piece>(one.data);
    if (numbers.states != nullptr) {
        if (numbers.states[row] != row_state::bad) return {};
        return refused_;
    }
    block rows;
    read_piece(numbers, row, 1, 0, rows);
    if (rows.states[0] != row_state::bad) return {};
    if (what_ == role::day) {
        return refusal({errc::field_type}, field_, text_at(asked),
                       {"a day: its clock time 00:00:00", "một ngày: giờ 00:00:00"});
    }
    const std::int64_t number =
        number_at<std::int64_t>(numbers.data + static_cast<std::ptrdiff_t>(row) * numbers.stride);
    const std::int64_t part = (number % numbers.units + numbers.units) % numbers.units;
    return refusal({errc::fraction_of_second, part * 1'000 / (numbers.units / 1'000)}, field_, text_at(asked));
}

// ---- Answers out.

output output::numbers(const py::buffer& buffer, std::int64_t units) {
    output made;
    made.target_ = target::buffer;
    auto info = std::make_shared<py::buffer_info>(buffer.request(true));
    made.units_ = units;
    made.width_ = static_cast<std::size_t>(info->itemsize);
    made.data_ = static_cast<std::byte*>(info->ptr);
    made.rows_ = static_cast<std::size_t>(info->size);
    const bool is_whole = info->item_type_is_equivalent_to<std::int64_t>() || info->item_type_is_equivalent_to<bool>();
    if (info->ndim != 1 || !is_whole || (info->size > 0 && info->strides[0] != info->itemsize)) {
        throw refusal({errc::field_type}, "output", info->format,
                      {"int64 or bool, contiguous", "int64 hoặc bool, liền nhau"});
    }
    made.owner_ = std::move(info);
    return made;
}

output output::arrow(std::string format) {
    output made;
    made.target_ = target::arrow;
    made.format_ = std::move(format);
    return made;
}

output output::objects(bool as_text) {
    output made;
    made.as_text_ = as_text;
    return made;
}

void output::begin(answer_kind kind, std::size_t rows) {
    kind_ = kind;
    if (target_ == target::buffer) {
        const std::size_t width = kind == answer_kind::truth ? 1 : 8;
        if (rows != rows_ || width_ != width) {
            throw refusal({errc::field_type}, "output", std::to_string(rows_) + " x " + std::to_string(width_),
                          {std::to_string(rows) + " x " + std::to_string(width),
                           std::to_string(rows) + " x " + std::to_string(width)});
        }
        return;
    }
    rows_ = rows;
    if (target_ == target::list) {
        values_.resize(rows);
        states_.resize(rows);
        return;
    }
    storage_ = std::make_shared<arrow_storage>();
    storage_->length = rows;
    const auto add_buffer = [&](std::size_t bytes) {
        storage_->buffers.push_back(std::make_unique_for_overwrite<std::byte[]>(std::max<std::size_t>(bytes, 8)));
        return storage_->buffers.back().get();
    };
    add_buffer((rows + 7) / 8);
    if (kind == answer_kind::truth) format_ = "b";
    if (kind == answer_kind::number) format_ = "l";
    // More characters than offsets of 32 bits reach.
    if (format_ == "u" && rows > std::numeric_limits<std::int32_t>::max() / 19U) format_ = "U";
    storage_->format = format_;
    as_text_ = format_ == "u" || format_ == "U";
    if (as_text_) {
        width_ = format_ == "u" ? 4 : 8;
        data_ = add_buffer((rows + 1) * width_);
        std::memset(data_, 0, width_);
        add_buffer(rows * 19);
        return;
    }
    width_ = format_ == "b" ? 0 : format_ == "tdD" ? 4 : 8;
    if (format_ == "tdm") units_ = 1'000 * seconds_per_day;
    if (format_.starts_with("ts"))
        units_ = units_in_second(format_[2]) * (kind == answer_kind::day ? seconds_per_day : 1);
    data_ = add_buffer(width_ == 0 ? (rows + 7) / 8 : rows * width_);
}

bool output::holds_missing() const noexcept {
    return target_ != target::buffer || kind_ == answer_kind::day || kind_ == answer_kind::instant;
}

void output::write(std::size_t first, std::size_t count, block& rows) noexcept {
    if (target_ == target::list) {
        for (std::size_t i = 0; i < count; ++i) {
            values_[first + i] = rows.values[i];
            states_[first + i] = rows.all_present ? row_state::present : rows.states[i];
        }
        return;
    }
    if (as_text_) {
        write_text(first, count, rows);
    } else {
        write_numbers(first, count, rows);
    }
    if (target_ == target::arrow) write_validity(first, count, rows);
}

void output::write_numbers(std::size_t first, std::size_t count, block& rows) noexcept {
    if (width_ == 0) {
        for (std::size_t i = 0; i < count; i += 8) {
            unsigned bits = 0;
            for (std::size_t k = i; k < std::min(i + 8, count); ++k) bits |= (rows.values[k] != 0 ? 1U : 0U) << (k - i);
            data_[(first + i) / 8] = static_cast<std::byte>(bits);
        }
        return;
    }
    if (units_ != 1) {
        for (std::size_t i = 0; i < count; ++i) {
            const bool present = rows.all_present || rows.states[i] == row_state::present;
            std::int64_t scaled = 0;
            if (present && __builtin_mul_overflow(rows.values[i], units_, &scaled)) {
                if (rows.all_present) rows.states.fill(row_state::present);
                rows.all_present = false;
                rows.states[i] = row_state::bad;
            }
            rows.values[i] = scaled;
        }
    }
    if (width_ == 1) {
        for (std::size_t i = 0; i < count; ++i) data_[first + i] = static_cast<std::byte>(rows.values[i]);
        return;
    }
    if (width_ == 4) {
        std::byte* to = data_ + first * 4;
        for (std::size_t i = 0; i < count; ++i) {
            const auto number = static_cast<std::int32_t>(rows.values[i]);
            std::memcpy(to + i * 4, &number, 4);
        }
        return;
    }
    if (target_ == target::buffer && !rows.all_present) {
        for (std::size_t i = 0; i < count; ++i) {
            if (rows.states[i] != row_state::present) rows.values[i] = not_a_time;
        }
    }
    std::memcpy(data_ + first * 8, rows.values.data(), count * 8);
}

void output::write_text(std::size_t first, std::size_t count, const block& rows) noexcept {
    const auto offset_at = [&](std::size_t row) {
        std::int64_t offset = 0;
        std::memcpy(&offset, data_ + row * width_, width_);  // little-endian, as Arrow is
        return offset;
    };
    std::int64_t end = offset_at(first);
    auto* characters = reinterpret_cast<char*>(storage_->buffers[2].get());
    for (std::size_t i = 0; i < count; ++i) {
        if (rows.all_present || rows.states[i] == row_state::present) {
            if (kind_ == answer_kind::day) {
                const auto text = thoihan::text_of(civil_day{static_cast<std::int32_t>(rows.values[i])});
                end += static_cast<std::int64_t>(text.view().copy(characters + end, 10));
            } else {
                const auto text = thoihan::text_of(civil_second{rows.values[i]});
                end += static_cast<std::int64_t>(text.view().copy(characters + end, 19));
            }
        }
        std::memcpy(data_ + (first + i + 1) * width_, &end, width_);
    }
}

void output::write_validity(std::size_t first, std::size_t count, const block& rows) noexcept {
    std::byte* bitmap = storage_->buffers[0].get();
    if (rows.all_present) {
        std::memset(bitmap + first / 8, 0xFF, (count + 7) / 8);
        return;
    }
    for (std::size_t i = 0; i < count; i += 8) {
        unsigned bits = 0;
        for (std::size_t k = i; k < std::min(i + 8, count); ++k) {
            const bool present = rows.states[k] == row_state::present;
            bits |= (present ? 1U : 0U) << (k - i);
            storage_->missing += present ? 0 : 1;
        }
        bitmap[(first + i) / 8] = static_cast<std::byte>(bits);
    }
}

py::object output::take() {
    if (target_ == target::buffer) return py::none();
    if (target_ == target::arrow) {
        if (storage_->missing == 0) storage_->buffers[0].reset();
        return py::cast(arrow_answer(std::move(storage_)));
    }
    py::list list(rows_);
    const py::object asked = as_text_ ? py::object(py::str()) : py::object(py::none());
    for (std::size_t i = 0; i < rows_; ++i) {
        py::object value = py::none();
        if (states_[i] == row_state::present) {
            switch (kind_) {
                case answer_kind::day: value = like(asked, civil_day{static_cast<std::int32_t>(values_[i])}); break;
                case answer_kind::instant: value = like(asked, civil_second{values_[i]}); break;
                case answer_kind::number: value = py::int_(values_[i]); break;
                case answer_kind::truth: value = py::bool_(values_[i] != 0); break;
            }
        }
        list[i] = std::move(value);
    }
    return py::object(std::move(list));
}

void register_columns(py::module_& module) {
    py::class_<column>(module, "Column", "A column as the kernels read it; see bindings/column.hpp.")
        .def_static("scalar", &column::scalar, py::arg("value"), py::arg("role"), py::arg("field"),
                    "One value for all rows.")
        .def_static("numbers", &column::numbers, py::arg("buffer"), py::arg("units"), py::arg("has_nat"),
                    py::arg("repeated"), py::arg("role"), py::arg("field"),
                    "A buffer of int64 in one dimension; `units` of them are a day or a second.")
        .def_static("arrow", &column::arrow, py::arg("column"), py::arg("role"), py::arg("field"),
                    "An object with __arrow_c_array__ or __arrow_c_stream__.")
        .def_static("objects", &column::objects, py::arg("values"), py::arg("role"), py::arg("field"),
                    "A list of Python objects; None is missing.")
        .def_property_readonly("format", &column::format, "The Arrow format of a column from Arrow, else empty.");
    py::class_<output>(module, "Output", "Where answers go; see bindings/column.hpp.")
        .def_static("numbers", &output::numbers, py::arg("buffer"), py::arg("units"),
                    "A writable buffer of int64 (`units` to a day or a second) or bool.")
        .def_static("arrow", &output::arrow, py::arg("format"), "A new Arrow column.")
        .def_static("objects", &output::objects, py::arg("as_text"), "A new list.");
}

}  // namespace thoihan::python
