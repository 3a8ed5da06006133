/* Page furniture in plain text: running heads and feet, page numbers.
 *
 * "…aan welke knoppen\n\n8 februari 2024\nTK 40\n\n40-6-10\n\nwe kunnen draaien" → the three short lines interrupt a sentence, so
 * their shapes ("# februari #", "tk #", "#-#-#") are furniture, here and wherever else in the record they stand apart. So are lines
 * with a word of class FURNITURE and a number ("Tweede Kamer, vergaderjaar 2020–2021, 28 676, nr. 372  1") and numbers alone. */
#include "text/lift.h"
#include "text/tally.h"

enum { LONGEST = 110 };

/* What is known of a line's shape. */
enum { INTERRUPTS = 1, REPEATED = 2, SEEN = 4 };

static uint64_t shape_hash(slice source, const struct line *line) {
    uint64_t hash = TALLY_START;
    char before = ' ';
    for (uint32_t at = line->start; at < line->end; at++) {
        char c = source.data[at];
        uint8_t class = byte_class(c);
        c = class == BYTE_DIGIT ? '#' : class == BYTE_SPACE ? ' ' : class == BYTE_UPPER ? (char)(c | 0x20) : c;
        if (c == before && (c == '#' || c == ' ')) continue;
        hash = tally_hash_byte(hash, c);
        before = c;
    }
    return hash;
}

static bool is_candidate(const struct layout *self, const struct line *line) {
    if (line->flags & (LINE_BLANK | LINE_LIFTED) || line->end - line->start > LONGEST) return false;
    switch (self->source.data[line->end - 1]) {
    case '.':
    case ':':
    case ';':
    case ',':
    case '?':
    case '!':
        return false;
    }
    return line->marker != MARKER_HASH && line->marker != MARKER_LETTER && line->marker != MARKER_ROMAN;
}

static bool has_digit(slice source, const struct line *line) {
    for (uint32_t at = line->start; at < line->end; at++)
        if (byte_is_digit(source.data[at])) return true;
    return false;
}

static bool blank_before(const struct layout *self, uint32_t i) {
    return i == 0 || self->lines.at[i].flags & LINE_PAGE_TOP || self->lines.at[i - 1].flags & (LINE_BLANK | LINE_LIFTED);
}
static bool blank_after(const struct layout *self, uint32_t i) {
    return i + 1 == self->lines.count || self->lines.at[i + 1].flags & (LINE_BLANK | LINE_LIFTED | LINE_PAGE_TOP);
}

/* Dashes, digits and blanks only: "12", "- 12 -". */
static bool is_page_number(const struct layout *self, uint32_t i) {
    const struct line *line = &self->lines.at[i];
    if (line->end - line->start > 9 || !blank_before(self, i) || !blank_after(self, i)) return false;
    uint32_t digits = 0;
    for (uint32_t at = line->start; at < line->end; at++) {
        char c = self->source.data[at];
        if (byte_is_digit(c))
            digits++;
        else if (c != ' ' && c != '-' && c != '\xE2' && c != '\x80' && c != '\x93')
            return false;
    }
    return digits > 0 && digits < 4;
}

/* A word of class FURNITURE and a number. */
static bool is_running_head(const struct layout *self, uint32_t i) {
    const struct line *line = &self->lines.at[i];
    if (!blank_before(self, i) && !blank_after(self, i)) return false;
    if (!has_digit(self->source, line)) return false;
    uint32_t words = 0;
    for (uint32_t at = line->start; at < line->end && words < 12; words++) {
        while (at < line->end && !byte_is_letter(self->source.data[at])) at++;
        uint32_t from = at;
        while (at < line->end && byte_is_letter(self->source.data[at])) at++;
        if (at - from > 3 &&
            lexicon_word_class(self->words, spelling_entry(self->spellings, (slice){ self->source.data + from, at - from }),
                               CLASS_FURNITURE, NULL))
            return true;
    }
    return false;
}

/* "Onze referentie BS2022029417  1": an identifier, and a page number at the end. */
static bool is_page_foot(const struct layout *self, uint32_t i) {
    const struct line *line = &self->lines.at[i];
    if (line->marker || !blank_before(self, i) || !blank_after(self, i) || line->columns > 80) return false;
    uint32_t number = line->end;
    while (number > line->start && byte_is_digit(self->source.data[number - 1])) number--;
    if (number == line->end || line->end - number > 3 || number == line->start || byte_class(self->source.data[number - 1]) != BYTE_SPACE)
        return false;
    uint32_t digits = 0; /* in a row of letters and digits */
    for (uint32_t at = line->start; at < number; at++) {
        char c = self->source.data[at];
        if (byte_is_digit(c))
            digits++;
        else if (!byte_is_letter(c))
            digits = 0;
        if (digits >= 5) return true;
    }
    return false;
}

static uint8_t evidence(const struct layout *self, const struct tally *shapes, uint32_t i) {
    const uint8_t *known = tally_find(shapes, shape_hash(self->source, &self->lines.at[i]));
    return known ? *known : 0;
}

/* Line i is of running text and stops in the middle of a sentence. */
static bool breaks_off(const struct layout *self, uint32_t i) {
    const struct line *line = &self->lines.at[i];
    char last = self->source.data[line->end - 1];
    if (!byte_is_letter(last) && last != '-' && (unsigned char)last < 0x80) return false;
    if (self->width == UINT32_MAX) return line->columns > 100;
    return line->columns >= self->narrow * 3 / 4 ||
           (i > 0 && !(self->lines.at[i - 1].flags & LINE_BLANK) && self->lines.at[i - 1].columns >= self->narrow * 3 / 4);
}

/* The lines between a line that breaks off and the line i in small letters: marks their shapes. */
static void find_interruption(const struct layout *self, struct tally *shapes, uint32_t i) {
    enum { MOST = 9, SHORT = 60 };
    const struct line *line = &self->lines.at[i];
    if (line->marker || !blank_before(self, i) || !starts_lower(self->source, line->start, line->end)) return;
    uint32_t between = 0, first = i, longest = self->width == UINT32_MAX || self->narrow > SHORT * 4 / 3 ? SHORT : self->narrow * 3 / 4;
    for (uint32_t at = i; at > 0 && between <= MOST; at--) {
        const struct line *before = &self->lines.at[at - 1];
        if (before->flags & (LINE_BLANK | LINE_LIFTED)) continue;
        if (is_candidate(self, before)) {
            bool head = evidence(self, shapes, at - 1) & REPEATED;
            if ((before->columns - before->indent < longest || head) &&
                (has_digit(self->source, before) || head || starts_upper(self->source, before->start, before->end))) {
                between++;
                first = at - 1;
                continue;
            }
        }
        if (!between || !blank_before(self, first) || !breaks_off(self, at - 1)) return;
        for (uint32_t k = first; k < i; k++) {
            uint8_t *known =
                is_candidate(self, &self->lines.at[k]) ? tally_find(shapes, shape_hash(self->source, &self->lines.at[k])) : NULL;
            if (known) *known |= INTERRUPTS;
        }
        return;
    }
}

static bool stands_apart(const struct layout *self, uint32_t i) {
    return is_candidate(self, &self->lines.at[i]) && (blank_before(self, i) || blank_after(self, i));
}

void furniture_find(arena *memory, struct layout *self) {
    uint32_t candidates = 0;
    for (uint32_t i = 0; i < self->lines.count; i++) candidates += stands_apart(self, i);
    struct tally shapes = tally_new(memory, candidates);
    for (uint32_t i = 0; i < self->lines.count; i++) {
        if (!stands_apart(self, i)) continue;
        uint8_t *known = tally_at(&shapes, shape_hash(self->source, &self->lines.at[i]));
        *known |= *known & SEEN ? REPEATED : SEEN;
    }
    for (uint32_t i = 1; i < self->lines.count; i++)
        if (!(self->lines.at[i].flags & LINE_BLANK)) find_interruption(self, &shapes, i);
    for (uint32_t i = 0; i < self->lines.count; i++) {
        if (!stands_apart(self, i)) continue;
        if (evidence(self, &shapes, i) & INTERRUPTS || is_page_number(self, i) || is_running_head(self, i) || is_page_foot(self, i))
            self->lines.at[i].flags |= LINE_LIFTED | LINE_FURNITURE;
    }
}
