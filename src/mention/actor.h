/* What the files of the actors share; private to the room.
 *
 * actor.c finds mentions over the tokens (names of the vocabulary, actor_person.c: persons by title or role), actor_cast.c makes the cast
 * of the record from them and settles identifiers that depend on it, actor_resolve.c answers who a noun phrase, pronoun or missing subject
 * is.
 *
 * Identifiers that depend on the record are written "~KEY" in the vocabulary: "staatshoofden en regeringsleiders" is ACTOR_GROUP=~HOSG, and
 * the row "~HOSG/NATO" says what that is where NATO is spoken of most, "~HOSG/-" what it is elsewhere. */
#ifndef GRIFFIE_MENTION_ACTOR_H
#define GRIFFIE_MENTION_ACTOR_H

#include "mention/words.h"

/* A form that the record gives to an actor: a surname of its attendance list, a short form in brackets. */
struct actor_alias {
    slice form;
    const char *id;
};

enum { KEYS_KNOWN = 32 };
struct actor_cast {
    const struct text *text;
    const char *context; /* "NATO", "EU", "UN" …: whose affairs the record is about; "-" if none stands out */
    const char *issuer, *addressee;
    const char *author;           /* who says "ik": the one minister who signs, the first member who moves or asks */
    const char *asker, *answerer; /* written questions */
    const char *minister;         /* the one minister who takes part; NULL if there are several */
    const char *chair, *committee;
    const char *collective; /* in a report: the body whose acts it reports (NATO-HOSG of a summit) */
    const char **authors;   /* by block; NULL: the record's author */
    const char **parties;   /* by block: the party of who speaks */
    bool motion;            /* the record is one: "de Kamer" speaks through its movers */
    bool government;        /* the author is a member of the government */
    ARRAY(struct actor_alias) aliases;
    uint64_t alias_begins[4];            /* the bytes that their forms begin with */
    struct actor_alias keys[KEYS_KNOWN]; /* what "~KEY" has been found to be here; id NULL: nothing */
};

struct actor_reader {
    arena *memory;
    const struct text *text;
    struct mentions *out;
    struct actor_cast *cast;
    uint32_t block, block_first, block_last;
};

uint32_t actor_add(struct actor_reader *self, uint32_t first, uint32_t last, const char *sub, const char *id);

/* actor_person.c: a person by title ("de heer Bakelaar (VVD)"), by role ("de Minister van Defensie Bijleveld"); the token after, or
 * `token`. */
uint32_t person_titled(struct actor_reader *self, uint32_t token);
uint32_t person_in_role(struct actor_reader *self, uint32_t token);
/* "het bestuur van DIANA", "the Government of Iraq": an organ of an actor, or the actor itself. */
uint32_t represented(struct actor_reader *self, uint32_t token);
/* The name that begins at `token`: the token after it, or `token`. */
uint32_t name_find(const struct text *text, uint32_t token, uint32_t limit);
/* A name as identifiers have it: "VAN DER WERF" and "van der Werf" → "Van der Werf". */
const char *name_normal(arena *memory, const struct text *text, uint32_t first, uint32_t last);
/* "Defensie", "Justitie en Veiligheid": the token after a portfolio and its code; `token` if there is none. */
uint32_t portfolio_find(const struct text *text, uint32_t token, uint32_t limit, slice *code);

/* actor_cast.c: everything that needs the whole record; called once all mentions are there. */
void cast_make(struct actor_reader *self);
/* Remembers another form of an actor, once; a record has no more of them than people can keep apart. */
enum { ALIASES_MAX = 256 };
void cast_alias_add(arena *memory, struct actor_cast *cast, slice form, const char *id);
static inline bool cast_alias_begins(const struct actor_cast *cast, char c) {
    return cast->alias_begins[(unsigned char)c / 64] >> ((unsigned char)c % 64) & 1;
}
const char *cast_alias(const struct actor_cast *cast, slice form);
/* The identifier behind "~KEY" in this record; `id` itself if it is none. NULL if nothing says. */
const char *cast_settle(arena *memory, struct actor_cast *cast, const char *id);

#endif
