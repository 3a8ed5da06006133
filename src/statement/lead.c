/* Leads and what stands under them: "Demands that Iraq: (a) …; (b) …" are several statements, each of the lead's kind and with its slots;
 * the first begins with the lead. What is decided may itself be to order or to ask. */
#include "statement/clause_parts.h"
#include "statement/unit.h"

/* "Breng de communicatie in beeld": the bare form in front of what is no pronoun tells somebody what to do. */
static bool is_order(const struct analysis *self, const struct clause *clause) {
    int32_t modal;
    if (clause->type != CLAUSE_MAIN || clause->finite == NO_TOKEN || clause->finite != clause->first ||
        self->language[clause->finite] != LANGUAGE_DUTCH || auxiliary_class(self, clause->finite, CLASS_MODAL, &modal) ||
        (clause->finite + 1 < clause->last && token_at(self, clause->finite + 1)->pos == POS_PRON))
        return false;
    return may_be_bare(self, clause->finite);
}

/* "Is het college het met ons eens dat …;": a question without its sign. */
static bool asks_first(const struct analysis *self, const struct clause *clause) {
    return clause->finite != NO_TOKEN && clause->verb_first && self->language[clause->finite] == LANGUAGE_DUTCH &&
           clause->subject_first > clause->finite && clause->subject_first <= clause->finite + 3 &&
           clause->subject_first < clause->subject_last;
}

/* An item is part of what its lead says unless it is a sentence of its own: it has a subject and a finite verb. */
static bool item_continues(const struct analysis *self, uint32_t sentence) {
    for (uint32_t c = self->sentence_clause[sentence]; c < self->sentence_clause[sentence + 1]; c++) {
        const struct clause *clause = &self->clauses.at[c];
        if (is_order(self, clause)) return true;
        if (clause->type == CLAUSE_MAIN && (clause->question || asks_first(self, clause))) return false; /* "Is het college bereid …" */
        if (clause->finite != NO_TOKEN && token_is(self, clause->finite, CLASS_CUE_CLOSE)) return false; /* "en gaat over tot de orde" */
        if (clause->type == CLAUSE_MAIN)
            return clause->finite == NO_TOKEN || clause->subject_first == clause->subject_last || clause->finite == clause->first;
    }
    return true;
}

/* The block is an item of the lead, or of one of its items. */
static bool is_under(const struct text *text, const struct text_block *block, int32_t lead) {
    for (uint32_t depth = 0; depth < 8 && block->parent >= 0; depth++) {
        if (block->parent == lead) return true;
        block = &text->blocks.at[block->parent];
    }
    return false;
}

/* "De raad besluit:" | "De profielschetsen vast te stellen.": the paragraph right behind a lead that asks for it, an infinitive phrase. */
static bool completes(const struct analysis *self, const struct text_block *block, int32_t lead) {
    const struct text *text = self->text;
    if (block->kind != BLOCK_PARAGRAPH || block->first_sentence >= block->last_sentence || block->parent >= 0) return false;
    int32_t before = (int32_t)(block - text->blocks.at) - 1;
    while (before > lead && (text->blocks.at[before].kind == BLOCK_FOOTNOTE || text->blocks.at[before].kind == BLOCK_FURNITURE)) before--;
    const struct clause *clause = &self->clauses.at[self->sentence_clause[block->first_sentence]];
    if (before != lead || clause->finite != NO_TOKEN || self->language[block->first] != LANGUAGE_DUTCH) return false;
    for (uint32_t i = clause->first; i + 1 < clause->last; i++)
        if (token_is(self, i, CLASS_INFINITIVE_MARK) && verbal(token_at(self, i + 1)) &&
            self->owner[i] == (uint32_t)(clause - self->clauses.at))
            return true;
    return false;
}

/* The verb of the class of an item's first infinitive, with what belongs to it: "opdracht te geven", "op te dragen"; NO_TOKEN if it is
 * another. */
static uint32_t infinitive_of(const struct analysis *self, uint32_t first, uint32_t last, enum lexicon_class class) {
    int32_t strength = 0;
    for (uint32_t i = first; i + 1 < last; i++) {
        const struct token *verb = token_at(self, i + 1);
        if (!token_is(self, i, CLASS_INFINITIVE_MARK) || !verbal(verb)) continue;
        if (token_class(self, i + 1, class, &strength) && strength > 1) return i + 1;
        for (uint32_t k = first; k < i; k++) {
            uint32_t joined = lexicon_separable(self->words, verb->lemma, token_at(self, k)->word);
            if (joined && lexicon_lemma_class(self->words, joined, class, &strength) && strength > 1) return i + 1;
        }
        return NO_TOKEN;
    }
    return NO_TOKEN;
}

/* What is decided may be to order or ask, and is said so in an item of its own: "het college op te dragen …", or in the words of the
 * order: "Onderzoek …". Its addressee stands before the verb. */
static void item_orders(struct analysis *self, uint32_t sentence, uint32_t first, uint32_t last, struct unit *unit,
                        struct slot *addressee) {
    if (unit->verdict.kind != KIND_DECISION || self->language[first] != LANGUAGE_DUTCH) return;
    const struct clause *clause = &self->clauses.at[self->sentence_clause[sentence]];
    uint32_t order = infinitive_of(self, first, last, CLASS_CUE_ORDER);
    uint32_t verb = order != NO_TOKEN ? order : infinitive_of(self, first, last, CLASS_CUE_ASK);
    if (verb != NO_TOKEN) {
        verdict_set(&unit->verdict, order != NO_TOKEN ? KIND_TASKING : KIND_REQUEST, NULL, verb, 750);
        for (uint32_t i = first; i < verb && !addressee->value; i++) {
            uint32_t end = noun_phrase_end(self, i, verb);
            if (end <= i) continue;
            addressee->value = actor_of(self->memory, self->text, self->mentions, i, end, ACTOR_ADDRESSEE);
            int32_t mention = actor_mention_in(self->mentions, i, end);
            if (mention < 0 && !addressee->value) continue;
            if (mention >= 0) end = self->mentions->all.at[mention].last; /* "het college | opdracht" */
            *addressee = (struct slot){ i, end, text_span(self->text, i, end), addressee->value, NULL };
            break;
        }
    } else if (is_order(self, clause))
        verdict_set(&unit->verdict, KIND_TASKING, "imperative", first, 600);
}

/* "(a) better use of funds;": an item that is a noun phrase, of one sentence, without a verb and a time of its own. */
static bool names_thing(const struct analysis *self, const struct text_block *block) {
    if (block->first_sentence + 1 != block->last_sentence) return false;
    uint32_t first = block->label_first < block->label_last ? block->label_last : block->first, at = 0;
    if (first >= block->last || mention_next(self, MENTION_TIMEX, first, block->last, &at)) return false;
    if (!is_nominal(token_at(self, first)) || token_at(self, first)->pos == POS_PRON) return false;
    for (uint32_t i = first; i < block->last; i++) {
        const struct token *t = token_at(self, i);
        if (token_is(self, i, CLASS_INFINITIVE_MARK) ||
            (verbal(t) && is_verb(self, i) && !(t->forms & (FORM_PARTICIPLE | FORM_PRESENT_PARTICIPLE))))
            return false;
    }
    return true;
}

/* Where the last item of the lead ends, if it and all that follow name things; 0 if some do more. */
static uint32_t things_end(const struct analysis *self, const struct lead *lead, uint32_t block) {
    uint32_t last = 0, items = 0;
    for (uint32_t b = block; b < self->text->blocks.count; b++) {
        const struct text_block *item = &self->text->blocks.at[b];
        if (item->kind == BLOCK_FOOTNOTE || item->kind == BLOCK_FURNITURE) continue;
        if (!is_under(self->text, item, lead->block)) break;
        if (!names_thing(self, item)) return 0;
        last = item->last, items++;
    }
    return items > 1 ? last : 0;
}

void lead_item(struct analysis *self, struct lead *lead, uint32_t sentence, struct statements *out) {
    const struct sentence *s = &self->text->sentences.at[sentence];
    if (s->first < lead->through) return;
    uint32_t first = sentence_start(self, sentence), last = s->last;
    unit_trim(self, &first, &last);
    if (first >= last) return;
    struct unit unit = lead->unit;
    unit.part_first = first;
    unit.part_last = last;
    unit.last = last;
    if (!lead->waiting) unit.first = first;
    uint32_t through = lead->waiting ? things_end(self, lead, s->block) : 0;
    if (through > last) {
        lead->through = through;
        unit_trim(self, &first, &through);
        unit.last = unit.part_last = through;
    }
    lead->waiting = false;
    struct slot addressee = { 0 };
    item_orders(self, sentence, first, last, &unit, &addressee);
    uint32_t added = unit_add(self, &unit, out);
    if (addressee.first < addressee.last) out->all.at[added].addressee = addressee;
}

bool lead_goes_on(const struct analysis *self, const struct lead *lead, uint32_t sentence) {
    const struct text_block *block = &self->text->blocks.at[self->text->sentences.at[sentence].block];
    if (lead->block < 0 || sentence != block->first_sentence) return false;
    return (is_under(self->text, block, lead->block) || (lead->waiting && completes(self, block, lead->block))) &&
           item_continues(self, sentence);
}

bool lead_has_items(const struct analysis *self, uint32_t lead) {
    enum { NEAR = 3 };
    for (uint32_t b = lead + 1; b < self->text->blocks.count && b <= lead + NEAR; b++)
        if (self->text->blocks.at[b].parent == (int32_t)lead || completes(self, &self->text->blocks.at[b], (int32_t)lead)) return true;
    return false;
}
