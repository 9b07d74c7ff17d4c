#include "generator/hooks.h"

#include <gio/gio.h>
#include <unistd.h>

static GSubprocess *start(Context *context, const char *command, Hook hook,
                          const char *const *variables, GError **error)
{
    g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new(G_SUBPROCESS_FLAGS_NONE);
    g_subprocess_launcher_set_cwd(launcher, context->config->root);
    g_subprocess_launcher_take_stdout_fd(launcher, dup(STDERR_FILENO));
    g_subprocess_launcher_setenv(launcher, "GEN_HOOK", hook_word(hook), TRUE);
    for (; variables[0]; variables += 2)
        if (variables[1])
            g_subprocess_launcher_setenv(launcher, variables[0], variables[1], TRUE);
    return g_subprocess_launcher_spawn(launcher, error, "/bin/sh", "-c", command, NULL);
}

static bool run_one(Context *context, const ConfigEntry *entry, Hook hook,
                    const char *const *variables)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GSubprocess) process = start(context, entry->value, hook, variables, &error);
    if (process && g_subprocess_wait_check(process, NULL, &error))
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
