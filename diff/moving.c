#include "diff/moving.h"

#include "diff/compare.h"
#include "diff/depend.h"
#include "schema/doubt.h"
#include "schema/kinds.h"

/* The fields on which the columns of a query depend that reads such an object. */
static const struct {
    Kind kind;
    const char *key;
} read_fields[] = {
    {KIND_COLUMN, "type"},        {KIND_COLUMN, "collation"},
    {KIND_DOMAIN, "type"},        {KIND_COMPOSITE, "attributes"},
    {KIND_FUNCTION, "arguments"}, {KIND_FUNCTION, "returns"},
    {KIND_VIEW, "definition"},    {KIND_MATERIALIZED_VIEW, "definition"},
};

static guint column_count(const Object *table)
{
    guint position = 0;
    guint count = 0;
    while (object_child(table, KIND_COLUMN, &position))
        count++;
    return count;
}

/* Whether it looks another way to those who read it. */
static bool moves(const Match *match, const Object *to)
{
    const Object *from = match_from(match, to);
    if (!from || (object_kind(to) == KIND_TABLE && column_count(from) != column_count(to)))
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(read_fields); i++)
        if (read_fields[i].kind == object_kind(to) &&
            !compare_field(kind_field(to->info, read_fields[i].key), from, to))
            return true;
    return false;
}

static bool is_query(const Object *object)
{
    return object_kind(object) == KIND_VIEW || object_kind(object) == KIND_MATERIALIZED_VIEW;
}

static bool reads_moving(const Match *match, const Dependencies *needs, const Object *object,
                         GHashTable *seen)
{
    const GArray *list = needs->of[object->index];
    for (guint i = 0; list && i < list->len; i++) {
        const Object *on = g_array_index(list, Dependency, i).on;
        if (!g_hash_table_add(seen, (gpointer)on))
            continue;
        if (moves(match, on) || (is_query(on) && reads_moving(match, needs, on, seen)))
            return true;
    }
    return false;
}

/* Whether it calls a routine that is of a new form: the database may have another one of the name,
 * and take that. */
static bool calls_moving(const Match *match, const Dependencies *needs, const Object *object)
{
    const GArray *list = needs->of[object->index];
    for (guint i = 0; list && i < list->len; i++) {
        const Object *on = g_array_index(list, Dependency, i).on;
        if ((on->info->flags & KIND_ROUTINE) && moves(match, on))
            return true;
    }
    return false;
}

static bool any_routine_moves(const Match *match)
{
    for (guint i = 0; i < match->to->objects->len; i++) {
        const Object *object = g_ptr_array_index(match->to->objects, i);
        if ((object->info->flags & KIND_ROUTINE) && moves(match, object))
            return true;
    }
    return false;
}

void moving_mark(const Match *match, GPtrArray *doubts)
{
    g_autoptr(Dependencies) needs = NULL;
    bool routines = doubts->len && any_routine_moves(match);
    for (guint i = 0; i < doubts->len; i++) {
        Doubt *doubt = g_ptr_array_index(doubts, i);
        if (!is_query(doubt->object) && !routines)
            continue;
        if (!needs)
            needs = dependencies_new(match->to);
        g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
        doubt->moving = is_query(doubt->object) ? reads_moving(match, needs, doubt->object, seen)
                                                : calls_moving(match, needs, doubt->object);
    }
}
