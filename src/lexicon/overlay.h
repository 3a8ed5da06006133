/* User tables over the constant vocabulary, in memory of their own. Private to the room.
 *
 * Numbers go on where those of the constant table end. A word of a user table that the constant table has too gets a new number
 * with the senses of both; its `base` stays the key of phrases. A class that a user table gives to a lemma of the constant table
 * (or takes away: "-CUE_COMMIT") stands beside the lemma, which keeps its number. */
#ifndef GRIFFIE_LEXICON_OVERLAY_H
#define GRIFFIE_LEXICON_OVERLAY_H

#include "lexicon/table.h"

struct overlay;
void overlay_free(struct overlay *self);
struct lexicon {
    const struct table_header *table;
    struct overlay *overlay;
};

uint32_t table_find(const struct table_header *table, slice word, const struct folded *folded);

/* `found`: what the constant table has. */
uint32_t overlay_find(const struct overlay *self, slice word, const struct folded *folded, uint32_t found);
size_t overlay_senses(const struct overlay *self, uint32_t word, const struct lexicon_sense **out);
uint64_t overlay_word_mask(const struct overlay *self, uint32_t word);
slice overlay_spelling(const struct overlay *self, uint32_t word);
slice overlay_lemma(const struct overlay *self, uint32_t lemma);
enum pos overlay_lemma_pos(const struct overlay *self, uint32_t lemma);
uint32_t overlay_lemma_find(const struct overlay *self, slice lemma, enum pos pos);
/* False: the user tables say nothing about it. */
bool overlay_lemma_class(const struct overlay *self, uint32_t lemma, enum lexicon_class class, int32_t *value, bool *has);
slice overlay_string(const struct overlay *self, int32_t value);
/* The child, or LEXICON_NO_PATH and *word set to its base in the constant table. */
uint32_t overlay_edge(const struct overlay *self, uint32_t node, uint32_t *word);
uint32_t overlay_phrase(const struct overlay *self, uint32_t node);
uint32_t overlay_base(const struct overlay *self, uint32_t word);
const char *overlay_hash(const struct overlay *self);

#endif
