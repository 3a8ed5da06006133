/* Inside room `record`: the programs that parse foreign formats behind walls. There are two, so that who has no PDF need not wait for the
 * libraries of PDF: griffie-parse (parser_markup.c: markup, packages, subtitles, JSON; it unpacks archives too) and griffie-parse-pdf
 * (parser_pdf.c). record/worker.h and record/archive.h start them; nobody else does. */
#ifndef GRIFFIE_RECORD_PARSER_H
#define GRIFFIE_RECORD_PARSER_H

#include "record/format.h"

#define PARSER_PROGRAM "griffie-parse"
#define PARSER_PROGRAM_PDF "griffie-parse-pdf"
#define PARSER_TASK_PARSE "parse"
#define PARSER_TASK_UNPACK "unpack"

/* What goes to a parser: this, the file's name and its bytes. */
struct parser_request {
    uint64_t size;
    uint32_t media, name_size, page /* 0: parse; else: render it */;
    uint32_t unused; /* fills the last place, so that no padding goes through the socket */
};
/* What comes back: this, and the packed record (record/exchange.h), the picture, or an `error`. */
struct parser_answer {
    uint64_t size;
    uint32_t parsed, unused;
};
/* What comes from an unpacker, once for each file of the archive: this, its path, and its bytes or why they cannot be had. */
enum archive_what { ARCHIVE_END, ARCHIVE_FILE, ARCHIVE_REFUSAL, ARCHIVE_LAST_REFUSAL };
struct archive_header {
    uint64_t size;
    uint32_t what, path_size;
};

/* What a program can do; NULL: it cannot. */
struct parser {
    record_format *const *formats; /* by media */
    size_t format_count;
    void (*prepare)(void); /* what needs files, before the walls stand */
    bool (*render)(arena *memory, slice bytes, const char *name, int number, slice *image, error *problem);
    void (*unpack)(int file); /* sends an archive's files */
};
/* The program's whole life: raises the walls and does its task, the first argument. */
int parser_main(int argc, char **argv, const struct parser *self);

/* archive_unpack.c: the `unpack` of an open archive. */
void archive_unpack(int file);

#endif
