/* Statuses, due moments and reasons in words, Dutch and English. */
#include "account/account.h"

enum { ENGLISH, DUTCH };
static int language_of(const char *lang) { return lang && strcmp(lang, "nl") == 0 ? DUTCH : ENGLISH; }

static const char *const months[2][12] = {
    { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December" },
    { "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december" },
};

static void day_write(date day, int lang, buffer *out) {
    if (date_known(day)) buffer_format(out, "%d %s %d", day.day, months[lang][(day.month + 11) % 12], day.year);
}

/* Ranges that have a name are called by it. */
static bool range_named(date from, date to, int lang, buffer *out) {
    static const struct {
        uint8_t from_month, to_month, to_day;
        const char *name[2];
    } names[] = {
        { 1, 12, 31, { "", "" } },
        { 3, 6, 20, { "spring ", "voorjaar " } },
        { 6, 9, 22, { "summer ", "zomer " } },
        { 9, 12, 20, { "autumn ", "najaar " } },
        { 12, 3, 19, { "winter ", "winter " } },
        { 1, 3, 31, { "Q1 ", "1e kwartaal " } },
        { 4, 6, 30, { "Q2 ", "2e kwartaal " } },
        { 7, 9, 30, { "Q3 ", "3e kwartaal " } },
        { 10, 12, 31, { "Q4 ", "4e kwartaal " } },
        { 1, 6, 30, { "first half of ", "eerste helft " } },
        { 7, 12, 31, { "second half of ", "tweede helft " } },
    };
    if (from.day != 1) return false;
    if (from.year == to.year && from.month == to.month && to.day == date_days_in_month(to.year, to.month)) {
        buffer_format(out, "%s %d", months[lang][(from.month + 11) % 12], from.year);
        return true;
    }
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (names[i].from_month != from.month || names[i].to_month != to.month || names[i].to_day != to.day) continue;
        if (to.year - from.year != (names[i].to_month < names[i].from_month)) continue;
        buffer_format(out, "%s%d", names[i].name[lang], from.year);
        return true;
    }
    return false;
}

static void range_write(date from, date to, int lang, buffer *out) {
    if (!date_known(to)) return;
    if (!date_known(from) || date_compare(from, to) == 0) {
        day_write(to, lang, out);
    } else if (!range_named(from, to, lang, out)) {
        day_write(from, lang, out);
        buffer_add(out, SLICE(" – "));
        day_write(to, lang, out);
    }
}

void account_due(struct due due, const char *due_text, const char *lang, buffer *out) {
    int language = language_of(lang);
    switch (due.kind) {
    case DUE_NONE:
        break;
    case DUE_EVENT:
        buffer_add(out, slice_of(due.event));
        if (date_known(due.to)) {
            buffer_add(out, SLICE(" ("));
            range_write(due.from, due.to, language, out);
            buffer_add(out, SLICE(")"));
        }
        break;
    case DUE_AFTER_EVENT:
        buffer_format(out, language == DUTCH ? "na %s" : "after %s", due.event);
        break;
    case DUE_VAGUE:
        buffer_add(out, due_text && *due_text ? slice_of(due_text) : language == DUTCH ? SLICE("onbepaald") : SLICE("no date"));
        break;
    case DUE_DATE:
    case DUE_SEASON:
        range_write(due.from, due.to, language, out);
        break;
    }
}

/* @D is the due moment, @S the day since when, @R the closing's reason, @C the condition, @N that nobody spoke of it. */
static const struct {
    enum life_why why;
    const char *text[2];
} reasons[] = {
    { WHY_OPENED, { "open since @S@N", "open sinds @S@N" } },
    { WHY_NEAR, { "due: @D", "moet nu: @D" } },
    { WHY_EVENT, { "its event is under way: @D", "de gebeurtenis is gaande: @D" } },
    { WHY_PASSED, { "the due moment has passed without evidence: @D", "de termijn is verstreken zonder bewijs: @D" } },
    { WHY_COMPLETE, { "complete by being made on @S", "voltooid doordat het op @S gedaan is" } },
    { WHY_CLOSED, { "@S: @R", "@S: @R" } },
    { WHY_REOPENED, { "opened again on @S: @R", "heropend op @S: @R" } },
    { WHY_EVENT_HELD, { "its event took place and nothing was delivered: @D", "de gebeurtenis vond plaats en er is niets geleverd: @D" } },
    { WHY_NEXT_MOMENT, { "delivered on @S; next: @D", "geleverd op @S; volgende: @D" } },
    { WHY_WAITING, { "waits for its condition: @C", "wacht op zijn voorwaarde: @C" } },
    { WHY_STALE, { "a year without evidence and no date: @D", "een jaar zonder bewijs en zonder datum: @D" } },
};

/* Reasons that rules give are entered in English; readers of Dutch get them in Dutch. What stands behind the colon is the record's own. */
static void reason_write(const char *reason, int lang, buffer *out) {
    static const struct {
        const char *en, *nl;
    } words[] = {
        { "the record says that it is done", "het stuk zegt dat het gedaan is" },
        { "the record says that part of it is done", "het stuk zegt dat een deel gedaan is" },
        { "the record says that it will not be done", "het stuk zegt dat het niet gebeurt" },
        { "recalls the undertaking and says that it is done", "haalt de toezegging aan en zegt dat het gedaan is" },
        { "another undertaking takes its place", "een ander voornemen komt ervoor in de plaats" },
        { "names the motion", "noemt de motie" },
        { "names the record and speaks of the same", "noemt het stuk en gaat over hetzelfde" },
        { "speaks in like words", "spreekt in gelijke woorden" },
    };
    for (size_t i = 0; lang == DUTCH && i < COUNT_OF(words); i++) {
        if (strcmp(words[i].en, reason) != 0) continue;
        buffer_add(out, slice_of(words[i].nl));
        return;
    }
    if (lang == DUTCH && strncmp(reason, "refused: ", 9) == 0)
        buffer_format(out, "geweigerd: %s", reason + 9);
    else
        buffer_add(out, slice_of(reason));
}

void account_why(const struct item *item, const struct life *life, const char *lang, buffer *out) {
    int language = language_of(lang);
    const char *text = "";
    for (size_t i = 0; i < COUNT_OF(reasons); i++)
        if (reasons[i].why == life->why) text = reasons[i].text[language];
    for (const char *at = text; *at; at++) {
        if (*at != '@') {
            buffer_add_char(out, *at);
            continue;
        }
        switch (*++at) {
        case 'D':
            account_due(life->due, item->due_text, lang, out);
            break;
        case 'S':
            day_write(life->since, language, out);
            break;
        case 'N':
            if (!item->links.count) buffer_add(out, slice_of(language == DUTCH ? ", nog niets over vernomen" : ", no word of it yet"));
            break;
        case 'C':
            buffer_add(out, slice_of(item->condition));
            break;
        case 'R':
            if (life->closing && life->closing->reason)
                reason_write(life->closing->reason, language, out);
            else if (life->closing)
                buffer_format(out, language == DUTCH ? "zo ingevoerd door %s" : "entered so by %s", life->closing->by);
            if (life->closing && life->closing->other) buffer_format(out, " (%s)", life->closing->other);
            if (life->closing) buffer_format(out, language == DUTCH ? " [boeking %lld]" : " [entry %lld]", (long long)life->closing->entry);
            break;
        }
    }
}
