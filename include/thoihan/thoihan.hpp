// thoihan/thoihan.hpp: the door: all of the core, and answers that throw.
//
// The core returns `result<T>`. Whoever asks one question, and would rather have a value or an exception, asks
// through the door:
//
//   using namespace thoihan;
//   const civil_day received = value_or_throw(parse_day("2026-02-10"));
//   const civil_day due = value_or_throw(vietnam().days().advance(received, working_days{15}));
//
// Values of other libraries: boost.hpp (Boost.Date_Time) and chrono.hpp (std::chrono).
#ifndef THOIHAN_THOIHAN_HPP
#define THOIHAN_THOIHAN_HPP

#include <utility>

#include "thoihan/amount.hpp"
#include "thoihan/batch.hpp"
#include "thoihan/calendar.hpp"
#include "thoihan/civil.hpp"
#include "thoihan/civil_months.hpp"
#include "thoihan/civil_text.hpp"
#include "thoihan/columns.hpp"
#include "thoihan/day_table.hpp"
#include "thoihan/deadline.hpp"
#include "thoihan/error.hpp"
#include "thoihan/explain.hpp"
#include "thoihan/holiday_facts.hpp"
#include "thoihan/holidays.hpp"
#include "thoihan/lunar.hpp"
#include "thoihan/messages.hpp"
#include "thoihan/office_hours.hpp"
#include "thoihan/people_time.hpp"
#include "thoihan/regime.hpp"
#include "thoihan/rule.hpp"
#include "thoihan/rule_set.hpp"
#include "thoihan/rulebook.hpp"
#include "thoihan/rulebook_rows.hpp"
#include "thoihan/sessions.hpp"
#include "thoihan/source.hpp"
#include "thoihan/summary.hpp"
#include "thoihan/switches.hpp"
#include "thoihan/time_limit.hpp"
#include "thoihan/verdict.hpp"
#include "thoihan/version.hpp"
#include "thoihan/vn/facts.hpp"
#include "thoihan/week.hpp"
#include "thoihan/working_clock.hpp"
#include "thoihan/zone.hpp"

namespace thoihan {

/// The value of an answer. Throws `error`, with the failure and its words, where there is none; `place` says where
/// the question came from.
template <class T>
[[nodiscard]] T value_or_throw(result<T> answer, error_place place = {}) {
    if (!answer) throw error(answer.why(), std::move(place));
    return *std::move(answer);
}

/// The calendar of Vietnam, from the built-in facts: made once, at the first call, safely from several threads.
[[nodiscard]] inline const calendar& vietnam() {
    static const calendar made = value_or_throw(calendar::from_facts(vn::facts));
    return made;
}

}  // namespace thoihan

#endif  // THOIHAN_THOIHAN_HPP
