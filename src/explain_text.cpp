#include "thoihan/explain_text.hpp"

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "thoihan/calendar.hpp"
#include "thoihan/civil_text.hpp"
#include "thoihan/limit_text.hpp"
#include "thoihan/switches.hpp"

namespace thoihan {
namespace {

struct two_texts {
    std::string_view vietnamese, english;
    [[nodiscard]] std::string_view in(language words) const noexcept {
        return words == language::vietnamese ? vietnamese : english;
    }
};

constexpr std::array<two_texts, 7> weekdays{{{"thứ Hai", "Mon"},
                                             {"thứ Ba", "Tue"},
                                             {"thứ Tư", "Wed"},
                                             {"thứ Năm", "Thu"},
                                             {"thứ Sáu", "Fri"},
                                             {"thứ Bảy", "Sat"},
                                             {"Chủ nhật", "Sun"}}};
constexpr std::array<two_texts, 6> confidences{{{"đã đọc văn bản", "text read"},
                                                {"theo trích dẫn", "quoted by others"},
                                                {"theo phần mềm đang dùng", "practice of systems in use"},
                                                {"suy ra", "derived"},
                                                {"theo nguồn gián tiếp", "described by others"},
                                                {"chưa kiểm chứng", "not verified"}}};
constexpr std::array<two_texts, 3> channels{
    {{"trực tiếp", "counter"}, {"trực tuyến", "online"}, {"bưu chính", "post"}}};

/// "thứ Ba 15/03/2022", "Tue 2022-03-15".
std::string day_text(civil_day day, language words) {
    std::string text(weekdays.at(static_cast<std::size_t>(weekday_of(day))).in(words));
    if (words == language::vietnamese) return text.append(" ").append(detail::day_month_year(day));
    return text.append(" ").append(thoihan::text_of(day).view());
}

std::string clock_of(civil_second at) {
    const std::int32_t time = clock_time(at);
    return std::string(clock_text(time).view().substr(0, time % 60 == 0 ? 5 : 8));
}

std::string instant_text(civil_second at, language words) {
    return day_text(day_of(at), words).append(" ").append(clock_of(at));
}

/// Hours and minutes of a number of seconds: "7 giờ 30 phút".
std::string length_text(std::int64_t seconds, language words) {
    const bool vi = words == language::vietnamese;
    std::string text;
    const auto add = [&](std::int64_t number, std::string_view unit) {
        if (number == 0) return;
        text.append(text.empty() ? "" : " ").append(std::to_string(number)).append(" ").append(unit);
    };
    add(seconds / 3600, vi ? "giờ" : "h");
    add(seconds / 60 % 60, vi ? "phút" : "min");
    add(seconds % 60, vi ? "giây" : "s");
    return text.empty() ? "0" : text;
}

std::string cited(const citation& by, language words) {
    if (by.source.empty()) return {};
    std::string text(" [");
    return text.append(by.source).append("; ").append(thoihan::text_of(by.seen, words)).append("]");
}

std::string cited(const resolved_rule& by, std::string_view name, language words) {
    const cited_switch* one = citation_of(by, name);
    return one == nullptr ? std::string() : cited(one->by, words);
}

/// Why a day does not work: "Nghỉ hằng tuần (188/1999/QĐ-TTg Điều 1)".
std::string reason_of(const calendar& days, civil_day day, language words) {
    const auto fact = days.day(day);
    if (!fact) return {};
    const bool vi = words == language::vietnamese;
    std::string text = vi ? fact->name : fact->name_en;
    if (text.empty()) {
        if (fact->kind == day_kind::weekend) text = vi ? "nghỉ hằng tuần" : "weekly rest";
        if (fact->kind == day_kind::off_listed) text = vi ? "ngày nghỉ trong danh sách" : "listed day off";
        if (fact->working) text = vi ? "ngoài giờ làm việc" : "outside office hours";
    }
    if (!fact->source.empty()) text.append(" (").append(fact->source).append(")");
    if (fact->sure == certainty::projected) text.append(vi ? ", dự kiến" : ", projected");
    return text;
}

void add_skipped(std::string& text, const resolved_rule& by, const std::vector<told_day>& days, language words) {
    const calendar& calendar = by.how.counting->days();
    for (const told_day& one : days) {
        if (one.counted) continue;
        text.append("\n    ").append(words == language::vietnamese ? "không tính " : "not counted: ");
        text.append(day_text(one.day, words)).append(": ").append(reason_of(calendar, one.day, words));
    }
}

std::string counted_text(const resolved_rule& by, const told_step& step, language words) {
    const bool vi = words == language::vietnamese;
    const bool by_date = is_by_date(step.part.unit);
    std::string text;
    if (step.part.unit == limit_unit::same_day) {
        const bool moved = day_of(step.from) != day_of(step.to);
        text = vi ? (moved ? "Trả trong ngày làm việc tiếp theo: " : "Trả trong ngày: ")
                  : (moved ? "Due on the next working day: " : "Due on the same day: ");
        text.append(day_text(day_of(step.to), words));
        text.append(vi ? " (giờ cuối nhận trong ngày: " : " (same day up to ");
        text.append(detail::hour_minute(by.how.how.same_day_cutoff))
            .append(")")
            .append(cited(by, "same_day_cutoff", words));
        const auto works = by.how.counting->days().days().is_working(day_of(step.from));
        if (works && !*works) add_skipped(text, by, step.days, words);
        return text;
    }
    text.append(vi ? "Tính " : "Counted ").append(limit_text(step.part, words)).append(": ");
    if (by_date && step.half_day == 0 && step.part.halves % 2 == 0) {
        const civil_day first = day_of(step.from) + (step.includes_first ? 0 : 1);
        text.append(day_text(first, words)).append(" … ").append(day_text(day_of(step.to), words));
    } else {
        text.append(instant_text(step.from, words)).append(" … ").append(instant_text(step.to, words));
    }
    const bool skips = step.part.unit != limit_unit::day || by.how.how.days_skip != days_skip_switch::nothing;
    if (step.part.unit == limit_unit::day) text.append(cited(by, "days_skip", words));
    if (!by_date) {
        for (const told_day& one : step.days) {
            if (one.seconds == 0) continue;
            text.append("\n    ").append(day_text(one.day, words)).append(": ").append(length_text(one.seconds, words));
        }
    }
    if (skips) {
        std::vector<told_day> idle;
        for (const told_day& one : step.days) {
            const auto works = by.how.counting->days().days().is_working(one.day);
            if (!one.counted && (by_date || (works && !*works))) idle.push_back(one);
        }
        add_skipped(text, by, idle, words);
    }
    if (step.half_day > 0) {
        text.append("\n    ").append(vi ? "nửa ngày làm việc là " : "half a working day is ");
        text.append(length_text(step.half_day, words)).append(cited(by, "working_day_hours", words));
        for (const told_day& one : step.half_days) {
            if (one.seconds == 0) continue;
            text.append("\n    ").append(day_text(one.day, words)).append(": ").append(length_text(one.seconds, words));
        }
    }
    return text;
}

std::string_view receipt_switch_of(channel via) noexcept {
    constexpr std::array<std::string_view, channel_count> names{"receipt.counter", "receipt.online", "receipt.post"};
    return names.at(index_of(via));
}

}  // namespace

std::string_view text_of(confidence seen, language words) noexcept {
    return confidences.at(static_cast<std::size_t>(seen)).in(words);
}

const cited_switch* citation_of(const resolved_rule& by, std::string_view name) noexcept {
    const auto found_in = [](const named_regime* one, std::string_view wanted) -> const cited_switch* {
        if (one == nullptr) return nullptr;
        for (const cited_switch& each : one->switches) {
            if (each.name == wanted) return &each;
        }
        return nullptr;
    };
    for (const named_regime* one : {by.regime, by.general}) {
        if (const cited_switch* found = found_in(one, name)) return found;
        if (!name.starts_with("receipt.")) continue;
        if (const cited_switch* found = found_in(one, "receipt")) return found;
    }
    return nullptr;
}

std::string step_text(const resolved_rule& by, const receipt& in, const told_step& step, language words) {
    const bool vi = words == language::vietnamese;
    switch (step.kind) {
        case step_kind::moved_by_channel: {
            std::string text = vi ? "Nhận ngoài giờ, tính từ " : "Received outside reception hours, counts from ";
            text.append(instant_text(step.to, words)).append(cited(by, receipt_switch_of(in.via), words));
            const calendar& days = by.how.reception->days();
            for (const told_day& one : step.days) {
                const auto works = days.days().is_working(one.day);
                if (!works || *works) continue;
                text.append("\n    ").append(day_text(one.day, words)).append(": ");
                text.append(reason_of(by.how.counting->days(), one.day, words));
            }
            return text;
        }
        case step_kind::moved_by_cutoff: {
            std::string text = vi ? "Nhận sau " : "Received after ";
            text.append(detail::hour_minute(step.cutoff)).append(vi ? ", tính từ " : ", counts from ");
            return text.append(instant_text(step.to, words)).append(cited(by, "cutoff", words));
        }
        case step_kind::day_zero: {
            const bool included = by.how.how.first_day == first_day_switch::included;
            std::string text = day_text(day_of(step.from), words);
            text.append(included ? (vi ? " được tính là ngày đầu" : " is counted as the first day")
                                 : (vi ? " là ngày 0, không tính" : " is day 0 and is not counted"));
            return text.append(cited(by, "first_day", words));
        }
        case step_kind::counted: return counted_text(by, step, words);
        case step_kind::rolled: {
            std::string text = day_text(day_of(step.from), words);
            text.append(vi ? " là ngày nghỉ, hạn chuyển sang " : " does not work, the end moves to ");
            text.append(day_text(day_of(step.to), words)).append(cited(by, "roll", words));
            for (const told_day& one : step.days) {
                text.append("\n    ").append(day_text(one.day, words)).append(": ");
                text.append(reason_of(by.how.counting->days(), one.day, words));
            }
            return text;
        }
        case step_kind::due_at_moved: {
            std::string text =
                vi ? "Ngày đó không trả kết quả; giờ trả là " : "Results are not handed out then; they are on ";
            return text.append(instant_text(step.to, words));
        }
    }
    return {};
}

std::string explain_text(const rulebook& book, const resolved_rule& by, const receipt& in, const explanation& told,
                         language words) {
    const bool vi = words == language::vietnamese;
    std::string text;
    const auto line = [&](std::string_view what, std::string_view value) {
        text.append(what).append(value).append("\n");
    };

    // The rule.
    if (by.procedure != nullptr) {
        std::string name = by.procedure->code + " " +
                           (vi || by.procedure->name_en.empty() ? by.procedure->name : by.procedure->name_en);
        line(vi ? "Thủ tục: " : "Procedure: ", name);
    }
    const bool is_extended = by.procedure != nullptr && !by.add_ons.empty();
    std::string limit = limit_text(is_extended ? *by.procedure->limit : by.how.limit, words);
    if (by.procedure != nullptr && by.from == limit_source::rulebook) {
        limit.append(cited(by.procedure->by, words));
        const bool has_from = by.procedure->from != no_beginning;
        limit.append(vi ? (has_from ? ", từ " : ", không rõ áp dụng từ ngày nào")
                        : (has_from ? ", from " : ", since when is not known"));
        if (has_from)
            limit.append(vi ? detail::day_month_year(by.procedure->from)
                            : std::string(thoihan::text_of(by.procedure->from).view()));
        if (by.procedure->until != no_end) {
            limit.append(vi ? " đến trước " : " until before ");
            limit.append(vi ? detail::day_month_year(by.procedure->until)
                            : std::string(thoihan::text_of(by.procedure->until).view()));
        }
    } else if (by.from == limit_source::row) {
        limit.append(vi ? " (ghi trong hồ sơ)" : " (written in the row)");
    }
    line(vi ? "Thời hạn: " : "Time limit: ", limit);
    for (const add_on* one : by.add_ons) {
        line(vi ? "    cộng thêm: " : "    added: ", limit_text(one->more, words) + " (" + one->condition + ")");
    }
    if (is_extended) line(vi ? "    tất cả: " : "    in all: ", limit_text(by.how.limit, words));
    if (by.national != nullptr) {
        std::string national = by.national->limit ? limit_text(*by.national->limit, words) : by.national->limit_text;
        line(vi ? "    chung cả nước: " : "    the law's: ", national.append(cited(by.national->by, words)));
    }
    // Notes are those of the files, which are kept in English.
    if (by.procedure != nullptr && !by.procedure->note.empty() && !vi) line("    note: ", by.procedure->note);
    std::string regime = (by.general != nullptr ? by.general->id + " + " : std::string()) + by.regime->id;
    regime.append(": ")
        .append(vi || by.regime->name_en.empty() ? by.regime->name : by.regime->name_en)
        .append(cited(by.regime->by, words));
    line(vi ? "Cách tính: " : "Regime: ", regime);
    std::string office = by.office->name;
    if (!by.agency_known)
        office.append(vi ? " (cơ quan đã ghi không có trong bộ quy tắc)"
                         : " (the agency named is not in the rulebook)");
    if (const dated_hours* hours = book.hours_on(*by.office, office_role::handing_over, told.due.due_date)) {
        office.append(vi ? "; giờ trả kết quả" : "; return hours").append(cited(hours->by, words));
    }
    line(vi ? "Cơ quan: " : "Office: ", office);

    // The steps.
    std::string received =
        in.precision == time_precision::day ? day_text(day_of(in.at), words) : instant_text(in.at, words);
    if (in.precision == time_precision::day) received.append(vi ? ", không rõ giờ" : ", no time of day");
    received.append(", ").append(channels.at(index_of(in.via)).in(words));
    line(vi ? "Tiếp nhận: " : "Received: ", received);
    for (const told_step& step : told.steps) line("", step_text(by, in, step, words));

    // The end.
    const deadline& due = told.due;
    if (due.by_date) {
        line(vi ? "Hạn: hết " : "Due: by the end of ", day_text(due.due_date, words));
        line(vi ? "Giờ trả kết quả: " : "On the slip: ",
             instant_text(due.due_at, words) + cited(by, "due_clock", words));
    } else {
        line(vi ? "Hạn: " : "Due: ", instant_text(due.due_at, words));
    }
    const bool announced = due.sure == certainty::announced;
    line(vi ? "Độ chắc chắn: " : "Certainty: ",
         vi ? (announced ? "lịch nghỉ đã công bố" : "lịch nghỉ dự kiến, chưa có thông báo")
            : (announced ? "days off announced" : "days off projected, not announced yet"));
    if (due.time_unknown) {
        line("", vi ? "Không rõ giờ tiếp nhận: coi như trong giờ và trước giờ chốt."
                    : "Time of receipt not known: taken as within hours and before the cut-off.");
    }
    if (by.how.limit.legs().size() > 1) {
        line("", vi ? "Đây là chặng 1; chặng sau tính từ khi điều kiện giữa hai chặng xong (ví dụ nghĩa vụ tài chính)."
                    : "This is leg 1; the next one begins when what lies between is done (payment, say).");
    }
    line(vi ? "Lịch: " : "Calendar: ", book.edition_name());
    return text;
}

}  // namespace thoihan
