/* A reading as JSON lines, by doc/reading.schema.json. The order of properties is fixed, so that equal readings are equal bytes.
 *
 * What is not known is left out: no nulls, no empty lists. Every `start`, `end` and `span` counts bytes of the record's text. */
#include "read/read.h"
#include "read/write.h"

#include <stdlib.h>

static slice words_of(const struct reading *self, span at) { return span_slice(self->record.text, at); }

static void write_pair(buffer *out, span at) {
    buffer_add_char(out, '[');
    write_integer(out, at.start);
    buffer_add_char(out, ',');
    write_integer(out, at.end);
    buffer_add_char(out, ']');
}
static void write_span(buffer *out, slice key, span at) {
    write_key(out, key);
    write_pair(out, at);
}

static void write_date(buffer *out, slice key, date day) {
    if (!date_known(day)) return;
    write_key(out, key);
    buffer_format(out, "\"%04d-%02d-%02d\"", day.year, day.month, day.day);
}

/* "RECORD:S001": what has a number in the record; three digits at least. */
static void write_numbered(const struct reading *self, buffer *out, char letter, uint32_t number) {
    buffer_add_json(out, slice_of(self->record.id));
    out->size--; /* the number goes inside the quotes */
    buffer_add(out, (slice){ (char[]){ ':', letter }, 2 });
    write_padded(out, number + 1, 3);
    buffer_add_char(out, '"');
}

/* {"type":T,"record":R,"start":…,"end":…: what every line of a stretch of text begins with. */
static void open_line(const struct reading *self, buffer *out, slice type, char letter, uint32_t number) {
    buffer_add(out, SLICE("{\"type\":\""));
    buffer_add(out, type);
    buffer_add(out, SLICE("\",\"record\":"));
    buffer_add_json(out, slice_of(self->record.id));
    if (!letter) return;
    write_key(out, SLICE("id"));
    write_numbered(self, out, letter, number);
}

static void write_place(const struct reading *self, buffer *out, span at, uint32_t block) {
    write_number(out, SLICE("start"), at.start);
    write_number(out, SLICE("end"), at.end);
    if (block < self->text.blocks.count && self->text.blocks.at[block].place)
        write_string(out, SLICE("source_span"), slice_of(self->text.blocks.at[block].place));
}

/* ---- record ---- */

static void write_record(const struct reading *self, buffer *out) {
    const struct record *r = &self->record;
    open_line(self, out, SLICE("record"), 0, 0);
    write_number(out, SLICE("schema"), GRIFFIE_READING_SCHEMA);
    write_key(out, SLICE("reader"));
    buffer_format(out, "\"%s+%.12s\"", GRIFFIE_VERSION, lexicon_hash(self->text.words));
    write_text(out, SLICE("source"), r->source_name);
    write_text(out, SLICE("media"), media_name(r->media));
    write_number(out, SLICE("bytes"), r->source.size);
    write_text(out, SLICE("sha256"), r->sha256);
    write_text(out, SLICE("title"), r->title);
    write_text(out, SLICE("genre"), genre_name(r->genre));
    write_text(out, SLICE("lang"), language_name(r->lang));
    write_date(out, SLICE("date"), r->date);
    write_text(out, SLICE("issuer_id"), r->issuer_id);
    write_text(out, SLICE("addressee_id"), r->addressee_id);
    write_text(out, SLICE("dossier"), r->dossier);
    write_text(out, SLICE("session"), r->session);
    write_texts(out, SLICE("signed_by"), r->signed_by.at, r->signed_by.count);
    write_key(out, SLICE("known"));
    buffer_add_char(out, '{');
    for (int field = 0; field < FIELD_COUNT; field++)
        if (r->known[field] != KNOWN_NOT) write_text(out, slice_of(record_field_name(field)), known_name(r->known[field]));
    buffer_add(out, SLICE("}}\n"));
}

/* ---- mentions ---- */

static void write_mention(const struct reading *self, buffer *out, uint32_t number) {
    const struct mention *m = &self->mentions.all.at[number];
    open_line(self, out, SLICE("mention"), 'M', number);
    write_text(out, SLICE("kind"), mention_kind_name(m->kind));
    write_text(out, SLICE("sub"), m->sub);
    write_place(self, out, m->span, UINT32_MAX);
    write_string(out, SLICE("text"), words_of(self, m->span));
    write_text(out, SLICE("value"), m->value);
    if (m->mod != MOD_NONE) write_text(out, SLICE("mod"), timex_mod_name(m->mod));
    bool range = m->kind == MENTION_QUANTITY;
    write_text(out, range ? SLICE("low") : SLICE("begin"), m->begin);
    write_text(out, range ? SLICE("high") : SLICE("stop"), m->stop);
    write_text(out, SLICE("freq"), m->freq);
    write_text(out, SLICE("anchor"), m->anchor);
    write_text(out, SLICE("event"), m->event);
    write_text(out, SLICE("unit"), m->unit);
    write_text(out, SLICE("base"), m->base);
    write_text(out, SLICE("direction"), m->direction);
    write_text(out, SLICE("scheme"), m->scheme);
    write_text(out, SLICE("url"), m->url);
    write_text(out, SLICE("actor_id"), m->actor_id);
    write_text(out, SLICE("role"), m->role);
    write_text(out, SLICE("body"), m->body);
    write_text(out, SLICE("state"), m->state);
    write_text(out, SLICE("person"), m->person);
    write_text(out, SLICE("party"), m->party);
    buffer_add(out, SLICE("}\n"));
}

/* ---- statements ---- */

static bool slot_empty(const struct slot *slot) { return span_empty(slot->span) && !slot->value; }

/* issuer, issuer_id, issuer_span: an actor's slot is three properties. */
static void write_actor(const struct reading *self, buffer *out, const struct slot *slot, slice text, slice id, slice at) {
    if (!span_empty(slot->span)) write_string(out, text, words_of(self, slot->span));
    write_text(out, id, slot->value);
    if (!span_empty(slot->span)) write_span(out, at, slot->span);
}

static void write_slot_object(const struct reading *self, buffer *out, const struct slot *slot) {
    buffer_add_char(out, '{');
    if (!span_empty(slot->span)) {
        write_string(out, SLICE("text"), words_of(self, slot->span));
        write_span(out, SLICE("span"), slot->span);
    }
    write_text(out, SLICE("value"), slot->value);
    write_text(out, SLICE("anchor"), slot->anchor);
    buffer_add_char(out, '}');
}
static void write_slot(const struct reading *self, buffer *out, slice key, const struct slot *slot) {
    if (slot_empty(slot)) return;
    write_key(out, key);
    write_slot_object(self, out, slot);
}

static void write_quantity(const struct reading *self, buffer *out, const struct mention *m) {
    buffer_add_char(out, '{');
    write_string(out, SLICE("text"), words_of(self, m->span));
    write_span(out, SLICE("span"), m->span);
    if (m->value && is_json_number(slice_of(m->value))) {
        write_key(out, SLICE("number"));
        buffer_add(out, slice_of(m->value));
    } else
        write_text(out, SLICE("value"), m->value);
    write_text(out, SLICE("low"), m->begin);
    write_text(out, SLICE("high"), m->stop);
    write_text(out, SLICE("unit"), m->unit);
    write_text(out, SLICE("base"), m->base);
    if (m->mod != MOD_NONE) write_text(out, SLICE("mod"), timex_mod_name(m->mod));
    write_text(out, SLICE("direction"), m->direction);
    buffer_add_char(out, '}');
}

static void write_quantities(const struct reading *self, buffer *out, const struct statement *s) {
    if (!s->quantities.count) return;
    write_key(out, SLICE("quantity"));
    for (uint32_t i = 0; i < s->quantities.count; i++) {
        buffer_add_char(out, i ? ',' : '[');
        write_quantity(self, out, &self->mentions.all.at[s->quantities.at[i]]);
    }
    buffer_add_char(out, ']');
}

static void write_references(const struct reading *self, buffer *out, const struct statement *s) {
    if (!s->references.count) return;
    write_key(out, SLICE("references"));
    for (uint32_t i = 0; i < s->references.count; i++) {
        const struct citation *cited = &s->references.at[i];
        buffer_add_char(out, i ? ',' : '[');
        buffer_add_char(out, '{');
        write_string(out, SLICE("text"), words_of(self, cited->span));
        write_span(out, SLICE("span"), cited->span);
        write_text(out, SLICE("value"), self->mentions.all.at[cited->mention].value);
        buffer_add_char(out, '}');
    }
    buffer_add_char(out, ']');
}

/* The headings above a block, outermost first. */
static void write_section(const struct reading *self, buffer *out, uint32_t block) {
    int32_t path[8];
    size_t depth = 0;
    int32_t at = block < self->text.blocks.count ? self->text.blocks.at[block].section : -1;
    while (at >= 0 && depth < COUNT_OF(path)) {
        path[depth++] = at;
        int32_t above = self->text.blocks.at[at].section;
        at = above < at ? above : -1;
    }
    if (!depth) return;
    write_key(out, SLICE("section"));
    for (size_t i = depth; i-- > 0;) {
        const struct text_block *heading = &self->text.blocks.at[path[i]];
        buffer_add_char(out, i + 1 == depth ? '[' : ',');
        buffer_add_json(out, slice_trim(words_of(self, heading->span)));
    }
    buffer_add_char(out, ']');
}

static void write_gaps(const struct reading *self, arena *memory, buffer *out, const struct statement *s) {
    span *gaps;
    size_t count = text_gaps(memory, &self->text, s->first, s->last, &gaps);
    if (!count) return;
    write_key(out, SLICE("gaps"));
    for (size_t i = 0; i < count; i++) {
        buffer_add_char(out, i ? ',' : '[');
        write_pair(out, gaps[i]);
    }
    buffer_add_char(out, ']');
}

static void write_relations(const struct reading *self, buffer *out, const struct statement *s) {
    if (!s->relations.count) return;
    write_key(out, SLICE("relations"));
    for (uint32_t i = 0; i < s->relations.count; i++) {
        const struct statement_relation *r = &s->relations.at[i];
        buffer_add(out, i ? SLICE(",{") : SLICE("[{"));
        write_text(out, SLICE("type"), relation_name(r->type));
        if (r->statement >= 0) {
            write_key(out, SLICE("target"));
            write_numbered(self, out, 'S', (uint32_t)r->statement);
        } else
            write_text(out, SLICE("target"), r->target);
        buffer_add_char(out, '}');
    }
    buffer_add_char(out, ']');
}

static void write_confidence(buffer *out, unsigned per_mille) {
    unsigned hundredths = (per_mille + 5) / 10;
    write_key(out, SLICE("confidence"));
    buffer_add_char(out, hundredths >= 100 ? '1' : '0');
    if (hundredths >= 100) return;
    buffer_add(out, (slice){ (char[]){ '.', (char)('0' + hundredths / 10), (char)('0' + hundredths % 10) }, 3 });
}

static void write_statement(const struct reading *self, arena *memory, buffer *out, uint32_t number) {
    const struct statement *s = &self->statements.all.at[number];
    const struct text_block *block = s->block < self->text.blocks.count ? &self->text.blocks.at[s->block] : NULL;
    open_line(self, out, SLICE("statement"), 'S', number);
    write_text(out, SLICE("kind"), kind_name(s->kind));
    write_text(out, SLICE("sub"), s->sub);
    write_place(self, out, s->span, s->block);
    write_string(out, SLICE("text"), words_of(self, s->span));
    write_string(out, SLICE("text_norm"), text_normal(memory, &self->text, s->first, s->last));
    write_gaps(self, memory, out, s);
    if (block && block->page > 0) write_number(out, SLICE("page"), (uint64_t)block->page);
    write_number(out, SLICE("block"), s->block);
    write_section(self, out, s->block);
    write_text(out, SLICE("speaker_id"), s->speaker_id);
    write_actor(self, out, &s->issuer, SLICE("issuer"), SLICE("issuer_id"), SLICE("issuer_span"));
    write_actor(self, out, &s->addressee, SLICE("addressee"), SLICE("addressee_id"), SLICE("addressee_span"));
    write_actor(self, out, &s->actor, SLICE("actor"), SLICE("actor_id"), SLICE("actor_span"));
    write_slot(self, out, SLICE("beneficiary"), &s->beneficiary);
    write_text(out, SLICE("action"), s->action);
    if (s->items.count) {
        write_key(out, SLICE("items"));
        for (uint32_t i = 0; i < s->items.count; i++) {
            buffer_add_char(out, i ? ',' : '[');
            write_slot_object(self, out, &s->items.at[i]);
        }
        buffer_add_char(out, ']');
    }
    write_slot(self, out, SLICE("due"), &s->due);
    write_slot(self, out, SLICE("target_date"), &s->target_date);
    write_slot(self, out, SLICE("recurrence"), &s->recurrence);
    write_slot(self, out, SLICE("condition"), &s->condition);
    write_quantities(self, out, s);
    write_references(self, out, s);
    write_slot(self, out, SLICE("classification"), &s->classification);
    if (s->binding >= 0) write_boolean(out, SLICE("binding"), s->binding);
    if (s->negated) write_boolean(out, SLICE("negated"), true);
    write_text(out, SLICE("act_time"), s->act_time);
    write_relations(self, out, s);
    if (s->cue.rule) {
        write_key(out, SLICE("cue"));
        buffer_add_char(out, '{');
        if (!span_empty(s->cue.span)) {
            write_string(out, SLICE("text"), words_of(self, s->cue.span));
            write_span(out, SLICE("span"), s->cue.span);
        }
        write_text(out, SLICE("rule"), s->cue.rule);
        buffer_add_char(out, '}');
    }
    write_confidence(out, s->confidence);
    buffer_add(out, SLICE("}\n"));
}

/* ---- sentences, tokens, end ---- */

static void write_sentence(const struct reading *self, buffer *out, uint32_t number) {
    const struct sentence *s = &self->text.sentences.at[number];
    open_line(self, out, SLICE("sentence"), 0, 0);
    write_place(self, out, text_span(&self->text, s->first, s->last), UINT32_MAX);
    write_number(out, SLICE("block"), s->block);
    buffer_add(out, SLICE("}\n"));
}

static void write_token(const struct reading *self, buffer *out, uint32_t number) {
    const struct token *t = &self->text.tokens.at[number];
    open_line(self, out, SLICE("token"), 0, 0);
    write_place(self, out, (span){ t->start, t->end }, UINT32_MAX);
    write_string(out, SLICE("text"), token_text(&self->text, number));
    if (t->lemma) write_string(out, SLICE("lemma"), lexicon_lemma(self->text.words, t->lemma));
    write_text(out, SLICE("pos"), pos_name(t->pos));
    if (t->forms & FORM_FINITE) write_boolean(out, SLICE("finite"), true);
    buffer_add(out, SLICE("}\n"));
}

static void write_end(const struct reading *self, buffer *out) {
    open_line(self, out, SLICE("end"), 0, 0);
    write_number(out, SLICE("blocks"), self->text.blocks.count);
    write_number(out, SLICE("sentences"), self->text.sentences.count);
    write_number(out, SLICE("tokens"), self->text.tokens.count);
    write_number(out, SLICE("mentions"), self->mentions.all.count);
    write_number(out, SLICE("statements"), self->statements.all.count);
    if (self->record.repairs.count || self->text.repairs.count) {
        write_key(out, SLICE("repairs"));
        buffer_add_char(out, '[');
        write_items(out, self->record.repairs.at, self->record.repairs.count);
        if (self->record.repairs.count && self->text.repairs.count) buffer_add_char(out, ',');
        write_items(out, self->text.repairs.at, self->text.repairs.count);
        buffer_add_char(out, ']');
    }
    buffer_add(out, SLICE("}\n"));
}

/* ---- the whole ---- */

/* Where the next of each kind of line starts; past all text when there is none left. */
static uint64_t sentence_start(const struct reading *r, uint32_t i) {
    return i < r->text.sentences.count ? r->text.tokens.at[r->text.sentences.at[i].first].start : UINT64_MAX;
}
static uint64_t token_start(const struct reading *r, uint32_t i) {
    return i < r->text.tokens.count ? r->text.tokens.at[i].start : UINT64_MAX;
}
/* Mentions stand in reading order; where text was lifted out of a sentence that is not the order of the source. */
struct mention_place {
    uint32_t start, number;
};
static int place_compare(const void *a, const void *b) {
    const struct mention_place *x = a, *y = b;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    return x->number < y->number ? -1 : 1;
}
static struct mention_place *mentions_in_source(arena *memory, const struct reading *r) {
    struct mention_place *places = arena_alloc(memory, (r->mentions.all.count + 1) * sizeof *places);
    bool ordered = true;
    for (uint32_t i = 0; i < r->mentions.all.count; i++) {
        places[i] = (struct mention_place){ r->mentions.all.at[i].span.start, i };
        ordered &= i == 0 || places[i - 1].start <= places[i].start;
    }
    if (!ordered) qsort(places, r->mentions.all.count, sizeof *places, place_compare);
    return places;
}
static uint64_t statement_start(const struct reading *r, uint32_t i) {
    return i < r->statements.all.count ? r->statements.all.at[i].span.start : UINT64_MAX;
}

/* In source order; at one place what is larger first: sentence, statement, mention, token. */
void reading_json(const struct reading *self, unsigned with, buffer *out) {
    arena *memory = arena_new(), *line = arena_new();
    uint32_t sentence = with & WITH_SENTENCES ? 0 : self->text.sentences.count, token = with & WITH_TOKENS ? 0 : self->text.tokens.count;
    uint32_t mention = 0, statement = 0;
    const struct mention_place *mentions = mentions_in_source(memory, self);
    write_record(self, out);
    for (;;) {
        uint64_t at[4] = { sentence_start(self, sentence), statement_start(self, statement),
                           mention < self->mentions.all.count ? mentions[mention].start : UINT64_MAX, token_start(self, token) };
        int first = 0;
        for (int i = 1; i < 4; i++)
            if (at[i] < at[first]) first = i;
        if (at[first] == UINT64_MAX) break;
        if (first == 0)
            write_sentence(self, out, sentence++);
        else if (first == 1)
            write_statement(self, line, out, statement++), arena_reset(line);
        else if (first == 2)
            write_mention(self, out, mentions[mention++].number);
        else
            write_token(self, out, token++);
    }
    write_end(self, out);
    arena_free(line);
    arena_free(memory);
}

void reading_error_json(const error *problem, buffer *out) {
    buffer_add(out, SLICE("{\"type\":\"error\""));
    if (problem->source[0]) write_text(out, SLICE("source"), problem->source);
    write_text(out, SLICE("code"), error_code_name(problem->code));
    write_text(out, SLICE("message"), problem->message);
    if (problem->byte >= 0) write_number(out, SLICE("byte"), (uint64_t)problem->byte);
    if (problem->page > 0) write_number(out, SLICE("page"), (uint64_t)problem->page);
    buffer_add(out, SLICE("}\n"));
}
