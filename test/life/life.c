/* Runs the cases of *.test here: an item's life told by a clerk, and the status it must have on each day.
 *
 *     # An action plan in autumn                       opens a case
 *     item opened=2021-06-25 due=2021-FA               also: due.anchor= recurrence= condition= kind= complete met held
 *     event 2022-06-28/2022-06-30                      the days of its event, as they are known
 *     close delivered 2022-02-03                       or partly, refused, withdrawn, lapsed, superseded, open (reopened)
 *     link 2022-02-03                                  evidence that closes nothing
 *     2021-11-20 open                                  on that day; then flags: waiting stale; due=DAY: the moment that counts */
#include "follow/follow.h"

#include <stdio.h>
#include <stdlib.h>

struct run {
    const char *path, *title;
    int line, cases, failed;
    arena *memory;
    struct item item;
    date event_from, event_to;
};

static void fail(struct run *self, const char *what) {
    printf("%s:%d: %s: %s\n", self->path, self->line, self->title ? self->title : "", what);
    self->failed++;
}

static date day_of(struct run *self, const char *text) {
    date day = { 0 };
    if (!text || !date_parse(slice_of(text), &day)) fail(self, "no day as YYYY-MM-DD");
    return day;
}

static const char *value_of(const char *word, const char *name) {
    size_t size = strlen(name);
    return strncmp(word, name, size) == 0 && word[size] == '=' ? word + size + 1 : NULL;
}

static void item_read(struct run *self, char *words) {
    struct item *item = &self->item;
    const char *value, *due = NULL, *anchor = NULL;
    *item = (struct item){ .item = "2000-0001", .kind = "commitment", .title = "case", .binding = -1 };
    for (char *word = strtok(words, " \n"); word; word = strtok(NULL, " \n")) {
        word = arena_copy(self->memory, slice_of(word));
        if ((value = value_of(word, "opened")))
            item->opened = day_of(self, value);
        else if ((value = value_of(word, "due")))
            due = value;
        else if ((value = value_of(word, "due.anchor")))
            anchor = value;
        else if ((value = value_of(word, "recurrence")))
            item->recurrence = value;
        else if ((value = value_of(word, "condition")))
            item->condition = value, item->conditional = true;
        else if ((value = value_of(word, "kind")))
            item->kind = value;
        else if (strcmp(word, "complete") == 0)
            item->complete = true;
        else if (strcmp(word, "met") == 0)
            item->gate_open = true;
        else if (strcmp(word, "held") == 0)
            item->event_held = true;
        else
            fail(self, "no such word about an item");
    }
    item->due = due_of(due, anchor, item->opened);
    date next;
    if (item->due.kind == DUE_NONE && item->recurrence && date_add_duration(item->opened, item->recurrence, 1, &next))
        item->due = (struct due){ DUE_SEASON, item->opened, next, NULL };
}

static void check(struct run *self, char *words) {
    date as_of = day_of(self, strtok(words, " \n"));
    const char *wanted = strtok(NULL, " \n");
    struct life life = life_at(&self->item, as_of);
    bool waiting = false, stale = false;
    char told[160];
    self->cases++;
    for (char *word = strtok(NULL, " \n"); word; word = strtok(NULL, " \n")) {
        const char *due = value_of(word, "due");
        waiting |= strcmp(word, "waiting") == 0, stale |= strcmp(word, "stale") == 0;
        if (due && date_compare(day_of(self, due), life.due.to) != 0) {
            snprintf(told, sizeof told, "due %04d-%02d-%02d, not %s", life.due.to.year, life.due.to.month, life.due.to.day, due);
            fail(self, told);
        }
    }
    if (wanted && strcmp(wanted, status_name(life.status)) == 0 && waiting == life.waiting && stale == life.stale) return;
    snprintf(told, sizeof told, "%s%s%s, not %s%s%s", status_name(life.status), life.waiting ? " waiting" : "", life.stale ? " stale" : "",
             wanted ? wanted : "nothing", waiting ? " waiting" : "", stale ? " stale" : "");
    fail(self, told);
}

static void line_run(struct run *self, char *line) {
    struct item *item = &self->item;
    if (line[0] == '#') {
        self->title = arena_copy(self->memory, slice_trim(slice_of(line + 1)));
    } else if (strncmp(line, "item ", 5) == 0) {
        item_read(self, line + 5);
    } else if (strncmp(line, "event ", 6) == 0) {
        if (!timex_days(slice_trim(slice_of(line + 6)), &item->due.from, &item->due.to)) fail(self, "no days of an event");
    } else if (strncmp(line, "close ", 6) == 0) {
        const char *as = arena_copy(self->memory, slice_of(strtok(line + 6, " \n")));
        ARRAY_PUSH(self->memory, &item->closings) =
            (struct item_closing){ .as = as, .on = day_of(self, strtok(NULL, " \n")), .by = "clerk", .entry = 2 };
    } else if (strncmp(line, "link ", 5) == 0) {
        ARRAY_PUSH(self->memory, &item->links) =
            (struct item_link){ .relation = "reports-on", .on = day_of(self, strtok(line + 5, " \n")), .by = "clerk" };
    } else if (line[0] >= '0' && line[0] <= '9') {
        check(self, line);
    } else if (line[0] != '\n' && line[0]) {
        fail(self, "what is this line?");
    }
}

int main(int argc, char **argv) {
    struct run self = { .memory = arena_new() };
    for (int i = 1; i < argc; i++) {
        FILE *file = fopen(argv[i], "r");
        char line[1024];
        if (!file) {
            perror(argv[i]);
            return 2;
        }
        self.path = argv[i], self.line = 0;
        while (fgets(line, sizeof line, file)) self.line++, line_run(&self, line);
        fclose(file);
    }
    printf("%d days checked, %d wrong\n", self.cases, self.failed);
    arena_free(self.memory);
    return self.failed || !self.cases;
}
