#include "introspect/identity.h"

#include "schema/kinds.h"

#include <string.h>

#define NAME_BYTES 63 /* NAMEDATALEN - 1 */

/* At most `limit` bytes of a text, without cutting a character in two. */
static gsize clip(const char *text, gsize limit)
{
    while (limit > 0 && ((unsigned char)text[limit] & 0xC0) == 0x80)
        limit--;
    return limit;
}

static char *made_name(const char *table, const char *column, const char *label)
{
    gsize room = NAME_BYTES - strlen(label) - 2;
    gsize t = strlen(table);
    gsize c = strlen(column);
    while (t + c > room) {
        if (t > c)
            t--;
        else
            c--;
    }
    return g_strdup_printf("%.*s_%.*s_%s", (int)clip(table, t), table, (int)clip(column, c), column,
                           label);
}

bool identity_is_implied_name(const char *name, const char *table, const char *column,
                              const char *label)
{
    gsize digits = strlen(name);
    while (digits > 0 && g_ascii_isdigit(name[digits - 1]))
        digits--;
    g_autofree char *numbered = g_strconcat(label, name + digits, NULL);
    if (strlen(numbered) > NAME_BYTES / 2)
        return false;
    g_autofree char *expected = made_name(table, column, numbered);
    return strcmp(expected, name) == 0;
}

void identity_finish(Object *object)
{
    if (object_kind(object) != KIND_COLUMN)
        return;
    Column *column = (Column *)object;
    const QualifiedName *sequence = &column->identity_sequence;
    if (sequence->name && sequence->schema == object->schema &&
        identity_is_implied_name(sequence->name, object->parent->name, object->name, "seq"))
        column->identity_sequence = (QualifiedName){NULL, NULL};
}
