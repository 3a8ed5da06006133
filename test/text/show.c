/* Shows how a record's text is read: its blocks and sentences, for people. show [-t] FILE… ; -t shows tokens too. */
#include "text/text.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const KINDS[] = { "paragraph", "heading", "item", "footnote", "cell", "turn", "furniture", "signature", "key", "quote" };

static void show_tokens(const struct text *text, uint32_t first, uint32_t last) {
    for (uint32_t i = first; i < last; i++) {
        const struct token *t = &text->tokens.at[i];
        slice s = token_text(text, i);
        printf(" [%.*s%s%s%s%s%s]", (int)s.size, s.data, t->flags & TOKEN_JOINED ? "/j" : "", t->flags & TOKEN_GAP_BEFORE ? "/g" : "",
               t->flags & TOKEN_FOOTNOTE_MARK ? "/n" : "", t->flags & TOKEN_MISSING_SPACE ? "/m" : "", t->word ? "" : "/?");
    }
    putchar('\n');
}

static void show(arena *memory, const char *path, bool tokens) {
    struct record record = { 0 };
    error problem;
    if (!record_load(memory, path, &(struct record_context){ 0 }, &record, &problem)) {
        fprintf(stderr, "%s\n", problem.message);
        return;
    }
    struct text text;
    if (!text_read(memory, &record, lexicon_builtin(), &text, &problem)) {
        fprintf(stderr, "%s\n", problem.message);
        exit(1);
    }
    printf("== %s\n", path);
    for (uint32_t i = 0; i < text.blocks.count; i++) {
        const struct text_block *block = &text.blocks.at[i];
        printf("%u %s%d %s%s", i, KINDS[block->kind], block->level, block->lang == LANGUAGE_ENGLISH ? "en" : "nl",
               block->lead ? " lead" : "");
        if (block->parent >= 0) printf(" parent=%d", block->parent);
        if (block->section >= 0) printf(" section=%d", block->section);
        if (block->speaker >= 0) printf(" speaker=%d", block->speaker);
        if (block->label_first < block->label_last) {
            slice label = text_normal(memory, &text, block->label_first, block->label_last);
            printf(" label=«%.*s»", (int)label.size, label.data);
        }
        putchar('\n');
        for (uint32_t s = block->first_sentence; s < block->last_sentence; s++) {
            slice normal = text_normal(memory, &text, text.sentences.at[s].first, text.sentences.at[s].last);
            printf("    | %.*s\n", (int)normal.size, normal.data);
            if (tokens) show_tokens(&text, text.sentences.at[s].first, text.sentences.at[s].last);
        }
    }
}

int main(int argc, char **argv) {
    arena *memory = arena_new();
    bool tokens = argc > 1 && strcmp(argv[1], "-t") == 0;
    for (int i = 1 + tokens; i < argc; i++) {
        show(memory, argv[i], tokens);
        arena_reset(memory);
    }
    arena_free(memory);
    return 0;
}
