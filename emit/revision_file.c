#include "emit/revision_file.h"

#include <string.h>

static void step_item_free(gpointer data)
{
    StepItem *item = data;
    g_free(item->text);
    g_free(item);
}

static void step_free(gpointer data)
{
    Step *step = data;
    g_free(step->lock_timeout);
    g_free(step->statement_timeout);
    g_ptr_array_unref(step->items);
    g_free(step);
}

RevisionFile *revision_file_new(void)
{
    RevisionFile *file = g_new0(RevisionFile, 1);
    file->revises = g_ptr_array_new_with_free_func(g_free);
    file->branch_labels = g_ptr_array_new_with_free_func(g_free);
    file->depends_on = g_ptr_array_new_with_free_func(g_free);
    file->replaces = g_ptr_array_new_with_free_func(g_free);
    file->changes = g_ptr_array_new_with_free_func(g_free);
    file->upgrade = (Section){true, 0, g_ptr_array_new_with_free_func(step_free)};
    file->downgrade = (Section){true, 0, g_ptr_array_new_with_free_func(step_free)};
    return file;
}

void revision_file_free(RevisionFile *file)
{
    if (!file)
        return;
    g_free(file->path);
    g_free(file->message);
    g_free(file->id);
    g_free(file->created);
    g_free(file->generator);
    g_free(file->verified);
    g_free(file->replaced_checksum);
    g_ptr_array_unref(file->revises);
    g_ptr_array_unref(file->branch_labels);
    g_ptr_array_unref(file->depends_on);
    g_ptr_array_unref(file->replaces);
    g_ptr_array_unref(file->changes);
    g_ptr_array_unref(file->upgrade.steps);
    g_ptr_array_unref(file->downgrade.steps);
    g_free(file);
}

Step *section_add_step(Section *section, bool autocommit)
{
    Step *step = g_new0(Step, 1);
    step->autocommit = autocommit;
    step->items = g_ptr_array_new_with_free_func(step_item_free);
    g_ptr_array_add(section->steps, step);
    return step;
}

static StepItem *add_item(Step *step, StepItemKind kind, char *text)
{
    StepItem *item = g_new0(StepItem, 1);
    item->kind = kind;
    item->text = text;
    g_ptr_array_add(step->items, item);
    return item;
}

void step_add_comment(Step *step, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(*text ? text : " ", "\n", -1);
    for (char **line = lines; *line; line++)
        add_item(step, STEP_COMMENT, g_strdup(g_strchomp(*line)));
}

StepItem *step_add_statement(Step *step, const char *sql)
{
    char *text = g_strstrip(g_strdup(sql));
    gsize length = strlen(text);
    if (length > 0 && text[length - 1] == ';') {
        text[length - 1] = '\0';
        g_strchomp(text);
    }
    return add_item(step, STEP_STATEMENT, text);
}

guint step_statements(const Step *step)
{
    guint count = 0;
    for (guint i = 0; i < step->items->len; i++)
        count += ((const StepItem *)g_ptr_array_index(step->items, i))->kind == STEP_STATEMENT;
    return count;
}

guint section_statements(const Section *section)
{
    guint count = 0;
    for (guint i = 0; i < section->steps->len; i++)
        count += step_statements(g_ptr_array_index(section->steps, i));
    return count;
}

/* Writing */

/* A comment that reads like one of gen's own marks gets a space more, and is none. It is one line:
 * a name in it may hold a line break, and must not end the comment. */
static void put_comment(GString *out, const char *text)
{
    g_autofree char *line = g_strdelimit(g_strdup(text), "\r\n", ' ');
    if (*line)
        g_string_append_printf(out, "-- %s%s\n", g_str_has_prefix(line, "gen:") ? " " : "", line);
    else
        g_string_append(out, "--\n");
}

static void put_header(GString *out, const char *name, const char *value)
{
    if (value)
        g_string_append_printf(out, "-- %s: %s\n", name, value);
}

static void put_list_header(GString *out, const char *name, const GPtrArray *values)
{
    if (values->len == 0)
        return;
    g_string_append_printf(out, "-- %s: ", name);
    for (guint i = 0; i < values->len; i++)
        g_string_append_printf(out, "%s%s", i ? ", " : "",
                               (const char *)g_ptr_array_index(values, i));
    g_string_append_c(out, '\n');
}

/* The message ends at the first empty comment line, so it can hold none of its own. */
static void put_message(GString *out, const char *message)
{
    g_auto(GStrv) lines = g_strsplit_set(message ? message : "", "\r\n", -1);
    for (char **line = lines; *line; line++) {
        g_strstrip(*line);
        if (**line)
            put_comment(out, *line);
    }
    g_string_append(out, "--\n");
}

/* A semicolon after a comment to the end of the line would be part of the comment. */
static void put_statement(GString *out, const char *sql)
{
    const char *last_line = strrchr(sql, '\n');
    bool comment = strstr(last_line ? last_line : sql, "--") != NULL;
    g_string_append_printf(out, "%s%s;\n", sql, comment ? "\n" : "");
}

static bool is_long(const StepItem *item)
{
    return strchr(item->text, '\n') != NULL;
}

/* An empty line stands before what begins a new thought: a comment after a statement,
 * and either side of a statement of several lines. */
static bool is_apart(const StepItem *before, const StepItem *item)
{
    if (before->kind == STEP_COMMENT)
        return false;
    return item->kind == STEP_COMMENT || is_long(before) || is_long(item);
}

static void put_timeouts(GString *out, const Step *step)
{
    if (!step->lock_timeout && !step->statement_timeout)
        return;
    g_string_append(out, "-- gen: timeout");
    if (step->lock_timeout)
        g_string_append_printf(out, " lock=%s", step->lock_timeout);
    if (step->statement_timeout)
        g_string_append_printf(out, " statement=%s", step->statement_timeout);
    g_string_append_c(out, '\n');
}

static void put_step(GString *out, const Step *step, bool first)
{
    if (!first)
        g_string_append_c(out, '\n');
    if (!first || step->autocommit)
        g_string_append_printf(out, "-- gen: step%s\n", step->autocommit ? " autocommit" : "");
    put_timeouts(out, step);
    const StepItem *before = NULL;
    for (guint i = 0; i < step->items->len; i++) {
        const StepItem *item = g_ptr_array_index(step->items, i);
        if (before && is_apart(before, item))
            g_string_append_c(out, '\n');
        if (item->kind == STEP_COMMENT)
            put_comment(out, item->text);
        else
            put_statement(out, item->text);
        before = item;
    }
}

static void put_section(GString *out, const Section *section)
{
    for (guint i = 0; i < section->steps->len; i++)
        put_step(out, g_ptr_array_index(section->steps, i), i == 0);
}

char *section_text(const Section *section)
{
    GString *out = g_string_new(NULL);
    put_section(out, section);
    return g_string_free(out, FALSE);
}

static void put_headers(GString *out, const RevisionFile *file)
{
    put_header(out, "Revision", file->id);
    put_list_header(out, "Revises", file->revises);
    put_list_header(out, "Branch-Labels", file->branch_labels);
    put_list_header(out, "Depends-On", file->depends_on);
    put_list_header(out, "Replaces", file->replaces);
    put_header(out, "Replaced-Checksum", file->replaced_checksum);
    put_header(out, "Created", file->created);
    put_header(out, "Generator", file->generator);
    put_header(out, "Verified", file->verified);
}

char *revision_file_text(const RevisionFile *file)
{
    GString *out = g_string_new(NULL);
    put_message(out, file->message);
    put_headers(out, file);
    if (file->changes->len > 0)
        g_string_append(out, "--\n-- Changes\n");
    for (guint i = 0; i < file->changes->len; i++) {
        g_autofree char *line = g_strdup(g_ptr_array_index(file->changes, i));
        g_string_append_printf(out, "--   %s\n", g_strdelimit(line, "\r\n", ' '));
    }
    if (file->upgrade.present) {
        g_string_append(out, "\n-- gen: upgrade\n");
        put_section(out, &file->upgrade);
    }
    if (file->downgrade.present) {
        g_string_append(out, "\n-- gen: downgrade\n");
        put_section(out, &file->downgrade);
    }
    return g_string_free(out, FALSE);
}
