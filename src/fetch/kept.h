/* Inside room `fetch`: what its files share. */
#ifndef GRIFFIE_FETCH_KEPT_H
#define GRIFFIE_FETCH_KEPT_H

#include "fetch/fetch.h"
#include "fetch/http.h"

enum { PAGES_MAX = 10000 };

struct fetch {
    struct fetch_settings settings;
    struct http *http;
    arena *memory; /* of one file that is fetched */
};

/* Identifiers and entities go into paths and addresses: letters, digits and hyphens only. */
bool fetch_is_name(const char *text);
bool fetch_has(const char *path);
/* A file appears whole or not at all. */
bool fetch_keep(struct fetch *self, const char *path, slice bytes, error *problem);

#endif
