/* A reading for people. */
#ifndef GRIFFIE_PRETTY_H
#define GRIFFIE_PRETTY_H

#include "read/read.h"

struct pretty {
    bool colours;
    int width;
};
void pretty_reading(const struct pretty *style, const struct reading *reading, buffer *out);

#endif
