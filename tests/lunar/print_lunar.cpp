// Prints what lunar.hpp computes, for test_lunar_proof.py to hold against an independent ephemeris:
//   moon <lunation> <new moon, Julian day TT>
//   sun <Julian day TT> <apparent longitude, degrees>
//   month <first day, days since 1970-01-01> <length> <year> <month> <leap 0 or 1>
#include <cstdint>
#include <cstdio>

#include "thoihan/lunar.hpp"

int main() {
    using namespace thoihan;
    const auto julian = [](civil_day day) { return astronomy::civil_epoch + day.number; };
    const civil_day begin = day_from({first_lunar_year - 1, 1, 1});
    const civil_day end = day_from({last_lunar_year + 2, 1, 1});

    for (std::int32_t lunation = -420; lunation < 920; ++lunation) {
        const double at = astronomy::new_moon(lunation);
        if (at > julian(begin) && at < julian(end)) std::printf("moon %d %.9f\n", static_cast<int>(lunation), at);
    }
    for (civil_day day = begin; day < end; ++day) {
        std::printf("sun %.1f %.9f\n", julian(day), astronomy::sun_longitude(julian(day)));
    }
    for (std::int32_t year = first_lunar_year; year <= last_lunar_year; ++year) {
        const auto months = months_of_lunar_year(year);
        if (!months) return 1;
        for (const lunar_month& month : *months) {
            std::printf("month %d %d %d %d %d\n", static_cast<int>(month.first.number), static_cast<int>(month.length),
                        static_cast<int>(month.year), static_cast<int>(month.month), month.leap ? 1 : 0);
        }
    }
    return 0;
}
