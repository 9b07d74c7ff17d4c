#include "migrations/squash.h"

#include "migrations/journal.h"
#include "migrations/revision.h"
#include "migrations/revision_parse.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static bool refuse(const Revision *revision, const char *why, Diagnostics *diagnostics)
{
    diag_error(diagnostics, DIAG_USAGE, (Place){revision->file->path, 0, 0},
               "revision %s cannot be squashed: %s", revision->id, why);
    return false;
}

static bool check_pair(const Revision *before, const Revision *revision, Diagnostics *diagnostics)
{
    if (revision->parents->len != 1 || g_ptr_array_index(revision->parents, 0) != before)
        return refuse(revision, "it does not stand on the one before it alone", diagnostics);
    if (before->children->len != 1)
        return refuse(before, "several revisions stand on it", diagnostics);
    if (before->dependents->len > 0)
        return refuse(before, "other revisions depend on it", diagnostics);
    return true;
}

static bool check_chain(const GPtrArray *range, Diagnostics *diagnostics)
{
    if (range->len < 2) {
        diag_error(diagnostics, DIAG_USAGE, PLACE_NONE, "there is nothing to squash");
        return false;
    }
    for (guint i = 1; i < range->len; i++)
        if (!check_pair(g_ptr_array_index(range, i - 1), g_ptr_array_index(range, i), diagnostics))
            return false;
    return true;
}

static void copy_texts(GPtrArray *to, const GPtrArray *from)
{
    for (guint i = 0; i < from->len; i++)
        if (!g_ptr_array_find_with_equal_func(to, g_ptr_array_index(from, i), g_str_equal, NULL))
            g_ptr_array_add(to, g_strdup(g_ptr_array_index(from, i)));
}

static void take_section(Section *to, Section *from)
{
    g_ptr_array_extend_and_steal(to->steps, from->steps);
    from->steps = g_ptr_array_new();
}

static char *all_titles(const GPtrArray *range)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < range->len; i++) {
        g_autofree char *title = revision_title(g_ptr_array_index(range, i));
        g_string_append_printf(text, "%s%s", text->len && *title ? "; " : "", title);
    }
    return g_string_free(text, FALSE);
}

static void fill_headers(RevisionFile *file, const GPtrArray *range, const char *message)
{
    const Revision *first = g_ptr_array_index(range, 0);
    const Revision *last = g_ptr_array_index(range, range->len - 1);
    file->id = g_strdup(last->id);
    file->message = message ? g_strdup(message) : all_titles(range);
    file->created = g_strdup(last->file->created);
    file->generator = g_strdup(last->file->generator);
    copy_texts(file->revises, first->file->revises);
    for (guint i = 0; i < range->len; i++) {
        const Revision *revision = g_ptr_array_index(range, i);
        copy_texts(file->branch_labels, revision->file->branch_labels);
        copy_texts(file->depends_on, revision->file->depends_on);
        copy_texts(file->replaces, revision->file->replaces);
        if (revision != last)
            g_ptr_array_add(file->replaces, g_strdup(revision->id));
    }
}

RevisionFile *squash_revisions(const GPtrArray *range, const char *message,
                               Diagnostics *diagnostics)
{
    if (!check_chain(range, diagnostics))
        return NULL;
    g_autoptr(RevisionFile) file = revision_file_new();
    fill_headers(file, range, message);
    Section downgrade = {true, 0, g_ptr_array_new()};
    bool good = true;
    for (guint i = 0; good && i < range->len; i++) {
        const Revision *revision = g_ptr_array_index(range, i);
        g_autoptr(RevisionFile) part = revision_read(revision->file->path, diagnostics);
        good = part != NULL;
        if (!good)
            break;
        if (i + 1 == range->len)
            file->replaced_checksum = section_checksum(&part->upgrade, part->upgrade.steps->len);
        copy_texts(file->changes, part->changes);
        take_section(&file->upgrade, &part->upgrade);
        /* The last revision is undone first. */
        g_ptr_array_extend_and_steal(part->downgrade.steps, downgrade.steps);
        downgrade.steps = part->downgrade.steps;
        part->downgrade.steps = g_ptr_array_new();
    }
    g_ptr_array_unref(file->downgrade.steps);
    file->downgrade.steps = downgrade.steps;
    return good ? g_steal_pointer(&file) : NULL;
}

bool squash_write(RevisionFile *file, const GPtrArray *range, Diagnostics *diagnostics)
{
    const Revision *last = g_ptr_array_index(range, range->len - 1);
    g_autofree char *text = revision_file_text(file);
    g_autofree char *waiting = g_strconcat(last->file->path, ".squashed", NULL);
    if (!file_create(waiting, text, diagnostics))
        return false;
    bool good = true;
    for (guint i = 0; good && i + 1 < range->len; i++)
        good = unlink(((const Revision *)g_ptr_array_index(range, i))->file->path) == 0;
    good = good && rename(waiting, last->file->path) == 0;
    if (good) {
        g_free(file->path);
        file->path = g_strdup(last->file->path);
        return true;
    }
    diag_set_hint(diag_error(diagnostics, DIAG_FILE, (Place){waiting, 0, 0},
                             "the old files cannot be replaced: %s", g_strerror(errno)),
                  "this file holds all of them; remove them and give it the name of %s",
                  last->file->path);
    return false;
}
