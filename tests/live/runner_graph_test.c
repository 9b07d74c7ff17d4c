/* Revision expressions on a branched history, as commands on a real database take them. */
#include <stdbool.h>
#include <string.h>

#include "tests/support/check.h"
#include "tests/support/project.h"
#include "tests/support/scratch.h"
#include "tests/support/server.h"

/*
 *   a1 ── a2 ─┬─ a3 ── a4 ───────────┬─ m1 ── m2      (head)
 *             └─ b1 (beta) ── b2 ────┘
 *                              └─ c1 (gamma) ── c2     (head)
 *   x1 (extra) ── x2 ── x3                             (head; x2 depends on b1)
 *   y-1 ── y-2                                         (head)
 */
static const struct {
    const char *id;
    const char *headers;
} history[] = {
    {"a1f0", ""},
    {"a2f0", "-- Revises: a1f0\n"},
    {"a3e1", "-- Revises: a2f0\n"},
    {"a4e1", "-- Revises: a3e1\n"},
    {"b1c0", "-- Revises: a2f0\n-- Branch-Labels: beta\n"},
    {"b2c0", "-- Revises: b1c0\n"},
    {"c1d0", "-- Revises: b2c0\n-- Branch-Labels: gamma\n"},
    {"c2d0", "-- Revises: c1d0\n"},
    {"m1aa", "-- Revises: a4e1, b2c0\n"},
    {"m2aa", "-- Revises: m1aa\n"},
    {"x1bb", "-- Branch-Labels: extra\n"},
    {"x2bb", "-- Revises: x1bb\n-- Depends-On: b1c0\n"},
    {"x3bb", "-- Revises: x2bb\n"},
    {"y-1", ""},
    {"y-2", "-- Revises: y-1\n"},
};

static Project *project;

/* Each revision makes and drops a table, so that one that runs twice or too early is seen. */
static int write_history(void **state)
{
    (void)state;
    project = project_new();
    for (gsize i = 0; i < G_N_ELEMENTS(history); i++) {
        g_autofree char *path = g_strdup_printf("migrations/%02zu.sql", i);
        g_autofree char *text = g_strdup_printf(
            "-- %s\n--\n-- Revision: %s\n%s\n-- gen: upgrade\nCREATE TABLE \"%s\" ();\n\n"
            "-- gen: downgrade\nDROP TABLE \"%s\";\n",
            history[i].id, history[i].id, history[i].headers, history[i].id, history[i].id);
        scratch_write(project->dir, path, text);
    }
    return 0;
}

static int forget_history(void **state)
{
    (void)state;
    project_free(project);
    return 0;
}

typedef struct {
    const char *current;   /* what the database is at: ids apart by spaces, or "" */
    const char *arguments; /* of gen, apart by spaces */
    const char *expected;  /* the version rows afterwards, or "! " and a part of the message */
} Case;

static ProgramRun *run_gen(const char *line)
{
    g_auto(GStrv) words = g_strsplit(line, " ", -1);
    return program_runv(&project->setting, (const char *const *)words);
}

/* An empty database is upgraded to where the case begins. */
static void go_to(const char *current)
{
    g_autofree char *line = g_strconcat("-q upgrade ", current, NULL);
    server_empty_database(project->url);
    if (!*current)
        return;
    g_autoptr(ProgramRun) run = run_gen(line);
    assert_int_equal(run->status, 0);
}

static char *outcome(const ProgramRun *run)
{
    static const char versions[] =
        "SELECT coalesce(string_agg(version_num, ' ' ORDER BY version_num COLLATE \"C\"), '')"
        " FROM gen_version";
    static const char tables[] =
        "SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relname !~ '^gen_'"
        " AND relnamespace = 'public'::regnamespace";
    if (run->status != 0)
        return g_strconcat("! ", run->err, NULL);
    g_autofree char *rows = server_query(project->url, versions);
    g_autoptr(ProgramRun) applied =
        program_expect(&project->setting, 0, "-v", "history", "-r", ":current", NULL);
    g_autofree char *count = server_query(project->url, tables);
    /* There are as many tables as revisions that the rows stand for. */
    guint lines = 0;
    for (const char *at = applied->out; *rows && (at = strstr(at, "Revision: ")); at++)
        lines++;
    if (g_ascii_strtoull(count, NULL, 10) != lines)
        return g_strdup_printf("%s, with %s tables for %u revisions", rows, count, lines);
    return g_steal_pointer(&rows);
}

static void check_cases(const Case *cases, gsize count)
{
    guint failed = 0;
    for (gsize i = 0; i < count; i++) {
        go_to(cases[i].current);
        g_autoptr(ProgramRun) run = run_gen(cases[i].arguments);
        g_autofree char *got = outcome(run);
        const char *expected = cases[i].expected;
        bool error = *expected == '!';
        if (error ? *got == '!' && strstr(got, expected + 2) : strcmp(got, expected) == 0)
            continue;
        failed++;
        print_error("gen %s (at %s)\n  expected %s\n  got      %s\n", cases[i].arguments,
                    cases[i].current, expected, got);
    }
    assert_int_equal(failed, 0);
}

static void upgrades(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"", "upgrade", "c2d0 m2aa x3bb y-2"},
        {"", "upgrade heads", "c2d0 m2aa x3bb y-2"},
        {"", "upgrade head", "! there are several heads"},
        {"", "upgrade a1f0", "a1f0"},
        {"", "upgrade a2", "a2f0"},
        {"", "upgrade a", "! a is the beginning of several revisions"},
        {"", "upgrade zz", "! there is no revision zz"},
        {"", "upgrade m1", "m1aa"},
        {"", "upgrade gamma", "c1d0"},
        {"", "upgrade gamma@head", "c2d0"},
        {"", "upgrade beta@heads", "c2d0 m2aa"},
        {"", "upgrade beta@head", "! there are several heads"},
        {"", "upgrade extra@head", "b1c0 x3bb"},
        {"", "upgrade extra", "x1bb"},
        {"", "upgrade extra+1", "b1c0 x2bb"},
        {"", "upgrade extra@x2", "b1c0 x2bb"},
        {"", "upgrade extra@base+2", "b1c0 x2bb"},
        {"", "upgrade a1+1", "a2f0"},
        {"", "upgrade a2+1", "! a2+1 is ambiguous"},
        {"", "upgrade a3+3", "m2aa"},
        {"", "upgrade m2-1", "m1aa"},
        {"", "upgrade m2+1", "! m2+1 goes past the head"},
        {"", "upgrade y-1", "y-1"},
        {"", "upgrade y-2", "y-2"},
        {"", "upgrade a3 b1", "a3e1 b1c0"},
        {"", "upgrade a3 m1", "m1aa"},
        {"", "upgrade +1", "! +1 is ambiguous"},
        {"a3e1", "upgrade +1", "a4e1"},
        {"a3e1", "upgrade +3", "m2aa"},
        {"a2f0", "upgrade +1", "! +1 is ambiguous"},
        {"a2f0", "upgrade beta@+1", "b1c0"},
        {"a3e1 x1bb", "upgrade +1", "! +1 is ambiguous"},
        {"a3e1 x1bb", "upgrade a3e1@+1", "a4e1 x1bb"},
        {"a3e1 x1bb", "upgrade extra@+1", "a3e1 b1c0 x2bb"},
        {"m2aa", "upgrade a4", "! the database is past a4e1"},
        {"m2aa", "upgrade base", "! an upgrade does not go back to base"},
        {"m2aa", "upgrade current", "m2aa"},
        {"c1d0", "upgrade m1", "c1d0 m1aa"},
        {"b1c0", "upgrade x3", "b1c0 x3bb"},
        {"m2aa", "upgrade -1", "! the database is past m1aa"},
    };
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void downgrades(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"m2aa", "downgrade base --allow all", ""},
        {"m2aa", "downgrade -1 --allow all", "m1aa"},
        {"m2aa", "downgrade -2 --allow all", "a4e1 b2c0"},
        {"m2aa", "downgrade -3 --allow all", "! -3 is ambiguous"},
        {"m2aa", "downgrade a4 --allow all", "a4e1 b2c0"},
        {"m2aa", "downgrade a2 --allow all", "a2f0"},
        {"m2aa", "downgrade m2-2 --allow all", "! m2-2 is ambiguous"},
        {"m2aa", "downgrade m1-1 --allow all", "! m1-1 is ambiguous"},
        {"m2aa", "downgrade a4-1 --allow all", "a3e1 b2c0"},
        {"m2aa c2d0", "downgrade -1 --allow all", "! -1 is ambiguous: the database is at several"},
        {"m2aa c2d0", "downgrade gamma@-1 --allow all", "c1d0 m2aa"},
        {"m2aa c2d0", "downgrade gamma@base --allow all", "m2aa"},
        {"m2aa c2d0", "downgrade b2 --allow all", "a4e1 b2c0"},
        {"m2aa x3bb", "downgrade extra@base --allow all", "m2aa"},
        {"m2aa x3bb", "downgrade extra@-2 --allow all", "m2aa x1bb"},
        {"m2aa x3bb", "downgrade a2 --allow all", "a2f0 x1bb"},
        {"m2aa", "downgrade c1 --allow all", "! revision c1d0 is not applied"},
        {"m2aa", "downgrade zz --allow all", "! there is no revision zz"},
        {"m2aa", "downgrade -9 --allow all", "! -9 is ambiguous"},
        {"a2f0", "downgrade -9 --allow all", "! -9 goes past the base"},
        {"a2f0", "downgrade -2 --allow all", ""},
        {"a2f0", "downgrade current --allow all", "a2f0"},
        {"a2f0", "downgrade current-1 --allow all", "a1f0"},
        {"y-2", "downgrade y-1 --allow all", "y-1"},
        {"y-2", "downgrade y-2-1 --allow all", "y-1"},
        {"y-2", "downgrade y-2-2 --allow all", ""},
    };
    check_cases(cases, G_N_ELEMENTS(cases));
}

/* Ranges, newest first. */
static void ranges(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"a3e1", "a1:a3", "a3e1 a2f0 a1f0"},
        {"a3e1", ":a2", "a2f0 a1f0"},
        {"a3e1", "m1:", "m2aa m1aa"},
        {"a3e1", "gamma:", "c2d0 c1d0"},
        {"a3e1", "extra:extra@head", "x3bb x2bb x1bb"},
        {"a3e1", "-2:", "m2aa m1aa c2d0 c1d0 b2c0 b1c0 a4e1 a3e1 a2f0 a1f0"},
        {"a3e1", "-1:current", "a3e1 a2f0"},
        {"a3e1", "current:m2", "m2aa m1aa a4e1 a3e1"},
        {"a3e1", "current:+1", "a4e1 a3e1"},
        {"a3e1", "y-1:y-2", "y-2 y-1"},
        {"a3e1", "a3:a1", "! its end does not stand on its beginning"},
        {"a3e1", "a3", "! is not a range"},
    };
    guint failed = 0;
    go_to("a3e1");
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(ProgramRun) run =
            program_run(&project->setting, "-v", "history", "-r", cases[i].arguments, NULL);
        g_autoptr(GString) got = g_string_new(run->status ? run->err : "");
        for (const char *at = run->out; (at = strstr(at, "Revision: ")); at++)
            g_string_append_printf(got, "%s%.*s", got->len ? " " : "", (int)strcspn(at + 10, " \n"),
                                   at + 10);
        const char *expected = cases[i].expected;
        if (*expected == '!' ? run->status == 2 && strstr(got->str, expected + 2)
                             : strcmp(got->str, expected) == 0)
            continue;
        failed++;
        print_error("%s\n  expected %s\n  got      %s\n", cases[i].arguments, expected, got->str);
    }
    assert_int_equal(failed, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(upgrades),
        cmocka_unit_test(downgrades),
        cmocka_unit_test(ranges),
    };
    return cmocka_run_group_tests(tests, write_history, forget_history);
}
