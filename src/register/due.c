/* When something is due: the days that a TIMEX3 value stands for.
 *
 * Worked example: value "2021-FA", anchor "SEASON" → autumn, 2021-09-01 … 2021-12-20; value "2022", anchor
 * "EVENT:NATO-SUMMIT-2022-MADRID" → the event's day, and until that is known the last day of 2022. */
#include "register/register.h"

#include <ctype.h>

static bool digits_read(slice text, size_t at, size_t count, int *out) {
    if (text.size < at + count) return false;
    *out = 0;
    for (size_t i = at; i < at + count; i++) {
        if (!isdigit((unsigned char)text.data[i])) return false;
        *out = *out * 10 + (text.data[i] - '0');
    }
    return true;
}

/* What may follow "YYYY-". Seasons begin by the calendar month and end with the astronomical season: until then it cannot be said that
 * autumn has passed. Winter runs into the next year. A Dutch parliament's summer recess is not known here: the reader gives its days. */
static const struct {
    const char *name;
    uint8_t from_month, to_month, to_day;
    bool next_year;
} parts[] = {
    { "SP", 3, 6, 20, false }, { "SU", 6, 9, 22, false },  { "FA", 9, 12, 20, false }, { "WI", 12, 3, 19, true },
    { "Q1", 1, 3, 31, false }, { "Q2", 4, 6, 30, false },  { "Q3", 7, 9, 30, false },  { "Q4", 10, 12, 31, false },
    { "H1", 1, 6, 30, false }, { "H2", 7, 12, 31, false },
};

static bool range_read(slice value, date *from, date *to) {
    int year, month, day, week;
    if (value.size == 3 && digits_read(value, 0, 3, &year) && year > 0) { /* decade: "203" */
        *from = (date){ (int16_t)(year * 10), 1, 1 }, *to = (date){ (int16_t)(year * 10 + 9), 12, 31 };
        return true;
    }
    if (!digits_read(value, 0, 4, &year) || year == 0) return false;
    if (value.size == 4) {
        *from = (date){ (int16_t)year, 1, 1 }, *to = (date){ (int16_t)year, 12, 31 };
        return true;
    }
    if (value.data[4] != '-') return false;
    slice rest = { value.data + 5, value.size - 5 };
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        if (!slice_equal(rest, slice_of(parts[i].name))) continue;
        *from = (date){ (int16_t)year, parts[i].from_month, 1 };
        *to = (date){ (int16_t)(year + parts[i].next_year), parts[i].to_month, parts[i].to_day };
        return true;
    }
    if (rest.size >= 3 && rest.data[0] == 'W' && digits_read(rest, 1, 2, &week) && week >= 1 && week <= 53) {
        bool weekend = slice_equal((slice){ rest.data + 3, rest.size - 3 }, SLICE("-WE"));
        if (rest.size > 3 && !weekend) {
            if (rest.size != 5 || rest.data[3] != '-' || !digits_read(rest, 4, 1, &day) || day < 1 || day > 7) return false;
            *from = *to = date_from_iso_week(year, week, day);
            return true;
        }
        *from = date_from_iso_week(year, week, weekend ? 6 : 1), *to = date_from_iso_week(year, week, 7);
        return true;
    }
    if (!digits_read(rest, 0, 2, &month) || month < 1 || month > 12) return false;
    if (rest.size == 2) {
        *from = (date){ (int16_t)year, (uint8_t)month, 1 },
        *to = (date){ (int16_t)year, (uint8_t)month, (uint8_t)date_days_in_month(year, month) };
        return true;
    }
    if (rest.size > 5 && rest.data[5] == 'T') rest.size = 5; /* the time of day does not matter */
    if (rest.size != 5 || !date_parse((slice){ value.data, 10 }, from)) return false;
    *to = *from;
    return true;
}

bool timex_days(slice value, date *from, date *to) {
    const char *slash = value.size ? memchr(value.data, '/', value.size) : NULL;
    if (!slash) return range_read(value, from, to);
    date ignored;
    slice first = { value.data, (size_t)(slash - value.data) }, last = { slash + 1, value.size - first.size - 1 };
    return range_read(first, from, &ignored) && range_read(last, &ignored, to) && date_compare(*from, *to) <= 0;
}

bool date_add_duration(date day, const char *duration, int times, date *out) {
    int number;
    slice text = slice_of(duration);
    if (text.size < 3 || text.size > 6 || text.data[0] != 'P' || !digits_read(text, 1, text.size - 2, &number) || number == 0) return false;
    if (number > 9999 / (times > 0 ? times : 1)) return false;
    number *= times;
    switch (text.data[text.size - 1]) {
    case 'D':
        *out = date_add(day, 0, 0, number);
        return true;
    case 'W':
        *out = date_add(day, 0, 0, 7 * number);
        return true;
    case 'M':
        *out = date_add(day, 0, number, 0);
        return true;
    case 'Q':
        *out = date_add(day, 0, 3 * number, 0);
        return true;
    case 'Y':
        *out = date_add(day, number, 0, 0);
        return true;
    default:
        return false;
    }
}

struct due due_of(const char *value, const char *anchor, date record_date) {
    struct due due = { DUE_NONE };
    slice at = slice_of(anchor), words = slice_of(value);
    if (!words.size && !at.size) return due;
    bool days = words.size && timex_days(words, &due.from, &due.to);
    if (slice_starts(at, SLICE("EVENT:"))) {
        due.kind = DUE_EVENT, due.event = anchor + 6;
    } else if (slice_starts(at, SLICE("EVENT-AFTER:"))) {
        due.kind = DUE_AFTER_EVENT, due.event = anchor + 12;
    } else if (slice_equal(at, SLICE("DOC:SELF")) && date_known(record_date)) {
        due.kind = DUE_DATE, due.from = due.to = record_date;
    } else if (days) {
        due.kind = date_compare(due.from, due.to) == 0 ? DUE_DATE : DUE_SEASON;
    } else if (words.size && date_known(record_date) && date_add_duration(record_date, value, 1, &due.to)) {
        due.kind = DUE_DATE, due.from = due.to;
    } else {
        due.kind = DUE_VAGUE;
    }
    return due;
}
