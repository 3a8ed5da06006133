/* Many files as one sequence of pieces: each path is a piece, or, when it is an archive (zip, tar, also compressed), each file in
 * it. Several threads take pieces from one collection; pieces are numbered in the order of the paths, so that output can keep
 * it whatever thread is first.
 *
 * Archives are unpacked by a process behind the same walls as parsers have: one file at a time, bounded in size and number. */
#ifndef GRIFFIE_RECORD_COLLECTION_H
#define GRIFFIE_RECORD_COLLECTION_H

#include "record/record.h"

struct collection_piece {
    uint64_t number;  /* from 0, without gaps */
    const char *name; /* "letters/kst-1-2.pdf", "archive.zip/kst-1-2.xml"; lives as long as the arena given */
    bool member;      /* of an archive: `bytes` holds it; else collection_load gets it */
    slice bytes;
    int file;     /* of collection_load */
    bool refused; /* it cannot be had: `problem` says why */
    error problem;
};

struct collection;
/* The paths must outlive the collection. */
struct collection *collection_new(const char *const *paths, size_t count);
void collection_free(struct collection *self);
/* The next piece, its memory from the arena; false at the end. May be called by several threads. */
bool collection_next(struct collection *self, arena *memory, struct collection_piece *out);
/* The bytes of a piece that is no member of an archive, in the arena; must be called once for each. */
bool collection_load(struct collection_piece *self, arena *memory, error *problem);
/* Paths begun so far: for progress. */
size_t collection_begun(const struct collection *self);

#endif
