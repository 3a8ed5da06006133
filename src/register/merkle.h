/* Hashes of the ledger: leaves and tree as in RFC 6962, section 2.1, with SHA-256. */
#ifndef GRIFFIE_MERKLE_H
#define GRIFFIE_MERKLE_H

#include "base/base.h"

typedef struct hash {
    unsigned char byte[32];
} hash;

hash hash_of(slice bytes);               /* plain SHA-256 */
hash merkle_leaf(slice body);            /* SHA-256(0x00 || body) */
hash merkle_node(hash left, hash right); /* SHA-256(0x01 || left || right) */
/* The tree's head over `count` leaves; of none: SHA-256 of nothing. */
hash merkle_root(const hash *leaves, size_t count);
void hash_hex(hash value, char out[65]);
bool hash_parse(const char *hex, hash *out);
static inline bool hash_equal(hash a, hash b) { return memcmp(a.byte, b.byte, sizeof a.byte) == 0; }

#endif
