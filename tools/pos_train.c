/* Makes the weights of src/text/pos.c: an averaged perceptron with a margin (Collins 2002; Krauth and Mézard 1987) over the very signs that
 * the reader uses, greedy from left to right. The margin is what makes it good at text that it has not seen: it goes on learning until the
 * right tag leads well.
 *
 * usage: pos-train nl|en FOLDS TOKENS…     (from pos_treebank.py)
 *
 * With 0 FOLDS: trains on all sentences and prints the weights for data/pos/. Else: cuts the sentences of the first file into so many
 * stretches, trains on all but one, tests on that one, for each; prints how many tags were right. The same input gives the same weights. */
#include "text/layout.h"
#include "text/pos.h"

#include <stdio.h>
#include <stdlib.h>

enum {
    TOKENS_MAX = 1 << 22,
    ROUNDS = 8,
    ORDERS = 4, /* the order of the sentences is chance: the votes are those of several together */
    MARGIN = 60, /* votes by which the right tag must lead; 40 to 100 are alike, 0 makes 1 in 9 errors more */
    SMALLEST_COUNT = 2,
    LARGEST_VOTE = 127,
    SMALLEST_VOTE = 6 /* signs that never say more are left out: a third of them, and nothing is lost */
};
static const char *const tag_names[] = { "NOUN",
                                         "PROPN",
                                         "VERB_FINITE",
                                         "VERB_INFINITIVE",
                                         "VERB_PARTICIPLE",
                                         "VERB_PRESENT",
                                         "AUX_FINITE",
                                         "AUX_INFINITIVE",
                                         "AUX_PARTICIPLE",
                                         "ADJ",
                                         "ADV",
                                         "PRON",
                                         "DET",
                                         "ADP",
                                         "CCONJ",
                                         "SCONJ",
                                         "NUM",
                                         "PART",
                                         "INTJ",
                                         "SYM",
                                         "PUNCT" };

struct row {
    uint32_t sign, count, tags;
    int32_t weight[TAG_COUNT];
    int64_t sum[TAG_COUNT];
    uint32_t since[TAG_COUNT];
    bool kept; /* once finished: it says enough */
};
struct model {
    struct row *rows;
    uint32_t size, used, clock;
    int64_t largest; /* average, once finished */
};
struct corpus {
    struct text text;
    struct spellings *spellings;
    struct pos_language *language;
    uint8_t *gold;
    uint8_t lang;
};

static struct row *row_of(struct model *self, uint32_t sign, bool add) {
    uint32_t at = sign >> 1 & (self->size - 1);
    while (self->rows[at].sign && self->rows[at].sign != sign) at = (at + 1) & (self->size - 1);
    if (!self->rows[at].sign) {
        if (!add) return NULL;
        if (++self->used * 2 > self->size) {
            fprintf(stderr, "pos-train: more signs than the model has room for\n");
            exit(1);
        }
        self->rows[at].sign = sign;
    }
    return &self->rows[at];
}

static void change(struct model *self, struct row *row, enum pos_tag tag, int by) {
    row->sum[tag] += (int64_t)row->weight[tag] * (self->clock - row->since[tag]);
    row->since[tag] = self->clock;
    row->weight[tag] += by;
}

static void add_votes(const struct model *self, const uint32_t signs[SIGN_COUNT], uint32_t tags, bool average, int64_t votes[TAG_COUNT]) {
    for (int i = 0; i < SIGN_COUNT; i++) {
        const struct row *row = row_of((struct model *)self, signs[i], false);
        if (!row || (average && !row->kept)) continue;
        for (int tag = 0; tag < TAG_COUNT; tag++)
            if (tags >> tag & 1) votes[tag] += average ? row->sum[tag] : row->weight[tag];
    }
}

/* The finished model as a pos_voter, in the measure of the printed weights. */
static void average_votes(void *weights, const struct pos_view *here, const struct pos_state *state, uint32_t tags,
                          int32_t out[POS_CHOICES]) {
    const struct model *self = weights;
    uint32_t signs[SIGN_COUNT];
    int64_t votes[TAG_COUNT] = { 0 };
    pos_signs(here, state, signs);
    add_votes(self, signs, tags, true, votes);
    int rank = 0;
    for (int tag = 0; tag < TAG_COUNT && rank < POS_CHOICES; tag++)
        if (tags >> tag & 1) out[rank++] = (int32_t)(votes[tag] * LARGEST_VOTE / self->largest);
}

static void learn_sentence(struct model *self, const struct corpus *corpus, const struct sentence *sentence, bool count) {
    struct pos_window window;
    struct pos_state state = POS_STATE_START;
    uint32_t last = sentence->last - sentence->first > POS_WINDOW ? sentence->first + POS_WINDOW : sentence->last;
    pos_views(corpus->language, sentence->first, last, &window);
    for (uint32_t i = 0; i < window.count; i++) {
        const struct pos_view *here = &window.views[1 + i];
        uint32_t tags = here->tags ? here->tags : 1, signs[SIGN_COUNT];
        uint8_t gold = corpus->gold[sentence->first + i];
        int tag = __builtin_ctz(tags);
        if (tags & (tags - 1)) {
            int64_t votes[TAG_COUNT] = { 0 };
            pos_signs(here, &state, signs);
            add_votes(self, signs, tags, false, votes);
            int rival = -1; /* the best of the wrong tags */
            for (int other = 0; other < TAG_COUNT; other++) {
                if (!(tags >> other & 1)) continue;
                if (votes[other] > votes[tag]) tag = other;
                if (other != gold && (rival < 0 || votes[other] > votes[rival])) rival = other;
            }
            bool possible = gold < TAG_COUNT && tags >> gold & 1, learn = possible && votes[rival] + MARGIN > votes[gold];
            for (int s = 0; s < SIGN_COUNT && possible; s++) {
                struct row *row = row_of(self, signs[s], true);
                row->tags = s < GENERAL_COUNT ? 0 : tags;
                if (count) row->count++;
                if (!learn) continue;
                change(self, row, (enum pos_tag)gold, 1);
                change(self, row, (enum pos_tag)rival, -1);
            }
            self->clock++;
        }
        pos_advance(&state, here, (enum pos_tag)tag);
    }
}

static int64_t largest_vote(const struct row *row) {
    int64_t largest = 0;
    for (int tag = 0; tag < TAG_COUNT; tag++)
        if (llabs(row->sum[tag]) > largest) largest = llabs(row->sum[tag]);
    return largest;
}

static void finish(struct model *self) {
    self->largest = 1;
    for (uint32_t i = 0; i < self->size; i++) {
        if (!self->rows[i].sign) continue;
        for (int tag = 0; tag < TAG_COUNT; tag++) change(self, &self->rows[i], (enum pos_tag)tag, 0);
        if (largest_vote(&self->rows[i]) > self->largest) self->largest = largest_vote(&self->rows[i]);
    }
    for (uint32_t i = 0; i < self->size; i++)
        self->rows[i].kept = self->rows[i].count >= SMALLEST_COUNT &&
                             largest_vote(&self->rows[i]) * LARGEST_VOTE >= self->largest * SMALLEST_VOTE;
}

/* One pass of learning from nothing, in an order of its own; its votes are added to those of the passes before. */
static void learn_all(struct model *self, const struct corpus *corpus, uint32_t without_from, uint32_t without_to, uint64_t random, bool count) {
    uint32_t sentences = corpus->text.sentences.count, *order = malloc(sentences * sizeof *order);
    for (uint32_t i = 0; i < sentences; i++) order[i] = i;
    for (int round = 0; round < ROUNDS; round++) {
        for (uint32_t i = sentences; i-- > 1;) {
            random = random * 6364136223846793005u + 1442695040888963407u;
            uint32_t j = (uint32_t)((random >> 33) % (i + 1)), kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        for (uint32_t i = 0; i < sentences; i++)
            if (order[i] < without_from || order[i] >= without_to)
                learn_sentence(self, corpus, &corpus->text.sentences.at[order[i]], count && round == 0);
    }
    free(order);
    for (uint32_t i = 0; i < self->size; i++)
        for (int tag = 0; self->rows[i].sign && tag < TAG_COUNT; tag++)
            change(self, &self->rows[i], (enum pos_tag)tag, -self->rows[i].weight[tag]);
}

static void train(struct model *self, const struct corpus *corpus, uint32_t without_from, uint32_t without_to) {
    for (uint64_t pass = 0; pass < ORDERS; pass++) learn_all(self, corpus, without_from, without_to, 42 + pass, pass == 0);
    finish(self);
}

static struct model model_new(void) {
    struct model self = { .size = 1 << 19 };
    self.rows = calloc(self.size, sizeof *self.rows);
    return self;
}

static void read_token(arena *memory, struct corpus *corpus, buffer *source, char *line) {
    char *tag = strchr(line, '\t'), *blank = tag ? strchr(tag + 1, '\t') : NULL;
    if (!blank) return;
    *tag++ = *blank++ = 0;
    slice form = slice_of(line);
    if (*blank == '1') buffer_add_char(source, ' ');
    struct token t = { .start = (uint32_t)source->size, .flags = *blank == '1' ? TOKEN_SPACE_BEFORE : 0 };
    buffer_add(source, form);
    t.end = (uint32_t)source->size;
    size_t at = 0, letters = 0, digits = 0, capitals = 0, characters = 0;
    while (at < form.size) {
        uint32_t c = utf8_next(form, &at);
        characters++;
        if (unicode_is_letter(c)) letters++;
        if (unicode_is_upper(c)) capitals++;
        if (c >= '0' && c <= '9') digits++;
        if (characters == 1 && unicode_is_upper(c)) t.flags |= TOKEN_CAPITAL;
    }
    if (capitals > 1 && capitals == letters) t.flags |= TOKEN_UPPER;
    t.shape = letters && digits                                  ? SHAPE_ALNUM
              : digits                                           ? SHAPE_NUMBER
              : letters                                          ? SHAPE_WORD
              : form.size == 1 && strchr("$%+=<>", form.data[0]) ? SHAPE_SYMBOL
                                                                 : SHAPE_PUNCT;
    t.spelling = spelling_find(corpus->spellings, form);
    t.word = corpus->spellings->all.at[t.spelling].word;
    int gold = 0;
    while (gold < TAG_COUNT && strcmp(tag, tag_names[gold]) != 0) gold++;
    corpus->gold[corpus->text.tokens.count] = (uint8_t)gold;
    ARRAY_PUSH(memory, &corpus->text.tokens) = t;
}

static bool read_corpus(arena *memory, struct corpus *corpus, const char *path, buffer *source) {
    FILE *file = fopen(path, "r");
    if (!file) return false;
    char line[4096];
    uint32_t first = corpus->text.tokens.count;
    while (fgets(line, sizeof line, file) && corpus->text.tokens.count < TOKENS_MAX) {
        line[strcspn(line, "\n")] = 0;
        if (line[0])
            read_token(memory, corpus, source, line);
        else if (corpus->text.tokens.count > first) {
            ARRAY_PUSH(memory, &corpus->text.sentences) = (struct sentence){ .first = first, .last = corpus->text.tokens.count };
            first = corpus->text.tokens.count;
            buffer_add_char(source, ' ');
        }
    }
    fclose(file);
    corpus->text.source = (slice){ source->data, source->size };
    return true;
}

static int coarse(uint8_t tag) {
    if (tag <= TAG_PROPN) return 1;
    if (tag == TAG_VERB_FINITE || tag == TAG_AUX_FINITE) return 2;
    return tag >= TAG_VERB_INFINITIVE && tag <= TAG_AUX_PARTICIPLE ? 3 : 0;
}

static void cross_validate(const struct corpus *corpus, uint32_t count, uint32_t folds) {
    uint8_t *chosen = malloc(corpus->text.tokens.count);
    uint32_t right = 0, coarse_right = 0, finite_right = 0, all = 0, reachable = 0;
    static uint32_t confusion[TAG_COUNT + 1][TAG_COUNT + 1];
    for (uint32_t fold = 0; fold < folds; fold++) {
        uint32_t from = count * fold / folds, to = count * (fold + 1) / folds;
        struct model model = model_new();
        train(&model, corpus, from, to);
        for (uint32_t s = from; s < to; s++) {
            const struct sentence *sentence = &corpus->text.sentences.at[s];
            struct pos_window window;
            if (sentence->last - sentence->first > POS_WINDOW) continue;
            pos_views(corpus->language, sentence->first, sentence->last, &window);
            pos_decode(&window, average_votes, &model, chosen + sentence->first);
            for (uint32_t i = sentence->first; i < sentence->last; i++) {
                if (corpus->gold[i] == TAG_PUNCT || corpus->gold[i] == TAG_COUNT) continue;
                all++;
                right += chosen[i] == corpus->gold[i];
                reachable += window.views[1 + i - sentence->first].tags >> corpus->gold[i] & 1;
                int mine = coarse(chosen[i]), theirs = coarse(corpus->gold[i]);
                coarse_right += mine == theirs || (mine > 1 && theirs > 1);
                finite_right += mine == theirs;
                confusion[corpus->gold[i]][chosen[i]]++;
                if (mine != theirs && getenv("POS_MISSES")) {
                    slice word = token_text(&corpus->text, i);
                    uint32_t a = i > sentence->first + 6 ? i - 6 : sentence->first, b = i + 6 < sentence->last ? i + 6 : sentence->last;
                    span around = text_span(&corpus->text, a, b);
                    printf("miss\t%s\t%s\t%.*s\t%d\t%.*s\n", tag_names[corpus->gold[i]], tag_names[chosen[i]], (int)word.size, word.data,
                           window.views[1 + i - sentence->first].tags >> corpus->gold[i] & 1, (int)span_size(around),
                           corpus->text.source.data + around.start);
                }
            }
        }
        fprintf(stderr, "fold %u: %u signs\n", fold, model.used);
        free(model.rows);
    }
    printf("words %u: tag %.4f, noun/verb/other %.4f, with finite or not %.4f; tag allowed by the lexicon %.4f\n", all, (double)right / all,
           (double)coarse_right / all, (double)finite_right / all, (double)reachable / all);
    for (int gold = 0; gold < TAG_COUNT; gold++)
        for (int mine = 0; mine < TAG_COUNT; mine++)
            if (gold != mine && confusion[gold][mine] * 1000 > all / 2)
                printf("  %s taken for %s: %u\n", tag_names[gold], tag_names[mine], confusion[gold][mine]);
    free(chosen);
}

static int by_sign(const void *a, const void *b) {
    uint32_t x = ((const struct row *)a)->sign, y = ((const struct row *)b)->sign;
    return x < y ? -1 : x > y;
}

static void print_weights(struct model *self) {
    qsort(self->rows, self->size, sizeof *self->rows, by_sign);
    for (uint32_t i = 0; i < self->size; i++) {
        const struct row *row = &self->rows[i];
        if (!row->sign || !row->kept) continue;
        long votes[TAG_COUNT];
        for (int tag = 0; tag < TAG_COUNT; tag++)
            votes[tag] = (long)((row->sum[tag] * 2 * LARGEST_VOTE / self->largest + (row->sum[tag] < 0 ? -1 : 1)) / 2);
        printf("%s%08x", row->tags ? "" : "*", row->sign);
        for (int tag = 0; tag < TAG_COUNT; tag++)
            if (row->tags ? row->tags >> tag & 1 : votes[tag] != 0) printf("\t%s=%ld", tag_names[tag], votes[tag]);
        putchar('\n');
    }
}

int main(int argc, char **argv) {
    struct corpus corpus = { .lang = argc > 1 && strcmp(argv[1], "en") == 0 ? LANGUAGE_ENGLISH : LANGUAGE_DUTCH };
    arena *memory = arena_new();
    buffer source = { 0 };
    uint32_t tested = 0;
    corpus.text.words = lexicon_builtin();
    corpus.spellings = spellings_of(memory, corpus.text.words);
    corpus.gold = malloc(TOKENS_MAX);
    for (int i = 3; i < argc; i++) {
        if (!read_corpus(memory, &corpus, argv[i], &source)) fprintf(stderr, "pos-train: %s cannot be opened\n", argv[i]);
        if (i == 3) tested = corpus.text.sentences.count;
    }
    corpus.text.spellings.at = corpus.spellings->all.at;
    corpus.text.spellings.count = corpus.spellings->all.count;
    corpus.language = pos_language_start(&corpus.text, corpus.spellings, corpus.lang);
    if (!tested) {
        fprintf(stderr, "usage: pos-train nl|en FOLDS TOKENS…\n");
        return 2;
    }
    if (atoi(argv[2]) > 0) {
        cross_validate(&corpus, tested, (uint32_t)atoi(argv[2]));
    } else {
        struct model model = model_new();
        train(&model, &corpus, UINT32_MAX, UINT32_MAX);
        print_weights(&model);
        free(model.rows);
    }
    free(corpus.gold);
    buffer_free(&source);
    arena_free(memory);
    return 0;
}
