/* ALTER TABLE of what is the table's own. Inside emit/ only. */
#ifndef GEN_EMIT_TABLE_ALTER_H
#define GEN_EMIT_TABLE_ALTER_H

#include "emit/emit.h"
#include "schema/kinds.h"

/* The `alter` of tables. */
void table_alter(Script *script, const Change *change, const EmitOptions *options);

/* Clauses for what CREATE TABLE cannot say. */
void table_attributes(Script *script, const Table *table);

/* REPLICA IDENTITY USING INDEX, where the table of this new index or key wants it to be the one. */
void table_identify_by(Script *script, const Object *index);

#endif
