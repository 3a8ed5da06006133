/* What the commands that need a register share. */
#include "cli/registry.h"

#include <pwd.h>
#include <stdlib.h>
#include <unistd.h>

register_file *registry_open(const struct register_options *options, enum register_mode mode, int *code) {
    char path[4096];
    error problem = { .byte = -1 };
    if (!register_find(options->path, path, sizeof path, &problem)) {
        *code = complain_error(problem.code == ERROR_NOT_FOUND ? EXIT_UNREACHABLE : EXIT_USAGE, &problem);
        return NULL;
    }
    register_file *file = register_open(path, mode, &problem);
    if (!file) *code = complain_error(problem.code == ERROR_DAMAGE ? EXIT_DAMAGE : EXIT_UNREACHABLE, &problem);
    return file;
}

int registry_failed(const error *problem) {
    switch (problem->code) {
    case ERROR_USAGE:
    case ERROR_NOT_FOUND:
    case ERROR_CONFLICT:
        return complain_error(EXIT_USAGE, problem);
    case ERROR_STORE:
    case ERROR_IO:
        return complain_error(EXIT_UNREACHABLE, problem);
    case ERROR_DAMAGE:
        return complain_error(EXIT_DAMAGE, problem);
    default:
        return complain_error(EXIT_PARTLY, problem);
    }
}

const char *registry_by(const char *given) {
    const char *named = given && *given ? given : getenv("GRIFFIE_BY");
    if (named && *named) return named;
    const struct passwd *user = getpwuid(getuid());
    return user && user->pw_name && *user->pw_name ? user->pw_name : NULL;
}

struct decide registry_who(const struct decide_options *options) {
    return (struct decide){ registry_by(options->by), options->reason, options->on };
}

int registry_entered(register_file *file, const struct decide_options *options, bool good, int64_t entry, const char *item,
                     const error *problem) {
    register_close(file);
    if (!good) return registry_failed(problem);
    if (options->file.json) {
        printf(item ? "{\"entry\":%lld,\"item\":\"%s\"}\n" : "{\"entry\":%lld}\n", (long long)entry, item);
    } else if (item) {
        printf(MESSAGE("entry %lld: %s\n", "boeking %lld: %s\n"), (long long)entry, item);
    } else {
        printf(MESSAGE("entry %lld\n", "boeking %lld\n"), (long long)entry);
    }
    return EXIT_DONE;
}

/* Options of the commands that take the number of an entry and no option of their own. */
struct entry_options {
    struct decide_options decide;
};
static const struct command_option entry_options[] = { DECIDE_OPTIONS(struct entry_options, decide) };

int registry_decide_entry(int argc, char **argv, decide_entry *decide) {
    struct entry_options asked = { 0 };
    int code;
    char *rest = NULL;
    if (!options_read(&argc, argv, entry_options, COUNT_OF(entry_options), &asked, &code)) return code;
    long long target = argc == 2 ? strtoll(argv[1], &rest, 10) : 0;
    if (target <= 0 || *rest) return complain(EXIT_USAGE, MESSAGE("give the number of an entry", "geef het nummer van een boeking"));
    register_file *file = registry_open(&asked.decide.file, REGISTER_WRITE, &code);
    if (!file) return code;
    struct decide who = registry_who(&asked.decide);
    error problem = { .byte = -1 };
    int64_t entry = 0;
    bool good = decide(file, &who, target, &entry, &problem);
    return registry_entered(file, &asked.decide, good, entry, NULL, &problem);
}

int registry_told(register_file *file, bool good, buffer *out, const error *problem) {
    if (good) fwrite(out->data, 1, out->size, stdout);
    buffer_free(out);
    register_close(file);
    return good ? EXIT_DONE : registry_failed(problem);
}

static bool number_take(const char **at, uint32_t *out) {
    char *end;
    unsigned long number = strtoul(*at, &end, 10);
    if (end == *at || **at == '-' || **at == '+' || number > UINT32_MAX) return false;
    *at = end, *out = (uint32_t)number;
    return true;
}

/* The identifier of a statement is "RECORD:S011", so its record goes up to the last colon. */
bool place_parse(register_file *file, const char *text, struct place *out, error *problem) {
    const char *colon = strrchr(text, ':');
    *out = (struct place){ 0 };
    const char *at = colon ? colon + 1 : NULL;
    size_t size = colon ? (size_t)(colon - text) : strlen(text);
    if (size >= sizeof out->record) return error_set(problem, ERROR_USAGE, NULL, -1, "the name of the record is too long");
    memcpy(out->record, text, size);
    if (!colon) return true;
    if (number_take(&at, &out->start) && *at == '-' && (at++, number_take(&at, &out->end)) && !*at && out->start < out->end) return true;
    arena *memory = arena_new();
    struct register_statements statements;
    bool good =
        register_statements_find(file, memory, &(struct statement_filter){ .record = out->record, .id = text }, &statements, problem);
    if (good && !statements.all.count)
        good = register_statements_find(file, memory, &(struct statement_filter){ .record = out->record, .id = colon + 1 }, &statements,
                                        problem);
    if (good && statements.all.count)
        out->start = statements.all.at[0].start, out->end = statements.all.at[0].end;
    else if (good)
        good = error_set(problem, ERROR_USAGE, NULL, -1, "%s is no place: give RECORD:START-END in bytes, or RECORD:STATEMENT", text);
    arena_free(memory);
    return good;
}
