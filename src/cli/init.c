/* griffie init: an empty register. */
#include "cli/registry.h"

#include <stdlib.h>

struct init_options {
    struct register_options file;
    const char *name;
};
static const struct command_option options[] = {
    REGISTER_OPTIONS(struct init_options, file),
    { "name", 0, OPTION_TEXT, offsetof(struct init_options, name), "NAME", "what the register is called (the file's name)",
      "hoe het register heet (de naam van het bestand)" },
};

/* "work/defensie.griffie" → "defensie". */
static void name_of(const char *path, char *out, size_t size) {
    const char *slash = strrchr(path, '/');
    snprintf(out, size, "%.200s", slash ? slash + 1 : path);
    char *dot = strrchr(out, '.');
    if (dot && dot != out) *dot = 0;
}

int command_init(int argc, char **argv) {
    struct init_options asked = { 0 };
    char path[4096], name[256];
    error problem = { .byte = -1 };
    int code;
    if (!options_read(&argc, argv, options, COUNT_OF(options), &asked, &code)) return code;
    if (argc > 2) return complain(EXIT_USAGE, MESSAGE("one register at a time", "één register tegelijk"));
    const char *given = argc == 2 ? argv[1] : asked.file.path ? asked.file.path : getenv("GRIFFIE_REGISTER");
    if ((size_t)snprintf(path, sizeof path, "%s", given && *given ? given : "register.griffie") >= sizeof path)
        return complain(EXIT_USAGE, MESSAGE("the path is too long", "het pad is te lang"));
    name_of(path, name, sizeof name);
    if (!register_create(path, asked.name ? asked.name : name, &problem)) return registry_failed(&problem);
    if (asked.file.json) {
        buffer line = { 0 };
        buffer_add(&line, SLICE("{\"register\":"));
        buffer_add_json(&line, slice_of(path));
        printf("%.*s}\n", (int)line.size, line.data);
        buffer_free(&line);
    } else {
        printf(MESSAGE("%s: an empty register\n", "%s: een leeg register\n"), path);
    }
    return EXIT_DONE;
}
