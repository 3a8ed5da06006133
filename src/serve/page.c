/* Finds and holds the built page.
 *
 * The page is one document; which view it shows is in the address. So "/", "/items" and "/items/2021-0004" are all index.html, and
 * whatever is neither a file nor the address of a view is not found. */
#include "serve/page.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* A built page is a few hundred kB; anything past this is another folder. */
enum { FILE_MOST = 8 << 20, FILES_MOST = 200 };

static const struct {
    const char *ending, *media;
} media_types[] = {
    { ".html", "text/html; charset=utf-8" }, { ".js", "text/javascript; charset=utf-8" },
    { ".css", "text/css; charset=utf-8" },   { ".svg", "image/svg+xml" },
    { ".txt", "text/plain; charset=utf-8" }, { ".woff2", "font/woff2" },
    { ".json", "application/json" },
};
/* The views that ui/src/main.ts has; those with `deeper` also take a name: /items/2021-0004. */
static const struct {
    const char *path;
    bool deeper;
} views[] = {
    { "/", false },       { "/items", true },   { "/records", true }, { "/search", false },
    { "/agenda", false }, { "/review", false }, { "/ledger", false },
};
/* Where the page lies, seen from the folder of the program: installed in PREFIX/bin, or in a build tree's src/cli. */
static const char *const places[] = { "../share/griffie/ui", "../../ui/dist", "../../../ui/dist" };

static bool holds_page(const char *folder) {
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/index.html", folder);
    return access(path, R_OK) == 0;
}

const char *page_find(arena *memory, const char *given) {
    if (given) return given;
    const char *wished = getenv("GRIFFIE_UI");
    if (wished && *wished) return wished;
    char program[PATH_MAX];
    ssize_t size = readlink("/proc/self/exe", program, sizeof program - 1);
    if (size > 0) {
        program[size] = 0;
        char *slash = strrchr(program, '/');
        if (slash) *slash = 0;
        for (size_t i = 0; i < COUNT_OF(places); i++) {
            const char *folder = arena_format(memory, "%s/%s", program, places[i]);
            if (holds_page(folder)) return folder;
        }
    }
    return holds_page(GRIFFIE_UI_INSTALLED) ? GRIFFIE_UI_INSTALLED : NULL;
}

static const char *media_of(const char *name) {
    for (size_t i = 0; i < COUNT_OF(media_types); i++)
        if (slice_ends(slice_of(name), slice_of(media_types[i].ending))) return media_types[i].media;
    return NULL;
}

static bool file_read(arena *memory, const char *path, slice *out, error *problem) {
    FILE *file = fopen(path, "rb");
    if (!file) return error_set(problem, ERROR_IO, path, -1, "cannot read this file of the page: %s", strerror(errno));
    struct stat about;
    if (fstat(fileno(file), &about) || about.st_size > FILE_MOST) {
        fclose(file);
        return error_set(problem, ERROR_LIMIT, path, -1, "too large for a file of the page; is this the folder of the built page?");
    }
    char *bytes = arena_alloc(memory, (size_t)about.st_size + 1);
    size_t got = fread(bytes, 1, (size_t)about.st_size, file);
    fclose(file);
    if (got != (size_t)about.st_size) return error_set(problem, ERROR_IO, path, -1, "cannot read this file of the page to its end");
    *out = (slice){ bytes, got };
    return true;
}

static bool folder_load(arena *memory, const char *folder, const char *prefix, bool lasting, struct page *out, error *problem) {
    DIR *listing = opendir(folder);
    if (!listing) return error_set(problem, ERROR_IO, folder, -1, "cannot open the folder of the page: %s", strerror(errno));
    bool fine = true;
    for (struct dirent *entry; fine && (entry = readdir(listing));) {
        const char *media = media_of(entry->d_name);
        if (entry->d_name[0] == '.' || !media) continue;
        if (out->files.count == FILES_MOST) {
            fine = error_set(problem, ERROR_LIMIT, folder, -1, "more than %d files; is this the folder of the built page?", FILES_MOST);
            break;
        }
        struct page_file file = { arena_format(memory, "%s%s", prefix, entry->d_name), media, { 0 }, lasting };
        fine = file_read(memory, arena_format(memory, "%s/%s", folder, entry->d_name), &file.bytes, problem);
        if (fine) ARRAY_PUSH(memory, &out->files) = file;
    }
    closedir(listing);
    return fine;
}

bool page_load(arena *memory, const char *folder, struct page *out, error *problem) {
    struct page page = { 0 };
    if (!folder_load(memory, folder, "/", false, &page, problem)) return false;
    if (!folder_load(memory, arena_format(memory, "%s/assets", folder), "/assets/", true, &page, problem)) return false;
    for (uint32_t i = 0; i < page.files.count; i++)
        if (!strcmp(page.files.at[i].path, "/index.html")) page.index = &page.files.at[i];
    if (!page.index) return error_set(problem, ERROR_IO, folder, -1, "there is no index.html here; build the page first (ui/README.md)");
    *out = page;
    return true;
}

const struct page_file *page_file_at(const struct page *self, const char *path) {
    for (uint32_t i = 0; i < self->files.count; i++)
        if (!strcmp(self->files.at[i].path, path)) return &self->files.at[i];
    for (size_t i = 0; i < COUNT_OF(views); i++) {
        size_t size = strlen(views[i].path);
        if (!strcmp(path, views[i].path)) return self->index;
        if (views[i].deeper && !strncmp(path, views[i].path, size) && path[size] == '/' && path[size + 1]) return self->index;
    }
    return NULL;
}
