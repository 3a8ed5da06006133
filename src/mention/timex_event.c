/* Times said by a meeting: "tijdens de Top in Madrid in 2022", "na afloop van de vergadering", "at its twenty-seventh session".
 *
 * A preposition of time, an article or the like, and a noun for a meeting (MEETING_NOUN) with what stands between and after it:
 *   [voorafgaand aan of tijdens] [de] [NAVO] [Top] [van 2022] [in Madrid]   → value 2022, mod ON_OR_BEFORE, event NATO-SUMMIT-2022-MADRID
 * Where a day or month stands beside the meeting ("tijdens het debat van 25 mei jl.") that date is the time, and the meeting's day is
 * remembered: in a report of "de NAVO-top van 14 juni 2021" every later "de top" is that day. A meeting of unknown day has no value. */
#include "mention/timex.h"

enum { MEETINGS_MAX = 32, MODIFIERS_MAX = 5, PREPOSITION_TOKENS = 4, AFTER_TOKENS = 12, DATE_WITHIN = 12, LONGEST_MEETING = 7 /* days */ };

struct meeting {
    slice noun, actor;
    date from;
    char place[24];
    uint32_t token;
};
struct reader {
    arena *memory;
    const struct text *text;
    struct role_memory *roles;
    struct mentions *out;
    uint32_t next; /* the first time that is not before the sentence */
    struct meeting meetings[MEETINGS_MAX];
    uint32_t count;
    enum language lang;
};
struct phrase {
    uint32_t first, last, noun;
    int32_t mod;
    uint32_t year_mention;
    char place[24];
    slice actor, of /* "the session of the Conference of the Parties" */;
    int32_t number /* of the fourth session */;
    bool known /* not the next one, not another */;
};

static bool token_class(const struct reader *self, uint32_t token, enum lexicon_class class, int32_t *value) {
    return self->text->classes[token] & LEXICON_BIT(class) &&
           word_class(self->text, self->text->tokens.at[token].word, self->lang, class, value);
}

static bool has_role(const struct reader *self, uint32_t token, enum role role) {
    return self->text->classes[token] & LEXICON_BIT(CLASS_TIME_WORD) &&
           word_roles(self->roles, self->text, self->text->tokens.at[token].word, self->lang) >> role & 1;
}

/* The part of speech chosen in context; where none was, that of the word's first sense. */
static enum pos token_pos(const struct reader *self, uint32_t token) {
    const struct token *t = &self->text->tokens.at[token];
    const struct lexicon_sense *senses;
    if (t->pos) return (enum pos)t->pos;
    return t->word && lexicon_senses(self->text->words, t->word, &senses) ? (enum pos)senses[0].pos
           : t->flags & TOKEN_CAPITAL                                     ? POS_PROPN
                                                                          : POS_NONE;
}

/* The actor in a compound ("NAVO-Top") or word. */
static slice actor_in(const struct reader *self, uint32_t token) {
    int32_t value;
    slice spelling = token_text(self->text, token);
    const char *hyphen = memchr(spelling.data, '-', spelling.size);
    uint32_t word = hyphen ? lexicon_find(self->text->words, (slice){ spelling.data, (size_t)(hyphen - spelling.data) })
                           : self->text->tokens.at[token].word;
    return word && lexicon_word_class(self->text->words, word, CLASS_ACTOR, &value) ? lexicon_string(self->text->words, value)
                                                                                    : (slice){ 0 };
}

/* The time that starts at a token, or UINT32_MAX. */
static uint32_t mention_at(const struct reader *self, uint32_t token) {
    for (uint32_t i = self->next; i < self->out->all.count && self->out->all.at[i].first <= token; i++)
        if (self->out->all.at[i].first == token) return i;
    return UINT32_MAX;
}

/* The preposition that ends before a token; its first token, or UINT32_MAX. */
static uint32_t preposition_before(const struct reader *self, const struct sentence *sentence, uint32_t end, int32_t *mod) {
    for (uint32_t length = PREPOSITION_TOKENS; length >= 1; length--) {
        if (end < sentence->first + length) continue;
        uint32_t start = end - length, node = 0;
        if (length == 1) {
            if (token_class(self, start, CLASS_EVENT_PREPOSITION, mod)) return start;
            continue;
        }
        if (self->text->tokens.at[start].phrase < length) continue;
        for (uint32_t i = start; i < end && node != LEXICON_NO_PATH; i++)
            node = self->text->tokens.at[i].word ? lexicon_step(self->text->words, node, self->text->tokens.at[i].word) : LEXICON_NO_PATH;
        uint32_t lemma = node != LEXICON_NO_PATH ? lexicon_phrase(self->text->words, node) : 0;
        if (lemma && lexicon_lemma_class(self->text->words, lemma, CLASS_EVENT_PREPOSITION, mod)) return start;
    }
    return UINT32_MAX;
}

/* Both ways of a coordination: before or during is no later than, during or after no earlier than. */
static int32_t mod_join(int32_t a, int32_t b) {
    if (a == b) return a;
    int32_t other = a == 0 ? b : a;
    return a && b ? 0 : other == MOD_BEFORE ? MOD_ON_OR_BEFORE : other == MOD_AFTER ? MOD_ON_OR_AFTER : other;
}

/* "fourth", "51st", "seventy-eighth": the number; 0 if it is none. */
static int32_t ordinal_of(const struct reader *self, uint32_t token) {
    slice spelling = token_text(self->text, token);
    int32_t number = 0, tens = 0;
    const char *hyphen = memchr(spelling.data, '-', spelling.size);
    if (hyphen) {
        uint32_t left = lexicon_find(self->text->words, (slice){ spelling.data, (size_t)(hyphen - spelling.data) }),
                 right = lexicon_find(self->text->words, (slice){ hyphen + 1, (size_t)(spelling.data + spelling.size - hyphen - 1) });
        bool both = left && right && word_class(self->text, left, self->lang, CLASS_NUMERAL, &tens) &&
                    word_class(self->text, right, self->lang, CLASS_ORDINAL, &number);
        return both ? tens + number : 0;
    }
    if (self->text->tokens.at[token].shape == SHAPE_ALNUM) {
        for (size_t i = 0; i < spelling.size && i < 4 && spelling.data[i] >= '0' && spelling.data[i] <= '9'; i++)
            number = number * 10 + spelling.data[i] - '0';
        return number;
    }
    return token_class(self, token, CLASS_ORDINAL, &number) ? number : 0;
}

/* "to the General Assembly at its next session": the body whose name ends right before the preposition. */
static slice actor_before(const struct reader *self, const struct sentence *sentence, uint32_t end) {
    enum { LONGEST_NAME = 16 };
    const struct token *tokens = self->text->tokens.at;
    int32_t value;
    for (uint32_t from = end; from-- > sentence->first && end - from <= LONGEST_NAME;) {
        uint32_t node = 0;
        if (!tokens[from].word) break;
        if (from + 1 == end && token_class(self, from, CLASS_ACTOR, &value)) return lexicon_string(self->text->words, value);
        for (uint32_t i = from; i < end && node != LEXICON_NO_PATH; i++) node = lexicon_step(self->text->words, node, tokens[i].word);
        uint32_t lemma = node != LEXICON_NO_PATH && from + 1 < end ? lexicon_phrase(self->text->words, node) : 0;
        if (lemma && lexicon_lemma_class(self->text->words, lemma, CLASS_ACTOR, &value)) return lexicon_string(self->text->words, value);
    }
    return (slice){ 0 };
}

/* Walks left from the noun over its modifiers to the article, then to the preposition. */
static bool phrase_before(const struct reader *self, const struct sentence *sentence, struct phrase *out) {
    uint32_t at = out->noun, modifiers = 0;
    bool article = false, its = false, digits = false;
    out->actor = actor_in(self, out->noun);
    out->known = true;
    while (at > sentence->first) {
        const struct token *token = &self->text->tokens.at[at - 1];
        enum pos pos = token_pos(self, at - 1);
        int32_t mod;
        if (token->flags & TOKEN_FOOTNOTE_MARK) return false;
        if (has_role(self, at - 1, ROLE_A)) return false;
        bool future = token_class(self, at - 1, CLASS_TIME_FUTURE, NULL) || token_class(self, at - 1, CLASS_TIME_PAST, NULL) ||
                      ordinal_of(self, at - 1);
        if (has_role(self, at - 1, ROLE_THE) || token_class(self, at - 1, CLASS_TIME_PRESENT, NULL) || pos == POS_DET ||
            (pos == POS_PRON && modifiers < 2)) {
            article = true, at--;
            /* at its fourth session */
            its =
                out->number && !out->actor.size &&
                (pos == POS_PRON || (pos == POS_DET && !has_role(self, at, ROLE_THE) && !token_class(self, at, CLASS_TIME_PRESENT, NULL)));
            break;
        }
        if (preposition_before(self, sentence, at, &mod) != UINT32_MAX && !(token->flags & TOKEN_CAPITAL && at - 1 > sentence->first))
            break;
        digits |= future && token->shape == SHAPE_ALNUM;
        bool modifier = (token->shape == SHAPE_WORD || (token->shape == SHAPE_ALNUM && future)) &&
                        (pos == POS_ADJ || pos == POS_PROPN || pos == POS_NOUN || pos == POS_NUM || token->flags & TOKEN_CAPITAL || future);
        if (!modifier || ++modifiers > MODIFIERS_MAX) return false;
        if (future) out->known = false;
        if (ordinal_of(self, at - 1)) out->number = ordinal_of(self, at - 1);
        slice actor = actor_in(self, at - 1);
        if (actor.size && !out->actor.size) out->actor = actor;
        at--;
    }
    if (digits && !its) return false; /* "Adopted at the 3004th meeting" tells of the act itself */
    if (!article && !(self->text->tokens.at[out->noun].flags & TOKEN_CAPITAL) && out->known) return false;
    uint32_t start = preposition_before(self, sentence, at, &out->mod);
    if (start == UINT32_MAX) return false;
    if (out->mod == MOD_ON_OR_BEFORE && out->known && self->lang == LANGUAGE_ENGLISH && has_role(self, at - 1, ROLE_BY))
        return false; /* "adopted by the Conference" */
    /* "de agenda voor de vergadering": for, not before */
    if (out->mod == MOD_BEFORE && start > sentence->first && has_role(self, start, ROLE_TO_HOUR) &&
        token_class(self, start - 1, CLASS_DOCUMENT_NOUN, NULL))
        return false;
    out->first = start;
    if (its) out->actor = actor_before(self, sentence, start);
    if (its && !out->actor.size && self->text->record->issuer_id) out->actor = slice_of(self->text->record->issuer_id);
    int32_t mod;
    if (start > sentence->first + 1 && (has_role(self, start - 1, ROLE_OR) || has_role(self, start - 1, ROLE_AND))) {
        uint32_t other = preposition_before(self, sentence, start - 1, &mod);
        if (other != UINT32_MAX) out->first = other, out->mod = mod_join(mod, out->mod);
    }
    return true;
}

/* A meeting that another one is about: "het commissiedebat over de NAVO-top op 7 juni" is a day of the debate. */
static bool is_topic(const struct reader *self, const struct sentence *sentence, uint32_t noun) {
    uint32_t at = noun;
    for (uint32_t steps = 0; at > sentence->first && steps < 4; at--, steps++) {
        enum pos pos = token_pos(self, at - 1);
        if (token_class(self, at - 1, CLASS_MEETING_NOUN, NULL)) return true;
        if (pos == POS_ADP && token_class(self, at - 1, CLASS_EVENT_PREPOSITION, NULL)) return false;
        if (pos != POS_ADP && pos != POS_DET && pos != POS_ADJ && pos != POS_PROPN && pos != POS_NOUN) return false;
    }
    return false;
}

/* The day or month close behind a noun for a meeting: "NAVO-top van 14 juni 2021", "commissiedebat d.d. 25 mei"; NULL if there is none. */
static const struct mention *meeting_day(const struct reader *self, const struct sentence *sentence, uint32_t noun) {
    uint32_t limit = noun + DATE_WITHIN < sentence->last ? noun + DATE_WITHIN : sentence->last;
    for (uint32_t i = self->next; i < self->out->all.count && self->out->all.at[i].first < limit; i++) {
        const struct mention *m = &self->out->all.at[i];
        if (m->first <= noun) continue;
        if (!date_known(m->from) || !date_known(m->to) || date_to_days(m->to) - date_to_days(m->from) > 40) return NULL;
        for (uint32_t between = noun + 1; between < m->first; between++) {
            const struct token *token = &self->text->tokens.at[between];
            enum pos pos = token_pos(self, between);
            if (pos == POS_VERB || pos == POS_AUX || (token->shape == SHAPE_PUNCT && between + 1 < m->first)) return NULL;
        }
        if (m->first > noun + 1) {
            const struct token *before = &self->text->tokens.at[m->first - 1];
            enum pos pos = token_pos(self, m->first - 1);
            if (pos != POS_ADP && before->shape != SHAPE_PUNCT && before->shape != SHAPE_ABBREVIATION && pos != POS_PROPN &&
                pos != POS_NOUN)
                return NULL;
        }
        return m;
    }
    return NULL;
}

static void meeting_learn(struct reader *self, const struct sentence *sentence, uint32_t noun, slice kind) {
    const struct mention *day = is_topic(self, sentence, noun) ? NULL : meeting_day(self, sentence, noun);
    if (!day || date_to_days(day->to) - date_to_days(day->from) > LONGEST_MEETING) return;
    if (self->count == MEETINGS_MAX)
        memmove(&self->meetings[1], &self->meetings[2], (MEETINGS_MAX - 2) * sizeof self->meetings[0]), self->count--;
    slice actor = actor_in(self, noun);
    if (!actor.size && noun > sentence->first) actor = actor_in(self, noun - 1);
    self->meetings[self->count++] = (struct meeting){ .noun = kind, .actor = actor, .from = day->from, .token = noun };
}

/* "of the Conference of the Parties", "van de Noord-Atlantische Raad" after the noun: whose meeting it is. The token after it. */
static uint32_t actor_after(const struct reader *self, const struct sentence *sentence, uint32_t at, slice *actor) {
    uint32_t next = at, end = at, node = 0;
    int32_t value;
    if (next >= sentence->last || !has_role(self, next, ROLE_OF)) return at;
    next++;
    if (next < sentence->last && has_role(self, next, ROLE_THE)) next++;
    for (uint32_t i = next; i < sentence->last && self->text->tokens.at[i].word; i++) {
        uint32_t lemma = 0;
        node = lexicon_step(self->text->words, node, self->text->tokens.at[i].word);
        if (i == next && token_class(self, i, CLASS_ACTOR, &value)) *actor = lexicon_string(self->text->words, value), end = i + 1;
        if (node == LEXICON_NO_PATH) break;
        if (i > next) lemma = lexicon_phrase(self->text->words, node);
        if (lemma && lexicon_lemma_class(self->text->words, lemma, CLASS_ACTOR, &value))
            *actor = lexicon_string(self->text->words, value), end = i + 1;
    }
    return end;
}

/* What follows the noun: a year, a place, in either order. False if a day or month stands there: then that date is the time. */
static bool phrase_after(const struct reader *self, const struct sentence *sentence, struct phrase *out) {
    uint32_t at = out->noun + 1, limit = at + AFTER_TOKENS < sentence->last ? at + AFTER_TOKENS : sentence->last;
    out->last = at;
    out->year_mention = UINT32_MAX;
    const struct mention *day = meeting_day(self, sentence, out->noun);
    /* "at its 51st session (November 2022)": a month in brackets says when the session is, which is the time */
    bool aside = day && date_to_days(day->to) - date_to_days(day->from) > LONGEST_MEETING &&
                 slice_equal(token_text(self->text, day->first - 1), SLICE("("));
    if (day && !aside) return false;
    at = out->last = actor_after(self, sentence, at, &out->of);
    while (at < limit) {
        uint32_t inner = at;
        bool joint =
            has_role(self, at, ROLE_IN) || has_role(self, at, ROLE_OF) || has_role(self, at, ROLE_ON) || token_pos(self, at) == POS_ADP;
        if (joint) inner++;
        if (inner >= limit) break;
        uint32_t mention = mention_at(self, inner);
        if (mention == UINT32_MAX && joint) mention = mention_at(self, at);
        if (mention != UINT32_MAX) {
            const struct mention *m = &self->out->all.at[mention];
            if (!date_known(m->from) || !date_known(m->to)) break;
            if (date_to_days(m->to) - date_to_days(m->from) < 40) return false;
            if (!joint && !(self->text->tokens.at[inner].flags & TOKEN_SPACE_BEFORE)) break;
            if (out->year_mention != UINT32_MAX) break;
            out->year_mention = mention;
            at = out->last = m->last;
            continue;
        }
        if (!joint) break;
        uint32_t name = inner;
        while (name < limit && self->text->tokens.at[name].flags & TOKEN_CAPITAL && self->text->tokens.at[name].shape == SHAPE_WORD &&
               (name == inner || self->text->tokens.at[name].flags & TOKEN_SPACE_BEFORE ||
                self->text->tokens.at[name].flags & TOKEN_LINE_START) &&
               name < inner + 3)
            name++;
        if (name == inner || out->place[0] ||
            !(has_role(self, at, ROLE_IN) || has_role(self, at, ROLE_AT) || token_pos(self, at) == POS_ADP))
            break;
        size_t size = 0;
        slice spelling = token_text(self->text, inner);
        for (size_t i = 0; i < spelling.size && size + 1 < sizeof out->place; i++) {
            char c = spelling.data[i];
            out->place[size++] = c >= 'a' && c <= 'z' ? (char)(c - 32) : c;
        }
        out->place[size] = '\0';
        at = out->last = name;
    }
    return true;
}

static const struct meeting *meeting_find(const struct reader *self, slice kind, slice actor) {
    const struct meeting *best = NULL;
    for (uint32_t i = 0; i < self->count; i++) {
        const struct meeting *m = &self->meetings[i];
        if (!slice_equal(m->noun, kind) || (actor.size && m->actor.size && !slice_equal(actor, m->actor))) continue;
        if (!best || m->token > best->token) best = m;
    }
    return best;
}

static const char *event_name(const struct reader *self, slice actor, slice kind, int year, const char *place) {
    char upper[40];
    size_t size = 0;
    for (; size < kind.size && size + 1 < sizeof upper; size++)
        upper[size] = kind.data[size] >= 'a' && kind.data[size] <= 'z' ? (char)(kind.data[size] - 32) : kind.data[size];
    upper[size] = '\0';
    return arena_format(self->memory, "%.*s%s%s%s%s%s", (int)actor.size, actor.size ? actor.data : "", actor.size ? "-" : "", upper,
                        year ? arena_format(self->memory, "-%04d", year) : "", place[0] ? "-" : "", place);
}

/* The words of a meeting that has no name, from behind its preposition and article to its noun: VOLGENDE-PROCEDUREVERGADERING. */
static const char *words_name(const struct reader *self, uint32_t first, uint32_t noun) {
    uint32_t from = noun;
    while (from > first && token_pos(self, from - 1) != POS_DET && token_pos(self, from - 1) != POS_ADP &&
           token_pos(self, from - 1) != POS_PRON)
        from--;
    slice words = text_normal(self->memory, self->text, from, noun + 1); /* whatever lines they stand in */
    char *name = arena_format(self->memory, "%.*s", (int)words.size, words.data);
    for (char *c = name; *c; c++) *c = (char)(*c == ' ' ? '-' : *c >= 'a' && *c <= 'z' ? *c - 32 : *c);
    return name;
}

/* Conferences of Parties are called by name and number: CMA4, COP27; other meetings keep the noun: UN-GA-SESSION-77. */
static const char *numbered_name(const struct reader *self, slice actor, slice kind, int32_t number) {
    if (!memchr(actor.data, '-', actor.size)) return arena_format(self->memory, "%.*s%d", (int)actor.size, actor.data, number);
    return arena_format(self->memory, "%s-%d", event_name(self, actor, kind, 0, ""), number);
}

/* Replaces the times inside the phrase by the phrase. */
static void mention_place(struct reader *self, const struct mention *event) {
    struct mention *all = self->out->all.at;
    uint32_t kept = self->next, place = UINT32_MAX;
    for (uint32_t i = self->next; i < self->out->all.count; i++) {
        if (all[i].first < event->last && event->first < all[i].last) {
            if (place == UINT32_MAX) place = kept++;
            continue;
        }
        all[kept++] = all[i];
    }
    self->out->all.count = kept;
    if (place != UINT32_MAX) {
        self->out->all.at[place] = *event;
        return;
    }
    ARRAY_PUSH(self->memory, &self->out->all) = *event;
    uint32_t at = self->out->all.count - 1;
    for (; at > self->next && self->out->all.at[at - 1].first > event->first; at--) self->out->all.at[at] = self->out->all.at[at - 1];
    self->out->all.at[at] = *event;
}

static void meeting_read(struct reader *self, const struct sentence *sentence, uint32_t noun, slice kind) {
    struct phrase phrase = { .noun = noun };
    if (is_topic(self, sentence, noun) || !phrase_after(self, sentence, &phrase) || !phrase_before(self, sentence, &phrase)) return;
    const struct mention *year = phrase.year_mention == UINT32_MAX ? NULL : &self->out->all.at[phrase.year_mention];
    const struct meeting *known = phrase.known && !year ? meeting_find(self, kind, phrase.actor) : NULL;
    struct mention event = { .kind = MENTION_TIMEX,
                             .first = phrase.first,
                             .last = phrase.last,
                             .span = text_span(self->text, phrase.first, phrase.last),
                             .sub = "DATE",
                             .mod = (uint8_t)phrase.mod };
    if (year) event.value = year->value, event.from = year->from, event.to = year->to;
    if (known) {
        event.value = day_text(self->memory, known->from.year, known->from.month, known->from.day, DAY_SIZE);
        event.from = event.to = known->from;
    }
    if (phrase.of.size) phrase.actor = phrase.of;
    slice actor = phrase.actor.size ? phrase.actor : known ? known->actor : (slice){ 0 };
    event.event = phrase.number && actor.size ? numbered_name(self, actor, kind, phrase.number)
                                              : event_name(self, actor, kind, event.from.year, phrase.place);
    event.anchor = arena_format(self->memory,
                                phrase.mod == MOD_BEFORE  ? "EVENT-BEFORE:%s"
                                : phrase.mod == MOD_AFTER ? "EVENT-AFTER:%s"
                                                          : "EVENT:%s",
                                event.event);
    if (!event.value && !phrase.known && !actor.size && !phrase.number) { /* "tot de volgende procedurevergadering": by its own words */
        event.event = words_name(self, phrase.first, phrase.noun);
        event.value = event.anchor = arena_format(self->memory, "EVENT:%s", event.event);
    }
    if (!event.value) { /* not known when: the event itself, of the record's year if it is named */
        int of_record = phrase.actor.size && phrase.known ? self->text->record->date.year : 0;
        event.value = arena_format(self->memory, "EVENT:%s",
                                   phrase.number && actor.size ? event.event : event_name(self, actor, kind, of_record, phrase.place));
    }
    if (phrase.mod == MOD_AFTER && date_known(event.to)) event.from = event.to, event.to = (date){ 0 };
    if ((phrase.mod == MOD_BEFORE || phrase.mod == MOD_ON_OR_BEFORE) && date_known(event.to)) event.from = (date){ 0 };
    mention_place(self, &event);
}

void timex_events_find(arena *memory, const struct text *text, struct role_memory *roles, const uint32_t *sentences, uint32_t count,
                       struct mentions *out) {
    if (!count) return;
    struct reader self = { .memory = memory, .text = text, .roles = roles, .out = out };
    /* The times are handed back sentence by sentence, so that putting an event among them touches no more than its own sentence. */
    const struct mentions times = *out;
    uint32_t handed = 0;
    out->all = (typeof(out->all)){ 0 };
    ARRAY_RESERVE(memory, &out->all, times.all.count + times.all.count / 4);
    for (uint32_t s = 0; s < count; s++) {
        const struct sentence *sentence = &text->sentences.at[sentences[s]];
        for (; handed < times.all.count && times.all.at[handed].first < sentence->last; handed++)
            ARRAY_PUSH(memory, &out->all) = times.all.at[handed];
        while (self.next < out->all.count && out->all.at[self.next].last <= sentence->first) self.next++;
        self.lang = sentence_language(text, sentence);
        for (uint32_t i = sentence->first; i < sentence->last; i++) {
            int32_t value;
            if (!(text->classes[i] & LEXICON_BIT(CLASS_MEETING_NOUN)) ||
                !lexicon_word_class(text->words, text->tokens.at[i].word, CLASS_MEETING_NOUN, &value))
                continue;
            slice kind = lexicon_string(text->words, value);
            meeting_learn(&self, sentence, i, kind);
            meeting_read(&self, sentence, i, kind);
        }
    }
    for (; handed < times.all.count; handed++) ARRAY_PUSH(memory, &out->all) = times.all.at[handed];
}
