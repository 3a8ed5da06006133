/* Motions: the paragraph that opens with a verb of asking is the dictum, however its sentence goes on: "roept de regering op om, los van …,
 * een plan te maken". The House is its subject and stands once, at the head. */
#include "statement/unit.h"

/* The verb asks or orders, with its particle somewhere in the sentence if it has one. */
static bool asks(const struct analysis *self, uint32_t verb, uint32_t last) {
    static const enum lexicon_class classes[] = { CLASS_CUE_ASK, CLASS_CUE_ORDER };
    const struct lexicon_sense *senses;
    size_t count = lexicon_senses(self->words, token_at(self, verb)->word, &senses);
    for (size_t s = 0; s < count; s++) {
        if (senses[s].pos != POS_VERB || !(senses[s].forms & FORM_FINITE)) continue;
        for (size_t c = 0; c < COUNT_OF(classes); c++) {
            if (lexicon_lemma_class(self->words, senses[s].lemma, classes[c], NULL)) return true;
            for (uint32_t i = verb + 1; i < last; i++) {
                if (!token_may_be(self, i, CLASS_PARTICLE)) continue;
                uint32_t joined = lexicon_separable(self->words, senses[s].lemma, token_at(self, i)->word);
                if (joined && lexicon_lemma_class(self->words, joined, classes[c], NULL)) return true;
            }
        }
    }
    return false;
}

bool motion_dictum(const struct analysis *self, uint32_t sentence) {
    const struct sentence *s = &self->text->sentences.at[sentence];
    const struct text_block *block = &self->text->blocks.at[s->block];
    if (self->text->record->genre != GENRE_MOTION || sentence != block->first_sentence) return false;
    uint32_t first = s->first < block->label_last && block->label_last < s->last ? block->label_last : s->first;
    while (first < s->last && token_at(self, first)->pos == POS_CCONJ) first++;
    return first < s->last && !(token_at(self, first)->flags & TOKEN_CAPITAL) && asks(self, first, s->last);
}
