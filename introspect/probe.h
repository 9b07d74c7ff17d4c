/* Whether values lose something on their way to another type: the server is the judge. Used inside
 * introspect/ only.
 *
 * Values of many kinds are put into a temporary table, those that the first type takes; where two
 * that differ are one in the other type, something of them is gone. A value that the other type
 * refuses is no loss: a change of the type would be refused, too. */
#ifndef GEN_INTROSPECT_PROBE_H
#define GEN_INTROSPECT_PROBE_H

#include "schema/recast.h"

/* The SQLSTATE with which a probe ends when values lose something. It always ends with an error, so
 * that nothing of it stays. */
#define PROBE_LOSES "P0L55"

/* A statement that tries a recast over `table`, which has columns v of its one type and w of its
 * other; `cast`: the cast is written. Freed with g_free. NULL for types that are not PostgreSQL's
 * own: functions of others are not called. */
char *probe_statement(const Recast *recast, const char *table, bool cast);

#endif
