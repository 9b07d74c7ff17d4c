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
    int kind, class, oid, sub, parent_class, parent, schema, name, arguments, comment;
} Address;

/* Fills `slots` (Slot) and `address`, and `others` (int) with the columns that are neither. Slots
 * of one items field stand together. */
void slots_resolve(const KindInfo *info, const PGresult *rows, GArray *slots, Address *address,
                   GArray *others);

#endif
