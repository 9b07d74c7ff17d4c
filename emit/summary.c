/* Changes in one line each, for people. */
#include "emit/emit.h"

#include "schema/kinds.h"

#include <string.h>

#define VALUE_LENGTH 40 /* characters of a value before it is cut */

/* One line, and not a long one. Freed with g_free. */
static char *shortened(const char *text)
{
    g_auto(GStrv) words = g_strsplit_set(text, " \t\r\n", -1);
    g_autoptr(GString) line = g_string_new(NULL);
    for (char **word = words; *word; word++)
        if (**word)
            g_string_append_printf(line, "%s%s", line->len ? " " : "", *word);
    if (!g_utf8_validate(line->str, -1, NULL) || g_utf8_strlen(line->str, -1) <= VALUE_LENGTH)
        return g_string_free(g_steal_pointer(&line), FALSE);
    g_autofree char *start = g_utf8_substring(line->str, 0, VALUE_LENGTH - 1);
    return g_strconcat(start, "…", NULL);
}

static char *list_text(NameList list)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < list.count; i++)
        g_string_append_printf(out, "%s%s", i ? ", " : "", list.names[i]);
    return g_string_free(out, FALSE);
}

/* A field's value as people read it; NULL where it is PostgreSQL's default or has no short form. */
static char *value_text(const Field *field, const Object *object)
{
    if (field->type == FIELD_BOOL || field->type == FIELD_ITEMS || field_is_empty(field, object))
        return NULL;
    if (field->type == FIELD_OBJECT) {
        QualifiedName name = FIELD_REFERENCE(object, field);
        return g_strdup(name.name);
    }
    if (field->type == FIELD_NAMES || field->type == FIELD_TEXTS || field->type == FIELD_OPTIONS) {
        g_autofree char *list = list_text(FIELD_LIST(object, field));
        return shortened(list);
    }
    return shortened(FIELD_STRING(object, field));
}

/* "type integer -> bigint", "not null", "no default". */
static void append_field(GString *out, const Field *field, const Change *change)
{
    g_autofree char *key = g_strdelimit(g_strdup(field->key), "_", ' ');
    g_autofree char *old = value_text(field, change->from);
    g_autofree char *new = value_text(field, change->to);
    bool empty = field_is_empty(field, change->to);
    g_string_append(out, out->len ? ", " : "");
    if (old && new)
        g_string_append_printf(out, "%s %s -> %s", key, old, new);
    else if (new)
        g_string_append_printf(out, "%s %s", key, new);
    else if (empty && g_str_has_prefix(key, "not "))
        g_string_append_printf(out, "%s no more", key);
    else
        g_string_append_printf(out, "%s%s", empty ? "no " : "", key);
}

/* A column whose type is made anew under the same name shows no difference of its own. */
static bool looks_equal(const Change *change, const Field *field)
{
    return change->retyped && field_equal(field, change->from, change->to);
}

static char *differences(const Change *change)
{
    GString *out = g_string_new(NULL);
    guint64 bit = 1;
    for (const Field *f = change->to->info->fields; f->key; f++, bit <<= 1)
        if ((change->mask & bit) && !looks_equal(change, f))
            append_field(out, f, change);
    if (change->mask & CHANGED_COMMENT)
        g_string_append_printf(out, "%s%scomment", out->len ? ", " : "",
                               change->to->comment ? "" : "no ");
    if (change->mask & CHANGED_OWNER)
        g_string_append_printf(out, "%sowner %s", out->len ? ", " : "", change->to->owner);
    if (change->mask & CHANGED_GRANTS)
        g_string_append_printf(out, "%sgrants", out->len ? ", " : "");
    return g_string_free(out, FALSE);
}

static char *line(const char *mark, const Object *object, const char *more)
{
    g_autofree char *title = object_title(object);
    return g_strdup_printf("%s %s %s%s", mark, object->info->word, title, more);
}

static char *created(const Change *change)
{
    const Field *type = kind_field(change->to->info, "type");
    g_autofree char *detail = type ? value_text(type, change->to) : NULL;
    g_autofree char *more = detail ? g_strconcat(" ", detail, NULL) : NULL;
    return line("+", change->to, more ? more : "");
}

static char *renamed(const Change *change)
{
    if (change->from->name == change->to->name && change->from->schema == change->to->schema)
        return line("~", change->to, ": attributes renamed");
    g_autofree char *title = object_title(change->to);
    g_autofree char *more = g_strconcat(" renamed to ", title, NULL);
    return line("~", change->from, more);
}

static char *altered(const Change *change)
{
    g_autofree char *what = differences(change);
    g_autofree char *more = g_strconcat(": ", what, NULL);
    return *what ? line("~", change->to, more) : NULL;
}

/* A replaced object is one line, unless what it held goes with the old one. */
char *emit_summary(const Change *change)
{
    bool dropped_too = change->replaces && !change->loses_data;
    if (change->rebuild)
        return NULL;
    switch (change->op) {
    case CHANGE_OP_RENAME:
        return renamed(change);
    case CHANGE_OP_CREATE:
        return change->replaces ? line("~", change->to, " in a new form") : created(change);
    case CHANGE_OP_ALTER:
        return altered(change);
    case CHANGE_OP_DROP:
        return dropped_too ? NULL : line("-", change->from, "");
    case CHANGE_OP_RETIRE:
    case CHANGE_OP_DROP_RETIRED:
        break;
    }
    return NULL;
}
