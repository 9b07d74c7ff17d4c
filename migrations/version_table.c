#include "migrations/version_table.h"

#include "emit/quote.h"

#include <stdlib.h>
#include <string.h>

static char *qualified(const char *schema, const char *name)
{
    g_autofree char *quoted_schema = quote_name(schema);
    g_autofree char *quoted_name = quote_name(name);
    return g_strdup_printf("%s.%s", quoted_schema, quoted_name);
}

VersionTable *version_table_new(const char *schema, const char *name)
{
    VersionTable *table = g_new0(VersionTable, 1);
    table->schema = g_strdup(schema ? schema : "public");
    table->version_name = g_strdup(name ? name : "gen_version");
    table->history_name = strcmp(table->version_name, "gen_version") == 0
                              ? g_strdup("gen_history")
                              : g_strconcat(table->version_name, "_history", NULL);
    table->version = qualified(table->schema, table->version_name);
    table->history = qualified(table->schema, table->history_name);
    return table;
}

void version_table_free(VersionTable *table)
{
    if (!table)
        return;
    g_free(table->version);
    g_free(table->history);
    g_free(table->schema);
    g_free(table->version_name);
    g_free(table->history_name);
    g_free(table);
}

static void partial_free(PartialRun *partial)
{
    if (!partial)
        return;
    g_free(partial->checksum);
    g_free(partial->error);
    g_free(partial);
}

static void log_free(gpointer data)
{
    RevisionLog *log = data;
    g_free(log->checksum);
    partial_free(log->partial);
    g_free(log);
}

DatabaseState *database_state_empty(void)
{
    DatabaseState *state = g_new0(DatabaseState, 1);
    state->versions = g_ptr_array_new_with_free_func(g_free);
    state->logs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, log_free);
    return state;
}

void database_state_free(DatabaseState *state)
{
    if (!state)
        return;
    g_ptr_array_unref(state->versions);
    g_hash_table_unref(state->logs);
    g_free(state);
}

/* Reading */

static bool read_existence(DatabaseState *state, Connection *connection, const VersionTable *table,
                           Diagnostics *diagnostics)
{
    const char *params[] = {table->version, table->history};
    g_autoptr(Rows) rows = connection_query(
        connection, "SELECT to_regclass($1) IS NOT NULL, to_regclass($2) IS NOT NULL", 2, params,
        diagnostics);
    if (!rows)
        return false;
    state->version_exists = *rows_value(rows, 0, 0) == 't';
    state->history_exists = *rows_value(rows, 0, 1) == 't';
    return true;
}

static bool read_versions(DatabaseState *state, Connection *connection, const VersionTable *table,
                          Diagnostics *diagnostics)
{
    g_autofree char *sql = g_strdup_printf(
        "SELECT version_num FROM %s ORDER BY version_num COLLATE \"C\"", table->version);
    g_autoptr(Rows) rows = connection_query(connection, sql, 0, NULL, diagnostics);
    for (int i = 0; rows && i < rows_count(rows); i++)
        g_ptr_array_add(state->versions, g_strdup(rows_value(rows, i, 0)));
    return rows != NULL;
}

static RevisionLog *log_of(DatabaseState *state, const char *revision)
{
    RevisionLog *log = g_hash_table_lookup(state->logs, revision);
    if (!log) {
        log = g_new0(RevisionLog, 1);
        g_hash_table_insert(state->logs, g_strdup(revision), log);
    }
    return log;
}

enum {
    LOG_REVISION,
    LOG_DIRECTION,
    LOG_STEP,
    LOG_STEPS,
    LOG_STATEMENTS,
    LOG_CHECKSUM,
    LOG_FINISHED,
    LOG_ERROR
};

/* From each revision's last complete run on: that run's last row, and the rows of a run that has
 * not come to its end. Steps that were rolled back left a row with an error and an end; they do
 * not count. */
#define LOG_QUERY                                                                               \
    "WITH complete AS (SELECT revision, max(id) AS id FROM %s"                                  \
    " WHERE step = steps AND finished_at IS NOT NULL AND error IS NULL GROUP BY revision)"      \
    " SELECT h.revision, h.direction, h.step, h.steps, h.statements, h.checksum,"               \
    " h.finished_at IS NOT NULL, h.error FROM %s AS h LEFT JOIN complete AS c USING (revision)" \
    " WHERE h.id >= coalesce(c.id, 0) AND (h.error IS NULL OR h.finished_at IS NULL)"           \
    " ORDER BY h.id"

static guint number(const Rows *rows, int row, int column)
{
    return (guint)strtoul(rows_value(rows, row, column), NULL, 10);
}

static void read_log_row(DatabaseState *state, const Rows *rows, int row)
{
    RevisionLog *log = log_of(state, rows_value(rows, row, LOG_REVISION));
    const char *direction = rows_value(rows, row, LOG_DIRECTION);
    bool finished = *rows_value(rows, row, LOG_FINISHED) == 't';
    guint step = number(rows, row, LOG_STEP);
    if (finished && step == number(rows, row, LOG_STEPS)) {
        if (strcmp(direction, "downgrade") != 0)
            log->checksum = g_strdup(rows_value(rows, row, LOG_CHECKSUM));
        return;
    }
    if (!log->partial)
        log->partial = g_new0(PartialRun, 1);
    PartialRun *partial = log->partial;
    partial->downgrade = strcmp(direction, "downgrade") == 0;
    partial->steps = number(rows, row, LOG_STEPS);
    partial->in_step = !finished;
    partial->statements_done = finished ? 0 : number(rows, row, LOG_STATEMENTS);
    g_free(partial->error);
    partial->error = g_strdup(rows_value(rows, row, LOG_ERROR));
    if (finished) {
        partial->steps_done = step;
        g_free(partial->checksum);
        partial->checksum = g_strdup(rows_value(rows, row, LOG_CHECKSUM));
    }
}

static bool read_logs(DatabaseState *state, Connection *connection, const VersionTable *table,
                      Diagnostics *diagnostics)
{
    g_autofree char *sql = g_strdup_printf(LOG_QUERY, table->history, table->history);
    g_autoptr(Rows) rows = connection_query(connection, sql, 0, NULL, diagnostics);
    for (int i = 0; rows && i < rows_count(rows); i++)
        read_log_row(state, rows, i);
    return rows != NULL;
}

DatabaseState *database_state_read(Connection *connection, const VersionTable *table,
                                   Diagnostics *diagnostics)
{
    g_autoptr(DatabaseState) state = database_state_empty();
    if (!read_existence(state, connection, table, diagnostics) ||
        (state->version_exists && !read_versions(state, connection, table, diagnostics)) ||
        (state->history_exists && !read_logs(state, connection, table, diagnostics)))
        return NULL;
    return g_steal_pointer(&state);
}

GPtrArray *database_state_heads(const DatabaseState *state, const Graph *graph,
                                Diagnostics *diagnostics)
{
    g_autoptr(GPtrArray) heads = revisions_new();
    g_autoptr(GString) unknown = g_string_new(NULL);
    for (guint i = 0; i < state->versions->len; i++) {
        const char *id = g_ptr_array_index(state->versions, i);
        Revision *revision = graph_find(graph, id);
        if (revision)
            g_ptr_array_add(heads, revision);
        else
            g_string_append_printf(unknown, "%s%s", unknown->len ? ", " : "", id);
    }
    revisions_sort(heads);
    if (unknown->len == 0)
        return g_steal_pointer(&heads);
    Diagnostic *d =
        diag_error(diagnostics, DIAG_REVISION_GRAPH, PLACE_NONE,
                   "the database is at a revision that has no file here: %s", unknown->str);
    diag_set_detail(d, "the migrations folder is %s", graph->folder);
    diag_set_hint(d, "get the file from where it was written (another branch?); or, when it is "
                     "gone for good, gen stamp --purge REVISION says where the database really is");
    return NULL;
}

const char *database_state_partial(const DatabaseState *state)
{
    const char *first = NULL;
    GHashTableIter iter;
    gpointer id;
    gpointer log;
    g_hash_table_iter_init(&iter, state->logs);
    while (g_hash_table_iter_next(&iter, &id, &log))
        if (((const RevisionLog *)log)->partial && (!first || strcmp(id, first) < 0))
            first = id;
    return first;
}

/* Writing */

#define CREATE_SQL                                              \
    "CREATE TABLE IF NOT EXISTS %s (\n"                         \
    "    version_num text NOT NULL PRIMARY KEY\n"               \
    ");\n"                                                      \
    "CREATE TABLE IF NOT EXISTS %s (\n"                         \
    "    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,\n" \
    "    revision text NOT NULL,\n"                             \
    "    direction text NOT NULL,\n"                            \
    "    step integer NOT NULL,\n"                              \
    "    steps integer NOT NULL,\n"                             \
    "    statements integer NOT NULL,\n"                        \
    "    checksum text,\n"                                      \
    "    started_at timestamptz NOT NULL,\n"                    \
    "    finished_at timestamptz,\n"                            \
    "    role text NOT NULL DEFAULT current_user,\n"            \
    "    generator text NOT NULL,\n"                            \
    "    error text\n"                                          \
    ");\n"

char *version_table_create_sql(const VersionTable *table)
{
    return g_strdup_printf(CREATE_SQL, table->version, table->history);
}

#define NO_RIGHT  "42501"
#define NO_SCHEMA "3F000"

void version_table_explain(const VersionTable *table, const Connection *connection,
                           Diagnostics *diagnostics)
{
    const char *state = connection_sqlstate(connection);
    bool no_schema = g_strcmp0(state, NO_SCHEMA) == 0;
    if (!no_schema && g_strcmp0(state, NO_RIGHT) != 0)
        return;
    g_autofree char *schema = quote_name(table->schema);
    Diagnostic *d = diag_note(diagnostics, DIAG_PERMISSION, PLACE_NONE,
                              "what has been applied is kept in %s and %s, which have to be made",
                              table->version, table->history);
    diag_set_hint(d, "%s %s, or name another schema in gen.yml (version_table_schema)",
                  no_schema ? "CREATE SCHEMA" : "GRANT CREATE ON SCHEMA", schema);
}

static char *literals(const GPtrArray *ids, const char *before, const char *after)
{
    GString *list = g_string_new(NULL);
    for (guint i = 0; i < ids->len; i++) {
        g_autofree char *literal = quote_literal(g_ptr_array_index(ids, i));
        g_string_append_printf(list, "%s%s%s%s", i ? ", " : "", before, literal, after);
    }
    return g_string_free(list, FALSE);
}

char *version_table_change_sql(const VersionTable *table, const GPtrArray *remove,
                               const GPtrArray *add)
{
    if (remove->len == 1 && add->len == 1) {
        g_autofree char *from = literals(remove, "", "");
        g_autofree char *to = literals(add, "", "");
        return g_strdup_printf("UPDATE %s SET version_num = %s WHERE version_num = %s;\n",
                               table->version, to, from);
    }
    GString *sql = g_string_new(NULL);
    if (remove->len > 0) {
        g_autofree char *list = literals(remove, "", "");
        g_string_append_printf(sql, "DELETE FROM %s WHERE version_num IN (%s);\n", table->version,
                               list);
    }
    if (add->len > 0) {
        g_autofree char *list = literals(add, "(", ")");
        g_string_append_printf(sql, "INSERT INTO %s (version_num) VALUES %s;\n", table->version,
                               list);
    }
    return g_string_free(sql, FALSE);
}
