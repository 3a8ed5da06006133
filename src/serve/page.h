/* The built page: its files read once at the start, so that no path a client sends ever reaches the file system. Private to room `serve`.
 */
#ifndef GRIFFIE_SERVE_PAGE_H
#define GRIFFIE_SERVE_PAGE_H

#include "base/base.h"

struct page_file {
    const char *path; /* "/assets/main-4F2A.js" */
    const char *media;
    slice bytes;
    bool lasting; /* its name changes when it does */
};
struct page {
    ARRAY(struct page_file) files;
    const struct page_file *index;
};

/* The folder of the built page: `given`, else $GRIFFIE_UI, else beside the program as installed or as built. NULL: there is none. */
const char *page_find(arena *memory, const char *given);
/* Reads the folder (and its folder assets). ERROR_IO names what could not be read. */
bool page_load(arena *memory, const char *folder, struct page *out, error *problem);
/* The file at a path; index.html for the address of a view ("/items/2021-0004"); NULL: there is nothing there. */
const struct page_file *page_file_at(const struct page *self, const char *path);

#endif
