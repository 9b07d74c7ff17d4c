#include "generator/command.h"
#include "generator/drift.h"
#include "generator/findings.h"
#include "generator/messages.h"

#include <stdio.h>
#include <string.h>

static char *from_word;
static char *to_word;
static char *format_word;

static const GOptionEntry options[] = {
    {"from", 0, 0, G_OPTION_ARG_STRING, &from_word,
     "compare just this state (database, models, migrations, empty, a URL, a directory) …",
     "STATE"},
    {"to", 0, 0, G_OPTION_ARG_STRING, &to_word, "… with this one", "STATE"},
    {"format", 0, 0, G_OPTION_ARG_STRING, &format_word,
     "text, json, github, gitlab, sarif or junit", "FORMAT"},
    {NULL, 0, 0, 0, NULL, NULL, NULL},
};

/* Revisions that the database does not have yet. False after diagnostics. */
static bool find_pending(Context *context, GPtrArray *findings)
{
    const Graph *graph = context_graph(context);
    g_autoptr(GPtrArray) current = graph ? context_current(context) : NULL;
    if (!current)
        return false;
    g_autoptr(GPtrArray) applied = graph_ancestors(graph, current, true);
    for (guint i = 0; i < graph->revisions->len; i++) {
        const Revision *revision = g_ptr_array_index(graph->revisions, i);
        if (revisions_contain(applied, revision))
            continue;
        g_autofree char *title = revision_title(revision);
        g_autofree char *text =
            g_strdup_printf("revision %s (%s) is not applied", revision->id, title);
        Place place = {revision->file->path, 1, 1};
        findings_add(findings, "pending", SEVERITY_ERROR, place, revision->id, text);
    }
    return true;
}

/* With revisions pending the database lags behind the models by them; what they lead to counts. */
static bool check_all(Context *context, GPtrArray *findings)
{
    if (!find_pending(context, findings))
        return false;
    return drift_find(context, findings->len ? "migrations" : "database", "models", findings,
                      context->diagnostics);
}

static int report(const Context *context, const GPtrArray *findings)
{
    const char *format = format_word ? format_word : context->json ? "json" : "text";
    g_autofree char *text = findings_format(findings, format);
    fputs(text, stdout);
    bool failed = findings_failed(findings);
    if (!failed)
        messages_say(context, "nothing is out of step");
    return failed ? EXIT_STATUS_OUT_OF_STEP : EXIT_STATUS_DONE;
}

static bool check_usage(Context *context)
{
    g_autoptr(GPtrArray) none = findings_new();
    g_autofree char *sample = findings_format(none, format_word ? format_word : "text");
    if (!sample) {
        Diagnostic *d = diag_error(context->diagnostics, DIAG_USAGE, PLACE_NONE,
                                   "there is no format “%s”", format_word);
        diag_set_hint(d, "give text, json, github, gitlab, sarif or junit");
    }
    if (!from_word != !to_word)
        diag_error(context->diagnostics, DIAG_USAGE, PLACE_NONE, "--from and --to go together");
    return !diagnostics_failed(context->diagnostics);
}

static int run(Context *context, char **arguments)
{
    (void)arguments;
    if (!check_usage(context))
        return EXIT_STATUS_USAGE;
    g_autoptr(GPtrArray) findings = findings_new();
    bool done = from_word ? drift_find(context, from_word, to_word, findings, context->diagnostics)
                          : check_all(context, findings);
    return done ? report(context, findings) : (int)diagnostics_status(context->diagnostics);
}

const Command command_check = {
    .name = "check",
    .summary = "Tell whether models, revisions and database are in step",
    .details = "Exits 1 when they are not: revisions that are not applied, or differences between "
               "the database and the models. With --from and --to just those two are compared.",
    .options = options,
    .fleet = true,
    .run = run,
};
