/* Rows for people: fitted to the terminal, coloured only there, in Dutch or English. */
#include "cli/registry.h"

const char *status_word(enum status status) {
    static const struct {
        const char *en, *nl;
    } words[STATUS_COUNT] = {
        [STATUS_OPEN] = { "open", "open" },
        [STATUS_DUE] = { "due", "moet nu" },
        [STATUS_OVERDUE] = { "overdue", "te laat" },
        [STATUS_PARTLY] = { "partly", "deels" },
        [STATUS_DELIVERED] = { "delivered", "geleverd" },
        [STATUS_SUPERSEDED] = { "superseded", "vervangen" },
        [STATUS_LAPSED] = { "lapsed", "vervallen" },
        [STATUS_REFUSED] = { "refused", "geweigerd" },
        [STATUS_WITHDRAWN] = { "withdrawn", "ingetrokken" },
    };
    return MESSAGE(words[status].en, words[status].nl);
}

const char *kind_word(const char *kind) {
    static const struct {
        const char *kind, *nl;
    } words[] = {
        { "decision", "besluit" },      { "tasking", "opdracht" },  { "request", "verzoek" },
        { "commitment", "toezegging" }, { "plan", "plan" },         { "intention", "voornemen" },
        { "discharge", "afdoening" },   { "refusal", "weigering" }, { "condition", "voorwaarde" },
        { "position", "standpunt" },    { "report", "mededeling" }, { "reaffirmation", "herbevestiging" },
    };
    for (size_t i = 0; kind && i < COUNT_OF(words); i++)
        if (strcmp(words[i].kind, kind) == 0) return MESSAGE(kind, words[i].nl);
    return kind ? kind : "";
}

void colour_begin(enum status status) {
    static const char *const colours[STATUS_COUNT] = {
        [STATUS_DUE] = "\033[33m",    [STATUS_OVERDUE] = "\033[31m", [STATUS_DELIVERED] = "\033[32m",
        [STATUS_PARTLY] = "\033[32m", [STATUS_REFUSED] = "\033[35m", [STATUS_LAPSED] = "\033[35m"
    };
    if (colours[status] && colours_wanted(stdout)) fputs(colours[status], stdout);
}
void colour_end(void) {
    if (colours_wanted(stdout)) fputs("\033[0m", stdout);
}

/* Characters count as one column each; combining and double-width ones are rare in what is shown here. White space becomes one blank. */
void column_print(const char *text, int width, bool pad) {
    slice all = slice_of(text ? text : "");
    int columns = 0;
    size_t at = 0;
    for (size_t i = 0; i < all.size; columns++) utf8_next(all, &i);
    int room = columns > width ? width - 1 : columns, written = 0;
    for (; written < room && at < all.size; written++) {
        size_t from = at;
        uint32_t character = utf8_next(all, &at);
        if (character < 0x20 || character == 0x7F)
            putchar(' '); /* what a record holds must not move the cursor */
        else
            fwrite(all.data + from, 1, at - from, stdout);
    }
    if (columns > width && width > 0) fputs("…", stdout), written++;
    for (; pad && written < width; written++) putchar(' ');
}

void paragraph_print(const char *text, int indent) {
    int width = terminal_width() - indent, column = 0;
    slice all = slice_of(text ? text : "");
    size_t at = 0;
    while (at < all.size) {
        while (at < all.size && (unsigned char)all.data[at] <= ' ') at++;
        size_t from = at;
        int size = 0;
        while (at < all.size && (unsigned char)all.data[at] > ' ') utf8_next(all, &at), size++;
        if (!size) break;
        if (column && column + 1 + size > width) {
            printf("\n%*s", indent, "");
            column = 0;
        }
        if (column) putchar(' '), column++;
        fwrite(all.data + from, 1, at - from, stdout);
        column += size;
    }
    putchar('\n');
}

static void due_print(const struct account_row *row, int width) {
    buffer text = { 0 };
    char day[24];
    const struct due *due = &row->life.due;
    if (date_known(due->to) && due->kind != DUE_EVENT)
        snprintf(day, sizeof day, "%04d-%02d-%02d", due->to.year, due->to.month, due->to.day), buffer_add(&text, slice_of(day));
    else
        account_due(*due, row->item->due_text, MESSAGE("en", "nl"), &text);
    buffer_add_char(&text, 0);
    column_print(text.data, width, true);
    buffer_free(&text);
}

static void flag_print(const struct life *life) {
    if (life->waiting) fputs(MESSAGE("[waiting] ", "[wacht] "), stdout);
    if (life->stale) fputs(MESSAGE("[stale] ", "[verouderd] "), stdout);
}

void rows_print(const struct account_rows *rows, date as_of) {
    enum { NUMBER = 10, STATUS = 11, KIND = 11, WHO = 14 };
    int width = terminal_width(), due = width >= 110 ? 26 : 14;
    int title = width - NUMBER - STATUS - KIND - WHO - due - 5;
    if (title < 20) title = 20;
    (void)as_of;
    for (uint32_t i = 0; i < rows->all.count; i++) {
        const struct account_row *row = &rows->all.at[i];
        const char *who = row->item->actor_id                                                     ? row->item->actor_id
                          : row->item->addressee_id && strcmp(row->item->kind, "commitment") != 0 ? row->item->addressee_id
                                                                                                  : row->item->issuer_id;
        column_print(row->item->item, NUMBER, true);
        putchar(' ');
        colour_begin(row->life.status);
        column_print(status_word(row->life.status), STATUS, true);
        colour_end();
        putchar(' ');
        due_print(row, due);
        putchar(' ');
        column_print(kind_word(row->item->kind), KIND, true);
        putchar(' ');
        column_print(who ? who : "", WHO, true);
        putchar(' ');
        flag_print(&row->life);
        column_print(row->item->title, title, false);
        putchar('\n');
    }
}
