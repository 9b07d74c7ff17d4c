#include "generator/command.h"
#include "generator/listing.h"

static char *range;
static gboolean indicate_current;

static const GOptionEntry entries[] = {
    {"rev-range", 'r', 0, G_OPTION_ARG_STRING, &range, "Only these: A:B, A:, :B, -3:", "RANGE"},
    {"indicate-current", 'i', 0, G_OPTION_ARG_NONE, &indicate_current, "Mark where the database is",
     NULL},
    {0}};

static GPtrArray *newest_first(GPtrArray *revisions)
{
    for (guint i = 0, j = revisions->len; i + 1 < j; i++) {
        gpointer other = revisions->pdata[--j];
        revisions->pdata[j] = revisions->pdata[i];
        revisions->pdata[i] = other;
    }
    return revisions;
}

static GPtrArray *select_revisions(Context *context, const ExpressionScope *scope)
{
    if (range)
        return expression_range(scope, range, context->diagnostics);
    GPtrArray *all = revisions_new();
    for (guint i = 0; i < scope->graph->revisions->len; i++)
        g_ptr_array_add(all, g_ptr_array_index(scope->graph->revisions, i));
    return all;
}

static int run(Context *context, char **arguments)
{
    (void)arguments;
    g_auto(ExpressionScope) scope = {NULL, NULL};
    if (!context_scope(context, indicate_current ? "current" : range, &scope))
        return EXIT_STATUS_USAGE;
    g_autoptr(GPtrArray) revisions = select_revisions(context, &scope);
    if (!revisions)
        return EXIT_STATUS_USAGE;
    g_autoptr(GHashTable) labels = graph_labels(scope.graph);
    Listing listing = {scope.graph, indicate_current ? scope.current : NULL, labels,
                       context->verbose};
    listing_print(context, &listing, newest_first(revisions));
    return EXIT_STATUS_DONE;
}

const Command command_history = {
    .name = "history",
    .summary = "List revisions, newest first",
    .options = entries,
    .relative = true,
    .run = run,
};
