/* The commands: one file each, thin. commands.def is their table; main.c finds the command and runs it.
 *
 * To add a command `agenda`:
 *   1. a line in commands.def:   COMMAND("agenda", command_agenda, GROUP_LOOK, "[--as-of DATE]", "what falls due", "wat er vervalt")
 *   2. src/cli/agenda.c, named in src/cli/meson.build:
 *
 *        struct agenda_options { const char *as_of; bool json; };
 *        static const struct command_option options[] = {
 *            { "as-of", 0, OPTION_TEXT, offsetof(struct agenda_options, as_of), "DATE", "status on that day", "stand op die dag" },
 *            { "json", 0, OPTION_FLAG, offsetof(struct agenda_options, json), NULL, "JSON lines", "JSON-regels" },
 *        };
 *        int command_agenda(int argc, char **argv) {
 *            struct agenda_options asked = { 0 };
 *            int code;
 *            if (!options_read(&argc, argv, options, COUNT_OF(options), &asked, &code)) return code;
 *            … argv[1] to argv[argc - 1] are what is no option …
 *            return complain(EXIT_USAGE, MESSAGE("no such item: %s", "geen zaak met nummer %s"), argv[1]);
 *        }
 *
 * That gives `griffie agenda --help`, its line in `griffie help`, and shell completion by itself; doc/griffie.1 and the guide
 * want a paragraph each. */
#ifndef GRIFFIE_COMMAND_H
#define GRIFFIE_COMMAND_H

#include "base/base.h"

#include <stdio.h>

/* Exit codes (MODEL: commands). */
enum { EXIT_DONE = 0, EXIT_PARTLY = 1, EXIT_USAGE = 2, EXIT_UNREACHABLE = 3, EXIT_DAMAGE = 4 };

enum command_group { GROUP_RECORD, GROUP_REGISTER, GROUP_LOOK, GROUP_DECIDE, GROUP_TELL, GROUP_COUNT };
struct command {
    const char *name;
    int (*run)(int argc, char **argv); /* argv[0] is the command's name */
    enum command_group group;          /* heading in the list of commands */
    const char *usage;                 /* what follows the name: "[--json] FILE…" */
    const char *summary_en, *summary_nl;
};
#define COMMAND(name, run, group, usage, en, nl) int run(int argc, char **argv);
#include "cli/commands.def"
#undef COMMAND

/* The table, ended by a command without a name. */
extern const struct command commands[];
/* NULL if there is none of that name. */
const struct command *command_find(const char *name);

/* ---- options ---- */

/* What an option is stored as in the command's own struct of options, at offset `at`. */
enum option_type {
    OPTION_FLAG,   /* bool */
    OPTION_TEXT,   /* const char * */
    OPTION_NUMBER, /* int: a whole number, 0 or more */
    OPTION_DATE,   /* date: YYYY-MM-DD */
    OPTION_LIST    /* struct option_list: may be given more than once */
};
struct option_list {
    const char *at[16];
    size_t count;
};
struct command_option {
    const char *name; /* long name without the dashes */
    char letter;      /* short name; 0: none */
    enum option_type type;
    size_t at;            /* offsetof in the struct of options */
    const char *argument; /* "FILE": how help shows it */
    const char *help_en, *help_nl;
};
/* Takes the options out of argv, in any order ("--" ends them), so that the operands stand in argv[1] to argv[argc - 1].
 * Knows --help, and --lang for messages unless the command has a --lang of its own. False: return *code at once;
 * help was printed, or what is wrong was said. */
bool options_read(int *argc, char **argv, const struct command_option *options, size_t count, void *values, int *code);

/* ---- words to people ---- */

/* The message in the language of the user. Both must be literals, so that the compiler checks their formats. */
#define MESSAGE(en, nl) (speaks_dutch() ? (nl) : (en))
/* From --lang, else GRIFFIE_LANG, else the locale. */
bool speaks_dutch(void);
/* Sets the language of messages: "nl" or "en"; false for another. */
bool speak(const char *lang);
/* One line on standard error, `griffie: …`; returns `code`, so that `return complain(…)` reads well. */
int complain(int code, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The same for an error value: names file, byte and page where they are known. */
int complain_error(int code, const error *problem);

/* Whether to write colours there: a terminal, and NO_COLOR is not set (no-color.org). */
bool colours_wanted(FILE *stream);
/* Columns of the terminal, 100 if there is none. */
int terminal_width(void);
date date_today(void);

#endif
