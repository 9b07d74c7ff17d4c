#include "generator/new_revision.h"

#include "generator/hooks.h"
#include "generator/json_out.h"
#include "generator/messages.h"
#include "migrations/revision.h"
#include "migrations/revision_headers.h"
#include "schema/version.h"

#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

static bool complain(Context *context, const char *format, ...) G_GNUC_PRINTF(2, 3);

static bool complain(Context *context, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    diag_error(context->diagnostics, DIAG_USAGE, PLACE_NONE, "%s", text);
    return false;
}

static bool check_is_head(Context *context, const NewRevision *request, const Revision *revision)
{
    if (revision->children->len == 0 || request->splice)
        return true;
    g_autofree char *children = revisions_describe(revision->children);
    Diagnostic *d = diag_error(context->diagnostics, DIAG_USAGE, PLACE_NONE,
                               "revision %s is not a head", revision->id);
    diag_set_detail(d, "it is revised by %s", children);
    diag_set_hint(d, "--splice begins a branch there all the same");
    return false;
}

static bool add_heads(Context *context, const NewRevision *request, const char *text,
                      RevisionFile *file)
{
    g_auto(ExpressionScope) scope = {NULL, NULL};
    if (!context_scope(context, text, &scope))
        return false;
    g_autoptr(GPtrArray) found = expression_resolve(&scope, text, context->diagnostics);
    for (guint i = 0; found && i < found->len; i++) {
        const Revision *revision = g_ptr_array_index(found, i);
        if (!check_is_head(context, request, revision))
            return false;
        if (!g_ptr_array_find_with_equal_func(file->revises, revision->id, g_str_equal, NULL))
            g_ptr_array_add(file->revises, g_strdup(revision->id));
    }
    return found != NULL;
}

static bool fill_revises(Context *context, const NewRevision *request, RevisionFile *file)
{
    const char *const one[] = {request->head ? request->head : "head", NULL};
    const char *const *heads = request->heads ? request->heads : one;
    bool good = true;
    for (; good && *heads; heads++)
        good = add_heads(context, request, *heads, file);
    return good;
}

static bool fill_depends_on(Context *context, const NewRevision *request, RevisionFile *file)
{
    g_auto(GStrv) names = g_strsplit(request->depends_on ? request->depends_on : "", ",", -1);
    ExpressionScope scope = {context->graph, NULL};
    for (char **name = names; *name; name++) {
        const Revision *revision =
            expression_resolve_one(&scope, g_strstrip(*name), context->diagnostics);
        if (!revision)
            return false;
        g_ptr_array_add(file->depends_on, g_strdup(revision->id));
    }
    return true;
}

static bool check_free(Context *context, const char *what, const char *name)
{
    if (!revision_name_is_valid(name))
        return complain(context,
                        "%s cannot be \"%s\": letters, digits and _ are allowed, and - "
                        "or . inside",
                        what, name);
    if (graph_find(context->graph, name) || g_hash_table_contains(context->graph->by_label, name))
        return complain(context, "%s %s is taken", what, name);
    return true;
}

static char *generator_of(const NewRevision *request)
{
    if (!request->server_version)
        return g_strdup("gen " GEN_VERSION);
    return g_strdup_printf("gen " GEN_VERSION " for PostgreSQL %d",
                           request->server_version / 10000);
}

bool new_revision_fill(Context *context, const NewRevision *request, RevisionFile *file)
{
    if (!context_graph(context) || !fill_revises(context, request, file) ||
        !fill_depends_on(context, request, file))
        return false;
    if (request->id && !check_free(context, "a revision id", request->id))
        return false;
    if (request->branch_label && !check_free(context, "a branch label", request->branch_label))
        return false;
    if (request->branch_label)
        g_ptr_array_add(file->branch_labels, g_strdup(request->branch_label));
    file->id = request->id ? g_strdup(request->id) : revision_new_id();
    file->message = g_strdup(request->message ? request->message : "");
    file->created = revision_now();
    file->generator = generator_of(request);
    return true;
}

bool editor_open(Context *context, const char *path)
{
    const char *editor = g_getenv("VISUAL") ? g_getenv("VISUAL") : g_getenv("EDITOR");
    g_autofree char *quoted = g_shell_quote(path);
    g_autofree char *command = g_strdup_printf("%s %s", editor ? editor : "vi", quoted);
    g_autoptr(GError) error = NULL;
    g_autoptr(GSubprocess) process =
        g_subprocess_new(G_SUBPROCESS_FLAGS_STDIN_INHERIT, &error, "/bin/sh", "-c", command, NULL);
    if (process && g_subprocess_wait_check(process, NULL, &error))
        return true;
    return complain(context, "the editor failed: %s", error->message);
}

static void print_written(Context *context, const RevisionFile *file)
{
    if (!context->json) {
        printf("%s\n", file->path);
        return;
    }
    g_autoptr(JsonBuilder) builder = json_builder_new();
    json_builder_begin_object(builder);
    json_add_string(builder, "revision", file->id);
    json_add_string(builder, "file", file->path);
    json_add_strings(builder, "revises", file->revises);
    json_builder_end_object(builder);
    json_print(builder);
}

bool new_revision_save(Context *context, RevisionFile *file)
{
    RevisionNaming naming = {context->config->file_template, context->config->timezone};
    if (!revision_write(file, context->config->migrations, &naming, context->diagnostics))
        return false;
    context_forget_graph(context);
    return true;
}

bool new_revision_announce(Context *context, const RevisionFile *file)
{
    g_autofree char *absolute = g_canonicalize_filename(file->path, NULL);
    const char *variables[] = {"GEN_REVISION", file->id, "GEN_FILE", absolute, NULL};
    return hooks_run(context, HOOK_AFTER_REVISION, variables);
}

bool new_revision_write(Context *context, RevisionFile *file, bool edit)
{
    if (!new_revision_save(context, file))
        return false;
    print_written(context, file);
    return (!edit || editor_open(context, file->path)) && new_revision_announce(context, file);
}
