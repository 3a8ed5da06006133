/* Reading order of a page: furniture out, columns one after the other, footnotes last.
 *
 * Worked example (Handelingen): a headline over the left column, two columns of lines, "Tweede Kamer" and "TK 15" at the foot →
 * headline, left column from top to bottom, right column; the foot, which every page has, is left out.
 *
 * A page has two columns when a strip of white goes through the middle of it from top to bottom, hardly crossed, with lines on
 * both sides that fill their half: labels of a list ("Agendapunt:   …") do not fill theirs. It has three when two such strips leave
 * three columns of nearly one width, as in newsletters and the Official Journal: columns of a table differ in width. */
#include "record/pdf.h"

#include <stdlib.h>

enum { BINS = 256, BAND_LINES = 4096, COLUMNS_MAX = 3 };

/* A fragment's text with figures made one "0" and blanks made one: what repeats from page to page. */
static uint64_t masked_hash(slice text, bool *only_figures) {
    uint64_t hash = 1469598103934665603u;
    char before = 0;
    *only_figures = true;
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i] >= '0' && text.data[i] <= '9' ? '0' : text.data[i];
        if ((c == '0' || c == ' ') && c == before) continue;
        if (c != '0' && c != ' ' && c != '-' && c != '/' && c != '.') *only_figures = false;
        before = c;
        hash = (hash ^ (unsigned char)c) * 1099511628211u;
    }
    return hash;
}

struct repeat {
    uint64_t hash;
    int32_t height;
    uint32_t fragment, page;
    bool rare;
};

static int by_hash(const void *left, const void *right) {
    const struct repeat *a = left, *b = right;
    if (a->hash != b->hash) return a->hash < b->hash ? -1 : 1;
    return a->page < b->page ? -1 : a->page > b->page;
}

/* White above and below it: a running head stands apart from the text. */
static bool stands_apart(const struct pdf *pdf, const struct pdf_page *page, const struct pdf_fragment *fragment) {
    for (uint32_t i = page->first; i < page->last; i++) {
        const struct pdf_fragment *other = &pdf->fragments.at[i];
        if (other->furniture) continue;
        float gap = other->box.top > fragment->box.bottom ? other->box.top - fragment->box.bottom : fragment->box.top - other->box.bottom;
        if (gap < 0.9f * fragment->size) return false;
    }
    return true;
}

/* Nothing but furniture stands on its line: the label of a list at the head of two pages is no running head. */
static bool fills_line(const struct pdf *pdf, const struct pdf_page *page, const struct pdf_fragment *fragment) {
    float middle = (fragment->box.top + fragment->box.bottom) / 2;
    for (uint32_t i = page->first; i < page->last; i++) {
        const struct pdf_box *box = &pdf->fragments.at[i].box;
        if (!pdf->fragments.at[i].furniture && box->top < middle && middle < box->bottom) return false;
    }
    return true;
}

size_t pdf_find_furniture(arena *memory, struct pdf *pdf) {
    ARRAY(struct repeat) candidates = { 0 };
    ARRAY(struct repeat) marked = { 0 };
    for (uint32_t p = 0; p < pdf->pages.count; p++) {
        const struct pdf_page *page = &pdf->pages.at[p];
        for (uint32_t i = page->first; i < page->last; i++) {
            struct pdf_fragment *fragment = &pdf->fragments.at[i];
            bool top = fragment->box.bottom<page->height * 0.13f, bottom = fragment->box.top> page->height * 0.87f;
            if ((!top && !bottom) || fragment->text.size > 200) continue;
            bool figures;
            uint64_t hash = masked_hash(fragment->text, &figures) ^ (bottom ? 0x9E3779B97F4A7C15u : 0);
            struct repeat candidate = { hash, (int32_t)fragment->box.top, i, p, false };
            ARRAY_PUSH(memory, &candidates) = candidate;
            /* A lone number far down is a page number even on the only page. */
            if (figures && fragment->text.size <= 9 && (fragment->box.top > page->height * 0.92f || (pdf->pages.count > 1 && bottom)))
                fragment->furniture = true, ARRAY_PUSH(memory, &marked) = candidate;
        }
    }
    if (candidates.count) qsort(candidates.at, candidates.count, sizeof *candidates.at, by_hash);
    for (uint32_t from = 0, to; from < candidates.count; from = to) {
        uint32_t pages = 0;
        for (to = from; to < candidates.count && candidates.at[to].hash == candidates.at[from].hash; to++)
            if (to == from || candidates.at[to].page != candidates.at[to - 1].page) pages++;
        if (pages < 2) continue;
        for (uint32_t i = from; i < to; i++) {
            struct repeat *candidate = &candidates.at[i];
            /* At the same height as on another page; what few pages have must stand apart as well. */
            bool same = false;
            for (uint32_t k = i > from + 8 ? i - 8 : from; k < to && k < i + 8; k++)
                same |= k != i && abs(candidates.at[k].height - candidate->height) <= 6 && candidates.at[k].page != candidate->page;
            if (!same || pdf->fragments.at[candidate->fragment].furniture) continue;
            pdf->fragments.at[candidate->fragment].furniture = true;
            candidate->rare = pages * 10 < pdf->pages.count * 3;
            ARRAY_PUSH(memory, &marked) = *candidate;
        }
    }
    size_t found = 0;
    for (uint32_t i = 0; i < marked.count; i++) {
        struct pdf_fragment *fragment = &pdf->fragments.at[marked.at[i].fragment];
        const struct pdf_page *page = &pdf->pages.at[marked.at[i].page];
        if (!fills_line(pdf, page, fragment) || (marked.at[i].rare && !stands_apart(pdf, page, fragment)))
            fragment->furniture = false;
        else
            found++;
    }
    return found;
}

/* How many lines cross each upright strip of the page, and where its text begins and ends. */
struct profile {
    int crossing[BINS + 1], lines;
    float scale, left, right; /* scale: strips a point */
};
static struct profile profile_of(const struct pdf *pdf, const struct pdf_page *page) {
    struct profile profile = { .scale = BINS / page->width, .left = page->width };
    for (uint32_t i = page->first; i < page->last; i++) {
        const struct pdf_box *box = &pdf->fragments.at[i].box;
        if (pdf->fragments.at[i].furniture) continue;
        int from = (int)(box->left * profile.scale), to = (int)(box->right * profile.scale);
        if (from < 0) from = 0;
        if (to >= BINS) to = BINS - 1;
        for (int bin = from; bin <= to; bin++) profile.crossing[bin]++;
        profile.lines++;
        if (box->left < profile.left) profile.left = box->left;
        if (box->right > profile.right) profile.right = box->right;
    }
    return profile;
}

/* The middle of the widest white strip between two percentages of the page's width; 0 if there is none. */
static float find_white(const struct profile *profile, int low, int high) {
    int best_from = 0, best_to = 0;
    for (int from = BINS * low / 100, to; from < BINS * high / 100; from = to + 1) {
        for (to = from; to < BINS * high / 100 && profile->crossing[to] * 25 <= profile->lines; to++) {}
        if (to - from > best_to - best_from) best_from = from, best_to = to;
    }
    return (float)(best_to - best_from) / profile->scale < 6 ? 0 : (float)(best_from + best_to) / 2 / profile->scale;
}

/* Whether enough lines stand between two places, and one of so many fills most of the width. */
static bool is_column(const struct pdf *pdf, const struct pdf_page *page, float left, float right, float width, size_t one_of) {
    size_t lines = 0, filled = 0;
    for (uint32_t i = page->first; i < page->last; i++) {
        const struct pdf_box *box = &pdf->fragments.at[i].box;
        if (pdf->fragments.at[i].furniture || box->left < left || box->right > right) continue;
        lines++;
        filled += box->right - box->left > 0.6f * width;
    }
    return lines >= 4 && filled * one_of >= lines;
}

/* The middles of the white strips between columns, from left to right; how many there are. The last column may end early. */
static int find_gutters(const struct pdf *pdf, const struct pdf_page *page, float gutters[COLUMNS_MAX - 1]) {
    if (page->width <= 0) return 0;
    struct profile profile = profile_of(pdf, page);
    float middle = find_white(&profile, 35, 65), first = find_white(&profile, 20, 45), second = find_white(&profile, 55, 80);
    float left = profile.left, right = profile.right, none = page->width * 2;
    gutters[0] = middle;
    if (middle > 0 && is_column(pdf, page, -none, middle, middle - left, 2) && is_column(pdf, page, middle, none, right - middle, 3))
        return 1;
    gutters[0] = first;
    gutters[1] = second;
    float widths[] = { first - left, second - first, right - second }, least = widths[0], most = widths[0];
    for (int i = 1; i < 3; i++) {
        if (widths[i] < least) least = widths[i];
        if (widths[i] > most) most = widths[i];
    }
    bool three = first > 0 && second > 0 && least > 0.8f * most && is_column(pdf, page, -none, first, widths[0], 2) &&
                 is_column(pdf, page, first, second, widths[1], 2) && is_column(pdf, page, second, none, widths[2], 3);
    return three ? 2 : 0;
}

static int by_height(const void *left, const void *right) {
    const struct pdf_fragment *a = *(const struct pdf_fragment *const *)left, *b = *(const struct pdf_fragment *const *)right;
    float difference = (a->box.top + a->box.bottom) - (b->box.top + b->box.bottom);
    if (difference != 0) return difference < 0 ? -1 : 1;
    return a->box.left < b->box.left ? -1 : a->box.left > b->box.left;
}
static int by_left(const void *left, const void *right) {
    const struct pdf_fragment *a = *(const struct pdf_fragment *const *)left, *b = *(const struct pdf_fragment *const *)right;
    return a->box.left < b->box.left ? -1 : a->box.left > b->box.left;
}

static slice join(arena *memory, slice a, slice b) {
    if (!a.size) return b;
    char *text = arena_alloc(memory, a.size + b.size + 1);
    memcpy(text, a.data, a.size);
    text[a.size] = ' ';
    memcpy(text + a.size + 1, b.data, b.size);
    return (slice){ text, a.size + b.size + 1 };
}

/* Makes one line of fragments at one height. */
static void push_line(arena *memory, const struct pdf_fragment **fragments, uint32_t count, int32_t page, struct pdf_lines *out) {
    qsort(fragments, count, sizeof(struct pdf_fragment *), by_left);
    struct pdf_line line = { .box = fragments[0]->box,
                             .size = fragments[0]->size,
                             .bold = true,
                             .bold_first = fragments[0]->bold_first,
                             .first_word = fragments[0]->first_word,
                             .page = page };
    size_t longest = 0;
    for (uint32_t i = 0; i < count; i++) {
        const struct pdf_fragment *fragment = fragments[i];
        bool gap = i && fragment->box.left - line.box.right > 1.2f * fragment->size;
        if (gap && !line.value_left) line.value_left = fragment->box.left;
        if (line.value_left)
            line.value = join(memory, line.value, fragment->text);
        else
            line.text = join(memory, line.text, fragment->text);
        if (fragment->box.top < line.box.top) line.box.top = fragment->box.top;
        if (fragment->box.bottom > line.box.bottom) line.box.bottom = fragment->box.bottom;
        if (fragment->box.right > line.box.right) line.box.right = fragment->box.right;
        if (fragment->text.size > longest) longest = fragment->text.size, line.size = fragment->size;
        line.bold &= fragment->bold;
        line.bold_last = fragment->bold_last;
    }
    ARRAY_PUSH(memory, &out->all) = line;
}

/* Lines of one column (or of what spans both), from top to bottom. */
static void push_column(arena *memory, const struct pdf_fragment **fragments, uint32_t count, int32_t page, struct pdf_lines *out) {
    if (!count) return;
    uint32_t first_line = out->all.count;
    qsort(fragments, count, sizeof(struct pdf_fragment *), by_height);
    float left = fragments[0]->box.left, right = fragments[0]->box.right;
    for (uint32_t from = 0, to; from < count; from = to) {
        const struct pdf_box *box = &fragments[from]->box;
        float middle = (box->top + box->bottom) / 2, height = box->bottom - box->top;
        for (to = from + 1; to < count; to++) {
            const struct pdf_box *next = &fragments[to]->box;
            float next_height = next->bottom - next->top, least = next_height < height ? next_height : height;
            if ((next->top + next->bottom) / 2 - middle > 0.45f * least) break;
        }
        push_line(memory, fragments + from, to - from, page, out);
    }
    for (uint32_t i = first_line; i < out->all.count; i++) {
        if (out->all.at[i].box.left < left) left = out->all.at[i].box.left;
        if (out->all.at[i].box.right > right) right = out->all.at[i].box.right;
    }
    for (uint32_t i = first_line; i < out->all.count; i++) out->all.at[i].column_left = left, out->all.at[i].column_right = right;
    out->all.at[first_line].starts_column = true;
}

/* Small print at the end of a page that begins with a number: footnotes. */
static void mark_footnotes(const struct pdf *pdf, struct pdf_lines *lines, uint32_t from) {
    uint32_t first = lines->all.count;
    while (first > from && lines->all.at[first - 1].size < pdf->body_size * 0.93f) first--;
    if (first == from) return; /* a page of small print alone is no footnote */
    for (; first < lines->all.count; first++) {
        slice text = lines->all.at[first].text;
        if (text.size > 2 && (text.data[0] == PDF_RAISED || (text.data[0] >= '0' && text.data[0] <= '9') || text.data[0] == '*')) break;
    }
    for (uint32_t i = first; i < lines->all.count; i++) lines->all.at[i].footnote = true;
}

/* The column that a box stands in; -1 if it spans several. */
static int column_of(const struct pdf_box *box, const float *gutters, int count) {
    for (int i = 0; i < count; i++) {
        if (box->left < gutters[i] - 4 && box->right > gutters[i] + 4) return -1;
        if (box->right <= gutters[i] + 4) return i;
    }
    return count;
}

void pdf_order_page(arena *memory, const struct pdf *pdf, uint32_t number, struct pdf_lines *out) {
    const struct pdf_page *page = &pdf->pages.at[number];
    uint32_t count = page->last - page->first, kept = 0, first_line = out->all.count;
    if (!count) return;
    const struct pdf_fragment **all = arena_alloc(memory, (COLUMNS_MAX + 1) * count * sizeof(struct pdf_fragment *));
    struct {
        const struct pdf_fragment **at;
        uint32_t count;
    } columns[COLUMNS_MAX];
    for (uint32_t i = page->first; i < page->last; i++)
        if (!pdf->fragments.at[i].furniture) all[kept++] = &pdf->fragments.at[i];
    float gutters[COLUMNS_MAX - 1];
    int gutter_count = find_gutters(pdf, page, gutters);
    int32_t shown = (int32_t)number + 1;
    for (uint32_t i = 0; i < COLUMNS_MAX; i++) columns[i].at = all + (i + 1) * count, columns[i].count = 0;
    if (gutter_count) qsort(all, kept, sizeof(struct pdf_fragment *), by_height);
    for (uint32_t i = 0; gutter_count && i <= kept; i++) {
        int column = i < kept ? column_of(&all[i]->box, gutters, gutter_count) : -1;
        for (int k = 0; column < 0 && k <= gutter_count; k++) { /* what spans columns ends the band above it */
            push_column(memory, columns[k].at, columns[k].count, shown, out);
            columns[k].count = 0;
        }
        if (i == kept) break;
        if (column < 0)
            push_column(memory, (const struct pdf_fragment *[]){ all[i] }, 1, shown, out);
        else
            columns[column].at[columns[column].count++] = all[i];
    }
    if (!gutter_count) push_column(memory, all, kept, shown, out);
    mark_footnotes(pdf, out, first_line);
}
