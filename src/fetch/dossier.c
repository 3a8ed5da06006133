/* The publications of a dossier, by SRU (Search/Retrieve via URL) with a query in CQL.
 *
 * The service of zoek.officielebekendmakingen.nl speaks SRU 1.2; where it is gone, the repository that it draws on speaks SRU 2.0 with
 * other names for the same fields ("Handleiding voor het uitvragen van de Collectie Officiële Publicaties"). */
#include "fetch/kept.h"

#include <stdio.h>
#include <stdlib.h>

enum { SRU_PAGE = 50 };

/* The addresses of a search: "%s" the service, "%d" twice how many and from which on, "%s" the dossier and the clause of the day. */
static const struct {
    const char *service; /* NULL: of the settings */
    const char *address, *day;
} searches[] = {
    { NULL,
      "%s/sru/Search?operation=searchRetrieve&version=1.2&recordSchema=gzd&maximumRecords=%d&startRecord=%d&query=dossiernummer%%3D%s%s",
      "%%20AND%%20date%%3E%%3D%04d-%02d-%02d" },
    { FETCH_REPOSITORY,
      "%s/sru?operation=searchRetrieve&version=2.0&recordSchema=gzd&maximumRecords=%d&startRecord=%d"
      "&query=c.product-area%%3D%%3Dofficielepublicaties%%20AND%%20w.dossiernummer%%3D%%3D%s%s",
      "%%20AND%%20dt.date%%3E%%3D%04d-%02d-%02d" },
};

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

struct names {
    ARRAY(const char *) at;
};

/* Every identifier that a search finds. False with ERROR_NOT_FOUND when there is no such service. */
static bool search(struct fetch *self, size_t form, const char *dossier, date since, arena *list, struct names *out, error *problem) {
    const char *own = self->settings.repository ? self->settings.repository : searches[form].service;
    const char *service = searches[form].service ? own : self->settings.publications;
    char day[64] = "";
    if (date_known(since)) snprintf(day, sizeof day, searches[form].day, since.year, since.month, since.day);
    buffer body = { 0 };
    bool good = true;
    long total = 0;
    for (int page = 0; good && page < PAGES_MAX && (page == 0 || (long)page * SRU_PAGE < total); page++) {
        const char *url = arena_format(list, searches[form].address, service, SRU_PAGE, page * SRU_PAGE + 1, dossier, day);
        good = http_get(self->http, url, &body, problem);
        slice xml = { body.data, body.size }, value;
        size_t at = 0;
        if (good && page == 0) {
            if (!next_element(xml, "numberOfRecords", &at, &value))
                good = error_set(problem, ERROR_NOT_FOUND, url, 0, "this is no answer of an SRU service");
            else
                total = strtol(arena_copy(list, value), NULL, 10);
        }
        uint32_t before = out->at.count;
        for (at = 0; good && next_element(xml, "identifier", &at, &value);) {
            const char *identifier = arena_copy(list, value);
            if (fetch_is_name(identifier)) ARRAY_PUSH(list, &out->at) = identifier;
        }
        if (good && out->at.count == before) break; /* an empty page ends the list, whatever its head promised */
    }
    buffer_free(&body);
    return good;
}

bool fetch_dossier(struct fetch *self, const char *dossier, date since, struct fetch_tally *tally, fetch_told *told, void *context,
                   error *problem) {
    if (!fetch_is_name(dossier))
        return error_set(problem, ERROR_USAGE, NULL, -1, "'%.40s' is no dossier number (28676, 21501-20)", dossier);
    arena *list = arena_new();
    struct names names = { 0 };
    error wrong = { .byte = -1 };
    bool good = false;
    for (size_t form = 0; form < COUNT_OF(searches); form++) {
        error found = { .byte = -1 };
        good = search(self, form, dossier, since, list, &names, &found);
        if (!form || good) wrong = found; /* what the first one said tells most */
        if (good || found.code != ERROR_NOT_FOUND) break;
    }
    if (!good) {
        if (wrong.code == ERROR_NOT_FOUND) wrong.code = ERROR_FORMAT; /* the service, not the dossier, is not there */
        if (problem) *problem = wrong;
    }
    for (uint32_t i = 0; good && i < names.at.count; i++) {
        error found = { .byte = -1 };
        if (!fetch_publication(self, names.at.at[i], tally, told, context, &found) && found.code != ERROR_NOT_FOUND) {
            if (problem) *problem = found;
            good = false;
        }
    }
    arena_free(list);
    return good;
}
