#include "generator/locked.h"

#include "generator/messages.h"
#include "generator/signals.h"

static void on_wait(void *data, const char *holder)
{
    messages_say(data, "another gen is at work (%s); waiting", holder);
}

RunnerLock *context_lock(Context *context, double wait)
{
    Connection *connection = context_connection(context);
    if (!connection)
        return NULL;
    return runner_lock_take(connection, context_table(context),
                            wait >= 0 ? wait : context->config->lock_wait, signals_interrupted,
                            on_wait, context, context->diagnostics);
}
