/* Statements inside statements (U5): (a) relative and purpose clauses with a future of their own and their own actor or time, (b) a
 * conjunct of another kind, (c) an earlier undertaking that is reported (recalled), (d) a waarbij-clause that states a condition. */
#include "statement/clause_parts.h"
#include "statement/unit.h"

static void add(struct analysis *self, uint32_t clause, uint32_t first, uint32_t last, struct verdict verdict, struct statements *out) {
    struct unit unit = { .first = first, .last = last, .clause = clause, .verdict = verdict };
    facts_find(self, clause, &unit.facts);
    unit_trim(self, &unit.first, &unit.last);
    if (unit.first < unit.last) unit_add(self, &unit, out);
}

/* "Norland's", with either apostrophe. */
static bool is_genitive(const struct analysis *self, uint32_t i) {
    slice word = token_text(self->text, i);
    if (word.size < 3 || word.data[word.size - 1] != 's') return false;
    return word.data[word.size - 2] == '\'' || (word.size > 4 && slice_equal((slice){ word.data + word.size - 4, 3 }, SLICE("’")));
}

/* Where what a noun governs ends: at a semicolon, and at a comma after which something of another clause begins ("…, the leaders will", "…,
 * acknowledges that"), not "…, including gifts" or "…, in the context of". */
static uint32_t governed_end(const struct analysis *self, uint32_t from, uint32_t last) {
    for (uint32_t k = from; k < last; k++) {
        if (token_is_punct(self, k, ';')) return k;
        if (!token_is_punct(self, k, ',') || self->aside[k] || k + 1 >= last) continue;
        const struct token *next = token_at(self, k + 1);
        bool goes_on = next->pos == POS_ADP || next->pos == POS_CCONJ || next->pos == POS_SCONJ ||
                       (next->forms & (FORM_PRESENT_PARTICIPLE | FORM_PARTICIPLE)) || token_is(self, k + 1, CLASS_INFINITIVE_MARK);
        for (uint32_t j = k + 1; j < last && !goes_on && j < k + 12 && !verbal(token_at(self, j)); j++)
            goes_on = token_at(self, j)->pos == POS_CCONJ; /* a list: "…, France, Italy and Spain" */
        if (!goes_on) return k;
    }
    return last;
}

/* "het voornemen een regeling te maken": a Dutch infinitive hangs on the noun where its object begins right behind it; where it ends. */
static uint32_t dutch_infinitive_of_noun(const struct analysis *self, uint32_t noun, uint32_t last) {
    if (noun + 1 >= last || !is_nominal(token_at(self, noun + 1))) return 0;
    for (uint32_t k = noun + 2; k + 1 < last && k < noun + 24 && self->owner[k] == self->owner[noun]; k++) {
        if ((token_at(self, k)->forms & FORM_FINITE) && verbal(token_at(self, k))) return 0;
        if (token_is(self, k, CLASS_INFINITIVE_MARK) && verbal(token_at(self, k + 1))) return k + 2;
    }
    return 0;
}

/* "the pledge made by donors to raise their support; and …": where what an English noun of an undertaking governs ends; 0 if no infinitive
 * hangs on it in its own clause. */
static uint32_t infinitive_of_noun(const struct analysis *self, uint32_t noun, uint32_t last) {
    if (self->language[noun] == LANGUAGE_DUTCH) return dutch_infinitive_of_noun(self, noun, last);
    for (uint32_t k = noun + 1; k < last && k < noun + 16 && self->owner[k] == self->owner[noun]; k++) {
        const struct token *t = token_at(self, k);
        bool finite = verbal(t) && (t->forms & FORM_FINITE);
        if (finite || t->pos == POS_CCONJ || token_is_punct(self, k, ';')) return 0;
        if (!token_is(self, k, CLASS_INFINITIVE_MARK) || k + 1 >= last || !verbal(token_at(self, k + 1))) continue;
        if (token_at(self, k + 1)->pos == POS_AUX) return 0; /* "a decision to be taken": one to come */
        return governed_end(self, k, last);
    }
    return 0;
}

/* Where the noun phrase of an earlier undertaking starts: at its determiner, its genitive ("the ministry's decision"), of decisions also at
 * "our"; NO_TOKEN if nothing says that it is a certain one. */
static uint32_t recalled_start(const struct analysis *self, const struct unit *unit, uint32_t noun, int32_t what, bool english) {
    uint32_t first = noun;
    for (; first > unit->first; first--) {
        const struct token *t = token_at(self, first - 1);
        if (t->pos != POS_ADJ && t->pos != POS_NUM && t->pos != POS_SYM &&
            !(english && t->shape == SHAPE_PUNCT && token_at(self, first)->pos == POS_NUM) && !(english && (t->forms & FORM_PARTICIPLE)))
            break;
    }
    if (english && first > unit->first && is_genitive(self, first - 1)) {
        first--;
        while (first > unit->first && (token_at(self, first - 1)->pos == POS_PROPN || token_at(self, first - 1)->pos == POS_DET)) first--;
        return first;
    }
    if (english && what == 3 && first > unit->first && token_is(self, first - 1, CLASS_POSSESSIVE)) return first - 1;
    if (first > unit->first && token_at(self, first - 1)->pos == POS_DET) return first - 1;
    bool plural = (token_at(self, noun)->forms & FORM_PLURAL) != 0;
    return english && what == 1 && plural && token_at(self, first)->pos == POS_ADJ ? first : NO_TOKEN; /* "recent pledges to" */
}

/* "resolution 687 (1991)": brackets that are part of what is cited, and not what is cited in brackets. */
static bool ends_reference(const struct analysis *self, uint32_t last) {
    uint32_t at = 0, from = last > 12 ? last - 12 : 0;
    for (const struct mention *m; (m = mention_next(self, MENTION_REFERENCE, from, last, &at));)
        if (m->last == last && !self->aside[m->first]) return true;
    return false;
}

/* "de motie uit te voeren en om …", "de motie, mede ondertekend om …", "geen motie — dat …": the clause hangs on another word than the
 * noun, or goes on with something else. */
static bool hangs_on_other(const struct analysis *self, uint32_t noun, const struct clause *inner) {
    for (uint32_t k = noun + 1; k < inner->first; k++)
        if (verbal(token_at(self, k)) && (token_at(self, k)->forms & (FORM_INFINITIVE | FORM_PARTICIPLE))) return true;
    const struct token *before = token_at(self, inner->first - 1);
    return before->pos == POS_CCONJ ||
           (before->shape == SHAPE_PUNCT && !self->aside[inner->first - 1] && !token_is_punct(self, inner->first - 1, ',') &&
            !token_is_punct(self, inner->first - 1, ')')) ||
           (inner->opener != NO_TOKEN && token_at(self, inner->opener)->pos == POS_CCONJ);
}

/* (c) "de toezegging gedaan tijdens … om uw Kamer te informeren": a definite noun of an undertaking with what was undertaken. */
static void recalled_nouns(struct analysis *self, const struct unit *unit, struct statements *out) {
    static const enum kind kinds[] = { KIND_NONE, KIND_COMMITMENT, KIND_REQUEST, KIND_DECISION, KIND_TASKING, KIND_INTENTION };
    bool english = unit->facts.lang == LANGUAGE_ENGLISH;
    if (!tokens_may_have(self, unit->first, unit->last, CLASS_CUE_UNDERTAKING)) return;
    for (uint32_t i = unit->first; i < unit->last; i++) {
        int32_t what;
        if (!token_may_be(self, i, CLASS_CUE_UNDERTAKING)) continue; /* most */
        if (token_at(self, i)->pos != POS_NOUN || self->aside[i] || !token_class(self, i, CLASS_CUE_UNDERTAKING, &what) || what < 1 ||
            what > 5)
            continue;
        if (i == unit->verdict.cue) continue;
        if (english && i + 1 < unit->last && token_at(self, i + 1)->pos == POS_NOUN) continue; /* "a regional guarantee facility" */
        if (english && what == 5 && !token_is(self, i, CLASS_CUE_PLEDGE))
            continue; /* "the goal to raise funds": what for, not what was undertaken; but "the intention of the ministry to" */
        uint32_t first = recalled_start(self, unit, i, what, english);
        if (first == NO_TOKEN || (!english && token_is(self, first, CLASS_INDEFINITE))) continue; /* "een plan om": none spoken of before */
        /* what was undertaken: an infinitive or a clause that hangs on the noun, before the next finite verb of the unit's own clause */
        uint32_t last = 0;
        bool participle = i + 1 < unit->last && token_at(self, i + 1)->pos == POS_VERB && (token_at(self, i + 1)->forms & FORM_PARTICIPLE);
        for (uint32_t c = self->sentence_clause[unit->facts.clause->sentence]; c < self->sentence_clause[unit->facts.clause->sentence + 1];
             c++) {
            const struct clause *inner = &self->clauses.at[c];
            if (inner->first <= i || inner->first > (participle ? i + 24 : i + 8) || inner->first >= unit->last) continue;
            if (inner->type == CLAUSE_INFINITIVE || inner->type == CLAUSE_RELATIVE || inner->type == CLAUSE_COMPLEMENT) {
                bool verbs_between = false;
                for (uint32_t k = i + 1; k < inner->first; k++)
                    verbs_between |= (token_at(self, k)->pos == POS_VERB || token_at(self, k)->pos == POS_AUX) &&
                                     (token_at(self, k)->forms & FORM_FINITE);
                if (verbs_between) continue;
                if (!english && !participle && hangs_on_other(self, i, inner)) continue;
                if (!english && inner->type != CLAUSE_INFINITIVE && token_is(self, i, CLASS_CUE_TALK))
                    continue; /* "de vraag die ik stelde" */
                if (!english && (inner->modal == MODAL_MUST || inner->modal == MODAL_WILL) && inner->type == CLAUSE_RELATIVE)
                    continue; /* "het besluit dat genomen moet worden": none yet */
                if (!english && inner->type == CLAUSE_COMPLEMENT && (what == 3 || what == 4) &&
                    (unit->facts.spoken || inner->modal == MODAL_NONE))
                    continue; /* "de conclusie dat het veilig is", "een aanwijzing dat": what was found */
                if (!english && inner->opener != NO_TOKEN && token_is(self, inner->opener, CLASS_INTERROGATIVE))
                    continue; /* "de vraag hoe wij dat voorkomen" asks for no act */
                if (!english && inner->type == CLAUSE_RELATIVE && !inner->past && !inner->perfect && !inner->passive &&
                    !clause_verb_class(self, inner, CLASS_CUE_COMMIT, NULL))
                    continue; /* "de beslissingen die zij neemt" */
                if (inner->type == CLAUSE_RELATIVE && !clause_verb_class(self, inner, CLASS_LIGHT_VERB, NULL) &&
                    !clause_verb_class(self, inner, CLASS_CUE_COMMIT, NULL))
                    continue;
                last = inner->last < unit->last ? inner->last : unit->last;
                break;
            }
        }
        if (!last && (english || token_is(self, i, CLASS_CUE_PLEDGE))) last = infinitive_of_noun(self, i, unit->last);
        /* "the pledges made to the fund": that they were made says that they are earlier ones */
        if (!last && english && what == 1 && participle && token_is(self, i + 1, CLASS_LIGHT_VERB))
            last = governed_end(self, i, unit->last);
        /* "Recalls the commitment of the parties …": told with a view on it */
        bool told = unit->verdict.kind == KIND_POSITION && unit->verdict.cue < i && token_is(self, i, CLASS_CUE_PLEDGE);
        if (!last && english && told && i + 1 < unit->last && token_at(self, i + 1)->pos == POS_ADP)
            last = governed_end(self, i, unit->last);
        if (!last) continue;
        while (last > i && !ends_reference(self, last) && (self->aside[last - 1] || token_at(self, last - 1)->shape == SHAPE_PUNCT))
            last--; /* "(Kamerstuk …)" is of the whole */
        struct verdict verdict = { .cue = NO_TOKEN };
        verdict_set(&verdict, kinds[what], "recalled", i, 700);
        add(self, self->owner[i], first, last, verdict, out);
        i = last;
    }
}

/* "paragraph 70 of decision 1, which urged the parties to": where the reference begins whose clause this is; NO_TOKEN if it follows none.
 */
static uint32_t referred_act(const struct analysis *self, const struct unit *unit, const struct clause *inner) {
    uint32_t at = 0, first = NO_TOKEN, end = NO_TOKEN;
    for (const struct mention *m; (m = mention_next(self, MENTION_REFERENCE, unit->first, inner->first, &at));) {
        if (first == NO_TOKEN) first = m->first;
        end = m->last;
    }
    return end != NO_TOKEN && end + 3 > inner->first && token_is_punct(self, end, ',') ? first : NO_TOKEN;
}

/* Whether an English relative clause has an actor of its own (U5a): "who", a subject that is named in it, or a body before it ("a working
 * group that will draft"); of things it only says what they are like ("a partnership that will promote peace"). */
static bool has_actor(const struct analysis *self, const struct clause *inner) {
    if (inner->subject_first > inner->first || token_is(self, inner->first, CLASS_CUE_WHO)) return true;
    uint32_t end = inner->first > 0 && token_is_punct(self, inner->first - 1, ',') ? inner->first - 1 : inner->first;
    if (end > 0 && token_at(self, end - 1)->pos == POS_PROPN && actor_mention_in(self->mentions, end - 1, end) >= 0) return true;
    for (uint32_t i = end, n = 0; i-- > 0 && n < 16 && token_at(self, i)->shape != SHAPE_PUNCT; n++) {
        if ((token_at(self, i)->forms & FORM_FINITE) && verbal(token_at(self, i))) return false;
        if (token_is(self, i, CLASS_CUE_BODY)) return true;
        if (token_at(self, i)->pos == POS_DET && n > 8) return false;
    }
    return false;
}

/* What the verb of an act told of did: requested, ordered, decided. */
static enum kind act_of(const struct facts *facts) {
    int32_t strength = 0;
    if (cue_verb(facts, CLASS_CUE_ASK, &strength) != NO_TOKEN && strength >= 3) return KIND_REQUEST;
    if (cue_verb(facts, CLASS_CUE_ORDER, &strength) != NO_TOKEN && strength >= 3) return KIND_TASKING;
    return cue_verb(facts, CLASS_CUE_DECIDE, &strength) != NO_TOKEN && strength >= 3 && facts->complement != UINT32_MAX ? KIND_DECISION
                                                                                                                        : KIND_NONE;
}

/* What an English relative clause tells of an earlier act: "a plan of eight steps, six of which have been completed" (discharge of what the
 * noun before it undertook), "for which money had been promised" (recalled). */
static bool earlier_act(struct analysis *self, const struct unit *unit, const struct facts *facts, struct statements *out) {
    const struct clause *inner = facts->clause;
    if (facts->lang != LANGUAGE_ENGLISH || inner->type != CLAUSE_RELATIVE || facts->negated || inner->head == NO_TOKEN) return false;
    struct verdict verdict = { .cue = NO_TOKEN };
    uint32_t first = inner->first;
    int32_t strength = 0;
    bool preposition = first > unit->first && token_at(self, first - 1)->pos == POS_ADP;
    if (inner->perfect && inner->passive && !inner->past && cue_verb(facts, CLASS_CUE_DISCHARGE, NULL) != NO_TOKEN) {
        bool undertaken = false;
        for (uint32_t i = first; i-- > unit->first && i + 12 > first && !undertaken;)
            undertaken = token_at(self, i)->pos == POS_NOUN && token_is(self, i, CLASS_CUE_UNDERTAKING);
        if (!undertaken) return false;
        if (preposition && first > unit->first + 1) first -= 2; /* "six of which" */
        verdict_set(&verdict, KIND_DISCHARGE, "complete", inner->head, 700);
    } else if (inner->past && inner->passive && cue_verb(facts, CLASS_CUE_COMMIT, &strength) != NO_TOKEN && strength >= 3) {
        first -= preposition;
        verdict_set(&verdict, KIND_COMMITMENT, "recalled", inner->head, 700);
    } else if (inner->perfect && !inner->past && (facts->person == PERSON_I || facts->person == PERSON_WE) &&
               (cue_verb(facts, CLASS_CUE_AGREE, NULL) != NO_TOKEN ||
                (cue_verb(facts, CLASS_CUE_DECIDE, &strength) != NO_TOKEN && strength >= 3))) {
        first -= preposition; /* "with whom we have agreed a common statement" */
        verdict_set(&verdict, KIND_DECISION, "agree", inner->head, 650);
    } else if (inner->past && (first = referred_act(self, unit, inner)) != NO_TOKEN && act_of(facts) != KIND_NONE) {
        verdict_set(&verdict, act_of(facts), "recalled", inner->head, 650);
    } else
        return false;
    add(self, (uint32_t)(inner - self->clauses.at), first, inner->last < unit->last ? inner->last : unit->last, verdict, out);
    return true;
}

/* A noun of asking stands in the tokens, not far before the last: "de motie van de leden X en Y, waarin". */
static bool names_request(const struct analysis *self, uint32_t first, uint32_t last) {
    int32_t what;
    for (uint32_t i = last; i-- > first && i + 16 > last;)
        if (token_class(self, i, CLASS_CUE_UNDERTAKING, &what) && what == 2) return true;
    return false;
}

/* In the words of a member what a minister is to send or tell the House: what would be a promise if the minister said it. */
static bool recalls_promise(struct analysis *self, uint32_t clause, struct verdict *out) {
    struct facts facts;
    const struct clause *inner = &self->clauses.at[clause];
    if (token_language(self, inner->sentence) != LANGUAGE_DUTCH) return false;
    if (inner->modal != MODAL_NONE && inner->modal != MODAL_WILL && inner->modal != MODAL_GO) return false; /* "of zij dat wil sturen" */
    facts_find(self, clause, &facts);
    if (!facts.spoken || facts.government || facts.chair || !facts.subject_id || facts.negated ||
        !(strncmp(facts.subject_id, "NL-MIN", 6) == 0 || strncmp(facts.subject_id, "NL-STAS", 7) == 0) || !facts_present(&facts))
        return false;
    int32_t strength = 0;
    if (cue_verb(&facts, CLASS_CUE_INFORM, &strength) == NO_TOKEN || cue_verb(&facts, CLASS_CUE_SAY, NULL) != NO_TOKEN) return false;
    bool given = facts.chamber != NO_TOKEN || clause_find(self, facts.clause, CLASS_CUE_DELIVERABLE, NULL) != NO_TOKEN ||
                 clause_find(self, facts.clause, CLASS_OBJECT_FORM, NULL) != NO_TOKEN;
    return given && verdict_set(out, KIND_COMMITMENT, "recalled", facts.clause->head, 600);
}

/* "zoals door uw Kamer verzocht" */
static bool asked_by_chamber(struct analysis *self, uint32_t clause) {
    struct facts facts;
    int32_t strength = 0;
    if (token_language(self, self->clauses.at[clause].sentence) != LANGUAGE_DUTCH) return false;
    facts_find(self, clause, &facts);
    return facts.chamber != NO_TOKEN && !facts.negated && cue_verb(&facts, CLASS_CUE_ASK, &strength) != NO_TOKEN && strength >= 2;
}

void nested_find(struct analysis *self, const struct unit *unit, uint32_t parent, struct statements *out) {
    uint32_t sentence = unit->facts.clause->sentence;
    enum kind outer = (enum kind)out->all.at[parent].kind;
    for (uint32_t c = self->sentence_clause[sentence]; c < self->sentence_clause[sentence + 1]; c++) {
        const struct clause *inner = &self->clauses.at[c];
        if (inner->first < unit->first || inner->first >= unit->last || c == unit->clause || inner->type == CLAUSE_MAIN) continue;
        uint32_t inner_last = inner->last < unit->last ? inner->last : unit->last;
        if (unit->verdict.from_complement && inner->type == CLAUSE_COMPLEMENT) continue;
        struct facts facts;
        struct verdict verdict = { .cue = NO_TOKEN };
        switch (inner->type) {
        case CLAUSE_RELATIVE:
        case CLAUSE_PURPOSE: {
            facts_find(self, c, &facts);
            if (facts.lang == LANGUAGE_DUTCH && inner->type == CLAUSE_RELATIVE && inner->opener != NO_TOKEN &&
                token_is(self, inner->opener, CLASS_INTERROGATIVE))
                break; /* "bezien op welke wijze dit zal gebeuren": what is asked is no plan */
            if (earlier_act(self, unit, &facts, out) || manages_talk(&facts)) break;
            /* "de motie waarin de regering wordt verzocht om …": what is asked there */
            int32_t asks = 0;
            if (facts.lang == LANGUAGE_DUTCH && inner->type == CLAUSE_RELATIVE && facts_present(&facts) && inner->modal == MODAL_NONE &&
                cue_verb(&facts, CLASS_CUE_ASK, &asks) != NO_TOKEN && asks >= 3 && names_request(self, unit->first, inner->first)) {
                verdict_set(&verdict, KIND_REQUEST, "recalled", inner->head, 650);
                add(self, c, inner->first, inner_last, verdict, out);
                break;
            }
            uint32_t at = 0; /* "die zij om de twee jaar actualiseren" */
            bool recurs = false;
            for (const struct mention *m; !recurs && (m = mention_next(self, MENTION_TIMEX, inner->first, inner_last, &at));)
                recurs = m->sub && strcmp(m->sub, "SET") == 0;
            if (cue_verb(&facts, CLASS_CUE_OPEN_WORK, NULL) == NO_TOKEN) recurs = false; /* "who serve daily" */
            bool open = (recurs && facts_present(&facts) && inner->modal == MODAL_NONE) || inner->modal == MODAL_WILL ||
                        (inner->modal == MODAL_GO && inner->head != inner->finite) ||
                        (inner->modal == MODAL_CAN && inner->type == CLAUSE_PURPOSE);
            /* "de rapportage die u in mei toegaat", "de nota, die in juni verschijnt" */
            if (facts.lang == LANGUAGE_DUTCH && inner->type == CLAUSE_RELATIVE && facts.time_ahead && facts_present(&facts) &&
                inner->modal == MODAL_NONE && !inner->passive && inner->finite != NO_TOKEN && inner->head == inner->finite &&
                !token_is(self, inner->finite - 1, CLASS_INFINITIVE_MARK) && cue_word(&facts, CLASS_CUE_FORECAST, NULL) == NO_TOKEN &&
                (cue_verb(&facts, CLASS_CUE_EVENT, NULL) != NO_TOKEN || cue_verb(&facts, CLASS_CUE_INFORM, NULL) != NO_TOKEN))
                open = true;
            /* "een centrum, dat in 2026 operationeel moet zijn", "dat in 2026 wordt geopend": in writing, by a day that is set */
            if (facts.lang == LANGUAGE_DUTCH && inner->type == CLAUSE_RELATIVE && facts.time_ahead && facts_present(&facts) &&
                !facts.spoken && (inner->modal == MODAL_MUST || (inner->modal == MODAL_NONE && inner->passive)) &&
                kind_of(&facts).kind == KIND_PLAN)
                open = true;
            if (!open || inner->past || facts.negated) break;
            /* in debate "een oplossing die door iedereen zal worden aanvaard" says what it is like */
            if (facts.lang == LANGUAGE_DUTCH && facts.spoken && inner->type == CLAUSE_RELATIVE && !facts.time_ahead && !facts.subject_id &&
                facts.chamber == NO_TOKEN && !facts.by_author)
                break;
            /* "wie hun baan gaan verliezen": what goes to happen to somebody; a plan only with a time or somebody who does it */
            if (inner->modal == MODAL_GO && facts.lang == LANGUAGE_DUTCH && !facts.time_ahead && !facts.subject_id) break;
            if (facts.lang == LANGUAGE_DUTCH && facts.spoken && inner->type == CLAUSE_PURPOSE && facts.chamber == NO_TOKEN)
                break; /* "zodat we echt vooruitkomen" */
            verdict = kind_of(&facts);
            bool inform = verdict.kind == KIND_COMMITMENT;
            if (inform && facts.lang == LANGUAGE_DUTCH && facts.spoken && !facts.government) break; /* "het debat dat we gaan voeren" */
            bool own =
                (inner->type == CLAUSE_RELATIVE && (facts.lang != LANGUAGE_ENGLISH || has_actor(self, inner))) || facts.time_ahead ||
                facts.subject_id ||
                (facts.chamber != NO_TOKEN && (facts.lang == LANGUAGE_ENGLISH || cue_verb(&facts, CLASS_CUE_INFORM, NULL) != NO_TOKEN));
            if (!own && !inform) break;
            if (!inform) verdict_set(&verdict, KIND_PLAN, "deliverable", inner->finite, 700);
            add(self, c, inner->first, inner_last, verdict, out);
            if (inner->type == CLAUSE_PURPOSE && outer == KIND_PLAN &&
                inner_last == unit->last) { /* two plans side by side, not one in the other */
                struct statement *before = &out->all.at[parent];
                uint32_t first = before->first, last = inner->first;
                unit_trim(self, &first, &last);
                if (first < last) before->last = last, before->span = text_span(self->text, first, last);
            }
            break;
        }
        case CLAUSE_COMPLEMENT: /* "Fijn dat de minister met een brief komt" */
            if (outer == KIND_REQUEST || outer == KIND_COMMITMENT || !recalls_promise(self, c, &verdict)) break;
            add(self, c, inner->first, inner_last, verdict, out);
            break;
        case CLAUSE_ACCOMPANIMENT:
            if (!kind_tracked(outer) && !kind_linking(outer)) break;
            if (inner->finite == NO_TOKEN || inner->past || inner->perfect || clause_verb_class(self, inner, CLASS_CUE_POSITION, NULL) ||
                clause_verb_class(self, inner, CLASS_CUE_REPORT, NULL) ||
                (token_language(self, inner->sentence) == LANGUAGE_DUTCH && clause_verb_class(self, inner, CLASS_CUE_INFORM, NULL)))
                break; /* "waarbij wordt ingegaan op": what it will hold */
            if (token_language(self, inner->sentence) == LANGUAGE_DUTCH && inner->opener != NO_TOKEN &&
                token_is(self, inner->opener, CLASS_PRONOMINAL) && inner->first > 0 && token_at(self, inner->first - 1)->pos == POS_NOUN)
                break; /* "een variant waarbij enkelen profiteren": which one */
            verdict_set(&verdict, KIND_CONDITION, "requirement", inner->opener, 600);
            add(self, c, inner->first, inner_last, verdict, out);
            break;
        case CLAUSE_CONCESSION: /* "hoewel ik wel wil toezeggen …" */
        case CLAUSE_CAUSE:      /* "…, omdat ik verzoek om …": an act performed in the first person */
            facts_find(self, c, &facts);
            if (facts.person != PERSON_I && facts.person != PERSON_WE) break;
            verdict = kind_of(&facts);
            if (verdict.kind == KIND_REQUEST || (verdict.kind == KIND_COMMITMENT && cue_verb(&facts, CLASS_CUE_COMMIT, NULL) != NO_TOKEN))
                add(self, c, inner->first, inner_last, verdict, out);
            break;
        case CLAUSE_MANNER:
            if (inner->modal != MODAL_NONE) break;
            if (clause_verb_class(self, inner, CLASS_CUE_COMMIT, NULL))
                verdict_set(&verdict, KIND_COMMITMENT, "recalled", inner->head, 800);
            else if (asked_by_chamber(self, c))
                verdict_set(&verdict, KIND_REQUEST, "recalled", inner->head, 650);
            else
                break;
            add(self, c, inner->first, inner_last, verdict, out);
            break;
        default:
            break;
        }
    }
    /* (b) "… zich nogmaals te committeren aan de Pledge": a conjunct of another kind */
    struct part parts[16];
    size_t count = kind_tracked(outer) && outer != KIND_REQUEST ? complement_parts(self, unit->facts.clause, parts, COUNT_OF(parts)) : 0;
    for (size_t p = 0; p < count && count > 1; p++) {
        if (parts[p].first < unit->first || parts[p].last > unit->last) continue;
        if (parts[p].first == unit->first && parts[p].last == unit->last) continue;
        bool again = false, commits = false;
        uint32_t cue = NO_TOKEN;
        for (uint32_t i = parts[p].first; i < parts[p].last; i++) {
            int32_t strength = 0;
            if (token_class(self, i, CLASS_CUE_REAFFIRM, &strength) && strength >= 2) again = commits = true, cue = i;
            if (token_is(self, i, CLASS_CUE_AGAIN)) again = true, cue = i;
            if (token_is(self, i, CLASS_CUE_COMMIT) || token_is(self, i, CLASS_CUE_CONFIRM)) commits = true;
        }
        if (!again || !commits) continue;
        struct verdict verdict = { .cue = cue };
        verdict_set(&verdict, KIND_REAFFIRMATION, "pledge", cue, 800);
        add(self, unit->clause, parts[p].first, parts[p].last, verdict, out);
    }
    recalled_nouns(self, unit, out);
}
