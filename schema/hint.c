#include "schema/hint.h"

#include "schema/kinds.h"
#include "schema/sqltext.h"

#include <string.h>

static void keep_of_column(State *state, Object *object, const Object *said)
{
    Column *column = (Column *)object;
    const Column *from = (const Column *)said;
    column->using_expr = state_text(state, from->using_expr);
    column->using_back = state_text(state, from->using_back);
    column->backfill = state_text(state, from->backfill);
}

static void keep_of_enum(State *state, Object *object, const Object *said)
{
    ItemList values = ((Enum *)object)->values;
    ItemList from = ((const Enum *)said)->values;
    for (guint i = 0; i < values.count; i++)
        for (guint j = 0; j < from.count; j++) {
            EnumValue *value = &((EnumValue *)values.items)[i];
            const EnumValue *other = &((const EnumValue *)from.items)[j];
            if (strcmp(value->label, other->label) == 0)
                value->renamed_from = state_text(state, other->renamed_from);
        }
}

static void keep_of_composite(State *state, Object *object, const Object *said)
{
    (void)state;
    ItemList attributes = ((Composite *)object)->attributes;
    ItemList from = ((const Composite *)said)->attributes;
    for (guint i = 0; i < attributes.count; i++)
        for (guint j = 0; j < from.count; j++) {
            Attribute *attribute = &((Attribute *)attributes.items)[i];
            const Attribute *other = &((const Attribute *)from.items)[j];
            if (attribute->name == other->name)
                attribute->renamed_from = other->renamed_from; /* a name: interned */
        }
}

/* Names of columns that are not the query's stand in the query when the server prints it. */
static void keep_of_view(State *state, Object *object, const Object *said)
{
    const Field *columns = kind_field(object->info, "columns");
    const Field *definition = kind_field(object->info, "definition");
    if (!sql_equal(FIELD_STRING(object, definition), FIELD_STRING(said, definition)))
        return;
    NameList names = FIELD_LIST(said, columns);
    g_autoptr(GPtrArray) copy = g_ptr_array_new();
    for (guint i = 0; i < names.count; i++)
        g_ptr_array_add(copy, (gpointer)names.names[i]);
    FIELD_LIST(object, columns) = state_names(state, copy, true);
}

static void keep_of_materialized_view(State *state, Object *object, const Object *said)
{
    keep_of_view(state, object, said);
    ((MaterializedView *)object)->with_no_data = ((const MaterializedView *)said)->with_no_data;
}

typedef void Keep(State *state, Object *object, const Object *said);

static Keep *const keepers[KIND_COUNT] = {
    [KIND_COLUMN] = keep_of_column,
    [KIND_ENUM] = keep_of_enum,
    [KIND_COMPOSITE] = keep_of_composite,
    [KIND_VIEW] = keep_of_view,
    [KIND_MATERIALIZED_VIEW] = keep_of_materialized_view,
};

void hints_keep(State *database, const State *models)
{
    for (guint i = 0; i < database->objects->len; i++) {
        Object *object = g_ptr_array_index(database->objects, i);
        const Object *said = state_find_same(models, object);
        if (!said)
            continue;
        object->renamed_from = said->renamed_from;
        if (keepers[object_kind(object)])
            keepers[object_kind(object)](database, object, said);
    }
}
