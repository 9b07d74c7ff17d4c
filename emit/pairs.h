/* Lists of "key=value" (FIELD_OPTIONS) that stand for one statement each. */
#ifndef GEN_EMIT_PAIRS_H
#define GEN_EMIT_PAIRS_H

#include "schema/object.h"

typedef struct PairChange {
    char *key;
    const char *value; /* into the list; NULL: the pair is gone */
} PairChange;

/* What differs between two lists: those that went, then those that came or changed, in order.
 * Freed with g_array_unref. */
GArray *pairs_change(NameList from, NameList to);

#endif
