/* Which column of a result goes where: resolved once for a result, by the rules in decode.h.
 * Used inside introspect/ only. */
#ifndef GEN_INTROSPECT_SLOTS_H
#define GEN_INTROSPECT_SLOTS_H

#include "schema/object.h"

#include <libpq-fe.h>

typedef enum SlotPart {
    SLOT_VALUE,  /* the whole value */
    SLOT_SCHEMA, /* a part of a QualifiedName */
    SLOT_NAME,
    SLOT_ELEMENT, /* one element of a list */
} SlotPart;

typedef struct Slot {
    int column;
    const Field *field;
    const Field *member; /* of the items of `field`, or NULL */
    SlotPart part;
} Slot;

/* Columns that are not fields; -1 where a result has none. */
typedef struct Address {
    int class, oid, sub, parent_class, parent, schema, name, arguments, comment;
} Address;

/* Fills `slots` (Slot) and `address`. NULL, or the first column that is neither (it belongs to the
 * result). Slots of one items field stand together. */
const char *slots_resolve(const KindInfo *info, const PGresult *rows, GArray *slots,
                          Address *address);

#endif
