#include "generator/listing.h"

#include "generator/json_out.h"

#include <stdio.h>

static bool is_head(const Revision *revision)
{
    return revision->children->len == 0;
}

static bool is_current(const Listing *listing, const Revision *revision)
{
    return listing->current && revisions_contain(listing->current, revision);
}

static void append_ids(GString *out, const GPtrArray *revisions, const char *none)
{
    for (guint i = 0; i < revisions->len; i++)
        g_string_append_printf(out, "%s%s", i ? ", " : "",
                               ((const Revision *)g_ptr_array_index(revisions, i))->id);
    if (revisions->len == 0)
        g_string_append(out, none);
}

static void append_marks(GString *out, const Listing *listing, const Revision *revision)
{
    const GPtrArray *labels =
        listing->labels ? g_hash_table_lookup(listing->labels, revision) : NULL;
    for (guint i = 0; labels && i < labels->len; i++)
        g_string_append_printf(out, " (%s)", (const char *)g_ptr_array_index(labels, i));
    if (is_head(revision))
        g_string_append(out, revision->dependents->len > 0 ? " (effective head)" : " (head)");
    if (revision->children->len > 1)
        g_string_append(out, " (branch point)");
    if (revision->parents->len > 1)
        g_string_append(out, " (merge)");
    if (is_current(listing, revision))
        g_string_append(out, " (current)");
}

char *listing_line(const Listing *listing, const Revision *revision, bool with_parents)
{
    GString *out = g_string_new(NULL);
    g_autofree char *title = revision_title(revision);
    if (with_parents) {
        append_ids(out, revision->parents, "<base>");
        g_string_append(out, " -> ");
    }
    g_string_append(out, revision->id);
    append_marks(out, listing, revision);
    if (*title)
        g_string_append_printf(out, ", %s", title);
    return g_string_free(out, FALSE);
}

static void print_paragraph(const Listing *listing, const Revision *revision)
{
    GString *out = g_string_new("Revision: ");
    g_string_append(out, revision->id);
    append_marks(out, listing, revision);
    g_string_append(out, "\nRevises: ");
    append_ids(out, revision->parents, "<base>");
    if (revision->children->len > 1) {
        g_string_append(out, "\nBranches into: ");
        append_ids(out, revision->children, "");
    }
    if (revision->dependencies->len > 0) {
        g_string_append(out, "\nDepends on: ");
        append_ids(out, revision->dependencies, "");
    }
    g_string_append_printf(out, "\nFile: %s\n", revision->file->path);
    if (revision->file->created)
        g_string_append_printf(out, "Created: %s\n", revision->file->created);
    g_auto(GStrv) lines =
        g_strsplit(revision->file->message ? revision->file->message : "", "\n", -1);
    if (*lines)
        g_string_append_c(out, '\n');
    for (char **line = lines; *line; line++)
        g_string_append_printf(out, "    %s\n", *line);
    puts(out->str);
    g_string_free(out, TRUE);
}

void listing_add_json(JsonBuilder *builder, const Listing *listing, const Revision *revision)
{
    GPtrArray *labels = listing->labels ? g_hash_table_lookup(listing->labels, revision) : NULL;
    g_autoptr(GPtrArray) none = g_ptr_array_new();
    json_add_revision(builder, revision);
    json_add_strings(builder, "branches", labels ? labels : none);
    json_add_bool(builder, "head", is_head(revision));
    json_add_bool(builder, "branch_point", revision->children->len > 1);
    json_add_bool(builder, "merge", revision->parents->len > 1);
    json_builder_set_member_name(builder, "current");
    if (listing->current)
        json_builder_add_boolean_value(builder, is_current(listing, revision));
    else
        json_builder_add_null_value(builder); /* the database was not asked */
}

static void print_json_list(const Listing *listing, const GPtrArray *revisions)
{
    g_autoptr(JsonBuilder) builder = json_builder_new();
    json_builder_begin_object(builder);
    json_builder_set_member_name(builder, "revisions");
    json_builder_begin_array(builder);
    for (guint i = 0; i < revisions->len; i++) {
        json_builder_begin_object(builder);
        listing_add_json(builder, listing, g_ptr_array_index(revisions, i));
        json_builder_end_object(builder);
    }
    json_builder_end_array(builder);
    json_builder_end_object(builder);
    json_print(builder);
}

void listing_print(const Context *context, const Listing *listing, const GPtrArray *revisions)
{
    if (context->json) {
        print_json_list(listing, revisions);
        return;
    }
    for (guint i = 0; i < revisions->len; i++) {
        const Revision *revision = g_ptr_array_index(revisions, i);
        if (listing->verbose) {
            print_paragraph(listing, revision);
            continue;
        }
        g_autofree char *line = listing_line(listing, revision, true);
        puts(line);
    }
}
