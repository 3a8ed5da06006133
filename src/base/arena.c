/* The arena: blocks of memory handed out from front to back and freed together. A reset keeps the blocks for the next record. */
#include "base/base.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

enum { ALIGNMENT = 16, FIRST_BLOCK = 1 << 16, LARGEST_BLOCK = 1 << 23, HUGE_PAGE = 1 << 21 };

struct block {
    struct block *next;
    size_t size;
    _Alignas(ALIGNMENT) char bytes[];
};

struct arena {
    struct block *first, *current;
    size_t at; /* in current */
    size_t used;
    arena *kept;
    void *root; /* of what is kept */
};

static void *out_of_memory(void) {
    fputs("griffie: out of memory\n", stderr);
    abort();
}

arena *arena_new(void) {
    arena *self = calloc(1, sizeof *self);
    return self ? self : out_of_memory();
}

void arena_free(arena *self) {
    if (!self) return;
    for (struct block *b = self->first, *next; b; b = next) {
        next = b->next;
        free(b);
    }
    arena_free(self->kept);
    free(self);
}

arena *arena_kept(arena *self, void ***root) {
    if (!self->kept) self->kept = arena_new();
    *root = &self->root;
    return self->kept;
}

void arena_reset(arena *self) {
    self->current = self->first;
    self->at = self->used = 0;
    if (!self->kept || self->kept->used <= ARENA_KEPT_MAX) return;
    arena_free(self->kept);
    self->kept = NULL;
    self->root = NULL;
}

/* A block of at least *size bytes. A large one is made of huge pages where the system has them: a long record is then read as fast as a
 * short one, instead of paying a page fault for every 4 kB and a miss of the table of pages for every jump. */
static struct block *block_new(size_t *size) {
    struct block *b;
    if (*size < HUGE_PAGE) {
        b = malloc(sizeof *b + *size);
    } else {
        size_t whole = (sizeof *b + *size + HUGE_PAGE - 1) & ~(size_t)(HUGE_PAGE - 1);
        *size = whole - sizeof *b;
        b = aligned_alloc(HUGE_PAGE, whole);
        if (b) (void)madvise(b, whole, MADV_HUGEPAGE);
    }
    return b ? b : out_of_memory();
}

static void add_block(arena *self, size_t size) {
    size_t wanted = self->current ? self->current->size * 2 : FIRST_BLOCK;
    if (wanted > LARGEST_BLOCK) wanted = LARGEST_BLOCK;
    if (wanted < size) wanted = size;
    struct block *b = block_new(&wanted);
    b->size = wanted;
    b->next = self->current ? self->current->next : NULL;
    if (self->current)
        self->current->next = b;
    else
        self->first = b;
    self->current = b;
    self->at = 0;
}

static size_t aligned(size_t size) {
    if (size > SIZE_MAX / 2) out_of_memory();
    return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

/* As arena_alloc, with whatever bytes are there. */
static void *take(arena *self, size_t size) {
    size = aligned(size);
    while (!self->current || self->current->size - self->at < size) {
        struct block *next = self->current ? self->current->next : NULL;
        if (next && next->size >= size)
            self->current = next, self->at = 0;
        else
            add_block(self, size);
    }
    void *bytes = self->current->bytes + self->at;
    self->at += size;
    self->used += size;
    return bytes;
}

void *arena_alloc(arena *self, size_t size) { return memset(take(self, size), 0, size); }

/* The last allocation grows where it stands, if its block has room. */
static bool extend(arena *self, const void *at, size_t size, size_t larger) {
    if (!self->current || (const char *)at + aligned(size) != self->current->bytes + self->at) return false;
    size_t more = aligned(larger) - aligned(size);
    if (self->current->size - self->at < more) return false;
    self->at += more;
    self->used += more;
    return true;
}

char *arena_copy(arena *self, slice text) {
    char *copy = arena_alloc(self, text.size + 1);
    if (text.size) memcpy(copy, text.data, text.size);
    return copy;
}

char *arena_format(arena *self, const char *format, ...) {
    va_list arguments, again;
    size_t room = self->current ? self->current->size - self->at : 0;
    va_start(arguments, format);
    va_copy(again, arguments);
    int printed = vsnprintf(room ? self->current->bytes + self->at : NULL, room, format, arguments); /* right where it will stand */
    va_end(arguments);
    size_t size = printed < 0 ? 0 : (size_t)printed;
    bool fits = room && aligned(size + 1) <= room;
    char *text = take(self, size + 1);
    if (!fits) vsnprintf(text, size + 1, format, again);
    if (printed < 0) *text = '\0';
    va_end(again);
    return text;
}

size_t arena_used(const arena *self) { return self->used; }

void *array_room(arena *memory, uint32_t capacity, size_t element_size) { return take(memory, capacity * element_size); }

void *array_grow(arena *memory, void *at, uint32_t *capacity, size_t element_size) {
    if (*capacity > UINT32_MAX / 2) out_of_memory();
    uint32_t larger = *capacity ? *capacity * 2 : 8;
    size_t size = *capacity * element_size;
    *capacity = larger;
    if (size && extend(memory, at, size, larger * element_size)) return at;
    void *grown = take(memory, larger * element_size);
    if (size) memcpy(grown, at, size);
    return grown;
}
