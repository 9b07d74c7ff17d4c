#include "migrations/stamp.h"

#include "migrations/revision_parse.h"

#include <string.h>

void stamp_free(Stamp *stamp)
{
    if (!stamp)
        return;
    g_ptr_array_unref(stamp->remove);
    g_ptr_array_unref(stamp->add);
    g_ptr_array_unref(stamp->revisions);
    g_ptr_array_unref(stamp->forget);
    g_free(stamp);
}

static bool has(const GPtrArray *texts, const char *text)
{
    return g_ptr_array_find_with_equal_func((GPtrArray *)texts, text, g_str_equal, NULL);
}

/* Whether the row `id` says something about the same line of revisions as `targets`. */
static bool is_related(const Graph *graph, const char *id, const GPtrArray *below,
                       const GPtrArray *above)
{
    const Revision *revision = graph_find(graph, id);
    return revision && (revisions_contain(below, revision) || revisions_contain(above, revision));
}

static void find_rows(Stamp *stamp, const Graph *graph, const DatabaseState *state,
                      const GPtrArray *targets, bool purge)
{
    g_autoptr(GPtrArray) below = graph_ancestors(graph, targets, false);
    g_autoptr(GPtrArray) above = graph_descendants(graph, targets, false);
    for (guint i = 0; i < stamp->revisions->len; i++) {
        const Revision *revision = g_ptr_array_index(stamp->revisions, i);
        if (!has(state->versions, revision->id))
            g_ptr_array_add(stamp->add, g_strdup(revision->id));
    }
    for (guint i = 0; i < state->versions->len; i++) {
        const char *id = g_ptr_array_index(state->versions, i);
        const Revision *revision = graph_find(graph, id);
        bool stays = revision && revisions_contain(stamp->revisions, revision);
        if (!stays && (purge || targets->len == 0 || is_related(graph, id, below, above)))
            g_ptr_array_add(stamp->remove, g_strdup(id));
    }
}

Stamp *stamp_new(const Graph *graph, const DatabaseState *state, const GPtrArray *targets,
                 bool purge)
{
    Stamp *stamp = g_new0(Stamp, 1);
    stamp->remove = g_ptr_array_new_with_free_func(g_free);
    stamp->add = g_ptr_array_new_with_free_func(g_free);
    stamp->forget = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) below = graph_ancestors(graph, targets, false);
    stamp->revisions = graph_heads_of(graph, below);
    stamp->make_tables = !state->version_exists || !state->history_exists;
    find_rows(stamp, graph, state, targets, purge);
    GHashTableIter iter;
    gpointer id;
    gpointer log;
    g_hash_table_iter_init(&iter, state->logs);
    while (g_hash_table_iter_next(&iter, &id, &log)) {
        const Revision *revision = graph_find(graph, id);
        if (((const RevisionLog *)log)->partial &&
            !(revision && revisions_contain(stamp->revisions, revision)))
            g_ptr_array_add(stamp->forget, g_strdup(id));
    }
    return stamp;
}

static bool append_history(GString *sql, const Stamp *stamp, const VersionTable *table,
                           Diagnostics *diagnostics)
{
    for (guint i = 0; i < stamp->revisions->len; i++) {
        const Revision *revision = g_ptr_array_index(stamp->revisions, i);
        g_autoptr(RevisionFile) file = revision_read(revision->file->path, diagnostics);
        if (!file)
            return false;
        g_autofree char *checksum = section_checksum(&file->upgrade, file->upgrade.steps->len);
        g_autofree char *row = journal_stamp_sql(table, revision->id, checksum);
        g_string_append(sql, row);
    }
    for (guint i = 0; i < stamp->forget->len; i++) {
        g_autofree char *row = journal_stamp_sql(table, g_ptr_array_index(stamp->forget, i), NULL);
        g_string_append(sql, row);
    }
    return true;
}

char *stamp_sql(const Stamp *stamp, const VersionTable *table, Diagnostics *diagnostics)
{
    g_autofree char *create = stamp->make_tables ? version_table_create_sql(table) : g_strdup("");
    g_autofree char *change = version_table_change_sql(table, stamp->remove, stamp->add);
    g_autoptr(GString) sql = g_string_new("BEGIN;\n");
    g_string_append(sql, create);
    g_string_append(sql, change);
    if (!append_history(sql, stamp, table, diagnostics))
        return NULL;
    g_string_append(sql, "COMMIT;\n");
    return g_strdup(sql->str);
}

bool stamp_run(const Stamp *stamp, const VersionTable *table, Connection *connection,
               Diagnostics *diagnostics)
{
    g_autofree char *sql = stamp_sql(stamp, table, diagnostics);
    if (!sql)
        return false;
    if (connection_run(connection, sql, diagnostics))
        return true;
    if (stamp->make_tables)
        version_table_explain(table, connection, diagnostics);
    return false;
}
