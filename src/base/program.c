/* The programs that griffie is made of besides `griffie` itself: where they are. */
#include "base/base.h"

#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* The folder that a file is in; false if the file's path cannot be known. */
static bool folder_of(const char *path, char folder[PATH_MAX]) {
    if (!path || !realpath(path, folder)) return false;
    *strrchr(folder, '/') = 0;
    return true;
}

static bool try_folder(const char *folder, const char *below, const char *name, char *out, size_t size) {
    int length = snprintf(out, size, "%s%s/%s", folder, below, name);
    return length > 0 && (size_t)length < size && access(out, X_OK) == 0;
}

bool program_find(const char *name, char *out, size_t size) {
    const char *told = getenv("GRIFFIE_LIBEXEC");
    if (told && *told) return try_folder(told, "", name, out, size); /* whoever says where means there, and nowhere else */
    /* Beside the program (a build), and as installed: PREFIX/bin, PREFIX/lib or PREFIX/lib/ARCHITECTURE, PREFIX/libexec/griffie. */
    static const char *const below[] = { "", "/../libexec/griffie", "/../../libexec/griffie" };
    Dl_info library;
    char folder[PATH_MAX];
    const char *self[] = { "/proc/self/exe", dladdr((void *)program_find, &library) ? library.dli_fname : NULL };
    for (size_t i = 0; i < COUNT_OF(self); i++)
        for (size_t j = 0; j < COUNT_OF(below) && folder_of(self[i], folder); j++)
            if (try_folder(folder, below[j], name, out, size)) return true;
    return try_folder(GRIFFIE_LIBEXEC, "", name, out, size);
}
