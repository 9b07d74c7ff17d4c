/* Indexes and keys that partitions have from the table they are part of. */
#include "schema/default_names.h"
#include "schema/inheritance.h"
#include "schema/model_reader.h"
#include "schema/part.h"

#include <string.h>

void model_note_attached(ModelReader *r, Object *part, const YamlNode *node)
{
    if (part_attached_to(part))
        g_hash_table_insert(r->attached, part, (gpointer)node);
}

bool model_note_inherited(ModelReader *r, Object *part, const YamlNode *node)
{
    const TableModel *model = model_of(r, part->parent);
    if (!model || !model_has_parents(model) || *part->name == UNNAMED_PREFIX)
        return false;
    g_hash_table_insert(r->attached, part, (gpointer)node);
    return true;
}

/* ---- what a part takes over ---- */

/* Statistics targets of expressions are not handed down. */
static ItemList plain_elements(ModelReader *r, const Field *field, ItemList list)
{
    ItemList copy = state_items(r->state, field->item, list.count);
    memcpy(copy.items, list.items, list.count * field->item->size);
    IndexElement *elements = copy.items;
    for (guint i = 0; i < copy.count; i++)
        elements[i].statistics = NULL;
    return copy;
}

static void take_field(ModelReader *r, const Field *field, Object *part, const Object *above)
{
    switch (field->type) {
    case FIELD_BOOL:
        FIELD_FLAG(part, field) = FIELD_FLAG(above, field);
        break;
    case FIELD_OBJECT:
        FIELD_REFERENCE(part, field) = FIELD_REFERENCE(above, field);
        break;
    case FIELD_NAMES:
    case FIELD_TEXTS:
    case FIELD_CLAUSES:
    case FIELD_OPTIONS:
        FIELD_LIST(part, field) = FIELD_LIST(above, field);
        break;
    case FIELD_ITEMS:
        FIELD_ITEM_LIST(part, field) = plain_elements(r, field, FIELD_ITEM_LIST(above, field));
        break;
    default:
        FIELD_STRING(part, field) = FIELD_STRING(above, field);
        break;
    }
}

/* A key that is part of a plain index has its columns. */
static void take_index(ModelReader *r, KeyConstraint *part, const Index *above)
{
    const IndexElement *elements = above->elements.items;
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < above->elements.count; i++)
        if (elements[i].field)
            g_ptr_array_add(names, (gpointer)elements[i].field);
    if (!part->columns.count)
        part->columns = state_names(r->state, names, true);
    if (!part->include.count)
        part->include = above->include;
    part->nulls_not_distinct = above->nulls_not_distinct;
}

static bool is_key(const Object *object)
{
    return object_kind(object) == KIND_PRIMARY_KEY || object_kind(object) == KIND_UNIQUE;
}

/* One of another kind has the columns too. */
static void take_key(KeyConstraint *part, const KeyConstraint *above)
{
    if (!part->columns.count)
        part->columns = above->columns;
    if (!part->include.count)
        part->include = above->include;
}

/* What the model does not say is as it is above. */
static void complete(ModelReader *r, Object *part, const Object *above, const YamlNode *node)
{
    if (part->info != above->info) {
        if (object_kind(above) == KIND_INDEX && object_kind(part) != KIND_EXCLUSION)
            take_index(r, (KeyConstraint *)part, (const Index *)above);
        else if (is_key(above))
            take_key((KeyConstraint *)part, (const KeyConstraint *)above);
        return;
    }
    for (const Field *f = part->info->fields; f->key; f++)
        if (!part_field_is_own(f) && field_is_empty(f, part) && !(node && yaml_get(node, f->key)))
            take_field(r, f, part, above);
}

/* ---- what a model attaches ---- */

static void error_above(ModelReader *r, const Object *part, const YamlNode *node)
{
    const YamlNode *value = yaml_get(node, "attached_to");
    const Table *table = (const Table *)part->parent;
    value = value ? value : node;
    if (r->incomplete)
        return;
    if (!table->partition_of.name)
        yaml_error(value, r->diagnostics, DIAG_MODEL_CONTRADICTION,
                   "%s is no partition: nothing of it can be attached", table->object.name);
    else
        yaml_error(value, r->diagnostics, DIAG_MODEL_REFERENCE, "table %s has no index \"%s\"",
                   table->partition_of.name, part_attached_to(part));
}

/* PostgreSQL attaches a key to a key of either kind, or to a plain index, and an index to an index.
 */
static bool can_be_part(const Object *part, const Object *above)
{
    return part->info == above->info || object_kind(above) == KIND_INDEX ||
           (is_key(part) && is_key(above));
}

static void read_attached(ModelReader *r, Object *part, const YamlNode *node)
{
    const Object *above = part_above(r->state, part);
    if (!above) {
        error_above(r, part, node);
    } else if (!can_be_part(part, above)) {
        yaml_error(node, r->diagnostics, DIAG_MODEL_CONTRADICTION,
                   "%s %s cannot be attached to %s %s", part->info->word, part->name,
                   above->info->word, above->name);
    } else {
        complete(r, part, above, node);
    }
}

/* ---- what is there without being declared ---- */

static Object *part_of(const State *state, const Object *table, const Object *above)
{
    for (guint i = 0; table->children && i < table->children->len; i++) {
        Object *child = g_ptr_array_index(table->children, i);
        if (part_attached_to(child) && part_above(state, child) == above)
            return child;
    }
    return NULL;
}

static void add_part(ModelReader *r, Object *table, const YamlNode *node, const Object *above)
{
    guint position = 0;
    Object *own = object_kind(above) == KIND_PRIMARY_KEY
                      ? object_child(table, KIND_PRIMARY_KEY, &position)
                      : NULL;
    if (own) { /* a partition has one primary key: that of the table above */
        part_attach(own, above->name);
        return;
    }
    Object *part = model_add_child(r, object_kind(above), table, NULL, node);
    part->place = table->place;
    complete(r, part, above, NULL);
    part_attach(part, above->name);
}

/* ---- checks, triggers and foreign keys ---- */

/* One of the same name is the same one; a partition has none that is its own, too. */
static void inherit(ModelReader *r, TableModel *model, const Object *above)
{
    Object *table = &model->table->object;
    Object *own = state_find_child(r->state, object_kind(above), table, above->name);
    gpointer node = NULL;
    bool stated = own && g_hash_table_lookup_extended(r->attached, own, NULL, &node);
    if (!own) {
        own = state_add(r->state, object_kind(above), table, NULL, above->name, NULL);
        own->place = table->place;
        own->name_implied = above->name_implied;
        stated = true;
    }
    if (stated)
        complete(r, own, above, node);
    if (stated || model->table->partition_of.name)
        part_inherit(own);
}

/* When checked counts, too: PostgreSQL attaches no foreign key that is checked at another time. */
static bool is_same_reference(const Object *own, const Object *above)
{
    for (const Field *f = own->info->fields; f->key; f++)
        if (!part_field_is_own(f) &&
            (f->effect == CHANGE_REPLACE || strcmp(f->key, "deferrable") == 0) &&
            !field_equal(f, own, above))
            return false;
    return true;
}

static void inherit_foreign_key(ModelReader *r, Object *table, const Object *above)
{
    guint position = 0;
    for (Object *own; (own = object_child(table, KIND_FOREIGN_KEY, &position));)
        if (!part_attached_to(own) && is_same_reference(own, above)) {
            part_attach(own, above->name);
            return;
        }
    Object *part = state_add(r->state, KIND_FOREIGN_KEY, table, NULL, above->name, NULL);
    if (!part)
        part = model_add_child(r, KIND_FOREIGN_KEY, table, NULL, model_of(r, table)->node);
    part->place = table->place;
    part->name_implied = true;
    complete(r, part, above, NULL);
    part_attach(part, above->name);
}

static void inherit_constraints(ModelReader *r, TableModel *model, const Object *parent)
{
    guint position = 0;
    for (Object *check; (check = object_child(parent, KIND_CHECK, &position));)
        if (!((const Check *)check)->no_inherit)
            inherit(r, model, check);
    if (!model->table->partition_of.name)
        return;
    position = 0;
    for (Object *trigger; (trigger = object_child(parent, KIND_TRIGGER, &position));)
        if (((const Trigger *)trigger)->for_each)
            inherit(r, model, trigger);
    position = 0;
    for (Object *key; (key = object_child(parent, KIND_FOREIGN_KEY, &position));)
        if (!part_of(r->state, &model->table->object, key))
            inherit_foreign_key(r, &model->table->object, key);
}

/* Whether all partitions have their part: then nothing says that it could be otherwise. */
static void settle_only(ModelReader *r, Object *table, Object *object)
{
    bool lacking = false;
    for (guint i = 0; i < r->tables->len && !lacking; i++) {
        const TableModel *model = g_ptr_array_index(r->tables, i);
        guint position = 0;
        if (!model->table->partition_of.name ||
            inheritance_parent(r->state, &model->table->object, &position) != table)
            continue;
        const Object *part = part_of(r->state, &model->table->object, object);
        lacking = !part || part_is_only(part);
    }
    part_set_only(object, lacking);
}

/* ---- the step ---- */

/* A foreign key has the name of the one above where that is free. */
static void name_part(ModelReader *r, DefaultNames *names, Object *part)
{
    if (*part->name != UNNAMED_PREFIX)
        return;
    if (object_kind(part) == KIND_FOREIGN_KEY && part_attached_to(part) &&
        state_rename(r->state, part, NULL, part_attached_to(part)))
        return;
    g_autofree char *name = default_name(names, part);
    if (name && state_rename(r->state, part, NULL, name))
        default_names_take(names, part);
}

static void add_parts(ModelReader *r, DefaultNames *names, Object *table, const Object *parent)
{
    for (guint i = 0; table->children && i < table->children->len; i++) {
        Object *child = g_ptr_array_index(table->children, i);
        gpointer node = NULL;
        if (part_attached_to(child) &&
            g_hash_table_lookup_extended(r->attached, child, NULL, &node)) {
            read_attached(r, child, node);
            name_part(r, names, child);
        }
    }
    for (guint i = 0; parent->children && i < parent->children->len; i++) {
        const Object *above = g_ptr_array_index(parent->children, i);
        if (kind_attaches(object_kind(above)) && !part_is_only(above) &&
            !part_of(r->state, table, above))
            add_part(r, table, model_of(r, table)->node, above);
    }
    for (guint i = 0; table->children && i < table->children->len; i++)
        name_part(r, names, g_ptr_array_index(table->children, i));
}

static void error_leftover(ModelReader *r, const Object *part, const char *lack)
{
    if (!r->incomplete)
        diag_error(r->diagnostics, DIAG_MODEL_EMPTY, part->place,
                   "this %s has no %s, and no table above has a %s \"%s\"", part->info->word, lack,
                   part->info->word, part->name);
}

/* What says only what differs must have one above. */
static void check_leftover(ModelReader *r, const Object *table)
{
    guint position = 0;
    for (Object *c; (c = object_child(table, KIND_CHECK, &position));)
        if (!((Check *)c)->expression)
            error_leftover(r, c, "expression");
    position = 0;
    for (Object *t; (t = object_child(table, KIND_TRIGGER, &position));)
        if (!((Trigger *)t)->function.name && g_hash_table_contains(r->attached, t))
            error_leftover(r, t, "function");
}

static void complete_table(ModelReader *r, DefaultNames *names, TableModel *model)
{
    Object *table = &model->table->object;
    guint position = 0;
    if (model->parts_done)
        return;
    model->parts_done = true;
    for (Object *parent; (parent = inheritance_parent(r->state, table, &position));) {
        TableModel *above = model_of(r, parent);
        if (above)
            complete_table(r, names, above);
        if (model->table->partition_of.name)
            add_parts(r, names, table, parent);
        inherit_constraints(r, model, parent);
    }
    check_leftover(r, table);
}

static void settle_table(ModelReader *r, Object *table)
{
    for (guint i = 0; table->children && i < table->children->len; i++)
        if (part_is_only(g_ptr_array_index(table->children, i)))
            settle_only(r, table, g_ptr_array_index(table->children, i));
}

static guint depth_of(const State *state, const Object *table)
{
    guint depth = 0;
    guint position = 0;
    while ((table = inheritance_parent(state, table, &position))) {
        position = 0;
        depth++;
    }
    return depth;
}

void model_add_parts(ModelReader *r)
{
    g_autoptr(DefaultNames) names = default_names_new(r->state);
    guint deepest = 0;
    for (guint i = 0; i < r->tables->len; i++) {
        TableModel *model = g_ptr_array_index(r->tables, i);
        complete_table(r, names, model);
        if (model->table->partition_of.name)
            deepest = MAX(deepest, depth_of(r->state, &model->table->object));
    }
    for (guint depth = deepest + 1; depth-- > 0;)
        for (guint i = 0; i < r->tables->len; i++) {
            TableModel *model = g_ptr_array_index(r->tables, i);
            if (model->table->partition_by && depth_of(r->state, &model->table->object) == depth)
                settle_table(r, &model->table->object);
        }
    for (guint i = 0; i < r->state->objects->len; i++) {
        Object *object = g_ptr_array_index(r->state->objects, i);
        if (part_is_only(object) && !((Table *)object->parent)->partition_by)
            part_set_only(object, false);
    }
}
