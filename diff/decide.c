/* What a difference asks for, kind by kind where the field table does not say it all. */
#include "diff/compare.h"
#include "diff/planner.h"
#include "schema/kinds.h"

#include <string.h>

static Fate by_fields(const Object *to, guint64 mask)
{
    Fate fate = FATE_ALTER;
    guint64 bit = 1;
    for (const Field *f = to->info->fields; f->key; f++, bit <<= 1)
        if ((mask & bit) && f->effect == CHANGE_REPLACE)
            fate = FATE_REPLACE;
    return fate;
}

static bool has(const Object *object, guint64 mask, const char *key)
{
    return (mask & field_mask(object->info, key)) != 0;
}

/* A generated column can become a plain one in place, not the other way round. */
static Fate decide_column(const Object *from, const Object *to, guint64 mask)
{
    const Column *old = (const Column *)from;
    const Column *new = (const Column *)to;
    if (old->generated && !old->generated_virtual && !new->generated)
        return FATE_ALTER;
    return by_fields(to, mask);
}

/* A table that becomes partitioned, or is so in another way, is made anew and gets the rows. */
static Fate decide_table(const Object *from, const Object *to, guint64 mask)
{
    (void)from;
    return has(to, mask, "partition_by") || has(to, mask, "access_method") ? FATE_RETIRE
                                                                           : by_fields(to, mask);
}

/* Labels can be added in place; anything else needs a new type. */
static Fate decide_enum(const Object *from, const Object *to, guint64 mask)
{
    if (!has(to, mask, "values"))
        return FATE_ALTER;
    ItemList old = ((const Enum *)from)->values;
    ItemList new = ((const Enum *)to)->values;
    guint matched = 0;
    for (guint i = 0; i < new.count &&matched < old.count; i++)
        if (strcmp(((const EnumValue *)new.items)[i].label,
                   ((const EnumValue *)old.items)[matched].label) == 0)
            matched++;
    return matched == old.count ? FATE_ALTER : FATE_RETIRE;
}

static Fate decide_domain(const Object *from, const Object *to, guint64 mask)
{
    (void)from;
    return has(to, mask, "type") || has(to, mask, "collation") ? FATE_RETIRE : FATE_ALTER;
}

static const Attribute *attribute_at(const Composite *type, guint i)
{
    return (const Attribute *)type->attributes.items + i;
}

/* Attributes can be dropped anywhere, and added after the last one. */
static Fate decide_composite(const Object *from, const Object *to, guint64 mask)
{
    const Composite *old = (const Composite *)from;
    const Composite *new = (const Composite *)to;
    guint kept = 0;
    (void)mask;
    for (guint i = 0; i < old->attributes.count && kept < new->attributes.count; i++)
        if (attribute_at(old, i)->name == attribute_at(new, kept)->name)
            kept++;
    for (guint i = 0; i < old->attributes.count; i++)
        for (guint j = kept; j < new->attributes.count; j++)
            if (attribute_at(old, i)->name == attribute_at(new, j)->name)
                return FATE_RETIRE;
    return FATE_ALTER;
}

/* Columns are made of it, and what it is cannot be altered. */
static Fate decide_anew(const Object *from, const Object *to, guint64 mask)
{
    guint64 bit = 1;
    (void)from;
    for (const Field *f = to->info->fields; f->key; f++, bit <<= 1)
        if ((mask & bit) && f->effect != CHANGE_ALTER)
            return FATE_RETIRE;
    return FATE_ALTER;
}

/* A constraint can be validated in place; it cannot lose its validity. */
static Fate decide_check(const Object *from, const Object *to, guint64 mask)
{
    (void)from;
    if (has(to, mask, "not_valid") && ((const Check *)to)->not_valid)
        return FATE_REPLACE;
    return by_fields(to, mask);
}

static Fate decide_foreign_key(const Object *from, const Object *to, guint64 mask)
{
    (void)from;
    if (has(to, mask, "not_valid") && ((const ForeignKey *)to)->not_valid)
        return FATE_REPLACE;
    return by_fields(to, mask);
}

/* CREATE OR REPLACE VIEW adds columns at the end, and changes none. */
static Fate decide_view(const Object *from, const Object *to, guint64 mask)
{
    NameList old = ((const View *)from)->row_type;
    NameList new = ((const View *)to)->row_type;
    if (!has(to, mask, "definition"))
        return FATE_ALTER;
    bool prefix = old.count > 0 && old.count <= new.count;
    for (guint i = 0; prefix && i < old.count; i++)
        prefix = strcmp(old.names[i], new.names[i]) == 0;
    return prefix ? FATE_ALTER : FATE_REPLACE;
}

/* CREATE OR REPLACE FUNCTION changes neither names nor the result, and takes no default away. */
static bool argument_stays(const Argument *old, const Argument *new)
{
    bool same_type = g_strcmp0(old->mode, new->mode) == 0 && strcmp(old->type, new->type) == 0;
    bool same_name = g_strcmp0(old->name, new->name) == 0 ||
                     (!old->name && argument_is_input(old) && !old->mode);
    return same_type && same_name && (!old->default_expr || new->default_expr);
}

static Fate decide_routine(const Object *from, const Object *to, guint64 mask)
{
    ItemList old = ((const Routine *)from)->arguments;
    ItemList new = ((const Routine *)to)->arguments;
    bool stays = old.count == new.count;
    for (guint i = 0; stays && i < old.count; i++)
        stays = argument_stays((const Argument *)old.items + i, (const Argument *)new.items + i);
    return stays ? by_fields(to, mask) : FATE_REPLACE;
}

/* ALTER POLICY changes a condition; it cannot take one away. */
static Fate decide_policy(const Object *from, const Object *to, guint64 mask)
{
    const Policy *old = (const Policy *)from;
    const Policy *new = (const Policy *)to;
    if ((old->using_expr && !new->using_expr) || (old->check_expr && !new->check_expr))
        return FATE_REPLACE;
    return by_fields(to, mask);
}

/* The same columns and expressions, but for the statistics of these, take no new index. PostgreSQL
 * alters no storage parameters of a partitioned index. */
static Fate decide_index(const Object *from, const Object *to, guint64 mask)
{
    for (const Field *f = to->info->fields; f->key; f++)
        if (f->item == &index_element_info &&
            index_elements_alike(FIELD_ITEM_LIST(from, f), FIELD_ITEM_LIST(to, f)))
            mask &= ~field_mask(to->info, f->key);
    const Object *table = to->parent;
    if (has(to, mask, "with") && object_kind(table) == KIND_TABLE &&
        ((const Table *)table)->partition_by)
        return FATE_REPLACE;
    return by_fields(to, mask);
}

typedef Fate Decide(const Object *from, const Object *to, guint64 mask);

static const struct {
    Kind kind;
    Decide *decide;
} special[] = {
    {KIND_TABLE, decide_table},         {KIND_COLUMN, decide_column},
    {KIND_ENUM, decide_enum},           {KIND_DOMAIN, decide_domain},
    {KIND_CHECK, decide_check},         {KIND_FOREIGN_KEY, decide_foreign_key},
    {KIND_COMPOSITE, decide_composite}, {KIND_RANGE, decide_anew},
    {KIND_COLLATION, decide_anew},      {KIND_VIEW, decide_view},
    {KIND_FUNCTION, decide_routine},    {KIND_PROCEDURE, decide_routine},
    {KIND_POLICY, decide_policy},       {KIND_INDEX, decide_index},
    {KIND_PRIMARY_KEY, decide_index},   {KIND_UNIQUE, decide_index},
    {KIND_EXCLUSION, decide_index},
};

static Fate decide(const Object *from, const Object *to, guint64 mask)
{
    for (size_t i = 0; i < G_N_ELEMENTS(special); i++)
        if (special[i].kind == object_kind(to))
            return special[i].decide(from, to, mask);
    return by_fields(to, mask);
}

bool planner_replaces(const Object *from, const Object *to)
{
    guint64 mask = compare_objects(from, to);
    return mask && decide(from, to, mask) == FATE_REPLACE;
}

void planner_decide(Planner *planner)
{
    for (guint i = 0; i < planner->from->objects->len; i++) {
        const Object *from = g_ptr_array_index(planner->from->objects, i);
        const Object *to = match_to(planner->match, from);
        Destiny *destiny = &planner->destiny[i];
        if (!to) {
            destiny->fate = match_left_alone(planner->match, from) ? FATE_KEEP : FATE_GONE;
            continue;
        }
        destiny->mask = compare_objects(from, to);
        if (destiny->mask)
            destiny->fate = decide(from, to, destiny->mask);
    }
}
