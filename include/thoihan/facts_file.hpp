// thoihan/facts_file.hpp: facts read from TOML files: the law of a place, or what was announced this afternoon.
//
//   const auto law = thoihan::load_facts("data/vn");
//   const auto now = thoihan::with_announcements({thoihan::vn::facts, nullptr}, files);
//   const auto calendar = thoihan::calendar::from_facts(now.facts, {}, now.owner);
//
// What the files hold: docs/law/holidays.md. They are read strictly: an unknown field, a day that does not exist or
// a notice that contradicts the law is refused, and `thoihan::error` (messages.hpp) names the file, the line, the
// field, what stands there and what would be right.
#ifndef THOIHAN_FACTS_FILE_HPP
#define THOIHAN_FACTS_FILE_HPP

#include <filesystem>
#include <memory>
#include <span>

#include "thoihan/holiday_facts.hpp"

namespace thoihan {

/// Facts, and what keeps alive the texts and tables that they look at (nothing for built-in ones).
struct loaded_facts {
    holiday_facts facts;
    std::shared_ptr<const void> owner;
};

/// The facts of a folder: calendar.toml, sources.toml, statutes.toml, announcements.toml. A calendar can be made of
/// them in each edition. Throws `error`.
[[nodiscard]] loaded_facts load_facts(const std::filesystem::path& folder);

/// The same facts and those of further files, each with announcements and their sources ([[announcement]],
/// [[source]]). `base` stays as it is and is kept alive by the result. Throws `error`.
[[nodiscard]] loaded_facts with_announcements(const loaded_facts& base, std::span<const std::filesystem::path> files);

}  // namespace thoihan

#endif  // THOIHAN_FACTS_FILE_HPP
