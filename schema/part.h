/* Indexes, constraints and triggers that a table has from the table above it: those of a partition
 * that are parts of the partitioned table's, and checks that are inherited.
 *
 * A state holds them as children of the table that has them, as it holds inherited columns. An
 * index or key of a partition names what it is attached to; it can have a name and storage of its
 * own. A check and a trigger have the name of the one above; a trigger can be enabled or disabled
 * otherwise.
 * https://www.postgresql.org/docs/current/ddl-partitioning.html
 */
#ifndef GEN_SCHEMA_PART_H
#define GEN_SCHEMA_PART_H

#include "schema/state.h"

/* Whether objects of this kind can be attached to one of the table above by ATTACH PARTITION. */
bool kind_attaches(Kind kind);

/* The name of what an object of a partition is attached to, or NULL. */
const char *part_attached_to(const Object *object);
void part_attach(Object *object, const char *name);

/* Whether a part has what it has in this field of its own, never from the one above. */
bool part_field_is_own(const Field *field);

/* Whether a table has the object only from the table above. */
bool part_is_inherited(const Object *object);
/* Marks a check or trigger so. */
void part_inherit(Object *object);

/* Of an index or key of a partitioned table: whether partitions have it only where they say so. */
bool part_is_only(const Object *object);
void part_set_only(Object *object, bool only);

/* What the object is a part of, or NULL. */
Object *part_above(const State *state, const Object *object);

/* What is attached to an object: Object *, freed with g_ptr_array_unref. */
GPtrArray *parts_of(const State *state, const Object *object);
/* Brings parts after the new name of what they are part of. */
void parts_follow(State *state, GPtrArray *parts, const char *name);

/* As state_rename, with what is attached to the object. */
bool part_rename(State *state, Object *object, const char *schema, const char *name);

/* The name of a part as PostgreSQL makes it, where that ends in a number which only it knows. */
#define PART_NUMBERED g_intern_static_string("")

/* Whether parts of its table are told apart by such numbers alone. */
bool part_is_numbered(const Object *part);

/* All of a state, looked up once. */
typedef struct Parts {
    Object **above;    /* by index: as part_above */
    GPtrArray **below; /* by index: Object *, what is attached; NULL without any */
    guint count;
} Parts;

Parts *parts_new(const State *state);
void parts_free(Parts *parts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Parts, parts_free)

#endif
