#include "generator/waiting.h"

#include "generator/messages.h"
#include "generator/signals.h"
#include "migrations/failure.h"

#define FIRST_PAUSE 0.1
#define LAST_PAUSE  1.0

static void pause_for(double seconds)
{
    gint64 end = g_get_monotonic_time() + (gint64)(seconds * G_USEC_PER_SEC);
    while (g_get_monotonic_time() < end && !signals_received())
        g_usleep(G_USEC_PER_SEC / 20);
}

/* A server that starts refuses in many ways: no socket, no role, no database yet. All of them are
 * waited for. */
bool wait_for_database(Context *context, double seconds)
{
    const char *url;
    if (context->connection)
        return true;
    if (!context_url(context, &url))
        return false;
    gint64 end = g_get_monotonic_time() + (gint64)(seconds * G_USEC_PER_SEC);
    double pause = FIRST_PAUSE;
    for (bool told = false;; told = true) {
        g_autoptr(Diagnostics) answer = diagnostics_new();
        signals_set_immediate(true);
        context->connection = connection_open(url, answer);
        signals_set_immediate(false);
        if (context->connection) {
            connection_prepare_cancel(context->connection);
            return true;
        }
        if (g_get_monotonic_time() >= end || signals_received()) {
            failure_pass_on(answer, context->diagnostics);
            return false;
        }
        if (!told)
            messages_say(context, "waiting for the database");
        pause_for(pause);
        pause = MIN(pause * 1.5, LAST_PAUSE);
    }
}
