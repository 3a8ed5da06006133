/* Days of the proleptic Gregorian calendar. Day numbers after H. Hinnant, "chrono-compatible low-level date algorithms". */
#include "base/base.h"

int32_t date_to_days(date d) {
    int year = d.year - (d.month <= 2);
    int era = (year >= 0 ? year : year - 399) / 400;
    int year_of_era = year - era * 400;
    int day_of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

date date_from_days(int32_t days) {
    days += 719468;
    int era = (days >= 0 ? days : days - 146096) / 146097;
    int day_of_era = days - era * 146097;
    int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int shifted = (5 * day_of_year + 2) / 153;
    int month = shifted < 10 ? shifted + 3 : shifted - 9;
    int year = year_of_era + era * 400 + (month <= 2);
    return (date){ (int16_t)year, (uint8_t)month, (uint8_t)(day_of_year - (153 * shifted + 2) / 5 + 1) };
}

int date_weekday(date d) {
    int32_t days = date_to_days(d) + 3; /* 1970-01-01 was a Thursday */
    return (int)((days % 7 + 7) % 7) + 1;
}

static bool leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int date_days_in_month(int year, int month) {
    static const uint8_t days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    return month == 2 && leap(year) ? 29 : days[(month - 1) % 12];
}

date date_add(date d, int years, int months, int days) {
    int month = d.month - 1 + months, year = d.year + years + month / 12;
    month %= 12;
    if (month < 0) month += 12, year--;
    int last = date_days_in_month(year, month + 1);
    date moved = { (int16_t)year, (uint8_t)(month + 1), d.day > last ? (uint8_t)last : d.day };
    return days ? date_from_days(date_to_days(moved) + days) : moved;
}

date date_easter(int year) {
    int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
    return (date){ (int16_t)year, (uint8_t)(n / 31), (uint8_t)(n % 31 + 1) };
}

int date_iso_week(date d, int *iso_year) {
    int32_t thursday = date_to_days(d) - date_weekday(d) + 4;
    int year = date_from_days(thursday).year;
    if (iso_year) *iso_year = year;
    return (thursday - date_to_days((date){ (int16_t)year, 1, 1 })) / 7 + 1;
}

date date_from_iso_week(int iso_year, int week, int weekday) {
    date fourth = { (int16_t)iso_year, 1, 4 }; /* always in week 1 */
    return date_from_days(date_to_days(fourth) - date_weekday(fourth) + 7 * (week - 1) + weekday);
}

bool date_parse(slice text, date *out) {
    if (text.size != 10 || text.data[4] != '-' || text.data[7] != '-') return false;
    int part[3] = { 0 };
    for (size_t i = 0; i < 10; i++) {
        if (i == 4 || i == 7) continue;
        if (text.data[i] < '0' || text.data[i] > '9') return false;
        size_t n = i < 4 ? 0 : i < 7 ? 1 : 2;
        part[n] = part[n] * 10 + (text.data[i] - '0');
    }
    if (part[0] < 1 || part[1] < 1 || part[1] > 12 || part[2] < 1 || part[2] > date_days_in_month(part[0], part[1])) return false;
    *out = (date){ (int16_t)part[0], (uint8_t)part[1], (uint8_t)part[2] };
    return true;
}

int date_compare(date a, date b) {
    if (a.year != b.year) return a.year < b.year ? -1 : 1;
    if (a.month != b.month) return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}
