/* Commands that are programs of their own, which griffie becomes: `fetch` (fetch_program.c) and `serve` (serve_program.c), so that the
 * libraries of HTTP and what they bring are loaded for them alone. */
#include "cli/command.h"

#include <errno.h>
#include <limits.h>
#include <unistd.h>

static int become(const char *program, char **argv) {
    char path[PATH_MAX];
    if (!program_find(program, path, sizeof path))
        return complain(EXIT_UNREACHABLE,
                        MESSAGE("%s, a part of griffie, is not there; GRIFFIE_LIBEXEC can say in which folder it is",
                                "%s, een deel van griffie, is er niet; GRIFFIE_LIBEXEC kan zeggen in welke map het staat"),
                        program);
    fflush(stdout);
    execv(path, argv);
    return complain(EXIT_UNREACHABLE, "%s: %s", path, strerror(errno));
}

int command_fetch(int argc, char **argv) { return (void)argc, become("griffie-fetch", argv); }
int command_serve(int argc, char **argv) { return (void)argc, become("griffie-serve", argv); }
