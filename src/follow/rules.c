/* The rules that tie a record's statements to items. Each looks, concludes and gives its reason; none of them enters anything.
 *
 * Worked example, a progress letter: S4 recalls a promise of 7 June (kst-…-370); S3, which holds S4, discharges it; S5, the next
 * sentence, refuses, because the policy is classified. rule_open: S4 opens item A. rule_relations or rule_discharges: S3 closes A as
 * delivered. rule_refusals: S5 closes A as refused. conclusions_settle: refused stays, S3 becomes evidence that discharges. */
#include "follow/conclude.h"
#include "register/fields.h"

#include <stdio.h>

typedef const struct register_statement *statement_at;

static bool is(const char *a, const char *b) { return a && b && strcmp(a, b) == 0; }
static bool recalled(statement_at s) { return is(s->sub, "recalled"); }
static bool tracked(statement_at s) {
    static const char *const kinds[] = { "decision", "tasking", "request", "commitment", "plan", "intention" };
    for (size_t i = 0; i < COUNT_OF(kinds); i++)
        if (is(s->kind, kinds[i])) return true;
    return false;
}
static bool holds(statement_at outer, statement_at inner) {
    return outer != inner && outer->start <= inner->start && inner->end <= outer->end;
}
static bool interim(statement_at s) { return is(s->sub, "partial") || is(s->sub, "interim") || is(s->sub, "partly"); }

/* One edge between a statement and an item: the strongest (guideline, section 6). */
static int relation_weight(const char *relation) {
    static const char *const order[] = { "reports-on", "contradicts", "tasks",      "elaborates", "conditions",
                                         "reaffirms",  "amends",      "supersedes", "discharges", "refuses" };
    for (size_t i = 0; i < COUNT_OF(order); i++)
        if (is(relation, order[i])) return (int)i;
    return -1;
}

void conclude(struct follow *self, struct conclusion conclusion) {
    statement_at s = &self->statements.all.at[conclusion.statement];
    if (conclusion.act != CONCLUDE_OPEN && !target_found(conclusion.target)) return;
    if (conclusion.act == CONCLUDE_LINK && target_equal(conclusion.target, self->target[conclusion.statement])) return; /* to itself */
    if (s->confidence < 500) conclusion.confidence = conclusion.confidence * 7 / 10; /* a doubtful statement proves nothing */
    for (uint32_t i = 0; i < self->conclusions.count; i++) {
        struct conclusion *known = &self->conclusions.at[i];
        if (known->statement != conclusion.statement || known->act == CONCLUDE_OPEN || conclusion.act == CONCLUDE_OPEN ||
            !target_equal(known->target, conclusion.target))
            continue;
        if (relation_weight(conclusion.relation) > relation_weight(known->relation)) *known = conclusion;
        return;
    }
    ARRAY_PUSH(self->memory, &self->conclusions) = conclusion;
}

/* --- What a record opens ------------------------------------------------------------------------------------------- */

/* The earlier item that a recalled undertaking is: by what it refers to, else by the day on which it was made. */
static bool recalled_find(struct follow *self, uint32_t index, struct target *out, error *problem) {
    statement_at s = &self->statements.all.at[index];
    const char **names = NULL;
    uint32_t count = 0;
    int32_t share = 0;
    struct items items;
    *out = TARGET_NONE;
    /* The reference often follows in brackets, just past the words. */
    if (!register_references(self->file, self->memory, self->record, s->start, s->end + 40, &names, &count, problem)) return false;
    for (uint32_t i = 0; i < count; i++) {
        if (!items_meant(self, names[i], &items, problem)) return false;
        const struct item *item = item_fitting(self, &items, s, &share);
        if (item && (share >= 250 || (items.all.count == 1 && share >= 120))) {
            *out = (struct target){ -1, item->item };
            return true;
        }
    }
    date from, to;
    if (!s->act_time || !timex_days(slice_of(s->act_time), &from, &to) || date_compare(from, to) != 0) return true;
    if (!register_items(self->file, self->memory, &(struct item_filter){ .opened_on = from }, ITEM_WITH_NOTHING, &items, problem))
        return false;
    const struct item *item = item_fitting(self, &items, s, &share);
    if (item && share >= 400) *out = (struct target){ -1, item->item };
    return true;
}

/* The same words a second time in the record (a summary, a list of promises at the end) are no second item. */
static int32_t said_before(struct follow *self, uint32_t index) {
    statement_at s = &self->statements.all.at[index];
    if (!s->text_norm || strlen(s->text_norm) < 40) return -1;
    for (uint32_t i = 0; i < index; i++) {
        statement_at earlier = &self->statements.all.at[i];
        if (self->target[i].statement == (int32_t)i && is(earlier->kind, s->kind) && is(earlier->text_norm, s->text_norm))
            return (int32_t)i;
    }
    return -1;
}

/* A letter tells again what was undertaken elsewhere ("Ook heb ik toegezegd … (TZ202410-103)", "De motie-X (Kamerstuk …) verzoekt de
 * regering …"): it names where, and its words are those of an item of that kind. */
static bool told_again(struct follow *self, uint32_t index, struct target *out, error *problem) {
    statement_at s = &self->statements.all.at[index];
    const char **names = NULL;
    uint32_t count = 0;
    *out = TARGET_NONE;
    if (!register_references(self->file, self->memory, self->record, s->start, s->end + 40, &names, &count, problem)) return false;
    for (uint32_t i = 0; i < count && !out->item; i++) {
        struct items items;
        int32_t share = 0;
        uint32_t kept = 0;
        if (!items_meant(self, names[i], &items, problem)) return false;
        for (uint32_t k = 0; k < items.all.count; k++)
            if (is(items.all.at[k].kind, s->kind)) items.all.at[kept++] = items.all.at[k];
        items.all.count = kept;
        bool promise_number = strncmp(names[i], "TZ", 2) == 0;
        const struct item *item = item_fitting(self, &items, s, &share);
        if (item && share >= (promise_number ? 200 : 500)) *out = (struct target){ -1, item->item };
    }
    return true;
}

static void join(struct follow *self, uint32_t index, struct target item, const char *rule, const char *reason) {
    self->target[index] = TARGET_NONE; /* else it would link to itself */
    conclude(self, (struct conclusion){ CONCLUDE_LINK, index, item, "reports-on", NULL, NULL, TARGET_NONE, rule, reason, 850 });
    self->target[index] = item;
}

bool rule_open(struct follow *self, error *problem) {
    for (uint32_t i = 0; i < self->statements.all.count; i++) {
        statement_at s = &self->statements.all.at[i];
        if (!tracked(s)) continue;
        struct target earlier = TARGET_NONE;
        if (!(recalled(s) ? recalled_find(self, i, &earlier, problem) : told_again(self, i, &earlier, problem))) return false;
        if (earlier.item) {
            if (recalled(s))
                join(self, i, earlier, "rule:recalled@1", "recalls this undertaking: same source, same words");
            else
                join(self, i, earlier, "rule:told-again@1", "names this undertaking and tells it again");
            continue;
        }
        int32_t before = said_before(self, i);
        if (before >= 0) {
            conclude(self, (struct conclusion){ CONCLUDE_LINK,
                                                i,
                                                { before, NULL },
                                                "reaffirms",
                                                NULL,
                                                NULL,
                                                TARGET_NONE,
                                                "rule:repeated@1",
                                                "says the same in the same words",
                                                950 });
            self->target[i] = (struct target){ before, NULL };
            continue;
        }
        self->target[i] = (struct target){ (int32_t)i, NULL };
        conclude(self,
                 (struct conclusion){ CONCLUDE_OPEN, i, self->target[i], NULL, NULL, NULL, TARGET_NONE,
                                      recalled(s) ? "rule:recalled@1" : "rule:tracked@1",
                                      recalled(s) ? "an earlier undertaking that the register did not hold yet" : NULL, s->confidence });
    }
    return true;
}

/* --- What comes before a refusal ----------------------------------------------------------------------------------- */

/* What a refusal answers: the discharge, or the undertaking told again, shortly before it in the same paragraph, with nothing undertaken in
 * between. */
static int32_t discharge_before(const struct follow *self, uint32_t index) {
    enum { REACH = 240 };
    statement_at s = &self->statements.all.at[index];
    for (uint32_t j = index; j-- > 0;) {
        statement_at earlier = &self->statements.all.at[j];
        if (earlier->block != s->block || s->start > earlier->end + REACH) break;
        if (is(earlier->kind, "discharge") || self->target[j].item || recalled(earlier)) return (int32_t)j;
        if (tracked(earlier)) break;
    }
    return -1;
}

/* Why: what the refusal itself calls secret, else the sentence between it and the discharge that does ("Het beleid kent een rubricering").
 */
static const char *refusal_reason(struct follow *self, uint32_t index, int32_t discharge) {
    enum { SENTENCE_MOST = 160 };
    statement_at s = &self->statements.all.at[index];
    if (s->classification) return arena_format(self->memory, "refused: %s", s->classification);
    for (int32_t j = (int32_t)index - 1; j > discharge && j + 4 > (int32_t)index; j--) {
        statement_at between = &self->statements.all.at[j];
        if (!between->classification || between->start < self->statements.all.at[discharge < 0 ? 0 : discharge].end) continue;
        return arena_format(self->memory, "refused: %s",
                            strlen(between->text_norm) <= SENTENCE_MOST ? between->text_norm : between->classification);
    }
    return "the record says that it will not be done";
}

/* --- Relations that the reading gives ------------------------------------------------------------------------------ */

static int32_t statement_by_id(const struct follow *self, const char *id) {
    for (uint32_t i = 0; i < self->statements.all.count; i++)
        if (is(self->statements.all.at[i].id, id)) return (int32_t)i;
    return -1;
}

/* The item that a statement is about: the one it opened, else the one that its own relations lead to (a few steps at most). */
static struct target about(const struct follow *self, int32_t index, int depth) {
    if (index < 0 || depth > 3) return TARGET_NONE;
    if (target_found(self->target[index])) return self->target[index];
    size_t i;
    json_t *relation;
    json_array_foreach(json_object_get(self->json[index], "relations"), i, relation) {
        const char *target = field_text(relation, "target");
        struct target found = about(self, target ? statement_by_id(self, target) : -1, depth + 1);
        if (target_found(found)) return found;
    }
    for (uint32_t j = 0; j < self->statements.all.count; j++)
        if (holds(&self->statements.all.at[index], &self->statements.all.at[j]) && recalled(&self->statements.all.at[j]))
            return self->target[j];
    return TARGET_NONE;
}

static bool relation_target(struct follow *self, uint32_t index, const char *name, struct target *out, int32_t *confidence,
                            error *problem) {
    struct items items;
    int32_t share = 0;
    *out = TARGET_NONE, *confidence = 850;
    int32_t inside = name ? statement_by_id(self, name) : -1;
    if (inside >= 0) {
        *out = about(self, inside, 0);
        return true;
    }
    if (!name || strncmp(name, "EXT:", 4) != 0) return true;
    if (!items_meant(self, name + 4, &items, problem)) return false;
    const struct item *item = item_fitting(self, &items, &self->statements.all.at[index], &share);
    if (!item) return true;
    *out = (struct target){ -1, item->item };
    *confidence = items.all.count == 1 || share >= 250 ? 900 : 600;
    return true;
}

/* A motion asks; it does not settle or refuse in the same breath what it asks ("verzoekt … geen gesprekken te openen die niet …" refuses
 * nothing). Letters and minutes do: "ik heb toegezegd te overleggen. Dat overleg heeft plaatsgevonden". */
static bool settles_itself(const struct follow *self, struct target target) {
    return target.statement >= 0 && is(self->genre, "motion") && !recalled(&self->statements.all.at[target.statement]);
}

static void relation_conclude(struct follow *self, uint32_t index, const char *type, struct target target, int32_t confidence) {
    statement_at s = &self->statements.all.at[index];
    struct target own = self->target[index];
    struct conclusion conclusion = {
        CONCLUDE_LINK, index, target, type, NULL, NULL, TARGET_NONE, "rule:relation@1", "the record itself says so", confidence
    };
    if (is(type, "discharges")) {
        conclusion.act = CONCLUDE_CLOSE, conclusion.as = interim(s) ? "partly" : "delivered";
        conclusion.reason = interim(s) ? "the record says that part of it is done" : "the record says that it is done";
    } else if (is(type, "refuses")) {
        conclusion.act = CONCLUDE_CLOSE, conclusion.as = "refused";
        int32_t discharge = discharge_before(self, index);
        conclusion.reason = refusal_reason(self, index, discharge >= 0 ? discharge : (int32_t)index);
    } else if ((is(type, "supersedes") || is(type, "amends")) && target_found(own) && !target_equal(own, target)) {
        conclusion.act = CONCLUDE_CLOSE, conclusion.as = "superseded", conclusion.other = own;
        conclusion.reason = "another undertaking takes its place";
    }
    bool ends = is(conclusion.as, "delivered") || is(conclusion.as, "partly") || is(conclusion.as, "refused");
    if (ends && settles_itself(self, target)) conclusion.confidence = FOLLOW_THRESHOLD - 200;
    conclude(self, conclusion);
}

/* A request that carries the same thing on ("verzoekt … ter vervanging van de motie op stuk nr. 524") replaces every request of that
 * motion. */
bool rule_relations(struct follow *self, error *problem) {
    for (uint32_t i = 0; i < self->statements.all.count; i++) {
        size_t k;
        json_t *relation;
        json_array_foreach(json_object_get(self->json[i], "relations"), k, relation) {
            const char *type = field_text(relation, "type");
            struct target target;
            int32_t confidence;
            if (!type) continue;
            if (!relation_target(self, i, field_text(relation, "target"), &target, &confidence, problem)) return false;
            relation_conclude(self, i, type, target, confidence);
        }
    }
    return true;
}

/* --- Discharges ---------------------------------------------------------------------------------------------------- */

static bool concluded(const struct follow *self, uint32_t index, enum conclusion_act act) {
    for (uint32_t i = 0; i < self->conclusions.count; i++)
        if (self->conclusions.at[i].statement == index && self->conclusions.at[i].act == act) return true;
    return false;
}

/* Items of the records that a statement names, in their order; those of this record itself are left out. `opened_there`: not those of other
 * records that name the same. */
static bool named_items(struct follow *self, statement_at s, bool opened_there, struct items *out, error *problem) {
    const char **names = NULL;
    uint32_t count = 0;
    *out = (struct items){ 0 };
    if (!register_references(self->file, self->memory, self->record, s->start, s->end + 1, &names, &count, problem)) return false;
    for (uint32_t i = 0; i < count; i++) {
        struct items items;
        if (!items_meant(self, names[i], &items, problem)) return false;
        for (uint32_t k = 0; k < items.all.count; k++)
            if (!opened_there || is(items.all.at[k].record, names[i])) ARRAY_PUSH(self->memory, &out->all) = items.all.at[k];
    }
    return true;
}

static void close_as(struct follow *self, uint32_t index, struct target target, const char *as, const char *rule, const char *reason,
                     int32_t confidence) {
    conclude(self, (struct conclusion){ CONCLUDE_CLOSE, index, target, is(as, "refused") ? "refuses" : "discharges", as, NULL, TARGET_NONE,
                                        rule, reason, confidence });
}

/* A motion is settled as a whole: "beschouw ik de motie (…) als afgedaan" ends every request in it. Of another record the item that fits.
 */
static bool named_close(struct follow *self, uint32_t index, const char *as, const char *rule, error *problem) {
    statement_at s = &self->statements.all.at[index];
    struct items items;
    int32_t share = 0;
    if (!named_items(self, s, false, &items, problem)) return false;
    const struct item *fitting = item_fitting(self, &items, s, &share);
    for (uint32_t i = 0; i < items.all.count; i++) {
        const struct item *item = &items.all.at[i];
        struct register_records records;
        if (!register_records_find(self->file, self->memory, &(struct record_filter){ .record = item->record }, &records, problem))
            return false;
        bool motion = records.all.count && is(records.all.at[0].genre, "motion") && is(item->kind, "request");
        if (motion)
            close_as(self, index, (struct target){ -1, item->item }, as, rule, "names the motion", 850);
        else if (item == fitting)
            close_as(self, index, (struct target){ -1, item->item }, as, rule, "names the record and speaks of the same",
                     items.all.count == 1 || share >= 250 ? 800 : 550);
    }
    return true;
}

bool rule_discharges(struct follow *self, error *problem) {
    for (uint32_t i = 0; i < self->statements.all.count; i++) {
        statement_at s = &self->statements.all.at[i];
        if (!is(s->kind, "discharge") || concluded(self, i, CONCLUDE_CLOSE)) continue;
        const char *as = interim(s) ? "partly" : "delivered";
        for (uint32_t j = 0; j < self->statements.all.count; j++)
            if (holds(s, &self->statements.all.at[j]) && recalled(&self->statements.all.at[j]))
                close_as(self, i, self->target[j], as, "rule:discharge-recalled@1", "recalls the undertaking and says that it is done",
                         900);
        if (!concluded(self, i, CONCLUDE_CLOSE) && !named_close(self, i, as, "rule:discharge-named@1", problem)) return false;
    }
    return true;
}

/* --- Refusals ------------------------------------------------------------------------------------------------------ */

bool rule_refusals(struct follow *self, error *problem) {
    for (uint32_t i = 0; i < self->statements.all.count; i++) {
        statement_at s = &self->statements.all.at[i];
        if (!is(s->kind, "refusal") || concluded(self, i, CONCLUDE_CLOSE)) continue;
        const char *reason = refusal_reason(self, i, (int32_t)i);
        for (uint32_t j = 0; j < self->statements.all.count; j++)
            if (holds(s, &self->statements.all.at[j]) && recalled(&self->statements.all.at[j]))
                close_as(self, i, self->target[j], "refused", "rule:refusal-recalled@1", reason, 900);
        if (concluded(self, i, CONCLUDE_CLOSE)) continue;
        /* "Zoals toegezegd is uitgezocht of … gedeeld kan worden. Dit kent een rubricering en kan niet gedeeld worden": looked into, and
         * no. */
        int32_t discharge = -1;
        size_t k;
        json_t *relation;
        json_array_foreach(json_object_get(self->json[i], "relations"), k, relation) {
            const char *name = field_text(relation, "target");
            int32_t target = name ? statement_by_id(self, name) : -1;
            if (target >= 0 && is(self->statements.all.at[target].kind, "discharge")) discharge = target;
        }
        if (discharge < 0) discharge = discharge_before(self, i);
        struct target refused = about(self, discharge, 0);
        if (target_found(refused)) {
            if (discharge < (int32_t)i) reason = refusal_reason(self, i, discharge);
            bool secret = strncmp(reason, "refused: ", 9) == 0;
            close_as(self, i, refused, "refused", "rule:refusal-after-discharge@1", reason, secret ? 850 : 720);
            continue;
        }
        if (!named_close(self, i, "refused", "rule:refusal-named@1", problem)) return false;
    }
    return true;
}

/* --- Reaffirmations, reports --------------------------------------------------------------------------------------- */

static bool named_link(struct follow *self, uint32_t index, bool opened_there, const char *relation, const char *rule, const char *reason,
                       error *problem) {
    statement_at s = &self->statements.all.at[index];
    struct items items;
    int32_t share = 0;
    if (!named_items(self, s, opened_there, &items, problem)) return false;
    const struct item *item = item_fitting(self, &items, s, &share);
    if (!item) return true;
    int32_t confidence = items.all.count == 1 ? 780 : share >= 300 ? 720 : 500;
    conclude(self,
             (struct conclusion){ CONCLUDE_LINK, index, { -1, item->item }, relation, NULL, NULL, TARGET_NONE, rule, reason, confidence });
    return true;
}

bool rule_reaffirmations(struct follow *self, error *problem) {
    for (uint32_t i = 0; i < self->statements.all.count; i++) {
        if (!is(self->statements.all.at[i].kind, "reaffirmation") || concluded(self, i, CONCLUDE_LINK)) continue;
        if (!named_link(self, i, false, "reaffirms", "rule:reaffirmation-named@1", "names what it reaffirms", problem)) return false;
    }
    return true;
}

bool rule_reports(struct follow *self, error *problem) {
    for (uint32_t i = 0; i < self->statements.all.count; i++) {
        if (!is(self->statements.all.at[i].kind, "report") || concluded(self, i, CONCLUDE_LINK)) continue;
        if (!named_link(self, i, true, "reports-on", "rule:report-named@1", "names it and reports", problem)) return false;
    }
    return true;
}

/* --- Likeness ------------------------------------------------------------------------------------------------------ */

static bool issuer_fits(const struct item *item, statement_at s) {
    const char *const theirs[] = { item->issuer_id, item->actor_id, item->addressee_id };
    bool any = false;
    for (size_t i = 0; s->issuer_id && i < COUNT_OF(theirs); i++) any |= is(s->issuer_id, theirs[i]);
    return any || !s->issuer_id || !item->issuer_id;
}

/* What says that something is done, refused or said again, and names nothing: the likest item that is open and that its issuer had to do
 * with. Words alone prove little, so it stays a proposal. */
bool rule_likeness(struct follow *self, error *problem) {
    enum { LIKE_ENOUGH = 400, PROPOSED_MOST = FOLLOW_THRESHOLD - 50 };
    for (uint32_t i = 0; i < self->statements.all.count; i++) {
        statement_at s = &self->statements.all.at[i];
        const char *as = is(s->kind, "discharge") ? interim(s) ? "partly" : "delivered" : is(s->kind, "refusal") ? "refused" : NULL;
        bool opened_recalled = recalled(s) && self->target[i].statement == (int32_t)i;
        struct similars similars;
        if ((!as && !is(s->kind, "reaffirmation") && !opened_recalled) || concluded(self, i, CONCLUDE_CLOSE) ||
            concluded(self, i, CONCLUDE_LINK))
            continue;
        if (!register_similar(self->file, self->memory, s->text_norm, self->record, &similars, problem)) return false;
        for (uint32_t k = 0; k < similars.all.count && similars.all.at[k].likeness >= LIKE_ENOUGH; k++) {
            struct items found;
            if (!register_items(self->file, self->memory, &(struct item_filter){ .item = similars.all.at[k].item, .opened_by = self->date },
                                ITEM_WITH_LINKS, &found, problem))
                return false;
            if (!found.all.count || !issuer_fits(&found.all.at[0], s) || status_closed(life_at(&found.all.at[0], self->date).status))
                continue;
            int32_t confidence = similars.all.at[k].likeness < PROPOSED_MOST ? similars.all.at[k].likeness : PROPOSED_MOST;
            struct target target = { -1, found.all.at[0].item };
            if (as)
                close_as(self, i, target, as, "rule:likeness@1", "speaks in like words", confidence);
            else
                conclude(self, (struct conclusion){ CONCLUDE_LINK, i, target, "reaffirms", NULL, NULL, TARGET_NONE, "rule:likeness@1",
                                                    "speaks in like words", confidence });
            break;
        }
    }
    return true;
}

/* --- Settling ------------------------------------------------------------------------------------------------------ */

static int decisive(const char *as) { return is(as, "refused") ? 3 : is(as, "superseded") ? 2 : is(as, "delivered") ? 1 : 0; }

void conclusions_settle(struct follow *self) {
    for (uint32_t i = 0; i < self->conclusions.count; i++) {
        struct conclusion *weaker = &self->conclusions.at[i];
        for (uint32_t j = 0; j < self->conclusions.count && weaker->act == CONCLUDE_CLOSE; j++) {
            const struct conclusion *other = &self->conclusions.at[j];
            if (i == j || other->act != CONCLUDE_CLOSE || !target_equal(other->target, weaker->target) ||
                other->confidence < FOLLOW_THRESHOLD)
                continue;
            if (decisive(other->as) > decisive(weaker->as) || (decisive(other->as) == decisive(weaker->as) && j < i))
                weaker->act = CONCLUDE_LINK, weaker->as = NULL;
        }
    }
}
