/* griffie reject: a proposal of a rule rejected. */
#include "cli/registry.h"

int command_reject(int argc, char **argv) { return registry_decide_entry(argc, argv, decide_reject); }
