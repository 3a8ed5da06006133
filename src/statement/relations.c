/* Relations inside the record (guideline, section 6): a discharge to the promise that it recalls, a refusal to the discharge before it, a
 * condition or elaboration to the tracked statement that it limits or completes, references outside the record. */
#include "statement/unit.h"

static void relate(struct analysis *self, struct statement *from, enum relation type, int32_t statement, const char *target) {
    ARRAY_PUSH(self->memory, &from->relations) = (struct statement_relation){ type, statement, target };
}

static bool nested_in(const struct statement *inner, const struct statement *outer) {
    return inner != outer && span_contains(outer->span, inner->span);
}

/* Words of content that two statements share. */
static unsigned shared_lemmas(const struct analysis *self, const struct statement *a, const struct statement *b) {
    unsigned shared = 0;
    for (uint32_t i = a->first; i < a->last && i < a->first + 60; i++) {
        const struct token *x = token_at(self, i);
        if ((x->pos != POS_NOUN && x->pos != POS_PROPN) || !x->lemma) continue;
        for (uint32_t j = b->first; j < b->last && j < b->first + 60; j++)
            if (token_at(self, j)->lemma == x->lemma) {
                shared++;
                break;
            }
    }
    return shared;
}

/* The latest tracked statement at most `reach` statements back, in the same section. */
static int32_t tracked_before(const struct analysis *self, const struct statements *all, uint32_t index, uint32_t reach) {
    const struct statement *self_statement = &all->all.at[index];
    int32_t section = self->text->blocks.at[self_statement->block].section;
    for (uint32_t i = index, steps = 0; i-- > 0 && steps < reach; steps++) {
        const struct statement *earlier = &all->all.at[i];
        if (self->text->blocks.at[earlier->block].section != section) return -1;
        if (statement_recalled(earlier)) continue;
        if (nested_in(self_statement, earlier) && earlier->kind == self_statement->kind) continue;
        if (kind_tracked((enum kind)earlier->kind) || earlier->kind == KIND_REAFFIRMATION) return (int32_t)i;
    }
    return -1;
}

static bool points_back(const struct analysis *self, const struct statement *statement) {
    for (uint32_t i = statement->first; i < statement->last && i < statement->first + 6; i++)
        if (token_is(self, i, CLASS_ANAPHOR) || token_is(self, i, CLASS_PRONOMINAL) || token_is(self, i, CLASS_TIME_PRESENT)) return true;
    return false;
}

/* What is planned or laid down inside an act is that act's: "[de ministers] besloten een fonds op te richten, dat 1 miljard zal
 * investeren", "herbevestigden de conclusies, waarbij …". The writer of the letter only tells it. */
static void issuers_inherit(struct statements *out) {
    for (uint32_t i = 0; i < out->all.count; i++) {
        const struct statement *outer = &out->all.at[i];
        if (!outer->issuer.value || !(kind_tracked((enum kind)outer->kind) || kind_linking((enum kind)outer->kind))) continue;
        for (uint32_t j = i + 1; j < out->all.count && out->all.at[j].span.start < outer->span.end; j++) {
            struct statement *inner = &out->all.at[j];
            if (nested_in(inner, outer) && (inner->kind == KIND_PLAN || inner->kind == KIND_CONDITION) && !statement_recalled(inner))
                inner->issuer.value = outer->issuer.value;
        }
    }
}

void relations_find(struct analysis *self, struct statements *out) {
    issuers_inherit(out);
    for (uint32_t i = 0; i < out->all.count; i++) {
        struct statement *s = &out->all.at[i];
        switch (s->kind) {
        case KIND_DISCHARGE: {
            bool found = false;
            for (uint32_t j = i + 1; j < out->all.count && out->all.at[j].first < s->last; j++)
                if (nested_in(&out->all.at[j], s) && statement_recalled(&out->all.at[j]))
                    relate(self, s, RELATION_DISCHARGES, (int32_t)j, NULL), found = true;
            for (uint32_t r = 0; r < s->references.count && !found; r++) {
                const struct mention *m = &self->mentions->all.at[s->references.at[r].mention];
                if (!m->value || !m->sub || (strcmp(m->sub, "kamerstuk") != 0 && strcmp(m->sub, "toezegging") != 0)) continue;
                relate(self, s, RELATION_DISCHARGES, -1, arena_format(self->memory, "EXT:%s", m->value));
                found = true;
            }
            for (uint32_t j = i; j-- > 0 && !found && i - j < 12;) {
                const struct statement *earlier = &out->all.at[j];
                if ((earlier->kind == KIND_DECISION || earlier->kind == KIND_COMMITMENT || earlier->kind == KIND_REQUEST) &&
                    (shared_lemmas(self, s, earlier) > 0 || i - j <= 2))
                    relate(self, s, RELATION_DISCHARGES, (int32_t)j, NULL), found = true;
            }
            break;
        }
        case KIND_REFUSAL: {
            /* a promise to see whether something can be done, seen to in the sentence before and refused here: both are answered */
            for (uint32_t j = i; j-- > 0 && i - j <= 3;) {
                const struct statement *earlier = &out->all.at[j];
                if (earlier->sentence + 1 < s->sentence) break;
                if (earlier->kind == KIND_COMMITMENT && statement_recalled(earlier) &&
                    shared_lemmas(self, s, earlier) + shared_lemmas(self, s, &out->all.at[j ? j - 1 : 0]) > 0) {
                    relate(self, s, RELATION_REFUSES, (int32_t)j, NULL);
                    break;
                }
                if (earlier->kind == KIND_REQUEST) {
                    relate(self, s, RELATION_REFUSES, (int32_t)j, NULL);
                    break;
                }
            }
            for (uint32_t j = i + 1; j < out->all.count && out->all.at[j].first < s->last; j++)
                if (nested_in(&out->all.at[j], s) && statement_recalled(&out->all.at[j]))
                    relate(self, s, RELATION_REFUSES, (int32_t)j, NULL);
            break;
        }
        case KIND_CONDITION: {
            int32_t target = tracked_before(self, out, i, 4);
            if (target >= 0) relate(self, s, RELATION_CONDITIONS, target, NULL);
            break;
        }
        case KIND_REAFFIRMATION:
            for (uint32_t r = 0; r < s->references.count; r++) {
                const struct mention *m = &self->mentions->all.at[s->references.at[r].mention];
                if (!m->value) continue;
                relate(self, s, RELATION_REAFFIRMS, -1, arena_format(self->memory, "EXT:%s", m->value));
                break;
            }
            break;
        case KIND_PLAN:
        case KIND_INTENTION:
        case KIND_REQUEST: {
            int32_t target = points_back(self, s) ? tracked_before(self, out, i, 3) : -1;
            if (target >= 0 && !nested_in(&out->all.at[target], s)) relate(self, s, RELATION_ELABORATES, target, NULL);
            break;
        }
        default:
            break;
        }
    }
}
