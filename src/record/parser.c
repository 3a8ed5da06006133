/* The life of a parser: behind walls, one file after the other, until who started it closes the socket. */
#include "record/parser.h"

#include "record/exchange.h"
#include "record/process.h"
#include "record/walls.h"

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static bool parse_one(const struct parser *self, arena *memory, const struct parser_request *asked, const char *name, slice bytes,
                      buffer *out, error *problem) {
    if (asked->page) {
        slice image;
        if (!self->render) return error_set(problem, ERROR_UNSUPPORTED, name, -1, "this program renders no pages");
        if (!self->render(memory, bytes, name, (int)asked->page, &image, problem)) return false;
        buffer_add(out, image);
        return true;
    }
    struct record record = { .source_name = name, .media = (enum media)asked->media };
    record_format *format = asked->media < self->format_count ? self->formats[asked->media] : NULL;
    if (!format) return error_set(problem, ERROR_UNSUPPORTED, name, 0, "%s is not read by this griffie", media_name(record.media));
    if (!record_parse(format, memory, &record, bytes, problem)) return false;
    record_pack(&record, out);
    return true;
}

/* Answers gather until nothing more has been asked, or are many: who asks several things at once is woken once. */
static void parse_all(const struct parser *self, bool walled) {
    arena *memory = arena_new();
    struct process_exchange exchange = { 0 };
    buffer *out = &exchange.answers;
    struct parser_request asked;
    while (process_take(&exchange, &asked, sizeof asked) && asked.size <= GRIFFIE_TEXT_MAX && asked.name_size <= 4096) {
        arena_reset(memory);
        char *content = arena_alloc(memory, asked.name_size + asked.size + 1);
        if (!process_take(&exchange, content, asked.name_size + asked.size)) break;
        const char *name = arena_copy(memory, (slice){ content, asked.name_size });
        slice bytes = { content + asked.name_size, asked.size };
        error problem = { .byte = -1 };
        struct parser_answer answer = { 0 };
        size_t head = out->size;
        buffer_add(out, (slice){ (const char *)&answer, sizeof answer });
        if (walled)
            answer.parsed = parse_one(self, memory, &asked, name, bytes, out, &problem);
        else
            error_set(&problem, ERROR_UNSUPPORTED, name, -1,
                      "this system cannot lock a parser in (seccomp); only plain text and Markdown can be read");
        if (!answer.parsed) {
            out->size = head + sizeof answer;
            buffer_add(out, (slice){ (const char *)&problem, sizeof problem });
        }
        answer.size = out->size - head - sizeof answer;
        memcpy(out->data + head, &answer, sizeof answer);
        if (out->size < PROCESS_LOT) continue;
        if (!process_give(&(slice){ out->data, out->size }, 1)) break;
        process_forget(out);
    }
    buffer_free(out);
    arena_free(memory);
}

int parser_main(int argc, char **argv, const struct parser *self) {
    signal(SIGINT, SIG_IGN); /* who started it decides when it ends */
    bool unpack = argc == 2 && !strcmp(argv[1], PARSER_TASK_UNPACK) && self->unpack;
    if (!unpack && (argc != 2 || strcmp(argv[1], PARSER_TASK_PARSE) != 0)) {
        fputs("this is a part of griffie, which starts it by itself\n", stderr);
        return 2;
    }
    if (self->prepare) self->prepare();
    bool walled = walls_raise();
    if (!unpack)
        parse_all(self, walled);
    else if (walled)
        self->unpack(PROCESS_FILE);
    else {
        slice why = SLICE("this system cannot lock an unpacker in (seccomp)");
        struct archive_header header = { why.size, ARCHIVE_LAST_REFUSAL, 0 };
        process_give((slice[]){ { (const char *)&header, sizeof header }, why }, 2);
    }
    _exit(0); /* parsers' libraries need not tidy up */
}
