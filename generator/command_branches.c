#include "generator/command.h"
#include "generator/listing.h"

#include <stdio.h>

static void print_children(const Listing *listing, const Revision *point)
{
    g_autofree char *line = listing_line(listing, point, false);
    puts(line);
    for (guint i = 0; i < point->children->len; i++) {
        g_autofree char *child =
            listing_line(listing, g_ptr_array_index(point->children, i), false);
        printf("    -> %s\n", child);
    }
}

static int run(Context *context, char **arguments)
{
    (void)arguments;
    const Graph *graph = context_graph(context);
    if (!graph)
        return EXIT_STATUS_USAGE;
    g_autoptr(GPtrArray) points = graph_branch_points(graph);
    g_autoptr(GHashTable) labels = graph_labels(graph);
    Listing listing = {graph, NULL, labels, context->verbose};
    if (context->json || listing.verbose) {
        listing_print(context, &listing, points);
        return EXIT_STATUS_DONE;
    }
    for (guint i = 0; i < points->len; i++)
        print_children(&listing, g_ptr_array_index(points, i));
    return EXIT_STATUS_DONE;
}

const Command command_branches = {
    .name = "branches",
    .summary = "List the revisions that several others revise",
    .run = run,
};
