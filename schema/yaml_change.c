#include "schema/yaml_change.h"

#include "schema/yaml_tree.h"

#include <string.h>

const YamlOut *yaml_change_part(const YamlOut *tree, int part)
{
    if (!tree || part < 0)
        return NULL;
    return yaml_out_is_mapping(tree) ? yaml_out_value((YamlOut *)tree, (guint)part)
                                     : yaml_out_item(tree, (guint)part);
}

const YamlNode *yaml_change_begin(const YamlNode *node, guint entry)
{
    return node->items[node->kind == YAML_MAPPING ? 2 * entry : entry];
}

const YamlNode *yaml_change_value(const YamlNode *node, guint entry)
{
    return node->items[node->kind == YAML_MAPPING ? 2 * entry + 1 : entry];
}

static void add_step(GArray *steps, YamlStep step)
{
    g_array_append_val(steps, step);
}

/* ---- mappings ---- */

/* Whether all that goes is in the text under the same key. */
static bool has_what_goes(const YamlNode *node, const YamlOut *before, const YamlOut *after)
{
    for (guint i = 0; i < yaml_out_count(before); i++) {
        const char *key = yaml_out_key(before, i);
        if (yaml_out_find(after, key) < 0 && yaml_find(node, key) < 0)
            return false;
    }
    return true;
}

static bool says_the_same(const YamlOut *before, int old, const YamlOut *after, int new)
{
    return old >= 0 && new >= 0 &&
           yaml_out_equal(yaml_change_part(before, old), yaml_change_part(after, new));
}

/* The entry of the text that a new one comes after: the nearest before it in `after` that the text
 * has; the last one where there is none. */
static guint anchor_of(const YamlNode *node, const YamlOut *after, guint added)
{
    for (guint j = added; j > 0; j--) {
        int entry = yaml_find(node, yaml_out_key(after, j - 1));
        if (entry >= 0)
            return (guint)entry;
    }
    return node->count - 1;
}

static void add_new(const YamlNode *node, guint anchor, const YamlOut *before, const YamlOut *after,
                    GArray *steps)
{
    for (guint j = 0; j < yaml_out_count(after); j++) {
        const char *key = yaml_out_key(after, j);
        int old = yaml_out_find(before, key);
        if (yaml_find(node, key) < 0 && !says_the_same(before, old, after, (int)j) &&
            anchor_of(node, after, j) == anchor)
            add_step(steps, (YamlStep){YAML_STEP_ADD, 0, old, (int)j});
    }
}

static bool mapping_steps(const YamlNode *node, const YamlOut *before, const YamlOut *after,
                          GArray *steps)
{
    if (!has_what_goes(node, before, after))
        return false;
    for (guint i = 0; i < node->count; i++) {
        const char *key = node->items[2 * i]->text;
        YamlStep step = {YAML_STEP_CHANGE, i, yaml_out_find(before, key),
                         yaml_out_find(after, key)};
        if (step.after < 0)
            step.what = step.before < 0 ? YAML_STEP_KEEP : YAML_STEP_DROP;
        else if (says_the_same(before, step.before, after, step.after))
            step.what = YAML_STEP_KEEP;
        add_step(steps, step);
        add_new(node, i, before, after, steps);
    }
    return true;
}

/* ---- lists ---- */

/* Whether two items are about the same thing: mappings that begin alike. */
static bool begin_alike(const YamlOut *a, const YamlOut *b)
{
    return yaml_out_is_mapping(a) && yaml_out_is_mapping(b) && yaml_out_count(a) &&
           yaml_out_count(b) && strcmp(yaml_out_key(a, 0), yaml_out_key(b, 0)) == 0 &&
           yaml_out_equal(yaml_change_part(a, 0), yaml_change_part(b, 0));
}

typedef bool Likeness(const YamlOut *a, const YamlOut *b);

/* The item of `list` from `from` on that is like this one, or -1. */
static int find_item(const YamlOut *list, guint from, const YamlOut *item, Likeness *like)
{
    for (guint i = from; i < yaml_out_count(list); i++)
        if (like(yaml_out_item(list, i), item))
            return (int)i;
    return -1;
}

/* How the items of a list and those of `before` belong together. */
typedef struct Pairing {
    GArray *items;  /* int: the item of `before` of each of the list */
    bool sorted;    /* the order means nothing: it is another one in the list */
    bool elsewhere; /* `before` has items besides that the file says elsewhere */
} Pairing;

static bool is_same_text(const YamlNode *node, const YamlOut *item)
{
    return node->text && yaml_out_is_text(item) && strcmp(node->text, yaml_out_text_of(item)) == 0;
}

static bool is_at_place(const YamlNode *node, const YamlOut *item)
{
    return yaml_out_stands_at(item, node->line, node->column);
}

typedef bool Belongs(const YamlNode *node, const YamlOut *item);

/* Each item of the list with the first of `before` that belongs to it; false where one has none. */
static bool pair_by(const YamlNode *node, const YamlOut *before, Belongs *belongs, GArray *items)
{
    g_array_set_size(items, 0);
    for (guint i = 0; i < node->count; i++) {
        int found = -1;
        for (guint j = 0; found < 0 && j < yaml_out_count(before); j++)
            found = belongs(node->items[i], yaml_out_item(before, j)) ? (int)j : -1;
        if (found < 0)
            return false;
        g_array_append_val(items, found);
    }
    return true;
}

static bool all_have_places(const YamlOut *before)
{
    for (guint i = 0; i < yaml_out_count(before); i++)
        if (!yaml_out_has_place(yaml_out_item(before, i)))
            return false;
    return true;
}

/* By their places; by their words; else they are the same ones in the same order. */
static bool pair_items(const YamlNode *node, const YamlOut *before, Pairing *ret)
{
    bool same_count = yaml_out_count(before) == node->count;
    ret->elsewhere = !same_count;
    ret->sorted = false;
    if (all_have_places(before) && pair_by(node, before, is_at_place, ret->items))
        return true;
    if (!same_count)
        return false;
    bool known = pair_by(node, before, is_same_text, ret->items);
    g_array_set_size(ret->items, node->count);
    for (int i = 0; i < (int)node->count; i++) {
        int *item = &g_array_index(ret->items, int, i);
        *item = known ? *item : i;
        ret->sorted = ret->sorted || *item != i;
    }
    return true;
}

static bool is_paired(const Pairing *pairing, int before)
{
    for (guint i = 0; i < pairing->items->len; i++)
        if (g_array_index(pairing->items, int, i) == before)
            return true;
    return false;
}

/* Whether what the file says elsewhere stays. */
static bool keeps_elsewhere(const Pairing *pairing, const YamlOut *before, const YamlOut *after)
{
    for (int i = 0; pairing->elsewhere && i < (int)yaml_out_count(before); i++)
        if (!is_paired(pairing, i) &&
            find_item(after, 0, yaml_out_item(before, (guint)i), yaml_out_equal) < 0)
            return false;
    return true;
}

/* Items of `after` that the file says nowhere. */
static void add_items(const Pairing *pairing, const YamlOut *before, const YamlOut *after, int from,
                      int end, GArray *steps)
{
    for (; from < end; from++) {
        int old = find_item(before, 0, yaml_out_item(after, (guint)from), yaml_out_equal);
        bool said = pairing->sorted ? old >= 0 : old >= 0 && !is_paired(pairing, old);
        if (!said)
            add_step(steps, (YamlStep){YAML_STEP_ADD, 0, -1, from});
    }
}

static bool list_steps(const YamlNode *node, const YamlOut *before, const YamlOut *after,
                       GArray *steps)
{
    g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(int));
    Pairing pairing = {items, false, false};
    if (!pair_items(node, before, &pairing) || !keeps_elsewhere(&pairing, before, after))
        return false;
    int done = 0; /* items of `after` that have a step, where the order is the same */
    for (guint i = 0; i < node->count; i++) {
        int old = g_array_index(items, int, i);
        const YamlOut *item = yaml_out_item(before, (guint)old);
        guint from = pairing.sorted ? 0 : (guint)done;
        YamlStep step = {YAML_STEP_KEEP, i, old, find_item(after, from, item, yaml_out_equal)};
        if (step.after < 0) {
            step.after = find_item(after, from, item, begin_alike);
            step.what = step.after < 0 ? YAML_STEP_DROP : YAML_STEP_CHANGE;
        }
        if (!pairing.sorted && step.after >= 0)
            add_items(&pairing, before, after, done, step.after, steps);
        add_step(steps, step);
        done = MAX(done, step.after + 1);
    }
    add_items(&pairing, before, after, pairing.sorted ? 0 : done, (int)yaml_out_count(after),
              steps);
    return true;
}

/* ---- both ---- */

GArray *yaml_change_steps(const YamlNode *node, const YamlOut *before, const YamlOut *after)
{
    bool mapping = node->kind == YAML_MAPPING;
    if (node->kind == YAML_SCALAR || !before || yaml_out_is_text(before) ||
        yaml_out_is_text(after) || yaml_out_is_mapping(before) != mapping ||
        yaml_out_is_mapping(after) != mapping || node->count == 0 || yaml_out_count(after) == 0)
        return NULL;
    g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(YamlStep));
    bool found = mapping ? mapping_steps(node, before, after, steps)
                         : list_steps(node, before, after, steps);
    return found ? g_steal_pointer(&steps) : NULL;
}
