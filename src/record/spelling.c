/* Spellings that metadata come in: dossier numbers and written dates. */
#include "record/head.h"
#include "record/format.h"

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_roman(char c) { return c == 'I' || c == 'V' || c == 'X' || c == 'L' || c == 'C'; }
static bool is_word(char c) { return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c & 0x80); }

/* Size of a blank at text[at]: " ", or a no-break or narrow no-break space. */
static size_t blank_size(slice text, size_t at) {
    if (at < text.size && text.data[at] == ' ') return 1;
    if (at + 2 <= text.size && memcmp(text.data + at, "\xC2\xA0", 2) == 0) return 2;
    if (at + 3 <= text.size && memcmp(text.data + at, "\xE2\x80\xAF", 3) == 0) return 3;
    return 0;
}

/* Size of a hyphen at text[at]: "-" or "–". */
static size_t hyphen_size(slice text, size_t at) {
    if (at < text.size && text.data[at] == '-') return 1;
    if (at + 3 <= text.size && memcmp(text.data + at, "\xE2\x80\x93", 3) == 0) return 3;
    return 0;
}

/* Dossiers have five digits ("28 676"); their parts a council number ("21 501-02") or a budget chapter ("36 600 X", "36 410-A"). */
size_t dossier_parse(slice text, char out[32]) {
    size_t at = 0, size = 0;
    while (at < text.size && is_digit(text.data[at]) && size < 5) out[size++] = text.data[at++];
    if (size == 2) {
        size_t blank = blank_size(text, at);
        if (!blank) return 0;
        at += blank;
        while (at < text.size && is_digit(text.data[at]) && size < 5) out[size++] = text.data[at++];
    }
    if (size != 5 || (at < text.size && is_digit(text.data[at]))) return 0;
    out[size] = 0;
    size_t from = at, hyphen = hyphen_size(text, at), blank = hyphen ? 0 : blank_size(text, at);
    from += hyphen + blank;
    size_t to = from;
    if (hyphen)
        while (to < text.size && to - from < 3 && is_digit(text.data[to])) to++;
    if ((hyphen || blank) && to == from) {
        while (to < text.size && to - from < 6 && is_roman(text.data[to])) to++;
        /* Funds have one letter (A to M); after a blank only a chapter in Roman figures or such a letter that ends there. */
        if (to == from && to < text.size && text.data[to] >= 'A' && text.data[to] <= 'M') to++;
    }
    if (to == from || (to < text.size && is_word(text.data[to]))) return at;
    out[size++] = '-';
    memcpy(out + size, text.data + from, to - from);
    out[size + (to - from)] = 0;
    return to;
}

static size_t number_parse(slice text, size_t at, size_t digits_max, int *out) {
    size_t from = at;
    for (*out = 0; at < text.size && at - from < digits_max && is_digit(text.data[at]); at++) *out = *out * 10 + (text.data[at] - '0');
    return at < text.size && is_digit(text.data[at]) ? 0 : at - from;
}

static size_t blanks(slice text, size_t at) {
    size_t from = at;
    for (size_t step; (step = at < text.size && text.data[at] == '\n' ? 1 : blank_size(text, at)); at += step) {}
    return at - from;
}

/* The month named at text[at]: its number, and the size of its name. */
static int month_parse(slice text, size_t at, size_t *size) {
    slice rest = { text.data + at, text.size - at };
    for (uint16_t i = head_first[HEAD_MONTH]; i < head_first[HEAD_MONTH + 1]; i++) {
        slice name = head_table[i].words;
        if (rest.size < name.size || !slice_equal_nocase((slice){ rest.data, name.size }, name)) continue;
        if (rest.size > name.size && is_word(rest.data[name.size])) continue;
        *size = name.size;
        return (head_table[i].value[0] - '0') * (head_table[i].value[1] ? 10 : 1) +
               (head_table[i].value[1] ? head_table[i].value[1] - '0' : 0);
    }
    return 0;
}

static bool is_day(int year, int month, int day) {
    return year >= 1800 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= date_days_in_month(year, month);
}

size_t written_date_parse(slice text, date *out) {
    int first, year, month, day;
    size_t month_size, step, at = number_parse(text, 0, 4, &first);
    if (at == 4 && hyphen_size(text, at) == 1) { /* 2021-06-25 */
        if (text.size < 10 || !number_parse(text, 5, 2, &month) || text.data[7] != '-' || !number_parse(text, 8, 2, &day) ||
            !is_day(first, month, day))
            return 0;
        *out = (date){ (int16_t)first, (uint8_t)month, (uint8_t)day };
        return 10;
    }
    if (at == 1 || at == 2) {
        day = first;
        char separator = at < text.size ? text.data[at] : 0;
        if (separator == '-' || separator == '/' || separator == '.') { /* 25-06-2021: day first, as in both Dutch and British use */
            size_t month_at = at + 1;
            step = number_parse(text, month_at, 2, &month);
            size_t year_at = month_at + step + 1;
            if (!step || year_at > text.size || text.data[year_at - 1] != separator || number_parse(text, year_at, 4, &year) != 4 ||
                !is_day(year, month, day))
                return 0;
            *out = (date){ (int16_t)year, (uint8_t)month, (uint8_t)day };
            return year_at + 4;
        }
        if (!(step = blanks(text, at)) || !(month = month_parse(text, at + step, &month_size))) return 0; /* 25 juni 2021 */
        at += step + month_size;
        if (at < text.size && text.data[at] == ',') at++;
        if (!(step = blanks(text, at)) || number_parse(text, at + step, 4, &year) != 4 || !is_day(year, month, day)) return 0;
        *out = (date){ (int16_t)year, (uint8_t)month, (uint8_t)day };
        return at + step + 4;
    }
    if (at || !(month = month_parse(text, 0, &month_size))) return 0; /* June 25, 2021 */
    at = month_size;
    if (!(step = blanks(text, at))) return 0;
    at += step;
    if (!(step = number_parse(text, at, 2, &day))) return 0;
    at += step;
    if (at < text.size && text.data[at] == ',') at++;
    if (!(step = blanks(text, at)) || number_parse(text, at + step, 4, &year) != 4 || !is_day(year, month, day)) return 0;
    *out = (date){ (int16_t)year, (uint8_t)month, (uint8_t)day };
    return at + step + 4;
}
