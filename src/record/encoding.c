/* Encodings: plain text must be UTF-8 and is refused with the cure otherwise; double-encoded UTF-8 inside markup is put right.
 *
 * Double encoding: "ö" is C3 B6 in UTF-8. Read as Windows-1252 that is "Ã¶", written as UTF-8 again C3 83 C2 B6. The repair maps each
 * character back to the byte it came from and keeps the result where these bytes are a valid UTF-8 sequence. */
#include "record/format.h"

#include <stdio.h>

/* Windows-1252, bytes 80 to 9F (WHATWG encoding standard, index windows-1252). */
static const uint16_t windows_1252[32] = {
    0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
    0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
};

/* The byte that a character was when it was read as Windows-1252 or ISO-8859-1; -1 if it cannot have been one. */
static int byte_of(uint32_t character) {
    if (character < 0x100) return (int)character;
    for (int i = 0; i < 32; i++)
        if (windows_1252[i] == character) return 0x80 + i;
    return -1;
}

static size_t sequence_length(int lead) { return lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0; }

/* At text[at], a character that may be a lead byte: the bytes of the sequence that it starts and how many bytes of text they took. */
static size_t undouble(slice text, size_t at, char out[4], size_t *taken) {
    size_t from = at;
    int lead = byte_of(utf8_next(text, &at));
    size_t size = lead > 0 && lead < 0xF5 ? sequence_length(lead) : 0;
    if (!size) return 0;
    out[0] = (char)lead;
    for (size_t i = 1; i < size; i++) {
        if (at >= text.size) return 0;
        int byte = byte_of(utf8_next(text, &at));
        if (byte < 0x80 || byte > 0xBF) return 0;
        out[i] = (char)byte;
    }
    if (utf8_invalid((slice){ out, size }) != size) return 0;
    *taken = at - from;
    return size;
}

static size_t past_ascii(slice text, size_t at) {
    for (uint64_t eight; text.size - at >= sizeof eight; at += sizeof eight) {
        memcpy(&eight, text.data + at, sizeof eight);
        if (eight & 0x8080808080808080u) break;
    }
    while (at < text.size && (unsigned char)text.data[at] < 0x80) at++;
    return at;
}

slice encoding_repair(arena *memory, slice bytes, size_t *repaired) {
    *repaired = 0;
    /* A lead byte C3 to F4 read as a Latin letter is C3 83 … C3 B4 in UTF-8; C2 is C3 82. */
    size_t whole = 0, doubled = 0;
    for (size_t at = 0; (at = past_ascii(bytes, at)) < bytes.size;) {
        char sequence[4];
        size_t taken;
        if (undouble(bytes, at, sequence, &taken))
            doubled++, at += taken;
        else
            whole++, utf8_next(bytes, &at);
    }
    /* A text that holds "Ã¶" once beside many right letters means it; a text where most are doubled was encoded twice. */
    if (!doubled || whole > doubled) return bytes;
    char *out = arena_alloc(memory, bytes.size + 1);
    size_t size = 0;
    for (size_t at = 0; at < bytes.size;) {
        char sequence[4];
        size_t taken, length = (unsigned char)bytes.data[at] < 0x80 ? 0 : undouble(bytes, at, sequence, &taken);
        if (length) {
            memcpy(out + size, sequence, length);
            size += length;
            at += taken;
        } else {
            size_t from = at;
            utf8_next(bytes, &at);
            memcpy(out + size, bytes.data + from, at - from);
            size += at - from;
        }
    }
    *repaired = doubled;
    return (slice){ out, size };
}

/* Bytes that make sense as Windows-1252: no control characters but white space, and letters around what is not ASCII. */
static bool plausible_latin(slice bytes) {
    size_t high = 0, letters = 0, size = bytes.size < 65536 ? bytes.size : 65536;
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)bytes.data[i];
        if (c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f') return false;
        if (c >= 0x80) high++;
        if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') letters++;
    }
    return letters > high * 2;
}

bool plain_check(slice bytes, const char *name, error *problem) {
    if (slice_trim(bytes).size == 0) return error_set(problem, ERROR_FORMAT, name, 0, "the file is empty");
    const char *nul = memchr(bytes.data, 0, bytes.size);
    if (nul) {
        int64_t at = nul - bytes.data;
        bool utf16 = bytes.size >= 2 && (memcmp(bytes.data, "\xFF\xFE", 2) == 0 || memcmp(bytes.data, "\xFE\xFF", 2) == 0);
        if (utf16) return error_set(problem, ERROR_ENCODING, name, 0, "this is UTF-16, not UTF-8; convert it: iconv -f UTF-16 -t UTF-8");
        return error_set(problem, ERROR_ENCODING, name, at, "NUL: this is not text");
    }
    size_t bad = utf8_invalid(bytes);
    if (bad == bytes.size) return true;
    if (plausible_latin(bytes))
        return error_set(problem, ERROR_ENCODING, name, (int64_t)bad,
                         "0x%02X is not UTF-8; if this is Windows-1252, convert it: iconv -f WINDOWS-1252 -t UTF-8",
                         (unsigned)(unsigned char)bytes.data[bad]);
    return error_set(problem, ERROR_ENCODING, name, (int64_t)bad, "0x%02X is not UTF-8: this is not text",
                     (unsigned)(unsigned char)bytes.data[bad]);
}
