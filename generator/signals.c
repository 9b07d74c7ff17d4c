#include "generator/signals.h"

#include "introspect/connection.h"

#include <signal.h>
#include <unistd.h>

static volatile sig_atomic_t received;
static volatile sig_atomic_t immediate;

static void on_signal(int signal)
{
    if (received || immediate)
        _exit(128 + signal);
    received = signal;
    connection_cancel();
}

/* What nohup, or a shell for what runs behind it, has switched off stays off. */
void signals_install(void)
{
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction action = {.sa_handler = on_signal};
    struct sigaction before;
    sigemptyset(&action.sa_mask);
    for (unsigned i = 0; i < sizeof signals / sizeof *signals; i++)
        if (sigaction(signals[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
            sigaction(signals[i], &action, NULL);
}

int signals_received(void)
{
    return received;
}

void signals_set_immediate(bool set)
{
    immediate = set;
}

bool signals_interrupted(void *data)
{
    (void)data;
    return received != 0;
}

void signals_leave_group(void *data)
{
    (void)data;
    setpgid(0, 0);
}
