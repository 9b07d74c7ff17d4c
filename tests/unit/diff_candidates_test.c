/* A drop and an add that look like a rename. */
#include "diff/diff.h"
#include "schema/kinds.h"
#include "tests/support/check.h"

#include <string.h>

static State *state_new_public(const char *title)
{
    State *state = state_new(title);
    state_add(state, KIND_SCHEMA, NULL, NULL, "public", NULL);
    return state;
}

/* "name type, name type". */
static Table *table(State *state, const char *name, const char *columns)
{
    Table *table = (Table *)state_add(state, KIND_TABLE, NULL, "public", name, NULL);
    g_auto(GStrv) list = g_strsplit(columns, ", ", -1);
    for (char **text = list; *text; text++) {
        g_auto(GStrv) parts = g_strsplit(*text, " ", 2);
        Column *column =
            (Column *)state_add(state, KIND_COLUMN, &table->object, NULL, parts[0], NULL);
        column->type = state_text(state, parts[1]);
    }
    return table;
}

static void partition(Table *table, const char *values)
{
    guint position = 0;
    table->partition_of = (QualifiedName){g_intern_string("public"), g_intern_string("events")};
    table->values = values;
    for (Object *c; (c = object_child(&table->object, KIND_COLUMN, &position));)
        ((Column *)c)->inherited = true;
}

static void expect(State *from, State *to, const char *expected)
{
    g_autoptr(State) a = from;
    g_autoptr(State) b = to;
    g_autoptr(Comparison) comparison = comparison_new(a, b);
    g_autoptr(GArray) candidates = comparison_rename_candidates(comparison);
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < candidates->len; i++) {
        const RenameCandidate *c = &g_array_index(candidates, RenameCandidate, i);
        g_autofree char *old = object_title(c->from);
        g_autofree char *new = object_title(c->to);
        g_string_append_printf(text, "%s%s -> %s", i ? ", " : "", old, new);
    }
    assert_string_equal(text->str, expected);
}

static void tables_that_are_alike(void **unused)
{
    (void)unused;
    State *a = state_new_public("a");
    State *b = state_new_public("b");
    table(a, "accounts", "id integer, email text, name text, born date");
    table(b, "users", "id integer, email text, name text, born date, phone text");
    expect(a, b, "accounts -> users");
}

static void tables_with_the_usual_columns(void **unused)
{
    (void)unused;
    State *a = state_new_public("a");
    State *b = state_new_public("b");
    table(a, "accounts", "id integer, email text, created_at timestamp, updated_at timestamp");
    table(b, "invoices", "id integer, total numeric, created_at timestamp, updated_at timestamp");
    table(a, "settings", "id integer");
    table(b, "visits", "id integer");
    table(a, "words", "id integer, word text");
    table(b, "books", "id integer, word text, title text, author text, year integer");
    expect(a, b, "");
}

static void the_most_alike(void **unused)
{
    (void)unused;
    State *a = state_new_public("a");
    State *b = state_new_public("b");
    table(a, "user", "id integer, name text");
    table(a, "team", "id integer, name text");
    table(b, "teams", "id integer, name text");
    table(b, "users", "id integer, name text");
    expect(a, b, "user -> users, team -> teams");
}

static void columns(void **unused)
{
    (void)unused;
    State *a = state_new_public("a");
    State *b = state_new_public("b");
    table(a, "users", "id integer, mail text, age integer");
    table(b, "users", "id integer, city text, email text, nick text");
    expect(a, b, "users.mail -> users.email");
}

static void partitions(void **unused)
{
    (void)unused;
    State *a = state_new_public("a");
    State *b = state_new_public("b");
    table(a, "events", "id integer, at date")->partition_by = "RANGE (at)";
    table(b, "events", "id integer, at date")->partition_by = "RANGE (at)";
    partition(table(a, "first", "id integer, at date"), "FOR VALUES FROM (1) TO (2)");
    partition(table(b, "last", "id integer, at date"), "FOR VALUES FROM (8) TO (9)");
    partition(table(a, "some", "id integer, at date"), "FOR VALUES FROM (2) TO (3)");
    partition(table(b, "other", "id integer, at date"), "FOR VALUES FROM (2) TO (3)");
    expect(a, b, "some -> other");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_that_are_alike),
        cmocka_unit_test(tables_with_the_usual_columns),
        cmocka_unit_test(the_most_alike),
        cmocka_unit_test(columns),
        cmocka_unit_test(partitions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
