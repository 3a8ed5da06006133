/* The room's door: layout, tokens, languages, sentences, and how the blocks belong together. */
#include "text/text.h"
#include "text/pos.h"
#include "text/tokens.h"

static void read_block(arena *memory, struct token_reader *tokens, const struct piece *piece, struct text *out) {
    struct text_block block = { .first = out->tokens.count,
                                .span = { piece->start, piece->end },
                                .kind = piece->kind,
                                .level = piece->level,
                                .parent = -1,
                                .section = -1,
                                .speaker = -1,
                                .page = piece->page,
                                .place = piece->place };
    tokens_read(tokens, piece);
    block.last = out->tokens.count;
    block.label_first = block.label_last = block.first;
    while (block.label_last < block.last && out->tokens.at[block.label_last].end <= piece->label_end)
        out->tokens.at[block.label_last++].flags &= (uint8_t)~TOKEN_FOOTNOTE_MARK; /* the number of the note itself */
    if (block.last > block.first) {
        const struct token *last = &out->tokens.at[block.last - 1];
        block.lead = last->shape == SHAPE_PUNCT && out->source.data[last->start] == ':' && block.kind != BLOCK_TURN;
    }
    ARRAY_PUSH(memory, &out->blocks) = block;
}

/* How many words of each language a block has. */
struct languages {
    uint32_t words[3];
};

/* The language of each block: that of the record, unless the words say clearly otherwise. */
static void find_languages(struct text *self, const struct languages *counts) {
    enum language usual = self->record->lang;
    if (!usual) {
        uint64_t all[3] = { 0 };
        for (uint32_t i = 0; i < self->blocks.count; i++)
            for (int l = 0; l < 3; l++) all[l] += counts[i].words[l];
        usual = all[LANGUAGE_ENGLISH] > all[LANGUAGE_DUTCH] ? LANGUAGE_ENGLISH : LANGUAGE_DUTCH;
    }
    enum language other = usual == LANGUAGE_DUTCH ? LANGUAGE_ENGLISH : LANGUAGE_DUTCH;
    for (uint32_t i = 0; i < self->blocks.count; i++)
        self->blocks.at[i].lang =
            (uint8_t)(counts[i].words[other] >= 4 && counts[i].words[other] > 2 * counts[i].words[usual] ? other : usual);
}

bool text_read(arena *memory, const struct record *record, const lexicon *words, struct text *out, error *problem) {
    if (record->text.size > GRIFFIE_TEXT_MAX)
        return error_set(problem, ERROR_LIMIT, record->source_name, (int64_t)GRIFFIE_TEXT_MAX,
                         "the text is longer than %zu MB; split it into records", GRIFFIE_TEXT_MAX >> 20);
    struct layout layout;
    struct spellings *spellings = spellings_of(memory, words);
    layout_read(memory, record, spellings, &layout);
    struct text text = { .record = record, .words = words, .source = record->text };
    struct token_reader *tokens = token_reader_new(memory, &layout, &text);
    struct languages *languages = arena_alloc(memory, layout.pieces.count * sizeof *languages);
    for (uint32_t i = 0; i < layout.pieces.count; i++) {
        read_block(memory, tokens, &layout.pieces.at[i], &text);
        memcpy(languages[i].words, tokens->languages, sizeof languages[i].words);
    }
    find_languages(&text, languages);
    tokens_finish(tokens);
    text.spellings.at = spellings->all.at;
    text.spellings.count = spellings->all.count;
    classes_mark(memory, &text);
    blocks_relate(&text, &layout);
    for (uint32_t i = 0; i < text.blocks.count; i++) sentences_read(memory, &text, i);
    pos_choose(&text, spellings);
    *out = text;
    return true;
}
