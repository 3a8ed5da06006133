/* Markdown (CommonMark's blocks and emphasis, kramdown's and pandoc's footnotes) with a YAML head as metadata.
 *
 * Worked example: "---\ndate: '2021-06-13'\n---\n## Health\n-   **End** the [pandemic](https://…)[^1]\n" → date 2021-06-13, heading
 * "Health" (level 2), list item "- End the pandemic1" with marks on "End" and "1".
 *
 * Line by line; a block ends at an empty line or where another kind of line begins. */
#include "record/entity.h"
#include "record/format.h"

#include <stdlib.h>

struct reader {
    struct builder *out;
    slice text;
    size_t at;
    int line;
    bool open, fenced;
    buffer words; /* of the open block: links and emphasis go on over line ends */
};

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_letter(char c) { return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c & 0x80); }
static bool is_word(char c) { return is_digit(c) || is_letter(c); }

static slice next_line(struct reader *self) {
    const char *end = memchr(self->text.data + self->at, '\n', self->text.size - self->at);
    size_t size = end ? (size_t)(end - self->text.data) - self->at : self->text.size - self->at;
    slice line = { self->text.data + self->at, size };
    self->at += size + (end ? 1 : 0);
    self->line++;
    if (line.size && line.data[line.size - 1] == '\r') line.size--;
    return line;
}

/* A quoted or plain YAML scalar: "\xC9", "\u2019", "\_" (no-break blank) and \" are resolved. */
static slice yaml_value(arena *memory, slice value) {
    value = slice_trim(value);
    if (value.size < 2 || (value.data[0] != '"' && value.data[0] != '\'') || value.data[value.size - 1] != value.data[0]) return value;
    bool escapes = value.data[0] == '"';
    value = (slice){ value.data + 1, value.size - 2 };
    if (!escapes) return value;
    char *out = arena_alloc(memory, value.size * 2 + 4);
    size_t size = 0;
    for (size_t at = 0; at < value.size;) {
        if (value.data[at] != '\\' || at + 1 == value.size) {
            out[size++] = value.data[at++];
            continue;
        }
        char kind = value.data[at + 1];
        size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
        uint32_t character = kind == '_' || kind == 'n' || kind == 't' ? ' ' : (unsigned char)kind;
        at += 2;
        bool figures = digits && at + digits <= value.size;
        for (size_t i = 0; figures && i < digits; i++)
            figures = is_digit(value.data[at + i]) || ((value.data[at + i] | 0x20) >= 'a' && (value.data[at + i] | 0x20) <= 'f');
        if (figures) {
            character = 0;
            for (size_t i = 0; i < digits; i++) {
                char c = value.data[at + i];
                character = character * 16 + (uint32_t)(is_digit(c) ? c - '0' : ((c | 0x20) - 'a' + 10) & 15);
            }
            at += digits;
        }
        if (character > 0x10FFFF || (character >= 0xD800 && character < 0xE000)) character = 0xFFFD;
        if (character == 0xA0) character = ' ';
        size += utf8_encode(character, out + size);
    }
    return (slice){ out, size };
}

/* The value of a key: a quoted one that its line does not close goes on in the next, after a "\" without a blank between. */
static slice whole_value(struct reader *self, slice value) {
    enum { MOST_LINES = 20 };
    value = slice_trim(value);
    char quote = value.size ? value.data[0] : 0;
    if ((quote != '"' && quote != '\'') || (value.size > 1 && value.data[value.size - 1] == quote)) return value;
    size_t at = self->at;
    int line_number = self->line;
    buffer joined = { 0 };
    buffer_add(&joined, value);
    bool closed = false;
    for (int lines = 0; lines < MOST_LINES && self->at < self->text.size && !closed; lines++) {
        slice next = slice_trim(next_line(self));
        if (slice_equal(next, SLICE("---"))) break;
        bool escaped = quote == '"' && joined.data[joined.size - 1] == '\\';
        if (escaped)
            joined.size--;
        else
            buffer_add(&joined, SLICE(" "));
        buffer_add(&joined, next);
        closed = next.size && next.data[next.size - 1] == quote;
    }
    if (closed)
        value = (slice){ arena_copy(self->out->memory, (slice){ joined.data, joined.size }), joined.size };
    else
        self->at = at, self->line = line_number;
    buffer_free(&joined);
    return value;
}

static void read_head(struct reader *self) {
    static const struct {
        const char *key;
        enum record_field field;
    } fields[] = {
        { "title", FIELD_TITLE },     { "date", FIELD_DATE },        { "lang", FIELD_LANG },           { "language", FIELD_LANG },
        { "record", FIELD_RECORD },   { "id", FIELD_RECORD },        { "identifier", FIELD_RECORD },   { "genre", FIELD_GENRE },
        { "issuer", FIELD_ISSUER },   { "issuer_id", FIELD_ISSUER }, { "addressee", FIELD_ADDRESSEE }, { "addressee_id", FIELD_ADDRESSEE },
        { "dossier", FIELD_DOSSIER }, { "session", FIELD_SESSION },
    };
    struct builder *out = self->out;
    size_t start = self->at;
    int start_line = self->line;
    if (!slice_equal(next_line(self), SLICE("---"))) {
        self->at = start, self->line = start_line;
        return;
    }
    for (int lines = 0; self->at < self->text.size && lines < 500; lines++) {
        slice line = next_line(self);
        if (slice_equal(line, SLICE("---")) || slice_equal(line, SLICE("..."))) return;
        const char *colon = memchr(line.data, ':', line.size);
        if (!colon || !is_letter(line.data[0])) continue;
        slice key = { line.data, (size_t)(colon - line.data) },
              value = yaml_value(out->memory, whole_value(self, (slice){ colon + 1, line.size - key.size - 1 }));
        for (size_t i = 0; i < COUNT_OF(fields); i++) {
            if (!slice_equal_nocase(key, slice_of(fields[i].key))) continue;
            if (fields[i].field == FIELD_DATE && value.size > 10) value.size = 10;
            record_know(out->record, out->memory, fields[i].field, KNOWN_FROM_MARKUP, value);
        }
        author_meta(out, key, value);
    }
    self->at = start, self->line = start_line; /* no end: not a head */
}

static int compare_entity(const void *name, const void *entity) { return strcmp(name, ((const struct entity *)entity)->name); }

/* "&nbsp;" → its character; size of the entity, 0 if it is none. */
static size_t write_entity(struct builder *out, slice rest) {
    size_t end = 1;
    while (end < rest.size && end < 12 && (is_word(rest.data[end]) || rest.data[end] == '#')) end++;
    if (end >= rest.size || rest.data[end] != ';' || end < 2) return 0;
    char name[16];
    memcpy(name, rest.data + 1, end - 1);
    name[end - 1] = 0;
    uint32_t character = 0;
    if (name[0] == '#')
        character = (uint32_t)strtoul(name + (name[1] == 'x' ? 2 : 1), NULL, name[1] == 'x' ? 16 : 10);
    else {
        const struct entity *entity = bsearch(name, entity_table, entity_count, sizeof *entity_table, compare_entity);
        if (entity) character = entity->character;
    }
    if (!character || character > 0x10FFFF || (character >= 0xD800 && character < 0xE000)) return 0;
    char bytes[4];
    if (character == 0xA0)
        builder_text(out, SLICE(" "));
    else
        builder_text(out, (slice){ bytes, utf8_encode(character, bytes) });
    return end + 1;
}

/* Size of a run of the same delimiter. */
static size_t run_size(slice text, size_t at) {
    size_t size = 1;
    while (at + size < text.size && text.data[at + size] == text.data[at]) size++;
    return size;
}

/* Emphasis opens before and closes after a word; "_" inside a word is the word's own (CommonMark 6.2, simplified: no rule of three). */
static bool is_emphasis(slice text, size_t at, size_t size) {
    char before = at ? text.data[at - 1] : ' ', after = at + size < text.size ? text.data[at + size] : ' ';
    bool blank_before = before == ' ' || before == '\t', blank_after = after == ' ' || after == '\t';
    if (blank_before && blank_after) return false;
    return text.data[at] == '*' || !(is_word(before) && is_word(after));
}

/* The end of [text] from its opening bracket; brackets nest; 0 if none. */
static size_t bracket_end(slice text, size_t at, char open, char close) {
    int depth = 0;
    for (size_t i = at; i < text.size && i - at < 2000; i++) {
        if (text.data[i] == '\\')
            i++;
        else if (text.data[i] == open)
            depth++;
        else if (text.data[i] == close && --depth == 0)
            return i;
    }
    return 0;
}

static void write_inline(struct builder *out, slice text, int depth);

/* [text](url), [text][label], [^1]; size of what was written, 0 if it is a plain bracket. */
static size_t write_link(struct builder *out, slice text, size_t at, int depth) {
    size_t end = bracket_end(text, at, '[', ']');
    if (!end || depth > 8) return 0;
    slice words = { text.data + at + 1, end - at - 1 };
    if (words.size > 1 && words.data[0] == '^') {
        builder_footnote_mark(out, (slice){ words.data + 1, words.size - 1 });
        return end + 1 - at;
    }
    char open = end + 1 < text.size ? text.data[end + 1] : 0;
    if (open != '(' && open != '[') return 0;
    size_t url_end = bracket_end(text, end + 1, open, open == '(' ? ')' : ']');
    if (!url_end) return 0;
    const char *target = open == '(' ? link_target(out->memory, (slice){ text.data + end + 2, url_end - end - 2 }) : NULL;
    if (target) builder_mark_open(out, MARK_REFERENCE, target);
    write_inline(out, words, depth + 1);
    if (target) builder_mark_close(out);
    return url_end + 1 - at;
}

static void write_inline(struct builder *out, slice text, int depth) {
    size_t plain = 0, at = 0;
    while (at < text.size) {
        char c = text.data[at];
        size_t skip = 0;
        if (c != '\\' && c != '*' && c != '_' && c != '`' && c != '[' && c != '!' && c != '<' && c != '&' && c != '~') {
            at++;
            continue;
        }
        builder_text(out, (slice){ text.data + plain, at - plain });
        plain = at;
        if (c == '\\' && at + 1 < text.size && !is_word(text.data[at + 1]) && text.data[at + 1] != ' ') {
            builder_text(out, (slice){ text.data + at + 1, 1 });
            skip = 2;
        } else if (c == '*' || c == '_') {
            size_t size = run_size(text, at);
            if (size <= 3 && is_emphasis(text, at, size)) skip = size;
        } else if (c == '~' && at + 1 < text.size && text.data[at + 1] == '~')
            skip = 2;
        else if (c == '`')
            skip = run_size(text, at);
        else if (c == '!' && at + 1 < text.size && text.data[at + 1] == '[') {
            size_t end = bracket_end(text, at + 1, '[', ']'),
                   url = end && end + 1 < text.size && text.data[end + 1] == '(' ? bracket_end(text, end + 1, '(', ')') : 0;
            if (url) skip = url + 1 - at; /* a picture has no words */
        } else if (c == '[')
            skip = write_link(out, text, at, depth);
        else if (c == '<' && at + 1 < text.size && (is_letter(text.data[at + 1]) || text.data[at + 1] == '/' || text.data[at + 1] == '!')) {
            const char *end = memchr(text.data + at, '>', text.size - at);
            bool address = end && memchr(text.data + at, ':', (size_t)(end - text.data) - at) &&
                           !memchr(text.data + at, ' ', (size_t)(end - text.data) - at);
            if (end && address) builder_text(out, (slice){ text.data + at + 1, (size_t)(end - text.data) - at - 1 });
            if (end) skip = (size_t)(end - text.data) + 1 - at;
        } else if (c == '&')
            skip = write_entity(out, (slice){ text.data + at, text.size - at });
        at += skip ? skip : 1;
        if (skip) plain = at;
    }
    builder_text(out, (slice){ text.data + plain, text.size - plain });
}

static void close_block(struct reader *self) {
    if (self->words.size) write_inline(self->out, (slice){ self->words.data, self->words.size }, 0);
    self->words.size = 0;
    builder_close(self->out);
    self->open = false;
}

static void add_words(struct reader *self, slice words) {
    buffer_add(&self->words, words);
    buffer_add_char(&self->words, ' ');
}

static void open_block(struct reader *self, enum block_kind kind, int level) {
    close_block(self);
    builder_open(self->out, kind, level, arena_format(self->out->memory, "line=%d", self->line));
    self->open = true;
}

/* "-   item", "12. item", "a) item": size of the label with the blanks after it. */
static size_t label_size(slice line) {
    size_t at = 0;
    if (line.size > 1 && (line.data[0] == '-' || line.data[0] == '*' || line.data[0] == '+'))
        at = 1;
    else {
        while (at < line.size && at < 4 && is_digit(line.data[at])) at++;
        if (!at && line.size > 2 && is_letter(line.data[0]) && !(line.data[0] & 0x80) && line.data[1] == ')') at = 1;
        if (!at || at >= line.size || (line.data[at] != '.' && line.data[at] != ')')) return 0;
        at++;
    }
    if (!at || at >= line.size || line.data[at] != ' ') return 0;
    while (at < line.size && line.data[at] == ' ') at++;
    return at;
}

static bool is_rule(slice line) {
    size_t count = 0;
    for (size_t i = 0; i < line.size; i++) {
        if (line.data[i] == ' ') continue;
        if (line.data[i] != line.data[0] || !memchr("-*_=", line.data[i], 4)) return false;
        count++;
    }
    return count >= 3;
}

static void read_table_row(struct reader *self, slice line) {
    for (size_t from = 1, at = 1; at <= line.size; at++) {
        if (at < line.size && (line.data[at] != '|' || line.data[at - 1] == '\\')) continue;
        slice cell = slice_trim((slice){ line.data + from, at - from });
        bool ruler = cell.size > 0;
        for (size_t i = 0; i < cell.size; i++) ruler &= cell.data[i] == '-' || cell.data[i] == ':';
        if (cell.size && !ruler) {
            open_block(self, BLOCK_TABLE_CELL, 0);
            add_words(self, cell);
        }
        from = at + 1;
    }
    close_block(self);
}

/* The line after this one underlines it: 1 for "===", 2 for "---"; 0 otherwise. */
static int underline_ahead(const struct reader *self) {
    size_t at = self->at;
    char c = at < self->text.size ? self->text.data[at] : 0;
    if (c != '=' && c != '-') return 0;
    size_t count = 0;
    while (at < self->text.size && self->text.data[at] == c) at++, count++;
    while (at < self->text.size && (self->text.data[at] == ' ' || self->text.data[at] == '\r')) at++;
    if (count < 2 || (at < self->text.size && self->text.data[at] != '\n')) return 0;
    return c == '=' ? 1 : 2;
}

static void read_line(struct reader *self, slice line) {
    size_t indent = 0;
    for (; indent < line.size && (line.data[indent] == ' ' || line.data[indent] == '\t'); indent++) {}
    slice body = slice_trim(line);
    if (slice_starts(body, SLICE("```")) || slice_starts(body, SLICE("~~~"))) {
        self->fenced = !self->fenced;
        body.size = 0;
    }
    if (!body.size || slice_starts(body, SLICE("{:"))) {
        close_block(self);
        return;
    }
    bool quoted = body.data[0] == '>' && !self->fenced;
    while (body.size && body.data[0] == '>' && !self->fenced) body = slice_trim((slice){ body.data + 1, body.size - 1 });
    size_t hashes = 0, label = self->fenced ? 0 : label_size(body);
    while (hashes < body.size && body.data[hashes] == '#') hashes++;
    if (hashes && hashes <= 6 && hashes < body.size && (body.data[hashes] == ' ' || body.data[hashes] == '\xC2' /* a no-break blank */)) {
        while (body.data[body.size - 1] == '#') body.size--;
        open_block(self, BLOCK_HEADING, (int)hashes);
        add_words(self, slice_trim((slice){ body.data + hashes, body.size - hashes }));
        close_block(self);
        return;
    }
    if (body.data[0] == '|' && body.size > 2) return read_table_row(self, body);
    int underline = self->open || label ? 0 : underline_ahead(self);
    if (underline) {
        open_block(self, BLOCK_HEADING, underline);
        add_words(self, body);
        close_block(self);
        next_line(self);
        return;
    }
    if (is_rule(body)) {
        close_block(self);
        return;
    }
    if (slice_starts(body, SLICE("* TOC")) || slice_starts(body, SLICE("<!--"))) return;
    if (body.data[0] == '[') {
        size_t end = bracket_end(body, 0, '[', ']');
        if (end > 1 && end + 1 < body.size && body.data[end + 1] == ':') {
            if (body.data[1] != '^') return; /* the address of a link: no words */
            open_block(self, BLOCK_FOOTNOTE, 0);
            add_words(self, (slice){ body.data + 2, end - 2 });
            add_words(self, slice_trim((slice){ body.data + end + 2, body.size - end - 2 }));
            return;
        }
    }
    if (label && !(body.data[0] == '*' && body.size > 1 && body.data[1] != ' ')) {
        open_block(self, BLOCK_LIST_ITEM, 1 + (int)(indent / 3 < 8 ? indent / 3 : 8));
        builder_text(self->out, (slice){ body.data, label });
        add_words(self, (slice){ body.data + label, body.size - label });
    } else {
        if (!self->open) open_block(self, quoted ? BLOCK_QUOTE : BLOCK_PARAGRAPH, 0);
        add_words(self, body);
    }
}

bool markdown_parse(struct builder *out, slice bytes, error *problem) {
    if (!plain_check(bytes, out->name, problem)) return false;
    struct reader reader = { .out = out, .text = bytes };
    if (slice_starts(bytes, SLICE("\xEF\xBB\xBF"))) reader.at = 3;
    read_head(&reader);
    while (reader.at < reader.text.size) read_line(&reader, next_line(&reader));
    close_block(&reader);
    buffer_free(&reader.words);
    return builder_finish(out, problem);
}
