/* A model file written anew where its objects changed, and as it stands elsewhere. */
#include "schema/import_objects.h"
#include "schema/yaml_patch.h"

#include <string.h>

/* ---- what is kept ---- */

typedef enum Keep { KEEP_NOTHING, KEEP_DOCUMENTS, KEEP_ENTRIES } Keep;

typedef struct KeptFile {
    YamlFile *file; /* as it was at first; NULL: it could not be read */
    YamlText *text;
    Keep keep;
    bool *anew; /* of each document: written anew although entries are kept */
} KeptFile;

struct ModelsKept {
    GHashTable *files; /* KeptFile * by path */
};

static void kept_file_free(gpointer data)
{
    KeptFile *kept = data;
    yaml_text_free(kept->text);
    yaml_file_free(kept->file);
    g_free(kept->anew);
    g_free(kept);
}

ModelsKept *models_kept_new(void)
{
    ModelsKept *kept = g_new0(ModelsKept, 1);
    kept->files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, kept_file_free);
    return kept;
}

void models_kept_free(ModelsKept *kept)
{
    if (!kept)
        return;
    g_hash_table_unref(kept->files);
    g_free(kept);
}

static KeptFile *kept_file(ModelsKept *kept, const char *path)
{
    KeptFile *file = g_hash_table_lookup(kept->files, path);
    if (file)
        return file;
    g_autoptr(Diagnostics) unread = diagnostics_new();
    file = g_new0(KeptFile, 1);
    file->file = yaml_file_read(path, unread);
    file->text = file->file ? yaml_text_new(file->file) : NULL;
    file->keep = file->file ? KEEP_ENTRIES : KEEP_NOTHING;
    file->anew = file->file ? g_new0(bool, yaml_file_documents(file->file)) : NULL;
    g_hash_table_insert(kept->files, g_strdup(path), file);
    return file;
}

/* The document of a file in which a line is, or -1. */
static int document_at(const KeptFile *file, int line)
{
    for (guint i = 0; line && i < yaml_file_documents(file->file); i++)
        if (yaml_text_has_line(file->text, i, line))
            return (int)i;
    return -1;
}

/* A document once, then its file. */
bool models_keep_less(ModelsKept *kept, const GArray *places)
{
    g_autoptr(GHashTable) files = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) documents = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < places->len; i++) {
        Place place = g_array_index(places, Place, i);
        KeptFile *file = place.file ? g_hash_table_lookup(kept->files, place.file) : NULL;
        if (!file || file->keep == KEEP_NOTHING)
            continue;
        int document = file->keep == KEEP_ENTRIES ? document_at(file, place.line) : -1;
        bool *anew = document < 0 ? NULL : &file->anew[document];
        if (anew && (!*anew || g_hash_table_contains(documents, anew))) {
            *anew = true;
            g_hash_table_add(documents, anew);
        } else if (g_hash_table_add(files, file)) {
            file->keep--;
        }
    }
    return g_hash_table_size(files) + g_hash_table_size(documents) > 0;
}

bool models_keep_nothing(ModelsKept *kept)
{
    GHashTableIter iter;
    gpointer value = NULL;
    bool any = false;
    g_hash_table_iter_init(&iter, kept->files);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        KeptFile *file = value;
        any = any || file->keep != KEEP_NOTHING;
        file->keep = KEEP_NOTHING;
    }
    return any;
}

/* ---- what is the same ---- */

/* A document of the file. */
typedef struct Document {
    const ImportLayout *layout;
    const KeptFile *kept;
    guint number;
    GPtrArray *standing; /* const Object * that it declares, in its order */
} Document;

static guint children_of(const Object *object)
{
    return object->children ? object->children->len : 0;
}

static bool has_same_fields(const Object *object, const Object *in_models)
{
    return object_difference(object, in_models) == 0;
}

bool models_say(const State *models, const Object *object, ModelsSame *same)
{
    const Object *old = state_find_same(models, object);
    same = same ? same : has_same_fields;
    if (!old || !same(object, old) || children_of(object) != children_of(old))
        return false;
    for (guint i = 0; i < children_of(object); i++)
        if (!models_say(models, g_ptr_array_index(object->children, i), same))
            return false;
    return true;
}

static Object *successor(const Document *d, guint i)
{
    return state_find_same(d->layout->after->state, g_ptr_array_index(d->standing, i));
}

static bool is_unchanged(const Document *d, guint i)
{
    const Object *new = successor(d, i);
    return new &&models_say(d->layout->before->state, new, d->layout->same);
}

/* ---- changing entries ---- */

/* What the document has under a key in which several objects stand: the plural of their kind, or
 * the partitions of a table; NULL when the object is not there. */
static const YamlNode *list_with(const Document *d, const char *key, const Object *object)
{
    const YamlNode *list = yaml_get(yaml_file_root(d->kept->file, d->number), key);
    if (!list || yaml_kind(list) == YAML_SCALAR ||
        (yaml_kind(list) == YAML_MAPPING && !yaml_get(list, object->name)))
        return NULL;
    return list;
}

static const YamlNode *plural_with(const Document *d, const Object *object)
{
    return list_with(d, kind_infos[object_kind(object)]->plural, object);
}

/* What the object's own document would say but for these keys (NULL-terminated). */
static YamlOut *document_without(const ImportWriter *w, const Object *object,
                                 const char *const *keys)
{
    YamlOut *document = import_document(w, object);
    for (; *keys; keys++) {
        int entry = yaml_out_find(document, *keys);
        if (entry >= 0)
            yaml_out_free(yaml_out_take(document, (guint)entry));
    }
    return document;
}

static YamlOut *list_under(YamlOut *tree, const char *key, bool mapping)
{
    int entry = yaml_out_find(tree, key);
    if (entry >= 0)
        return yaml_out_value(tree, (guint)entry);
    return yaml_out_set(tree, key, mapping ? yaml_out_mapping() : yaml_out_list());
}

/* An item of a list: the name, with what else there is to say, which is taken over. */
static YamlOut *item_with_name(const char *name, YamlOut *said)
{
    g_autoptr(YamlOut) rest = said;
    if (yaml_out_count(rest) == 0)
        return yaml_out_text(name);
    YamlOut *item = yaml_out_mapping();
    yaml_out_set(item, "name", yaml_out_text(name));
    while (yaml_out_count(rest)) {
        g_autofree char *key = g_strdup(yaml_out_key(rest, 0));
        yaml_out_set(item, key, yaml_out_take(rest, 0));
    }
    return item;
}

/* What there is to say of an object (taken over), without its key where it stands so: the values of
 * an enum, where a partition begins and ends. */
static YamlOut *shortened(const YamlNode *standing, YamlOut *said)
{
    if (yaml_kind(standing) == YAML_MAPPING || yaml_is_null(standing) ||
        yaml_out_count(said) != 1 || strcmp(yaml_out_key(said, 0), "values") != 0)
        return said;
    YamlOut *values = yaml_out_take(said, 0);
    yaml_out_free(said);
    return values;
}

/* Adds the object to the list that it stands in, as that is written. */
static void put_listed(const ImportWriter *w, YamlOut *tree, const char *key, const YamlNode *list,
                       const Object *object)
{
    const char *const keys[] = {object->info->word, "partition_of", NULL};
    bool mapping = yaml_kind(list) == YAML_MAPPING;
    YamlOut *items = list_under(tree, key, mapping);
    YamlOut *said = document_without(w, object, keys);
    if (mapping) {
        yaml_out_set(items, object->name, shortened(yaml_get(list, object->name), said));
        return;
    }
    yaml_out_add(items, item_with_name(object->name, said));
}

/* The same on both sides, unless the object is gone. */
static void put_both(const Document *d, YamlOut *before, YamlOut *after, guint i, const char *key,
                     const YamlNode *list)
{
    const Object *old = g_ptr_array_index(d->standing, i);
    const Object *new = successor(d, i);
    put_listed(d->layout->before, before, key, list, old);
    if (new &&is_unchanged(d, i))
        put_listed(d->layout->before, after, key, list, old);
    else if (new)
        put_listed(d->layout->after, after, key, list, new);
}

/* All but the first `from` of its objects, each of which stands in a list: under `key`, or under
 * the plural of its kind. */
static bool put_lists(const Document *d, YamlOut *before, YamlOut *after, guint from,
                      const char *key)
{
    for (guint i = from; i < d->standing->len; i++) {
        const Object *old = g_ptr_array_index(d->standing, i);
        const char *under = key ? key : kind_infos[object_kind(old)]->plural;
        const YamlNode *list = list_with(d, under, old);
        if (list)
            put_both(d, before, after, i, under, list);
        else if (!is_unchanged(d, i))
            return false;
    }
    return true;
}

/* One object's document has it first; other objects in it are partitions. */
static char *patch_document(const Document *d)
{
    const Object *old = g_ptr_array_index(d->standing, 0);
    const Object *new = successor(d, 0);
    g_autoptr(YamlOut) before = NULL;
    g_autoptr(YamlOut) after = NULL;
    bool listed = plural_with(d, old) != NULL;
    if (listed) {
        before = yaml_out_mapping();
        after = yaml_out_mapping();
    } else if (new) {
        before = import_document(d->layout->before, old);
        after = is_unchanged(d, 0) ? import_document(d->layout->before, old)
                                   : import_document(d->layout->after, new);
    } else {
        return NULL;
    }
    bool put = put_lists(d, before, after, listed ? 0 : 1, listed ? NULL : "partitions");
    return put ? yaml_text_patch(d->kept->text, d->number, before, after) : NULL;
}

/* ---- documents ---- */

/* The name that a model has for relations of others. */
static void append_model_name(const Document *d, GString *out)
{
    const YamlNode *name = yaml_get(yaml_file_root(d->kept->file, d->number), "name");
    if (!name || !yaml_text(name) || !successor(d, 0))
        return;
    g_autoptr(YamlOut) mapping = yaml_out_mapping();
    yaml_out_set(mapping, "name", yaml_out_text(yaml_text(name)));
    g_autofree char *line = yaml_out_print_part(mapping, 0);
    yaml_text_append(d->kept->text, line, out);
}

/* As import writes it, below the comments that it begins with. */
static void write_anew(const Document *d, GString *out)
{
    g_autoptr(GPtrArray) objects = g_ptr_array_new();
    for (guint i = 0; i < d->standing->len; i++) {
        Object *new = successor(d, i);
        if (new)
            g_ptr_array_add(objects, new);
    }
    if (objects->len == 0)
        return;
    g_autofree char *head = yaml_text_head(d->kept->text, d->number);
    g_autofree char *text = import_print(d->layout->after, objects);
    g_string_append(out, head);
    if (d->number && !strstr(head, "---"))
        yaml_text_append(d->kept->text, "---\n", out);
    append_model_name(d, out);
    yaml_text_append(d->kept->text, text, out);
}

/* One that declares nothing that models would lose stays. */
static void write_document(const Document *d, GString *out)
{
    g_autofree char *text = NULL;
    bool changed = false;
    for (guint i = 0; i < d->standing->len; i++)
        changed = changed || !is_unchanged(d, i);
    if (!changed)
        text = yaml_text_document(d->kept->text, d->number);
    else if (d->kept->keep == KEEP_ENTRIES && !d->kept->anew[d->number])
        text = patch_document(d);
    if (text)
        g_string_append(out, text);
    else
        write_anew(d, out);
}

static gint by_place(gconstpointer a, gconstpointer b)
{
    const Object *left = *(const Object *const *)a;
    const Object *right = *(const Object *const *)b;
    return left->place.line != right->place.line ? left->place.line - right->place.line
                                                 : left->place.column - right->place.column;
}

static GPtrArray *declared_in(const YamlText *text, guint document, const GPtrArray *standing)
{
    GPtrArray *found = g_ptr_array_new();
    for (guint i = 0; i < standing->len; i++) {
        Object *object = g_ptr_array_index(standing, i);
        if (yaml_text_has_line(text, document, object->place.line))
            g_ptr_array_add(found, object);
    }
    g_ptr_array_sort(found, by_place);
    return found;
}

static void write_documents(const ImportLayout *layout, const KeptFile *kept,
                            const GPtrArray *standing, GString *out)
{
    for (guint i = 0; i < yaml_file_documents(kept->file); i++) {
        g_autoptr(GPtrArray) declared = declared_in(kept->text, i, standing);
        Document document = {layout, kept, i, declared};
        if (out->len && out->str[out->len - 1] != '\n')
            yaml_text_append(kept->text, "\n", out);
        write_document(&document, out);
    }
}

/* ---- the file ---- */

static void add_new(const ImportLayout *layout, const YamlText *text, GPtrArray *objects,
                    GString *out)
{
    g_autoptr(GPtrArray) added = g_ptr_array_new();
    for (guint i = 0; i < objects->len; i++) {
        Object *object = g_ptr_array_index(objects, i);
        if (!state_find_same(layout->before->state, object))
            g_ptr_array_add(added, object);
    }
    if (added->len == 0)
        return;
    g_autofree char *printed = import_print(layout->after, added);
    if (out->len)
        yaml_text_append(text, g_str_has_suffix(out->str, "\n") ? "---\n" : "\n---\n", out);
    yaml_text_append(text, printed, out);
}

char *import_keep_layout(const ImportLayout *layout, const char *path, const GPtrArray *standing,
                         GPtrArray *objects)
{
    const KeptFile *kept = kept_file(layout->kept, path);
    if (kept->keep == KEEP_NOTHING)
        return NULL;
    GString *out = g_string_new(NULL);
    write_documents(layout, kept, standing, out);
    add_new(layout, kept->text, objects, out);
    g_string_prepend(out, yaml_text_mark(kept->text));
    return g_string_free(out, FALSE);
}
