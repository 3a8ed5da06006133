/* Look-ups in the compiled vocabulary (table.h says how it lies), with the words of user tables over it where there are any. */
#include "lexicon/overlay.h"

#include <stdlib.h>

static const lexicon builtin = { &griffie_lexicon_table, NULL };

const lexicon *lexicon_builtin(void) { return &builtin; }

void lexicon_close(lexicon *self) {
    if (!self) return;
    overlay_free(self->overlay);
    free(self);
}

const char *lexicon_hash(const lexicon *self) { return self->overlay ? overlay_hash(self->overlay) : self->table->hash; }

static slice table_string(const struct table_header *table, uint32_t at, size_t size) {
    return (slice){ TABLE_SECTION(table, char, strings) + at, size };
}

/* Whether the spelling at `at` is the folded word, which is zero filled to a multiple of eight. */
static inline bool same_spelling(const char *at, const struct folded *folded) {
    for (size_t i = 0; i < folded->size; i += 8) {
        uint64_t eight;
        memcpy(&eight, folded->bytes + i, 8);
        if (read_eight(at + i, folded->size - i) != eight) return false;
    }
    return true;
}

uint32_t table_find(const struct table_header *table, slice word, const struct folded *folded) {
    const uint32_t *slots = TABLE_SECTION(table, uint32_t, slots);
    const struct table_word *words = TABLE_SECTION(table, struct table_word, words);
    uint32_t hash = hash_bytes(folded->bytes, folded->size), mask = table->slots.count - 1;
    for (uint32_t at = hash & mask; slots[at]; at = (at + 1) & mask) {
        if ((slots[at] ^ hash) >> SLOT_WORD_BITS) continue;
        uint32_t number = SLOT_WORD(slots[at]);
        const struct table_word *found = &words[number];
        if (found->size != folded->size || !same_spelling(table_string(table, found->string, 0).data, folded)) continue;
        if (folded->changed)
            for (uint32_t exact = found->other; exact < found->other + found->exact_count; exact++)
                if (word_written_as(word, table_string(table, words[exact].string, words[exact].size))) return exact;
        return found->flags & WORD_HIDDEN ? 0 : number;
    }
    return 0;
}

uint32_t lexicon_find(const lexicon *self, slice word) {
    struct folded folded;
    if (!word.size || !word_fold(word, &folded)) return 0;
    uint32_t found = table_find(self->table, word, &folded);
    return self->overlay ? overlay_find(self->overlay, word, &folded, found) : found;
}

static const struct table_word *word_at(const lexicon *self, uint32_t word) {
    return &TABLE_SECTION(self->table, struct table_word, words)[word < self->table->words.count ? word : 0];
}

static const struct table_lemma *lemma_at(const lexicon *self, uint32_t lemma) {
    return &TABLE_SECTION(self->table, struct table_lemma, lemmas)[lemma < self->table->lemmas.count ? lemma : 0];
}

size_t lexicon_senses(const lexicon *self, uint32_t word, const struct lexicon_sense **out) {
    if (word >= self->table->words.count && self->overlay) return overlay_senses(self->overlay, word, out);
    const struct table_word *w = word_at(self, word);
    *out = &TABLE_SECTION(self->table, struct lexicon_sense, senses)[w->senses];
    return w->sense_count;
}

uint64_t lexicon_word_mask(const lexicon *self, uint32_t word) {
    return self->overlay ? overlay_word_mask(self->overlay, word) : table_mask(self->table, word);
}

uint64_t lexicon_lemma_mask(const lexicon *self, uint32_t lemma) {
    uint64_t mask = self->overlay ? overlay_word_mask(self->overlay, 0) : 0;
    const struct table_lemma *l = lemma_at(self, lemma);
    return l->class_count ? mask | table_class_bits(&TABLE_SECTION(self->table, struct table_class, classes)[l->classes]) : mask;
}

slice lexicon_spelling(const lexicon *self, uint32_t word) {
    if (word >= self->table->words.count && self->overlay) return overlay_spelling(self->overlay, word);
    const struct table_word *w = word_at(self, word);
    return table_string(self->table, w->string, w->size);
}

uint32_t lexicon_word_key(const lexicon *self, uint32_t word) {
    if (self->overlay) word = overlay_base(self->overlay, word);
    return word < self->table->keys.count ? TABLE_SECTION(self->table, uint32_t, keys)[word] : 0;
}

slice lexicon_lemma(const lexicon *self, uint32_t lemma) {
    if (lemma >= self->table->lemmas.count && self->overlay) return overlay_lemma(self->overlay, lemma);
    const struct table_lemma *l = lemma_at(self, lemma);
    return table_string(self->table, l->string, l->size);
}

enum pos lexicon_lemma_pos(const lexicon *self, uint32_t lemma) {
    if (lemma >= self->table->lemmas.count && self->overlay) return overlay_lemma_pos(self->overlay, lemma);
    return (enum pos)lemma_at(self, lemma)->pos;
}

uint32_t lexicon_lemma_find_pos(const lexicon *self, slice lemma, enum pos pos) {
    struct folded folded = { 0 };
    if (!lemma.size) return 0;
    if (self->overlay) {
        uint32_t found = overlay_lemma_find(self->overlay, lemma, pos);
        if (found) return found;
    }
    if (lemma.size > WORD_MAX) return 0;
    memcpy(folded.bytes, lemma.data, lemma.size);
    const uint32_t *slots = TABLE_SECTION(self->table, uint32_t, lemma_slots);
    uint32_t mask = self->table->lemma_slots.count - 1;
    for (uint32_t at = hash_bytes(folded.bytes, lemma.size) & mask; slots[at]; at = (at + 1) & mask) {
        const struct table_lemma *l = lemma_at(self, slots[at]);
        if (slice_equal(table_string(self->table, l->string, l->size), lemma) && (pos == POS_NONE || l->pos == pos)) return slots[at];
    }
    return 0;
}

uint32_t lexicon_lemma_find(const lexicon *self, slice lemma) { return lexicon_lemma_find_pos(self, lemma, POS_NONE); }

/* How many bits are set; without the instruction that not every processor has. */
static unsigned bits_count(uint64_t bits) {
    const uint64_t ones = 0x0101010101010101u;
    bits -= bits >> 1 & ones * 0x55;
    bits = (bits & ones * 0x33) + (bits >> 2 & ones * 0x33);
    return (unsigned)(((bits + (bits >> 4)) & ones * 0x0F) * ones >> 56);
}

/* As many classes stand before one as the list has lower bits, or more where classes share a bit. */
static bool class_in(const struct table_class *classes, unsigned count, uint64_t bits, enum lexicon_class class, int32_t *value) {
    int32_t ignored;
    uint64_t bit = LEXICON_BIT(class);
    if (!(bits & bit)) return false;
    for (unsigned i = bits_count(bits & (bit - 1)); i < count; i++) {
        if (classes[i].class != class) continue;
        *(value ? value : &ignored) = classes[i].value;
        return true;
    }
    return false;
}

static bool lemma_class_in_table(const lexicon *self, uint32_t lemma, enum lexicon_class class, int32_t *value) {
    const struct table_lemma *l = lemma_at(self, lemma);
    const struct table_class *classes = &TABLE_SECTION(self->table, struct table_class, classes)[l->classes];
    return l->class_count && class_in(classes, l->class_count, table_class_bits(classes), class, value);
}

__attribute__((noinline)) static bool lemma_class_with_overlay(const lexicon *self, uint32_t lemma, enum lexicon_class class,
                                                               int32_t *value) {
    int32_t ignored;
    bool has;
    if (overlay_lemma_class(self->overlay, lemma, class, value ? value : &ignored, &has)) return has;
    return lemma_class_in_table(self, lemma, class, value);
}

bool lexicon_lemma_class(const lexicon *self, uint32_t lemma, enum lexicon_class class, int32_t *value) {
    return self->overlay ? lemma_class_with_overlay(self, lemma, class, value) : lemma_class_in_table(self, lemma, class, value);
}

static bool word_class_in_table(const lexicon *self, uint32_t word, enum lexicon_class class, int32_t *value) {
    if (word >= self->table->word_classes.count) return false;
    const struct table_word_classes *w = &TABLE_SECTION(self->table, struct table_word_classes, word_classes)[word];
    const struct table_class *classes = &TABLE_SECTION(self->table, struct table_class, classes)[w->classes];
    return class_in(classes, w->count, w->bits & ~LEXICON_NUMERAL, class, value);
}

__attribute__((noinline)) static bool word_class_with_overlay(const lexicon *self, uint32_t word, enum lexicon_class class,
                                                              int32_t *value) {
    if (!(overlay_word_mask(self->overlay, word) & LEXICON_BIT(class))) return false;
    const struct lexicon_sense *senses;
    size_t count = lexicon_senses(self, word, &senses);
    for (size_t i = 0; i < count; i++)
        if (lexicon_lemma_class(self, senses[i].lemma, class, value)) return true;
    return false;
}

bool lexicon_word_class(const lexicon *self, uint32_t word, enum lexicon_class class, int32_t *value) {
    return self->overlay ? word_class_with_overlay(self, word, class, value) : word_class_in_table(self, word, class, value);
}

slice lexicon_string(const lexicon *self, int32_t value) {
    if (value < 0) return (slice){ "", 0 };
    if ((uint32_t)value >= self->table->strings.count) return self->overlay ? overlay_string(self->overlay, value) : (slice){ "", 0 };
    return slice_of(TABLE_SECTION(self->table, char, strings) + value);
}

static uint32_t table_edge(const struct table_header *table, uint32_t node, uint32_t word) {
    const struct table_edge *edges = TABLE_SECTION(table, struct table_edge, edges);
    uint32_t mask = table->edges.count - 1;
    for (uint32_t at = hash_edge(node, word) & mask; edges[at].word; at = (at + 1) & mask)
        if (edges[at].node == node && edges[at].word == word) return edges[at].child;
    return LEXICON_NO_PATH;
}

uint32_t lexicon_step(const lexicon *self, uint32_t node, uint32_t word) {
    if (!word) return LEXICON_NO_PATH;
    if (self->overlay) {
        uint32_t child = overlay_edge(self->overlay, node, &word);
        if (child != LEXICON_NO_PATH) return child;
        if (word >= self->table->words.count || node >= self->table->nodes.count) return LEXICON_NO_PATH;
    }
    if (!(word_at(self, word)->flags & (node ? WORD_IN_PHRASE : WORD_STARTS_PHRASE))) return LEXICON_NO_PATH;
    return table_edge(self->table, node, word);
}

bool lexicon_goes_on(const lexicon *self, uint32_t word) { return word && (self->overlay || word_at(self, word)->flags & WORD_IN_PHRASE); }

uint32_t lexicon_phrase(const lexicon *self, uint32_t node) {
    if (self->overlay) {
        uint32_t lemma = overlay_phrase(self->overlay, node);
        if (lemma) return lemma;
    }
    return node < self->table->nodes.count ? TABLE_SECTION(self->table, uint32_t, nodes)[node] : 0;
}

/* The word as pairs have it, without capitals; 0 if it is in none. */
static uint32_t pair_word(const lexicon *self, uint32_t word) {
    if (!word) return 0;
    if (self->overlay) word = overlay_base(self->overlay, word);
    const struct table_word *w = word_at(self, word);
    if (w->flags & WORD_EXACT) word = w->other, w = word_at(self, word);
    return w->flags & WORD_IN_PAIR ? word : 0;
}

bool lexicon_in_pair(const lexicon *self, uint32_t word) { return pair_word(self, word) != 0; }

uint32_t lexicon_separable(const lexicon *self, uint32_t verb_lemma, uint32_t particle_word) {
    uint32_t word = verb_lemma ? pair_word(self, particle_word) : 0;
    if (!word) return 0;
    uint32_t lemma = table_edge(self->table, EDGE_PAIR | verb_lemma, word);
    return lemma == LEXICON_NO_PATH ? 0 : lemma;
}

const char *lexicon_class_name(enum lexicon_class class) {
    static const char *const names[CLASS_COUNT] = {
#define X(name, meaning) [CLASS_##name] = #name,
#include "lexicon/classes.def"
#undef X
    };
    return (size_t) class < COUNT_OF(names) && names[class] ? names[class] : "NONE";
}

const char *pos_name(enum pos pos) {
    static const char *const names[] = { "",    "NOUN",  "PROPN", "VERB", "AUX",  "ADJ",  "ADV",   "PRON", "DET",
                                         "ADP", "CCONJ", "SCONJ", "NUM",  "PART", "INTJ", "PUNCT", "SYM" };
    return (size_t)pos < COUNT_OF(names) ? names[pos] : "";
}
