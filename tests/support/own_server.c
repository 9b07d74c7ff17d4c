#include "tests/support/own_server.h"

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/support/check.h"
#include "tests/support/golden.h"
#include "tests/support/scratch.h"

struct OwnServer {
    char *dir;  /* what pg.sh knows it by */
    char *home; /* its files and its socket */
    char *options;
};

/* pg.sh VERB dir; returns what it prints. */
static char *run_script(const OwnServer *server, const char *verb)
{
    g_autofree char *script = golden_path("support/pg.sh");
    g_autoptr(GError) error = NULL;
    g_autoptr(GSubprocessLauncher) launcher =
        g_subprocess_launcher_new(G_SUBPROCESS_FLAGS_STDOUT_PIPE);
    char *out = NULL;

    g_subprocess_launcher_setenv(launcher, "PG_OPTIONS", server->options, TRUE);
    g_autoptr(GSubprocess) process =
        g_subprocess_launcher_spawn(launcher, &error, script, verb, server->dir, NULL);
    if (process == NULL || !g_subprocess_communicate_utf8(process, NULL, NULL, &out, NULL, &error))
        fail_msg("%s", error->message);
    if (!g_subprocess_get_successful(process))
        fail_msg("pg.sh %s failed", verb);
    return out;
}

OwnServer *own_server_start(const char *options)
{
    OwnServer *server = g_new0(OwnServer, 1);

    server->dir = scratch_dir();
    /* What is committed has to outlive a halt. */
    server->options = g_strconcat("-c synchronous_commit=on ", options, NULL);
    g_autofree char *settings = run_script(server, "start");
    g_auto(GStrv) lines = g_strsplit(settings, "\n", -1);
    server->home = g_strdup(lines[0] + strlen("PGHOST="));
    return server;
}

void own_server_stop(OwnServer *server)
{
    g_free(run_script(server, "stop"));
    free(server->dir);
    g_free(server->home);
    g_free(server->options);
    g_free(server);
}

void own_server_halt(OwnServer *server)
{
    g_free(run_script(server, "halt"));
}

void own_server_resume(OwnServer *server)
{
    g_free(run_script(server, "resume"));
}

void own_server_make_standby(OwnServer *server)
{
    scratch_write(server->home, "data/standby.signal", "");
}

char *own_server_url(const OwnServer *server, const char *database)
{
    return g_strdup_printf("postgresql:///%s?host=%s&port=5432&user=postgres", database,
                           server->home);
}
