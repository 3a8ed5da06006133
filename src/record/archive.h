/* Inside room `record`: the files of an archive one after the other, unpacked by a process behind walls. */
#ifndef GRIFFIE_RECORD_ARCHIVE_H
#define GRIFFIE_RECORD_ARCHIVE_H

#include "record/record.h"

enum { ARCHIVE_MEMBERS_MAX = 1000000, ARCHIVE_RATIO_MAX = 200 };
#define ARCHIVE_FREE ((uint64_t)64 << 20) /* unpacked bytes that any archive may have, however small */

/* True for zip, tar and compressed files by their first bytes; a zip that is a document (DOCX, ODT) is none. */
bool archive_recognise(slice bytes);

struct archive_reader;
/* Takes the open file over. NULL and *problem if no process can be had. */
struct archive_reader *archive_reader_new(int file, const char *name, error *problem);
void archive_reader_free(struct archive_reader *self);
/* The next file: its path in the archive and its bytes. False at the end. A file that cannot be had has `refused` and *problem;
 * the next one may follow. */
bool archive_reader_next(struct archive_reader *self, arena *memory, const char **path, slice *bytes, bool *refused, error *problem);

#endif
