#include "tests/support/model_random.h"

#include <string.h>

/* Types between which PostgreSQL can convert, by the first letter of a column's name, each with
 * defaults and checks that fit. */
typedef struct {
    const char *type;
    const char *defaults[3];
    const char *checks[2];
} RandomType;

typedef struct {
    char letter;
    bool ordered; /* has a btree operator class in all its types */
    guint count;
    RandomType types[5];
} TypeGroup;

static const TypeGroup groups[] = {
    {'n',
     true,
     5,
     {{"integer", {"0", "-7", "{ sql: 1 + 1 }"}, {"%s > 0", "%s BETWEEN 1 AND 10"}},
      {"bigint", {"0", "9000000000", "{ sql: abs(-3) }"}, {"%s >= 0", "%s IN (1, 2, 3)"}},
      {"smallint", {"1", "2", "3"}, {"%s > 0", "%s <> 5"}},
      {"numeric(10,2)", {"0", "1.5", "{ sql: round(2.345, 1) }"}, {"%s > 0", "%s < 99.5"}},
      {"double precision", {"0", "2.5", "{ sql: random() }"}, {"%s > 0", "%s <> 0.5"}}}},
    {'t',
     true,
     4,
     {{"text", {"x", "\"it's\"", "\"\""}, {"%s <> ''", "%s LIKE 'a%' OR length(%s) < 9"}},
      {"varchar(30)", {"x", "y", "{ sql: lower('ABC') }"}, {"%s <> 'a'", "lower(%s) = %s"}},
      {"string", {"x", "y", "z"}, {"%s IS NOT NULL", "%s IN ('a', 'b')"}},
      {"char(4)", {"x", "y", "z"}, {"%s <> 'a'", "length(%s) > 1"}}}},
    {'d',
     true,
     3,
     {{"timestamptz",
       {"{ sql: now() }", "{ sql: CURRENT_TIMESTAMP }", "2024-01-31 10:00:00+00"},
       {"%s > '2000-01-01 00:00:00+00'", "%s IS NOT NULL"}},
      {"timestamp(3)",
       {"{ sql: now() }", "2024-01-31 10:00:00", "{ sql: clock_timestamp() }"},
       {"%s > '2000-01-01'", "%s IS NOT NULL"}},
      {"date",
       {"{ sql: CURRENT_DATE }", "2024-01-31", "1999-12-31"},
       {"%s > '2000-01-01'", "extract(year from %s) > 1990"}}}},
    {'b',
     true,
     1,
     {{"boolean", {"true", "false", "{ sql: NOT false }"}, {"%s", "%s IS NOT FALSE"}}}},
    {'j',
     false,
     2,
     {{"jsonb",
       {"{ a: 1 }", "[]", "{ sql: jsonb_build_object() }"},
       {"%s IS NOT NULL", "jsonb_typeof(%s) = 'object'"}},
      {"json", {"{ a: 1 }", "[]", "{}"}, {"%s IS NOT NULL", "json_typeof(%s) = 'object'"}}}},
    {'a',
     true,
     2,
     {{"text[]",
       {"[]", "[a, \"b c\"]", "{ sql: \"ARRAY['x']\" }"},
       {"array_length(%s, 1) < 5", "'x' = ANY (%s)"}},
      {"varchar(9)[]",
       {"[]", "[a, b]", "[\"{\"]"},
       {"array_length(%s, 1) < 5", "cardinality(%s) > 0"}}}},
    {'u',
     true,
     2,
     {{"uuid",
       {"{ sql: gen_random_uuid() }", "00000000-0000-0000-0000-000000000000",
        "11111111-1111-1111-1111-111111111111"},
       {"%s IS NOT NULL", "%s <> '00000000-0000-0000-0000-000000000000'"}},
      {"text", {"u", "v", "w"}, {"%s <> ''", "length(%s) = 36"}}}},
};

static const char *const table_names[] = {"users", "orders", "Mixed", "user", "events", "x1"};
static const char *const enum_names[] = {"mood", "State"};
static const char *const labels[] = {"red", "green", "blue", "grey", "pink", "cyan"};
static const char *const comments[] = {"one", "\"it's two\"", "\"three \\\"3\\\"\""};
static const char *const actions[] = {"cascade", "set null", "restrict", "no action"};

static guint below(GRand *random, guint limit)
{
    return (guint)g_rand_int_range(random, 0, (gint32)limit);
}

static bool chance(GRand *random, guint percent)
{
    return below(random, 100) < percent;
}

#define PICK(random, list) ((list)[below(random, G_N_ELEMENTS(list))])

static const TypeGroup *group_of(const char *field)
{
    for (gsize i = 0; i < G_N_ELEMENTS(groups); i++) {
        if (groups[i].letter == field[0])
            return &groups[i];
    }
    return NULL;
}

static ModelNode *pick_child(GRand *random, const ModelNode *node, const char *kind)
{
    g_autoptr(GPtrArray) found = g_ptr_array_new();

    for (guint i = 0; i < node->children->len; i++) {
        if (strcmp(((ModelNode *)node->children->pdata[i])->kind, kind) == 0)
            g_ptr_array_add(found, node->children->pdata[i]);
    }
    return found->len > 0 ? found->pdata[below(random, found->len)] : NULL;
}

/* ---- fields ---- */

static void choose_enum(GRand *random, const ModelNode *type, ModelNode *field)
{
    g_auto(GStrv) values = g_strsplit(model_node_get(type, "values"), " ", -1);
    const char *value = values[below(random, g_strv_length(values))];
    g_autofree char *quoted = model_sql_name(type->name);
    g_autofree char *check = g_strdup_printf("%%s <> '%s'", values[0]);

    model_node_set(field, "enum", type->name);
    model_node_set(field, "type", quoted);
    model_node_set(field, "default", chance(random, 50) ? value : NULL);
    model_node_set(field, "check", chance(random, 20) ? check : NULL);
}

static void choose_type(GRand *random, ModelNode *field, const TypeGroup *group)
{
    const RandomType *type = &group->types[below(random, group->count)];

    model_node_set(field, "type", type->type);
    model_node_set(field, "default", chance(random, 50) ? PICK(random, type->defaults) : NULL);
    model_node_set(field, "check", chance(random, 20) ? PICK(random, type->checks) : NULL);
}

static void choose_flags(GRand *random, ModelNode *field, const TypeGroup *group)
{
    bool ordered = group == NULL || group->ordered;

    model_node_set(field, "required", chance(random, 40) ? "true" : NULL);
    model_node_set(field, "comment", chance(random, 15) ? PICK(random, comments) : NULL);
    model_node_set(field, "index", ordered && chance(random, 20) ? "true" : NULL);
    model_node_set(field, "unique", ordered && chance(random, 15) ? "true" : NULL);
}

static void add_reference(GRand *random, const ModelNode *models, ModelNode *table)
{
    const ModelNode *target = pick_child(random, models, "table");
    g_autofree char *name = g_strdup_printf("r%u", below(random, 3));
    const ModelNode *id = target != NULL ? model_node_find(target, "field", "id") : NULL;
    ModelNode *field;

    if (id == NULL || model_node_find(table, "field", name) != NULL)
        return;
    field = model_node_add(table, model_node_new("field", name));
    model_node_set(field, "type", chance(random, 50) ? "bigint" : "integer");
    model_node_set(field, "references", target->name);
    model_node_set(field, "on_delete", chance(random, 50) ? PICK(random, actions) : NULL);
    model_node_set(field, "deferrable", chance(random, 15) ? "initially deferred" : NULL);
    model_node_set(field, "index", chance(random, 50) ? "true" : NULL);
}

static void add_field(GRand *random, const ModelNode *models, ModelNode *table)
{
    const ModelNode *type = pick_child(random, models, "enum");
    const TypeGroup *group = &PICK(random, groups);
    bool of_enum = type != NULL && chance(random, 20);
    char letter = group->letter;
    g_autofree char *name = NULL;
    ModelNode *field;

    if (of_enum)
        letter = type->name[0] == 'm' ? 'm' : 's'; /* a column keeps to one enum */
    name = g_strdup_printf("%c%u", letter, below(random, 4));
    if (model_node_find(table, "field", name) != NULL)
        return;
    field = model_node_add(table, model_node_new("field", name));
    if (of_enum)
        choose_enum(random, type, field);
    else
        choose_type(random, field, group);
    choose_flags(random, field, of_enum ? NULL : group);
}

static void choose_key(GRand *random, ModelNode *id)
{
    static const char *const kinds[] = {NULL, "always", "by default",
                                        "{ generation: always, start: 10 }"};
    static const char *const types[] = {"integer", "bigint"};
    const char *kind = PICK(random, kinds);
    bool is_big = chance(random, 50);

    model_node_set(id, "identity", kind);
    model_node_set(id, "type", types[is_big]);
    if (kind == NULL && chance(random, 50))
        model_node_set(id, "type", is_big ? "bigserial" : "serial");
}

/* ---- keys, checks, indexes of several fields ---- */

static const ModelNode *pick_ordered(GRand *random, const ModelNode *table)
{
    const ModelNode *field = pick_child(random, table, "field");
    const TypeGroup *group = field != NULL ? group_of(field->name) : NULL;

    return field != NULL && (group == NULL || group->ordered) ? field : NULL;
}

static bool has_unique(const ModelNode *table, const char *fields)
{
    for (guint i = 0; i < table->children->len; i++) {
        const ModelNode *child = table->children->pdata[i];
        if (strcmp(child->kind, "unique") == 0 &&
            strcmp(model_node_get(child, "fields"), fields) == 0)
            return true;
    }
    return false;
}

static void add_extra(GRand *random, ModelNode *table)
{
    static const char *const kinds[] = {"unique", "index", "index", "check"};
    const char *kind = PICK(random, kinds);
    const ModelNode *one = pick_ordered(random, table);
    const ModelNode *two = pick_ordered(random, table);
    g_autofree char *fields = NULL;
    g_autofree char *name = NULL;
    ModelNode *extra;

    if (one == NULL || two == NULL || one == two)
        return;
    fields = g_strdup_printf("%s %s", one->name, two->name);
    if (strcmp(kind, "unique") == 0 && has_unique(table, fields))
        return; /* CREATE TABLE makes one of two that are alike */
    extra = model_node_add(table, model_node_new(kind, NULL));
    model_node_set(extra, "fields", fields);
    name = g_strdup_printf("\"%s_%s%u\"", table->name, kind, below(random, 1000000000));
    model_node_set(extra, "name", chance(random, 40) ? name : NULL);
    if (strcmp(kind, "check") == 0)
        model_node_set(extra, "expression", "%s IS NOT NULL OR %s IS NULL");
    if (strcmp(kind, "index") == 0) {
        model_node_set(extra, "unique", chance(random, 20) ? "true" : NULL);
        model_node_set(extra, "where", chance(random, 30) ? "%s IS NOT NULL" : NULL);
        model_node_set(extra, "with", chance(random, 20) ? "{ fillfactor: 70 }" : NULL);
        if (one->name[0] == 't' && chance(random, 40))
            model_node_set(extra, "expression", "lower(%s)");
    }
    if (strcmp(kind, "unique") == 0 && chance(random, 20))
        model_node_set(extra, "deferrable", "initially deferred");
}

/* ---- whole models ---- */

static void add_enum(GRand *random, ModelNode *models)
{
    const char *name = PICK(random, enum_names);
    guint first = below(random, 3);
    GString *values = g_string_new(labels[first]);

    if (model_node_find(models, "enum", name) == NULL) {
        for (guint i = first + 1; i < first + 3; i++)
            g_string_append_printf(values, " %s", labels[i]);
        model_node_set(model_node_add(models, model_node_new("enum", name)), "values", values->str);
    }
    g_string_free(values, TRUE);
}

static void add_table(GRand *random, ModelNode *models)
{
    const char *name = PICK(random, table_names);
    ModelNode *table, *id;

    if (model_node_find(models, "table", name) != NULL)
        return;
    table = model_node_add(models, model_node_new("table", name));
    model_node_set(table, "comment", chance(random, 30) ? PICK(random, comments) : NULL);
    model_node_set(table, "options", chance(random, 10) ? "{ fillfactor: 80 }" : NULL);
    id = model_node_add(table, model_node_new("field", "id"));
    model_node_set(id, "primary", "true");
    choose_key(random, id);
    for (guint i = below(random, 6); i > 0; i--)
        add_field(random, models, table);
    for (guint i = below(random, 3); i > 0; i--)
        add_reference(random, models, table);
    for (guint i = below(random, 3); i > 0; i--)
        add_extra(random, table);
}

ModelNode *model_random(GRand *random)
{
    ModelNode *models = model_node_new("models", NULL);

    for (guint i = below(random, 3); i > 0; i--)
        add_enum(random, models);
    for (guint i = 1 + below(random, 4); i > 0; i--)
        add_table(random, models);
    return models;
}

/* ---- changes ---- */

static void change_values(GRand *random, ModelNode *type, const ModelNode *models)
{
    g_auto(GStrv) values = g_strsplit(model_node_get(type, "values"), " ", -1);
    guint count = g_strv_length(values);
    const char *added = PICK(random, labels);
    g_autofree char *first = NULL;

    if (!g_strv_contains((const char *const *)values, added) && chance(random, 60)) {
        g_autofree char *old = g_steal_pointer(&values[below(random, count)]);
        for (guint i = 0; i < count; i++) {
            if (values[i] == NULL)
                values[i] = chance(random, 50) ? g_strdup_printf("%s %s", old, added)
                                               : g_strdup_printf("%s %s", added, old);
        }
    } else if (chance(random, 50)) { /* another order */
        first = values[0];
        values[0] = values[count - 1];
        values[count - 1] = g_steal_pointer(&first);
    } else if (count > 2) {
        g_free(values[count - 1]);
        values[count - 1] = NULL;
    }
    g_autofree char *joined = g_strjoinv(" ", values);
    model_node_set(type, "values", joined);
    for (guint i = 0; i < models->children->len; i++) {
        const ModelNode *table = models->children->pdata[i];
        for (guint j = 0; j < table->children->len; j++) {
            ModelNode *field = table->children->pdata[j];
            if (g_strcmp0(model_node_get(field, "enum"), type->name) == 0)
                choose_enum(random, type, field);
        }
    }
}

static void change_field(GRand *random, const ModelNode *models, ModelNode *field)
{
    const TypeGroup *group = group_of(field->name);
    const char *type = model_node_get(field, "enum");

    if (model_node_get(field, "primary") != NULL)
        choose_key(random, field);
    else if (type != NULL)
        choose_enum(random, model_node_find(models, "enum", type), field);
    else if (group != NULL && chance(random, 60))
        choose_type(random, field, group);
    if (model_node_get(field, "primary") == NULL && group != NULL)
        choose_flags(random, field, group);
}

/* A word of a list of fields, replaced. */
static void replace_field(const ModelNode *table, const char *old, const char *new)
{
    for (guint i = 0; i < table->children->len; i++) {
        ModelNode *extra = table->children->pdata[i];
        const char *fields = model_node_get(extra, "fields");
        g_auto(GStrv) names = g_strsplit(fields != NULL ? fields : "", " ", -1);
        if (fields == NULL)
            continue;
        for (char **name = names; *name != NULL; name++) {
            if (strcmp(*name, old) == 0) {
                g_free(*name);
                *name = g_strdup(new);
            }
        }
        g_autofree char *joined = g_strjoinv(" ", names);
        model_node_set(extra, "fields", joined);
    }
}

static void rename_field(ModelNode *table, ModelNode *field)
{
    g_autofree char *new = g_strconcat(field->name, "_new", NULL);

    if (model_node_get(field, "primary") != NULL || model_node_get(field, "renamed_from") != NULL ||
        model_node_find(table, "field", new) != NULL)
        return;
    model_node_set(field, "renamed_from", field->name);
    replace_field(table, field->name, new);
    g_free(field->name);
    field->name = g_steal_pointer(&new);
}

static void rename_table(const ModelNode *models, ModelNode *table)
{
    g_autofree char *new = g_strconcat(table->name, "_new", NULL);

    if (model_node_get(table, "renamed_from") != NULL ||
        model_node_find(models, "table", new) != NULL)
        return;
    model_node_set(table, "renamed_from", table->name);
    for (guint i = 0; i < models->children->len; i++) {
        const ModelNode *other = models->children->pdata[i];
        for (guint j = 0; j < other->children->len; j++) {
            ModelNode *field = other->children->pdata[j];
            if (g_strcmp0(model_node_get(field, "references"), table->name) == 0)
                model_node_set(field, "references", new);
        }
    }
    g_free(table->name);
    table->name = g_steal_pointer(&new);
}

static void mutate_table(GRand *random, ModelNode *models, ModelNode *table)
{
    ModelNode *field = pick_child(random, table, "field");

    switch (below(random, 8)) {
    case 0:
        add_field(random, models, table);
        break;
    case 1:
        add_reference(random, models, table);
        break;
    case 2:
        add_extra(random, table);
        break;
    case 3:
        if (field != NULL && model_node_get(field, "primary") == NULL)
            g_ptr_array_remove(table->children, field);
        break;
    case 4:
        if (field != NULL)
            rename_field(table, field);
        break;
    case 5:
        if (table->children->len > 1)
            g_ptr_array_remove_index(table->children, 1 + below(random, table->children->len - 1));
        break;
    default:
        if (field != NULL)
            change_field(random, models, field);
    }
}

void model_mutate(GRand *random, ModelNode *models, int count)
{
    for (; count > 0; count--) {
        ModelNode *table = pick_child(random, models, "table");
        ModelNode *type = pick_child(random, models, "enum");
        guint what = below(random, 12);

        if (what == 0 || table == NULL)
            add_table(random, models);
        else if (what == 1)
            g_ptr_array_remove(models->children, table);
        else if (what == 2)
            rename_table(models, table);
        else if (what == 3)
            add_enum(random, models);
        else if (what == 4 && type != NULL)
            change_values(random, type, models);
        else
            mutate_table(random, models, table);
        model_tree_repair(models);
    }
}
