#include "migrations/process.h"

#include <gio/gio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#define WATCH_MILLISECONDS 100

/* Finding */

static int major_of(const char *program)
{
    const char *arguments[] = {program, "--version", NULL};
    g_autofree char *out = NULL;
    if (!g_spawn_sync(NULL, (char **)arguments, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out,
                      NULL, NULL, NULL))
        return 0;
    const char *number = out ? strpbrk(out, "0123456789") : NULL;
    return number ? (int)strtol(number, NULL, 10) : 0;
}

static void add_candidate(GPtrArray *candidates, char *path)
{
    if (g_file_test(path, G_FILE_TEST_IS_EXECUTABLE))
        g_ptr_array_add(candidates, path);
    else
        g_free(path);
}

/* Where Debian, the PostgreSQL RPMs and Homebrew put each major version. */
static const char *const folders[] = {
    "/usr/lib/postgresql/%d/bin",
    "/usr/pgsql-%d/bin",
    "/opt/homebrew/opt/postgresql@%d/bin",
    "/usr/local/opt/postgresql@%d/bin",
};

static GPtrArray *find_candidates(const char *name, int major)
{
    GPtrArray *candidates = g_ptr_array_new_with_free_func(g_free);
    const char *set = g_getenv("GEN_PG_BINDIR");
    if (set)
        add_candidate(candidates, g_build_filename(set, name, NULL));
    char *on_path = g_find_program_in_path(name);
    if (on_path)
        g_ptr_array_add(candidates, on_path);
    for (int version = major; version < major + 10; version++)
        for (gsize i = 0; i < G_N_ELEMENTS(folders); i++) {
            char digits[16];
            g_snprintf(digits, sizeof digits, "%d", version);
            g_auto(GStrv) parts = g_strsplit(folders[i], "%d", 2);
            g_autofree char *folder = g_strjoin(digits, parts[0], parts[1], NULL);
            add_candidate(candidates, g_build_filename(folder, name, NULL));
        }
    return candidates;
}

char *pg_program_find(const char *name, const Connection *connection, Diagnostics *diagnostics)
{
    int wanted = connection_version(connection) / 10000;
    g_autoptr(GPtrArray) candidates = find_candidates(name, wanted);
    g_autoptr(GString) found = g_string_new(NULL);
    for (guint i = 0; i < candidates->len; i++) {
        const char *path = g_ptr_array_index(candidates, i);
        int major = major_of(path);
        if (major >= wanted)
            return g_strdup(path);
        g_string_append_printf(found, "%s%s is of PostgreSQL %d", found->len ? ", " : "", path,
                               major);
    }
    Diagnostic *d = diag_error(diagnostics, DIAG_CONFIG, PLACE_NONE,
                               "there is no %s for PostgreSQL %d", name, wanted);
    if (found->len > 0)
        diag_set_detail(d, "%s; an older one refuses a newer server", found->str);
    diag_set_hint(d,
                  "install PostgreSQL's client programs (on Debian postgresql-client-%d), or "
                  "set GEN_PG_BINDIR to their folder",
                  wanted);
    return NULL;
}

/* Running */

typedef struct Watch {
    GMainLoop *loop;
    GSubprocess *process;
    bool (*interrupted)(void *);
    void *data;
    char *said;
    bool stopped;
} Watch;

static void on_end(GObject *source, GAsyncResult *result, gpointer data)
{
    Watch *watch = data;
    g_subprocess_communicate_utf8_finish(G_SUBPROCESS(source), result, NULL, &watch->said, NULL);
    g_main_loop_quit(watch->loop);
}

static gboolean check_interrupt(gpointer data)
{
    Watch *watch = data;
    if (!watch->stopped && watch->interrupted && watch->interrupted(watch->data)) {
        g_subprocess_send_signal(watch->process, SIGTERM);
        watch->stopped = true;
    }
    return G_SOURCE_CONTINUE;
}

static void wait_for(Watch *watch)
{
    watch->loop = g_main_loop_new(NULL, FALSE);
    guint timer = g_timeout_add(WATCH_MILLISECONDS, check_interrupt, watch);
    g_subprocess_communicate_utf8_async(watch->process, NULL, NULL, on_end, watch);
    g_main_loop_run(watch->loop);
    g_source_remove(timer);
    g_main_loop_unref(watch->loop);
}

static bool report(const char *program, const char *said, Diagnostics *diagnostics)
{
    g_autofree char *name = g_path_get_basename(program);
    Diagnostic *d = diag_error(diagnostics, DIAG_SERVER, PLACE_NONE, "%s failed", name);
    g_autofree char *text = g_strchomp(g_strdup(said ? said : ""));
    if (*text)
        diag_set_detail(d, "%s", text);
    return false;
}

bool pg_program_run(const Connection *connection, const char *const *arguments,
                    bool (*interrupted)(void *), void *data, Diagnostics *diagnostics)
{
    g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new(
        G_SUBPROCESS_FLAGS_STDERR_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
    g_auto(GStrv) environment = connection_environment(connection);
    g_subprocess_launcher_set_environ(launcher, environment);
    g_autoptr(GError) error = NULL;
    g_autoptr(GSubprocess) process = g_subprocess_launcher_spawnv(launcher, arguments, &error);
    if (!process)
        return report(arguments[0], error->message, diagnostics);
    Watch watch = {.process = process, .interrupted = interrupted, .data = data};
    wait_for(&watch);
    g_autofree char *said = watch.said;
    return g_subprocess_get_successful(process) || report(arguments[0], said, diagnostics);
}
