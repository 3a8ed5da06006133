/* What C lacks and every room needs: slices, spans, an arena, growable arrays, errors, UTF-8, dates.
 *
 * Memory rule: whatever a function takes an `arena` for lives as long as that arena; nothing else here
 * allocates, except arena_new and buffer, which are freed by arena_free and buffer_free.
 * Running out of memory ends the program with a message: a reader of 60 bytes per input byte has no sensible
 * way to go on, and every caller limits its input (see GRIFFIE_TEXT_MAX). */
#ifndef GRIFFIE_BASE_H
#define GRIFFIE_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Longest text of one record in bytes: offsets are 32 bits wide, and a longer "record" is a mistake. */
#define GRIFFIE_TEXT_MAX ((size_t)256 << 20)

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* A string that knows its length; never owned, not terminated. */
typedef struct slice {
    const char *data;
    size_t size;
} slice;
#define SLICE(literal) ((slice){ (literal), sizeof(literal) - 1 })
static inline slice slice_of(const char *text) { return (slice){ text, text ? strlen(text) : 0 }; }
static inline bool slice_equal(slice a, slice b) { return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0); }
/* Equal but for the case of ASCII letters. */
bool slice_equal_nocase(slice a, slice b);
bool slice_starts(slice text, slice prefix);
bool slice_ends(slice text, slice suffix);
/* The slice without ASCII white space at either end. */
slice slice_trim(slice text);

/* Lower case of eight ASCII letters at once: bytes 'A' to 'Z' get bit 0x20. No byte may be above 0x7F. */
static inline uint64_t ascii_lower_eight(uint64_t eight) {
    const uint64_t ones = 0x0101010101010101u;
    uint64_t above_at = eight + ones * (0x80 - 'A'), above_z = eight + ones * (0x80 - 'Z' - 1);
    return eight | ((above_at & ~above_z & (ones * 0x80)) >> 2);
}

/* Half-open range of bytes [start, end) of a record's text. start == end means: none. */
typedef struct span {
    uint32_t start, end;
} span;
static inline uint32_t span_size(span s) { return s.end - s.start; }
static inline bool span_empty(span s) { return s.start >= s.end; }
static inline bool span_overlaps(span a, span b) { return a.start < b.end && b.start < a.end; }
static inline bool span_contains(span outer, span inner) { return outer.start <= inner.start && inner.end <= outer.end; }
static inline slice span_slice(slice text, span s) { return (slice){ text.data + s.start, span_size(s) }; }

/* Memory freed all at once. Allocations are zeroed and aligned to 16 bytes. */
typedef struct arena arena;
arena *arena_new(void);
void arena_free(arena *self);
/* Forgets every allocation and keeps the memory for the next record. */
void arena_reset(arena *self);
/* An arena beside it for what is worth keeping from one record to the next: a reset spares it, unless more than ARENA_KEPT_MAX bytes are
 * kept; freed with it. **root is its keeper's: NULL at first, and again when what was kept is forgotten. */
#define ARENA_KEPT_MAX ((size_t)8 << 20)
arena *arena_kept(arena *self, void ***root);
void *arena_alloc(arena *self, size_t size) __attribute__((returns_nonnull));
/* A copy with a terminating NUL. */
char *arena_copy(arena *self, slice text);
char *arena_format(arena *self, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Bytes handed out since new or reset. */
size_t arena_used(const arena *self);

/* A growable array in an arena: ARRAY(struct token) tokens = {0}; ARRAY_PUSH(arena, &tokens) = (struct token){…};
 * Elements move when it grows: keep indexes, not pointers. What is pushed must be set whole: an array's memory is not zeroed. */
#define ARRAY(type)                                                                                                                        \
    struct {                                                                                                                               \
        type *at;                                                                                                                          \
        uint32_t count, capacity;                                                                                                          \
    }
/* Memory of an array that has room: it has some. */
static inline void *array_held(void *at) {
    if (!at) __builtin_unreachable();
    return at;
}
#define ARRAY_PUSH(arena_, array_)                                                                                                         \
    (*((array_)->count == (array_)->capacity                                                                                               \
           ? ((array_)->at = array_grow((arena_), (array_)->at, &(array_)->capacity, sizeof *(array_)->at),                                \
              &(array_)->at[(array_)->count++])                                                                                            \
           : &((__typeof__((array_)->at))array_held((array_)->at))[(array_)->count++]))
/* Room for `count_` more elements in an empty array. */
#define ARRAY_RESERVE(arena_, array_, count_)                                                                                              \
    ((array_)->capacity = (count_), (array_)->at = array_room((arena_), (array_)->capacity, sizeof *(array_)->at))
void *array_room(arena *memory, uint32_t capacity, size_t element_size) __attribute__((returns_nonnull));
void *array_grow(arena *memory, void *at, uint32_t *capacity, size_t element_size) __attribute__((returns_nonnull));

/* Bytes being written; grows by itself. Zero-initialise; free with buffer_free. */
typedef struct buffer {
    char *data;
    size_t size, capacity;
} buffer;
void buffer_free(buffer *self);
void buffer_reserve(buffer *self, size_t more);
/* Where the next `more` bytes go; the caller writes them and adds to size. */
static inline char *buffer_room(buffer *self, size_t more) {
    if (more > self->capacity - self->size) buffer_reserve(self, more);
    return self->data + self->size;
}
static inline void buffer_add(buffer *self, slice text) {
    if (!text.size) return;
    memcpy(buffer_room(self, text.size), text.data, text.size);
    self->size += text.size;
}
static inline void buffer_add_char(buffer *self, char c) {
    *buffer_room(self, 1) = c;
    self->size++;
}
void buffer_format(buffer *self, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Adds text as a JSON string with its quotes; bytes that are not UTF-8 become U+FFFD. */
void buffer_add_json(buffer *self, slice text);

/* What went wrong, where and what to do about it. A function that returns false has filled it. */
enum error_code {
    ERROR_NONE,
    ERROR_USAGE,
    ERROR_IO,
    ERROR_ENCODING,
    ERROR_FORMAT,
    ERROR_LIMIT,
    ERROR_UNSUPPORTED,
    ERROR_STORE,
    ERROR_CONFLICT,
    ERROR_NOT_FOUND,
    ERROR_DAMAGE
};
typedef struct error {
    enum error_code code;
    char message[240]; /* one line, says cause and cure */
    char source[240];  /* file or URL; empty if none */
    int64_t byte;      /* place in source; -1 if unknown */
    int32_t page;      /* 0 if unknown */
} error;
/* Fills *self (may be NULL) and returns false, so that `return error_set(…)` reads well. */
bool error_set(error *self, enum error_code code, const char *source, int64_t byte, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* What it returns is written out, so that compiler and analyser know it too. */
static inline bool error_told(bool ignored) { return (void)ignored, false; }
#define error_set(...) error_told((error_set)(__VA_ARGS__))
/* "limit", "encoding" …: the `code` of JSON errors. */
const char *error_code_name(enum error_code code);

/* The path of one of griffie's own programs that are no commands ("griffie-parse"): in the folder that GRIFFIE_LIBEXEC names, else beside
 * the running program or the library, else where it was installed. False if it is nowhere. */
bool program_find(const char *name, char *out, size_t size);

/* UTF-8 (RFC 3629). Decodes the character at *at (< text.size), moves *at past it; U+FFFD and one byte for a bad sequence. */
uint32_t utf8_next(slice text, size_t *at);
/* Byte offset of the first invalid sequence, text.size if there is none. */
size_t utf8_invalid(slice text);
size_t utf8_encode(uint32_t character, char out[4]);
bool unicode_is_letter(uint32_t character);
bool unicode_is_upper(uint32_t character);
uint32_t unicode_lower(uint32_t character); /* simple case folding of Latin, Greek and Cyrillic letters */

/* A day of the proleptic Gregorian calendar; year 0 means: unknown. */
typedef struct date {
    int16_t year;
    uint8_t month, day;
} date;
static inline bool date_known(date d) { return d.year != 0; }
/* Days since 1970-01-01, and back. */
int32_t date_to_days(date d);
date date_from_days(int32_t days);
int date_weekday(date d); /* ISO 8601: Monday 1 … Sunday 7 */
int date_days_in_month(int year, int month);
date date_add(date d, int years, int months, int days); /* the day is clamped to the month */
date date_easter(int year);                             /* Gregorian computus (Meeus) */
int date_iso_week(date d, int *iso_year);
date date_from_iso_week(int iso_year, int week, int weekday);
/* Reads YYYY-MM-DD; false if it is none. */
bool date_parse(slice text, date *out);
int date_compare(date a, date b);

#endif
