#include "generator/command.h"
#include "generator/listing.h"

static gboolean resolve_dependencies;

static const GOptionEntry entries[] = {{"resolve-dependencies", 0, 0, G_OPTION_ARG_NONE,
                                        &resolve_dependencies,
                                        "Leave out those that others depend on", NULL},
                                       {0}};

static void leave_out_dependencies(GPtrArray *heads)
{
    for (guint i = heads->len; i-- > 0;)
        if (((const Revision *)g_ptr_array_index(heads, i))->dependents->len > 0)
            g_ptr_array_remove_index(heads, i);
}

static int run(Context *context, char **arguments)
{
    (void)arguments;
    const Graph *graph = context_graph(context);
    if (!graph)
        return EXIT_STATUS_USAGE;
    g_autoptr(GPtrArray) heads = graph_heads(graph);
    if (resolve_dependencies)
        leave_out_dependencies(heads);
    g_autoptr(GHashTable) labels = graph_labels(graph);
    Listing listing = {graph, NULL, labels, context->verbose};
    listing_print(context, &listing, heads);
    return EXIT_STATUS_DONE;
}

const Command command_heads = {
    .name = "heads",
    .summary = "List the revisions that nothing revises",
    .options = entries,
    .run = run,
};
