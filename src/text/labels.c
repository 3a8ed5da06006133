/* What a line says at its beginning about what follows: keys ("Besluit:   Aanmelden voor …") and labels alone in their line ("Vraag 3").
 *
 * A key is one to four words before a colon. It is believed when wide blanks follow it, when it is a word of class SECTION_LABEL, or
 * when it begins three lines of the record. A word before wide blanks without a colon ("Datum      2 december 2022") is a key when
 * the line before or after it has its value at the same column. */
#include "text/layout.h"
#include "text/tally.h"

enum { LONGEST_KEY = 40, WIDE = 3 };
enum key { KEY_NONE, KEY_PLAIN, KEY_WIDE, KEY_COLUMN };

static uint32_t blanks_at(slice source, uint32_t at, uint32_t end) {
    uint32_t size = 0;
    for (; at < end && byte_class(source.data[at]) == BYTE_SPACE; at++) size += source.data[at] == '\t' ? WIDE : 1;
    return size;
}

/* "Besluit:  x" at `start`: the end of the key (after its colon) and of its words. */
static enum key key_scan(slice source, uint32_t start, uint32_t end, uint32_t *key_end, uint32_t *words_end) {
    if (!starts_upper(source, start, end)) return KEY_NONE;
    uint32_t words = 1, limit = end - start > LONGEST_KEY ? start + LONGEST_KEY : end;
    for (uint32_t at = start; at < limit; at++) {
        char c = source.data[at];
        switch (byte_class(c)) {
        case BYTE_LOWER:
        case BYTE_UPPER:
        case BYTE_HIGH:
        case BYTE_DIGIT:
            continue;
        case BYTE_SPACE:
            if (blanks_at(source, at, end) >= WIDE) {
                if (at + 1 < end && source.data[at + blanks_at(source, at, end) - 1] == ':') return KEY_NONE;
                *key_end = *words_end = at;
                return words <= 2 ? KEY_COLUMN : KEY_NONE;
            }
            if (++words > 4) return KEY_NONE;
            continue;
        case BYTE_PUNCT:
            if (c == '(' || c == ')' || c == '-' || c == '/') continue;
            if (c != ':') return KEY_NONE;
            *words_end = at;
            *key_end = at + 1;
            if (*key_end == end) return words <= 2 ? KEY_PLAIN : KEY_NONE;
            switch (blanks_at(source, *key_end, end)) {
            case 0:
                return KEY_NONE;
            case 1:
            case 2:
                return words <= 3 ? KEY_PLAIN : KEY_NONE;
            default:
                return KEY_WIDE;
            }
        default:
            return KEY_NONE;
        }
    }
    return KEY_NONE;
}

static uint64_t key_hash(slice source, uint32_t start, uint32_t end) {
    return tally_hash(TALLY_START, (slice){ source.data + start, end - start });
}

static bool is_label_word(const struct layout *self, uint32_t start, uint32_t end) {
    int32_t value;
    return lexicon_word_class(self->words, spelling_entry(self->spellings, (slice){ self->source.data + start, end - start }),
                              CLASS_SECTION_LABEL, &value);
}

static uint32_t value_column(slice source, const struct line *line, uint32_t key_end) {
    uint32_t at = key_end, column = line->indent + key_end - line->start;
    for (; at < line->end && byte_class(source.data[at]) == BYTE_SPACE; at++)
        column = source.data[at] == '\t' ? column / 8 * 8 + 8 : column + 1;
    return column;
}

static bool column_beside(const struct layout *self, uint32_t i, uint32_t column) {
    for (int step = -1; step <= 1; step += 2) {
        if ((step < 0 && i == 0) || (step > 0 && i + 1 >= self->lines.count)) continue;
        const struct line *line = &self->lines.at[(int64_t)i + step];
        uint32_t key_end, words_end;
        if (line->flags & LINE_BLANK || key_scan(self->source, line->start, line->end, &key_end, &words_end) < KEY_WIDE) continue;
        if (value_column(self->source, line, key_end) == column) return true;
    }
    return false;
}

uint32_t key_read(const struct layout *self, uint32_t start, uint32_t end) {
    uint32_t key_end, words_end;
    enum key key = key_scan(self->source, start, end, &key_end, &words_end);
    if (key == KEY_NONE) return 0;
    if (key == KEY_WIDE) return key_end;
    const uint8_t *count = tally_find(&self->keys, key_hash(self->source, start, words_end));
    if (key == KEY_COLUMN) return count && *count & KEY_IN_COLUMN ? key_end : 0;
    return is_label_word(self, start, words_end) || (count && (*count & KEY_COUNT) >= 3) ? key_end : 0;
}

/* "Vraag 3", "Antwoord op vraag 3 en 4", "Artikel 5:" and nothing else. */
static bool is_label_line(const struct layout *self, const struct line *line) {
    slice source = self->source;
    uint32_t at = line->start, end = line->end, words = 0, numbers = 0;
    if (end - at > 48 || !starts_upper(source, at, end)) return false;
    if (source.data[end - 1] == ':' || source.data[end - 1] == '.') end--;
    if (at == end || !byte_is_digit(source.data[end - 1])) return false;
    for (; at < end; words++) {
        uint32_t from = at;
        while (at < end && byte_class(source.data[at]) != BYTE_SPACE) at++;
        if (byte_is_digit(source.data[from]))
            numbers++;
        else if (words == 0 ? !is_label_word(self, from, at) : at - from > 6 || numbers > 2)
            return false;
        while (at < end && byte_class(source.data[at]) == BYTE_SPACE) at++;
    }
    return numbers > 0 && words <= 8;
}

void labels_find(arena *memory, struct layout *self) {
    uint32_t candidates = 0, key_end, words_end;
    for (uint32_t i = 0; i < self->lines.count; i++) {
        struct line *line = &self->lines.at[i]; /* what looks like a key has its flag until it is settled */
        if (key_scan(self->source, line->text_at, line->end, &key_end, &words_end) == KEY_NONE) continue;
        line->flags |= LINE_KEY;
        candidates++;
    }
    self->keys = tally_new(memory, candidates);
    for (uint32_t i = 0; candidates && i < self->lines.count; i++) {
        const struct line *line = &self->lines.at[i];
        if (!(line->flags & LINE_KEY)) continue;
        enum key key = key_scan(self->source, line->text_at, line->end, &key_end, &words_end);
        uint8_t *count = tally_at(&self->keys, key_hash(self->source, line->text_at, words_end));
        if (key == KEY_COLUMN)
            *count |= column_beside(self, i, value_column(self->source, line, key_end)) ? KEY_IN_COLUMN : 0;
        else if ((*count & KEY_COUNT) < KEY_COUNT)
            ++*count;
    }
    for (uint32_t i = 0; i < self->lines.count; i++) {
        struct line *line = &self->lines.at[i];
        bool like_key = line->flags & LINE_KEY;
        line->flags &= (uint8_t)~LINE_KEY;
        if (line->flags & LINE_BLANK) continue;
        if (is_label_line(self, line))
            line->flags |= LINE_LABEL;
        else if (like_key && key_read(self, line->text_at, line->end))
            line->flags |= LINE_KEY;
    }
}
