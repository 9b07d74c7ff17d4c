#include "migrations/backup.h"

#include "migrations/process.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Extensions go first: what is theirs cannot be dropped one by one. Schemas of other sessions'
 * temporary tables are theirs. */
static const char empty_sql[] =
    "DO $gen$\n"
    "DECLARE\n"
    "    name text;\n"
    "BEGIN\n"
    "    FOR name IN SELECT extname FROM pg_catalog.pg_extension WHERE extname <> 'plpgsql' LOOP\n"
    "        EXECUTE format('DROP EXTENSION IF EXISTS %I CASCADE', name);\n"
    "    END LOOP;\n"
    "    FOR name IN SELECT nspname FROM pg_catalog.pg_namespace\n"
    "        WHERE nspname <> 'information_schema' AND nspname !~ '^pg_' LOOP\n"
    "        EXECUTE format('DROP SCHEMA %I CASCADE', name);\n"
    "    END LOOP;\n"
    "    CREATE SCHEMA public;\n"
    "    GRANT USAGE ON SCHEMA public TO PUBLIC;\n"
    "    COMMENT ON SCHEMA public IS 'standard public schema';\n"
    "    IF current_setting('server_version_num')::integer < 150000 THEN\n"
    "        GRANT CREATE ON SCHEMA public TO PUBLIC;\n"
    "    END IF;\n"
    "END\n"
    "$gen$;\n";

const char *backup_empty_sql(void)
{
    return empty_sql;
}

/* Taking */

static char *file_name(const Connection *connection, const char *label)
{
    g_autoptr(GDateTime) now = g_date_time_new_now_utc();
    g_autofree char *time = g_date_time_format(now, "%Y%m%d_%H%M%S");
    g_autofree char *database = g_strdup(connection_database(connection));
    g_strcanon(database, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "_-", '_');
    return g_strdup_printf("%s_%s%s%s.dump", database, time, *label ? "_" : "", label);
}

static bool complain(Diagnostics *diagnostics, const char *path, int error)
{
    diag_error(diagnostics, DIAG_FILE, (Place){path, 0, 0}, "the backup cannot be written: %s",
               g_strerror(error));
    return false;
}

static bool sync_file(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    bool good = fd >= 0 && fsync(fd) == 0;
    if (fd >= 0)
        close(fd);
    return good;
}

/* A hard link fails where the name is taken. */
static bool publish(const char *partial, const char *path, Diagnostics *diagnostics)
{
    if (!sync_file(partial))
        return complain(diagnostics, path, errno);
    if (link(partial, path) == 0 || (errno != EEXIST && rename(partial, path) == 0))
        return true;
    return complain(diagnostics, path, errno);
}

bool backup_take(const Connection *connection, const char *folder, const char *label,
                 bool (*interrupted)(void *), void *data, char **ret_path, Diagnostics *diagnostics)
{
    g_autofree char *program = pg_program_find("pg_dump", connection, diagnostics);
    if (!program)
        return false;
    if (g_mkdir_with_parents(folder, 0700) != 0)
        return complain(diagnostics, folder, errno);
    g_autofree char *name = file_name(connection, label);
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *partial = g_strconcat(path, ".partial", NULL);
    const char *arguments[] = {program,  "--format=custom", "--no-password",
                               "--file", partial,           NULL};
    bool good = pg_program_run(connection, arguments, interrupted, data, diagnostics) &&
                publish(partial, path, diagnostics);
    unlink(partial);
    if (good)
        *ret_path = g_steal_pointer(&path);
    return good;
}

/* Restoring */

/* `said` is a file descriptor for standard error, which it takes. */
static GSubprocess *start(const Connection *connection, const char *const *arguments,
                          GSubprocessFlags flags, int said, Diagnostics *diagnostics)
{
    g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new(flags);
    g_auto(GStrv) environment = connection_environment(connection);
    g_subprocess_launcher_set_environ(launcher, environment);
    g_subprocess_launcher_take_stderr_fd(launcher, said);
    g_autoptr(GError) error = NULL;
    GSubprocess *process = g_subprocess_launcher_spawnv(launcher, arguments, &error);
    if (!process)
        diag_error(diagnostics, DIAG_SERVER, PLACE_NONE, "%s", error->message);
    return process;
}

/* Hands the script of pg_restore on to psql. When pg_restore fails, psql gets a statement that
 * fails too, so that its transaction does not commit half of a script. */
static bool relay(GSubprocess *reader, GSubprocess *writer, bool (*interrupted)(void *), void *data)
{
    GInputStream *from = g_subprocess_get_stdout_pipe(reader);
    GOutputStream *to = g_subprocess_get_stdin_pipe(writer);
    static const char poison[] = "\n\\.\n;SELECT 'pg_restore failed'::gen_stops_here;\n";
    char buffer[65536];
    gssize n;
    bool good = g_output_stream_write_all(to, empty_sql, strlen(empty_sql), NULL, NULL, NULL);
    while (good && (n = g_input_stream_read(from, buffer, sizeof buffer, NULL, NULL)) > 0)
        good = !(interrupted && interrupted(data)) &&
               g_output_stream_write_all(to, buffer, (gsize)n, NULL, NULL, NULL);
    if (!good)
        g_subprocess_force_exit(reader);
    good = g_subprocess_wait_check(reader, NULL, NULL) && good;
    if (!good)
        g_output_stream_write_all(to, poison, strlen(poison), NULL, NULL, NULL);
    g_output_stream_close(to, NULL, NULL);
    return good;
}

/* What psql said comes through a file: a pipe that nobody reads could stop it. */
static char *read_said(const char *path)
{
    char *text = NULL;
    g_file_get_contents(path, &text, NULL, NULL);
    return text ? g_strchomp(text) : g_strdup("");
}

static bool run_restore(const Connection *connection, const char *const *read_arguments,
                        const char *const *write_arguments, bool (*interrupted)(void *), void *data,
                        Diagnostics *diagnostics)
{
    g_autofree char *log = NULL;
    int said_by = g_file_open_tmp("gen-restore-XXXXXX", &log, NULL);
    g_autoptr(GSubprocess) reader = start(
        connection, read_arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, dup(said_by), diagnostics);
    g_autoptr(GSubprocess) writer = start(
        connection, write_arguments,
        G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE, said_by, diagnostics);
    bool good = reader && writer && relay(reader, writer, interrupted, data);
    good = writer && g_subprocess_wait_check(writer, NULL, NULL) && good;
    g_autofree char *said = read_said(log);
    unlink(log);
    if (!good && !diagnostics_failed(diagnostics)) {
        Diagnostic *d = diag_error(diagnostics, DIAG_SERVER, PLACE_NONE,
                                   "the backup was not restored; nothing has changed");
        if (*said)
            diag_set_detail(d, "%s", said);
    }
    return good;
}

bool backup_restore(const Connection *connection, const char *path, bool (*interrupted)(void *),
                    void *data, Diagnostics *diagnostics)
{
    if (!g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
        diag_error(diagnostics, DIAG_FILE, (Place){path, 0, 0}, "there is no such backup");
        return false;
    }
    g_autofree char *reader = pg_program_find("pg_restore", connection, diagnostics);
    g_autofree char *writer = reader ? pg_program_find("psql", connection, diagnostics) : NULL;
    if (!writer)
        return false;
    /* Read through once before anything changes: a damaged file is found here. */
    const char *check[] = {reader, "--file=/dev/null", path, NULL};
    if (!pg_program_run(connection, check, interrupted, data, diagnostics))
        return false;
    const char *read_arguments[] = {reader, "--file=-", path, NULL};
    const char *write_arguments[] = {writer, "--no-psqlrc",        "--quiet",  "--no-password",
                                     "-1",   "-vON_ERROR_STOP=on", "--file=-", NULL};
    return run_restore(connection, read_arguments, write_arguments, interrupted, data, diagnostics);
}
