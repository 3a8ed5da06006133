/* Slots: quantities, references, classification. "In antwoord op uw brief van 5 juli (2024Z11859) stellen wij 4 miljoen beschikbaar" rests
 * on that letter, whose number is that of the brackets, and is about that amount. */
#include "statement/unit.h"

/* "tijdens de Top in Madrid in 2022": a meeting inside a time is when, not what the statement rests on. */
static bool says_when(struct analysis *self, const struct mention *meeting) {
    uint32_t at = 0, from = meeting->first > 8 ? meeting->first - 8 : 0;
    if (strcmp(meeting->sub, "meeting") != 0) return false;
    for (const struct mention *m; (m = mention_next(self, MENTION_TIMEX, from, meeting->last + 4, &at));)
        if (m->first < meeting->first && m->last >= meeting->last) return true;
    return false;
}

/* Adds a reference unless it is there already. What has a name or number of its own is cited by that; a description is one with whose it is
 * ("uw brief van 5 juli 2024", "de conclusies van de top in 2008"), and so is what stands in an earlier sentence and is cited whole. A
 * number in brackets or behind a comma is that of the document that was just named: "mijn brief van 19 september (Kamerstuk 33 763, nr.
 * 151)" is one reference; a meeting and the paper that reports it stay two. */
static void cite(struct analysis *self, struct statement *statement, const struct mention *m, bool whole) {
    uint32_t index = (uint32_t)(m - self->mentions->all.at), first = m->first, last = m->last;
    span words = m->span;
    enum { LOOK_BACK = 16 };
    for (uint32_t i = statement->references.count; i-- > 0 && i + LOOK_BACK >= statement->references.count;)
        if (statement->references.at[i].mention == index) return;
    bool described = !m->value && strcmp(m->sub, "kamerstuk") != 0 && !(token_at(self, first)->flags & TOKEN_CAPITAL) &&
                     token_at(self, first)->pos == POS_NOUN;
    /* "De toezegging met nummer TZ202206-118": the number is said to be that of the noun */
    if (first > 2 && token_is(self, first - 1, CLASS_REFERENCE_HEAD) && token_at(self, first - 2)->pos == POS_ADP &&
        (token_is(self, first - 3, CLASS_CUE_UNDERTAKING) || token_is(self, first - 3, CLASS_DOCUMENT_NOUN)))
        first -= 3, described = true;
    if ((described || whole) && first > 0) {
        const struct token *determiner = token_at(self, first - 1);
        bool possessive = determiner->pos == POS_PRON && token_is(self, first - 1, CLASS_POSSESSIVE);
        if (determiner->pos == POS_DET || possessive) first--;
    }
    if (described && last + 1 < self->text->tokens.count && token_time_role(self, last, TIME_ROLE_OF)) { /* "… 2040 van de politie" */
        uint32_t at = 0;
        const struct mention *owner = mention_next(self, MENTION_ACTOR, last + 1, last + 12, &at);
        if (owner && owner->first <= last + 2 && self->owner[owner->first] == self->owner[m->first])
            last = owner->last, words.end = text_span(self->text, first, last).end;
    }
    struct citation *before = statement->references.count ? &statement->references.at[statement->references.count - 1] : NULL;
    const struct mention *named = before ? &self->mentions->all.at[before->mention] : NULL;
    if (named && m->value && !named->value && named->sub && before->last < m->first && last < self->text->tokens.count) {
        bool together =
            strcmp(named->sub, "document") == 0 && !(token_is_punct(self, m->first - 1, '(') && !token_is_punct(self, last, ')'));
        for (uint32_t i = before->last; i < m->first && together; i++)
            together = token_at(self, i)->shape == SHAPE_PUNCT || token_at(self, i)->shape == SHAPE_ABBREVIATION ||
                       token_is(self, i, CLASS_REFERENCE_HEAD);
        if (together) {
            last += token_is_punct(self, m->first - 1, '(');
            *before = (struct citation){ index, before->first, last, text_span(self->text, before->first, last) };
            return;
        }
    }
    if (first < m->first) words.start = text_span(self->text, first, last).start;
    ARRAY_PUSH(self->memory, &statement->references) = (struct citation){ index, first, last, words };
}

/* A committee's decision is about the paper that its agenda item names before it: "Zaak: Brief … - 31475-3 / Besluit: Technische briefing".
 */
static void paper_decided_on(struct analysis *self, const struct unit *unit, struct statement *statement) {
    enum { TOKENS_BACK = 160 };
    for (uint32_t i = 0; i < statement->references.count; i++)
        if (self->mentions->all.at[statement->references.at[i].mention].value) return;
    uint32_t from = unit->first > TOKENS_BACK ? unit->first - TOKENS_BACK : 0, at = 0;
    const struct mention *last = NULL;
    for (const struct mention *m; (m = mention_next(self, MENTION_REFERENCE, from, unit->first, &at));)
        if (m->scheme && (strcmp(m->scheme, "kst") == 0 || strcmp(m->scheme, "TK") == 0)) last = m;
    if (last) statement->references.count = 0, cite(self, statement, last, false);
}

static bool is_year(const struct analysis *self, uint32_t token) {
    slice digits = token_text(self->text, token);
    return digits.size == 4 && (memcmp(digits.data, "19", 2) == 0 || memcmp(digits.data, "20", 2) == 0);
}

/* A number behind a noun is a label and counts nothing: "COP 26", "agenda item 8", "phase 2 study", "rules 10(c) and 16"; what is counted
 * comes after its number in both languages. Dutch has noun phrases side by side ("levert Oekraïne 18 vliegtuigen"), so that there a noun
 * behind the number makes it a count. */
static bool is_label(const struct analysis *self, const struct mention *m, bool after_label) {
    if (!m->sub || strcmp(m->sub, "cardinal") != 0 || m->last != m->first + 1 || !m->first ||
        token_at(self, m->first)->shape != SHAPE_NUMBER)
        return false;
    const struct token *before = token_at(self, m->first - 1);
    bool noun = before->pos == POS_NOUN || before->pos == POS_PROPN;
    const struct token *after = m->last < self->text->tokens.count ? token_at(self, m->last) : before;
    bool counts = after->pos == POS_NOUN || after->pos == POS_PROPN || after->pos == POS_ADJ;
    if (after_label && (before->pos == POS_CCONJ || before->shape == SHAPE_PUNCT)) return !counts;
    if (!noun) return false;
    if (is_year(self, m->first)) return true; /* "de jaarstukken 2014" */
    return !counts || (self->language[m->first] == LANGUAGE_ENGLISH && before->pos == POS_NOUN);
}

/* What stands behind the verb of a subordinate clause may be of the one above it: in Dutch the verb ends the clause, in both languages an
 * infinitive does: "de taken die Defensie heeft te vervullen en zich in te zetten voor 3,5%". */
static bool goes_on(const struct analysis *self, const struct clause *clause, uint32_t token) {
    if (clause->finite == NO_TOKEN) return true;
    uint32_t verb = clause->head != NO_TOKEN && clause->head > clause->finite ? clause->head : clause->finite;
    if (token <= verb) return false;
    if (self->language[token] == LANGUAGE_DUTCH) return true;
    for (uint32_t i = verb + 1; i < token; i++)
        if (token_is(self, i, CLASS_INFINITIVE_MARK)) return true;
    return false;
}

/* Whether the clause that an amount or footnote stands in says what the statement says. A relative clause, a ground or a concession says
 * something else ("plans that build on the $12 trillion of support", "the board, which was set up in May,³ was tasked to"), and so does a
 * participle behind a comma ("…, taking our total to $10 billion", "including $2 billion since May"). */
static bool says_it(const struct analysis *self, const struct unit *unit, uint32_t token) {
    for (int32_t c = (int32_t)self->owner[token]; c >= 0 && (uint32_t)c != unit->clause; c = self->clauses.at[c].parent) {
        const struct clause *clause = &self->clauses.at[c];
        bool aside = clause->type == CLAUSE_RELATIVE || clause->type == CLAUSE_CAUSE || clause->type == CLAUSE_CONCESSION;
        uint32_t main_verb = unit->facts.clause->finite; /* "Recognising that 60% is needed, we will …" */
        aside |= clause->type == CLAUSE_COMPLEMENT && main_verb != NO_TOKEN && clause->last <= main_verb &&
                 clause->sentence == unit->facts.clause->sentence;
        if (aside && !goes_on(self, clause, token)) return false;
    }
    enum { LIST_TOKENS = 160 }; /* a table of amounts costs no square */
    for (uint32_t i = token; i-- > unit->first + 1 && i + LIST_TOKENS > token;) {
        if (token_is_punct(self, i, ';')) return true;
        if (!token_is_punct(self, i, ',') || self->owner[i] != self->owner[token]) continue;
        const struct token *next = token_at(self, i + 1);
        if (next->pos == POS_NUM || next->pos == POS_CCONJ || next->shape == SHAPE_PUNCT || next->shape == SHAPE_NUMBER)
            continue; /* a list of amounts: "including $4 million for A, $8 million for B" */
        bool participle = next->pos == POS_VERB && next->forms & FORM_PRESENT_PARTICIPLE;
        return !participle || token_at(self, i + 2)->pos == POS_ADP ||
               token_is(self, i + 2, CLASS_AGENT_MARK); /* "including by supporting" */
    }
    return true;
}

/* "De motie op stuk nr. 12 … Die verzoekt de regering om …", "In de motie wordt de regering verzocht": what asks is the motion that was
 * named before. A person who asks is "hij" or "zij". */
static void cite_motion(struct analysis *self, const struct unit *unit, struct statement *statement) {
    enum { SENTENCES_BACK = 2, TOKENS_BACK = 120 };
    const struct clause *clause = unit->facts.clause;
    if (statement->kind != KIND_REQUEST || self->text->record->genre == GENRE_MOTION) return;
    bool stands = clause->subject_last == clause->subject_first + 1 && token_is(self, clause->subject_first, CLASS_ANAPHOR);
    for (uint32_t i = clause->first; !stands && i + 2 < clause->last && i < clause->first + 2; i++) { /* "In de motie" */
        int32_t act;
        stands = token_at(self, i)->pos == POS_ADP && token_at(self, i + 1)->pos == POS_DET &&
                 token_class(self, i + 2, CLASS_CUE_UNDERTAKING, &act) && act == 2 /* a request */;
    }
    if (!stands) return;
    uint32_t at = 0, from = clause->sentence > SENTENCES_BACK ? self->text->sentences.at[clause->sentence - SENTENCES_BACK].first : 0;
    const struct mention *last = NULL;
    if (from + TOKENS_BACK < clause->first) return;
    for (const struct mention *m; (m = mention_next(self, MENTION_REFERENCE, from, clause->first, &at));)
        if (m->scheme && strcmp(m->scheme, "kst") == 0) last = m;
    if (last) cite(self, statement, last, true);
}

/* "een artikel 100-achtige brief": an adjective made of a number cites nothing. */
static bool is_attribute(const struct analysis *self, const struct mention *m) {
    slice word = token_text(self->text, m->last - 1);
    const char *hyphen = memchr(word.data, '-', word.size);
    return hyphen && word.data[0] >= '0' && word.data[0] <= '9' && hyphen + 1 < word.data + word.size && hyphen[1] >= 'a' &&
           hyphen[1] <= 'z';
}

/* The references within tokens [first, last), and those that a footnote there or right behind them cites: "… Aslami² verzoekt" and
 * "2 Kamerstuk 36 200 X, nr. 14". */
static void cite_within(struct analysis *self, const struct unit *unit, uint32_t first, uint32_t last, struct statement *statement) {
    uint32_t at = 0;
    for (const struct mention *m; (m = mention_next(self, MENTION_REFERENCE, first, last, &at));)
        if (strcmp(m->sub, "footnote-mark") != 0 && !says_when(self, m) && !is_attribute(self, m)) cite(self, statement, m, false);
    for (uint32_t i = first; i < last + 2 && i < self->text->tokens.count; i++) {
        if (!(token_at(self, i)->flags & TOKEN_FOOTNOTE_MARK)) continue;
        int32_t footnote = footnote_of(self->text, i);
        uint32_t word = i; /* that the mark hangs on: "…, dat is ingesteld,³ kreeg" */
        while (footnote >= 0 && word > first && (word == i || token_at(self, word)->shape == SHAPE_PUNCT)) word--;
        if (footnote < 0 || (word < last && !says_it(self, unit, word))) continue;
        uint32_t from = 0;
        const struct text_block *block = &self->text->blocks.at[footnote];
        for (const struct mention *m; (m = mention_next(self, MENTION_REFERENCE, block->first, block->last, &from));)
            if (m->value && m->first > block->label_first) cite(self, statement, m, false);
    }
}

/* An amount or reference inside a nested statement is that one's: "… tekenden de verklaring van het fonds, [dat 1 miljard euro gaat
 * investeren]". */
void slots_settle(const struct analysis *self, struct statements *out) {
    enum { NESTED_MOST = 64 };
    for (uint32_t i = 0; i < out->all.count; i++) {
        struct statement *outer = &out->all.at[i];
        for (uint32_t j = i + 1; j < out->all.count && j <= i + NESTED_MOST && out->all.at[j].span.start < outer->span.end &&
                                 (outer->quantities.count || outer->references.count);
             j++) {
            const struct statement *inner = &out->all.at[j];
            if (!span_contains(outer->span, inner->span) || statement_recalled(inner)) continue;
            uint32_t kept = 0;
            for (uint32_t q = 0; q < outer->quantities.count; q++) {
                const struct mention *m = &self->mentions->all.at[outer->quantities.at[q]];
                if (m->first < inner->first || m->last > inner->last) outer->quantities.at[kept++] = outer->quantities.at[q];
            }
            outer->quantities.count = kept;
            for (uint32_t r = kept = 0; r < outer->references.count; r++) {
                const struct citation *cited = &outer->references.at[r];
                if (cited->first < inner->first || cited->last > inner->last) outer->references.at[kept++] = *cited;
            }
            outer->references.count = kept;
        }
    }
}

void slots_mentions(struct analysis *self, const struct unit *unit, struct statement *statement) {
    const struct clause *clause = unit->facts.clause;
    uint32_t at = 0, end = unit->last;
    /* "(Kamerstuk 28 676, nr. 367)" right after the span belongs to it too, unless it is told inside another that goes on */
    while (!statement_recalled(statement) && end < self->text->tokens.count && self->aside[end] &&
           end < self->text->sentences.at[clause->sentence].last)
        end++;
    bool label = false;
    for (const struct mention *m; (m = mention_next(self, MENTION_QUANTITY, unit->first, unit->last, &at));) {
        label = is_label(self, m, label);
        if (!label && !self->aside[m->first] && m->sub && strcmp(m->sub, "ordinal") != 0 && says_it(self, unit, m->first))
            ARRAY_PUSH(self->memory, &statement->quantities) = (uint32_t)(m - self->mentions->all.at);
    }
    /* "De motie-X (Kamerstuk …) verzoekt de regering A en B": what stands with the subject is of both */
    at = 0;
    if (unit->first > clause->first && clause->subject_first < clause->subject_last && clause->finite < unit->first &&
        clause->subject_last <= clause->finite)
        cite_within(self, unit, clause->subject_first, clause->finite, statement);
    cite_within(self, unit, unit->first, end, statement);
    cite_motion(self, unit, statement);
    if (self->text->record->genre == GENRE_DECISIONS && kind_tracked(statement->kind)) paper_decided_on(self, unit, statement);
    if (!tokens_may_have(self, unit->first, unit->last, CLASS_CUE_CLASSIFIED)) return;
    for (uint32_t i = unit->first; i < unit->last; i++) {
        int32_t classified;
        if (!token_class(self, i, CLASS_CUE_CLASSIFIED, &classified)) continue;
        statement->classification =
            (struct slot){ i, i + 1, text_span(self->text, i, i + 1), lexicon_string(self->words, classified).data, NULL };
        break;
    }
}
