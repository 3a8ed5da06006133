/* JSON written field by field. Private to room `account`.
 *
 * row_open(out); put_text(out, "item", item->item); …; row_close(out): commas come by themselves; absent values are left out. */
#ifndef GRIFFIE_ACCOUNT_WRITE_H
#define GRIFFIE_ACCOUNT_WRITE_H

#include "account/account.h"

/* A comma unless something opened right before. */
static inline void put_comma(buffer *out) {
    char last = out->size ? out->data[out->size - 1] : '{';
    if (last != '{' && last != '[' && last != '\n') buffer_add_char(out, ',');
}
static inline void put_key(buffer *out, const char *key) {
    put_comma(out);
    buffer_add_json(out, slice_of(key));
    buffer_add_char(out, ':');
}
static inline void put_text(buffer *out, const char *key, const char *text) {
    if (!text) return;
    put_key(out, key);
    buffer_add_json(out, slice_of(text));
}
static inline void put_number(buffer *out, const char *key, int64_t number) {
    put_key(out, key);
    buffer_format(out, "%lld", (long long)number);
}
static inline void put_bool(buffer *out, const char *key, bool value) {
    put_key(out, key);
    buffer_add(out, value ? SLICE("true") : SLICE("false"));
}
static inline void put_date(buffer *out, const char *key, date day) {
    if (!date_known(day)) return;
    put_key(out, key);
    buffer_format(out, "\"%04d-%02u-%02u\"", day.year, day.month, day.day);
}
/* Per mille as a fraction: 850 → 0.85. */
static inline void put_confidence(buffer *out, int32_t per_mille) {
    put_key(out, "confidence");
    if (per_mille >= 1000)
        buffer_add_char(out, '1');
    else
        buffer_format(out, "0.%03d", per_mille < 0 ? 0 : per_mille);
    while (per_mille < 1000 && per_mille > 0 && out->data[out->size - 1] == '0') out->size--;
}
static inline void put_json(buffer *out, const char *key, const char *json) {
    if (!json) return;
    put_key(out, key);
    buffer_add(out, slice_of(json));
}
static inline void list_open(buffer *out, const char *key) {
    put_key(out, key);
    buffer_add_char(out, '[');
}
static inline void list_close(buffer *out) { buffer_add_char(out, ']'); }
static inline void object_open(buffer *out, const char *key) {
    if (key)
        put_key(out, key);
    else
        put_comma(out);
    buffer_add_char(out, '{');
}
static inline void object_close(buffer *out) { buffer_add_char(out, '}'); }

/* A list of rows in either form. `name` is the list's key in a document. */
struct rows_writer {
    buffer *out;
    enum account_form form;
};
static inline struct rows_writer rows_open(buffer *out, enum account_form form, const char *name, date as_of, int64_t total) {
    if (form == ACCOUNT_DOCUMENT) {
        object_open(out, NULL);
        put_date(out, "as_of", as_of);
        if (total >= 0) put_number(out, "total", total);
        list_open(out, name);
    }
    return (struct rows_writer){ out, form };
}
static inline void row_open(struct rows_writer *self) { object_open(self->out, NULL); }
static inline void row_close(struct rows_writer *self) {
    object_close(self->out);
    if (self->form == ACCOUNT_LINES) buffer_add_char(self->out, '\n');
}
static inline void rows_close(struct rows_writer *self) {
    if (self->form == ACCOUNT_DOCUMENT) buffer_add(self->out, SLICE("]}\n"));
}

/* item.c: the fields of an item that every list shows, inside an open object. */
void item_fields_put(buffer *out, const struct account_row *row);
void item_links_put(buffer *out, const struct account_row *row);

#endif
