/* griffie verify: is everything still what it was? */
#include "cli/registry.h"

#include <errno.h>

struct verify_options {
    struct register_options file;
    const char *since, *key;
};
static const struct command_option options[] = {
    REGISTER_OPTIONS(struct verify_options, file),
    { "since", 0, OPTION_TEXT, offsetof(struct verify_options, since), "CHECKPOINT",
      "also hold it against a checkpoint that was kept (a file)", "toets ook aan een bewaard controlepunt (een bestand)" },
    { "key", 0, OPTION_TEXT, offsetof(struct verify_options, key), "KEY", "the key that signed it (the register's own)",
      "de sleutel waarmee het getekend is (die van het register)" },
};

static bool since_check(register_file *file, const struct verify_options *asked, error *problem) {
    FILE *note = fopen(asked->since, "rb");
    char text[8192];
    if (!note) return error_set(problem, ERROR_USAGE, asked->since, -1, "cannot be read: %s", strerror(errno));
    size_t size = fread(text, 1, sizeof text, note);
    fclose(note);
    return register_verify_since(file, (slice){ text, size }, asked->key, problem);
}

static void damage_tell(const struct damage *damage, bool json) {
    if (json) {
        buffer line = { 0 };
        buffer_add(&line, SLICE("{\"damage\":"));
        buffer_add_json(&line, slice_of(damage->what));
        buffer_add(&line, SLICE(",\"why\":"));
        buffer_add_json(&line, slice_of(damage->why));
        printf("%.*s}\n", (int)line.size, line.data);
        buffer_free(&line);
    }
    complain(EXIT_DAMAGE, "%s: %s", damage->what, damage->why);
}

int command_verify(int argc, char **argv) {
    struct verify_options asked = { 0 };
    int code;
    if (!options_read(&argc, argv, options, COUNT_OF(options), &asked, &code)) return code;
    if (argc > 1)
        return complain(EXIT_USAGE, MESSAGE("verify takes options only, not '%.60s'", "verify kent alleen opties, geen '%.60s'"), argv[1]);
    register_file *file = registry_open(&asked.file, REGISTER_READ, &code);
    if (!file) return code;
    arena *memory = arena_new();
    struct damages damages;
    error problem = { .byte = -1 };
    code = EXIT_DONE;
    if (!register_verify(file, memory, &damages, &problem)) code = registry_failed(&problem);
    for (uint32_t i = 0; i < damages.all.count; i++) {
        damage_tell(&damages.all.at[i], asked.file.json);
        code = EXIT_DAMAGE;
    }
    if (code == EXIT_DONE && asked.since && !since_check(file, &asked, &problem)) code = registry_failed(&problem);
    if (code == EXIT_DONE && asked.file.json)
        printf("{\"verified\":true,\"entries\":%lld,\"records\":%lld,\"root\":\"%s\"}\n", (long long)damages.entries,
               (long long)damages.records, damages.root);
    else if (code == EXIT_DONE)
        printf(MESSAGE("all is as it was: %lld entries, %lld records, root %s\n",
                       "alles is zoals het was: %lld boekingen, %lld stukken, wortel %s\n"),
               (long long)damages.entries, (long long)damages.records, damages.root);
    arena_free(memory);
    register_close(file);
    return code;
}
