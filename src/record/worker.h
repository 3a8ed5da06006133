/* Inside room `record`, and for who reads many files: the processes that parse foreign formats.
 *
 * A parser (record/parser.h) is a process without network, without files, with bounded memory; it gets bytes through a socket and
 * sends back text, blocks, marks and metadata, which are checked before they are believed. One that dies or takes too long costs its
 * file an error and is replaced. A worker is one parser of markup and one of PDF, each started with the first file that needs it; it
 * belongs to one thread; several threads take a worker each. */
#ifndef GRIFFIE_RECORD_WORKER_H
#define GRIFFIE_RECORD_WORKER_H

#include "record/record.h"

enum { WORKER_FILES_MAX = 2000 }; /* then a fresh process, so that leaks of foreign parsers cannot add up */
#define WORKER_MEMORY_MAX ((size_t)3 << 30)

struct record_worker;
struct record_worker *record_worker_new(void);
void record_worker_free(struct record_worker *self);
/* Lets the parser begin with bytes that record_worker_parse will be asked for: several in the same order. They must live until then. One
 * after the other they cost two switches between processes each, together hardly any. */
void record_worker_send(struct record_worker *self, enum media media, const char *name, slice bytes);
/* Fills text, blocks, marks, repairs and metadata of `record` (media and source_name are set) from the bytes. */
bool record_worker_parse(struct record_worker *self, arena *memory, struct record *record, slice bytes, error *problem);
/* A page (from 1) of a PDF as a portable graymap in the arena; ERROR_NOT_FOUND past the last one. */
bool record_worker_render(struct record_worker *self, arena *memory, const char *name, slice bytes, int page, slice *image, error *problem);

#endif
