/* griffie-parse-pdf: PDF, in a program of its own because poppler brings fifty libraries. */
#include "record/parser.h"
#include "record/pdf.h"

static record_format *const formats[] = { [MEDIA_PDF] = pdf_parse };
static const struct parser parser = { .formats = formats, .format_count = COUNT_OF(formats), .render = pdf_render };

int main(int argc, char **argv) { return parser_main(argc, argv, &parser); }
