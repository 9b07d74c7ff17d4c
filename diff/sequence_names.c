#include "diff/sequence_names.h"

#include "schema/default_names.h"
#include "schema/kinds.h"

static Column *numbered(Object *object)
{
    Column *column = (Column *)object;
    return object && object_kind(object) == KIND_COLUMN && column->identity ? column : NULL;
}

static void say_own(Column *column)
{
    g_autofree char *own = default_first_sequence_name(&column->object);
    column->identity_sequence = (QualifiedName){column->object.schema, g_intern_string(own)};
}

static bool is_named(const Column *column)
{
    return column->identity_sequence.name != NULL;
}

void sequence_names_say(const Match *match, const State *from)
{
    for (guint i = 0; from->server_version && i < match->to->objects->len; i++) {
        const Column *to = numbered(g_ptr_array_index(match->to->objects, i));
        Column *old = to ? numbered(match_from(match, &to->object)) : NULL;
        if (old && is_named(to) && !is_named(old))
            say_own(old);
    }
}

void sequence_name_say_back(const State *from, Object *back, Object *to)
{
    Column *column = numbered(back);
    const Column *now = to ? numbered(to) : NULL;
    if (from->server_version && column && now && is_named(now) && !is_named(column))
        say_own(column);
}

void sequence_names_keep(const Match *match, State *start)
{
    for (guint i = 0; i < start->objects->len; i++) {
        Column *to = numbered(g_ptr_array_index(match->to->objects, i));
        const Column *old = to ? numbered(match_from(match, &to->object)) : NULL;
        Column *now = g_ptr_array_index(start->objects, i);
        if (old && is_named(old) && !is_named(to))
            now->identity_sequence =
                (QualifiedName){now->object.schema, old->identity_sequence.name};
    }
}
