/* Words of user tables: kept in one arena, found through small hash maps. user_table.c reads the files and adds to it. */
#include "lexicon/overlay_build.h"

#include <sodium.h>

/* Open addressing from a 64-bit key to a number; 0 is no key. */
uint32_t *map_at(arena *memory, struct map *self, uint64_t key, bool add) {
    if (add && (self->count + 1) * 2 > self->size) {
        struct map larger = { .size = self->size ? self->size * 2 : 64 };
        larger.slots = arena_alloc(memory, larger.size * sizeof *larger.slots);
        for (uint32_t i = 0; i < self->size; i++)
            if (self->slots[i].key) *map_at(memory, &larger, self->slots[i].key, true) = self->slots[i].value;
        *self = larger;
    }
    if (!self->size) return NULL;
    uint32_t at = hash_edge((uint32_t)(key >> 32), (uint32_t)key) & (self->size - 1);
    while (self->slots[at].key && self->slots[at].key != key) at = (at + 1) & (self->size - 1);
    if (!self->slots[at].key) {
        if (!add) return NULL;
        self->slots[at].key = key;
        self->count++;
    }
    return &self->slots[at].value;
}

static uint32_t map_get(const struct map *self, uint64_t key, uint32_t otherwise) {
    const uint32_t *value = map_at(NULL, (struct map *)self, key, false);
    return value ? *value : otherwise;
}

struct overlay *overlay_new(const struct table_header *table) {
    arena *memory = arena_new();
    struct overlay *self = arena_alloc(memory, sizeof *self);
    self->memory = memory;
    self->table = table;
    self->node_count = table->nodes.count;
    return self;
}

void overlay_free(struct overlay *self) {
    if (self) arena_free(self->memory);
}

const char *overlay_hash(const struct overlay *self) { return self->hash; }

static uint64_t fold_key(const struct folded *folded) { return (uint64_t)hash_bytes(folded->bytes, folded->size) + 1; }

static const struct overlay_word *word_of(const struct overlay *self, uint32_t word) {
    uint32_t first = self->table->words.count;
    return word >= first && word - first < self->words.count ? &self->words.at[word - first] : NULL;
}

uint32_t overlay_base(const struct overlay *self, uint32_t word) {
    const struct overlay_word *w = word_of(self, word);
    return w ? w->base : word;
}

uint32_t overlay_find(const struct overlay *self, slice word, const struct folded *folded, uint32_t found) {
    uint32_t plain = 0;
    for (uint32_t at = map_get(&self->by_spelling, fold_key(folded), 0); at; at = self->words.at[at - 1].next) {
        const struct overlay_word *w = &self->words.at[at - 1];
        if (!slice_equal(w->folded, (slice){ folded->bytes, folded->size })) continue;
        uint32_t number = self->table->words.count + at - 1;
        if (!w->exact)
            plain = number;
        else if (folded->changed && word_written_as(word, w->spelling))
            return number;
    }
    const struct table_word *words = TABLE_SECTION(self->table, struct table_word, words);
    return found && words[found].flags & WORD_EXACT ? found : plain ? plain : found;
}

size_t overlay_senses(const struct overlay *self, uint32_t word, const struct lexicon_sense **out) {
    const struct overlay_word *w = word_of(self, word);
    *out = w ? w->senses.at : NULL;
    return w ? w->senses.count : 0;
}

/* Classes that user tables give to lemmas of the constant table may be any word's: the mask rules out, it does not assert. */
uint64_t overlay_word_mask(const struct overlay *self, uint32_t word) {
    const struct overlay_word *w = word_of(self, word);
    uint64_t mask = self->mask;
    if (!w || w->base < self->table->words.count) mask |= table_mask(self->table, w ? w->base : word);
    for (uint32_t i = 0; w && i < w->senses.count; i++) {
        uint32_t lemma = w->senses.at[i].lemma;
        if (w->senses.at[i].pos == POS_NUM) mask |= LEXICON_NUMERAL;
        if (lemma >= self->table->lemmas.count) continue;
        const struct table_lemma *l = &TABLE_SECTION(self->table, struct table_lemma, lemmas)[lemma];
        for (unsigned c = 0; c < l->class_count; c++)
            mask |= LEXICON_BIT(TABLE_SECTION(self->table, struct table_class, classes)[l->classes + c].class);
    }
    return mask;
}

slice overlay_spelling(const struct overlay *self, uint32_t word) {
    const struct overlay_word *w = word_of(self, word);
    return w ? w->spelling : (slice){ "", 0 };
}

static const struct overlay_lemma *lemma_of(const struct overlay *self, uint32_t lemma) {
    uint32_t first = self->table->lemmas.count;
    return lemma >= first && lemma - first < self->lemmas.count ? &self->lemmas.at[lemma - first] : NULL;
}

slice overlay_lemma(const struct overlay *self, uint32_t lemma) {
    const struct overlay_lemma *l = lemma_of(self, lemma);
    return l ? l->spelling : (slice){ "", 0 };
}

enum pos overlay_lemma_pos(const struct overlay *self, uint32_t lemma) {
    const struct overlay_lemma *l = lemma_of(self, lemma);
    return l ? (enum pos)l->pos : POS_NONE;
}

/* User tables have few lemmas, and only tests and tools ask by spelling: a plain scan. */
uint32_t overlay_lemma_find(const struct overlay *self, slice lemma, enum pos pos) {
    for (uint32_t i = 0; i < self->lemmas.count; i++)
        if (slice_equal(self->lemmas.at[i].spelling, lemma) && (pos == POS_NONE || self->lemmas.at[i].pos == pos))
            return self->table->lemmas.count + i;
    return 0;
}

bool overlay_lemma_class(const struct overlay *self, uint32_t lemma, enum lexicon_class class, int32_t *value, bool *has) {
    uint32_t at = map_get(&self->classes, (uint64_t)lemma << 16 | class, UINT32_MAX);
    if (at == UINT32_MAX) return false;
    *has = !self->values.at[at].taken;
    if (*has) *value = self->values.at[at].value;
    return true;
}

slice overlay_string(const struct overlay *self, int32_t value) {
    uint32_t at = (uint32_t)value - self->table->strings.count;
    return at < self->strings.count ? self->strings.at[at] : (slice){ "", 0 };
}

static uint64_t edge_key(uint32_t node, uint32_t word) { return (uint64_t)node << 32 | word; }

/* A node that a spelling with capitals led to goes on as the node of its plain spelling does. */
static uint32_t node_fallback(const struct overlay *self, uint32_t node) {
    return node < self->table->nodes.count ? LEXICON_NO_PATH : self->nodes.at[node - self->table->nodes.count].fallback;
}

uint32_t overlay_edge(const struct overlay *self, uint32_t node, uint32_t *word) {
    uint32_t own = *word, base = overlay_base(self, own);
    *word = base;
    for (uint32_t at = node; at != LEXICON_NO_PATH; at = node_fallback(self, at)) {
        uint32_t child = map_get(&self->edges, edge_key(at, own), LEXICON_NO_PATH);
        if (child == LEXICON_NO_PATH && base != own) child = map_get(&self->edges, edge_key(at, base), LEXICON_NO_PATH);
        if (child != LEXICON_NO_PATH) return child;
        if (at >= self->table->nodes.count || at == node) continue;
        lexicon plain = { self->table, NULL };
        child = lexicon_step(&plain, at, base < self->table->words.count ? base : 0);
        if (child != LEXICON_NO_PATH) return child;
    }
    return LEXICON_NO_PATH;
}

uint32_t overlay_phrase(const struct overlay *self, uint32_t node) {
    const uint32_t *ends = TABLE_SECTION(self->table, uint32_t, nodes);
    for (uint32_t at = node; at != LEXICON_NO_PATH; at = node_fallback(self, at)) {
        uint32_t lemma = map_get(&self->ends, (uint64_t)at + 1, 0);
        if (!lemma && at < self->table->nodes.count) lemma = ends[at];
        if (lemma) return lemma;
    }
    return 0;
}

/* Adding. */

uint32_t overlay_add_lemma(struct overlay *self, slice spelling, enum pos pos, uint8_t lang) {
    lexicon plain = { self->table, NULL };
    for (uint32_t i = 0; i < self->lemmas.count; i++)
        if (self->lemmas.at[i].pos == pos && self->lemmas.at[i].lang == lang && slice_equal(self->lemmas.at[i].spelling, spelling))
            return self->table->lemmas.count + i;
    uint32_t known = lexicon_lemma_find_pos(&plain, spelling, pos);
    if (known) {
        const struct table_lemma *l = &TABLE_SECTION(self->table, struct table_lemma, lemmas)[known];
        if (!lang || l->lang == lang || !l->lang) return known;
    }
    ARRAY_PUSH(self->memory, &self->lemmas) =
        (struct overlay_lemma){ { arena_copy(self->memory, spelling), spelling.size }, (uint8_t)pos, lang };
    return self->table->lemmas.count + self->lemmas.count - 1;
}

void overlay_add_class(struct overlay *self, uint32_t lemma, enum lexicon_class class, struct overlay_value value) {
    *map_at(self->memory, &self->classes, (uint64_t)lemma << 16 | class, true) = self->values.count;
    ARRAY_PUSH(self->memory, &self->values) = value;
    self->mask |= LEXICON_BIT(class);
}

int32_t overlay_add_string(struct overlay *self, slice text) {
    ARRAY_PUSH(self->memory, &self->strings) = (slice){ arena_copy(self->memory, text), text.size };
    return (int32_t)(self->table->strings.count + self->strings.count - 1);
}

static void add_sense(struct overlay *self, struct overlay_word *word, const struct lexicon_sense *sense) {
    for (uint32_t i = 0; i < word->senses.count; i++)
        if (word->senses.at[i].lemma == sense->lemma && word->senses.at[i].forms == sense->forms) return;
    ARRAY_PUSH(self->memory, &word->senses) = *sense;
}

/* The word in this very spelling, made with the senses that the constant table has for it. */
static uint32_t word_add(struct overlay *self, slice spelling) {
    struct folded folded;
    if (!word_fold(spelling, &folded)) return 0;
    lexicon plain = { self->table, NULL };
    bool exact = folded.changed;
    for (uint32_t at = map_get(&self->by_spelling, fold_key(&folded), 0); at; at = self->words.at[at - 1].next) {
        const struct overlay_word *w = &self->words.at[at - 1];
        if (exact ? w->exact && slice_equal(w->spelling, spelling)
                  : !w->exact && slice_equal(w->folded, (slice){ folded.bytes, folded.size }))
            return self->table->words.count + at - 1;
    }
    uint32_t *chain = map_at(self->memory, &self->by_spelling, fold_key(&folded), true);
    struct overlay_word word = { .spelling = { arena_copy(self->memory, spelling), spelling.size }, .exact = exact, .next = *chain };
    word.folded = (slice){ arena_copy(self->memory, (slice){ folded.bytes, folded.size }), folded.size };
    word.base = table_find(self->table, spelling, &folded);
    const struct lexicon_sense *senses;
    size_t count = word.base ? lexicon_senses(&plain, word.base, &senses) : 0;
    for (size_t i = 0; i < count; i++) add_sense(self, &word, &senses[i]);
    *chain = self->words.count + 1;
    uint32_t number = self->table->words.count + self->words.count;
    if (!word.base) word.base = number;
    ARRAY_PUSH(self->memory, &self->words) = word;
    return number;
}

bool overlay_add_word(struct overlay *self, slice spelling, struct lexicon_sense sense) {
    uint32_t number = word_add(self, spelling);
    if (!number) return false;
    struct overlay_word *word = &self->words.at[number - self->table->words.count];
    add_sense(self, word, &sense);
    if (word->exact || word->base >= self->table->words.count) return true;
    const struct table_word *words = TABLE_SECTION(self->table, struct table_word, words), *base = &words[word->base];
    for (uint32_t exact = base->other; exact < base->other + base->exact_count; exact++) { /* Raad is a raad too */
        slice written = { TABLE_SECTION(self->table, char, strings) + words[exact].string, words[exact].size };
        uint32_t variant = word_add(self, written);
        if (variant) add_sense(self, &self->words.at[variant - self->table->words.count], &sense);
    }
    return true;
}

bool overlay_add_phrase(struct overlay *self, const slice *parts, size_t count, uint32_t lemma) {
    uint32_t node = 0;
    lexicon both = { self->table, self };
    for (size_t i = 0; i < count; i++) {
        uint32_t word = word_add(self, parts[i]);
        if (!word) return false;
        const struct overlay_word *w = word_of(self, word);
        uint32_t key = w->exact ? word : w->base, child = map_get(&self->edges, edge_key(node, key), LEXICON_NO_PATH);
        if (child == LEXICON_NO_PATH) {
            uint32_t fallback = lexicon_step(&both, node, key);
            child = self->node_count++;
            ARRAY_PUSH(self->memory, &self->nodes) = (struct overlay_node){ fallback };
            *map_at(self->memory, &self->edges, edge_key(node, key), true) = child;
        }
        node = child;
    }
    *map_at(self->memory, &self->ends, (uint64_t)node + 1, true) = lemma;
    return true;
}

void overlay_add_hash(struct overlay *self, slice bytes) {
    unsigned char digest[crypto_hash_sha256_BYTES];
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    slice before = slice_of(self->hash[0] ? self->hash : self->table->hash);
    crypto_hash_sha256_update(&state, (const unsigned char *)before.data, before.size);
    crypto_hash_sha256_update(&state, (const unsigned char *)bytes.data, bytes.size);
    crypto_hash_sha256_final(&state, digest);
    sodium_bin2hex(self->hash, sizeof self->hash, digest, sizeof digest);
}
