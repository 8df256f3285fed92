// thoihan/zone.hpp: the offset of a place from UTC over time, as a table taken once.
//
// Civil time is what the law counts in; UTC is needed for elapsed hours across a clock change and for
// instants written with an offset. The table comes from whoever knows zones (ICU, in the compiled library)
// and is never asked for per row. Viet Nam has had one offset since 1975: its table has one line.
#ifndef THOIHAN_ZONE_HPP
#define THOIHAN_ZONE_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "thoihan/civil.hpp"
#include "thoihan/error.hpp"

namespace thoihan {

/// An instant, as seconds since 1970-01-01T00:00:00 UTC.
struct utc_second {
    std::int64_t number = 0;

    friend constexpr auto operator<=>(utc_second, utc_second) = default;
};

class zone_table {
public:
    /// From `at` on, civil time is UTC plus `offset` seconds.
    struct transition {
        utc_second at;
        std::int32_t offset = 0;
    };

    /// UTC+7, all year round.
    zone_table() : zone_table("Asia/Ho_Chi_Minh", "", 7 * 3600, {}) {}

    /// `first_offset` holds before the first transition; transitions in order. `version` is the release of
    /// the tz database that they are from.
    zone_table(std::string name, std::string version, std::int32_t first_offset, std::vector<transition> transitions)
        : name_(std::move(name)),
          version_(std::move(version)),
          first_offset_(first_offset),
          transitions_(std::move(transitions)) {}

    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    [[nodiscard]] const std::string& version() const noexcept { return version_; }
    [[nodiscard]] bool is_fixed() const noexcept { return transitions_.empty(); }
    /// Before the first transition, seconds east of UTC.
    [[nodiscard]] std::int32_t first_offset() const noexcept { return first_offset_; }
    [[nodiscard]] std::span<const transition> transitions() const noexcept { return transitions_; }

    [[nodiscard]] civil_second civil_of(utc_second at) const noexcept {
        const auto next = std::upper_bound(transitions_.begin(), transitions_.end(), at,
                                           [](utc_second wanted, const transition& one) { return wanted < one.at; });
        return {at.number + (next == transitions_.begin() ? first_offset_ : std::prev(next)->offset)};
    }

    /// The instant of a civil time; the first of the two where it comes twice. Fails with `instant_in_gap`
    /// (a: the second) where it does not come.
    [[nodiscard]] result<utc_second> utc_of(civil_second civil) const noexcept {
        // No offset is a day: transitions a day before are over, whatever the offsets are.
        auto next = std::upper_bound(transitions_.begin(), transitions_.end(), civil.number - seconds_per_day,
                                     [](std::int64_t wanted, const transition& one) { return wanted < one.at.number; });
        std::int32_t before = next == transitions_.begin() ? first_offset_ : std::prev(next)->offset;
        for (; next != transitions_.end(); ++next) {
            const std::int64_t last_before = next->at.number + before;  // civil time at which the old offset ends
            const std::int64_t first_after = next->at.number + next->offset;
            if (civil.number < last_before) break;
            if (civil.number < first_after) return {errc::instant_in_gap, civil.number};
            before = next->offset;
        }
        return utc_second{civil.number - before};
    }

    /// The civil time `seconds` elapsed seconds after a civil time.
    [[nodiscard]] result<civil_second> after(civil_second civil, std::int64_t seconds) const noexcept {
        if (is_fixed()) return civil + seconds;
        const auto begin = utc_of(civil);
        if (!begin) return begin.why();
        return civil_of({begin->number + seconds});
    }

private:
    std::string name_;
    std::string version_;
    std::int32_t first_offset_ = 0;
    std::vector<transition> transitions_;
};

}  // namespace thoihan

#endif  // THOIHAN_ZONE_HPP
