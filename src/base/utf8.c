/* UTF-8 (RFC 3629) and the letters of Latin, Greek and Cyrillic. */
#include "base/base.h"

/* Length of the valid sequence at text.data[at], 0 if it is none. */
static size_t sequence_size(slice text, size_t at) {
    const unsigned char *s = (const unsigned char *)text.data + at;
    size_t left = text.size - at;
    if (s[0] < 0x80) return 1;
    if (s[0] < 0xC2) return 0;
    if (s[0] < 0xE0) return left >= 2 && (s[1] & 0xC0) == 0x80 ? 2 : 0;
    if (s[0] < 0xF0) {
        if (left < 3 || (s[1] & 0xC0) != 0x80 || (s[2] & 0xC0) != 0x80) return 0;
        if ((s[0] == 0xE0 && s[1] < 0xA0) || (s[0] == 0xED && s[1] >= 0xA0)) return 0;
        return 3;
    }
    if (s[0] < 0xF5) {
        if (left < 4 || (s[1] & 0xC0) != 0x80 || (s[2] & 0xC0) != 0x80 || (s[3] & 0xC0) != 0x80) return 0;
        if ((s[0] == 0xF0 && s[1] < 0x90) || (s[0] == 0xF4 && s[1] >= 0x90)) return 0;
        return 4;
    }
    return 0;
}

uint32_t utf8_next(slice text, size_t *at) {
    const unsigned char *s = (const unsigned char *)text.data + *at;
    size_t size = sequence_size(text, *at);
    *at += size ? size : 1;
    switch (size) {
    case 1:
        return s[0];
    case 2:
        return (uint32_t)(s[0] & 0x1F) << 6 | (s[1] & 0x3F);
    case 3:
        return (uint32_t)(s[0] & 0x0F) << 12 | (uint32_t)(s[1] & 0x3F) << 6 | (s[2] & 0x3F);
    case 4:
        return (uint32_t)(s[0] & 0x07) << 18 | (uint32_t)(s[1] & 0x3F) << 12 | (uint32_t)(s[2] & 0x3F) << 6 | (s[3] & 0x3F);
    default:
        return 0xFFFD;
    }
}

size_t utf8_invalid(slice text) {
    size_t at = 0;
    while (at < text.size) {
        while (at + 8 <= text.size) { /* eight ASCII bytes at a time */
            uint64_t word;
            memcpy(&word, text.data + at, 8);
            if (word & 0x8080808080808080u) break;
            at += 8;
        }
        if (at >= text.size) break;
        size_t size = sequence_size(text, at);
        if (!size) return at;
        at += size;
    }
    return text.size;
}

size_t utf8_encode(uint32_t c, char out[4]) {
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

bool unicode_is_letter(uint32_t c) {
    if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    if (c < 0x250) return c >= 0xC0 ? c != 0xD7 && c != 0xF7 : c == 0xAA || c == 0xB5 || c == 0xBA;
    if (c < 0x2B0) return true;               /* IPA */
    if (c >= 0x300 && c < 0x370) return true; /* combining marks belong to the letter before them */
    if (c >= 0x370 && c < 0x530) return c != 0x37E && c != 0x387 && c != 0x482;
    return (c >= 0x1E00 && c < 0x2000) || (c >= 0xFB00 && c <= 0xFB06);
}

bool unicode_is_upper(uint32_t c) { return unicode_lower(c) != c; }

uint32_t unicode_lower(uint32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
    if (c >= 0xC0 && c <= 0xDE) return c == 0xD7 ? c : c + 0x20;
    if (c >= 0x100 && c <= 0x17F) {
        if (c == 0x178) return 0xFF;
        if (c == 0x130 || c == 0x131 || c == 0x138 || c == 0x149 || c == 0x17F) return c;
        bool odd_is_upper = (c >= 0x139 && c <= 0x148) || c >= 0x179;
        return (c & 1) == (uint32_t)odd_is_upper ? c + 1 : c;
    }
    if (c >= 0x391 && c <= 0x3A9 && c != 0x3A2) return c + 0x20;
    if (c >= 0x410 && c <= 0x42F) return c + 0x20;
    if (c >= 0x400 && c <= 0x40F) return c + 0x50;
    if (c >= 0x1E00 && c <= 0x1EFF && (c < 0x1E96 || c > 0x1E9F)) return c & 1 ? c : c + 1;
    return c;
}
