/* Footnotes in plain text.
 *
 * "zowel politieke consultatie alsook besluitvorming te\n\n1 Raadpleegbaar via www.tweedekamer.nl\n versterken." → the line of
 * the footnote is lifted; the sentence reads on. A line is a footnote if it begins with a number that a word before it carries
 * as a mark ("toekomen1"). */
#include "text/lift.h"

/* The value of a raised digit at `at`, which is moved past it; -1 if there is none. */
static int raised_digit(slice source, uint32_t *at, uint32_t end) {
    if (*at >= end || byte_class(source.data[*at]) != BYTE_HIGH) return -1;
    size_t next = *at;
    uint32_t c = utf8_next(source, &next);
    int value = c == 0xB9 ? 1 : c == 0xB2 ? 2 : c == 0xB3 ? 3 : c == 0x2070 ? 0 : c >= 0x2074 && c <= 0x2079 ? (int)(c - 0x2070) : -1;
    if (value >= 0) *at = (uint32_t)next;
    return value;
}

/* "1 Raadpleegbaar via …", "¹ Zie …", "[1] Zie …", "[^1]: Zie …": a number of one to three digits and a text; 0 if the line does not begin
 * so. */
static uint32_t note_number(slice source, const struct line *line, uint32_t *text_at) {
    const char *s = source.data;
    uint32_t at = line->start, number = 0, digits = 0;
    bool bracket = at < line->end && s[at] == '[';
    if (bracket) at++;
    if (bracket && at < line->end && s[at] == '^') at++;
    for (; digits < 3; digits++) {
        int value = at < line->end && byte_is_digit(s[at]) ? s[at++] - '0' : raised_digit(source, &at, line->end);
        if (value < 0) break;
        number = number * 10 + (uint32_t)value;
    }
    if (!digits) return 0;
    if (bracket && (at >= line->end || s[at++] != ']')) return 0;
    if (bracket && at < line->end && s[at] == ':') at++;
    if (at >= line->end || byte_class(s[at]) != BYTE_SPACE) return 0;
    while (at < line->end && byte_class(s[at]) == BYTE_SPACE) at++;
    if (!starts_upper(source, at, line->end) && !starts_lower(source, at, line->end)) return 0;
    *text_at = at;
    return number;
}

/* Is there a mark `number` glued to a word or a stop in the lines [from, to)? */
static bool has_mark(const struct layout *self, uint32_t from, uint32_t to, uint32_t number) {
    static const char *const raised_digits[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
    char digits[4], raised[12];
    uint32_t size = 0, raised_size = 0;
    for (uint32_t n = number, power = n >= 100 ? 100 : n >= 10 ? 10 : 1; power; power /= 10) {
        digits[size++] = (char)('0' + n / power % 10);
        for (const char *c = raised_digits[n / power % 10]; *c; c++) raised[raised_size++] = *c;
    }
    if (from < to && memmem(self->source.data + self->lines.at[from].start, self->lines.at[to - 1].end - self->lines.at[from].start, raised,
                            raised_size))
        return true;
    for (uint32_t i = from; i < to; i++) {
        const struct line *line = &self->lines.at[i];
        for (const char *at = self->source.data + line->start, *end = self->source.data + line->end; at < end; at++) {
            at = memchr(at, digits[0], (size_t)(end - at));
            if (!at) break;
            if (at == self->source.data + line->start || (size_t)(end - at) < size || memcmp(at, digits, size) != 0) continue;
            char before = at[-1], after = at + size < end ? at[size] : ' ';
            bool glued = byte_class(before) == BYTE_LOWER || (after == ']' && (before == '[' || before == '^')) || before == '.' ||
                         before == ',' || before == ')' || before == '"' || (unsigned char)before >= 0x80;
            if (glued && !byte_is_digit(after) && !byte_is_letter(after) &&
                !(before == '.' && at - 1 > self->source.data && byte_is_digit(at[-2])))
                return true;
        }
    }
    return false;
}

/* An address stands at the end of the line: "zie: https://www.nato.int/", and the next is of one word: "cps/en/natohq.htm". */
static bool address_goes_on(slice source, const struct line *line, const struct line *next) {
    uint32_t at = line->end;
    while (at > line->start && byte_class(source.data[at - 1]) != BYTE_SPACE) at--;
    return memmem(source.data + at, line->end - at, "://", 3) && strchr("/-_=?&%", source.data[line->end - 1]) &&
           !memchr(source.data + next->start, ' ', next->end - next->start);
}

/* The line goes on in the next: it is as long as lines are, not longer, or it ends in an address that goes on. */
static bool goes_on(const struct layout *self, const struct line *line, const struct line *next) {
    if (next->flags & (LINE_BLANK | LINE_PAGE_TOP | LINE_LIFTED)) return false;
    enum { SLACK = 6 }; /* notes are set in smaller letters, in lines of other lengths */
    uint32_t text_at;
    if (note_number(self->source, next, &text_at)) return false;
    if (address_goes_on(self->source, line, next)) return true;
    char last = self->source.data[line->end - 1];
    bool full = self->width != UINT32_MAX && line->columns + first_word_columns(self->source, next) + SLACK > self->width &&
                line->columns < self->width + self->width / 4;
    if (last == '.' || last == '?') return full && starts_upper(self->source, next->start, next->end) && line->columns >= self->width;
    return full;
}

void footnotes_find(struct layout *self) {
    enum { PAGE_LINES = 90, PAGE_BYTES = 12000 };
    uint32_t page_start = 0;
    for (uint32_t i = 0; i < self->lines.count; i++) {
        struct line *line = &self->lines.at[i];
        if (line->flags & LINE_PAGE_TOP) page_start = i;
        if (line->flags & (LINE_BLANK | LINE_LIFTED)) continue;
        uint32_t text_at, number = note_number(self->source, line, &text_at);
        if (!number || number >= 1024) continue;
        bool apart = i == 0 || self->lines.at[i - 1].flags & (LINE_BLANK | LINE_LIFTED);
        if (!apart) continue;
        uint32_t from = i > PAGE_LINES ? i - PAGE_LINES : 0;
        if (page_start > from) from = page_start;
        while (from < i && line->start - self->lines.at[from].start > PAGE_BYTES) from++;
        bool raised = byte_class(self->source.data[line->start]) == BYTE_HIGH;
        if (!raised && !has_mark(self, from, i, number)) continue;
        self->footnotes[number / 64] |= (uint64_t)1 << number % 64;
        line->flags |= LINE_LIFTED;
        while (i + 1 < self->lines.count && goes_on(self, &self->lines.at[i], &self->lines.at[i + 1]))
            self->lines.at[++i].flags |= LINE_LIFTED;
    }
}

void footnote_note(struct layout *self, struct piece *piece) {
    struct line line = { .start = piece->start, .end = piece->end };
    uint32_t text_at, number = note_number(self->source, &line, &text_at);
    if (!number || number >= 1024) return;
    piece->label_end = text_at;
    self->footnotes[number / 64] |= (uint64_t)1 << number % 64;
}

struct piece lift_piece(const struct layout *self, uint32_t index) {
    const struct line *line = &self->lines.at[index];
    struct piece piece = {
        .start = line->start, .end = line->end, .line = index, .label_end = line->start, .lifted = true, .kind = BLOCK_FURNITURE
    };
    if (line->flags & LINE_FURNITURE) return piece;
    uint32_t text_at;
    piece.kind = BLOCK_FOOTNOTE;
    if (note_number(self->source, line, &text_at)) piece.label_end = text_at;
    for (uint32_t i = index + 1; i < self->lines.count && (self->lines.at[i].flags & (LINE_LIFTED | LINE_FURNITURE)) == LINE_LIFTED; i++) {
        if (note_number(self->source, &self->lines.at[i], &text_at)) break;
        piece.end = self->lines.at[i].end;
    }
    return piece;
}
