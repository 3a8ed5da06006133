/* The vocabulary: look-ups, phrases, separable verbs, compounds, user tables. */
#include "lexicon/lexicon.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <cmocka.h>

static const lexicon *words;

static uint32_t find(const char *word) { return lexicon_find(words, slice_of(word)); }

static bool has_sense(const lexicon *self, const char *word, const char *lemma, enum pos pos, unsigned forms) {
    const struct lexicon_sense *senses;
    size_t count = lexicon_senses(self, lexicon_find(self, slice_of(word)), &senses);
    for (size_t i = 0; i < count; i++)
        if (senses[i].pos == pos && (senses[i].forms & forms) == forms &&
            slice_equal(lexicon_lemma(self, senses[i].lemma), slice_of(lemma)))
            return true;
    return false;
}

static void case_is_folded(void **state) {
    (void)state;
    assert_int_not_equal(find("gemeente"), 0);
    assert_int_equal(find("gemeente"), find("Gemeente"));
    assert_int_equal(find("gemeente"), find("GEMEENTE"));
    assert_int_equal(find("coördineren"), find("COÖRDINEREN"));
    assert_int_equal(find("programma’s"), find("programma's"));
}

static void unknown_words_are_none(void **state) {
    (void)state;
    assert_int_equal(find("xqzw"), 0);
    assert_int_equal(find(""), 0);
    char longest[300];
    memset(longest, 'a', sizeof longest);
    assert_int_equal(lexicon_find(words, (slice){ longest, sizeof longest }), 0);
    assert_int_equal(lexicon_find(words, (slice){ "\xFF\xFE\xC3", 3 }), 0);
}

static void verbs_have_all_their_forms(void **state) {
    (void)state;
    static const struct {
        const char *word, *lemma;
        unsigned forms;
    } verbs[] = { { "besloot", "besluiten", FORM_FINITE | FORM_PAST },
                  { "besloten", "besluiten", FORM_FINITE | FORM_PAST | FORM_PLURAL },
                  { "besloten", "besluiten", FORM_PARTICIPLE },
                  { "toegezegd", "toezeggen", FORM_PARTICIPLE },
                  { "toezegt", "toezeggen", FORM_FINITE },
                  { "informeert", "informeren", FORM_FINITE | FORM_THIRD },
                  { "geïnformeerde", "informeren", FORM_PARTICIPLE },
                  { "verzocht", "verzoeken", FORM_FINITE | FORM_PAST },
                  { "nodigden", "nodigen", FORM_FINITE | FORM_PAST | FORM_PLURAL },
                  { "uitgenodigd", "uitnodigen", FORM_PARTICIPLE },
                  { "leidende", "leiden", FORM_PRESENT_PARTICIPLE },
                  { "committed", "commit", FORM_PARTICIPLE },
                  { "undertook", "undertake", FORM_FINITE | FORM_PAST },
                  { "endorses", "endorse", FORM_FINITE | FORM_THIRD },
                  { "requesting", "request", FORM_PRESENT_PARTICIPLE } };
    for (size_t i = 0; i < COUNT_OF(verbs); i++)
        if (!has_sense(words, verbs[i].word, verbs[i].lemma, POS_VERB, verbs[i].forms))
            fail_msg("%s is no such form of %s", verbs[i].word, verbs[i].lemma);
}

static void particles_find_their_verb(void **state) {
    (void)state;
    static const char *const verbs[][3] = { { "zeggen", "toe", "toezeggen" },
                                            { "nodigen", "uit", "uitnodigen" },
                                            { "stemmen", "in", "instemmen" },
                                            { "komen", "overeen", "overeenkomen" },
                                            { "carry", "out", "carry out" } };
    for (size_t i = 0; i < COUNT_OF(verbs); i++) {
        uint32_t verb = lexicon_lemma_find_pos(words, slice_of(verbs[i][0]), POS_VERB),
                 lemma = lexicon_separable(words, verb, find(verbs[i][1]));
        assert_true(slice_equal(lexicon_lemma(words, lemma), slice_of(verbs[i][2])));
    }
    assert_int_equal(lexicon_separable(words, lexicon_lemma_find_pos(words, SLICE("zeggen"), POS_VERB), find("gemeente")), 0);
}

static uint32_t phrase(const lexicon *self, const char *const *parts, size_t count) {
    uint32_t node = 0;
    for (size_t i = 0; i < count && node != LEXICON_NO_PATH; i++) node = lexicon_step(self, node, lexicon_find(self, slice_of(parts[i])));
    return node == LEXICON_NO_PATH ? 0 : lexicon_phrase(self, node);
}

static void phrases_are_walked_word_by_word(void **state) {
    (void)state;
    static const char *const parts[] = { "op", "voorwaarde", "dat" };
    uint32_t lemma = phrase(words, parts, 3);
    assert_int_not_equal(lemma, 0);
    assert_true(lexicon_lemma_class(words, lemma, CLASS_SUBORDINATOR, NULL));
    assert_int_equal(phrase(words, parts, 2), 0);
    assert_int_equal(lexicon_step(words, 0, 0), LEXICON_NO_PATH);
}

static void classes_carry_values(void **state) {
    (void)state;
    int32_t value = 0;
    assert_true(lexicon_word_class(words, find("zal"), CLASS_MODAL, &value));
    assert_int_equal(value, 1);
    assert_true(lexicon_word_class(words, find("hiermee"), CLASS_PRONOMINAL, &value));
    assert_true(slice_equal(lexicon_string(words, value), SLICE("met")));
    assert_false(lexicon_word_class(words, find("gemeente"), CLASS_MODAL, &value));
    assert_false(lexicon_word_class(words, 0, CLASS_MODAL, &value));
}

static void compounds_end_in_a_known_word(void **state) {
    (void)state;
    static const char *const compounds[][2] = { { "klimaatactieplan", "plan" }, { "NAVO-bondgenoten", "bondgenoten" } };
    for (size_t i = 0; i < COUNT_OF(compounds); i++) {
        slice head = lexicon_spelling(words, lexicon_compound_head(words, slice_of(compounds[i][0])));
        assert_true(slice_ends(slice_of(compounds[i][0]), head) && slice_ends(head, slice_of(compounds[i][1])));
    }
    assert_int_equal(lexicon_guess(words, SLICE("zwurmbaarheid"), 1).pos, POS_NOUN);
    assert_int_equal(lexicon_guess(words, SLICE("zwurmelijk"), 1).pos, POS_ADJ);
}

static lexicon *open_table(const char *table, error *problem) {
    char path[] = "lexicon-test-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, table, strlen(table)), strlen(table));
    close(file);
    const char *const paths[] = { path };
    lexicon *self = lexicon_open(paths, 1, problem);
    unlink(path);
    return self;
}

static void user_tables_add_words(void **state) {
    (void)state;
    error problem = { 0 };
    lexicon *self = open_table("form\tplural\tlemma\tpos\tlang\tclasses\n"
                               "zwurmplan\tzwurmplannen\tzwurmplan\tNOUN\tnl\tDOCUMENT_NOUN=plan\n"
                               "Zwurmraad Noord|ZRN\t\tZwurmraad Noord\tPROPN\tnl\tACTOR=ZRN\n"
                               "op voorwaarde van\t\top voorwaarde van\tADP\tnl\tCUE_LIMIT\n",
                               &problem);
    assert_non_null(self);
    assert_true(has_sense(self, "Zwurmplannen", "zwurmplan", POS_NOUN, FORM_PLURAL));
    assert_int_equal(lexicon_find(self, SLICE("zrn")), 0);
    int32_t value = 0;
    assert_true(lexicon_word_class(self, lexicon_find(self, SLICE("ZRN")), CLASS_ACTOR, &value));
    assert_true(slice_equal(lexicon_string(self, value), SLICE("ZRN")));
    assert_true(lexicon_lemma_class(self, phrase(self, (const char *const[]){ "Zwurmraad", "Noord" }, 2), CLASS_ACTOR, NULL));
    assert_true(lexicon_lemma_class(self, phrase(self, (const char *const[]){ "op", "voorwaarde", "van" }, 3), CLASS_CUE_LIMIT, NULL));
    assert_true(lexicon_lemma_class(self, phrase(self, (const char *const[]){ "op", "voorwaarde", "dat" }, 3), CLASS_SUBORDINATOR, NULL));
    assert_true(has_sense(self, "besloot", "besluiten", POS_VERB, FORM_PAST));
    assert_string_not_equal(lexicon_hash(self), lexicon_hash(words));
    lexicon_close(self);
}

static void user_tables_change_classes(void **state) {
    (void)state;
    error problem = { 0 };
    lexicon *self = open_table("lemma\tpos\tlang\tclasses\nzullen\tAUX\tnl\t-MODAL CUE_COMMIT=3\n", &problem);
    assert_non_null(self);
    int32_t value = 0;
    assert_false(lexicon_word_class(self, lexicon_find(self, SLICE("zal")), CLASS_MODAL, &value));
    assert_true(lexicon_word_class(self, lexicon_find(self, SLICE("zal")), CLASS_CUE_COMMIT, &value));
    assert_int_equal(value, 3);
    assert_true(lexicon_word_class(words, find("zal"), CLASS_MODAL, &value));
    lexicon_close(self);
}

static void malformed_tables_are_refused(void **state) {
    (void)state;
    static const char *const tables[] = { "form\tcolour\n",
                                          "form\tclasses\nx\tNO_CLASS\n",
                                          "form\tclasses\nx\tMONTH=june\n",
                                          "form\tpos\nx\tTHING\n",
                                          "form\nx\ty\n",
                                          "form\tforms\nx\tFUTURE\n",
                                          "form\tlang\nx\tfr\n",
                                          "lemma\tclasses\n\tMONTH=6\n",
                                          "form\tclasses\nx\tMONTH=99999999999\n",
                                          "form\n\xFF\n",
                                          "form\na b c d e f g h i j k l m n o p q\n" };
    for (size_t i = 0; i < COUNT_OF(tables); i++) {
        error problem = { 0 };
        assert_null(open_table(tables[i], &problem));
        assert_true(problem.message[0] != 0 && problem.source[0] != 0);
    }
    const char *const missing[] = { "no/such/table.tsv" };
    error problem = { 0 };
    assert_null(lexicon_open(missing, 1, &problem));
    assert_int_equal(problem.code, ERROR_IO);
}

int main(void) {
    words = lexicon_builtin();
    const struct CMUnitTest tests[] = { cmocka_unit_test(case_is_folded),
                                        cmocka_unit_test(unknown_words_are_none),
                                        cmocka_unit_test(verbs_have_all_their_forms),
                                        cmocka_unit_test(particles_find_their_verb),
                                        cmocka_unit_test(phrases_are_walked_word_by_word),
                                        cmocka_unit_test(classes_carry_values),
                                        cmocka_unit_test(compounds_end_in_a_known_word),
                                        cmocka_unit_test(user_tables_add_words),
                                        cmocka_unit_test(user_tables_change_classes),
                                        cmocka_unit_test(malformed_tables_are_refused) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
