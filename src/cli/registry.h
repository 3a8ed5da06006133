/* What the commands that need a register share: which one, who decides, how rows look on a terminal. */
#ifndef GRIFFIE_REGISTRY_H
#define GRIFFIE_REGISTRY_H

#include "account/account.h"
#include "cli/command.h"

struct register_options {
    const char *path;
    bool json;
};
#define REGISTER_OPTIONS(type, member)                                                                                                     \
    { "register",                                                                                                                          \
      'r',                                                                                                                                 \
      OPTION_TEXT,                                                                                                                         \
      offsetof(type, member.path),                                                                                                         \
      "FILE",                                                                                                                              \
      "which register ($GRIFFIE_REGISTER, or the only *.griffie here)",                                                                    \
      "welk register ($GRIFFIE_REGISTER, of het enige *.griffie hier)" },                                                                  \
    {                                                                                                                                      \
        "json", 0, OPTION_FLAG, offsetof(type, member.json), NULL, "JSON lines", "JSON-regels"                                             \
    }
#define AS_OF_OPTION(type, member)                                                                                                         \
    {                                                                                                                                      \
        "as-of", 0, OPTION_DATE, offsetof(type, member), "DATE", "status on that day instead of today",                                    \
            "stand op die dag in plaats van vandaag"                                                                                       \
    }

/* Who decides, why, and as of which day. */
struct decide_options {
    struct register_options file;
    const char *by, *reason;
    date on;
};
#define BY_OPTION(type, member)                                                                                                            \
    {                                                                                                                                      \
        "by", 0, OPTION_TEXT, offsetof(type, member), "NAME", "who enters this ($GRIFFIE_BY, or your login name)",                         \
            "wie dit boekt ($GRIFFIE_BY, of uw inlognaam)"                                                                                 \
    }
#define DECIDE_OPTIONS(type, member)                                                                                                       \
    REGISTER_OPTIONS(type, member.file), BY_OPTION(type, member.by),                                                                       \
        { "reason", 'm', OPTION_TEXT, offsetof(type, member.reason), "TEXT", "why", "waarom" }, {                                          \
        "on", 0, OPTION_DATE, offsetof(type, member.on), "DATE", "the day it counts from (today)",                                         \
            "de dag vanaf wanneer het telt (vandaag)"                                                                                      \
    }

/* The register that is meant; NULL: it was said what is wrong, and *code is the exit code. */
register_file *registry_open(const struct register_options *options, enum register_mode mode, int *code);
/* The exit code for an error of a command that had its register, after saying what is wrong. */
int registry_failed(const error *problem);
/* --by, else $GRIFFIE_BY, else the login name. */
const char *registry_by(const char *given);
struct decide registry_who(const struct decide_options *options);
/* Tells which entry was made: "entry 12" or {"entry":12,…}; closes the register; the exit code. */
int registry_entered(register_file *file, const struct decide_options *options, bool good, int64_t entry, const char *item,
                     const error *problem);
/* The whole of a command that decides about one entry, given by its number: accept, reject, undo. */
typedef bool decide_entry(register_file *file, const struct decide *who, int64_t target, int64_t *entry, error *problem);
int registry_decide_entry(int argc, char **argv, decide_entry *decide);
/* Prints a document that was made, or says why not; closes the register; the exit code. */
int registry_told(register_file *file, bool good, buffer *out, const error *problem);

/* "kst-28676-372:1058-1130" (a span) or "kst-28676-372" (the record as a whole: 0, 0) or "kst-28676-372:S011" (a statement). */
struct place {
    char record[200];
    uint32_t start, end;
};
bool place_parse(register_file *file, const char *text, struct place *out, error *problem);

/* Rows for people: number, status, due, who and what, fitted to the terminal. */
void rows_print(const struct account_rows *rows, date as_of);
const char *status_word(enum status status);
const char *kind_word(const char *kind);
/* Writes text fitted to `width` columns, cut with "…"; padded when `pad`. */
void column_print(const char *text, int width, bool pad);
/* A paragraph wrapped to the terminal, every line after the first indented. */
void paragraph_print(const char *text, int indent);
void colour_begin(enum status status);
void colour_end(void);

#endif
