/* Metadata from the words of a record: its first lines (title, dossier, number, date, who writes to whom) and its last ones
 * (who signs). What the markup or the caller said stays; the words are rows of data/record/head.tsv.
 *
 * Worked example: "28 676     NAVO\n\nNr. 381    VERSLAG VAN EEN COMMISSIEDEBAT\n\n Vastgesteld 12 november 2021" →
 * dossier 28676, record kst-28676-381, genre minutes, date 2021-11-12, language nl. */
#include "record/head.h"
#include "record/format.h"

enum { HEAD_BYTES = 8192, TAIL_BYTES = 3072, LINES_MAX = 160, LINE_MAX = 400, TITLE_MAX = 300 };

/* A line as written and folded: lower case, one blank between words; `opens`: an empty line or nothing stands before it. What the markup
 * says need not be looked for, so folding waits until somebody asks (line_at), and so does `starts`. */
struct line {
    slice written, folded;
    struct starts {
        uint64_t bits[4];
        bool known;
    } starts; /* of its words: which rows cannot stand in it */
    bool opens, is_folded;
};
struct lines {
    arena *memory;
    struct line at[LINES_MAX];
    int count;
};

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
static bool is_digit(char c) { return c >= '0' && c <= '9'; }
/* Digits, letters and what is not ASCII: asked of every byte, so without a branch. */
static bool is_word_byte(char c) { return ((unsigned char)(c - '0') < 10) | ((unsigned char)((c | 0x20) - 'a') < 26) | ((c & 0x80) != 0); }

/* Eight bytes that only change by their case: ASCII without control characters, and no two blanks together. */
static bool is_plain(uint64_t eight) {
    const uint64_t ones = 0x0101010101010101u, high = ones * 0x80;
    uint64_t above = (eight | high) - ones * 0x21; /* a byte up to the blank loses its high bit */
    uint64_t low = ~above & high, control = ~((eight | high) - ones * 0x20) & high;
    return !(eight & high) && !control && !(low & low << 8);
}

static slice fold(arena *memory, slice text) {
    char *out = arena_alloc(memory, text.size + 5);
    size_t size = 0;
    for (size_t at = 0; at < text.size && size < text.size;) {
        size_t from = at;
        char c = text.data[at];
        uint64_t eight;
        if (text.size - at >= sizeof eight && text.size - size >= sizeof eight && !is_blank(c)) {
            memcpy(&eight, text.data + at, sizeof eight);
            if (is_plain(eight)) {
                eight = ascii_lower_eight(eight);
                memcpy(out + size, &eight, sizeof eight);
                size += sizeof eight, at += sizeof eight;
                continue;
            }
        }
        if (!(c & 0x80)) {
            at++;
            if (!is_blank(c))
                out[size++] = (unsigned char)(c - 'A') < 26 ? (char)(c | 0x20) : c;
            else if (size && out[size - 1] != ' ')
                out[size++] = ' ';
            continue;
        }
        uint32_t character = utf8_next(text, &at);
        if (character == 0xA0 || character == 0x202F) {
            if (size && out[size - 1] != ' ') out[size++] = ' ';
            continue;
        }
        uint32_t lower = unicode_lower(character);
        if (lower == character || character == 0xFFFD) {
            memcpy(out + size, text.data + from, at - from);
            size += at - from;
        } else
            size += utf8_encode(lower, out + size);
    }
    return slice_trim((slice){ out, size });
}

/* A number for the first two bytes of a word. */
static uint8_t start_of(const char *word) { return (uint8_t)((unsigned char)word[0] * 27u + (unsigned char)word[1]); }

static void starts_find(slice folded, struct starts *out) {
    bool inside = false;
    out->known = true;
    for (size_t at = 0; at + 1 < folded.size; at++) {
        bool letter = is_word_byte(folded.data[at]);
        uint8_t start = start_of(folded.data + at);
        out->bits[start / 64] |= (uint64_t)(letter && !inside) << start % 64;
        inside = letter;
    }
}
static bool may_start(const struct starts *starts, const char *word) {
    uint8_t start = start_of(word);
    return starts->bits[start / 64] >> start % 64 & 1;
}

static struct line *line_fold(arena *memory, struct line *line) {
    if (line->is_folded) return line;
    line->folded = fold(memory, (slice){ line->written.data, line->written.size < LINE_MAX ? line->written.size : LINE_MAX });
    line->is_folded = true;
    return line;
}
static struct line *line_at(struct lines *self, int i) { return line_fold(self->memory, &self->at[i]); }

static void lines_cut(arena *memory, slice text, struct lines *out) {
    out->memory = memory;
    out->count = 0;
    bool opens = true;
    while (text.size && out->count < LINES_MAX) {
        const char *end = memchr(text.data, '\n', text.size);
        size_t size = end ? (size_t)(end - text.data) : text.size;
        slice written = slice_trim((slice){ text.data, size });
        text = (slice){ text.data + size + (end ? 1 : 0), text.size - size - (end ? 1 : 0) };
        if (written.size) out->at[out->count++] = (struct line){ .written = written, .opens = opens };
        opens = !written.size;
    }
}

/* The row of a class whose words stand at the start of the folded text, the longest first. */
static const struct head_words *find_start(enum head_class class, slice folded) {
    for (uint16_t i = head_first[class]; i < head_first[class + 1]; i++) {
        slice words = head_table[i].words;
        if (folded.size && folded.data[0] == words.data[0] && slice_starts(folded, words) &&
            (folded.size == words.size || !is_word_byte(folded.data[words.size]) || !is_word_byte(words.data[words.size - 1])))
            return &head_table[i];
    }
    return NULL;
}

/* The row of a class whose words stand anywhere in the folded text, and where. */
static const struct head_words *find_within(enum head_class class, struct line *line, size_t *at) {
    slice folded = line->folded;
    if (!folded.data) return NULL;
    if (!line->starts.known) starts_find(folded, &line->starts);
    for (uint16_t i = head_first[class]; i < head_first[class + 1]; i++) {
        slice words = head_table[i].words;
        if (words.size > 1 && is_word_byte(words.data[0]) && !may_start(&line->starts, words.data)) continue;
        for (size_t from = 0; from + words.size <= folded.size;) {
            const char *found = memmem(folded.data + from, folded.size - from, words.data, words.size);
            if (!found) break;
            size_t start = (size_t)(found - folded.data), end = start + words.size;
            if ((!start || !is_word_byte(folded.data[start - 1])) && (end == folded.size || !is_word_byte(folded.data[end])))
                return *at = start, &head_table[i];
            from = start + 1;
        }
    }
    return NULL;
}

/* "Nr. 381   VERSLAG VAN …" → "VERSLAG VAN …", folded or as written. */
static slice past_number(slice line) {
    for (uint16_t i = head_first[HEAD_NUMBER_LEAD]; i < head_first[HEAD_NUMBER_LEAD + 1]; i++) {
        size_t at = head_table[i].words.size;
        if (line.size < at || !slice_equal_nocase((slice){ line.data, at }, head_table[i].words)) continue;
        while (at < line.size && is_blank(line.data[at])) at++;
        size_t digits = at;
        while (at < line.size && is_digit(line.data[at])) at++;
        if (at == digits) continue;
        while (at < line.size && is_blank(line.data[at])) at++;
        return (slice){ line.data + at, line.size - at };
    }
    return line;
}

/* "Betreft: Geannoteerde agenda van …" → what follows the label of the subject. */
static slice past_subject(slice folded) {
    const struct head_words *label = find_start(HEAD_SUBJECT, folded);
    if (!label) return folded;
    size_t at = label->words.size;
    while (at < folded.size && (folded.data[at] == ':' || is_blank(folded.data[at]))) at++;
    return at < folded.size ? (slice){ folded.data + at, folded.size - at } : folded;
}

static enum genre genre_of_line(struct line *line) {
    size_t at;
    slice folded = past_number(line->folded), subject = past_subject(folded);
    const struct head_words *found = subject.size < folded.size ? find_start(HEAD_GENRE_START, subject) : NULL;
    if (!found) found = find_start(HEAD_GENRE_START, folded);
    if (!found) found = find_within(HEAD_GENRE_IN, line, &at);
    enum genre genre = GENRE_OTHER;
    if (found) genre_parse(slice_of(found->value), &genre);
    return genre;
}

enum genre head_genre(slice title) {
    arena *memory = arena_new();
    struct line *line = line_fold(memory, &(struct line){ .written = title });
    enum genre genre = genre_of_line(line);
    size_t at;
    const struct head_words *found = genre ? NULL : find_within(HEAD_GENRE_TITLE, line, &at);
    if (found) genre_parse(slice_of(found->value), &genre);
    arena_free(memory);
    return genre;
}

const char *head_author(slice name) {
    arena *memory = arena_new();
    size_t at;
    const struct head_words *found = find_within(HEAD_AUTHOR, line_fold(memory, &(struct line){ .written = name }), &at);
    arena_free(memory);
    return found ? found->value : NULL;
}

/* Two spoken turns make minutes: "De heer Van Dam (X):" alone on its line or block. */
static bool has_turns(struct lines *head) {
    int turns = 0;
    for (int i = 0; i < head->count; i++) {
        slice folded = line_at(head, i)->folded;
        turns += folded.size && folded.size < 90 && folded.data[folded.size - 1] == ':' && find_start(HEAD_TURN, folded);
    }
    return turns >= 2;
}

/* Two lines of the form "Vraag 3" and one "Antwoord 3": questions with their answers, whatever the letter that brings them is called. */
static bool has_answers(struct lines *head) {
    int questions = 0, answers = 0;
    for (int i = 0; i < head->count; i++) {
        slice folded = line_at(head, i)->folded;
        while (folded.size && (folded.data[folded.size - 1] == ':' || is_blank(folded.data[folded.size - 1]))) folded.size--;
        if (!folded.size || folded.size > 40 || !is_digit(folded.data[folded.size - 1])) continue;
        questions += find_start(HEAD_QUESTION, folded) != NULL;
        answers += find_start(HEAD_ANSWER, folded) != NULL;
    }
    return questions >= 2 && answers >= 1;
}

/* Paragraphs that begin as those of one genre do, several of them: "We reaffirm …", "We will …". */
static enum genre genre_often(struct lines *head) {
    enum { ENOUGH = 3 };
    int paragraphs = 0;
    const struct head_words *found = NULL;
    for (int i = 0; i < head->count && paragraphs < ENOUGH; i++) {
        const struct head_words *opens = head->at[i].opens ? find_start(HEAD_GENRE_OFTEN, line_at(head, i)->folded) : NULL;
        if (opens) found = opens, paragraphs++;
    }
    enum genre genre = GENRE_OTHER;
    if (paragraphs == ENOUGH) genre_parse(slice_of(found->value), &genre);
    return genre;
}

/* The first line that names a genre counts; a letter may still turn out to carry a report, an agenda or answers. */
static void know_genre(struct record *record, struct lines *head) {
    if (record->known[FIELD_GENRE] > KNOWN_ASSUMED) return;
    /* a title that the format tells says it best */
    enum genre genre = record->title && record->known[FIELD_TITLE] >= KNOWN_FROM_MARKUP ? head_genre(slice_of(record->title)) : GENRE_OTHER;
    int title = -1;
    for (int i = 0; i < head->count && i < 50; i++) {
        if (genre && (head->at[i].written.size > TITLE_MAX || !head->at[i].opens)) continue;
        enum genre named = genre_of_line(line_at(head, i));
        if (!named) continue;
        if (!genre)
            genre = named, title = i;
        else if (genre == GENRE_LETTER && i < title + 30 && (named == GENRE_REPORT || named == GENRE_AGENDA || named == GENRE_ANSWERS) &&
                 head->at[i].written.size <= TITLE_MAX && find_start(HEAD_GENRE_START, past_subject(past_number(line_at(head, i)->folded))))
            genre = named;
        if (genre != GENRE_LETTER) break;
    }
    if (genre != GENRE_MINUTES && genre != GENRE_ANSWERS && has_turns(head))
        genre = GENRE_MINUTES; /* they hold motions and quote letters */
    if (genre != GENRE_MINUTES && genre != GENRE_ANSWERS && has_answers(head)) genre = GENRE_ANSWERS;
    if (!genre && head->count) genre = genre_often(head);
    if (!genre) return;
    record->genre = genre;
    record->known[FIELD_GENRE] = KNOWN_FROM_TEXT;
}

/* "Nr. 468" at the start of a line; size of the digits in *number. */
static bool number_of_line(slice folded, slice *number) {
    const struct head_words *lead = find_start(HEAD_NUMBER_LEAD, folded);
    if (!lead) return false;
    size_t at = lead->words.size;
    while (at < folded.size && folded.data[at] == ' ') at++;
    size_t from = at;
    while (at < folded.size && is_digit(folded.data[at]) && at - from < 6) at++;
    *number = (slice){ folded.data + from, at - from };
    return at > from;
}

/* "Tweede Kamer, vergaderjaar 2021–2022, 28 676, nr. 381": the running foot of a document says all. */
static void know_from_foot(struct record *record, arena *memory, struct lines *lines) {
    for (int i = 0; i < lines->count; i++) {
        size_t at;
        slice folded = line_at(lines, i)->folded;
        const struct head_words *lead = find_within(HEAD_SESSION_LEAD, line_at(lines, i), &at);
        if (!lead) continue;
        slice rest = { folded.data + at + lead->words.size, folded.size - at - lead->words.size };
        rest = slice_trim(rest);
        if (rest.size < 9 || !is_digit(rest.data[0]) || !is_digit(rest.data[3])) continue;
        size_t second = 4;
        while (second < rest.size && !is_digit(rest.data[second])) second++;
        if (second + 4 > rest.size || second > 9) continue;
        record_know(record, memory, FIELD_SESSION, KNOWN_FROM_TEXT,
                    slice_of(arena_format(memory, "%.4s-%.4s", rest.data, rest.data + second)));
        slice written = lines->at[i].written; /* the dossier's chapter is written in capitals */
        for (size_t comma = 0; comma + 2 < written.size; comma++) {
            char dossier[32];
            if (written.data[comma] != ',') continue;
            slice after = slice_trim((slice){ written.data + comma + 1, written.size - comma - 1 });
            size_t read = dossier_parse(after, dossier);
            if (!read) continue;
            slice tail = fold(memory, (slice){ after.data + read, after.size - read }), number;
            if (tail.size > 2 && tail.data[0] == ',') tail = slice_trim((slice){ tail.data + 1, tail.size - 1 });
            if (!number_of_line(tail, &number)) break;
            record_know(record, memory, FIELD_DOSSIER, KNOWN_FROM_TEXT, slice_of(dossier));
            record_know(record, memory, FIELD_RECORD, KNOWN_FROM_TEXT,
                        slice_of(arena_format(memory, "kst-%s-%.*s", dossier, (int)number.size, number.data)));
            break;
        }
    }
}

/* A dossier number that starts a line, and the document's number that starts one of the next ten or stands behind it. */
static void know_identifier(struct record *record, arena *memory, struct lines *head) {
    char dossier[32];
    for (int i = 0; i < head->count && i < 30; i++) {
        size_t read = dossier_parse(head->at[i].written, dossier);
        if (!read) continue;
        slice number, rest = { head->at[i].written.data + read, head->at[i].written.size - read };
        bool found = false;
        for (int k = i; !found && k < head->count && k <= i + 10; k++)
            found = number_of_line(k == i ? fold(memory, rest) : line_at(head, k)->folded, &number);
        if (!found) continue;
        record_know(record, memory, FIELD_DOSSIER, KNOWN_FROM_TEXT, slice_of(dossier));
        record_know(record, memory, FIELD_RECORD, KNOWN_FROM_TEXT,
                    slice_of(arena_format(memory, "kst-%s-%.*s", dossier, (int)number.size, number.data)));
        return;
    }
}

/* The first day written in the first words of the record, whatever lines they stand in: "met in Cornwall on 11-13 June\n2021". */
static date day_of_title(struct lines *head) {
    enum { TITLE = 120, LONGEST_DATE = 24, MOST_LINES = 4 };
    char words[TITLE + LONGEST_DATE];
    size_t size = 0;
    for (int i = 0; i < head->count && i < MOST_LINES && size < sizeof words; i++) {
        slice line = line_at(head, i)->folded;
        if (size) words[size++] = ' ';
        size_t room = sizeof words - size, part = line.size < room ? line.size : room;
        memcpy(words + size, line.data, part);
        size += part;
    }
    date found = { 0 };
    for (size_t at = 0; at < size && at < TITLE; at++)
        if (!(at && is_word_byte(words[at - 1])) && written_date_parse((slice){ words + at, size - at }, &found)) return found;
    return (date){ 0 };
}

/* The date with the best lead: after its words at the start of a line or in one, or closing a line of place and date. Without one the day
 * in the title is assumed ("Verslag van de top van 14 juni 2021"): an account is written soon after what it tells of. */
static void know_date(struct record *record, struct lines *head, struct lines *tail) {
    if (record->known[FIELD_DATE] > KNOWN_ASSUMED || record->media == MEDIA_ODATA) return;
    int best = 9;
    for (int i = 0; i < head->count + tail->count; i++) {
        struct line *line = i < head->count ? line_at(head, i) : line_at(tail, i - head->count);
        slice folded = line->folded;
        if (i < head->count ? i >= 60 : folded.size > 60) continue;
        size_t lead_at = 0;
        const struct head_words *lead = find_start(HEAD_DATE_LEAD, folded);
        if (!lead && folded.size < 200) lead = find_within(HEAD_DATE_LEAD, line, &lead_at);
        bool starts = lead && slice_starts(folded, lead->words);
        for (size_t at = 0; at < folded.size; at++) {
            date found;
            if (at && is_word_byte(folded.data[at - 1])) continue;
            size_t read = written_date_parse((slice){ folded.data + at, folded.size - at }, &found);
            if (!read) continue;
            int rank = 9;
            bool last = at + read >= folded.size || (at + read + 1 == folded.size && folded.data[at + read] == '.');
            if (starts && at < 90)
                rank = lead->value[0] - '0';
            else if (lead && lead->value[0] == '1' && last && folded.size < 80 && lead_at < at)
                rank = 4; /* "Nr. 381 … Vastgesteld 12 november 2021" */
            else if (last && folded.size < 60 && (!at || (at > 2 && folded.data[at - 2] == ',')))
                rank = 3; /* "Port Aldous, 9 November 2023" */
            if (i >= head->count) rank += 1;
            if (rank < best) best = rank, record->date = found, record->known[FIELD_DATE] = KNOWN_FROM_TEXT;
            break;
        }
    }
    date title = best == 9 && !date_known(record->date) ? day_of_title(head) : (date){ 0 };
    if (date_known(title)) record->date = title, record->known[FIELD_DATE] = KNOWN_ASSUMED;
}

/* How often small words of a class occur. A word is sought among the rows only if one has its size and first letter. */
static uint64_t small_word_bit(slice word) { return (uint64_t)1 << ((unsigned char)word.data[0] * 5u + word.size) % 64; }
static uint64_t small_words(enum head_class class) {
    uint64_t bits = 0;
    for (uint16_t i = head_first[class]; i < head_first[class + 1]; i++) bits |= small_word_bit(head_table[i].words);
    return bits;
}
static bool is_small_word(enum head_class class, uint64_t bits, slice word) {
    if (!(bits & small_word_bit(word))) return false;
    for (uint16_t i = head_first[class]; i < head_first[class + 1]; i++)
        if (slice_equal(word, head_table[i].words)) return true;
    return false;
}

/* Which language's small words occur more often in the first part of the text; unknown when neither stands out. */
static void know_language(struct record *record, arena *memory) {
    if (record->known[FIELD_LANG] > KNOWN_ASSUMED) return;
    slice folded = fold(memory, (slice){ record->text.data, record->text.size < HEAD_BYTES ? record->text.size : HEAD_BYTES });
    uint64_t dutch_words = small_words(HEAD_STOP_NL), english_words = small_words(HEAD_STOP_EN);
    int dutch = 0, english = 0;
    for (size_t at = 0; at < folded.size;) {
        size_t from = at;
        while (at < folded.size && is_word_byte(folded.data[at])) at++;
        slice word = { folded.data + from, at - from };
        if (word.size && word.size < 6) {
            dutch += is_small_word(HEAD_STOP_NL, dutch_words, word);
            english += is_small_word(HEAD_STOP_EN, english_words, word);
        }
        if (at == from) at++;
    }
    if (dutch == english) return;
    record->lang = dutch > english ? LANGUAGE_DUTCH : LANGUAGE_ENGLISH;
    record->known[FIELD_LANG] = KNOWN_FROM_TEXT;
}

/* The block that starts at a byte; NULL if none does (plain text has no blocks). */
static struct record_block *block_at(struct record *record, uint32_t start) {
    uint32_t low = 0, high = record->blocks.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (record->blocks.at[middle].span.start < start)
            low = middle + 1;
        else
            high = middle;
    }
    return low < record->blocks.count && record->blocks.at[low].span.start == start ? &record->blocks.at[low] : NULL;
}

/* Who signs a motion: the names after its closing words, a line or paragraph each, until something else begins. */
static void know_signatories(struct record *record, arena *memory, struct lines *tail) {
    if (record->genre != GENRE_MOTION) return;
    int closing = tail->count;
    for (int i = 0; i < tail->count; i++)
        if (find_start(HEAD_CLOSING, line_at(tail, i)->folded)) closing = i;
    for (int i = closing + 1; i < tail->count; i++) {
        slice name = tail->at[i].written;
        struct record_block *block = block_at(record, (uint32_t)(name.data - record->text.data));
        if (block && block->kind != BLOCK_PARAGRAPH) break;
        while (name.size && (name.data[name.size - 1] == '.' || name.data[name.size - 1] == ',')) name.size--;
        if (!name.size || name.size > 60 || is_digit(name.data[0])) break;
        ARRAY_PUSH(memory, &record->signed_by) = arena_copy(memory, name);
        if (block) block->kind = BLOCK_SIGNATURE;
    }
}

static void know_issuer(struct record *record, arena *memory, struct lines *head, struct lines *tail) {
    size_t at;
    const struct head_words *found = NULL;
    switch (record->genre) {
    case GENRE_MOTION:
        record_know(record, memory, FIELD_ISSUER, KNOWN_FROM_TEXT, SLICE("NL-TK"));
        break;
    case GENRE_COMMUNIQUE:
    case GENRE_RESOLUTION:
        for (int i = 0; i < head->count && i < 20 && !found; i++) found = find_within(HEAD_ISSUER, line_at(head, i), &at);
        break;
    case GENRE_LETTER:
    case GENRE_REPORT:
    case GENRE_AGENDA:
    case GENRE_ANSWERS: {
        /* One minister who signs writes in the first person; several, or a report in nobody's name, are the government. */
        const char *offices = NULL;
        bool several = false;
        for (int i = 0; i < head->count + tail->count; i++) {
            struct line *line = i < head->count ? line_at(head, i) : line_at(tail, i - head->count);
            slice folded = line->folded;
            const struct head_words *office = folded.size < 90 ? find_within(HEAD_ISSUER, line, &at) : NULL;
            bool executive = office && (strncmp(office->value, "NL-", 3) == 0 || strcmp(office->value, "COLLEGE") == 0);
            /* "de minister van …," alone on its line; "burgemeester en wethouders van Buren," */
            if (!executive || at > 4 || (folded.size > at + office->words.size + 1 && office->value[0] == 'N')) continue;
            several |= offices && strcmp(offices, office->value) != 0;
            offices = office->value;
        }
        /* Without an office, only what goes to parliament is surely the government's. */
        bool parliamentary =
            record->addressee_id || record->dossier || strncmp(record->id, "kst-", 4) == 0 || strncmp(record->id, "ah-", 3) == 0;
        if (!offices && record->addressee_id && strcmp(record->addressee_id, "RAAD") == 0) offices = "COLLEGE";
        if (!offices && !parliamentary) break;
        record_know(record, memory, FIELD_ISSUER, offices ? KNOWN_FROM_TEXT : KNOWN_ASSUMED,
                    several || !offices ? SLICE("NL-GOV") : slice_of(offices));
        break;
    }
    default:
        break;
    }
    if (found) record_know(record, memory, FIELD_ISSUER, KNOWN_FROM_TEXT, slice_of(found->value));
}

static void know_addressee(struct record *record, arena *memory, struct lines *head) {
    size_t at;
    if (record->genre == GENRE_MOTION || record->genre == GENRE_MINUTES || record->genre == GENRE_COMMUNIQUE ||
        record->genre == GENRE_RESOLUTION)
        return;
    for (int i = 0; i < head->count; i++) {
        const struct head_words *found = find_within(HEAD_ADDRESSEE, line_at(head, i), &at);
        if (found) return record_know(record, memory, FIELD_ADDRESSEE, KNOWN_FROM_TEXT, slice_of(found->value));
    }
}

/* A title that goes on over a line's end, in one line: the block it stands in, hyphens at line ends resolved. */
static slice whole_title(arena *memory, struct record *record, slice line) {
    struct record_block *block = block_at(record, (uint32_t)(line.data - record->text.data));
    if (!block || span_size(block->span) > TITLE_MAX) return line;
    slice text = span_slice(record->text, block->span);
    char *out = arena_alloc(memory, text.size + 1);
    size_t size = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] != '\n')
            out[size++] = text.data[i];
        else if (size && out[size - 1] == '-' && i + 1 < text.size && text.data[i + 1] >= 'a' && text.data[i + 1] <= 'z')
            size--;
        else if (size && out[size - 1] != '-')
            out[size++] = ' ';
    }
    return (slice){ out, size };
}

/* The subject line; else the line that names the genre; else the first line that is no number. */
static void know_title(struct record *record, arena *memory, struct lines *head) {
    slice title = { 0 };
    for (int i = 0; i < head->count && i < 40; i++) {
        const struct head_words *subject = find_start(HEAD_SUBJECT, line_at(head, i)->folded);
        if (!subject) continue;
        title = (slice){ head->at[i].written.data + subject->words.size, head->at[i].written.size - subject->words.size };
        while (title.size && (title.data[0] == ':' || is_blank(title.data[0]))) title.data++, title.size--;
        if (!title.size && i + 1 < head->count) title = head->at[i + 1].written; /* the key in one cell, its value in the next */
        if (title.size) return record_know(record, memory, FIELD_TITLE, KNOWN_FROM_TEXT, title);
    }
    for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < head->count && i < 30; i++) {
            slice written = past_number(head->at[i].written);
            if (!written.size || written.size > TITLE_MAX || is_digit(written.data[0])) continue;
            char last = written.data[written.size - 1];
            if (last == ':' || (last == ',' && written.size < 60)) continue; /* a speaker's name, "Geachte voorzitter," */
            if (pass == 0 && (!record->genre || !head->at[i].opens || genre_of_line(line_at(head, i)) != record->genre)) continue;
            return record_know(record, memory, FIELD_TITLE, KNOWN_FROM_TEXT, whole_title(memory, record, written));
        }
    }
}

/* "17 oktober 2024", "TK 15" and "15-9-2" at the foot of the Handelingen: sitting 15, item 9 of the session year in which that day falls,
 * which begins on the third Tuesday of September (Grondwet, article 65). */
static void know_sitting(struct record *record, arena *memory, struct lines *running, date day) {
    for (int i = 0; i < running->count; i++) {
        slice written = running->at[i].written;
        int parts[3] = { 0 }, part = 0;
        bool digits = false, other = false;
        for (size_t at = 0; at < written.size; at++) {
            char c = written.data[at];
            if (is_digit(c) && parts[part] < 100000)
                parts[part] = parts[part] * 10 + (c - '0'), digits = true;
            else if (c == '-' && digits && part < 2)
                part++, digits = false;
            else
                other = true;
        }
        if (other || part != 2 || !digits || !parts[0] || !parts[1]) continue;
        bool named = false;
        for (int k = 0; k < running->count; k++)
            named |= slice_equal(running->at[k].written, slice_of(arena_format(memory, "TK %d", parts[0])));
        if (!named) continue;
        date tuesday = { day.year, 9, 15 };
        while (date_weekday(tuesday) != 2) tuesday.day++;
        int from = date_compare(day, tuesday) >= 0 ? day.year : day.year - 1;
        record_know(record, memory, FIELD_SESSION, KNOWN_FROM_TEXT, slice_of(arena_format(memory, "%d-%d", from, from + 1)));
        record_know(record, memory, FIELD_RECORD, KNOWN_FROM_TEXT,
                    slice_of(arena_format(memory, "h-tk-%d%d-%d-%d", from, from + 1, parts[0], parts[1])));
        record_know(record, memory, FIELD_GENRE, KNOWN_FROM_TEXT, SLICE("minutes"));
        return;
    }
}

void head_read_running(arena *memory, struct record *record, slice text) {
    struct lines *running = array_room(memory, 1, sizeof *running);
    lines_cut(memory, text, running);
    know_from_foot(record, memory, running);
    for (int i = 0; i < running->count; i++) {
        date day;
        slice written = running->at[i].written;
        if (written_date_parse(written, &day) != written.size || record->known[FIELD_DATE] >= KNOWN_FROM_TEXT) continue;
        record->date = day;
        record->known[FIELD_DATE] = KNOWN_FROM_TEXT;
        know_sitting(record, memory, running, day);
    }
}

/* In minutes a short paragraph that begins as speakers are announced and ends in ":" is one ("Mevrouw De Wit (X):"). */
static void know_turns(struct record *record, arena *memory) {
    if (record->genre != GENRE_MINUTES) return;
    for (uint32_t i = 0; i < record->blocks.count; i++) {
        struct record_block *block = &record->blocks.at[i];
        slice text = span_slice(record->text, block->span);
        if ((block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_HEADING) || text.size > 100 || text.data[text.size - 1] != ':')
            continue;
        if (find_start(HEAD_TURN, fold(memory, text))) block->kind = BLOCK_TURN, block->level = 0;
    }
}

/* True when the text's head could add nothing. */
static bool knows(const struct record *record, enum record_field field) { return record->known[field] >= KNOWN_FROM_TEXT; }

void head_read(arena *memory, struct record *record) {
    slice text = record->text;
    if (slice_starts(text, SLICE("\xEF\xBB\xBF"))) text = (slice){ text.data + 3, text.size - 3 };
    struct lines *head = array_room(memory, 1, sizeof *head), *tail = array_room(memory, 1, sizeof *tail);
    lines_cut(memory, (slice){ text.data, text.size < HEAD_BYTES ? text.size : HEAD_BYTES }, head);
    size_t tail_size = text.size < TAIL_BYTES ? text.size : TAIL_BYTES;
    lines_cut(memory, (slice){ text.data + text.size - tail_size, tail_size }, tail);
    know_genre(record, head);
    know_turns(record, memory);
    if (!knows(record, FIELD_SESSION) || !knows(record, FIELD_DOSSIER) || !knows(record, FIELD_RECORD)) {
        know_from_foot(record, memory, tail);
        know_from_foot(record, memory, head);
        know_identifier(record, memory, head);
    }
    know_date(record, head, tail);
    know_language(record, memory);
    if (!record->signed_by.count) know_signatories(record, memory, tail);
    if (!knows(record, FIELD_ADDRESSEE)) know_addressee(record, memory, head);
    if (!knows(record, FIELD_ISSUER)) know_issuer(record, memory, head, tail);
    if (!knows(record, FIELD_TITLE)) know_title(record, memory, head);
}
