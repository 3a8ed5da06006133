/* griffie read: statements and mentions of records, as JSON lines or for people. */
#include "cli/context.h"
#include "cli/pretty.h"
#include "read/files.h"

#include <stdlib.h>
#include <unistd.h>

struct read_options {
    struct context_options context;
    bool json, pretty, stream;
    const char *with, *listed, *journal;
    int threads;
};
static const struct command_option options[] = {
    { "json", 0, OPTION_FLAG, offsetof(struct read_options, json), NULL, "JSON lines (default when the output is no terminal)",
      "JSON-regels (als de uitvoer geen terminal is vanzelf)" },
    { "pretty", 0, OPTION_FLAG, offsetof(struct read_options, pretty), NULL, "for people (default on a terminal)",
      "voor mensen (op een terminal vanzelf)" },
    { "stream", 0, OPTION_FLAG, offsetof(struct read_options, stream), NULL, "records as JSON lines from standard input",
      "stukken als JSON-regels van standaardinvoer" },
    CONTEXT_OPTIONS(struct read_options, context),
    { "with", 0, OPTION_TEXT, offsetof(struct read_options, with), "sentences,tokens", "print these too", "toon die ook" },
    { "files-from", 0, OPTION_TEXT, offsetof(struct read_options, listed), "FILE",
      "read the files that FILE lists, one a line (- for standard input)",
      "lees de bestanden die FILE noemt, één per regel (- voor standaardinvoer)" },
    { "resume", 0, OPTION_TEXT, offsetof(struct read_options, journal), "FILE",
      "remember in FILE what was read, and skip what did not change", "onthoud in FILE wat gelezen is, en sla over wat niet veranderde" },
    { "threads", 'j', OPTION_NUMBER, offsetof(struct read_options, threads), "N", "how many cores to use (default: all)",
      "hoeveel kernen te gebruiken (standaard: alle)" },
};

/* What the calls of files_read share. */
struct output {
    unsigned with;
    bool pretty;
    struct pretty style;
};

static void render(void *self, const struct reading *reading, buffer *out) {
    const struct output *output = self;
    if (output->pretty)
        pretty_reading(&output->style, reading, out);
    else
        reading_json(reading, output->with, out);
}
static void refuse(void *self, const error *problem, buffer *out) {
    const struct output *output = self;
    if (!output->pretty) reading_error_json(problem, out);
}
static bool show(void *self, slice out, const error *problem) {
    (void)self;
    if (problem) complain_error(EXIT_PARTLY, problem);
    return fwrite(out.data, 1, out.size, stdout) == out.size && fflush(stdout) == 0;
}

static bool with_parse(const char *list, unsigned *with) {
    *with = WITH_NOTHING;
    for (slice rest = slice_of(list); rest.size;) {
        const char *comma = memchr(rest.data, ',', rest.size);
        slice word = { rest.data, comma ? (size_t)(comma - rest.data) : rest.size };
        rest = (slice){ word.data + word.size + (comma != NULL), rest.size - word.size - (comma != NULL) };
        if (slice_equal(word, SLICE("sentences")))
            *with |= WITH_SENTENCES;
        else if (slice_equal(word, SLICE("tokens")))
            *with |= WITH_TOKENS;
        else
            return false;
    }
    return true;
}

static int run_stream(const struct read_options *asked, const lexicon *words) {
    error problem;
    size_t refused = read_stream(STDIN_FILENO, STDOUT_FILENO, words, (unsigned)asked->threads, &problem);
    if (problem.code) return complain_error(EXIT_UNREACHABLE, &problem);
    if (refused) return complain(EXIT_PARTLY, MESSAGE("%zu lines were refused", "%zu regels zijn geweigerd"), refused);
    return EXIT_DONE;
}

static int run_files(const struct read_options *asked, const lexicon *words, int argc, char **argv, unsigned with) {
    struct record_context context;
    if (!context_make(&asked->context, &context)) return EXIT_USAGE;
    struct output output = { .with = with, .pretty = asked->pretty || (!asked->json && isatty(STDOUT_FILENO)) };
    output.style = (struct pretty){ colours_wanted(stdout), terminal_width() };
    setvbuf(stdout, NULL, _IONBF, 0); /* what is shown comes in large pieces */
    struct file_list files = { (const char *const *)argv + 1, (size_t)argc - 1, asked->listed };
    struct files_reader reader = { .context = &context,
                                   .words = words,
                                   .threads = (unsigned)asked->threads,
                                   .render = render,
                                   .refuse = refuse,
                                   .show = show,
                                   .self = &output,
                                   .journal = asked->journal,
                                   .progress = isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO),
                                   .together = true };
    return files_read(&reader, &files) ? EXIT_PARTLY : EXIT_DONE;
}

int command_read(int argc, char **argv) {
    struct read_options asked = { 0 };
    unsigned with;
    int code;
    if (!options_read(&argc, argv, options, COUNT_OF(options), &asked, &code)) return code;
    if (!with_parse(asked.with, &with))
        return complain(EXIT_USAGE,
                        MESSAGE("--with takes sentences and tokens, not '%.40s'", "--with is sentences of tokens, niet '%.40s'"),
                        asked.with);
    if (asked.stream && (argc > 1 || asked.pretty))
        return complain(EXIT_USAGE, MESSAGE("--stream reads standard input and writes JSON lines; it takes no files",
                                            "--stream leest standaardinvoer en schrijft JSON-regels, zonder bestanden"));
    if (!asked.stream && argc < 2 && !asked.listed)
        return complain(EXIT_USAGE, MESSAGE("which file? (- for standard input)", "welk bestand? (- voor standaardinvoer)"));
    const lexicon *words = vocabulary_open(&asked.context);
    if (!words) return EXIT_USAGE;
    code = asked.stream ? run_stream(&asked, words) : run_files(&asked, words, argc, argv, with);
    vocabulary_close(words);
    return code;
}
