/* griffie: reads records of governments and finds what they decide, ask, promise, plan, refuse and settle.
 *
 * The library's public door. Link with `pkg-config --cflags --libs griffie`. */
#ifndef GRIFFIE_H
#define GRIFFIE_H

#ifdef __cplusplus
extern "C" {
#endif

#define GRIFFIE_API __attribute__((visibility("default")))

/* "0.1.0"; static. */
GRIFFIE_API const char *griffie_version(void);

#ifdef __cplusplus
}
#endif
#endif
