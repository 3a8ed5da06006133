/* Spellings, each with what depends on it alone.
 *
 * "De", "de" and "DE" are three spellings of one word. Records say the same words again and again: nine tokens in ten have a spelling that
 * was met before, and cost one look-up in a table that the caches hold; the vocabulary, which they do not, is asked for the others. */
#include "text/layout.h"

#include <stdio.h>

static uint64_t read_8(const char *at) {
    uint64_t value;
    memcpy(&value, at, sizeof value);
    return value;
}

/* The first eight bytes as a number, zero filled. */
static uint64_t head_of(slice text) {
    if (text.size >= 8) return read_8(text.data);
    const unsigned char *s = (const unsigned char *)text.data;
    if (text.size < 4) return s[0] | (uint64_t)s[text.size / 2] << 8 * (text.size / 2) | (uint64_t)s[text.size - 1] << 8 * (text.size - 1);
    uint32_t first, last;
    memcpy(&first, s, 4);
    memcpy(&last, s + text.size - 4, 4);
    return first | (uint64_t)last << 8 * (text.size - 4);
}

static uint32_t hash_of(slice text, uint64_t head) {
    const uint64_t golden = 0x9E3779B97F4A7C15u;
    uint64_t hash = head * golden;
    for (size_t at = 8; at < text.size; at += 8)
        hash = (hash ^ hash >> 29 ^ read_8(text.data + (at + 8 < text.size ? at : text.size - 8))) * golden;
    return (uint32_t)(hash >> 32);
}

/* Whether what follows the first eight bytes is the same. */
static bool same_rest(const char *a, slice b) {
    for (size_t at = 8; at < b.size; at += 8) {
        size_t from = at + 8 < b.size ? at : b.size - 8;
        if (read_8(a + from) != read_8(b.data + from)) return false;
    }
    return true;
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
    out.in_pair = lexicon_in_pair(words, out.word);
    return out;
}

static void grow(struct spellings *self) {
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

static __attribute__((noinline)) uint32_t add(struct spellings *self, struct spelling_slot *slot, struct spelling_slot new, slice text) {
    new.number = self->all.count;
    ARRAY_PUSH(self->memory, &self->all) = read(self->words, (slice){ arena_copy(self->memory, text), text.size });
    if (!slot) return new.number;
    *slot = new;
    if (new.number * 2 > self->mask) grow(self);
    return new.number;
}

static inline uint32_t find(struct spellings *self, slice text, uint64_t head) {
    enum { MOST_STEPS = 32 /* spellings made to fall on one place are not found again, instead of slowly */ };
    uint32_t hash = hash_of(text, head), at = hash & self->mask;
    struct spelling_slot *slot = &self->slots[at];
    for (int steps = 0; slot && slot->number; slot = ++steps < MOST_STEPS ? &self->slots[at = (at + 1) & self->mask] : NULL) {
        if (slot->head != head || slot->hash != hash) continue;
        const struct spelling *known = &self->all.at[slot->number];
        if (text.size <= 8 || (known->size == text.size && same_rest(known->text, text))) return slot->number;
    }
    return add(self, slot, (struct spelling_slot){ head, hash, 0 }, text);
}

uint32_t spelling_find(struct spellings *self, slice text) { return find(self, text, head_of(text)); }

uint32_t spelling_find_in(struct spellings *self, slice source, uint32_t start, uint32_t end) {
    slice text = { source.data + start, end - start };
    if (source.size - start < 8) return spelling_find(self, text);
    uint64_t head = read_8(text.data);
    return find(self, text, text.size < 8 ? head & (((uint64_t)1 << 8 * text.size) - 1) : head);
}

uint32_t spelling_word(struct spellings *self, slice text) {
    if (!text.size || text.size >= LONGEST_WORD) return 0;
    uint32_t number = spelling_find(self, text); /* may move them all */
    return self->all.at[number].word;
}

uint32_t spelling_entry(struct spellings *self, slice text) {
    if (!text.size || text.size >= LONGEST_WORD) return 0;
    uint32_t number = spelling_find(self, text);
    return self->all.at[number].written ? self->all.at[number].word : 0;
}

bool spelling_abbreviates(struct spellings *self, slice text) {
    char dotted[12];
    if (!text.size || text.size >= sizeof dotted) return false;
    uint32_t number = spelling_find(self, text);
    struct spelling *spelling = &self->all.at[number];
    if (spelling->dotted == DOT_UNKNOWN) {
        memcpy(dotted, text.data, text.size);
        dotted[text.size] = '.';
        uint32_t word = lexicon_find(self->words, (slice){ dotted, text.size + 1 });
        spelling->dotted = lexicon_word_class(self->words, word, CLASS_ABBREVIATION, NULL) ? DOT_OF_ABBREVIATION : DOT_OF_SENTENCE;
    }
    return spelling->dotted == DOT_OF_ABBREVIATION;
}

struct spellings *spellings_of(arena *memory, const lexicon *words) {
    enum { SLOTS = 1024 };
    void **root;
    arena *kept = arena_kept(memory, &root);
    struct spellings *self = *root;
    if (!self || strcmp(self->lexicon, lexicon_hash(words)) != 0) {
        *root = self = arena_alloc(kept, sizeof *self);
        self->memory = kept;
        self->slots = arena_alloc(kept, SLOTS * sizeof *self->slots);
        self->mask = SLOTS - 1;
        snprintf(self->lexicon, sizeof self->lexicon, "%s", lexicon_hash(words));
        ARRAY_PUSH(kept, &self->all) = (struct spelling){ .text = "", .path = LEXICON_NO_PATH, .in_pair = true };
    }
    self->words = words; /* the one with that hash that is open now */
    return self;
}
