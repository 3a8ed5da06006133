/* Many files: what the command line names becomes a list of files, read on several cores, given out in the order of the list. */
#ifndef GRIFFIE_FILES_H
#define GRIFFIE_FILES_H

#include "read/read.h"

struct file_list {
    ARRAY(const char *) paths;
};

/* Adds a file, "-", every file under a folder (sorted by name, hidden ones left out), or what a pattern with * ? [ matches when no
 * file has that name. False if it cannot be listed. */
bool file_list_add(arena *memory, struct file_list *self, const char *path, error *problem);
/* Adds the paths that a file ("-": standard input) lists, one a line. */
bool file_list_add_listed(arena *memory, struct file_list *self, const char *path, error *problem);

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
};
/* How many files were refused. */
size_t files_read(const struct files_reader *reader, const struct file_list *files);

#endif
