/* Inside room `record`: members of ZIP packages (DOCX, ODT), with limits against bombs. */
#ifndef GRIFFIE_RECORD_PACKAGE_H
#define GRIFFIE_RECORD_PACKAGE_H

#include "record/format.h"

enum { PACKAGE_MEMBERS_MAX = 4096 };

struct package_member {
    const char *name;
    slice bytes;
};
struct package {
    ARRAY(struct package_member) members;
};

/* Reads the members whose names `wanted` accepts into the arena. False when the archive is broken, holds more than
 * PACKAGE_MEMBERS_MAX members, or what is wanted of it unpacks to more than GRIFFIE_TEXT_MAX or 200 times its packed size. */
bool package_read(arena *memory, slice bytes, bool (*wanted)(slice name), const char *name, struct package *out, error *problem);
/* The member of that name; empty if there is none. */
slice package_find(const struct package *self, const char *name);

#endif
