#include "generator/hooks.h"

#include "generator/signals.h"

#include <gio/gio.h>
#include <signal.h>
#include <unistd.h>

#define WATCH_MILLISECONDS 50

static GSubprocess *start(Context *context, const char *command, Hook hook,
                          const char *const *variables, GError **error)
{
    g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new(G_SUBPROCESS_FLAGS_NONE);
    g_subprocess_launcher_set_cwd(launcher, context->config->root);
    g_subprocess_launcher_take_stdout_fd(launcher, dup(STDERR_FILENO));
    g_subprocess_launcher_set_child_setup(launcher, signals_leave_group, NULL, NULL);
    g_subprocess_launcher_setenv(launcher, "GEN_HOOK", hook_word(hook), TRUE);
    for (; variables[0]; variables += 2)
        if (variables[1])
            g_subprocess_launcher_setenv(launcher, variables[0], variables[1], TRUE);
    return g_subprocess_launcher_spawn(launcher, error, "/bin/sh", "-c", command, NULL);
}

/* A hook that is waited for; a signal ends it, and what it has started. */
typedef struct Wait {
    GMainLoop *loop;
    GSubprocess *process;
    bool told;
} Wait;

static void on_end(GObject *source, GAsyncResult *result, gpointer data)
{
    g_subprocess_wait_finish(G_SUBPROCESS(source), result, NULL);
    g_main_loop_quit(((Wait *)data)->loop);
}

static gboolean hand_on_signal(gpointer data)
{
    Wait *wait = data;
    const char *pid = g_subprocess_get_identifier(wait->process);
    if (!wait->told && signals_received() && pid)
        wait->told = kill(-(pid_t)g_ascii_strtoll(pid, NULL, 10), SIGTERM) == 0;
    return G_SOURCE_CONTINUE;
}

static bool wait_for(GSubprocess *process, GError **error)
{
    /* After a signal there are still hooks to run: those that tell of it. */
    Wait wait = {
        .loop = g_main_loop_new(NULL, FALSE), .process = process, .told = signals_received() != 0};
    guint timer = g_timeout_add(WATCH_MILLISECONDS, hand_on_signal, &wait);
    g_subprocess_wait_async(process, NULL, on_end, &wait);
    g_main_loop_run(wait.loop);
    g_source_remove(timer);
    g_main_loop_unref(wait.loop);
    return g_spawn_check_wait_status(g_subprocess_get_status(process), error);
}

static bool run_one(Context *context, const ConfigEntry *entry, Hook hook,
                    const char *const *variables)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GSubprocess) process = start(context, entry->value, hook, variables, &error);
    if (process && wait_for(process, &error))
        return true;
    Diagnostic *d = diag_error(context->diagnostics, DIAG_CONFIG, entry->place,
                               "the hook %s failed", hook_word(hook));
    diag_set_detail(d, "%s: %s", entry->value, error->message);
    return false;
}

bool hooks_run(Context *context, Hook hook, const char *const *variables)
{
    const GPtrArray *commands = context->config->hooks[hook];
    for (guint i = 0; i < commands->len; i++)
        if (!run_one(context, g_ptr_array_index(commands, i), hook, variables))
            return false;
    return true;
}
