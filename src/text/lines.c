/* Lines: where they start and end, how far they are indented, which marker they begin with.
 *
 * "    (b) de motie te steunen;  \n" → start at "(", end after ";", indent 4, MARKER_LETTER, text_at at "de". */
#include "text/layout.h"

#define L BYTE_LOWER
#define U BYTE_UPPER
#define D BYTE_DIGIT
#define W BYTE_SPACE
#define S BYTE_SYMBOL
#define P BYTE_PUNCT
#define H BYTE_HIGH
#define H16 H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H
const uint8_t byte_classes[256] = {
    W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,   W,   W,   W,   W,   W,   W,   P,
    P, S, S, S, P, P, P, P, P, S, P, P, P, P, D, D, D, D, D, D, D, D, D, D, P, P, S,   S,   S,   P,   P,   U,   U,   U,
    U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, P, P, P, S,   P,   S,   L,   L,   L,   L,   L,
    L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, P, S, P, S, W, H16, H16, H16, H16, H16, H16, H16, H16,
};
#undef L
#undef U
#undef D
#undef W
#undef S
#undef P
#undef H
#undef H16

bool starts_upper(slice text, uint32_t at, uint32_t end) {
    if (at >= end) return false;
    uint8_t class = byte_class(text.data[at]);
    if (class != BYTE_HIGH) return class == BYTE_UPPER;
    size_t next = at;
    uint32_t c = utf8_next(text, &next);
    return unicode_is_letter(c) && unicode_is_upper(c);
}

bool starts_lower(slice text, uint32_t at, uint32_t end) {
    if (at >= end) return false;
    uint8_t class = byte_class(text.data[at]);
    if (class != BYTE_HIGH) return class == BYTE_LOWER;
    size_t next = at;
    uint32_t c = utf8_next(text, &next);
    return unicode_is_letter(c) && !unicode_is_upper(c);
}

static bool is_roman(char c) {
    switch (c | 0x20) {
    case 'i':
    case 'v':
    case 'x':
    case 'l':
    case 'c':
        return true;
    default:
        return false;
    }
}

static bool blank_at(slice source, uint32_t at, uint32_t end) { return at < end && byte_class(source.data[at]) == BYTE_SPACE; }

static uint32_t skip_blanks(slice source, uint32_t at, uint32_t end) {
    while (blank_at(source, at, end)) at++;
    return at;
}

/* "3a", "9bis", "59quater": how laws and treaties number a paragraph that was put in behind another. Where the number ends. */
static uint32_t inserted_end(slice source, uint32_t at, uint32_t end) {
    static const char *const latin[] = { "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "nonies", "decies" };
    uint32_t stop = at;
    while (stop < end && byte_class(source.data[stop]) == BYTE_LOWER) stop++;
    if (stop == end || (source.data[stop] != '.' && source.data[stop] != ')')) return at;
    if (stop == at + 1) return stop;
    for (size_t i = 0; i < COUNT_OF(latin); i++)
        if (strlen(latin[i]) == stop - at && memcmp(source.data + at, latin[i], stop - at) == 0) return stop;
    return at;
}

/* "12." "3)" "2.1" "9bis." "(a)" "iv)" "c." then white space. */
static uint8_t label_read(slice source, uint32_t start, uint32_t end, uint32_t *text_at) {
    const char *s = source.data;
    uint32_t at = start;
    bool open = s[at] == '(' || s[at] == '[';
    if (open) at++;
    uint32_t from = at;
    uint8_t marker;
    if (at < end && byte_is_digit(s[at])) {
        marker = MARKER_NUMBER;
        while (at < end && (byte_is_digit(s[at]) || (s[at] == '.' && at + 1 < end && byte_is_digit(s[at + 1])))) at++;
        bool dotted = memchr(s + from, '.', at - from) != NULL;
        if (at - from > (dotted ? 8u : 3u)) return MARKER_NONE;
        if (dotted && !open && blank_at(source, at, end)) { /* 2.1 Title */
            *text_at = skip_blanks(source, at, end);
            return starts_upper(source, *text_at, end) ? MARKER_NUMBER : MARKER_NONE;
        }
        at = inserted_end(source, at, end);
    } else {
        while (at < end && byte_is_letter(s[at])) at++;
        uint32_t size = at - from;
        if (size == 0 || size > 5) return MARKER_NONE;
        bool roman = true;
        for (uint32_t i = from; i < at; i++) roman &= is_roman(s[i]) && byte_class(s[i]) == byte_class(s[from]);
        if (size > 1 && !roman) return MARKER_NONE;
        marker = roman ? MARKER_ROMAN : MARKER_LETTER;
    }
    bool closed = at < end && (s[at] == ')' || s[at] == ']');
    if (open && !closed) return MARKER_NONE;
    if (!closed && !(at < end && s[at] == '.')) return MARKER_NONE;
    at++;
    if (!open && !closed && byte_class(s[from]) == BYTE_UPPER && marker == MARKER_LETTER && at - from > 2) return MARKER_NONE;
    if (!blank_at(source, at, end)) return MARKER_NONE;
    *text_at = skip_blanks(source, at, end);
    return marker;
}

uint8_t marker_read(slice source, uint32_t start, uint32_t end, uint32_t *text_at) {
    const char *s = source.data;
    *text_at = start;
    if (start >= end) return MARKER_NONE;
    uint32_t at = start, size = 0;
    switch (s[start]) {
    case '#':
        while (at < end && s[at] == '#') at++;
        if (at - start > 6 || !blank_at(source, at, end)) return MARKER_NONE;
        *text_at = skip_blanks(source, at, end);
        return MARKER_HASH;
    case '>':
        if (!blank_at(source, start + 1, end)) return MARKER_NONE;
        *text_at = skip_blanks(source, start + 1, end);
        return MARKER_QUOTE;
    case '-':
    case '*':
    case '+':
        size = 1;
        break;
    default:
        if (byte_class(s[start]) == BYTE_HIGH) {
            size_t next = start;
            switch (utf8_next(source, &next)) {
            case 0x2013:
            case 0x2014:
            case 0x2022:
            case 0x00B7:
            case 0x2023:
            case 0x25AA:
            case 0x25CF:
            case 0x25CB:
            case 0x25E6:
            case 0x2212:
            case 0xF0B7:
            case 0x25A0:
            case 0x2043:
            case 0x2010:
            case 0x25BA:
            case 0x27A2:
            case 0xF0A7:
            case 0xF0D8:
                size = (uint32_t)(next - start);
            }
        }
    }
    if (size) {
        if (!blank_at(source, start + size, end)) return MARKER_NONE;
        *text_at = skip_blanks(source, start + size, end);
        return MARKER_BULLET;
    }
    uint8_t class = byte_class(s[start]);
    if (class == BYTE_DIGIT || class == BYTE_LOWER || class == BYTE_UPPER || s[start] == '(' || s[start] == '[')
        return label_read(source, start, end, text_at);
    return MARKER_NONE;
}

static void line_add(arena *memory, struct layout *self, uint32_t start, uint32_t end, bool page_top) {
    struct line line = { start, end, 0, page_top ? LINE_PAGE_TOP : 0, MARKER_NONE, start, 0 };
    const char *s = self->source.data;
    uint32_t indent = 0;
    for (;;) {
        if (line.start < end && byte_class(s[line.start]) == BYTE_SPACE)
            indent += s[line.start] == '\t' ? 8 - indent % 8 : 1, line.start++;
        else if (line.start + 1 < end && s[line.start] == '\xC2' && s[line.start + 1] == '\xA0')
            indent++, line.start += 2;
        else if (line.start + 2 < end && memcmp(s + line.start, "\xEF\xBB\xBF", 3) == 0)
            line.start += 3;
        else
            break;
    }
    while (line.end > line.start && byte_class(s[line.end - 1]) == BYTE_SPACE) line.end--;
    line.indent = (uint16_t)(indent < UINT16_MAX ? indent : UINT16_MAX);
    if (line.start == line.end) {
        line.flags |= LINE_BLANK;
        uint32_t count = self->lines.count; /* two blank lines say what a hundred say */
        if (!page_top && count > 1 && self->lines.at[count - 1].flags & self->lines.at[count - 2].flags & LINE_BLANK) return;
    }
    line.columns = indent + count_characters(s + line.start, line.end - line.start);
    bool bold = line.end - line.start > 2 && memcmp(s + line.start, "**", 2) == 0; /* "**I. Title**" */
    line.marker = marker_read(self->source, line.start + (bold ? 2 : 0), line.end, &line.text_at);
    if (line.marker == MARKER_NONE) line.text_at = line.start;
    ARRAY_PUSH(memory, &self->lines) = line;
}

void lines_read(arena *memory, struct layout *self, uint32_t start, uint32_t end) {
    const char *s = self->source.data;
    bool page_top = false;
    while (start < end) {
        const char *newline = memchr(s + start, '\n', end - start);
        uint32_t stop = newline ? (uint32_t)(newline - s) : end;
        const char *feed;
        while (start < stop && (feed = memchr(s + start, '\f', stop - start))) {
            uint32_t at = (uint32_t)(feed - s);
            if (at > start) line_add(memory, self, start, at, page_top);
            page_top = true;
            start = at + 1;
        }
        line_add(memory, self, start, stop, page_top);
        page_top = false;
        start = stop + 1;
    }
}

/* The length at which `share` of the counted lines in a hundred are as long or shorter. */
static uint32_t percentile(const uint32_t *counts, uint32_t longest, uint32_t total, uint32_t share) {
    uint64_t below = 0;
    for (uint32_t columns = 0; columns < longest; columns++)
        if ((below += counts[columns]) * 100 >= (uint64_t)total * share) return columns;
    return longest;
}

/* A line that is followed by one in small letters was wrapped: those lines show the width. If hardly any of them had room for the
 * next word, a program wrapped them, and the width is exact; text from PDF is set in proportional letters, so its lines differ by a
 * fifth. */
void lines_measure(struct layout *self) {
    enum { LONGEST = 240, ENOUGH = 4 };
    uint32_t wrapped[LONGEST + 1] = { 0 }, needed[LONGEST + 1] = { 0 }, all[LONGEST + 1] = { 0 }, wrapped_total = 0, total = 0, pairs = 0,
                               ended = 0;
    self->width = UINT32_MAX;
    self->narrow = 0;
    for (uint32_t i = 0; i < self->lines.count; i++) {
        const struct line *line = &self->lines.at[i], *next = line + 1;
        if (line->flags & LINE_BLANK) continue;
        uint32_t columns = line->columns;
        if (columns > LONGEST) columns = LONGEST;
        all[columns]++;
        total++;
        if (i + 1 == self->lines.count || next->flags & LINE_BLANK) continue;
        bool on_purpose = memchr(".,;:?!", self->source.data[line->end - 1], 6);
        pairs++;
        ended += on_purpose;
        if (on_purpose || next->marker || !starts_lower(self->source, next->start, next->end)) continue;
        wrapped[columns]++;
        uint32_t more = columns + 1 + first_word_columns(self->source, next);
        needed[more < LONGEST ? more : LONGEST]++;
        wrapped_total++;
    }
    if (wrapped_total >= ENOUGH) {
        uint32_t width = percentile(wrapped, LONGEST, wrapped_total, 50);
        if (width >= LONGEST) return;
        self->width = width;
        self->narrow = percentile(wrapped, LONGEST, wrapped_total, 10);
        uint32_t widest = percentile(wrapped, LONGEST, wrapped_total, 98);
        if (percentile(needed, LONGEST, wrapped_total, 4) <= widest) return;
        self->width = widest + 1;
        self->exact = true;
    } else { /* a short text: its longest wrapped line, or simply its long lines */
        uint32_t width = wrapped_total > 1 ? percentile(wrapped, LONGEST, wrapped_total, 100) : percentile(all, LONGEST, total, 95);
        if (width >= LONGEST || (wrapped_total == 0 && ended * 2 > pairs) ||
            (wrapped_total <= 1 && percentile(all, LONGEST, total, 80) > 120))
            return;
        self->width = width;
        self->narrow = width * 3 / 4;
    }
}
