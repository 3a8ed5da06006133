/* griffie rebuild: all views made again from readings and entries. */
#include "cli/registry.h"

struct rebuild_options {
    struct register_options file;
};
static const struct command_option options[] = { REGISTER_OPTIONS(struct rebuild_options, file) };

int command_rebuild(int argc, char **argv) {
    struct rebuild_options asked = { 0 };
    int code;
    if (!options_read(&argc, argv, options, COUNT_OF(options), &asked, &code)) return code;
    register_file *file = registry_open(&asked.file, REGISTER_WRITE, &code);
    if (!file) return code;
    error problem = { .byte = -1 };
    struct register_counts counts;
    bool good = register_rebuild(file, &problem) && register_counts(file, &counts, &problem);
    if (good && asked.file.json)
        printf("{\"rebuilt\":true,\"records\":%lld,\"items\":%lld,\"entries\":%lld}\n", (long long)counts.records, (long long)counts.items,
               (long long)counts.entries);
    else if (good)
        printf(MESSAGE("made again: %lld items from %lld entries and %lld records\n",
                       "opnieuw gemaakt: %lld zaken uit %lld boekingen en %lld stukken\n"),
               (long long)counts.items, (long long)counts.entries, (long long)counts.records);
    register_close(file);
    return good ? EXIT_DONE : registry_failed(&problem);
}
