/* The cast of a record: whose affairs it is about, who issues it, whom it addresses, who speaks where, and which forms name whom.
 *
 * "met mevrouw Hoogeveen-Sandt, Minister van Defensie … Minister Hoogeveen-Sandt: …" → the alias Hoogeveen-Sandt = NL-MIN-DEF, so that the
 * turn's speaker is NL-MIN-DEF; "Voorzitter: Terwindt" → the chair is NL-TK:Terwindt.
 * Everything here is taken from mentions that stand in the record; what nothing says stays NULL. */
#include "mention/actor.h"

#include <stdlib.h>

void cast_alias_add(arena *memory, struct actor_cast *cast, slice form, const char *id) {
    if (cast->aliases.count >= ALIASES_MAX) return;
    for (uint32_t i = 0; i < cast->aliases.count; i++)
        if (slice_equal(cast->aliases.at[i].form, form) && strcmp(cast->aliases.at[i].id, id) == 0) return;
    ARRAY_PUSH(memory, &cast->aliases) = (struct actor_alias){ form, id };
    unsigned char first = form.size ? (unsigned char)form.data[0] : 0;
    cast->alias_begins[first / 64] |= (uint64_t)1 << (first % 64);
}

const char *cast_alias(const struct actor_cast *cast, slice form) {
    for (uint32_t i = 0; i < cast->aliases.count; i++)
        if (slice_equal_nocase(cast->aliases.at[i].form, form)) return cast->aliases.at[i].id;
    return NULL;
}

/* The row "~KEY/CONTEXT" of the vocabulary. */
static const char *context_row(arena *memory, const struct actor_cast *cast, const char *key, const char *context) {
    static const enum lexicon_class classes[] = { CLASS_ACTOR_GROUP, CLASS_ACTOR, CLASS_ACTOR_PERSON };
    const char *row = arena_format(memory, "%s/%s", key, context);
    uint32_t word = lexicon_find(cast->text->words, slice_of(row));
    int32_t value;
    for (size_t i = 0; word && i < COUNT_OF(classes); i++)
        if (lexicon_word_class(cast->text->words, word, classes[i], &value))
            return arena_copy(memory, lexicon_string(cast->text->words, value));
    return NULL;
}

/* "NL-MIN-VWS@2017-10-26,NL-MIN-VRO@2022-01-10": the office that a minister held at the record's date. */
static const char *office_at(arena *memory, slice offices, date day) {
    slice found = { "", 0 };
    while (offices.size) {
        const char *comma = memchr(offices.data, ',', offices.size);
        slice office = { offices.data, comma ? (size_t)(comma - offices.data) : offices.size };
        const char *at = memchr(office.data, '@', office.size);
        date since;
        if (!at) return arena_copy(memory, office);
        if (date_parse((slice){ at + 1, office.size - (size_t)(at + 1 - office.data) }, &since) &&
            (!date_known(day) || date_compare(since, day) <= 0))
            found = (slice){ office.data, (size_t)(at - office.data) };
        offices.data += office.size + (comma != NULL);
        offices.size -= office.size + (comma != NULL);
    }
    return found.size ? arena_copy(memory, found) : NULL;
}

/* The record's date; without one the middle of its parliamentary year, which minutes have in their identifier (h-tk-20172018-70-10). */
static date day_of(const struct record *record) {
    const char *names[] = { record->session, record->id };
    for (size_t i = 0; !date_known(record->date) && i < COUNT_OF(names); i++)
        for (const char *at = names[i]; at && *at; at++) {
            size_t digits = strspn(at, "0123456789");
            if (digits == 8 || (digits == 4 && at[4] == '-'))
                return (date){ .year = (int16_t)(atoi((char[5]){ at[0], at[1], at[2], at[3] }) + 1), .month = 1, .day = 15 };
            if (digits) at += digits - 1;
        }
    return record->date;
}

static const char *minister_known(arena *memory, const struct actor_cast *cast, slice name) {
    char *form = arena_format(memory, "~MIN:%.*s", (int)name.size, name.data);
    for (char *c = form; *c; c++)
        if (*c == ' ') *c = '_'; /* one word for the vocabulary */
    uint32_t word = lexicon_find(cast->text->words, slice_of(form));
    int32_t value;
    if (!word || !lexicon_word_class(cast->text->words, word, CLASS_ACTOR_PERSON, &value)) return NULL;
    return office_at(memory, lexicon_string(cast->text->words, value), day_of(cast->text->record));
}

static bool is_minister(const char *id) {
    return id && (strncmp(id, "NL-MIN-", 7) == 0 || strncmp(id, "NL-STAS-", 8) == 0 || strcmp(id, "NL-MP") == 0);
}

/* What a key is in this record: "~HOSG" → NATO-HOSG. A record names few groups, and those again and again. */
static const char *key_settle(arena *memory, struct actor_cast *cast, const char *key) {
    uint32_t hash = 0;
    for (const char *c = key; *c; c++) hash = hash * 31 + (unsigned char)*c;
    struct actor_alias *known = &cast->keys[hash % KEYS_KNOWN];
    if (known->form.data && slice_equal(known->form, slice_of(key))) return known->id;
    const char *found = context_row(memory, cast, key, cast->context);
    *known = (struct actor_alias){ slice_of(key), found ? found : context_row(memory, cast, key, "-") };
    return known->id;
}

const char *cast_settle(arena *memory, struct actor_cast *cast, const char *id) {
    if (!id || id[0] != '~') return id;
    const char *slash = strchr(id, '/'), *found;
    if (slash) {
        char *key = arena_copy(memory, (slice){ id, (size_t)(slash - id) });
        found = context_row(memory, cast, key, slash + 1);
        return found ? found : context_row(memory, cast, key, "-");
    }
    if (strncmp(id, "~NAME:", 6) == 0) {
        slice name = slice_of(id + 6);
        found = cast_alias(cast, name);
        return found ? found : arena_format(memory, "NL-TK:%s", id + 6);
    }
    if (strncmp(id, "~ROLE:", 6) == 0) {
        const char *role = id + 6;
        if (strcmp(role, "MIN") == 0 || strcmp(role, "STAS") == 0) {
            if (role[0] == 'S' && cast->minister && strncmp(cast->minister, "NL-MIN-", 7) == 0)
                return arena_format(memory, "NL-STAS-%s", cast->minister + 7); /* the state secretary of the minister's own ministry */
            return cast->minister && strncmp(cast->minister, "NL-", 3) == 0 && strncmp(cast->minister + 3, role, strlen(role)) == 0
                       ? cast->minister
                       : NULL;
        }
        if (strcmp(role, "CHAIR") == 0) return cast->chair ? cast->chair : "CHAIR";
        return arena_copy(memory, slice_of(role));
    }
    if (strcmp(id, "~COMMITTEE") == 0) return cast->committee;
    if (strcmp(id, "~FRACTION") == 0 || strcmp(id, "~STATES") == 0)
        return NULL; /* only with "mijn" or "beide" before it: see the callers */
    return key_settle(memory, cast, id);
}

/* Whose affairs: the organisation that is named most; the issuer counts for more. */
static const char *context_of(const struct text *text, const struct mentions *mentions) {
    static const char *const contexts[] = { "NATO", "EU", "UN", "COP", "CMA", "G7", "G20", "WHO" };
    uint32_t count[COUNT_OF(contexts)] = { 0 };
    for (uint32_t i = 0; i < mentions->all.count; i++) {
        const struct mention *mention = &mentions->all.at[i];
        if (mention->kind != MENTION_ACTOR || !mention->actor_id) continue;
        for (size_t j = 0; j < COUNT_OF(contexts); j++) {
            if (mention->actor_id[0] != contexts[j][0]) continue;
            size_t n = strlen(contexts[j]);
            if (strncmp(mention->actor_id, contexts[j], n) == 0 && (mention->actor_id[n] == '\0' || mention->actor_id[n] == '-'))
                count[j]++;
        }
    }
    const char *issuer = text->record->issuer_id;
    for (size_t j = 0; issuer && j < COUNT_OF(contexts); j++)
        if (strncmp(issuer, contexts[j], strlen(contexts[j])) == 0) count[j] += 1000;
    size_t best = 0;
    for (size_t j = 1; j < COUNT_OF(contexts); j++)
        if (count[j] > count[best]) best = j;
    if (!count[best]) return "-";
    return strcmp(contexts[best], "CMA") == 0 ? "COP" : contexts[best];
}

/* Names of ministers: "mevrouw Hoogeveen-Sandt, Minister van Defensie" and "De Minister van Defensie,\n\nX" make the name an alias. */
static void ministers_read(struct actor_reader *self) {
    const struct text *text = self->text;
    struct mentions *out = self->out;
    const struct mention *before = NULL;
    for (uint32_t i = 0; i < out->all.count; i++) {
        const struct mention *mention = &out->all.at[i];
        if (mention->kind != MENTION_ACTOR || !mention->sub || strcmp(mention->sub, "person") != 0) continue;
        if (is_minister(mention->actor_id)) {
            if (mention->person)
                cast_alias_add(self->memory, self->cast, slice_of(mention->person), mention->actor_id);
            else if (before && before->person && before->last + 1 == mention->first && token_is(text, before->last, ","))
                cast_alias_add(self->memory, self->cast, slice_of(before->person), mention->actor_id);
        }
        before = mention;
    }
}

/* Signatures: a minister's role that begins a line of the record's end, with a name under it; counts who signs. */
static void signatures_read(struct actor_reader *self, const char **signer, unsigned *signers) {
    const struct text *text = self->text;
    for (uint32_t i = 0; i < self->out->all.count; i++) {
        const struct mention *mention = &self->out->all.at[i];
        if (mention->kind != MENTION_ACTOR || !is_minister(mention->actor_id) || mention->person) continue;
        uint32_t index = text_block_of(text, mention->first);
        const struct text_block *block = &text->blocks.at[index];
        if (mention->first > block->first + 1) continue;
        bool alone = mention->last >= block->last || (mention->last + 1 >= block->last && token_is(text, mention->last, ","));
        uint32_t name = mention->last;
        if (!alone) {
            if (!token_is(text, name, ",")) continue;
            name++; /* "De Minister van Defensie, K.H. Ollongren" in one block */
            if (name_find(text, name, block->last) != block->last) continue;
        } else {
            name = block->last;
            if (index + 1 >= text->blocks.count) name = UINT32_MAX;
        }
        if (!*signer || strcmp(*signer, mention->actor_id) != 0) ++*signers;
        *signer = mention->actor_id;
        if (name == UINT32_MAX || name >= text->tokens.count) continue;
        uint32_t limit = alone ? text->blocks.at[index + 1].last : block->last;
        uint32_t end = name < limit ? name_find(text, name, limit) : name;
        if (end > name && end == limit)
            cast_alias_add(self->memory, self->cast, slice_of(name_normal(self->memory, text, name, end)), mention->actor_id);
    }
}

/* "MOTIE VAN HET LID VAN DER WERF C.S.", "vragen van de leden Mutluer, …": the first member named in the record's first blocks. */
static const char *first_member(struct actor_reader *self, uint32_t before) {
    for (uint32_t i = 0; i < self->out->all.count; i++) {
        const struct mention *mention = &self->out->all.at[i];
        if (mention->first >= before) break;
        if (mention->kind == MENTION_ACTOR && mention->actor_id && strncmp(mention->actor_id, "~NAME:", 6) == 0 && mention->person &&
            !is_minister(cast_alias(self->cast, slice_of(mention->person))))
            return arena_format(self->memory, "NL-TK:%s", mention->person);
    }
    return NULL;
}

/* "Voorzitter: Terwindt": who is in the chair. */
static void chair_read(struct actor_reader *self) {
    const struct text *text = self->text;
    for (uint32_t i = 0; i < self->out->all.count && !self->cast->chair; i++) {
        const struct mention *mention = &self->out->all.at[i];
        if (mention->kind != MENTION_ACTOR || !mention->actor_id || strcmp(mention->actor_id, "~ROLE:CHAIR") != 0) continue;
        uint32_t at = mention->last, limit = text->tokens.count;
        if (at + 1 >= limit || !token_is(text, at, ":")) continue;
        if (text->tokens.at[at + 1].flags & TOKEN_LINE_START) continue; /* a turn of the chair */
        if (at + 6 < limit) limit = at + 6;
        for (uint32_t j = at + 2; j < limit; j++)
            if (text->tokens.at[j].flags & TOKEN_LINE_START) limit = j;
        if (token_class(text, at + 1, CLASS_TITLE, NULL)) at++;
        uint32_t end = name_find(text, at + 1, limit);
        if (end == limit || (end > at + 1 && text->tokens.at[end].shape == SHAPE_PUNCT))
            self->cast->chair = arena_format(self->memory, "NL-TK:%s", name_normal(self->memory, text, at + 1, end));
    }
}

/* Who speaks or asks, by block: turns of minutes, "Vraag" and "Antwoord". */
static void authors_read(struct actor_reader *self) {
    const struct text *text = self->text;
    struct actor_cast *cast = self->cast;
    cast->authors = arena_alloc(self->memory, (text->blocks.count + 1) * sizeof *cast->authors);
    cast->parties = arena_alloc(self->memory, (text->blocks.count + 1) * sizeof *cast->parties);
    const char *now = NULL;
    uint32_t mention = 0;
    for (uint32_t i = 0; i < text->blocks.count; i++) {
        const struct text_block *block = &text->blocks.at[i];
        if (block->kind == BLOCK_TURN) {
            const char *speaker = NULL, *marked = marks_speaker(text, i);
            while (mention < self->out->all.count &&
                   (self->out->all.at[mention].kind != MENTION_ACTOR || self->out->all.at[mention].first < block->first))
                mention++;
            for (uint32_t j = mention; j < self->out->all.count && self->out->all.at[j].first < block->last && !speaker; j++)
                if (self->out->all.at[j].kind == MENTION_ACTOR) {
                    if (marked) self->out->all.at[j].actor_id = marked;
                    speaker = self->out->all.at[j].actor_id, cast->parties[i] = self->out->all.at[j].party;
                }
            cast->authors[i] = speaker ? speaker : marked;
        } else if (block->speaker >= 0)
            cast->authors[i] = cast->authors[block->speaker], cast->parties[i] = cast->parties[block->speaker];
        else {
            int32_t label;
            uint32_t first = block->first;
            if (first < block->last && token_class(text, first, CLASS_QUESTION_LABEL, &label) &&
                (block->kind == BLOCK_HEADING || block->label_last > block->label_first || block->last - first <= 6)) {
                if (label == 1)
                    now = cast->asker;
                else
                    now = cast->answerer;
            }
            cast->authors[i] = now;
        }
    }
}

/* "Beide landen", "deze landen": the states named together in the nearest sentence before that names several: UA+GE. */
static const char *states_before(struct actor_reader *self, uint32_t mention) {
    const struct mentions *out = self->out;
    uint32_t last = UINT32_MAX;
    for (uint32_t i = mention, n = 0; i-- > 0 && n < 40; n++) {
        const struct mention *state = &out->all.at[i];
        if (state->kind != MENTION_ACTOR || strcmp(state->sub, "state") != 0) continue;
        /* two states with only "en", a comma or an article between them */
        if (last != UINT32_MAX && out->all.at[last].first - state->last <= 2 &&
            token_class(self->text, out->all.at[last].first - 1, CLASS_COORDINATOR, NULL))
            return arena_format(self->memory, "%s+%s", state->actor_id, out->all.at[last].actor_id);
        last = i;
    }
    return NULL;
}

/* The body whose acts a report tells: the group or body of its context that opens sentences most often. Members ("bondgenoten") are left
 * for the case that nothing else does. */
static const char *collective_of(struct actor_reader *self) {
    const struct text *text = self->text;
    const char *best = NULL;
    uint32_t most = 0, next = 0, i = 0;
    struct {
        const char *id;
        uint32_t count;
    } seen[16] = { { 0 } };
    size_t n = strlen(self->cast->context);
    for (; i < self->out->all.count; i++) {
        const struct mention *mention = &self->out->all.at[i];
        if (mention->kind != MENTION_ACTOR || !mention->actor_id || strncmp(mention->actor_id, self->cast->context, n) != 0 ||
            mention->actor_id[n] != '-')
            continue;
        if (strcmp(mention->sub, "group") != 0 && strcmp(mention->sub, "body") != 0) continue;
        bool members = strstr(mention->actor_id, "ALL") || strstr(mention->actor_id, "PARTNER") || strstr(mention->actor_id, "-MS");
        while (next + 1 < text->sentences.count && text->sentences.at[next].last <= mention->first) next++;
        uint32_t weight = members ? 0 : strcmp(mention->sub, "group") == 0 ? 6 : 2;
        if (mention->first > text->sentences.at[next].first + 2) weight /= 2;
        for (size_t j = 0; j < COUNT_OF(seen); j++) {
            if (seen[j].id && strcmp(seen[j].id, mention->actor_id) != 0) continue;
            seen[j].id = mention->actor_id;
            seen[j].count += weight;
            if (seen[j].count > most) most = seen[j].count, best = seen[j].id;
            break;
        }
    }
    return best;
}

static bool genre_is(const struct text *text, enum genre genre) { return text->record->genre == genre; }

/* The title that the file's metadata give, and the text need not repeat, begins with the name: "Quad Leaders' Joint Statement", not
 * "ASEAN-U.S. Leaders' Statement". */
static bool opens_title(const struct text *text, const struct mention *mention) {
    const char *title = text->record->title;
    size_t size = mention->span.end - mention->span.start;
    return title && strncmp(title, text->source.data + mention->span.start, size) == 0 && title[size] == ' ';
}

/* Who issues a joint text that no metadata and no signature says: the group that its title names ("Quad Leaders' Joint Statement"); else
 * the parties that "leaders of" lists, or that open one of its first sentences together ("The United States and the European Union …"):
 * A-B. */
static const char *joint_issuer(struct actor_reader *self) {
    const struct mentions *out = self->out;
    const struct text *text = self->text;
    const struct mention *before = NULL;
    uint32_t title = text->blocks.count ? text->blocks.at[0].last : 0;
    bool statement = false;
    for (uint32_t i = 0; i < title; i++) statement |= token_class(text, i, CLASS_DOCUMENT_NOUN, NULL);
    for (uint32_t i = 0; i < out->all.count; i++) {
        const struct mention *mention = &out->all.at[i];
        if (mention->kind != MENTION_ACTOR || !mention->actor_id) continue;
        if (mention->first > text->tokens.count / 8 + 100) break;
        bool group = strcmp(mention->sub, "group") == 0;
        if (group && (mention->actor_id[0] == 'G' || (statement && mention->last <= title && !strstr(mention->actor_id, "HEADS"))))
            return mention->actor_id;
        if (group && strcmp(mention->actor_id, "US-EU") == 0) return mention->actor_id;
        if (group && genre_is(text, GENRE_COMMUNIQUE) && opens_title(text, mention)) return mention->actor_id;
        bool led = before && strcmp(before->sub, "group") == 0 && mention->first - before->last <= 3;
        uint32_t sentence = text_block_of(text, mention->first);
        bool opens = sentence < 8 && mention->first <= text->blocks.at[sentence].first + 3;
        before = mention;
        if ((!led && !opens) || group || strcmp(mention->sub, "person") == 0) continue;
        const char *id = mention->actor_id;
        uint32_t end = mention->last, parties = 1;
        for (uint32_t j = i + 1; j < out->all.count; j++) {
            const struct mention *next = &out->all.at[j];
            if (next->kind != MENTION_ACTOR || !next->actor_id || next->first - end > 3 || next->first <= end) break;
            uint32_t at = end;
            while (at < next->first &&
                   (token_is(text, at, ",") || token_class(text, at, CLASS_COORDINATOR, NULL) || token_may_be(text, at, POS_DET)))
                at++;
            if (at < next->first) break;
            id = arena_format(self->memory, "%s-%s", id, next->actor_id);
            end = next->last;
            parties++;
        }
        if (parties > 1) return id;
    }
    return NULL;
}

void cast_make(struct actor_reader *self) {
    struct actor_cast *cast = self->cast;
    const struct text *text = self->text;
    const struct record *record = text->record;
    struct mentions *out = self->out;
    const char *signer = NULL, *single = NULL;
    unsigned signers = 0;
    bool several = false;
    cast->context = context_of(text, out);
    ministers_read(self);
    signatures_read(self, &signer, &signers);
    chair_read(self);

    /* The minister that "de minister" is: the one that takes part, by title, attendance or signature. */
    for (uint32_t i = 0; i < cast->aliases.count; i++) {
        const char *id = cast->aliases.at[i].id;
        if (!is_minister(id)) continue;
        if (single && strcmp(single, id) != 0) several = true;
        single = id;
    }
    if (!single || (several && signers == 1)) single = signer, several = signers > 1;
    for (uint32_t i = 0; i < out->all.count && !cast->committee; i++)
        if (out->all.at[i].kind == MENTION_ACTOR && out->all.at[i].actor_id && strncmp(out->all.at[i].actor_id, "NL-TK-COM:", 10) == 0)
            cast->committee = out->all.at[i].actor_id;
    /* A speaker "Minister De Jonge" whose portfolio the record does not say: the table of ministers may know. */
    for (uint32_t i = 0; i < out->all.count; i++) {
        struct mention *mention = &out->all.at[i];
        if (mention->kind != MENTION_ACTOR || !mention->actor_id || strncmp(mention->actor_id, "~NAME:", 6) != 0) continue;
        slice role = mention->role ? token_string(text, mention->first, CLASS_ROLE) : (slice){ 0 };
        if (!slice_equal(role, SLICE("MIN")) && !slice_equal(role, SLICE("STAS"))) continue;
        slice name = slice_of(mention->person);
        if (cast_alias(cast, name)) continue;
        const char *known = minister_known(self->memory, cast, name);
        if (!known)
            known = single && !several ? single : arena_format(self->memory, "NL-%.*s:%s", (int)role.size, role.data, mention->person);
        cast_alias_add(self->memory, cast, name, known);
        if (single && strcmp(single, known) != 0) several = true;
        single = known;
    }
    cast->minister = several ? NULL : single;
    if (!cast->minister) { /* the only one that is named at all */
        const char *only = NULL;
        bool more = false;
        for (uint32_t i = 0; i < out->all.count; i++) {
            const char *id = out->all.at[i].kind == MENTION_ACTOR ? out->all.at[i].actor_id : NULL;
            if (!is_minister(id) || strcmp(id, "NL-MP") == 0) continue;
            more |= only && strcmp(only, id) != 0;
            if (!only) only = id;
        }
        if (only && !more && !several) cast->minister = only;
    }

    bool questions = false, motion = genre_is(text, GENRE_MOTION);
    int32_t label;
    for (uint32_t i = 0; i < text->blocks.count && !questions; i++)
        questions = text->blocks.at[i].first < text->blocks.at[i].last &&
                    token_class(text, text->blocks.at[i].first, CLASS_QUESTION_LABEL, &label) && label == 1 &&
                    text->blocks.at[i].last - text->blocks.at[i].first > 1;
    if (!motion) /* a motion says so in its title */
        for (uint32_t i = 0; i < text->blocks.count && i < 12; i++) {
            const struct text_block *block = &text->blocks.at[i];
            if (block->first < block->last && block->last - block->first < 30 && text->tokens.at[block->first].flags & TOKEN_UPPER &&
                slice_equal(token_string(text, block->first, CLASS_REFERENCE_HEAD), SLICE("motion")))
                motion = true;
        }
    cast->motion = motion;
    cast->issuer = record->issuer_id;
    if (questions) {
        cast->asker = first_member(self, text->tokens.count);
        cast->answerer = cast->minister ? cast->minister : signer;
    }
    if (motion)
        cast->author = first_member(self, text->tokens.count);
    else if (signers == 1)
        cast->author = signer;
    else if (questions)
        cast->author = cast->answerer;
    cast->government = is_minister(cast->author) || (cast->issuer && strncmp(cast->issuer, "NL-GOV", 6) == 0);
    if (!cast->issuer) {
        if (motion)
            cast->issuer = cast->author ? cast->author : "NL-TK";
        else if (signers > 1)
            cast->issuer = "NL-GOV";
        else if (cast->author)
            cast->issuer = cast->author;
        else if (genre_is(text, GENRE_DECISIONS) && cast->committee)
            cast->issuer = cast->committee;
    }
    if (!cast->author && cast->issuer && strcmp(cast->issuer, "NL-TK") != 0) cast->author = cast->issuer;
    cast->addressee = record->addressee_id;

    uint32_t kept = 0;
    for (uint32_t i = 0; i < out->all.count; i++) {
        struct mention *mention = &out->all.at[i];
        if (mention->kind == MENTION_ACTOR && strcmp(mention->sub, "state") != 0) {
            if (mention->actor_id && strncmp(mention->actor_id, "~STATES", 7) == 0) {
                bool anaphor = mention->first > 0 && token_class(text, mention->first - 1, CLASS_ANAPHOR, NULL);
                mention->actor_id = anaphor ? states_before(self, i) : NULL;
                if (mention->actor_id) mention->first--, mention->span = text_span(text, mention->first, mention->last);
            } else
                mention->actor_id = cast_settle(self->memory, cast, mention->actor_id);
            /* A body or group that is none here ("landen", "college") is no mention; a person without identifier still is one. */
            if (!mention->actor_id && strcmp(mention->sub, "person") != 0) continue;
            if (mention->actor_id && !mention->state && strncmp(mention->actor_id, "NL-", 3) == 0) mention->state = "NL";
            const char *dash = mention->actor_id ? strchr(mention->actor_id, '-') : NULL;
            if (!mention->body && dash && strcmp(mention->sub, "body") != 0 && strncmp(mention->actor_id, "NL-", 3) != 0)
                mention->body = arena_copy(self->memory, (slice){ mention->actor_id, (size_t)(dash - mention->actor_id) });
        }
        out->all.at[kept++] = *mention;
    }
    out->all.count = kept;
    bool english =
        text->record->lang == LANGUAGE_ENGLISH || (text->blocks.count && text->blocks.at[text->blocks.count - 1].lang == LANGUAGE_ENGLISH);
    if (!cast->issuer && english && !genre_is(text, GENRE_MINUTES)) cast->issuer = cast->author = joint_issuer(self);
    if (genre_is(text, GENRE_REPORT)) cast->collective = collective_of(self);
    authors_read(self);
    for (uint32_t i = 0; i < text->blocks.count; i++) cast->authors[i] = cast_settle(self->memory, cast, cast->authors[i]);
    if (!cast->addressee) {
        if (motion || genre_is(text, GENRE_AGENDA))
            cast->addressee = NULL;
        else if (cast->government)
            cast->addressee = "NL-TK";
    }
    if (!cast->issuer && cast->committee && genre_is(text, GENRE_DECISIONS)) cast->issuer = cast->author = cast->committee;
}
