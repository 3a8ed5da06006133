/* griffie fetch: becomes the program griffie-fetch (fetch_program.c), so that the libraries of HTTP are loaded for it alone. */
#include "cli/command.h"

#include <errno.h>
#include <limits.h>
#include <unistd.h>

int command_fetch(int argc, char **argv) {
    (void)argc;
    char path[PATH_MAX];
    if (!program_find("griffie-fetch", path, sizeof path))
        return complain(EXIT_UNREACHABLE,
                        MESSAGE("griffie-fetch, a part of griffie, is not there; GRIFFIE_LIBEXEC can say in which folder it is",
                                "griffie-fetch, een deel van griffie, is er niet; GRIFFIE_LIBEXEC kan zeggen in welke map het staat"));
    fflush(stdout);
    execv(path, argv);
    return complain(EXIT_UNREACHABLE, "%s: %s", path, strerror(errno));
}
