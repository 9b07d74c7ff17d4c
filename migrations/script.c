#include "migrations/script.h"

#include "emit/quote.h"
#include "migrations/autocommit.h"
#include "migrations/journal.h"
#include "migrations/lock.h"
#include "migrations/section_run.h"

#include <string.h>

/* The rows as one text, as the check computes it from the table. Freed with g_free. */
static char *rows_text(const GPtrArray *rows)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < rows->len; i++)
        g_string_append_printf(text, "%s%s", i ? " " : "",
                               (const char *)g_ptr_array_index(rows, i));
    return g_string_free(text, FALSE);
}

#define CHECK_SQL                                                                                \
    "DO $gen$\n"                                                                                 \
    "DECLARE\n"                                                                                  \
    "    expected text := %s;\n"                                                                 \
    "    found text;\n"                                                                          \
    "BEGIN\n"                                                                                    \
    "    IF NOT pg_catalog.pg_try_advisory_lock(%" G_GINT64_FORMAT ") THEN\n"                    \
    "        RAISE EXCEPTION 'another gen is at work on this database';\n"                       \
    "    END IF;\n"                                                                              \
    "    SELECT coalesce(string_agg(version_num, ' ' ORDER BY version_num COLLATE \"C\"), '')\n" \
    "        INTO found FROM %s;\n"                                                              \
    "    IF found <> expected THEN\n"                                                            \
    "        RAISE EXCEPTION 'this script starts at %%, the database is at %%',\n"               \
    "            coalesce(nullif(expected, ''), 'base'), coalesce(nullif(found, ''), 'base');\n" \
    "    END IF;\n"                                                                              \
    "END\n"                                                                                      \
    "$gen$;\n"

static void put_check(GString *out, const ScriptSettings *settings, const RunPlan *plan)
{
    g_autofree char *create = version_table_create_sql(settings->table);
    g_autofree char *rows = rows_text(plan->rows);
    g_autofree char *literal = quote_literal(rows);
    g_string_append(out, "\\set ON_ERROR_STOP on\n\n");
    g_string_append(out, create);
    g_string_append_printf(out, CHECK_SQL, literal, runner_lock_key(settings->table),
                           settings->table->version);
}

static void put_setting(GString *out, const char *scope, const char *name, const char *value)
{
    if (!value)
        return;
    g_autofree char *literal = quote_literal(value);
    g_string_append_printf(out, "SET %s%s = %s;\n", scope, name, literal);
}

static void put_settings(GString *out, const ScriptSettings *settings, const Step *step,
                         const char *scope, const char *lock_timeout)
{
    put_setting(out, scope, "lock_timeout",
                step && step->lock_timeout ? step->lock_timeout : lock_timeout);
    put_setting(out, scope, "statement_timeout",
                step && step->statement_timeout ? step->statement_timeout
                                                : settings->statement_timeout);
}

/* A semicolon after a comment to the end of the line would be part of the comment. */
static void put_statement(GString *out, const char *sql)
{
    const char *last_line = strrchr(sql, '\n');
    bool comment = strstr(last_line ? last_line : sql, "--") != NULL;
    g_string_append_printf(out, "%s%s;\n", sql, comment ? "\n" : "");
}

static void put_transaction(GString *out, const ScriptSettings *settings, const Journal *journal,
                            guint index, const Step *step)
{
    g_autofree char *finish = journal_finish_sql(journal, index);
    g_string_append(out, "BEGIN;\n");
    put_settings(out, settings, step, "LOCAL ", settings->lock_timeout);
    for (guint i = 0; step && i < step->items->len; i++) {
        const StepItem *item = g_ptr_array_index(step->items, i);
        if (item->kind == STEP_STATEMENT)
            put_statement(out, item->text);
        else
            g_string_append_printf(out, "-- %s\n", item->text);
    }
    g_string_append_printf(out, "%s%sCOMMIT;\n", SECTION_RESET_SQL, finish);
}

/* What section_run() does for an autocommit step; only the removal of what an earlier attempt has
 * left is not the script's to do. */
static void put_autocommit(GString *out, const ScriptSettings *settings, const Journal *journal,
                           guint index, const Step *step)
{
    g_autofree char *begin = journal_begin_sql(journal, index);
    g_autofree char *finish = journal_finish_sql(journal, index);
    guint done = 0;
    g_string_append(out, begin);
    for (guint i = 0; i < step->items->len; i++) {
        const StepItem *item = g_ptr_array_index(step->items, i);
        if (item->kind != STEP_STATEMENT) {
            g_string_append_printf(out, "-- %s\n", item->text);
            continue;
        }
        g_autofree char *progress = journal_progress_sql(journal, index, ++done);
        put_settings(out, settings, step, "",
                     autocommit_is_concurrent(item->text) ? "0" : settings->lock_timeout);
        put_statement(out, item->text);
        g_string_append_printf(out, "%s%s", SECTION_RESET_SQL, progress);
    }
    g_string_append_printf(out, "BEGIN;\n%sCOMMIT;\n", finish);
}

static void put_file(GString *out, const ScriptSettings *settings, const RunPlan *plan,
                     const RevisionFile *file, VersionWalk *walk)
{
    g_autoptr(GPtrArray) remove = NULL;
    g_autoptr(GPtrArray) add = NULL;
    version_walk_next(walk, &remove, &add);
    Journal journal = {settings->table, file, plan->downgrade, remove, add};
    const Section *section = journal_section(&journal);
    g_autofree char *title = g_strdup(file->message ? file->message : "");
    g_strdelimit(title, "\r\n", ' ');
    g_string_append_printf(out, "\n-- %s %s: %s\n", plan->downgrade ? "downgrade" : "upgrade",
                           file->id, title);
    for (guint i = 0; i < section_steps(section); i++) {
        const Step *step = i < section->steps->len ? g_ptr_array_index(section->steps, i) : NULL;
        if (i > 0)
            g_string_append_c(out, '\n');
        if (step && step->autocommit)
            put_autocommit(out, settings, &journal, i, step);
        else
            put_transaction(out, settings, &journal, i, step);
    }
}

char *script_of_plan(const ScriptSettings *settings, const RunPlan *plan, const GPtrArray *files)
{
    GString *out = g_string_new(NULL);
    g_autoptr(VersionWalk) walk = version_walk_new(settings->graph, plan);
    put_check(out, settings, plan);
    for (guint i = 0; i < files->len; i++)
        put_file(out, settings, plan, g_ptr_array_index(files, i), walk);
    g_string_append_printf(
        out,
        "\nDO $gen$ BEGIN PERFORM pg_catalog.pg_advisory_unlock(%" G_GINT64_FORMAT
        "); END $gen$;\n",
        runner_lock_key(settings->table));
    return g_string_free(out, FALSE);
}
