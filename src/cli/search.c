/* griffie search: full text over statements and titles. */
#include "cli/registry.h"

struct search_options {
    struct register_options file;
    int limit;
};
static const struct command_option options[] = {
    REGISTER_OPTIONS(struct search_options, file),
    { "limit", 0, OPTION_NUMBER, offsetof(struct search_options, limit), "N", "so many at most (20; 0: all)",
      "hoogstens zoveel (20; 0: alle)" },
};

/* Hits are marked by \x02 and \x03: bold on a terminal, nothing elsewhere. */
static void snippet_print(const char *snippet) {
    bool colours = colours_wanted(stdout);
    for (const char *at = snippet; *at; at++) {
        if (*at == '\x02')
            fputs(colours ? "\033[1m" : "", stdout);
        else if (*at == '\x03')
            fputs(colours ? "\033[0m" : "", stdout);
        else
            putchar((unsigned char)*at < 0x20 ? ' ' : *at);
    }
    putchar('\n');
}

int command_search(int argc, char **argv) {
    struct search_options asked = { .limit = 20 };
    int code;
    if (!options_read(&argc, argv, options, COUNT_OF(options), &asked, &code)) return code;
    buffer words = { 0 }, out = { 0 };
    for (int i = 1; i < argc; i++) buffer_format(&words, "%s%s", i > 1 ? " " : "", argv[i]);
    buffer_add_char(&words, 0);
    register_file *file = registry_open(&asked.file, REGISTER_READ, &code);
    if (!file) {
        buffer_free(&words);
        return code;
    }
    error problem = { .byte = -1 };
    bool good;
    if (asked.file.json) {
        good = account_search(file, words.data, (uint32_t)asked.limit, ACCOUNT_LINES, &out, &problem);
    } else {
        arena *memory = arena_new();
        struct search_hits hits;
        good = register_search(file, memory, words.data, (uint32_t)asked.limit, &hits, &problem);
        for (uint32_t i = 0; good && i < hits.all.count; i++) {
            const struct search_hit *hit = &hits.all.at[i];
            if (hit->end > hit->start)
                printf("%s:%u-%u  %s", hit->record, hit->start, hit->end, kind_word(hit->kind));
            else
                printf("%s", hit->record);
            printf("%s%s\n    ", hit->item ? "  " : "", hit->item ? hit->item : "");
            snippet_print(hit->snippet ? hit->snippet : "");
        }
        if (good && !hits.all.count) fputs(MESSAGE("nothing found\n", "niets gevonden\n"), stderr);
        arena_free(memory);
    }
    buffer_free(&words);
    return registry_told(file, good, &out, &problem);
}
