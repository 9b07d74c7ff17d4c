#include "generator/source.h"

#include "diff/diff.h"
#include "generator/managed.h"
#include "generator/read_ahead.h"
#include "generator/replay.h"
#include "introspect/introspect.h"
#include "introspect/scratch.h"
#include "migrations/adoption.h"
#include "schema/default_names.h"
#include "schema/inheritance.h"
#include "schema/models.h"
#include "schema/namespace.h"
#include "schema/table.h"
#include "schema/types.h"

#include <string.h>

/* What a word stands for. */
typedef State *ReadSource(const Sources *sources, const char *word, const char *const *schemas,
                          Diagnostics *diagnostics);

static State *introspect(const Sources *sources, Connection *connection, const char *const *schemas,
                         Diagnostics *diagnostics)
{
    const char *tables[] = {sources->table->version_name, sources->table->history_name,
                            ADOPTION_ALEMBIC_TABLE, NULL};
    IntrospectOptions options = {.schemas = schemas,
                                 .own_tables = tables,
                                 .access = true,
                                 .own_schema = sources->table->schema};
    return introspect_database(connection, &options, diagnostics);
}

static State *read_own(const Sources *sources, const char *const *schemas, Diagnostics *diagnostics)
{
    return introspect(sources, sources->connection, schemas, diagnostics);
}

static State *read_database(const Sources *sources, const char *word, const char *const *schemas,
                            Diagnostics *diagnostics)
{
    (void)word;
    return read_own(sources, schemas, diagnostics);
}

static State *read_url(const Sources *sources, const char *word, const char *const *schemas,
                       Diagnostics *diagnostics)
{
    g_autoptr(Connection) connection = connection_open(word, diagnostics);
    return connection ? introspect(sources, connection, schemas, diagnostics) : NULL;
}

static State *read_migrations(const Sources *sources, const char *word, const char *const *schemas,
                              Diagnostics *diagnostics)
{
    (void)word;
    Connection *scratch = scratch_open(sources->connection, "replay", diagnostics);
    if (!scratch)
        return NULL;
    State *state = replay_migrations(sources->config, scratch, diagnostics)
                       ? introspect(sources, scratch, schemas, diagnostics)
                       : NULL;
    scratch_drop(sources->connection, scratch, diagnostics);
    return state;
}

static GHashTable *type_words(const Config *config)
{
    GHashTable *words = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < config->types->len; i++) {
        const ConfigEntry *entry = g_ptr_array_index(config->types, i);
        g_hash_table_insert(words, entry->name, entry->value);
    }
    return words;
}

static Naming naming_templates(const Config *config)
{
    Naming naming = {0};
    const struct {
        const char *word;
        const char **slot;
    } rows[] = {{"pk", &naming.primary_key},
                {"uq", &naming.unique},
                {"ck", &naming.check},
                {"fk", &naming.foreign_key},
                {"ix", &naming.index}};
    for (guint i = 0; i < config->naming->len; i++) {
        const ConfigEntry *entry = g_ptr_array_index(config->naming, i);
        for (size_t row = 0; row < G_N_ELEMENTS(rows); row++)
            if (strcmp(entry->name, rows[row].word) == 0)
                *rows[row].slot = entry->value;
    }
    return naming;
}

/* How models are read, with what that needs. */
typedef struct Reading {
    GHashTable *types;
    Naming naming;
    ModelOptions options;
} Reading;

static void reading_init(Reading *reading, const Config *config)
{
    reading->types = type_words(config);
    reading->naming = naming_templates(config);
    reading->options = (ModelOptions){
        .schema = config->schema, .types = reading->types, .naming = &reading->naming};
}

static void reading_clear(Reading *reading)
{
    g_hash_table_unref(reading->types);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Reading, reading_clear)

static State *read_directory(const Sources *sources, const char *word, const char *const *schemas,
                             Diagnostics *diagnostics)
{
    (void)schemas;
    g_auto(Reading) reading;
    reading_init(&reading, sources->config);
    return models_read(word, &reading.options, diagnostics);
}

bool source_write_models(const Sources *sources, const State *state, const State *standing,
                         ModelsKept *kept, ModelWriteResult *ret, Diagnostics *diagnostics)
{
    g_auto(Reading) reading;
    reading_init(&reading, sources->config);
    ModelWriteOptions options = {.reading = &reading.options,
                                 .standing = standing,
                                 .kept = kept,
                                 .same = comparison_is_same};
    return models_write(state, sources->config->models, &options, ret, diagnostics);
}

static State *read_models(const Sources *sources, const char *word, const char *const *schemas,
                          Diagnostics *diagnostics)
{
    (void)word;
    return read_directory(sources, sources->config->models, schemas, diagnostics);
}

static State *read_nothing(const Sources *sources, const char *word, const char *const *schemas,
                           Diagnostics *diagnostics)
{
    (void)sources, (void)word, (void)schemas, (void)diagnostics;
    State *state = state_new("nothing");
    state_add(state, KIND_SCHEMA, NULL, NULL, "public", NULL);
    return state;
}

static const struct {
    const char *word;
    ReadSource *read;
    bool from_server; /* what is read there is cut to schemas */
} words[] = {
    {"database", read_database, true},
    {"models", read_models, false},
    {"migrations", read_migrations, true},
    {"empty", read_nothing, false},
};

static ReadSource *source_of(const char *word, bool *ret_from_server, Diagnostics *diagnostics)
{
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (strcmp(words[i].word, word) == 0) {
            *ret_from_server = words[i].from_server;
            return words[i].read;
        }
    *ret_from_server = strstr(word, "://") != NULL;
    if (*ret_from_server)
        return read_url;
    if (g_file_test(word, G_FILE_TEST_EXISTS))
        return read_directory;
    Diagnostic *d = diag_error(diagnostics, DIAG_USAGE, PLACE_NONE, "there is no state “%s”", word);
    diag_set_hint(d, "give database, models, migrations, empty, a URL or a directory of models");
    return NULL;
}

static State *read_one(const Sources *sources, const char *word, const State *declared,
                       Diagnostics *diagnostics)
{
    bool from_server = false;
    ReadSource *read = source_of(word, &from_server, diagnostics);
    if (!read)
        return NULL;
    g_auto(GStrv) schemas = managed_schemas(sources->config, declared);
    return read(sources, word, (const char *const *)schemas, diagnostics);
}

/* Models, and the database beside them: both take their time. */
static bool read_beside(const Sources *sources, const char *directory, State **ret_models,
                        State **ret_database, Diagnostics *diagnostics)
{
    g_auto(Reading) reading;
    reading_init(&reading, sources->config);
    ModelReading *models = models_declare(directory, &reading.options, diagnostics);
    char **guess = managed_schemas(sources->config, models_declared(models));
    ReadAhead *ahead = read_ahead_begin(sources, read_own, guess);
    *ret_models = models_resolve(models);
    if (!*ret_models) {
        read_ahead_drop(ahead);
        return false;
    }
    g_auto(GStrv) schemas = managed_schemas(sources->config, *ret_models);
    *ret_database = read_ahead_end(ahead, (const char *const *)schemas, diagnostics);
    return *ret_database != NULL;
}

/* What is declared is read first: it says which schemas of a server matter. */
static bool read_both(const Sources *sources, const char *first, const char *second, bool declared,
                      State **ret_first, State **ret_second, Diagnostics *diagnostics)
{
    bool server = false;
    bool models = strcmp(first, "models") == 0;
    if (strcmp(second, "database") == 0 &&
        (models || source_of(first, &server, diagnostics) == read_directory))
        return read_beside(sources, models ? sources->config->models : first, ret_first, ret_second,
                           diagnostics);
    *ret_first = read_one(sources, first, NULL, diagnostics);
    if (*ret_first)
        *ret_second = read_one(sources, second, declared ? *ret_first : NULL, diagnostics);
    return *ret_first && *ret_second;
}

bool sources_read(const Sources *sources, const char *from, const char *to, State **ret_from,
                  State **ret_to, Diagnostics *diagnostics)
{
    bool from_server = false;
    bool to_server = false;
    if (!source_of(from, &from_server, diagnostics) || !source_of(to, &to_server, diagnostics))
        return false;
    bool to_first = !to_server || from_server;
    bool first_server = to_first ? to_server : from_server;
    bool second_server = to_first ? from_server : to_server;
    g_autoptr(State) first = NULL;
    g_autoptr(State) second = NULL;
    if (!read_both(sources, to_first ? to : from, to_first ? from : to, !first_server, &first,
                   &second, diagnostics) ||
        !managed_cut(sources->config, (ManagedSide){first, first_server},
                     (ManagedSide){second, second_server}, diagnostics))
        return false;
    *ret_from = to_first ? g_steal_pointer(&second) : g_steal_pointer(&first);
    *ret_to = to_first ? g_steal_pointer(&first) : g_steal_pointer(&second);
    return true;
}

/* Models say which extensions there are; which version is the server's business. */
static void unpin_extensions(State *state)
{
    for (guint i = 0; i < state->objects->len; i++) {
        Object *object = g_ptr_array_index(state->objects, i);
        if (object_kind(object) == KIND_EXTENSION)
            ((Extension *)object)->version = NULL;
    }
}

/* A constraint that came from the table above before it was declared here too. */
static bool has_name_from_above(const State *state, const Column *column)
{
    const Column *above = (const Column *)inherited_column(state, &column->object);
    if (!above)
        return false;
    g_autofree char *own = default_not_null_name(&above->object);
    const char *name = above->not_null_name ? above->not_null_name : own;
    return strcmp(name, column->not_null_name) == 0;
}

static void leave_out_default_name(Domain *domain)
{
    g_autofree char *own = default_not_null_name(&domain->object);
    if (g_strcmp0(own, domain->not_null_name) == 0)
        domain->not_null_name = NULL;
}

/* A NOT NULL constraint that has the name PostgreSQL gives needs none in a model. */
static void leave_out_default_names(State *state)
{
    for (guint i = 0; i < state->objects->len; i++) {
        Column *column = g_ptr_array_index(state->objects, i);
        if (object_kind(&column->object) == KIND_DOMAIN)
            leave_out_default_name((Domain *)column);
        if (object_kind(&column->object) != KIND_COLUMN || !column->not_null_name)
            continue;
        g_autofree char *own = default_not_null_name(&column->object);
        if (strcmp(own, column->not_null_name) == 0 || has_name_from_above(state, column))
            column->not_null_name = NULL;
    }
}

State *source_database(const Sources *sources, Diagnostics *diagnostics)
{
    g_autoptr(State) state = read_one(sources, "database", NULL, diagnostics);
    if (!state || !managed_cut_configured(sources->config, state, diagnostics))
        return NULL;
    unpin_extensions(state);
    leave_out_default_names(state);
    return g_steal_pointer(&state);
}

State *source_models(const Sources *sources, Diagnostics *diagnostics)
{
    return read_one(sources, "models", NULL, diagnostics);
}

bool sources_open(Context *context, Sources *ret)
{
    Connection *connection = context_connection(context);
    *ret = (Sources){context->config, context_table(context), connection};
    return connection != NULL;
}

/* One line a kind: what there is, and how often. */
void source_report_unmanaged(const State *state, Diagnostics *diagnostics)
{
    g_autoptr(GPtrArray) whats = g_ptr_array_new();
    g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < state->unmanaged->len; i++) {
        const Unmanaged *u = &g_array_index(state->unmanaged, Unmanaged, i);
        GString *list = g_hash_table_lookup(names, u->what);
        if (!list) {
            list = g_string_new(NULL);
            g_hash_table_insert(names, (gpointer)u->what, list);
            g_ptr_array_add(whats, (gpointer)u->what);
        }
        g_string_append_printf(list, "%s%s%s%s", list->len ? ", " : "", u->schema ? u->schema : "",
                               u->schema ? "." : "", u->name);
    }
    for (guint i = 0; i < whats->len; i++) {
        GString *list = g_hash_table_lookup(names, g_ptr_array_index(whats, i));
        Diagnostic *d =
            diag_warning(diagnostics, DIAG_UNMANAGED, PLACE_NONE,
                         "models cannot say every %s that is there; they are left alone",
                         (const char *)g_ptr_array_index(whats, i));
        diag_set_detail(d, "%s", list->str);
        g_string_free(list, TRUE);
    }
}
