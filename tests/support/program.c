#include "tests/support/program.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "tests/support/check.h"

static const char *program_path(void)
{
    const char *path = g_getenv("GEN_PROGRAM");

    return path != NULL ? path : GEN_TEST_PROGRAM;
}

static void clean_environment(GSubprocessLauncher *launcher, const ProgramSetting *setting)
{
    g_auto(GStrv) names = g_listenv();

    for (char **name = names; *name != NULL; name++) {
        if (g_str_has_prefix(*name, "PG") || g_str_has_prefix(*name, "GEN_"))
            g_subprocess_launcher_unsetenv(launcher, *name);
    }
    g_subprocess_launcher_unsetenv(launcher, "DATABASE_URL");
    g_subprocess_launcher_unsetenv(launcher, "NO_COLOR");
    g_subprocess_launcher_setenv(launcher, "LC_ALL", "C.UTF-8", TRUE);
    g_subprocess_launcher_setenv(launcher, "TZ", "UTC", TRUE);
    g_subprocess_launcher_setenv(launcher, "HOME", setting->dir, TRUE);
    if (setting->url != NULL)
        g_subprocess_launcher_setenv(launcher, "DATABASE_URL", setting->url, TRUE);
    for (const char *const *item = setting->env; item != NULL && *item != NULL; item++) {
        g_auto(GStrv) pair = g_strsplit(*item, "=", 2);

        g_subprocess_launcher_setenv(launcher, pair[0], pair[1], TRUE);
    }
}

static GSubprocess *spawn(GSubprocessLauncher *launcher, const ProgramSetting *setting,
                          const char *const *args, bool limited)
{
    /* A run that hangs ends with status 124. */
    static const char *const limit[] = {"timeout", "-k", "5", "120"};
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) argv = g_ptr_array_new();
    GSubprocess *process;

    g_subprocess_launcher_set_cwd(launcher, setting->dir);
    clean_environment(launcher, setting);
    for (gsize i = 0; limited && i < G_N_ELEMENTS(limit); i++)
        g_ptr_array_add(argv, (gpointer)limit[i]);
    g_ptr_array_add(argv, (gpointer)program_path());
    for (; *args != NULL; args++)
        g_ptr_array_add(argv, (gpointer)*args);
    g_ptr_array_add(argv, NULL);
    process = g_subprocess_launcher_spawnv(launcher, (const char *const *)argv->pdata, &error);
    if (process == NULL)
        fail_msg("%s", error->message);
    return process;
}

static GSubprocess *start(const ProgramSetting *setting, const char *const *args, bool limited)
{
    g_autoptr(GSubprocessLauncher) launcher =
        g_subprocess_launcher_new(G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                  G_SUBPROCESS_FLAGS_STDERR_PIPE);

    return spawn(launcher, setting, args, limited);
}

GSubprocess *program_start(const ProgramSetting *setting, const char *const *args)
{
    return start(setting, args, false);
}

ProgramRun *program_runv(const ProgramSetting *setting, const char *const *args)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GSubprocess) process = start(setting, args, true);
    ProgramRun *run = g_new0(ProgramRun, 1);

    if (!g_subprocess_communicate_utf8(process, setting->input, NULL, &run->out, &run->err, &error))
        fail_msg("%s", error->message);
    run->status = g_subprocess_get_if_exited(process) ? g_subprocess_get_exit_status(process)
                                                      : 128 + g_subprocess_get_term_sig(process);
    return run;
}

static GPtrArray *collect(va_list list)
{
    GPtrArray *args = g_ptr_array_new();
    const char *arg;

    while ((arg = va_arg(list, const char *)) != NULL)
        g_ptr_array_add(args, (gpointer)arg);
    g_ptr_array_add(args, NULL);
    return args;
}

ProgramRun *program_run(const ProgramSetting *setting, ...)
{
    va_list list;

    va_start(list, setting);
    g_autoptr(GPtrArray) args = collect(list);
    va_end(list);
    return program_runv(setting, (const char *const *)args->pdata);
}

ProgramRun *program_expect(const ProgramSetting *setting, int status, ...)
{
    va_list list;
    ProgramRun *run;

    va_start(list, status);
    g_autoptr(GPtrArray) args = collect(list);
    va_end(list);
    run = program_runv(setting, (const char *const *)args->pdata);
    if (run->status != status) {
        g_ptr_array_remove_index(args, args->len - 1);
        g_ptr_array_add(args, NULL);
        g_autofree char *line = g_strjoinv(" ", (char **)args->pdata);
        fail_msg("gen %s: exit status %d, expected %d\n--- stdout\n%s--- stderr\n%s", line,
                 run->status, status, run->out, run->err);
    }
    return run;
}

void program_free(ProgramRun *run)
{
    if (run == NULL)
        return;
    g_free(run->out);
    g_free(run->err);
    g_free(run);
}

/* Between fork and exec: the terminal on standard input is the one whose Ctrl-C counts. */
static void take_terminal(gpointer data)
{
    (void)data;
    setsid();
    ioctl(STDIN_FILENO, TIOCSCTTY, 0);
}

GSubprocess *program_start_on_terminal(const ProgramSetting *setting, const char *const *args,
                                       int *ret_terminal)
{
    g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new(G_SUBPROCESS_FLAGS_NONE);
    int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    int slave;

    if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0)
        fail_msg("no terminal: %s", g_strerror(errno));
    slave = open(ptsname(master), O_RDWR | O_NOCTTY | O_CLOEXEC);
    assert_true(slave >= 0);
    g_subprocess_launcher_take_stdin_fd(launcher, slave);
    g_subprocess_launcher_take_stdout_fd(launcher, dup(slave));
    g_subprocess_launcher_take_stderr_fd(launcher, dup(slave));
    g_subprocess_launcher_set_child_setup(launcher, take_terminal, NULL, NULL);
    g_subprocess_launcher_setenv(launcher, "TERM", "xterm", TRUE);
    *ret_terminal = master;
    return spawn(launcher, setting, args, false);
}

char *program_read_terminal(int terminal, const char *until)
{
    GString *text = g_string_new(NULL);
    char buffer[4096];
    ssize_t n;

    /* When the last process has closed its end, reading fails with EIO. */
    while ((until == NULL || strstr(text->str, until) == NULL) &&
           (n = read(terminal, buffer, sizeof buffer)) > 0)
        g_string_append_len(text, buffer, n);
    if (until != NULL && strstr(text->str, until) == NULL)
        fail_msg("never shown: %s\n--- shown\n%s", until, text->str);
    return g_string_free(text, FALSE);
}
