/* Hyphens at the ends of lines.
 *
 * "veilig-\nheidssituatie" → veiligheidssituatie; "NAVO-\nministers", "trans-\nAtlantische" keep theirs. The tests, in order:
 * a capital or digit follows: kept; an acronym stands before: kept; the vocabulary has one of both spellings; the record has
 * one of both spellings elsewhere; Dutch writes compounds as one word: joined; English with two whole words: kept. */
#include "text/tally.h"
#include "text/tokens.h"

static bool is_acronym(slice source, span s) {
    uint32_t upper = 0;
    for (uint32_t at = s.start; at < s.end; at++) {
        if (byte_class(source.data[at]) == BYTE_LOWER) return false;
        upper += byte_class(source.data[at]) == BYTE_UPPER;
    }
    return upper > 1 || byte_is_digit(source.data[s.end - 1]);
}

void address_add(struct token_reader *self, uint32_t start, uint32_t stop, uint32_t from, uint32_t end) {
    ARRAY_PUSH(self->memory, &self->broken) = (struct broken_word){ self->out->tokens.count, { start, stop }, { from, end }, false, true };
}

void hyphen_add(struct token_reader *self, uint32_t start, uint32_t hyphen, uint32_t from, uint32_t end) {
    slice source = self->layout->source;
    struct broken_word word = { self->out->tokens.count, { start, hyphen }, { from, end }, false, false };
    bool acronym = is_acronym(source, word.first);
    if (byte_is_digit(source.data[from]))
        word.keep = word.decided = true;
    else if (acronym && !starts_upper(source, from, end))
        word.keep = word.decided = true;
    else if (starts_upper(source, from, end) && !acronym)
        word.keep = word.decided = true;
    ARRAY_PUSH(self->memory, &self->broken) = word;
}

static uint64_t spelling_hash(slice first, slice second, bool hyphen) {
    uint64_t hash = tally_hash(TALLY_START, first);
    if (hyphen) hash = tally_hash_byte(hash, '-');
    return tally_hash(hash, second);
}

/* Which of the spellings that the undecided words may have occur unbroken in the record. Only words of their lengths and first letters
 * are looked at. */
static struct tally spellings_of_record(struct token_reader *self) {
    struct tally known = tally_new(self->memory, self->broken.count * 2);
    slice source = self->layout->source;
    uint64_t sizes[4] = { 0 }, letters[4] = { 0 };
    for (uint32_t i = 0; i < self->broken.count; i++) {
        const struct broken_word *word = &self->broken.at[i];
        if (word->decided) continue;
        for (int hyphen = 0; hyphen < 2; hyphen++) {
            uint32_t size = (span_size(word->first) + span_size(word->second) + (uint32_t)hyphen) & 255;
            sizes[size / 64] |= (uint64_t)1 << size % 64;
            tally_at(&known, spelling_hash(span_slice(source, word->first), span_slice(source, word->second), hyphen));
        }
        for (int c = (unsigned char)source.data[word->first.start] | 0x20, k = 0; k < 2; k++, c &= ~0x20)
            letters[c / 64] |= (uint64_t)1 << c % 64;
    }
    for (uint32_t i = 0; i < self->out->tokens.count; i++) {
        const struct token *t = &self->out->tokens.at[i];
        uint32_t size = (t->end - t->start) & 255, letter = (unsigned char)source.data[t->start];
        if (!(sizes[size / 64] >> size % 64 & 1) || !(letters[letter / 64] >> letter % 64 & 1) || t->shape != SHAPE_WORD ||
            t->flags & TOKEN_JOINED)
            continue;
        uint8_t *seen = tally_find(&known, tally_hash(TALLY_START, (slice){ source.data + t->start, t->end - t->start }));
        if (seen) *seen = 1;
    }
    return known;
}

static bool in_english(const struct text *text, uint32_t token) {
    for (uint32_t low = 0, high = text->blocks.count; low < high;) {
        uint32_t middle = (low + high) / 2;
        const struct text_block *block = &text->blocks.at[middle];
        if (token < block->first)
            high = middle;
        else if (token >= block->last)
            low = middle + 1;
        else
            return block->lang == LANGUAGE_ENGLISH;
    }
    return false;
}

/* The spelling of the word, its hyphen kept or not. */
static slice spell(struct token_reader *self, const struct broken_word *word, bool hyphen) {
    slice first = span_slice(self->layout->source, word->first), second = span_slice(self->layout->source, word->second);
    slice out = { arena_alloc(self->memory, first.size + hyphen + second.size), first.size + hyphen + second.size };
    char *to = (char *)out.data;
    memcpy(to, first.data, first.size);
    if (hyphen) to[first.size] = '-';
    memcpy(to + first.size + hyphen, second.data, second.size);
    return out;
}

/* Decides by the vocabulary, if it has the word. */
static void decide_by_vocabulary(struct token_reader *self, struct broken_word *word) {
    if (lexicon_find(self->layout->words, spell(self, word, false)))
        word->decided = true;
    else if (lexicon_find(self->layout->words, spell(self, word, true)))
        word->decided = word->keep = true;
}

static void decide_by_record(struct token_reader *self, const struct tally *known, struct broken_word *word) {
    slice first = span_slice(self->layout->source, word->first), second = span_slice(self->layout->source, word->second);
    const lexicon *words = self->layout->words;
    word->decided = true;
    if (*tally_find(known, spelling_hash(first, second, false))) return;
    word->keep = *tally_find(known, spelling_hash(first, second, true)) ||
                 (in_english(self->out, word->token) && lexicon_find(words, first) && lexicon_find(words, second));
}

void tokens_finish(struct token_reader *self) {
    uint32_t open = 0;
    for (uint32_t i = 0; i < self->broken.count; i++) {
        if (!self->broken.at[i].decided) decide_by_vocabulary(self, &self->broken.at[i]);
        open += !self->broken.at[i].decided;
    }
    struct tally known = open ? spellings_of_record(self) : (struct tally){ 0 };
    for (uint32_t i = 0; i < self->broken.count; i++) {
        struct broken_word *word = &self->broken.at[i];
        if (open && !word->decided) decide_by_record(self, &known, word); /* `known` holds nothing where none is open */
        token_spell(self, &self->out->tokens.at[word->token], spell(self, word, word->keep));
    }
}
