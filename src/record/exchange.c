/* A parsed record as bytes: numbers as they are in memory (both ends are one program), strings with their size before them. */
#include "record/exchange.h"

static void put_number(buffer *out, uint32_t number) { buffer_add(out, (slice){ (const char *)&number, sizeof number }); }

static void put_text(buffer *out, const char *text) {
    put_number(out, text ? (uint32_t)strlen(text) : UINT32_MAX);
    if (text) buffer_add(out, slice_of(text));
}

/* Texts of blocks and marks repeat (places share nothing, values often): no sharing, it is a pipe. */
void record_pack(const struct record *record, buffer *out) {
    put_number(out, (uint32_t)record->text.size);
    buffer_add(out, record->text);
    const char *const texts[] = { record->id, record->title, record->issuer_id, record->addressee_id, record->dossier, record->session };
    for (size_t i = 0; i < COUNT_OF(texts); i++) put_text(out, texts[i]);
    put_number(out, (uint32_t)record->genre);
    put_number(out, (uint32_t)record->lang);
    buffer_add(out, (slice){ (const char *)&record->date, sizeof record->date });
    for (int i = 0; i < FIELD_COUNT; i++) put_number(out, (uint32_t)record->known[i]);
    put_number(out, record->signed_by.count);
    for (uint32_t i = 0; i < record->signed_by.count; i++) put_text(out, record->signed_by.at[i]);
    put_number(out, record->repairs.count);
    for (uint32_t i = 0; i < record->repairs.count; i++) put_text(out, record->repairs.at[i]);
    put_number(out, record->blocks.count);
    for (uint32_t i = 0; i < record->blocks.count; i++) {
        const struct record_block *block = &record->blocks.at[i];
        const uint32_t numbers[] = { block->span.start, block->span.end, (uint32_t)block->kind, block->level, (uint32_t)block->page };
        buffer_add(out, (slice){ (const char *)numbers, sizeof numbers });
        put_text(out, block->place);
    }
    put_number(out, record->marks.count);
    for (uint32_t i = 0; i < record->marks.count; i++) {
        const struct record_mark *mark = &record->marks.at[i];
        const uint32_t numbers[] = { mark->span.start, mark->span.end, (uint32_t)mark->kind };
        buffer_add(out, (slice){ (const char *)numbers, sizeof numbers });
        put_text(out, mark->value);
    }
}

struct source {
    slice bytes;
    bool broken;
};

static const char *take(struct source *self, size_t size) {
    static const char zeros[64];
    if (self->broken || size > self->bytes.size) {
        self->broken = true;
        return size <= sizeof zeros ? zeros : NULL;
    }
    const char *at = self->bytes.data;
    self->bytes = (slice){ at + size, self->bytes.size - size };
    return at;
}

static uint32_t take_number(struct source *self) {
    uint32_t number;
    memcpy(&number, take(self, sizeof number), sizeof number);
    return number;
}

/* The number of things that follow, each of at least `size` bytes. */
static uint32_t take_count(struct source *self, size_t size) {
    uint32_t count = take_number(self);
    if ((uint64_t)count * size > self->bytes.size) self->broken = true;
    return self->broken ? 0 : count;
}

static const char *take_text(struct source *self, arena *memory) {
    uint32_t size = take_number(self);
    if (self->broken || size == UINT32_MAX) return NULL;
    const char *at = take(self, size);
    slice text = { at, size };
    if (!at || self->broken || utf8_invalid(text) != size || memchr(at, 0, size)) {
        self->broken = true;
        return NULL;
    }
    return arena_copy(memory, text);
}

static span take_span(struct source *self, size_t text_size) {
    span taken = { take_number(self), 0 };
    taken.end = take_number(self);
    if (taken.start > taken.end || taken.end > text_size) self->broken = true;
    return taken;
}

static void take_texts(struct source *self, arena *memory, void (*push)(arena *, struct record *, const char *), struct record *record) {
    for (uint32_t count = take_count(self, 4); count && !self->broken; count--) {
        const char *text = take_text(self, memory);
        if (text) push(memory, record, text);
    }
}
static void push_signatory(arena *memory, struct record *record, const char *text) { ARRAY_PUSH(memory, &record->signed_by) = text; }
static void push_repair(arena *memory, struct record *record, const char *text) { ARRAY_PUSH(memory, &record->repairs) = text; }

bool record_unpack(arena *memory, slice bytes, struct record *record) {
    struct source source = { bytes, false };
    struct record got = { 0 };
    uint32_t size = take_count(&source, 1);
    const char *text = take(&source, size);
    if (source.broken || !text) return false;
    got.text = (slice){ arena_copy(memory, (slice){ text, size }), size };
    if (utf8_invalid(got.text) != size) return false;
    const char **texts[] = { &got.id, &got.title, &got.issuer_id, &got.addressee_id, &got.dossier, &got.session };
    for (size_t i = 0; i < COUNT_OF(texts); i++) *texts[i] = take_text(&source, memory);
    uint32_t genre = take_number(&source), lang = take_number(&source);
    date day;
    memcpy(&day, take(&source, sizeof day), sizeof day);
    if (genre > GENRE_RESOLUTION || lang > LANGUAGE_ENGLISH || day.month > 12 || day.day > 31) return false;
    uint32_t known[FIELD_COUNT];
    for (int i = 0; i < FIELD_COUNT; i++)
        if ((known[i] = take_number(&source)) > KNOWN_FROM_MARKUP) known[i] = KNOWN_NOT; /* only the caller knows as the caller */
    take_texts(&source, memory, push_signatory, &got);
    take_texts(&source, memory, push_repair, &got);
    uint32_t before = 0;
    for (uint32_t count = take_count(&source, 24); count && !source.broken; count--) {
        struct record_block block = { .span = take_span(&source, size) };
        uint32_t kind = take_number(&source), level = take_number(&source), page = take_number(&source);
        if (kind > BLOCK_QUOTE || block.span.start < before) source.broken = true;
        before = block.span.end;
        block.kind = (enum block_kind)kind;
        block.level = (uint8_t)level;
        block.page = (int32_t)page;
        block.place = take_text(&source, memory);
        ARRAY_PUSH(memory, &got.blocks) = block;
    }
    before = 0;
    for (uint32_t count = take_count(&source, 16); count && !source.broken; count--) {
        struct record_mark mark = { .span = take_span(&source, size) };
        uint32_t kind = take_number(&source);
        if (kind > MARK_FOOTNOTE_MARK || mark.span.start < before) source.broken = true;
        before = mark.span.start;
        mark.kind = (enum mark_kind)kind;
        mark.value = take_text(&source, memory);
        ARRAY_PUSH(memory, &got.marks) = mark;
    }
    if (source.broken || source.bytes.size) return false;
    record->text = got.text;
    memcpy(&record->signed_by, &got.signed_by, sizeof got.signed_by);
    memcpy(&record->repairs, &got.repairs, sizeof got.repairs);
    memcpy(&record->blocks, &got.blocks, sizeof got.blocks);
    memcpy(&record->marks, &got.marks, sizeof got.marks);
    const enum record_field fields[] = { FIELD_RECORD, FIELD_TITLE, FIELD_ISSUER, FIELD_ADDRESSEE, FIELD_DOSSIER, FIELD_SESSION };
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        if (*texts[i]) record_know(record, memory, fields[i], (enum known)known[fields[i]], slice_of(*texts[i]));
    if (known[FIELD_GENRE] > record->known[FIELD_GENRE])
        record->genre = (enum genre)genre, record->known[FIELD_GENRE] = (enum known)known[FIELD_GENRE];
    if (known[FIELD_LANG] > record->known[FIELD_LANG])
        record->lang = (enum language)lang, record->known[FIELD_LANG] = (enum known)known[FIELD_LANG];
    if (known[FIELD_DATE] > record->known[FIELD_DATE]) record->date = day, record->known[FIELD_DATE] = (enum known)known[FIELD_DATE];
    return true;
}
