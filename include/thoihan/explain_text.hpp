// thoihan/explain_text.hpp: the telling of a computation in words, Vietnamese or English.
#ifndef THOIHAN_EXPLAIN_TEXT_HPP
#define THOIHAN_EXPLAIN_TEXT_HPP

#include <string>
#include <string_view>

#include "thoihan/deadline.hpp"
#include "thoihan/explain.hpp"
#include "thoihan/messages.hpp"
#include "thoihan/rulebook.hpp"

namespace thoihan {

/// How a text was seen, in words: "đã đọc văn bản", "the text was read".
[[nodiscard]] std::string_view text_of(confidence seen, language words) noexcept;

/// The value of a switch in a resolved rule's regime with its article; null where the regime does not cite it.
[[nodiscard]] const cited_switch* citation_of(const resolved_rule& by, std::string_view name) noexcept;

/// What was asked, which rule was found, what was counted and what was skipped and why, when it is due and how sure
/// that is: several lines, the last with its end.
[[nodiscard]] std::string explain_text(const rulebook& book, const resolved_rule& by, const receipt& in,
                                       const explanation& told, language words);

/// One step in a line or more, without an end.
[[nodiscard]] std::string step_text(const resolved_rule& by, const receipt& in, const told_step& step, language words);

}  // namespace thoihan

#endif  // THOIHAN_EXPLAIN_TEXT_HPP
