/* Plans, as lines "op kind title": what is in them and in which order. */
#include "diff/diff.h"
#include "schema/kinds.h"
#include "tests/support/check.h"

#include <string.h>

static Table *table(State *state, const char *name)
{
    if (!state_find(state, KIND_SCHEMA, NULL, "public"))
        state_add(state, KIND_SCHEMA, NULL, NULL, "public", NULL);
    return (Table *)state_add(state, KIND_TABLE, NULL, "public", name, NULL);
}

static Column *column(State *state, Table *in, const char *name, const char *type)
{
    Column *c = (Column *)state_add(state, KIND_COLUMN, &in->object, NULL, name, NULL);
    c->type = state_text(state, type);
    return c;
}

static NameList names(State *state, const char *a, const char *b)
{
    const char *strings[] = {a, b, NULL};
    return state_names_strv(state, (char *const *)strings, true);
}

static KeyConstraint *primary_key(State *state, Table *in, const char *name, const char *of)
{
    KeyConstraint *key =
        (KeyConstraint *)state_add(state, KIND_PRIMARY_KEY, &in->object, NULL, name, NULL);
    key->columns = names(state, of, NULL);
    return key;
}

static ForeignKey *foreign_key(State *state, Table *in, const char *name, const char *of,
                               const char *to)
{
    ForeignKey *key =
        (ForeignKey *)state_add(state, KIND_FOREIGN_KEY, &in->object, NULL, name, NULL);
    key->columns = names(state, of, NULL);
    key->references = (QualifiedName){g_intern_string("public"), g_intern_string(to)};
    key->referenced_columns = names(state, "id", NULL);
    return key;
}

static Check *check(State *state, Table *in, const char *name, const char *expression)
{
    Check *c = (Check *)state_add(state, KIND_CHECK, &in->object, NULL, name, NULL);
    c->expression = state_text(state, expression);
    return c;
}

static Enum *enumeration(State *state, const char *name, const char *labels)
{
    Enum *type = (Enum *)state_add(state, KIND_ENUM, NULL, "public", name, NULL);
    g_auto(GStrv) parts = g_strsplit(labels, " ", -1);
    type->values = state_items(state, type->object.info->fields[0].item, g_strv_length(parts));
    for (guint i = 0; parts[i]; i++)
        ((EnumValue *)type->values.items)[i].label = state_text(state, parts[i]);
    return type;
}

static const char *const ops[] = {"rename", "retire", "create", "alter", "drop", "drop retired"};

static char *plan_lines(const Plan *plan)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < plan->changes->len; i++) {
        const Change *c = g_ptr_array_index(plan->changes, i);
        g_autofree char *title = object_title(change_object(c));
        g_string_append_printf(out, "%s %s %s\n", ops[c->op], change_object(c)->info->word, title);
    }
    return g_string_free(out, FALSE);
}

static void expect_plans(const State *from, State *to, const char *up, const char *down)
{
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Comparison) comparison = comparison_new(from, to);
    g_autoptr(Plan) forth = comparison_plan(comparison, diagnostics);
    g_autoptr(Plan) back = comparison_plan_back(comparison, diagnostics);
    assert_int_equal(diagnostics_count(diagnostics), 0);
    g_autofree char *forth_lines = plan_lines(forth);
    g_autofree char *back_lines = plan_lines(back);
    assert_string_equal(forth_lines, up);
    assert_string_equal(back_lines, down);
}

static void equal_states_have_no_changes(void **unused)
{
    (void)unused;
    g_autoptr(State) a = state_new("a");
    g_autoptr(State) b = state_new("b");
    check(a, table(a, "users"), "positive", "((price > (0)::numeric))");
    check(b, table(b, "users"), "positive", "(price > (0)::NUMERIC)");
    expect_plans(a, b, "", "");
}

static void a_new_column(void **unused)
{
    (void)unused;
    g_autoptr(State) a = state_new("a");
    g_autoptr(State) b = state_new("b");
    column(a, table(a, "users"), "id", "uuid");
    Table *users = table(b, "users");
    column(b, users, "id", "uuid");
    column(b, users, "phone", "text");
    expect_plans(a, b, "create column users.phone\n", "drop column users.phone\n");
}

static void foreign_keys_in_a_circle(void **unused)
{
    (void)unused;
    g_autoptr(State) a = state_new("a");
    g_autoptr(State) b = state_new("b");
    state_add(a, KIND_SCHEMA, NULL, NULL, "public", NULL);
    Table *one = table(b, "one");
    Table *two = table(b, "two");
    column(b, one, "id", "uuid");
    column(b, two, "id", "uuid");
    primary_key(b, one, "one_pkey", "id");
    primary_key(b, two, "two_pkey", "id");
    foreign_key(b, one, "one_fk", "id", "two");
    foreign_key(b, two, "two_fk", "id", "one");
    expect_plans(a, b,
                 "create table one\ncreate primary key one.one_pkey\n"
                 "create table two\ncreate primary key two.two_pkey\n"
                 "create foreign key one.one_fk\ncreate foreign key two.two_fk\n",
                 "drop foreign key one.one_fk\ndrop foreign key two.two_fk\n"
                 "drop table one\ndrop table two\n");
}

static void a_referencing_table_goes_first(void **unused)
{
    (void)unused;
    g_autoptr(State) a = state_new("a");
    g_autoptr(State) b = state_new("b");
    state_add(b, KIND_SCHEMA, NULL, NULL, "public", NULL);
    Table *a_one = table(a, "a_one");
    Table *b_two = table(a, "b_two");
    column(a, a_one, "id", "uuid");
    column(a, b_two, "id", "uuid");
    primary_key(a, a_one, "one_pkey", "id");
    foreign_key(a, b_two, "two_fk", "id", "a_one");
    expect_plans(a, b, "drop table b_two\ndrop table a_one\n",
                 "create table a_one\ncreate primary key a_one.one_pkey\ncreate table b_two\n"
                 "create foreign key b_two.two_fk\n");
}

static void renames_carry_what_mentions_them(void **unused)
{
    (void)unused;
    g_autoptr(State) a = state_new("a");
    g_autoptr(State) b = state_new("b");
    Table *accounts = table(a, "accounts");
    column(a, accounts, "amount", "integer");
    check(a, accounts, "positive", "(amount > 0)");
    primary_key(a, accounts, "accounts_pkey", "amount");
    Table *users = table(b, "users");
    users->object.renamed_from.name = g_intern_string("accounts");
    column(b, users, "sum", "integer")->object.renamed_from.name = g_intern_string("amount");
    check(b, users, "positive", "(sum > 0)");
    primary_key(b, users, "users_pkey", "sum")->object.name_implied = true;
    expect_plans(a, b, "rename table users\nrename column users.sum\n",
                 "rename table accounts\nrename column accounts.amount\n");
}

static void labels_are_added_in_place(void **unused)
{
    (void)unused;
    g_autoptr(State) a = state_new("a");
    g_autoptr(State) b = state_new("b");
    column(a, table(a, "users"), "role", "public.role");
    enumeration(a, "role", "admin client");
    Table *users = table(b, "users");
    column(b, users, "role", "public.role");
    enumeration(b, "role", "admin guest client");
    expect_plans(a, b, "alter enum role\n",
                 "retire enum role\ncreate enum role\nalter column users.role\n"
                 "drop retired enum role\n");
}

static void a_retired_type_takes_expressions_down(void **unused)
{
    (void)unused;
    g_autoptr(State) a = state_new("a");
    g_autoptr(State) b = state_new("b");
    State *states[] = {a, b};
    for (size_t i = 0; i < 2; i++) {
        Table *users = table(states[i], "users");
        column(states[i], users, "role", "public.role")->default_expr = "'client'::public.role";
        check(states[i], users, "known", "(role <> 'client'::public.role)");
        enumeration(states[i], "role", i ? "client" : "client guest");
    }
    expect_plans(a, b,
                 "drop check users.known\nretire enum role\ncreate enum role\n"
                 "alter column users.role\ncreate check users.known\n"
                 "drop retired enum role\n",
                 "alter enum role\n");
}

static void a_serial_becomes_an_identity(void **unused)
{
    (void)unused;
    g_autoptr(State) a = state_new("a");
    g_autoptr(State) b = state_new("b");
    Table *users = table(a, "users");
    column(a, users, "id", "bigint")->default_expr = "nextval('public.users_id_seq'::regclass)";
    Sequence *s = (Sequence *)state_add(a, KIND_SEQUENCE, NULL, "public", "users_id_seq", NULL);
    s->owned_by_table = (QualifiedName){g_intern_string("public"), g_intern_string("users")};
    s->owned_by_column = g_intern_string("id");
    column(b, table(b, "users"), "id", "bigint")->identity = "always";
    expect_plans(a, b, "alter column users.id\ndrop sequence users_id_seq\nalter column users.id\n",
                 "alter column users.id\ncreate sequence users_id_seq\nalter column users.id\n"
                 "alter sequence users_id_seq\n");
}

static void a_type_change_takes_both_ends_of_a_key_along(void **unused)
{
    (void)unused;
    g_autoptr(State) a = state_new("a");
    g_autoptr(State) b = state_new("b");
    State *states[] = {a, b};
    for (size_t i = 0; i < 2; i++) {
        const char *type = i ? "uuid" : "text";
        Table *one = table(states[i], "one");
        Table *two = table(states[i], "two");
        column(states[i], one, "id", type);
        column(states[i], two, "id", type);
        primary_key(states[i], one, "one_pkey", "id");
        foreign_key(states[i], two, "two_fk", "id", "one");
    }
    const char *plan = "drop foreign key two.two_fk\nalter column two.id\nalter column one.id\n"
                       "create foreign key two.two_fk\n";
    expect_plans(a, b, plan, plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_states_have_no_changes),
        cmocka_unit_test(a_new_column),
        cmocka_unit_test(foreign_keys_in_a_circle),
        cmocka_unit_test(a_referencing_table_goes_first),
        cmocka_unit_test(renames_carry_what_mentions_them),
        cmocka_unit_test(labels_are_added_in_place),
        cmocka_unit_test(a_retired_type_takes_expressions_down),
        cmocka_unit_test(a_serial_becomes_an_identity),
        cmocka_unit_test(a_type_change_takes_both_ends_of_a_key_along),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
