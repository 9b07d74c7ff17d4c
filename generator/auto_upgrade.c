#include "generator/auto_upgrade.h"

#include "generator/drift.h"
#include "generator/findings.h"
#include "generator/locked.h"
#include "generator/messages.h"
#include "generator/waiting.h"
#include "migrations/adoption.h"
#include "migrations/stamp.h"

#include <string.h>

/* A switch of the environment; false after a diagnostic when its value is neither yes nor no. */
static bool read_switch(Context *context, const char *name, bool default_value, bool *ret)
{
    static const char *const yes[] = {"1", "true", "yes", "on", NULL};
    static const char *const no[] = {"0", "false", "no", "off", "", NULL};
    const char *value = config_variable(context->config, name);
    g_autofree char *lower = g_ascii_strdown(value ? value : "", -1);
    *ret = value ? g_strv_contains(yes, lower) : default_value;
    if (!value || *ret || g_strv_contains(no, lower))
        return true;
    diag_set_hint(diag_error(context->diagnostics, DIAG_CONFIG, PLACE_NONE,
                             "%s is neither true nor false", name),
                  "1, true, yes, on; 0, false, no, off");
    return false;
}

static bool stamp_adopted(Context *context, const DatabaseState *state, const GPtrArray *heads,
                          const char *reason)
{
    g_autoptr(Stamp) stamp = stamp_new(context->graph, state, heads, false);
    if (!stamp_run(stamp, context_table(context), context->connection, context->diagnostics))
        return false;
    g_autofree char *names = revisions_describe(heads);
    messages_say(context, "%s: %s", reason, names);
    return true;
}

/* Whether the database holds just what all revisions make: then they are where it is. False with
 * *ret_good false after diagnostics. */
static bool is_made_by_revisions(Context *context, bool *ret_good)
{
    g_autoptr(GPtrArray) findings = findings_new();
    *ret_good = drift_find(context, "database", "migrations", findings, context->diagnostics);
    return *ret_good && !findings_failed(findings);
}

/* A database with tables in which gen has never been: Alembic's word is taken for where it is; or
 * it holds just what the revisions make. Else running every revision would fail half-way or worse.
 */
static bool adopt(Context *context)
{
    g_autoptr(RunnerLock) lock = context_lock(context, -1);
    g_autoptr(DatabaseState) state = lock ? context_state(context) : NULL;
    if (!state || state->version_exists)
        return state != NULL;
    Adoption found;
    if (!adoption_look(context->connection, context_table(context), context->graph, &found,
                       context->diagnostics))
        return false;
    g_autoptr(GPtrArray) heads = found.heads;
    if (found.fresh || (heads && heads->len == 0))
        return true;
    if (heads)
        return stamp_adopted(context, state, heads, "taken over from Alembic");
    bool good;
    if (is_made_by_revisions(context, &good)) {
        g_autoptr(GPtrArray) all = graph_heads(context->graph);
        return stamp_adopted(context, state, all, "the database is what the revisions make");
    }
    if (!good)
        return false;
    diag_set_hint(diag_error(context->diagnostics, DIAG_REVISION_GRAPH, PLACE_NONE,
                             "the database has tables, but not those that the revisions make"),
                  "gen stamp REVISION says it once; gen init makes revisions for what is there");
    return false;
}

int auto_upgrade(Context *context, ApplyRequest *request, double wait)
{
    bool wanted;
    bool backup;
    if (!read_switch(context, "AUTO_MIGRATE", true, &wanted) ||
        !read_switch(context, "BACKUP_BEFORE_MIGRATE", false, &backup))
        return EXIT_STATUS_USAGE;
    if (!wanted) {
        messages_say(context, "AUTO_MIGRATE says no: nothing was done");
        return EXIT_STATUS_DONE;
    }
    request->backup = request->backup || backup;
    if (!context_graph(context) || !wait_for_database(context, wait) || !adopt(context))
        return EXIT_STATUS_USAGE;
    return apply_run(context, request);
}
