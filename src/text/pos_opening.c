/* Verbs that open a paragraph without their subject: "Requests the Secretary-General to report", "Also calls upon the parties". The body
 * that speaks stands once at the head of a resolution and is the subject of every paragraph, so that the word is a verb although it looks
 * like the plural of a noun. After "and" the next act follows the same way: "…, and requests the secretariat to …". */
#include "text/pos.h"

static bool has_class(const struct text *self, uint32_t lemma) {
    static const enum lexicon_class classes[] = { CLASS_CUE_ASK,       CLASS_CUE_ORDER,    CLASS_CUE_DECIDE,
                                                  CLASS_CUE_POSITION,  CLASS_CUE_REAFFIRM, CLASS_CUE_CONFIRM,
                                                  CLASS_CUE_REITERATE, CLASS_CUE_COMMIT,   CLASS_CUE_AGREE };
    for (size_t i = 0; i < COUNT_OF(classes); i++)
        if (lexicon_lemma_class(self->words, lemma, classes[i], NULL)) return true;
    return false;
}

static bool make_verb(struct text *self, uint32_t token) {
    struct token *t = &self->tokens.at[token];
    const struct lexicon_sense *senses;
    size_t count = t->word ? lexicon_senses(self->words, t->word, &senses) : 0;
    for (size_t i = 0; i < count; i++) {
        if (senses[i].pos != POS_VERB || senses[i].lang == LANGUAGE_DUTCH || !(senses[i].forms & FORM_FINITE) ||
            !(senses[i].forms & FORM_THIRD))
            continue;
        if (!has_class(self, senses[i].lemma)) continue;
        t->pos = POS_VERB;
        t->forms = senses[i].forms;
        t->lemma = senses[i].lemma;
        return true;
    }
    return false;
}

/* What the verb governs may follow it: a name, a determiner, "that", "upon", "to"; a noun's own "of" and "for" may not. */
static bool governs(const struct text *self, uint32_t token, uint32_t last) {
    if (token >= last) return false;
    const struct token *t = &self->tokens.at[token];
    int32_t value;
    if (t->pos == POS_DET || t->pos == POS_PRON || t->pos == POS_SCONJ || t->pos == POS_PART || t->pos == POS_PROPN ||
        (t->pos == POS_NOUN && t->flags & TOKEN_CAPITAL))
        return true;
    if (t->pos == POS_ADJ || t->pos == POS_NOUN || t->pos == POS_ADV || (t->pos == POS_VERB && t->forms & FORM_PARTICIPLE)) return true;
    return t->pos == POS_ADP && t->word && lexicon_word_class(self->words, t->word, CLASS_VERB_PREPOSITION, &value);
}

/* "…, and urges developed states to act": an infinitive follows what would else be a compound. */
static bool asks_to(const struct text *self, uint32_t token, uint32_t last) {
    for (uint32_t i = token; i < last && i < token + 8; i++) {
        if (self->tokens.at[i].pos == POS_PART) return true;
        if (self->tokens.at[i].pos != POS_NOUN && self->tokens.at[i].pos != POS_ADJ && self->tokens.at[i].pos != POS_PROPN) return false;
    }
    return false;
}

void pos_opening(struct text *self) {
    if (self->record->genre != GENRE_RESOLUTION) return;
    for (uint32_t b = 0; b < self->blocks.count; b++) {
        const struct text_block *block = &self->blocks.at[b];
        if (block->kind == BLOCK_HEADING || block->kind == BLOCK_FURNITURE) continue;
        for (uint32_t s = block->first_sentence; s < block->last_sentence; s++) {
            uint32_t at = self->sentences.at[s].first, last = self->sentences.at[s].last;
            if (s == block->first_sentence && block->label_first < block->label_last && block->label_last > at) at = block->label_last;
            for (uint32_t words = 0; at < last && words < 2 && self->tokens.at[at].pos == POS_ADV; words++) at++;
            if (at >= last) continue;
            if (governs(self, at + 1, last)) (void)make_verb(self, at);
            for (uint32_t i = at + 1; i + 1 < last; i++)
                if (self->tokens.at[i].pos == POS_CCONJ &&
                    (self->tokens.at[i + 1].pos == POS_NOUN || self->tokens.at[i + 1].pos == POS_PROPN) && governs(self, i + 2, last) &&
                    ((self->tokens.at[i + 2].pos != POS_NOUN && self->tokens.at[i + 2].pos != POS_ADJ) || asks_to(self, i + 2, last)))
                    (void)make_verb(self, i + 1);
        }
    }
}
