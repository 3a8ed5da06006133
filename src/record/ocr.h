/* Inside room `record`: scanned PDFs, read by tesseract when it is installed and the caller asks for it. */
#ifndef GRIFFIE_RECORD_OCR_H
#define GRIFFIE_RECORD_OCR_H

#include "record/worker.h"

enum { OCR_DPI = 200, OCR_PAGES_MAX = 2000, OCR_SECONDS_MAX = 120 };
#define OCR_PIXELS_MAX ((double)50e6)

/* Renders each page behind the worker's walls, has tesseract read it and fills text and blocks with their boxes. */
bool ocr_read(struct record_worker *worker, arena *memory, struct record *record, slice bytes, error *problem);

#endif
