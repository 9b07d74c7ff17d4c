#include "generator/baseline.h"

#include "generator/locked.h"
#include "generator/new_revision.h"
#include "generator/proposal.h"
#include "migrations/adoption.h"
#include "migrations/revision.h"
#include "migrations/stamp.h"

/* "baseline", and where Alembic says that the database is. Freed with g_free; NULL after a
 * diagnostic. */
static char *baseline_message(Context *context)
{
    g_autoptr(GPtrArray) heads = NULL;
    if (!adoption_alembic_heads(context_connection(context), &heads, context->diagnostics))
        return NULL;
    if (!heads || heads->len == 0)
        return g_strdup("baseline");
    GString *message = g_string_new("baseline\ntaken over from Alembic at ");
    for (guint i = 0; i < heads->len; i++)
        g_string_append_printf(message, "%s%s", i ? ", " : "",
                               (const char *)g_ptr_array_index(heads, i));
    return g_string_free(message, FALSE);
}

static bool fill(Context *context, const State *state, RevisionFile *file)
{
    g_autofree char *message = baseline_message(context);
    if (!message)
        return false;
    Connection *connection = context_connection(context);
    EmitOptions options = {.server_version = connection_version(connection)};
    NewRevision request = {.message = message, .server_version = options.server_version};
    g_autoptr(Proposal) proposal = proposal_new(empty_database(state), state_copy(state),
                                                connection, &options, context->diagnostics);
    if (!proposal || !new_revision_fill(context, &request, file))
        return false;
    proposal_fill(proposal, file);
    return true;
}

static bool stamp_head(Context *context)
{
    context_forget_graph(context);
    const Graph *graph = context_graph(context);
    g_autoptr(RunnerLock) lock = graph ? context_lock(context, -1) : NULL;
    g_autoptr(DatabaseState) now = lock ? context_state(context) : NULL;
    if (!now)
        return false;
    g_autoptr(GPtrArray) heads = graph_heads(graph);
    g_autoptr(Stamp) stamp = stamp_new(graph, now, heads, false);
    return stamp_run(stamp, context_table(context), context_connection(context),
                     context->diagnostics);
}

char *baseline_make(Context *context, const State *state)
{
    const Config *config = context->config;
    RevisionNaming naming = {config->file_template, config->timezone};
    g_autoptr(RevisionFile) file = revision_file_new();
    if (!fill(context, state, file) ||
        !revision_write(file, config->migrations, &naming, context->diagnostics) ||
        !stamp_head(context))
        return NULL;
    return g_strdup(file->path);
}
