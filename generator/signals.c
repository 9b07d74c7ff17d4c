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

void signals_install(void)
{
    struct sigaction action = {.sa_handler = on_signal};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
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
