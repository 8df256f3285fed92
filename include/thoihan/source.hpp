// thoihan/source.hpp: which instrument says so, since when it was known, and how far it can be trusted.
#ifndef THOIHAN_SOURCE_HPP
#define THOIHAN_SOURCE_HPP

#include <cstdint>
#include <string_view>

#include "thoihan/civil.hpp"

namespace thoihan {

/// How the text behind a fact was seen. The letters are those of the research notes in docs/law.
enum class confidence : std::uint8_t {
    read,        ///< V, A: the instrument's text, or an official page quoting it, was read
    quoted,      ///< Q, B: its words or its number were read in several other documents
    practice,    ///< C: seen in production software or in data of the national portal
    derived,     ///< follows from a statute alone; no notice was found
    secondary,   ///< S: a description by others only
    unverified,  ///< M, K: general knowledge, not checked against a source
};

/// How exactly the day of publication is known.
enum class precision : std::uint8_t {
    exact,          ///< that day
    not_later_than  ///< that day or before
};

/// An instrument: a law, a decree, a notice.
struct source {
    std::string_view id;        ///< our name for it, "vn/tb-6150-2024"
    std::string_view number;    ///< as the instrument is cited, "6150/TB-BLĐTBXH"
    std::string_view title;     ///< what it is, Vietnamese
    std::string_view title_en;  ///< what it is, English
    civil_day published;        ///< since when it was known
    precision published_is = precision::exact;
    confidence seen = confidence::unverified;
    std::string_view where;  ///< where it was seen, and what is doubtful
};

}  // namespace thoihan

#endif  // THOIHAN_SOURCE_HPP
