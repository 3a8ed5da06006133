/* Until every room stands: weak versions that say so, so that the program links. Each goes when its room's own function comes. */
#include "read/read.h"

#define PENDING __attribute__((weak))

PENDING bool record_read(arena *memory, slice bytes, const char *name, const struct record_context *context, struct record *out, error *problem) {
    (void)memory, (void)bytes, (void)context, (void)out;
    return error_set(problem, ERROR_UNSUPPORTED, name, -1, "records cannot be read yet");
}
PENDING bool record_load(arena *memory, const char *path, const struct record_context *context, struct record *out, error *problem) {
    (void)memory, (void)context, (void)out;
    return error_set(problem, ERROR_UNSUPPORTED, path, -1, "records cannot be read yet");
}
PENDING const char *media_name(enum media media) { return (void)media, ""; }
PENDING const char *genre_name(enum genre genre) { return (void)genre, ""; }
PENDING bool genre_parse(slice name, enum genre *out) { return (void)name, (void)out, false; }
PENDING const char *language_name(enum language lang) { return (void)lang, ""; }
PENDING bool language_parse(slice name, enum language *out) { return (void)name, (void)out, false; }
PENDING const char *known_name(enum known how) { return (void)how, ""; }
PENDING const char *record_field_name(enum record_field field) { return (void)field, ""; }
PENDING void statements_find(arena *memory, const struct text *text, const struct mentions *mentions, struct statements *out) {
    (void)memory, (void)text, (void)mentions;
    *out = (struct statements){ 0 };
}
PENDING void statement_explain(arena *memory, const struct text *text, const struct mentions *mentions, uint32_t byte, buffer *out) {
    (void)memory, (void)text, (void)mentions, (void)byte, (void)out;
}
PENDING const char *kind_name(enum kind kind) { return (void)kind, ""; }
PENDING const char *relation_name(enum relation type) { return (void)type, ""; }
PENDING const lexicon *lexicon_builtin(void) { return NULL; }
PENDING lexicon *lexicon_open(const char *const *paths, size_t count, error *problem) {
    (void)count;
    error_set(problem, ERROR_UNSUPPORTED, paths[0], -1, "vocabularies cannot be added yet");
    return NULL;
}
PENDING void lexicon_close(lexicon *self) { (void)self; }
PENDING const char *lexicon_hash(const lexicon *self) { return (void)self, ""; }
PENDING uint32_t lexicon_find(const lexicon *self, slice word) { return (void)self, (void)word, 0; }
PENDING size_t lexicon_senses(const lexicon *self, uint32_t word, const struct lexicon_sense **out) { return (void)self, (void)word, (void)out, 0; }
PENDING bool lexicon_word_class(const lexicon *self, uint32_t word, enum lexicon_class class, int32_t *value) {
    return (void)self, (void)word, (void)class, (void)value, false;
}
PENDING slice lexicon_lemma(const lexicon *self, uint32_t lemma) { return (void)self, (void)lemma, (slice){ 0 }; }
PENDING const char *pos_name(enum pos pos) { return (void)pos, ""; }
