#include "thoihan/limit_text.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace thoihan {
namespace {

// ---- Letters: one normal form, one case.

constexpr char16_t d_with_stroke = u'đ';
constexpr char16_t eth = u'ð';  // typed for đ in old encodings

/// A text in NFC and folded, each unit with the number of the character that it came from.
struct folded_text {
    std::u16string units;
    std::vector<std::int32_t> from;
};

std::optional<std::u16string> from_utf8(std::string_view utf8) {
    std::u16string units(utf8.size(), u'\0');
    UErrorCode bad = U_ZERO_ERROR;
    std::int32_t length = 0;
    u_strFromUTF8(units.data(), static_cast<std::int32_t>(units.size()), &length, utf8.data(),
                  static_cast<std::int32_t>(utf8.size()), &bad);
    if (U_FAILURE(bad) != 0) return std::nullopt;
    units.resize(static_cast<std::size_t>(length));
    return units;
}

std::string to_utf8(std::u16string_view units) {
    std::string utf8(units.size() * 3, '\0');
    UErrorCode bad = U_ZERO_ERROR;
    std::int32_t length = 0;
    u_strToUTF8(utf8.data(), static_cast<std::int32_t>(utf8.size()), &length, units.data(),
                static_cast<std::int32_t>(units.size()), &bad);
    utf8.resize(U_FAILURE(bad) != 0 ? 0 : static_cast<std::size_t>(length));
    return utf8;
}

std::u16string normalised(std::u16string_view units) {
    UErrorCode bad = U_ZERO_ERROR;
    const UNormalizer2* nfc = unorm2_getNFCInstance(&bad);
    std::u16string out(units.size() * 3 + 1, u'\0');
    const std::int32_t length = unorm2_normalize(nfc, units.data(), static_cast<std::int32_t>(units.size()), out.data(),
                                                 static_cast<std::int32_t>(out.size()), &bad);
    if (U_FAILURE(bad) != 0) return std::u16string(units);
    out.resize(static_cast<std::size_t>(length));
    return out;
}

/// The character at `at`, which goes past it. U16_NEXT mixes signs.
UChar32 next_of(std::u16string_view units, std::size_t& at) {
    const UChar32 c = units[at++];
    const bool is_lead = c >= 0xD800 && c <= 0xDBFF;
    if (!is_lead || at == units.size() || units[at] < 0xDC00 || units[at] > 0xDFFF) return c;
    return 0x10000 + ((c - 0xD800) << 10) + (units[at++] - 0xDC00);
}

bool is_invisible(UChar32 c) { return u_charType(c) == U_FORMAT_CHAR; }  // zero-width blanks, byte order marks

std::optional<folded_text> fold(std::string_view utf8) {
    const auto read = from_utf8(utf8);
    if (!read) return std::nullopt;
    UErrorCode bad = U_ZERO_ERROR;
    const UNormalizer2* nfc = unorm2_getNFCInstance(&bad);
    if (U_FAILURE(bad) != 0) return std::nullopt;
    folded_text out;
    const std::u16string_view units = *read;
    std::int32_t character = 0;
    for (std::size_t begin = 0; begin < units.size();) {
        // A letter with all its marks.
        std::size_t end = begin;
        std::int32_t characters = 0;
        for (bool more = true; more;) {
            static_cast<void>(next_of(units, end));
            ++characters;
            std::size_t look = end;
            more = end < units.size() && unorm2_hasBoundaryBefore(nfc, next_of(units, look)) == 0;
        }
        const auto letter = normalised(units.substr(begin, end - begin));
        for (std::size_t i = 0; i < letter.size();) {
            UChar32 c = u_foldCase(next_of(letter, i), U_FOLD_CASE_DEFAULT);
            if (c == eth) c = d_with_stroke;
            if (is_invisible(c)) continue;
            if (u_isUWhiteSpace(c) != 0) c = u' ';
            std::array<char16_t, 2> pair{};
            std::int32_t length = 0;
            U16_APPEND_UNSAFE(pair.data(), length, c);
            out.units.append(pair.data(), static_cast<std::size_t>(length));
            out.from.insert(out.from.end(), static_cast<std::size_t>(length), character);
        }
        character += characters;
        begin = end;
    }
    return out;
}

/// A word without its accents: «ngày» as «ngay».
std::u16string without_accents(std::u16string_view word) {
    UErrorCode bad = U_ZERO_ERROR;
    const UNormalizer2* nfd = unorm2_getNFDInstance(&bad);
    std::u16string apart(word.size() * 4 + 1, u'\0');
    const std::int32_t length = unorm2_normalize(nfd, word.data(), static_cast<std::int32_t>(word.size()), apart.data(),
                                                 static_cast<std::int32_t>(apart.size()), &bad);
    if (U_FAILURE(bad) != 0) return std::u16string(word);
    apart.resize(static_cast<std::size_t>(length));
    std::u16string plain;
    for (const char16_t c : apart) {
        if (c == d_with_stroke) {
            plain += u'd';
        } else if (u_charType(c) != U_NON_SPACING_MARK) {
            plain += c;
        }
    }
    return plain;
}

// ---- Words.

enum class token_kind : std::uint8_t { number, word, mark };

struct token {
    token_kind kind = token_kind::mark;
    std::u16string text;         // of words and marks; an ellipsis is one mark, «…»
    std::int64_t whole = 0;      // of numbers
    std::u16string fraction;     // of numbers: the digits after the sign
    bool has_half_sign = false;  // ½
    std::int32_t at = 0;         // character of the text
};

constexpr std::int64_t far_too_large = 1'000'000'000;

std::vector<token> tokens_of(const folded_text& text) {
    std::vector<token> tokens;
    const auto& units = text.units;
    const auto size = static_cast<std::int32_t>(units.size());
    const auto digit_at = [&](std::int32_t i) {
        return i < size ? u_charDigitValue(units[static_cast<std::size_t>(i)]) : -1;
    };
    for (std::int32_t i = 0; i < size;) {
        const char16_t c = units[static_cast<std::size_t>(i)];
        if (c == u' ') {
            ++i;
            continue;
        }
        token one;
        one.at = text.from[static_cast<std::size_t>(i)];
        if (c == u'½') {
            one.kind = token_kind::number;
            one.has_half_sign = true;
            ++i;
        } else if (digit_at(i) >= 0) {
            one.kind = token_kind::number;
            for (; digit_at(i) >= 0; ++i) one.whole = std::min(one.whole * 10 + digit_at(i), far_too_large);
            const bool has_sign =
                i < size && (units[static_cast<std::size_t>(i)] == u',' || units[static_cast<std::size_t>(i)] == u'.');
            if (has_sign && digit_at(i + 1) >= 0) {
                for (++i; digit_at(i) >= 0; ++i) one.fraction += static_cast<char16_t>(u'0' + digit_at(i));
            }
            if (i < size && units[static_cast<std::size_t>(i)] == u'½') {
                one.has_half_sign = true;
                ++i;
            }
        } else if (u_isalpha(c) != 0) {
            one.kind = token_kind::word;
            for (; i < size && u_isalpha(units[static_cast<std::size_t>(i)]) != 0; ++i) {
                one.text += units[static_cast<std::size_t>(i)];
            }
        } else if (c == u'…' || (c == u'.' && units.substr(static_cast<std::size_t>(i), 3) == u"...")) {
            one.text.assign(1, u'…');
            i += c == u'…' ? 1 : 3;
        } else {
            one.text.assign(1, c);
            ++i;
        }
        tokens.push_back(std::move(one));
    }
    return tokens;
}

using phrase = std::vector<std::u16string>;

phrase words_of(std::u16string_view text) {
    phrase words;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(u' ', begin), text.size());
        words.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

struct unit_words {
    phrase words;
    limit_unit unit;
};

/// All words, made once; the longer phrase stands before the shorter one that it begins with.
struct vocabulary {
    std::vector<unit_words> units;
    std::vector<phrase> before, after, same_day, half, joints, repeats;

    vocabulary() {
        const auto unit = [&](std::u16string_view words, limit_unit of) { units.push_back({words_of(words), of}); };
        for (const auto* text :
             {u"ngày làm việc", u"working days", u"working day", u"business days", u"business day"}) {
            unit(text, limit_unit::working_day);
        }
        for (const auto* text : {u"ngày dương lịch", u"ngày lịch", u"ngày liên tục", u"ngày", u"calendar days",
                                 u"calendar day", u"days", u"day"}) {
            unit(text, limit_unit::day);
        }
        for (const auto* text : {u"tuần", u"calendar weeks", u"calendar week", u"weeks", u"week"})
            unit(text, limit_unit::week);
        for (const auto* text : {u"tháng", u"calendar months", u"calendar month", u"months", u"month"})
            unit(text, limit_unit::month);
        for (const auto* text : {u"năm", u"years", u"year"}) unit(text, limit_unit::year);
        for (const auto* text :
             {u"giờ làm việc", u"working hours", u"working hour", u"business hours", u"business hour"}) {
            unit(text, limit_unit::working_hour);
        }
        for (const auto* text : {u"giờ đồng hồ", u"giờ", u"hours", u"hour"}) unit(text, limit_unit::hour);
        for (const auto* text : {u"phút làm việc", u"working minutes", u"working minute"})
            unit(text, limit_unit::working_minute);
        for (const auto* text : {u"phút", u"minutes", u"minute"}) unit(text, limit_unit::minute);

        const auto fill = [](std::vector<phrase>& list, std::initializer_list<const char16_t*> texts) {
            for (const auto* text : texts) list.push_back(words_of(text));
        };
        fill(before, {u"không quá",
                      u"không muộn hơn",
                      u"chậm nhất là",
                      u"chậm nhất",
                      u"tối đa là",
                      u"tối đa",
                      u"trong vòng",
                      u"trong thời hạn",
                      u"trong thời gian",
                      u"trong",
                      u"thời hạn giải quyết",
                      u"thời gian giải quyết",
                      u"thời hạn",
                      u"thời gian",
                      u"là",
                      u":",
                      u"≤",
                      u"< =",
                      u"within",
                      u"in",
                      u"at most",
                      u"no more than",
                      u"not more than",
                      u"no later than",
                      u"not later than",
                      u"up to",
                      u"maximum",
                      u"time limit"});
        fill(after, {u"kể từ", u"tính từ", u"từ", u"from", u"after", u"of receipt"});
        fill(same_day, {u"giải quyết ngay trong ngày làm việc", u"giải quyết ngay trong ngày",
                        u"ngay trong ngày làm việc", u"ngay trong ngày", u"trong cùng ngày", u"trong ngày làm việc",
                        u"trong ngày", u"cùng ngày", u"the same working day", u"the same day",
                        u"on the same working day", u"on the same day", u"same working day", u"same day"});
        fill(half, {u"nửa", u"half a", u"half"});
        fill(joints, {u"và", u"cộng với", u"cộng", u"+", u"and", u"plus"});
        fill(repeats, {u"tương đương với", u"tương đương", u"tức là", u"tức", u"bằng", u"gồm", u"bao gồm", u"trong đó",
                       u":", u"=", u"equivalent to", u"that is", u"equal to"});
    }

    static const vocabulary& get() {
        static const vocabulary made;
        return made;
    }
};

// ---- The grammar.

struct spellout_close {
    void operator()(UNumberFormat* format) const { unum_close(format); }
};

/// The number that words say, «mười lăm» or "fifteen"; nothing where they say none.
std::optional<std::int64_t> spelled(std::u16string_view words) {
    for (const char* locale : {"vi", "en"}) {
        UErrorCode bad = U_ZERO_ERROR;
        const std::unique_ptr<UNumberFormat, spellout_close> format(
            unum_open(UNUM_SPELLOUT, nullptr, 0, locale, nullptr, &bad));
        if (U_FAILURE(bad) != 0) continue;
        unum_setAttribute(format.get(), UNUM_LENIENT_PARSE, 0);
        std::int32_t end = 0;
        const std::int64_t number =
            unum_parseInt64(format.get(), words.data(), static_cast<std::int32_t>(words.size()), &end, &bad);
        if (U_SUCCESS(bad) != 0 && end == static_cast<std::int32_t>(words.size())) return number;
    }
    return std::nullopt;
}

class limit_parser {
public:
    explicit limit_parser(std::vector<token> tokens) : tokens_(std::move(tokens)) {}

    result<time_limit> limit() {
        std::vector<limit_leg> legs;
        for (bool more = true; more;) {
            const auto one = leg();
            if (!one) return one.why();
            legs.push_back(*one);
            more = is_mark(u";") || is_mark(u"…");
            if (more) ++at_;
        }
        while (is_mark(u".")) ++at_;
        if (!at_end()) return is_other_limit() ? here(errc::limit_ambiguous) : here(errc::limit_syntax);
        return time_limit::of_legs(legs);
    }

private:
    [[nodiscard]] bool at_end() const { return at_ == tokens_.size(); }
    [[nodiscard]] failure here(errc code) const {
        const std::int32_t end =
            tokens_.empty() ? 0 : tokens_.back().at + static_cast<std::int32_t>(tokens_.back().text.size());
        return {code, at_end() ? end : tokens_[at_].at};
    }
    [[nodiscard]] bool is_mark(std::u16string_view mark) const {
        return !at_end() && tokens_[at_].kind == token_kind::mark && tokens_[at_].text == mark;
    }

    /// «3 - 5 ngày», «5 ngày hoặc 7 ngày», «5/7 ngày»: another limit is offered.
    [[nodiscard]] bool is_other_limit() const {
        if (at_end()) return false;
        const token& one = tokens_[at_];
        for (const auto* text : {u"-", u"–", u"/", u"hoặc", u"or", u"đến", u"to", u"~"}) {
            if (one.text == text) return true;
        }
        return false;
    }

    [[nodiscard]] bool is_word(std::size_t at, const std::u16string& wanted) const {
        const token& one = tokens_[at];
        if (one.kind == token_kind::number) return false;
        return one.text == wanted || (one.kind == token_kind::word && one.text == without_accents(wanted));
    }

    /// How many tokens a phrase takes here; 0: it does not stand here.
    [[nodiscard]] std::size_t length_of(const phrase& words) const {
        if (at_ + words.size() > tokens_.size()) return 0;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (!is_word(at_ + i, words[i])) return 0;
        }
        return words.size();
    }

    bool skip_any(const std::vector<phrase>& phrases) {
        for (const phrase& words : phrases) {
            if (const std::size_t length = length_of(words); length > 0) {
                at_ += length;
                return true;
            }
        }
        return false;
    }

    result<limit_leg> leg() {
        const vocabulary& words = vocabulary::get();
        std::vector<limit_part> parts;
        while (!is_same_day() && skip_any(words.before)) {
        }
        do {
            const auto more = part();
            if (!more) return more.why();
            parts.insert(parts.end(), more->begin(), more->end());
        } while (skip_any(words.joints));
        // «kể từ ngày nhận đủ hồ sơ hợp lệ»: words, with no number in them.
        if (const std::size_t begin = at_; skip_any(words.after)) {
            while (!at_end() && tokens_[at_].kind != token_kind::number && !is_mark(u";") && !is_mark(u"…")) ++at_;
            if (!at_end() && tokens_[at_].kind == token_kind::number) {
                at_ = begin;
                return here(errc::limit_syntax);
            }
        }
        return limit_leg::of(parts);
    }

    [[nodiscard]] bool is_same_day() const {
        const auto& phrases = vocabulary::get().same_day;
        return std::any_of(phrases.begin(), phrases.end(), [&](const phrase& words) { return length_of(words) > 0; });
    }

    /// One part, or the parts that brackets after it make of it.
    result<std::vector<limit_part>> part() {
        const vocabulary& words = vocabulary::get();
        if (skip_any(words.same_day)) return std::vector<limit_part>{{limit_unit::same_day, 2}};
        limit_part one;
        if (skip_any(words.half)) {
            one.halves = 1;
        } else if (at_end() || tokens_[at_].kind != token_kind::number) {
            return here(tokens_.empty() ? errc::limit_empty : errc::limit_syntax);
        } else {
            const auto halves = amount();
            if (!halves) return halves.why();
            one.halves = *halves;
        }
        if (!read_unit(one.unit)) return no_unit();
        if (one.halves <= 0) return {errc::limit_zero, one.halves};
        if (!is_mark(u"(")) return std::vector<limit_part>{one};
        return brackets(one);
    }

    /// An amount with no unit after it: there is none, or what stands there is no unit.
    [[nodiscard]] failure no_unit() {
        const failure found = here(errc::limit_syntax);
        if (is_other_limit()) return {errc::limit_ambiguous, found.a};
        const bool is_word = !at_end() && tokens_[at_].kind == token_kind::word;
        return {is_word && !skip_any(vocabulary::get().joints) ? errc::limit_syntax : errc::limit_no_unit, found.a};
    }

    /// In halves. «02 (hai)»: the words must say the same.
    result<std::int32_t> amount() {
        const token& one = tokens_[at_];
        if (one.fraction.size() == 3) return here(errc::limit_ambiguous);  // 1.000: a thousand, or one
        const bool is_half = one.has_half_sign || (one.fraction.starts_with(u'5') &&
                                                   one.fraction.find_first_not_of(u'0', 1) == std::u16string::npos);
        const bool is_whole = one.fraction.find_first_not_of(u'0') == std::u16string::npos;
        if ((!is_half && !is_whole) || (one.has_half_sign && !one.fraction.empty()))
            return {errc::limit_fraction, one.at};
        const std::int64_t halves = one.whole * 2 + (is_half ? 1 : 0);
        if (halves > 2 * std::int64_t{limit_leg::largest}) return {errc::limit_too_large, halves};
        ++at_;
        if (is_mark(u"(") && at_ + 1 < tokens_.size() && tokens_[at_ + 1].kind == token_kind::word) {
            ++at_;
            std::u16string said;
            const std::size_t begin = at_;
            for (; !at_end() && tokens_[at_].kind == token_kind::word; ++at_) {
                if (!said.empty()) said.push_back(u' ');
                said.append(tokens_[at_].text);
            }
            const auto number = spelled(said);
            if (!number || !is_mark(u")")) {
                at_ = number ? at_ : begin;
                return here(errc::limit_syntax);
            }
            if (*number * 2 != halves) {
                at_ = begin;
                return here(errc::limit_ambiguous);
            }
            ++at_;
        }
        return static_cast<std::int32_t>(halves);
    }

    bool read_unit(limit_unit& unit) {
        for (const unit_words& one : vocabulary::get().units) {
            if (const std::size_t length = length_of(one.words); length > 0) {
                at_ += length;
                unit = one.unit;
                return true;
            }
        }
        return false;
    }

    /// What stands in brackets after a part says it again: as a sum of days and working days (R8.16), in hours at 8 a
    /// working day (R8.14), or in the same words.
    result<std::vector<limit_part>> brackets(const limit_part& outer) {
        const std::size_t begin = at_;
        ++at_;
        const vocabulary& words = vocabulary::get();
        while (skip_any(words.repeats)) {
        }
        std::vector<limit_part> inner;
        do {
            const auto more = part();
            if (!more) return more.why();
            inner.insert(inner.end(), more->begin(), more->end());
        } while (skip_any(words.joints));
        if (!is_mark(u")")) return here(errc::limit_syntax);
        ++at_;
        const auto is_days = [](const limit_part& one) {
            return one.unit == limit_unit::day || one.unit == limit_unit::working_day;
        };
        std::int64_t sum = 0;
        for (const limit_part& one : inner) sum += one.halves;
        const std::vector<limit_part> said{outer};
        if (inner.size() == 1 && inner.front() == outer) return said;
        if (is_days(outer) && std::all_of(inner.begin(), inner.end(), is_days) && sum == outer.halves) {
            // «15 ngày làm việc (15 ngày)» says two things; a sum says which days are which.
            if (inner.size() > 1) return inner;
        } else if (inner.size() == 1) {
            const limit_part& other = inner.front();
            const bool days_in_hours = outer.unit == limit_unit::working_day && other.unit == limit_unit::working_hour;
            const bool hours_in_days = outer.unit == limit_unit::working_hour && other.unit == limit_unit::working_day;
            if (days_in_hours && std::int64_t{outer.halves} * 8 == other.halves) return said;
            if (hours_in_days && std::int64_t{other.halves} * 8 == outer.halves) return said;
        }
        at_ = begin;
        return here(errc::limit_ambiguous);
    }

    std::vector<token> tokens_;
    std::size_t at_ = 0;
};

struct unit_names {
    std::string_view vietnamese, one, many;
};

// By limit_unit.
constexpr std::array<unit_names, 9> names{{{"ngày làm việc", "working day", "working days"},
                                           {"ngày", "day", "days"},
                                           {"tuần", "week", "weeks"},
                                           {"tháng", "month", "months"},
                                           {"năm", "year", "years"},
                                           {"giờ làm việc", "working hour", "working hours"},
                                           {"phút làm việc", "working minute", "working minutes"},
                                           {"giờ", "hour", "hours"},
                                           {"phút", "minute", "minutes"}}};

}  // namespace

result<time_limit> parse_limit(std::string_view utf8) {
    const auto text = fold(utf8);
    if (!text) return errc::encoding_wrong;
    return limit_parser(tokens_of(*text)).limit();
}

std::string limit_text(const limit_part& part, language words) {
    const bool is_vietnamese = words == language::vietnamese;
    if (part.unit == limit_unit::same_day) return is_vietnamese ? "trong ngày" : "same day";
    const unit_names& unit = names.at(static_cast<std::size_t>(part.unit));
    std::string text = std::to_string(part.halves / 2);
    if (part.halves % 2 != 0) text.append(is_vietnamese ? ",5" : ".5");
    return text.append(" ").append(is_vietnamese ? unit.vietnamese : part.halves == 2 ? unit.one : unit.many);
}

std::string limit_text(const time_limit& limit, language words) {
    std::string text;
    for (const limit_leg& leg : limit.legs()) {
        if (!text.empty()) text.append("; ");
        bool is_first = true;
        for (const limit_part& part : leg.parts()) {
            if (!is_first) text.append(words == language::vietnamese ? " và " : " and ");
            is_first = false;
            text.append(limit_text(part, words));
        }
    }
    return text;
}

std::string fold_text(std::string_view utf8) {
    const auto text = fold(utf8);
    if (!text) return std::string(utf8);
    std::u16string out;
    for (const char16_t c : text->units) {
        if (c != u' ' || (!out.empty() && out.back() != u' ')) out += c;
    }
    while (!out.empty() && out.back() == u' ') out.pop_back();
    return to_utf8(out);
}

}  // namespace thoihan
