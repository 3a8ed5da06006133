/* Decision lists of committees: "Besluit: Aanmelden voor plenaire behandeling." What follows the label is the decision, an infinitive
 * phrase or a participle without a finite verb ("Plenaire behandeling is reeds gestart" is a report). Several infinitives are several
 * decisions when their times or conditions differ: "Aanhouden tot de volgende vergadering en de notitie afwachten".
 *
 * Lists of action points: "Havenbedrijf: gezamenlijke oefening, vóór 1 september": under a heading that says so, each item without a finite
 * verb is work planned for whom it names. */
#include "statement/clause_parts.h"
#include "statement/unit.h"

/* The bare infinitive of a verb of asking with somebody before it: "De minister | verzoeken …"; NO_TOKEN if it is another. */
static uint32_t asks_last(const struct analysis *self, uint32_t first, uint32_t last) {
    int32_t strength;
    uint32_t at = 0;
    for (uint32_t i = first + 1; i < last; i++) {
        const struct token *t = token_at(self, i);
        if (t->pos != POS_VERB || token_is(self, i - 1, CLASS_INFINITIVE_MARK)) continue;
        bool asks = token_class(self, i, CLASS_CUE_ASK, &strength) && strength >= 3;
        return asks && mention_next(self, MENTION_ACTOR, first, i, &at) ? i : NO_TOKEN;
    }
    return NO_TOKEN;
}

static void decision_add(struct analysis *self, uint32_t label, uint32_t first, uint32_t last, struct statements *out) {
    unit_trim(self, &first, &last);
    if (first >= last) return;
    struct unit unit = { .first = first, .last = last, .clause = self->owner[first] };
    facts_find(self, unit.clause, &unit.facts);
    uint32_t asks = asks_last(self, first, last); /* "De minister verzoeken vóór 15 maart te antwoorden" (N1) */
    verdict_set(&unit.verdict, asks == NO_TOKEN ? KIND_DECISION : KIND_REQUEST, "committee", asks == NO_TOKEN ? label : asks, 850);
    unit.part_first = first;
    unit.part_last = last;
    uint32_t added = unit_add(self, &unit, out);
    out->all.at[added].issuer = (struct slot){ .value = unit.facts.author_id };
}

/* Whether the word has such a form: a label's infinitive looks like a finite plural. */
static bool may_be(const struct analysis *self, uint32_t token, uint16_t forms) {
    const struct lexicon_sense *senses;
    size_t count = lexicon_senses(self->words, token_at(self, token)->word, &senses);
    for (size_t i = 0; i < count; i++)
        if (senses[i].pos == POS_VERB && (senses[i].forms & forms)) return true;
    return false;
}

static bool is_decision_label(const struct analysis *self, uint32_t token) {
    const struct token *t = token_at(self, token); /* itself, no compound: "Verkeersbesluit" */
    return t->written && lexicon_word_class(self->words, t->word, CLASS_DECISION_LABEL, NULL);
}

static bool is_label(const struct analysis *self, uint32_t i, uint32_t last) {
    return i + 1 < last && token_is_punct(self, i + 1, ':') && (token_at(self, i)->flags & TOKEN_CAPITAL);
}

/* "… tot de volgende vergadering | en BOR-notitie afwachten": after the first infinitive or a time, a coordinator before another
 * infinitive. */
static uint32_t second_decision(const struct analysis *self, uint32_t first, uint32_t last) {
    bool verb = false;
    for (uint32_t i = first; i < last; i++) {
        const struct token *t = token_at(self, i);
        bool infinitive = t->pos == POS_VERB && may_be(self, i, FORM_INFINITIVE);
        if (verb && t->pos == POS_CCONJ) {
            for (uint32_t j = i + 1; j < last; j++)
                if (may_be(self, j, FORM_INFINITIVE) && last - j <= 2 && (j + 1 == last || token_at(self, j + 1)->shape == SHAPE_PUNCT))
                    return i;
        }
        verb |= infinitive;
    }
    return NO_TOKEN;
}

/* A word that opens a subordinate clause stands between: its verb comes last. */
static bool subordinate_before(const struct analysis *self, uint32_t first, uint32_t verb) {
    for (uint32_t i = first; i < verb; i++)
        if (token_at(self, i)->pos == POS_SCONJ || (token_is(self, i, CLASS_SUBORDINATOR) && token_at(self, i)->pos == POS_ADP &&
                                                    i + 2 < verb && at_clause_end(self, verb, verb + 1)))
            return true;
    return false;
}

/* The main clause whose finite verb stands among the tokens; NULL if they have none of their own: "Aanhouden tot de brief is ontvangen". */
static const struct clause *main_clause(const struct analysis *self, uint32_t first, uint32_t last) {
    for (uint32_t i = first; i < last; i++) {
        const struct token *t = token_at(self, i);
        if (!verbal(t) || !(t->forms & FORM_FINITE) || may_be(self, i, FORM_INFINITIVE | FORM_PARTICIPLE)) continue;
        const struct clause *clause = &self->clauses.at[self->owner[i]];
        if (clause->type == CLAUSE_MAIN && clause->finite == i) return subordinate_before(self, first, i) ? NULL : clause;
    }
    return NULL;
}

/* A sentence settles something too: "Het werkbezoek wordt uitgesteld", "Het verzoek is gehonoreerd", "De commissie stemt in". What is told
 * as done ("De behandeling is reeds gestart") does not. */
static bool settles(const struct analysis *self, const struct clause *clause) {
    if (clause->past || clause->head == NO_TOKEN) return false;
    bool perfect = lexicon_word_class(self->words, token_at(self, clause->finite)->word, CLASS_PERFECT, NULL);
    bool decides = clause_verb_class(self, clause, CLASS_CUE_DECIDE, NULL) || clause_verb_class(self, clause, CLASS_CUE_DISCHARGE, NULL) ||
                   clause_verb_class(self, clause, CLASS_CUE_AGREE, NULL);
    if (clause->passive) return !perfect || decides;
    return !clause->perfect && !clause_verb_class(self, clause, CLASS_COPULA, NULL);
}

/* "tot de volgende vergadering": a limit of time among the tokens. */
static bool until(const struct analysis *self, uint32_t first, uint32_t last) {
    for (uint32_t i = first; i < last; i++)
        if (token_at(self, i)->pos == POS_ADP && token_is(self, i, CLASS_EVENT_MARK)) return true;
    return false;
}

/* The tokens [first, last) after a decision's label: a sentence that settles, or without a finite verb one decision or two. */
static void decisions_in(struct analysis *self, uint32_t label, uint32_t first, uint32_t last, struct statements *out) {
    const struct clause *clause = main_clause(self, first, last);
    if (clause) {
        if (settles(self, clause)) decision_add(self, label, first, last, out);
        return;
    }
    uint32_t second = second_decision(self, first, last), at = 0;
    /* one decision with two parts, unless a time or an event parts them (U4) */
    if (second != NO_TOKEN && !mention_next(self, MENTION_TIMEX, first, second, &at) && !until(self, first, second)) second = NO_TOKEN;
    decision_add(self, label, first, second == NO_TOKEN ? last : second, out);
    if (second != NO_TOKEN) decision_add(self, label, second + 1, last, out);
}

bool decisions_block(struct analysis *self, uint32_t index, struct statements *out) {
    const struct text *text = self->text;
    const struct text_block *block = &text->blocks.at[index];
    const struct text_block *key = block->parent >= 0 ? &text->blocks.at[block->parent] : NULL;
    if (block->kind != BLOCK_KEY && key && key->kind == BLOCK_KEY) {
        uint32_t label = key->label_first < key->label_last ? key->label_last : key->first;
        if (label >= key->last || !is_decision_label(self, label)) return false;
        for (uint32_t s = block->first_sentence; s < block->last_sentence; s++)
            decisions_in(self, label, text->sentences.at[s].first, text->sentences.at[s].last, out);
        return true;
    }
    bool any = false;
    for (uint32_t s = block->first_sentence; s < block->last_sentence; s++) {
        const struct sentence *sentence = &text->sentences.at[s];
        for (uint32_t i = sentence->first; i < sentence->last; i++) {
            if (!is_label(self, i, sentence->last) || !is_decision_label(self, i)) continue;
            uint32_t first = i + 2, last = first;
            while (last < sentence->last && !is_label(self, last, sentence->last)) last++;
            decisions_in(self, i, first, last, out);
            any = true;
            i = last - 1;
        }
    }
    return any;
}

bool actions_block(struct analysis *self, uint32_t index, struct statements *out) {
    const struct text_block *block = &self->text->blocks.at[index];
    if (block->kind != BLOCK_LIST_ITEM || block->section < 0 || block->first_sentence >= block->last_sentence) return false;
    const struct text_block *heading = &self->text->blocks.at[block->section];
    bool actions = false;
    for (uint32_t i = heading->first; i < heading->last && !actions; i++) actions = token_is(self, i, CLASS_ACTION_HEADING);
    if (!actions) return false;
    const struct clause *clause = &self->clauses.at[self->sentence_clause[block->first_sentence]];
    /* "item closed": what may be a participle at the end is one */
    bool participle = clause->finite != NO_TOKEN && clause->finite + 2 >= block->last && may_be(self, clause->finite, FORM_PARTICIPLE);
    if (clause->finite != NO_TOKEN && !participle) return false;
    struct unit unit = { .first = block->label_first < block->label_last ? block->label_last : block->first,
                         .last = block->last,
                         .clause = self->sentence_clause[block->first_sentence] };
    unit_trim(self, &unit.first, &unit.last);
    if (unit.first >= unit.last) return false;
    facts_find(self, unit.clause, &unit.facts);
    bool closed = false;
    for (uint32_t i = unit.first; i < unit.last && !closed; i++)
        closed =
            token_is(self, i, CLASS_CUE_DISCHARGE) || (i + 2 >= block->last && may_be(self, i, FORM_PARTICIPLE) &&
                                                       lexicon_word_class(self->words, token_at(self, i)->word, CLASS_CUE_DISCHARGE, NULL));
    unit.part_first = unit.first;
    unit.part_last = unit.last;
    verdict_set(&unit.verdict, closed ? KIND_DISCHARGE : KIND_PLAN, closed ? "complete" : "assigned", unit.first, 800);
    uint32_t added = unit_add(self, &unit, out);
    int32_t mention = actor_mention_in(self->mentions, unit.first, unit.last);
    if (mention >= 0 && !closed) {
        const struct mention *m = &self->mentions->all.at[mention];
        out->all.at[added].actor = (struct slot){ m->first, m->last, m->span, m->actor_id, NULL };
    }
    return true;
}
