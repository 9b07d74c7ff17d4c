#include "introspect/undeclared.h"

#include "introspect/array_text.h"
#include "introspect/sql.h"
#include "schema/kinds.h"
#include "schema/type_name.h"

#include <string.h>

typedef struct Use {
    const Object *object;
    const char *text; /* the type as the object has it */
} Use;

/* Who has types that are no declared ones. */
typedef struct Uses {
    const State *state;
    GArray *uses;       /* Use */
    GPtrArray *schemas; /* const char *: of the type of each use; "" where it is not said */
    GPtrArray *names;   /* const char *: likewise */
} Uses;

static void add_use(Uses *uses, const Object *object, const char *text)
{
    g_autofree char *problem = NULL;
    g_autoptr(TypeName) type = text ? type_name_parse(text, &problem) : NULL;
    if (!type || type->canonical)
        return;
    g_autofree char *folded = type->quoted ? g_strdup(type->name) : g_ascii_strdown(type->name, -1);
    const char *schema = type->schema ? type->schema : object->schema;
    if (state_find_flagged(uses->state, KIND_TYPE, schema, folded))
        return;
    Use use = {object, text};
    g_array_append_val(uses->uses, use);
    g_ptr_array_add(uses->schemas, (gpointer)g_intern_string(type->schema ? type->schema : ""));
    g_ptr_array_add(uses->names, (gpointer)g_intern_string(folded));
}

static void add_uses(Uses *uses, const Object *object, const Field *fields, const void *base)
{
    for (const Field *f = fields; f->key; f++) {
        if (f->type == FIELD_TYPE)
            add_use(uses, object, FIELD_STRING(base, f));
        if (f->type != FIELD_ITEMS)
            continue;
        ItemList list = FIELD_ITEM_LIST(base, f);
        for (guint i = 0; i < list.count; i++)
            add_uses(uses, object, f->item->fields, (const char *)list.items + i * f->item->size);
    }
}

static void report(const Use *use, const char *origin, Diagnostics *diagnostics)
{
    g_autofree char *title = object_title(use->object);
    Diagnostic *d = diag_error(diagnostics, DIAG_MODEL_REFERENCE, use->object->place,
                               "%s %s has the type %s, which the models do not declare",
                               use->object->info->word, title, use->text);
    if (strcmp(origin, "nowhere") == 0) {
        diag_set_hint(d, "declare it, or the extension that brings it");
        return;
    }
    diag_set_detail(d,
                    "the database has it, a scratch database that is made of the models does not");
    diag_set_hint(
        d, "%s",
        strcmp(origin, "database") == 0
            ? "declare it (`schemas:` in gen.yml says which schemas gen manages)"
            : "models cannot say base types: an extension can bring it, or a revision that "
              "you write; `gen diff --no-verify` leaves scratch databases out");
}

static char *literal(GPtrArray *texts)
{
    g_ptr_array_add(texts, NULL);
    return array_text_format((const char *const *)texts->pdata);
}

/* Asks where each type comes from. */
static Rows *ask(Connection *server, const Uses *uses)
{
    g_autoptr(GPtrArray) extensions = g_ptr_array_new();
    for (guint i = 0; i < uses->state->objects->len; i++) {
        const Object *object = g_ptr_array_index(uses->state->objects, i);
        if (object_kind(object) == KIND_EXTENSION)
            g_ptr_array_add(extensions, (gpointer)object->name);
    }
    g_autofree char *schemas = literal(uses->schemas);
    g_autofree char *names = literal(uses->names);
    g_autofree char *brought = literal(extensions);
    const char *parameters[] = {schemas, names, brought};
    g_autoptr(Diagnostics) ignored = diagnostics_new();
    return connection_query(server, sql_type_origins, 3, parameters, ignored);
}

void undeclared_report(Connection *server, const State *state, Diagnostics *diagnostics)
{
    g_autoptr(GArray) found = g_array_new(FALSE, TRUE, sizeof(Use));
    g_autoptr(GPtrArray) schemas = g_ptr_array_new();
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    Uses uses = {state, found, schemas, names};
    for (guint i = 0; i < state->objects->len; i++) {
        const Object *object = g_ptr_array_index(state->objects, i);
        add_uses(&uses, object, object->info->fields, object);
    }
    g_autoptr(Rows) rows = found->len ? ask(server, &uses) : NULL;
    for (guint i = 0; rows && i < found->len; i++)
        if (rows_value(rows, (int)i, 0))
            report(&g_array_index(found, Use, i), rows_value(rows, (int)i, 0), diagnostics);
}
