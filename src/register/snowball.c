/* Words for search: SQLite's unicode61 folds case and accents; behind each word stand, in the same place, its Dutch and its English stem
 * (Snowball), so that "toezegging" finds "toezeggingen" and "committed" finds "commits" whichever language a record is in. */
#include "register/store.h"

#include <libstemmer.h>
#include <stdlib.h>

struct snowball {
    fts5_tokenizer words;
    Fts5Tokenizer *folded;
    struct sb_stemmer *stemmer[2];
};
struct emission {
    struct snowball *self;
    void *context;
    int (*take)(void *, int, const char *, int, int, int);
};

static fts5_api *fts5_find(sqlite3 *database) {
    fts5_api *api = NULL;
    sqlite3_stmt *query = NULL;
    if (sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &query, NULL) == SQLITE_OK) {
        sqlite3_bind_pointer(query, 1, &api, "fts5_api_ptr", NULL);
        sqlite3_step(query);
    }
    sqlite3_finalize(query);
    return api;
}

static void snowball_delete(Fts5Tokenizer *tokenizer) {
    struct snowball *self = (struct snowball *)tokenizer;
    if (self->folded) self->words.xDelete(self->folded);
    for (size_t i = 0; i < 2; i++)
        if (self->stemmer[i]) sb_stemmer_delete(self->stemmer[i]);
    free(self);
}

static int snowball_create(void *context, const char **arguments, int count, Fts5Tokenizer **out) {
    (void)arguments, (void)count;
    fts5_api *api = context;
    struct snowball *self = calloc(1, sizeof *self);
    if (!self) return SQLITE_NOMEM;
    void *user = NULL;
    const char *options[] = { "remove_diacritics", "2" };
    int outcome = api->xFindTokenizer(api, "unicode61", &user, &self->words);
    if (outcome == SQLITE_OK) outcome = self->words.xCreate(user, options, 2, &self->folded);
    self->stemmer[0] = sb_stemmer_new("dutch", "UTF_8");
    self->stemmer[1] = sb_stemmer_new("english", "UTF_8");
    if (outcome == SQLITE_OK && (!self->stemmer[0] || !self->stemmer[1])) outcome = SQLITE_NOMEM;
    if (outcome != SQLITE_OK) {
        snowball_delete((Fts5Tokenizer *)self);
        return outcome;
    }
    *out = (Fts5Tokenizer *)self;
    return SQLITE_OK;
}

static int word_take(void *context, int flags, const char *word, int size, int start, int end) {
    struct emission *emission = context;
    int outcome = emission->take(emission->context, flags, word, size, start, end);
    if (size > 60) return outcome; /* no word of a language is that long; a stem would cost time and find nothing */
    const char *before = NULL;
    int before_size = 0;
    for (size_t i = 0; outcome == SQLITE_OK && i < 2; i++) {
        const char *stem = (const char *)sb_stemmer_stem(emission->self->stemmer[i], (const sb_symbol *)word, size);
        int stem_size = stem ? sb_stemmer_length(emission->self->stemmer[i]) : 0;
        if (stem_size == 0 || (stem_size == size && memcmp(stem, word, (size_t)size) == 0)) continue;
        if (before && stem_size == before_size && memcmp(stem, before, (size_t)stem_size) == 0) continue;
        outcome = emission->take(emission->context, flags | FTS5_TOKEN_COLOCATED, stem, stem_size, start, end);
        before = stem, before_size = stem_size;
    }
    return outcome;
}

static int snowball_tokenize(Fts5Tokenizer *tokenizer, void *context, int flags, const char *text, int size,
                             int (*take)(void *, int, const char *, int, int, int)) {
    struct emission emission = { (struct snowball *)tokenizer, context, take };
    return emission.self->words.xTokenize(emission.self->folded, &emission, flags, text, size, word_take);
}

bool snowball_install(sqlite3 *database) {
    fts5_api *api = fts5_find(database);
    fts5_tokenizer tokenizer = { snowball_create, snowball_delete, snowball_tokenize };
    return api && api->xCreateTokenizer(api, "griffie", api, &tokenizer, NULL) == SQLITE_OK;
}

/* --- The same words for comparing texts ---------------------------------------------------------------------------- */

struct word_splitter {
    fts5_tokenizer tokenizer;
    Fts5Tokenizer *instance;
};
struct split {
    term_taker *take;
    void *context;
};

static int term_take(void *context, int flags, const char *term, int size, int start, int end) {
    struct split *split = context;
    (void)flags, (void)start, (void)end;
    split->take(split->context, (slice){ term, (size_t)size });
    return SQLITE_OK;
}

bool words_split(register_file *self, slice text, term_taker *take, void *context) {
    if (!self->splitter) {
        fts5_api *api = fts5_find(self->database);
        void *user = NULL;
        struct word_splitter *made = calloc(1, sizeof *made);
        if (!made || !api || api->xFindTokenizer(api, "griffie", &user, &made->tokenizer) != SQLITE_OK ||
            made->tokenizer.xCreate(user, NULL, 0, &made->instance) != SQLITE_OK) {
            free(made);
            return false;
        }
        self->splitter = made;
    }
    struct split split = { take, context };
    struct word_splitter *splitter = self->splitter;
    return splitter->tokenizer.xTokenize(splitter->instance, &split, FTS5_TOKENIZE_DOCUMENT, text.data, (int)text.size, term_take) ==
           SQLITE_OK;
}

void word_splitter_free(struct word_splitter *self) {
    if (!self) return;
    self->tokenizer.xDelete(self->instance);
    free(self);
}
