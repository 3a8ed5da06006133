/* Slots: issuer, addressee, actor, binding (guideline, section 4, N1, N6). */
#include "statement/clause_parts.h"
#include "statement/unit.h"

static void slot_set(struct analysis *self, struct slot *slot, uint32_t first, uint32_t last, const char *value) {
    *slot = (struct slot){ first, last, first < last ? text_span(self->text, first, last) : (span){ 0, 0 }, value, NULL };
}

/* "door de Kamer", "by the Council" in a passive clause. */
static bool agent_find(const struct analysis *self, const struct clause *clause, uint32_t *first, uint32_t *last) {
    uint32_t own = (uint32_t)(clause - self->clauses.at);
    for (uint32_t i = clause->first; i + 1 < clause->last; i++) {
        if (self->owner[i] != own || self->aside[i] || !token_is(self, i, CLASS_AGENT_MARK)) continue;
        int32_t mention = actor_mention_in(self->mentions, i + 1, clause->last);
        if (mention < 0) continue;
        const struct mention *m = &self->mentions->all.at[mention];
        if (m->first > i + 3) continue;
        *first = i + 1;
        *last = m->last;
        return true;
    }
    return false;
}

/* "verzoekt de regering te onderzoeken", "roept het kabinet op": a paragraph that begins with its verb in the third person and asks no
 * question. Its subject stands elsewhere (De Kamer, …), and what follows the verb is asked. Dutch puts the verb first only in questions,
 * conditions, commands and such dicta. */
static bool is_dictum(const struct analysis *self, const struct unit *unit) {
    const struct clause *clause = unit->facts.clause;
    uint32_t last;
    bool decides = unit->verdict.kind == KIND_DECISION && self->text->record->genre == GENRE_MOTION; /* "zegt het vertrouwen op" */
    if (unit->verdict.kind != KIND_REQUEST && unit->verdict.kind != KIND_TASKING && !decides) return false;
    if (motion_addressee(self, unit, &last) != NO_TOKEN) return true;
    if (clause->question || clause->passive || unit->facts.lang == LANGUAGE_ENGLISH || clause->finite == NO_TOKEN ||
        unit->facts.person != PERSON_THIRD)
        return false;
    if (clause->past || clause->perfect) return false; /* "Voorts verzocht het lid om inzage" tells of one */
    /* "voorts verzoekt": adverbs may stand before it in motions and where they are read out, "en" everywhere */
    bool motion = self->text->record->genre == GENRE_MOTION || unit->facts.spoken || decides;
    for (uint32_t i = clause->first; i < clause->finite; i++)
        if (token_at(self, i)->pos != POS_CCONJ && !(motion && token_at(self, i)->pos == POS_ADV)) return false;
    const struct text_block *block = &self->text->blocks.at[self->text->sentences.at[clause->sentence].block];
    return clause->first <= block->first + 1 || token_is_punct(self, clause->first - 1, ';') ||
           token_is_punct(self, clause->first - 1, ',');
}

/* "the pledges made by donors", "de toezegging van de minister aan uw Kamer om …": who undertook what is recalled stands behind its noun.
 */
static bool recalled_by(struct analysis *self, const struct unit *unit, struct statement *statement) {
    enum { TOKENS_BEHIND = 10 };
    uint32_t at = 0;
    const struct mention *owner = mention_next(self, MENTION_ACTOR, unit->first, unit->last, &at); /* "Iraq's agreement to comply" */
    if (owner && owner->first == unit->first && owner->actor_id && unit->verdict.cue != NO_TOKEN && owner->last <= unit->verdict.cue &&
        self->language[owner->first] == LANGUAGE_ENGLISH && unit->verdict.cue < owner->last + 4) {
        slot_set(self, &statement->issuer, owner->first, owner->last, owner->actor_id);
        return true;
    }
    uint32_t last = unit->first + TOKENS_BEHIND < unit->last ? unit->first + TOKENS_BEHIND : unit->last;
    for (uint32_t i = unit->first + 1; i + 1 < last && !token_is(self, i, CLASS_INFINITIVE_MARK); i++) {
        if (!token_is(self, i, CLASS_AGENT_MARK) || self->aside[i]) continue;
        uint32_t end = noun_phrase_end(self, i + 1, unit->last);
        int32_t mention = actor_mention_in(self->mentions, i + 1, end);
        if (mention >= 0 && self->mentions->all.at[mention].last > end) end = self->mentions->all.at[mention].last;
        if (end <= i + 1) return false;
        slot_set(self, &statement->issuer, i + 1, end, actor_of(self->memory, self->text, self->mentions, i + 1, end, ACTOR_SUBJECT));
        return statement->issuer.value != NULL;
    }
    return false;
}

static void issuer_find(struct analysis *self, const struct unit *unit, struct statement *statement) {
    const struct clause *clause = unit->facts.clause;
    enum kind kind = unit->verdict.kind;
    const char *author = unit->facts.author_id;
    uint32_t first, last;
    if (kind == KIND_PLAN || kind == KIND_REPORT || kind == KIND_CONDITION || (kind == KIND_DISCHARGE && !unit->facts.by_author)) {
        slot_set(self, &statement->issuer, 0, 0, author);
        return;
    }
    if (statement_recalled(statement) && recalled_by(self, unit, statement)) return;
    if (is_dictum(self, unit)) {
        slot_set(self, &statement->issuer, 0, 0, author);
        return;
    }
    if (unit->verdict.subject_is_addressee || clause->passive) {
        if (agent_find(self, clause, &first, &last)) {
            slot_set(self, &statement->issuer, first, last, actor_of(self->memory, self->text, self->mentions, first, last, ACTOR_SUBJECT));
            return;
        }
        const char *agent = kind == KIND_COMMITMENT || kind == KIND_REFUSAL
                                ? author
                                : actor_of(self->memory, self->text, self->mentions, clause->head, clause->head, ACTOR_SUBJECT);
        slot_set(self, &statement->issuer, 0, 0, agent);
        return;
    }
    const struct clause *subject = clause_with_subject(self, clause);
    bool chamber_receives = kind == KIND_COMMITMENT && unit->facts.chamber != NO_TOKEN && unit->facts.chamber >= subject->subject_first &&
                            unit->facts.chamber < subject->subject_last;
    bool relative = subject->type == CLAUSE_RELATIVE && subject->subject_first == subject->opener;
    if (subject->subject_first < subject->subject_last && !chamber_receives && !relative && !(kind == KIND_REQUEST && clause->question)) {
        const char *id = unit->facts.subject_id;
        uint32_t cue = unit->verdict.cue; /* "Het voornemen is", "the intention is": whose it is goes without saying */
        if (!id && kind == KIND_INTENTION && cue != NO_TOKEN && cue >= subject->subject_first && cue < subject->subject_last) {
            slot_set(self, &statement->issuer, 0, 0, author);
            return;
        }
        bool told = (subject->past || subject->perfect) && cue_verb(&unit->facts, CLASS_CUE_COMMIT, NULL) != NO_TOKEN;
        if (!id && kind == KIND_COMMITMENT && told && unit->facts.person == PERSON_THIRD) /* "De vorige minister heeft beloofd" */
            id = actor_of(self->memory, self->text, self->mentions, subject->subject_first, subject->subject_last, ACTOR_SUBJECT);
        if (!id && unit->facts.person != PERSON_THIRD) id = author;
        if (!id && kind == KIND_COMMITMENT && told && unit->facts.spoken && !unit->facts.government)
            id = government_near(self, clause->sentence); /* what a member recalls was promised by the government */
        if (!id && (kind == KIND_DECISION || kind == KIND_REQUEST || kind == KIND_TASKING || kind == KIND_INTENTION))
            id = actor_of(self->memory, self->text, self->mentions, subject->subject_first, subject->subject_last, ACTOR_SUBJECT);
        if (!id && (kind == KIND_COMMITMENT || kind == KIND_REFUSAL || kind == KIND_REAFFIRMATION)) id = author;
        slot_set(self, &statement->issuer, subject->subject_first, subject->subject_last, id);
        return;
    }
    slot_set(self, &statement->issuer, 0, 0, author);
}

static bool may_stand_in_name(const struct token *token) {
    return token->pos == POS_NOUN || token->pos == POS_PROPN || token->pos == POS_ADJ || token->pos == POS_DET || token->pos == POS_NUM ||
           token->pos == POS_ADP || token->pos == POS_CCONJ || token->pos == POS_PRON || token->shape == SHAPE_PUNCT ||
           (token->flags & TOKEN_CAPITAL && !(token->forms & FORM_PAST));
}

/* "to cease", "to fully fund", "to not only do more"; not "an end to the siege". */
static bool infinitive_at(const struct analysis *self, uint32_t token, uint32_t last) {
    if (token >= last || !token_is(self, token, CLASS_INFINITIVE_MARK)) return false;
    return token + 1 == last /* a lead whose items follow */ ||
           (verbal(token_at(self, token + 1)) || token_at(self, token + 1)->pos == POS_ADV || token_is(self, token + 1, CLASS_NEGATION));
}

/* Whether a noun phrase [first, last) behind a verb of asking is whom it asks; `governed`: a preposition stands before it that is not the
 * verb's own. Behind "for" it is what is asked ("called for an end to …"), unless an infinitive makes it the one who acts ("calls for all
 * parties to cease"). What names no actor is asked only where an infinitive says what it is to do: not "urged increased investment", nor
 * with a preposition "via de motie". */
static bool may_be_asked(const struct analysis *self, const struct unit *unit, uint32_t last, bool actor, bool governed) {
    const struct clause *clause = unit->facts.clause;
    if (unit->facts.lang != LANGUAGE_ENGLISH) return actor || !governed;
    while (last < clause->last && !infinitive_at(self, last, clause->last) &&
           (token_at(self, last)->pos == POS_ADV || token_is(self, last, CLASS_NEGATION) ||
            (!governed && may_stand_in_name(token_at(self, last))))) /* "invites the Panel on Climate Change to report" */
        last++;
    return infinitive_at(self, last, clause->last) || (!governed && (actor || unit->facts.complement != UINT32_MAX));
}

/* A preposition before the phrase that starts at `first`, other than the verb's own ("calls upon all states"). */
static bool is_governed(const struct analysis *self, const struct clause *clause, uint32_t first) {
    while (self->language[first] == LANGUAGE_DUTCH && first > clause->first && token_at(self, first - 1)->pos == POS_VERB &&
           (token_at(self, first - 1)->forms & (FORM_PARTICIPLE | FORM_PRESENT_PARTICIPLE)))
        first--; /* "op versnelde levering" */
    if (first <= clause->first || token_at(self, first - 1)->pos != POS_ADP) return false;
    if (first - 1 == clause->idiom_word || first - 1 == clause->particle) return false;
    return self->language[first] != LANGUAGE_ENGLISH || !token_is(self, first - 1, CLASS_VERB_PREPOSITION);
}

/* Whom the verb asks or orders: the first noun phrase of the clause after the verb that is not its subject and stands before the
 * complement. */
static void object_find(struct analysis *self, const struct unit *unit, struct statement *statement) {
    const struct clause *clause = unit->facts.clause;
    bool dictum = is_dictum(self, unit);
    uint32_t asked_last, asked = motion_addressee(self, unit, &asked_last);
    if (asked != NO_TOKEN) {
        slot_set(self, &statement->addressee, asked, asked_last,
                 actor_of(self->memory, self->text, self->mentions, asked, asked_last, ACTOR_ADDRESSEE));
        return;
    }
    uint32_t own = unit->clause, from = clause->finite != NO_TOKEN ? clause->finite + 1 : clause->first;
    if (clause->type != CLAUSE_MAIN) from = clause->first;
    uint32_t until =
        clause->complement_first < clause->complement_last && clause->complement_first > from ? clause->complement_first : clause->last;
    if (unit->facts.lang == LANGUAGE_ENGLISH) { /* "Requests the Secretary-General to report": up to the infinitive */
        until = clause->last;
        from = clause->head != NO_TOKEN ? clause->head + 1 : from;
    }
    for (uint32_t i = from; i < until; i++) {
        const struct token *t = token_at(self, i);
        if (self->owner[i] != own || self->aside[i]) continue;
        if (i >= clause->subject_first && i < clause->subject_last && !dictum) continue;
        if (token_is(self, i, CLASS_INFINITIVE_MARK)) break;
        uint32_t at = 0;
        const struct mention *named = mention_next(self, MENTION_ACTOR, i, until, &at);
        bool names = named && named->first == i; /* whatever else its word may be: "encourages Parties to" */
        if (t->pos != POS_NOUN && t->pos != POS_PROPN && t->pos != POS_DET && t->pos != POS_PRON && t->pos != POS_ADJ &&
            t->pos != POS_NUM && !names)
            continue;
        if (token_is(self, i, CLASS_REFLEXIVE)) continue;
        uint32_t end =
            noun_phrase_end(self, i, clause->head != NO_TOKEN && i < clause->head && clause->head < until ? clause->head : until);
        while (unit->facts.lang == LANGUAGE_DUTCH && end > i + 1 && token_at(self, end - 1)->pos == POS_ADJ &&
               !(token_at(self, end - 1)->flags & TOKEN_CAPITAL))
            end--; /* "de minister echt willen verzoeken" */
        int32_t mention = actor_mention_in(self->mentions, i, end > i ? end : i + 1);
        bool governed = is_governed(self, clause, i), actor = mention >= 0;
        uint32_t whole = end > i ? end : i + 1;
        if (t->pos == POS_ADJ && !names && whole == i + 1) continue; /* "verzoekt verder in de brief" */
        for (; named && named->first <= whole + 2 && named->last > whole; named = mention_next(self, MENTION_ACTOR, whole, until, &at)) {
            /* "the Standing Committee on Finance"; "the Executive Committee and the Centre": one phrase */
            if (named->first >= whole && token_at(self, whole)->pos != POS_CCONJ) break;
            actor = true, end = whole = named->last;
        }
        for (uint32_t k = i; k < whole && !actor; k++) actor = token_at(self, k)->flags & TOKEN_CAPITAL; /* a name, known or not */
        if (!may_be_asked(self, unit, whole, actor, governed)) {
            bool own_object = !governed || i == from + 1; /* "recommended a decision for adoption at COP 26": all else is about that */
            if (own_object && unit->facts.lang == LANGUAGE_ENGLISH) break;
            i = end > i ? end - 1 : i;
            continue;
        }
        const char *id = actor_of(self->memory, self->text, self->mentions, i, end > i ? end : i + 1, ACTOR_ADDRESSEE);
        bool paper =
            mention < 0 && unit->facts.lang == LANGUAGE_DUTCH && token_is(self, (end > i ? end : i + 1) - 1, CLASS_CUE_DELIVERABLE);
        if ((mention < 0 && !id) || paper) { /* a letter is asked for, not asked */
            i = end > i ? end - 1 : i;
            continue;
        }
        if (mention >= 0 && self->mentions->all.at[mention].last > end) end = self->mentions->all.at[mention].last;
        slot_set(self, &statement->addressee, i, end, id);
        return;
    }
    if (unit->facts.complement == UINT32_MAX) return; /* "Demands that Iraq …": who must act is the subject of the complement */
    const struct clause *inner = &self->clauses.at[unit->facts.complement];
    if (inner->subject_first >= inner->subject_last) return;
    uint32_t at = 0, last = inner->subject_last; /* "dat de minister contact opneemt": the actor's name ends before the object */
    const struct mention *named = mention_next(self, MENTION_ACTOR, inner->subject_first, last, &at);
    if (unit->facts.lang == LANGUAGE_DUTCH && named && named->first <= inner->subject_first + 1 && named->last < last &&
        token_at(self, named->last)->pos == POS_NOUN)
        last = named->last;
    slot_set(self, &statement->addressee, inner->subject_first, last,
             actor_of(self->memory, self->text, self->mentions, inner->subject_first, last, ACTOR_ADDRESSEE));
}

/* "Demands that Iraq: (a) Provide …; (b) Allow …": who must act stands at the end of the lead, for each of its items. */
static void lead_find(struct analysis *self, const struct unit *unit, struct statement *statement) {
    const struct text_block *block = &self->text->blocks.at[self->text->sentences.at[unit->facts.clause->sentence].block];
    if (!block->lead && block->parent >= 0) block = &self->text->blocks.at[block->parent];
    if (!block->lead) return;
    uint32_t at = 0;
    const struct mention *last = NULL;
    for (const struct mention *m; (m = mention_next(self, MENTION_ACTOR, block->first, block->last, &at));) last = m;
    if (last && last->last + 2 >= block->last) slot_set(self, &statement->addressee, last->first, last->last, last->actor_id);
}

/* "heb ik het lid De Boer toegezegd": the person whom the verb of promising has as its object, bare of a preposition. */
static void promised_find(struct analysis *self, const struct unit *unit, struct statement *statement) {
    const struct clause *clause = unit->facts.clause;
    const struct clause *subject = clause_with_subject(self, clause);
    uint32_t at = 0;
    for (const struct mention *m; (m = mention_next(self, MENTION_ACTOR, clause->first, clause->last, &at));) {
        if (!m->actor_id || !m->sub || strcmp(m->sub, "person") != 0 || self->owner[m->first] != unit->clause) continue;
        if (m->first >= subject->subject_first && m->first < subject->subject_last) continue;
        uint32_t before = m->first;
        while (before > clause->first && token_at(self, before - 1)->pos == POS_DET) before--;
        if (before > clause->first && token_at(self, before - 1)->pos == POS_ADP) continue;
        slot_set(self, &statement->addressee, before, m->last, m->actor_id);
        return;
    }
}

/* In a letter to the Chamber a promise that is told without saying who made it, or that names the Chamber in what was promised, was made to
 * the Chamber: "In november is toegezegd dat …", "de toezegging om uw Kamer te informeren". */
static bool promised_before(const struct analysis *self, const struct unit *unit, const struct statement *statement) {
    const struct clause *clause = unit->facts.clause;
    if (!unit->facts.government) return false;
    if (clause->passive && cue_verb(&unit->facts, CLASS_CUE_COMMIT, NULL) != NO_TOKEN) return true;
    if (!statement_recalled(statement)) return false;
    for (uint32_t i = unit->first; i < unit->last; i++)
        if (!self->aside[i] && token_is(self, i, CLASS_CHAMBER)) return true;
    return false;
}

/* "De motie is uitgevoerd", "de toezegging is nagekomen": settled towards who asked or was promised; "dit proces is afgerond" towards
 * nobody. */
static bool discharges_promise(const struct analysis *self, const struct unit *unit) {
    int32_t act;
    uint32_t at = 0;
    if (unit->verdict.kind != KIND_DISCHARGE) return false;
    for (const struct mention *m; (m = mention_next(self, MENTION_REFERENCE, unit->first, unit->last, &at));)
        if (strcmp(m->sub, "kamerstuk") == 0) return true; /* "De motie-Vermeer (Kamerstuk …)" */
    return undertaking(&unit->facts, &act) != NO_TOKEN;
}

/* An intention is made to nobody, unless its words turn to the Chamber ("ik wil dit met u bespreken") or are about telling it something
 * ("ik streef ernaar het plan voor de zomer te sturen"). */
static bool turns_to_audience(const struct analysis *self, const struct unit *unit) {
    for (uint32_t i = unit->first; i < unit->last; i++) {
        int32_t person;
        if (self->aside[i]) continue;
        if (token_is(self, i, CLASS_CHAMBER) || (token_class(self, i, CLASS_PERSONAL, &person) && person == PERSON_YOU)) return true;
        if (verbal(token_at(self, i)) && token_is(self, i, CLASS_CUE_INFORM)) return true;
    }
    return false;
}

static void nobody_asks_himself(const struct unit *unit, struct statement *statement) {
    const char *author = unit->facts.author_id, *addressee = statement->addressee.value;
    if (author && addressee && strcmp(author, addressee) == 0) statement->addressee.value = NULL;
}

void slots_actors(struct analysis *self, const struct unit *unit, struct statement *statement) {
    const struct clause *clause = unit->facts.clause;
    const struct clause *subject = clause_with_subject(self, clause);
    const char *audience = actor_audience(self->text, self->mentions, clause->first);
    issuer_find(self, unit, statement);
    const char *sub = unit->verdict.sub;
    bool wish = sub && (strcmp(sub, "wish") == 0 || strcmp(sub, "told") == 0 || strcmp(sub, "imperative") == 0);
    switch (unit->verdict.kind) {
    case KIND_TASKING:
    case KIND_REQUEST:
        if ((unit->verdict.subject_is_addressee || clause->question) && !is_dictum(self, unit)) {
            if (subject->subject_first < subject->subject_last)
                slot_set(self, &statement->addressee, subject->subject_first, subject->subject_last,
                         clause->question && unit->facts.subject_id == NULL ? audience : unit->facts.subject_id);
            if (clause->question) nobody_asks_himself(unit, statement);
            if (clause->question && (!statement->addressee.value || unit->facts.person == PERSON_THIRD) && audience &&
                !unit->facts.subject_id)
                statement->addressee.value = audience;
        } else
            object_find(self, unit, statement);
        /* "Ik zou graag een toezegging willen": the thing that a member wants is nobody */
        if (unit->facts.spoken && unit->facts.lang == LANGUAGE_DUTCH && wish &&
            actor_mention_in(self->mentions, statement->addressee.first, statement->addressee.last) < 0)
            slot_set(self, &statement->addressee, 0, 0, NULL);
        if (unit->facts.spoken && !clause->passive && unit->facts.person == PERSON_I) nobody_asks_himself(unit, statement);
        if (!statement->addressee.value) lead_find(self, unit, statement);
        if (unit->facts.government && !statement->addressee.value && statement->issuer.value && audience &&
            strcmp(statement->issuer.value, audience) == 0)
            statement->addressee.value = unit->facts.author_id; /* "uw Kamer heeft gevraagd de norm te verankeren": asked of who answers */
        if (unit->facts.spoken && !unit->facts.government && unit->verdict.kind == KIND_REQUEST && !statement->addressee.value)
            statement->addressee.value = government_near(self, clause->sentence); /* a member asks the government that is there */
        break;
    case KIND_COMMITMENT:
    case KIND_DISCHARGE:
    case KIND_REFUSAL:
    case KIND_INTENTION:
        if (unit->facts.chamber != NO_TOKEN) {
            uint32_t from = unit->facts.chamber, end = noun_phrase_end(self, from, clause->last);
            slot_set(self, &statement->addressee, from, end > from ? end : from + 1, audience);
        } else if (unit->facts.government &&
                   (unit->verdict.kind == KIND_INTENTION ? turns_to_audience(self, unit)
                                                         : unit->facts.spoken || discharges_promise(self, unit) ||
                                                               cue_verb(&unit->facts, CLASS_CUE_INFORM, NULL) != NO_TOKEN))
            slot_set(self, &statement->addressee, 0, 0, audience);
        if (unit->verdict.kind == KIND_COMMITMENT && !statement->addressee.value && promised_before(self, unit, statement))
            slot_set(self, &statement->addressee, 0, 0, audience);
        if (unit->verdict.kind == KIND_COMMITMENT && cue_verb(&unit->facts, CLASS_CUE_COMMIT, NULL) != NO_TOKEN)
            promised_find(self, unit, statement);
        /* "De heer Pals krijgt van mij een overzicht": who gets it is promised it */
        if (unit->verdict.kind == KIND_COMMITMENT && unit->facts.government && unit->facts.spoken && !unit->facts.by_author &&
            unit->facts.person == PERSON_THIRD && unit->facts.subject_id && granting(&unit->facts, 2)) {
            slot_set(self, &statement->addressee, subject->subject_first, subject->subject_last, unit->facts.subject_id);
            slot_set(self, &statement->issuer, 0, 0, unit->facts.author_id);
        }
        if (unit->verdict.kind == KIND_REFUSAL && unit->facts.spoken && unit->facts.chamber == NO_TOKEN) {
            const char *partner = actor_partner(self->text, self->mentions, clause->first); /* who asked just before is refused */
            if (partner) slot_set(self, &statement->addressee, 0, 0, partner);
        }
        break;
    case KIND_PLAN:
    case KIND_REPORT:
        if (subject->subject_first < subject->subject_last && unit->facts.subject_id && !clause->passive)
            slot_set(self, &statement->actor, subject->subject_first, subject->subject_last, unit->facts.subject_id);
        break;
    default:
        break;
    }
    if (unit->verdict.kind == KIND_TASKING)
        statement->binding = 1;
    else if (unit->verdict.kind == KIND_REQUEST) { /* N1: an organ or servant of the issuer */
        const char *issuer = statement->issuer.value, *addressee = statement->addressee.value;
        const char *dash = issuer ? strchr(issuer, '-') : NULL;
        size_t house = issuer ? (dash ? (size_t)(dash - issuer) : strlen(issuer)) : 0;
        statement->binding = issuer && addressee && house > 2 && strncmp(issuer, addressee, house) == 0 && addressee[house] == '-' &&
                             strcmp(issuer, addressee) != 0;
    }
}
