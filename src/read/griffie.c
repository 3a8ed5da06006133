/* The public API over the reader (include/griffie.h): opaque handles, strings instead of enums, one arena a reading. */
#include "griffie.h"

#include "read/read.h"

#include <stdio.h>

struct griffie_reader {
    arena *memory;
    const lexicon *words;
    lexicon *opened;
};
struct griffie_reading {
    arena *memory;
    struct reading reading;
    buffer json;
    const char *date;
    griffie_statement *statements;
    griffie_mention *mentions;
};

const char *griffie_version(void) { return GRIFFIE_VERSION; }

static void tell(griffie_error *out, const error *problem) {
    if (!out) return;
    *out = (griffie_error){ .code = error_code_name(problem->code), .byte = problem->byte, .page = problem->page };
    snprintf(out->message, sizeof out->message, "%s", problem->message);
    snprintf(out->source, sizeof out->source, "%s", problem->source);
}

/* ---- the vocabulary ---- */

griffie_reader *griffie_reader_new(const char *const *tables, size_t count, griffie_error *problem) {
    error wrong = { .byte = -1 };
    lexicon *opened = NULL;
    if (count && !(opened = lexicon_open(tables, count, &wrong))) {
        tell(problem, &wrong);
        return NULL;
    }
    arena *memory = arena_new();
    griffie_reader *self = arena_alloc(memory, sizeof *self);
    *self = (griffie_reader){ memory, opened ? opened : lexicon_builtin(), opened };
    return self;
}

void griffie_reader_free(griffie_reader *self) {
    if (!self) return;
    if (self->opened) lexicon_close(self->opened);
    arena_free(self->memory);
}

/* ---- reading ---- */

static bool context_of(const griffie_context *given, struct record_context *out, error *wrong) {
    *out = (struct record_context){ 0 };
    if (!given) return true;
    out->id = given->record;
    out->issuer_id = given->issuer_id;
    if (given->lang && !language_parse(slice_of(given->lang), &out->lang))
        return error_set(wrong, ERROR_USAGE, NULL, -1, "no such language: %.40s", given->lang);
    if (given->genre && !genre_parse(slice_of(given->genre), &out->genre))
        return error_set(wrong, ERROR_USAGE, NULL, -1, "no such genre: %.40s", given->genre);
    if (given->date && !date_parse(slice_of(given->date), &out->date))
        return error_set(wrong, ERROR_USAGE, NULL, -1, "no date as YYYY-MM-DD: %.40s", given->date);
    return true;
}

static griffie_slot slot_out(const struct slot *s) { return (griffie_slot){ s->span.start, s->span.end, s->value, s->anchor }; }

static griffie_statement statement_out(const struct statement *s) {
    return (griffie_statement){
        .kind = kind_name(s->kind),
        .sub = s->sub,
        .start = s->span.start,
        .end = s->span.end,
        .issuer = slot_out(&s->issuer),
        .addressee = slot_out(&s->addressee),
        .actor = slot_out(&s->actor),
        .due = slot_out(&s->due),
        .target_date = slot_out(&s->target_date),
        .recurrence = slot_out(&s->recurrence),
        .condition = slot_out(&s->condition),
        .rule = s->cue.rule,
        .confidence = s->confidence / 1000.0,
        .negated = s->negated,
    };
}

static griffie_mention mention_out(const struct mention *m) {
    return (griffie_mention){
        .kind = mention_kind_name(m->kind),
        .sub = m->sub,
        .start = m->span.start,
        .end = m->span.end,
        .value = m->value,
        .mod = m->mod == MOD_NONE ? NULL : timex_mod_name(m->mod),
        .unit = m->unit,
        .actor_id = m->actor_id,
        .url = m->url,
    };
}

static void hand_out(griffie_reading *self) {
    const struct statements *statements = &self->reading.statements;
    const struct mentions *mentions = &self->reading.mentions;
    date day = self->reading.record.date;
    if (date_known(day)) self->date = arena_format(self->memory, "%04d-%02d-%02d", day.year, day.month, day.day);
    self->statements = arena_alloc(self->memory, (statements->all.count + 1) * sizeof *self->statements);
    for (uint32_t i = 0; i < statements->all.count; i++) self->statements[i] = statement_out(&statements->all.at[i]);
    self->mentions = arena_alloc(self->memory, (mentions->all.count + 1) * sizeof *self->mentions);
    for (uint32_t i = 0; i < mentions->all.count; i++) self->mentions[i] = mention_out(&mentions->all.at[i]);
}

/* From bytes, or from the file `name` when `bytes` is NULL. */
static griffie_reading *read_any(const griffie_reader *reader, const char *bytes, size_t size, const char *name,
                                 const griffie_context *context, griffie_error *problem) {
    arena *memory = arena_new();
    griffie_reading *self = arena_alloc(memory, sizeof *self);
    struct record_context known;
    error wrong = { .byte = -1 };
    self->memory = memory;
    name = arena_copy(memory, slice_of(name ? name : "-"));
    bool good = context_of(context, &known, &wrong);
    if (good && bytes)
        good = reading_make(memory, (slice){ arena_copy(memory, (slice){ bytes, size }), size }, name, &known, reader->words,
                            &self->reading, &wrong);
    else if (good)
        good = reading_load(memory, name, &known, reader->words, &self->reading, &wrong);
    if (good) {
        hand_out(self);
        return self;
    }
    tell(problem, &wrong);
    arena_free(memory);
    return NULL;
}

griffie_reading *griffie_read(const griffie_reader *reader, const char *bytes, size_t size, const char *name,
                              const griffie_context *context, griffie_error *problem) {
    return read_any(reader, bytes ? bytes : "", size, name, context, problem);
}

griffie_reading *griffie_read_file(const griffie_reader *reader, const char *path, const griffie_context *context, griffie_error *problem) {
    return read_any(reader, NULL, 0, path, context, problem);
}

void griffie_reading_free(griffie_reading *self) {
    if (!self) return;
    buffer_free(&self->json);
    arena_free(self->memory);
}

const char *griffie_text(const griffie_reading *self, size_t *size) {
    *size = self->reading.record.text.size;
    return self->reading.record.text.data;
}
const char *griffie_record(const griffie_reading *self) { return self->reading.record.id; }
const char *griffie_date(const griffie_reading *self) { return self->date; }
const char *griffie_lang(const griffie_reading *self) { return language_name(self->reading.record.lang); }
const char *griffie_genre(const griffie_reading *self) { return genre_name(self->reading.record.genre); }

const char *griffie_json(griffie_reading *self, unsigned with, size_t *size) {
    self->json.size = 0;
    reading_json(&self->reading, with, &self->json);
    if (size) *size = self->json.size;
    buffer_add_char(&self->json, '\0');
    return self->json.data;
}

size_t griffie_statement_count(const griffie_reading *self) { return self->reading.statements.all.count; }
const griffie_statement *griffie_statement_at(const griffie_reading *self, size_t index) {
    return index < self->reading.statements.all.count ? &self->statements[index] : NULL;
}
size_t griffie_mention_count(const griffie_reading *self) { return self->reading.mentions.all.count; }
const griffie_mention *griffie_mention_at(const griffie_reading *self, size_t index) {
    return index < self->reading.mentions.all.count ? &self->mentions[index] : NULL;
}
