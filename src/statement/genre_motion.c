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

/* Motions stand alone, and in the minutes of the debate in which they were moved. */
static bool may_hold_motions(const struct analysis *self, uint32_t sentence) {
    enum genre genre = self->text->record->genre;
    return genre == GENRE_MOTION || (genre == GENRE_MINUTES && self->language[self->text->sentences.at[sentence].first] == LANGUAGE_DUTCH);
}

uint32_t motion_dictum(const struct analysis *self, uint32_t sentence) {
    const struct sentence *s = &self->text->sentences.at[sentence];
    if (!may_hold_motions(self, sentence) || sentence != self->text->blocks.at[s->block].first_sentence) return NO_TOKEN;
    uint32_t first = sentence_start(self, sentence);
    while (first < s->last && token_at(self, first)->pos == POS_CCONJ) first++;
    return first < s->last && !(token_at(self, first)->flags & TOKEN_CAPITAL) && asks(self, first, s->last) ? first : NO_TOKEN;
}

/* "overwegende dat …", "constaterende dat …": what the motion rests on. A participle opens the paragraph; nothing is asked or settled in it
 * (guideline, N10), but what was promised or asked before may be recalled. */
static bool is_ground(const struct analysis *self, uint32_t sentence) {
    const struct sentence *s = &self->text->sentences.at[sentence];
    const struct token *opens = token_at(self, s->first);
    return may_hold_motions(self, sentence) && sentence == self->text->blocks.at[s->block].first_sentence &&
           !(opens->flags & TOKEN_CAPITAL) && (opens->forms & FORM_PRESENT_PARTICIPLE);
}

/* "verzoekt de regering te onderzoeken welke regels gelden, en de Kamer vóór 1 mei te informeren": what asks nothing by itself goes on with
 * what was asked before it. */
uint32_t motion_units(const struct analysis *self, uint32_t sentence, struct unit *units, uint32_t count) {
    if (!may_hold_motions(self, sentence)) return count;
    bool ground = is_ground(self, sentence);
    bool view = ground && token_is(self, self->text->sentences.at[sentence].first, CLASS_CUE_POSITION); /* "overwegende" */
    for (uint32_t u = 0; u < count && ground; u++) {
        struct verdict *verdict = &units[u].verdict;
        bool recalled = verdict->sub && strcmp(verdict->sub, "recalled") == 0;
        bool promised = verdict->kind == KIND_COMMITMENT && verdict->sub && strcmp(verdict->sub, "pledge") == 0;
        if (verdict->kind == KIND_REPORT || verdict->kind == KIND_POSITION || recalled || promised) continue;
        *verdict = (struct verdict){ .kind = view ? KIND_POSITION : KIND_REPORT, .cue = verdict->cue, .confidence = 600 };
    }
    uint32_t dictum = motion_dictum(self, sentence);
    if (!count || dictum == NO_TOKEN || units[0].first > dictum) return count;
    if (units[0].verdict.kind != KIND_REQUEST && units[0].verdict.kind != KIND_TASKING)
        units[0].verdict = (struct verdict){ .kind = KIND_REQUEST, .sub = "request", .cue = dictum, .confidence = 800 };
    uint32_t kept = 1;
    for (uint32_t u = 1; u < count; u++) {
        enum kind kind = units[u].verdict.kind;
        const struct clause *clause = units[u].facts.clause;
        if (clause->finite != NO_TOKEN && token_is(self, clause->finite, CLASS_CUE_CLOSE)) continue; /* "en gaat over tot de orde" */
        if (kind == KIND_POSITION || kind == KIND_REPORT || kind == KIND_PLAN)
            units[kept - 1].last = units[u].last;
        else
            units[kept++] = units[u];
    }
    return kept;
}

uint32_t motion_addressee(const struct analysis *self, const struct unit *unit, uint32_t *last) {
    uint32_t first = motion_dictum(self, unit->facts.clause->sentence);
    if (first == NO_TOKEN || unit->first > first || first + 1 >= unit->last) return NO_TOKEN;
    first++;
    while (first + 1 < unit->last && token_at(self, first)->pos == POS_ADV) first++; /* "verzoekt nogmaals de regering" */
    *last = noun_phrase_end(self, first, unit->last);
    uint32_t at = 0;
    const struct mention *named = mention_next(self, MENTION_ACTOR, first, unit->last, &at);
    if (!named || named->first > first + 1 || (named->first > first && token_at(self, first)->pos != POS_DET)) return NO_TOKEN;
    if (named->last > *last) *last = named->last;
    return first;
}

/* "De Kamer," | "gehoord de beraadslaging," | … | "verzoekt de regering …": in minutes the text of a motion is nobody's turn, though it
 * stands in one. */
bool motion_in_minutes(const struct analysis *self, uint32_t sentence, const char **house) {
    enum { FARTHEST = 16 };
    const struct text *text = self->text;
    if (text->record->genre != GENRE_MINUTES || motion_dictum(self, sentence) == NO_TOKEN) return false;
    uint32_t here = text->sentences.at[sentence].block;
    for (uint32_t b = here; b-- > 0 && b + FARTHEST > here && text->blocks.at[b].kind != BLOCK_TURN;) {
        const struct text_block *block = &text->blocks.at[b];
        uint32_t noun = block->first + (block->first < block->last && token_at(self, block->first)->pos == POS_DET);
        if (noun + 1 >= block->last || !token_is_punct(self, noun + 1, ',') ||
            !(token_is(self, noun, CLASS_CHAMBER) || token_is(self, block->first, CLASS_CHAMBER)))
            continue;
        *house = actor_of(self->memory, text, self->mentions, block->first, noun + 1, ACTOR_SUBJECT);
        return true;
    }
    return false;
}
