#include "generator/json_out.h"

#include <stdio.h>

void json_print(JsonBuilder *builder)
{
    g_autoptr(JsonNode) root = json_builder_get_root(builder);
    g_autofree char *text = json_to_string(root, TRUE);
    printf("%s\n", text);
}

void json_add_string(JsonBuilder *builder, const char *member, const char *text)
{
    json_builder_set_member_name(builder, member);
    if (text)
        json_builder_add_string_value(builder, text);
    else
        json_builder_add_null_value(builder);
}

void json_add_int(JsonBuilder *builder, const char *member, gint64 value)
{
    json_builder_set_member_name(builder, member);
    json_builder_add_int_value(builder, value);
}

void json_add_double(JsonBuilder *builder, const char *member, double value)
{
    json_builder_set_member_name(builder, member);
    json_builder_add_double_value(builder, value);
}

void json_add_bool(JsonBuilder *builder, const char *member, bool value)
{
    json_builder_set_member_name(builder, member);
    json_builder_add_boolean_value(builder, value);
}

void json_add_strings(JsonBuilder *builder, const char *member, const GPtrArray *texts)
{
    json_builder_set_member_name(builder, member);
    json_builder_begin_array(builder);
    for (guint i = 0; i < texts->len; i++)
        json_builder_add_string_value(builder, g_ptr_array_index(texts, i));
    json_builder_end_array(builder);
}

void json_add_ids(JsonBuilder *builder, const char *member, const GPtrArray *revisions)
{
    json_builder_set_member_name(builder, member);
    json_builder_begin_array(builder);
    for (guint i = 0; i < revisions->len; i++)
        json_builder_add_string_value(builder,
                                      ((const Revision *)g_ptr_array_index(revisions, i))->id);
    json_builder_end_array(builder);
}

void json_add_revision(JsonBuilder *builder, const Revision *revision)
{
    json_add_string(builder, "revision", revision->id);
    json_add_string(builder, "message", revision->file->message);
    json_add_string(builder, "file", revision->file->path);
    json_add_strings(builder, "revises", revision->file->revises);
    json_add_strings(builder, "branch_labels", revision->file->branch_labels);
    json_add_strings(builder, "depends_on", revision->file->depends_on);
    json_add_string(builder, "created", revision->file->created);
}

void json_print_text(const char *member, const char *text)
{
    g_autoptr(JsonBuilder) builder = json_builder_new();
    json_builder_begin_object(builder);
    json_add_string(builder, member, text);
    json_builder_end_object(builder);
    json_print(builder);
}
