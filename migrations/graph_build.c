#include "migrations/graph.h"

#include <string.h>

static void revision_free(gpointer data)
{
    Revision *revision = data;
    revision_file_free(revision->file);
    g_ptr_array_unref(revision->parents);
    g_ptr_array_unref(revision->children);
    g_ptr_array_unref(revision->dependencies);
    g_ptr_array_unref(revision->dependents);
    g_free(revision);
}

static Revision *revision_new(RevisionFile *file)
{
    Revision *revision = g_new0(Revision, 1);
    revision->file = file;
    revision->id = file->id;
    revision->parents = revisions_new();
    revision->children = revisions_new();
    revision->dependencies = revisions_new();
    revision->dependents = revisions_new();
    return revision;
}

static Place place_of(const Revision *revision)
{
    return (Place){revision->file->path, 0, 0};
}

static bool add_revision(Graph *graph, RevisionFile *file, Diagnostics *diagnostics)
{
    Revision *revision = revision_new(file);
    g_ptr_array_add(graph->revisions, revision);
    const Revision *other = graph_find(graph, revision->id);
    if (other) {
        diag_set_detail(diag_error(diagnostics, DIAG_REVISION_GRAPH, place_of(revision),
                                   "revision %s stands in two files", revision->id),
                        "the other one is %s", other->file->path);
        return false;
    }
    g_hash_table_insert(graph->by_id, file->id, revision);
    return true;
}

static bool add_labels(Graph *graph, Revision *revision, Diagnostics *diagnostics)
{
    bool valid = true;
    for (guint i = 0; i < revision->file->branch_labels->len; i++) {
        char *label = g_ptr_array_index(revision->file->branch_labels, i);
        const Revision *other = g_hash_table_lookup(graph->by_label, label);
        if (!other)
            other = graph_find(graph, label);
        if (other) {
            diag_set_detail(diag_error(diagnostics, DIAG_REVISION_GRAPH, place_of(revision),
                                       "the branch label \"%s\" is taken", label),
                            "by %s", other->file->path);
            valid = false;
        } else {
            g_hash_table_insert(graph->by_label, label, revision);
        }
    }
    return valid;
}

/* A name in Revises or Depends-On: an id or, in Depends-On, a branch label. */
static Revision *resolve(Graph *graph, const Revision *revision, const char *header,
                         const char *name, Diagnostics *diagnostics)
{
    Revision *found = graph_find(graph, name);
    if (!found && strcmp(header, "Depends-On") == 0)
        found = g_hash_table_lookup(graph->by_label, name);
    if (found == revision)
        diag_error(diagnostics, DIAG_REVISION_GRAPH, place_of(revision),
                   "%s: revision %s names itself", header, name);
    else if (!found)
        diag_set_hint(diag_error(diagnostics, DIAG_REVISION_GRAPH, place_of(revision),
                                 "%s: there is no revision %s", header, name),
                      "its file may be missing from %s", graph->folder);
    return found == revision ? NULL : found;
}

static bool link_all(Graph *graph, Revision *revision, const char *header, const GPtrArray *names,
                     Diagnostics *diagnostics)
{
    bool depends = strcmp(header, "Depends-On") == 0;
    bool valid = true;
    for (guint i = 0; i < names->len; i++) {
        Revision *other =
            resolve(graph, revision, header, g_ptr_array_index(names, i), diagnostics);
        valid = other && valid;
        GPtrArray *mine = depends ? revision->dependencies : revision->parents;
        if (!other || revisions_contain(mine, other))
            continue;
        g_ptr_array_add(mine, other);
        g_ptr_array_add(depends ? other->dependents : other->children, revision);
    }
    return valid;
}

static bool link_revision(Graph *graph, Revision *revision, Diagnostics *diagnostics)
{
    bool valid = link_all(graph, revision, "Revises", revision->file->revises, diagnostics);
    return link_all(graph, revision, "Depends-On", revision->file->depends_on, diagnostics) &&
           valid;
}

/* Order */

/* The files came sorted by name, so that a revision's position says where its file stands. */
static int compare_files(gconstpointer a, gconstpointer b, gpointer data)
{
    (void)data;
    const Revision *x = a;
    const Revision *y = b;
    return (x->position > y->position) - (x->position < y->position);
}

static void release(const GPtrArray *waiting_ones, guint *waits, GSequence *ready)
{
    for (guint i = 0; i < waiting_ones->len; i++) {
        Revision *revision = g_ptr_array_index(waiting_ones, i);
        if (--waits[revision->position] == 0)
            g_sequence_insert_sorted(ready, revision, compare_files, NULL);
    }
}

/* Kahn's algorithm; of the revisions that could come next, the one with the first file does. */
static GPtrArray *in_order(const Graph *graph)
{
    guint count = graph->revisions->len;
    g_autofree guint *waits = g_new0(guint, count + 1);
    GSequence *ready = g_sequence_new(NULL);
    for (guint i = 0; i < count; i++) {
        Revision *revision = g_ptr_array_index(graph->revisions, i);
        revision->position = i;
        waits[i] = revision->parents->len + revision->dependencies->len;
    }
    for (guint i = 0; i < count; i++)
        if (waits[i] == 0)
            g_sequence_append(ready, g_ptr_array_index(graph->revisions, i));
    GPtrArray *ordered = g_ptr_array_new_full(count, NULL);
    while (!g_sequence_is_empty(ready)) {
        GSequenceIter *first = g_sequence_get_begin_iter(ready);
        Revision *revision = g_sequence_get(first);
        g_sequence_remove(first);
        g_ptr_array_add(ordered, revision);
        release(revision->children, waits, ready);
        release(revision->dependents, waits, ready);
    }
    g_sequence_free(ready);
    return ordered;
}

/* Walks down from a revision that has no place in the order until it comes round. */
static void report_cycle(const Graph *graph, const GPtrArray *ordered, Diagnostics *diagnostics)
{
    g_autoptr(GHashTable) placed = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < ordered->len; i++)
        g_hash_table_add(placed, g_ptr_array_index(ordered, i));
    g_autoptr(GPtrArray) path = revisions_new();
    const Revision *at = NULL;
    for (guint i = 0; !at && i < graph->revisions->len; i++)
        if (!g_hash_table_contains(placed, g_ptr_array_index(graph->revisions, i)))
            at = g_ptr_array_index(graph->revisions, i);
    g_assert(at);
    while (!revisions_contain(path, at)) {
        g_ptr_array_add(path, (gpointer)at);
        const Revision *next = NULL;
        for (guint i = 0; !next && i < at->parents->len; i++)
            if (!g_hash_table_contains(placed, g_ptr_array_index(at->parents, i)))
                next = g_ptr_array_index(at->parents, i);
        for (guint i = 0; !next && i < at->dependencies->len; i++)
            if (!g_hash_table_contains(placed, g_ptr_array_index(at->dependencies, i)))
                next = g_ptr_array_index(at->dependencies, i);
        g_assert(next); /* what has no place waits for another one that has none */
        at = next;
    }
    while (g_ptr_array_index(path, 0) != at)
        g_ptr_array_remove_index(path, 0);
    GString *files = g_string_new(NULL);
    for (guint i = 0; i < path->len; i++) {
        const Revision *revision = g_ptr_array_index(path, i);
        g_string_append_printf(files, "%s%s", i ? ", " : "", revision->file->path);
    }
    Diagnostic *d = diag_error(diagnostics, DIAG_REVISION_GRAPH, place_of(at),
                               "revisions that stand on each other in a circle");
    diag_set_detail(d, "%s", files->str);
    g_string_free(files, TRUE);
}

static bool order(Graph *graph, Diagnostics *diagnostics)
{
    GPtrArray *ordered = in_order(graph);
    if (ordered->len < graph->revisions->len) {
        report_cycle(graph, ordered, diagnostics);
        g_ptr_array_unref(ordered);
        return false;
    }
    g_ptr_array_set_free_func(graph->revisions, NULL);
    g_ptr_array_unref(graph->revisions);
    graph->revisions = ordered;
    g_ptr_array_set_free_func(ordered, revision_free);
    for (guint i = 0; i < ordered->len; i++)
        ((Revision *)g_ptr_array_index(ordered, i))->position = i;
    for (guint i = 0; i < ordered->len; i++) {
        Revision *revision = g_ptr_array_index(ordered, i);
        revisions_sort(revision->children);
        revisions_sort(revision->dependents);
    }
    return true;
}

Graph *graph_new(const char *folder, GPtrArray *files, Diagnostics *diagnostics)
{
    g_autoptr(Graph) graph = g_new0(Graph, 1);
    graph->folder = g_strdup(folder);
    graph->revisions = g_ptr_array_new_with_free_func(revision_free);
    graph->by_id = g_hash_table_new(g_str_hash, g_str_equal);
    graph->by_label = g_hash_table_new(g_str_hash, g_str_equal);
    bool valid = true;
    g_ptr_array_set_free_func(files, NULL);
    for (guint i = 0; i < files->len; i++)
        valid = add_revision(graph, g_ptr_array_index(files, i), diagnostics) && valid;
    g_ptr_array_unref(files);
    for (guint i = 0; i < graph->revisions->len; i++)
        valid = add_labels(graph, g_ptr_array_index(graph->revisions, i), diagnostics) && valid;
    for (guint i = 0; i < graph->revisions->len; i++)
        valid = link_revision(graph, g_ptr_array_index(graph->revisions, i), diagnostics) && valid;
    if (!valid || !order(graph, diagnostics))
        return NULL;
    return g_steal_pointer(&graph);
}
