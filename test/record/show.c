/* Prints what the record room knows of files: record-show [--bare | --spans] FILE… gives metadata, blocks and marks, one a line; with
 * --bare metadata alone; with --spans marks alone, with their bytes, files parted by a line with the byte 1E. */
#include "record/worker.h"

#include <stdio.h>

static const char *const mark_names[] = { "reference", "date", "speaker", "emphasis", "footnote-mark" };

static void show_field(const struct record *record, enum record_field field, const char *value) {
    if (record->known[field]) printf("%s\t%s\t%s\n", record_field_name(field), value ? value : "", known_name(record->known[field]));
}

static void show(const struct record *record, bool bare) {
    printf("source\t%s\n%s\t%s\t%zu bytes\n", record->source_name, "media", media_name(record->media), record->text.size);
    show_field(record, FIELD_RECORD, record->id);
    show_field(record, FIELD_TITLE, record->title);
    show_field(record, FIELD_GENRE, genre_name(record->genre));
    show_field(record, FIELD_LANG, language_name(record->lang));
    char day[16];
    snprintf(day, sizeof day, "%04d-%02d-%02d", record->date.year % 10000, record->date.month % 100, record->date.day % 100);
    show_field(record, FIELD_DATE, day);
    show_field(record, FIELD_ISSUER, record->issuer_id);
    show_field(record, FIELD_ADDRESSEE, record->addressee_id);
    show_field(record, FIELD_DOSSIER, record->dossier);
    show_field(record, FIELD_SESSION, record->session);
    for (uint32_t i = 0; i < record->signed_by.count; i++) printf("signed\t%s\n", record->signed_by.at[i]);
    for (uint32_t i = 0; i < record->repairs.count; i++) printf("repair\t%s\n", record->repairs.at[i]);
    if (bare) return;
    static const char *const kinds[] = { "paragraph", "heading",   "item",      "footnote", "cell",
                                         "turn",      "furniture", "signature", "key",      "quote" };
    for (uint32_t i = 0; i < record->blocks.count; i++) {
        const struct record_block *block = &record->blocks.at[i];
        slice text = span_slice(record->text, block->span);
        printf("%s %d\t%s\t%.*s\n", kinds[block->kind], block->level, block->place ? block->place : "-", (int)text.size, text.data);
    }
    for (uint32_t i = 0; i < record->marks.count; i++) {
        const struct record_mark *mark = &record->marks.at[i];
        slice text = span_slice(record->text, mark->span);
        printf("%s\t%s\t%.*s\n", mark_names[mark->kind], mark->value ? mark->value : "-", (int)text.size, text.data);
    }
}

static void show_spans(const struct record *record) {
    for (uint32_t i = 0; i < record->marks.count; i++) {
        const struct record_mark *mark = &record->marks.at[i];
        slice text = span_slice(record->text, mark->span);
        printf("%s\t%u\t%u\t%s\t%.*s\n", mark_names[mark->kind], mark->span.start, mark->span.end, mark->value ? mark->value : "-",
               (int)text.size, text.data);
    }
    puts("\x1e"); /* stands alone between files */
}

int main(int argc, char **argv) {
    bool bare = argc > 1 && strcmp(argv[1], "--bare") == 0, spans = argc > 1 && strcmp(argv[1], "--spans") == 0;
    int refused = 0;
    arena *memory = arena_new();
    struct record_context context = { .worker = record_worker_new() };
    for (int i = bare || spans ? 2 : 1; i < argc; i++) {
        struct record record;
        error problem = { 0 };
        arena_reset(memory);
        if (!record_load(memory, argv[i], &context, &record, &problem)) {
            printf("error\t%s\t%s\t%lld\t%s\n", problem.source, error_code_name(problem.code), (long long)problem.byte, problem.message);
            refused++;
        } else if (spans)
            show_spans(&record);
        else
            show(&record, bare);
        if (!spans) puts("");
    }
    record_worker_free(context.worker);
    arena_free(memory);
    return refused ? 1 : 0;
}
