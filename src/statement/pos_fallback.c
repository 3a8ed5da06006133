#include "statement/clause.h"
static const struct lexicon_sense *pick(const struct lexicon_sense *s, size_t n, uint32_t mask, uint16_t forms) {
    for (size_t i = 0; i < n; i++) if ((mask >> s[i].pos & 1) && (!forms || (s[i].forms & forms))) return &s[i];
    return NULL;
}
void pos_fallback(const struct text *text);
void pos_fallback(const struct text *text) {
    enum { V = 1 << POS_VERB | 1 << POS_AUX, CL = 1 << POS_DET | 1 << POS_ADP | 1 << POS_PRON | 1 << POS_CCONJ | 1 << POS_SCONJ | 1 << POS_AUX | 1 << POS_PART, NA = 1 << POS_NOUN | 1 << POS_ADJ | 1 << POS_PROPN };
    for (uint32_t i = 0; i < text->tokens.count; i++) {
        struct token *t = &text->tokens.at[i];
        const struct token *b = i ? &text->tokens.at[i - 1] : NULL;
        if (t->shape == SHAPE_PUNCT) { t->pos = POS_PUNCT; continue; }
        if (t->shape == SHAPE_NUMBER) { t->pos = POS_NUM; continue; }
        const struct lexicon_sense *s; size_t n = t->word ? lexicon_senses(text->words, t->word, &s) : 0;
        const struct lexicon_sense *c = NULL;
        if (!n) { t->pos = t->flags & TOKEN_CAPITAL && b && b->shape != SHAPE_PUNCT ? POS_PROPN : POS_NOUN; continue; }
        if (b && (b->pos == POS_DET || b->pos == POS_ADJ)) c = pick(s, n, NA, 0);
        if (!c && b && b->pos == POS_PART) c = pick(s, n, V, FORM_INFINITIVE);
        if (!c && b && b->pos == POS_AUX) c = pick(s, n, V, FORM_PARTICIPLE | FORM_INFINITIVE);
        if (!c && !(b && b->pos == POS_DET)) { c = pick(s, n, CL, 0); }
        if (!c && b && (b->pos == POS_NOUN || b->pos == POS_PRON || b->pos == POS_PROPN || b->pos == POS_ADV || b->pos == POS_PUNCT)) c = pick(s, n, V, 0);
        if (!c && b && b->pos == POS_ADP) c = pick(s, n, NA, 0);
        if (!c) c = &s[0];
        t->pos = c->pos; t->forms = c->forms; t->lemma = c->lemma;
    }
}
