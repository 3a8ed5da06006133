/* Paragraph numbers without a dot: "1 WE, the Member States …", "2 APPRECIATING …", or misread: "4, Determines …" between 3. and 5.
 *
 * A number alone says little; a number that follows the number of the paragraph before it says enough. Three in a row without a dot
 * are believed, or one between two that have theirs. */
#include "text/layout.h"

struct number {
    uint32_t line, value, text_at;
    bool bare;
};

/* Reads the number that begins the line; 0 if there is none. */
static uint32_t number_read(const struct layout *self, uint32_t i, struct number *out) {
    slice source = self->source;
    const struct line *line = &self->lines.at[i];
    if (line->flags & (LINE_BLANK | LINE_LIFTED) || line->start >= line->end || !byte_is_digit(source.data[line->start])) return 0;
    uint32_t at = line->start, value = 0;
    while (at < line->end && byte_is_digit(source.data[at]) && at - line->start < 4)
        value = value * 10 + (uint32_t)(source.data[at++] - '0');
    if (at - line->start > 3) return 0;
    *out = (struct number){ .line = i, .value = value, .text_at = line->text_at, .bare = line->marker == MARKER_NONE };
    if (!out->bare) return line->marker == MARKER_NUMBER ? value : 0;
    const struct line *before = i ? &self->lines.at[i - 1] : NULL;
    if (before && !(line->flags & LINE_FIRST) && !(before->flags & (LINE_BLANK | LINE_LIFTED)) &&
        !sign_is_terminal(last_sign(source, before->start, before->end)))
        return 0;
    if (at < line->end && (source.data[at] == ',' || source.data[at] == '.')) at++;
    uint32_t from = at;
    while (at < line->end && byte_class(source.data[at]) == BYTE_SPACE) at++;
    if (at == from || !starts_upper(source, at, line->end)) return 0;
    out->text_at = at;
    return value;
}

static void believe(struct layout *self, const struct number *number) {
    struct line *line = &self->lines.at[number->line];
    line->marker = MARKER_NUMBER;
    line->text_at = number->text_at;
}

void numbers_find(struct layout *self) {
    enum { ENOUGH = 3 };
    struct number row[ENOUGH] = { { 0 } }; /* the last numbers of the row, each one more than the one before */
    uint32_t count = 0;
    for (uint32_t i = 0; i < self->lines.count; i++) {
        struct number number;
        uint32_t value = number_read(self, i, &number);
        if (!value) continue;
        if (count && value != row[(count - 1) % ENOUGH].value + 1) {
            if (number.bare && value != 1) continue; /* a number of something else */
            count = 0;
        }
        row[count++ % ENOUGH] = number;
        if (count < ENOUGH) continue;
        const struct number *first = &row[count % ENOUGH], *middle = &row[(count + 1) % ENOUGH], *last = &row[(count + 2) % ENOUGH];
        if (first->bare && middle->bare && last->bare)
            believe(self, first), believe(self, middle), believe(self, last);
        else if (!first->bare && middle->bare && !last->bare)
            believe(self, middle);
    }
}
