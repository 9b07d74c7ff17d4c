#include "schema/doubt.h"

static void doubt_free(gpointer data)
{
    Doubt *doubt = data;
    g_free(doubt->problem);
    g_free(doubt);
}

GPtrArray *doubts_new(void)
{
    return g_ptr_array_new_with_free_func(doubt_free);
}

Doubt *doubts_add(GPtrArray *doubts, Object *object, const Field *field, const Field *items,
                  guint item)
{
    Doubt *doubt = g_new0(Doubt, 1);
    doubt->object = object;
    doubt->field = field;
    doubt->items = items;
    doubt->item = item;
    g_ptr_array_add(doubts, doubt);
    return doubt;
}

static const char **slot(const Doubt *doubt)
{
    void *base = doubt->object;
    if (doubt->items) {
        ItemList list = FIELD_ITEM_LIST(base, doubt->items);
        base = (char *)list.items + doubt->item * doubt->items->item->size;
    }
    if (doubt->field->type == FIELD_CLAUSES)
        return (const char **)&FIELD_LIST(base, doubt->field).names[doubt->item];
    return &FIELD_STRING(base, doubt->field);
}

const char *doubt_text(const Doubt *doubt)
{
    return *slot(doubt);
}

void doubts_settle(GPtrArray *doubts)
{
    for (guint i = 0; i < doubts->len; i++) {
        const Doubt *doubt = g_ptr_array_index(doubts, i);
        if (doubt->answer)
            *slot(doubt) = doubt->answer;
    }
}
