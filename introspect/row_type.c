#include "introspect/row_type.h"

#include "schema/kinds.h"

void row_type_read(State *state, Object *object, const char *lines)
{
    if (object_kind(object) != KIND_VIEW || !lines)
        return;
    g_auto(GStrv) columns = g_strsplit(lines, "\n", -1);
    ((View *)object)->row_type = state_names_strv(state, columns, false);
}

void row_type_copy(State *state, Object *object, const Object *other)
{
    if (object_kind(object) != KIND_VIEW || !other)
        return;
    NameList columns = ((const View *)other)->row_type;
    g_autoptr(GPtrArray) texts = g_ptr_array_new();
    for (guint i = 0; i < columns.count; i++)
        g_ptr_array_add(texts, (gpointer)columns.names[i]);
    ((View *)object)->row_type = state_names(state, texts, false);
}
