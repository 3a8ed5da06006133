/* How user tables are laid over the constant vocabulary: what overlay.c keeps and user_table.c adds. */
#ifndef GRIFFIE_LEXICON_OVERLAY_BUILD_H
#define GRIFFIE_LEXICON_OVERLAY_BUILD_H

#include "lexicon/overlay.h"

struct map {
    struct {
        uint64_t key;
        uint32_t value;
    } * slots;
    uint32_t count, size;
};
struct overlay_word {
    slice spelling, folded;
    uint32_t base; /* the word of the constant table, else itself */
    uint32_t next; /* with the same hash: index + 1 */
    bool exact;    /* only with these capitals */
    ARRAY(struct lexicon_sense) senses;
};
struct overlay_lemma {
    slice spelling;
    uint8_t pos, lang;
};
struct overlay_value {
    int32_t value;
    bool taken /* the class is taken away from the lemma */;
};
struct overlay_node {
    uint32_t fallback;
};

struct overlay {
    arena *memory;
    const struct table_header *table;
    ARRAY(struct overlay_word) words;
    ARRAY(struct overlay_lemma) lemmas;
    ARRAY(struct overlay_value) values;
    ARRAY(slice) strings;
    ARRAY(struct overlay_node) nodes;
    uint32_t node_count;
    uint64_t mask; /* of all classes given */
    struct map by_spelling, classes /* (lemma, class) → values */, edges, ends /* node + 1 → lemma */;
    char hash[65];
};

struct overlay *overlay_new(const struct table_header *table);
/* The lemma, of the constant table if it has it. */
uint32_t overlay_add_lemma(struct overlay *self, slice spelling, enum pos pos, uint8_t lang);
void overlay_add_class(struct overlay *self, uint32_t lemma, enum lexicon_class class, struct overlay_value value);
int32_t overlay_add_string(struct overlay *self, slice text);
/* False if a word is too long. */
bool overlay_add_word(struct overlay *self, slice spelling, struct lexicon_sense sense);
bool overlay_add_phrase(struct overlay *self, const slice *parts, size_t count, uint32_t lemma);
/* Takes the bytes of a table into the hash. */
void overlay_add_hash(struct overlay *self, slice bytes);

uint32_t *map_at(arena *memory, struct map *self, uint64_t key, bool add);

#endif
