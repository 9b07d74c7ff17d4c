#include "generator/command.h"
#include "generator/listing.h"

static int run(Context *context, char **arguments)
{
    (void)arguments;
    const Graph *graph = context_graph(context);
    if (!graph)
        return EXIT_STATUS_USAGE;
    g_autoptr(GPtrArray) heads = graph_heads(graph);
    g_autoptr(GHashTable) labels = graph_labels(graph);
    Listing listing = {graph, NULL, labels, context->verbose};
    listing_print(context, &listing, heads);
    return EXIT_STATUS_DONE;
}

const Command command_heads = {
    .name = "heads",
    .summary = "List the revisions that nothing revises",
    .run = run,
};
