#include "diff/depend.h"

#include "diff/mention.h"
#include "schema/inheritance.h"
#include "schema/kinds.h"
#include "schema/language.h"
#include "schema/part.h"
#include "schema/reference.h"

#include <string.h>

static void add_row(Dependencies *d, const Object *object, Dependency row)
{
    if (!row.on || row.on == object)
        return;
    GArray **list = &d->of[object->index];
    if (!*list)
        *list = g_array_new(FALSE, TRUE, sizeof(Dependency));
    for (guint i = 0; i < (*list)->len; i++) {
        Dependency *known = &g_array_index(*list, Dependency, i);
        if (known->on == row.on && known->via == row.via) {
            known->soft &= row.soft;
            return;
        }
    }
    g_array_append_val(*list, row);
}

static void add(Dependencies *d, const Object *object, Object *on, const Field *via, bool soft)
{
    add_row(d, object, (Dependency){.on = on, .via = via, .soft = soft});
}

typedef struct Scan {
    Dependencies *dependencies;
    const Mentions *mentions;
    const Object *object;
    const Field *field;
    ObjectFilter *meant; /* of the reference that is being looked up */
} Scan;

static void found(void *data, Object *on, bool soft)
{
    const Scan *scan = data;
    add(scan->dependencies, scan->object, on, scan->field, soft);
}

static void found_loosely(void *data, Object *on, bool soft)
{
    const Scan *scan = data;
    (void)soft;
    if (!on->parent)
        add_row(scan->dependencies, scan->object,
                (Dependency){.on = on, .via = scan->field, .soft = true, .loose = true});
}

static Object *column_of(const State *state, const Object *table, const char *name)
{
    return table && name ? state_find_child(state, KIND_COLUMN, table, name) : NULL;
}

static void scan_fields(Scan *scan, const Field *fields, const void *base);

static void scan_names(const Scan *scan, NameList names)
{
    for (guint i = 0; i < names.count; i++)
        add(scan->dependencies, scan->object,
            column_of(scan->dependencies->state, scan->object->parent, names.names[i]), scan->field,
            false);
}

static void scan_clauses(Scan *scan, NameList clauses)
{
    for (guint i = 0; i < clauses.count; i++)
        mentions_in_text(scan->mentions, scan->object, clauses.names[i], false, found, scan);
}

static void scan_plain_name(const Scan *scan, const Field *field, const char *name)
{
    Kind kind = reference_plain_kind(scan->object, field);
    if (name && kind != KIND_COUNT)
        add(scan->dependencies, scan->object,
            state_find(scan->dependencies->state, kind, NULL, name), scan->field, false);
}

/* A publication rests on the columns that it names of its tables. */
static void add_published(Scan *scan, const Publication *publication)
{
    const PublishedTable *tables = publication->tables.items;
    for (guint i = 0; i < publication->schemas.count; i++)
        add(scan->dependencies, scan->object,
            state_find(scan->dependencies->state, KIND_SCHEMA, NULL, publication->schemas.names[i]),
            kind_field(publication->object.info, "schemas"), false);
    scan->field = kind_field(publication->object.info, "tables");
    for (guint i = 0; i < publication->tables.count; i++) {
        const Object *table = state_find(scan->dependencies->state, KIND_TABLE,
                                         tables[i].table.schema, tables[i].table.name);
        if (!table)
            continue;
        for (guint c = 0; c < tables[i].columns.count; c++)
            found(scan, column_of(scan->dependencies->state, table, tables[i].columns.names[c]),
                  false);
        mentions_in_text(scan->mentions, table, tables[i].where, false, found, scan);
    }
}

static bool is_source(const Field *field)
{
    return strcmp(field->key, "body") == 0;
}

static void found_meant(void *data, Object *on, bool soft)
{
    const Scan *scan = data;
    if (scan->meant(on))
        found(data, on, soft);
}

/* A function without a schema is PostgreSQL's own. */
static void scan_reference(Scan *scan, const Field *field, QualifiedName name)
{
    scan->meant = reference_filter(field);
    if (!reference_is_to_function(field) || name.schema)
        mentions_of_name(scan->mentions, name, found_meant, scan);
}

static void scan_field(Scan *scan, const Field *field, const void *base)
{
    switch (field->type) {
    case FIELD_EXPR:
    case FIELD_CLAUSE:
    case FIELD_QUERY:
    case FIELD_TYPE:
        mentions_in_text(scan->mentions, scan->object, FIELD_STRING(base, field),
                         field->type == FIELD_TYPE, found, scan);
        break;
    case FIELD_OBJECT:
        scan_reference(scan, field, FIELD_REFERENCE(base, field));
        break;
    case FIELD_CLAUSES:
        scan_clauses(scan, FIELD_LIST(base, field));
        break;
    case FIELD_TEXT:
        if (is_source(field))
            mentions_in_text(scan->mentions, scan->object, FIELD_STRING(base, field), false,
                             found_loosely, scan);
        break;
    case FIELD_NAMES:
        scan_names(scan, FIELD_LIST(base, field));
        break;
    case FIELD_NAME:
        add(scan->dependencies, scan->object,
            column_of(scan->dependencies->state, scan->object->parent, FIELD_STRING(base, field)),
            scan->field, false);
        scan_plain_name(scan, field, FIELD_STRING(base, field));
        break;
    case FIELD_ITEMS: {
        ItemList list = FIELD_ITEM_LIST(base, field);
        for (guint i = 0; i < list.count; i++)
            scan_fields(scan, field->item->fields,
                        (const char *)list.items + i * field->item->size);
        break;
    }
    default:
        break;
    }
}

/* Two operators name each other, and PostgreSQL knows the one of which it has but the name. */
static bool names_counterpart(const Field *field)
{
    return strcmp(field->key, "commutator") == 0 || strcmp(field->key, "negator") == 0;
}

static void scan_fields(Scan *scan, const Field *fields, const void *base)
{
    bool top = base == scan->object;
    for (const Field *f = fields; f->key; f++) {
        if (f->effect == CHANGE_IGNORE || names_counterpart(f))
            continue;
        if (top)
            scan->field = f;
        scan_field(scan, f, base);
    }
}

/* A foreign key rests on columns of the other table and on the key that makes them unique. */
static void add_foreign_key(Dependencies *d, const ForeignKey *fk)
{
    Object *table = state_find(d->state, KIND_TABLE, fk->references.schema, fk->references.name);
    if (!table)
        return;
    const Field *via = kind_field(fk->object.info, "referenced_fields");
    for (guint i = 0; i < fk->referenced_columns.count; i++)
        add(d, &fk->object, column_of(d->state, table, fk->referenced_columns.names[i]), via,
            false);
    for (guint i = 0; table->children && i < table->children->len; i++) {
        Object *key = g_ptr_array_index(table->children, i);
        if (object_kind(key) == KIND_PRIMARY_KEY || object_kind(key) == KIND_UNIQUE) {
            NameList columns = ((KeyConstraint *)key)->columns;
            bool same = columns.count == fk->referenced_columns.count;
            for (guint j = 0; same && j < columns.count; j++)
                same = name_list_contains(fk->referenced_columns, columns.names[j]);
            if (same)
                add(d, &fk->object, key, via, false);
        } else if (object_kind(key) == KIND_INDEX && ((Index *)key)->unique) {
            const Index *index = (Index *)key;
            bool same = index->elements.count == fk->referenced_columns.count;
            const IndexElement *e = index->elements.items;
            for (guint j = 0; same && j < index->elements.count; j++)
                same = e[j].field && name_list_contains(fk->referenced_columns, e[j].field);
            if (same)
                add(d, &fk->object, key, via, false);
        }
    }
}

static void add_owner(Dependencies *d, const Sequence *sequence)
{
    const Object *table = state_find(d->state, KIND_TABLE, sequence->owned_by_table.schema,
                                     sequence->owned_by_table.name);
    if (sequence->owned_by_column)
        add(d, &sequence->object, column_of(d->state, table, sequence->owned_by_column),
            kind_field(sequence->object.info, "owned_by_column"), false);
}

static void add_object(Dependencies *d, const Mentions *mentions, Object *object)
{
    add(d, object, object->parent, NULL, false);
    if (object->schema && !object->parent)
        add(d, object, state_find(d->state, KIND_SCHEMA, NULL, object->schema), NULL, false);
    Scan scan = {d, mentions, object, NULL, NULL};
    scan_fields(&scan, object->info->fields, object);
    if (part_attached_to(object) || object_kind(object) == KIND_TRIGGER)
        add(d, object, part_above(d->state, object),
            kind_field(object->info, part_attached_to(object) ? "attached_to" : "inherited"),
            false);
    if (object_kind(object) == KIND_PUBLICATION)
        add_published(&scan, (Publication *)object);
    if (object_kind(object) == KIND_FOREIGN_KEY)
        add_foreign_key(d, (ForeignKey *)object);
    else if (object_kind(object) == KIND_SEQUENCE)
        add_owner(d, (Sequence *)object);
    else if (object_kind(object) == KIND_COLUMN && ((Column *)object)->inherited)
        add(d, object, inherited_column(d->state, object), kind_field(object->info, "inherited"),
            false);
    else if (object_kind(object) == KIND_EXTENSION)
        add(d, object, state_find(d->state, KIND_SCHEMA, NULL, ((Extension *)object)->in_schema),
            NULL, false);
}

static bool is_default_for(const OperatorClass *class, const Column *column, const char *method)
{
    return class->is_default && g_strcmp0(class->type, column->type) == 0 &&
           g_str_equal(class->method, method ? method : "btree");
}

/* An index that names no operator class has the default one of the column's type. */
static void add_default_classes(Dependencies *d, GPtrArray *classes)
{
    for (guint i = 0; classes->len && i < d->state->objects->len; i++) {
        Object *object = g_ptr_array_index(d->state->objects, i);
        const Index *index = (const Index *)object;
        const IndexElement *e = index->elements.items;
        if (object_kind(object) != KIND_INDEX)
            continue;
        for (guint n = 0; n < index->elements.count; n++) {
            const Object *column = column_of(d->state, object->parent, e[n].field);
            for (guint c = 0; column && !e[n].opclass.name && c < classes->len; c++)
                if (is_default_for(g_ptr_array_index(classes, c), (const Column *)column,
                                   index->method))
                    add(d, object, g_ptr_array_index(classes, c),
                        kind_field(object->info, "fields"), false);
        }
    }
}

static GPtrArray *objects_of(const State *state, Kind kind)
{
    GPtrArray *found = g_ptr_array_new();
    for (guint i = 0; i < state->objects->len; i++)
        if (object_kind(g_ptr_array_index(state->objects, i)) == kind)
            g_ptr_array_add(found, g_ptr_array_index(state->objects, i));
    return found;
}

static bool takes_type(const Routine *routine, const char *type)
{
    if (name_list_contains(routine->transforms, type))
        return true;
    const Argument *arguments = routine->arguments.items;
    for (guint i = 0; i < routine->arguments.count; i++)
        if (g_strcmp0(arguments[i].type, type) == 0)
            return true;
    return g_strcmp0(routine->returns, type) == 0;
}

/* Functions depend on the transforms there are for their types and their language, whether they ask
 * for them or not. */
static void add_transforms(Dependencies *d, GPtrArray *transforms)
{
    for (guint i = 0; transforms->len && i < d->state->objects->len; i++) {
        Object *object = g_ptr_array_index(d->state->objects, i);
        const Routine *routine = (const Routine *)object;
        if (object_kind(object) != KIND_FUNCTION && object_kind(object) != KIND_PROCEDURE)
            continue;
        const char *language = routine->language ? routine->language : "sql";
        for (guint t = 0; t < transforms->len; t++) {
            Transform *transform = g_ptr_array_index(transforms, t);
            if (g_str_equal(transform->language, language) && takes_type(routine, transform->type))
                add(d, object, &transform->object, kind_field(object->info, "transforms"), false);
        }
    }
}

static void turn_round(Dependencies *d)
{
    for (guint i = 0; i < d->state->objects->len; i++) {
        for (guint j = 0; d->of[i] && j < d->of[i]->len; j++) {
            guint on = g_array_index(d->of[i], Dependency, j).on->index;
            if (!d->dependents[on])
                d->dependents[on] = g_ptr_array_new();
            Object *object = g_ptr_array_index(d->state->objects, i);
            if (!g_ptr_array_find(d->dependents[on], object, NULL))
                g_ptr_array_add(d->dependents[on], object);
        }
    }
}

Dependencies *dependencies_new(const State *state)
{
    Dependencies *d = g_new0(Dependencies, 1);
    d->state = state;
    d->of = g_new0(GArray *, state->objects->len + 1);
    d->dependents = g_new0(GPtrArray *, state->objects->len + 1);
    g_autoptr(Mentions) mentions = mentions_new(state);
    for (guint i = 0; i < state->objects->len; i++)
        add_object(d, mentions, g_ptr_array_index(state->objects, i));
    g_autoptr(GPtrArray) classes = objects_of(state, KIND_OPERATOR_CLASS);
    add_default_classes(d, classes);
    g_autoptr(GPtrArray) transforms = objects_of(state, KIND_TRANSFORM);
    add_transforms(d, transforms);
    turn_round(d);
    return d;
}

Dependencies *dependencies_renamed(const State *state, const State *renamed)
{
    Dependencies *d = dependencies_new(state);
    d->state = renamed;
    for (guint i = 0; i < renamed->objects->len; i++) {
        for (guint n = 0; d->of[i] && n < d->of[i]->len; n++) {
            Dependency *need = &g_array_index(d->of[i], Dependency, n);
            need->on = g_ptr_array_index(renamed->objects, need->on->index);
        }
        GPtrArray *dependents = d->dependents[i];
        for (guint n = 0; dependents && n < dependents->len; n++)
            dependents->pdata[n] =
                g_ptr_array_index(renamed->objects, ((Object *)dependents->pdata[n])->index);
    }
    return d;
}

void dependencies_free(Dependencies *d)
{
    if (!d)
        return;
    for (guint i = 0; i < d->state->objects->len; i++) {
        g_clear_pointer(&d->of[i], g_array_unref);
        g_clear_pointer(&d->dependents[i], g_ptr_array_unref);
    }
    g_free(d->of);
    g_free(d->dependents);
    g_free(d);
}

const Dependency *dependency_find(const Dependencies *d, const Object *object, const Object *on)
{
    const GArray *list = d->of[object->index];
    for (guint i = 0; list && i < list->len; i++) {
        const Dependency *row = &g_array_index(list, Dependency, i);
        if (row->on == on && !row->loose)
            return row;
    }
    return NULL;
}
