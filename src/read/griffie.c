/* The public API over the reader (include/griffie.h). */
#include "griffie.h"

const char *griffie_version(void) { return GRIFFIE_VERSION; }
