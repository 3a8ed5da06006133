/* Letters: where what the letter says begins.
 *
 *   Retouradres Postbus 1, 1000 AA Stad            ┐
 *   Wilt u slechts één zaak in uw brief behandelen │ printed on every letter: it says nothing of this one
 *   Ons kenmerk 12345                              ┘
 *   Geachte voorzitter,
 *   Hierbij informeer ik u …                         the first block of the body
 *
 * The salutation ends the head. A letter without one (the answers to written questions have a table for a head) begins with the first
 * block that is no cell of a table, or the cell in which the writer speaks. */
#include "statement/unit.h"

enum {
    HEAD_BLOCKS = 80 /* a salutation further on belongs to a letter that is quoted */,
    SALUTATION_TOKENS = 12 /* "Geachte leden van de vaste commissie voor Binnenlandse Zaken," */
};

/* Where the body begins if the block opens with a salutation: after the block, or in it when the letter goes on in the same line. */
static uint32_t after_salutation(const struct text *text, uint32_t index) {
    const struct text_block *block = &text->blocks.at[index];
    if (block->first == block->last || !lexicon_word_class(text->words, text->tokens.at[block->first].word, CLASS_SALUTATION, NULL))
        return 0;
    for (uint32_t i = block->first + 1; i < block->last && i < block->first + SALUTATION_TOKENS; i++)
        if (text->source.data[text->tokens.at[i].start] == ',') return i + 1 < block->last ? index : index + 1;
    return 0;
}

/* The writer speaks in the block: "In antwoord op uw brief deel ik u mede …" stands in the table of the head where a form is filled in. */
static bool writer_speaks(const struct text *text, const struct text_block *block) {
    int32_t person;
    for (uint32_t i = block->first; i < block->last; i++)
        if (text->tokens.at[i].pos == POS_PRON && lexicon_word_class(text->words, text->tokens.at[i].word, CLASS_PERSONAL, &person) &&
            person == 1)
            return true;
    return false;
}

uint32_t letter_body(const struct text *text) {
    enum genre genre = (enum genre)text->record->genre;
    if (genre != GENRE_LETTER && genre != GENRE_REPORT && genre != GENRE_ANSWERS && genre != GENRE_AGENDA) return 0;
    uint32_t count = text->blocks.count, cells = 0, body;
    for (uint32_t b = 0; b < count && b < HEAD_BLOCKS; b++)
        if ((body = after_salutation(text, b))) return body;
    while (cells < count && text->blocks.at[cells].kind == BLOCK_TABLE_CELL && !writer_speaks(text, &text->blocks.at[cells])) cells++;
    return cells < count ? cells : 0;
}
