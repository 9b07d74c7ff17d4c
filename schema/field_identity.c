#include "schema/field_identity.h"

#include "schema/identifier.h"
#include "schema/kinds.h"

char *field_identity_arguments(const Object *object)
{
    if (object->info->flags & KIND_ROUTINE)
        return routine_identity(FIELD_ITEM_LIST(object, kind_field(object->info, "arguments")));
    if (object_kind(object) != KIND_OPERATOR)
        return NULL;
    const Operator *o = (const Operator *)object;
    return g_strdup_printf("%s, %s", o->left ? o->left : "NONE", o->right ? o->right : "NONE");
}

char *field_identity_name(const Object *object)
{
    if (object_kind(object) == KIND_CAST) {
        const Cast *c = (const Cast *)object;
        return g_strdup_printf("%s AS %s", c->source, c->target);
    }
    if (object_kind(object) == KIND_TRANSFORM) {
        const Transform *t = (const Transform *)object;
        GString *name = g_string_new(t->type);
        g_string_append(name, " FOR ");
        identifier_append(name, t->language);
        return g_string_free(name, FALSE);
    }
    return NULL;
}
