/* griffie undo: an entry taken back; it stays in the ledger. */
#include "cli/registry.h"

int command_undo(int argc, char **argv) { return registry_decide_entry(argc, argv, decide_undo); }
