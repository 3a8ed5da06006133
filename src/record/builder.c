/* The builder: clean text, blocks and marks from what a format meets (format.h shows how). One pass, amortised O(bytes). */
#include "record/format.h"

#include <stdlib.h>

enum { NO_START = UINT32_MAX };

void builder_init(struct builder *self, arena *memory, struct record *record, const char *name, size_t expected_size) {
    *self = (struct builder){ .memory = memory, .record = record, .name = name };
    self->main.capacity = expected_size + 64;
    self->main.text = arena_alloc(memory, self->main.capacity);
    self->at = &self->main;
}

static bool make_room(struct builder *self, struct builder_stream *stream, size_t more) {
    if (self->failed || stream->size + more > GRIFFIE_TEXT_MAX) {
        self->failed = true;
        return false;
    }
    if (stream->size + more <= stream->capacity) return true;
    size_t capacity = stream->capacity * 2 > stream->size + more ? stream->capacity * 2 : stream->size + more + 256;
    char *grown = arena_alloc(self->memory, capacity);
    if (stream->size) memcpy(grown, stream->text, stream->size);
    stream->text = grown;
    stream->capacity = capacity;
    return true;
}

static void write_bytes(struct builder *self, struct builder_stream *stream, slice bytes) {
    if (!make_room(self, stream, bytes.size)) return;
    memcpy(stream->text + stream->size, bytes.data, bytes.size);
    stream->size += bytes.size;
}

/* Ends the open block of a stream; one without words leaves no trace. */
static void end_block(struct builder_stream *stream) {
    stream->blank = stream->soft_blank = stream->broken = false;
    if (!stream->block) return;
    struct record_block *block = &stream->blocks.at[stream->block - 1];
    if (block->span.start == NO_START)
        stream->blocks.count--;
    else
        block->span.end = (uint32_t)stream->size;
    stream->block = 0;
}

/* What was set aside follows the block that has just ended. */
static void append_aside(struct builder *self) {
    struct builder_stream *main = &self->main, *aside = &self->aside;
    end_block(aside);
    if (aside->size) {
        if (main->size) write_bytes(self, main, SLICE("\n\n"));
        uint32_t shift = (uint32_t)main->size;
        write_bytes(self, main, (slice){ aside->text, aside->size });
        for (uint32_t i = 0; i < aside->blocks.count; i++) {
            struct record_block block = aside->blocks.at[i];
            block.span = (span){ block.span.start + shift, block.span.end + shift };
            ARRAY_PUSH(self->memory, &main->blocks) = block;
        }
        for (uint32_t i = 0; i < aside->marks.count; i++) {
            struct record_mark mark = aside->marks.at[i];
            mark.span = (span){ mark.span.start + shift, mark.span.end + shift };
            ARRAY_PUSH(self->memory, &main->marks) = mark;
        }
    }
    aside->size = aside->blocks.count = aside->marks.count = aside->open_mark_count = aside->lost_marks = 0;
}

void builder_open(struct builder *self, enum block_kind kind, int level, const char *place) {
    builder_close(self);
    ARRAY_PUSH(self->memory, &self->at->blocks) = (struct record_block){ .span = { NO_START, NO_START },
                                                                         .kind = kind,
                                                                         .level = (uint8_t)(level < 0     ? 0
                                                                                            : level > 255 ? 255
                                                                                                          : level),
                                                                         .page = self->page,
                                                                         .place = place };
    self->at->block = self->at->blocks.count;
}

void builder_close(struct builder *self) {
    end_block(self->at);
    if (self->at == &self->main && self->aside.size) append_aside(self);
}

static bool closes(char c) { return c == ')' || c == ',' || c == '.' || c == ':' || c == ';' || c == '?' || c == '!'; }

/* A forced line break parts paragraphs ("De Kamer,⏎gehoord …", "Datum: …⏎Plaats: …") where a clause ends or a capital begins; elsewhere it
 * only wraps a line. */
static bool parts_lines(char last, char first) { return closes(last) || !((first >= 'a' && first <= 'z') || (first & 0x80)); }

/* Writes what stands between the last word and this one: nothing, a blank or an empty line. */
static void begin_word(struct builder *self, char first) {
    if (!self->at->block) builder_open(self, BLOCK_PARAGRAPH, 0, NULL);
    struct builder_stream *stream = self->at;
    struct record_block *block = &stream->blocks.at[stream->block - 1];
    if (block->span.start == NO_START) {
        if (stream->size) write_bytes(self, stream, SLICE("\n\n"));
        block->span.start = (uint32_t)stream->size;
    } else if (stream->broken && parts_lines(stream->text[stream->size - 1], first)) {
        /* Kind, level and place are those of the block that the break parts. */
        struct record_block half = *block;
        builder_open(self, half.kind, half.level, half.place);
        begin_word(self, first);
        return;
    } else if (stream->broken) {
        write_bytes(self, stream, SLICE(" "));
    } else if (stream->blank) {
        bool layout = stream->soft_blank && (closes(first) || (stream->size && stream->text[stream->size - 1] == '('));
        if (!layout) write_bytes(self, stream, SLICE(" "));
    }
    stream->blank = stream->soft_blank = stream->broken = false;
}

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* Size of the white space at text[at]: also the no-break blanks U+00A0 and U+202F, which only say where a line may not break. */
static size_t blank_size(slice text, size_t at) {
    if (is_blank(text.data[at])) return 1;
    if (text.data[at] == '\xC2' && at + 1 < text.size && text.data[at + 1] == '\xA0') return 2;
    return text.data[at] == '\xE2' && at + 2 < text.size && memcmp(text.data + at, "\xE2\x80\xAF", 3) == 0 ? 3 : 0;
}

/* Eight bytes of words: ASCII, no control characters, single blanks and none at the end. */
static bool are_words(const char *at) {
    const uint64_t ones = 0x0101010101010101u, high = ones * 0x80;
    uint64_t eight;
    memcpy(&eight, at, sizeof eight);
    if ((eight | (eight - ones * 0x20)) & high || at[7] == ' ') return false;
    uint64_t blanks = ((eight | high) - ones * 0x21) ^ high; /* the high bit of a byte that is a blank */
    return !(blanks & blanks << 8 & high);
}

/* Where words that stand one blank apart end. */
static size_t words_end(slice text, size_t at) {
    for (;;) {
        while (text.size - at >= 8 && are_words(text.data + at)) at += 8;
        if (at == text.size) return at;
        if (!blank_size(text, at))
            at++;
        else if (text.data[at] == ' ' && at + 1 < text.size && !blank_size(text, at + 1))
            at += 2;
        else
            return at;
    }
}

void builder_text(struct builder *self, slice text) {
    for (size_t at = 0, blank; at < text.size;) {
        size_t from = at;
        bool lines = false;
        while (at < text.size && (blank = blank_size(text, at))) lines |= text.data[at] == '\n', at += blank;
        if (at > from) {
            self->at->soft_blank = lines && (from == 0 || at == text.size);
            self->at->blank = true;
        }
        if (at == text.size) break;
        from = at;
        at = words_end(text, at);
        begin_word(self, text.data[from]);
        write_bytes(self, self->at, (slice){ text.data + from, at - from });
    }
}

void builder_break(struct builder *self) {
    struct builder_stream *stream = self->at;
    if (stream->block && stream->blocks.at[stream->block - 1].span.start != NO_START) stream->broken = true;
}

void builder_newline(struct builder *self) {
    struct builder_stream *stream = self->at;
    if (stream->block && stream->blocks.at[stream->block - 1].span.start != NO_START) write_bytes(self, stream, SLICE("\n"));
    stream->blank = stream->soft_blank = false;
}

void builder_mark_open(struct builder *self, enum mark_kind kind, const char *value) {
    struct builder_stream *stream = self->at;
    if (stream->open_mark_count == BUILDER_MARKS_MAX) {
        stream->lost_marks++;
        return;
    }
    stream->open_marks[stream->open_mark_count++] = stream->marks.count;
    ARRAY_PUSH(self->memory, &stream->marks) = (struct record_mark){ .span = { (uint32_t)stream->size, 0 }, .kind = kind, .value = value };
}

void builder_mark_close(struct builder *self) {
    struct builder_stream *stream = self->at;
    if (stream->lost_marks) {
        stream->lost_marks--;
        return;
    }
    if (!stream->open_mark_count) return;
    struct record_mark *mark = &stream->marks.at[stream->open_marks[--stream->open_mark_count]];
    mark->span.end = (uint32_t)stream->size;
    while (mark->span.start < mark->span.end && is_blank(stream->text[mark->span.start])) mark->span.start++;
}

void builder_footnote_mark(struct builder *self, slice number) {
    static const char *const superscript[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
    number = slice_trim(number);
    if (!number.size || number.size > 12) return;
    self->at->blank = self->at->soft_blank = false; /* it belongs to the word before it */
    builder_mark_open(self, MARK_FOOTNOTE_MARK, arena_copy(self->memory, number));
    for (size_t i = 0; i < number.size; i++) {
        char c = number.data[i];
        builder_text(self, c >= '0' && c <= '9' ? slice_of(superscript[c - '0']) : (slice){ &c, 1 });
    }
    builder_mark_close(self);
}

void builder_aside_open(struct builder *self) {
    end_block(&self->aside);
    self->at = &self->aside;
}

void builder_aside_close(struct builder *self) {
    end_block(&self->aside);
    while (self->aside.open_mark_count) builder_mark_close(self);
    self->at = &self->main;
    if (!self->main.block) builder_close(self);
}

size_t builder_place(const struct builder *self) { return self->at->size; }

slice builder_written(const struct builder *self, size_t from) {
    return from < self->at->size ? slice_trim((slice){ self->at->text + from, self->at->size - from }) : (slice){ 0 };
}

/* By start, the longest first, then by kind. */
static int compare_marks(const void *left, const void *right) {
    const struct record_mark *a = left, *b = right;
    if (a->span.start != b->span.start) return a->span.start < b->span.start ? -1 : 1;
    if (a->span.end != b->span.end) return a->span.end > b->span.end ? -1 : 1;
    return (int)a->kind - (int)b->kind;
}

bool builder_finish(struct builder *self, error *problem) {
    self->at = &self->main;
    while (self->main.open_mark_count) builder_mark_close(self);
    builder_close(self);
    if (self->failed)
        return error_set(problem, ERROR_LIMIT, self->name, -1, "the text is longer than %zu MB; split the record", GRIFFIE_TEXT_MAX >> 20);
    struct record *record = self->record;
    record->text = (slice){ self->main.text, self->main.size };
    memcpy(&record->blocks, &self->main.blocks, sizeof record->blocks);
    /* Marks around no words and links that lead nowhere fall out; most stand in order already. */
    bool ordered = true;
    for (uint32_t i = 0; i < self->main.marks.count; i++) {
        struct record_mark mark = self->main.marks.at[i];
        if (span_empty(mark.span) || (mark.kind == MARK_REFERENCE && (!mark.value || !*mark.value))) continue;
        if (record->marks.count && compare_marks(&record->marks.at[record->marks.count - 1], &mark) > 0) ordered = false;
        ARRAY_PUSH(self->memory, &record->marks) = mark;
    }
    if (!ordered) qsort(record->marks.at, record->marks.count, sizeof *record->marks.at, compare_marks);
    return true;
}

void builder_repair(struct builder *self, const char *sentence) { ARRAY_PUSH(self->memory, &self->record->repairs) = sentence; }
