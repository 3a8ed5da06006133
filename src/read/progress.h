/* Inside room `read`: how far a run over many files is, on a terminal: "1 203 of 3 258 files, 41 MB/s, 12 s left". */
#ifndef GRIFFIE_PROGRESS_H
#define GRIFFIE_PROGRESS_H

#include "base/base.h"

struct progress {
    bool shown, wanted;
    size_t files;
    uint64_t bytes;
    double began, last;
};
/* files: 0 when it is not known. */
void progress_begin(struct progress *self, bool wanted, size_t files);
/* Pieces of so many bytes are done; `begun` of the files are begun. Writes at most five times a second. One thread at a time. */
void progress_step(struct progress *self, size_t begun, size_t bytes);
/* Takes the line away, so that something else can be written. */
void progress_clear(struct progress *self);

#endif
