#include "migrations/adoption.h"

bool adoption_alembic_heads(Connection *connection, GPtrArray **ret, Diagnostics *diagnostics)
{
    *ret = NULL;
    g_autoptr(Rows) there =
        connection_query(connection, "SELECT to_regclass('" ADOPTION_ALEMBIC_TABLE "') IS NOT NULL",
                         0, NULL, diagnostics);
    if (!there || *rows_value(there, 0, 0) != 't')
        return there != NULL;
    g_autoptr(Rows) rows = connection_query(connection,
                                            "SELECT version_num FROM " ADOPTION_ALEMBIC_TABLE
                                            " ORDER BY version_num COLLATE \"C\"",
                                            0, NULL, diagnostics);
    if (!rows)
        return false;
    *ret = g_ptr_array_new_with_free_func(g_free);
    for (int i = 0; i < rows_count(rows); i++)
        g_ptr_array_add(*ret, g_strdup(rows_value(rows, i, 0)));
    return true;
}

/* Tables, views and the like that belong to no extension. */
#define FRESH_SQL                                                                               \
    "SELECT NOT EXISTS (SELECT FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n" \
    " ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')"                   \
    " AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'"                            \
    " AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d WHERE d.objid = c.oid"              \
    " AND d.classid = 'pg_catalog.pg_class'::regclass AND d.deptype = 'e')"                     \
    " AND NOT (n.nspname = $1 AND c.relname IN ($2, $3)))"

static bool find_revisions(const GPtrArray *ids, const Graph *graph, GPtrArray *heads,
                           Diagnostics *diagnostics)
{
    for (guint i = 0; i < ids->len; i++) {
        Revision *revision = graph_find(graph, g_ptr_array_index(ids, i));
        if (!revision) {
            diag_set_hint(diag_error(diagnostics, DIAG_REVISION_GRAPH, PLACE_NONE,
                                     "Alembic's table is at %s, which has no file in %s",
                                     (const char *)g_ptr_array_index(ids, i), graph->folder),
                          "gen init takes a database over from Alembic");
            return false;
        }
        g_ptr_array_add(heads, revision);
    }
    revisions_sort(heads);
    return true;
}

bool adoption_look(Connection *connection, const VersionTable *table, const Graph *graph,
                   Adoption *ret, Diagnostics *diagnostics)
{
    const char *params[] = {table->schema, table->version_name, table->history_name};
    g_autoptr(Rows) fresh = connection_query(connection, FRESH_SQL, 3, params, diagnostics);
    g_autoptr(GPtrArray) ids = NULL;
    if (!fresh || !adoption_alembic_heads(connection, &ids, diagnostics))
        return false;
    g_autoptr(GPtrArray) heads = ids ? revisions_new() : NULL;
    if (ids && !find_revisions(ids, graph, heads, diagnostics))
        return false;
    ret->fresh = *rows_value(fresh, 0, 0) == 't';
    ret->heads = g_steal_pointer(&heads);
    return true;
}
