/* A checkpoint: the head of the tree, signed, so that somebody else can keep it and later show that nothing before it was changed.
 *
 * The text is a C2SP tlog-checkpoint in a C2SP signed note (https://c2sp.org/tlog-checkpoint, https://c2sp.org/signed-note):
 *
 *     griffie/defensie
 *     128
 *     4Gk…=                      root of the first 128 entries, base64
 *
 *     — griffie/defensie Aby…=   4 bytes of key hash and an Ed25519 signature of the lines above, base64 */
#include "register/merkle.h"
#include "register/store.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum {
    SEED = crypto_sign_SEEDBYTES,
    PUBLIC = crypto_sign_PUBLICKEYBYTES,
    SECRET = crypto_sign_SECRETKEYBYTES,
    SIGNATURE = crypto_sign_BYTES
};

static void base64(const unsigned char *bytes, size_t size, char *out, size_t capacity) {
    sodium_bin2base64(out, capacity, bytes, size, sodium_base64_VARIANT_ORIGINAL);
}
static bool base64_read(slice text, unsigned char *out, size_t capacity, size_t *size) {
    return sodium_base642bin(out, capacity, text.data, text.size, NULL, size, NULL, sodium_base64_VARIANT_ORIGINAL) == 0;
}

/* Key hash of signed notes: SHA-256(name || "\n" || 0x01 || public key), first four bytes. */
static void key_hash(slice name, const unsigned char public[PUBLIC], unsigned char out[4]) {
    buffer text = { 0 };
    buffer_add(&text, name);
    buffer_add(&text, SLICE("\n\x01"));
    buffer_add(&text, (slice){ (const char *)public, PUBLIC });
    hash value = hash_of((slice){ text.data, text.size });
    memcpy(out, value.byte, 4);
    buffer_free(&text);
}

/* A name without blanks and plus signs, as signed notes ask. */
static const char *origin_of(arena *memory, const register_file *file) {
    char *name = arena_format(memory, "griffie/%s", file->name);
    for (char *at = name; *at; at++)
        if (*at == ' ' || *at == '+' || *at == '\t' || *at == '\n') *at = '-';
    return name;
}

/* "name+hash+key": what others need in order to check. */
static const char *verifier_of(arena *memory, const char *name, const unsigned char public[PUBLIC]) {
    unsigned char key[1 + PUBLIC] = { 0x01 }, short_hash[4];
    char text[80], hex[9];
    memcpy(key + 1, public, PUBLIC);
    key_hash(slice_of(name), public, short_hash);
    base64(key, sizeof key, text, sizeof text);
    sodium_bin2hex(hex, sizeof hex, short_hash, 4);
    return arena_format(memory, "%s+%s+%s", name, hex, text);
}

static bool key_load(register_file *file, arena *memory, unsigned char public[PUBLIC], unsigned char secret[SECRET], error *problem) {
    const char *path = arena_format(memory, "%s.key", file->path);
    unsigned char seed[SEED];
    char text[128] = "";
    int handle = open(path, O_RDONLY | O_CLOEXEC);
    if (handle >= 0) {
        ssize_t size = read(handle, text, sizeof text - 1);
        size_t got = 0;
        close(handle);
        slice words = slice_trim((slice){ text, size > 0 ? (size_t)size : 0 });
        if (!base64_read(words, seed, sizeof seed, &got) || got != SEED)
            return error_set(problem, ERROR_FORMAT, path, -1, "this is no key of griffie");
    } else {
        if (errno != ENOENT) return error_set(problem, ERROR_IO, path, -1, "cannot read the key: %s", strerror(errno));
        randombytes_buf(seed, sizeof seed);
        base64(seed, sizeof seed, text, sizeof text);
        strcat(text, "\n");
        handle = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        bool written = handle >= 0 && write(handle, text, strlen(text)) == (ssize_t)strlen(text);
        if (handle >= 0) written = close(handle) == 0 && written;
        if (!written) return error_set(problem, ERROR_IO, path, -1, "cannot write the key: %s", strerror(errno));
    }
    crypto_sign_seed_keypair(public, secret, seed);
    sodium_memzero(seed, sizeof seed);
    sodium_memzero(text, sizeof text);
    return true;
}

/* Root of the first `size` entries; -1: all, and *size says how many that are. The hashes are those of the bodies, not the stored ones. */
static bool tree_root(register_file *file, int64_t *size, hash *root, error *problem) {
    bool failed = false;
    hash *leaves = NULL;
    size_t count = 0, capacity = 0;
    sqlite3_stmt *query = store_query(file, problem, "SELECT body FROM ledger ORDER BY seq LIMIT ?", "i", *size);
    if (!query) return false;
    while (store_next(file, query, problem, &failed)) {
        if (count == capacity) {
            capacity = capacity ? capacity * 2 : 1024;
            leaves = realloc(leaves, capacity * sizeof *leaves);
            if (!leaves) abort();
        }
        leaves[count++] = merkle_leaf((slice){ (const char *)sqlite3_column_text(query, 0), (size_t)sqlite3_column_bytes(query, 0) });
    }
    *root = merkle_root(leaves, count);
    *size = (int64_t)count;
    free(leaves);
    return !failed;
}

bool register_checkpoint(register_file *file, buffer *out, error *problem) {
    arena *memory = arena_new();
    unsigned char public[PUBLIC], secret[SECRET], signature[4 + SIGNATURE];
    char text[128];
    hash root;
    int64_t size = -1;
    const char *origin = origin_of(memory, file);
    bool good = key_load(file, memory, public, secret, problem) && tree_root(file, &size, &root, problem);
    if (good) {
        size_t start = out->size;
        base64(root.byte, sizeof root.byte, text, sizeof text);
        buffer_format(out, "%s\n%lld\n%s\n", origin, (long long)size, text);
        key_hash(slice_of(origin), public, signature);
        crypto_sign_detached(signature + 4, NULL, (const unsigned char *)out->data + start, out->size - start, secret);
        base64(signature, sizeof signature, text, sizeof text);
        buffer_format(out, "\n— %s %s\n", origin, text);
        /* The public key stands in the register too, so that `verify --since` works without further ado; a careful checker brings their
         * own. */
        const char *verifier = verifier_of(memory, origin, public);
        if (file->mode == REGISTER_WRITE)
            good = store_run(file, problem, "INSERT OR REPLACE INTO meta (key, value) VALUES ('verifier', ?)", "s", verifier);
    }
    sodium_memzero(secret, sizeof secret);
    arena_free(memory);
    return good;
}

static slice line_take(slice *rest) {
    const char *newline = rest->size ? memchr(rest->data, '\n', rest->size) : NULL;
    slice line = { rest->data, newline ? (size_t)(newline - rest->data) : rest->size };
    *rest = newline ? (slice){ newline + 1, rest->size - line.size - 1 } : (slice){ 0 };
    return line;
}

static bool verifier_parse(const char *text, slice *name, unsigned char public[PUBLIC]) {
    unsigned char key[1 + PUBLIC], expected[4];
    char hex[9];
    size_t size = 0;
    const char *first = strchr(text, '+'), *second = first ? strchr(first + 1, '+') : NULL;
    if (!second || !base64_read(slice_trim(slice_of(second + 1)), key, sizeof key, &size) || size != sizeof key || key[0] != 0x01)
        return false;
    *name = (slice){ text, (size_t)(first - text) };
    memcpy(public, key + 1, PUBLIC);
    key_hash(*name, public, expected);
    sodium_bin2hex(hex, sizeof hex, expected, 4);
    return second - first == 9 && memcmp(first + 1, hex, 8) == 0;
}

/* One of the note's signatures must be by the key. */
static bool note_signed(slice text, slice signatures, slice name, const unsigned char public[PUBLIC]) {
    unsigned char signature[4 + SIGNATURE], expected[4];
    key_hash(name, public, expected);
    while (signatures.size) {
        slice line = line_take(&signatures);
        if (!slice_starts(line, SLICE("— "))) continue;
        slice rest = { line.data + 4, line.size - 4 };
        if (!slice_starts(rest, name) || rest.size <= name.size || rest.data[name.size] != ' ') continue;
        size_t size = 0;
        slice encoded = { rest.data + name.size + 1, rest.size - name.size - 1 };
        if (!base64_read(encoded, signature, sizeof signature, &size) || size != sizeof signature || memcmp(signature, expected, 4) != 0)
            continue;
        if (crypto_sign_verify_detached(signature + 4, (const unsigned char *)text.data, text.size, public) == 0) return true;
    }
    return false;
}

bool register_verify_since(register_file *file, slice checkpoint, const char *key, error *problem) {
    arena *memory = arena_new();
    unsigned char public[PUBLIC];
    slice name, rest = checkpoint;
    bool failed = false, good = false;
    sqlite3_stmt *query = NULL;
    if (!key && (query = store_query(file, problem, "SELECT value FROM meta WHERE key = 'verifier'", "")) &&
        store_next(file, query, problem, &failed)) {
        key = column_string(memory, query, 0);
        sqlite3_reset(query);
    }
    const char *blank = checkpoint.size ? memmem(checkpoint.data, checkpoint.size, "\n\n", 2) : NULL;
    slice origin = line_take(&rest), count = line_take(&rest), encoded = line_take(&rest);
    hash signed_root, root;
    size_t size = 0;
    char number[24] = "";
    if (count.size && count.size < sizeof number) memcpy(number, count.data, count.size);
    int64_t entries = strtoll(number, NULL, 10);
    if (!blank || entries <= 0 || !base64_read(encoded, signed_root.byte, sizeof signed_root.byte, &size) || size != 32) {
        error_set(problem, ERROR_FORMAT, NULL, -1, "this is no checkpoint");
    } else if (!key || !verifier_parse(key, &name, public)) {
        error_set(problem, ERROR_USAGE, NULL, -1,
                  "no key to check the signature with: give --key NAME+HASH+KEY as `griffie checkpoint` printed it");
    } else if (!slice_equal(origin, name) ||
               !note_signed((slice){ checkpoint.data, (size_t)(blank + 1 - checkpoint.data) },
                            (slice){ blank + 2, checkpoint.size - (size_t)(blank + 2 - checkpoint.data) }, name, public)) {
        error_set(problem, ERROR_DAMAGE, NULL, -1, "the checkpoint is not signed by the key of this register");
    } else {
        int64_t held = entries;
        if (tree_root(file, &held, &root, problem)) {
            if (held < entries)
                error_set(problem, ERROR_DAMAGE, NULL, -1,
                          "the checkpoint speaks of %lld entries, the register has %lld: entries were taken away", (long long)entries,
                          (long long)held);
            else if (!hash_equal(root, signed_root))
                error_set(problem, ERROR_DAMAGE, NULL, -1, "the first %lld entries are not those that the checkpoint signed",
                          (long long)entries);
            else
                good = true;
        }
    }
    arena_free(memory);
    return good;
}
