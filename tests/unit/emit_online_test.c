/* The option online: nothing that keeps readers or writers out for long, in steps of their own. */
#include "tests/support/emitted.h"

typedef struct Two {
    State *a;
    State *b;
    Table *from;
    Table *to;
} Two;

static const EmitOptions online = {.server_version = 150020, .online = true};

static Table *fill(State *state)
{
    Table *r = add_table(state, "r");
    add_column(state, r, "id", "integer")->not_null = true;
    add_key(state, KIND_PRIMARY_KEY, r, "r_pkey", "id");
    Table *t = add_table(state, "t");
    add_column(state, t, "a", "integer");
    add_column(state, t, "b", "text");
    return t;
}

static Two two(void)
{
    Two t = {.a = state_with_public("a"), .b = state_with_public("b")};
    t.from = fill(t.a);
    t.to = fill(t.b);
    return t;
}

static Column *column(const State *state, const Table *table, const char *name)
{
    return (Column *)state_find_child(state, KIND_COLUMN, &table->object, name);
}

static void indexes(void **unused)
{
    (void)unused;
    Two t = two();
    add_index(t.b, t.to, "t_a", "a");
    add_index(t.b, t.to, "t_b", "b")->object.comment = "by b";
    add_column(t.b, t.to, "c", "integer");
    expect_sql_by(t.a, t.b, &online, "@indexes", "@indexesdown");
}

static void index_in_another_form(void **unused)
{
    (void)unused;
    Two t = two();
    add_index(t.a, t.from, "t_i", "a");
    add_index(t.b, t.to, "t_i", "a b");
    expect_sql_by(t.a, t.b, &online, "@form", NULL);
}

static void index_that_makes_way(void **unused)
{
    (void)unused;
    Two t = two();
    for (int i = 0; i < 2; i++) {
        State *state = i ? t.b : t.a;
        add_enum(state, "mood", i ? "glad" : "sad glad");
        Table *table = i ? t.to : t.from;
        column(state, table, "b")->type = "public.mood";
        add_index(state, table, "t_i", "a")->where = "b = 'glad'::public.mood";
    }
    expect_sql_by(t.a, t.b, &online, "@way", NULL);
}

static void of_a_new_table(void **unused)
{
    (void)unused;
    State *b = state_with_public("b");
    Table *t = fill(b);
    add_index(b, t, "t_a", "a");
    add_check(b, &t->object, "a_ok", "a > 0");
    add_foreign_key(b, t, "t_fk", "a", "r", "id");
    expect_sql_by(state_with_public("a"), b, &online, "@new", "@newdown");
}

static void of_a_partitioned_table(void **unused)
{
    (void)unused;
    Two t = two();
    t.from->partition_by = t.to->partition_by = "RANGE (a)";
    add_index(t.b, t.to, "t_a", "a");
    add_foreign_key(t.b, t.to, "t_fk", "a", "r", "id");
    column(t.b, t.to, "b")->not_null = true;
    expect_sql_by(t.a, t.b, &online, "@partitioned", NULL);
}

static void constraints(void **unused)
{
    (void)unused;
    Two t = two();
    add_foreign_key(t.b, t.to, "t_fk", "a", "r", "id");
    add_check(t.b, &t.to->object, "a_ok", "a > 0");
    add_check(t.b, &t.to->object, "b_ok", "b <> ''")->not_valid = true;
    add_check(t.a, &t.from->object, "c_ok", "a > b::integer")->not_valid = true;
    add_check(t.b, &t.to->object, "c_ok", "a > b::integer");
    expect_sql_by(t.a, t.b, &online, "@constraints", "@constraintsdown");
}

static void keys(void **unused)
{
    (void)unused;
    Two t = two();
    column(t.b, t.to, "a")->not_null = true;
    KeyConstraint *key = add_key(t.b, KIND_PRIMARY_KEY, t.to, "t_pkey", "a");
    key->include = names(t.b, "b");
    key->options = names(t.b, "fillfactor=70");
    key = add_key(t.b, KIND_UNIQUE, t.to, "t_key", "b a");
    key->deferrable = "initially deferred";
    key->tablespace = g_intern_string("pg_default");
    key->nulls_not_distinct = true;
    expect_sql_by(t.a, t.b, &online, "@keys", "@keysdown");
}

static void keys_in_another_form(void **unused)
{
    (void)unused;
    Two t = two();
    column(t.a, t.from, "a")->not_null = column(t.b, t.to, "a")->not_null = true;
    column(t.b, t.to, "b")->not_null = column(t.a, t.from, "b")->not_null = true;
    add_key(t.a, KIND_PRIMARY_KEY, t.from, "t_pkey", "a");
    add_key(t.b, KIND_PRIMARY_KEY, t.to, "t_pkey", "a b");
    add_key(t.a, KIND_UNIQUE, t.from, "t_key", "b a");
    add_key(t.b, KIND_UNIQUE, t.to, "t_key", "b")->deferrable = "initially deferred";
    expect_sql_by(t.a, t.b, &online, "@keyforms", "@keyformsdown");
}

static void key_whose_column_lets_nulls_in(void **unused)
{
    (void)unused;
    Two t = two();
    column(t.a, t.from, "a")->not_null = column(t.b, t.to, "a")->not_null = true;
    column(t.a, t.from, "b")->not_null = true;
    add_key(t.a, KIND_PRIMARY_KEY, t.from, "t_pkey", "a b");
    add_key(t.b, KIND_PRIMARY_KEY, t.to, "t_pkey", "a");
    expect_sql_by(t.a, t.b, &online, "@keynulls", NULL);
}

static void not_null_that_a_check_proves(void **unused)
{
    (void)unused;
    Two t = two();
    add_check(t.a, &t.from->object, "a_is", "(a IS NOT NULL)");
    add_check(t.b, &t.to->object, "a_is", "(a IS NOT NULL)");
    column(t.b, t.to, "a")->not_null = true;
    expect_sql_by(t.a, t.b, &online, "@proved", NULL);
}

static void not_null(void **unused)
{
    (void)unused;
    Two t = two();
    column(t.b, t.to, "a")->not_null = true;
    column(t.b, t.to, "b")->not_null = true;
    column(t.b, t.to, "b")->backfill = "'x'";
    expect_sql_by(t.a, t.b, &online, "@notnull", "@notnulldown");
}

static void backfilled_column(void **unused)
{
    (void)unused;
    Two t = two();
    Column *c = add_column(t.b, t.to, "c", "integer");
    c->not_null = true;
    c->default_expr = "7";
    c->backfill = "a + 1";
    add_column(t.b, t.to, "d", "integer");
    expect_sql_by(t.a, t.b, &online, "@backfill", NULL);
}

static void domain_checks(void **unused)
{
    (void)unused;
    Two t = two();
    add_domain(t.a, "mail", "text");
    Domain *to = add_domain(t.b, "mail", "text");
    add_check(t.b, &to->object, "at", "VALUE ~ '@'");
    expect_sql_by(t.a, t.b, &online, "@domain", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(indexes),
        cmocka_unit_test(index_in_another_form),
        cmocka_unit_test(index_that_makes_way),
        cmocka_unit_test(of_a_new_table),
        cmocka_unit_test(of_a_partitioned_table),
        cmocka_unit_test(constraints),
        cmocka_unit_test(keys),
        cmocka_unit_test(keys_in_another_form),
        cmocka_unit_test(key_whose_column_lets_nulls_in),
        cmocka_unit_test(not_null_that_a_check_proves),
        cmocka_unit_test(not_null),
        cmocka_unit_test(backfilled_column),
        cmocka_unit_test(domain_checks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
