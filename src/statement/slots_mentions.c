/* Slots: quantities, references, classification. */
#include "statement/unit.h"

/* "tijdens de Top in Madrid in 2022": a meeting inside a time is when, not what the statement rests on. */
static bool says_when(struct analysis *self, const struct mention *meeting) {
    uint32_t at = 0, from = meeting->first > 8 ? meeting->first - 8 : 0;
    if (strcmp(meeting->sub, "meeting") != 0) return false;
    for (const struct mention *m; (m = mention_next(self, MENTION_TIMEX, from, meeting->last + 4, &at));)
        if (m->first < meeting->first && m->last >= meeting->last) return true;
    return false;
}

/* A committee's decision is about the paper that its agenda item names before it: "Zaak: Brief … - 31475-3 / Besluit: Technische briefing".
 */
static void paper_decided_on(struct analysis *self, const struct unit *unit, struct statement *statement) {
    enum { TOKENS_BACK = 160 };
    for (uint32_t i = 0; i < statement->references.count; i++)
        if (self->mentions->all.at[statement->references.at[i]].value) return;
    uint32_t from = unit->first > TOKENS_BACK ? unit->first - TOKENS_BACK : 0, at = 0;
    const struct mention *last = NULL;
    for (const struct mention *m; (m = mention_next(self, MENTION_REFERENCE, from, unit->first, &at));)
        if (m->scheme && (strcmp(m->scheme, "kst") == 0 || strcmp(m->scheme, "TK") == 0)) last = m;
    if (last) statement->references.count = 0, ARRAY_PUSH(self->memory, &statement->references) = (uint32_t)(last - self->mentions->all.at);
}

void slots_mentions(struct analysis *self, const struct unit *unit, struct statement *statement) {
    uint32_t at = 0, end = unit->last;
    /* "(Kamerstuk 28 676, nr. 367)" right after the span belongs to it too */
    while (end < self->text->tokens.count && self->aside[end] && end < self->text->sentences.at[unit->facts.clause->sentence].last) end++;
    for (const struct mention *m; (m = mention_next(self, MENTION_QUANTITY, unit->first, unit->last, &at));)
        if (!self->aside[m->first] && m->sub && strcmp(m->sub, "ordinal") != 0)
            ARRAY_PUSH(self->memory, &statement->quantities) = (uint32_t)(m - self->mentions->all.at);
    at = 0;
    for (const struct mention *m; (m = mention_next(self, MENTION_REFERENCE, unit->first, end, &at));)
        if (strcmp(m->sub, "footnote-mark") != 0 && !says_when(self, m))
            ARRAY_PUSH(self->memory, &statement->references) = (uint32_t)(m - self->mentions->all.at);
    /* What a footnote at the statement's words or right behind them cites: "… Aslami² verzoekt" + "2 Kamerstuk 36 200 X, nr. 14". */
    for (uint32_t i = unit->first; i < end + 2 && i < self->text->tokens.count; i++) {
        int32_t footnote = reference_footnote(self->text, i);
        if (footnote < 0) continue;
        uint32_t from = 0;
        const struct text_block *block = &self->text->blocks.at[footnote];
        for (const struct mention *m; (m = mention_next(self, MENTION_REFERENCE, block->first, block->last, &from));)
            if (m->value && m->first > block->label_first)
                ARRAY_PUSH(self->memory, &statement->references) = (uint32_t)(m - self->mentions->all.at);
    }
    if (self->text->record->genre == GENRE_DECISIONS && kind_tracked(statement->kind)) paper_decided_on(self, unit, statement);
    for (uint32_t i = unit->first; i < unit->last; i++) {
        int32_t label;
        if (!token_class(self, i, CLASS_CUE_CLASSIFIED, &label)) continue;
        statement->classification =
            (struct slot){ i, i + 1, text_span(self->text, i, i + 1), lexicon_string(self->words, label).data, NULL };
        break;
    }
}
