/* Actors: states, bodies, groups and persons that a record names.
 *
 * "Minister van Defensie Bijleveld en de NAVO-bondgenoten" → person NL-MIN-DEF (role, person), group NATO-ALLIES.
 * Names stand in data/lexicon/actors*.tsv. A token without one of the actors' classes that begins no phrase costs two look-ups. */
#include "mention/actor.h"

static const enum lexicon_class named[] = { CLASS_ACTOR, CLASS_ACTOR_PERSON, CLASS_ACTOR_GROUP, CLASS_STATE, CLASS_NONE };

uint32_t actor_add(struct actor_reader *self, uint32_t first, uint32_t last, const char *sub, const char *id) {
    span words = text_span(self->text, first, last);
    words.end -= possessive_size(token_text(self->text, last - 1));
    /* "NAVO's" names NAVO */
    ARRAY_PUSH(self->memory, &self->out->all) =
        (struct mention){ .first = first, .last = last, .span = words, .kind = MENTION_ACTOR, .sub = sub, .actor_id = id };
    return last;
}

/* "NAVO-bondgenoten", "VN-organisaties": what stands before the hyphen of a compound whose end is a group. */
static slice compound_owner(const struct text *text, uint32_t token) {
    slice spelling = token_text(text, token);
    const char *hyphen = memchr(spelling.data, '-', spelling.size);
    if (!hyphen) return (slice){ "", 0 };
    uint32_t word = lexicon_find(text->words, (slice){ spelling.data, (size_t)(hyphen - spelling.data) });
    int32_t value;
    return word && lexicon_word_class(text->words, word, CLASS_ACTOR, &value) ? lexicon_string(text->words, value) : (slice){ "", 0 };
}

/* "vaste commissie voor Defensie", "commissie Justitie en Veiligheid": a committee of the Chamber. */
static uint32_t committee_named(struct actor_reader *self, uint32_t token) {
    const struct text *text = self->text;
    uint32_t first = token, at = token + 1;
    slice code;
    while (first > self->block_first && first + 2 > token && token_may_be(text, first - 1, POS_ADJ) &&
           !token_may_be(text, first - 1, POS_DET))
        first--;
    if (at < self->block_last && token_may_be(text, at, POS_ADP)) at++;
    if (at >= self->block_last) return token;
    uint32_t end = portfolio_find(text, at, self->block_last, &code);
    if (end == at) return token;
    return actor_add(self, first, end, "body", arena_format(self->memory, "NL-TK-COM:%.*s", (int)code.size, code.data));
}

/* The adjectives right before a group belong to it: "individuele bondgenoten", "gelijkgezinde partners". */
static uint32_t adjectives_before(const struct actor_reader *self, uint32_t token) {
    const struct text *text = self->text;
    while (token > self->block_first && !(text->tokens.at[token - 1].flags & TOKEN_CAPITAL) &&
           text->tokens.at[token - 1].shape == SHAPE_WORD && token_may_be(text, token - 1, POS_ADJ) &&
           !token_may_be(text, token - 1, POS_DET) && !token_may_be(text, token - 1, POS_PRON) && !token_may_be(text, token - 1, POS_ADV) &&
           !token_may_be(text, token - 1, POS_ADP) && !token_may_be(text, token - 1, POS_VERB))
        token--;
    return token;
}

static uint32_t actor_named(struct actor_reader *self, uint32_t token, uint32_t end, enum lexicon_class class, slice value) {
    const struct text *text = self->text;
    if (end == token) {
        /* The end of a compound: only a group, and only with a known owner before the hyphen. */
        slice owner = compound_owner(text, token), group = token_string(text, token, CLASS_ACTOR_GROUP);
        if (!owner.size || !group.size) return token;
        if (group.data[0] != '~') return actor_add(self, token, token + 1, "group", arena_copy(self->memory, group));
        return actor_add(self, token, token + 1, "group",
                         arena_format(self->memory, "%.*s/%.*s", (int)group.size, group.data, (int)owner.size, owner.data));
    }
    /* "kabinetten", "commissies": several of a kind are not the one that has the identifier. */
    if (class == CLASS_ACTOR && end == token + 1 && token_plural(text, token) && !(text->tokens.at[token].flags & TOKEN_CAPITAL))
        return token;
    /* "premier" is a minister in Dutch and an adjective in English. */
    if (class == CLASS_ACTOR_PERSON && end == token + 1 && !(text->tokens.at[token].flags & TOKEN_CAPITAL) &&
        text->blocks.at[self->block].lang == LANGUAGE_ENGLISH && token_may_be(text, token, POS_ADJ))
        return token;
    static const char *const subs[] = { "body", "person", "group", "state" };
    const char *id = arena_copy(self->memory, value), *sub = "body";
    for (size_t i = 0; i < COUNT_OF(subs); i++)
        if (named[i] == class) sub = subs[i];
    uint32_t first = token, name = end, given = token;
    if (class == CLASS_ACTOR_PERSON) {
        /* "President Biden": the role before a person known by name belongs to it; "Minister-President Rutte": so does the name after an
         * office. */
        if (token > self->block_first && token_class(text, token - 1, CLASS_ROLE, NULL)) first = token - 1;
        if (end < self->block_last && token_may_be(text, token, POS_NOUN) &&
            !(text->tokens.at[end].flags & TOKEN_LINE_START && token_is(text, end - 1, ",")))
            name = name_find(text, end, self->block_last);
        if (name > end)
            given = end, end = name;
        else if (first < token)
            given = token, name = end;
        else
            name = given;
    }
    if (class == CLASS_ACTOR_GROUP) first = adjectives_before(self, token);
    actor_add(self, first, end, sub, id);
    struct mention *mention = &self->out->all.at[self->out->all.count - 1];
    if (class == CLASS_STATE)
        mention->state = id;
    else if (class == CLASS_ACTOR)
        mention->body = id;
    else if (class == CLASS_ACTOR_PERSON && name > given && given > token - 1) {
        mention->person = name_normal(self->memory, text, given, name);
        if (given > first) mention->role = arena_copy(self->memory, text_normal(self->memory, text, first, given));
    }
    return end;
}

/* "de Russische regering", "Afghan government": a state's adjective before a word for its government is the state; before a role it is that
 * person of the state. */
static uint32_t state_adjective(struct actor_reader *self, uint32_t token) {
    const struct text *text = self->text;
    slice state = token_string(text, token, CLASS_STATE_ADJECTIVE);
    if (!state.size || token + 1 >= self->block_last) return token;
    const char *id = arena_copy(self->memory, state);
    if (token_class(text, token + 1, CLASS_ROLE, NULL)) {
        uint32_t count = self->out->all.count, end = person_in_role(self, token + 1);
        if (end == token + 1 || self->out->all.count != count + 1) return end == token + 1 ? token : end;
        struct mention *mention = &self->out->all.at[count];
        mention->first = token;
        mention->span = text_span(text, token, end);
        mention->state = id;
        const char *part = strchr(mention->actor_id ? mention->actor_id : "", '-');
        if (mention->actor_id && strncmp(mention->actor_id, "NL-", 3) == 0 && strcmp(id, "NL") != 0)
            mention->actor_id = arena_format(self->memory, "%s%s", id, part); /* NL-MIN-DEF of Germany: DE-MIN-DEF */
        else if (mention->actor_id && mention->actor_id[0] == '~')
            mention->actor_id = id;
        return end;
    }
    slice actor = token_string(text, token + 1, CLASS_ACTOR);
    if (slice_equal(actor, SLICE("NL-GOV"))) {
        actor_add(self, token, token + 2, "body", strcmp(id, "NL") == 0 ? "NL-GOV" : id);
        self->out->all.at[self->out->all.count - 1].state = id;
        return token + 2;
    }
    return token;
}

/* "(hierna: SG NAVO)", "(NAR)" right after an actor: its short form in this record. */
static void short_form_read(struct actor_reader *self, uint32_t token) {
    const struct text *text = self->text;
    struct mention *actor = &self->out->all.at[self->out->all.count - 1];
    if (token + 2 >= self->block_last || !token_is(text, token, "(") || !actor->actor_id) return;
    uint32_t at = token + 1;
    bool marked = false;
    while (at < self->block_last && at < token + 5) {
        if (token_class(text, at, CLASS_SHORT_FORM_MARK, NULL))
            marked = true;
        else if (!(marked && text->tokens.at[at].shape == SHAPE_PUNCT) && !token_may_be(text, at, POS_DET))
            break;
        at++;
    }
    uint32_t end = at;
    while (end < self->block_last && end < at + 5 && !token_is(text, end, ")") && text->tokens.at[end].shape != SHAPE_PUNCT) end++;
    if (end >= self->block_last || end == at || !token_is(text, end, ")")) return;
    if (!marked && !(end == at + 1 && text->tokens.at[at].flags & TOKEN_UPPER)) return;
    /* Initials: "Republic of Korea (ROK)"; not "… and the United States (AUKUS)". */
    if (!marked && (token_class(text, at, CLASS_PARTY, NULL) || token_text(text, at).data[0] != token_text(text, actor->first).data[0]))
        return;
    cast_alias_add(self->memory, self->cast, text_normal(self->memory, text, at, end), actor->actor_id);
}

static uint32_t alias_named(struct actor_reader *self, uint32_t token) {
    const struct token *t = &self->text->tokens.at[token];
    if (!self->cast->aliases.count || !(t->flags & TOKEN_CAPITAL) || t->shape != SHAPE_WORD) return token;
    slice spelling = token_text(self->text, token);
    if (!cast_alias_begins(self->cast, spelling.data[0])) return token;
    for (uint32_t i = 0; i < self->cast->aliases.count; i++) {
        slice form = self->cast->aliases.at[i].form;
        if (form.size < spelling.size || memcmp(form.data, spelling.data, spelling.size) != 0) continue;
        uint32_t end = token + 1;
        while (end < self->block_last && text_normal(self->memory, self->text, token, end).size < form.size) end++;
        if (!slice_equal(text_normal(self->memory, self->text, token, end), form)) continue;
        return actor_add(self, token, end, "body", self->cast->aliases.at[i].id);
    }
    return token;
}

static uint32_t actor_try(struct actor_reader *self, uint32_t token) {
    const struct text *text = self->text;
    const struct token *t = &text->tokens.at[token];
    enum lexicon_class class = CLASS_NONE;
    slice value = { 0 };
    uint32_t end;
    static const uint64_t any = CLASS_BIT(CLASS_TITLE) | CLASS_BIT(CLASS_ROLE) | CLASS_BIT(CLASS_STATE_ADJECTIVE) |
                                CLASS_BIT(CLASS_COMMITTEE) | CLASS_BIT(CLASS_REPRESENTATION) | CLASS_BIT(CLASS_ACTOR) |
                                CLASS_BIT(CLASS_ACTOR_PERSON) | CLASS_BIT(CLASS_ACTOR_GROUP) | CLASS_BIT(CLASS_STATE);
    if (!token_concerns(text, token, any)) {
        if (!(t->flags & TOKEN_CAPITAL)) return token; /* most tokens */
        if (t->word && text->source.data[t->end - 1] != 's') return alias_named(self, token);
    }
    if (t->shape != SHAPE_WORD && t->shape != SHAPE_ABBREVIATION && t->shape != SHAPE_ALNUM) return token;
    uint32_t phrase = phrase_find(text, token, self->block_last, named, false, &class, &value);
    static const uint64_t wanted = CLASS_BIT(CLASS_TITLE) | CLASS_BIT(CLASS_ROLE) | CLASS_BIT(CLASS_STATE_ADJECTIVE) |
                                   CLASS_BIT(CLASS_COMMITTEE) | CLASS_BIT(CLASS_REPRESENTATION);
    /* A phrase goes before the role or title that it begins with: "ministers van Defensie", "Amerikaanse president". */
    if (t->word && phrase <= token + 1 && text->classes[token] & wanted) {
        if (token_class(text, token, CLASS_STATE_ADJECTIVE, NULL) && (end = state_adjective(self, token)) != token) return end;
        if (token_class(text, token, CLASS_COMMITTEE, NULL) && (end = committee_named(self, token)) != token) return end;
        if (token_class(text, token, CLASS_REPRESENTATION, NULL) && (end = represented(self, token)) != token) return end;
        if (token_class(text, token, CLASS_ROLE, NULL) && text->tokens.at[token].written && (end = person_in_role(self, token)) != token)
            return end;
        if (token_class(text, token, CLASS_TITLE, NULL) && text->tokens.at[token].written && (end = person_titled(self, token)) != token)
            return end;
    }
    if (phrase == token && t->phrase) {
        static const enum lexicon_class roles[] = { CLASS_ROLE, CLASS_NONE }; /* Prime Minister, commissaris van de Koning */
        if (phrase_find(text, token, self->block_last, roles, false, &class, &value) > token + 1 &&
            (end = person_in_role(self, token)) != token)
            return end;
    }
    if ((end = actor_named(self, token, phrase, class, value)) != token) return end;
    return alias_named(self, token);
}

void actor_find(arena *memory, const struct text *text, struct mentions *out) {
    struct actor_cast *cast = arena_alloc(memory, sizeof *cast);
    struct actor_reader reader = { .memory = memory, .text = text, .out = out, .cast = cast };
    cast->text = text;
    out->cast = cast;
    for (uint32_t i = 0; i < text->blocks.count; i++) {
        reader.block = i;
        reader.block_first = text->blocks.at[i].first;
        reader.block_last = text->blocks.at[i].last;
        for (uint32_t token = reader.block_first; token < reader.block_last;) {
            uint32_t count = out->all.count, end = actor_try(&reader, token);
            if (out->all.count > count && end < reader.block_last) short_form_read(&reader, end);
            token = end > token ? end : token + 1;
        }
    }
    cast_make(&reader);
}
