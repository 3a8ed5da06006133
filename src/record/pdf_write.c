/* Lines become blocks: where a paragraph ends, what is a heading, an item of a list, a key with its value, a footnote.
 *
 * A paragraph ends where the next line's first word would still have fitted on the line (then somebody chose to begin anew),
 * where the gap to the next line is wider than the lines' pitch, where type size or boldness changes, where a line is indented or
 * a label ("1.", "a)", "•") begins it. A hyphen at a line's end is kept with its line break: src/text resolves it. Paragraphs go on over
 * the ends of columns and pages; footnotes are set aside until the paragraph that they interrupt ends. */
#include "record/pdf.h"

#include <stdio.h>
#include <stdlib.h>

struct writer {
    struct builder *out;
    const struct pdf *pdf;
    const struct pdf_line *before; /* the line written last; NULL at first */
    float pitch;
    enum block_kind kind;
    float hang; /* left edge of the lines that continue an item or value; 0 unknown */
    float first_left, column_left;
    int lines; /* of the open block */
    bool open;
    char *place; /* of the open block, completed when it ends */
    struct pdf_box box;
    int32_t page;
};

enum { PLACE_SIZE = 80 };

static int compare_floats(const void *left, const void *right) {
    float a = *(const float *)left, b = *(const float *)right;
    return a < b ? -1 : a > b;
}

/* The usual distance between the tops of two lines of body text. */
static float find_pitch(arena *memory, const struct pdf *pdf, const struct pdf_lines *lines) {
    float *distances = arena_alloc(memory, (lines->all.count + 1) * sizeof *distances);
    size_t count = 0;
    for (uint32_t i = 1; i < lines->all.count; i++) {
        const struct pdf_line *a = &lines->all.at[i - 1], *b = &lines->all.at[i];
        float distance = b->box.bottom - a->box.bottom;
        if (b->starts_column || a->size != b->size || distance <= 0.5f * b->size || distance > 3 * b->size ||
            b->size < pdf->body_size * 0.9f || b->size > pdf->body_size * 1.1f)
            continue;
        distances[count++] = distance;
    }
    if (!count) return pdf->body_size * 1.2f;
    qsort(distances, count, sizeof *distances, compare_floats);
    return distances[count / 3]; /* below the median: gaps between paragraphs only make distances longer */
}

static char last_letter(const struct pdf_line *line) {
    slice text = line->value.size ? line->value : line->text;
    while (text.size && (text.data[text.size - 1] == PDF_LEVEL || text.data[text.size - 1] == ' ')) text.size--;
    return text.size ? text.data[text.size - 1] : 0;
}

static bool ends_sentence(const struct pdf_line *line) {
    slice text = line->value.size ? line->value : line->text;
    size_t at = text.size;
    while (at && (text.data[at - 1] == PDF_LEVEL || text.data[at - 1] == PDF_RAISED || text.data[at - 1] == '"' ||
                  text.data[at - 1] == ')' || (text.data[at - 1] & 0x80) ||
                  (at > 1 && text.data[at - 1] >= '0' && text.data[at - 1] <= '9' && memchr(text.data, PDF_RAISED, text.size))))
        at--;
    char c = at ? text.data[at - 1] : 0;
    return c == '.' || c == '?' || c == '!' || c == ':' || c == ';';
}

static bool ends_hyphen(const struct pdf_line *line) {
    slice text = line->value.size ? line->value : line->text;
    return last_letter(line) == '-' && text.size > 1 && text.data[text.size - 2] != ' ';
}

static bool is_lower(slice text) {
    size_t at = 0;
    if (!text.size) return false;
    uint32_t first = utf8_next(text, &at);
    return unicode_is_letter(first) && !unicode_is_upper(first);
}

/* "•", "-", "–", "1.", "12)", "a.", "b)", "iv." with a blank behind it: size of the label. */
static size_t label_size(slice text) {
    static const char *const bullets[] = { "•", "–", "—", "-", "▪", "◦", "o", "*", "·", "→" };
    for (size_t i = 0; i < COUNT_OF(bullets); i++) {
        size_t size = strlen(bullets[i]);
        if (text.size > size && memcmp(text.data, bullets[i], size) == 0 && text.data[size] == ' ') return size;
    }
    size_t at = text.size && text.data[0] == '(' ? 1 : 0, from = at;
    while (at < text.size && at - from < 4 && text.data[at] >= '0' && text.data[at] <= '9') at++;
    if (at == from)
        while (at < text.size && at - from < 4 &&
               ((text.data[at] >= 'a' && text.data[at] <= 'z' && (at == from || memchr("ivx", text.data[at], 3)))))
            at++;
    if (at == from || at + 1 >= text.size || (text.data[at] != '.' && text.data[at] != ')')) return 0;
    while (at + 1 < text.size && (text.data[at] == '.' || text.data[at] == ')' || (text.data[at] >= '0' && text.data[at] <= '9'))) at++;
    return text.data[at] == ' ' ? at : 0;
}

/* Did the next line begin although its first word would have fitted on this one? */
static bool had_room(const struct pdf_line *line, const struct pdf_line *next) {
    float room = line->column_right - line->box.right, blank = 0.3f * line->size, slack = 0.015f * (line->column_right - line->column_left);
    return room > next->first_word + blank + slack;
}

static void begin_box(struct writer *self, const struct pdf_line *line) {
    self->box = line->box;
    self->page = line->page;
    self->column_left = line->column_left;
}

/* The block's place is known when it ends; the builder holds the pointer. */
static void end_block(struct writer *self) {
    if (!self->open) return;
    snprintf(self->place, PLACE_SIZE, "page=%d box=%.0f,%.0f,%.0f,%.0f", self->page, (double)self->box.left, (double)self->box.top,
             (double)self->box.right, (double)self->box.bottom);
    builder_close(self->out);
    self->open = false;
}

static void open_block(struct writer *self, enum block_kind kind, int level, const struct pdf_line *line) {
    end_block(self);
    self->place = arena_alloc(self->out->memory, PLACE_SIZE);
    self->out->page = line->page;
    builder_open(self->out, kind, level, self->place);
    begin_box(self, line);
    self->kind = kind;
    self->open = true;
    self->hang = 0;
    self->lines = 0;
    self->first_left = line->box.left;
}

static void write_words(struct builder *out, slice text) {
    size_t plain = 0;
    for (size_t at = 0; at < text.size; at++) {
        if (text.data[at] != PDF_RAISED) continue;
        builder_text(out, (slice){ text.data + plain, at - plain });
        const char *end = memchr(text.data + at, PDF_LEVEL, text.size - at);
        size_t to = end ? (size_t)(end - text.data) : text.size;
        builder_footnote_mark(out, (slice){ text.data + at + 1, to - at - 1 });
        at = to;
        plain = to + 1;
    }
    if (plain < text.size) builder_text(out, (slice){ text.data + plain, text.size - plain });
}

/* Adds a line to the open block. */
static void write_line(struct writer *self, const struct pdf_line *line, slice text) {
    if (self->lines) {
        if (self->before && ends_hyphen(self->before))
            builder_newline(self->out);
        else
            builder_text(self->out, SLICE(" "));
    }
    write_words(self->out, text);
    self->lines++;
    if (line->page != self->page || line->column_left != self->column_left) return; /* the place is where the block begins */
    if (line->box.left < self->box.left) self->box.left = line->box.left;
    if (line->box.right > self->box.right) self->box.right = line->box.right;
    if (line->box.top < self->box.top) self->box.top = line->box.top;
    if (line->box.bottom > self->box.bottom) self->box.bottom = line->box.bottom;
}

/* Whether a line goes on with the open block. */
static bool continues(const struct writer *self, const struct pdf_line *line) {
    const struct pdf_line *before = self->before;
    if (!self->open || !before || self->kind == BLOCK_KEY) return false;
    float change = line->size / (before->size > 0 ? before->size : 1);
    if (change < 0.9f || change > 1.1f || line->bold_first != before->bold_last) return false;
    if (line->value.size && last_letter(&(struct pdf_line){ .text = line->text }) == ':') return false;
    if (ends_hyphen(before)) return true;
    if (line->starts_column) {
        if (self->kind == BLOCK_HEADING) return false;
        if (line->value.size) return false;
        return !ends_sentence(before) && !had_room(before, line) && !label_size(line->text);
    }
    float gap = line->box.bottom - before->box.bottom, scale = line->size / self->pdf->body_size;
    if (gap > 1.35f * self->pitch * (scale > 1 ? scale : 1)) return false;
    if (self->kind == BLOCK_HEADING && !label_size(line->text)) { /* lines of a centred headline share their axis */
        float axis = (line->box.left + line->box.right) - (before->box.left + before->box.right),
              indent = line->box.left - line->column_left;
        if (axis > -4 && axis < 4 && indent > 2 * line->size && before->box.left - before->column_left > 0) return true;
    }
    float em = line->size;
    bool hanging = self->kind == BLOCK_LIST_ITEM || self->hang > 0;
    if (label_size(line->text) &&
        (ends_sentence(before) || last_letter(before) == ',' || self->kind == BLOCK_LIST_ITEM || had_room(before, line)))
        return false;
    if (hanging && self->lines == 1 && line->box.left > self->first_left + 0.3f * em) return true;
    if (hanging && self->hang > 0) {
        if (line->box.left < self->hang - 0.6f * em) return false;
    } else if (line->box.left > before->box.left + 0.8f * em)
        return false;
    if (had_room(before, line))
        return is_lower(line->text) && self->kind != BLOCK_HEADING && !ends_sentence(before) && last_letter(before) != ',' &&
               before->box.right > before->column_left + 0.5f * (before->column_right - before->column_left);
    return !line->value.size;
}

static int heading_level(const struct writer *self, const struct pdf_line *line) {
    float ratio = line->size / self->pdf->body_size;
    size_t size = line->text.size;
    if (line->value.size || size > 200) return 0;
    if (ratio >= 1.5f) return 1;
    if (ratio >= 1.15f) return 2;
    return line->bold && size < 120 && last_letter(line) != '.' && last_letter(line) != ',' ? 3 : 0;
}

static void write_footnotes(struct writer *self, const struct pdf_lines *lines, uint32_t from, uint32_t to) {
    struct builder *out = self->out;
    builder_aside_open(out);
    const struct pdf_line *before = NULL;
    for (uint32_t i = from; i < to; i++) {
        const struct pdf_line *line = &lines->all.at[i];
        slice text = line->text;
        bool begins = !before || text.data[0] == PDF_RAISED || (label_size(text) && !ends_hyphen(before)) ||
                      (text.data[0] >= '0' && text.data[0] <= '9' && had_room(before, line));
        if (begins) {
            out->page = line->page;
            builder_open(out, BLOCK_FOOTNOTE, 0,
                         arena_format(out->memory, "page=%d box=%.0f,%.0f,%.0f,%.0f", line->page, (double)line->box.left,
                                      (double)line->box.top, (double)line->box.right, (double)line->box.bottom));
        } else if (ends_hyphen(before))
            builder_newline(out);
        else
            builder_text(out, SLICE(" "));
        if (text.data[0] == PDF_RAISED) { /* the note's own number is text there, not a call */
            const char *end = memchr(text.data, PDF_LEVEL, text.size);
            size_t size = end ? (size_t)(end - text.data) : text.size;
            builder_text(out, (slice){ text.data + 1, size - 1 });
            builder_text(out, SLICE(" "));
            text = (slice){ text.data + size + (end ? 1 : 0), text.size - size - (end ? 1 : 0) };
        }
        write_words(out, text);
        if (line->value.size) {
            builder_text(out, SLICE(" "));
            write_words(out, line->value);
        }
        before = line;
    }
    builder_aside_close(out);
}

static void write_plain_line(struct writer *self, const struct pdf_line *line) {
    bool key = line->value.size && last_letter(&(struct pdf_line){ .text = line->text }) == ':';
    if (continues(self, line)) {
        write_line(self, line, line->text);
        if (self->kind == BLOCK_LIST_ITEM && !self->hang && self->lines == 2) self->hang = line->box.left;
    } else if (key) {
        open_block(self, BLOCK_KEY, 0, line);
        write_line(self, line, line->text);
        open_block(self, BLOCK_PARAGRAPH, 0, line);
        write_line(self, line, line->value);
        self->hang = line->value_left;
        self->first_left = line->value_left;
    } else {
        size_t label = label_size(line->text);
        bool labelled = !label && line->value.size &&
                        label_size((slice){
                            arena_format(self->out->memory, "%.*s x", (int)(line->text.size < 8 ? line->text.size : 8), line->text.data),
                            (line->text.size < 8 ? line->text.size : 8) + 2 });
        int level = label || labelled ? 0 : heading_level(self, line);
        open_block(self,
                   level               ? BLOCK_HEADING
                   : label || labelled ? BLOCK_LIST_ITEM
                   : line->value.size  ? BLOCK_TABLE_CELL
                                       : BLOCK_PARAGRAPH,
                   level               ? level
                   : label || labelled ? 1
                                       : 0,
                   line);
        write_line(self, line, line->text);
        if (line->value.size) {
            builder_text(self->out, SLICE(" "));
            write_words(self->out, line->value);
        }
        if (labelled) self->hang = line->value_left;
    }
    self->before = line;
}

void pdf_write(struct builder *out, const struct pdf *pdf, const struct pdf_lines *lines) {
    struct writer writer = { .out = out, .pdf = pdf, .pitch = find_pitch(out->memory, pdf, lines) };
    for (uint32_t i = 0; i < lines->all.count;) {
        uint32_t to = i;
        while (to < lines->all.count && lines->all.at[to].footnote && lines->all.at[to].page == lines->all.at[i].page) to++;
        if (to > i) {
            write_footnotes(&writer, lines, i, to);
            i = to;
        } else
            write_plain_line(&writer, &lines->all.at[i++]);
    }
    end_block(&writer);
}
