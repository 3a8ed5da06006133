/* Room `mention`: times, quantities, references and actors, found over tokens. Looks at no statement.
 *
 * Worked example: "op 25 mei jl. (Kamerstuk 28 676, nr. 367)" in a record of 2021-06-25 → timex DATE 2021-05-25 on "25 mei jl.",
 * reference kst-28676-367 on "Kamerstuk 28 676, nr. 367".
 *
 * Longest match per kind; mentions of different kinds may overlap, of one kind never. Memory lives in the arena given. */
#ifndef GRIFFIE_MENTION_H
#define GRIFFIE_MENTION_H

#include "text/text.h"

enum mention_kind { MENTION_TIMEX, MENTION_QUANTITY, MENTION_REFERENCE, MENTION_ACTOR };
/* TIMEX3 `mod`. */
enum timex_mod {
    MOD_NONE,
    MOD_BEFORE,
    MOD_AFTER,
    MOD_ON_OR_BEFORE,
    MOD_ON_OR_AFTER,
    MOD_START,
    MOD_MID,
    MOD_END,
    MOD_APPROX,
    MOD_LESS_THAN,
    MOD_MORE_THAN,
    MOD_EQUAL_OR_LESS,
    MOD_EQUAL_OR_MORE
};

struct mention {
    uint32_t first, last; /* tokens [first, last) */
    span span;
    uint8_t kind;    /* enum mention_kind */
    uint8_t mod;     /* enum timex_mod */
    const char *sub; /* timex: DATE TIME DURATION SET; quantity: money percent cardinal ordinal measure range change …; reference: kamerstuk
                        treaty-article document url meeting …; actor: person body group state */
    const char *value;                                /* canonical; NULL if it cannot be known */
    const char *begin, *stop, *freq, *anchor, *event; /* timex; begin and stop of a quantity are the low and high of its range */
    const char *unit, *base, *direction;              /* quantity: ISO 4217 or UCUM-like unit, what a percentage is of, up/down */
    const char *scheme, *url;                         /* reference */
    const char *actor_id, *role, *body, *state, *person, *party; /* actor */
    date from, to;                                               /* timex: first and last day, when resolved */
    bool vague;                                                  /* timex: no bounds ("binnenkort") */
};
struct actor_cast;  /* who takes part in the record: see the actors below */
struct role_memory; /* what words do in the grammar of times, as far as it was asked */
struct mentions {
    ARRAY(struct mention) all; /* in reading order (by first token), longest first */
    uint32_t *from;            /* by token, and behind the last: the first mention that begins there or later */
    struct actor_cast *cast;   /* made by actor_find */
    struct role_memory *roles; /* made by numeric_find */
};

/* Finds every mention of the text. */
void mentions_find(arena *memory, const struct text *text, struct mentions *out);

/* The finders that mentions_find calls, one file each; each appends to a list of its own in text order. */
void numeric_find(arena *memory, const struct text *text, struct mentions *times, struct mentions *quantities);
void reference_find(arena *memory, const struct text *text, struct mentions *out);
void marks_find(arena *memory, const struct text *text, struct mentions *out); /* what the markup knows of times and references */
void actor_find(arena *memory, const struct text *text, struct mentions *out);
/* Whether a value of CLASS_TIME_WORD names a role in the grammar of times: van, of; uiterlijk, by; een, a. */
enum time_role { TIME_ROLE_OF, TIME_ROLE_BY, TIME_ROLE_A };
bool time_word_has(const struct mentions *self, const struct text *text, int32_t value, enum time_role role);
/* The speaker that the markup names in a block (a BLOCK_TURN), by identifier; NULL if it names none. */
const char *marks_speaker(const struct text *text, uint32_t block);

/* The footnote (block) that the mark at `token` points to: the nearest one behind it with its number; -1 if the token is no mark or there
 * is none. */
int32_t footnote_of(const struct text *text, uint32_t mark);
static inline int32_t reference_footnote(const struct text *text, uint32_t token) {
    return text->tokens.at[token].flags & TOKEN_FOOTNOTE_MARK ? footnote_of(text, token) : -1;
}

/* Actors in context. actor_find makes the record's cast: who it names under which forms ("(hierna: SG NAVO)", attendance lists), who issues
 * it, whom it addresses, who speaks in each turn. These functions ask it; all identifiers are NULL when nothing supports one.
 *
 * Worked example, in a letter of the minister of defence to the lower house: "De NAR komt bijeen. Hij zal …" → actor_of("Hij", subject) is
 * NATO-NAC; "ik" is NL-MIN-DEF, "uw Kamer" and "u" NL-TK; an agentless "wordt geïnformeerd" is NL-MIN-DEF. */
enum actor_use { ACTOR_SUBJECT, ACTOR_ADDRESSEE /* also other objects */ };

/* The actor that the noun phrase or pronoun of tokens [first, last) stands for where it stands. A mention inside the phrase that is its
 * head wins ("de Minister van Defensie"), then pronouns and short forms (zij, wij, het kabinet, the Committee) by speaker, author and the
 * nearest antecedent that fits in number, at most three sentences back; an unknown phrase gets an identifier of its own words. An empty
 * range (first == last) asks for the missing agent of a passive at that token ("is opgedragen", "is verzocht"): the body whose acts a
 * report tells, the minister where the chair sums up toezeggingen, else the author. Plans and promises without a subject are the author's:
 * actor_author. */
const char *actor_of(arena *memory, const struct text *text, const struct mentions *mentions, uint32_t first, uint32_t last,
                     enum actor_use use);
/* Who says the words at a token: the speaker of the turn, the asker in "Vraag", the answerer in "Antwoord", else the record's issuer. */
const char *actor_author(const struct text *text, const struct mentions *mentions, uint32_t token);
/* Whom the words at a token address: "uw Kamer" of a letter, the minister of written questions, the Chamber in the turn of a minister. */
const char *actor_audience(const struct text *text, const struct mentions *mentions, uint32_t token);
/* Whom a speaker answers: who spoke in the turn before, not the chair; NULL outside minutes. */
const char *actor_partner(const struct text *text, const struct mentions *mentions, uint32_t token);
/* The speaker of the turn that a block (a BLOCK_TURN or what is said under it) belongs to: "De heer Bakelaar (VVD):" → NL-TK:Bakelaar. */
const char *actor_speaker(const struct text *text, const struct mentions *mentions, uint32_t block);
/* The record's issuer and addressee: from its metadata, else as its head, signature and genre tell. */
const char *actor_issuer(const struct mentions *mentions);
const char *actor_addressee(const struct mentions *mentions);
/* The mention (index) that is the head actor of tokens [first, last), -1 if there is none. */
int32_t actor_mention_in(const struct mentions *mentions, uint32_t first, uint32_t last);

const char *mention_kind_name(enum mention_kind kind);
const char *timex_mod_name(enum timex_mod mod); /* "" for MOD_NONE */

#endif
