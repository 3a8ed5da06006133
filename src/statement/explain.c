/* Explaining a verdict: the clause at a byte, its fields, and what each test answered, in their order. */
#include "statement/unit.h"

static void words(const struct analysis *self, uint32_t first, uint32_t last, buffer *out) {
    if (first >= last) {
        buffer_add(out, SLICE("–"));
        return;
    }
    buffer_add(out, text_normal(self->memory, self->text, first, last));
}

static void token(const struct analysis *self, uint32_t at, buffer *out) {
    if (at == NO_TOKEN)
        buffer_add(out, SLICE("–"));
    else
        buffer_add(out, token_text(self->text, at));
}

static void explain_clause(struct analysis *self, uint32_t index, buffer *out) {
    static const char *const types[] = { "main", "complement", "condition",     "cause",      "purpose", "relative",
                                         "time", "concession", "accompaniment", "infinitive", "manner",  "question" };
    static const char *const modals[] = { "none", "will", "want", "can", "must", "may", "should", "go", "would", "could" };
    static const char *const persons[] = { "none", "first singular", "first plural", "second", "third" };
    const struct clause *clause = &self->clauses.at[index];
    struct facts facts;
    facts_find(self, index, &facts);
    buffer_format(out, "%s clause: ", types[clause->type]);
    words(self, clause->first, clause->last, out);
    buffer_add(out, SLICE("\n  subject: "));
    words(self, clause->subject_first, clause->subject_last, out);
    buffer_format(out, " (%s person%s%s)\n  finite verb: ", persons[facts.person], facts.subject_id ? ", " : "",
                  facts.subject_id ? facts.subject_id : "");
    token(self, clause->finite, out);
    buffer_add(out, SLICE("; says: "));
    if (clause->lemma) buffer_add(out, lexicon_lemma(self->words, clause->lemma));
    buffer_format(out, "; modal: %s;%s%s%s%s%s%s%s\n  complement: ", modals[clause->modal], clause->passive ? " passive" : "",
                  clause->perfect ? " perfect" : "", clause->past ? " past" : "", facts.negated ? " negated" : "",
                  facts.future ? " future" : "", facts.by_author ? " by-author" : "", clause->question ? " question" : "");
    words(self, clause->complement_first, clause->complement_last, out);
    buffer_format(out, "\n  author: %s; to the Chamber: ", facts.author_id ? facts.author_id : "unknown");
    token(self, facts.chamber, out);
    buffer_add_char(out, '\n');
    for (size_t i = 0; i < kind_table_size; i++) {
        struct verdict verdict = { .cue = NO_TOKEN };
        bool yes = kind_table[i].test(&facts, &verdict);
        buffer_format(out, "  %2zu %-14s %s", i + 1, kind_name(kind_table[i].kind), yes ? "yes, by " : "no\n");
        if (!yes) continue;
        token(self, verdict.cue, out);
        buffer_format(out, " (%s, %.2f)\n", verdict.sub ? verdict.sub : "-", verdict.confidence / 1000.0);
        return;
    }
    buffer_format(out, "  %2zu report         what remains\n", kind_table_size + 1);
}

void explain_byte(struct analysis *self, uint32_t byte, buffer *out) {
    const struct text *text = self->text;
    for (uint32_t s = 0; s < text->sentences.count; s++) {
        span place = text_span(text, text->sentences.at[s].first, text->sentences.at[s].last);
        if (byte < place.start || byte >= place.end) continue;
        bool any = false;
        for (uint32_t c = self->sentence_clause[s]; c < self->sentence_clause[s + 1]; c++) {
            const struct clause *clause = &self->clauses.at[c];
            span own = text_span(text, clause->first, clause->last);
            if (byte < own.start || byte >= own.end) continue;
            explain_clause(self, c, out);
            any = true;
        }
        if (any) return;
    }
    buffer_add(out, SLICE("no clause stands there\n"));
}
