/* Many files: what a command line names (record/walk.h), read on several cores, given out in its order. */
#ifndef GRIFFIE_FILES_H
#define GRIFFIE_FILES_H

#include "read/read.h"

struct file_list {
    const char *const *named; /* files, "-", folders, patterns */
    size_t count;
    const char *list; /* a file ("-": standard input) with more of them, one a line; NULL: none */
};

/* Reads every file (of an archive: each file in it) with the context given and hands each to `show` in the order of the list, one call at a
 * time: `out` is what `render` appended in its thread. */
struct files_reader {
    const struct record_context *context;
    const lexicon *words;
    unsigned threads; /* 0: one a core */
    void (*render)(void *self, const struct reading *reading, buffer *out);
    void (*refuse)(void *self, const error *problem, buffer *out);
    bool (*show)(void *self, slice out, const error *problem /* NULL when it was read */); /* false: stop */
    void *self;
    const char *journal; /* file that remembers what was read: unchanged files in it are skipped; NULL: none */
    bool progress;       /* tell on standard error how far it is */
    bool together;       /* `show` may be given what several files have become at once */
};
/* How many files were refused. */
size_t files_read(const struct files_reader *reader, const struct file_list *files);

#endif
