/* Changes in one line each, for people. */
#include "emit/emit.h"

#include "schema/kinds.h"

#include <string.h>

#define VALUE_LENGTH 40 /* characters of a value before it is cut */

/* One line. Freed with g_free. */
static char *in_one_line(const char *text)
{
    g_auto(GStrv) words = g_strsplit_set(text, " \t\r\n", -1);
    GString *line = g_string_new(NULL);
    for (char **word = words; *word; word++)
        if (**word)
            g_string_append_printf(line, "%s%s", line->len ? " " : "", *word);
    return g_string_free(line, FALSE);
}

static bool is_long(const char *line)
{
    return g_utf8_validate(line, -1, NULL) && g_utf8_strlen(line, -1) > VALUE_LENGTH;
}

/* Not a long one: from `begin` on. Freed with g_free. */
static char *shortened(const char *line, gsize begin)
{
    const char *mark = begin ? "… " : "";
    if (!is_long(line + begin))
        return g_strconcat(mark, line + begin, NULL);
    g_autofree char *start = g_utf8_substring(line + begin, 0, VALUE_LENGTH - 1);
    return g_strconcat(mark, start, "…", NULL);
}

/* The word at which two lines begin to differ; the beginning where a short line shows it all. */
static gsize difference_of(const char *old, const char *new)
{
    gsize word = 0;
    if (!is_long(old) || !is_long(new))
        return 0;
    for (gsize i = 0; old[i] && old[i] == new[i]; i++)
        if (old[i] == ' ')
            word = i + 1;
    return g_utf8_strlen(old, (gssize)word) < VALUE_LENGTH / 2 ? 0 : word;
}

static char *list_text(NameList list)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < list.count; i++)
        g_string_append_printf(out, "%s%s", i ? ", " : "", list.names[i]);
    return g_string_free(out, FALSE);
}

/* What an item is called: the first of its fields that has a text. */
static const char *item_text(const ItemInfo *info, const void *item)
{
    for (const Field *f = info->fields; f->key; f++)
        if ((f->type == FIELD_NAME || f->type == FIELD_TEXT || f->type == FIELD_EXPR) &&
            FIELD_STRING(item, f))
            return FIELD_STRING(item, f);
    return "…";
}

static char *items_text(const Field *field, ItemList list)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < list.count; i++)
        g_string_append_printf(
            out, "%s%s", i ? ", " : "",
            item_text(field->item, (const char *)list.items + i * field->item->size));
    return g_string_free(out, FALSE);
}

/* A field's value in one line; NULL where it is PostgreSQL's default or has no short form. */
static char *value_text(const Field *field, const Object *object)
{
    if (field->type == FIELD_BOOL || field_is_empty(field, object))
        return NULL;
    if (field->type == FIELD_ITEMS) {
        g_autofree char *items = items_text(field, FIELD_ITEM_LIST(object, field));
        return in_one_line(items);
    }
    if (field->type == FIELD_OBJECT) {
        QualifiedName name = FIELD_REFERENCE(object, field);
        return name.schema && name.schema != object->schema
                   ? g_strconcat(name.schema, ".", name.name, NULL)
                   : g_strdup(name.name);
    }
    if (field_is_list(field)) {
        g_autofree char *list = list_text(FIELD_LIST(object, field));
        return in_one_line(list);
    }
    return in_one_line(FIELD_STRING(object, field));
}

/* Where another value comes or goes, what PostgreSQL takes when none is said has a name: "sql". */
static char *value_or_default(const Field *field, const Object *object, const Object *other)
{
    bool named = field->words && field_is_empty(field, object) && !field_is_empty(field, other);
    return named ? g_strdup(field->words[0]) : value_text(field, object);
}

/* "type integer -> bigint", "not null", "no default". */
static void append_field(GString *out, const Field *field, const Object *old_form,
                         const Object *new_form)
{
    g_autofree char *key = g_strdelimit(g_strdup(field->key), "_", ' ');
    g_autofree char *from = field->type == FIELD_NAME ? value_or_default(field, old_form, new_form)
                                                      : value_text(field, old_form);
    g_autofree char *to = value_or_default(field, new_form, old_form);
    if (from && to && strcmp(from, to) == 0) { /* it is not in what people read */
        g_clear_pointer(&from, g_free);
        g_clear_pointer(&to, g_free);
    }
    gsize begin = from && to ? difference_of(from, to) : 0;
    g_autofree char *old = from ? shortened(from, begin) : NULL;
    g_autofree char *new = to ? shortened(to, begin) : NULL;
    bool empty = field_is_empty(field, new_form);
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

static const char *comment_word(const Object *to)
{
    if (to->comment)
        return *to->comment ? "comment" : "no comment";
    return object_comes_with_comment(to) ? "PostgreSQL's own comment" : "no comment";
}

static char *differences(const Change *change)
{
    GString *out = g_string_new(NULL);
    guint64 bit = 1;
    for (const Field *f = change->to->info->fields; f->key; f++, bit <<= 1)
        if ((change->mask & bit) && !looks_equal(change, f))
            append_field(out, f, change->from, change->to);
    if (change->mask & CHANGED_COMMENT)
        g_string_append_printf(out, "%s%s", out->len ? ", " : "", comment_word(change->to));
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
    g_autofree char *whole = type ? value_text(type, change->to) : NULL;
    g_autofree char *detail = whole ? shortened(whole, 0) : NULL;
    g_autofree char *more = detail ? g_strconcat(" ", detail, NULL) : NULL;
    g_autofree char *function = change->canonical ? object_title(change->canonical) : NULL;
    g_autofree char *within = function ? g_strconcat(" with function ", function, NULL) : NULL;
    return line("+", change->to, more ? more : within ? within : "");
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

/* What differs between the old form and the new one, as far as it has a short form. */
static char *replaced(const Change *change)
{
    const Object *old = change->instead_of;
    g_autoptr(GString) out = g_string_new(NULL);
    if (old && object_kind(old) == object_kind(change->to))
        for (const Field *f = change->to->info->fields; f->key; f++)
            if (!field_equal(f, old, change->to))
                append_field(out, f, old, change->to);
    g_string_prepend(out, out->len ? " in a new form: " : " in a new form");
    return line("~", change->to, out->str);
}

/* A replaced object is one line, unless what it held goes with the old one. What comes in two
 * statements is one, too. */
char *emit_summary(const Change *change)
{
    bool dropped_too = change->replaces && !change->loses_data;
    if (change->rebuild || change->completes)
        return NULL;
    switch (change->op) {
    case CHANGE_OP_RENAME:
        return renamed(change);
    case CHANGE_OP_CREATE:
        return change->replaces ? replaced(change) : created(change);
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
