/* griffie explain FILE:BYTE: which tests were asked of the clause there, and what each answered. */
#include "cli/context.h"
#include "read/read.h"

#include <stdlib.h>

struct explain_options {
    struct context_options context;
};
static const struct command_option options[] = { CONTEXT_OPTIONS(struct explain_options, context) };

static int explain(char *place, const struct record_context *context, const lexicon *words) {
    char *colon = strrchr(place, ':'), *end;
    unsigned long long byte = colon ? strtoull(colon + 1, &end, 10) : 0;
    if (!colon || !colon[1] || *end) return complain(EXIT_USAGE, MESSAGE("'%s' is not FILE:BYTE", "'%s' is niet BESTAND:BYTE"), place);
    *colon = '\0';
    arena *memory = arena_new();
    struct reading reading;
    error problem = { .byte = -1 };
    int code = EXIT_DONE;
    if (!reading_load(memory, place, context, words, &reading, &problem))
        code = complain_error(EXIT_PARTLY, &problem);
    else if (byte >= reading.record.text.size)
        code = complain(EXIT_PARTLY, MESSAGE("%s has %zu bytes of text", "%s heeft %zu bytes tekst"), place, reading.record.text.size);
    else {
        buffer out = { 0 };
        statement_explain(memory, &reading.text, &reading.mentions, (uint32_t)byte, &out);
        fwrite(out.data, 1, out.size, stdout);
        buffer_free(&out);
    }
    arena_free(memory);
    return code;
}

int command_explain(int argc, char **argv) {
    struct explain_options asked = { 0 };
    struct record_context context;
    int code;
    if (!options_read(&argc, argv, options, COUNT_OF(options), &asked, &code)) return code;
    if (argc < 2) return complain(EXIT_USAGE, MESSAGE("which place? FILE:BYTE", "welke plaats? BESTAND:BYTE"));
    if (!context_make(&asked.context, &context)) return EXIT_USAGE;
    const lexicon *words = vocabulary_open(&asked.context);
    if (!words) return EXIT_USAGE;
    int worst = EXIT_DONE;
    for (int i = 1; i < argc; i++)
        if ((code = explain(argv[i], &context, words)) > worst) worst = code;
    vocabulary_close(words);
    return worst;
}
