/* PDF with text, by poppler: its letters with their boxes and fonts become fragments of lines; pdf_order.c puts these in reading
 * order and pdf_write.c makes blocks of them.
 *
 * poppler's own order mixes columns when a headline stands over one of them, so only its words and lines are taken. */
#include "record/pdf.h"

enum { PAGES_MAX = 20000, FRAGMENTS_MAX = 8000000 };

/* A fragment in the making. */
struct maker {
    arena *memory;
    struct pdf *pdf;
    char *text; /* of fragments, one after the other */
    size_t room, size, from;
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
static bool is_raised(const struct maker *self, const struct pdf_letter *letter) {
    if (!self->letters) return false;
    float height = self->now.box.bottom - self->now.box.top;
    return letter->size < self->sizes[0] * 0.8f && letter->box.bottom < self->now.box.bottom - 0.15f * height;
}

static void add_blank(struct maker *self) {
    if (self->in_first_word) self->now.first_word = self->now.box.right - self->now.box.left;
    self->in_first_word = false;
    if (self->raised) self->text[self->size++] = PDF_LEVEL, self->raised = false;
    self->text[self->size++] = ' ';
}

/* Room for a letter, which may be raised, let down and have a blank before it. A fragment keeps its words together. */
static void make_room(struct maker *self) {
    enum { MOST = 16, CHUNK = 1 << 14 };
    if (self->room - self->size >= MOST) return;
    size_t begun = self->size - self->from;
    char *text = array_room(self->memory, (uint32_t)begun + CHUNK, 1);
    if (begun) memcpy(text, self->text + self->from, begun);
    self->text = text;
    self->room = begun + CHUNK;
    self->size = begun;
    self->from = 0;
}

static void add_letter(void *context, const struct pdf_letter *letter) {
    struct maker *self = context;
    unsigned char first = (unsigned char)letter->text[0];
    make_room(self);
    if (first == '\n') return end_fragment(self);
    if (first < 0x20 || first == 0x7F) return;
    if (first == ' ' || (letter->text_size == 2 && !memcmp(letter->text, "\xC2\xA0", 2))) {
        if (self->letters) add_blank(self);
        return;
    }
    const struct pdf_box *box = &letter->box;
    /* White as wide as a letter is high parts columns of a table, with or without a blank in it. */
    if (self->letters && box->left - self->now.box.right > 1.2f * letter->size)
        end_fragment(self);
    else if (self->letters && box->left - self->now.box.right > 0.35f * letter->size && self->text[self->size - 1] != ' ')
        add_blank(self);
    bool raised = first >= '0' && first <= '9' && is_raised(self, letter);
    if (raised != self->raised) {
        self->text[self->size++] = raised ? PDF_RAISED : PDF_LEVEL;
        self->raised = raised;
    }
    memcpy(self->text + self->size, letter->text, letter->text_size);
    self->size += letter->text_size;
    struct pdf_box *around = &self->now.box;
    if (!self->letters)
        *around = *box;
    else {
        if (box->left < around->left) around->left = box->left;
        if (box->right > around->right) around->right = box->right;
        if (!raised && box->top < around->top) around->top = box->top;
        if (!raised && box->bottom > around->bottom) around->bottom = box->bottom;
    }
    if (!self->letters++) self->now.bold_first = letter->bold;
    self->now.bold_last = letter->bold;
    self->bold += letter->bold;
    count_size(self, letter->size);
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

static void know_metadata(struct builder *out, const struct pdf_source *source) {
    char title[1200];
    pdf_source_title(source, title, sizeof title);
    /* Titles that a word processor made up from a file's name say nothing. */
    if (*title && !strstr(title, "Microsoft Word") && !strchr(title, '~') && !strstr(title, ".doc") && !strstr(title, ".xml") &&
        !strstr(title, ".cdr") && strlen(title) < 300)
        record_know(out->record, out->memory, FIELD_TITLE, KNOWN_ASSUMED, slice_of(title));
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
    bool locked = false;
    struct pdf_source *source = pdf_source_open(bytes.data, bytes.size, &locked);
    if (!source)
        return error_set(problem, locked ? ERROR_UNSUPPORTED : ERROR_FORMAT, out->name, -1,
                         locked ? "the PDF is locked with a password" : "broken PDF: its parts cannot be found");
    struct pdf pdf = { 0 };
    int pages = pdf_source_pages(source), empty = 0;
    bool done = pages > 0 && pages <= PAGES_MAX;
    if (!done)
        error_set(problem, pages > 0 ? ERROR_LIMIT : ERROR_FORMAT, out->name, -1,
                  pages > 0 ? "the PDF has %d pages" : "the PDF has no pages (%d)", pages);
    struct maker maker = { .memory = out->memory, .pdf = &pdf, .in_first_word = true };
    for (int i = 0; done && i < pages; i++) {
        float size[2] = { 0 };
        uint32_t first = pdf.fragments.count;
        pdf_source_letters(source, i, size, add_letter, &maker);
        ARRAY_PUSH(out->memory, &pdf.pages) = (struct pdf_page){ size[0], size[1], first, pdf.fragments.count };
        empty += pdf.pages.at[i].first == pdf.pages.at[i].last;
    }
    if (done && !pdf.fragments.count)
        done = error_set(problem, ERROR_UNSUPPORTED, out->name, -1, "the PDF holds no text: it is %d scanned page%s; read it with --ocr",
                         pages, pages == 1 ? "" : "s");
    if (done) {
        know_metadata(out, source);
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
    pdf_source_close(source);
    return done;
}
