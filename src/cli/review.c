/* griffie review: what rules propose, and what they could not place. */
#include "cli/registry.h"

#include <jansson.h>

struct review_options {
    struct register_options file;
};
static const struct command_option options[] = { REGISTER_OPTIONS(struct review_options, file) };

static const char *text_of(const json_t *row, const char *key) {
    const char *text = json_string_value(json_object_get(row, key));
    return text ? text : "";
}

static void row_print(const json_t *row) {
    bool proposal = strcmp(text_of(row, "type"), "proposal") == 0;
    if (proposal)
        printf(MESSAGE("proposal %lld  %s %s %s — %s\n", "voorstel %lld  %s %s %s — %s\n"),
               (long long)json_integer_value(json_object_get(row, "entry")), text_of(row, "relation"), text_of(row, "item"),
               text_of(row, "as"), text_of(row, "reason"));
    else
        printf(MESSAGE("no item for %s\n", "geen zaak voor %s\n"), kind_word(text_of(row, "kind")));
    if (proposal) fputs("    ", stdout), paragraph_print(text_of(row, "title"), 4);
    printf("    %s:%lld-%lld\n    ", text_of(row, "record"), (long long)json_integer_value(json_object_get(row, "start")),
           (long long)json_integer_value(json_object_get(row, "end")));
    paragraph_print(text_of(row, "text"), 4);
}

int command_review(int argc, char **argv) {
    struct review_options asked = { 0 };
    int code;
    if (!options_read(&argc, argv, options, COUNT_OF(options), &asked, &code)) return code;
    register_file *file = registry_open(&asked.file, REGISTER_READ, &code);
    if (!file) return code;
    error problem = { .byte = -1 };
    buffer out = { 0 };
    bool good = account_review(file, asked.file.json ? ACCOUNT_LINES : ACCOUNT_DOCUMENT, &out, &problem);
    if (good && !asked.file.json) {
        json_t *document = json_loadb(out.data, out.size, 0, NULL), *row;
        size_t i;
        json_array_foreach(json_object_get(document, "review"), i, row) row_print(row);
        if (!json_array_size(json_object_get(document, "review"))) fputs(MESSAGE("nothing to review\n", "niets te beoordelen\n"), stderr);
        json_decref(document);
        out.size = 0;
    }
    return registry_told(file, good, &out, &problem);
}
