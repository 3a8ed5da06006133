/* What a file is, by its content: magic bytes, the root element, the first lines. Names lie too often. */
#include "record/format.h"
#include "record/zip.h"

static bool has(slice bytes, size_t within, slice what) {
    size_t size = bytes.size < within ? bytes.size : within;
    return memmem(bytes.data, size, what.data, what.size) != NULL;
}

static slice skip_blank(slice bytes) {
    while (bytes.size && ((unsigned char)bytes.data[0] <= ' ')) bytes.data++, bytes.size--;
    return bytes;
}

/* Past byte order marks (also a doubled one) and white space. */
static slice skip_head(slice bytes) {
    bytes = skip_blank(bytes);
    if (slice_starts(bytes, SLICE("\xEF\xBB\xBF")))
        bytes = skip_blank((slice){ bytes.data + 3, bytes.size - 3 });
    else if (slice_starts(bytes, SLICE("\xC3\xAF\xC2\xBB\xC2\xBF")))
        bytes = skip_blank((slice){ bytes.data + 6, bytes.size - 6 });
    return bytes;
}

/* The local name of the root element, past declaration, comments and document type; empty if there is none. */
static slice root_element(slice bytes) {
    for (int skipped = 0; skipped < 64; skipped++) {
        bytes = skip_blank(bytes);
        if (bytes.size < 2 || bytes.data[0] != '<') return (slice){ 0 };
        slice end = bytes.data[1] == '?' ? SLICE("?>") : slice_starts(bytes, SLICE("<!--")) ? SLICE("-->") : SLICE(">");
        if (bytes.data[1] != '?' && bytes.data[1] != '!') {
            size_t from = 1, to = 1;
            for (; to < bytes.size && bytes.data[to] > ' ' && bytes.data[to] != '>' && bytes.data[to] != '/'; to++)
                if (bytes.data[to] == ':') from = to + 1;
            return (slice){ bytes.data + from, to - from };
        }
        const char *found = memmem(bytes.data, bytes.size, end.data, end.size);
        /* A document type may hold declarations in brackets. */
        const char *bracket = found && bytes.data[1] == '!' && end.size == 1 ? memchr(bytes.data, '[', (size_t)(found - bytes.data)) : NULL;
        if (bracket) found = memmem(bracket, bytes.size - (size_t)(bracket - bytes.data), "]>", 2), end = SLICE("]>");
        if (!found) return (slice){ 0 };
        size_t past = (size_t)(found - bytes.data) + end.size;
        bytes = (slice){ bytes.data + past, bytes.size - past };
    }
    return (slice){ 0 };
}

/* SubRip: a number, then a line of two times with an arrow. */
static bool is_subrip(slice bytes) {
    size_t at = 0;
    while (at < bytes.size && bytes.data[at] >= '0' && bytes.data[at] <= '9') at++;
    if (!at) return false;
    while (at < bytes.size && (bytes.data[at] == '\r' || bytes.data[at] == '\n')) at++;
    slice line = { bytes.data + at, bytes.size - at < 40 ? bytes.size - at : 40 };
    return line.size >= 17 && line.data[2] == ':' && line.data[5] == ':' && memmem(line.data, line.size, " --> ", 5) != NULL;
}

/* JSON begins with "{" and a key, or "[" and an object. */
static bool is_json(slice bytes) {
    if (!bytes.size || (bytes.data[0] != '{' && bytes.data[0] != '[')) return false;
    slice rest = skip_blank((slice){ bytes.data + 1, bytes.size - 1 });
    return rest.size && (bytes.data[0] == '{' ? rest.data[0] == '"' : rest.data[0] == '{');
}

/* A YAML head: "---", lines of "key: value", "---". */
static bool has_yaml_head(slice bytes) {
    if (!slice_starts(bytes, SLICE("---\n")) && !slice_starts(bytes, SLICE("---\r\n"))) return false;
    return has(bytes, 65536, SLICE("\n---")) && has(bytes, 4096, SLICE(": "));
}

static const struct {
    slice name;
    enum media media;
    const char *what;
} roots[] = {
    { { "officiele-publicatie", 20 }, MEDIA_OP_XML, "an official publication" },
    { { "kamerstuk", 9 }, MEDIA_OP_XML, "an official publication" },
    { { "handelingen", 11 }, MEDIA_OP_XML, "an official publication" },
    { { "vlosCoreDocument", 16 }, MEDIA_VLOS_XML, "a VLOS report" },
    { { "html", 4 }, MEDIA_HTML, "a web page" },
};

static const char archive[] = "an archive; `griffie read` and `griffie add` read what is in it";

enum media media_recognise(slice bytes, const char **what) {
    *what = "text";
    if (has(bytes, 1024, SLICE("%PDF-"))) return *what = "PDF", MEDIA_PDF;
    switch (zip_recognise(bytes)) {
    case ZIP_WORD:
        return *what = "a Word document", MEDIA_DOCX;
    case ZIP_OPENDOCUMENT:
        return *what = "OpenDocument text", MEDIA_ODT;
    case ZIP_OFFICE:
        return *what = "a spreadsheet or slides, which griffie does not read", MEDIA_UNKNOWN;
    case ZIP_ARCHIVE:
        return *what = archive, MEDIA_UNKNOWN;
    case ZIP_NONE:
        break;
    }
    if (slice_starts(bytes, SLICE("\xD0\xCF\x11\xE0")))
        return *what = "an old Word document (.doc), which griffie does not read; save it as .docx or .odt", MEDIA_UNKNOWN;
    if (slice_starts(bytes, SLICE("{\\rtf"))) return *what = "RTF, which griffie does not read; save it as .docx or .odt", MEDIA_UNKNOWN;
    if (slice_starts(bytes, SLICE("\x1F\x8B"))) return *what = archive, MEDIA_UNKNOWN;
    if (bytes.size > 262 && memcmp(bytes.data + 257, "ustar", 5) == 0) return *what = archive, MEDIA_UNKNOWN;
    if (slice_starts(bytes, SLICE("\x89PNG")) || slice_starts(bytes, SLICE("\xFF\xD8\xFF")))
        return *what = "a picture, which griffie does not read", MEDIA_UNKNOWN;
    slice head = skip_head(bytes);
    if (slice_starts(head, SLICE("WEBVTT"))) return *what = "WebVTT", MEDIA_WEBVTT;
    if (head.size && head.data[0] == '<') {
        if (head.size > 14 && slice_equal_nocase((slice){ head.data, 14 }, SLICE("<!doctype html")))
            return *what = "a web page", MEDIA_HTML;
        slice root = root_element(head);
        for (size_t i = 0; i < COUNT_OF(roots); i++)
            if (slice_equal_nocase(root, roots[i].name)) return *what = roots[i].what, roots[i].media;
        if (slice_starts(head, SLICE("<?xml"))) return *what = "XML of a kind that griffie does not know", MEDIA_UNKNOWN;
        static const char *const fragments[] = { "head", "body", "div",  "p",      "table",  "section", "article", "main",
                                                 "ul",   "ol",   "h1",   "h2",     "span",   "li",      "tr",      "td",
                                                 "dl",   "pre",  "form", "center", "header", "title",   "meta" };
        for (size_t i = 0; i < COUNT_OF(fragments); i++)
            if (slice_equal_nocase(root, slice_of(fragments[i]))) return *what = "a piece of a web page", MEDIA_HTML;
    }
    if (is_json(head)) {
        bool odata = has(head, 4096, SLICE("\"@odata.context\"")) || has(head, 8192, SLICE("\"ApiGewijzigdOp\"")) ||
                     has(head, 8192, SLICE("\"GewijzigdOp\""));
        return odata ? (*what = "open data of the Tweede Kamer", MEDIA_ODATA)
                     : (*what = "JSON of a kind that griffie does not know", MEDIA_UNKNOWN);
    }
    if (is_subrip(head)) return *what = "SubRip", MEDIA_SRT;
    if (has_yaml_head(head)) return *what = "Markdown", MEDIA_MARKDOWN;
    return MEDIA_TEXT;
}
