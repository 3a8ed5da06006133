/* A record comes in and its statements find their items. */
#include "follow/conclude.h"
#include "register/fields.h"

/* Words for a rough likeness of two texts: their letters without case, from four on, cut after six so that endings do not count. */
struct words {
    uint32_t hash[256];
    uint32_t count;
};

static void words_read(slice text, struct words *out) {
    out->count = 0;
    for (size_t at = 0; at < text.size;) {
        uint32_t hash = 2166136261u, letters = 0;
        bool letter = true;
        while (at < text.size && letter) {
            uint32_t character = utf8_next(text, &at);
            letter = unicode_is_letter(character) || (character >= '0' && character <= '9');
            if (letter && letters++ < 6) hash = (hash ^ unicode_lower(character)) * 16777619u;
        }
        bool known = letters < 4 || out->count == COUNT_OF(out->hash);
        for (uint32_t i = 0; i < out->count && !known; i++) known = out->hash[i] == hash;
        if (!known) out->hash[out->count++] = hash;
    }
}

/* Shared words of the shorter one, per mille. */
static int32_t words_share(const struct words *a, const struct words *b) {
    uint32_t shared = 0, least = a->count < b->count ? a->count : b->count;
    for (uint32_t i = 0; i < a->count; i++)
        for (uint32_t j = 0; j < b->count; j++)
            if (a->hash[i] == b->hash[j]) {
                shared++;
                break;
            }
    return least ? (int32_t)(shared * 1000 / least) : 0;
}

const struct item *item_fitting(struct follow *self, const struct items *items, const struct register_statement *statement,
                                int32_t *share) {
    struct words own, theirs;
    const struct item *best = NULL;
    (void)self;
    *share = -1;
    words_read(slice_of(statement->text_norm), &own);
    for (uint32_t i = 0; i < items->all.count; i++) {
        const struct item *item = &items->all.at[i];
        words_read(slice_of(item->text ? item->text : item->title), &theirs);
        int32_t fits = words_share(&own, &theirs);
        /* Of equals the one that is still open. */
        if (fits > *share) *share = fits, best = item;
    }
    return best;
}

/* A reference names a record or a promise; what this same record opened is not meant by it. */
bool items_meant(struct follow *self, const char *reference, struct items *out, error *problem) {
    struct items all;
    *out = (struct items){ 0 };
    if (!register_items_named(self->file, self->memory, reference, &all, problem)) return false;
    for (uint32_t i = 0; i < all.all.count; i++)
        if (!all.all.at[i].record || strcmp(all.all.at[i].record, self->record) != 0) ARRAY_PUSH(self->memory, &out->all) = all.all.at[i];
    return true;
}

static bool follow_load(struct follow *self, error *problem) {
    struct register_records records;
    if (!register_records_find(self->file, self->memory, &(struct record_filter){ .record = self->record }, &records, problem))
        return false;
    self->date = records.all.count && date_known(records.all.at[0].date) ? records.all.at[0].date : register_today();
    self->genre = records.all.count ? records.all.at[0].genre : NULL;
    if (!register_statements_find(self->file, self->memory, &(struct statement_filter){ .record = self->record }, &self->statements,
                                  problem))
        return false;
    uint32_t count = self->statements.all.count;
    self->target = arena_alloc(self->memory, (count + 1) * sizeof *self->target);
    self->json = arena_alloc(self->memory, (count + 1) * sizeof(json_t *));
    for (uint32_t i = 0; i < count; i++) {
        self->target[i] = TARGET_NONE;
        self->json[i] = json_loads(self->statements.all.at[i].json, 0, NULL);
    }
    return true;
}

static bool (*const rules[])(struct follow *, error *) = { rule_open,           rule_relations, rule_discharges, rule_refusals,
                                                           rule_reaffirmations, rule_reports,   rule_likeness };

static bool record_follow(struct follow *self, struct follow_result *out, error *problem) {
    bool good = follow_load(self, problem);
    for (size_t i = 0; good && i < COUNT_OF(rules); i++) good = rules[i](self, problem);
    if (good) conclusions_settle(self);
    good = good && conclusions_enter(self, out, problem);
    for (uint32_t i = 0; self->json && i < self->statements.all.count; i++) json_decref(self->json[i]);
    return good;
}

bool follow_add(register_file *file, arena *memory, const struct register_reading *reading, const char *by, struct follow_result *out,
                error *problem) {
    *out = (struct follow_result){ 0 };
    if (!register_begin(file, problem)) return false;
    bool good = register_add_reading(file, memory, reading, by, &out->added, problem);
    if (good && out->added.how != ADDED_SAME) {
        struct follow self = { .file = file, .memory = memory, .record = out->added.record };
        if (out->added.how != ADDED_READ_AGAIN) out->first_entry = out->last_entry = out->added.entry;
        good = record_follow(&self, out, problem);
    }
    if (good && register_commit(file, problem)) return true;
    register_rollback(file);
    return false;
}
