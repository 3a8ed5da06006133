/* Words: a token's spelling finds its entry in the lexicon, by its head if the whole is unknown.
 *
 * "regio’s" → regio's; "Iraq's" → Iraq; "trainings-" → trainings; "NAVO-ministers" → ministers. A record says the same words again and
 * again, so what was found is remembered by spelling (word_memory): nine look-ups in ten end there, at a third of the cost. */
#include "text/layout.h"

enum { LONGEST_WORD = 96 };

/* Without what may vary: curly apostrophes straight, soft hyphens gone, and the accents that Dutch sets for stress: "mét", "zál". */
static size_t spell_plainly(slice spelling, char out[LONGEST_WORD]) {
    static const char *const stressed = "\xA1"
                                        "a\xA9"
                                        "e\xAD"
                                        "i\xB3"
                                        "o\xBA"
                                        "u"; /* second bytes of á é í ó ú */
    size_t size = 0;
    for (size_t i = 0; i < spelling.size; i++) {
        const char *accent = NULL;
        if (i + 2 < spelling.size && memcmp(spelling.data + i, "\xE2\x80\x99", 3) == 0)
            out[size++] = '\'', i += 2;
        else if (i + 1 < spelling.size && memcmp(spelling.data + i, "\xC2\xAD", 2) == 0)
            i++;
        else if (i + 1 < spelling.size && spelling.data[i] == '\xC3' && (accent = strchr(stressed, spelling.data[i + 1])))
            out[size++] = accent[1], i++;
        else
            out[size++] = spelling.data[i];
    }
    return size;
}

/* The word that a spelling which the lexicon has not ends in, or is a variant of. */
static uint32_t word_inside(const lexicon *words, slice spelling) {
    uint32_t word;
    char plain[LONGEST_WORD];
    slice s = { plain, spell_plainly(spelling, plain) };
    if (s.size != spelling.size && (word = lexicon_find(words, s))) return word;
    while (s.size > 1 && s.data[s.size - 1] == '-') s.size--;
    while (s.size > 1 && s.data[0] == '-') s.data++, s.size--;
    if (s.size > 3 && slice_ends(s, SLICE("'s"))) s.size -= 2;
    if ((word = lexicon_find(words, s))) return word;
    for (size_t at = s.size; at > 1; at--)
        if (s.data[at - 1] == '-') return lexicon_find(words, (slice){ s.data + at, s.size - at });
    return lexicon_compound_head(words, s);
}

uint32_t word_find(const lexicon *words, slice spelling) {
    if (spelling.size == 0 || spelling.size >= LONGEST_WORD) return 0;
    uint32_t word = lexicon_find(words, spelling);
    return word ? word : word_inside(words, spelling);
}

bool word_is(const lexicon *words, uint32_t word, uint32_t pos_mask) {
    const struct lexicon_sense *senses;
    size_t count = word ? lexicon_senses(words, word, &senses) : 0;
    for (size_t i = 0; i < count; i++)
        if (POS_BIT(senses[i].pos) & pos_mask) return true;
    return false;
}

enum language word_language(const lexicon *words, uint32_t word) {
    const struct lexicon_sense *senses;
    size_t count = word ? lexicon_senses(words, word, &senses) : 0;
    for (size_t i = 1; i < count; i++)
        if (senses[i].lang != senses[0].lang) return LANGUAGE_UNKNOWN;
    return count ? senses[0].lang : LANGUAGE_UNKNOWN;
}

bool word_mixed(slice spelling) {
    for (size_t i = 0; i < spelling.size; i++)
        if ((unsigned char)spelling.data[i] < 0x80 && !byte_is_letter(spelling.data[i])) return true;
    return false;
}

void classes_mark(arena *memory, struct text *self) {
    enum { LONGEST_PHRASE = 63 };
    uint32_t count = self->tokens.count;
    self->classes = array_room(memory, count + 1, sizeof *self->classes);
    self->classes[count] = 0;
    for (uint32_t i = 0; i < count; i++) {
        struct token *t = &self->tokens.at[i];
        self->classes[i] = 0;
        if (!t->word) continue;
        uint32_t node = 0, limit = count - i > LONGEST_PHRASE ? i + LONGEST_PHRASE : count;
        uint64_t classes = lexicon_word_mask(self->words, t->word);
        for (uint32_t j = i; j < limit && (node = lexicon_step(self->words, node, self->tokens.at[j].word)) != LEXICON_NO_PATH; j++) {
            uint32_t lemma = j > i ? lexicon_phrase(self->words, node) : 0;
            if (!lemma) continue;
            t->phrase = (uint8_t)((j - i + 1) & LONGEST_PHRASE);
            classes |= lexicon_lemma_mask(self->words, lemma);
        }
        self->classes[i] = classes;
    }
}

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

struct word_memory word_memory_new(arena *memory, slice source, const lexicon *words) {
    uint32_t size = 64;
    while (size < 32768 && size < source.size / 16) size *= 2;
    return (struct word_memory){ source, words, arena_alloc(memory, size * sizeof(struct known_word)), size - 1 };
}

struct known_word word_known(struct word_memory *self, uint32_t start, uint32_t end) {
    slice spelling = { self->source.data + start, end - start };
    struct known_word *slot = &self->slots[spelling_hash(spelling.data, spelling.size) & self->mask];
    if (slot->size == spelling.size && same_bytes(self->source.data + slot->start, spelling.data, spelling.size)) return *slot;
    struct known_word found = { .start = start, .word = lexicon_find(self->words, spelling) };
    found.written = found.word != 0;
    if (!found.word && spelling.size < LONGEST_WORD) found.word = word_inside(self->words, spelling);
    found.lang = (uint8_t)(word_language(self->words, found.word) & 3);
    found.mixed = word_mixed(spelling);
    if (!found.word) found.cut = missing_blank(self->words, spelling);
    if (spelling.size < UINT16_MAX) {
        found.size = (uint16_t)spelling.size;
        *slot = found;
    }
    return found;
}
