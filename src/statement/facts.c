/* What the ordered tests ask of a clause: who speaks, of whom, in which tense, to whom. */
#include "statement/unit.h"

#include <stdio.h>

const struct mention *mention_next_of(const struct analysis *self, enum mention_kind kind, uint32_t first, uint32_t last, uint32_t *at) {
    uint32_t count = self->mentions->all.count, next = *at;
    if (!next) next = self->mentions->from[first];
    for (; next < count && self->mentions->all.at[next].first < last; next++) {
        const struct mention *m = &self->mentions->all.at[next];
        if (m->kind == kind && m->first >= first && m->last <= last) {
            *at = next + 1;
            return m;
        }
    }
    *at = count;
    return NULL;
}

static bool starts(const char *id, const char *prefix) { return id && strncmp(id, prefix, strlen(prefix)) == 0; }
static bool is_government(const char *id) {
    if (starts(id, "COLLEGE")) return true; /* of a municipality */
    return starts(id, "NL-GOV") || starts(id, "NL-MIN") || starts(id, "NL-STAS") || starts(id, "NL-MP") || (id && strcmp(id, "NL") == 0);
}

/* Whether a time to come stands in the clause. What is said in a meeting looks ahead from its day; the record of it is dated weeks later.
 */
static bool time_ahead(const struct analysis *self, const struct clause *clause, bool spoken) {
    date today = self->text->record->date;
    uint32_t at = 0, own = (uint32_t)(clause - self->clauses.at);
    for (const struct mention *m; (m = mention_next(self, MENTION_TIMEX, clause->first, clause->last, &at));) {
        if (self->owner[m->first] != own || self->aside[m->first]) continue;
        if (m->value && strstr(m->value, "FUTURE_REF")) return true;
        if (m->sub && strcmp(m->sub, "DURATION") == 0) /* "de komende maanden" */
            for (uint32_t i = m->first; i < m->last; i++)
                if (token_is(self, i, CLASS_TIME_FUTURE)) return true;
        date floor = spoken && date_known(today) ? date_add(today, 0, 0, -45) : today;
        if (m->mod == MOD_BEFORE && date_known(floor)) floor = date_add(floor, -1, 0, 0); /* "vóór eind 2025" counts back from 1 January */
        date until = date_known(m->to) ? m->to : m->from;                                 /* "vanaf 1 januari 2024" has no end */
        if (date_known(today) && date_known(until) && date_compare(until, floor) > 0 && m->sub && strcmp(m->sub, "DURATION") != 0)
            return true;
    }
    return false;
}

/* A noun of promising stands among the tokens. */
static bool names_promises(const struct analysis *self, uint32_t first, uint32_t last) {
    int32_t value;
    for (uint32_t i = first; i < last; i++)
        if (token_class(self, i, CLASS_CUE_UNDERTAKING, &value) && value == 1) return true;
    return false;
}

/* The list that closes minutes: its items follow a sentence or heading with a promise's noun ("Dan lees ik de toezeggingen voor."). */
static bool in_promises_list(const struct analysis *self, const struct clause *clause) {
    const struct text *text = self->text;
    uint32_t index = text->sentences.at[clause->sentence].block;
    if (text->record->genre != GENRE_MINUTES || text->blocks.at[index].kind != BLOCK_LIST_ITEM) return false;
    while (index > 0 && (text->blocks.at[index].kind == BLOCK_LIST_ITEM || text->blocks.at[index].kind == BLOCK_FURNITURE)) index--;
    const struct text_block *lead = &text->blocks.at[index];
    if (lead->first_sentence >= lead->last_sentence) return false;
    const struct sentence *last = &text->sentences.at[lead->last_sentence - 1];
    if (names_promises(self, last->first, last->last)) return true;
    /* "Lijst van toezeggingen": a record that is nothing else, or a heading */
    const struct text_block *heading = text->blocks.at[index].section >= 0 ? &text->blocks.at[text->blocks.at[index].section] : NULL;
    if (heading && names_promises(self, heading->first, heading->last)) return true;
    for (uint32_t b = 0; b < text->blocks.count && b < 3; b++)
        if (text->blocks.at[b].last - text->blocks.at[b].first < 12 &&
            names_promises(self, text->blocks.at[b].first, text->blocks.at[b].last))
            return true;
    return false;
}

const char *government_near(const struct analysis *self, uint32_t sentence) {
    for (uint32_t b = self->text->sentences.at[sentence].block; b-- > 0;) {
        if (self->text->blocks.at[b].kind != BLOCK_TURN) continue;
        const char *speaker = actor_speaker(self->text, self->mentions, b);
        if (is_government(speaker)) return speaker;
    }
    for (uint32_t b = self->text->sentences.at[sentence].block; b < self->text->blocks.count; b++) {
        if (self->text->blocks.at[b].kind != BLOCK_TURN) continue;
        const char *speaker = actor_speaker(self->text, self->mentions, b);
        if (is_government(speaker)) return speaker;
    }
    return NULL;
}

/* The actor that a subject stands for, when its words name one or are a pronoun; a noun phrase that names none ("een actieplan") is none.
 */
static const char *subject_actor(struct analysis *self, const struct clause *clause) {
    bool named = actor_mention_in(self->mentions, clause->subject_first, clause->subject_last) >= 0;
    if (!named && token_at(self, clause->subject_first)->pos != POS_PRON) return NULL;
    return actor_of(self->memory, self->text, self->mentions, clause->subject_first, clause->subject_last, ACTOR_SUBJECT);
}

/* The subject names a body, though perhaps one without an identifier: "de defensieministers", "de Raad". */
static bool subject_names_body(const struct analysis *self, const struct clause *clause) {
    if (actor_mention_in(self->mentions, clause->subject_first, clause->subject_last) >= 0) return true;
    for (uint32_t i = clause->subject_first; i < clause->subject_last; i++) {
        const struct token *t = token_at(self, i);
        bool institution = i > clause->first && t->flags & TOKEN_CAPITAL && (t->pos == POS_NOUN || t->pos == POS_PROPN);
        if (institution || token_is(self, i, CLASS_ROLE) || token_is(self, i, CLASS_CUE_BODY)) return true;
    }
    return false;
}

static bool infinitive_between(const struct analysis *self, const struct clause *clause, uint32_t end) {
    uint32_t own = (uint32_t)(clause - self->clauses.at);
    if (clause->head == NO_TOKEN) return false;
    for (uint32_t i = clause->head + 1; i + 1 < end; i++)
        if (self->owner[i] == own && token_is(self, i, CLASS_INFINITIVE_MARK) && token_at(self, i + 1)->pos == POS_VERB) return true;
    return false;
}

/* "De minister zal hierop terugkomen", in a letter of the government: an office without a name or portfolio is the author's own. */
static bool subject_in_office(const struct analysis *self, const struct clause *clause) {
    enum { LONGEST_ID = 16 };
    int32_t value;
    for (uint32_t i = clause->subject_first; i < clause->subject_last; i++)
        if (token_class(self, i, CLASS_ROLE, &value) && !(token_at(self, i)->forms & FORM_PLURAL)) { /* "de ministers" are others */
            char id[LONGEST_ID];
            snprintf(id, sizeof id, "NL-%s", lexicon_string(self->words, value).data);
            return is_government(id);
        }
    return false;
}

/* "De voorzitter:", "De fungerend voorzitter:". */
static bool is_chair_turn(const struct analysis *self, uint32_t turn) {
    const struct text_block *block = &self->text->blocks.at[turn];
    for (uint32_t i = block->first; i < block->last; i++) {
        int32_t value;
        if (token_class(self, i, CLASS_ROLE, &value)) return slice_equal(lexicon_string(self->words, value), SLICE("CHAIR"));
        if (token_is_punct(self, i, ':')) break;
    }
    return false;
}

/* "The United Kingdom will consult on its rules": in a joint statement of states, which no body issues, one of them speaks of itself (N2).
 */
static bool speaks_beside(const struct facts *facts) {
    const char *state = facts->subject_id, *author = facts->author_id;
    if (facts->lang != LANGUAGE_ENGLISH || facts->spoken || facts->genre != GENRE_COMMUNIQUE || !state || strlen(state) != 2) return false;
    return !author || strncmp(author, state, 2) == 0 || (strlen(author) == 5 && author[2] == '-' && strcmp(author + 3, state) == 0);
}

void facts_find(struct analysis *self, uint32_t index, struct facts *out) {
    const struct clause *clause = &self->clauses.at[index];
    const struct text *text = self->text;
    const struct text_block *block = &text->blocks.at[text->sentences.at[clause->sentence].block];
    *out = (struct facts){ .analysis = self,
                           .clause = clause,
                           .lang = token_language(self, clause->sentence),
                           .genre = (uint8_t)text->record->genre,
                           .chamber = NO_TOKEN,
                           .complement = UINT32_MAX };
    out->spoken = block->speaker >= 0;
    out->chair = out->spoken && is_chair_turn(self, (uint32_t)block->speaker);
    out->author_id = actor_author(text, self->mentions, clause->first);
    if (out->spoken && motion_in_minutes(self, clause->sentence, &out->author_id)) out->chair = false;
    out->promises_list = in_promises_list(self, clause);
    if (out->promises_list) {
        const char *promised = government_near(self, clause->sentence);
        if (promised) out->author_id = promised;
    }
    out->government = is_government(out->author_id);
    const struct clause *subject = clause->ellipsis ? clause_with_subject(self, clause) : clause;
    if (subject->subject_first < subject->subject_last) {
        int32_t person = PERSON_THIRD;
        for (uint32_t i = subject->subject_first; i < subject->subject_last; i++) {
            if (out->lang == LANGUAGE_ENGLISH && token_is(self, i, CLASS_POSSESSIVE)) continue; /* "our allies" are others */
            if (token_class(self, i, CLASS_PERSONAL, &person)) break;
        }
        out->person = (enum person)person;
        out->subject_id = subject_actor(self, subject);
        out->subject_body = out->subject_id || subject_names_body(self, subject);
        out->generic = out->lang == LANGUAGE_DUTCH && subject->subject_first + 1 == subject->subject_last &&
                       token_is(self, subject->subject_first, CLASS_CUE_GENERIC);
        if (out->generic) out->person = PERSON_THIRD, out->subject_id = NULL;
    }
    bool first_person = out->person == PERSON_I || out->person == PERSON_WE;
    out->by_author = first_person || (out->subject_id && out->author_id && strcmp(out->subject_id, out->author_id) == 0) ||
                     (out->government && is_government(out->subject_id));
    if (!out->by_author && !out->subject_id && out->government && out->lang == LANGUAGE_DUTCH && subject_in_office(self, subject))
        out->by_author = true;
    if (out->author_id && starts(out->author_id, "COLLEGE") &&
        (starts(out->subject_id, "WETHOUDER") || starts(out->subject_id, "BURGEMEESTER") || starts(out->subject_id, "COLLEGE")))
        out->by_author = true;
    if (speaks_beside(out)) out->by_author = true;
    /* "Our efforts will help": a thing of ours acts for nobody */
    if (out->lang == LANGUAGE_ENGLISH && subject->subject_first < subject->subject_last && !first_person &&
        token_is(self, subject->subject_first, CLASS_POSSESSIVE) && !subject_names_body(self, subject))
        out->by_author = false;
    if (clause->passive && !first_person) out->by_author = false; /* the subject of a passive does nothing */
    out->negated = clause->negation != NO_TOKEN;
    out->time_ahead = time_ahead(self, clause, out->spoken);
    bool will = clause->modal == MODAL_WILL || (clause->modal == MODAL_GO && clause->head != clause->finite);
    out->future = will || (out->time_ahead && !clause->past && !clause->perfect);
    bool addresses = clause_may_have(clause, CLASS_CHAMBER) || clause_may_have(clause, CLASS_PERSONAL);
    for (uint32_t i = clause->first; i < clause->last && addresses; i++) {
        int32_t person, council = 0;
        if (self->owner[i] != index || self->aside[i]) continue;
        /* "de Raad" of a national government is one of ministers, of a municipality its own */
        bool chamber = token_class(self, i, CLASS_CHAMBER, &council) && !(council == 2 && out->government);
        if (chamber || (token_class(self, i, CLASS_PERSONAL, &person) && person == PERSON_YOU)) {
            out->chamber = i;
            break;
        }
    }
    for (uint32_t c = index + 1; c < self->clauses.count && self->clauses.at[c].sentence == clause->sentence; c++)
        if (self->clauses.at[c].parent == (int32_t)index &&
            (self->clauses.at[c].type == CLAUSE_COMPLEMENT || self->clauses.at[c].type == CLAUSE_QUESTION) &&
            (clause->finite == NO_TOKEN || self->clauses.at[c].first > clause->finite)) {
            /* "announce a plan to ensure that all are safe": the clause is the infinitive's */
            uint32_t opens = self->clauses.at[c].first;
            if (out->lang == LANGUAGE_ENGLISH &&
                (infinitive_between(self, clause, opens) || (opens && (opens > 0 && token_is(self, opens - 1, CLASS_CUE_NAMING)))))
                break;
            out->complement = c;
            break;
        }
}
