/* Random pairs of models, taken there and back on a database. A pair that fails is cut down to as
 * little as still fails, and printed as two model files.
 *
 * GEN_PROPERTY_PAIRS is how many, GEN_PROPERTY_SEED the number that all others come from: pair n of
 * seed s is the only pair of seed s + n. Every fifth seed's revision is proved by gen as well.
 */
#include <glib.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "tests/support/check.h"
#include "tests/support/model_random.h"
#include "tests/support/roundtrip.h"
#include "tests/support/shares.h"

enum { PAIRS = 200, PROVED = 5, SEED = 20240131, SHRINK_RUNS = 150, SHRINK_SECONDS = 60 };

typedef struct {
    ModelNode *before;
    ModelNode *after;
    bool prove;
} Pair;

static Roundtrip *roundtrip;

static guint setting(const char *name, guint otherwise)
{
    const char *text = g_getenv(name);

    return text != NULL ? (guint)strtoul(text, NULL, 10) : otherwise;
}

static Pair pair_new(guint seed)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    Pair pair = {.before = model_random(random), .prove = seed % PROVED == 0};

    if (g_rand_int_range(random, 0, 5) == 0) {
        pair.after = model_random(random);
        return pair;
    }
    pair.after = model_node_copy(pair.before);
    model_mutate(random, pair.after, g_rand_int_range(random, 1, 8));
    return pair;
}

static void pair_clear(Pair *pair)
{
    g_clear_pointer(&pair->before, model_node_free);
    g_clear_pointer(&pair->after, model_node_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Pair, pair_clear)

static Pair pair_copy(const Pair *pair)
{
    return (Pair){model_node_copy(pair->before), model_node_copy(pair->after), pair->prove};
}

/* What goes wrong with a pair, or NULL; the caller frees it. */
static char *pair_problem(const Pair *pair)
{
    g_autofree char *before = model_tree_yaml(pair->before);
    g_autofree char *after = model_tree_yaml(pair->after);
    g_autofree char *upgrade = NULL;
    g_autofree char *downgrade = NULL;
    g_autofree char *problem = roundtrip_run(
        roundtrip, &(RoundtripPair){.before = before, .after = after, .prove = pair->prove},
        &upgrade, &downgrade);

    if (problem == NULL)
        return NULL;
    return g_strdup_printf("%s\n--- upgrade\n%s--- downgrade\n%s", problem,
                           upgrade != NULL ? upgrade : "", downgrade != NULL ? downgrade : "");
}

/* ---- cutting down ---- */

/* Whether two problems come from the same step, such as "downgrade". */
static bool is_same_step(const char *a, const char *b)
{
    gsize length = strcspn(a, ":");

    return length == strcspn(b, ":") && strncmp(a, b, length) == 0;
}

/* The names of a node's attributes that can be taken away, sorted. */
static GPtrArray *loose_attributes(const ModelNode *node)
{
    static const char *const fixed[] = {"type",       "enum",    "values", "fields",
                                        "expression", "primary", NULL};
    GPtrArray *names = g_ptr_array_new();
    g_autoptr(GList) keys =
        g_list_sort(g_hash_table_get_keys(node->attributes), (GCompareFunc)strcmp);

    for (GList *key = keys; key != NULL; key = key->next) {
        if (!g_strv_contains(fixed, key->data))
            g_ptr_array_add(names, key->data);
    }
    return names;
}

/* Takes the piece of that number out of the tree: a node with all below it, or an attribute. Counts
 * down *number and returns true when it was reached. */
static bool take_out(ModelNode *node, guint *number)
{
    g_autoptr(GPtrArray) attributes = NULL;

    for (guint i = 0; i < node->children->len; i++) {
        if ((*number)-- == 0) {
            g_ptr_array_remove_index(node->children, i);
            return true;
        }
    }
    attributes = loose_attributes(node);
    for (guint i = 0; i < attributes->len; i++) {
        if ((*number)-- == 0) {
            model_node_set(node, attributes->pdata[i], NULL);
            return true;
        }
    }
    for (guint i = 0; i < node->children->len; i++) {
        if (take_out(node->children->pdata[i], number))
            return true;
    }
    return false;
}

/* A pair without one piece: from both models where both have it at that number, else from one. */
static bool cut(Pair *pair, guint number, int side)
{
    guint left = number;
    bool any = false;

    if (side != 1)
        any = take_out(pair->before, &left);
    left = number;
    if (side != 0)
        any = take_out(pair->after, &left) || any;
    model_tree_repair(pair->before);
    model_tree_repair(pair->after);
    return any;
}

static char *shrink(Pair *pair, char *problem)
{
    gint64 end = g_get_monotonic_time() + SHRINK_SECONDS * G_USEC_PER_SEC;
    int runs = SHRINK_RUNS;

    for (int side = 2; side >= 0; side--) {
        for (guint number = 0; runs > 0 && g_get_monotonic_time() < end;) {
            g_auto(Pair) smaller = pair_copy(pair);
            if (!cut(&smaller, number, side))
                break;
            g_autofree char *now = pair_problem(&smaller);
            runs--;
            if (now == NULL || !is_same_step(now, problem)) {
                number++;
                continue;
            }
            pair_clear(pair);
            *pair = smaller;
            smaller = (Pair){NULL, NULL, false};
            g_free(problem);
            problem = g_steal_pointer(&now);
        }
    }
    return problem;
}

/* ---- the test ---- */

static void test_pair(void **state)
{
    guint seed = GPOINTER_TO_UINT(*state);
    g_auto(Pair) pair = pair_new(seed);
    g_autofree char *problem = pair_problem(&pair);

    if (problem == NULL)
        return;
    problem = shrink(&pair, g_steal_pointer(&problem));
    g_autofree char *before = model_tree_yaml(pair.before);
    g_autofree char *after = model_tree_yaml(pair.after);
    fail_msg("GEN_PROPERTY_SEED=%u GEN_PROPERTY_PAIRS=1\n%s\n--- before\n%s--- after\n%s", seed,
             problem, before, after);
}

static int set_up(void **state)
{
    (void)state;
    roundtrip = roundtrip_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    roundtrip_free(roundtrip);
    return 0;
}

static int run_share(gpointer data, unsigned first, unsigned count)
{
    guint seed = setting("GEN_PROPERTY_SEED", SEED);
    guint pairs = setting("GEN_PROPERTY_PAIRS", PAIRS);
    g_autoptr(GArray) tests = g_array_new(FALSE, TRUE, sizeof(struct CMUnitTest));
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);

    (void)data;
    for (guint i = first; i < pairs; i += count) {
        char *name = g_strdup_printf("pair %u", seed + i);
        struct CMUnitTest test = {
            .name = name, .test_func = test_pair, .initial_state = GUINT_TO_POINTER(seed + i)};
        g_ptr_array_add(names, name);
        g_array_append_val(tests, test);
    }
    return _cmocka_run_group_tests("property", (const struct CMUnitTest *)(void *)tests->data,
                                   tests->len, set_up, tear_down);
}

int main(void)
{
    return shares_run(run_share, NULL);
}
