// Data and law from outside, which is not copied into this repository: the folder named by the
// environment variable THOIHAN_EXTERNAL_DATA, or else `shared` next to the checkout; it holds data/ and
// law/. external.py is the same for Python.
#ifndef THOIHAN_TESTS_SUPPORT_EXTERNAL_DATA_HPP
#define THOIHAN_TESTS_SUPPORT_EXTERNAL_DATA_HPP

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace thoihan::testing {

/// The value of an environment variable, empty where it is not set.
inline std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

/// Where a file of external data, such as "law/vn_days.csv", is to be; whether or not it is there.
inline std::filesystem::path external_file(const std::string& name) {
    const std::string named = environment("THOIHAN_EXTERNAL_DATA");
    if (!named.empty()) return std::filesystem::path(named) / name;
#ifdef THOIHAN_SOURCE_DIR
    const std::filesystem::path checkout = THOIHAN_SOURCE_DIR;
#else
    const std::filesystem::path checkout =
        std::filesystem::absolute(__FILE__).parent_path().parent_path().parent_path();
#endif
    return checkout.parent_path() / "shared" / name;
}

/// The rows of a CSV file without quotes, its heading left out.
inline std::vector<std::vector<std::string>> rows_of(const std::filesystem::path& csv) {
    std::ifstream file(csv);
    std::vector<std::vector<std::string>> rows;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::vector<std::string>& row = rows.emplace_back();
        std::istringstream cells(line);
        for (std::string cell; std::getline(cells, cell, ',');) row.push_back(cell);
    }
    return rows;
}

}  // namespace thoihan::testing

/// Makes `variable` the path of a file of external data. Where it is not there the test is skipped, and
/// in CI fails.
#define THOIHAN_EXTERNAL_FILE(variable, name)                                                                \
    const std::filesystem::path variable = ::thoihan::testing::external_file(name);                          \
    if (!std::filesystem::is_regular_file(variable)) {                                                       \
        if (!::thoihan::testing::environment("CI").empty()) FAIL() << "EXTERNAL DATA MISSING: " << variable; \
        GTEST_SKIP() << "EXTERNAL DATA MISSING: " << variable                                                \
                     << " is not there: set THOIHAN_EXTERNAL_DATA to the folder that holds data/ and law/";  \
    }                                                                                                        \
    static_assert(true, "")

#endif  // THOIHAN_TESTS_SUPPORT_EXTERNAL_DATA_HPP
