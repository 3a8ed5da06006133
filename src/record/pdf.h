/* Inside room `record`: a PDF's pages as fragments of lines, and what the layout makes of them. */
#ifndef GRIFFIE_RECORD_PDF_H
#define GRIFFIE_RECORD_PDF_H

#include "record/format.h"
#include "record/pdf_source.h"

/* Words that stand together on one line, as poppler cuts them. Raised figures stand between the bytes PDF_RAISED and PDF_LEVEL. */
enum { PDF_RAISED = 1, PDF_LEVEL = 2 };
struct pdf_fragment {
    struct pdf_box box;
    float size;                       /* of most of its letters, in points */
    float first_word;                 /* width of the first word */
    bool bold, bold_first, bold_last; /* all of it, its first and its last letter */
    bool furniture;                   /* a running head or foot, a page number */
    slice text;
};
struct pdf_page {
    float width, height;
    uint32_t first, last; /* fragments */
};
struct pdf {
    ARRAY(struct pdf_fragment) fragments;
    ARRAY(struct pdf_page) pages;
    float body_size; /* of most letters of the document */
};

/* Marks what repeats at the top or bottom of pages, but for its figures. Returns how many fragments. */
size_t pdf_find_furniture(arena *memory, struct pdf *pdf);

/* A line of one column: fragments of one height from left to right. */
struct pdf_line {
    struct pdf_box box;
    float size, first_word, value_left; /* value_left: where the part after a gap begins; 0: no gap */
    float column_left, column_right;
    bool bold, bold_first, bold_last, starts_column, footnote;
    int32_t page;
    slice text;  /* the part before the gap, or all */
    slice value; /* the part after it */
};
/* The lines of a page in reading order: columns one after the other between what spans them, furniture left out, footnotes at
 * the end. */
struct pdf_lines {
    ARRAY(struct pdf_line) all;
};
void pdf_order_page(arena *memory, const struct pdf *pdf, uint32_t page, struct pdf_lines *out);
/* Writes blocks from the lines of all pages. */
void pdf_write(struct builder *out, const struct pdf *pdf, const struct pdf_lines *lines);

/* A page (from 1) as a portable graymap. */
bool pdf_render(arena *memory, slice bytes, const char *name, int number, slice *image, error *problem);

#endif
