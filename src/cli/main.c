/* griffie COMMAND: finds the command in the table and runs it; `help`, `--version`, and what to say to a wrong word. */
#include "cli/command.h"
#include "lexicon/lexicon.h"

#include <stdio.h>
#include <stdlib.h>

const struct command commands[] = {
#define COMMAND(name, run, group, usage, en, nl) { name, run, group, usage, en, nl },
#include "cli/commands.def"
#undef COMMAND
    { 0 }
};

const struct command *command_find(const char *name) {
    for (const struct command *c = commands; c->name; c++)
        if (!strcmp(c->name, name)) return c;
    return NULL;
}

static const char *group_title(enum command_group group) {
    switch (group) {
    case GROUP_RECORD:
        return MESSAGE("One record, no register", "Eén stuk, geen register");
    case GROUP_REGISTER:
        return MESSAGE("The register", "Het register");
    case GROUP_LOOK:
        return MESSAGE("Looking", "Kijken");
    case GROUP_DECIDE:
        return MESSAGE("Deciding", "Beslissen");
    default:
        return MESSAGE("Telling", "Vertellen");
    }
}

static void print_commands(FILE *out) {
    fputs(MESSAGE("griffie reads records of governments and keeps track of what they promise.\n\n"
                  "usage: griffie [--lang nl|en] COMMAND [ARGUMENT…]\n",
                  "griffie leest stukken van overheden en houdt bij wat ze beloven.\n\n"
                  "gebruik: griffie [--lang nl|en] OPDRACHT [ARGUMENT…]\n"),
          out);
    for (int group = 0; group < GROUP_COUNT; group++) {
        bool titled = false;
        for (const struct command *c = commands; c->name; c++) {
            if ((int)c->group != group) continue;
            if (!titled) fprintf(out, "\n%s\n", group_title(c->group));
            titled = true;
            fprintf(out, "  %-12s %s\n", c->name, MESSAGE(c->summary_en, c->summary_nl));
        }
    }
    fputs(MESSAGE("\n`griffie help COMMAND` tells more of one.\n", "\n`griffie help OPDRACHT` vertelt meer over een opdracht.\n"), out);
}

int command_help(int argc, char **argv) {
    int code;
    if (!options_read(&argc, argv, NULL, 0, NULL, &code)) return code;
    if (argc < 2) {
        print_commands(stdout);
        return EXIT_DONE;
    }
    const struct command *command = command_find(argv[1]);
    if (!command)
        return complain(EXIT_USAGE,
                        MESSAGE("there is no command '%s'; `griffie help` lists them", "er is geen opdracht '%s'; `griffie help` noemt ze"),
                        argv[1]);
    return command->run(2, (char *[]){ argv[1], "--help", NULL });
}

/* Letters to change, add or leave out to make one word of the other (Levenshtein); for the words of commands. */
static size_t distance(const char *a, const char *b) {
    size_t size = strlen(b), row[64];
    if (size >= COUNT_OF(row)) return size;
    for (size_t j = 0; j <= size; j++) row[j] = j;
    for (size_t i = 1; a[i - 1]; i++) {
        size_t corner = row[0];
        row[0] = i;
        for (size_t j = 1; j <= size; j++) {
            size_t best = corner + (a[i - 1] != b[j - 1]);
            if (row[j] + 1 < best) best = row[j] + 1;
            if (row[j - 1] + 1 < best) best = row[j - 1] + 1;
            corner = row[j];
            row[j] = best;
        }
    }
    return row[size];
}

static int unknown_command(const char *word) {
    complain(EXIT_USAGE, MESSAGE("there is no command '%.40s'", "er is geen opdracht '%.40s'"), word);
    bool any = false;
    for (const struct command *c = commands; c->name; c++) {
        if (strlen(word) > 40 || (distance(word, c->name) > 2 && strncmp(word, c->name, strlen(word)) != 0)) continue;
        fprintf(stderr, any ? ", %s" : MESSAGE("did you mean: %s", "bedoelde u: %s"), c->name);
        any = true;
    }
    fputs(any ? "?\n" : MESSAGE("`griffie help` lists the commands\n", "`griffie help` noemt de opdrachten\n"), stderr);
    return EXIT_USAGE;
}

int main(int argc, char **argv) {
    int at = 1;
    while (at < argc && argv[at][0] == '-') {
        const char *word = argv[at++];
        if (!strcmp(word, "--version")) {
            printf("griffie %s (%.12s)\n", GRIFFIE_VERSION, lexicon_hash(lexicon_builtin()));
            return EXIT_DONE;
        }
        if (!strcmp(word, "--help") || !strcmp(word, "-h")) {
            print_commands(stdout);
            return EXIT_DONE;
        }
        const char *lang = !strncmp(word, "--lang=", 7) ? word + 7 : !strcmp(word, "--lang") && at < argc ? argv[at++] : NULL;
        if (!lang)
            return complain(EXIT_USAGE, MESSAGE("unknown option '%s' before the command", "onbekende optie '%s' voor de opdracht"), word);
        if (!speak(lang)) return complain(EXIT_USAGE, MESSAGE("--lang takes nl or en, not '%s'", "--lang is nl of en, niet '%s'"), lang);
    }
    if (at == argc) {
        print_commands(stderr);
        return EXIT_USAGE;
    }
    const struct command *command = command_find(argv[at]);
    if (!command) return unknown_command(argv[at]);
    int code = command->run(argc - at, argv + at);
    if (fflush(stdout) != 0 || ferror(stdout)) return code == EXIT_DONE ? EXIT_PARTLY : code;
    return code;
}
