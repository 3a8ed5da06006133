/* What the grammars of references and actors ask of a token; private to the room. */
#ifndef GRIFFIE_MENTION_WORDS_H
#define GRIFFIE_MENTION_WORDS_H

#include "mention/mention.h"

#define CLASS_BIT(class_) ((uint64_t)1 << ((class_)&63))

/* Whether a token or a phrase that begins with it may have one of the classes of `bits`: what most tokens are sent away with. */
static inline bool token_concerns(const struct text *text, uint32_t token, uint64_t bits) { return text->classes[token] & bits; }
static inline bool token_class(const struct text *text, uint32_t token, enum lexicon_class class, int32_t *value) {
    return text->classes[token] & CLASS_BIT(class) && lexicon_word_class(text->words, text->tokens.at[token].word, class, value);
}
static inline slice token_string(const struct text *text, uint32_t token, enum lexicon_class class) {
    int32_t value;
    return token_class(text, token, class, &value) ? lexicon_string(text->words, value) : (slice){ "", 0 };
}
static inline bool token_is(const struct text *text, uint32_t token, const char *mark) {
    return slice_equal(token_text(text, token), slice_of(mark));
}

/* Whether the token may be a word of that part of speech. */
bool token_may_be(const struct text *text, uint32_t token, enum pos pos);
bool token_plural(const struct text *text, uint32_t token);
/* Bytes of "'s" or "’s" at the end of a name. */
uint32_t possessive_size(slice spelling);
/* The token's entry; of "NAVO's" and "Ukraine's" that of the name. *suffix: the bytes of the possessive. */
uint32_t token_entry(const struct text *text, uint32_t token, uint32_t *suffix);

/* The longest word or phrase from `token` whose lemma has one of the classes (ending with CLASS_NONE); returns the token after it, `token`
 * if there is none. A word that the vocabulary knows only as the end of a compound does not count, unless `compounds`. */
uint32_t phrase_read(const struct text *text, uint32_t token, uint32_t limit, const enum lexicon_class *classes, bool compounds,
                     enum lexicon_class *class, slice *value);
/* The same; most tokens are sent away here, as neither their word nor a phrase that begins with it can have the classes. */
static inline uint32_t phrase_find(const struct text *text, uint32_t token, uint32_t limit, const enum lexicon_class *classes,
                                   bool compounds, enum lexicon_class *class, slice *value) {
    const struct token *t = &text->tokens.at[token];
    uint64_t bits = 0;
    for (const enum lexicon_class *c = classes; *c; c++) bits |= CLASS_BIT(*c);
    bool possessive = t->flags & TOKEN_CAPITAL && text->source.data[t->end - 1] == 's';
    if (!possessive && !token_concerns(text, token, bits)) return token;
    return phrase_read(text, token, limit, classes, compounds, class, value);
}

#endif
