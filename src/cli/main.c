/* griffie COMMAND: finds the command in the table and runs it. */
#include "cli/command.h"

#include <stdio.h>

int main(int argc, char **argv) {
    (void)argv;
    if (argc < 2) {
        fputs("usage: griffie COMMAND [ARGUMENT…]\n", stderr);
        return EXIT_USAGE;
    }
    return EXIT_DONE;
}
