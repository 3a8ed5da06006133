/* Tesseract: a page's picture goes in, its table of words with their places (TSV) comes out. Its lines become fragments like those of
 * a PDF with text, so that columns, running heads and paragraphs are found in the same way (pdf_order.c, pdf_write.c). */
#include "record/ocr.h"
#include "record/pdf.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* Runs tesseract on a picture; its table in *out. False if there is no tesseract or it has not these languages. */
static bool run_tesseract(slice image, const char *languages, buffer *out) {
    int picture = memfd_create("page", MFD_CLOEXEC), pipe_ends[2];
    if (picture < 0 || pipe2(pipe_ends, O_CLOEXEC) != 0) return false;
    for (size_t at = 0; at < image.size;) {
        ssize_t put = write(picture, image.data + at, image.size - at);
        if (put <= 0) break;
        at += (size_t)put;
    }
    lseek(picture, 0, SEEK_SET);
    pid_t child = fork();
    if (child == 0) {
        dup2(picture, 0);
        dup2(pipe_ends[1], 1);
        int nothing = open("/dev/null", O_WRONLY);
        if (nothing >= 0) dup2(nothing, 2);
        setrlimit(RLIMIT_CPU, &(struct rlimit){ OCR_SECONDS_MAX, OCR_SECONDS_MAX });
        setrlimit(RLIMIT_AS, &(struct rlimit){ (rlim_t)4 << 30, (rlim_t)4 << 30 });
        setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 });
        setenv("OMP_THREAD_LIMIT", "1", 1); /* several files are read at once already */
        execlp("tesseract", "tesseract", "stdin", "stdout", "-l", languages, "--dpi", "200", "tsv", (char *)NULL);
        _exit(127);
    }
    close(pipe_ends[1]);
    close(picture);
    out->size = 0;
    for (;;) {
        buffer_reserve(out, 1 << 16);
        ssize_t got = read(pipe_ends[0], out->data + out->size, out->capacity - out->size);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0 || out->size + (size_t)got > GRIFFIE_TEXT_MAX) break;
        out->size += (size_t)got;
    }
    close(pipe_ends[0]);
    int status = 1;
    while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    return child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

enum column { LEVEL, PAGE, BLOCK, PARAGRAPH, LINE, WORD, LEFT, TOP, WIDTH, HEIGHT, CONFIDENCE, TEXT, COLUMNS };

static bool row_parse(slice line, double numbers[COLUMNS], slice *text) {
    size_t column = 0, from = 0;
    for (size_t at = 0; at <= line.size && column < COLUMNS; at++) {
        if (at < line.size && (line.data[at] != '\t' || column == TEXT)) continue;
        if (column == TEXT)
            *text = (slice){ line.data + from, at - from };
        else {
            char digits[24] = "";
            size_t size = at - from < sizeof digits - 1 ? at - from : sizeof digits - 1;
            memcpy(digits, line.data + from, size);
            numbers[column] = strtod(digits, NULL);
        }
        column++;
        from = at + 1;
    }
    return column >= TEXT;
}

struct tally {
    double confidence;
    size_t words;
};

static void end_line(arena *memory, struct pdf *pdf, struct pdf_fragment *line, buffer *words) {
    line->text = slice_trim((slice){ arena_copy(memory, (slice){ words->data, words->size }), words->size });
    if (line->text.size) ARRAY_PUSH(memory, &pdf->fragments) = *line;
    *line = (struct pdf_fragment){ 0 };
    words->size = 0;
}

/* The lines of one page's table. */
static void read_table(arena *memory, slice table, struct pdf *pdf, struct tally *tally) {
    const double scale = 72.0 / OCR_DPI;
    struct pdf_page page = { .first = pdf->fragments.count };
    struct pdf_fragment line_now = { 0 };
    buffer words = { 0 };
    while (table.size) {
        const char *end = memchr(table.data, '\n', table.size);
        size_t size = end ? (size_t)(end - table.data) : table.size;
        slice line = { table.data, size }, text = { 0 };
        table = (slice){ table.data + size + (end != NULL), table.size - size - (end != NULL) };
        double row[COLUMNS] = { 0 };
        if (!row_parse(line, row, &text)) continue;
        struct pdf_box box = { (float)(row[LEFT] * scale), (float)(row[TOP] * scale), (float)((row[LEFT] + row[WIDTH]) * scale),
                               (float)((row[TOP] + row[HEIGHT]) * scale) };
        if (row[LEVEL] == 1) page.width = box.right, page.height = box.bottom;
        if (row[LEVEL] == 4) {
            end_line(memory, pdf, &line_now, &words);
            line_now.box = box;
            line_now.size = box.bottom - box.top;
        }
        text = slice_trim((slice){ text.data, utf8_invalid(text) });
        if (row[LEVEL] != 5 || !text.size) continue;
        if (!words.size)
            line_now.first_word = box.right - box.left;
        else
            buffer_add_char(&words, ' ');
        buffer_add(&words, text);
        tally->confidence += row[CONFIDENCE];
        tally->words++;
    }
    end_line(memory, pdf, &line_now, &words);
    buffer_free(&words);
    page.last = pdf->fragments.count;
    ARRAY_PUSH(memory, &pdf->pages) = page;
}

static int compare_floats(const void *left, const void *right) {
    float a = *(const float *)left, b = *(const float *)right;
    return a < b ? -1 : a > b;
}

/* Heights of scanned lines depend on their letters: those near the median are of one size. */
static void level_sizes(arena *memory, struct pdf *pdf) {
    float *heights = arena_alloc(memory, (pdf->fragments.count + 1) * sizeof *heights);
    for (uint32_t i = 0; i < pdf->fragments.count; i++) heights[i] = pdf->fragments.at[i].size;
    qsort(heights, pdf->fragments.count, sizeof *heights, compare_floats);
    pdf->body_size = pdf->fragments.count ? heights[pdf->fragments.count / 2] : 10;
    if (pdf->body_size <= 0) pdf->body_size = 10;
    for (uint32_t i = 0; i < pdf->fragments.count; i++) {
        float ratio = pdf->fragments.at[i].size / pdf->body_size;
        if (ratio > 0.6f && ratio < 1.4f) pdf->fragments.at[i].size = pdf->body_size;
    }
}

static bool write_pages(struct builder *out, struct pdf *pdf, error *problem) {
    level_sizes(out->memory, pdf);
    size_t furniture = pdf_find_furniture(out->memory, pdf);
    if (furniture) builder_repair(out, arena_format(out->memory, "%zu running heads, feet and page numbers were left out", furniture));
    struct pdf_lines lines = { 0 };
    for (uint32_t i = 0; i < pdf->pages.count; i++) pdf_order_page(out->memory, pdf, i, &lines);
    pdf_write(out, pdf, &lines);
    return builder_finish(out, problem);
}

bool ocr_read(struct record_worker *worker, arena *memory, struct record *record, slice bytes, error *problem) {
    struct builder builder;
    struct pdf pdf = { 0 };
    struct tally tally = { 0 };
    buffer table = { 0 };
    const char *languages = "nld+eng";
    int page = 1;
    bool done = true;
    builder_init(&builder, memory, record, record->source_name, 1 << 16);
    for (; done && page <= OCR_PAGES_MAX; page++) {
        arena *page_memory = arena_new();
        error found = { .byte = -1 };
        slice image;
        bool rendered = record_worker_render(worker, page_memory, record->source_name, bytes, page, &image, &found);
        if (rendered && !run_tesseract(image, languages, &table)) {
            languages = "eng";
            done = run_tesseract(image, languages, &table) ||
                   error_set(problem, ERROR_UNSUPPORTED, record->source_name, -1,
                             "tesseract is not there or cannot read the page; install tesseract-ocr and tesseract-ocr-nld");
        }
        if (rendered && done) read_table(memory, (slice){ table.data, table.size }, &pdf, &tally);
        arena_free(page_memory);
        if (rendered) continue;
        if (found.code == ERROR_NOT_FOUND && page > 1) break;
        if (problem) *problem = found;
        done = false;
    }
    buffer_free(&table);
    if (!done || !write_pages(&builder, &pdf, problem)) return false;
    builder_repair(&builder, arena_format(memory, "%d scanned pages were read by tesseract, words with a confidence of %.0f%% on average",
                                          page - 1, tally.words ? tally.confidence / (double)tally.words : 0));
    return true;
}
