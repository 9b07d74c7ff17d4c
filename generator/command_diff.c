#include "emit/type_change.h"
#include "generator/apply.h"
#include "generator/command.h"
#include "generator/json_out.h"
#include "generator/messages.h"
#include "generator/new_revision.h"
#include "generator/proof.h"
#include "generator/source.h"

#include <glib/gstdio.h>
#include <stdio.h>

static char *message;
static char *from_word;
static char *to_word;
static char *head;
static char *rev_id;
static gboolean splice;
static gboolean dry_run;
static gboolean apply;
static gboolean online;
static gboolean no_verify;
static gboolean interactive;

static const GOptionEntry entries[] = {
    {"message", 'm', 0, G_OPTION_ARG_STRING, &message, "What the revision does", "TEXT"},
    {"dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, "Print the revision, write nothing", NULL},
    {"apply", 0, 0, G_OPTION_ARG_NONE, &apply, "Upgrade to the new revision at once", NULL},
    {"from", 0, 0, G_OPTION_ARG_STRING, &from_word,
     "The state to start from: database, models, migrations, empty, a URL, a directory", "STATE"},
    {"to", 0, 0, G_OPTION_ARG_STRING, &to_word, "The state to arrive at (models)", "STATE"},
    {"online", 0, 0, G_OPTION_ARG_NONE, &online,
     "Build indexes concurrently, validate constraints in steps of their own", NULL},
    {"rev-id", 0, 0, G_OPTION_ARG_STRING, &rev_id, "The id to give it", "ID"},
    {"head", 0, 0, G_OPTION_ARG_STRING, &head, "The revision to stand on (head)", "REVISION"},
    {"splice", 0, 0, G_OPTION_ARG_NONE, &splice, "Let --head be a revision that others revise",
     NULL},
    {"no-verify", 0, 0, G_OPTION_ARG_NONE, &no_verify,
     "Do not prove the revision on a scratch database", NULL},
    {"interactive", 0, 0, G_OPTION_ARG_NONE, &interactive,
     "Ask whether a drop and an add are a rename", NULL},
    {NULL, 0, 0, 0, NULL, NULL, NULL},
};

static void tell_candidate(Context *context, const RenameCandidate *candidate)
{
    g_autofree char *old = object_title(candidate->from);
    g_autofree char *new = object_title(candidate->to);
    Diagnostic *d =
        diag_note(context->diagnostics, DIAG_PLAN_RENAME, candidate->to->place,
                  "%s %s is dropped and %s is added", candidate->to->info->word, old, new);
    diag_set_hint(d, "if it is a rename, write `renamed_from: %s`", candidate->from->name);
}

static bool ask_candidate(const Context *context, const RenameCandidate *candidate)
{
    g_autofree char *old = object_title(candidate->from);
    g_autofree char *new = object_title(candidate->to);
    g_autofree char *question =
        g_strdup_printf("Was %s %s renamed to %s?", candidate->to->info->word, old, new);
    if (!context_ask(context, question))
        return false;
    candidate->to->renamed_from = (QualifiedName){candidate->from->schema, candidate->from->name};
    return true;
}

/* Renames are asked about before anything is planned, or told as notes; a renamed table may show
 * renamed columns, so the answers are followed by another look. */
static void look_for_renames(Context *context, const State *from, State *to)
{
    g_autoptr(GHashTable) asked = g_hash_table_new(NULL, NULL);
    bool again = true;
    while (again) {
        g_autoptr(Comparison) comparison = comparison_new(from, to);
        g_autoptr(GArray) candidates = comparison_rename_candidates(comparison);
        again = false;
        for (guint i = 0; i < candidates->len; i++) {
            const RenameCandidate *candidate = &g_array_index(candidates, RenameCandidate, i);
            if (!g_hash_table_add(asked, candidate->to))
                continue;
            if (interactive)
                again |= ask_candidate(context, candidate);
            else
                tell_candidate(context, candidate);
        }
    }
}

/* The first revision of a project makes its folder. Whether it was made. */
static bool make_migrations_folder(const Context *context)
{
    const char *folder = context->config->migrations;
    if (dry_run || g_file_test(folder, G_FILE_TEST_EXISTS))
        return false;
    return g_mkdir_with_parents(folder, 0777) == 0; /* what fails shows when reading */
}

/* A database behind its revisions would give the pending ones once more. */
static bool is_up_to_date(Context *context)
{
    const Graph *graph = context_graph(context);
    if (!graph)
        return false;
    if (from_word || graph->revisions->len == 0)
        return true;
    g_autoptr(GPtrArray) current = context_current(context);
    if (!current)
        return false;
    g_autoptr(GPtrArray) applied = graph_ancestors(graph, current, true);
    if (applied->len == graph->revisions->len)
        return true;
    Diagnostic *d = diag_error(context->diagnostics, DIAG_USAGE, PLACE_NONE,
                               "the database does not have all revisions (%u of %u)", applied->len,
                               graph->revisions->len);
    diag_set_hint(d, "run `gen upgrade` first, or compare with --from migrations");
    return false;
}

/* Objects that models cannot say stand in the way of dropping what they hang on. */
static bool check_unmanaged(Context *context, const Proposal *proposal)
{
    for (guint i = 0; i < proposal->up->changes->len; i++) {
        const Change *change = g_ptr_array_index(proposal->up->changes, i);
        if (change->op != CHANGE_OP_DROP || change->from->parent)
            continue;
        for (guint u = 0; u < proposal->from->unmanaged->len; u++) {
            const Unmanaged *hung = &g_array_index(proposal->from->unmanaged, Unmanaged, u);
            if (g_strcmp0(hung->relation.name, change->from->name) != 0 ||
                g_strcmp0(hung->relation.schema, change->from->schema) != 0)
                continue;
            g_autofree char *title = object_title(change->from);
            Diagnostic *d = diag_error(context->diagnostics, DIAG_PLAN_UNMANAGED, PLACE_NONE,
                                       "%s %s would be dropped, and %s %s hangs on it",
                                       change->from->info->word, title, hung->what, hung->name);
            diag_set_hint(d, "drop it in a revision of your own first (`gen revision`)");
        }
    }
    return !diagnostics_failed(context->diagnostics);
}

/* What no cast leads to is said before a revision is written: forth it needs a word of the models,
 * back it is refused while there are values. */
static bool check_casts(Context *context, const Proposal *proposal)
{
    const Plan *plans[] = {proposal->up, proposal->down};
    for (size_t p = 0; p < G_N_ELEMENTS(plans); p++)
        for (guint i = 0; i < plans[p]->changes->len; i++) {
            const Change *change = g_ptr_array_index(plans[p]->changes, i);
            bool forth = plans[p] == proposal->up;
            if (!type_change_is_barred(plans[p], change))
                continue;
            g_autofree char *title = object_title(change->to);
            const char *from = ((const Column *)change->from)->type;
            const char *to = ((const Column *)change->to)->type;
            Place place = forth ? change->to->place : change->from->place;
            Diagnostic *d =
                forth
                    ? diag_error(context->diagnostics, DIAG_PLAN_CAST, place,
                                 "column %s: PostgreSQL has no cast from %s to %s", title, from, to)
                    : diag_warning(context->diagnostics, DIAG_PLAN_CAST, place,
                                   "column %s: PostgreSQL has no cast back from %s to %s; the "
                                   "downgrade is refused while it holds values",
                                   title, from, to);
            diag_set_hint(d, forth ? "say how the values are converted: `using: <expression>`"
                                   : "say how they are converted back: `using: { upgrade: "
                                     "<expression>, downgrade: <expression> }`");
        }
    return !diagnostics_failed(context->diagnostics);
}

static Proposal *propose(Context *context, Connection *connection)
{
    Sources sources = {context->config, context_table(context), connection};
    State *from = NULL;
    State *to = NULL;
    if (!sources_read(&sources, from_word ? from_word : "database", to_word ? to_word : "models",
                      &from, &to, context->diagnostics))
        return NULL;
    look_for_renames(context, from, to);
    EmitOptions options = {.server_version = connection_version(connection), .online = online};
    g_autoptr(Proposal) proposal =
        proposal_new(from, to, connection, &options, context->diagnostics);
    if (!proposal || !check_unmanaged(context, proposal) || !check_casts(context, proposal))
        return NULL;
    return g_steal_pointer(&proposal);
}

/* The one object of --json; `file` is NULL when nothing has changed. */
static void print_json(const RevisionFile *file, bool applied)
{
    g_autoptr(GPtrArray) none = g_ptr_array_new();
    g_autofree char *text = file ? revision_file_text(file) : NULL;
    g_autoptr(JsonBuilder) builder = json_builder_new();
    json_builder_begin_object(builder);
    json_add_bool(builder, "changed", file != NULL);
    json_add_strings(builder, "changes", file ? file->changes : none);
    json_add_string(builder, "revision", file ? file->id : NULL);
    json_add_string(builder, "file", file ? file->path : NULL); /* NULL: a dry run */
    json_add_string(builder, "text", text);
    json_add_bool(builder, "applied", applied);
    json_builder_end_object(builder);
    json_print(builder);
}

static int say_no_changes(const Context *context)
{
    if (context->json)
        print_json(NULL, false);
    else
        puts("no changes");
    return EXIT_STATUS_DONE;
}

static void show(const Context *context, const RevisionFile *file)
{
    g_autofree char *text = revision_file_text(file);
    if (context->json)
        print_json(file, false);
    else
        fputs(text, stdout);
}

static void tell_summary(const Context *context, const RevisionFile *file)
{
    for (guint i = 0; i < file->changes->len; i++)
        messages_say(context, "  %s", (const char *)g_ptr_array_index(file->changes, i));
}

static int upgrade(Context *context, const RevisionFile *file)
{
    static const char *const heads[] = {"heads", NULL};
    context_forget_graph(context);
    ApplyRequest request = {.targets = heads, .lock_wait = -1, .no_result = true};
    int status = apply_run(context, &request);
    if (context->json)
        print_json(file, status == EXIT_STATUS_DONE && !diagnostics_failed(context->diagnostics));
    return status;
}

static int finish(Context *context, RevisionFile *file)
{
    if (dry_run) {
        show(context, file);
        return EXIT_STATUS_DONE;
    }
    tell_summary(context, file);
    if (!new_revision_save(context, file))
        return EXIT_STATUS_USAGE;
    if (!context->json)
        printf("%s\n", file->path);
    else if (!apply)
        print_json(file, false);
    if (!new_revision_announce(context, file))
        return EXIT_STATUS_USAGE;
    return apply ? upgrade(context, file) : EXIT_STATUS_DONE;
}

static bool prove(Context *context, const Proposal *proposal, RevisionFile *file,
                  Connection *connection)
{
    bool possible = false;
    return no_verify || proof_run(proposal, file, connection, &possible, context->diagnostics);
}

static int diff(Context *context)
{
    Connection *connection = context_connection(context);
    if (!connection || !is_up_to_date(context))
        return EXIT_STATUS_USAGE;
    g_autoptr(Proposal) proposal = propose(context, connection);
    if (!proposal)
        return EXIT_STATUS_MODELS;
    if (proposal_is_empty(proposal))
        return say_no_changes(context);
    NewRevision request = {.message = message,
                           .head = head,
                           .splice = splice,
                           .id = rev_id,
                           .server_version = connection_version(connection)};
    g_autoptr(RevisionFile) file = revision_file_new();
    if (!new_revision_fill(context, &request, file))
        return EXIT_STATUS_USAGE;
    proposal_fill(proposal, file);
    if (!prove(context, proposal, file, connection))
        return EXIT_STATUS_STATEMENT;
    return finish(context, file);
}

static int run(Context *context, char **arguments)
{
    (void)arguments;
    if (dry_run && apply) {
        diag_error(context->diagnostics, DIAG_USAGE, PLACE_NONE,
                   "--dry-run and --apply exclude each other");
        return EXIT_STATUS_USAGE;
    }
    bool made = make_migrations_folder(context);
    int status = diff(context);
    if (made)
        g_rmdir(context->config->migrations); /* stays when something was written into it */
    return status;
}

const Command command_diff = {
    .name = "diff",
    .summary = "Compare models and database, and write a revision",
    .details = "Says “no changes” and writes nothing when there are none.",
    .options = entries,
    .run = run,
};
