#include "diff/new_names.h"

#include "schema/default_names.h"
#include "schema/kinds.h"
#include "schema/part.h"

/* Of names that are no names yet; see default_names_new. */
#define NAMELESS_PREFIX '\1'

static char *relation_key(const Object *object)
{
    return g_strdup_printf("%s\x1f%s", object->schema ? object->schema : "", object->name);
}

/* The names of relations that stay, and of those that become them. */
static GHashTable *kept_names(const Match *match)
{
    GHashTable *kept = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < match->to->objects->len; i++) {
        const Object *to = g_ptr_array_index(match->to->objects, i);
        if ((to->info->flags & KIND_RELATION) && match_from(match, to))
            g_hash_table_add(kept, relation_key(to));
    }
    return kept;
}

bool new_names_lacks(const Object *to)
{
    return *to->name == NAMELESS_PREFIX;
}

void new_names_take_away(const Match *match, Object *to)
{
    g_autofree char *nameless = g_strdup_printf("%c%u", NAMELESS_PREFIX, to->index);
    part_rename(match->to, to, to->schema, g_intern_string(nameless));
}

static bool is_taken(const Match *match, GHashTable *kept, const Object *to)
{
    guint wanted = KIND_CHILD | KIND_RELATION;
    if (!to->name_implied || (to->info->flags & wanted) != wanted || match_from(match, to))
        return false;
    g_autofree char *key = relation_key(to);
    return g_hash_table_contains(kept, key);
}

void new_names_choose(Match *match)
{
    g_autoptr(GHashTable) kept = kept_names(match);
    g_autoptr(GPtrArray) taken = g_ptr_array_new();
    for (guint i = 0; i < match->to->objects->len; i++) {
        Object *to = g_ptr_array_index(match->to->objects, i);
        if (is_taken(match, kept, to))
            new_names_take_away(match, to);
        if (new_names_lacks(to))
            g_ptr_array_add(taken, to);
    }
    if (taken->len == 0)
        return;
    g_autoptr(DefaultNames) names = default_names_new(match->to);
    for (guint i = 0; i < taken->len; i++) {
        Object *to = g_ptr_array_index(taken, i);
        g_autofree char *name = default_name(names, to);
        part_rename(match->to, to, to->schema, g_intern_string(name));
        default_names_take(names, to);
    }
}
