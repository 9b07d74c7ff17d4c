#include "generator/context.h"

#include "generator/signals.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

void context_free(Context *context)
{
    if (!context)
        return;
    connection_close(context->connection);
    graph_free(context->graph);
    version_table_free(context->table);
    config_free(context->config);
    diagnostics_free(context->diagnostics);
    g_strfreev(context->arguments);
    g_free(context);
}

static bool looks_like_conninfo(const char *text)
{
    return strstr(text, "://") || strchr(text, '=');
}

static char *database_names(const Config *config)
{
    GString *names = g_string_new(NULL);
    for (guint i = 0; i < config->databases->len; i++) {
        const ConfigEntry *entry = g_ptr_array_index(config->databases, i);
        g_string_append_printf(names, "%s%s", i ? ", " : "", entry->name);
    }
    return g_string_free(names, FALSE);
}

static bool named_url(Context *context, const char **ret_url)
{
    const char *url = config_database(context->config, context->database);
    if (!url && looks_like_conninfo(context->database))
        url = context->database;
    *ret_url = url;
    if (url)
        return true;
    Diagnostic *d = diag_error(context->diagnostics, DIAG_CONFIG, PLACE_NONE,
                               "there is no database named %s", context->database);
    g_autofree char *names = database_names(context->config);
    if (*names)
        diag_set_hint(d, "gen.yml has %s", names);
    else
        diag_set_hint(d, "databases: in gen.yml gives names to URLs; a URL does too");
    return false;
}

bool context_has_database(const Context *context)
{
    return context->database || config_variable(context->config, "DATABASE_URL") ||
           context->config->database || context->config->databases->len > 0 || g_getenv("PGHOST") ||
           g_getenv("PGDATABASE") || g_getenv("PGSERVICE");
}

bool context_url(Context *context, const char **ret_url)
{
    const Config *config = context->config;
    if (context->database)
        return named_url(context, ret_url);
    const char *variable = config_variable(config, "DATABASE_URL");
    *ret_url = variable && *variable ? variable : config->database;
    if (*ret_url || config->databases->len == 0)
        return true;
    if (config->databases->len == 1) {
        *ret_url = ((const ConfigEntry *)g_ptr_array_index(config->databases, 0))->value;
        return true;
    }
    g_autofree char *names = database_names(config);
    diag_set_hint(
        diag_error(context->diagnostics, DIAG_USAGE, PLACE_NONE, "there are several databases"),
        "name one with -d (%s), or take all with --all", names);
    return false;
}

Connection *context_connection(Context *context)
{
    const char *url;
    if (context->connection)
        return context->connection;
    if (!context_url(context, &url))
        return NULL;
    signals_set_immediate(true); /* libpq does not stop connecting for a signal */
    context->connection = connection_open(url, context->diagnostics);
    signals_set_immediate(false);
    if (context->connection)
        connection_prepare_cancel(context->connection);
    return context->connection;
}

Graph *context_graph(Context *context)
{
    if (!context->graph)
        context->graph = graph_read(context->config->migrations, context->diagnostics);
    return context->graph;
}

void context_forget_graph(Context *context)
{
    g_clear_pointer(&context->graph, graph_free);
}

const VersionTable *context_table(Context *context)
{
    if (!context->table)
        context->table = version_table_new(context->config->version_table_schema,
                                           context->config->version_table);
    return context->table;
}

DatabaseState *context_state(Context *context)
{
    Connection *connection = context_connection(context);
    if (!connection)
        return NULL;
    return database_state_read(connection, context_table(context), context->diagnostics);
}

GPtrArray *context_current(Context *context)
{
    const Graph *graph = context_graph(context);
    g_autoptr(DatabaseState) state = graph ? context_state(context) : NULL;
    return state ? database_state_heads(state, graph, context->diagnostics) : NULL;
}

bool context_scope(Context *context, const char *text, ExpressionScope *ret_scope)
{
    *ret_scope = (ExpressionScope){context_graph(context), NULL};
    if (!ret_scope->graph)
        return false;
    if (!text || !expression_needs_current(text))
        return true;
    ret_scope->current = context_current(context);
    return ret_scope->current != NULL;
}

void context_scope_clear(ExpressionScope *scope)
{
    if (scope->current)
        g_ptr_array_unref((GPtrArray *)scope->current);
    scope->current = NULL;
}

bool context_interactive(const Context *context)
{
    return !context->json && isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
}

bool context_ask(const Context *context, const char *question)
{
    char answer[16] = "";
    if (!context_interactive(context))
        return false;
    fprintf(stderr, "%s [y/N] ", question);
    fflush(stderr);
    if (!fgets(answer, sizeof answer, stdin))
        return false;
    g_strstrip(answer);
    return g_ascii_strcasecmp(answer, "y") == 0 || g_ascii_strcasecmp(answer, "yes") == 0;
}
