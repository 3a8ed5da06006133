/* Documents built into the program (embed.py): doc/openapi.json, and the names of actors from the vocabulary (actor_names.py).
 * Private to room `serve`. */
#ifndef GRIFFIE_SERVE_EMBEDDED_H
#define GRIFFIE_SERVE_EMBEDDED_H

#include <stddef.h>

extern const unsigned char api_description_json[];
extern const size_t api_description_json_size;
extern const unsigned char actor_names_json[];
extern const size_t actor_names_json_size;

#endif
