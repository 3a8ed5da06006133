/* Hashes of the ledger (RFC 6962). */
#include "register/merkle.h"

#include <sodium.h>

hash hash_of(slice bytes) {
    hash value;
    crypto_hash_sha256(value.byte, (const unsigned char *)bytes.data, bytes.size);
    return value;
}

hash merkle_leaf(slice body) {
    hash value;
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    crypto_hash_sha256_update(&state, (const unsigned char[]){ 0x00 }, 1);
    crypto_hash_sha256_update(&state, (const unsigned char *)body.data, body.size);
    crypto_hash_sha256_final(&state, value.byte);
    return value;
}

hash merkle_node(hash left, hash right) {
    unsigned char both[65] = { 0x01 };
    memcpy(both + 1, left.byte, 32);
    memcpy(both + 33, right.byte, 32);
    hash value;
    crypto_hash_sha256(value.byte, both, sizeof both);
    return value;
}

/* The split stands at the largest power of two below the count, so a stack of whole subtrees, one for each bit of the count, gives the
 * root in one pass: equal neighbours are joined as they appear, what is left is joined from the right. */
hash merkle_root(const hash *leaves, size_t count) {
    if (count == 0) return hash_of((slice){ "", 0 });
    hash stack[64];
    size_t height = 0;
    for (size_t i = 0; i < count; i++) {
        stack[height++] = leaves[i];
        for (size_t whole = i; whole & 1; whole >>= 1, height--) stack[height - 2] = merkle_node(stack[height - 2], stack[height - 1]);
    }
    while (height > 1) {
        stack[height - 2] = merkle_node(stack[height - 2], stack[height - 1]);
        height--;
    }
    return stack[0];
}

void hash_hex(hash value, char out[65]) { sodium_bin2hex(out, 65, value.byte, sizeof value.byte); }

bool hash_parse(const char *hex, hash *out) {
    size_t size = 0;
    return hex && strlen(hex) == 64 && sodium_hex2bin(out->byte, sizeof out->byte, hex, 64, NULL, &size, NULL) == 0 && size == 32;
}
