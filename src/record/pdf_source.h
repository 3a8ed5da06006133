/* Inside room `record`: a PDF as poppler reads it, letter by letter.
 *
 * Behind it stands one of two files. pdf_poppler.cc, the one file of griffie that is not C, asks poppler's own classes; it needs their
 * headers (libpoppler-private-dev). pdf_glib.c asks poppler's interface for C, which brings thirty libraries more to load with every PDF
 * and works out fonts and colours anew for every page: it takes half as long again. Both give the same letters. */
#ifndef GRIFFIE_RECORD_PDF_SOURCE_H
#define GRIFFIE_RECORD_PDF_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Points from the top left corner of the page. */
struct pdf_box {
    float left, top, right, bottom;
};
/* A letter, a blank, or "\n" where poppler ends a line; box, size and bold are of letters alone. */
struct pdf_letter {
    const char *text; /* UTF-8 */
    size_t text_size;
    struct pdf_box box;
    float size;
    bool bold;
};

/* Whether a font's name says that its letters are bold. */
static inline bool pdf_font_is_bold(const char *name) {
    return strstr(name, "Bold") || strstr(name, "bold") || strstr(name, "Black") || strstr(name, "Heavy");
}

struct pdf_source;
/* NULL if it is broken or, with *locked, needs a password. The bytes must outlive it. */
struct pdf_source *pdf_source_open(const char *bytes, size_t size, bool *locked);
void pdf_source_close(struct pdf_source *self);
int pdf_source_pages(const struct pdf_source *self);
/* The title as far as there is room, terminated; "" if there is none. */
void pdf_source_title(const struct pdf_source *self, char *out, size_t room);
/* Width and height of a page (from 0), and its letters in poppler's order. False if it cannot be had. */
bool pdf_source_letters(struct pdf_source *self, int page, float size[2], void (*take)(void *context, const struct pdf_letter *letter),
                        void *context);
/* A page as a picture, so many points an inch: a row of bytes after the other, 0 black. *gray is freed with free. False if it is
 * broken or has more than `most` points. */
bool pdf_source_picture(struct pdf_source *self, int page, int per_inch, double most, unsigned char **gray, int *width, int *height);

#ifdef __cplusplus
}
#endif
#endif
