/* Wrapping: a text has the same words and sentences whatever the width of its lines.
 *
 * Each file is read; its blocks are written again, first with a line each, then wrapped at 60, 72 and 100 columns, with and without
 * hanging indents, with words broken by hyphens where the vocabulary has the whole; each version is read, and must have the same
 * sentences as the unwrapped one. wrapping FILE|FOLDER…; of a folder the .txt files; prints what differs; 77 if there is no file to read.
 */
#include "text/text.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

struct style {
    uint32_t columns;
    bool hang, hyphens;
};

static bool load(const char *path, buffer *out) {
    FILE *file = fopen(path, "rb");
    if (!file) return false;
    char chunk[65536];
    for (size_t size; (size = fread(chunk, 1, sizeof chunk, file)) > 0;) buffer_add(out, (slice){ chunk, size });
    fclose(file);
    return true;
}

static struct text read_text(arena *memory, slice bytes) {
    struct record *record = arena_alloc(memory, sizeof *record);
    record->text = record->source = bytes;
    record->source_name = "wrapping";
    struct text text;
    error problem;
    if (!text_read(memory, record, lexicon_builtin(), &text, &problem)) {
        fprintf(stderr, "%s\n", problem.message);
        exit(1);
    }
    return text;
}

/* Where a word of ASCII letters may be broken: in the middle, if the vocabulary has the whole word. */
static size_t break_of(slice word) {
    if (word.size < 9) return 0;
    for (size_t i = 0; i < word.size; i++)
        if (word.data[i] < 'a' || word.data[i] > 'z') return 0;
    return lexicon_find(lexicon_builtin(), word) ? word.size / 2 : 0;
}

static void indent(buffer *out, uint32_t columns) {
    for (uint32_t i = 0; i < columns; i++) buffer_add_char(out, ' ');
}

static uint32_t characters(slice text) {
    uint32_t count = 0;
    for (size_t i = 0; i < text.size; i++) count += (text.data[i] & 0xC0) != 0x80;
    return count;
}

/* Writes the words of `text` from column `column` on. */
static void write_wrapped(buffer *out, slice text, uint32_t column, uint32_t hang, struct style style) {
    bool first = true;
    for (size_t at = 0; at < text.size;) {
        size_t from = at;
        while (at < text.size && text.data[at] != ' ') at++;
        slice word = { text.data + from, at - from };
        if (!first && style.columns && column + 1 + characters(word) > style.columns) {
            size_t half = style.hyphens ? break_of(word) : 0;
            if (half && column + 2 + half <= style.columns) {
                buffer_format(out, " %.*s-", (int)half, word.data);
                word.data += half;
                word.size -= half;
            }
            buffer_add_char(out, '\n');
            indent(out, hang);
            column = hang;
        } else if (!first) {
            buffer_add_char(out, ' ');
            column++;
        }
        buffer_add(out, word);
        column += characters(word);
        first = false;
        while (at < text.size && text.data[at] == ' ') at++;
    }
    buffer_add_char(out, '\n');
}

static void write_again(arena *memory, const struct text *text, struct style style, buffer *out) {
    uint32_t column = 0;
    bool blank = false; /* the next block needs a blank line before it */
    for (uint32_t i = 0; i < text->blocks.count; i++) {
        const struct text_block *block = &text->blocks.at[i];
        if (block->kind == BLOCK_FURNITURE || block->kind == BLOCK_FOOTNOTE) continue;
        if (blank) buffer_add_char(out, '\n');
        blank = block->kind != BLOCK_TURN && block->kind != BLOCK_KEY;
        slice words = text_normal(memory, text, block->first, block->last);
        struct style own = style;
        if (block->kind == BLOCK_HEADING || block->kind == BLOCK_TURN || block->kind == BLOCK_SIGNATURE) own.columns = 0;
        if (block->kind == BLOCK_KEY) {
            buffer_add(out, words);
            indent(out, 4);
            column += (uint32_t)words.size + 4;
            continue;
        }
        uint32_t from = block->kind == BLOCK_LIST_ITEM ? (block->level - 1u) * 2 : 0;
        indent(out, from);
        write_wrapped(out, words, column + from, block->kind == BLOCK_LIST_ITEM && style.hang ? from + 3 : 0, own);
        column = 0;
    }
}

static slice sentence_words(arena *memory, const struct text *text, uint32_t sentence) {
    return text_normal(memory, text, text->sentences.at[sentence].first, text->sentences.at[sentence].last);
}

/* The first sentence in which the two differ; false if there is none. */
static bool differ(arena *memory, const struct text *a, const struct text *b, slice *in_a, slice *in_b) {
    uint32_t count = a->sentences.count > b->sentences.count ? a->sentences.count : b->sentences.count;
    for (uint32_t i = 0; i < count; i++) {
        *in_a = i < a->sentences.count ? sentence_words(memory, a, i) : (slice){ 0 };
        *in_b = i < b->sentences.count ? sentence_words(memory, b, i) : (slice){ 0 };
        if (!slice_equal(*in_a, *in_b)) return true;
    }
    return false;
}

struct result {
    int read, failed;
};

static void check(arena *memory, const char *path, struct result *result) {
    static const struct style styles[] = { { 60, false, false }, { 72, false, false }, { 100, false, false },
                                           { 60, true, true },   { 72, true, true },   { 100, false, true } };
    buffer bytes = { 0 }, plain = { 0 };
    if (!load(path, &bytes)) return;
    struct text text = read_text(memory, (slice){ bytes.data, bytes.size });
    write_again(memory, &text, (struct style){ 0, false, false }, &plain);
    struct text unwrapped = read_text(memory, (slice){ plain.data, plain.size });
    bool good = true;
    for (size_t s = 0; s < COUNT_OF(styles) && good; s++) {
        buffer again = { 0 };
        slice a, b;
        write_again(memory, &unwrapped, styles[s], &again);
        struct text wrapped = read_text(memory, (slice){ again.data, again.size });
        if (differ(memory, &unwrapped, &wrapped, &a, &b)) {
            printf("%s: at %u columns\n  unwrapped: %.*s\n  wrapped:   %.*s\n", path, styles[s].columns, (int)a.size, a.data, (int)b.size,
                   b.data);
            good = false;
        }
        buffer_free(&again);
    }
    result->read++;
    result->failed += !good;
    buffer_free(&plain);
    buffer_free(&bytes);
    arena_reset(memory);
}

static int is_text(const struct dirent *entry) { return slice_ends(slice_of(entry->d_name), SLICE(".txt")); }

int main(int argc, char **argv) {
    arena *memory = arena_new();
    struct result result = { 0 };
    for (int i = 1; i < argc; i++) {
        struct dirent **entries;
        int count = scandir(argv[i], &entries, is_text, alphasort);
        if (count < 0) {
            check(memory, argv[i], &result);
            continue;
        }
        for (int e = 0; e < count; e++) {
            char path[4096];
            snprintf(path, sizeof path, "%s/%s", argv[i], entries[e]->d_name);
            check(memory, path, &result);
            free(entries[e]);
        }
        free(entries);
    }
    arena_free(memory);
    if (!result.read) {
        puts("skipped: no file to read");
        return 77;
    }
    printf("%d passed, %d failed\n", result.read - result.failed, result.failed);
    return result.failed ? 1 : 0;
}
