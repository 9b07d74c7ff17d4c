/* ALTER COLUMN. Inside emit/ only. */
#ifndef GEN_EMIT_COLUMN_ALTER_H
#define GEN_EMIT_COLUMN_ALTER_H

#include "emit/emit.h"
#include "schema/kinds.h"

/* The `alter` of columns. */
void column_alter(Script *script, const Change *change, const EmitOptions *options);

/* UPDATE by the backfill where the column is NULL; online in a step of its own. */
void column_fill(Script *script, const Column *column, const EmitOptions *options);

#endif
