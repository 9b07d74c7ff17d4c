#include "migrations/expression.h"
#include "migrations/run_plan.h"
#include "tests/support/check.h"

#include <string.h>

/* The history that all expressions are asked on:
 *
 *   a1 ── a2 ─┬─ a3 ── a4 ───────────┬─ m1 ── m2      (head)
 *             └─ b1 (beta) ── b2 ────┘
 *                              └─ c1 (gamma) ── c2     (head)
 *   x1 (extra) ── x2 ── x3                             (head; x2 depends on b1)
 *   long-name ── long-name-2                           (head)
 */
static const struct {
    const char *id;
    const char *revises;
    const char *labels;
    const char *depends_on;
} history[] = {
    {"a1f0", "", "", ""},
    {"a2f0", "a1f0", "", ""},
    {"a3e1", "a2f0", "", ""},
    {"a4e1", "a3e1", "", ""},
    {"b1c0", "a2f0", "beta", ""},
    {"b2c0", "b1c0", "", ""},
    {"c1d0", "b2c0", "gamma", ""},
    {"c2d0", "c1d0", "", ""},
    {"m1aa", "a4e1,b2c0", "", ""},
    {"m2aa", "m1aa", "", ""},
    {"x1bb", "", "extra", ""},
    {"x2bb", "x1bb", "", "b1c0"},
    {"x3bb", "x2bb", "", ""},
    {"long-name", "", "", ""},
    {"long-name-2", "long-name", "", ""},
};

static void add_names(GPtrArray *to, const char *names)
{
    g_auto(GStrv) parts = g_strsplit(names, ",", -1);
    for (char **part = parts; *part; part++)
        if (**part)
            g_ptr_array_add(to, g_strdup(*part));
}

static void file_free(gpointer file)
{
    revision_file_free(file);
}

static Graph *make_graph(void)
{
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    GPtrArray *files = g_ptr_array_new_with_free_func(file_free);
    for (gsize i = 0; i < G_N_ELEMENTS(history); i++) {
        RevisionFile *file = revision_file_new();
        file->id = g_strdup(history[i].id);
        file->path = g_strdup_printf("%02zu_%s.sql", i, history[i].id);
        add_names(file->revises, history[i].revises);
        add_names(file->branch_labels, history[i].labels);
        add_names(file->depends_on, history[i].depends_on);
        g_ptr_array_add(files, file);
    }
    Graph *graph = graph_new("migrations", files, diagnostics);
    assert_non_null(graph);
    return graph;
}

static GPtrArray *revisions_of(const Graph *graph, const char *ids)
{
    GPtrArray *found = revisions_new();
    g_auto(GStrv) parts = g_strsplit(ids, " ", -1);
    for (char **part = parts; *part; part++)
        if (**part)
            g_ptr_array_add(found, graph_find(graph, *part));
    revisions_sort(found);
    return found;
}

static char *ids_of(const GPtrArray *revisions)
{
    GString *ids = g_string_new(NULL);
    for (guint i = 0; i < revisions->len; i++)
        g_string_append_printf(ids, "%s%s", i ? " " : "",
                               ((const Revision *)g_ptr_array_index(revisions, i))->id);
    return g_string_free(ids, FALSE);
}

/* What a list of revisions or a diagnostic is as text: ids, "base", or "! message". */
static char *outcome(GPtrArray *revisions, const Diagnostics *diagnostics)
{
    if (!revisions)
        return g_strdup_printf("! %s", diagnostics_get(diagnostics, 0)->text);
    char *ids = ids_of(revisions);
    g_ptr_array_unref(revisions);
    return ids;
}

typedef struct Case {
    const char *current; /* ids, or NULL: not known */
    const char *text;
    const char *expected; /* ids, "" for base, or "! " and the beginning of the message */
} Case;

typedef GPtrArray *Ask(const ExpressionScope *scope, const char *text, Diagnostics *diagnostics);

static void check_cases(const Case *cases, gsize count, Ask *ask)
{
    g_autoptr(Graph) graph = make_graph();
    int failed = 0;
    for (gsize i = 0; i < count; i++) {
        g_autoptr(Diagnostics) diagnostics = diagnostics_new();
        g_autoptr(GPtrArray) current =
            cases[i].current ? revisions_of(graph, cases[i].current) : NULL;
        ExpressionScope scope = {graph, current};
        g_autofree char *got = outcome(ask(&scope, cases[i].text, diagnostics), diagnostics);
        bool error = *cases[i].expected == '!';
        if (error ? g_str_has_prefix(got, cases[i].expected) : strcmp(got, cases[i].expected) == 0)
            continue;
        failed++;
        print_error("%s (at %s)\n  expected %s\n  got      %s\n", cases[i].text,
                    cases[i].current ? cases[i].current : "?", cases[i].expected, got);
    }
    assert_int_equal(failed, 0);
}

static void names_and_symbols(void **state)
{
    (void)state;
    static const Case cases[] = {
        {NULL, "a1f0", "a1f0"},
        {NULL, "a1", "a1f0"},
        {NULL, "m2", "m2aa"},
        {NULL, "a", "! a is the beginning of several revisions"},
        {NULL, "b", "! b is the beginning of several revisions"},
        {NULL, "zz", "! there is no revision zz"},
        {NULL, "", "! \"\" names no revision"},
        {NULL, "beta", "b1c0"},
        {NULL, "gamma", "c1d0"},
        {NULL, "long-name", "long-name"},
        {NULL, "long-name-2", "long-name-2"},
        {NULL, "long-name+1", "long-name-2"},
        {NULL, "long-name-2-1", "long-name"},
        {NULL, "base", ""},
        {NULL, "head", "! there are several heads"},
        {NULL, "heads", "c2d0 m2aa x3bb long-name-2"},
        {NULL, "current", "! without a database there is no current revision"},
        {"a3e1", "current", "a3e1"},
        {"a3e1 x1bb", "current", "a3e1 x1bb"},
        {"", "current", ""},
    };
    check_cases(cases, G_N_ELEMENTS(cases), expression_resolve);
}

static void branches(void **state)
{
    (void)state;
    static const Case cases[] = {
        {NULL, "gamma@head", "c2d0"},
        {NULL, "extra@head", "x3bb"},
        {NULL, "extra@heads", "x3bb"},
        {NULL, "beta@head", "! there are several heads"},
        {NULL, "beta@heads", "c2d0 m2aa"},
        {NULL, "a3e1@head", "m2aa"},
        {NULL, "c1@head", "c2d0"},
        {NULL, "x1@head", "x3bb"},
        {NULL, "extra@x2", "x2bb"},
        {NULL, "extra@a1", "! there is no revision a1 on that branch"},
        {NULL, "gamma@c", "! c is the beginning of several revisions"},
        {NULL, "beta@b", "! b is the beginning of several revisions"},
        {NULL, "nobody@head", "! there is no revision nobody"},
        {NULL, "extra@base", ""},
        {"a3e1 x1bb", "extra@current", "x1bb"},
    };
    check_cases(cases, G_N_ELEMENTS(cases), expression_resolve);
}

static void relative(void **state)
{
    (void)state;
    static const Case cases[] = {
        {NULL, "a1+1", "a2f0"},
        {NULL, "a1+2", "! a1+2 is ambiguous"},
        {NULL, "a3+1", "a4e1"},
        {NULL, "a3+3", "m2aa"},
        {NULL, "a3+4", "! a3+4 goes past the head"},
        {NULL, "a2+1", "! a2+1 is ambiguous"},
        {NULL, "beta@a2+1", "! there is no revision a2 on that branch"},
        {NULL, "a4e1-1", "a3e1"},
        {NULL, "a4e1-3", "a1f0"},
        {NULL, "a4e1-4", ""},
        {NULL, "a4e1-5", "! a4e1-5 goes past the base"},
        {NULL, "m2-1", "m1aa"},
        {NULL, "m2-2", "! m2-2 is ambiguous"},
        {NULL, "extra+1", "x2bb"},
        {NULL, "extra@head-1", "x2bb"},
        {NULL, "extra@base+2", "x2bb"},
        {NULL, "base+1", "! base+1 is ambiguous"},
        {NULL, "heads-1", "! heads-1 is ambiguous"},
        {NULL, "+1", "! without a database"},
        {"a1f0", "+1", "a2f0"},
        {"a2f0", "+1", "! +1 is ambiguous"},
        {"a2f0", "beta@+1", "b1c0"},
        {"a2f0", "gamma@+1", "c1d0"},
        {"a3e1 x1bb", "+1", "! +1 is ambiguous"},
        {"a3e1 x1bb", "extra@+1", "x2bb"},
        {"a3e1 x1bb", "extra@-1", ""},
        {"", "+1", "! +1 is ambiguous"},
        {"", "extra@+1", "x1bb"},
        {"a4e1", "-1", "a3e1"},
        {"a4e1", "current-2", "a2f0"},
        {"a1f0", "-1", ""},
        {"a1f0", "-2", "! -2 goes past the base"},
        {"m1aa", "-1", "! -1 is ambiguous"},
    };
    check_cases(cases, G_N_ELEMENTS(cases), expression_resolve);
}

static void ranges(void **state)
{
    (void)state;
    static const Case cases[] = {
        {NULL, "a2:a4", "a2f0 a3e1 a4e1"},
        {NULL, "a2f0:m1aa", "a2f0 a3e1 a4e1 b1c0 b2c0 m1aa"},
        {NULL, ":a3", "a1f0 a2f0 a3e1"},
        {NULL, "base:x2", "x1bb x2bb"},
        {NULL, "c1:", "c1d0 c2d0"},
        {NULL, "x2:heads", "x2bb x3bb"},
        {NULL, "gamma@head:gamma@head", "c2d0"},
        {NULL, "a4:a2", "! \"a4:a2\" is empty"},
        {NULL, "x1:a4", "! \"x1:a4\" is empty"},
        {NULL, "a4", "! \"a4\" is not a range"},
        {NULL, "x1:x1+2", "x1bb x2bb x3bb"},
        {"a4e1", "-2:", "a2f0 a3e1 a4e1 b1c0 b2c0 c1d0 c2d0 m1aa m2aa"},
        {"a4e1", "-2:current", "a2f0 a3e1 a4e1"},
        {"a3e1", "current:m2", "a3e1 a4e1 m1aa m2aa"},
        {"a3e1", "-1:+1", "a2f0 a3e1 a4e1"},
        {NULL, "-1:", "! without a database"},
    };
    check_cases(cases, G_N_ELEMENTS(cases), expression_range);
}

static GPtrArray *plan_list(RunPlan *plan)
{
    if (!plan)
        return NULL;
    GPtrArray *list = g_ptr_array_ref(plan->revisions);
    run_plan_free(plan);
    return list;
}

static GPtrArray *upgrade(const ExpressionScope *scope, const char *text, Diagnostics *diagnostics)
{
    g_auto(GStrv) targets = g_strsplit(text, " ", -1);
    return plan_list(run_plan_upgrade(scope, (const char *const *)targets, diagnostics));
}

static GPtrArray *downgrade(const ExpressionScope *scope, const char *text,
                            Diagnostics *diagnostics)
{
    return plan_list(run_plan_downgrade(scope, text, diagnostics));
}

static void upgrades(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"", "a3", "a1f0 a2f0 a3e1"},
        {"", "x2", "a1f0 a2f0 b1c0 x1bb x2bb"},
        {"", "extra@head", "a1f0 a2f0 b1c0 x1bb x2bb x3bb"},
        {"a2f0", "m2", "a3e1 a4e1 b1c0 b2c0 m1aa m2aa"},
        {"a4e1 b2c0", "m1", "m1aa"},
        {"a4e1", "a3 x1", "x1bb"},
        {"a4e1", "a4", ""},
        {"a4e1", "a2", "! the database is past a2f0 already"},
        {"m1aa", "b1", "! the database is past b1c0 already"},
        {"a4e1", "base", "! an upgrade does not go back to base"},
        {"c2d0 m2aa x3bb long-name-2", "heads", ""},
        {"x2bb", "a2", "! the database is past a2f0 already"},
        {"a1f0", "+1", "a2f0"},
        {"a3e1 b1c0", "+1", "! +1 is ambiguous"},
        {"a3e1 b1c0", "heads",
         "a4e1 b2c0 c1d0 c2d0 m1aa m2aa x1bb x2bb x3bb long-name long-name-2"},
    };
    check_cases(cases, G_N_ELEMENTS(cases), upgrade);
}

static void downgrades(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"a4e1", "a2", "a4e1 a3e1"},
        {"a4e1", "base", "a4e1 a3e1 a2f0 a1f0"},
        {"a4e1", "-1", "a4e1"},
        {"a4e1", "current-3", "a4e1 a3e1 a2f0"},
        {"a4e1", "-4", "a4e1 a3e1 a2f0 a1f0"},
        {"a4e1", "-5", "! -5 goes past the base"},
        {"m1aa", "-1", "m1aa"},
        {"m1aa", "-2", "! -2 is ambiguous: the database is at several heads"},
        {"a4e1 b1c0", "-1", "! -1 is ambiguous: the database is at several heads"},
        {"a4e1 b1c0", "beta@-1", "b1c0"},
        {"a4e1 b1c0", "beta@base", "b1c0"},
        {"c2d0 a4e1", "gamma@base", "c2d0 c1d0"},
        {"x3bb a4e1", "a2", "x3bb x2bb b1c0 a4e1 a3e1"},
        {"x3bb", "b1c0", ""},
        {"a4e1", "m1", "! revision m1aa is not applied"},
        {"a4e1", "zz", "! there is no revision zz"},
        {"b2c0 a3e1", "a2", "b2c0 b1c0 a3e1"},
        {"x2bb b1c0", "beta@-1", "! b1c0 cannot go: applied revisions stand on it"},
    };
    check_cases(cases, G_N_ELEMENTS(cases), downgrade);
}

/* The version rows after every revision of a plan. */
static void version_rows(void **state)
{
    (void)state;
    static const struct {
        const char *current;
        const char *target;
        bool down;
        const char *rows; /* after each revision, apart by "; " */
    } walks[] = {
        {"a2f0", "m1aa", false, "a3e1; a4e1; a4e1 b1c0; a4e1 b2c0; m1aa"},
        {"m1aa", "a2f0", true, "a4e1 b2c0; a4e1 b1c0; a4e1; a3e1; a2f0"},
        {"", "x2", false, "a1f0; a2f0; b1c0; b1c0 x1bb; b1c0 x2bb"},
        {"a3e1 b1c0", "base", true, "a3e1; a2f0; a1f0; "},
        {"m1aa c1d0", "b2c0", true, "a4e1 c1d0; a4e1 b2c0"},
    };
    g_autoptr(Graph) graph = make_graph();
    for (gsize i = 0; i < G_N_ELEMENTS(walks); i++) {
        g_autoptr(Diagnostics) diagnostics = diagnostics_new();
        g_autoptr(GPtrArray) current = revisions_of(graph, walks[i].current);
        ExpressionScope scope = {graph, current};
        const char *targets[] = {walks[i].target, NULL};
        g_autoptr(RunPlan) plan = walks[i].down
                                      ? run_plan_downgrade(&scope, walks[i].target, diagnostics)
                                      : run_plan_upgrade(&scope, targets, diagnostics);
        assert_non_null(plan);
        g_autoptr(VersionWalk) walk = version_walk_new(graph, plan);
        g_autoptr(GString) got = g_string_new(NULL);
        for (guint j = 0; j < plan->revisions->len; j++) {
            g_autoptr(GPtrArray) remove = NULL;
            g_autoptr(GPtrArray) add = NULL;
            version_walk_next(walk, &remove, &add);
            const GPtrArray *rows = version_walk_rows(walk);
            g_string_append(got, j ? "; " : "");
            for (guint k = 0; k < rows->len; k++)
                g_string_append_printf(got, "%s%s", k ? " " : "",
                                       (const char *)g_ptr_array_index(rows, k));
        }
        assert_string_equal(got->str, walks[i].rows);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_and_symbols), cmocka_unit_test(branches),
        cmocka_unit_test(relative),          cmocka_unit_test(ranges),
        cmocka_unit_test(upgrades),          cmocka_unit_test(downgrades),
        cmocka_unit_test(version_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
