// thoihan/limit_text.hpp: time limits as people write them, both ways, Vietnamese and English.
//
//   15 ngày làm việc   08 ngày làm việc   02 (hai) ngày làm việc   Không quá 8,5 ngày   01 tháng   trong ngày
//   15 ngày và 08 ngày làm việc            one leg of two parts
//   5 ngày làm việc; 3 ngày làm việc       two legs, with a gap of unknown length between them («…» does it too)
//   Không quá 23 ngày (15 ngày và 08 ngày làm việc)     what the brackets say, as the sums agree (LAW.md R8.16)
//   03 ngày làm việc (24 giờ làm việc)                  3 working days: the brackets repeat them at 8 hours (R8.14)
//   15 working days   3 business days and 2 hours   within 10 calendar days   same day
//
// In any normal form, any case, with any blanks, with or without all of the accents; a comma or a point before a
// half; words such as «không quá», «trong», «tối đa», «thời hạn» before and «kể từ …» after it. Never guessed: a
// number without a unit, 0, fractions other than halves, two limits that differ («3 - 5 ngày»), 1.000.
#ifndef THOIHAN_LIMIT_TEXT_HPP
#define THOIHAN_LIMIT_TEXT_HPP

#include <string>
#include <string_view>

#include "thoihan/error.hpp"
#include "thoihan/messages.hpp"
#include "thoihan/time_limit.hpp"

namespace thoihan {

/// The limit that a text (UTF-8) says. Fails with `encoding_wrong`, `limit_empty`, `limit_no_unit`, `limit_syntax`
/// and `limit_ambiguous` (a: the character at which, from 0), `limit_fraction` and as limit_leg::of does.
[[nodiscard]] result<time_limit> parse_limit(std::string_view utf8);

/// The text of a limit: "15 ngày và 8 ngày làm việc", "15 days and 8 working days". parse_limit reads it back.
[[nodiscard]] std::string limit_text(const time_limit& limit, language words = language::vietnamese);

/// One part alone.
[[nodiscard]] std::string limit_text(const limit_part& part, language words = language::vietnamese);

/// A text without regard to case, normal form and kind and number of blanks: for comparing names and headings. Bytes
/// that are no UTF-8 come back as they are.
[[nodiscard]] std::string fold_text(std::string_view utf8);

}  // namespace thoihan

#endif  // THOIHAN_LIMIT_TEXT_HPP
