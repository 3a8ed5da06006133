/* doc/openapi.json, built into the program (embed.py writes description.c). */
#ifndef GRIFFIE_SERVE_DESCRIPTION_H
#define GRIFFIE_SERVE_DESCRIPTION_H

#include <stddef.h>

extern const unsigned char api_description_json[];
extern const size_t api_description_size;

#endif
