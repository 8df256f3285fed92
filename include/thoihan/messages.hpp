// thoihan/messages.hpp: the words for every errc, Vietnamese and English, in one catalogue.
//
// A message says where (file, row or line, field), what stands there, what is wrong with it and what would
// be right. The two integers of a failure are written as what they are: days, instants, clock times, counts.
#ifndef THOIHAN_MESSAGES_HPP
#define THOIHAN_MESSAGES_HPP

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "thoihan/civil.hpp"
#include "thoihan/civil_text.hpp"
#include "thoihan/error.hpp"

namespace thoihan {

enum class language : std::uint8_t { vietnamese, english };

/// What an integer of a failure is.
enum class number_is : std::uint8_t { nothing, count, day, instant, clock_time, year_month_day, hour_minute_second };

/// One entry of the catalogue. `{a}` and `{b}` stand for the integers.
struct message_entry {
    errc code;
    std::string_view name;  ///< as programs see it: Python's `Error.code`, the JSON of the command
    number_is a, b;
    std::string_view wrong, right;        ///< Vietnamese: what is wrong, what would be right
    std::string_view wrong_en, right_en;  ///< English
};

inline constexpr std::array message_catalogue{
    message_entry{errc::ok, "ok", number_is::nothing, number_is::nothing, "không có lỗi", "", "no error", ""},
    message_entry{errc::syntax, "syntax", number_is::count, number_is::nothing, "không đúng dạng (từ vị trí {a})",
                  "ngày: YYYY-MM-DD; thời điểm: YYYY-MM-DDTHH:MM:SS; phiên: HH:MM-HH:MM",
                  "not in the expected form (from position {a})",
                  "a day is YYYY-MM-DD, an instant YYYY-MM-DDTHH:MM:SS, a session HH:MM-HH:MM"},
    message_entry{errc::date_invalid, "date_invalid", number_is::year_month_day, number_is::nothing,
                  "không có ngày {a}", "một ngày có trong lịch, từ năm 1 đến năm 9999", "there is no day {a}",
                  "a day that exists, in the years 1 to 9999"},
    message_entry{errc::time_invalid, "time_invalid", number_is::hour_minute_second, number_is::nothing,
                  "không có giờ {a}", "giờ từ 00:00:00 đến 23:59:59 (24:00 chỉ khi đóng cửa)",
                  "there is no clock time {a}", "00:00:00 to 23:59:59 (24:00 only as a closing time)"},
    message_entry{errc::value_empty, "value_empty", number_is::nothing, number_is::nothing, "thiếu giá trị",
                  "một giá trị", "a value is missing", "a value"},
    message_entry{errc::special_value, "special_value", number_is::nothing, number_is::nothing,
                  "giá trị đặc biệt (không xác định, vô cực)", "một ngày, thời điểm hoặc khoảng thời gian xác định",
                  "a special value (not a time, an infinity)", "a definite day, instant or length of time"},
    message_entry{errc::fraction_of_second, "fraction_of_second", number_is::count, number_is::nothing,
                  "lẻ {a} micrô giây", "số giây nguyên", "a fraction of a second: {a} microseconds", "whole seconds"},
    message_entry{errc::outside_calendar, "outside_calendar", number_is::day, number_is::nothing,
                  "ngày {a} nằm ngoài lịch", "một ngày trong phạm vi của lịch (first đến last)",
                  "the day {a} lies outside the calendar", "a day from the calendar's first to its last"},
    message_entry{errc::beyond_calendar, "beyond_calendar", number_is::day, number_is::count,
                  "{b} ngày làm việc tính từ {a} vượt khỏi lịch", "số ngày nhỏ hơn, hoặc lịch dài hơn",
                  "{b} working days from {a} lead out of the calendar", "fewer days, or a longer calendar"},
    message_entry{errc::range_reversed, "range_reversed", number_is::day, number_is::day,
                  "ngày đầu {a} sau ngày cuối {b}", "first <= last", "the first day {a} is after the last day {b}",
                  "first <= last"},
    message_entry{errc::range_too_long, "range_too_long", number_is::count, number_is::nothing, "lịch dài {a} ngày",
                  "không quá 65534 ngày", "a calendar of {a} days", "at most 65534 days"},
    message_entry{errc::week_invalid, "week_invalid", number_is::nothing, number_is::nothing,
                  "tuần làm việc không hợp lệ",
                  "bảy chữ số 0 hoặc 1, thứ Hai trước, ít nhất một ngày làm việc: 1111100", "not a working week",
                  "seven digits 0 or 1, Monday first, at least one day worked: 1111100"},
    message_entry{errc::never_known, "never_known", number_is::day, number_is::day,
                  "đến ngày {a} chưa biết gì về lịch này", "một ngày từ {b} trở đi",
                  "nothing was known of this calendar on {a}", "a day from {b} on"},
    message_entry{errc::holiday_and_worked, "holiday_and_worked", number_is::day, number_is::nothing,
                  "ngày {a} vừa là ngày nghỉ vừa là ngày làm việc", "mỗi ngày chỉ thuộc một danh sách",
                  "the day {a} is both a day off and a day worked", "each day in one of the two only"},
    message_entry{errc::year_outside_lunar, "year_outside_lunar", number_is::count, number_is::nothing,
                  "năm {a} nằm ngoài phạm vi âm lịch đã kiểm chứng",
                  "một năm trong phạm vi đã kiểm chứng (docs/law/lunar-proof.md)",
                  "the year {a} lies outside the proved lunar calendar",
                  "a year of the range proved in docs/law/lunar-proof.md"},
    message_entry{errc::swap_without_partner, "swap_without_partner", number_is::day, number_is::nothing,
                  "hoán đổi thiếu một ngày: chỉ có {a}", "cả ngày nghỉ (off) và ngày làm bù (worked)",
                  "a swap with one day only: {a}", "both the day off and the day worked for it"},
    message_entry{errc::swap_off_rests, "swap_off_rests", number_is::day, number_is::day,
                  "ngày nghỉ hoán đổi {a} vốn đã là ngày nghỉ (làm bù {b})", "một ngày làm việc",
                  "the day {a}, given off for {b}, is off anyway", "a day that would be worked"},
    message_entry{errc::swap_worked_works, "swap_worked_works", number_is::day, number_is::day,
                  "ngày làm bù {a} vốn đã là ngày làm việc (nghỉ {b})", "một ngày nghỉ hằng tuần",
                  "the day {a}, worked for {b}, is worked anyway", "a weekly rest day"},
    message_entry{errc::window_not_allowed, "window_not_allowed", number_is::day, number_is::day,
                  "luật không cho phép kỳ nghỉ từ {a} đến {b}", "số ngày trước và sau mà luật cho chọn",
                  "the statute does not allow days off from {a} to {b}", "one of the choices of the statute"},
    message_entry{errc::holiday_unknown, "holiday_unknown", number_is::nothing, number_is::nothing,
                  "không có ngày lễ này", "mã một ngày lễ của luật", "no such holiday",
                  "the id of a statute's holiday"},
    message_entry{errc::source_unknown, "source_unknown", number_is::nothing, number_is::nothing, "không có nguồn này",
                  "mã một nguồn trong sources", "no such source", "the id of a listed source"},
    message_entry{errc::field_missing, "field_missing", number_is::nothing, number_is::nothing, "thiếu trường này",
                  "phải có trường này", "this field is missing", "this field must be there"},
    message_entry{errc::field_unknown, "field_unknown", number_is::nothing, number_is::nothing, "không có trường này",
                  "tên một trường đã quy định", "no such field", "the name of a known field"},
    message_entry{errc::field_type, "field_type", number_is::nothing, number_is::nothing, "sai kiểu giá trị",
                  "giá trị đúng kiểu", "a value of the wrong type", "a value of the right type"},
    message_entry{errc::duplicate, "duplicate", number_is::nothing, number_is::nothing, "khai báo hai lần",
                  "chỉ khai báo một lần", "said twice", "said once"},
    message_entry{errc::session_reversed, "session_reversed", number_is::clock_time, number_is::clock_time,
                  "phiên mở lúc {a} nhưng đóng lúc {b}", "giờ đóng sau giờ mở",
                  "a session opens at {a} and closes at {b}", "a closing after the opening"},
    message_entry{errc::session_overlaps, "session_overlaps", number_is::clock_time, number_is::clock_time,
                  "phiên mở lúc {a}, trước khi phiên trước đóng lúc {b}", "các phiên theo thứ tự, không chồng nhau",
                  "a session opens at {a}, before the one before it closes at {b}",
                  "sessions in order that do not overlap"},
    message_entry{errc::session_too_many, "session_too_many", number_is::count, number_is::nothing,
                  "{a} phiên trong một ngày", "không quá 8 phiên", "{a} sessions in a day", "at most 8"},
    message_entry{errc::instant_outside, "instant_outside", number_is::instant, number_is::nothing,
                  "thời điểm {a} nằm ngoài lịch", "một thời điểm trong các ngày của lịch",
                  "the instant {a} lies outside the calendar", "an instant on a day of the calendar"},
    message_entry{errc::beyond_clock, "beyond_clock", number_is::instant, number_is::count,
                  "{b} giây làm việc tính từ {a} vượt khỏi lịch", "số giờ nhỏ hơn, hoặc lịch dài hơn",
                  "{b} working seconds from {a} lead out of the calendar", "less time, or a longer calendar"},
    message_entry{errc::never_opens, "never_opens", number_is::instant, number_is::nothing,
                  "từ {a} đến hết lịch không có giờ mở cửa nào", "giờ làm việc có ít nhất một phiên sau đó",
                  "nothing opens from {a} to the calendar's end", "office hours with a session after it"},
    message_entry{errc::negative_amount, "negative_amount", number_is::count, number_is::nothing, "số lượng âm: {a}",
                  "số không âm", "a negative amount: {a}", "zero or more"},
    message_entry{errc::file_unreadable, "file_unreadable", number_is::nothing, number_is::nothing, "không đọc được",
                  "một tệp đọc được", "cannot be read", "a file that can be read"},
    message_entry{errc::file_unwritable, "file_unwritable", number_is::nothing, number_is::nothing, "không ghi được",
                  "một nơi ghi được", "cannot be written", "a place that can be written to"},
    message_entry{errc::file_empty, "file_empty", number_is::nothing, number_is::nothing, "tệp không có dòng nào",
                  "một dòng tiêu đề và ít nhất một hồ sơ", "a file without a row",
                  "a heading and at least one dossier"},
    message_entry{errc::encoding_wrong, "encoding_wrong", number_is::nothing, number_is::nothing, "sai bảng mã",
                  "UTF-8", "not text in the encoding expected", "UTF-8"},
    message_entry{errc::row_broken, "row_broken", number_is::count, number_is::count, "dòng có {a} ô, tiêu đề có {b}",
                  "mỗi dòng đủ {b} ô; tệp có thể bị cắt giữa chừng", "a row of {a} fields under a heading of {b}",
                  "{b} fields in each row; the file may have been cut"},
    message_entry{errc::column_missing, "column_missing", number_is::nothing, number_is::nothing, "thiếu cột này",
                  "một cột có tên này, hoặc khai báo cột trong [columns]", "this column is missing",
                  "a column of this name, or one mapped to it"},
    message_entry{errc::name_taken, "name_taken", number_is::nothing, number_is::nothing,
                  "bảng đầu vào đã có cột tên này", "prefix= để đặt tên khác",
                  "the input already has a column of this name", "another name by prefix="},
    message_entry{errc::limit_empty, "limit_empty", number_is::nothing, number_is::nothing, "thời hạn trống",
                  "ví dụ: 15 ngày làm việc", "an empty time limit", "for example: 15 working days"},
    message_entry{
        errc::limit_no_unit, "limit_no_unit", number_is::nothing, number_is::nothing, "thời hạn không có đơn vị",
        "ngày làm việc, ngày, tuần, tháng, năm, giờ làm việc hoặc giờ (không tự đoán)", "an amount without a unit",
        "working days, days, weeks, months, years, working hours or hours (never guessed)"},
    message_entry{errc::limit_zero, "limit_zero", number_is::nothing, number_is::nothing, "thời hạn bằng 0",
                  "một số lớn hơn 0; giải quyết ngay: «trong ngày»", "an amount of zero",
                  "more than 0; what is done at once is 'same day'"},
    message_entry{errc::limit_fraction, "limit_fraction", number_is::nothing, number_is::nothing,
                  "phần lẻ không phải một nửa", "số nguyên, hoặc nửa (0,5) của ngày làm việc, ngày, giờ làm việc, giờ",
                  "a fraction other than a half",
                  "whole numbers, or halves of working days, days, working hours and hours"},
    message_entry{errc::limit_half_inside, "limit_half_inside", number_is::nothing, number_is::nothing,
                  "nửa đơn vị không đứng ở phần cuối", "nửa chỉ ở phần cuối của thời hạn",
                  "a half before the last part", "a half in the last part only"},
    message_entry{errc::limit_same_day_alone, "limit_same_day_alone", number_is::nothing, number_is::nothing,
                  "«trong ngày» đi cùng phần khác", "«trong ngày» đứng một mình", "'same day' beside other parts",
                  "'same day' alone"},
    message_entry{errc::limit_too_many, "limit_too_many", number_is::count, number_is::nothing, "{a} phần hoặc chặng",
                  "không quá 6 phần một chặng, 3 chặng", "{a} parts or legs", "at most 6 parts a leg, 3 legs"},
    message_entry{errc::limit_too_large, "limit_too_large", number_is::nothing, number_is::nothing, "thời hạn quá lớn",
                  "không quá 100000 đơn vị", "too large an amount", "at most 100000 units"},
    message_entry{
        errc::limit_syntax, "limit_syntax", number_is::count, number_is::nothing,
        "không đọc được thời hạn (từ vị trí {a})", "ví dụ: 15 ngày làm việc; 8 giờ làm việc; 01 tháng; trong ngày",
        "not a time limit (from position {a})", "for example: 15 working days; 8 working hours; 1 month; same day"},
    message_entry{errc::limit_ambiguous, "limit_ambiguous", number_is::nothing, number_is::nothing,
                  "hai thời hạn khác nhau trong một câu", "một thời hạn", "two different limits in one text",
                  "one limit"},
    message_entry{
        errc::procedure_unknown, "procedure_unknown", number_is::nothing, number_is::nothing,
        "bộ quy tắc không có thủ tục này", "mã một thủ tục có trong bộ quy tắc, hoặc ghi thời hạn ở cột limit",
        "the rulebook has no such procedure", "the code of a procedure of the rulebook, or a limit in the row"},
    message_entry{errc::rule_not_in_force, "rule_not_in_force", number_is::day, number_is::nothing,
                  "ngày {a} chưa có hoặc không còn quy tắc nào cho thủ tục này", "một ngày mà thủ tục có quy định",
                  "no rule of the procedure is in force on {a}", "a day on which it has one"},
    message_entry{errc::rule_ambiguous, "rule_ambiguous", number_is::nothing, number_is::nothing,
                  "nhiều quy tắc cùng áp dụng", "thêm điều kiện (conditions) hoặc kênh (channel)",
                  "more than one rule fits", "a condition or a channel that decides"},
    message_entry{errc::unit_doubtful, "unit_doubtful", number_is::nothing, number_is::nothing,
                  "đơn vị của thời hạn đã công bố không chắc chắn", "chọn đơn vị trong bộ quy tắc hoặc ghi limit",
                  "the published limit has no certain unit", "choose the unit in the rulebook, or give a limit"},
    message_entry{errc::limit_missing, "limit_missing", number_is::nothing, number_is::nothing,
                  "không có thủ tục, cũng không có thời hạn", "procedure hoặc limit", "neither a procedure nor a limit",
                  "a procedure or a limit"},
    message_entry{errc::regime_unknown, "regime_unknown", number_is::nothing, number_is::nothing,
                  "không có cách tính này", "tên một cách tính (regime)", "no such regime", "the name of a regime"},
    message_entry{errc::switch_unknown, "switch_unknown", number_is::nothing, number_is::nothing,
                  "không có lựa chọn này", "một giá trị trong docs/law/open-questions.md", "no such switch or value",
                  "a value listed in docs/law/open-questions.md"},
    message_entry{errc::agency_unknown, "agency_unknown", number_is::nothing, number_is::nothing,
                  "không có cơ quan này", "mã một cơ quan của bộ quy tắc", "no such office",
                  "the id of an office of the rulebook"},
    message_entry{errc::channel_unknown, "channel_unknown", number_is::nothing, number_is::nothing,
                  "không rõ kênh tiếp nhận", "1 trực tiếp, 2 trực tuyến, 3 bưu chính", "not a channel",
                  "1 or counter, 2 or online, 3 or post"},
    message_entry{errc::zone_unknown, "zone_unknown", number_is::nothing, number_is::nothing, "không có múi giờ này",
                  "tên theo IANA, ví dụ Asia/Ho_Chi_Minh", "no such time zone",
                  "an IANA name, for example Asia/Ho_Chi_Minh"},
    message_entry{errc::received_missing, "received_missing", number_is::nothing, number_is::nothing,
                  "thiếu thời điểm tiếp nhận", "ngày giờ trên Giấy tiếp nhận", "no instant of receipt",
                  "the day and time on the receipt slip"},
    message_entry{errc::completed_before_received, "completed_before_received", number_is::instant, number_is::instant,
                  "có kết quả lúc {b}, trước khi tiếp nhận lúc {a}", "kết quả sau khi tiếp nhận",
                  "completed at {b}, before it was received at {a}", "a completion after the receipt"},
    message_entry{errc::duplicate_id, "duplicate_id", number_is::nothing, number_is::nothing,
                  "hai dòng cùng một mã hồ sơ", "mỗi hồ sơ một dòng", "two rows with one dossier id",
                  "one row a dossier"},
    message_entry{errc::time_needed, "time_needed", number_is::day, number_is::nothing,
                  "thời hạn tính bằng giờ nhưng ngày {a} không có giờ", "ngày và giờ tiếp nhận",
                  "a limit in hours, and the day {a} has no time of day", "a receipt with its time of day"},
    message_entry{errc::instant_in_gap, "instant_in_gap", number_is::instant, number_is::nothing,
                  "giờ {a} không có vì đổi giờ", "một giờ có thật", "the clock change leaves out {a}",
                  "a time that there is"},
    message_entry{errc::status_unknown, "status_unknown", number_is::count, number_is::nothing,
                  "không có trạng thái {a}", "mã 1 đến 10 của Cổng DVCQG", "no such status {a}", "a code from 1 to 10"},
    message_entry{errc::delivered_before_completed, "delivered_before_completed", number_is::instant,
                  number_is::instant, "trả kết quả lúc {b}, trước khi có kết quả lúc {a}",
                  "trả kết quả sau khi có kết quả", "handed over at {b}, before it was finished at {a}",
                  "a delivery after the completion"},
};

/// The entry of an errc; that of `ok` where there is none, which a test excludes.
[[nodiscard]] constexpr const message_entry& message_of(errc code) noexcept {
    for (const message_entry& entry : message_catalogue) {
        if (entry.code == code) return entry;
    }
    return message_catalogue.front();
}

namespace detail {

[[nodiscard]] inline std::string number_text(std::int64_t value, number_is what) {
    // A year or hour before 0 has a sign, what follows it has none.
    const auto parts = [&](char between) {
        const std::int64_t rest = (value % 10'000 + 10'000) % 10'000;
        std::string text = std::to_string(value / 10'000 - (value % 10'000 < 0 ? 1 : 0));
        for (const std::int64_t part : {rest / 100, rest % 100}) {
            text += between;
            if (part < 10) text += '0';
            text += std::to_string(part);
        }
        return text;
    };
    // A day or an instant so far out that its year has not four digits is written as its number.
    constexpr std::int64_t first = day_from({first_civil_year, 1, 1}).number;
    constexpr std::int64_t last = day_from({last_civil_year, 12, 31}).number;
    switch (what) {
        case number_is::nothing: return {};
        case number_is::count: return std::to_string(value);
        case number_is::day:
            if (value < first || value > last) return std::to_string(value);
            return std::string(text_of(civil_day{static_cast<std::int32_t>(value)}).view());
        case number_is::instant:
            if (value < first * seconds_per_day || value >= (last + 1) * seconds_per_day) return std::to_string(value);
            return std::string(text_of(civil_second{value}).view());
        case number_is::clock_time:
            return std::string(clock_text(static_cast<std::int32_t>(value)).view().substr(0, value % 60 == 0 ? 5 : 8));
        case number_is::year_month_day: return parts('-');
        case number_is::hour_minute_second: return parts(':');
    }
    return {};
}

[[nodiscard]] inline std::string with_numbers(std::string_view pattern, const failure& why,
                                              const message_entry& entry) {
    std::string text(pattern);
    const auto put = [&](std::string_view mark, std::string_view value) {
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size())) {
            text.replace(at, mark.size(), value);
        }
    };
    put("{a}", number_text(why.a, entry.a));
    put("{b}", number_text(why.b, entry.b));
    return text;
}

}  // namespace detail

/// Where a failure was met; whatever is not known stays empty.
struct error_place {
    std::string file;
    std::int64_t line = 0;  ///< line of a text file or row of a table, from 1; 0: not known
    std::string field;      ///< column, key or argument
    std::string value;      ///< as it stands there
    std::string right;      ///< what would be right, where it is known better than the catalogue does
};

/// "file:line: field = 'value': what is wrong; right: what would be right".
[[nodiscard]] inline std::string message(const failure& why, const error_place& place = {},
                                         language words = language::english) {
    const message_entry& entry = message_of(why.code);
    const bool vietnamese = words == language::vietnamese;
    std::string text;
    if (!place.file.empty()) {
        text.append(place.file);
        if (place.line > 0) text.append(":").append(std::to_string(place.line));
        text.append(": ");
    } else if (place.line > 0) {
        text.append(vietnamese ? "dòng " : "row ").append(std::to_string(place.line)).append(": ");
    }
    if (!place.field.empty()) text.append(place.field).append(place.value.empty() ? ": " : " = ");
    if (!place.value.empty()) text.append("'").append(place.value).append("': ");
    text.append(detail::with_numbers(vietnamese ? entry.wrong : entry.wrong_en, why, entry));
    const std::string right = !place.right.empty()
                                  ? place.right
                                  : detail::with_numbers(vietnamese ? entry.right : entry.right_en, why, entry);
    if (!right.empty()) text.append(vietnamese ? "; đúng ra: " : "; expected: ").append(right);
    return text;
}

/// What the door throws: a failure with its place, and both texts.
class error : public std::runtime_error {
public:
    explicit error(failure why, error_place place = {})
        : std::runtime_error(message(why, place)), why_(why), place_(std::move(place)) {}

    [[nodiscard]] const failure& why() const noexcept { return why_; }
    [[nodiscard]] errc code() const noexcept { return why_.code; }
    [[nodiscard]] const error_place& place() const noexcept { return place_; }
    [[nodiscard]] std::string text(language words) const { return message(why_, place_, words); }

private:
    failure why_;
    error_place place_;
};

}  // namespace thoihan

#endif  // THOIHAN_MESSAGES_HPP
