/* griffie checkpoint: the head of the ledger's tree, signed, to be kept elsewhere. */
#include "cli/registry.h"

struct checkpoint_options {
    struct register_options file;
};
static const struct command_option options[] = { REGISTER_OPTIONS(struct checkpoint_options, file) };

int command_checkpoint(int argc, char **argv) {
    struct checkpoint_options asked = { 0 };
    int code;
    if (!options_read(&argc, argv, options, COUNT_OF(options), &asked, &code)) return code;
    register_file *file = registry_open(&asked.file, REGISTER_WRITE, &code);
    if (!file) return code;
    error problem = { .byte = -1 };
    buffer out = { 0 };
    bool good = register_checkpoint(file, &out, &problem);
    if (good && asked.file.json) {
        buffer line = { 0 };
        buffer_add(&line, SLICE("{\"checkpoint\":"));
        buffer_add_json(&line, (slice){ out.data, out.size });
        buffer_add(&line, SLICE("}\n"));
        buffer_free(&out);
        out = line;
    }
    return registry_told(file, good, &out, &problem);
}
