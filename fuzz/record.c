/* A fuzzer for one format (FORMAT names its media): whatever the bytes are, parsing ends without a finding, and what comes out
 * keeps the room's promises: UTF-8, blocks in order that do not overlap, marks inside the text, and the same after packing. */
#include "record/exchange.h"
#include "record/format.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds) {
    if (!holds) abort();
}

static void check(const struct record *record) {
    must(utf8_invalid(record->text) == record->text.size);
    uint32_t before = 0;
    for (uint32_t i = 0; i < record->blocks.count; i++) {
        span at = record->blocks.at[i].span;
        must(at.start >= before && at.start < at.end && at.end <= record->text.size);
        before = at.end;
    }
    before = 0;
    for (uint32_t i = 0; i < record->marks.count; i++) {
        span at = record->marks.at[i].span;
        must(at.start >= before && at.start < at.end && at.end <= record->text.size);
        before = at.start;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    arena *memory = arena_new();
    char *bytes = arena_copy(memory, (slice){ (const char *)data, size }); /* the parsers own nothing of the fuzzer's */
    struct record record = { .source_name = "fuzz", .media = FORMAT };
    error problem = { 0 };
    if (record_parse(PARSE, memory, &record, (slice){ bytes, size }, &problem)) {
        check(&record);
        buffer packed = { 0 };
        record_pack(&record, &packed);
        struct record again = { .source_name = "fuzz", .media = FORMAT };
        must(record_unpack(memory, (slice){ packed.data, packed.size }, &again));
        must(slice_equal(record.text, again.text) && record.blocks.count == again.blocks.count && record.marks.count == again.marks.count);
        buffer_free(&packed);
        again.id = "fuzz";
        if (again.text.size) head_read(memory, &again);
    } else
        must(problem.code != ERROR_NONE && problem.message[0]);
    arena_free(memory);
    return 0;
}
