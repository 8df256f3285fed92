// Time limits as people write them.
#include "thoihan/limit_text.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "thoihan/error.hpp"
#include "thoihan/time_limit.hpp"

namespace thoihan {
namespace {

struct readable {
    const char* written;
    const char* means;  // as limit_text writes it
    const char* why;
};

TEST(limit_text, reads_what_people_write) {
    const std::array rows{
        readable{"15 ngày làm việc", "15 ngày làm việc", "the plain form"},
        readable{"08 NGÀY LÀM VIỆC", "8 ngày làm việc", "leading zero, capitals"},
        readable{"01 tháng", "1 tháng", "leading zero"},
        readable{"15\u00a0ngày\u2009làm  việc", "15 ngày làm việc", "blanks of any kind and number"},
        readable{"15 nga\u0300y la\u0300m vie\u0323\u0302c", "15 ngày làm việc", "NFD"},
        readable{"15 ngày làm vi\u00ea\u0323c", "15 ngày làm việc", "windows-1258: letter and tone apart"},
        readable{"15 ngay lam viec", "15 ngày làm việc", "no accents at all"},
        readable{"20 giờ \u0110ồng hồ", "20 giờ", "đ in capitals"},
        readable{"20 giờ \u00d0ồng hồ", "20 giờ", "eth typed for đ"},
        readable{"02 (hai) ngày làm việc", "2 ngày làm việc", "the number in words"},
        readable{"05 (năm) ngày", "5 ngày", "năm is five, and a year"},
        readable{"15 (mười lăm) ngày", "15 ngày", "words of two syllables"},
        readable{"21 (hai mươi mốt) ngày", "21 ngày", "words of three"},
        readable{"3 (three) days", "3 ngày", "English words"},
        readable{"Không quá 10 ngày", "10 ngày", "words before"},
        readable{"trong thời hạn 10 ngày", "10 ngày", "words before"},
        readable{"Thời hạn giải quyết: tối đa 10 ngày.", "10 ngày", "words before, a full stop after"},
        readable{"15 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ", "15 ngày làm việc", "words after"},
        readable{"8,5 ngày", "8,5 ngày", "decimal comma"},
        readable{"8.50 days", "8,5 ngày", "decimal point, and a zero"},
        readable{"2½ ngày", "2,5 ngày", "the sign"},
        readable{"nửa ngày làm việc", "0,5 ngày làm việc", "in words"},
        readable{"8,0 ngày", "8 ngày", "a fraction of nothing"},
        readable{"15 ngày và 08 ngày làm việc", "15 ngày và 8 ngày làm việc", "two units in one leg"},
        readable{"15 ngày + 8 ngày làm việc", "15 ngày và 8 ngày làm việc", "+"},
        readable{"15 ngày cộng với 8 ngày làm việc", "15 ngày và 8 ngày làm việc", "cộng với"},
        readable{"0,5 ngày làm việc + 1 ngày làm việc + 5 ngày làm việc + 0,5 ngày làm việc", "7 ngày làm việc",
                 "R8.18"},
        readable{"Không quá 23 ngày (15 ngày và 08 ngày làm việc)", "15 ngày và 8 ngày làm việc", "R8.16"},
        readable{"03 ngày làm việc (24 giờ làm việc)", "3 ngày làm việc", "R8.14"},
        readable{"80 giờ làm việc (tương đương 10 ngày làm việc)", "80 giờ làm việc", "R8.14"},
        readable{"15 ngày (15 ngày)", "15 ngày", "said again"},
        readable{"5 ngày làm việc; 3 ngày làm việc", "5 ngày làm việc; 3 ngày làm việc", "two legs"},
        readable{"5 ngày làm việc … 3 ngày làm việc", "5 ngày làm việc; 3 ngày làm việc", "two legs"},
        readable{"5 ngày làm việc ... 3 ngày làm việc", "5 ngày làm việc; 3 ngày làm việc", "two legs"},
        readable{"trong ngày", "trong ngày", "same day"},
        readable{"Giải quyết ngay trong ngày làm việc", "trong ngày", "same day"},
        readable{"on the same day", "trong ngày", "same day"},
        readable{"trong 1 ngày", "1 ngày", "one day is not the same day"},
        readable{"24 giờ", "24 giờ", "the wall clock"},
        readable{"08 giờ làm việc", "8 giờ làm việc", "working hours"},
        readable{"90 phút làm việc", "90 phút làm việc", "working minutes"},
        readable{"10 phút", "10 phút", "minutes"},
        readable{"2 tuần", "2 tuần", "weeks"},
        readable{"1 năm", "1 năm", "years"},
        readable{"3 business days and 2 hours", "3 ngày làm việc và 2 giờ", "English"},
        readable{"within 10 calendar days", "10 ngày", "English"},
        readable{"1 month", "1 tháng", "English"},
    };
    for (const readable& row : rows) {
        const auto read = parse_limit(row.written);
        ASSERT_TRUE(read) << row.written << " (" << row.why << "): " << message_of(read.code()).name;
        EXPECT_EQ(limit_text(*read), row.means) << row.written << ": " << row.why;
    }
}

struct refused {
    const char* written;
    errc code;
    std::int64_t at;  // -1: not looked at
    const char* why;
};

TEST(limit_text, refuses_what_it_would_have_to_guess) {
    const std::array rows{
        refused{"15", errc::limit_no_unit, -1, "a number alone"},
        refused{"15 và 8 ngày", errc::limit_no_unit, 3, "the first has none"},
        refused{"", errc::limit_empty, 0, "nothing"},
        refused{"  ", errc::limit_empty, 0, "blanks"},
        refused{"0 ngày", errc::limit_zero, 0, "nothing to count"},
        refused{"8,25 ngày", errc::limit_fraction, -1, "a quarter"},
        refused{"nửa tháng", errc::limit_fraction, -1, "half of a month is no number of days"},
        refused{"0,5 ngày và 3 giờ", errc::limit_half_inside, -1, "a half before the last part"},
        refused{"1.000 ngày", errc::limit_ambiguous, 0, "a thousand, or one"},
        refused{"3-5 ngày", errc::limit_ambiguous, 1, "which"},
        refused{"3 ngày hoặc 5 ngày", errc::limit_ambiguous, 7, "which"},
        refused{"02 (ba) ngày", errc::limit_ambiguous, 4, "the words say another number"},
        refused{"168 giờ (tương đương 21 ngày)", errc::limit_ambiguous, 8,
                "working hours are meant, hours are written"},
        refused{"15 ngày làm việc (15 ngày)", errc::limit_ambiguous, 17, "two limits"},
        refused{"24 ngày (15 ngày và 08 ngày làm việc)", errc::limit_ambiguous, 8, "the sums differ"},
        refused{"04 ngày làm việc (24 giờ làm việc)", errc::limit_ambiguous, -1, "not at 8 hours"},
        refused{"trong ngày và 3 ngày", errc::limit_same_day_alone, -1, "same day stands alone"},
        refused{"100001 ngày", errc::limit_too_large, 200'002, "too far"},
        refused{"99999999999999999999 ngày", errc::limit_too_large, -1, "no overflow"},
        refused{"15 ngày abc", errc::limit_syntax, 8, "words that say nothing"},
        refused{"abc", errc::limit_syntax, 0, "no limit"},
        refused{"15 ngày làm việc (không kể thời gian chờ)", errc::limit_syntax, 18,
                "what is left out is not understood"},
        refused{"15 ngày từ ngày 3", errc::limit_syntax, 8, "a number in the words after"},
        refused{"\xff 15 ngày", errc::encoding_wrong, -1, "no UTF-8"},
        refused{"1 ngày; 1 ngày; 1 ngày; 1 ngày", errc::limit_too_many, 4, "four legs"},
    };
    for (const refused& row : rows) {
        const auto read = parse_limit(row.written);
        ASSERT_FALSE(read) << row.written << ": " << row.why;
        EXPECT_EQ(message_of(read.code()).name, message_of(row.code).name) << row.written << ": " << row.why;
        if (row.at >= 0) {
            EXPECT_EQ(read.why().a, row.at) << row.written << ": " << row.why;
        }
    }
}

TEST(limit_text, a_position_counts_characters_as_written) {
    EXPECT_EQ(parse_limit("15 nga\u0300y abc").why().a, 9);  // the accent is a character of its own here
}

TEST(limit_text, every_limit_reads_back) {
    std::mt19937 random(1);
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    int made = 0;
    while (made < 5000) {
        std::vector<limit_leg> legs;
        for (int leg = below(3); leg >= 0; --leg) {
            std::vector<limit_part> parts;
            for (int part = below(4); part >= 0; --part) {
                parts.push_back(
                    {static_cast<limit_unit>(below(10)), below(5) == 0 ? 1 + below(200'000) : 1 + below(60)});
            }
            const auto one = limit_leg::of(parts);
            if (one) legs.push_back(*one);
        }
        const auto limit = time_limit::of_legs(legs);
        if (!limit) continue;
        ++made;
        for (const language words : {language::vietnamese, language::english}) {
            const std::string text = limit_text(*limit, words);
            const auto read = parse_limit(text);
            ASSERT_TRUE(read) << text << ": " << message_of(read.code()).name;
            EXPECT_EQ(*read, *limit) << text;
        }
    }
}

TEST(fold_text, makes_names_comparable) {
    EXPECT_EQ(fold_text("  UBND Xã  Tân\u00a0Mỹ "), fold_text("ubnd xa\u0303 tân mỹ"));
    EXPECT_NE(fold_text("Định An"), fold_text("Định Yên"));
    EXPECT_EQ(fold_text("\xff"), "\xff");
}

}  // namespace
}  // namespace thoihan
