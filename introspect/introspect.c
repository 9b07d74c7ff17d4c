#include "introspect/introspect.h"

#include "introspect/array_text.h"
#include "introspect/decode.h"
#include "introspect/pipeline.h"
#include "introspect/settings.h"
#include "introspect/sql.h"

/* The query of every kind. A kind without one does not compile. Kinds that follow one another can
 * have one in common. */
#define QUERY_SCHEMA                    sql_schemas
#define QUERY_EXTENSION                 sql_extensions
#define QUERY_ENUM                      sql_enums
#define QUERY_DOMAIN                    sql_domains
#define QUERY_COMPOSITE                 sql_composites
#define QUERY_RANGE                     sql_ranges
#define QUERY_FOREIGN_DATA_WRAPPER      sql_foreign_data_wrappers
#define QUERY_SERVER                    sql_servers
#define QUERY_USER_MAPPING              sql_user_mappings
#define QUERY_FUNCTION                  sql_routines
#define QUERY_PROCEDURE                 sql_routines
#define QUERY_AGGREGATE                 sql_aggregates
#define QUERY_VIEW                      sql_views
#define QUERY_MATERIALIZED_VIEW         sql_materialized_views
#define QUERY_TRIGGER                   sql_triggers
#define QUERY_POLICY                    sql_policies
#define QUERY_RULE                      sql_rules
#define QUERY_EVENT_TRIGGER             sql_event_triggers
#define QUERY_LANGUAGE                  sql_languages
#define QUERY_ACCESS_METHOD             sql_access_methods
#define QUERY_COLLATION                 sql_collations
#define QUERY_CONVERSION                sql_conversions
#define QUERY_TEXT_SEARCH_PARSER        sql_text_search_parsers
#define QUERY_TEXT_SEARCH_TEMPLATE      sql_text_search_templates
#define QUERY_TEXT_SEARCH_DICTIONARY    sql_text_search_dictionaries
#define QUERY_TEXT_SEARCH_CONFIGURATION sql_text_search_configurations
#define QUERY_OPERATOR                  sql_operators
#define QUERY_OPERATOR_FAMILY           sql_operator_groups
#define QUERY_OPERATOR_CLASS            sql_operator_groups
#define QUERY_CAST                      sql_casts
#define QUERY_TRANSFORM                 sql_transforms
#define QUERY_SEQUENCE                  sql_sequences
#define QUERY_TABLE                     sql_tables
#define QUERY_COLUMN                    sql_columns
#define QUERY_PRIMARY_KEY               sql_keys
#define QUERY_UNIQUE                    sql_keys
#define QUERY_CHECK                     sql_checks
#define QUERY_EXCLUSION                 sql_exclusions
#define QUERY_FOREIGN_KEY               sql_foreign_keys
#define QUERY_INDEX                     sql_indexes
#define QUERY_STATISTICS                sql_statistics
#define QUERY_PUBLICATION               sql_publications
#define QUERY_SUBSCRIPTION              sql_subscriptions
#define QUERY_DEFAULT_PRIVILEGES        sql_default_privileges

static const char *const kind_queries[KIND_COUNT] = {
#define KIND(symbol, word, plural, type, flags) [KIND_##symbol] = QUERY_##symbol,
#include "schema/kinds.def"
#undef KIND
};

const char *introspect_query(Kind kind)
{
    return kind_queries[kind];
}

/* How a read begins and ends: in a transaction of its own, or inside the caller's. */
static const struct {
    const char *begin;
    const char *end;
    const char *undo;
} frames[] = {
    {"BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY", "COMMIT", "ROLLBACK"},
    {"SAVEPOINT gen_introspect", "ROLLBACK TO SAVEPOINT gen_introspect",
     "ROLLBACK TO SAVEPOINT gen_introspect"},
};

static void send_scope(Pipeline *pipeline, const IntrospectOptions *options)
{
    static const char *const none[] = {NULL};
    const char *const *own = options && options->own_tables ? options->own_tables : none;
    const char *schema = options && options->own_schema ? options->own_schema : "public";
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (; *own; own++)
        g_ptr_array_add(names, g_strconcat(schema, ".", *own, NULL));
    g_ptr_array_add(names, NULL);
    g_autofree char *tables = array_text_format((const char *const *)names->pdata);
    g_autofree char *schemas =
        options && options->schemas ? array_text_format(options->schemas) : g_strdup("");
    const char *params[] = {schemas, tables};
    pipeline_send(
        pipeline,
        "SELECT set_config('gen.schemas', $1, true), set_config('gen.own_tables', $2, true)", 2,
        params);
}

/* Kinds whose catalogue not every role may read. Their queries may fail without harm to others. */
static bool may_be_refused(Kind kind)
{
    return kind == KIND_SUBSCRIPTION;
}

/* Columns are joined with catalogues as large as theirs. A database that was just made has no
 * statistics of these, and a nested loop, planned for one row, takes minutes at 10,000 tables. For
 * the other queries nested loops are the faster ones. */
static bool is_joined_at_large(Kind kind)
{
    return kind == KIND_COLUMN;
}

static bool shares_query(Kind a, Kind b)
{
    return b < KIND_COUNT && kind_queries[a] == kind_queries[b];
}

static void send_kind(Pipeline *pipeline, Kind kind)
{
    if (kind > 0 && shares_query(kind - 1, kind))
        return;
    if (is_joined_at_large(kind)) {
        pipeline_send(pipeline, "SET LOCAL enable_nestloop TO off", 0, NULL);
        pipeline_send(pipeline, kind_queries[kind], 0, NULL);
        pipeline_send(pipeline, "SET LOCAL enable_nestloop TO DEFAULT", 0, NULL);
        return;
    }
    if (!may_be_refused(kind)) {
        pipeline_send(pipeline, kind_queries[kind], 0, NULL);
        return;
    }
    pipeline_send(pipeline, "SAVEPOINT gen_kind", 0, NULL);
    pipeline_sync(pipeline);
    pipeline_send(pipeline, kind_queries[kind], 0, NULL);
    pipeline_sync(pipeline);
    pipeline_send(pipeline, "ROLLBACK TO SAVEPOINT gen_kind", 0, NULL);
}

/* The rows of a kind whose query may be refused: that is a warning, and no rows. */
static bool read_refusable(Pipeline *pipeline, Decoder *decoder, Kind kind,
                           Diagnostics *diagnostics)
{
    PQclear(pipeline_next(pipeline));
    PGresult *rows = pipeline_take(pipeline);
    const char *sqlstate = rows ? PQresultErrorField(rows, PG_DIAG_SQLSTATE) : NULL;
    bool done = true;
    if (g_strcmp0(sqlstate, "42501") == 0) {
        Diagnostic *d = diag_warning(diagnostics, DIAG_PERMISSION, PLACE_NONE,
                                     "%s cannot be read by this role, as if there were none",
                                     kind_infos[kind]->plural);
        diag_set_detail(d, "%s", PQresultErrorField(rows, PG_DIAG_MESSAGE_PRIMARY));
    } else if (rows && PQresultStatus(rows) == PGRES_TUPLES_OK) {
        done = decoder_objects(decoder, kind, rows, diagnostics);
    } else {
        pipeline_report(pipeline, rows);
        done = false;
    }
    PQclear(rows);
    PQclear(pipeline_next(pipeline));
    return done;
}

/* `shared`: the rows of a query that is the kind's before, too; then the next kind's. */
static bool read_kind(Pipeline *pipeline, Decoder *decoder, Kind kind, PGresult **shared,
                      Diagnostics *diagnostics)
{
    if (may_be_refused(kind))
        return read_refusable(pipeline, decoder, kind, diagnostics);
    if (is_joined_at_large(kind))
        PQclear(pipeline_next(pipeline));
    PGresult *rows = *shared ? *shared : pipeline_next(pipeline);
    bool done = rows && decoder_objects(decoder, kind, rows, diagnostics);
    *shared = shares_query(kind, kind + 1) ? rows : NULL;
    if (!*shared)
        PQclear(rows);
    if (is_joined_at_large(kind))
        PQclear(pipeline_next(pipeline));
    return done;
}

static bool read_results(Pipeline *pipeline, Decoder *decoder, Diagnostics *diagnostics)
{
    bool done = true;
    PGresult *shared = NULL;
    for (Kind kind = 0; kind < KIND_COUNT; kind++)
        done = read_kind(pipeline, decoder, kind, &shared, diagnostics) && done;
    PGresult *comments = pipeline_next(pipeline);
    PGresult *unmanaged = pipeline_next(pipeline);
    if (comments)
        decoder_comments(decoder, comments);
    if (unmanaged)
        decoder_unmanaged(decoder, unmanaged);
    done = done && comments && unmanaged;
    PQclear(comments);
    PQclear(unmanaged);
    return done;
}

static bool read_access(Pipeline *pipeline, Decoder *decoder)
{
    PGresult *rows = pipeline_next(pipeline);
    bool done = rows != NULL;
    if (rows)
        decoder_access(decoder, rows);
    PQclear(rows);
    return done;
}

static bool supported(const Connection *connection, Diagnostics *diagnostics)
{
    int version = connection_version(connection);
    if (version >= INTROSPECT_OLDEST)
        return true;
    diag_error(diagnostics, DIAG_SERVER, PLACE_NONE,
               "PostgreSQL %d is too old: gen works with PostgreSQL 13 and later", version / 10000);
    return false;
}

State *introspect_database(Connection *connection, const IntrospectOptions *options,
                           Diagnostics *diagnostics)
{
    if (!supported(connection, diagnostics))
        return NULL;
    bool inside = PQtransactionStatus(connection_handle(connection)) != PQTRANS_IDLE;
    Pipeline *pipeline = pipeline_begin(connection, diagnostics);
    if (!pipeline)
        return NULL;
    g_autofree char *origin = g_strdup_printf("database %s", connection_database(connection));
    State *state = state_new(origin);
    state->server_version = connection_version(connection);
    g_autoptr(Decoder) decoder = decoder_new(state);

    pipeline_send(pipeline, frames[inside].begin, 0, NULL);
    pipeline_send(pipeline, settings_for_reading, 0, NULL);
    send_scope(pipeline, options);
    for (Kind kind = 0; kind < KIND_COUNT; kind++)
        send_kind(pipeline, kind);
    pipeline_send(pipeline, sql_comments, 0, NULL);
    pipeline_send(pipeline, sql_unmanaged, 0, NULL);
    if (options && options->access)
        pipeline_send(pipeline, sql_access, 0, NULL);
    pipeline_send(pipeline, frames[inside].end, 0, NULL);
    pipeline_sync(pipeline);

    for (int i = 0; i < 3; i++)
        PQclear(pipeline_next(pipeline));
    bool done = read_results(pipeline, decoder, diagnostics);
    if (options && options->access)
        done = read_access(pipeline, decoder) && done;
    PQclear(pipeline_next(pipeline));
    done = pipeline_end(pipeline, done ? NULL : frames[inside].undo) && done;
    if (!done)
        g_clear_pointer(&state, state_free);
    else
        state_sort(state);
    return state;
}
