/* What a command gets: settings, diagnostics, and the database and revisions when it asks.
 *
 * Ownership: a Context owns all that its functions return; it is there for the whole run of a
 * command and freed by main.
 */
#ifndef GEN_GENERATOR_CONTEXT_H
#define GEN_GENERATOR_CONTEXT_H

#include "generator/config.h"
#include "introspect/connection.h"
#include "migrations/expression.h"
#include "migrations/version_table.h"

typedef struct Context {
    Config *config;
    Diagnostics *diagnostics;
    bool json;            /* --json: standard output carries one JSON object */
    bool quiet;           /* -q: no progress, no remarks */
    bool verbose;         /* -v */
    bool colour;          /* whether messages have colours */
    bool terminal;        /* whether standard error is a terminal: progress may overwrite a line */
    const char *database; /* -d: a name or a URL, or NULL */
    bool all;             /* --all */
    int jobs;             /* --jobs */
    char **arguments;     /* the whole command line, for runs of gen itself */

    int status;    /* the exit status of errors, when it is not what their codes say; or 0 */
    guint printed; /* diagnostics that are on standard error already */
    Connection *connection;
    Graph *graph;
    VersionTable *table;
} Context;

void context_free(Context *context);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Context, context_free)

/* The URL of the database to work on. *ret_url NULL: libpq's own settings. False after a
 * diagnostic (a name that gen.yml does not have, several databases and none named). */
bool context_url(Context *context, const char **ret_url);

/* The connection, opened at the first call; NULL after a diagnostic. */
Connection *context_connection(Context *context);

/* Whether a database is named at all, by any means but libpq's defaults. */
bool context_has_database(const Context *context);

/* The revisions of the migrations folder, read at the first call; NULL after diagnostics. */
Graph *context_graph(Context *context);

/* Forgets the graph, so that files written since are seen. */
void context_forget_graph(Context *context);

/* The names of gen's tables. Never NULL. */
const VersionTable *context_table(Context *context);

/* What the database says it is at; the caller's. NULL after a diagnostic. */
DatabaseState *context_state(Context *context);

/* The heads that the database is at, the caller's; NULL after a diagnostic. */
GPtrArray *context_current(Context *context);

/* Resolves expressions: asks the database what it is at only when `text` needs it, or NULL. The
 * scope is cleared with context_scope_clear. False after diagnostics. */
bool context_scope(Context *context, const char *text, ExpressionScope *ret_scope);
void context_scope_clear(ExpressionScope *scope);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ExpressionScope, context_scope_clear)

/* Whether a yes can be asked for: standard input and error are terminals. */
bool context_interactive(const Context *context);

/* Asks on the terminal; false for anything but y or yes. */
bool context_ask(const Context *context, const char *question);

#endif
