// thoihan/rulebook_file.hpp: rulebooks read from a folder, the built-in one of Vietnam, and one made in code.
//
//   const auto book = thoihan::load_rulebook("rules");
//   thoihan::rule_set rules(book);
//
// A folder holds rulebook.toml and, where there are any, regimes.toml, offices.toml, procedures.toml and
// procedures.csv; what they hold is in docs/rulebooks.md and, by example, in data/vn and examples/. They are read
// strictly: an unknown field, a switch that there is not, two rows that say the same is refused, and `thoihan::error`
// (messages.hpp) names the file, the line, the field, what stands there and what would be right.
#ifndef THOIHAN_RULEBOOK_FILE_HPP
#define THOIHAN_RULEBOOK_FILE_HPP

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "thoihan/calendar.hpp"
#include "thoihan/office_hours.hpp"
#include "thoihan/rulebook.hpp"

namespace thoihan {

struct rulebook_options {
    std::optional<civil_day> known_on;                 ///< the edition of the calendar; none: the last
    std::vector<std::filesystem::path> announcements;  ///< further facts for a calendar that is made of facts
};

/// The rulebook of a folder. Throws `error`.
[[nodiscard]] std::shared_ptr<const rulebook> load_rulebook(const std::filesystem::path& folder,
                                                            const rulebook_options& options = {});

/// The built-in rulebook of Vietnam: the files of data/vn, taken into the library when it was built. Throws `error`
/// where the options do not fit.
[[nodiscard]] std::shared_ptr<const rulebook> vietnam_rulebook(const rulebook_options& options = {});

/// A rulebook of one office, one regime and no procedures: limits are given with each question.
[[nodiscard]] std::shared_ptr<const rulebook> make_rulebook(const calendar& days, const office_hours& hours,
                                                            const named_regime& with, const zone_table& zone);

/// A regime of the built-in rulebook, or "plain"; null where there is none of that name.
[[nodiscard]] const named_regime* built_in_regime(std::string_view id);

}  // namespace thoihan

#endif  // THOIHAN_RULEBOOK_FILE_HPP
