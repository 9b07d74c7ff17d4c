#include "introspect/identity.h"

#include "introspect/expression_list.h"
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

/* The name of a sequence that PostgreSQL chose goes without saying. */
static void finish_column(State *state, Object *object)
{
    Column *column = (Column *)object;
    const QualifiedName *sequence = &column->identity_sequence;
    (void)state;
    if (sequence->name && sequence->schema == object->schema &&
        identity_is_implied_name(sequence->name, object->parent->name, object->name, "seq"))
        column->identity_sequence = (QualifiedName){NULL, NULL};
}

/* All expressions came as one text. */
static void finish_statistics(State *state, Object *object)
{
    Statistics *statistics = (Statistics *)object;
    const StatisticsExpression *all = statistics->expressions.items;
    if (statistics->expressions.count != 1)
        return;
    g_autoptr(GPtrArray) texts = expression_list_split(all->expression);
    const ItemInfo *item = kind_field(object->info, "expressions")->item;
    statistics->expressions = state_items(state, item, texts->len);
    StatisticsExpression *one = statistics->expressions.items;
    for (guint i = 0; i < texts->len; i++)
        one[i].expression = state_text(state, g_ptr_array_index(texts, i));
}

static const struct {
    Kind kind;
    void (*finish)(State *state, Object *object);
} finishers[] = {
    {KIND_COLUMN, finish_column},
    {KIND_STATISTICS, finish_statistics},
};

void identity_finish(State *state, Object *object)
{
    for (gsize i = 0; i < G_N_ELEMENTS(finishers); i++)
        if (finishers[i].kind == object_kind(object))
            finishers[i].finish(state, object);
}
