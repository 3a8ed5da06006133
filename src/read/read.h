/* Room `read`: the pipeline over one record or a stream of them; JSON lines out. Keeps nothing between records. */
#ifndef GRIFFIE_READ_H
#define GRIFFIE_READ_H

#include "statement/statement.h"

#define GRIFFIE_READING_SCHEMA 1

struct reading {
    struct record record;
    struct text text;
    struct mentions mentions;
    struct statements statements;
};

/* Reads a record's bytes in memory through all rooms. */
bool reading_make(arena *memory, slice bytes, const char *name, const struct record_context *context, const lexicon *words,
                  struct reading *out, error *problem);
/* The same from a file ("-": standard input). */
bool reading_load(arena *memory, const char *path, const struct record_context *context, const lexicon *words, struct reading *out,
                  error *problem);

enum reading_with { WITH_NOTHING = 0, WITH_SENTENCES = 1, WITH_TOKENS = 2 };
/* The reading as JSON lines (doc/reading.schema.json): record, mentions, statements, end. */
void reading_json(const struct reading *self, unsigned with, buffer *out);
/* The `error` line for a record that could not be read. */
void reading_error_json(const error *problem, buffer *out);

/* JSON lines in (`read --stream`), a reading per line out, in order; returns how many lines were refused. */
size_t read_stream(int input, int output, const lexicon *words, unsigned threads, error *problem);

#endif
