#include "tests/support/server.h"

#include <gio/gio.h>
#include <libpq-fe.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/support/check.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PGconn, PQfinish)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PGresult, PQclear)

static char **settings; /* PGHOST=… and so on, once the server is there */
static GPtrArray *databases;
static pid_t owner;

static void start(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *out = NULL;
    const char *dir = g_getenv("GEN_TEST_SERVER");
    g_autoptr(GSubprocess) script = g_subprocess_new(G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                                     GEN_TEST_SOURCE_DIR "/support/pg.sh", "start",
                                                     dir != NULL ? dir : GEN_TEST_SERVER_DIR, NULL);

    if (script == NULL || !g_subprocess_communicate_utf8(script, NULL, NULL, &out, NULL, &error))
        fail_msg("%s", error->message);
    if (!g_subprocess_get_successful(script))
        fail_msg("the test server did not start");
    settings = g_strsplit(out, "\n", -1);
}

static const char *setting(const char *name)
{
    if (settings == NULL)
        start();
    for (char **line = settings; *line != NULL; line++) {
        if (g_str_has_prefix(*line, name))
            return strchr(*line, '=') + 1;
    }
    fail_msg("the test server did not tell its %s", name);
    return NULL;
}

char *server_program(const char *name)
{
    g_autofree char *own = g_build_filename(setting("PG_BINDIR"), name, NULL);

    if (g_file_test(own, G_FILE_TEST_IS_EXECUTABLE))
        return g_steal_pointer(&own);
    return g_find_program_in_path(name);
}

char *server_url(const char *database)
{
    return g_strdup_printf("postgresql:///%s?host=%s&port=%s&user=%s", database, setting("PGHOST"),
                           setting("PGPORT"), setting("PGUSER"));
}

static void ignore_notice(void *arg, const char *message)
{
    (void)arg, (void)message;
}

static PGconn *open_connection(const char *url)
{
    PGconn *connection = PQconnectdb(url);

    if (PQstatus(connection) != CONNECTION_OK)
        fail_msg("%s", PQerrorMessage(connection));
    PQsetNoticeProcessor(connection, ignore_notice, NULL);
    return connection;
}

static PGresult *execute(PGconn *connection, const char *sql)
{
    PGresult *result = PQexec(connection, sql);
    ExecStatusType status = PQresultStatus(result);

    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY)
        fail_msg("%s\n%s", PQerrorMessage(connection), sql);
    return result;
}

static void drop_databases(void)
{
    g_autofree char *url = NULL;

    if (getpid() != owner)
        return;
    url = server_url("postgres");
    g_autoptr(PGconn) connection = PQconnectdb(url);
    for (guint i = 0; i < databases->len; i++) {
        g_autofree char *sql =
            g_strdup_printf("DROP DATABASE IF EXISTS %s (FORCE)", (char *)databases->pdata[i]);
        /* The whole cluster goes with the run: nothing is lost where this fails. */
        PQclear(PQexec(connection, sql));
    }
    g_ptr_array_free(databases, TRUE);
    g_strfreev(settings);
}

char *server_create_database(void)
{
    static unsigned count;
    char *name = g_strdup_printf("gen_test_%d_%u", (int)getpid(), ++count);
    g_autofree char *admin = server_url("postgres");
    g_autofree char *sql = g_strdup_printf("CREATE DATABASE %s", name);

    server_execute(admin, sql);
    if (databases == NULL) {
        databases = g_ptr_array_new_with_free_func(g_free);
        owner = getpid();
        atexit(drop_databases);
    }
    g_ptr_array_add(databases, name);
    return server_url(name);
}

void server_need_tablespace(const char *name)
{
    g_autofree char *plain = server_url("postgres");
    g_autofree char *url =
        g_strconcat(plain, "&options=-c%20allow_in_place_tablespaces%3Don", NULL);
    g_autofree char *sql = g_strdup_printf("CREATE TABLESPACE %s LOCATION ''", name);
    g_autofree char *error = server_try(url, sql);

    if (error != NULL && strstr(error, "already exists") == NULL &&
        strstr(error, "duplicate key") == NULL) /* another process was faster */
        fail_msg("%s", error);
}

int server_version(void)
{
    g_autofree char *url = server_url("postgres");
    g_autoptr(PGconn) connection = open_connection(url);

    return PQserverVersion(connection) / 10000;
}

bool server_has_dump(void)
{
    g_autofree char *dump = server_program("pg_dump");
    const char *const argv[] = {dump, "--version", NULL};
    g_autofree char *out = NULL;
    int major = 0;

    if (dump != NULL && g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out,
                                     NULL, NULL, NULL))
        sscanf(out, "pg_dump (PostgreSQL) %d", &major);
    if (major >= server_version())
        return true;
    print_message("left out: PostgreSQL %d needs a pg_dump as new\n", server_version());
    return false;
}

void server_execute(const char *url, const char *sql)
{
    g_autoptr(PGconn) connection = open_connection(url);

    PQclear(execute(connection, sql));
}

char *server_try(const char *url, const char *sql)
{
    g_autoptr(PGconn) connection = open_connection(url);
    g_autoptr(PGresult) result = PQexec(connection, sql);
    ExecStatusType status = PQresultStatus(result);

    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY)
        return NULL;
    return g_strdup_printf("%s\n%s", PQerrorMessage(connection), sql);
}

void server_empty_database(const char *url)
{
    server_execute(
        url, "DO $$ DECLARE name text; BEGIN"
             " FOR name IN SELECT nspname FROM pg_namespace"
             "  WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP"
             "  EXECUTE format('DROP SCHEMA %I CASCADE', name);"
             " END LOOP;"
             " FOR name IN SELECT extname FROM pg_extension WHERE extname <> 'plpgsql' LOOP"
             "  EXECUTE format('DROP EXTENSION IF EXISTS %I CASCADE', name);"
             " END LOOP;"
             " FOR name IN SELECT pubname FROM pg_publication LOOP"
             "  EXECUTE format('DROP PUBLICATION %I', name);"
             " END LOOP;"
             " FOR name IN SELECT subname FROM pg_subscription s JOIN pg_database d"
             "  ON d.oid = subdbid WHERE datname = current_database() LOOP"
             "  EXECUTE format('ALTER SUBSCRIPTION %I DISABLE', name);"
             "  EXECUTE format('ALTER SUBSCRIPTION %I SET (slot_name = NONE)', name);"
             "  EXECUTE format('DROP SUBSCRIPTION %I', name);"
             " END LOOP;"
             " FOR name IN SELECT o.what FROM"
             "  (SELECT oid, format('EVENT TRIGGER %I', evtname) FROM pg_event_trigger"
             "   UNION ALL"
             "   SELECT oid, format('FOREIGN DATA WRAPPER %I', fdwname)"
             "     FROM pg_foreign_data_wrapper"
             "   UNION ALL"
             "   SELECT t.oid, format('TRANSFORM FOR %s LANGUAGE %I', trftype::regtype, lanname)"
             "     FROM pg_transform t JOIN pg_language l ON l.oid = trflang"
             "   UNION ALL"
             "   SELECT oid, format('CAST (%s AS %s)', castsource::regtype, casttarget::regtype)"
             "     FROM pg_cast"
             "   UNION ALL"
             "   SELECT oid, format('LANGUAGE %I', lanname) FROM pg_language"
             "   UNION ALL"
             "   SELECT oid, format('ACCESS METHOD %I', amname) FROM pg_am) o (oid, what)"
             "  WHERE oid >= 16384 LOOP"
             "  EXECUTE format('DROP %s CASCADE', name);"
             " END LOOP;"
             " DELETE FROM pg_default_acl;"
             " CREATE SCHEMA public;"
             " COMMENT ON SCHEMA public IS 'standard public schema';"
             " GRANT USAGE ON SCHEMA public TO PUBLIC;"
             " IF current_setting('server_version_num')::int >= 140000 THEN"
             "  ALTER SCHEMA public OWNER TO pg_database_owner;"
             " ELSE GRANT CREATE ON SCHEMA public TO PUBLIC; END IF;"
             "END $$");
}

char *server_query(const char *url, const char *sql)
{
    g_autoptr(PGconn) connection = open_connection(url);
    g_autoptr(PGresult) result = execute(connection, sql);
    GString *text = g_string_new(NULL);

    for (int row = 0; row < PQntuples(result); row++) {
        for (int column = 0; column < PQnfields(result); column++) {
            if (column > 0)
                g_string_append_c(text, '|');
            g_string_append(text, PQgetvalue(result, row, column));
        }
        if (row + 1 < PQntuples(result))
            g_string_append_c(text, '\n');
    }
    return g_string_free(text, FALSE);
}

void server_expect(const char *url, const char *sql, const char *rows)
{
    g_autofree char *actual = server_query(url, sql);

    if (g_strcmp0(actual, rows) != 0)
        fail_msg("%s\n--- expected\n%s\n--- actual\n%s", sql, rows, actual);
}

void server_await(const char *url, const char *sql, const char *rows)
{
    g_autofree char *answer = NULL;

    for (int i = 0; i < 600; i++) {
        g_free(answer);
        answer = server_query(url, sql);
        if (strcmp(answer, rows) == 0)
            return;
        g_usleep(G_USEC_PER_SEC / 20);
    }
    fail_msg("%s\n--- awaited\n%s\n--- last\n%s", sql, rows, answer);
}

void server_await_statement(const char *url, const char *pattern)
{
    g_autofree char *sql = g_strdup_printf(
        "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()"
        " AND state = 'active' AND query ~ '%s' AND pid <> pg_backend_pid())",
        pattern);

    server_await(url, sql, "t");
}
