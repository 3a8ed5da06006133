/* Reading JSON objects whose fields may be missing. Private to the rooms that use jansson. */
#ifndef GRIFFIE_FIELDS_H
#define GRIFFIE_FIELDS_H

#include <jansson.h>
#include <string.h>

/* A field's text, NULL if it is missing, empty or no text. */
static inline const char *field_text(const json_t *object, const char *key) {
    const char *text = json_string_value(json_object_get(object, key));
    return text && *text ? text : NULL;
}
/* A slot is written as {text, span, value …} or as a bare text. `part` is "text", "value" or "anchor". */
static inline const char *field_slot(const json_t *object, const char *key, const char *part) {
    const json_t *slot = json_object_get(object, key);
    if (json_is_object(slot)) return field_text(slot, part);
    return strcmp(part, "anchor") != 0 ? field_text(object, key) : NULL;
}
static inline long long field_number(const json_t *object, const char *key) { return json_integer_value(json_object_get(object, key)); }
/* A confidence as per mille: 0.85, 850 and 1 are all in use; 1000 if there is none. */
static inline int field_confidence(const json_t *object) {
    const json_t *value = json_object_get(object, "confidence");
    if (!json_is_number(value)) return 1000;
    double number = json_number_value(value);
    double scaled = number <= 1 ? number * 1000 : number;
    return scaled < 0 ? 0 : scaled > 1000 ? 1000 : (int)(scaled + 0.5);
}
static inline void field_set(json_t *object, const char *key, const char *text) {
    if (text && *text) json_object_set_new(object, key, json_string(text));
}

#endif
