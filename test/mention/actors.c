/* Who a phrase, a pronoun or a missing subject is where it stands (actor_of and its neighbours), asked of small records.
 *
 * A question names the phrase by its last occurrence in the text; "" asks for the missing agent at the end of the text. */
#include "mention/mention.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

struct question {
    const char *text, *phrase;
    enum genre genre;
    const char *issuer;
    enum actor_use use;
    const char *id; /* NULL: nothing says */
};

static const struct question questions[] = {
    /* Bodies and pronouns that point back to them, the subject of the sentence before first. */
    { "De Noord-Atlantische Raad kwam bijeen met de Europese Commissie. Hij besloot tot een oefening.", "Hij", GENRE_LETTER, NULL,
      ACTOR_SUBJECT, "NATO-NAC" },
    { "De bondgenoten spraken met Oekraïne. Zij besloten tot steun.", "Zij", GENRE_LETTER, NULL, ACTOR_SUBJECT, "NATO-ALLIES" },
    /* An unknown phrase names itself; a determiner is no part of the name. */
    { "De gemeente Kustdorp legt een dijk aan.", "De gemeente Kustdorp", GENRE_LETTER, NULL, ACTOR_SUBJECT, "GEMEENTE-KUSTDORP" },
    /* Several actors. */
    { "Estland, Letland en Litouwen zegden steun toe.", "Estland, Letland en Litouwen", GENRE_LETTER, NULL, ACTOR_SUBJECT, "EE, LV, LT" },
    /* What an actor has as organ or spokesman. */
    { "The representative of Harbour Bank spoke.", "The representative of Harbour Bank", GENRE_OTHER, NULL, ACTOR_SUBJECT, "HARBOUR-BANK" },
    { "The Government of Chile agreed.", "The Government of Chile", GENRE_OTHER, NULL, ACTOR_SUBJECT, "CL" },
    /* A letter speaks for who signs it, to the Chamber. */
    { "Ik informeer uw Kamer.\n\nDe Minister van Financiën,\n\nJ. Vermeer", "Ik", GENRE_LETTER, "NL-GOV", ACTOR_SUBJECT, "NL-MIN-FIN" },
    { "Dat meld ik u.\n\nDe Minister van Financiën,\n\nJ. Vermeer", "u", GENRE_LETTER, "NL-GOV", ACTOR_ADDRESSEE, "NL-TK" },
    /* A motion speaks for its first mover. */
    { "MOTIE VAN DE LEDEN VAN DER MEULEN EN POSTMA\n\nDe Kamer,\n\nverzoekt de regering hierop terug te komen.", "De Kamer", GENRE_MOTION,
      "NL-TK", ACTOR_SUBJECT, "NL-TK:Van der Meulen" },
    { "MOTIE VAN DE LEDEN VAN DER MEULEN EN POSTMA\n\nDe Kamer,\n\nverzoekt de regering hierop terug te komen.", "de regering",
      GENRE_MOTION, "NL-TK", ACTOR_ADDRESSEE, "NL-GOV" },
    /* A report tells what another body did: that is the agent that a passive leaves out. */
    { "De NAVO vergaderde. De staatshoofden en regeringsleiders van de NAVO stemden in. Staatshoofden en regeringsleiders besloten veel. "
      "Ook is besloten",
      "", GENRE_REPORT, "NL-GOV", ACTOR_SUBJECT, "NATO-HOSG" },
    /* In minutes "ik" is who has the floor, "de minister" the one who is there, "mijn fractie" the speaker's. */
    { "Aanwezig is mevrouw Vermeer-Post, Minister van Defensie.\n\nDe heer Postma (CDA):\nIk vraag de minister om haast.", "Ik",
      GENRE_MINUTES, NULL, ACTOR_SUBJECT, "NL-TK:Postma" },
    { "Aanwezig is mevrouw Vermeer-Post, Minister van Defensie.\n\nDe heer Postma (CDA):\nIk vraag de minister om haast.", "de minister",
      GENRE_MINUTES, NULL, ACTOR_ADDRESSEE, "NL-MIN-DEF" },
    { "Aanwezig is mevrouw Vermeer-Post, Minister van Defensie.\n\nMinister Vermeer-Post:\nDat zeg ik toe.", "ik", GENRE_MINUTES, NULL,
      ACTOR_SUBJECT, "NL-MIN-DEF" },
    { "De heer Postma (CDA):\nDat wil mijn fractie niet.", "mijn fractie", GENRE_MINUTES, NULL, ACTOR_SUBJECT, "NL-TK:CDA" },
    /* A joint text speaks for those that it lists. */
    { "Joint statement\n\nNorway and Iceland met today. We commit to more.", "We", GENRE_COMMUNIQUE, NULL, ACTOR_SUBJECT, "NO-IS" },
    /* Nothing says who. */
    { "Hij komt morgen.", "Hij", GENRE_OTHER, NULL, ACTOR_SUBJECT, NULL },
};

static const char *answer(arena *memory, const struct question *question) {
    struct record record = { .genre = question->genre, .issuer_id = question->issuer, .date = { 2024, 3, 1 } };
    struct text text;
    struct mentions mentions;
    error problem;
    record.text = record.source = slice_of(question->text);
    assert_true(text_read(memory, &record, lexicon_builtin(), &text, &problem));
    mentions_find(memory, &text, &mentions);
    uint32_t start = (uint32_t)record.text.size, end = start, first = 0, last;
    for (size_t at = 0; question->phrase[0] && at + strlen(question->phrase) <= record.text.size; at++) {
        size_t size = strlen(question->phrase);
        bool whole = at == 0 || record.text.data[at - 1] == ' ' || record.text.data[at - 1] == '\n';
        if (whole && memcmp(record.text.data + at, question->phrase, size) == 0) start = (uint32_t)at, end = (uint32_t)(at + size);
    }
    while (first < text.tokens.count && text.tokens.at[first].start < start) first++;
    last = first;
    while (last < text.tokens.count && text.tokens.at[last].end <= end) last++;
    if (!question->phrase[0]) first = last = text.tokens.count - 1;
    return actor_of(memory, &text, &mentions, first, last, question->use);
}

static void phrases_are_who_they_stand_for(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(questions); i++) {
        arena *memory = arena_new();
        const char *id = answer(memory, &questions[i]);
        if (!id != !questions[i].id || (id && strcmp(id, questions[i].id) != 0))
            fail_msg("\"%s\" in \"%s\" is %s, not %s", questions[i].phrase, questions[i].text, questions[i].id ? questions[i].id : "nobody",
                     id ? id : "nobody");
        arena_free(memory);
    }
}

/* Texts that are cut anywhere, or strange, are read without harm; every span lies in the text and slices to its tokens. */
static void strange_texts_do_no_harm(void **state) {
    (void)state;
    static const char sample[] = "Zie Kamerstukken II 2020/21, 35 925-X, nrs. 1–3 en 5; 28 676, nr. 12, p. 4; nr. 7. "
                                 "ECLI:NL:RVS:2017:1259, LJN AB1234, COM(2020) 380 final, "
                                 "Verordening (EU) 2016/679, artikel 3, derde lid, onder b, van de Kieswet, S/RES/707 (1991), 9/CMA.1, "
                                 "https://www.example.org/\na/b.pdf) "
                                 "de motie-Van der Meulen/Postma c.s. (28 676, nr. 12). Minister van Onderwijs, Cultuur en Wetenschap De "
                                 "Vries-Van 't Hof (VVD): mevrouw";
    for (size_t cut = 1; cut < sizeof sample; cut++)
        for (int side = 0; side < 2; side++) {
            arena *memory = arena_new();
            struct record record = { .date = { 2024, 3, 1 } };
            struct text text;
            struct mentions mentions;
            error problem;
            record.text = record.source = side ? (slice){ sample + cut, sizeof sample - 1 - cut } : (slice){ sample, cut };
            if (utf8_invalid(record.text) == record.text.size && text_read(memory, &record, lexicon_builtin(), &text, &problem)) {
                mentions_find(memory, &text, &mentions);
                for (uint32_t i = 0; i < mentions.all.count; i++) {
                    const struct mention *mention = &mentions.all.at[i];
                    assert_true(mention->first < mention->last && mention->last <= text.tokens.count);
                    assert_true(mention->span.start < mention->span.end && mention->span.end <= record.text.size);
                }
            }
            arena_free(memory);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = { cmocka_unit_test(phrases_are_who_they_stand_for), cmocka_unit_test(strange_texts_do_no_harm) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
