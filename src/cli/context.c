/* What the caller knows of a record, from options. */
#include "cli/context.h"

#include "lexicon/lexicon.h"

bool context_make(const struct context_options *options, struct record_context *context) {
    *context = (struct record_context){ .id = options->record, .issuer_id = options->issuer, .date = options->date, .ocr = options->ocr };
    if (options->lang && !language_parse(slice_of(options->lang), &context->lang)) {
        complain(EXIT_USAGE, MESSAGE("--lang takes nl or en, not '%.40s'", "--lang is nl of en, niet '%.40s'"), options->lang);
        return false;
    }
    if (options->genre && !genre_parse(slice_of(options->genre), &context->genre)) {
        complain(EXIT_USAGE, MESSAGE("there is no genre '%.40s'", "er is geen genre '%.40s'"), options->genre);
        return false;
    }
    return true;
}

const lexicon *vocabulary_open(const struct context_options *options) {
    if (!options->lexicons.count) return lexicon_builtin();
    error problem = { .byte = -1 };
    const lexicon *words = lexicon_open(options->lexicons.at, options->lexicons.count, &problem);
    if (!words) complain_error(EXIT_USAGE, &problem);
    return words;
}

void vocabulary_close(const lexicon *words) {
    if (words && words != lexicon_builtin()) lexicon_close((lexicon *)words);
}
