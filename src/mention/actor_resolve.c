/* Who a noun phrase, a pronoun or a missing subject is, where it stands.
 *
 * "De NAR kwam bijeen. Hij zal …": "Hij" is singular, the nearest antecedent that is one body or person and best the subject of its
 * sentence is NATO-NAC. "ik" is who speaks at that place, "u" and "uw Kamer" who is spoken to. A phrase that no table knows gets an
 * identifier of its own words ("de provincie Zuid-Holland" → PROVINCIE-ZUID-HOLLAND), so that all its forms in a register fall together.
 * Looks at most three sentences back: a farther antecedent is seldom the right one. */
#include "mention/actor.h"

#include <ctype.h>

enum { SENTENCES_BACK = 3 };

const char *actor_issuer(const struct mentions *mentions) { return mentions->cast ? mentions->cast->issuer : NULL; }
const char *actor_addressee(const struct mentions *mentions) { return mentions->cast ? mentions->cast->addressee : NULL; }

const char *actor_speaker(const struct text *text, const struct mentions *mentions, uint32_t block) {
    if (!mentions->cast || block >= text->blocks.count) return NULL;
    if (text->blocks.at[block].kind != BLOCK_TURN && text->blocks.at[block].speaker < 0) return NULL;
    return mentions->cast->authors[block];
}

const char *actor_author(const struct text *text, const struct mentions *mentions, uint32_t token) {
    const struct actor_cast *cast = mentions->cast;
    if (!cast || !text->blocks.count) return NULL;
    const char *here = cast->authors[text_block_of(text, token)];
    return here ? here : cast->author ? cast->author : cast->issuer;
}

static bool is_member(const char *id) { return id && strncmp(id, "NL-TK:", 6) == 0; }
static bool is_government(const char *id) {
    return id && (strncmp(id, "NL-MIN", 6) == 0 || strncmp(id, "NL-STAS", 7) == 0 || strcmp(id, "NL-GOV") == 0 || strcmp(id, "NL-MP") == 0);
}
static bool is_chair(const struct actor_cast *cast, const char *id) {
    return id && ((cast->chair && strcmp(id, cast->chair) == 0) || strcmp(id, "CHAIR") == 0);
}

const char *actor_audience(const struct text *text, const struct mentions *mentions, uint32_t token) {
    const struct actor_cast *cast = mentions->cast;
    const char *author = actor_author(text, mentions, token);
    if (!cast) return NULL;
    if (is_government(author)) return "NL-TK";
    if (is_chair(cast, author)) return cast->minister ? "NL-TK" : cast->addressee; /* the chair sums up for the Chamber */
    if (is_member(author)) return cast->answerer ? cast->answerer : cast->minister ? cast->minister : cast->addressee;
    return cast->addressee;
}

const char *actor_partner(const struct text *text, const struct mentions *mentions, uint32_t token) {
    const struct actor_cast *cast = mentions->cast;
    if (!cast || !text->blocks.count) return NULL;
    uint32_t block = text_block_of(text, token);
    const char *self = cast->authors[block];
    if (!self || text->blocks.at[block].speaker < 0) return NULL;
    for (uint32_t i = block, n = 0; i-- > 0 && n < 60; n++) {
        if (text->blocks.at[i].kind != BLOCK_TURN || !cast->authors[i] || strcmp(cast->authors[i], self) == 0 ||
            is_chair(cast, cast->authors[i]))
            continue;
        return cast->authors[i];
    }
    return NULL;
}

int32_t actor_mention_in(const struct mentions *mentions, uint32_t first, uint32_t last) {
    if (first >= last) return -1;
    for (uint32_t i = mentions->from[first]; i < mentions->all.count && mentions->all.at[i].first < last; i++) {
        const struct mention *mention = &mentions->all.at[i];
        if (mention->kind == MENTION_ACTOR && mention->last <= last) return (int32_t)i;
    }
    return -1;
}

/* The actor that begins in the phrase and goes on behind it: "the Intergovernmental Panel | on Climate Change". */
static int32_t mention_begun(const struct mentions *mentions, uint32_t first, uint32_t last) {
    for (uint32_t i = mentions->from[first]; i < mentions->all.count && mentions->all.at[i].first < last; i++)
        if (mentions->all.at[i].kind == MENTION_ACTOR) return (int32_t)i;
    return -1;
}

static uint32_t sentence_of(const struct text *text, uint32_t token) {
    uint32_t low = 0, high = text->sentences.count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (text->sentences.at[middle].first <= token)
            low = middle;
        else
            high = middle;
    }
    return low;
}

enum number { NUMBER_ANY, NUMBER_ONE, NUMBER_SEVERAL };

static bool fits(const struct mention *mention, enum number number) {
    if (!mention->actor_id || !mention->sub) return false;
    bool several = strcmp(mention->sub, "group") == 0;
    return number == NUMBER_ANY || several == (number == NUMBER_SEVERAL);
}

/* The nearest sentence before `token` that has an actor which fits; of its actors the first, as subjects come first. In the pronoun's own
 * sentence only what stands before it counts. */
static const char *antecedent(const struct text *text, const struct mentions *mentions, uint32_t token, enum number number) {
    if (!text->sentences.count) return NULL;
    uint32_t sentence = sentence_of(text, token);
    const char *nearest = NULL, *collective = mentions->cast->collective;
    for (uint32_t back = 0; back <= SENTENCES_BACK && back <= sentence; back++) {
        const struct sentence *s = &text->sentences.at[sentence - back];
        uint32_t stop = back ? s->last : token;
        for (uint32_t i = mentions->from[s->first]; i < mentions->all.count && mentions->all.at[i].first < stop; i++) {
            const struct mention *mention = &mentions->all.at[i];
            if (mention->kind != MENTION_ACTOR || !fits(mention, number)) continue;
            if (!nearest) nearest = mention->actor_id;
            if (!collective || number != NUMBER_SEVERAL) return nearest;
            /* In a report "zij" goes on with the body whose acts it tells, also over a sentence about its members. */
            if (strcmp(mention->actor_id, collective) == 0) return collective;
        }
    }
    return nearest;
}

/* Whether the finite verb nearest to the pronoun is plural: zij is "she" or "they" by its verb. */
static enum number number_by_verb(const struct text *text, uint32_t token) {
    const struct sentence *s = &text->sentences.at[sentence_of(text, token)];
    for (uint32_t distance = 1; distance < 12; distance++)
        for (int side = 0; side < 2; side++) {
            if (side && token < distance) continue;
            uint32_t at = side ? token - distance : token + distance;
            if (at < s->first || at >= s->last) continue;
            const struct token *t = &text->tokens.at[at];
            if ((t->pos == POS_VERB || t->pos == POS_AUX) && t->forms & FORM_FINITE)
                return t->forms & FORM_PLURAL ? NUMBER_SEVERAL : NUMBER_ONE;
        }
    return NUMBER_ANY;
}

/* "Die verzoekt de regering …" after "De motie op stuk nr. 1141": what points back to a motion is the Chamber's. */
static bool points_to_motion(const struct text *text, uint32_t token) {
    const struct sentence *s = &text->sentences.at[sentence_of(text, token)];
    for (uint32_t i = token, n = 0; i-- > 0 && n < 40; n++) {
        if (slice_equal(token_string(text, i, CLASS_REFERENCE_HEAD), SLICE("motion"))) return true;
        if (i < s->first && text->tokens.at[i].flags & TOKEN_LINE_START && token_is(text, i, ":")) return false;
    }
    return false;
}

static const char *pronoun_of(const struct text *text, const struct mentions *mentions, uint32_t token, int32_t person,
                              enum actor_use use) {
    const struct actor_cast *cast = mentions->cast;
    const char *author = actor_author(text, mentions, token);
    if (person == 2 && use == ACTOR_ADDRESSEE && is_member(author)) return "NL-TK"; /* "de minister heeft ons beloofd": the Chamber */
    if (person == 1 || person == 2) return author ? author : cast->issuer;
    if (person == 3) return actor_audience(text, mentions, token);
    const char *found = antecedent(text, mentions, token, number_by_verb(text, token));
    return found ? found : antecedent(text, mentions, token, NUMBER_ANY);
}

/* Upper-case words of the phrase's head, without determiners, up to the first preposition, comma or coordinator; a coordinator between
 * names stays
 * ("Marivelle and Teal Bay"). After a word for who represents or leads, the words of whom. */
static const char *phrase_id(arena *memory, const struct text *text, uint32_t first, uint32_t last) {
    bool names = false; /* adjectives and adverbs alone name nobody: "natuurlijk", "zo spoedig mogelijk" */
    for (uint32_t i = first; i < last && !names; i++) {
        uint8_t pos = text->tokens.at[i].pos;
        names = (pos != POS_ADJ && pos != POS_ADV && pos != POS_CCONJ) || text->tokens.at[i].flags & TOKEN_CAPITAL;
    }
    if (!names) return NULL;
    buffer words = { 0 };
    for (uint32_t i = first; i < last; i++) {
        const struct token *t = &text->tokens.at[i];
        bool represents = token_class(text, i, CLASS_REPRESENTATION, NULL) && i + 2 < last && token_may_be(text, i + 1, POS_ADP);
        if (represents) {
            words.size = 0;
            i++;
            continue;
        }
        bool joins = token_class(text, i, CLASS_COORDINATOR, NULL);
        bool inside = joins && words.size && i + 1 < last && text->tokens.at[i + 1].flags & TOKEN_CAPITAL &&
                      text->tokens.at[i - 1].flags & TOKEN_CAPITAL; /* of one name */
        if (!inside && (t->shape == SHAPE_PUNCT || joins || (token_may_be(text, i, POS_ADP) && !(t->flags & TOKEN_CAPITAL)) ||
                        token_may_be(text, i, POS_SCONJ))) {
            if (words.size) break;
            continue;
        }
        if (!inside && (token_may_be(text, i, POS_DET) || token_may_be(text, i, POS_PRON) || token_may_be(text, i, POS_NUM))) continue;
        if (words.size) buffer_add_char(&words, '-');
        buffer_add(&words, token_text(text, i));
        if (words.size > 60) break;
    }
    char *id = words.size ? arena_copy(memory, (slice){ words.data, words.size }) : NULL;
    buffer_free(&words);
    for (char *c = id; c && *c; c++) *c = (char)toupper((unsigned char)*c);
    return id;
}

/* Whether what stands between `first` and `until` lets the mention at `until` be the head: articles, adjectives, numerals, possessives. */
static bool leads_to(const struct text *text, uint32_t first, uint32_t until) {
    for (uint32_t i = first; i < until; i++) {
        bool adposition = token_may_be(text, i, POS_ADP);
        if (adposition && (i == first || token_class(text, i, CLASS_AGENT_MARK, NULL))) continue; /* "aan de Kamer", "door de Minister" */
        if (token_may_be(text, i, POS_DET) || token_may_be(text, i, POS_ADJ) || token_may_be(text, i, POS_NUM) ||
            token_may_be(text, i, POS_ADV))
            continue;
        if (text->tokens.at[i].shape == SHAPE_NUMBER || token_class(text, i, CLASS_TITLE, NULL) ||
            token_class(text, i, CLASS_PERSONAL, NULL))
            continue;
        return false;
    }
    return true;
}

/* Identifiers of actors listed from mention `index` on to the end of the phrase: "FI, SE, TR", "SBI; SBSTA"; NULL if only one is there.
 * Where the phrase was cut inside the first name, the list goes as far as its coordinators do. */
static const char *listed(arena *memory, const struct text *text, const struct mentions *mentions, uint32_t index, uint32_t last) {
    const struct mention *mention = &mentions->all.at[index];
    const char *ids = mention->actor_id, *mark = strcmp(mention->sub, "state") == 0 ? ", " : "; ";
    uint32_t end = mention->last, count = 1;
    bool cut = mention->last > last;
    if (cut) last = text->blocks.at[text_block_of(text, mention->first)].last;
    for (uint32_t i = index + 1; i < mentions->all.count && mentions->all.at[i].first < last; i++) {
        const struct mention *next = &mentions->all.at[i];
        if (next->kind != MENTION_ACTOR || !next->actor_id || next->last > last || next->first < end) continue;
        uint32_t at = end;
        while (at < next->first &&
               (token_is(text, at, ",") || token_class(text, at, CLASS_COORDINATOR, NULL) || token_may_be(text, at, POS_DET)))
            at++;
        if (at < next->first || next->first == end) break;
        ids = arena_format(memory, "%s%s%s", ids, mark, next->actor_id);
        end = next->last;
        count++;
    }
    return count > 1 && (cut || end == last) ? ids : NULL;
}

static const char *mention_id(arena *memory, const struct text *text, const struct mentions *mentions, uint32_t index, uint32_t last,
                              enum actor_use use) {
    const struct actor_cast *cast = mentions->cast;
    const struct mention *mention = &mentions->all.at[index];
    const char *author = actor_author(text, mentions, mention->first);
    if (mention->actor_id) {
        /* The Chamber of a motion is its movers, until it is adopted. */
        if (cast->motion && use == ACTOR_SUBJECT && strcmp(mention->actor_id, "NL-TK") == 0 && cast->author) return cast->author;
        const char *several = listed(memory, text, mentions, index, last);
        return several ? several : mention->actor_id;
    }
    if (mention->role && is_member(author) && cast->answerer) return cast->answerer;
    return antecedent(text, mentions, mention->first, NUMBER_ONE);
}

/* "De ministers" after "de ministers van Buitenlandse Zaken van de NAVO": the group that began with the same noun last. */
static const char *named_before(const struct text *text, const struct mentions *mentions, uint32_t first, uint32_t last) {
    enum { ACTORS_BACK = 48 };
    const struct token *tokens = text->tokens.at, *noun = &tokens[last - 1];
    if (last != first + 2 || !token_may_be(text, first, POS_DET) || noun->pos != POS_NOUN || !noun->word || !(noun->forms & FORM_PLURAL))
        return NULL;
    uint32_t actors = 0;
    for (uint32_t i = mentions->from[first]; i-- > 0 && actors < ACTORS_BACK;) {
        const struct mention *m = &mentions->all.at[i];
        if (m->kind != MENTION_ACTOR) continue;
        actors++;
        if (m->actor_id && m->last > m->first + 1 && tokens[m->first].word == noun->word && strcmp(m->sub, "group") == 0)
            return m->actor_id;
    }
    return NULL;
}

const char *actor_of(arena *memory, const struct text *text, const struct mentions *mentions, uint32_t first, uint32_t last,
                     enum actor_use use) {
    const struct actor_cast *cast = mentions->cast;
    int32_t person;
    if (!cast || !text->sentences.count) return NULL;
    const char *author = actor_author(text, mentions, first);
    if (first >= last) {
        if (use == ACTOR_ADDRESSEE) return actor_audience(text, mentions, first);
        if (is_chair(cast, author) && cast->minister) return cast->minister; /* "Toegezegd is dat …": the chair sums up */
        return cast->collective && is_government(author) ? cast->collective : author;
    }
    uint32_t head = first;
    while (head + 1 < last && (token_may_be(text, head, POS_DET) || token_may_be(text, head, POS_ADJ) || token_may_be(text, head, POS_ADP)))
        head++;
    int32_t inner = actor_mention_in(mentions, first, last);
    if (inner < 0) inner = mention_begun(mentions, first, last);
    bool mine = token_class(text, first, CLASS_PERSONAL, &person);
    if (mine && last > first + 1 && (person == 1 || person == 2)) {
        /* "mijn fractie", "mijn voorganger", "onze motie": what is the speaker's is said by the speaker. */
        const char *party = cast->parties[text_block_of(text, first)];
        if (slice_equal(token_string(text, first + 1, CLASS_ACTOR), SLICE("~FRACTION")) && party)
            return arena_format(memory, "NL-TK:%s", party);
        if (inner < 0) return author;
    }
    if (inner >= 0 && leads_to(text, first, mentions->all.at[inner].first))
        return mention_id(memory, text, mentions, (uint32_t)inner, last, use);
    if (mine && last == first + 1 && text->tokens.at[first].pos == POS_DET) { /* "het" of "het kabinet" is no pronoun */
        inner = first + 1 < text->tokens.count ? mention_begun(mentions, first + 1, first + 2) : -1;
        return inner < 0 ? NULL : mention_id(memory, text, mentions, (uint32_t)inner, mentions->all.at[inner].last, use);
    }
    if (mine && last == first + 1) return pronoun_of(text, mentions, first, person, use);
    if (token_class(text, first, CLASS_REFLEXIVE, NULL)) return antecedent(text, mentions, first, NUMBER_ANY);
    /* What a motion says is its mover's; what another document says, its author's. */
    if (slice_equal(token_string(text, head, CLASS_REFERENCE_HEAD), SLICE("motion"))) {
        /* the movers stand in the phrase or right behind it: "De motie van de leden Van Wieringen en Aslami" */
        for (uint32_t i = mentions->from[first]; i < mentions->all.count && mentions->all.at[i].first < last + 4; i++)
            if (mentions->all.at[i].kind == MENTION_ACTOR && is_member(mentions->all.at[i].actor_id)) return mentions->all.at[i].actor_id;
        return "NL-TK";
    }
    if (last == first + 1 && token_class(text, first, CLASS_ANAPHOR, NULL)) {
        if (points_to_motion(text, first)) return "NL-TK";
        /* "Deze zegden toe" points to a group; "Dat gaat niet lukken" to what was said, which is nobody. */
        return number_by_verb(text, first) == NUMBER_SEVERAL ? antecedent(text, mentions, first, NUMBER_SEVERAL) : NULL;
    }
    if (use == ACTOR_SUBJECT &&
        (token_class(text, head, CLASS_DOCUMENT_NOUN, NULL) || token_class(text, last - 1, CLASS_DOCUMENT_NOUN, NULL)))
        return author;
    if (mine && person == 3) return actor_audience(text, mentions, first);
    const char *id = named_before(text, mentions, first, last);
    if (!id) id = phrase_id(memory, text, first, last);
    if (!id && inner >= 0) id = mentions->all.at[inner].actor_id;
    return id;
}
