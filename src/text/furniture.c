/* Page furniture in plain text: running heads and feet, page numbers.
 *
 * "…aan welke knoppen\n\n8 februari 2024\nTK 40\n\n40-6-10\n\nwe kunnen draaien" → the three short lines interrupt a sentence, so
 * their shapes ("# februari #", "tk #", "#-#-#") are furniture, here and wherever else in the record they stand apart. So are lines
 * with a word of class FURNITURE and a number ("Tweede Kamer, vergaderjaar 2020–2021, 28 676, nr. 372  1") and numbers alone. */
#include "text/lift.h"

enum { LONGEST = 110 };

/* The shapes seen, an open table of hashes. */
struct shapes { uint64_t *hash; uint8_t *evidence; uint32_t mask; };
enum { INTERRUPTS = 1, REPEATED = 2, SEEN = 4 };

static uint64_t shape_hash(slice source, const struct line *line) {
    uint64_t hash = 0xCBF29CE484222325u;
    char before = ' ';
    for (uint32_t at = line->start; at < line->end; at++) {
        char c = source.data[at];
        uint8_t class = byte_class(c);
        c = class == BYTE_DIGIT ? '#' : class == BYTE_SPACE ? ' ' : class == BYTE_UPPER ? (char)(c | 0x20) : c;
        if (c == before && (c == '#' || c == ' ')) continue;
        hash = (hash ^ (unsigned char)c) * 0x100000001B3u;
        before = c;
    }
    return hash ? hash : 1;
}

static uint32_t shape_slot(const struct shapes *self, uint64_t hash) {
    uint32_t at = (uint32_t)(hash >> 32) & self->mask;
    while (self->hash[at] && self->hash[at] != hash) at = (at + 1) & self->mask;
    return at;
}

static bool is_candidate(const struct layout *self, const struct line *line) {
    if (line->flags & (LINE_BLANK | LINE_LIFTED) || line->end - line->start > LONGEST) return false;
    switch (self->source.data[line->end - 1]) {
    case '.': case ':': case ';': case ',': case '?': case '!': return false;
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
        if (byte_is_digit(c)) digits++;
        else if (c != ' ' && c != '-' && c != '\xE2' && c != '\x80' && c != '\x93') return false;
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
        int32_t value;
        if (at - from > 3 && lexicon_word_class(self->words, lexicon_find(self->words, (slice){ self->source.data + from, at - from }), CLASS_FURNITURE, &value)) return true;
    }
    return false;
}

/* The lines between an unfinished line and a line in small letters: marks their shapes. */
static void find_interruption(const struct layout *self, struct shapes *shapes, uint32_t i) {
    enum { MOST = 9 };
    const struct line *line = &self->lines.at[i];
    if (self->width == UINT32_MAX || line->marker || !blank_before(self, i) || !starts_lower(self->source, line->start, line->end)) return;
    uint32_t between = 0, first = i;
    bool apart = false;
    for (uint32_t at = i; at > 0 && between <= MOST; at--) {
        const struct line *before = &self->lines.at[at - 1];
        if (before->flags & (LINE_BLANK | LINE_LIFTED)) {
            apart = true;
            continue;
        }
        bool short_line = line_columns(before) - before->indent < self->narrow * 3 / 4;
        bool head = shapes->evidence[shape_slot(shapes, shape_hash(self->source, before))] & REPEATED;
        if (is_candidate(self, before) && (short_line || head) && (has_digit(self->source, before) || head || starts_upper(self->source, before->start, before->end))) {
            between++;
            first = at - 1;
            continue;
        }
        char last = self->source.data[before->end - 1];
        bool open = byte_is_letter(last) || last == '-' || (unsigned char)last >= 0x80;
        if (!between || !apart || !open || line_columns(before) < self->narrow * 3 / 4) return;
        for (uint32_t k = first; k < i; k++) {
            if (!is_candidate(self, &self->lines.at[k])) continue;
            uint32_t slot = shape_slot(shapes, shape_hash(self->source, &self->lines.at[k]));
            if (shapes->hash[slot]) shapes->evidence[slot] |= INTERRUPTS;
        }
        return;
    }
}

void furniture_find(arena *memory, struct layout *self) {
    uint32_t candidates = 0, size = 16;
    for (uint32_t i = 0; i < self->lines.count; i++) candidates += is_candidate(self, &self->lines.at[i]) && (blank_before(self, i) || blank_after(self, i));
    while (size < candidates * 2) size *= 2;
    struct shapes shapes = { arena_alloc(memory, size * sizeof *shapes.hash), arena_alloc(memory, size), size - 1 };
    for (uint32_t i = 0; i < self->lines.count; i++) {
        if (!is_candidate(self, &self->lines.at[i]) || !(blank_before(self, i) || blank_after(self, i))) continue;
        uint64_t hash = shape_hash(self->source, &self->lines.at[i]);
        uint32_t slot = shape_slot(&shapes, hash);
        shapes.hash[slot] = hash;
        shapes.evidence[slot] |= shapes.evidence[slot] & SEEN ? REPEATED : SEEN;
    }
    for (uint32_t i = 1; i < self->lines.count; i++)
        if (!(self->lines.at[i].flags & LINE_BLANK)) find_interruption(self, &shapes, i);
    for (uint32_t i = 0; i < self->lines.count; i++) {
        struct line *line = &self->lines.at[i];
        if (!is_candidate(self, line)) continue;
        bool apart = blank_before(self, i) || blank_after(self, i);
        bool known = apart && shapes.evidence[shape_slot(&shapes, shape_hash(self->source, line))] & INTERRUPTS;
        if (known || is_page_number(self, i) || is_running_head(self, i)) line->flags |= LINE_LIFTED | LINE_FURNITURE;
    }
}
