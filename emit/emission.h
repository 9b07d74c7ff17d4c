/* What emitters of one plan share. Inside emit/ only. */
#ifndef GEN_EMIT_EMISSION_H
#define GEN_EMIT_EMISSION_H

#include "emit/emit.h"

typedef struct Emission {
    const Plan *plan;
    GHashTable *created;  /* const Object *: what the plan creates */
    const Change *change; /* the one whose SQL is being written */
} Emission;

/* The row of every kind, by Kind. */
extern const KindSql *const kind_sql[KIND_COUNT];

/* Whether the object, or the table it belongs to, is created by the same plan: nothing holds rows
 * yet, and nobody waits for its locks. */
bool emission_is_new(const EmitOptions *options, const Object *object);

/* Whether the constraint or index is to come without a long lock: the option asks for it, its table
 * stands already, and PostgreSQL can do so (on partitioned tables it cannot). */
bool emission_is_online(const EmitOptions *options, const Object *object);

/* Whether what is dropped or created now is one half of replacing it by another form. */
bool emission_replaces(const EmitOptions *options);

#endif
