#include "schema/models.h"

#include "schema/model_reader.h"

#include <errno.h>
#include <string.h>

/* ---- the reader ---- */

static void free_list(gpointer list)
{
    g_ptr_array_unref(list);
}

static void free_file(gpointer file)
{
    yaml_file_free(file);
}

static void reader_init(ModelReader *r, const ModelOptions *options, Diagnostics *diagnostics)
{
    *r = (ModelReader){.options = options, .diagnostics = diagnostics};
    r->state = state_new("models");
    r->schema = g_intern_string(options && options->schema ? options->schema : "public");
    r->files = g_ptr_array_new_with_free_func(free_file);
    r->declarations = g_array_new(FALSE, TRUE, sizeof(Declaration));
    r->tables = g_ptr_array_new_with_free_func(model_table_free);
    r->by_name = g_hash_table_new_full(NULL, NULL, NULL, free_list);
    r->by_model = g_hash_table_new_full(NULL, NULL, NULL, free_list);
    r->by_table = g_hash_table_new(NULL, NULL);
    r->types = g_hash_table_new(g_str_hash, g_str_equal);
    r->attached = g_hash_table_new(NULL, NULL);
    r->serials = g_ptr_array_new();
    r->first_diagnostic = diagnostics_count(diagnostics);
}

static void reader_clear(ModelReader *r)
{
    state_free(r->state);
    g_ptr_array_unref(r->files);
    g_array_unref(r->declarations);
    g_ptr_array_unref(r->tables);
    g_hash_table_unref(r->by_name);
    g_hash_table_unref(r->by_model);
    g_hash_table_unref(r->by_table);
    g_hash_table_unref(r->types);
    g_hash_table_unref(r->attached);
    g_ptr_array_unref(r->serials);
}

/* ---- files ---- */

static bool is_model_file(const char *name)
{
    return *name != '.' && (g_str_has_suffix(name, ".yml") || g_str_has_suffix(name, ".yaml"));
}

static gint compare_paths(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Adds the paths of model files at any depth. Links to directories are not followed, so that a
 * circle of them has an end. */
static void find_files(ModelReader *r, const char *directory, GPtrArray *paths)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GDir) dir = g_dir_open(directory, 0, &error);
    if (!dir) {
        r->incomplete = true;
        diag_error(r->diagnostics, DIAG_FILE, (Place){directory, 0, 0},
                   "cannot read the directory of models: %s", error->message);
        return;
    }
    for (const char *name; (name = g_dir_read_name(dir));) {
        g_autofree char *path = g_build_filename(directory, name, NULL);
        if (is_model_file(name))
            g_ptr_array_add(paths, g_steal_pointer(&path));
        else if (*name != '.' && g_file_test(path, G_FILE_TEST_IS_DIR) &&
                 !g_file_test(path, G_FILE_TEST_IS_SYMLINK))
            find_files(r, path, paths);
    }
}

static void declare_file(ModelReader *r, YamlFile *file)
{
    if (!file) {
        r->incomplete = true;
        return;
    }
    g_ptr_array_add(r->files, file);
    for (guint i = 0; i < yaml_file_documents(file); i++) {
        const YamlNode *root = yaml_file_root(file, i);
        if (root)
            model_declare(r, root);
    }
}

/* ---- parsing on all processors ---- */

#define FEW_FILES 64 /* that one thread reads as fast */

typedef struct Parsing {
    const char *path;
    YamlFile *file;
    Diagnostics *diagnostics; /* of this file: collections are not shared between threads */
} Parsing;

static void parse_one(gpointer data, G_GNUC_UNUSED gpointer user_data)
{
    Parsing *parsing = data;
    parsing->file = yaml_file_read(parsing->path, parsing->diagnostics);
}

/* NULL where threads would not be faster, or cannot be had. */
static GThreadPool *pool_for(guint count)
{
    g_autoptr(GError) error = NULL;
    if (count <= FEW_FILES)
        return NULL;
    GThreadPool *pool =
        g_thread_pool_new(parse_one, NULL, (gint)MIN(g_get_num_processors(), 8), TRUE, &error);
    if (error && pool)
        g_thread_pool_free(pool, TRUE, FALSE);
    return error ? NULL : pool;
}

static void parse_all(Parsing *files, guint count)
{
    GThreadPool *pool = pool_for(count);
    for (guint i = 0; i < count; i++) {
        files[i].diagnostics = diagnostics_new();
        if (pool)
            g_thread_pool_push(pool, &files[i], NULL); /* its threads are there: cannot fail */
        else
            parse_one(&files[i], NULL);
    }
    if (pool)
        g_thread_pool_free(pool, FALSE, TRUE);
}

static void declare_paths(ModelReader *r, const GPtrArray *paths)
{
    g_autofree Parsing *files = g_new0(Parsing, paths->len);
    for (guint i = 0; i < paths->len; i++)
        files[i].path = g_ptr_array_index(paths, i);
    parse_all(files, paths->len);
    for (guint i = 0; i < paths->len; i++) {
        diagnostics_append(r->diagnostics, files[i].diagnostics);
        diagnostics_free(files[i].diagnostics);
        declare_file(r, files[i].file);
    }
}

static void declare_directory(ModelReader *r, const char *directory)
{
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    if (g_file_test(directory, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add(paths, g_strdup(directory));
    else
        find_files(r, directory, paths);
    g_ptr_array_sort(paths, compare_paths);
    declare_paths(r, paths);
}

/* ---- the steps ---- */

static void each_table(ModelReader *r, void (*step)(ModelReader *, TableModel *))
{
    guint count = r->tables->len; /* tables of relations come behind */
    for (guint i = 0; i < count; i++)
        step(r, g_ptr_array_index(r->tables, i));
}

/* The schema an object is in, or whose members it has, exists without being declared. */
static void add_schema(ModelReader *r, const char *name, Place place)
{
    if (!name || state_find(r->state, KIND_SCHEMA, NULL, name))
        return;
    Object *schema = state_add(r->state, KIND_SCHEMA, NULL, NULL, name, NULL);
    schema->implied = true;
    schema->place = place;
}

static void add_schemas(ModelReader *r)
{
    guint count = r->state->objects->len;
    for (guint i = 0; i < count; i++) {
        const Object *object = g_ptr_array_index(r->state->objects, i);
        if (!object->parent)
            add_schema(r, object->schema, object->place);
        if (object_kind(object) == KIND_EXTENSION)
            add_schema(r, ((const Extension *)object)->in_schema, object->place);
    }
}

/* Each step needs what those before it have found out about all objects. */
static void resolve(ModelReader *r)
{
    each_table(r, model_read_parents);
    each_table(r, model_read_columns);
    each_table(r, model_read_relation_columns);
    each_table(r, model_read_standard_columns);
    each_table(r, model_read_through_tables);
    each_table(r, model_inherit_columns);
    for (guint i = 0; i < r->declarations->len; i++)
        model_read_declaration(r, &g_array_index(r->declarations, Declaration, i));
    each_table(r, model_read_table);
    model_add_families(r);
    model_complete_access(r);
    add_schemas(r);
    if (!diagnostics_failed(r->diagnostics)) {
        model_give_names(r);
        model_add_parts(r);
    }
    each_table(r, model_complete_columns);
    state_sort(r->state);
}

static State *finish(ModelReader *r)
{
    resolve(r);
    diagnostics_sort(r->diagnostics, r->first_diagnostic);
    State *state = diagnostics_failed(r->diagnostics) ? NULL : g_steal_pointer(&r->state);
    reader_clear(r);
    return state;
}

ModelReading *models_declare(const char *directory, const ModelOptions *options,
                             Diagnostics *diagnostics)
{
    ModelReader *r = g_new(ModelReader, 1);
    reader_init(r, options, diagnostics);
    declare_directory(r, directory);
    return r;
}

const State *models_declared(const ModelReading *reading)
{
    return reading->state;
}

State *models_resolve(ModelReading *reading)
{
    State *state = finish(reading);
    g_free(reading);
    return state;
}

State *models_read(const char *directory, const ModelOptions *options, Diagnostics *diagnostics)
{
    return models_resolve(models_declare(directory, options, diagnostics));
}

State *models_read_text(const char *name, const char *text, gsize length,
                        const ModelOptions *options, Diagnostics *diagnostics)
{
    ModelReader r;
    reader_init(&r, options, diagnostics);
    declare_file(&r, yaml_file_parse(name, text, length, diagnostics));
    return finish(&r);
}
