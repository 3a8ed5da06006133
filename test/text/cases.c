/* Runs the cases of reading.test: a plain text, and the blocks, sentences and tokens that it is read as.
 *
 *     # What the case shows
 *     de text, as it stands in a file
 *     =>
 *     item (a) parent=0 | a sentence of the block
 *     tokens | a · sentence · of · the · block
 *
 * A line for each sentence: the block's kind, its label, "lead", its level if it is not 1, parent, section and speaker where it has them
 * (numbers of blocks from 0), and the words. A line that begins with "+" is a further sentence of the same block. A line "tokens" lists all
 * tokens of the record. A case ends where the next "# " begins. cases FILE…; with --write prints what was read in the same form. */
#include "text/text.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const KINDS[] = { "paragraph", "heading", "item", "footnote", "cell", "turn", "furniture", "signature", "key", "quote" };

static void add_words(arena *memory, const struct text *text, uint32_t first, uint32_t last, buffer *out) {
    buffer_add(out, text_normal(memory, text, first, last));
}

static void describe_block(arena *memory, const struct text *text, uint32_t index, buffer *out) {
    const struct text_block *block = &text->blocks.at[index];
    buffer_format(out, "%s", KINDS[block->kind]);
    if (block->level > 1) buffer_format(out, "%d", block->level);
    if (block->label_first < block->label_last) {
        buffer_add_char(out, ' ');
        add_words(memory, text, block->label_first, block->label_last, out);
    }
    if (block->lead) buffer_add(out, SLICE(" lead"));
    if (block->lang == LANGUAGE_ENGLISH) buffer_add(out, SLICE(" en"));
    if (block->parent >= 0) buffer_format(out, " parent=%d", block->parent);
    if (block->section >= 0) buffer_format(out, " section=%d", block->section);
    if (block->speaker >= 0) buffer_format(out, " speaker=%d", block->speaker);
    for (uint32_t s = block->first_sentence; s < block->last_sentence; s++) {
        buffer_add(out, s == block->first_sentence ? SLICE(" | ") : SLICE("+ | "));
        add_words(memory, text, text->sentences.at[s].first, text->sentences.at[s].last, out);
        buffer_add_char(out, '\n');
    }
    if (block->first_sentence == block->last_sentence) buffer_add_char(out, '\n');
}

static void describe(arena *memory, slice bytes, bool tokens, buffer *out) {
    struct record record = { .source_name = "case", .text = bytes, .source = bytes };
    struct text text;
    error problem;
    if (!text_read(memory, &record, lexicon_builtin(), &text, &problem)) {
        buffer_format(out, "error | %s\n", problem.message);
        return;
    }
    if (!tokens)
        for (uint32_t i = 0; i < text.blocks.count; i++) describe_block(memory, &text, i, out);
    if (tokens) {
        buffer_add(out, SLICE("tokens |"));
        for (uint32_t i = 0; i < text.tokens.count; i++) {
            buffer_add(out, i ? SLICE(" · ") : SLICE(" "));
            buffer_add(out, token_text(&text, i));
        }
        buffer_add_char(out, '\n');
    }
}

static slice next_line(slice *rest) {
    const char *newline = memchr(rest->data, '\n', rest->size);
    slice line = { rest->data, newline ? (size_t)(newline - rest->data) : rest->size };
    size_t used = newline ? line.size + 1 : line.size;
    rest->data += used;
    rest->size -= used;
    return line;
}

/* Reads one case from *rest; false at the end. */
static bool case_next(slice *rest, slice *title, slice *text, slice *expected) {
    while (rest->size && !slice_starts(*rest, SLICE("# "))) next_line(rest);
    if (!rest->size) return false;
    *title = next_line(rest);
    const char *start = rest->data;
    size_t size = 0;
    slice line;
    while (rest->size && !slice_equal(line = next_line(rest), SLICE("=>"))) size = (size_t)(line.data + line.size + 1 - start);
    *text = (slice){ start, size ? size - 1 : 0 };
    start = rest->data;
    size = 0;
    while (rest->size && !slice_starts(*rest, SLICE("# "))) {
        line = next_line(rest);
        if (line.size) size = (size_t)(line.data + line.size + 1 - start);
    }
    *expected = (slice){ start, size };
    return true;
}

static void run_file(arena *memory, const char *path, bool write, int *passed, int *failed) {
    FILE *file = fopen(path, "rb");
    buffer bytes = { 0 };
    char chunk[65536];
    if (!file) {
        perror(path);
        ++*failed;
        return;
    }
    for (size_t size; (size = fread(chunk, 1, sizeof chunk, file)) > 0;) buffer_add(&bytes, (slice){ chunk, size });
    fclose(file);
    slice rest = { bytes.data, bytes.size }, title, text, expected;
    while (case_next(&rest, &title, &text, &expected)) {
        buffer found = { 0 };
        arena_reset(memory);
        describe(memory, text, slice_starts(expected, SLICE("tokens |")), &found);
        bool same = slice_equal((slice){ found.data, found.size }, expected);
        if (write)
            printf("%.*s\n%.*s\n=>\n%.*s\n", (int)title.size, title.data, (int)text.size, text.data, (int)found.size, found.data);
        else if (!same)
            printf("FAILED %.*s\n  expected:\n%.*s  found:\n%.*s\n", (int)title.size - 2, title.data + 2, (int)expected.size, expected.data,
                   (int)found.size, found.data);
        ++*(same ? passed : failed);
        buffer_free(&found);
    }
    buffer_free(&bytes);
}

int main(int argc, char **argv) {
    arena *memory = arena_new();
    bool write = argc > 1 && strcmp(argv[1], "--write") == 0;
    int passed = 0, failed = 0;
    for (int i = 1 + write; i < argc; i++) run_file(memory, argv[i], write, &passed, &failed);
    arena_free(memory);
    if (!write) printf("%d passed, %d failed\n", passed, failed);
    return failed || !passed ? 1 : 0;
}
