/* The names that values of this room have in JSON and SQL and on the command line. */
#include "record/record.h"

static const char *const media_names[] = {
    [MEDIA_UNKNOWN] = "application/octet-stream",
    [MEDIA_TEXT] = "text/plain",
    [MEDIA_MARKDOWN] = "text/markdown",
    [MEDIA_HTML] = "text/html",
    [MEDIA_OP_XML] = "application/vnd.overheid.op+xml",
    [MEDIA_VLOS_XML] = "application/vnd.tweedekamer.vlos+xml",
    [MEDIA_PDF] = "application/pdf",
    [MEDIA_DOCX] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    [MEDIA_ODT] = "application/vnd.oasis.opendocument.text",
    [MEDIA_ODATA] = "application/json",
    [MEDIA_WEBVTT] = "text/vtt",
    [MEDIA_SRT] = "application/x-subrip",
};
static const char *const genre_names[] = {
    [GENRE_OTHER] = "other",           [GENRE_LETTER] = "letter",         [GENRE_REPORT] = "report",   [GENRE_MOTION] = "motion",
    [GENRE_MINUTES] = "minutes",       [GENRE_AGENDA] = "agenda",         [GENRE_ANSWERS] = "answers", [GENRE_DECISIONS] = "decisions",
    [GENRE_COMMUNIQUE] = "communique", [GENRE_RESOLUTION] = "resolution",
};
static const char *const language_names[] = { [LANGUAGE_UNKNOWN] = "und", [LANGUAGE_DUTCH] = "nl", [LANGUAGE_ENGLISH] = "en" };
static const char *const known_names[] = {
    [KNOWN_NOT] = "unknown",        [KNOWN_ASSUMED] = "assumed",    [KNOWN_FROM_TEXT] = "text",
    [KNOWN_FROM_MARKUP] = "markup", [KNOWN_FROM_CALLER] = "caller",
};
static const char *const field_names[] = {
    [FIELD_RECORD] = "record",
    [FIELD_TITLE] = "title",
    [FIELD_GENRE] = "genre",
    [FIELD_LANG] = "lang",
    [FIELD_DATE] = "date",
    [FIELD_ISSUER] = "issuer_id",
    [FIELD_ADDRESSEE] = "addressee_id",
    [FIELD_DOSSIER] = "dossier",
    [FIELD_SESSION] = "session",
};

const char *media_name(enum media media) { return (size_t)media < COUNT_OF(media_names) ? media_names[media] : media_names[MEDIA_UNKNOWN]; }
const char *genre_name(enum genre genre) { return (size_t)genre < COUNT_OF(genre_names) ? genre_names[genre] : genre_names[GENRE_OTHER]; }
const char *language_name(enum language lang) {
    return (size_t)lang < COUNT_OF(language_names) ? language_names[lang] : language_names[LANGUAGE_UNKNOWN];
}
const char *known_name(enum known how) { return (size_t)how < COUNT_OF(known_names) ? known_names[how] : known_names[KNOWN_NOT]; }
const char *record_field_name(enum record_field field) { return (size_t)field < COUNT_OF(field_names) ? field_names[field] : "unknown"; }

bool genre_parse(slice name, enum genre *out) {
    for (size_t i = 0; i < COUNT_OF(genre_names); i++) {
        if (!slice_equal(name, slice_of(genre_names[i]))) continue;
        *out = (enum genre)i;
        return true;
    }
    return false;
}

/* BCP 47: the primary subtag decides ("nl-NL", "en-GB"). */
bool language_parse(slice name, enum language *out) {
    for (size_t i = 0; i < name.size; i++)
        if (name.data[i] == '-' || name.data[i] == '_') name.size = i;
    for (size_t i = 0; i < COUNT_OF(language_names); i++) {
        if (!slice_equal_nocase(name, slice_of(language_names[i]))) continue;
        *out = (enum language)i;
        return true;
    }
    return false;
}
