// Days and instants as people write them.
#include "thoihan/people_time.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace thoihan {
namespace {

struct read_as {
    std::string_view written, at;
    bool has_time;
    std::optional<std::int32_t> offset;
};

TEST(people_time, reads_what_people_and_systems_write) {
    const std::array rows{
        read_as{"15/03/2022", "2022-03-15T00:00:00", false, {}},
        read_as{"5/3/2022", "2022-03-05T00:00:00", false, {}},
        read_as{"15-03-2022 ", "2022-03-15T00:00:00", false, {}},
        read_as{"15.03.2022", "2022-03-15T00:00:00", false, {}},
        read_as{"15/3/2022 14:35", "2022-03-15T14:35:00", true, {}},
        read_as{" 15/03/2022, 14:35:20 ", "2022-03-15T14:35:20", true, {}},
        read_as{"15/03/2022 7:05", "2022-03-15T07:05:00", true, {}},
        read_as{"14:35 15/03/2022", "2022-03-15T14:35:00", true, {}},
        read_as{"14h35 15/03/2022", "2022-03-15T14:35:00", true, {}},
        read_as{"15/03/2022 2:35:20 CH", "2022-03-15T14:35:20", true, {}},
        read_as{"15/03/2022 2:35:20 SA", "2022-03-15T02:35:20", true, {}},
        read_as{"15/03/2022 12:00 AM", "2022-03-15T00:00:00", true, {}},
        read_as{"15/03/2022 12:00 pm", "2022-03-15T12:00:00", true, {}},
        read_as{"2022-03-15", "2022-03-15T00:00:00", false, {}},
        read_as{"2022-03-15T14:35", "2022-03-15T14:35:00", true, {}},
        read_as{"2022-03-15 14:35:20.000", "2022-03-15T14:35:20", true, {}},
        read_as{"2022-03-15T07:35:20Z", "2022-03-15T07:35:20", true, 0},
        read_as{"2022-03-15T14:35:20+07:00", "2022-03-15T14:35:20", true, 7 * 3600},
        read_as{"2022-03-15T14:35:20-0430", "2022-03-15T14:35:20", true, -16'200},
        read_as{"20220315", "2022-03-15T00:00:00", false, {}},
        read_as{"202203151435", "2022-03-15T14:35:00", true, {}},
        read_as{"20220315143520", "2022-03-15T14:35:20", true, {}},
    };
    for (const read_as& row : rows) {
        const auto read = parse_people_time(row.written);
        ASSERT_TRUE(read) << row.written << ": errc " << static_cast<int>(read.code()) << " at " << read.why().a;
        EXPECT_EQ(text_of(read->at).view(), row.at) << row.written;
        EXPECT_EQ(read->has_time, row.has_time) << row.written;
        EXPECT_EQ(read->offset, row.offset) << row.written;
    }
}

TEST(people_time, guesses_nothing) {
    struct refused {
        std::string_view written;
        failure why;
    };
    const std::array rows{
        refused{"", {errc::value_empty}},
        refused{"31/02/2022", {errc::date_invalid, 20220231}},
        refused{"03/15/2022", {errc::date_invalid, 20221503}},
        refused{"20221503", {errc::date_invalid, 20221503}},
        refused{"15/03/22", {errc::syntax, 6}},
        refused{"15/03-2022", {errc::syntax, 5}},
        refused{"15/03/2022 24:00", {errc::time_invalid, 240'000}},
        refused{"15/03/2022 10:60", {errc::time_invalid, 106'000}},
        refused{"15/03/2022 13:00 CH", {errc::time_invalid, 130'000}},
        refused{"2022-03-15T14:35:20.5", {errc::fraction_of_second, 500'000}},
        refused{"15/03/2022x", {errc::syntax, 10}},
        refused{"15/03/2022 14", {errc::syntax, 13}},
        refused{"hôm nay", {errc::syntax, 0}},
        refused{"14:35 20220315143520", {errc::syntax, 6}},
    };
    for (const refused& row : rows) EXPECT_EQ(parse_people_time(row.written).why(), row.why) << row.written;
}

}  // namespace
}  // namespace thoihan
