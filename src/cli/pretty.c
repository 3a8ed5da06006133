/* A reading for people: what the record says to be done first, grouped by kind, each with who, whom, when and where.
 *
 *   kst-28676-372 · Verslag van de NAVO-top · 25-06-2021 · NL-GOV
 *
 *   commitment (2)
 *     1729  uw Kamer wordt hierover geïnformeerd
 *           NL-GOV → NL-TK · due 2021-09 */
#include "cli/pretty.h"

#include "cli/command.h"

static const char *kind_title(enum kind kind) {
    switch (kind) {
    case KIND_DECISION:
        return MESSAGE("decisions", "besluiten");
    case KIND_TASKING:
        return MESSAGE("taskings", "opdrachten");
    case KIND_REQUEST:
        return MESSAGE("requests", "verzoeken");
    case KIND_COMMITMENT:
        return MESSAGE("commitments", "toezeggingen");
    case KIND_PLAN:
        return MESSAGE("plans", "plannen");
    case KIND_INTENTION:
        return MESSAGE("intentions", "voornemens");
    case KIND_DISCHARGE:
        return MESSAGE("discharges", "afgedaan");
    case KIND_REFUSAL:
        return MESSAGE("refusals", "weigeringen");
    case KIND_REAFFIRMATION:
        return MESSAGE("reaffirmations", "herbevestigingen");
    case KIND_CONDITION:
        return MESSAGE("conditions", "voorwaarden");
    case KIND_POSITION:
        return MESSAGE("positions", "standpunten");
    case KIND_REPORT:
        return MESSAGE("reports", "feiten");
    default:
        return "";
    }
}
/* The order in which a reader wants them. */
static const enum kind order[] = { KIND_COMMITMENT, KIND_DECISION, KIND_TASKING,       KIND_REQUEST,   KIND_PLAN,     KIND_INTENTION,
                                   KIND_DISCHARGE,  KIND_REFUSAL,  KIND_REAFFIRMATION, KIND_CONDITION, KIND_POSITION, KIND_REPORT };

static void paint(const struct pretty *style, buffer *out, const char *colour) {
    if (style->colours) buffer_format(out, "\033[%sm", colour);
}

/* Adds text wrapped at words, its later lines indented like the first. */
static void add_wrapped(const struct pretty *style, buffer *out, slice text, int indent) {
    int column = indent;
    for (size_t at = 0; at < text.size;) {
        size_t end = at;
        int width = 0;
        while (end < text.size && text.data[end] != ' ') width += (text.data[end++] & 0xC0) != 0x80;
        if (column > indent && column + 1 + width > style->width) {
            buffer_format(out, "\n%*s", indent, "");
            column = indent;
        } else if (column > indent) {
            buffer_add_char(out, ' ');
            column++;
        }
        buffer_add(out, (slice){ text.data + at, end - at });
        column += width;
        at = end + (end < text.size);
    }
}

static void separate(buffer *out, bool *any) {
    if (*any) buffer_add(out, SLICE(" · "));
    *any = true;
}

static void add_slots(const struct reading *r, const struct statement *s, buffer *out) {
    bool any = false;
    if (s->issuer.value || s->addressee.value) {
        any = true;
        buffer_format(out, "%s%s%s", s->issuer.value ? s->issuer.value : "?", s->addressee.value ? " → " : "",
                      s->addressee.value ? s->addressee.value : "");
    }
    const struct {
        const char *name;
        const struct slot *slot;
    } named[] = {
        { MESSAGE("by", "door"), &s->actor },           { MESSAGE("due", "uiterlijk"), &s->due },
        { MESSAGE("target", "doel"), &s->target_date }, { MESSAGE("every", "elke"), &s->recurrence },
        { MESSAGE("if", "mits"), &s->condition },
    };
    for (size_t i = 0; i < COUNT_OF(named); i++) {
        const struct slot *slot = named[i].slot;
        if (!slot->value && span_empty(slot->span)) continue;
        separate(out, &any);
        buffer_format(out, "%s ", named[i].name);
        if (slot->value)
            buffer_add(out, slice_of(slot->value));
        else
            buffer_add(out, span_slice(r->record.text, slot->span));
    }
    for (uint32_t i = 0; i < s->references.count; i++) {
        const struct mention *m = &r->mentions.all.at[s->references.at[i].mention];
        separate(out, &any);
        buffer_add(out, m->value ? slice_of(m->value) : span_slice(r->record.text, s->references.at[i].span));
    }
}

static void add_statement(const struct pretty *style, const struct reading *r, arena *memory, const struct statement *s, buffer *out) {
    paint(style, out, "2");
    buffer_format(out, "%8u  ", s->span.start);
    paint(style, out, "0");
    add_wrapped(style, out, text_normal(memory, &r->text, s->first, s->last), 10);
    buffer_add_char(out, '\n');
    size_t before = out->size;
    buffer_format(out, "%10s", "");
    paint(style, out, "36");
    size_t from = out->size;
    add_slots(r, s, out);
    if (out->size == from) {
        out->size = before;
        return;
    }
    paint(style, out, "0");
    buffer_add_char(out, '\n');
}

static void add_head(const struct pretty *style, const struct record *r, buffer *out) {
    paint(style, out, "1");
    buffer_add(out, slice_of(r->id));
    paint(style, out, "0");
    if (r->title) buffer_format(out, " · %s", r->title);
    if (date_known(r->date)) buffer_format(out, " · %04d-%02d-%02d", r->date.year, r->date.month, r->date.day);
    if (r->issuer_id) buffer_format(out, " · %s", r->issuer_id);
    buffer_format(out, " · %s\n", genre_name(r->genre));
}

void pretty_reading(const struct pretty *style, const struct reading *r, buffer *out) {
    arena *memory = arena_new();
    add_head(style, &r->record, out);
    for (size_t k = 0; k < COUNT_OF(order); k++) {
        uint32_t count = 0;
        for (uint32_t i = 0; i < r->statements.all.count; i++) count += r->statements.all.at[i].kind == order[k];
        if (!count) continue;
        buffer_add_char(out, '\n');
        paint(style, out, "1;34");
        buffer_format(out, "%s (%u)\n", kind_title(order[k]), count);
        paint(style, out, "0");
        for (uint32_t i = 0; i < r->statements.all.count; i++)
            if (r->statements.all.at[i].kind == order[k]) add_statement(style, r, memory, &r->statements.all.at[i], out);
    }
    uint32_t kinds[4] = { 0 };
    for (uint32_t i = 0; i < r->mentions.all.count; i++) kinds[r->mentions.all.at[i].kind & 3]++;
    buffer_format(out,
                  MESSAGE("\n%u statements · %u times · %u amounts · %u references · %u actors\n\n",
                          "\n%u uitspraken · %u tijden · %u bedragen · %u verwijzingen · %u actoren\n\n"),
                  r->statements.all.count, kinds[MENTION_TIMEX], kinds[MENTION_QUANTITY], kinds[MENTION_REFERENCE], kinds[MENTION_ACTOR]);
    arena_free(memory);
}
