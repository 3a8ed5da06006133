/* Letters and pictures of a PDF by poppler's interface for C (pdf_source.h says when). Runs behind the worker's walls. */
#include "record/pdf_source.h"

#include <cairo.h>
#include <poppler.h>
#include <stdlib.h>
#include <string.h>

struct pdf_source {
    GBytes *bytes;
    PopplerDocument *document;
};

struct pdf_source *pdf_source_open(const char *bytes, size_t size, bool *locked) {
    GError *wrong = NULL;
    struct pdf_source *self = g_new0(struct pdf_source, 1);
    self->bytes = g_bytes_new_static(bytes, size);
    self->document = poppler_document_new_from_bytes(self->bytes, NULL, &wrong);
    *locked = wrong && wrong->code == POPPLER_ERROR_ENCRYPTED;
    g_clear_error(&wrong);
    if (self->document) return self;
    pdf_source_close(self);
    return NULL;
}

void pdf_source_close(struct pdf_source *self) {
    if (self->document) g_object_unref(self->document);
    g_bytes_unref(self->bytes);
    g_free(self);
}

int pdf_source_pages(const struct pdf_source *self) { return poppler_document_get_n_pages(self->document); }

void pdf_source_title(const struct pdf_source *self, char *out, size_t room) {
    char *title = poppler_document_get_title(self->document);
    g_strlcpy(out, title ? title : "", room);
    g_free(title);
}

/* Size and weight of a page's letters, one entry a letter. */
static void read_fonts(PopplerPage *page, struct pdf_letter *letters, guint count) {
    GList *runs = poppler_page_get_text_attributes(page);
    for (GList *at = runs; at; at = at->next) {
        const PopplerTextAttributes *run = at->data;
        bool bold = run->font_name && pdf_font_is_bold(run->font_name);
        for (gint i = run->start_index < 0 ? 0 : run->start_index; i <= run->end_index && (guint)i < count; i++)
            letters[i].size = (float)run->font_size, letters[i].bold = bold;
    }
    poppler_page_free_text_attributes(runs);
}

bool pdf_source_letters(struct pdf_source *self, int number, float size[2], void (*take)(void *context, const struct pdf_letter *letter),
                        void *context) {
    PopplerPage *page = poppler_document_get_page(self->document, number);
    if (!page) return false;
    double width, height;
    poppler_page_get_size(page, &width, &height);
    size[0] = (float)width;
    size[1] = (float)height;
    char *text = poppler_page_get_text(page);
    PopplerRectangle *boxes = NULL;
    guint count = 0;
    if (text && *text && poppler_page_get_text_layout(page, &boxes, &count)) {
        struct pdf_letter *letters = g_new0(struct pdf_letter, count + 1);
        read_fonts(page, letters, count);
        const char *at = text;
        for (guint i = 0; *at && i < count; i++) {
            const char *next = g_utf8_next_char(at);
            letters[i].text = *at == '\f' ? "\n" : at;
            letters[i].text_size = (size_t)(next - at);
            letters[i].box = (struct pdf_box){ (float)boxes[i].x1, (float)boxes[i].y1, (float)boxes[i].x2, (float)boxes[i].y2 };
            take(context, &letters[i]);
            at = next;
        }
        take(context, &(struct pdf_letter){ .text = "\n", .text_size = 1 });
        g_free(letters);
    }
    g_free(boxes);
    g_free(text);
    g_object_unref(page);
    return true;
}

static bool draw(PopplerPage *page, double scale, unsigned char *gray, int width, int height) {
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_t *paper = cairo_create(surface);
    cairo_set_source_rgb(paper, 1, 1, 1);
    cairo_paint(paper);
    cairo_scale(paper, scale, scale);
    poppler_page_render(page, paper);
    cairo_surface_flush(surface);
    bool drawn = cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
    for (int y = 0; drawn && y < height; y++) {
        const unsigned char *row = cairo_image_surface_get_data(surface) + (size_t)y * (size_t)cairo_image_surface_get_stride(surface);
        for (int x = 0; x < width; x++) /* ITU-R BT.601 luma of B, G, R */
            *gray++ = (unsigned char)((row[4 * x] * 29 + row[4 * x + 1] * 150 + row[4 * x + 2] * 77) >> 8);
    }
    cairo_destroy(paper);
    cairo_surface_destroy(surface);
    return drawn;
}

bool pdf_source_picture(struct pdf_source *self, int number, int per_inch, double most, unsigned char **gray, int *width, int *height) {
    PopplerPage *page = poppler_document_get_page(self->document, number);
    double points_wide, points_high, scale = per_inch / 72.0;
    if (!page) return false;
    poppler_page_get_size(page, &points_wide, &points_high);
    *width = (int)(points_wide * scale);
    *height = (int)(points_high * scale);
    bool fits = points_wide >= 1 && points_high >= 1 && points_wide * scale * points_high * scale <= most;
    *gray = fits ? malloc((size_t)*width * (size_t)*height) : NULL;
    bool drawn = *gray && draw(page, scale, *gray, *width, *height);
    if (!drawn) free(*gray);
    g_object_unref(page);
    return drawn;
}
