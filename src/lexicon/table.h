/* The compiled vocabulary as tools/lexicon_compile.py writes it: sections at offsets from its start, no pointers. Private to the
 * room.
 *
 * slots       open addressing over folded words → word
 * words       [0] unused. A folded word is followed by its spellings with capitals ("exact")
 * senses      of words, consecutive
 * lemmas      [0] unused; a lemma is a spelling with part of speech and language
 * classes     of lemmas and words, consecutive, by bit of the mask; before a list stand its bits; equal lists stand once
 * edges       open addressing over (node, word) → node: the phrases; and (PAIR | verb lemma, word) → lemma: separable verbs
 * nodes       the lemma that ends at a node of the phrases
 * lemma_slots open addressing over spellings → lemma
 * strings     values of classes, each ends in NUL, offset 0 is the empty one; then spellings, which do not: where one begins another they
 *             lie together (werk, werken, werkende)
 * word_classes of words: the classes of all its lemmas, of which the first that has a class says its value. Words with classes come first,
 *             the others have none
 * keys        of words of closed parts of speech, which come before all others: their hash */
#ifndef GRIFFIE_LEXICON_TABLE_H
#define GRIFFIE_LEXICON_TABLE_H

#include "lexicon/lexicon.h"

struct table_section {
    uint32_t at, count;
};
struct table_header {
    char magic[4];
    uint32_t class_count;
    char hash[72];
    struct table_section slots, words, senses, lemmas, classes, edges, nodes, lemma_slots, strings, word_classes, keys;
};
/* A slot holds a word below the high bits of its hash. */
enum { SLOT_WORD_BITS = 19 };
#define SLOT_WORD(slot) ((slot) & ((1u << SLOT_WORD_BITS) - 1))
enum word_flag {
    WORD_STARTS_PHRASE = 1,
    WORD_IN_PHRASE = 2,
    WORD_EXACT = 4,
    WORD_HIDDEN = 8 /* known with capitals only */,
    WORD_IN_PAIR = 16
};
struct table_word {
    uint32_t string, senses;
    uint32_t other; /* exact: its folded word; folded: the first exact one */
    uint8_t size, sense_count, exact_count, flags;
};
struct table_lemma {
    uint32_t string, classes;
    uint8_t size, class_count, pos, lang;
};
struct table_class {
    int32_t value;
    uint16_t class, reserved;
};
struct table_word_classes {
    uint64_t bits; /* bit 0: it may be a numeral */
    uint32_t classes, count;
};
struct table_edge {
    uint32_t node, word, child;
};

enum { WORD_MAX = 64 /* bytes of the longest word; longer ones are unknown */ };
#define EDGE_PAIR 0x80000000u

extern const struct table_header griffie_lexicon_table;
#define TABLE_SECTION(table, type, section) ((const type *)((const char *)(table) + (table)->section.at))

/* Eight bytes at a time; the same in tools/lexicon_compile.py. `folded` may be read up to the next multiple of eight, zero filled. */
static inline uint32_t hash_bytes(const char *folded, size_t size) {
    const uint64_t golden = 0x9E3779B97F4A7C15u;
    uint64_t h = size * golden;
    for (size_t at = 0; at < size; at += 8) {
        uint64_t eight;
        memcpy(&eight, folded + at, 8);
        h = (h ^ eight) * golden;
        h ^= h >> 29;
    }
    return (uint32_t)(h >> 32);
}
static inline uint64_t table_mask(const struct table_header *table, uint32_t word) {
    return word < table->word_classes.count ? TABLE_SECTION(table, struct table_word_classes, word_classes)[word].bits : 0;
}
/* The bits of the classes of a lemma that has some. */
static inline uint64_t table_class_bits(const struct table_class *classes) {
    uint64_t bits;
    memcpy(&bits, classes - 1, sizeof bits);
    return bits;
}
/* The next bytes as a number, at most eight, without reading past them. */
static inline uint64_t read_eight(const char *at, size_t left) {
    uint64_t eight;
    if (left >= 8) {
        memcpy(&eight, at, 8);
        return eight;
    }
    if (left >= 4) {
        uint32_t low, high;
        memcpy(&low, at, 4);
        memcpy(&high, at + left - 4, 4);
        return low | (uint64_t)high << 8 * (left - 4);
    }
    if (!left) return 0;
    return (uint8_t)at[0] | (uint64_t)(uint8_t)at[left / 2] << 8 * (left / 2) | (uint64_t)(uint8_t)at[left - 1] << 8 * (left - 1);
}
static inline uint32_t hash_edge(uint32_t node, uint32_t word) {
    const uint64_t golden = 0x9E3779B97F4A7C15u;
    uint64_t h = ((uint64_t)node << 32 | word) * golden;
    h ^= h >> 29;
    return (uint32_t)(h * golden >> 32);
}

/* A word in lower case, with one kind of apostrophe and hyphen, zero filled to a multiple of eight. */
struct folded {
    char bytes[WORD_MAX + 8];
    size_t size;
    bool changed /* by case */;
};
/* False if the word is longer than WORD_MAX. */
bool word_fold(slice word, struct folded *out);
/* Whether a word is written like `form`, a form with capitals: just so, or in capitals throughout. */
bool word_written_as(slice word, slice form);

#endif
