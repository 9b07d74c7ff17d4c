#include "migrations/journal.h"

#include "emit/quote.h"
#include "schema/version.h"

#include <string.h>

#define GENERATOR "gen " GEN_VERSION

static void hash_step(GChecksum *sum, const Step *step)
{
    const char *mark = step->autocommit ? "step autocommit\n" : "step\n";
    g_checksum_update(sum, (const guchar *)mark, (gssize)strlen(mark));
    for (guint i = 0; i < step->items->len; i++) {
        const StepItem *item = g_ptr_array_index(step->items, i);
        if (item->kind != STEP_STATEMENT)
            continue;
        g_checksum_update(sum, (const guchar *)item->text, (gssize)strlen(item->text));
        g_checksum_update(sum, (const guchar *)";\n", 2);
    }
}

char *section_checksum(const Section *section, guint steps)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    for (guint i = 0; i < steps && i < section->steps->len; i++)
        hash_step(sum, g_ptr_array_index(section->steps, i));
    return g_strdup(g_checksum_get_string(sum));
}

guint section_steps(const Section *section)
{
    return MAX(section->steps->len, 1);
}

const Section *journal_section(const Journal *journal)
{
    return journal->downgrade ? &journal->file->downgrade : &journal->file->upgrade;
}

static const char *direction_word(const Journal *journal)
{
    return journal->downgrade ? "downgrade" : "upgrade";
}

static const Step *step_at(const Journal *journal, guint step)
{
    const Section *section = journal_section(journal);
    return step < section->steps->len ? g_ptr_array_index(section->steps, step) : NULL;
}

static bool is_autocommit(const Journal *journal, guint step)
{
    const Step *found = step_at(journal, step);
    return found && found->autocommit;
}

/* INSERT of a step's row; `finished` and `error` are SQL. */
static char *insert_sql(const Journal *journal, guint step, guint statements, const char *finished,
                        const char *error)
{
    const Section *section = journal_section(journal);
    g_autofree char *revision = quote_literal(journal->file->id);
    g_autofree char *checksum = section_checksum(section, step + 1);
    return g_strdup_printf(
        "INSERT INTO %s (revision, direction, step, steps, statements, checksum, started_at, "
        "finished_at, generator, error)\nVALUES (%s, '%s', %u, %u, %u, '%s', now(), %s, '%s', "
        "%s);\n",
        journal->table->history, revision, direction_word(journal), step + 1,
        section_steps(section), statements, checksum, finished, GENERATOR, error);
}

/* The row that an autocommit step has begun. */
static char *open_row(const Journal *journal, guint step)
{
    g_autofree char *revision = quote_literal(journal->file->id);
    return g_strdup_printf(
        "revision = %s AND direction = '%s' AND step = %u AND finished_at IS NULL", revision,
        direction_word(journal), step + 1);
}

char *journal_begin_sql(const Journal *journal, guint step)
{
    return insert_sql(journal, step, 0, "NULL", "NULL");
}

char *journal_progress_sql(const Journal *journal, guint step, guint done)
{
    g_autofree char *row = open_row(journal, step);
    return g_strdup_printf("UPDATE %s SET statements = %u WHERE %s;\n", journal->table->history,
                           done, row);
}

static char *close_sql(const Journal *journal, guint step)
{
    g_autofree char *row = open_row(journal, step);
    g_autofree char *checksum = section_checksum(journal_section(journal), step + 1);
    return g_strdup_printf("UPDATE %s SET statements = %u, checksum = '%s', "
                           "finished_at = clock_timestamp(), error = NULL WHERE %s;\n",
                           journal->table->history, step_statements(step_at(journal, step)),
                           checksum, row);
}

char *journal_finish_sql(const Journal *journal, guint step)
{
    const Step *found = step_at(journal, step);
    g_autofree char *row = is_autocommit(journal, step)
                               ? close_sql(journal, step)
                               : insert_sql(journal, step, found ? step_statements(found) : 0,
                                            "clock_timestamp()", "NULL");
    if (step + 1 < section_steps(journal_section(journal)))
        return g_steal_pointer(&row);
    g_autofree char *versions =
        version_table_change_sql(journal->table, journal->remove, journal->add);
    return g_strconcat(row, versions, NULL);
}

char *journal_error_sql(const Journal *journal, guint step, const char *error)
{
    g_autofree char *literal = quote_literal(error);
    if (!is_autocommit(journal, step))
        return insert_sql(journal, step, 0, "clock_timestamp()", literal);
    g_autofree char *row = open_row(journal, step);
    return g_strdup_printf("UPDATE %s SET error = %s WHERE %s;\n", journal->table->history, literal,
                           row);
}

char *journal_stamp_sql(const VersionTable *table, const char *revision, const char *checksum)
{
    g_autofree char *id = quote_literal(revision);
    g_autofree char *sum = checksum ? quote_literal(checksum) : g_strdup("NULL");
    return g_strdup_printf(
        "UPDATE %s SET finished_at = now(), error = coalesce(error, 'abandoned')\n"
        "WHERE revision = %s AND finished_at IS NULL;\n"
        "INSERT INTO %s (revision, direction, step, steps, statements, "
        "checksum, started_at, finished_at, generator)\n"
        "VALUES (%s, 'stamp', 1, 1, 0, %s, now(), clock_timestamp(), '%s');\n",
        table->history, id, table->history, id, sum, GENERATOR);
}
