/* What emitters of one plan share. Inside emit/ only. */
#ifndef GEN_EMIT_EMISSION_H
#define GEN_EMIT_EMISSION_H

#include "emit/emit.h"
#include "schema/part.h"

typedef struct Emission {
    const Plan *plan;
    GHashTable *created;    /* const Object *: what the plan creates */
    GHashTable *altered;    /* … alters, under its new form */
    GHashTable *joining;    /* … is still to attach to a partitioned table */
    GHashTable *parts_made; /* … indexes of partitions that come with what they are part of */
    GHashTable *whole;      /* indexes created with all of their parts */
    GHashTable *named;      /* parts that have the names they are to have */
    Parts *parts;           /* of plan->to */
    bool by_parts;          /* within a create whose parts are made one by one */
    const Change *change;   /* the one whose SQL is being written */
} Emission;

/* The row of every kind, by Kind. */
extern const KindSql *const kind_sql[KIND_COUNT];

/* Whether the object, or the table it belongs to, is created by the same plan: nothing holds rows
 * yet, and nobody waits for its locks. */
bool emission_is_new(const EmitOptions *options, const Object *object);

/* Whether the constraint or index is to come without a long lock: the option asks for it, its table
 * stands already, and PostgreSQL can do so (on partitioned tables it cannot). */
bool emission_is_online(const EmitOptions *options, const Object *object);

/* Creates an object, with its comment and grants. */
void emission_create(Script *script, const Object *object, const EmitOptions *options);

/* Whether what is dropped or created now is one half of replacing it by another form. */
bool emission_replaces(const EmitOptions *options);

#endif
