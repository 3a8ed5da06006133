/* A PDF's page as a picture (portable graymap), for tesseract. Runs behind the worker's walls. */
#include "record/ocr.h"
#include "record/pdf.h"

#include <cairo.h>
#include <poppler.h>

static slice as_graymap(arena *memory, cairo_surface_t *surface, int width, int height) {
    const unsigned char *pixels = cairo_image_surface_get_data(surface);
    int stride = cairo_image_surface_get_stride(surface);
    const char *head = arena_format(memory, "P5\n%d %d\n255\n", width, height);
    size_t head_size = strlen(head), at = head_size;
    char *out = arena_alloc(memory, head_size + (size_t)width * (size_t)height);
    memcpy(out, head, head_size);
    for (int y = 0; y < height; y++) {
        const unsigned char *row = pixels + (size_t)y * (size_t)stride;
        for (int x = 0; x < width; x++)
            out[at++] = (char)((row[4 * x] * 29 + row[4 * x + 1] * 150 + row[4 * x + 2] * 77) >> 8); /* ITU-R BT.601 luma of B, G, R */
    }
    return (slice){ out, at };
}

bool pdf_render(arena *memory, slice bytes, const char *name, int number, slice *image, error *problem) {
    GBytes *source = g_bytes_new_static(bytes.data, bytes.size);
    PopplerDocument *document = poppler_document_new_from_bytes(source, NULL, NULL);
    g_bytes_unref(source);
    if (!document) return error_set(problem, ERROR_FORMAT, name, -1, "broken PDF");
    PopplerPage *page = number <= poppler_document_get_n_pages(document) ? poppler_document_get_page(document, number - 1) : NULL;
    g_object_unref(document);
    if (!page) return error_set(problem, ERROR_NOT_FOUND, name, -1, "there is no page %d", number);
    double points_wide, points_high, scale = OCR_DPI / 72.0;
    poppler_page_get_size(page, &points_wide, &points_high);
    bool fits = points_wide >= 1 && points_high >= 1 && points_wide * scale * points_high * scale <= OCR_PIXELS_MAX;
    if (fits) {
        int width = (int)(points_wide * scale), height = (int)(points_high * scale);
        cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
        cairo_t *paper = cairo_create(surface);
        cairo_set_source_rgb(paper, 1, 1, 1);
        cairo_paint(paper);
        cairo_scale(paper, scale, scale);
        poppler_page_render(page, paper);
        cairo_surface_flush(surface);
        fits = cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
        if (fits) *image = as_graymap(memory, surface, width, height);
        cairo_destroy(paper);
        cairo_surface_destroy(surface);
    }
    g_object_unref(page);
    return fits || error_set(problem, ERROR_LIMIT, name, -1, "page %d is too large to be read as a picture", number);
}
