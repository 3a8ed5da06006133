/* Statements of a record: sentence by sentence, clauses to units to statements. What the tests are stands in kinds.c. */
#include "statement/unit.h"

#include <stdlib.h>

enum { TOKENS_EACH = 20 };
enum { MOST_PARTS = 16 /* the last holds what follows */ };

static bool is_context(enum kind kind) { return kind == KIND_POSITION || kind == KIND_REPORT; }

/* Blocks that hold no statements (guideline, section 1). */
static bool block_speaks(const struct text_block *block) {
    switch (block->kind) {
    case BLOCK_HEADING:
    case BLOCK_FOOTNOTE:
    case BLOCK_TURN:
    case BLOCK_FURNITURE:
    case BLOCK_SIGNATURE:
    case BLOCK_KEY:
        return false;
    default:
        return block->first < block->last;
    }
}

static bool is_personal_third(const struct analysis *self, uint32_t token, int32_t *person) {
    return token_at(self, token)->pos == POS_PRON && token_class(self, token, CLASS_PERSONAL, person) && *person == PERSON_THIRD;
}

/* "Five states indicated that they will pay": the third person of the complement is the speaker's own "we". */
static bool binds_speaker(const struct facts *says, const struct facts *inner) {
    const struct analysis *self = says->analysis;
    const struct clause *clause = inner->clause;
    int32_t person;
    return says->lang == LANGUAGE_ENGLISH && says->clause->subject_first < says->clause->subject_last && clause->modal == MODAL_WILL &&
           !clause->passive && clause->head != clause->finite && cue_verb(inner, CLASS_COPULA, NULL) == NO_TOKEN && !inner->negated &&
           clause->subject_first + 1 == clause->subject_last && is_personal_third(self, clause->subject_first, &person);
}

/* Reported speech (N6): "De minister heeft aangegeven dat Nederland zijn aanwezigheid voortzet": the complement says what was undertaken.
 */
static void report_through(struct analysis *self, struct unit *unit) {
    const struct facts *facts = &unit->facts;
    if (facts->complement == UINT32_MAX || facts->clause->question || facts->negated) return;
    bool says = cue_verb(facts, CLASS_CUE_SAY, NULL) != NO_TOKEN || cue_word(facts, CLASS_CUE_SAY, NULL) != NO_TOKEN ||
                cue_verb(facts, CLASS_CUE_REITERATE, NULL) != NO_TOKEN;
    /* "Ik begrijp dat de minister met hen gaat praten" */
    bool learns =
        facts->lang == LANGUAGE_DUTCH && facts->spoken && cue_verb(facts, CLASS_CUE_LEARN, NULL) != NO_TOKEN && facts->person == PERSON_I;
    if (!says && !learns) return;
    struct facts inner;
    facts_find(self, facts->complement, &inner);
    struct verdict verdict = kind_of(&inner);
    if (!says && !(inner.person == PERSON_THIRD && (verdict.kind == KIND_PLAN || verdict.kind == KIND_COMMITMENT))) return;
    bool binds = (verdict.kind == KIND_PLAN || verdict.kind == KIND_REPORT) && binds_speaker(facts, &inner);
    if (binds) verdict_set(&verdict, KIND_COMMITMENT, "will", inner.clause->finite, 800);
    if (is_context(verdict.kind) || verdict.kind == KIND_CONDITION) return;
    if (verdict.kind == KIND_DISCHARGE || verdict.kind == KIND_REAFFIRMATION) return;
    /* "De deskundigen zeiden dat dat niet aan de orde is": what others hold is no refusal of the speaker */
    if (verdict.kind == KIND_REFUSAL && facts->lang == LANGUAGE_DUTCH && facts->spoken && !facts->by_author) return;
    /* "Ik verwacht dat zij dit jaar zullen instemmen": a forecast of what others do */
    if (verdict.kind == KIND_PLAN && facts->lang == LANGUAGE_DUTCH && cue_verb(facts, CLASS_CUE_FORECAST, NULL) != NO_TOKEN) return;
    /* "Vorig jaar is gezegd dat er een plan zou komen": a member recalls what the government said it would do */
    if (verdict.kind == KIND_PLAN && facts->lang == LANGUAGE_DUTCH && facts->spoken && !facts->government && facts->clause->passive)
        verdict_set(&verdict, KIND_COMMITMENT, "recalled", inner.clause->finite, 700);
    unit->verdict = verdict;
    unit->verdict.from_complement = true;
    unit->verdict.subject_is_addressee = false;
    unit->verdict.confidence = (uint16_t)(verdict.confidence * 8 / 10);
}

/* "today" and "in the future" bound nothing, and differ from nothing. */
static const char *bound(const struct slot *slot) { return slot->value && !strstr(slot->value, "_REF") ? slot->value : NULL; }
static bool values_differ(const struct slot *a, const struct slot *b) {
    const char *x = bound(a), *y = bound(b);
    return x && y ? strcmp(x, y) != 0 : x != y;
}

/* "It was agreed that A would …, and that B would …": finite clauses that are coordinated are statements of their own (U2). False if there
 * is but one. */
static bool emit_clauses(struct analysis *self, const struct unit *unit, struct statements *out) {
    uint32_t own = unit->clause, sentence = unit->facts.clause->sentence;
    if (unit->facts.complement == UINT32_MAX || unit->verdict.from_complement) return false;
    uint32_t asked = self->clauses.at[unit->facts.complement].first; /* "ingaan op de vraag of A en of B": one answer */
    if (asked > unit->first && token_at(self, asked - 1)->pos == POS_NOUN && token_is(self, asked - 1, CLASS_CUE_UNDERTAKING)) return false;
    struct unit part = *unit;
    bool several = false;
    for (uint32_t c = unit->facts.complement + 1; c < self->sentence_clause[sentence + 1]; c++) {
        const struct clause *next = &self->clauses.at[c];
        if (next->parent != (int32_t)own || next->type != CLAUSE_COMPLEMENT || next->first >= unit->last ||
            token_at(self, next->first - 1)->pos != POS_CCONJ)
            continue;
        struct facts facts = unit->facts;
        facts.complement = c;
        if (kind_of(&facts).kind != unit->verdict.kind) continue;
        part.last = next->first;
        unit_trim(self, &part.first, &part.last);
        if (part.first >= part.last) continue;
        part.part_first = part.first, part.part_last = part.last;
        nested_find(self, &part, unit_add(self, &part, out), out);
        several = true;
        part.first = next->first;
    }
    if (!several) return false;
    part.last = unit->last;
    part.part_first = part.first, part.part_last = part.last;
    nested_find(self, &part, unit_add(self, &part, out), out);
    return true;
}

/* Adds the unit, or one statement for each part of its complement when due, condition or recurrence differ (U4). */
static void unit_emit(struct analysis *self, struct unit *unit, struct statements *out) {
    struct part parts[MOST_PARTS];
    size_t count = kind_tracked(unit->verdict.kind) ? complement_parts(self, unit->facts.clause, parts, MOST_PARTS) : 0;
    uint32_t head = out->all.count;
    if (count < 2 && kind_tracked(unit->verdict.kind) && emit_clauses(self, unit, out)) return;
    if (count < 2) {
        unit_add(self, unit, out);
        nested_find(self, unit, head, out);
        return;
    }
    struct statement slots[MOST_PARTS];
    bool differ = false;
    for (size_t p = 0; p < count; p++) {
        struct unit part = *unit;
        part.part_first = parts[p].first;
        part.part_last = parts[p].last;
        slots[p] = (struct statement){ .kind = (uint8_t)unit->verdict.kind };
        slots_conditions(self, &part, &slots[p]);
        slots_times(self, &part, &slots[p]);
        differ |= values_differ(&slots[p].due, &slots[0].due) || values_differ(&slots[p].target_date, &slots[0].target_date) ||
                  values_differ(&slots[p].recurrence, &slots[0].recurrence) ||
                  span_empty(slots[p].condition.span) != span_empty(slots[0].condition.span);
    }
    if (!differ) {
        unit_add(self, unit, out);
        for (size_t p = 0; p < count; p++)
            ARRAY_PUSH(self->memory, &out->all.at[head].items) =
                (struct slot){ parts[p].first, parts[p].last, text_span(self->text, parts[p].first, parts[p].last), NULL, NULL };
        nested_find(self, unit, head, out);
        return;
    }
    for (size_t p = 0; p < count; p++) {
        struct unit part = *unit;
        part.part_first = parts[p].first;
        part.part_last = parts[p].last;
        part.first = p ? parts[p].first : unit->first;
        part.last = parts[p].last;
        uint32_t added = unit_add(self, &part, out);
        nested_find(self, &part, added, out);
    }
}

/* The units of one sentence; its room serves for the next. */
struct units {
    ARRAY(struct unit) all;
};

static bool ends_open(const struct analysis *self, const struct sentence *s) {
    return s->last > s->first && token_is_punct(self, s->last - 1, ':');
}

/* A lead whose items are sentences of their own stands for itself: "We intend to take these steps:". */
static void lead_alone(struct analysis *self, struct lead *lead, struct statements *out) {
    if (lead->waiting && lead->unit.facts.clause) unit_emit(self, &lead->unit, out);
    lead->waiting = false;
}

/* "This includes strengthening the office": what was just undertaken, in detail. */
static bool goes_into_detail(const struct facts *facts) {
    const struct analysis *self = facts->analysis;
    const struct clause *clause = facts->clause;
    return facts->lang == LANGUAGE_ENGLISH && clause->subject_first + 1 == clause->subject_last &&
           token_is(self, clause->subject_first, CLASS_ANAPHOR) && cue_verb(facts, CLASS_CUE_NAMING, NULL) != NO_TOKEN &&
           clause->head + 1 < clause->last && (token_at(self, clause->head + 1)->forms & FORM_PRESENT_PARTICIPLE) && facts_present(facts);
}

/* "De missie wordt verlengd, zo besloten de ministers": what was said before the comma is what they decided. */
static bool says_whose_act(const struct analysis *self, const struct clause *clause) {
    return clause->first > 0 && token_is_punct(self, clause->first - 1, ',') && clause->finite == clause->first + 1 &&
           token_is(self, clause->first, CLASS_CUE_THUS);
}

/* "The Board will: (a) receive …; (b) develop …": what will be done stands in the items. */
static void lead_to_come(struct unit *unit) {
    const struct clause *clause = unit->facts.clause;
    if (unit->verdict.kind != KIND_REPORT || clause->modal != MODAL_WILL || clause->past || clause->head != clause->finite) return;
    bool own = unit->facts.person == PERSON_I || unit->facts.person == PERSON_WE;
    verdict_set(&unit->verdict, own ? KIND_COMMITMENT : KIND_PLAN, own ? "will" : "deliverable", clause->finite, 700);
}

/* "Daarover heb ik u per brief geïnformeerd": a minister tells that what was just spoken of has been given. */
static bool tells_of_delivery(const struct facts *facts) {
    const struct clause *clause = facts->clause;
    int32_t strength = 0;
    if (facts->lang != LANGUAGE_DUTCH || !facts->government || facts->negated || clause->question || !clause->perfect || clause->past ||
        facts->complement != UINT32_MAX || cue_verb(facts, CLASS_CUE_INFORM, &strength) == NO_TOKEN || strength < 2)
        return false;
    return facts->chamber != NO_TOKEN && (clause_find(facts->analysis, clause, CLASS_PRONOMINAL, NULL) != NO_TOKEN ||
                                          clause_find(facts->analysis, clause, CLASS_ANAPHOR, NULL) != NO_TOKEN);
}

static void sentence_statements(struct analysis *self, uint32_t sentence, struct units *room, struct lead *lead, struct statements *out) {
    const struct sentence *s = &self->text->sentences.at[sentence];
    const struct text_block *block = &self->text->blocks.at[s->block];
    if (lead_goes_on(self, lead, sentence)) {
        lead_item(self, lead, sentence, out);
        return;
    }
    lead_alone(self, lead, out);
    room->all.count = 0;
    for (uint32_t c = self->sentence_clause[sentence]; c < self->sentence_clause[sentence + 1]; c++) {
        const struct clause *clause = &self->clauses.at[c];
        if (clause->type != CLAUSE_MAIN || clause->first >= clause->last) continue;
        struct unit unit = { .first = clause->first, .last = clause->last, .clause = c };
        unit_trim(self, &unit.first, &unit.last);
        if (unit.first >= unit.last) continue;
        facts_find(self, c, &unit.facts);
        unit.verdict = kind_of(&unit.facts);
        if (is_context(unit.verdict.kind) || unit.verdict.kind == KIND_PLAN) report_through(self, &unit);
        if (is_context(unit.verdict.kind) && goes_into_detail(&unit.facts) && out->all.count) {
            const struct statement *said = &out->all.at[out->all.count - 1];
            if (said->block == s->block && said->sentence + 1 == sentence && kind_tracked((enum kind)said->kind) &&
                !statement_recalled(said))
                verdict_set(&unit.verdict, (enum kind)said->kind, "detail", unit.facts.clause->head, 650);
        }
        if (is_context(unit.verdict.kind) && tells_of_delivery(&unit.facts) && out->all.count) {
            const struct statement *said = &out->all.at[out->all.count - 1];
            if (said->block == s->block && said->sentence + 2 >= sentence && said->sentence < sentence &&
                (said->kind == KIND_COMMITMENT || said->kind == KIND_REQUEST) && said->due.value == NULL)
                verdict_set(&unit.verdict, KIND_DISCHARGE, "told", unit.facts.clause->head, 600);
        }
        struct unit *before = room->all.count ? &room->all.at[room->all.count - 1] : NULL;
        if (before && says_whose_act(self, clause)) {
            if (!is_context(unit.verdict.kind)) {
                unit.first = before->first;
                *before = unit;
            }
            before->last = unit.last;
        } else if (before && is_context(before->verdict.kind) && is_context(unit.verdict.kind))
            before->last = unit.last; /* U3 */
        else if (before && before->verdict.kind == KIND_REPORT && unit.verdict.kind == KIND_REFUSAL && clause->ellipsis &&
                 cue_word(&before->facts, CLASS_CUE_CLASSIFIED, NULL) != NO_TOKEN) {
            unit.first = before->first; /* "kent een rubricering en kan niet gedeeld worden": the ground fills a slot of the refusal (U3) */
            unit.verdict.sub = "classified";
            *before = unit;
        } else
            ARRAY_PUSH(self->memory, &room->all) = unit;
    }
    struct unit *units = room->all.at;
    uint32_t count = units ? motion_units(self, sentence, units, room->all.count) : 0;
    if (count && ends_open(self, s)) lead_to_come(&units[count - 1]);
    if (count && ends_open(self, s) && sentence + 1 == block->last_sentence && kind_tracked(units[count - 1].verdict.kind)) {
        bool items = lead_has_items(self, s->block);
        if (items) *lead = (struct lead){ .unit = units[--count], .block = (int32_t)s->block, .waiting = true };
    }
    for (uint32_t u = 0; u < count; u++) unit_emit(self, &units[u], out);
}

static int by_place(const void *a, const void *b) {
    const struct statement *x = a, *y = b;
    if (x->span.start != y->span.start) return x->span.start < y->span.start ? -1 : 1;
    if (x->span.end != y->span.end) return x->span.end > y->span.end ? -1 : 1;
    return (int)x->kind - (int)y->kind;
}

/* Units are found in reading order; only what is nested, or interrupted by a footnote, is not by place. */
static void statements_sort(struct statements *self) {
    bool sorted = true;
    for (uint32_t i = 1; i < self->all.count && sorted; i++) sorted = by_place(&self->all.at[i - 1], &self->all.at[i]) <= 0;
    if (!sorted) qsort(self->all.at, self->all.count, sizeof *self->all.at, by_place);
}

static void analysis_start(arena *memory, const struct text *text, const struct mentions *mentions, struct analysis *self) {
    *self = (struct analysis){ .memory = memory, .text = text, .tokens = text->tokens.at, .mentions = mentions, .words = text->words };
    clauses_find(self);
}

void statements_find(arena *memory, const struct text *text, const struct mentions *mentions, struct statements *out) {
    struct analysis self;
    analysis_start(memory, text, mentions, &self);
    /* most sentences make a statement: room for them at once, but for no more than a table's short cells are worth */
    uint32_t expected = text->sentences.count < text->tokens.count / TOKENS_EACH ? text->sentences.count : text->tokens.count / TOKENS_EACH;
    ARRAY_RESERVE(memory, &out->all, expected + 1);
    struct units units = { 0 };
    struct lead lead = { .block = -1 };
    for (uint32_t b = letter_body(text); b < text->blocks.count; b++) {
        const struct text_block *block = &text->blocks.at[b];
        if (text->record->genre == GENRE_DECISIONS && decisions_block(&self, b, out)) continue;
        if (!block_speaks(block)) continue;
        if (actions_block(&self, b, out)) continue;
        for (uint32_t s = block->first_sentence; s < block->last_sentence; s++) sentence_statements(&self, s, &units, &lead, out);
    }
    lead_alone(&self, &lead, out);
    statements_sort(out);
    slots_settle(&self, out);
    relations_find(&self, out);
}

void statement_explain(arena *memory, const struct text *text, const struct mentions *mentions, uint32_t byte, buffer *out) {
    struct analysis self;
    analysis_start(memory, text, mentions, &self);
    explain_byte(&self, byte, out);
}
