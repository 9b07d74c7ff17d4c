/* Introspection: a database becomes a State.
 *
 * Every kind of object has one query, sql/<plural of the kind>.sql, which also runs in psql. Its
 * column aliases are the keys of the kind's field table; decode.h tells the rules. All queries go
 * to the server in one pipeline, in one REPEATABLE READ, READ ONLY transaction: one snapshot and
 * one round trip, however many tables there are.
 *
 * What is read:
 * - Names of pg_catalog (collations, operator classes) come without schema, as format_type()
 *   prints types; all other names with theirs.
 * - SQL text is what pg_get_expr() prints under an empty search_path, with settings that do not
 *   depend on the session (canonical.h gives the same text for SQL that people wrote).
 * - A field that has PostgreSQL's default is empty (see object.h).
 * - Left out: what extensions own, temporary objects, gen's own tables, plpgsql, and what tables
 *   inherit (constraints, and indexes that are partitions of another one); columns that are
 *   inherited are marked so.
 * - What no kind stands for is listed in State.unmanaged.
 *
 * https://www.postgresql.org/docs/current/catalogs.html
 */
#ifndef GEN_INTROSPECT_INTROSPECT_H
#define GEN_INTROSPECT_INTROSPECT_H

#include "introspect/connection.h"
#include "schema/state.h"

typedef struct IntrospectOptions {
    const char *const *schemas;    /* NULL-terminated; NULL: all but PostgreSQL's own */
    const char *const *own_tables; /* gen's tables, left out: NULL-terminated, or NULL */
    bool access;                   /* owners and grants are read too */
    const char *own_schema;        /* where these are; NULL: public */
} IntrospectOptions;

/* The oldest server that can be read. */
#define INTROSPECT_OLDEST 130000

/* A new state, sorted, owned by the caller; NULL with an error. Inside a transaction of the
 * caller's it reads what that transaction sees and leaves its settings as they were. `options`
 * may be NULL. */
State *introspect_database(Connection *connection, const IntrospectOptions *options,
                           Diagnostics *diagnostics);

/* The SQL that reads the objects of a kind; kinds can have it in common. */
const char *introspect_query(Kind kind);

#endif
