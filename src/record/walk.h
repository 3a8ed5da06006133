/* Inside room `record`: the files that a command line names, opened one after the other: a file, "-", every file under a folder (sorted by
 * name, hidden ones left out), what a pattern with * ? [ matches when no file has that name, and all of that for each line of a list.
 *
 * Worked example: "letters" with letters/b.xml and letters/a/z.xml, then "-" → letters/a/z.xml, letters/b.xml, "-".
 *
 * It walks while it is asked: of a million files only the names in the folders on the way to the present one are in memory. */
#ifndef GRIFFIE_RECORD_WALK_H
#define GRIFFIE_RECORD_WALK_H

#include "base/base.h"

#include <sys/stat.h>

struct walk;
/* The names must outlive it. `list` (NULL: none) is a file with a path in each line, "-" standard input; it comes last. */
struct walk *walk_new(const char *const *named, size_t count, const char *list);
void walk_free(struct walk *self);

struct walked {
    const char *path;  /* until the next call */
    int file;          /* open for reading without waiting, the caller's to close; -1: "-", or it cannot be opened */
    struct stat about; /* of the open file */
    bool refused;      /* a folder or list that cannot be read: `problem` says why */
    error problem;
};
/* The next file; false at the end. */
bool walk_next(struct walk *self, struct walked *out);

/* How many files it will come to; 0 if that cannot be known before: a list from a pipe. */
size_t walk_count(const char *const *named, size_t count, const char *list);

#endif
