#include "introspect/slots.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

static const struct {
    const char *alias;
    size_t offset;
} address_columns[] = {
    {"_kind", offsetof(Address, kind)},
    {"_class", offsetof(Address, class)},
    {"_oid", offsetof(Address, oid)},
    {"_sub", offsetof(Address, sub)},
    {"_parent_class", offsetof(Address, parent_class)},
    {"_parent", offsetof(Address, parent)},
    {"_schema", offsetof(Address, schema)},
    {"name", offsetof(Address, name)},
    {"_arguments", offsetof(Address, arguments)},
    {"comment", offsetof(Address, comment)},
};

static bool resolve_address(Address *address, const char *alias, int column)
{
    for (gsize i = 0; i < G_N_ELEMENTS(address_columns); i++) {
        if (strcmp(alias, address_columns[i].alias) == 0) {
            *(int *)((char *)address + address_columns[i].offset) = column;
            return true;
        }
    }
    return false;
}

static const Field *find_field(const Field *fields, const char *key, gsize length)
{
    for (const Field *f = fields; f->key; f++)
        if (strlen(f->key) == length && strncmp(f->key, key, length) == 0)
            return f;
    return NULL;
}

/* The field that an alias (without item prefix) means, and which part of it. */
static const Field *resolve_part(const Field *fields, const char *alias, SlotPart *part)
{
    static const struct {
        const char *suffix;
        SlotPart part;
    } suffixes[] = {
        {"", SLOT_VALUE}, {"_schema", SLOT_SCHEMA}, {"_name", SLOT_NAME}, {"[]", SLOT_ELEMENT}};
    for (gsize i = 0; i < G_N_ELEMENTS(suffixes); i++) {
        if (!g_str_has_suffix(alias, suffixes[i].suffix))
            continue;
        const Field *f = find_field(fields, alias, strlen(alias) - strlen(suffixes[i].suffix));
        if (f) {
            *part = suffixes[i].part;
            return f;
        }
    }
    return NULL;
}

static bool resolve_slot(const KindInfo *info, const char *alias, Slot *slot)
{
    const char *dot = strchr(alias, '.');
    if (!dot) {
        slot->field = resolve_part(info->fields, alias, &slot->part);
        return slot->field != NULL;
    }
    slot->field = find_field(info->fields, alias, (gsize)(dot - alias));
    if (!slot->field || slot->field->type != FIELD_ITEMS)
        return false;
    slot->member = resolve_part(slot->field->item->fields, dot + 1, &slot->part);
    return slot->member != NULL;
}

static gint by_field(gconstpointer a, gconstpointer b)
{
    const Slot *x = a;
    const Slot *y = b;
    if (x->field != y->field)
        return x->field < y->field ? -1 : 1;
    return x->column - y->column;
}

void slots_resolve(const KindInfo *info, const PGresult *rows, GArray *slots, Address *address,
                   GArray *others)
{
    for (gsize i = 0; i < G_N_ELEMENTS(address_columns); i++)
        *(int *)((char *)address + address_columns[i].offset) = -1;
    for (int column = 0; column < PQnfields(rows); column++) {
        const char *alias = PQfname(rows, column);
        if (resolve_address(address, alias, column))
            continue;
        Slot slot = {.column = column};
        if (resolve_slot(info, alias, &slot))
            g_array_append_val(slots, slot);
        else
            g_array_append_val(others, column);
    }
    g_array_sort(slots, by_field);
}
