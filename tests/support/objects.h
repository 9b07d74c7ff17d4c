#ifndef GEN_TESTS_OBJECTS_H
#define GEN_TESTS_OBJECTS_H

/* States built by hand, one line an object, for tests that need no models. */

#include "schema/kinds.h"
#include "schema/state.h"

static inline State *state_with_public(const char *origin)
{
    State *state = state_new(origin);
    state_add(state, KIND_SCHEMA, NULL, NULL, "public", NULL);
    return state;
}

static inline Table *add_table(State *state, const char *name)
{
    return (Table *)state_add(state, KIND_TABLE, NULL, "public", name, NULL);
}

static inline Column *add_column(State *state, Table *table, const char *name, const char *type)
{
    Column *column = (Column *)state_add(state, KIND_COLUMN, &table->object, NULL, name, NULL);
    column->type = state_text(state, type);
    return column;
}

static inline QualifiedName in_public(const char *name)
{
    return (QualifiedName){g_intern_string("public"), g_intern_string(name)};
}

/* Names separated by spaces. */
static inline NameList names(State *state, const char *text)
{
    g_auto(GStrv) parts = g_strsplit(text, " ", -1);
    return state_names_strv(state, parts, true);
}

static inline KeyConstraint *add_key(State *state, Kind kind, Table *table, const char *name,
                                     const char *columns)
{
    KeyConstraint *key = (KeyConstraint *)state_add(state, kind, &table->object, NULL, name, NULL);
    key->columns = names(state, columns);
    return key;
}

static inline ForeignKey *add_foreign_key(State *state, Table *table, const char *name,
                                          const char *columns, const char *references,
                                          const char *referenced)
{
    ForeignKey *fk =
        (ForeignKey *)state_add(state, KIND_FOREIGN_KEY, &table->object, NULL, name, NULL);
    fk->columns = names(state, columns);
    fk->references = in_public(references);
    fk->referenced_columns = names(state, referenced);
    return fk;
}

static inline Check *add_check(State *state, Object *parent, const char *name,
                               const char *expression)
{
    Check *check = (Check *)state_add(state, KIND_CHECK, parent, NULL, name, NULL);
    check->expression = state_text(state, expression);
    return check;
}

/* Elements on columns, separated by spaces. */
static inline ItemList elements(State *state, const char *columns)
{
    g_auto(GStrv) parts = g_strsplit(columns, " ", -1);
    ItemList list = state_items(state, &index_element_info, g_strv_length(parts));
    for (guint i = 0; parts[i]; i++)
        ((IndexElement *)list.items)[i].field = g_intern_string(parts[i]);
    return list;
}

static inline Index *add_index(State *state, Table *table, const char *name, const char *columns)
{
    Index *index = (Index *)state_add(state, KIND_INDEX, &table->object, NULL, name, NULL);
    index->elements = elements(state, columns);
    return index;
}

/* An enum; labels separated by spaces, "new<old" for one that was renamed. */
static inline Enum *add_enum(State *state, const char *name, const char *labels)
{
    Enum *type = (Enum *)state_add(state, KIND_ENUM, NULL, "public", name, NULL);
    g_auto(GStrv) parts = g_strsplit(labels, " ", -1);
    const Field *field = kind_field(type->object.info, "values");
    type->values = state_items(state, field->item, g_strv_length(parts));
    EnumValue *value = type->values.items;
    for (guint i = 0; parts[i]; i++) {
        g_auto(GStrv) pair = g_strsplit(parts[i], "<", 2);
        value[i].label = state_text(state, pair[0]);
        value[i].renamed_from = state_text(state, pair[1]);
    }
    return type;
}

static inline Sequence *add_sequence(State *state, const char *name)
{
    return (Sequence *)state_add(state, KIND_SEQUENCE, NULL, "public", name, NULL);
}

static inline void owned_by(Sequence *sequence, const char *table, const char *column)
{
    sequence->owned_by_table = in_public(table);
    sequence->owned_by_column = g_intern_string(column);
}

static inline Domain *add_domain(State *state, const char *name, const char *type)
{
    Domain *domain = (Domain *)state_add(state, KIND_DOMAIN, NULL, "public", name, NULL);
    domain->type = state_text(state, type);
    return domain;
}

#endif
