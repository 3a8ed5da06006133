/* Options of a command: a table says which there are; parsing and help come from it.
 *
 * `--date 2021-06-25`, `--date=2021-06-25`, `-j 2`, `-j2`; options and operands in any order; "--" ends the options. */
#include "cli/command.h"

#include <limits.h>
#include <stdlib.h>

static void print_option(const struct command_option *option) {
    char names[80];
    snprintf(names, sizeof names, "%c%c%s--%s%s%s", option->letter ? '-' : ' ', option->letter ? option->letter : ' ',
             option->letter ? ", " : "  ", option->name, option->argument ? " " : "", option->argument ? option->argument : "");
    int hidden = 0; /* bytes that take no column: "STATUS,…" */
    for (const char *c = names; *c; c++) hidden += (*c & 0xC0) == 0x80;
    printf("  %-*s %s\n", 26 + hidden, names, MESSAGE(option->help_en, option->help_nl));
}

static void print_help(const char *name, const struct command_option *options, size_t count) {
    static const struct command_option always[] = {
        { "lang", 0, OPTION_TEXT, 0, "nl|en", "language of messages", "taal van meldingen" },
        { "help", 'h', OPTION_FLAG, 0, NULL, "this help", "deze hulp" },
    };
    const struct command *command = command_find(name);
    printf("%s griffie %s %s\n", MESSAGE("usage:", "gebruik:"), name, command ? command->usage : "");
    if (command) printf("%s.\n", MESSAGE(command->summary_en, command->summary_nl));
    putchar('\n');
    bool has_lang = false;
    for (size_t i = 0; i < count; i++) {
        print_option(&options[i]);
        has_lang |= !strcmp(options[i].name, "lang");
    }
    for (size_t i = has_lang; i < COUNT_OF(always); i++) print_option(&always[i]);
}

/* The option that a word names: "--name", "--name=value", "-l", "-lvalue"; *value is what stands in the same word. */
static const struct command_option *find(const char *word, const struct command_option *options, size_t count, const char **value) {
    *value = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct command_option *o = &options[i];
        if (word[1] != '-') {
            if (!o->letter || o->letter != word[1]) continue;
            if (word[2]) *value = word + 2 + (word[2] == '=');
            return o;
        }
        size_t size = strlen(o->name);
        if (strncmp(word + 2, o->name, size) != 0 || (word[2 + size] && word[2 + size] != '=')) continue;
        if (word[2 + size]) *value = word + 3 + size;
        return o;
    }
    return NULL;
}

static bool store(const struct command_option *option, const char *value, void *values) {
    void *at = (char *)values + option->at;
    switch (option->type) {
    case OPTION_FLAG:
        *(bool *)at = true;
        return true;
    case OPTION_TEXT:
        *(const char **)at = value;
        return true;
    case OPTION_NUMBER: {
        char *end;
        long number = strtol(value, &end, 10);
        if (!*value || *end || number < 0 || number > INT_MAX) return false;
        *(int *)at = (int)number;
        return true;
    }
    case OPTION_DATE:
        return date_parse(slice_of(value), at);
    case OPTION_LIST: {
        struct option_list *list = at;
        if (list->count == COUNT_OF(list->at)) return false;
        list->at[list->count++] = value;
        return true;
    }
    }
    return false;
}

static int wrong_value(const struct command_option *option, const char *value) {
    switch (option->type) {
    case OPTION_NUMBER:
        return complain(EXIT_USAGE, MESSAGE("--%s takes a whole number, not '%.40s'", "--%s vraagt een heel getal, niet '%.40s'"),
                        option->name, value);
    case OPTION_DATE:
        return complain(EXIT_USAGE,
                        MESSAGE("--%s takes a day as YYYY-MM-DD, not '%.40s'", "--%s vraagt een dag als JJJJ-MM-DD, niet '%.40s'"),
                        option->name, value);
    case OPTION_LIST:
        return complain(EXIT_USAGE, MESSAGE("--%s may be given %d times at most", "--%s mag ten hoogste %d keer gegeven worden"),
                        option->name, 16);
    default:
        return complain(EXIT_USAGE, MESSAGE("--%s takes no value", "--%s krijgt geen waarde"), option->name);
    }
}

bool options_read(int *argc, char **argv, const struct command_option *options, size_t count, void *values, int *code) {
    *code = EXIT_USAGE;
    int kept = 1;
    for (int i = 1; i < *argc; i++) {
        char *word = argv[i];
        if (!strcmp(word, "--")) {
            while (++i < *argc) argv[kept++] = argv[i];
            break;
        }
        if (word[0] != '-' || !word[1]) {
            argv[kept++] = word;
            continue;
        }
        const char *value;
        const struct command_option *option = find(word, options, count, &value);
        if (!option && (!strcmp(word, "--help") || !strcmp(word, "-h"))) {
            print_help(argv[0], options, count);
            *code = EXIT_DONE;
            return false;
        }
        const char *lang = option                                     ? NULL
                           : !strncmp(word, "--lang=", 7)             ? word + 7
                           : !strcmp(word, "--lang") && i + 1 < *argc ? argv[++i]
                                                                      : NULL;
        if (lang) {
            if (speak(lang)) continue;
            complain(EXIT_USAGE, MESSAGE("--lang takes nl or en, not '%.40s'", "--lang is nl of en, niet '%.40s'"), lang);
            return false;
        }
        if (!option) {
            complain(EXIT_USAGE,
                     MESSAGE("unknown option '%.60s'; `griffie help %s` lists them", "onbekende optie '%.60s'; `griffie help %s` noemt ze"),
                     word, argv[0]);
            return false;
        }
        if (option->type != OPTION_FLAG && !value) {
            if (i + 1 == *argc) {
                complain(EXIT_USAGE, MESSAGE("--%s wants a value: %s", "--%s wil een waarde: %s"), option->name,
                         option->argument ? option->argument : "…");
                return false;
            }
            value = argv[++i];
        }
        if ((option->type == OPTION_FLAG && value) || !store(option, value, values)) {
            wrong_value(option, value);
            return false;
        }
    }
    argv[kept] = NULL;
    *argc = kept;
    return true;
}
