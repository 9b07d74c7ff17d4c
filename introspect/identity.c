#include "introspect/identity.h"

#include "introspect/expression_list.h"
#include "schema/default_names.h"
#include "schema/kinds.h"

#include <string.h>

/* The name that PostgreSQL gives a sequence goes without saying; one with a number was not free. */
static void finish_column(State *state, Object *object)
{
    Column *column = (Column *)object;
    const QualifiedName *sequence = &column->identity_sequence;
    (void)state;
    if (sequence->name && sequence->schema == object->schema &&
        default_sequence_name_is(object, sequence->name))
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
