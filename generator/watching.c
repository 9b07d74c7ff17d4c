#include "generator/watching.h"

#include "generator/messages.h"
#include "generator/self.h"
#include "generator/signals.h"

#include <gio/gio.h>
#include <signal.h>
#include <string.h>

#define SIGNAL_MILLISECONDS 100

typedef struct Watch {
    Context *context;
    const char *const *command;
    guint settle;
    GMainLoop *loop;
    GHashTable *monitors; /* folder → GFileMonitor */
    guint timer;          /* runs out when the models have settled; 0: none */
    GSubprocess *process; /* the run, while there is one */
    bool again;           /* something changed while it ran */
    bool stopping;
} Watch;

static void watch_folder(Watch *watch, const char *path);
static void start_run(Watch *watch);

static gboolean on_settled(gpointer data)
{
    Watch *watch = data;
    watch->timer = 0;
    watch_folder(watch, watch->context->config->models);
    if (watch->process)
        watch->again = true;
    else
        start_run(watch);
    return G_SOURCE_REMOVE;
}

static void something_changed(Watch *watch)
{
    if (watch->timer)
        g_source_remove(watch->timer);
    watch->timer = g_timeout_add(watch->settle, on_settled, watch);
}

/* Editors save by writing aside and renaming, keep locks and copies: names that begin with a dot
 * or are no YAML are theirs. A folder may bring files with it. */
static bool is_of_interest(GFile *file)
{
    g_autofree char *name = file ? g_file_get_basename(file) : NULL;
    return name && name[0] != '.' &&
           (g_str_has_suffix(name, ".yml") || g_str_has_suffix(name, ".yaml") ||
            !strchr(name, '.'));
}

static void on_event(GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event,
                     gpointer data)
{
    (void)monitor;
    if (event != G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED &&
        (is_of_interest(file) || is_of_interest(other)))
        something_changed(data);
}

static void watch_one(Watch *watch, const char *path)
{
    if (g_hash_table_contains(watch->monitors, path))
        return;
    g_autoptr(GFile) folder = g_file_new_for_path(path);
    GFileMonitor *monitor =
        g_file_monitor_directory(folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
    if (!monitor)
        return;
    g_signal_connect(monitor, "changed", G_CALLBACK(on_event), watch);
    g_hash_table_insert(watch->monitors, g_strdup(path), monitor);
}

static void watch_folder(Watch *watch, const char *path)
{
    GDir *dir = g_dir_open(path, 0, NULL);
    if (!dir)
        return;
    watch_one(watch, path);
    for (const char *name; (name = g_dir_read_name(dir));) {
        g_autofree char *inner = g_build_filename(path, name, NULL);
        if (name[0] != '.' && g_file_test(inner, G_FILE_TEST_IS_DIR))
            watch_folder(watch, inner);
    }
    g_dir_close(dir);
}

/* Runs */

static void on_end(GObject *source, GAsyncResult *result, gpointer data)
{
    Watch *watch = data;
    g_subprocess_wait_finish(G_SUBPROCESS(source), result, NULL);
    g_clear_object(&watch->process);
    if (watch->stopping) {
        g_main_loop_quit(watch->loop);
        return;
    }
    if (watch->again)
        start_run(watch);
}

static void start_run(Watch *watch)
{
    g_autoptr(GPtrArray) arguments = self_arguments(watch->context, watch->command);
    g_autoptr(GError) error = NULL;
    watch->again = false;
    watch->process = self_start(arguments, G_SUBPROCESS_FLAGS_NONE, &error);
    if (watch->process)
        g_subprocess_wait_async(watch->process, NULL, on_end, watch);
    else
        messages_say(watch->context, "%s", error->message);
}

static gboolean watch_signals(gpointer data)
{
    Watch *watch = data;
    if (!signals_received() || watch->stopping)
        return G_SOURCE_CONTINUE;
    watch->stopping = true;
    if (watch->process)
        g_subprocess_send_signal(watch->process, SIGTERM);
    else
        g_main_loop_quit(watch->loop);
    return G_SOURCE_CONTINUE;
}

bool watch_models(Context *context, const char *const *command, guint settle)
{
    Watch watch = {.context = context, .command = command, .settle = settle};
    watch.monitors = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_object_unref);
    watch_folder(&watch, context->config->models);
    bool good = g_hash_table_size(watch.monitors) > 0;
    if (good) {
        guint timer = g_timeout_add(SIGNAL_MILLISECONDS, watch_signals, &watch);
        watch.loop = g_main_loop_new(NULL, FALSE);
        start_run(&watch);
        g_main_loop_run(watch.loop);
        g_main_loop_unref(watch.loop);
        g_source_remove(timer);
    } else {
        diag_error(context->diagnostics, DIAG_CONFIG, (Place){context->config->models, 0, 0},
                   "the models folder cannot be watched");
    }
    if (watch.timer)
        g_source_remove(watch.timer);
    g_hash_table_unref(watch.monitors);
    return good;
}
