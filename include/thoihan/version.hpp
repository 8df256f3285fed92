// thoihan/version.hpp: the version of the library, the only place where it is typed.
// CMakeLists.txt and pyproject.toml read it from here.
#ifndef THOIHAN_VERSION_HPP
#define THOIHAN_VERSION_HPP

#define THOIHAN_VERSION_MAJOR 0
#define THOIHAN_VERSION_MINOR 1
#define THOIHAN_VERSION_PATCH 0
#define THOIHAN_VERSION "0.1.0"

namespace thoihan {

/// The version as text, "major.minor.patch".
inline constexpr const char* version = THOIHAN_VERSION;

}  // namespace thoihan

#endif  // THOIHAN_VERSION_HPP
