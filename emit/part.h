/* Indexes and keys of partitioned tables, and the parts of them that partitions have.
 *
 * PostgreSQL makes all parts at once, under a lock on all partitions. Where they are to have names
 * of their own, or nobody is to wait, the index is created on the partitioned table alone, its
 * parts one by one, and each is attached.
 * https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE
 */
#ifndef GEN_EMIT_PART_H
#define GEN_EMIT_PART_H

#include "emit/emission.h"

/* Whether the index or key is created ON ONLY its partitioned table. */
bool part_creates_only(const EmitOptions *options, const Object *object);

/* Notes above an index or key that it is not built online: partitions that the models do not name
 * are reached only by an index on the whole table. */
void part_note_open(Script *script, const Object *object, const EmitOptions *options);

/* Adds a constraint ("CONSTRAINT x UNIQUE (a)") to its partitioned table alone. */
void part_create_only(Script *script, const Object *object, const char *definition);

/* What follows the creation of an index or key: its parts, where it has them one by one, and where
 * it is a part itself its attachment. */
void part_created(Script *script, const Object *object, const EmitOptions *options);

/* Makes a key of the index that PostgreSQL made as the part of a partition. */
void part_take_over(Script *script, const Change *change);

/* Gives a part whose name PostgreSQL numbered the name it is to have, and with it the others of its
 * table that are told apart by a number alone: any of them may have that name. */
void part_take_names(Script *script, const Change *change, const EmitOptions *options);

/* Attaches what stands already, where a change asks for it. */
void part_alter(Script *script, const Change *change, const EmitOptions *options);

#endif
