/* Persons by title or role.
 *
 *   de heer Bakelaar (VVD)                 → person "Bakelaar", party VVD, NL-TK:Bakelaar
 *   de leden Mutluer, Lahlah (GroenLinks-PvdA) en Helder (BBB) → three persons
 *   Minister van Defensie Bijleveld        → role, person, NL-MIN-DEF
 *   Minister De Jonge                      → role, person; which minister that is, the cast says
 *   de Duitse minister van Defensie        → DE-MIN-DEF (actor.c puts the state before it)
 *   the Minister of Fisheries of Oske      → OSKE-MIN-FISHERIES
 *
 * A name is words with capitals and the small parts between them ("Van der Werf", "El Yamani", "D.M. van Weel"); it needs the title or
 * role, so that no list of surnames is needed. */
#include "mention/actor.h"

#include <ctype.h>

static bool is_capital_word(const struct text *text, uint32_t token) {
    const struct token *t = &text->tokens.at[token];
    if (!(t->flags & TOKEN_CAPITAL)) return false;
    return t->shape == SHAPE_WORD || t->shape == SHAPE_ABBREVIATION;
}

/* A capital word that is something else than a name: a party, a state, a body. */
static bool is_other_name(const struct text *text, uint32_t token) {
    return token_class(text, token, CLASS_PARTY, NULL) || token_class(text, token, CLASS_STATE, NULL) ||
           token_class(text, token, CLASS_ACTOR, NULL) || token_class(text, token, CLASS_MONTH, NULL) ||
           token_class(text, token, CLASS_ROLE, NULL) || token_class(text, token, CLASS_TITLE, NULL);
}

uint32_t name_find(const struct text *text, uint32_t token, uint32_t limit) {
    uint32_t end = token, at = token;
    while (at < limit && at < token + 8) {
        int32_t common = 0;
        bool particle = token_class(text, at, CLASS_NAME_PARTICLE, &common);
        /* In a title in capitals every word has them: "HET LID VAN DER WERF C.S.", "PATERNOTTE TER VERVANGING VAN". */
        if (token_class(text, at, CLASS_COORDINATOR, NULL) || slice_equal(token_string(text, at, CLASS_REFERENCE_HEAD), SLICE("mover"))) {
            if (!particle || common < 2) break;
        }
        if (particle && common < 2 && at > token && text->tokens.at[at].flags & TOKEN_UPPER) break;
        if (is_capital_word(text, at) && !(is_other_name(text, at) && !particle)) {
            if (at > token && end < at && at - end > 3) break;
            end = ++at;
            slice word = token_text(text, at - 1);
            /* A full stop ends a name but for initials. */
            if ((word.data[word.size - 1] == '.' && word.size > 4) || possessive_size(word)) break;
            continue;
        }
        if (particle && at > token)
            at++;
        else if (at > token && at + 1 < limit && (token_is(text, at, "-") || token_is(text, at, "–")) && is_capital_word(text, at + 1) &&
                 !(text->tokens.at[at].flags & TOKEN_SPACE_BEFORE))
            at++;
        else
            break;
    }
    /* A name does not end in a small part or initials alone. */
    while (end > token && (token_class(text, end - 1, CLASS_NAME_PARTICLE, NULL) && !(text->tokens.at[end - 1].flags & TOKEN_UPPER) &&
                           token_text(text, end - 1).size < 5))
        end--;
    return end;
}

/* Whether the word from `from` on, written in capitals, is a small part of surnames. */
static bool particle_at(const struct text *text, slice name, size_t from) {
    char small[8];
    size_t n = 0;
    while (from + n < name.size && name.data[from + n] != ' ' && n < sizeof small) {
        small[n] = (char)tolower((unsigned char)name.data[from + n]);
        n++;
    }
    uint32_t entry = n < sizeof small ? lexicon_find(text->words, (slice){ small, n }) : 0;
    int32_t value;
    return entry && lexicon_word_class(text->words, entry, CLASS_NAME_PARTICLE, &value);
}

const char *name_normal(arena *memory, const struct text *text, uint32_t first, uint32_t last) {
    slice name = text_normal(memory, text, first, last);
    name.size -= possessive_size(name);
    char *out = arena_alloc(memory, name.size * 2 + 1);
    size_t size = 0, start = 0;
    bool upper = true, begins = true, particle = false;
    for (size_t i = 0; i < name.size; i++) upper &= !islower((unsigned char)name.data[i]);
    for (size_t i = 0; i + 1 < name.size; i++) /* initials: "D.M. van Weel" → "Van Weel" */
        if (name.data[i] == '.' && name.data[i + 1] == ' ') start = i + 2;
    for (size_t at = start; at < name.size;) {
        size_t from = at;
        uint32_t c = utf8_next(name, &at);
        if (begins) particle = upper && from > start && particle_at(text, name, from);
        if (upper && (!begins || particle)) c = unicode_lower(c);
        if (from == start && c < 128) c = (uint32_t)toupper((int)c);
        begins = c == ' ' || c == '-';
        char bytes[4];
        size_t n = utf8_encode(c, bytes);
        memcpy(out + size, bytes, n);
        size += n;
    }
    out[size] = '\0';
    return out;
}

uint32_t portfolio_find(const struct text *text, uint32_t token, uint32_t limit, slice *code) {
    static const enum lexicon_class portfolio[] = { CLASS_PORTFOLIO, CLASS_NONE };
    enum lexicon_class class;
    return phrase_find(text, token, limit, portfolio, false, &class, code);
}

/* "(VVD)", "van de VVD" after a name: the token after it and the party as written. */
static uint32_t party_find(struct actor_reader *self, uint32_t token, const char **party) {
    const struct text *text = self->text;
    uint32_t limit = self->block_last;
    if (token + 2 < limit && token_is(text, token, "(")) {
        uint32_t end = token + 1;
        while (end < limit && end < token + 6 && !token_is(text, end, ")")) end++;
        bool capital = text->tokens.at[token + 1].flags & TOKEN_CAPITAL || text->tokens.at[token + 1].shape == SHAPE_ALNUM ||
                       token_class(text, token + 1, CLASS_PARTY, NULL);
        if (end < limit && end > token + 1 && end < token + 6 && capital && token_is(text, end, ")")) {
            *party = arena_copy(self->memory, text_normal(self->memory, text, token + 1, end));
            return end + 1;
        }
    }
    return token;
}

/* A person of whom no table knows the office: a member of the Chamber in a Dutch record, in another one the name itself. */
static const char *name_id(struct actor_reader *self, const char *name) {
    if (self->text->blocks.at[self->block].lang != LANGUAGE_ENGLISH) return arena_format(self->memory, "~NAME:%s", name);
    char *id = arena_copy(self->memory, slice_of(name));
    for (char *c = id; *c; c++) *c = *c == ' ' ? '-' : (char)toupper((unsigned char)*c);
    return id;
}

static struct mention *person_add(struct actor_reader *self, uint32_t first, uint32_t last, uint32_t name_first, uint32_t name_last,
                                  const char *id) {
    actor_add(self, first, last, "person", id);
    struct mention *mention = &self->out->all.at[self->out->all.count - 1];
    if (name_last > name_first) mention->person = name_normal(self->memory, self->text, name_first, name_last);
    return mention;
}

uint32_t person_titled(struct actor_reader *self, uint32_t token) {
    const struct text *text = self->text;
    uint32_t at = token + 1, limit = self->block_last, last = token;
    bool first = true;
    for (;;) {
        if (at >= limit || !is_capital_word(text, at) || (is_other_name(text, at) && !token_class(text, at, CLASS_NAME_PARTICLE, NULL)))
            return last;
        uint32_t end = name_find(text, at, limit);
        if (end == at) return last;
        const char *party = NULL, *name = name_normal(self->memory, text, at, end);
        uint32_t after = party_find(self, end, &party);
        bool plural = token_plural(text, token);
        struct mention *mention = person_add(self, first && !plural ? token : at, after, at, end, name_id(self, name));
        mention->party = party;
        mention->role = first ? arena_copy(self->memory, token_text(text, token)) : mention->role;
        last = at = after;
        first = false;
        /* "…, Lahlah (GroenLinks-PvdA) en Helder (BBB)": a plural title goes on. */
        uint32_t next = at;
        if (next < limit && (token_is(text, next, ",") || token_is(text, next, "/") || token_class(text, next, CLASS_COORDINATOR, NULL)))
            next++;
        else
            return last;
        if (!(token_plural(text, token)) && !party) return last;
        if (next >= limit || !is_capital_word(text, next) || name_find(text, next, limit) == next) return last;
        uint32_t name_end = name_find(text, next, limit);
        /* In a list of the singular only what has a party of its own is a person. */
        if (!(token_plural(text, token)) && !(name_end < limit && token_is(text, name_end, "("))) return last;
        at = next;
    }
}

/* Upper-case identifier part of a name: "Fisheries" → "FISHERIES", "Teal Bay" → "TEAL-BAY". */
static const char *name_code(arena *memory, const struct text *text, uint32_t first, uint32_t last) {
    slice name = text_normal(memory, text, first, last);
    char *out = arena_copy(memory, name);
    for (size_t i = 0; i < name.size; i++) out[i] = out[i] == ' ' ? '-' : (char)toupper((unsigned char)out[i]);
    return out;
}

uint32_t person_in_role(struct actor_reader *self, uint32_t token) {
    const struct text *text = self->text;
    const struct token *tokens = text->tokens.at;
    uint32_t limit = self->block_last, end = token + 1, start = 0, stop = 0;
    slice role = token_string(text, token, CLASS_ROLE), code = { 0 };
    const char *state = "NL", *id = NULL, *portfolio = NULL;
    bool minister = slice_equal(role, SLICE("MIN")) || slice_equal(role, SLICE("STAS"));
    if (!role.size) { /* a role of several words */
        static const enum lexicon_class roles[] = { CLASS_ROLE, CLASS_NONE };
        enum lexicon_class class;
        end = phrase_find(text, token, limit, roles, true, &class, &role);
        if (end == token) return token;
    }
    if (minister && end + 1 < limit && token_may_be(text, end, POS_ADP)) {
        uint32_t after = portfolio_find(text, end + 1, limit, &code);
        if (after > end + 1) {
            end = after;
            portfolio = arena_copy(self->memory, code);
            /* "Minister van Buitenlandse Zaken en van Defensie" is left to its first portfolio; the second is a mention of its own kind
             * only with its own role. */
            if (end + 1 < limit && token_may_be(text, end, POS_ADP) && token_string(text, end + 1, CLASS_STATE).size) {
                state = arena_copy(self->memory, token_string(text, end + 1, CLASS_STATE));
                end += 2;
            }
        } else if (token_string(text, end + 1, CLASS_STATE).size) {
            state = arena_copy(self->memory, token_string(text, end + 1, CLASS_STATE));
            id = arena_format(self->memory, "%s-%.*s", state, (int)role.size, role.data);
            end += 2;
        } else if (is_capital_word(text, end + 1) && !is_other_name(text, end + 1) && !token_plural(text, token) &&
                   text->blocks.at[self->block].lang == LANGUAGE_ENGLISH) {
            /* Minister of Fisheries of Oske: names that no table has. */
            uint32_t name = end + 2;
            while (name < limit && name < end + 5 && is_capital_word(text, name)) name++;
            portfolio = name_code(self->memory, text, end + 1, name);
            end = name;
            if (end + 1 < limit && token_may_be(text, end, POS_ADP) && is_capital_word(text, end + 1)) {
                uint32_t of = end + 2;
                while (of < limit && of < end + 4 && is_capital_word(text, of)) of++;
                slice known = token_string(text, end + 1, CLASS_STATE);
                state = known.size ? arena_copy(self->memory, known) : name_code(self->memory, text, end + 1, of);
                end = of;
            }
        }
    } else if (!minister && end + 1 < limit && token_may_be(text, end, POS_ADP)) {
        uint32_t at = end + 1;
        while (at < limit && at < end + 3 && token_may_be(text, at, POS_DET)) at++;
        slice known = at < limit ? token_string(text, at, CLASS_STATE) : (slice){ 0 };
        if (known.size) { /* president van Oekraïne, King of Norway */
            state = id = arena_copy(self->memory, known);
            end = at + 1;
        }
    }
    if (end < limit && is_capital_word(text, end) && !is_other_name(text, end) &&
        !(tokens[end].flags & TOKEN_LINE_START && text->tokens.at[end - 1].shape == SHAPE_PUNCT)) {
        uint32_t name = name_find(text, end, limit);
        if (name > end) {
            start = end;
            stop = end = name;
        }
    }
    if (portfolio)
        id = arena_format(self->memory, "%s-%.*s-%s", state, (int)role.size, role.data, portfolio);
    else if (stop > start)
        id = name_id(self, name_normal(self->memory, text, start, stop));
    else if (!id)
        id = arena_format(self->memory, "~ROLE:%.*s", (int)role.size, role.data);
    if (stop > start && !portfolio && !minister) {
        slice known = token_string(text, stop - 1, CLASS_ACTOR_PERSON);
        if (known.size) id = arena_copy(self->memory, known);
    }
    if (token_plural(text, token) && !portfolio && stop == start) return token; /* "ministers": no one in particular */
    struct mention *mention = person_add(self, token, end, start, stop, id);
    mention->role = arena_copy(self->memory, text_normal(self->memory, text, token, stop > start ? start : end));
    if (portfolio) mention->state = state;
    return end;
}

uint32_t represented(struct actor_reader *self, uint32_t token) {
    static const enum lexicon_class owners[] = { CLASS_STATE, CLASS_ACTOR, CLASS_NONE };
    const struct text *text = self->text;
    slice organ = token_string(text, token, CLASS_REPRESENTATION), value;
    enum lexicon_class class;
    uint32_t at = token + 1, limit = self->block_last;
    if (!organ.size || at >= limit || !token_may_be(text, at, POS_ADP)) return token;
    at++;
    while (at < limit && at < token + 4 && token_may_be(text, at, POS_DET)) at++;
    if (at >= limit) return token;
    uint32_t end = phrase_find(text, at, limit, owners, false, &class, &value);
    if (end == at) {
        const char *alias = cast_alias(self->cast, token_text(text, at));
        if (!alias || !(text->tokens.at[at].flags & TOKEN_CAPITAL)) return token;
        value = slice_of(alias);
        end = at + 1;
    }
    bool of = slice_equal(organ, SLICE("OF"));
    actor_add(self, token, end, "body",
              of ? arena_copy(self->memory, value)
                 : arena_format(self->memory, "%.*s-%.*s", (int)value.size, value.data, (int)organ.size, organ.data));
    return end;
}
