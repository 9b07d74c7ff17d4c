#include "tests/support/roundtrip.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <stdbool.h>
#include <string.h>

#include "tests/support/catalogue.h"
#include "tests/support/check.h"
#include "tests/support/program.h"
#include "tests/support/scratch.h"
#include "tests/support/server.h"

struct Roundtrip {
    char *dir;
    char *url;   /* the database that is taken there and back */
    char *fresh; /* one that is built from the models after */
};

/* One run: the steps return false when something is wrong, which is in `problem` then. */
typedef struct {
    const Roundtrip *roundtrip;
    const RoundtripPair *pair;
    char *before; /* the catalogue */
    char *problem;
    char **upgrade;
    char **downgrade;
} Run;

Roundtrip *roundtrip_new(void)
{
    Roundtrip *roundtrip = g_new0(Roundtrip, 1);

    roundtrip->dir = scratch_dir();
    roundtrip->url = server_create_database();
    roundtrip->fresh = server_create_database();
    return roundtrip;
}

void roundtrip_free(Roundtrip *roundtrip)
{
    if (roundtrip == NULL)
        return;
    g_free(roundtrip->dir);
    g_free(roundtrip->url);
    g_free(roundtrip->fresh);
    g_free(roundtrip);
}

static bool wrong(Run *run, const char *format, ...) G_GNUC_PRINTF(2, 3);

static bool wrong(Run *run, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    run->problem = g_strdup_vprintf(format, args);
    va_end(args);
    return false;
}

static bool gen_status(Run *run, const char *step, int status, ProgramRun **ret,
                       const char *const *args)
{
    const ProgramSetting setting = {.dir = run->roundtrip->dir, .url = run->roundtrip->url};
    g_autoptr(ProgramRun) result = program_runv(&setting, args);

    if (result->status != status) {
        g_autofree char *line = g_strjoinv(" ", (char **)args);
        return wrong(run, "%s: gen %s: exit status %d, expected %d\n%s%s", step, line,
                     result->status, status, result->out, result->err);
    }
    if (ret != NULL)
        *ret = g_steal_pointer(&result);
    return true;
}

#define GEN(run, step, ret, ...) \
    gen_status(run, step, 0, ret, (const char *const[]){__VA_ARGS__, NULL})

static void write_models(const Run *run, const char *text)
{
    scratch_write(run->roundtrip->dir, "models/models.yml", text);
}

static bool build(Run *run, const char *step, const char *url)
{
    g_autoptr(ProgramRun) script = NULL;

    if (!GEN(run, step, &script, "sql") || script == NULL)
        return false;
    server_empty_database(url);
    g_autofree char *error = server_try(url, script->out);
    return error == NULL || wrong(run, "%s: %s", step, error);
}

/* Whether the upgraded database has just the names that a new one has. After a rename, and where
 * new unnamed objects come beside old ones ("# other names"), those that no model gives may differ.
 */
static bool has_new_names(const char *models)
{
    return strstr(models, "renamed_from") == NULL && strstr(models, "# other names") == NULL;
}

static bool compare(Run *run, const char *step, const char *expected, bool names)
{
    g_autofree char *actual = catalogue_read(run->roundtrip->url);
    g_autofree char *expected_facts =
        names ? g_strdup(expected) : catalogue_without_names(expected);
    g_autofree char *actual_facts = names ? g_strdup(actual) : catalogue_without_names(actual);
    g_autofree char *difference = catalogue_difference(expected_facts, actual_facts);

    return difference == NULL || wrong(run, "%s: the catalogue differs\n%s", step, difference);
}

static bool start(Run *run)
{
    const Roundtrip *roundtrip = run->roundtrip;
    g_autofree char *migrations = g_build_filename(roundtrip->dir, "migrations", NULL);

    g_mkdir_with_parents(migrations, 0755);
    g_auto(GStrv) files = scratch_list(migrations);
    for (char **file = files; *file != NULL; file++) {
        g_autofree char *path = g_build_filename(migrations, *file, NULL);
        g_unlink(path);
    }
    scratch_write(roundtrip->dir, "gen.yml",
                  run->pair->config != NULL ? run->pair->config : "models: models\n");
    write_models(run, run->pair->before);
    if (!build(run, "before", roundtrip->url))
        return false;
    run->before = catalogue_read(roundtrip->url);
    if (run->pair->seed != NULL) {
        g_autofree char *error = server_try(roundtrip->url, run->pair->seed);
        if (error != NULL)
            return wrong(run, "seed: %s", error);
    }
    return GEN(run, "before", NULL, "check", "--from", "database", "--to", "models");
}

/* The lines of a section, from the one after its mark to the next mark of a section. */
static char *section(const char *text, const char *name)
{
    g_autofree char *mark = g_strdup_printf("\n-- gen: %s\n", name);
    const char *start = strstr(text, mark);
    const char *end;

    if (start == NULL)
        return g_strdup("");
    start += strlen(mark);
    end = strstr(start, "\n-- gen: downgrade\n");
    g_autofree char *lines = end != NULL ? g_strndup(start, (gsize)(end - start)) : g_strdup(start);
    g_strchomp(lines);
    return g_strconcat(lines, "\n", NULL);
}

static guint revision_count(const Run *run)
{
    g_autofree char *migrations = g_build_filename(run->roundtrip->dir, "migrations", NULL);
    g_auto(GStrv) files = scratch_list(migrations);

    return g_strv_length(files);
}

/* The text of the revision that was written, or NULL. */
static char *revision_text(const Run *run)
{
    g_autofree char *migrations = g_build_filename(run->roundtrip->dir, "migrations", NULL);
    g_auto(GStrv) files = scratch_list(migrations);

    return files[0] != NULL ? scratch_read(migrations, files[0]) : NULL;
}

static bool plan(Run *run)
{
    write_models(run, run->pair->after);
    if (run->pair->prove && !GEN(run, "proof", NULL, "diff", "-m", "change", "--dry-run"))
        return false;
    /* The rest of the run proves what the proof on a scratch database would. */
    if (!GEN(run, "plan", NULL, "diff", "-m", "change", "--no-verify"))
        return false;
    g_autofree char *text = revision_text(run);
    if (text == NULL)
        return true; /* then the comparison with a fresh database must find nothing either */
    *run->upgrade = section(text, "upgrade");
    *run->downgrade = section(text, "downgrade");
    return true;
}

static bool plan_again(Run *run)
{
    guint revisions = *run->upgrade != NULL;

    if (!GEN(run, "plan again", NULL, "check", "--from", "database", "--to", "models") ||
        !GEN(run, "plan again", NULL, "diff", "-m", "again", "--no-verify"))
        return false;
    return revision_count(run) == revisions ||
           wrong(run, "plan again: another revision was written");
}

static bool upgrade(Run *run)
{
    if (!GEN(run, "upgrade", NULL, "upgrade", "--allow", "all") || !plan_again(run) ||
        !build(run, "fresh", run->roundtrip->fresh))
        return false;
    g_autofree char *fresh = catalogue_read(run->roundtrip->fresh);
    return compare(run, "upgrade", fresh, has_new_names(run->pair->after));
}

static bool downgrade(Run *run)
{
    write_models(run, run->pair->before);
    return GEN(run, "downgrade", NULL, "downgrade", "base", "--allow", "all") &&
           compare(run, "downgrade", run->before, true) &&
           GEN(run, "downgrade", NULL, "check", "--from", "database", "--to", "models");
}

/* The upgrade must fail, say why, and leave everything as it was. */
static bool refuse(Run *run)
{
    g_autoptr(ProgramRun) result = NULL;
    static const char *const args[] = {"upgrade", "--allow", "all", NULL};

    if (!gen_status(run, "refusal", 5, &result, args) || result == NULL)
        return false;
    if (strstr(result->err, run->pair->refusal) == NULL)
        return wrong(run, "refusal: expected <%s>, got\n%s", run->pair->refusal, result->err);
    return compare(run, "refusal", run->before, true);
}

/* gen must tell what the server cannot have. */
static bool unsupported(Run *run)
{
    g_autoptr(ProgramRun) result = NULL;
    static const char *const args[] = {"check", "--from", "empty", "--to", "models", NULL};

    scratch_write(run->roundtrip->dir, "gen.yml",
                  run->pair->config != NULL ? run->pair->config : "models: models\n");
    write_models(run, run->pair->after);
    if (!gen_status(run, "unsupported", 3, &result, args) || result == NULL)
        return false;
    return strstr(result->err, run->pair->unsupported) != NULL ||
           wrong(run, "unsupported: expected <%s>, got\n%s", run->pair->unsupported, result->err);
}

char *roundtrip_run(Roundtrip *roundtrip, const RoundtripPair *pair, char **ret_upgrade,
                    char **ret_downgrade)
{
    Run run = {
        .roundtrip = roundtrip, .pair = pair, .upgrade = ret_upgrade, .downgrade = ret_downgrade};

    *ret_upgrade = *ret_downgrade = NULL;
    if (pair->unsupported != NULL)
        unsupported(&run);
    else if (start(&run) && plan(&run)) {
        if (pair->refusal != NULL)
            refuse(&run);
        else if (upgrade(&run))
            downgrade(&run);
    }
    g_free(run.before);
    return run.problem;
}
