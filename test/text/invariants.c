/* What must hold of every text that was read: tokens slice the record to their spelling, stand in order, do not overlap, and belong to
 * one block and at most one sentence; lifted blocks lie in the gaps of others; labels, sections, parents and speakers point back; what was
 * read before changes nothing.
 *
 * invariants [--mutate N] FILE|FOLDER…: the files as they are, then N changed copies of each (lines dropped, doubled, broken, pages
 * inserted; always the same copies). Prints what does not hold; 77 if there is no file to read. */
#include "text/text.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

static int failures;

static void fail(const char *name, const char *what, uint32_t at) {
    if (failures++ < 20) printf("%s: %s at %u\n", name, what, at);
}

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* A joined token's spelling is that of its span without what stands at the ends of its lines. */
static void check_spelling(const char *name, const struct text *text, uint32_t i) {
    const struct token *t = &text->tokens.at[i];
    slice spelling = token_text(text, i);
    if (!(t->flags & TOKEN_JOINED)) return;
    slice source = span_slice(text->source, (span){ t->start, t->end });
    size_t head = 0, tail = 0;
    while (head < spelling.size && head < source.size && spelling.data[head] == source.data[head]) head++;
    while (tail < spelling.size - head && spelling.data[spelling.size - 1 - tail] == source.data[source.size - 1 - tail]) tail++;
    if (head + tail != spelling.size) fail(name, "a joined token is not made of its two ends", i);
}

static void check_tokens(const char *name, const struct text *text, const struct text_block *block) {
    uint32_t before = block->span.start;
    for (uint32_t i = block->first; i < block->last; i++) {
        const struct token *t = &text->tokens.at[i];
        if (t->start < before || t->end <= t->start || t->end > block->span.end)
            fail(name, "a token stands outside its block or order", t->start);
        if (is_blank(text->source.data[t->start]) || is_blank(text->source.data[t->end - 1]))
            fail(name, "a token begins or ends with white space", t->start);
        if ((text->source.data[t->start] & 0xC0) == 0x80) fail(name, "a token begins inside a character", t->start);
        check_spelling(name, text, i);
        before = t->end;
    }
}

static void check_block(const char *name, const struct text *text, uint32_t index) {
    const struct text_block *block = &text->blocks.at[index];
    if (block->last < block->first || block->last > text->tokens.count) fail(name, "a block has impossible tokens", index);
    if (block->label_first != block->first || block->label_last > block->last) fail(name, "a label stands outside its block", index);
    if (block->section >= (int32_t)index || block->parent >= (int32_t)index || block->speaker > (int32_t)index)
        fail(name, "a block points ahead", index);
    if (block->section >= 0 && text->blocks.at[block->section].kind != BLOCK_HEADING) fail(name, "a section is no heading", index);
    if (block->speaker >= 0 && text->blocks.at[block->speaker].kind != BLOCK_TURN) fail(name, "a speaker is no turn", index);
    check_tokens(name, text, block);
    uint32_t token = block->first;
    for (uint32_t s = block->first_sentence; s < block->last_sentence; s++) {
        const struct sentence *sentence = &text->sentences.at[s];
        if (sentence->block != index || sentence->first < token || sentence->last <= sentence->first || sentence->last > block->last)
            fail(name, "a sentence stands outside its block or order", s);
        token = sentence->last;
    }
    if (block->first_sentence < block->last_sentence && token != block->last) fail(name, "a block's last tokens are in no sentence", index);
}

static void check_text(arena *memory, const char *name, const struct text *text) {
    uint32_t tokens = 0, sentences = 0, characters = 0;
    for (uint32_t i = 0; i < text->blocks.count; i++) {
        const struct text_block *block = &text->blocks.at[i];
        if (block->first != tokens) fail(name, "tokens between blocks", i);
        if (block->first_sentence != sentences) fail(name, "sentences between blocks", i);
        tokens = block->last;
        sentences = block->last_sentence;
        check_block(name, text, i);
        span *gaps;
        size_t count = text_gaps(memory, text, block->first, block->last, &gaps);
        for (size_t g = 0; g < count; g++)
            if (gaps[g].start >= gaps[g].end || gaps[g].end > text->source.size) fail(name, "an impossible gap", gaps[g].start);
        (void)text_normal(memory, text, block->first, block->last);
    }
    if (tokens != text->tokens.count || sentences != text->sentences.count) fail(name, "tokens or sentences without a block", tokens);
    /* nothing is lost: every letter is in a token */
    char *covered = arena_alloc(memory, text->source.size + 1);
    for (uint32_t i = 0; i < text->tokens.count; i++)
        memset(covered + text->tokens.at[i].start, 1, text->tokens.at[i].end - text->tokens.at[i].start);
    for (uint32_t i = 0; i < text->source.size; i++) {
        char c = text->source.data[i];
        if (!covered[i] && ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) && text->record->blocks.count == 0) {
            fail(name, "a letter is in no token", i);
            break;
        }
        characters++;
    }
    (void)characters;
}

static void check_bytes(arena *memory, const char *name, slice bytes) {
    struct record record = { .source_name = name, .text = bytes, .source = bytes };
    struct text text;
    error problem;
    if (!text_read(memory, &record, lexicon_builtin(), &text, &problem))
        fail(name, problem.message, 0);
    else
        check_text(memory, name, &text);
}

static uint32_t random_next(uint32_t *state) {
    *state ^= *state << 13;
    *state ^= *state >> 17;
    return *state ^= *state << 5;
}

/* A copy with lines dropped, doubled, broken or joined, and odd things put between them. */
static void mutate(slice bytes, uint32_t seed, buffer *out) {
    static const char *const odd[] = { "\f",   "\n1 Zie ", "\n12\n",   "- ",       "(a) ",           "\xC2\xA0", "\xC2\xAD",      "**",
                                       ":\n",  "    ",     "\t",       "https://", "De voorzitter:", "\"",       "\xE2\x80\x93 ", "-\n",
                                       "\r\n", "1) ",      "\xC2\xB9", "'" };
    uint32_t state = seed * 2654435761u + 1;
    for (size_t at = 0; at < bytes.size;) {
        const char *newline = memchr(bytes.data + at, '\n', bytes.size - at);
        size_t end = newline ? (size_t)(newline - bytes.data) + 1 : bytes.size;
        slice line = { bytes.data + at, end - at };
        switch (random_next(&state) % 16) {
        case 0:
            break;
        case 1:
            buffer_add(out, line), buffer_add(out, line);
            break;
        case 2:
            buffer_add(out, slice_trim(line)), buffer_add_char(out, ' ');
            break;
        case 3:
            buffer_add_char(out, '\n'), buffer_add(out, line);
            break;
        case 4:
        case 5: {
            size_t middle = line.size / 2;
            while (middle && (line.data[middle] & 0xC0) == 0x80) middle--;
            buffer_add(out, (slice){ line.data, middle });
            buffer_add(out, slice_of(odd[random_next(&state) % COUNT_OF(odd)]));
            buffer_add(out, (slice){ line.data + middle, line.size - middle });
            break;
        }
        case 6:
            buffer_add(out, slice_of(odd[random_next(&state) % COUNT_OF(odd)])), buffer_add(out, line);
            break;
        default:
            buffer_add(out, line);
        }
        at = end;
    }
}

/* What was read before leaves no trace: a text is the same in an arena that has kept spellings and in a new one. */
static void check_fresh(const char *name, const struct text *text) {
    arena *memory = arena_new();
    struct text fresh;
    error problem;
    if (!text_read(memory, text->record, lexicon_builtin(), &fresh, &problem) || fresh.tokens.count != text->tokens.count ||
        fresh.sentences.count != text->sentences.count) {
        fail(name, "read again it has other tokens or sentences", 0);
        arena_free(memory);
        return;
    }
    for (uint32_t i = 0; i < text->tokens.count; i++) {
        struct token a = text->tokens.at[i], b = fresh.tokens.at[i];
        a.spelling = b.spelling = 0;
        if (memcmp(&a, &b, sizeof a) != 0 || text->classes[i] != fresh.classes[i] ||
            !slice_equal(token_text(text, i), token_text(&fresh, i)))
            fail(name, "read again a token is another", i);
    }
    arena_free(memory);
}

static bool check_file(arena *memory, const char *path, uint32_t mutations) {
    struct record record = { 0 };
    error problem;
    arena_reset(memory);
    if (!record_load(memory, path, &(struct record_context){ 0 }, &record, &problem)) return false;
    struct text text;
    if (!text_read(memory, &record, lexicon_builtin(), &text, &problem))
        fail(path, problem.message, 0);
    else
        check_text(memory, path, &text), check_fresh(path, &text);
    buffer bytes = { 0 };
    buffer_add(&bytes, record.text);
    for (uint32_t m = 1; m <= mutations; m++) {
        buffer copy = { 0 };
        arena_reset(memory);
        mutate((slice){ bytes.data, bytes.size }, m, &copy);
        check_bytes(memory, path, (slice){ copy.data, copy.size });
        buffer_free(&copy);
    }
    buffer_free(&bytes);
    return true;
}

static int is_file(const struct dirent *entry) { return entry->d_name[0] != '.'; }

int main(int argc, char **argv) {
    arena *memory = arena_new();
    uint32_t mutations = 0;
    int read = 0;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--mutate") == 0 && i + 1 < argc) {
            mutations = (uint32_t)atoi(argv[++i]);
            continue;
        }
        struct dirent **entries;
        int count = scandir(argv[i], &entries, is_file, alphasort);
        if (count < 0) read += check_file(memory, argv[i], mutations);
        for (int e = 0; e < count; e++) {
            char path[4096];
            snprintf(path, sizeof path, "%s/%s", argv[i], entries[e]->d_name);
            read += check_file(memory, path, mutations);
            free(entries[e]);
        }
        if (count >= 0) free(entries);
    }
    check_bytes(memory, "empty", SLICE(""));
    check_bytes(memory, "blank", SLICE(" \n\n\f\n \t\n"));
    check_bytes(memory, "hyphen at the end", SLICE("veilig-"));
    check_bytes(memory, "brackets", SLICE("((((((((((((((((((((((((((((((("));
    arena_free(memory);
    printf("%d files, %d failures\n", read, failures);
    return failures ? 1 : read ? 0 : 77;
}
