/* Part of speech in context: what a word is in a sentence. A case is a sentence, a word of it, and what that word is there. */
#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <cmocka.h>

static const struct {
    enum language lang;
    const char *sentence, *word;
    enum pos pos;
    unsigned forms;
    const char *lemma;
} cases[] = {
    /* One spelling, finite in a main clause and participle in a cluster. */
    { LANGUAGE_DUTCH, "Vorige week besloten de wethouders het fonds te sluiten.", "besloten", POS_VERB, FORM_FINITE, "besluiten" },
    { LANGUAGE_DUTCH, "De wethouders hebben vorige week besloten het fonds te sluiten.", "besloten", POS_VERB, FORM_PARTICIPLE,
      "besluiten" },
    /* The plural of the present is spelled like the infinitive. */
    { LANGUAGE_DUTCH, "De gemeenten betalen de helft van de kosten.", "betalen", POS_VERB, FORM_FINITE, "betalen" },
    { LANGUAGE_DUTCH, "De gemeenten zullen de helft van de kosten betalen.", "betalen", POS_VERB, FORM_INFINITIVE, "betalen" },
    { LANGUAGE_DUTCH, "De gemeenten proberen de helft van de kosten te betalen.", "betalen", POS_VERB, FORM_INFINITIVE, "betalen" },
    { LANGUAGE_DUTCH, "Dit zijn de gemeenten die de helft van de kosten betalen.", "betalen", POS_VERB, FORM_FINITE, "betalen" },
    /* Noun or verb. */
    { LANGUAGE_DUTCH, "De leden vragen om een brief.", "vragen", POS_VERB, FORM_FINITE, "vragen" },
    { LANGUAGE_DUTCH, "De leden stelden vragen over de brief.", "vragen", POS_NOUN, 0, "vraag" },
    { LANGUAGE_DUTCH, "Het besluit van de raad is genomen.", "besluit", POS_NOUN, 0, "besluit" },
    { LANGUAGE_DUTCH, "De raad besluit het plan vast te stellen.", "besluit", POS_VERB, FORM_FINITE, "besluiten" },
    { LANGUAGE_DUTCH, "Mevrouw Pietersen vroeg om opheldering.", "vroeg", POS_VERB, FORM_FINITE, "vragen" },
    /* A participle before its noun stays a participle. */
    { LANGUAGE_DUTCH, "De toegezegde brief is verstuurd.", "toegezegde", POS_VERB, FORM_PARTICIPLE, "toezeggen" },
    { LANGUAGE_DUTCH, "De minister is bereid de brief te sturen.", "bereid", POS_ADJ, 0, "bereid" },
    /* The head of a compound that no table has. */
    { LANGUAGE_DUTCH, "Het zwurmklimaatplan ligt voor.", "zwurmklimaatplan", POS_NOUN, 0, "klimaatplan" },
    { LANGUAGE_ENGLISH, "Requests the Board to publish its findings.", "Requests", POS_VERB, FORM_FINITE, "request" },
    { LANGUAGE_ENGLISH, "The Board received two requests from the members.", "requests", POS_NOUN, 0, "request" },
    { LANGUAGE_ENGLISH, "The office will present its findings in May.", "present", POS_VERB, FORM_INFINITIVE, "present" },
    { LANGUAGE_ENGLISH, "We plan to visit the region.", "plan", POS_VERB, FORM_FINITE, "plan" },
    { LANGUAGE_ENGLISH, "The plan was adopted by the Board.", "plan", POS_NOUN, 0, "plan" },
    { LANGUAGE_ENGLISH, "The plan was adopted by the Board.", "adopted", POS_VERB, FORM_PARTICIPLE, "adopt" },
    { LANGUAGE_ENGLISH, "The Board adopted the plan.", "adopted", POS_VERB, FORM_FINITE, "adopt" },
    { LANGUAGE_ENGLISH, "We commit to reduce emissions.", "commit", POS_VERB, FORM_FINITE, "commit" },
    { LANGUAGE_ENGLISH, "We cannot support the proposal.", "support", POS_VERB, FORM_INFINITIVE, "support" },
};

static void words_are_what_the_sentence_makes_them(void **state) {
    (void)state;
    unsigned wrong = 0;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        arena *memory = arena_new();
        struct record record;
        struct text text;
        const struct record_context context = { .lang = cases[i].lang };
        error problem = { 0 };
        assert_true(record_read(memory, slice_of(cases[i].sentence), "case.txt", &context, &record, &problem));
        assert_true(text_read(memory, &record, lexicon_builtin(), &text, &problem));
        uint32_t at = 0;
        while (at < text.tokens.count && !slice_equal(token_text(&text, at), slice_of(cases[i].word))) at++;
        assert_true(at < text.tokens.count);
        const struct token *t = &text.tokens.at[at];
        slice lemma = lexicon_lemma(text.words, t->lemma);
        if (t->pos != cases[i].pos || (t->forms & cases[i].forms) != cases[i].forms || !slice_equal(lemma, slice_of(cases[i].lemma))) {
            print_error("\"%s\": \"%s\" is taken for %s, lemma \"%.*s\", forms %x\n", cases[i].sentence, cases[i].word,
                        pos_name((enum pos)t->pos), (int)lemma.size, lemma.data, t->forms);
            wrong++;
        }
        arena_free(memory);
    }
    assert_int_equal(wrong, 0);
}

/* A sentence longer than the window is cut, and every token still gets its part of speech. */
static void endless_sentences_are_read(void **state) {
    (void)state;
    buffer words = { 0 };
    for (int i = 0; i < 3000; i++) buffer_add(&words, SLICE("zij besloten en "));
    arena *memory = arena_new();
    struct record record;
    struct text text;
    const struct record_context context = { .lang = LANGUAGE_DUTCH };
    error problem = { 0 };
    assert_true(record_read(memory, (slice){ words.data, words.size }, "case.txt", &context, &record, &problem));
    assert_true(text_read(memory, &record, lexicon_builtin(), &text, &problem));
    assert_int_equal(text.tokens.count, 9000);
    for (uint32_t i = 0; i < text.tokens.count; i++) assert_int_not_equal(text.tokens.at[i].pos, POS_NONE);
    arena_free(memory);
    buffer_free(&words);
}

int main(void) {
    const struct CMUnitTest tests[] = { cmocka_unit_test(words_are_what_the_sentence_makes_them),
                                        cmocka_unit_test(endless_sentences_are_read) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
