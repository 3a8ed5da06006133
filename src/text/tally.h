/* A tally: how often spellings occur, known by their hash alone. Sized once for the number of spellings expected. */
#ifndef GRIFFIE_TEXT_TALLY_H
#define GRIFFIE_TEXT_TALLY_H

#include "base/base.h"

struct tally {
    uint64_t *hash;
    uint8_t *value;
    uint32_t mask;
};

static const uint64_t TALLY_START = 0xCBF29CE484222325u;

/* Room for `expected` spellings. */
static inline struct tally tally_new(arena *memory, uint32_t expected) {
    uint32_t size = 16;
    while (size / 2 < expected) size *= 2;
    return (struct tally){ arena_alloc(memory, size * sizeof(uint64_t)), arena_alloc(memory, size), size - 1 };
}

/* FNV-1a. */
static inline uint64_t tally_hash_byte(uint64_t hash, char c) { return (hash ^ (unsigned char)c) * 0x100000001B3u; }
/* The same for upper and lower case of ASCII letters. */
static inline uint64_t tally_hash(uint64_t hash, slice s) {
    for (size_t i = 0; i < s.size; i++)
        hash = tally_hash_byte(hash, s.data[i] >= 'A' && s.data[i] <= 'Z' ? (char)(s.data[i] | 0x20) : s.data[i]);
    return hash;
}

/* The value of a spelling, 0 at first; added if it is new. No more than `expected` may be added. */
static inline uint8_t *tally_at(struct tally *self, uint64_t hash) {
    hash |= 1;
    uint32_t at = (uint32_t)(hash >> 32) & self->mask;
    while (self->hash[at] && self->hash[at] != hash) at = (at + 1) & self->mask;
    self->hash[at] = hash;
    return &self->value[at];
}
/* The value of a spelling that was added, NULL of any other. */
static inline uint8_t *tally_find(const struct tally *self, uint64_t hash) {
    hash |= 1;
    uint32_t at = (uint32_t)(hash >> 32) & self->mask;
    while (self->hash[at] && self->hash[at] != hash) at = (at + 1) & self->mask;
    return self->hash[at] ? &self->value[at] : NULL;
}

#endif
