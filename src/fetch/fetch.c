/* Publications by their names, and keeping what came. */
#include "fetch/kept.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct fetch *fetch_new(const struct fetch_settings *settings, error *problem) {
    struct http *http = http_new(settings->pause_ms, problem);
    if (!http) return NULL;
    struct fetch *self = calloc(1, sizeof *self);
    if (!self) abort();
    *self = (struct fetch){ *settings, http, arena_new() };
    return self;
}

void fetch_free(struct fetch *self) {
    if (!self) return;
    http_free(self->http);
    arena_free(self->memory);
    free(self);
}

bool fetch_is_name(const char *text) {
    return *text && strlen(text) < 100 && text[strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-")] == 0;
}

bool fetch_keep(struct fetch *self, const char *path, slice bytes, error *problem) {
    const char *making = arena_format(self->memory, "%s.part", path);
    FILE *file = fopen(making, "we");
    if (!file) return error_set(problem, ERROR_IO, making, -1, "%s", strerror(errno));
    bool whole = fwrite(bytes.data, 1, bytes.size, file) == bytes.size;
    whole = fclose(file) == 0 && whole && rename(making, path) == 0;
    if (whole) return true;
    error_set(problem, ERROR_IO, path, -1, "%s", strerror(errno));
    unlink(making);
    return false;
}

bool fetch_has(const char *path) {
    struct stat about;
    return stat(path, &about) == 0;
}

static const char *const extensions[] = { "xml", "pdf", "html" };

bool fetch_publication(struct fetch *self, const char *identifier, struct fetch_tally *tally, fetch_told *told, void *context,
                       error *problem) {
    if (!fetch_is_name(identifier))
        return error_set(problem, ERROR_USAGE, NULL, -1, "'%.60s' is no identifier of a publication (kst-28676-372)", identifier);
    arena_reset(self->memory);
    for (size_t i = 0; i < COUNT_OF(extensions) && !self->settings.again; i++) {
        const char *path = arena_format(self->memory, "%s/%s.%s", self->settings.folder, identifier, extensions[i]);
        if (!fetch_has(path)) continue;
        tally->present++;
        told(context, path, false);
        return true;
    }
    buffer body = { 0 };
    bool got = false;
    for (size_t i = 0; i < COUNT_OF(extensions) && !got; i++) {
        error found = { .byte = -1 };
        got = http_get(self->http, arena_format(self->memory, "%s/%s.%s", self->settings.publications, identifier, extensions[i]), &body,
                       &found);
        if (got) {
            const char *path = arena_format(self->memory, "%s/%s.%s", self->settings.folder, identifier, extensions[i]);
            if (!fetch_keep(self, path, (slice){ body.data, body.size }, problem)) break;
            tally->written++;
            told(context, path, true);
        } else {
            if (problem) *problem = found;
            if (found.code != ERROR_NOT_FOUND) break;
        }
    }
    if (!got && problem && problem->code == ERROR_NOT_FOUND) tally->missing++;
    buffer_free(&body);
    return got && (!problem || problem->code != ERROR_IO);
}
