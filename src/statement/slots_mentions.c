/* Slots: quantities, references, classification. */
#include "statement/unit.h"

void slots_mentions(struct analysis *self, const struct unit *unit, struct statement *statement) {
    uint32_t at = 0, end = unit->last;
    /* "(Kamerstuk 28 676, nr. 367)" right after the span belongs to it too */
    while (end < self->text->tokens.count && self->aside[end] && end < self->text->sentences.at[unit->facts.clause->sentence].last) end++;
    for (const struct mention *m; (m = mention_next(self, MENTION_QUANTITY, unit->first, unit->last, &at));)
        if (!self->aside[m->first] && m->sub && strcmp(m->sub, "ordinal") != 0) ARRAY_PUSH(self->memory, &statement->quantities) = (uint32_t)(m - self->mentions->all.at);
    at = 0;
    for (const struct mention *m; (m = mention_next(self, MENTION_REFERENCE, unit->first, end, &at));)
        if (strcmp(m->sub, "footnote-mark") != 0) ARRAY_PUSH(self->memory, &statement->references) = (uint32_t)(m - self->mentions->all.at);
    for (uint32_t i = unit->first; i < unit->last; i++) {
        int32_t label;
        if (!token_class(self, i, CLASS_CUE_CLASSIFIED, &label)) continue;
        statement->classification = (struct slot){ i, i + 1, text_span(self->text, i, i + 1), lexicon_string(self->words, label).data, NULL };
        break;
    }
}
