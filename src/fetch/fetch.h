/* Room `fetch`: official publications and open data of the Tweede Kamer, got over HTTP and kept as files. Reads none of them.
 *
 * Worked example: fetch_publication(f, "kst-28676-372", …) asks for BASE/kst-28676-372.xml, else .pdf, else .html, and writes
 * FOLDER/kst-28676-372.xml. A file that is there is not asked for again.
 *
 * Polite: one request at a time, a pause between two, what the server says about coming back is heeded (RFC 9110, Retry-After);
 * three more attempts when it is busy, none when it refuses. */
#ifndef GRIFFIE_FETCH_H
#define GRIFFIE_FETCH_H

#include "base/base.h"

/* Where the publications are (also their SRU search), the repository behind them, and where the open data are. */
#define FETCH_PUBLICATIONS "https://zoek.officielebekendmakingen.nl"
#define FETCH_REPOSITORY "https://repository.overheid.nl"
#define FETCH_OPEN_DATA "https://gegevensmagazijn.tweedekamer.nl"

struct fetch_settings {
    const char *publications, *open_data; /* without a slash at the end */
    const char *repository;               /* NULL: FETCH_REPOSITORY */
    const char *folder;                   /* where files go; must be there */
    int pause_ms;                         /* between two requests */
    bool again;                           /* ask also for what is there already */
};
struct fetch_tally {
    size_t written, present, missing;
};

struct fetch;
/* NULL and *problem when the library cannot start. */
struct fetch *fetch_new(const struct fetch_settings *settings, error *problem);
void fetch_free(struct fetch *self);

/* Called for every file: its path, and whether it is new. */
typedef void fetch_told(void *context, const char *path, bool written);

/* One publication by its identifier. ERROR_NOT_FOUND when the service has none of that name, ERROR_IO when it cannot be reached. */
bool fetch_publication(struct fetch *self, const char *identifier, struct fetch_tally *tally, fetch_told *told, void *context,
                       error *problem);
/* Every publication of a dossier ("28676"), issued from `since` on (may be unknown), by SRU search. */
bool fetch_dossier(struct fetch *self, const char *dossier, date since, struct fetch_tally *tally, fetch_told *told, void *context,
                   error *problem);
/* Every page of an entity of the open data ("Toezegging", "Stemming", "Document" …), changed from `since` on: ENTITY-0001.json, or
 * ENTITY-since-2021-01-01-0001.json … A run that was broken off is gone on with. */
bool fetch_open_data(struct fetch *self, const char *entity, date since, struct fetch_tally *tally, fetch_told *told, void *context,
                     error *problem);
/* A document of the Tweede Kamer by its number ("2021D24345"): NUMBER.pdf, .docx … as the service says what it is. */
bool fetch_is_document_number(const char *text);
bool fetch_document(struct fetch *self, const char *number, struct fetch_tally *tally, fetch_told *told, void *context, error *problem);

#endif
