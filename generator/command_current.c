#include "generator/command.h"
#include "generator/json_out.h"
#include "generator/listing.h"

#include <stdio.h>

static gboolean check_heads;

static const GOptionEntry entries[] = {{"check-heads", 0, 0, G_OPTION_ARG_NONE, &check_heads,
                                        "Exit 1 unless all heads are applied", NULL},
                                       {0}};

static bool is_at_heads(const Graph *graph, const GPtrArray *current)
{
    g_autoptr(GPtrArray) applied = graph_ancestors(graph, current, true);
    return applied->len == graph->revisions->len;
}

static void warn_of_partial(Context *context, const DatabaseState *state)
{
    const char *id = database_state_partial(state);
    if (!id)
        return;
    const PartialRun *partial = ((RevisionLog *)g_hash_table_lookup(state->logs, id))->partial;
    diag_warning(context->diagnostics, DIAG_REVISION_GRAPH, PLACE_NONE,
                 "the %s of revision %s has stopped after %u of %u steps",
                 partial->downgrade ? "downgrade" : "upgrade", id, partial->steps_done,
                 partial->steps);
}

static void print_json(Context *context, const Listing *listing, const DatabaseState *state)
{
    g_autoptr(JsonBuilder) builder = json_builder_new();
    json_builder_begin_object(builder);
    json_add_string(builder, "database", connection_describe(context->connection));
    json_add_bool(builder, "versioned", state->version_exists);
    json_add_bool(builder, "at_heads", is_at_heads(listing->graph, listing->current));
    json_add_string(builder, "partial", database_state_partial(state));
    json_builder_set_member_name(builder, "revisions");
    json_builder_begin_array(builder);
    for (guint i = 0; i < listing->current->len; i++) {
        json_builder_begin_object(builder);
        listing_add_json(builder, listing, g_ptr_array_index(listing->current, i));
        json_builder_end_object(builder);
    }
    json_builder_end_array(builder);
    json_builder_end_object(builder);
    json_print(builder);
}

static int run(Context *context, char **arguments)
{
    (void)arguments;
    const Graph *graph = context_graph(context);
    g_autoptr(DatabaseState) state = graph ? context_state(context) : NULL;
    g_autoptr(GPtrArray) current =
        state ? database_state_heads(state, graph, context->diagnostics) : NULL;
    if (!current)
        return EXIT_STATUS_USAGE;
    g_autoptr(GHashTable) labels = graph_labels(graph);
    Listing listing = {graph, current, labels, context->verbose};
    warn_of_partial(context, state);
    if (context->json)
        print_json(context, &listing, state);
    else if (listing.verbose)
        listing_print(context, &listing, current);
    else
        for (guint i = 0; i < current->len; i++) {
            g_autofree char *line = listing_line(&listing, g_ptr_array_index(current, i), false);
            puts(line);
        }
    return check_heads && !is_at_heads(graph, current) ? EXIT_STATUS_OUT_OF_STEP : EXIT_STATUS_DONE;
}

const Command command_current = {
    .name = "current",
    .summary = "Show the revisions that the database is at",
    .options = entries,
    .fleet = true,
    .run = run,
};
