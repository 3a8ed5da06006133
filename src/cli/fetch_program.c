/* griffie-fetch, the program that `griffie fetch` becomes: official publications and open data, kept as files that `griffie read` and
 * `griffie add` take. */
#include "cli/command.h"
#include "fetch/fetch.h"

struct fetch_options {
    const char *dossier, *entity, *folder, *publications;
    date since;
    int pause;
    bool paused, again;
};
static const struct command_option options[] = {
    { "dossier", 0, OPTION_TEXT, offsetof(struct fetch_options, dossier), "NUMBER", "every publication of a dossier (28676)",
      "elke publicatie van een dossier (28676)" },
    { "open-data", 0, OPTION_TEXT, offsetof(struct fetch_options, entity), "ENTITY",
      "open data of the Tweede Kamer: Toezegging, Stemming, Document", "open data van de Tweede Kamer: Toezegging, Stemming, Document" },
    { "since", 0, OPTION_DATE, offsetof(struct fetch_options, since), "DATE", "issued or changed from this day on",
      "uitgegeven of gewijzigd vanaf deze dag" },
    { "to", 0, OPTION_TEXT, offsetof(struct fetch_options, folder), "FOLDER", "where the files go (default: here)",
      "waar de bestanden komen (standaard: hier)" },
    { "again", 0, OPTION_FLAG, offsetof(struct fetch_options, again), NULL, "also what is there already", "ook wat er al is" },
    { "base-url", 0, OPTION_TEXT, offsetof(struct fetch_options, publications), "URL", "another service or a mirror",
      "een andere dienst of een spiegel" },
    { "pause", 0, OPTION_NUMBER, offsetof(struct fetch_options, pause), "MS", "milliseconds between two requests (default 500)",
      "milliseconden tussen twee verzoeken (standaard 500)" },
};

static void tell(void *context, const char *path, bool written) {
    (void)context;
    printf("%s%s\n", path, written ? "" : MESSAGE("  (there already)", "  (was er al)"));
    fflush(stdout);
}

/* A service that cannot be reached is another code than one that has no such document. */
static int code_of(const error *problem) {
    return complain_error(problem->code == ERROR_USAGE       ? EXIT_USAGE
                          : problem->code == ERROR_NOT_FOUND ? EXIT_PARTLY
                                                             : EXIT_UNREACHABLE,
                          problem);
}

int main(int argc, char **argv) {
    argv[0] = (char *)"fetch";
    struct fetch_options asked = { 0 };
    int code;
    asked.pause = 500;
    if (!options_read(&argc, argv, options, COUNT_OF(options), &asked, &code)) return code;
    if (argc < 2 && !asked.dossier && !asked.entity)
        return complain(EXIT_USAGE, MESSAGE("what? an identifier (kst-28676-372, 2021D24345), --dossier or --open-data",
                                            "wat? een aanduiding (kst-28676-372, 2021D24345), --dossier of --open-data"));
    struct fetch_settings settings = { .publications = asked.publications ? asked.publications : FETCH_PUBLICATIONS,
                                       .open_data = asked.publications ? asked.publications : FETCH_OPEN_DATA,
                                       .repository = asked.publications,
                                       .folder = asked.folder ? asked.folder : ".",
                                       .pause_ms = asked.pause,
                                       .again = asked.again };
    error problem = { .byte = -1 };
    struct fetch *fetch = fetch_new(&settings, &problem);
    if (!fetch) return complain_error(EXIT_UNREACHABLE, &problem);
    struct fetch_tally tally = { 0 };
    int worst = EXIT_DONE;
    if (asked.dossier && !fetch_dossier(fetch, asked.dossier, asked.since, &tally, tell, NULL, &problem)) worst = code_of(&problem);
    if (asked.entity && worst != EXIT_UNREACHABLE) {
        problem = (error){ .byte = -1 };
        if (!fetch_open_data(fetch, asked.entity, asked.since, &tally, tell, NULL, &problem)) worst = code_of(&problem);
    }
    for (int i = 1; i < argc && worst != EXIT_UNREACHABLE; i++) {
        problem = (error){ .byte = -1 };
        bool (*get)(struct fetch *, const char *, struct fetch_tally *, fetch_told *, void *, error *) =
            fetch_is_document_number(argv[i]) ? fetch_document : fetch_publication;
        if (!get(fetch, argv[i], &tally, tell, NULL, &problem) && (code = code_of(&problem)) > worst) worst = code;
    }
    fetch_free(fetch);
    return worst;
}
