/* One record through all rooms: bytes → record → text → mentions → statements. Everything lives in the arena given. */
#include "read/read.h"

static bool read_rooms(arena *memory, const lexicon *words, struct reading *out, error *problem) {
    if (!text_read(memory, &out->record, words, &out->text, problem)) return false;
    mentions_find(memory, &out->text, &out->mentions);
    statements_find(memory, &out->text, &out->mentions, &out->statements);
    return true;
}

bool reading_make(arena *memory, slice bytes, const char *name, const struct record_context *context, const lexicon *words,
                  struct reading *out, error *problem) {
    *out = (struct reading){ 0 };
    return record_read(memory, bytes, name, context, &out->record, problem) && read_rooms(memory, words, out, problem);
}

bool reading_load(arena *memory, const char *path, const struct record_context *context, const lexicon *words, struct reading *out,
                  error *problem) {
    *out = (struct reading){ 0 };
    return record_load(memory, path, context, &out->record, problem) && read_rooms(memory, words, out, problem);
}
