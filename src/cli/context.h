/* Options that say what the caller knows of a record; shared by the commands that read one. */
#ifndef GRIFFIE_CONTEXT_H
#define GRIFFIE_CONTEXT_H

#include "cli/command.h"
#include "record/record.h"

struct context_options {
    date date;
    const char *lang, *issuer, *record, *genre;
    struct option_list lexicons;
    bool ocr;
};
#define CONTEXT_OPTIONS(type, member)                                                                                                      \
    { "date",                                                                                                                              \
      0,                                                                                                                                   \
      OPTION_DATE,                                                                                                                         \
      offsetof(type, member.date),                                                                                                         \
      "DATE",                                                                                                                              \
      "date of the record, if it should not be looked for",                                                                                \
      "datum van het stuk, als die niet gezocht moet worden" },                                                                            \
        { "lang", 0, OPTION_TEXT, offsetof(type, member.lang), "nl|en", "its language", "de taal ervan" },                                 \
        { "issuer",                                                                                                                        \
          0,                                                                                                                               \
          OPTION_TEXT,                                                                                                                     \
          offsetof(type, member.issuer),                                                                                                   \
          "ID",                                                                                                                            \
          "the body that issued it (NL-GOV, NATO …)",                                                                                      \
          "het orgaan dat het uitgaf (NL-GOV, NATO …)" },                                                                                  \
        { "record",                                                                                                                        \
          0,                                                                                                                               \
          OPTION_TEXT,                                                                                                                     \
          offsetof(type, member.record),                                                                                                   \
          "ID",                                                                                                                            \
          "its identifier (kst-28676-372 …)",                                                                                              \
          "de aanduiding ervan (kst-28676-372 …)" },                                                                                       \
        { "genre",                                                                                                                         \
          0,                                                                                                                               \
          OPTION_TEXT,                                                                                                                     \
          offsetof(type, member.genre),                                                                                                    \
          "GENRE",                                                                                                                         \
          "letter, report, motion, minutes, agenda, answers, decisions, communique, resolution",                                           \
          "letter, report, motion, minutes, agenda, answers, decisions, communique, resolution" },                                         \
        { "ocr",                                                                                                                           \
          0,                                                                                                                               \
          OPTION_FLAG,                                                                                                                     \
          offsetof(type, member.ocr),                                                                                                      \
          NULL,                                                                                                                            \
          "read scanned pages with tesseract",                                                                                             \
          "lees gescande bladzijden met tesseract" },                                                                                      \
    {                                                                                                                                      \
        "lexicon", 0, OPTION_LIST, offsetof(type, member.lexicons), "FILE", "words to add to the vocabulary; may be repeated",             \
            "woorden om toe te voegen; mag vaker"                                                                                          \
    }

/* False: it was said what is wrong. */
bool context_make(const struct context_options *options, struct record_context *context);
/* The vocabulary with the tables that were asked for; NULL: it was said what is wrong. Close with vocabulary_close. */
struct lexicon;
const struct lexicon *vocabulary_open(const struct context_options *options);
void vocabulary_close(const struct lexicon *words);

#endif
