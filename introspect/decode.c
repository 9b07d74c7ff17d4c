#include "introspect/decode.h"

#include "introspect/array_text.h"
#include "introspect/identity.h"
#include "introspect/slots.h"
#include "schema/access.h"
#include "schema/arena.h"

#include <stdlib.h>
#include <string.h>

/* Where an object stands in the catalogues. */
typedef struct Known {
    guint class;
    guint oid;
    int sub;
    Object *object;
} Known;

struct Decoder {
    State *state;
    struct Arena *arena; /* of the Knowns */
    GHashTable *known;   /* Known, by address */
};

/* pg_class's own OID has never been another one. */
#define PG_CLASS_OID 1259

static guint known_hash(gconstpointer key)
{
    const Known *k = key;
    return (k->oid ^ ((guint)k->sub << 20)) * 2654435761U ^ k->class;
}

static gboolean known_equal(gconstpointer a, gconstpointer b)
{
    const Known *x = a;
    const Known *y = b;
    return x->oid == y->oid && x->sub == y->sub && x->class == y->class;
}

Decoder *decoder_new(State *state)
{
    Decoder *decoder = g_new0(Decoder, 1);
    decoder->state = state;
    decoder->arena = arena_new();
    decoder->known = g_hash_table_new(known_hash, known_equal);
    return decoder;
}

void decoder_free(Decoder *decoder)
{
    if (!decoder)
        return;
    g_hash_table_unref(decoder->known);
    arena_free(decoder->arena);
    g_free(decoder);
}

/* The text at row, column; NULL for SQL NULL and for a column that the result does not have. */
static const char *text_at(const PGresult *rows, int row, int column)
{
    if (column < 0 || PQgetisnull(rows, row, column))
        return NULL;
    return PQgetvalue(rows, row, column);
}

static guint number_at(const PGresult *rows, int row, int column, guint otherwise)
{
    const char *text = text_at(rows, row, column);
    return text ? (guint)strtoul(text, NULL, 10) : otherwise;
}

static Object *find_known(const Decoder *decoder, guint class, guint oid, int sub)
{
    Known probe = {.class = class, .oid = oid, .sub = sub};
    const Known *known = g_hash_table_lookup(decoder->known, &probe);
    return known ? known->object : NULL;
}

static void remember(Decoder *decoder, guint class, guint oid, int sub, Object *object)
{
    Known *known = arena_alloc(decoder->arena, sizeof *known);
    *known = (Known){class, oid, sub, object};
    g_hash_table_add(decoder->known, known);
}

static NameList list_from(State *state, const Field *field, const char *text)
{
    g_autoptr(GPtrArray) elements = array_text_parse(text);
    return elements->len ? state_names(state, elements, field->type == FIELD_NAMES)
                         : (NameList){0, NULL};
}

/* Texts of few different values are kept once. */
static const char *text_from(State *state, const Field *field, const char *text)
{
    bool few = field->type == FIELD_NAME || field->type == FIELD_TYPE || field->type == FIELD_WORD;
    return few ? g_intern_string(text) : state_text(state, text);
}

static void set_value(State *state, const Field *field, SlotPart part, void *base, const char *text)
{
    if (part == SLOT_SCHEMA)
        FIELD_REFERENCE(base, field).schema = g_intern_string(text);
    else if (part == SLOT_NAME)
        FIELD_REFERENCE(base, field).name = g_intern_string(text);
    else if (field->type == FIELD_BOOL)
        FIELD_FLAG(base, field) = *text == 't';
    else if (field_is_list(field))
        FIELD_LIST(base, field) = list_from(state, field, text);
    else
        FIELD_STRING(base, field) = text_from(state, field, text);
}

/* The rows [first, end) of one object. */
typedef struct Group {
    const PGresult *rows;
    int first;
    int end;
} Group;

static void set_elements(State *state, const Group *group, const Slot *slot, void *base)
{
    g_autoptr(GPtrArray) elements = g_ptr_array_new();
    for (int row = group->first; row < group->end; row++) {
        const char *text = text_at(group->rows, row, slot->column);
        if (text)
            g_ptr_array_add(elements, (gpointer)text);
    }
    if (elements->len)
        FIELD_LIST(base, slot->field) =
            state_names(state, elements, slot->field->type == FIELD_NAMES);
}

/* Whether a row holds an item of these slots (all of one field). */
static bool has_item(const Group *group, int row, const Slot *slots, guint count)
{
    for (guint i = 0; i < count; i++) {
        const char *text = text_at(group->rows, row, slots[i].column);
        if (text && (slots[i].member->type != FIELD_BOOL || *text == 't'))
            return true;
    }
    return false;
}

static void set_items(State *state, const Group *group, const Slot *slots, guint count, void *base)
{
    const Field *field = slots[0].field;
    guint items = 0;
    for (int row = group->first; row < group->end; row++)
        items += has_item(group, row, slots, count);
    if (items == 0)
        return;
    ItemList list = state_items(state, field->item, items);
    FIELD_ITEM_LIST(base, field) = list;
    char *item = list.items;
    for (int row = group->first; row < group->end; row++) {
        if (!has_item(group, row, slots, count))
            continue;
        for (guint i = 0; i < count; i++) {
            const char *text = text_at(group->rows, row, slots[i].column);
            if (text)
                set_value(state, slots[i].member, slots[i].part, item, text);
        }
        item += field->item->size;
    }
}

static void set_fields(State *state, const Group *group, const GArray *slots, void *base)
{
    for (guint i = 0; i < slots->len;) {
        const Slot *slot = &g_array_index(slots, Slot, i);
        guint count = 1;
        if (slot->member) {
            while (i + count < slots->len && slot[count].field == slot->field)
                count++;
            set_items(state, group, slot, count, base);
        } else if (slot->part == SLOT_ELEMENT) {
            set_elements(state, group, slot, base);
        } else {
            const char *text = text_at(group->rows, group->first, slot->column);
            if (text)
                set_value(state, slot->field, slot->part, base, text);
        }
        i += count;
    }
}

static int group_end(const PGresult *rows, int first, const Address *address)
{
    const char *oid = PQgetvalue(rows, first, address->oid);
    const char *sub = text_at(rows, first, address->sub);
    const char *kind = text_at(rows, first, address->kind);
    int end = first + 1;
    while (end < PQntuples(rows) && strcmp(oid, PQgetvalue(rows, end, address->oid)) == 0 &&
           g_strcmp0(sub, text_at(rows, end, address->sub)) == 0 &&
           g_strcmp0(kind, text_at(rows, end, address->kind)) == 0)
        end++;
    return end;
}

static void decode_group(Decoder *decoder, Kind kind, const Group *group, const Address *address,
                         const GArray *slots)
{
    const PGresult *rows = group->rows;
    int row = group->first;
    Object *parent = NULL;
    if (address->parent >= 0) {
        guint class = number_at(rows, row, address->parent_class, PG_CLASS_OID);
        parent = find_known(decoder, class, number_at(rows, row, address->parent, 0), 0);
        if (!parent)
            return;
    }
    Object *object =
        state_add(decoder->state, kind, parent, text_at(rows, row, address->schema),
                  text_at(rows, row, address->name), text_at(rows, row, address->arguments));
    if (!object)
        return;
    remember(decoder, number_at(rows, row, address->class, 0),
             number_at(rows, row, address->oid, 0), (int)number_at(rows, row, address->sub, 0),
             object);
    object->comment = state_text(decoder->state, text_at(rows, row, address->comment));
    set_fields(decoder->state, group, slots, object);
    identity_finish(decoder->state, object);
}

static bool report_unknown(const KindInfo *info, const char *column, Diagnostics *diagnostics)
{
    diag_error(diagnostics, DIAG_INTERNAL, PLACE_NONE,
               "column %s of the query for %s is no field of that kind", column, info->plural);
    return false;
}

/* What is in columns of other kinds that have the query in common: nothing. */
static bool check_others(const KindInfo *info, const Group *group, const GArray *others,
                         Diagnostics *diagnostics)
{
    for (guint i = 0; i < others->len; i++) {
        int column = g_array_index(others, int, i);
        const char *text = text_at(group->rows, group->first, column);
        if (text && strcmp(text, "f") != 0)
            return report_unknown(info, PQfname(group->rows, column), diagnostics);
    }
    return true;
}

bool decoder_objects(Decoder *decoder, Kind kind, const PGresult *rows, Diagnostics *diagnostics)
{
    const KindInfo *info = kind_infos[kind];
    g_autoptr(GArray) slots = g_array_new(FALSE, TRUE, sizeof(Slot));
    g_autoptr(GArray) others = g_array_new(FALSE, TRUE, sizeof(int));
    Address address;
    slots_resolve(info, rows, slots, &address, others);
    if (address.oid < 0 || address.name < 0)
        return report_unknown(info, "_oid or name", diagnostics);
    if (address.kind < 0 && others->len)
        return report_unknown(info, PQfname(rows, g_array_index(others, int, 0)), diagnostics);
    for (int row = 0; row < PQntuples(rows);) {
        Group group = {rows, row, group_end(rows, row, &address)};
        row = group.end;
        if (address.kind >= 0 &&
            strcmp(text_at(rows, group.first, address.kind), info->plural) != 0)
            continue;
        if (!check_others(info, &group, others, diagnostics))
            return false;
        decode_group(decoder, kind, &group, &address, slots);
    }
    return true;
}

void decoder_comments(Decoder *decoder, const PGresult *rows)
{
    for (int row = 0; row < PQntuples(rows); row++) {
        Object *object = find_known(decoder, number_at(rows, row, 0, 0), number_at(rows, row, 1, 0),
                                    (int)number_at(rows, row, 2, 0));
        if (object)
            object->comment = state_text(decoder->state, text_at(rows, row, 3));
    }
}

static void set_access(Decoder *decoder, Object *object, const char *owner, GArray *grants)
{
    if (!object)
        return;
    object->owner = g_intern_string(owner);
    object->grants = grants_from(decoder->state, grants);
    object->states_grants = true;
}

void decoder_access(Decoder *decoder, const PGresult *rows)
{
    g_autoptr(GArray) grants = g_array_new(FALSE, TRUE, sizeof(Grant));
    for (int row = 0; row < PQntuples(rows); row++) {
        Object *object = find_known(decoder, number_at(rows, row, 0, 0), number_at(rows, row, 1, 0),
                                    (int)number_at(rows, row, 2, 0));
        Grant grant = {
            .role = g_intern_string(text_at(rows, row, 4)),
            .privilege = g_intern_string(text_at(rows, row, 5)),
            .column = g_intern_string(text_at(rows, row, 6)),
            .grantable = g_strcmp0(text_at(rows, row, 7), "t") == 0,
            .withheld = g_strcmp0(text_at(rows, row, 8), "t") == 0,
            .grantor = g_intern_string(text_at(rows, row, 9)),
        };
        if (grant.role)
            g_array_append_val(grants, grant);
        bool last = row + 1 == PQntuples(rows) ||
                    strcmp(text_at(rows, row, 1), text_at(rows, row + 1, 1)) != 0 ||
                    strcmp(text_at(rows, row, 2), text_at(rows, row + 1, 2)) != 0 ||
                    strcmp(text_at(rows, row, 0), text_at(rows, row + 1, 0)) != 0;
        if (!last)
            continue;
        set_access(decoder, object, text_at(rows, row, 3), grants);
        g_array_set_size(grants, 0);
    }
}

static bool is_managed(const char *what)
{
    for (Kind kind = 0; kind < KIND_COUNT; kind++)
        if (strcmp(kind_infos[kind]->word, what) == 0)
            return true;
    return false;
}

void decoder_unmanaged(Decoder *decoder, const PGresult *rows)
{
    State *state = decoder->state;
    for (int row = 0; row < PQntuples(rows); row++) {
        if (is_managed(text_at(rows, row, 0)))
            continue;
        Unmanaged found = {
            .what = g_intern_string(text_at(rows, row, 0)),
            .schema = g_intern_string(text_at(rows, row, 1)),
            .name = state_text(state, text_at(rows, row, 2)),
            .relation = {g_intern_string(text_at(rows, row, 3)),
                         g_intern_string(text_at(rows, row, 4))},
        };
        g_array_append_val(state->unmanaged, found);
    }
}
