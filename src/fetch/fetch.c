/* What to ask for, and keeping it: publications by name, dossiers by SRU (Search/Retrieve via URL, CQL), open data by OData pages. */
#include "fetch/fetch.h"

#include "fetch/http.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SRU_PAGE = 50, PAGES_MAX = 10000 };

struct fetch {
    struct fetch_settings settings;
    struct http *http;
    arena *memory;
};

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

/* Identifiers and entities go into paths and addresses: letters, digits and hyphens only. */
static bool is_name(const char *text) {
    return *text && strlen(text) < 100 && text[strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-")] == 0;
}

/* A file appears whole or not at all. */
static bool keep(struct fetch *self, const char *path, slice bytes, error *problem) {
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

static bool is_there(const char *path) {
    struct stat about;
    return stat(path, &about) == 0;
}

static const char *const extensions[] = { "xml", "pdf", "html" };

bool fetch_publication(struct fetch *self, const char *identifier, struct fetch_tally *tally, fetch_told *told, void *context,
                       error *problem) {
    if (!is_name(identifier))
        return error_set(problem, ERROR_USAGE, NULL, -1, "'%.60s' is no identifier of a publication (kst-28676-372)", identifier);
    arena_reset(self->memory);
    for (size_t i = 0; i < COUNT_OF(extensions) && !self->settings.again; i++) {
        const char *path = arena_format(self->memory, "%s/%s.%s", self->settings.folder, identifier, extensions[i]);
        if (!is_there(path)) continue;
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
            if (!keep(self, path, (slice){ body.data, body.size }, problem)) break;
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

/* The text of the next <…:name> element from *at on; false when there is none. A list of identifiers needs no parser. */
static bool next_element(slice xml, const char *name, size_t *at, slice *out) {
    size_t size = strlen(name);
    for (const char *found; *at < xml.size && (found = memmem(xml.data + *at, xml.size - *at, name, size));) {
        size_t from = (size_t)(found - xml.data);
        *at = from + size;
        if (!from || (xml.data[from - 1] != ':' && xml.data[from - 1] != '<') || *at >= xml.size || xml.data[*at] != '>') continue;
        const char *end = memchr(xml.data + *at, '<', xml.size - *at);
        if (!end || end[1] != '/') continue;
        *out = slice_trim((slice){ xml.data + *at + 1, (size_t)(end - xml.data) - *at - 1 });
        *at = (size_t)(end - xml.data);
        return true;
    }
    return false;
}

bool fetch_dossier(struct fetch *self, const char *dossier, date since, struct fetch_tally *tally, fetch_told *told, void *context,
                   error *problem) {
    if (!is_name(dossier)) return error_set(problem, ERROR_USAGE, NULL, -1, "'%.40s' is no dossier number (28676, 21501-20)", dossier);
    arena *list = arena_new();
    ARRAY(const char *) identifiers = { 0 };
    buffer body = { 0 };
    bool good = true;
    long total = 0;
    for (int page = 0; good && page < PAGES_MAX && (page == 0 || (long)page * SRU_PAGE < total); page++) {
        const char *from =
            date_known(since) ? arena_format(list, "%%20AND%%20date%%3E%%3D%04d-%02d-%02d", since.year, since.month, since.day) : "";
        const char *url = arena_format(
            list,
            "%s/sru/"
            "Search?operation=searchRetrieve&version=1.2&recordSchema=gzd&maximumRecords=%d&startRecord=%d&query=dossiernummer%%3D%s%s",
            self->settings.publications, SRU_PAGE, page * SRU_PAGE + 1, dossier, from);
        good = http_get(self->http, url, &body, problem);
        slice xml = { body.data, body.size }, value;
        size_t at = 0;
        if (good && page == 0) {
            if (!next_element(xml, "numberOfRecords", &at, &value))
                good = error_set(problem, ERROR_FORMAT, url, 0, "this is no answer of an SRU service");
            else
                total = strtol(arena_copy(list, value), NULL, 10);
        }
        uint32_t before = identifiers.count;
        for (at = 0; good && next_element(xml, "identifier", &at, &value);) {
            const char *identifier = arena_copy(list, value);
            if (is_name(identifier)) ARRAY_PUSH(list, &identifiers) = identifier;
        }
        if (good && identifiers.count == before) break; /* an empty page ends the list, whatever its head promised */
    }
    for (uint32_t i = 0; good && i < identifiers.count; i++) {
        error found = { .byte = -1 };
        if (!fetch_publication(self, identifiers.at[i], tally, told, context, &found) && found.code != ERROR_NOT_FOUND) {
            if (problem) *problem = found;
            good = false;
        }
    }
    buffer_free(&body);
    arena_free(list);
    return good;
}

/* "@odata.nextLink" of a page, if it leads on in the same service; NULL otherwise. */
static const char *next_link(arena *memory, slice page, const char *base) {
    static const char key[] = "\"@odata.nextLink\"";
    const char *found = memmem(page.data, page.size, key, sizeof key - 1);
    if (!found) return NULL;
    slice rest = { found + sizeof key - 1, page.size - (size_t)(found - page.data) - (sizeof key - 1) };
    const char *open = memchr(rest.data, '"', rest.size),
               *close = open ? memchr(open + 1, '"', rest.size - (size_t)(open + 1 - rest.data)) : NULL;
    if (!close) return NULL;
    slice url = { open + 1, (size_t)(close - open) - 1 };
    return slice_starts(url, slice_of(base)) && url.data[strlen(base)] == '/' ? arena_copy(memory, url) : NULL;
}

bool fetch_open_data(struct fetch *self, const char *entity, date since, struct fetch_tally *tally, fetch_told *told, void *context,
                     error *problem) {
    if (!is_name(entity))
        return error_set(problem, ERROR_USAGE, NULL, -1, "'%.40s' is no entity of the open data (Toezegging, Stemming, Document)", entity);
    arena *list = arena_new();
    buffer body = { 0 };
    const char *filter =
        date_known(since) ? arena_format(list, "&$filter=GewijzigdOp%%20ge%%20%04d-%02d-%02dT00:00:00Z", since.year, since.month, since.day)
                          : "";
    const char *url = arena_format(list, "%s/OData/v4/2.0/%s?$orderby=GewijzigdOp%%20asc%s", self->settings.open_data, entity, filter);
    bool good = true;
    for (int page = 1; good && url && page <= PAGES_MAX; page++) {
        good = http_get(self->http, url, &body, problem);
        if (!good) break;
        arena_reset(self->memory);
        const char *path = arena_format(self->memory, "%s/%s-%04d.json", self->settings.folder, entity, page);
        good = keep(self, path, (slice){ body.data, body.size }, problem);
        if (!good) break;
        tally->written++;
        told(context, path, true);
        url = next_link(list, (slice){ body.data, body.size }, self->settings.open_data);
    }
    buffer_free(&body);
    arena_free(list);
    return good;
}
