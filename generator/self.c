#include "generator/self.h"

#include "generator/signals.h"

char *self_program(const Context *context)
{
    char *path = g_file_read_link("/proc/self/exe", NULL);
    return path ? path : g_strdup(context->arguments[0]);
}

GPtrArray *self_arguments(const Context *context, const char *const *command)
{
    const Config *config = context->config;
    GPtrArray *arguments = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(arguments, self_program(context));
    if (config->path)
        g_ptr_array_add(arguments, g_strconcat("--config=", config->path, NULL));
    if (context->database)
        g_ptr_array_add(arguments, g_strconcat("--database=", context->database, NULL));
    if (context->quiet)
        g_ptr_array_add(arguments, g_strdup("--quiet"));
    g_ptr_array_add(arguments, g_strconcat("--models=", config->models, NULL));
    g_ptr_array_add(arguments, g_strconcat("--migrations=", config->migrations, NULL));
    for (; *command; command++)
        g_ptr_array_add(arguments, g_strdup(*command));
    g_ptr_array_add(arguments, NULL);
    return arguments;
}

GSubprocess *self_start(const GPtrArray *arguments, GSubprocessFlags flags, GError **error)
{
    g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new(flags);
    g_subprocess_launcher_set_child_setup(launcher, signals_leave_group, NULL, NULL);
    return g_subprocess_launcher_spawnv(launcher, (const char *const *)arguments->pdata, error);
}
