/* What a ZIP file is, by the names in its directory (APPNOTE 6.3: the central directory stands at the end). A member that is itself a Word
 * document makes no Word document of the whole. */
#include "record/zip.h"

enum { END_SIZE = 22, ENTRY_SIZE = 46, COMMENT_MAX = 65535, ENTRIES_LOOKED_AT = 65536 };

static uint32_t number(slice bytes, size_t at, int size) {
    uint32_t value = 0;
    for (int i = size; i-- > 0;) value = value << 8 | (unsigned char)bytes.data[at + (size_t)i];
    return value;
}

/* Where the directory begins; bytes.size if there is none (a broken file, or one of more than 4 GB). */
static size_t find_directory(slice bytes) {
    if (bytes.size < END_SIZE) return bytes.size;
    size_t least = bytes.size > END_SIZE + COMMENT_MAX ? bytes.size - END_SIZE - COMMENT_MAX : 0;
    for (size_t at = bytes.size - END_SIZE + 1; at-- > least;) {
        if (memcmp(bytes.data + at, "PK\5\6", 4) != 0) continue;
        uint32_t directory = number(bytes, at + 16, 4);
        return directory < at ? directory : bytes.size;
    }
    return bytes.size;
}

/* A package's own members of these names make it what it is. */
static const struct {
    slice name;
    enum zip_kind kind;
} members[] = {
    { { "word/document.xml", 17 }, ZIP_WORD },
    { { "xl/workbook.xml", 15 }, ZIP_OFFICE },
    { { "ppt/presentation.xml", 20 }, ZIP_OFFICE },
};

enum zip_kind zip_recognise(slice bytes) {
    if (!slice_starts(bytes, SLICE("PK\3\4")) && !slice_starts(bytes, SLICE("PK\5\6"))) return ZIP_NONE;
    slice head = { bytes.data, bytes.size < 128 ? bytes.size : 128 };
    static const slice opendocument = { "mimetypeapplication/vnd.oasis.opendocument.", 43 };
    const char *type = memmem(head.data, head.size, opendocument.data, opendocument.size);
    if (type) {
        slice rest = { type + opendocument.size, head.size - (size_t)(type - head.data) - opendocument.size };
        return slice_starts(rest, SLICE("text")) ? ZIP_OPENDOCUMENT : ZIP_OFFICE;
    }
    size_t at = find_directory(bytes);
    if (at == bytes.size) /* without a directory the words themselves must do */
        return memmem(bytes.data, bytes.size, members[0].name.data, members[0].name.size) ? ZIP_WORD : ZIP_ARCHIVE;
    for (int entry = 0; entry < ENTRIES_LOOKED_AT && at + ENTRY_SIZE <= bytes.size && memcmp(bytes.data + at, "PK\1\2", 4) == 0; entry++) {
        size_t size = number(bytes, at + 28, 2), skip = number(bytes, at + 30, 2) + number(bytes, at + 32, 2);
        at += ENTRY_SIZE;
        if (size > bytes.size - at) break;
        for (size_t i = 0; i < COUNT_OF(members); i++)
            if (slice_equal((slice){ bytes.data + at, size }, members[i].name)) return members[i].kind;
        at += size + skip;
    }
    return ZIP_ARCHIVE;
}
