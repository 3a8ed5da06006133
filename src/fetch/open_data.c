/* Open data of the Tweede Kamer: pages of an entity, and documents by their number, by OData 4.
 *
 * Every entity has GewijzigdOp and Verwijderd; what was taken back (Verwijderd) is empty but for its Id and not asked for. Pages are in the
 * order in which entities changed: what is there of an earlier run stays true, so that run is gone on with from its last page. */
#include "fetch/kept.h"

#include <stdio.h>
#include <stdlib.h>

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

/* A file's bytes; false if it is not there or cannot be read. */
static bool load(const char *path, buffer *out) {
    FILE *file = fopen(path, "re");
    if (!file) return false;
    out->size = 0;
    size_t got = 1;
    while (got && out->size < GRIFFIE_TEXT_MAX) {
        buffer_reserve(out, 1 << 16);
        got = fread(out->data + out->size, 1, out->capacity - out->size, file);
        out->size += got;
    }
    bool whole = !ferror(file);
    fclose(file);
    return whole;
}

bool fetch_open_data(struct fetch *self, const char *entity, date since, struct fetch_tally *tally, fetch_told *told, void *context,
                     error *problem) {
    if (!fetch_is_name(entity))
        return error_set(problem, ERROR_USAGE, NULL, -1, "'%.40s' is no entity of the open data (Toezegging, Stemming, Document)", entity);
    arena *list = arena_new();
    buffer body = { 0 };
    const char *changed = "", *named = "";
    if (date_known(since)) {
        named = arena_format(list, "-since-%04d-%02d-%02d", since.year, since.month, since.day);
        changed = arena_format(list, "%%20and%%20GewijzigdOp%%20ge%%20%04d-%02d-%02dT00:00:00Z", since.year, since.month, since.day);
    }
    const char *url = arena_format(list, "%s/OData/v4/2.0/%s?$filter=Verwijderd%%20eq%%20false%s&$orderby=GewijzigdOp%%20asc",
                                   self->settings.open_data, entity, changed);
    bool good = true;
    for (int page = 1; good && url && page <= PAGES_MAX; page++) {
        arena_reset(self->memory);
        const char *path = arena_format(self->memory, "%s/%s%s-%04d.json", self->settings.folder, entity, named, page), *next = NULL;
        bool there = !self->settings.again && load(path, &body);
        if (there) next = next_link(list, (slice){ body.data, body.size }, self->settings.open_data);
        bool kept = there && next; /* a page that is full does not change; the last one may have grown */
        if (kept)
            tally->present++;
        else {
            good = http_get(self->http, url, &body, problem) && fetch_keep(self, path, (slice){ body.data, body.size }, problem);
            if (!good) break;
            tally->written++;
            next = next_link(list, (slice){ body.data, body.size }, self->settings.open_data);
        }
        told(context, path, !kept);
        url = next;
    }
    buffer_free(&body);
    arena_free(list);
    return good;
}

/* The text of a member of the first entity of a page: "Id":"7c8f2eb1-…". */
static const char *member(arena *memory, slice page, const char *name) {
    const char *key = arena_format(memory, "\"%s\"", name), *found = memmem(page.data, page.size, key, strlen(key));
    if (!found) return NULL;
    slice rest = { found + strlen(key), page.size - (size_t)(found - page.data) - strlen(key) };
    while (rest.size && (rest.data[0] == ':' || rest.data[0] == ' ')) rest.data++, rest.size--;
    const char *close = rest.size && rest.data[0] == '"' ? memchr(rest.data + 1, '"', rest.size - 1) : NULL;
    return close ? arena_copy(memory, (slice){ rest.data + 1, (size_t)(close - rest.data) - 1 }) : NULL;
}

bool fetch_is_document_number(const char *text) {
    const char *digits = "0123456789";
    return strlen(text) == 10 && strspn(text, digits) == 4 && (text[4] == 'D' || text[4] == 'Z') && strspn(text + 5, digits) == 5;
}

bool fetch_document(struct fetch *self, const char *number, struct fetch_tally *tally, fetch_told *told, void *context, error *problem) {
    static const struct {
        const char *type, *extension;
    } types[] = {
        { "pdf", "pdf" }, { "wordprocessingml", "docx" }, { "msword", "doc" }, { "opendocument.text", "odt" }, { "html", "html" }
    };
    arena_reset(self->memory);
    for (size_t i = 0; i < COUNT_OF(types) && !self->settings.again; i++) {
        const char *path = arena_format(self->memory, "%s/%s.%s", self->settings.folder, number, types[i].extension);
        if (!fetch_has(path)) continue;
        tally->present++;
        told(context, path, false);
        return true;
    }
    buffer body = { 0 };
    const char *base = self->settings.open_data;
    const char *url = arena_format(
        self->memory, "%s/OData/v4/2.0/Document?$filter=DocumentNummer%%20eq%%20'%s'%%20and%%20Verwijderd%%20eq%%20false", base, number);
    bool good = http_get(self->http, url, &body, problem);
    const char *id = good ? member(self->memory, (slice){ body.data, body.size }, "Id") : NULL;
    if (good && (!id || !fetch_is_name(id))) {
        tally->missing++;
        good = error_set(problem, ERROR_NOT_FOUND, url, -1, "the service has no such document");
    }
    if (good) {
        const char *type = member(self->memory, (slice){ body.data, body.size }, "ContentType"), *extension = "pdf";
        for (size_t i = 0; type && i < COUNT_OF(types); i++)
            if (strstr(type, types[i].type)) extension = types[i].extension;
        const char *path = arena_format(self->memory, "%s/%s.%s", self->settings.folder, number, extension);
        url = arena_format(self->memory, "%s/OData/v4/2.0/Document(%s)/Resource", base, id);
        good = http_get(self->http, url, &body, problem) && fetch_keep(self, path, (slice){ body.data, body.size }, problem);
        if (good) tally->written++, told(context, path, true);
    }
    buffer_free(&body);
    return good;
}
