/* Inside room `record`: the words of data/record/head.tsv as a constant table; of each class the longest words stand first. */
#ifndef GRIFFIE_RECORD_HEAD_H
#define GRIFFIE_RECORD_HEAD_H

#include "base/base.h"

enum head_class {
    HEAD_GENRE_START,
    HEAD_GENRE_IN,
    HEAD_DATE_LEAD,
    HEAD_MONTH,
    HEAD_STOP_NL,
    HEAD_STOP_EN,
    HEAD_ISSUER,
    HEAD_ADDRESSEE,
    HEAD_CLOSING,
    HEAD_TURN,
    HEAD_SESSION_LEAD,
    HEAD_NUMBER_LEAD,
    HEAD_SUBJECT,
    HEAD_QUESTION,
    HEAD_ANSWER,
    HEAD_AUTHOR,
    HEAD_GENRE_TITLE,
    HEAD_GENRE_OFTEN,
    HEAD_CLASS_COUNT
};
struct head_words {
    enum head_class class;
    slice words;
    const char *value;
};
extern const struct head_words head_table[];
extern const uint16_t head_first[HEAD_CLASS_COUNT + 1]; /* rows of class c: [head_first[c], head_first[c + 1]) */

#endif
