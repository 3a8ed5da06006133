/* How fast the reader is, beside a plain scan of the same bytes in the same run, and how its cost grows.
 *
 *   bench [--json] FILE…
 *
 * The files' text is repeated to 1, 4, 16 and 64 MB. Scan: UTF-8 validation (a word at a time where it is ASCII) and a memchr over the
 * lines. Plain: the same with the validation that others have, GLib's g_utf8_validate. Read: bytes in memory
 * to statements in memory, one thread. JSON: the same with its lines written. Memory: the arena, in bytes per input byte.
 * Each figure is the best of several runs. */
#include "read/read.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#ifdef HAVE_GLIB
#include <glib.h>
#endif

/* Time of this thread on a core, so that what else the machine does hardly counts. */
static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static bool valid_fast(slice text) { return utf8_invalid(text) == text.size; }
#ifdef HAVE_GLIB
static bool valid_plain(slice text) { return g_utf8_validate(text.data, (gssize)text.size, NULL); }
#endif

static size_t scan(slice text, bool (*valid)(slice)) {
    size_t lines = valid(text);
    for (const char *at = text.data, *end = at + text.size; at < end && (at = memchr(at, '\n', (size_t)(end - at))); at++) lines++;
    return lines;
}

struct figures {
    double scan, plain /* 0: no GLib */, read, json;
    size_t memory, statements, mentions, out;
};

static double time_of_scan(slice text, bool (*valid)(slice)) {
    enum { TIMES = 8 };
    volatile size_t sink = 0;
    double from = now();
    for (int i = 0; i < TIMES; i++) sink += scan(text, valid);
    return (now() - from) / TIMES;
}

static struct figures measure(slice text, int runs) {
    struct figures f = { .scan = 1e9, .read = 1e9, .json = 1e9 };
    arena *memory = arena_new();
    buffer out = { 0 };
    for (int run = 0; run < runs; run++) {
        double scanned = time_of_scan(text, valid_fast);
        if (scanned < f.scan) f.scan = scanned;
#ifdef HAVE_GLIB
        scanned = time_of_scan(text, valid_plain);
        if (!run || scanned < f.plain) f.plain = scanned;
#endif

        arena_reset(memory);
        struct reading reading;
        error problem = { .byte = -1 };
        double from = now();
        if (!reading_make(memory, text, "bench", &(struct record_context){ .id = "bench", .date = { 2024, 1, 1 } }, lexicon_builtin(),
                          &reading, &problem)) {
            fprintf(stderr, "bench: %s\n", problem.message);
            exit(1);
        }
        double read = now() - from;
        if (read < f.read) f.read = read;
        f.memory = arena_used(memory);
        f.statements = reading.statements.all.count;
        f.mentions = reading.mentions.all.count;
        out.size = 0;
        reading_json(&reading, WITH_NOTHING, &out);
        double json = now() - from;
        if (json < f.json) f.json = json;
        f.out = out.size;
    }
    buffer_free(&out);
    arena_free(memory);
    return f;
}

static void load(const char *path, buffer *into) {
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        exit(1);
    }
    char part[1 << 16];
    for (size_t got; (got = fread(part, 1, sizeof part, file));) buffer_add(into, (slice){ part, got });
    buffer_add(into, SLICE("\n\n"));
    fclose(file);
}

int main(int argc, char **argv) {
    int at = 1;
    bool json = at < argc && !strcmp(argv[at], "--json");
    at += json;
    if (at == argc) {
        fputs("usage: bench [--json] FILE…\n", stderr);
        return 2;
    }
    buffer sample = { 0 }, text = { 0 };
    for (; at < argc; at++) load(argv[at], &sample);
    if (!json)
        printf("%8s %11s %11s %11s %11s %9s %10s %9s %12s %12s %10s\n", "MB", "scan MB/s", "plain MB/s", "read MB/s", "json MB/s",
               "read/scan", "read/plain", "memory/B", "statements", "mentions", "linearity");
    double first = 0;
    for (int megabytes = 1; megabytes <= 64; megabytes *= 4) {
        while (text.size < (size_t)megabytes << 20) buffer_add(&text, (slice){ sample.data, sample.size });
        struct figures f = measure((slice){ text.data, text.size }, megabytes > 4 ? 2 : 5);
        double size = (double)text.size / (1 << 20), each = f.read / size;
        if (!first) first = each;
        double plain = f.plain > 0 ? size / f.plain : 0, times_plain = f.plain > 0 ? f.read / f.plain : 0;
        if (json)
            printf("{\"megabytes\":%.2f,\"scan\":%.1f,\"plain\":%.1f,\"read\":%.2f,\"json\":%.2f,\"times_scan\":%.1f,"
                   "\"times_plain\":%.1f,\"memory_per_byte\":%.1f,\"linearity\":%.3f}\n",
                   size, size / f.scan, plain, size / f.read, size / f.json, f.read / f.scan, times_plain,
                   (double)f.memory / (double)text.size, each / first);
        else
            printf("%8.1f %11.0f %11.0f %11.1f %11.1f %8.0fx %9.0fx %9.1f %12zu %12zu %10.2f\n", size, size / f.scan, plain, size / f.read,
                   size / f.json, f.read / f.scan, times_plain, (double)f.memory / (double)text.size, f.statements, f.mentions,
                   each / first);
        fflush(stdout);
    }
    buffer_free(&text);
    buffer_free(&sample);
    return 0;
}
