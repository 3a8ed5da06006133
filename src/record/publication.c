/* What identifies official publications: their metadata fields, their identifiers, links to them. */
#include "record/format.h"

void publication_meta(struct builder *out, slice name, slice scheme, slice content) {
    static const struct {
        const char *name;
        enum record_field field;
    } fields[] = {
        { "OVERHEIDop.documenttitel", FIELD_TITLE },
        { "OVERHEIDop.vergaderjaar", FIELD_SESSION },
        { "DCTERMS.language", FIELD_LANG },
    };
    struct record *record = out->record;
    for (size_t i = 0; i < COUNT_OF(fields); i++)
        if (slice_equal(name, slice_of(fields[i].name))) record_know(record, out->memory, fields[i].field, KNOWN_FROM_MARKUP, content);
    if (slice_equal(name, SLICE("DC.identifier")) && (slice_equal(scheme, SLICE("OVERHEIDop.ParlID")) || is_publication_id(content)))
        record_know(record, out->memory, FIELD_RECORD, KNOWN_FROM_MARKUP, content);
    if (slice_equal(name, SLICE("DC.type")) && slice_equal(scheme, SLICE("OVERHEIDop.KamerstukTypen")) &&
        head_genre(content) != GENRE_OTHER)
        record_know(record, out->memory, FIELD_GENRE, KNOWN_FROM_MARKUP, slice_of(genre_name(head_genre(content))));
}

/* Not publishers: one house publishes what many write. */
void author_meta(struct builder *out, slice key, slice name) {
    static const char *const authors[] = { "author", "authors", "creator", "organisation", "organization", "afzender" };
    for (size_t i = 0; i < COUNT_OF(authors); i++) {
        const char *actor = slice_equal_nocase(key, slice_of(authors[i])) ? head_author(name) : NULL;
        if (actor) record_know(out->record, out->memory, FIELD_ISSUER, KNOWN_FROM_MARKUP, slice_of(actor));
    }
}

bool is_publication_id(slice text) {
    static const char *const schemes[] = { "kst-",   "h-tk-", "h-ek-", "ah-tk-", "ah-ek-", "kv-tk-", "blg-",
                                           "stcrt-", "stb-",  "trb-",  "gmb-",   "prb-",   "wsb-",   "nds-tk-" };
    for (size_t i = 0; i < COUNT_OF(schemes); i++) {
        slice scheme = slice_of(schemes[i]);
        if (!slice_starts(text, scheme) || text.size == scheme.size || text.size > 60) continue;
        bool digit = false;
        for (size_t k = scheme.size; k < text.size; k++) {
            char c = text.data[k];
            digit |= c >= '0' && c <= '9';
            if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-')) return false;
        }
        return digit;
    }
    return false;
}

const char *link_target(arena *memory, slice url) {
    for (size_t from = 0; from < url.size; from++) { /* any step of the path may be it */
        if (from && url.data[from - 1] != '/') continue;
        size_t to = from;
        while (to < url.size && url.data[to] != '/' && url.data[to] != '.' && url.data[to] != '?' && url.data[to] != '#') to++;
        slice step = { url.data + from, to - from };
        if (is_publication_id(step)) return arena_copy(memory, step);
    }
    return NULL;
}
