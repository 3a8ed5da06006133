/* The scan's state, shared by tokens.c and hyphen.c. */
#ifndef GRIFFIE_TEXT_TOKENS_H
#define GRIFFIE_TEXT_TOKENS_H

#include "text/layout.h"

/* A word broken by a hyphen at the end of a line: its halves and the token they make. */
struct broken_word {
    uint32_t token;
    span first, second; /* without the hyphen */
    bool keep;          /* the hyphen belongs to the word */
    bool decided;
};

struct token_reader {
    arena *memory;
    const struct layout *layout;
    struct text *out;
    ARRAY(struct broken_word) broken;
    struct spellings *spellings;
    uint32_t languages[3]; /* words of each language in the piece */
    uint8_t pending;       /* flags of the next token */
};

/* tokens.c: the token has this spelling, and what it tells. */
void token_spell(struct token_reader *self, struct token *t, slice text);
/* hyphen.c: the next token pushed is the word of these two halves. */
void hyphen_add(struct token_reader *self, uint32_t start, uint32_t hyphen, uint32_t from, uint32_t end);
/* hyphen.c: the next token pushed is the address of these two halves, which no hyphen parts. */
void address_add(struct token_reader *self, uint32_t start, uint32_t stop, uint32_t from, uint32_t end);

#endif
