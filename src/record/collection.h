/* Many files as one sequence of pieces: each file that is named (record/walk.h) is a piece, or, when it is an archive (zip, tar, also
 * compressed), each file in it. Several threads take lots of pieces from one collection; lots are numbered in the order of the pieces, so
 * that output can keep it whatever thread is first.
 *
 * Archives are unpacked by a process behind the same walls as parsers have: one file at a time, bounded in size and number. */
#ifndef GRIFFIE_RECORD_COLLECTION_H
#define GRIFFIE_RECORD_COLLECTION_H

#include "record/record.h"

enum { COLLECTION_SMALL = 1 << 16 /* files up to this size are loaded when they are taken */ };

struct collection_piece {
    const char *name; /* "letters/kst-1-2.pdf", "archive.zip/kst-1-2.xml"; lives as long as the arena given */
    bool loaded;      /* `bytes` holds it; else collection_load gets it */
    slice bytes;
    int file;     /* of collection_load */
    bool refused; /* it cannot be had: `problem` says why */
    error problem;
};

struct collection;
/* The names must outlive the collection; `list` (NULL: none) is a file with a path in each line. */
struct collection *collection_new(const char *const *named, size_t count, const char *list);
void collection_free(struct collection *self);
/* Up to `most` next pieces, fewer when they are large; their memory is from the arena. *lot is their number, from 0 without gaps. 0 at the
 * end. May be called by several threads. */
size_t collection_take(struct collection *self, arena *memory, struct collection_piece *out, size_t most, uint64_t *lot);
/* The bytes of a piece that was not loaded when it was taken, in the arena; must be called, or collection_drop, once for each. */
bool collection_load(struct collection_piece *self, arena *memory, error *problem);
void collection_drop(struct collection_piece *self);
/* Files begun so far: for progress. */
size_t collection_begun(const struct collection *self);

#endif
