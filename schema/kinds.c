/* Collects the kinds' rows. A kind whose field table is missing fails to link. */
#include "schema/kinds.h"
#include "schema/field_table.h"

#define KIND(symbol, singular, several, type, bits) \
    static const KindInfo info_##symbol = {         \
        .kind = KIND_##symbol,                      \
        .word = (singular),                         \
        .plural = (several),                        \
        .flags = (bits),                            \
        .size = sizeof(type),                       \
        .fields = kind_fields_##symbol,             \
    };
#include "schema/kinds.def"
#undef KIND

const KindInfo *const kind_infos[KIND_COUNT] = {
#define KIND(symbol, word, plural, type, flags) [KIND_##symbol] = &info_##symbol,
#include "schema/kinds.def"
#undef KIND
};
