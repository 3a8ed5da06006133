/* The hash of a record's bytes: SHA-256 (FIPS 180-4) in lower-case hexadecimal.
 *
 * Every record is hashed before it is read, and in plain instructions that costs a good part of what reading it does. Processors of this
 * decade have instructions for four rounds at a time: they are used where they are there, libsodium does it elsewhere. */
#include "record/record.h"

#include <sodium.h>

#if defined(__x86_64__) && defined(__GNUC__)
#include <cpuid.h>
#include <immintrin.h>
#include <stdatomic.h>

enum { BLOCK = 64 };

static const uint32_t rounds[64] = { 0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
                                     0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
                                     0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
                                     0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
                                     0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
                                     0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
                                     0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
                                     0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2 };

/* The state as the instructions want it: words A B E F and C D G H, the first in the high lane. */
__attribute__((target("sha,sse4.1"))) static void hash_blocks(__m128i state[2], const unsigned char *at, size_t blocks) {
    const __m128i big_endian = _mm_set_epi64x(0x0C0D0E0F08090A0B, 0x0405060700010203);
    for (; blocks; blocks--, at += BLOCK) {
        __m128i abef = state[0], cdgh = state[1], words[4];
        for (int i = 0; i < 4; i++) words[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(const void *)(at + 16 * i)), big_endian);
        for (int i = 0; i < 16; i++) { /* four rounds each */
            __m128i now = words[i & 3], constants = _mm_loadu_si128((const __m128i *)(const void *)&rounds[4 * i]);
            __m128i sum = _mm_add_epi32(now, constants);
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0E));
            if (i >= 12) continue;
            __m128i last = words[(i + 3) & 3], before = _mm_alignr_epi8(last, words[(i + 2) & 3], 4);
            words[i & 3] = _mm_sha256msg2_epu32(_mm_add_epi32(_mm_sha256msg1_epu32(now, words[(i + 1) & 3]), before), last);
        }
        state[0] = _mm_add_epi32(state[0], abef);
        state[1] = _mm_add_epi32(state[1], cdgh);
    }
}

static void hash_fast(unsigned char out[32], const unsigned char *bytes, size_t size) {
    __m128i state[2] = { _mm_set_epi32(0x6a09e667, (int)0xbb67ae85, 0x510e527f, (int)0x9b05688c),
                         _mm_set_epi32(0x3c6ef372, (int)0xa54ff53a, 0x1f83d9ab, 0x5be0cd19) };
    unsigned char end[2 * BLOCK] = { 0 };
    size_t whole = size / BLOCK, left = size % BLOCK, blocks = left + 9 > BLOCK ? 2 : 1;
    hash_blocks(state, bytes, whole);
    if (left) memcpy(end, bytes + whole * BLOCK, left);
    end[left] = 0x80;
    for (size_t i = 0; i < 8; i++) end[blocks * BLOCK - 1 - i] = (unsigned char)((uint64_t)size * 8 >> 8 * i);
    hash_blocks(state, end, blocks);
    uint32_t lanes[8];
    memcpy(lanes, state, sizeof lanes); /* F E B A H G D C */
    static const uint8_t order[8] = { 3, 2, 7, 6, 1, 0, 5, 4 };
    for (size_t i = 0; i < 32; i++) out[i] = (unsigned char)(lanes[order[i / 4]] >> (24 - 8 * (i % 4)));
}

/* The processor is asked itself (CPUID): compilers differ in the names of these features. Once: under a hypervisor each question costs
 * microseconds, as much as hashing a small record. Threads that ask at the same time write the same answer. */
static bool hash_is_fast(void) {
    enum { UNASKED, FAST, SLOW };
    static atomic_int answer = UNASKED;
    int known = atomic_load_explicit(&answer, memory_order_relaxed);
    if (known == UNASKED) {
        unsigned a, b, c, d;
        bool fast = __get_cpuid(1, &a, &b, &c, &d) && c & bit_SSE4_1 && __get_cpuid_count(7, 0, &a, &b, &c, &d) && b & bit_SHA;
        known = fast ? FAST : SLOW;
        atomic_store_explicit(&answer, known, memory_order_relaxed);
    }
    return known == FAST;
}
#else
static bool hash_is_fast(void) { return false; }
static void hash_fast(unsigned char out[32], const unsigned char *bytes, size_t size) { crypto_hash_sha256(out, bytes, size); }
#endif

void record_hash(slice bytes, char out[65]) {
    unsigned char hash[crypto_hash_sha256_BYTES];
    if (hash_is_fast())
        hash_fast(hash, (const unsigned char *)bytes.data, bytes.size);
    else
        crypto_hash_sha256(hash, (const unsigned char *)bytes.data, bytes.size);
    sodium_bin2hex(out, 65, hash, sizeof hash);
}
