/* What the markup of a record knows for certain: where a link leads, which day a date is, who speaks. It completes and corrects what the
 * finders read in the words, and finds what the words do not tell.
 *
 * <extref doc="kst-31293-653">31 293 en 31 289, nr. 653</extref>: the words name two dossiers, the link one document → kst-31293-653.
 * <extref doc="kst-28676-372">die brief</extref>: no finder sees a reference there → kst-28676-372.
 * <datum isodatum="2024-12-05">pakjesavond</datum> → DATE 2024-12-05.
 *
 * Words may say more than a mark: "Kamerstuk 28 676, nr. 372" linked to its dossier stays the document, a range of days stays a range.
 * Plain text has no marks and is not touched. Cost: O(tokens × log marks + marks × log mentions). */
#include "mention/reference.h"

struct marked {
    const struct record_mark *mark;
    uint32_t first, last; /* tokens; none: first == last */
};

static bool is_certain(const struct record_mark *mark) {
    return mark->value && *mark->value && (mark->kind == MARK_REFERENCE || mark->kind == MARK_DATE);
}

/* The last mark that begins at or before a byte; count if none does. */
static uint32_t mark_before(const struct marked *marks, uint32_t count, uint32_t byte) {
    uint32_t low = 0, high = count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (marks[middle].mark->span.start <= byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? low - 1 : count;
}

/* The marks that are certain, in text order, each with the tokens that begin in it. */
static uint32_t marks_place(arena *memory, const struct text *text, struct marked **out) {
    const struct record *record = text->record;
    uint32_t count = 0;
    for (uint32_t i = 0; i < record->marks.count; i++) count += is_certain(&record->marks.at[i]);
    if (!count) return 0;
    struct marked *marks = *out = arena_alloc(memory, count * sizeof *marks);
    count = 0;
    for (uint32_t i = 0; i < record->marks.count; i++)
        if (is_certain(&record->marks.at[i])) marks[count++].mark = &record->marks.at[i];
    for (uint32_t i = 0; i < text->tokens.count; i++) {
        uint32_t found = mark_before(marks, count, text->tokens.at[i].start);
        if (found == count || text->tokens.at[i].start >= marks[found].mark->span.end) continue;
        if (marks[found].first == marks[found].last) marks[found].first = i;
        marks[found].last = i + 1;
    }
    return count;
}

/* What a mark says, as a mention of its tokens. */
static struct mention mention_of(arena *memory, const struct text *text, const struct marked *marked) {
    const char *value = marked->mark->value;
    struct mention out = { .first = marked->first, .last = marked->last, .span = text_span(text, marked->first, marked->last) };
    if (marked->mark->kind == MARK_DATE) {
        out.kind = MENTION_TIMEX;
        out.sub = "DATE";
        out.value = value;
        date_parse(slice_of(value), &out.from);
        out.to = out.from;
        return out;
    }
    out.kind = MENTION_REFERENCE;
    if (slice_starts(slice_of(value), SLICE("dossier-"))) {
        out.sub = "dossier", out.scheme = "kst";
        out.value = arena_format(memory, "kst-%s", value + 8);
        out.url = arena_format(memory, "https://zoek.officielebekendmakingen.nl/dossier/%s", value + 8);
    } else {
        out.value = value;
        if (!identifier_tell(memory, slice_of(value), &out.sub, &out.scheme, &out.url)) {
            out.sub = "publication";
            out.url = arena_format(memory, "https://zoek.officielebekendmakingen.nl/%s", value);
        }
    }
    return out;
}

/* The words say the same, or more: the document of a dossier, the range that a day begins. */
static bool says_as_much(const struct mention *words, const struct mention *mark) {
    if (!words->value) return false;
    if (!strcmp(words->value, mark->value)) return true;
    size_t size = strlen(mark->value);
    if (words->kind == MENTION_REFERENCE)
        return !strcmp(mark->sub, "dossier") && !strncmp(words->value, mark->value, size) && words->value[size] == '-';
    return strcmp(words->sub, "DATE") != 0 || words->begin || words->stop || !strncmp(words->value, mark->value, size);
}

/* Mentions of one kind never overlap: those of a mark's kind that share a token with it are [*from, *to) of the sorted list `order`. */
struct order {
    ARRAY(uint32_t) at[2]; /* indexes of times, of references */
};
static void overlapping(const struct mentions *mentions, const struct order *order, const struct marked *marked, uint32_t *from,
                        uint32_t *to) {
    bool reference = marked->mark->kind == MARK_REFERENCE;
    uint32_t count = order->at[reference].count, low = 0, high = count;
    const uint32_t *at = order->at[reference].at;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (mentions->all.at[at[middle]].last <= marked->first)
            low = middle + 1;
        else
            high = middle;
    }
    *from = *to = low;
    while (*to < count && mentions->all.at[at[*to]].first < marked->last) ++*to;
}

const char *marks_speaker(const struct text *text, uint32_t block) {
    const struct record *record = text->record;
    span words = text->blocks.at[block].span;
    uint32_t low = 0, high = record->marks.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (record->marks.at[middle].span.start < words.start)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < record->marks.count && record->marks.at[low].span.start < words.end; low++) {
        const struct record_mark *mark = &record->marks.at[low];
        if (mark->kind == MARK_SPEAKER && mark->value && !strncmp(mark->value, "NL-", 3)) return mark->value;
    }
    return NULL;
}

void marks_find(arena *memory, const struct text *text, struct mentions *out) {
    struct marked *marks = NULL;
    uint32_t count = marks_place(memory, text, &marks), known = out->all.count;
    if (!count) return;
    struct order order = { 0 };
    for (uint32_t i = 0; i < known; i++) {
        uint8_t kind = out->all.at[i].kind;
        if (kind == MENTION_TIMEX || kind == MENTION_REFERENCE) ARRAY_PUSH(memory, &order.at[kind == MENTION_REFERENCE]) = i;
    }
    bool *confirmed = arena_alloc(memory, known + 1); /* a mark says the same of it: another mark in it changes nothing */
    for (int pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < count; i++) {
            if (marks[i].first == marks[i].last) continue;
            uint32_t from, to;
            overlapping(out, &order, &marks[i], &from, &to);
            const uint32_t *at = order.at[marks[i].mark->kind == MARK_REFERENCE].at;
            struct mention said = mention_of(memory, text, &marks[i]);
            bool settled = false;
            for (uint32_t j = from; at && j < to; j++) {
                bool same = says_as_much(&out->all.at[at[j]], &said);
                if (pass == 0) confirmed[at[j]] |= same;
                settled |= same || confirmed[at[j]];
            }
            if (pass == 0 || settled) continue;
            if (from == to || !at) {
                ARRAY_PUSH(memory, &out->all) = said;
                continue;
            }
            if (to - from > 1) continue; /* several under one link: the words tell them apart, the link does not */
            struct mention *words = &out->all.at[at[from]];
            if (words->first < said.first && said.last < words->last) continue; /* "nr. 719 (21501-08)": the link is of its dossier alone */
            if (words->first < said.first) said.first = words->first;
            if (words->last > said.last) said.last = words->last;
            said.span = text_span(text, said.first, said.last);
            if (said.first == words->first && said.last == words->last) said.span = words->span;
            said.mod = words->mod;
            *words = said;
        }
}
