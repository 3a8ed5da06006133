/* Who a noun phrase, a pronoun or a missing subject is, where it stands.
 *
 * "De NAR kwam bijeen. Hij zal …": "Hij" is singular, the nearest antecedent that is one body or person and best the subject of its sentence is
 * NATO-NAC. "ik" is who speaks at that place, "u" and "uw Kamer" who is spoken to.
 * A phrase that no table knows gets an identifier of its own words ("de provincie Zuid-Holland" → PROVINCIE-ZUID-HOLLAND), so that all its
 * forms in a register fall together. Looks at most three sentences back: a farther antecedent is seldom the right one. */
#include "mention/actor.h"

#include <ctype.h>

enum { SENTENCES_BACK = 3 };

const char *actor_issuer(const struct mentions *mentions) { return mentions->cast ? mentions->cast->issuer : NULL; }
const char *actor_addressee(const struct mentions *mentions) { return mentions->cast ? mentions->cast->addressee : NULL; }

const char *actor_speaker(const struct text *text, const struct mentions *mentions, uint32_t block)
{
    if (!mentions->cast || block >= text->blocks.count) return NULL;
    if (text->blocks.at[block].kind != BLOCK_TURN && text->blocks.at[block].speaker < 0) return NULL;
    return mentions->cast->authors[block];
}

const char *actor_author(const struct text *text, const struct mentions *mentions, uint32_t token)
{
    const struct actor_cast *cast = mentions->cast;
    if (!cast || !text->blocks.count) return NULL;
    const char *here = cast->authors[block_of(text, token)];
    return here ? here : cast->author ? cast->author : cast->issuer;
}

static bool is_member(const char *id) { return id && strncmp(id, "NL-TK:", 6) == 0; }
static bool is_government(const char *id)
{
    return id && (strncmp(id, "NL-MIN", 6) == 0 || strncmp(id, "NL-STAS", 7) == 0 || strcmp(id, "NL-GOV") == 0 || strcmp(id, "NL-MP") == 0);
}

const char *actor_audience(const struct text *text, const struct mentions *mentions, uint32_t token)
{
    const struct actor_cast *cast = mentions->cast;
    const char *author = actor_author(text, mentions, token);
    if (!cast) return NULL;
    if (is_government(author)) return "NL-TK";
    if (is_member(author)) return cast->answerer ? cast->answerer : cast->minister ? cast->minister : cast->addressee;
    return cast->addressee;
}

/* Index of the first actor mention that ends after `token`. Mentions are sorted by start; actors do not overlap each other. */
static uint32_t mention_from(const struct mentions *mentions, uint32_t token)
{
    uint32_t low = 0, high = mentions->all.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (mentions->all.at[middle].first < token) low = middle + 1;
        else high = middle;
    }
    return low;
}

int32_t actor_mention_in(const struct mentions *mentions, uint32_t first, uint32_t last)
{
    int32_t best = -1;
    for (uint32_t i = mention_from(mentions, first); i < mentions->all.count && mentions->all.at[i].first < last; i++) {
        const struct mention *mention = &mentions->all.at[i];
        if (mention->kind != MENTION_ACTOR || mention->last > last) continue;
        if (best < 0) best = (int32_t)i;
    }
    return best;
}

static uint32_t sentence_of(const struct text *text, uint32_t token)
{
    uint32_t low = 0, high = text->sentences.count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (text->sentences.at[middle].first <= token) low = middle;
        else high = middle;
    }
    return low;
}

enum number { NUMBER_ANY, NUMBER_ONE, NUMBER_SEVERAL };
/* What an antecedent must be: persons for hij and he, bodies for it. */
enum animacy { ANIMATE_ANY, ANIMATE_PERSON, ANIMATE_BODY };

static bool fits(const struct mention *mention, enum number number, enum animacy animacy)
{
    if (!mention->actor_id || !mention->sub) return false;
    bool several = strcmp(mention->sub, "group") == 0, person = strcmp(mention->sub, "person") == 0;
    if (number == NUMBER_SEVERAL && !several) return false;
    if (number == NUMBER_ONE && several) return false;
    if (animacy == ANIMATE_BODY && person) return false;
    return true;
}

/* The nearest sentence before `token` that has an actor which fits; of its actors the first, as subjects come first. In the pronoun's own sentence
 * only what stands before it counts. */
static const char *antecedent(const struct text *text, const struct mentions *mentions, uint32_t token, enum number number, enum animacy animacy)
{
    if (!text->sentences.count) return NULL;
    uint32_t sentence = sentence_of(text, token);
    for (uint32_t back = 0; back <= SENTENCES_BACK && back <= sentence; back++) {
        const struct sentence *s = &text->sentences.at[sentence - back];
        uint32_t stop = back ? s->last : token;
        for (uint32_t i = mention_from(mentions, s->first); i < mentions->all.count && mentions->all.at[i].first < stop; i++) {
            const struct mention *mention = &mentions->all.at[i];
            if (mention->kind == MENTION_ACTOR && fits(mention, number, animacy)) return mention->actor_id;
        }
    }
    return NULL;
}

/* Whether the finite verb nearest to the pronoun is plural: zij is "she" or "they" by its verb. */
static enum number number_by_verb(const struct text *text, uint32_t token)
{
    const struct sentence *s = &text->sentences.at[sentence_of(text, token)];
    for (uint32_t distance = 1; distance < 12; distance++)
        for (int side = 0; side < 2; side++) {
            if (side && token < distance) continue;
            uint32_t at = side ? token - distance : token + distance;
            if (at < s->first || at >= s->last) continue;
            const struct token *t = &text->tokens.at[at];
            if ((t->pos == POS_VERB || t->pos == POS_AUX) && t->forms & FORM_FINITE) return t->forms & FORM_PLURAL ? NUMBER_SEVERAL : NUMBER_ONE;
        }
    return NUMBER_ANY;
}

static const char *pronoun_of(const struct text *text, const struct mentions *mentions, uint32_t token, int32_t person)
{
    const struct actor_cast *cast = mentions->cast;
    const char *author = actor_author(text, mentions, token), *found;
    int32_t plural = 0;
    if (person == 1) return author;
    if (person == 2) {
        /* A minister's "wij" in a letter is the cabinet; in a debate and for a collective author it is who speaks. */
        (void)plural;
        return author ? author : cast->issuer;
    }
    if (person == 3) return actor_audience(text, mentions, token);
    enum number number = number_by_verb(text, token);
    found = antecedent(text, mentions, token, number, ANIMATE_ANY);
    return found ? found : antecedent(text, mentions, token, NUMBER_ANY, ANIMATE_ANY);
}

/* Upper-case words of the phrase's head, without determiners, up to the first preposition, comma or coordinator. */
static const char *phrase_id(arena *memory, const struct text *text, uint32_t first, uint32_t last)
{
    buffer words = { 0 };
    for (uint32_t i = first; i < last; i++) {
        const struct token *t = &text->tokens.at[i];
        if (t->shape == SHAPE_PUNCT || token_may_be(text, i, POS_ADP) || token_may_be(text, i, POS_SCONJ) || token_class(text, i, CLASS_COORDINATOR, NULL)) {
            if (words.size) break;
            continue;
        }
        if (token_may_be(text, i, POS_DET) || token_may_be(text, i, POS_PRON) || token_may_be(text, i, POS_NUM)) continue;
        if (words.size) buffer_add_char(&words, '-');
        buffer_add(&words, token_text(text, i));
        if (words.size > 60) break;
    }
    if (!words.size) return NULL;
    char *id = arena_copy(memory, (slice){ words.data, words.size });
    for (char *c = id; *c; c++) *c = (char)toupper((unsigned char)*c);
    buffer_free(&words);
    return id;
}

/* Whether what stands between `first` and `until` lets the mention at `until` be the head: articles, adjectives, numerals, possessives. */
static bool leads_to(const struct text *text, uint32_t first, uint32_t until)
{
    for (uint32_t i = first; i < until; i++) {
        bool adposition = token_may_be(text, i, POS_ADP);
        if (adposition && (i == first || token_class(text, i, CLASS_AGENT_MARK, NULL))) continue;      /* "aan de Kamer", "door de Minister" */
        if (token_may_be(text, i, POS_DET) || token_may_be(text, i, POS_ADJ) || token_may_be(text, i, POS_NUM) || token_may_be(text, i, POS_ADV)) continue;
        if (text->tokens.at[i].shape == SHAPE_NUMBER || token_class(text, i, CLASS_TITLE, NULL)) continue;
        return false;
    }
    return true;
}

const char *actor_of(arena *memory, const struct text *text, const struct mentions *mentions, uint32_t first, uint32_t last, enum actor_use use)
{
    const struct actor_cast *cast = mentions->cast;
    if (!cast || !text->sentences.count) return NULL;
    if (first >= last) return use == ACTOR_ADDRESSEE ? actor_audience(text, mentions, first) : actor_author(text, mentions, first);
    int32_t person;
    slice kind;
    /* What a document, motion or section says its author says; a motion's is its mover. */
    uint32_t head = first;
    while (head + 1 < last && (token_may_be(text, head, POS_DET) || token_may_be(text, head, POS_ADJ))) head++;
    int32_t inner = actor_mention_in(mentions, first, last);
    if (inner >= 0 && leads_to(text, first, mentions->all.at[inner].first)) {
        const struct mention *mention = &mentions->all.at[inner];
        if (mention->actor_id) return mention->actor_id;
        const char *author = actor_author(text, mentions, first);
        if (mention->role && is_member(author) && cast->answerer) return cast->answerer;
        return antecedent(text, mentions, first, NUMBER_ONE, ANIMATE_ANY);
    }
    kind = token_string(text, head, CLASS_REFERENCE_HEAD);
    if (slice_equal(kind, SLICE("motion"))) {
        for (uint32_t i = mention_from(mentions, first); i < mentions->all.count && mentions->all.at[i].first < last; i++)
            if (mentions->all.at[i].kind == MENTION_ACTOR && is_member(mentions->all.at[i].actor_id)) return mentions->all.at[i].actor_id;
        return "NL-TK";
    }
    if (token_class(text, head, CLASS_DOCUMENT_NOUN, NULL) && use == ACTOR_SUBJECT) return actor_author(text, mentions, first);
    if (token_class(text, first, CLASS_PERSONAL, &person) && (last == first + 1 || inner < 0)) {
        if (last == first + 1) return pronoun_of(text, mentions, first, person);
        if (person <= 3 && token_class(text, last - 1, CLASS_DOCUMENT_NOUN, NULL)) return actor_author(text, mentions, first);
    }
    /* "de vertegenwoordiger van de Raad": who is represented; else the phrase names itself. */
    if (inner >= 0 && use == ACTOR_SUBJECT) return mentions->all.at[inner].actor_id;
    return phrase_id(memory, text, first, last);
}
