// thoihan/rule.hpp: a rule, everything that a deadline needs, resolved once. Values and looks only.
#ifndef THOIHAN_RULE_HPP
#define THOIHAN_RULE_HPP

#include "thoihan/day_table.hpp"
#include "thoihan/regime.hpp"
#include "thoihan/time_limit.hpp"
#include "thoihan/working_clock.hpp"
#include "thoihan/zone.hpp"

namespace thoihan {

/// Limit, regime and the three roles of a calendar: counting, reception and return may differ, each by
/// agency (LAW.md R9.4, 13.5). What the pointers look at belongs to the rulebook and outlives the rule; none
/// is null.
struct rule {
    time_limit limit;
    regime how;
    const working_clock* counting = nullptr;      ///< counts working days and working hours, rolls
    const working_clock* reception = nullptr;     ///< the reception hours, for receipts outside them
    const working_clock* handing_over = nullptr;  ///< the return hours
    const day_table* days = nullptr;              ///< what «ngày» counts where days_skip leaves something out (A14)
    const zone_table* zone = nullptr;
};

}  // namespace thoihan

#endif  // THOIHAN_RULE_HPP
