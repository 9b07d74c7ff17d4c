/* The cases in tests/golden/cases: models before and after, the SQL between them both ways, and
 * that it holds on a database.
 *
 *   before.yml, after.yml        models
 *   upgrade.sql, downgrade.sql   the sections of the revision; GEN_UPDATE_GOLDEN=1 writes them
 *   seed.sql                     rows that exist before, optional
 *   gen.yml                      configuration, optional
 *   refusal.txt                  what `gen upgrade` says when it must refuse, optional
 *   unsupported.txt              what gen says of these models on any other, optional
 *   versions.txt                 the PostgreSQL it is for, optional: lines `from 14`, `to 17`
 *   upgrade.16.sql …             what is expected from PostgreSQL 16 on, where it differs
 *
 * GEN_CASES_PROVE=1 has gen prove each revision as well, which takes longer.
 * GEN_CASES are patterns of the cases to run: GEN_CASES="enum/value? table/renamed"
 */
#include <glib.h>
#include <stdbool.h>
#include <stdio.h>

#include "tests/support/check.h"
#include "tests/support/golden.h"
#include "tests/support/roundtrip.h"
#include "tests/support/server.h"
#include "tests/support/shares.h"

#define CASES "golden/cases"

static char *read_file(const char *name, const char *file, bool needed)
{
    g_autofree char *path = g_build_filename(CASES, name, file, NULL);
    g_autofree char *full = golden_path(path);
    char *text = NULL;

    if (!g_file_get_contents(full, &text, NULL, NULL) && needed)
        fail_msg("tests/%s is missing", path);
    return text;
}

static Roundtrip *roundtrip;
static int version; /* of the server: 15 */

/* What is expected of this server: the text for the newest version that is not above its own. */
static void expect_section(const char *name, const char *section, const char *actual)
{
    g_autofree char *path = NULL;

    for (int from = version; from >= 13 && path == NULL; from--) {
        g_autofree char *file = g_strdup_printf("%s.%d.sql", section, from);
        g_autofree char *candidate = g_build_filename(CASES, name, file, NULL);
        g_autofree char *full = golden_path(candidate);
        if (g_file_test(full, G_FILE_TEST_EXISTS))
            path = g_steal_pointer(&candidate);
    }
    if (path == NULL) {
        g_autofree char *file = g_strconcat(section, ".sql", NULL);
        path = g_build_filename(CASES, name, file, NULL);
    }
    golden_expect(path, actual);
}

/* Whether versions.txt has the case run on this server. */
static bool is_for_server(const char *name)
{
    g_autofree char *text = read_file(name, "versions.txt", false);
    g_auto(GStrv) lines = g_strsplit(text != NULL ? text : "", "\n", -1);
    bool is = true;

    for (char **line = lines; *line != NULL; line++) {
        int limit;
        if (sscanf(*line, "from %d", &limit) == 1)
            is = is && version >= limit;
        else if (sscanf(*line, "to %d", &limit) == 1)
            is = is && version <= limit;
        else if (**line != '\0')
            fail_msg("%s/versions.txt: not a line of it: %s", name, *line);
    }
    return is;
}

static void test_case(void **state)
{
    const char *name = *state;

    bool applies = is_for_server(name);
    g_autofree char *unsupported = applies ? NULL : read_file(name, "unsupported.txt", false);

    if (!applies && unsupported == NULL)
        skip();
    g_autofree char *before = read_file(name, "before.yml", true);
    g_autofree char *after = read_file(name, "after.yml", true);
    g_autofree char *seed = read_file(name, "seed.sql", false);
    g_autofree char *config = read_file(name, "gen.yml", false);
    g_autofree char *refusal = read_file(name, "refusal.txt", false);
    g_autofree char *upgrade = NULL;
    g_autofree char *downgrade = NULL;
    g_autofree char *problem = NULL;

    if (refusal != NULL)
        g_strchomp(refusal);
    if (unsupported != NULL)
        g_strchomp(unsupported);
    problem = roundtrip_run(roundtrip,
                            &(RoundtripPair){.before = before,
                                             .after = after,
                                             .seed = seed,
                                             .config = config,
                                             .refusal = refusal,
                                             .unsupported = unsupported,
                                             .prove = g_getenv("GEN_CASES_PROVE") != NULL},
                            &upgrade, &downgrade);
    if (problem != NULL)
        fail_msg("%s\n--- upgrade\n%s--- downgrade\n%s", problem, upgrade != NULL ? upgrade : "",
                 downgrade != NULL ? downgrade : "");
    if (unsupported != NULL)
        return;
    if (upgrade == NULL)
        fail_msg("there is nothing to change");
    expect_section(name, "upgrade", upgrade);
    expect_section(name, "downgrade", downgrade);
}

static int set_up(void **state)
{
    (void)state;
    server_need_tablespace("elsewhere");
    roundtrip = roundtrip_new();
    version = server_version();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    roundtrip_free(roundtrip);
    return 0;
}

static bool matches(char **patterns, const char *name)
{
    for (; *patterns != NULL; patterns++) {
        if (g_pattern_match_simple(*patterns, name))
            return true;
    }
    return false;
}

/* "kind/case" of every case that is asked for, sorted. */
static GPtrArray *case_names(void)
{
    const char *asked = g_getenv("GEN_CASES");
    g_auto(GStrv) patterns = g_strsplit(asked != NULL ? asked : "*", " ", -1);
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    g_auto(GStrv) kinds = golden_cases(CASES);

    for (char **kind = kinds; *kind != NULL; kind++) {
        g_autofree char *path = g_build_filename(CASES, *kind, NULL);
        g_auto(GStrv) cases = golden_cases(path);

        for (char **name = cases; *name != NULL; name++) {
            char *full = g_build_filename(*kind, *name, NULL);
            if (matches(patterns, full))
                g_ptr_array_add(names, full);
            else
                g_free(full);
        }
    }
    return names;
}

/* Every `count`th case from `first` on. */
static int run_share(gpointer data, unsigned first, unsigned count)
{
    const GPtrArray *names = data;
    g_autoptr(GArray) tests = g_array_new(FALSE, TRUE, sizeof(struct CMUnitTest));

    for (guint i = first; i < names->len; i += count) {
        struct CMUnitTest test = {
            .name = names->pdata[i], .test_func = test_case, .initial_state = names->pdata[i]};
        g_array_append_val(tests, test);
    }
    return _cmocka_run_group_tests("cases", (const struct CMUnitTest *)(void *)tests->data,
                                   tests->len, set_up, tear_down);
}

int main(void)
{
    g_autoptr(GPtrArray) names = case_names();

    if (names->len == 0) {
        fprintf(stderr, "no case to run\n");
        return 1;
    }
    return shares_run(run_share, names);
}
