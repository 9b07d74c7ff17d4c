#include "migrations/graph.h"

#include "migrations/revision_parse.h"

#include <string.h>

void graph_free(Graph *graph)
{
    if (!graph)
        return;
    g_hash_table_unref(graph->by_id);
    g_hash_table_unref(graph->by_label);
    g_ptr_array_unref(graph->revisions);
    g_free(graph->folder);
    g_free(graph);
}

static int compare_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *file_names(const char *folder, Diagnostics *diagnostics)
{
    g_autoptr(GError) error = NULL;
    GDir *dir = g_dir_open(folder, 0, &error);
    if (!dir) {
        diag_set_hint(diag_error(diagnostics, DIAG_CONFIG, (Place){folder, 0, 0},
                                 "the migrations folder cannot be read"),
                      "gen init makes one; migrations: in gen.yml or --migrations names another");
        return NULL;
    }
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    for (const char *name; (name = g_dir_read_name(dir));)
        if (name[0] != '.' && g_str_has_suffix(name, ".sql"))
            g_ptr_array_add(names, g_build_filename(folder, name, NULL));
    g_dir_close(dir);
    g_ptr_array_sort(names, compare_text);
    return names;
}

static void file_free(gpointer file)
{
    revision_file_free(file);
}

Graph *graph_read(const char *folder, Diagnostics *diagnostics)
{
    g_autoptr(GPtrArray) names = file_names(folder, diagnostics);
    if (!names)
        return NULL;
    GPtrArray *files = g_ptr_array_new_full(names->len, file_free);
    bool valid = true;
    for (guint i = 0; i < names->len; i++) {
        RevisionFile *file = revision_read_headers(g_ptr_array_index(names, i), diagnostics);
        valid = file && valid;
        if (file)
            g_ptr_array_add(files, file);
    }
    Graph *graph = graph_new(folder, files, diagnostics);
    if (valid)
        return graph;
    graph_free(graph);
    return NULL;
}

Revision *graph_find(const Graph *graph, const char *id)
{
    return g_hash_table_lookup(graph->by_id, id);
}

/* Lists */

GPtrArray *revisions_new(void)
{
    return g_ptr_array_new();
}

static int compare_position(gconstpointer a, gconstpointer b)
{
    const Revision *x = *(const Revision *const *)a;
    const Revision *y = *(const Revision *const *)b;
    return (x->position > y->position) - (x->position < y->position);
}

void revisions_sort(GPtrArray *revisions)
{
    g_ptr_array_sort(revisions, compare_position);
}

bool revisions_contain(const GPtrArray *revisions, const Revision *revision)
{
    for (guint i = 0; i < revisions->len; i++)
        if (g_ptr_array_index(revisions, i) == revision)
            return true;
    return false;
}

char *revision_title(const Revision *revision)
{
    const char *message = revision->file->message ? revision->file->message : "";
    return g_strndup(message, strcspn(message, "\n"));
}

char *revisions_describe(const GPtrArray *revisions)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < revisions->len; i++) {
        const Revision *revision = g_ptr_array_index(revisions, i);
        g_autofree char *title = revision_title(revision);
        g_string_append_printf(out, "%s%s", i ? ", " : "", revision->id);
        if (*title)
            g_string_append_printf(out, " (%s)", title);
    }
    return g_string_free(out, FALSE);
}

/* Heads and the like */

typedef bool RevisionTest(const Revision *revision);

static GPtrArray *filter(const Graph *graph, RevisionTest *test)
{
    GPtrArray *found = revisions_new();
    for (guint i = 0; i < graph->revisions->len; i++)
        if (test(g_ptr_array_index(graph->revisions, i)))
            g_ptr_array_add(found, g_ptr_array_index(graph->revisions, i));
    return found;
}

static bool is_head(const Revision *revision)
{
    return revision->children->len == 0;
}

static bool is_base(const Revision *revision)
{
    return revision->parents->len == 0;
}

static bool is_branch_point(const Revision *revision)
{
    return revision->children->len > 1;
}

GPtrArray *graph_heads(const Graph *graph)
{
    return filter(graph, is_head);
}

GPtrArray *graph_bases(const Graph *graph)
{
    return filter(graph, is_base);
}

GPtrArray *graph_branch_points(const Graph *graph)
{
    return filter(graph, is_branch_point);
}

/* Closures: `marks` has a byte for each revision of the graph. */

static GPtrArray *marked(const Graph *graph, const guint8 *marks)
{
    GPtrArray *found = revisions_new();
    for (guint i = 0; i < graph->revisions->len; i++)
        if (marks[i])
            g_ptr_array_add(found, g_ptr_array_index(graph->revisions, i));
    return found;
}

static void push_all(GPtrArray *stack, const GPtrArray *list)
{
    for (guint i = 0; i < list->len; i++)
        g_ptr_array_add(stack, g_ptr_array_index(list, i));
}

static GPtrArray *closure(const Graph *graph, const GPtrArray *from, bool up, bool dependencies)
{
    g_autofree guint8 *marks = g_new0(guint8, graph->revisions->len + 1);
    g_autoptr(GPtrArray) stack = revisions_new();
    push_all(stack, from);
    while (stack->len > 0) {
        const Revision *revision = g_ptr_array_steal_index(stack, stack->len - 1);
        if (marks[revision->position])
            continue;
        marks[revision->position] = 1;
        push_all(stack, up ? revision->children : revision->parents);
        if (dependencies)
            push_all(stack, up ? revision->dependents : revision->dependencies);
    }
    return marked(graph, marks);
}

GPtrArray *graph_ancestors(const Graph *graph, const GPtrArray *from, bool dependencies)
{
    return closure(graph, from, false, dependencies);
}

GPtrArray *graph_descendants(const Graph *graph, const GPtrArray *from, bool dependencies)
{
    return closure(graph, from, true, dependencies);
}

GPtrArray *graph_branch(const Graph *graph, const Revision *revision)
{
    g_autoptr(GPtrArray) start = revisions_new();
    g_ptr_array_add(start, (gpointer)revision);
    GPtrArray *branch = graph_descendants(graph, start, false);
    const Revision *at = revision;
    while (at->parents->len == 1) {
        at = g_ptr_array_index(at->parents, 0);
        if (at->children->len > 1)
            break;
        g_ptr_array_add(branch, (gpointer)at);
    }
    revisions_sort(branch);
    return branch;
}

GPtrArray *graph_heads_of(const Graph *graph, const GPtrArray *revisions)
{
    g_autofree guint8 *marks = g_new0(guint8, graph->revisions->len + 1);
    for (guint i = 0; i < revisions->len; i++)
        marks[((const Revision *)g_ptr_array_index(revisions, i))->position] = 1;
    for (guint i = 0; i < revisions->len; i++) {
        const Revision *revision = g_ptr_array_index(revisions, i);
        for (guint j = 0; j < revision->parents->len; j++)
            marks[((const Revision *)g_ptr_array_index(revision->parents, j))->position] = 0;
    }
    return marked(graph, marks);
}

static void add_label(GHashTable *labels, gpointer revision, gpointer label)
{
    GPtrArray *list = g_hash_table_lookup(labels, revision);
    if (!list) {
        list = g_ptr_array_new();
        g_hash_table_insert(labels, revision, list);
    }
    g_ptr_array_add(list, label);
    g_ptr_array_sort(list, compare_text);
}

GHashTable *graph_labels(const Graph *graph)
{
    GHashTable *labels = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
    GHashTableIter iter;
    gpointer label;
    gpointer start;
    g_hash_table_iter_init(&iter, graph->by_label);
    while (g_hash_table_iter_next(&iter, &label, &start)) {
        g_autoptr(GPtrArray) branch = graph_branch(graph, start);
        for (guint i = 0; i < branch->len; i++)
            add_label(labels, g_ptr_array_index(branch, i), label);
    }
    return labels;
}
