#include "generator/command.h"
#include "generator/json_out.h"
#include "generator/messages.h"
#include "generator/proposal.h"
#include "introspect/introspect.h"
#include "introspect/scratch.h"
#include "migrations/revision_parse.h"
#include "migrations/section_run.h"

/* The revisions of a run, on the scratch database that they are tried on. */
typedef struct Trial {
    Context *context;
    Connection *scratch;
    GPtrArray *proved; /* const Revision * */
} Trial;

static bool run_section(const Trial *trial, const RevisionFile *file, const Section *section)
{
    SectionRun run = {.connection = trial->scratch, .section = section, .path = file->path};
    return section_run(&run, trial->context->diagnostics);
}

static bool is_equal(const Trial *trial, State *now, const State *before, const Revision *revision)
{
    EmitOptions options = {.server_version = connection_version(trial->scratch)};
    g_autoptr(Proposal) difference = proposal_new(now, state_copy(before), trial->scratch, &options,
                                                  trial->context->diagnostics);
    if (!difference)
        return false;
    if (proposal_is_empty(difference))
        return true;
    g_autoptr(GPtrArray) lines = proposal_summary(difference);
    g_ptr_array_add(lines, NULL);
    g_autofree char *text = g_strjoinv("\n", (char **)lines->pdata);
    Diagnostic *d =
        diag_error(trial->context->diagnostics, DIAG_PROOF, (Place){revision->file->path, 0, 0},
                   "the downgrade does not lead back to where the upgrade began");
    diag_set_detail(d, "still to do afterwards:\n%s", text);
    return false;
}

/* Up, down, compare, and up again for the revisions that stand on it. */
static bool prove(const Trial *trial, const Revision *revision, const RevisionFile *file)
{
    Diagnostics *diagnostics = trial->context->diagnostics;
    g_autoptr(State) before = introspect_database(trial->scratch, NULL, diagnostics);
    if (!before || !run_section(trial, file, &file->upgrade) ||
        !run_section(trial, file, &file->downgrade))
        return false;
    State *now = introspect_database(trial->scratch, NULL, diagnostics);
    if (!now || !is_equal(trial, now, before, revision))
        return false;
    g_ptr_array_add(trial->proved, (gpointer)revision);
    return true;
}

static bool try_revision(const Trial *trial, const Revision *revision, bool wanted)
{
    g_autoptr(RevisionFile) file = revision_read(revision->file->path, trial->context->diagnostics);
    if (!file || (wanted && !prove(trial, revision, file)))
        return false;
    return run_section(trial, file, &file->upgrade);
}

static bool try_all(const Trial *trial, const Graph *graph, const GPtrArray *wanted)
{
    for (guint i = 0; i < graph->revisions->len; i++) {
        const Revision *revision = g_ptr_array_index(graph->revisions, i);
        if (!try_revision(trial, revision, revisions_contain(wanted, revision)))
            return false;
    }
    return true;
}

static GPtrArray *resolve(Context *context, char **arguments)
{
    const Graph *graph = context_graph(context);
    if (!graph)
        return NULL;
    g_autoptr(GPtrArray) wanted = revisions_new();
    for (guint i = 0; !*arguments && i < graph->revisions->len; i++)
        g_ptr_array_add(wanted, g_ptr_array_index(graph->revisions, i));
    for (; *arguments; arguments++) {
        g_auto(ExpressionScope) scope = {NULL, NULL};
        if (!context_scope(context, *arguments, &scope))
            return NULL;
        Revision *revision = expression_resolve_one(&scope, *arguments, context->diagnostics);
        if (!revision)
            return NULL;
        g_ptr_array_add(wanted, revision);
    }
    return g_steal_pointer(&wanted);
}

static void report(const Trial *trial)
{
    const GPtrArray *proved = trial->proved;
    if (trial->context->json) {
        g_autoptr(JsonBuilder) builder = json_builder_new();
        json_builder_begin_object(builder);
        json_add_ids(builder, "proved", proved);
        json_builder_end_object(builder);
        json_print(builder);
        return;
    }
    for (guint i = 0; i < proved->len; i++) {
        const Revision *revision = g_ptr_array_index(proved, i);
        g_autofree char *title = revision_title(revision);
        messages_say(trial->context, "%s %s: proved both ways", revision->id, title);
    }
}

static int run(Context *context, char **arguments)
{
    g_autoptr(GPtrArray) wanted = resolve(context, arguments);
    Connection *connection = wanted ? context_connection(context) : NULL;
    Connection *scratch =
        connection ? scratch_open(connection, "verify", context->diagnostics) : NULL;
    if (!scratch)
        return EXIT_STATUS_USAGE;
    g_autoptr(GPtrArray) proved = g_ptr_array_new();
    Trial trial = {context, scratch, proved};
    bool good = try_all(&trial, context_graph(context), wanted);
    scratch_drop(connection, scratch, context->diagnostics);
    report(&trial);
    return good ? EXIT_STATUS_DONE : EXIT_STATUS_STATEMENT;
}

const Command command_verify = {
    .name = "verify",
    .arguments = "[REVISION…]",
    .summary = "Prove revisions on a scratch database",
    .details =
        "Replays all revisions there; each that is named (all, without a name) is run up and "
        "down and must lead back to where it began.",
    .max_arguments = -1,
    .relative = true,
    .run = run,
};
