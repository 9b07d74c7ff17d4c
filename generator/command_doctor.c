#include "generator/command.h"
#include "generator/json_out.h"
#include "migrations/failure.h"
#include "migrations/process.h"
#include "schema/version.h"

#include <json-glib/json-glib.h>
#include <pg_query.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef enum Verdict { GOOD, REMARK, BAD } Verdict;

typedef struct Check {
    char *name;
    Verdict verdict;
    char *text;
} Check;

static void check_free(gpointer data)
{
    Check *check = data;
    g_free(check->name);
    g_free(check->text);
    g_free(check);
}

static void add(GPtrArray *checks, const char *name, Verdict verdict, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

static void add(GPtrArray *checks, const char *name, Verdict verdict, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Check *check = g_new(Check, 1);
    *check = (Check){g_strdup(name), verdict, g_strdup_vprintf(format, args)};
    va_end(args);
    g_ptr_array_add(checks, check);
}

/* The project */

static void check_folder(GPtrArray *checks, const char *name, const char *path)
{
    if (!g_file_test(path, G_FILE_TEST_IS_DIR))
        add(checks, name, REMARK, "%s is not there", path);
    else if (access(path, W_OK) != 0)
        add(checks, name, BAD, "%s cannot be written", path);
    else
        add(checks, name, GOOD, "%s", path);
}

static void check_revisions(const Context *context, GPtrArray *checks)
{
    if (!g_file_test(context->config->migrations, G_FILE_TEST_IS_DIR))
        return;
    g_autoptr(Diagnostics) answer = diagnostics_new();
    g_autoptr(Graph) graph = graph_read(context->config->migrations, answer);
    if (!graph) {
        add(checks, "revisions", BAD, "%s", failure_text(answer));
        return;
    }
    g_autoptr(GPtrArray) heads = graph_heads(graph);
    add(checks, "revisions", heads->len > 1 ? REMARK : GOOD, "%u, %u head%s", graph->revisions->len,
        heads->len, heads->len == 1 ? "" : "s");
}

/* The server. Each row is a query of one text and a verdict: t for good, f for bad, r for a
 * remark. */
static const struct {
    const char *name;
    const char *sql;
} questions[] = {
    {"server", "SELECT 'PostgreSQL ' || current_setting('server_version'), CASE WHEN"
               " current_setting('server_version_num')::int >= 130000 THEN 't' ELSE 'f' END"},
    {"role", "SELECT current_user || CASE WHEN rolsuper THEN ', superuser' ELSE '' END ||"
             " CASE WHEN rolcreatedb THEN ', may create databases'"
             " ELSE ', may not create databases (gen verify needs one)' END,"
             " CASE WHEN rolcreatedb OR rolsuper THEN 't' ELSE 'r' END"
             " FROM pg_catalog.pg_roles WHERE rolname = current_user"},
    {"writing", "SELECT CASE WHEN pg_is_in_recovery() THEN 'a standby: it can be read only'"
                " WHEN current_setting('default_transaction_read_only')::bool"
                " THEN 'transactions are read only by default' ELSE 'possible' END,"
                " CASE WHEN pg_is_in_recovery() OR"
                " current_setting('default_transaction_read_only')::bool THEN 'f' ELSE 't' END"},
    {"temp", "SELECT CASE WHEN has_database_privilege(current_database(), 'TEMP')"
             " THEN 'temporary tables may be made'"
             " ELSE 'no right to temporary tables: expressions cannot be compared' END,"
             " CASE WHEN has_database_privilege(current_database(), 'TEMP') THEN 't' ELSE 'f' END"},
    {"create", "SELECT CASE WHEN has_database_privilege(current_database(), 'CREATE')"
               " THEN 'schemas may be made' ELSE 'no right to make schemas' END,"
               " CASE WHEN has_database_privilege(current_database(), 'CREATE')"
               " THEN 't' ELSE 'r' END"},
    {"encoding", "SELECT pg_encoding_to_char(encoding), CASE WHEN pg_encoding_to_char(encoding)"
                 " = 'UTF8' THEN 't' ELSE 'r' END FROM pg_catalog.pg_database"
                 " WHERE datname = current_database()"},
    {"extensions",
     "SELECT coalesce(string_agg(extname || ' ' || extversion, ', ' ORDER BY extname),"
     " 'none'), 't' FROM pg_catalog.pg_extension"},
    {"hidden", "SELECT count(*) || ' tables that this role may not read', CASE WHEN count(*) = 0"
               " THEN 't' ELSE 'r' END FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace"
               " AS n ON n.oid = c.relnamespace WHERE relkind IN ('r', 'p') AND nspname !~ '^pg_'"
               " AND nspname <> 'information_schema'"
               " AND NOT (has_schema_privilege(n.oid, 'USAGE')"
               " AND has_table_privilege(c.oid, 'SELECT'))"},
    {"sessions", "SELECT count(*) || ' in a transaction for more than a minute', CASE WHEN"
                 " count(*) = 0 THEN 't' ELSE 'r' END FROM pg_catalog.pg_stat_activity"
                 " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                 " AND xact_start < now() - interval '1 minute'"},
    {"invalid", "SELECT coalesce('indexes left by a failed build: ' || string_agg("
                "c.relname, ', ' ORDER BY c.relname), 'no index is invalid'),"
                " CASE WHEN count(*) = 0 THEN 't' ELSE 'r' END FROM pg_catalog.pg_index AS i"
                " JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid WHERE NOT i.indisvalid"
                " AND c.relkind = 'i'"},
};

static void ask(Connection *connection, GPtrArray *checks, gsize question)
{
    g_autoptr(Diagnostics) answer = diagnostics_new();
    g_autoptr(Rows) rows = connection_query(connection, questions[question].sql, 0, NULL, answer);
    if (!rows || rows_count(rows) == 0) {
        const char *error = failure_text(answer);
        add(checks, questions[question].name, BAD, "%s", error ? error : "no answer");
        return;
    }
    char verdict = *rows_value(rows, 0, 1);
    add(checks, questions[question].name,
        verdict == 't'   ? GOOD
        : verdict == 'r' ? REMARK
                         : BAD,
        "%s", rows_value(rows, 0, 0));
}

/* Whether the database is at a revision that has no file; without files that cannot be told. */
static bool is_lost(Context *context, const DatabaseState *state, Diagnostics *answer)
{
    g_autoptr(Diagnostics) ignored = diagnostics_new();
    g_autoptr(Graph) graph = graph_read(context->config->migrations, ignored);
    g_autoptr(GPtrArray) heads = graph ? database_state_heads(state, graph, answer) : NULL;
    return graph && !heads;
}

static bool may_make_tables(Context *context, Diagnostics *answer)
{
    const char *params[] = {context_table(context)->schema};
    g_autoptr(Rows) rows =
        connection_query(context->connection,
                         "SELECT count(*) FROM pg_catalog.pg_namespace WHERE nspname = $1"
                         " AND pg_catalog.has_schema_privilege(oid, 'CREATE')",
                         1, params, answer);
    return rows && strcmp(rows_value(rows, 0, 0), "1") == 0;
}

static void check_versions(Context *context, GPtrArray *checks)
{
    g_autoptr(Diagnostics) answer = diagnostics_new();
    g_autoptr(DatabaseState) state =
        database_state_read(context->connection, context_table(context), answer);
    const char *partial = state ? database_state_partial(state) : NULL;
    if (!state)
        add(checks, "versions", BAD, "%s", failure_text(answer));
    else if (partial)
        add(checks, "versions", BAD, "revision %s has stopped half-way: gen status", partial);
    else if (!state->version_exists && !may_make_tables(context, answer))
        add(checks, "versions", BAD, "%s is not there yet, and there is no right to make it",
            context_table(context)->version);
    else if (is_lost(context, state, answer))
        add(checks, "versions", BAD, "%s", failure_text(answer));
    else
        add(checks, "versions", GOOD, "%s%s", context_table(context)->version,
            state->version_exists ? "" : " is not there yet");
}

static void check_program(Context *context, GPtrArray *checks, const char *name)
{
    g_autoptr(Diagnostics) answer = diagnostics_new();
    g_autofree char *path = pg_program_find(name, context->connection, answer);
    add(checks, name, path ? GOOD : REMARK, "%s", path ? path : failure_text(answer));
}

static void check_database(Context *context, GPtrArray *checks)
{
    g_autoptr(Diagnostics) answer = diagnostics_new();
    const char *url;
    if (!context_url(context, &url))
        return;
    context->connection = connection_open(url, answer);
    if (!context->connection) {
        add(checks, "database", BAD, "%s", failure_text(answer));
        return;
    }
    add(checks, "database", GOOD, "%s", connection_describe(context->connection));
    for (gsize i = 0; i < G_N_ELEMENTS(questions); i++)
        ask(context->connection, checks, i);
    check_versions(context, checks);
    check_program(context, checks, "pg_dump");
    check_program(context, checks, "pg_restore");
}

/* Output */

static const char *const verdict_words[] = {[GOOD] = "ok", [REMARK] = "note", [BAD] = "problem"};

static void print_json(const GPtrArray *checks)
{
    g_autoptr(JsonBuilder) builder = json_builder_new();
    json_builder_begin_object(builder);
    json_builder_set_member_name(builder, "checks");
    json_builder_begin_array(builder);
    for (guint i = 0; i < checks->len; i++) {
        const Check *check = g_ptr_array_index(checks, i);
        json_builder_begin_object(builder);
        json_add_string(builder, "name", check->name);
        json_add_string(builder, "verdict", verdict_words[check->verdict]);
        json_add_string(builder, "text", check->text);
        json_builder_end_object(builder);
    }
    json_builder_end_array(builder);
    json_builder_end_object(builder);
    json_print(builder);
}

static int run(Context *context, char **arguments)
{
    (void)arguments;
    const Config *config = context->config;
    g_autoptr(GPtrArray) checks = g_ptr_array_new_with_free_func(check_free);
    add(checks, "gen", GOOD, "%s, with the parser of PostgreSQL %s", GEN_VERSION, PG_MAJORVERSION);
    add(checks, "settings", config->path ? GOOD : REMARK, "%s",
        config->path ? config->path : "no gen.yml here or above");
    check_folder(checks, "models", config->models);
    check_folder(checks, "migrations", config->migrations);
    check_revisions(context, checks);
    check_database(context, checks);
    bool bad = false;
    for (guint i = 0; i < checks->len; i++) {
        const Check *check = g_ptr_array_index(checks, i);
        bad = bad || check->verdict == BAD;
        if (!context->json)
            printf("%-11s %-8s %s\n", check->name, verdict_words[check->verdict], check->text);
    }
    if (context->json)
        print_json(checks);
    return bad ? EXIT_STATUS_OUT_OF_STEP : EXIT_STATUS_DONE;
}

const Command command_doctor = {
    .name = "doctor",
    .summary = "Show what gen sees: settings, server, rights, programs",
    .fleet = true,
    .run = run,
};
