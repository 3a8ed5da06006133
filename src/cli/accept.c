/* griffie accept: a proposal of a rule accepted. */
#include "cli/registry.h"

int command_accept(int argc, char **argv) { return registry_decide_entry(argc, argv, decide_accept); }
