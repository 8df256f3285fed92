// What a program that has the headers alone can do.
#include <cstdio>

#include "thoihan/civil.hpp"
#include "thoihan/version.hpp"

int main() {
    const auto day = thoihan::make_day(2026, 8, 22);
    if (!day) return 1;
    std::printf("thoihan %s: 22/08/2026 is day %d of the week\n", thoihan::version,
                static_cast<int>(thoihan::weekday_of(*day)) + 1);
    return 0;
}
