/* A PDF's page as a picture (portable graymap), for tesseract. Runs behind the worker's walls. */
#include "record/ocr.h"
#include "record/pdf.h"

#include <stdlib.h>

static slice as_graymap(arena *memory, const unsigned char *gray, int width, int height) {
    const char *head = arena_format(memory, "P5\n%d %d\n255\n", width, height);
    size_t head_size = strlen(head), size = (size_t)width * (size_t)height;
    char *out = arena_alloc(memory, head_size + size);
    memcpy(out, head, head_size);
    memcpy(out + head_size, gray, size);
    return (slice){ out, head_size + size };
}

bool pdf_render(arena *memory, slice bytes, const char *name, int number, slice *image, error *problem) {
    bool locked;
    struct pdf_source *source = pdf_source_open(bytes.data, bytes.size, &locked);
    if (!source) return error_set(problem, ERROR_FORMAT, name, -1, "broken PDF");
    bool there = number <= pdf_source_pages(source), drawn = false;
    unsigned char *gray = NULL;
    int width, height;
    if (there && (drawn = pdf_source_picture(source, number - 1, OCR_DPI, OCR_PIXELS_MAX, &gray, &width, &height)))
        *image = as_graymap(memory, gray, width, height);
    free(gray);
    pdf_source_close(source);
    if (!there) return error_set(problem, ERROR_NOT_FOUND, name, -1, "there is no page %d", number);
    return drawn || error_set(problem, ERROR_LIMIT, name, -1, "page %d is broken, or too large to be read as a picture", number);
}
