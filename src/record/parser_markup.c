/* griffie-parse: everything but PDF. */
#include "record/parser.h"

#include <libxml/parser.h>

static record_format *const formats[] = {
    [MEDIA_HTML] = html_parse, [MEDIA_OP_XML] = op_xml_parse, [MEDIA_VLOS_XML] = vlos_xml_parse, [MEDIA_DOCX] = docx_parse,
    [MEDIA_ODT] = odt_parse,   [MEDIA_ODATA] = odata_parse,   [MEDIA_WEBVTT] = subtitle_parse,   [MEDIA_SRT] = subtitle_parse,
};
static const struct parser parser = {
    .formats = formats, .format_count = COUNT_OF(formats), .prepare = xmlInitParser, .unpack = archive_unpack
};

int main(int argc, char **argv) { return parser_main(argc, argv, &parser); }
