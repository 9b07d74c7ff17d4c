#include "generator/drift.h"

#include "generator/findings.h"
#include "generator/proposal.h"
#include "generator/source.h"

static void find_unmanaged(const State *state, GPtrArray *findings)
{
    for (guint i = 0; i < state->unmanaged->len; i++) {
        const Unmanaged *u = &g_array_index(state->unmanaged, Unmanaged, i);
        g_autofree char *name =
            g_strdup_printf("%s%s%s", u->schema ? u->schema : "", u->schema ? "." : "", u->name);
        g_autofree char *object = g_strdup_printf("%s %s", u->what, name);
        g_autofree char *text = g_strdup_printf("%s is not managed by models", object);
        findings_add(findings, "unmanaged", SEVERITY_NOTE, PLACE_NONE, object, text);
    }
}

static void find_changes(const Proposal *proposal, GPtrArray *findings)
{
    for (guint i = 0; i < proposal->up->changes->len; i++) {
        const Change *change = g_ptr_array_index(proposal->up->changes, i);
        g_autofree char *line = emit_summary(change);
        if (!line)
            continue;
        const Object *object = change_object(change);
        g_autofree char *title = object_title(object);
        g_autofree char *name = g_strdup_printf("%s %s", object->info->word, title);
        findings_add(findings, "drift", SEVERITY_ERROR, object->place, name, line);
    }
}

bool drift_find(Context *context, const char *from, const char *to, GPtrArray *findings,
                Diagnostics *diagnostics)
{
    Sources sources;
    if (!sources_open(context, &sources))
        return false;
    State *old = NULL;
    State *new = NULL;
    if (!sources_read(&sources, from, to, &old, &new, diagnostics))
        return false;
    find_unmanaged(old, findings);
    EmitOptions emit_options = {.server_version = connection_version(sources.connection)};
    g_autoptr(Proposal) proposal =
        proposal_new(old, new, sources.connection, &emit_options, diagnostics);
    if (!proposal)
        return false;
    find_changes(proposal, findings);
    return true;
}
