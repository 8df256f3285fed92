// The files of data/vn that make the built-in rulebook, taken in when the library is built (src/CMakeLists.txt).
#ifndef THOIHAN_SRC_BUILT_IN_FILES_HPP
#define THOIHAN_SRC_BUILT_IN_FILES_HPP

#include <array>
#include <string_view>

namespace thoihan {

struct built_in_file {
    std::string_view name, text;
};

extern const std::array<built_in_file, 4> built_in_files;

}  // namespace thoihan

#endif  // THOIHAN_SRC_BUILT_IN_FILES_HPP
