/* The last step of reading: names for all that have none, in the order in which PostgreSQL gives
 * them when it creates a table. */
#include "schema/default_names.h"
#include "schema/model_reader.h"
#include "schema/part.h"

/* Kinds whose names are given one after the other, of each table. */
static const Kind naming_order[] = {KIND_CHECK,     KIND_PRIMARY_KEY, KIND_UNIQUE,
                                    KIND_EXCLUSION, KIND_INDEX,       KIND_FOREIGN_KEY};

static bool is_unnamed(const Object *object)
{
    return *object->name == UNNAMED_PREFIX;
}

/* ---- sequences of serial columns ---- */

/* https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-SERIAL */
static void add_sequence(ModelReader *r, DefaultNames *names, Column *column)
{
    const Object *object = &column->object;
    g_autofree char *name = default_sequence_name(names, object);
    Sequence *sequence =
        (Sequence *)state_add(r->state, KIND_SEQUENCE, NULL, object->schema, name, NULL);
    sequence->object.place = object->place;
    sequence->object.name_implied = true;
    sequence->type = g_strcmp0(column->type, "bigint") == 0 ? NULL : column->type;
    sequence->unlogged = ((const Table *)object->parent)->unlogged;
    sequence->owned_by_table = (QualifiedName){object->schema, object->parent->name};
    sequence->owned_by_column = object->name;
    default_names_take(names, &sequence->object);
    g_autofree char *nextval = default_nextval(&sequence->object);
    column->default_expr = state_text(r->state, nextval);
}

/* The sequence of an identity column takes a name too. */
static void take_identity(DefaultNames *names, const Object *object)
{
    const Column *column = (const Column *)object;
    if (!column->identity)
        return;
    const char *given = column->identity_sequence.name;
    g_autofree char *name = given ? NULL : default_sequence_name(names, object);
    default_names_take_relation(names, object->schema, given ? given : name);
}

/* ---- constraints and indexes ---- */

static void error_taken(ModelReader *r, const Object *object, const char *name)
{
    Diagnostic *d = diag_error(r->diagnostics, DIAG_MODEL_NAME, object->place,
                               "the name \"%s\" that the template gives is taken", name);
    diag_set_hint(d, "give this %s a name", object->info->word);
}

/* Of two that say the same, neither with a name, PostgreSQL makes one. */
static void refuse_twin(ModelReader *r, const Object *object)
{
    const Object *twin = constraint_twin(object);
    if (!twin || !is_unnamed(object) || !twin->name_implied || is_unnamed(twin) ||
        object_kind(twin) != object_kind(object))
        return;
    Diagnostic *d =
        diag_error(r->diagnostics, DIAG_MODEL_DUPLICATE, object->place,
                   "this %s of %s is declared twice", object->info->word, object->parent->name);
    diag_set_detail(d, "the first one is in %s:%d", twin->place.file, twin->place.line);
    diag_set_hint(d, "leave one of them out, or give it a name of its own");
}

static void give_name(ModelReader *r, DefaultNames *names, Object *object)
{
    const Naming *naming = r->options ? r->options->naming : NULL;
    bool unnamed = is_unnamed(object);
    if (unnamed && part_attached_to(object))
        return; /* it is not complete yet */
    refuse_twin(r, object);
    if (!unnamed && !naming_uses_given(naming, object))
        return;
    g_autofree char *name = naming_name(naming, object, unnamed ? NULL : object->name);
    if (!name && !unnamed)
        return;
    if (!name || !*name) {
        g_free(name);
        name = default_name(names, object);
    }
    if (state_rename(r->state, object, NULL, name))
        default_names_take(names, object);
    else
        error_taken(r, object, name);
}

static void name_children(ModelReader *r, DefaultNames *names, Object *parent)
{
    for (size_t i = 0; i < G_N_ELEMENTS(naming_order); i++) {
        guint position = 0;
        for (Object *child; (child = object_child(parent, naming_order[i], &position));)
            give_name(r, names, child);
    }
}

/* Tables in the order of their names, so that numbers do not depend on files. */
static gint by_object(gconstpointer a, gconstpointer b)
{
    return object_compare(*(Object *const *)a, *(Object *const *)b);
}

void model_give_names(ModelReader *r)
{
    g_autoptr(DefaultNames) names = default_names_new(r->state);
    g_autoptr(GPtrArray) parents = g_ptr_array_new();
    for (guint i = 0; i < r->state->objects->len; i++) {
        Object *object = g_ptr_array_index(r->state->objects, i);
        if (!object->parent && object->children)
            g_ptr_array_add(parents, object);
    }
    g_ptr_array_sort(parents, by_object);
    g_ptr_array_sort(r->serials, by_object);
    for (guint i = 0; i < r->serials->len; i++)
        add_sequence(r, names, g_ptr_array_index(r->serials, i));
    for (guint i = 0; i < parents->len; i++) {
        guint position = 0;
        for (Object *c; (c = object_child(g_ptr_array_index(parents, i), KIND_COLUMN, &position));)
            take_identity(names, c);
    }
    for (guint i = 0; i < parents->len; i++)
        name_children(r, names, g_ptr_array_index(parents, i));
}
