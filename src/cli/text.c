/* griffie text: the clean text of a record, byte for byte what the offsets of a reading count in. */
#include "cli/command.h"
#include "record/record.h"

int command_text(int argc, char **argv) {
    int code;
    if (!options_read(&argc, argv, NULL, 0, NULL, &code)) return code;
    if (argc < 2) return complain(EXIT_USAGE, MESSAGE("which file? (- for standard input)", "welk bestand? (- voor standaardinvoer)"));
    arena *memory = arena_new();
    for (int i = 1; i < argc; i++) {
        struct record record = { 0 };
        error problem = { .byte = -1 };
        arena_reset(memory);
        if (!record_load(memory, argv[i], &(struct record_context){ 0 }, &record, &problem))
            code = complain_error(EXIT_PARTLY, &problem);
        else if (fwrite(record.text.data, 1, record.text.size, stdout) != record.text.size)
            break;
    }
    arena_free(memory);
    return code == EXIT_USAGE ? EXIT_DONE : code;
}
