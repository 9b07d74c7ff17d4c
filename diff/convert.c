#include "diff/convert.h"

#include "schema/kinds.h"
#include "schema/type_name.h"

#include <string.h>

#define DEPTH_LIMIT 32 /* of domains over domains: a loop in models is not followed for ever */

static const struct {
    Kind kind;
    const char *class; /* pg_type.typtype */
} type_kinds[] = {
    {KIND_DOMAIN, "d"}, {KIND_ENUM, "e"},  {KIND_COMPOSITE, "c"},
    {KIND_RANGE, "r"},  {KIND_TABLE, "c"},
};

/* The range whose multirange type has a name: that is no object by itself. */
static const Object *range_of_multirange(const State *state, QualifiedName name)
{
    for (guint i = 0; i < state->objects->len; i++) {
        const Object *object = g_ptr_array_index(state->objects, i);
        if (object_kind(object) == KIND_RANGE &&
            qualified_name_equal(range_multirange((const Range *)object), name))
            return object;
    }
    return NULL;
}

static void find_declared(BaseType *base, const State *state, const TypeName *type)
{
    QualifiedName name = {g_intern_string(type->schema ? type->schema : "public"),
                          g_intern_string(type->name)};
    base->object = NULL;
    base->class = NULL;
    for (size_t i = 0; !base->object && i < G_N_ELEMENTS(type_kinds); i++) {
        base->object = state_find(state, type_kinds[i].kind, name.schema, name.name);
        base->class = base->object ? type_kinds[i].class : NULL;
    }
    if (!base->object && (base->object = range_of_multirange(state, name)))
        base->class = "m";
}

BaseType base_type(const State *state, const char *type)
{
    BaseType base = {.text = g_strdup(type)};
    for (guint depth = 0; depth < DEPTH_LIMIT; depth++) {
        g_autofree char *problem = NULL;
        g_autoptr(TypeName) name = type_name_parse(base.text, &problem);
        if (!name)
            break;
        bool array = base.array || name->array;
        base.array = array;
        if (name->canonical)
            base.object = NULL, base.class = NULL;
        else
            find_declared(&base, state, name);
        if (!base.object || object_kind(base.object) != KIND_DOMAIN)
            break;
        const char *under = ((const Domain *)base.object)->type;
        g_free(base.text);
        base.text =
            g_strdup_printf("%s%s", under, array && !g_str_has_suffix(under, "[]") ? "[]" : "");
    }
    return base;
}

static RecastType recast_type(const BaseType *base)
{
    gsize length = strlen(base->text);
    if (g_str_has_suffix(base->text, "[]"))
        length -= strlen("[]");
    return (RecastType){base->text, g_strndup(base->text, length), base->class};
}

/* Whether a type gets a new form in the plan, so that its old form is another type. */
static bool is_retired(const Plan *plan, const BaseType *base)
{
    for (guint i = 0; i < plan->changes->len; i++) {
        const Change *change = g_ptr_array_index(plan->changes, i);
        if (change->op == CHANGE_OP_RETIRE && change->from == base->object)
            return true;
    }
    return false;
}

void convert_collect(const State *from, const Column *old, const State *to, const Column *new,
                     GPtrArray *recasts)
{
    BaseType a = base_type(from, old->type);
    BaseType b = base_type(to, new->type);
    if (strcmp(a.text, b.text) != 0 || a.class != b.class) {
        RecastType x = recast_type(&a);
        RecastType y = recast_type(&b);
        recasts_add(recasts, &x, &y);
        recasts_add(recasts, &y, &x);
        g_free(x.element);
        g_free(y.element);
    }
    g_free(a.text);
    g_free(b.text);
}

/* Labels are texts, and two rows or two ranges are written alike. */
static bool has_common_text(const BaseType *a, const BaseType *b)
{
    const char *x = a->class;
    const char *y = b->class;
    return g_strcmp0(x, "e") == 0 || g_strcmp0(y, "e") == 0 || (x && g_strcmp0(x, y) == 0);
}

static bool is_same(const BaseType *a, const BaseType *b)
{
    return strcmp(a->text, b->text) == 0 && a->class == b->class;
}

/* What a server answered, or NULL. */
static const Recast *answer_between(const Plan *plan, const BaseType *a, const BaseType *b)
{
    RecastType x = recast_type(a);
    RecastType y = recast_type(b);
    const Recast *found = plan->recasts ? recasts_find(plan->recasts, &x, &y) : NULL;
    g_free(x.element);
    g_free(y.element);
    return found && found->answered ? found : NULL;
}

static RecastWay way_between(const Plan *plan, const BaseType *a, const BaseType *b)
{
    if (is_same(a, b))
        return is_retired(plan, a) ? RECAST_BY_TEXT : RECAST_BY_ITSELF;
    const Recast *found = answer_between(plan, a, b);
    if (!found)
        return RECAST_UNKNOWN;
    return found->way == RECAST_NONE && has_common_text(a, b) ? RECAST_BY_TEXT : found->way;
}

RecastWay convert_way(const Plan *plan, const Column *old, const Column *new)
{
    BaseType a = base_type(plan->renamed, old->type);
    BaseType b = base_type(plan->to, new->type);
    RecastWay way = way_between(plan, &a, &b);
    g_free(a.text);
    g_free(b.text);
    return way;
}

bool convert_loses_data(const Plan *plan, const Column *old, const Column *new)
{
    BaseType a = base_type(plan->renamed, old->type);
    BaseType b = base_type(plan->to, new->type);
    const Recast *found = is_same(&a, &b) ? NULL : answer_between(plan, &a, &b);
    g_free(a.text);
    g_free(b.text);
    return found && found->loses_data;
}

const char *convert_using(const Column *old, const Column *new, bool retyped)
{
    if (!retyped && g_strcmp0(old->type, new->type) == 0)
        return NULL;
    return new->using_expr ? new->using_expr : old->using_back;
}
