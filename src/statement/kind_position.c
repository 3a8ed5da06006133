/* Test 11, position: evaluation, importance, necessity, possibility, concern, opinion, recognition, rationale. What no test takes is a
 * report. */
#include "statement/kinds.h"

bool kind_position(const struct facts *facts, struct verdict *out) {
    const struct clause *clause = facts->clause;
    uint32_t cue = cue_verb(facts, CLASS_CUE_POSITION, NULL);
    if (cue != NO_TOKEN) return verdict_set(out, KIND_POSITION, "stance", cue, 750);
    if (cue_verb(facts, CLASS_CUE_REPORT, NULL) != NO_TOKEN) return false;
    cue = cue_word(facts, CLASS_CUE_EVALUATION, NULL);
    if (cue != NO_TOKEN) return verdict_set(out, KIND_POSITION, "importance", cue, 700);
    if (clause->modal == MODAL_MUST || clause->modal == MODAL_SHOULD || clause->modal == MODAL_CAN || clause->modal == MODAL_MAY)
        return verdict_set(out, KIND_POSITION, "necessity", clause->finite, 600);
    return false;
}
