/* Inside room `read`: a file that remembers which files were read, by name and SHA-256, so that a run that was broken off goes on
 * where it was and a second run reads only what changed. One line a file: hash, two blanks, name (as sha256sum writes it). */
#ifndef GRIFFIE_JOURNAL_H
#define GRIFFIE_JOURNAL_H

#include "base/base.h"

struct journal;
/* Opens or makes it. NULL and *problem if it cannot be. */
struct journal *journal_open(const char *path, error *problem);
void journal_close(struct journal *self);
/* Was it there when the journal was opened? Safe for several threads. */
bool journal_has(const struct journal *self, const char *hash, const char *name);
/* Adds a line at once. One thread at a time. */
void journal_add(struct journal *self, const char *hash, const char *name);

#endif
