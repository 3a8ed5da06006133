/* Files under folders, patterns and lists, one after the other. Links are followed; a folder inside itself is not entered again. */
#include "record/walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { FOLDERS_MAX = 256 }; /* a folder in a folder in … */

/* A folder being walked: its entries' names, each behind its type (d_type), and where they begin, sorted. */
struct folder {
    buffer names;
    uint32_t *entries;
    uint32_t count, next;
    size_t path_size; /* of its own path at the start of walk.path, with the slash */
    dev_t device;
    ino_t node;
};
struct walk {
    const char *const *named;
    size_t count, next;
    const char *list;
    FILE *lines;
    char *line;
    size_t line_room;
    glob_t matches; /* of a pattern: gl_pathv */
    size_t match;
    bool matching, counting;
    struct folder folders[FOLDERS_MAX];
    int depth;
    buffer path;
};

struct walk *walk_new(const char *const *named, size_t count, const char *list) {
    struct walk *self = calloc(1, sizeof *self);
    if (!self) abort();
    self->named = named;
    self->count = count;
    self->list = list;
    return self;
}

static void leave_folder(struct walk *self) {
    struct folder *folder = &self->folders[--self->depth];
    buffer_free(&folder->names);
    free(folder->entries);
    *folder = (struct folder){ 0 };
}

void walk_free(struct walk *self) {
    if (!self) return;
    while (self->depth) leave_folder(self);
    if (self->matching) globfree(&self->matches);
    if (self->lines && self->lines != stdin) fclose(self->lines);
    free(self->line);
    buffer_free(&self->path);
    free(self);
}

/* ---- folders ---- */

static int by_name(const void *left, const void *right, void *names) {
    return strcmp((const char *)names + *(const uint32_t *)left + 1, (const char *)names + *(const uint32_t *)right + 1);
}

/* Reads the names of the open folder, which it takes over. */
static bool read_folder(struct folder *self, int file, const char *path, error *problem) {
    DIR *stream = fdopendir(file);
    if (!stream) {
        close(file);
        return error_set(problem, ERROR_IO, path, -1, "the folder cannot be opened: %s", strerror(errno));
    }
    size_t room = 0;
    errno = 0;
    for (struct dirent *entry; (entry = readdir(stream)); errno = 0) {
        if (entry->d_name[0] == '.' || self->names.size > UINT32_MAX / 2) continue;
        if (self->count == room) {
            room = room ? room * 2 : 64;
            self->entries = realloc(self->entries, room * sizeof *self->entries);
            if (!self->entries) abort();
        }
        self->entries[self->count++] = (uint32_t)self->names.size;
        buffer_add_char(&self->names, (char)entry->d_type);
        buffer_add(&self->names, (slice){ entry->d_name, strlen(entry->d_name) + 1 });
    }
    int failed = errno;
    closedir(stream);
    if (self->count) qsort_r(self->entries, self->count, sizeof *self->entries, by_name, self->names.data);
    return !failed || error_set(problem, ERROR_IO, path, -1, "the folder cannot be read to its end: %s", strerror(failed));
}

static bool enter_folder(struct walk *self, int file, const struct stat *about, error *problem) {
    const char *path = self->path.data;
    for (int i = 0; i < self->depth; i++) {
        if (self->folders[i].device != about->st_dev || self->folders[i].node != about->st_ino) continue;
        close(file);
        return true;
    }
    if (self->depth == FOLDERS_MAX) {
        close(file);
        return error_set(problem, ERROR_LIMIT, path, -1, "folders are nested more than %d deep", FOLDERS_MAX);
    }
    struct folder *folder = &self->folders[self->depth++];
    *folder = (struct folder){ .device = about->st_dev, .node = about->st_ino };
    bool read = read_folder(folder, file, path, problem);
    folder->path_size = strlen(path);
    if (folder->path_size && path[folder->path_size - 1] != '/') {
        self->path.size = folder->path_size++;
        buffer_add(&self->path, (slice){ "/", 2 });
    }
    return read;
}

/* ---- the next path ---- */

static void set_path(struct walk *self, size_t kept, const char *path) {
    self->path.size = kept;
    buffer_add(&self->path, (slice){ path, strlen(path) + 1 });
}

/* The next line of the list; false at its end, with *problem when it cannot be read. */
static bool next_line(struct walk *self, error *problem) {
    if (!self->list) return false;
    if (!self->lines) self->lines = strcmp(self->list, "-") == 0 ? stdin : fopen(self->list, "re");
    ssize_t got = 0;
    bool read = false;
    while (self->lines && !read && (got = getline(&self->line, &self->line_room, self->lines)) >= 0) {
        while (got && (self->line[got - 1] == '\n' || self->line[got - 1] == '\r')) self->line[--got] = 0;
        read = got > 0;
    }
    if (read) return true;
    if (!self->lines || ferror(self->lines)) error_set(problem, ERROR_IO, self->list, -1, "%s", strerror(errno));
    if (self->lines && self->lines != stdin) fclose(self->lines);
    self->lines = NULL;
    self->list = NULL;
    return false;
}

/* Sets `path`; *type is what its folder says it is, DT_UNKNOWN for what was named. */
static bool next_path(struct walk *self, unsigned char *type, bool *pattern, error *problem) {
    *type = DT_UNKNOWN;
    *pattern = false;
    while (self->depth) {
        struct folder *folder = &self->folders[self->depth - 1];
        if (folder->next == folder->count) {
            leave_folder(self);
            continue;
        }
        const char *entry = folder->names.data + folder->entries[folder->next++];
        set_path(self, folder->path_size, entry + 1);
        *type = (unsigned char)entry[0];
        return true;
    }
    if (self->matching && self->match < self->matches.gl_pathc) return set_path(self, 0, self->matches.gl_pathv[self->match++]), true;
    if (self->matching) globfree(&self->matches);
    self->matching = false;
    if (self->next < self->count)
        set_path(self, 0, self->named[self->next++]);
    else if (next_line(self, problem))
        set_path(self, 0, self->line);
    else
        return false;
    *pattern = strpbrk(self->path.data, "*?[") != NULL;
    return true;
}

static bool match_pattern(struct walk *self) {
    self->match = 0;
    return self->matching = glob(self->path.data, 0, NULL, &self->matches) == 0;
}

/* Opens the path. True if it is a file, or cannot be had; false if it is a folder or pattern, which is walked now, or nothing to read. */
static bool look(struct walk *self, bool in_folder, unsigned char type, bool pattern, struct walked *out) {
    const char *path = self->path.data;
    if (!in_folder && strcmp(path, "-") == 0) return true;
    if (type == DT_REG && self->counting) return true;
    if (type != DT_REG && type != DT_DIR && (in_folder || self->counting)) {
        /* In a folder pipes and devices are nothing to read; a link to nowhere is told. */
        if (stat(path, &out->about) != 0) return !(pattern && match_pattern(self));
        if (!S_ISDIR(out->about.st_mode) && (self->counting || !S_ISREG(out->about.st_mode)))
            return !in_folder || S_ISREG(out->about.st_mode);
    }
    out->file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (out->file < 0) return !(pattern && match_pattern(self));
    if (fstat(out->file, &out->about) == 0 && !S_ISDIR(out->about.st_mode)) return true;
    int file = out->file;
    out->file = -1;
    if (enter_folder(self, file, &out->about, &out->problem)) return false;
    return out->refused = true;
}

bool walk_next(struct walk *self, struct walked *out) {
    for (;;) {
        unsigned char type;
        bool pattern, in_folder = false;
        *out = (struct walked){ .file = -1, .problem = { .byte = -1 } };
        bool more = next_path(self, &type, &pattern, &out->problem);
        out->refused = !more && out->problem.code;
        if (!more) {
            out->path = out->problem.source;
            return out->refused;
        }
        in_folder = self->depth > 0;
        bool found = look(self, in_folder, type, pattern, out);
        out->path = self->path.data;
        if (found) return true;
    }
}

size_t walk_count(const char *const *named, size_t count, const char *list) {
    struct stat about;
    if (list && (strcmp(list, "-") == 0 || stat(list, &about) != 0 || !S_ISREG(about.st_mode))) return 0;
    struct walk *walk = walk_new(named, count, list);
    walk->counting = true;
    size_t files = 0;
    for (struct walked found; walk_next(walk, &found); files++)
        if (found.file >= 0) close(found.file);
    walk_free(walk);
    return files;
}
