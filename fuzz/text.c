/* A fuzzer for what needs no parser: recognising, plain text, the head, dates and dossier numbers, answers of a hostile worker. */
#include "record/exchange.h"
#include "record/format.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    arena *memory = arena_new();
    slice bytes = { arena_copy(memory, (slice){ (const char *)data, size }), size };
    const char *what;
    media_recognise(bytes, &what);
    char dossier[32];
    date day;
    size_t repaired;
    if (dossier_parse(bytes, dossier) > size || written_date_parse(bytes, &day) > size) abort();
    slice repaired_bytes = encoding_repair(memory, bytes, &repaired);
    if (repaired_bytes.size > size) abort();
    struct record unpacked = { .source_name = "fuzz" };
    record_unpack(memory, bytes, &unpacked);
    struct record record = { .source_name = "fuzz", .media = MEDIA_TEXT, .id = "fuzz", .text = bytes };
    if (plain_check(bytes, "fuzz", NULL)) head_read(memory, &record);
    arena_free(memory);
    return 0;
}
