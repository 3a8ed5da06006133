/* What the grammars of references and actors ask of a token: may it be a preposition, which phrase of the vocabulary begins here. */
#include "mention/words.h"

bool token_may_be(const struct text *text, uint32_t token, enum pos pos) {
    const struct token *t = &text->tokens.at[token];
    return t->pos == pos || word_is(text->words, t->word, POS_BIT(pos));
}

bool token_plural(const struct text *text, uint32_t token) {
    const struct token *t = &text->tokens.at[token];
    if (t->forms) return t->forms & FORM_PLURAL;
    const struct lexicon_sense *senses;
    size_t count = t->word ? lexicon_senses(text->words, t->word, &senses) : 0;
    for (size_t i = 0; i < count; i++)
        if ((senses[i].pos == POS_NOUN || senses[i].pos == POS_PROPN) && senses[i].forms & FORM_PLURAL) return true;
    return false;
}

uint32_t possessive_size(slice spelling) {
    if (spelling.size < 4 || spelling.data[spelling.size - 1] != 's') return 0;
    if (spelling.data[spelling.size - 2] == '\'') return 2;
    return memcmp(spelling.data + spelling.size - 4, "\xE2\x80\x99", 3) == 0 ? 4 : 0;
}

uint32_t token_entry(const struct text *text, uint32_t token, uint32_t *suffix) {
    const struct token *t = &text->tokens.at[token];
    *suffix = 0;
    if (!(t->flags & TOKEN_CAPITAL) || (t->word && text->source.data[t->end - 1] != 's')) return t->word;
    slice spelling = token_text(text, token);
    uint32_t cut = possessive_size(spelling);
    if (!cut) return t->word;
    uint32_t word = lexicon_find(text->words, (slice){ spelling.data, spelling.size - cut });
    if (!word) return t->word;
    *suffix = cut;
    return word;
}

uint32_t phrase_read(const struct text *text, uint32_t token, uint32_t limit, const enum lexicon_class *classes, bool compounds,
                     enum lexicon_class *class, slice *value) {
    const lexicon *words = text->words;
    uint32_t end = token, node = 0, suffix;
    int32_t found;
    uint32_t word = token_entry(text, token, &suffix);
    if (!word) return token;
    uint64_t mask = lexicon_word_mask(words, word);
    for (const enum lexicon_class *c = classes; *c && end == token; c++) {
        if (!(mask & CLASS_BIT(*c)) || !lexicon_word_class(words, word, *c, &found)) continue;
        if (!compounds && !suffix && !text->tokens.at[token].written) break;
        *class = *c;
        *value = lexicon_string(words, found);
        end = token + 1;
    }
    if (!text->tokens.at[token].phrase) return end;
    for (uint32_t i = token; i < limit && !suffix && (word = token_entry(text, i, &suffix)) != 0; i++) {
        node = lexicon_step(words, node, word);
        if (node == LEXICON_NO_PATH) break;
        uint32_t lemma = i > token ? lexicon_phrase(words, node) : 0;
        if (!lemma) continue;
        for (const enum lexicon_class *c = classes; *c; c++) {
            if (!lexicon_lemma_class(words, lemma, *c, &found)) continue;
            *class = *c;
            *value = lexicon_string(words, found);
            end = i + 1;
            break;
        }
    }
    return end;
}
