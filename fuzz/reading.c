/* A fuzzer for the rooms that read words. STAGE says how far it goes: 1 text, 2 mentions, 3 statements and the JSON that is printed of
 * them. The first byte of the input is what the caller knows of the record (language, genre, whether its date); the rest is its text.
 * Whatever the text is, reading ends without a finding, and what comes out keeps the rooms' promises: tokens in order and inside the
 * text, every mention and statement made of tokens, every span the one of its tokens, everything printed UTF-8. */
#include "read/read.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds) {
    if (!holds) abort();
}

static void check_text(const struct text *text) {
    uint32_t before = 0, token = 0;
    for (uint32_t b = 0; b < text->blocks.count; b++) {
        const struct text_block *block = &text->blocks.at[b];
        must(block->first == token && block->first <= block->last && block->span.end <= text->source.size);
        token = block->last;
        before = block->span.start;
        for (uint32_t i = block->first; i < block->last; i++) {
            const struct token *at = &text->tokens.at[i];
            must(at->start >= before && at->start < at->end && at->end <= block->span.end);
            before = at->end;
        }
    }
    must(token == text->tokens.count);
    for (uint32_t s = 0; s < text->sentences.count; s++)
        must(text->sentences.at[s].first < text->sentences.at[s].last && text->sentences.at[s].last <= token);
}

static void check_range(const struct text *text, uint32_t first, uint32_t last, span at) {
    must(first < last && last <= text->tokens.count && at.start < at.end && at.end <= text->source.size);
}

static void check_slot(const struct text *text, const struct slot *slot) {
    if (slot->first < slot->last) check_range(text, slot->first, slot->last, slot->span);
}

static void check_statement(const struct reading *reading, const struct statement *self) {
    const struct text *text = &reading->text;
    check_range(text, self->first, self->last, self->span);
    must(self->kind != KIND_NONE && self->confidence <= 1000 && self->sentence < text->sentences.count);
    const struct slot *slots[] = { &self->issuer, &self->addressee,  &self->actor,    &self->beneficiary,
                                   &self->due,    &self->recurrence, &self->condition };
    for (size_t i = 0; i < COUNT_OF(slots); i++) check_slot(text, slots[i]);
    for (uint32_t i = 0; i < self->items.count; i++) check_slot(text, &self->items.at[i]);
    for (uint32_t i = 0; i < self->quantities.count; i++) must(self->quantities.at[i] < reading->mentions.all.count);
    for (uint32_t i = 0; i < self->references.count; i++) must(self->references.at[i].mention < reading->mentions.all.count);
}

static void check_statements(arena *memory, const struct reading *reading) {
    for (uint32_t i = 0; i < reading->statements.all.count; i++) check_statement(reading, &reading->statements.all.at[i]);
    buffer out = { 0 };
    reading_json(reading, WITH_SENTENCES | WITH_TOKENS, &out);
    must(utf8_invalid((slice){ out.data, out.size }) == out.size);
    out.size = 0;
    statement_explain(memory, &reading->text, &reading->mentions, (uint32_t)(reading->text.source.size / 2), &out);
    must(utf8_invalid((slice){ out.data, out.size }) == out.size);
    buffer_free(&out);
}

static void check_reading(arena *memory, struct reading *reading) {
    error problem = { 0 };
    if (!text_read(memory, &reading->record, lexicon_builtin(), &reading->text, &problem)) return;
    check_text(&reading->text);
    if (STAGE < 2) return;
    mentions_find(memory, &reading->text, &reading->mentions);
    for (uint32_t i = 0; i < reading->mentions.all.count; i++) {
        const struct mention *mention = &reading->mentions.all.at[i];
        check_range(&reading->text, mention->first, mention->last, mention->span);
        must(i == 0 || mention[-1].first <= mention->first);
    }
    if (STAGE < 3) return;
    statements_find(memory, &reading->text, &reading->mentions, &reading->statements);
    check_statements(memory, reading);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 2) return 0;
    struct record_context context = { .media = MEDIA_TEXT,
                                      .lang = (enum language)(data[0] % 3),
                                      .genre = (enum genre)(data[0] / 4 % (GENRE_RESOLUTION + 1)),
                                      .date = data[0] & 0x80 ? (date){ 0 } : (date){ .year = 2021, .month = 6, .day = 25 } };
    arena *memory = arena_new();
    struct reading *reading = arena_alloc(memory, sizeof *reading);
    *reading = (struct reading){ 0 };
    error problem = { 0 };
    char *bytes = arena_copy(memory, (slice){ (const char *)data + 1, size - 1 });
    if (record_read(memory, (slice){ bytes, size - 1 }, "fuzz", &context, &reading->record, &problem)) check_reading(memory, reading);
    arena_free(memory);
    return 0;
}
