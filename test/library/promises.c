/* A program of somebody else's on top of libgriffie: prints what a record's statements and times are. It includes nothing but
 * <griffie.h>, and is linked with the shared library: what is not exported cannot be reached.
 *
 *   promises FILE…      ends with 1 if a file cannot be read, or if what the library says does not hold together. */
#include <griffie.h>

#include <stdio.h>
#include <string.h>

static int broken(const char *what) {
    fprintf(stderr, "does not hold: %s\n", what);
    return 1;
}

static int show(const griffie_reader *reader, const char *path) {
    griffie_error problem;
    griffie_reading *reading = griffie_read_file(reader, path, NULL, &problem);
    if (!reading) {
        fprintf(stderr, "%s: %s (%s)\n", problem.source, problem.message, problem.code);
        return 1;
    }
    size_t size, json_size;
    const char *text = griffie_text(reading, &size), *json = griffie_json(reading, 0, &json_size);
    int code = 0;
    printf("%s %s %s %s\n", griffie_record(reading), griffie_date(reading) ? griffie_date(reading) : "-", griffie_lang(reading),
           griffie_genre(reading));
    for (size_t i = 0; i < griffie_statement_count(reading); i++) {
        const griffie_statement *s = griffie_statement_at(reading, i);
        if (s->start >= s->end || s->end > size || s->confidence < 0 || s->confidence > 1)
            code = broken("span or confidence of a statement");
        printf("  %-13s %s: %.*s\n", s->kind, s->due.value ? s->due.value : "-", (int)(s->end - s->start), text + s->start);
    }
    for (size_t i = 0; i < griffie_mention_count(reading); i++) {
        const griffie_mention *m = griffie_mention_at(reading, i);
        if (m->start >= m->end || m->end > size) code = broken("span of a mention");
        printf("  %-13s %s: %.*s\n", m->kind, m->value ? m->value : "-", (int)(m->end - m->start), text + m->start);
    }
    if (griffie_statement_at(reading, griffie_statement_count(reading))) code = broken("a statement past the end");
    if (strlen(json) != json_size || !strstr(json, "\"type\":\"end\"")) code = broken("the JSON");
    griffie_reading_free(reading);
    return code;
}

int main(int argc, char **argv) {
    griffie_error problem;
    griffie_reader *reader = griffie_reader_new(NULL, 0, &problem);
    int code = 0;
    for (int i = 1; i < argc; i++) code |= show(reader, argv[i]);

    if (griffie_read(reader, "\xff\xfe\x00", 3, "bytes", NULL, &problem) || strcmp(problem.code, "encoding") != 0)
        code = broken("bytes that are no text are refused");
    if (griffie_read(reader, "x", 1, NULL, &(griffie_context){ .date = "yesterday" }, &problem) || strcmp(problem.code, "usage") != 0)
        code = broken("a date that is none is refused");
    if (griffie_reader_new((const char *const[]){ "no-such-table.tsv" }, 1, &problem))
        code = broken("a table that is not there is refused");
    griffie_reading_free(NULL);
    griffie_reader_free(reader);
    return code;
}
