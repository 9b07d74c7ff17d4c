/* Objects whose identity is in their fields: operators, operator families and classes, casts,
 * transforms. */
#include "schema/field_identity.h"
#include "schema/model_reader.h"

static void identify(ModelReader *r, Object *object, const char *arguments)
{
    if (state_set_arguments(r->state, object, arguments))
        return;
    diag_error(r->diagnostics, DIAG_MODEL_DUPLICATE, object->place, "%s %s (%s) is declared twice",
               object->info->word, object->name, arguments);
}

static void rename_to(ModelReader *r, Object *object, const char *name)
{
    if (!state_rename(r->state, object, NULL, name))
        diag_error(r->diagnostics, DIAG_MODEL_DUPLICATE, object->place, "%s %s is declared twice",
                   object->info->word, name);
}

static bool given(ModelReader *r, const Object *object, const char *key, const void *value)
{
    if (value)
        return true;
    diag_error(r->diagnostics, DIAG_MODEL_EMPTY, object->place, "%s %s has no %s",
               object->info->word, object->name, key);
    return false;
}

void model_read_operator(ModelReader *r, Object *object, const YamlNode *node)
{
    const Operator *o = (const Operator *)object;
    g_autofree char *arguments = field_identity_arguments(object);
    (void)node;
    if (given(r, object, "function", o->function.name))
        identify(r, object, arguments);
}

void model_read_operator_family(ModelReader *r, Object *object, const YamlNode *node)
{
    const OperatorFamily *f = (const OperatorFamily *)object;
    (void)node;
    if (given(r, object, "method", f->method))
        identify(r, object, f->method);
}

void model_read_operator_class(ModelReader *r, Object *object, const YamlNode *node)
{
    OperatorClass *c = (OperatorClass *)object;
    (void)node;
    if (given(r, object, "method", c->method) && given(r, object, "type", c->type))
        identify(r, object, c->method);
    if (!c->family.name)
        c->family = (QualifiedName){object->schema, object->name};
}

void model_add_families(ModelReader *r)
{
    for (guint i = 0; i < r->state->objects->len; i++) {
        const Object *object = g_ptr_array_index(r->state->objects, i);
        const OperatorClass *c = (const OperatorClass *)object;
        if (object_kind(object) != KIND_OPERATOR_CLASS || c->family.name != object->name ||
            c->family.schema != object->schema)
            continue;
        Object *family = state_add(r->state, KIND_OPERATOR_FAMILY, NULL, object->schema,
                                   object->name, c->method);
        if (!family)
            continue; /* it is declared */
        ((OperatorFamily *)family)->method = c->method;
        family->place = object->place;
        family->implied = true;
    }
}

void model_read_cast(ModelReader *r, Object *object, const YamlNode *node)
{
    const Cast *c = (const Cast *)object;
    (void)node;
    if (!given(r, object, "source", c->source) || !given(r, object, "target", c->target))
        return;
    g_autofree char *name = field_identity_name(object);
    rename_to(r, object, name);
}

void model_read_transform(ModelReader *r, Object *object, const YamlNode *node)
{
    const Transform *t = (const Transform *)object;
    (void)node;
    if (!given(r, object, "type", t->type) || !given(r, object, "language", t->language))
        return;
    g_autofree char *name = field_identity_name(object);
    rename_to(r, object, name);
}
