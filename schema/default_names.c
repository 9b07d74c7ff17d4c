#include "schema/default_names.h"

#include "schema/expression_names.h"
#include "schema/identifier.h"
#include "schema/kinds.h"
#include "schema/literal.h"
#include "schema/part.h"

#include <string.h>

struct DefaultNames {
    GHashTable *relations;   /* QualifiedName * → how many */
    GHashTable *constraints; /* the same */
};

/* ---- names taken ---- */

/* Names are interned, so that pointers can be compared. */
static guint qualified_hash(gconstpointer key)
{
    const QualifiedName *name = key;
    return g_direct_hash(name->name) * 31 + g_direct_hash(name->schema);
}

static gboolean qualified_equal(gconstpointer a, gconstpointer b)
{
    const QualifiedName *x = a;
    const QualifiedName *y = b;
    return x->name == y->name && x->schema == y->schema;
}

static void take(GHashTable *table, const char *schema, const char *name)
{
    QualifiedName probe = {schema, name};
    guint count = GPOINTER_TO_UINT(g_hash_table_lookup(table, &probe));
    g_hash_table_replace(table, g_memdup2(&probe, sizeof probe), GUINT_TO_POINTER(count + 1));
}

static guint taken(GHashTable *table, const char *schema, const char *name)
{
    QualifiedName probe = {schema, g_intern_string(name)};
    return GPOINTER_TO_UINT(g_hash_table_lookup(table, &probe));
}

void default_names_take(DefaultNames *names, const Object *object)
{
    if (object->info->flags & KIND_RELATION)
        take(names->relations, object->schema, object->name);
    if (object->info->flags & KIND_CONSTRAINT)
        take(names->constraints, object->schema, object->name);
}

void default_names_take_relation(DefaultNames *names, const char *schema, const char *name)
{
    take(names->relations, schema, g_intern_string(name));
}

DefaultNames *default_names_new(const State *state)
{
    DefaultNames *names = g_new0(DefaultNames, 1);
    names->relations = g_hash_table_new_full(qualified_hash, qualified_equal, g_free, NULL);
    names->constraints = g_hash_table_new_full(qualified_hash, qualified_equal, g_free, NULL);
    for (guint i = 0; i < state->objects->len; i++) {
        const Object *object = g_ptr_array_index(state->objects, i);
        /* what is inherited shares the name of the one above */
        if ((guchar)*object->name >= ' ' &&
            (!part_is_inherited(object) || kind_attaches(object_kind(object))))
            default_names_take(names, object);
    }
    return names;
}

void default_names_free(DefaultNames *names)
{
    if (!names)
        return;
    g_hash_table_unref(names->relations);
    g_hash_table_unref(names->constraints);
    g_free(names);
}

/* ---- makeObjectName ---- */

/* name1_name2_label in at most 63 bytes; the longer of the names is cut first. */
static char *make_name(const char *name1, const char *name2, const char *label)
{
    gsize overhead = strlen(label) + 1 + (name2 ? 1 : 0);
    gsize available = IDENTIFIER_LIMIT - overhead;
    gsize length1 = strlen(name1);
    gsize length2 = name2 ? strlen(name2) : 0;
    while (length1 + length2 > available) {
        if (length1 > length2)
            length1--;
        else
            length2--;
    }
    length1 = identifier_clip(name1, length1);
    length2 = name2 ? identifier_clip(name2, length2) : 0;
    return g_strdup_printf("%.*s%s%.*s_%s", (int)length1, name1, name2 ? "_" : "", (int)length2,
                           name2 ? name2 : "", label);
}

/* ---- what a name is made of ---- */

/* ChooseIndexColumnNames: a repeated name gets a number. */
static void add_column_name(GPtrArray *names, const char *name)
{
    g_autofree char *tried = g_strdup(name);
    for (guint i = 1; g_ptr_array_find_with_equal_func(names, tried, g_str_equal, NULL); i++) {
        g_autofree char *number = g_strdup_printf("%u", i);
        gsize length = identifier_clip(name, IDENTIFIER_LIMIT - strlen(number));
        g_free(tried);
        tried = g_strdup_printf("%.*s%s", (int)length, name, number);
    }
    g_ptr_array_add(names, g_steal_pointer(&tried));
}

static void add_names(GPtrArray *names, NameList list)
{
    for (guint i = 0; i < list.count; i++)
        add_column_name(names, list.names[i]);
}

static void add_elements(GPtrArray *names, ItemList list)
{
    const IndexElement *elements = list.items;
    for (guint i = 0; i < list.count; i++) {
        g_autofree char *name = elements[i].expression
                                    ? expression_column_name(elements[i].expression)
                                    : g_strdup(elements[i].field);
        add_column_name(names, name ? name : "expr");
    }
}

/* ChooseIndexNameAddition: joined by _, and no more once 64 bytes are full. */
static char *joined(const GPtrArray *names)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < names->len && out->len <= IDENTIFIER_LIMIT; i++) {
        if (out->len)
            g_string_append_c(out, '_');
        g_string_append(out, g_ptr_array_index(names, i));
    }
    return g_string_free(g_steal_pointer(&out), FALSE);
}

/* Each gives the middle of the name, or NULL for none. */
typedef char *MiddleOf(const Object *object);

static char *middle_of_key(const Object *object)
{
    const KeyConstraint *key = (const KeyConstraint *)object;
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    add_names(names, key->columns);
    add_names(names, key->include);
    return joined(names);
}

static char *middle_of_exclusion(const Object *object)
{
    const Exclusion *exclusion = (const Exclusion *)object;
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    add_elements(names, exclusion->elements);
    add_names(names, exclusion->include);
    return joined(names);
}

static char *middle_of_index(const Object *object)
{
    const Index *index = (const Index *)object;
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    add_elements(names, index->elements);
    add_names(names, index->include);
    return joined(names);
}

static char *middle_of_foreign_key(const Object *object)
{
    const ForeignKey *key = (const ForeignKey *)object;
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < key->columns.count; i++)
        g_ptr_array_add(names, g_strdup(key->columns.names[i]));
    return joined(names);
}

static char *middle_of_check(const Object *object)
{
    const Check *check = (const Check *)object;
    if (object_kind(object->parent) == KIND_DOMAIN || !check->expression)
        return NULL;
    return g_strdup(expression_single_column(check->expression, object->parent));
}

static const struct {
    const char *label;
    MiddleOf *middle; /* NULL: the table's name and the label are all */
} name_rules[KIND_COUNT] = {
    [KIND_PRIMARY_KEY] = {"pkey", NULL},
    [KIND_UNIQUE] = {"key", middle_of_key},
    [KIND_CHECK] = {"check", middle_of_check},
    [KIND_EXCLUSION] = {"excl", middle_of_exclusion},
    [KIND_FOREIGN_KEY] = {"fkey", middle_of_foreign_key},
    [KIND_INDEX] = {"idx", middle_of_index},
};

/* ---- choosing ---- */

/* Relations must differ from relations, and those of constraints from constraints too. */
static bool is_free(const DefaultNames *names, guint flags, const char *schema, const char *name)
{
    if ((flags & KIND_RELATION) && taken(names->relations, schema, name))
        return false;
    return !(flags & KIND_CONSTRAINT) || !taken(names->constraints, schema, name);
}

static char *choose(const DefaultNames *names, guint flags, const char *schema, const char *name1,
                    const char *name2, const char *label)
{
    g_autofree char *name = make_name(name1, name2, label);
    for (guint pass = 1; !is_free(names, flags, schema, name); pass++) {
        g_autofree char *numbered = g_strdup_printf("%s%u", label, pass);
        g_free(name);
        name = make_name(name1, name2, numbered);
    }
    return g_steal_pointer(&name);
}

char *default_name(const DefaultNames *names, const Object *object)
{
    Kind kind = object_kind(object);
    if (!name_rules[kind].label)
        return NULL;
    g_autofree char *middle = name_rules[kind].middle ? name_rules[kind].middle(object) : NULL;
    return choose(names, object->info->flags, object->schema, object->parent->name, middle,
                  name_rules[kind].label);
}

char *default_first_name(const Object *object)
{
    Kind kind = object_kind(object);
    if (!name_rules[kind].label)
        return NULL;
    g_autofree char *middle = name_rules[kind].middle ? name_rules[kind].middle(object) : NULL;
    return make_name(object->parent->name, middle, name_rules[kind].label);
}

char *default_sequence_name(const DefaultNames *names, const Object *column)
{
    return choose(names, KIND_RELATION, column->schema, column->parent->name, column->name, "seq");
}

char *default_first_sequence_name(const Object *column)
{
    return make_name(column->parent->name, column->name, "seq");
}

bool default_sequence_name_is(const Object *column, const char *name)
{
    g_autofree char *first = default_first_sequence_name(column);
    return strcmp(first, name) == 0;
}

char *default_not_null_name(const Object *object)
{
    return object->parent ? make_name(object->parent->name, object->name, "not_null")
                          : make_name(object->name, NULL, "not_null");
}

char *default_nextval(const Object *sequence)
{
    g_autoptr(GString) name = g_string_new(NULL);
    identifier_append_qualified(name, (QualifiedName){sequence->schema, sequence->name});
    g_autofree char *literal = literal_labelled(name->str, "regclass");
    return g_strdup_printf("nextval(%s)", literal);
}

/* Whether another child of the table says the same, so that only the names tell the two apart. */
static bool has_equal(const Object *object)
{
    const GPtrArray *siblings = object->parent->children;
    for (guint i = 0; i < siblings->len; i++) {
        const Object *other = g_ptr_array_index(siblings, i);
        if (other != object && other->info == object->info &&
            (object_difference(object, other) & ~CHANGED_BESIDES) == 0)
            return true;
    }
    return false;
}

bool default_name_is_given(const DefaultNames *names, const Object *object)
{
    guint flags = object->info->flags;
    g_autofree char *first = default_first_name(object);
    if (!first || strcmp(first, object->name) != 0 || has_equal(object))
        return false;
    /* Constraints of different tables may share a name; then only one could have it back. */
    return (!(flags & KIND_RELATION) || taken(names->relations, object->schema, first) == 1) &&
           (!(flags & KIND_CONSTRAINT) || taken(names->constraints, object->schema, first) == 1);
}
