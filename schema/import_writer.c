#include "schema/import_writer.h"

#include "schema/import_objects.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/* ---- the writer ---- */

static GHashTable *tables_with_partitions(const State *state)
{
    GHashTable *tables = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < state->objects->len; i++) {
        const Object *object = g_ptr_array_index(state->objects, i);
        if (object_kind(object) != KIND_TABLE)
            continue;
        QualifiedName of = ((const Table *)object)->partition_of;
        Object *table = of.name ? state_find(state, KIND_TABLE, of.schema, of.name) : NULL;
        if (table)
            g_hash_table_add(tables, table);
    }
    return tables;
}

static GHashTable *names_of_routines(const State *state)
{
    GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < state->objects->len; i++) {
        const Object *object = g_ptr_array_index(state->objects, i);
        if (object->info->flags & KIND_ROUTINE)
            g_hash_table_add(names, g_strconcat(object->schema, ".", object->name, NULL));
    }
    return names;
}

static void writer_init(ImportWriter *w, const State *state, const ModelOptions *options)
{
    const char *schema = options && options->schema ? options->schema : "public";
    *w = (ImportWriter){.state = state, .options = options, .schema = g_intern_string(schema)};
    w->names = default_names_new(state);
    w->serials = g_hash_table_new(NULL, NULL);
    w->owned = g_hash_table_new(NULL, NULL);
    w->partitioned = tables_with_partitions(state);
    w->routines = names_of_routines(state);
    import_find_serials(w);
}

static void writer_clear(ImportWriter *w)
{
    default_names_free(w->names);
    g_hash_table_unref(w->serials);
    g_hash_table_unref(w->owned);
    g_hash_table_unref(w->partitioned);
    g_hash_table_unref(w->routines);
}

static void free_out(gpointer out)
{
    yaml_out_free(out);
}

char *import_print(const ImportWriter *w, const GPtrArray *objects)
{
    g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func(free_out);
    for (guint i = 0; i < objects->len; i++)
        g_ptr_array_add(documents, import_document(w, g_ptr_array_index(objects, i)));
    return yaml_out_print((YamlOut *const *)documents->pdata, documents->len);
}

char *models_print(const State *state, const GPtrArray *objects, const ModelOptions *options)
{
    ImportWriter w;
    writer_init(&w, state, options);
    char *text = import_print(&w, objects);
    writer_clear(&w);
    return text;
}

/* ---- which objects are in which file ---- */

/* A file before and after. */
typedef struct ModelFile {
    GPtrArray *objects;  /* const Object * of the new state */
    GPtrArray *standing; /* const Object * that it declares now */
} ModelFile;

static void model_file_free(gpointer data)
{
    ModelFile *file = data;
    g_ptr_array_unref(file->objects);
    g_ptr_array_unref(file->standing);
    g_free(file);
}

static ModelFile *file_at(GHashTable *files, const char *path)
{
    ModelFile *file = g_hash_table_lookup(files, path);
    if (file)
        return file;
    file = g_new0(ModelFile, 1);
    file->objects = g_ptr_array_new();
    file->standing = g_ptr_array_new();
    g_hash_table_insert(files, g_strdup(path), file);
    return file;
}

/* Whether an operator family comes with a class of its name, and is nothing besides. */
static bool is_family_of_class(const State *state, const Object *object)
{
    if (object_kind(object) != KIND_OPERATOR_FAMILY)
        return false;
    const OperatorClass *c = (const OperatorClass *)state_find_routine(
        state, KIND_OPERATOR_CLASS, object->schema, object->name, object->arguments);
    return c && !((const OperatorFamily *)object)->members.count && !object->comment &&
           !object->owner && !object->renamed_from.name && c->family.name == object->name &&
           c->family.schema == object->schema;
}

/* Whether an object is there without a document: a sequence of a serial column; the family of an
 * operator class; a schema that has something in it and no comment. */
static bool needs_no_document(const ImportWriter *w, const Object *object, GHashTable *used)
{
    if (g_hash_table_contains(w->owned, object) || is_family_of_class(w->state, object))
        return true;
    return object_kind(object) == KIND_SCHEMA && !object->comment && !object->renamed_from.name &&
           !object->owner && !object->states_grants && g_hash_table_contains(used, object->name);
}

/* Names of the schemas that have something in them, or members of an extension. */
static GHashTable *used_schemas(const State *state)
{
    GHashTable *used = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < state->objects->len; i++) {
        const Object *object = g_ptr_array_index(state->objects, i);
        if (object->schema)
            g_hash_table_add(used, (gpointer)object->schema);
        if (object_kind(object) == KIND_EXTENSION && ((const Extension *)object)->in_schema)
            g_hash_table_add(used, (gpointer)((const Extension *)object)->in_schema);
    }
    return used;
}

/* An object stays in the file it is in; what a file only implies is in none. */
static const char *standing_path(const State *standing, const Object *object)
{
    const Object *old = standing ? state_find_same(standing, object) : NULL;
    return old && !old->implied && !(object_kind(old) == KIND_SEQUENCE && old->name_implied)
               ? old->place.file
               : NULL;
}

static GHashTable *plan_files(const ImportWriter *w, const char *directory, const State *standing)
{
    g_autoptr(GHashTable) paths = import_paths(w->state);
    g_autoptr(GHashTable) used = used_schemas(w->state);
    GHashTable *files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, model_file_free);
    for (guint i = 0; i < w->state->objects->len; i++) {
        Object *object = g_ptr_array_index(w->state->objects, i);
        const char *path = object->parent ? NULL : standing_path(standing, object);
        if (object->parent || (!path && needs_no_document(w, object, used)))
            continue;
        g_autofree char *fresh =
            g_build_filename(directory, g_hash_table_lookup(paths, object), NULL);
        g_ptr_array_add(file_at(files, path ? path : fresh)->objects, object);
    }
    for (guint i = 0; standing && i < standing->objects->len; i++) {
        Object *object = g_ptr_array_index(standing->objects, i);
        const char *path = object->parent ? NULL : standing_path(standing, object);
        if (path)
            g_ptr_array_add(file_at(files, path)->standing, object);
    }
    return files;
}

/* ---- writing ---- */

static bool error_file(Diagnostics *diagnostics, const char *path, const char *what,
                       const char *why)
{
    diag_error(diagnostics, DIAG_FILE, (Place){path, 0, 0}, "cannot %s: %s", what, why);
    return false;
}

static gint by_object(gconstpointer a, gconstpointer b)
{
    return object_compare(*(Object *const *)a, *(Object *const *)b);
}

/* What a run of models_write is about. */
typedef struct Writing {
    const ImportWriter *w;
    const ImportLayout *layout; /* NULL: nothing is kept */
    const State *standing;      /* or NULL */
    ModelsSame *same;
    ModelWriteResult *result;
    Diagnostics *diagnostics;
} Writing;

static bool says_the_same(const Writing *writing, const ModelFile *file)
{
    if (!writing->standing || file->objects->len != file->standing->len)
        return false;
    for (guint i = 0; i < file->objects->len; i++)
        if (!models_say(writing->standing, g_ptr_array_index(file->objects, i), writing->same))
            return false;
    return true;
}

static char *text_of(const Writing *writing, const char *path, ModelFile *file)
{
    g_ptr_array_sort(file->objects, by_object);
    char *kept = writing->layout && file->standing->len
                     ? import_keep_layout(writing->layout, path, file->standing, file->objects)
                     : NULL;
    return kept ? kept : import_print(writing->w, file->objects);
}

static bool write_file(const Writing *writing, const char *path, ModelFile *file)
{
    g_autofree char *directory = g_path_get_dirname(path);
    g_autoptr(GError) error = NULL;
    if (g_mkdir_with_parents(directory, 0777) != 0)
        return error_file(writing->diagnostics, directory, "make the directory", g_strerror(errno));
    g_autofree char *text = text_of(writing, path, file);
    /* A machine that stops in the midst loses nothing: what is not there yet can be imported again.
     */
    const GFileSetContentsFlags flags =
        G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_ONLY_EXISTING;
    if (!g_file_set_contents_full(path, text, -1, flags, 0666, &error))
        return error_file(writing->diagnostics, path, "write the file", error->message);
    return true;
}

static bool remove_file(const char *path, Diagnostics *diagnostics)
{
    if (g_unlink(path) == 0 || errno == ENOENT)
        return true;
    return error_file(diagnostics, path, "remove the file", g_strerror(errno));
}

static gint compare_paths(gconstpointer a, gconstpointer b)
{
    return strcmp(a, b);
}

static bool write_files(const Writing *writing, GHashTable *files)
{
    bool good = true;
    g_autoptr(GList) paths = g_list_sort(g_hash_table_get_keys(files), compare_paths);
    for (GList *at = paths; at && good; at = at->next) {
        ModelFile *file = g_hash_table_lookup(files, at->data);
        if (file->objects->len == 0) {
            good = remove_file(at->data, writing->diagnostics);
            writing->result->removed++;
        } else if (says_the_same(writing, file)) {
            writing->result->kept++;
        } else {
            good = write_file(writing, at->data, file);
            writing->result->written++;
        }
    }
    return good;
}

static bool write_over(ImportWriter *w, const char *directory, const State *standing,
                       const ModelWriteOptions *options, ModelWriteResult *result,
                       Diagnostics *diagnostics)
{
    Writing writing = {w, NULL, standing, options->same, result, diagnostics};
    g_autoptr(GHashTable) files = plan_files(w, directory, standing);
    if (!standing || !options->kept)
        return write_files(&writing, files);
    ImportWriter before;
    writer_init(&before, standing, options->reading);
    before.style = w->style = standing;
    ImportLayout layout = {&before, w, options->same, options->kept};
    writing.layout = &layout;
    bool good = write_files(&writing, files);
    writer_clear(&before);
    return good;
}

bool models_write(const State *state, const char *directory, const ModelWriteOptions *options,
                  ModelWriteResult *ret_result, Diagnostics *diagnostics)
{
    static const ModelWriteOptions nothing = {0};
    ModelWriteResult result = {0, 0, 0};
    ImportWriter w;
    options = options ? options : &nothing;
    g_autoptr(State) read = NULL;
    if (!options->standing && g_file_test(directory, G_FILE_TEST_IS_DIR)) {
        read = models_read(directory, options->reading, diagnostics);
        if (!read)
            return false;
    }
    const State *standing = options->standing ? options->standing : read;
    writer_init(&w, state, options->reading);
    bool good = write_over(&w, directory, standing, options, &result, diagnostics);
    writer_clear(&w);
    if (ret_result)
        *ret_result = result;
    return good;
}
