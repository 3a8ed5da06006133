/* Inside room `record`: what kind of ZIP file it is. */
#ifndef GRIFFIE_RECORD_ZIP_H
#define GRIFFIE_RECORD_ZIP_H

#include "base/base.h"

enum zip_kind {
    ZIP_NONE,
    ZIP_ARCHIVE,
    ZIP_WORD,
    ZIP_OPENDOCUMENT, /* text */
    ZIP_OFFICE        /* a spreadsheet, slides, a drawing */
};
enum zip_kind zip_recognise(slice bytes);

#endif
