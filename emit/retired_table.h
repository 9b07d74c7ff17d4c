/* Tables that are made anew: the old one stands aside, in a schema of its own, until its rows are
 * in the new one. Indexes, identity sequences and partitions are out of the way with it. */
#ifndef GEN_EMIT_RETIRED_TABLE_H
#define GEN_EMIT_RETIRED_TABLE_H

#include "emit/emit.h"

/* Moves the old table aside. */
void retired_table_aside(Script *script, const Change *change, const EmitOptions *options);

/* Copies its rows and drops it. */
void retired_table_drop(Script *script, const Change *change, const EmitOptions *options);

#endif
