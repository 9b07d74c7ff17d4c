#include "generator/read_ahead.h"

struct ReadAhead {
    const Sources *sources;
    ReadServer *read;
    char **schemas;
    Diagnostics *diagnostics; /* the thread's own */
    GThread *thread;
};

static gpointer run(gpointer data)
{
    const ReadAhead *ahead = data;
    return ahead->read(ahead->sources, (const char *const *)ahead->schemas, ahead->diagnostics);
}

ReadAhead *read_ahead_begin(const Sources *sources, ReadServer *read, char **schemas)
{
    ReadAhead *ahead = g_new(ReadAhead, 1);
    *ahead = (ReadAhead){sources, read, schemas, diagnostics_new(), NULL};
    ahead->thread = g_thread_try_new("server", run, ahead, NULL);
    return ahead;
}

static bool same_schemas(const char *const *a, const char *const *b)
{
    return a && b ? g_strv_equal(a, b) : a == b;
}

static State *join(ReadAhead *ahead)
{
    return ahead->thread ? g_thread_join(g_steal_pointer(&ahead->thread)) : run(ahead);
}

static void ahead_free(ReadAhead *ahead)
{
    diagnostics_free(ahead->diagnostics);
    g_strfreev(ahead->schemas);
    g_free(ahead);
}

State *read_ahead_end(ReadAhead *ahead, const char *const *schemas, Diagnostics *diagnostics)
{
    State *state = join(ahead);
    if (same_schemas((const char *const *)ahead->schemas, schemas)) {
        diagnostics_append(diagnostics, ahead->diagnostics);
    } else {
        state_free(state);
        state = ahead->read(ahead->sources, schemas, diagnostics);
    }
    ahead_free(ahead);
    return state;
}

void read_ahead_drop(ReadAhead *ahead)
{
    if (ahead->thread)
        state_free(join(ahead));
    ahead_free(ahead);
}
