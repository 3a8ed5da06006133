/* PDF with text, by poppler: its letters with their boxes and fonts become fragments of lines; pdf_order.c puts these in reading
 * order and pdf_write.c makes blocks of them.
 *
 * poppler's own order mixes columns when a headline stands over one of them, so only its words and lines are taken. */
#include "record/pdf.h"

#include <poppler.h>

enum { PAGES_MAX = 20000, FRAGMENTS_MAX = 8000000 };

struct letter_font {
    float size;
    bool bold;
};

/* Fonts of a page's letters, one entry a letter. */
static void read_fonts(PopplerPage *page, struct letter_font *fonts, guint count) {
    GList *runs = poppler_page_get_text_attributes(page);
    for (GList *at = runs; at; at = at->next) {
        const PopplerTextAttributes *run = at->data;
        bool bold = run->font_name && (strstr(run->font_name, "Bold") || strstr(run->font_name, "bold") ||
                                       strstr(run->font_name, "Black") || strstr(run->font_name, "Heavy"));
        for (gint i = run->start_index < 0 ? 0 : run->start_index; i <= run->end_index && (guint)i < count; i++)
            fonts[i] = (struct letter_font){ (float)run->font_size, bold };
    }
    poppler_page_free_text_attributes(runs);
}

/* A fragment in the making. */
struct maker {
    arena *memory;
    struct pdf *pdf;
    char *text; /* of the page's fragments, one after the other */
    size_t size, from;
    struct pdf_fragment now;
    float sizes[4];
    int counts[4]; /* letters of each of up to four sizes */
    int letters, bold;
    bool raised, in_first_word;
};

static void count_size(struct maker *self, float size) {
    for (int i = 0; i < 4; i++) {
        if (self->counts[i] && self->sizes[i] != size) continue;
        self->sizes[i] = size;
        self->counts[i]++;
        return;
    }
}

static void end_fragment(struct maker *self) {
    if (self->raised) self->text[self->size++] = PDF_LEVEL, self->raised = false;
    self->now.text = slice_trim((slice){ self->text + self->from, self->size - self->from });
    if (self->letters && self->now.text.size && self->pdf->fragments.count < FRAGMENTS_MAX) {
        int most = 0;
        for (int i = 1; i < 4; i++)
            if (self->counts[i] > self->counts[most]) most = i;
        self->now.size = self->sizes[most];
        self->now.bold = self->bold == self->letters;
        if (self->in_first_word) self->now.first_word = self->now.box.right - self->now.box.left;
        ARRAY_PUSH(self->memory, &self->pdf->fragments) = self->now;
    }
    self->from = self->size;
    self->letters = self->bold = 0;
    memset(self->counts, 0, sizeof self->counts);
    self->now = (struct pdf_fragment){ 0 };
    self->in_first_word = true;
}

/* Raised and smaller than the letters before it: a footnote's number. */
static bool is_raised(const struct maker *self, const PopplerRectangle *box, float size) {
    if (!self->letters) return false;
    float height = self->now.box.bottom - self->now.box.top;
    return size < self->sizes[0] * 0.8f && (float)box->y2 < self->now.box.bottom - 0.15f * height;
}

static void add_blank(struct maker *self) {
    if (self->in_first_word) self->now.first_word = self->now.box.right - self->now.box.left;
    self->in_first_word = false;
    if (self->raised) self->text[self->size++] = PDF_LEVEL, self->raised = false;
    self->text[self->size++] = ' ';
}

static void add_letter(struct maker *self, slice letter, const PopplerRectangle *box, struct letter_font font) {
    unsigned char first = (unsigned char)letter.data[0];
    if (first < 0x20 || first == 0x7F) return;
    if (first == ' ' || (letter.size == 2 && !memcmp(letter.data, "\xC2\xA0", 2))) {
        if (self->letters) add_blank(self);
        return;
    }
    /* White as wide as a letter is high parts columns of a table, with or without a blank in it. */
    if (self->letters && (float)box->x1 - self->now.box.right > 1.2f * font.size)
        end_fragment(self);
    else if (self->letters && (float)box->x1 - self->now.box.right > 0.35f * font.size && self->text[self->size - 1] != ' ')
        add_blank(self);
    bool raised = first >= '0' && first <= '9' && is_raised(self, box, font.size);
    if (raised != self->raised) {
        self->text[self->size++] = raised ? PDF_RAISED : PDF_LEVEL;
        self->raised = raised;
    }
    memcpy(self->text + self->size, letter.data, letter.size);
    self->size += letter.size;
    struct pdf_box *around = &self->now.box;
    if (!self->letters)
        *around = (struct pdf_box){ (float)box->x1, (float)box->y1, (float)box->x2, (float)box->y2 };
    else {
        if (box->x1 < around->left) around->left = (float)box->x1;
        if (box->x2 > around->right) around->right = (float)box->x2;
        if (!raised && box->y1 < around->top) around->top = (float)box->y1;
        if (!raised && box->y2 > around->bottom) around->bottom = (float)box->y2;
    }
    if (!self->letters++) self->now.bold_first = font.bold;
    self->now.bold_last = font.bold;
    self->bold += font.bold;
    count_size(self, font.size);
}

static void read_page(arena *memory, PopplerPage *page, struct pdf *pdf) {
    double width, height;
    poppler_page_get_size(page, &width, &height);
    uint32_t first = pdf->fragments.count;
    char *text = poppler_page_get_text(page);
    PopplerRectangle *boxes = NULL;
    guint box_count = 0;
    if (text && *text && poppler_page_get_text_layout(page, &boxes, &box_count)) {
        slice all = slice_of(text);
        struct letter_font *fonts = g_new0(struct letter_font, box_count + 1);
        read_fonts(page, fonts, box_count);
        struct maker maker = { .memory = memory, .pdf = pdf, .in_first_word = true };
        maker.text = arena_alloc(memory, all.size * 4 + 16); /* each letter may be raised, let down and have a blank before it */
        guint index = 0;
        for (size_t at = 0; at < all.size && index < box_count; index++) {
            size_t from = at;
            utf8_next(all, &at);
            if (all.data[from] == '\n' || all.data[from] == '\f')
                end_fragment(&maker);
            else
                add_letter(&maker, (slice){ all.data + from, at - from }, &boxes[index], fonts[index]);
        }
        end_fragment(&maker);
        g_free(fonts);
    }
    g_free(boxes);
    g_free(text);
    ARRAY_PUSH(memory, &pdf->pages) = (struct pdf_page){ (float)width, (float)height, first, pdf->fragments.count };
}

/* The size of most letters, in quarter points. */
static float find_body_size(const struct pdf *pdf) {
    enum { SIZES = 200 };
    size_t letters[SIZES] = { 0 };
    int most = 0;
    for (uint32_t i = 0; i < pdf->fragments.count; i++) {
        int size = (int)(pdf->fragments.at[i].size * 4 + 0.5f);
        if (size < 1 || size >= SIZES) continue;
        letters[size] += pdf->fragments.at[i].text.size;
        if (letters[size] > letters[most]) most = size;
    }
    return most ? (float)most / 4 : 10;
}

static void know_metadata(struct builder *out, PopplerDocument *document) {
    char *title = poppler_document_get_title(document);
    /* Titles that a word processor made up from a file's name say nothing. */
    if (title && *title && !strstr(title, "Microsoft Word") && !strchr(title, '~') && !strstr(title, ".doc") && !strstr(title, ".xml") &&
        !strstr(title, ".cdr") && strlen(title) < 300)
        record_know(out->record, out->memory, FIELD_TITLE, KNOWN_ASSUMED, slice_of(title));
    g_free(title);
}

/* What the running heads of the first pages say of the whole document. */
static void know_running(struct builder *out, const struct pdf *pdf) {
    buffer lines = { 0 };
    for (uint32_t i = 0; i < pdf->fragments.count && lines.size < 4096; i++) {
        if (!pdf->fragments.at[i].furniture) continue;
        buffer_add(&lines, pdf->fragments.at[i].text);
        buffer_add_char(&lines, '\n');
    }
    head_read_running(out->memory, out->record, (slice){ arena_copy(out->memory, (slice){ lines.data, lines.size }), lines.size });
    buffer_free(&lines);
}

bool pdf_parse(struct builder *out, slice bytes, error *problem) {
    GError *wrong = NULL;
    GBytes *source = g_bytes_new_static(bytes.data, bytes.size);
    PopplerDocument *document = poppler_document_new_from_bytes(source, NULL, &wrong);
    if (!document) {
        bool locked = wrong && wrong->code == POPPLER_ERROR_ENCRYPTED;
        error_set(problem, locked ? ERROR_UNSUPPORTED : ERROR_FORMAT, out->name, -1,
                  locked ? "the PDF is locked with a password" : "broken PDF: %s", wrong ? wrong->message : "no document");
        g_clear_error(&wrong);
        g_bytes_unref(source);
        return false;
    }
    struct pdf pdf = { 0 };
    int pages = poppler_document_get_n_pages(document), empty = 0;
    bool done = pages > 0 && pages <= PAGES_MAX;
    if (!done)
        error_set(problem, pages > 0 ? ERROR_LIMIT : ERROR_FORMAT, out->name, -1,
                  pages > 0 ? "the PDF has %d pages" : "the PDF has no pages (%d)", pages);
    for (int i = 0; done && i < pages; i++) {
        PopplerPage *page = poppler_document_get_page(document, i);
        if (page) {
            read_page(out->memory, page, &pdf);
            g_object_unref(page);
        } else
            ARRAY_PUSH(out->memory, &pdf.pages) = (struct pdf_page){ 0, 0, pdf.fragments.count, pdf.fragments.count };
        empty += pdf.pages.at[i].first == pdf.pages.at[i].last;
    }
    if (done && !pdf.fragments.count)
        done = error_set(problem, ERROR_UNSUPPORTED, out->name, -1, "the PDF holds no text: it is %d scanned page%s; read it with --ocr",
                         pages, pages == 1 ? "" : "s");
    if (done) {
        know_metadata(out, document);
        if (empty) builder_repair(out, arena_format(out->memory, "%d of %d pages hold no text", empty, pages));
        pdf.body_size = find_body_size(&pdf);
        size_t furniture = pdf_find_furniture(out->memory, &pdf);
        if (furniture) know_running(out, &pdf);
        if (furniture) builder_repair(out, arena_format(out->memory, "%zu running heads, feet and page numbers were left out", furniture));
        struct pdf_lines lines = { 0 };
        for (uint32_t i = 0; i < pdf.pages.count; i++) pdf_order_page(out->memory, &pdf, i, &lines);
        pdf_write(out, &pdf, &lines);
        done = builder_finish(out, problem);
    }
    g_object_unref(document);
    g_bytes_unref(source);
    return done;
}
