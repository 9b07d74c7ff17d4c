#include "migrations/autocommit.h"

#include "emit/quote.h"
#include "migrations/parse_tree.h"

#include <string.h>

typedef bool NodeTest(JsonObject *node);

static bool always(JsonObject *node)
{
    (void)node;
    return true;
}

static bool is_concurrent(JsonObject *node)
{
    return tree_flag(node, "concurrent");
}

static bool is_vacuum(JsonObject *node)
{
    return tree_flag(node, "is_vacuumcmd");
}

static bool has_option(JsonObject *node, const char *list, const char *name)
{
    JsonArray *options = tree_array(node, list);
    for (guint i = 0; options && i < json_array_get_length(options); i++) {
        JsonObject *option = tree_node(json_array_get_element(options, i), "DefElem");
        if (option && strcmp(tree_string(option, "defname"), name) == 0)
            return true;
    }
    return false;
}

static bool is_concurrent_reindex(JsonObject *node)
{
    return has_option(node, "params", "concurrently");
}

/* REINDEX SCHEMA, SYSTEM and DATABASE commit after each table. */
static bool is_alone_reindex(JsonObject *node)
{
    const char *kind = tree_string(node, "kind");
    return is_concurrent_reindex(node) ||
           (strcmp(kind, "REINDEX_OBJECT_INDEX") != 0 && strcmp(kind, "REINDEX_OBJECT_TABLE") != 0);
}

static bool is_whole_cluster(JsonObject *node)
{
    return !tree_object(node, "relation");
}

/* The PartitionCmd of DETACH PARTITION … CONCURRENTLY, or NULL. */
static JsonObject *detach_command(JsonObject *node)
{
    JsonArray *commands = tree_array(node, "cmds");
    for (guint i = 0; commands && i < json_array_get_length(commands); i++) {
        JsonObject *command = tree_node(json_array_get_element(commands, i), "AlterTableCmd");
        JsonObject *definition = command ? tree_object(command, "def") : NULL;
        JsonObject *partition = definition ? tree_object(definition, "PartitionCmd") : NULL;
        if (partition && tree_flag(partition, "concurrent"))
            return partition;
    }
    return NULL;
}

static bool is_concurrent_detach(JsonObject *node)
{
    return detach_command(node) != NULL;
}

static bool sets_tablespace(JsonObject *node)
{
    return has_option(node, "options", "tablespace");
}

/* Remains of a failed attempt, and whether an earlier attempt came to its end */

typedef bool Prepare(Connection *connection, JsonObject *node, bool repeated, bool *ret_done,
                     Diagnostics *diagnostics);

static bool drop_index(Connection *connection, const char *name, Diagnostics *diagnostics)
{
    g_autofree char *sql = g_strdup_printf("DROP INDEX CONCURRENTLY IF EXISTS %s", name);
    return connection_run(connection, sql, diagnostics);
}

static bool prepare_index(Connection *connection, JsonObject *node, bool repeated, bool *ret_done,
                          Diagnostics *diagnostics)
{
    const char *name = tree_string(node, "idxname");
    if (!*name) {
        diag_set_hint(diag_error(diagnostics, DIAG_REVISION, PLACE_NONE,
                                 "CREATE INDEX CONCURRENTLY without a name"),
                      "with a name, gen can tell what an interrupted run has left");
        return false;
    }
    g_autofree char *table = tree_relation_name(tree_object(node, "relation"));
    const char *params[] = {table, name};
    g_autoptr(Rows) rows = connection_query(
        connection,
        "SELECT i.indisvalid AND i.indisready AND i.indislive, format('%I.%I', n.nspname, "
        "c.relname)"
        " FROM pg_catalog.pg_index AS i JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid"
        " JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace"
        " WHERE i.indrelid = pg_catalog.to_regclass($1) AND c.relname = $2",
        2, params, diagnostics);
    if (!rows)
        return false;
    if (rows_count(rows) == 0)
        return true;
    if (*rows_value(rows, 0, 0) != 't')
        return drop_index(connection, rows_value(rows, 0, 1), diagnostics);
    *ret_done = repeated;
    return true;
}

/* Sets *ret_done to what a query with one parameter says. */
static bool ask(Connection *connection, const char *sql, const char *name, bool *ret_done,
                Diagnostics *diagnostics)
{
    g_autoptr(Rows) rows = connection_query(connection, sql, 1, &name, diagnostics);
    if (rows)
        *ret_done = rows_count(rows) > 0 && *rows_value(rows, 0, 0) == 't';
    return rows != NULL;
}

static bool prepare_drop_index(Connection *connection, JsonObject *node, bool repeated,
                               bool *ret_done, Diagnostics *diagnostics)
{
    JsonArray *objects = tree_array(node, "objects");
    if (!repeated || !objects)
        return true;
    g_autofree char *name = tree_list_name(json_array_get_element(objects, 0));
    return ask(connection, "SELECT pg_catalog.to_regclass($1) IS NULL", name, ret_done,
               diagnostics);
}

/* REINDEX CONCURRENTLY builds beside the index under its name and _ccnew; the old one is _ccold
 * for a moment. https://www.postgresql.org/docs/current/sql-reindex.html */
static bool prepare_reindex(Connection *connection, JsonObject *node, bool repeated, bool *ret_done,
                            Diagnostics *diagnostics)
{
    *ret_done = false;
    JsonObject *relation = tree_object(node, "relation");
    if (!repeated || !relation)
        return true;
    g_autofree char *name = tree_relation_name(relation);
    const char *params[] = {name};
    g_autoptr(Rows) rows = connection_query(
        connection,
        "SELECT format('%I.%I', n.nspname, c.relname) FROM pg_catalog.pg_index AS i"
        " JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid"
        " JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace"
        " WHERE i.indrelid IN (SELECT pg_catalog.to_regclass($1)::oid UNION ALL"
        " SELECT indrelid FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass($1))"
        " AND NOT i.indisvalid AND c.relname ~ '_cc(new|old)[0-9]*$' ORDER BY 1",
        1, params, diagnostics);
    bool good = rows != NULL;
    for (int i = 0; good && i < rows_count(rows); i++)
        good = drop_index(connection, rows_value(rows, i, 0), diagnostics);
    return good;
}

static bool finalize_detach(Connection *connection, const char *parent, const char *child,
                            Diagnostics *diagnostics)
{
    g_autofree char *sql =
        g_strdup_printf("ALTER TABLE %s DETACH PARTITION %s FINALIZE", parent, child);
    return connection_run(connection, sql, diagnostics);
}

static bool prepare_detach(Connection *connection, JsonObject *node, bool repeated, bool *ret_done,
                           Diagnostics *diagnostics)
{
    if (!repeated)
        return true;
    g_autofree char *parent = tree_relation_name(tree_object(node, "relation"));
    g_autofree char *child = tree_relation_name(tree_object(detach_command(node), "name"));
    const char *params[] = {parent, child};
    g_autoptr(Rows) rows =
        connection_query(connection,
                         "SELECT inhdetachpending FROM pg_catalog.pg_inherits WHERE inhparent ="
                         " pg_catalog.to_regclass($1) AND inhrelid = pg_catalog.to_regclass($2)",
                         2, params, diagnostics);
    if (!rows)
        return false;
    bool pending = rows_count(rows) > 0 && *rows_value(rows, 0, 0) == 't';
    *ret_done = rows_count(rows) == 0 || pending;
    return !pending || finalize_detach(connection, parent, child, diagnostics);
}

static bool prepare_create_database(Connection *connection, JsonObject *node, bool repeated,
                                    bool *ret_done, Diagnostics *diagnostics)
{
    return !repeated ||
           ask(connection, "SELECT true FROM pg_catalog.pg_database WHERE datname = $1",
               tree_string(node, "dbname"), ret_done, diagnostics);
}

static bool prepare_drop_database(Connection *connection, JsonObject *node, bool repeated,
                                  bool *ret_done, Diagnostics *diagnostics)
{
    return !repeated ||
           ask(connection,
               "SELECT NOT EXISTS (SELECT FROM pg_catalog.pg_database WHERE datname = $1)",
               tree_string(node, "dbname"), ret_done, diagnostics);
}

/* Every statement that PostgreSQL refuses in a transaction, or that may end its own. */
static const struct {
    const char *name;
    NodeTest *alone;
    NodeTest *concurrent; /* NULL: never */
    Prepare *prepare;     /* NULL: may be repeated as it is */
} statements[] = {
    {"IndexStmt", is_concurrent, is_concurrent, prepare_index},
    {"DropStmt", is_concurrent, is_concurrent, prepare_drop_index},
    {"ReindexStmt", is_alone_reindex, is_concurrent_reindex, prepare_reindex},
    {"AlterTableStmt", is_concurrent_detach, is_concurrent_detach, prepare_detach},
    {"VacuumStmt", is_vacuum, NULL, NULL},
    {"ClusterStmt", is_whole_cluster, NULL, NULL},
    {"CreatedbStmt", always, NULL, prepare_create_database},
    {"DropdbStmt", always, NULL, prepare_drop_database},
    {"AlterDatabaseStmt", sets_tablespace, NULL, NULL},
    {"CreateTableSpaceStmt", always, NULL, NULL},
    {"DropTableSpaceStmt", always, NULL, NULL},
    {"AlterSystemStmt", always, NULL, NULL},
    {"CreateSubscriptionStmt", always, NULL, NULL},
    {"AlterSubscriptionStmt", always, NULL, NULL},
    {"DropSubscriptionStmt", always, NULL, NULL},
    {"DiscardStmt", always, NULL, NULL},
    {"CallStmt", always, NULL, NULL},
    {"DoStmt", always, NULL, NULL},
};

/* The row of a statement that runs alone; G_N_ELEMENTS(statements) for none. */
static gsize row_of(const ParseTree *tree)
{
    gsize i = 0;
    while (i < G_N_ELEMENTS(statements) &&
           (strcmp(statements[i].name, tree->name) != 0 || !statements[i].alone(tree->node)))
        i++;
    return i;
}

bool autocommit_needs_none(const char *sql)
{
    g_autoptr(ParseTree) tree = parse_tree_new(sql);
    return tree && row_of(tree) == G_N_ELEMENTS(statements);
}

bool autocommit_is_concurrent(const char *sql)
{
    g_autoptr(ParseTree) tree = parse_tree_new(sql);
    gsize row = tree ? row_of(tree) : G_N_ELEMENTS(statements);
    return row < G_N_ELEMENTS(statements) && statements[row].concurrent &&
           statements[row].concurrent(tree->node);
}

bool autocommit_prepare(Connection *connection, const char *sql, bool repeated, bool *ret_done,
                        Diagnostics *diagnostics)
{
    *ret_done = false;
    g_autoptr(ParseTree) tree = parse_tree_new(sql);
    gsize row = tree ? row_of(tree) : G_N_ELEMENTS(statements);
    if (row == G_N_ELEMENTS(statements) || !statements[row].prepare)
        return true;
    return statements[row].prepare(connection, tree->node, repeated, ret_done, diagnostics);
}
