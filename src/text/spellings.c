/* Spellings of a record, each with what depends on it alone.
 *
 * "De", "de" and "DE" are three spellings of one word. A record says the same words again and again: nine tokens in ten have a spelling
 * that was met before, and cost one look-up in a table that the caches hold; the vocabulary, which they do not, is asked for the others. */
#include "text/layout.h"

static uint64_t read_8(const char *at) {
    uint64_t value;
    memcpy(&value, at, sizeof value);
    return value;
}
static uint64_t read_4(const char *at) {
    uint32_t value;
    memcpy(&value, at, sizeof value);
    return value;
}

static uint32_t spelling_hash(const char *s, size_t size) {
    uint64_t a, b = size;
    if (size >= 8) {
        a = read_8(s) ^ read_8(s + size - 8) << 1;
        for (size_t at = 8; at + 8 < size; at += 8) b = (b ^ read_8(s + at)) * 0x9E3779B97F4A7C15u;
    } else if (size >= 4) {
        a = read_4(s) << 32 | read_4(s + size - 4);
    } else {
        a = (uint64_t)(unsigned char)s[0] << 16 | (uint64_t)(unsigned char)s[size / 2] << 8 | (unsigned char)s[size - 1];
    }
    return (uint32_t)(((a ^ b) * 0x9E3779B97F4A7C15u) >> 32);
}

static bool same_bytes(const char *a, const char *b, size_t size) {
    if (size >= 8) {
        for (size_t at = 0; at + 8 < size; at += 8)
            if (read_8(a + at) != read_8(b + at)) return false;
        return read_8(a + size - 8) == read_8(b + size - 8);
    }
    if (size >= 4) return read_4(a) == read_4(b) && read_4(a + size - 4) == read_4(b + size - 4);
    return a[0] == b[0] && a[size / 2] == b[size / 2] && a[size - 1] == b[size - 1];
}

uint8_t spelling_case(slice spelling) {
    if (byte_class(spelling.data[0]) == BYTE_LOWER || !starts_upper(spelling, 0, (uint32_t)spelling.size)) return 0;
    uint32_t upper = 0;
    for (size_t at = 0; at < spelling.size; at++) {
        uint8_t class = byte_class(spelling.data[at]);
        if (class == BYTE_LOWER) return TOKEN_CAPITAL;
        upper += class == BYTE_UPPER || class == BYTE_HIGH;
    }
    return upper > 1 ? TOKEN_CAPITAL | TOKEN_UPPER : TOKEN_CAPITAL;
}

/* Whether it holds an ASCII character that is no letter. */
static bool is_mixed(slice spelling) {
    for (size_t i = 0; i < spelling.size; i++)
        if ((unsigned char)spelling.data[i] < 0x80 && !byte_is_letter(spelling.data[i])) return true;
    return false;
}

/* "regeringsleiderseen": where the blank is missing in a word that nobody knows. Only before or between the small words of grammar, and
 * only in small letters, for a name may look like anything. 0 if the word may be one. */
static uint8_t missing_blank(const lexicon *words, slice s) {
    enum { SHORTEST = 5, SMALL = POS_BIT(POS_DET) | POS_BIT(POS_ADP) | POS_BIT(POS_CCONJ) | POS_BIT(POS_SCONJ) };
    if (s.size < SHORTEST || s.size > 40) return 0;
    for (size_t i = 0; i < s.size; i++)
        if (byte_class(s.data[i]) != BYTE_LOWER) return 0;
    for (size_t second = 2; second <= 5 && second + 2 <= s.size; second++) {
        slice before = { s.data, s.size - second }, after = { s.data + before.size, second };
        uint32_t small = lexicon_find(words, after);
        int32_t value;
        if (!word_is(words, small, SMALL) || lexicon_word_class(words, small, CLASS_PARTICLE, &value)) continue; /* not "vrij-uit" */
        uint32_t first = lexicon_find(words, before);
        if (!first) continue;
        bool both_small = word_is(words, first, SMALL) && before.size <= 5, long_enough = second >= 3 && before.size >= 6;
        if ((both_small || long_enough) && word_language(words, first) == word_language(words, small)) return (uint8_t)before.size;
    }
    return 0;
}

static struct spelling read(const lexicon *words, slice text) {
    struct spelling out = { .text = text.data, .size = (uint32_t)text.size, .word = lexicon_find(words, text) };
    out.written = out.word != 0;
    if (!out.word) out.word = word_inside(words, text);
    if (!out.word) out.cut = missing_blank(words, text);
    out.case_flags = spelling_case(text);
    out.lang = (uint8_t)word_language(words, out.word);
    out.mixed = is_mixed(text);
    out.classes = out.word ? lexicon_word_mask(words, out.word) : 0;
    out.path = lexicon_step(words, 0, out.word);
    out.goes_on = lexicon_goes_on(words, out.word);
    return out;
}

void spellings_start(struct spelling_index *self, arena *memory, struct text *text) {
    uint32_t size = 64;
    while (size < 8192 && size < text->source.size / 16) size *= 2;
    *self = (struct spelling_index){ memory, text, arena_alloc(memory, size * sizeof *self->slots), size - 1 };
    ARRAY_PUSH(memory, &text->spellings) = (struct spelling){ .text = "", .path = LEXICON_NO_PATH };
}

static void grow(struct spelling_index *self) {
    struct spelling_slot *old = self->slots;
    uint32_t size = self->mask + 1;
    self->slots = arena_alloc(self->memory, (size_t)size * 2 * sizeof *self->slots);
    self->mask = size * 2 - 1;
    for (uint32_t i = 0; i < size; i++) {
        if (!old[i].number) continue;
        uint32_t at = old[i].hash & self->mask;
        while (self->slots[at].number) at = (at + 1) & self->mask;
        self->slots[at] = old[i];
    }
}

uint32_t spelling_find(struct spelling_index *self, slice text) {
    enum { MOST_STEPS = 32 /* spellings made to fall on one place are not found again, instead of slowly */ };
    uint32_t hash = spelling_hash(text.data, text.size), at = hash & self->mask, steps = 0;
    for (; self->slots[at].number && steps < MOST_STEPS; at = (at + 1) & self->mask, steps++) {
        if (self->slots[at].hash != hash) continue;
        const struct spelling *known = &self->text->spellings.at[self->slots[at].number];
        if (known->size == text.size && same_bytes(known->text, text.data, text.size)) return self->slots[at].number;
    }
    uint32_t number = self->text->spellings.count;
    ARRAY_PUSH(self->memory, &self->text->spellings) = read(self->text->words, text);
    if (steps == MOST_STEPS) return number;
    self->slots[at] = (struct spelling_slot){ hash, number };
    if (number * 2 > self->mask) grow(self);
    return number;
}
