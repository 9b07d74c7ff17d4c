/* Changes in one line each. */
#include "tests/support/emitted.h"

static char *lines(const Plan *plan)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < plan->changes->len; i++) {
        g_autofree char *line = emit_summary(g_ptr_array_index(plan->changes, i));
        if (line)
            g_string_append_printf(out, "%s\n", line);
    }
    return g_string_free(out, FALSE);
}

static void expect(State *from, State *to, const char *expected)
{
    g_autoptr(State) a = from;
    g_autoptr(State) b = to;
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Comparison) comparison = comparison_new(a, b);
    g_autoptr(Plan) plan = comparison_plan(comparison, diagnostics);
    g_autofree char *text = lines(plan);
    assert_string_equal(text, expected);
}

static Table *users(State *state)
{
    Table *table = add_table(state, "users");
    add_column(state, table, "id", "integer")->not_null = true;
    return table;
}

static void added(void **unused)
{
    (void)unused;
    State *b = state_with_public("b");
    Table *table = users(b);
    state_add(b, KIND_SCHEMA, NULL, NULL, "app", NULL);
    state_add(b, KIND_TABLE, NULL, "app", "Order", NULL);
    add_check(b, &table->object, "id_ok", "id > 0");
    add_enum(b, "role", "a b");
    expect(state_with_public("a"), b,
           "+ schema app\n+ enum role\n+ table app.Order\n+ table users\n+ check users.id_ok\n");
}

static void columns(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    Table *from = users(a);
    Table *to = users(b);
    add_column(a, from, "old", "text");
    add_column(b, to, "phone", "character varying(20)");
    Column *x = add_column(a, from, "x", "integer");
    Column *y = add_column(b, to, "x", "bigint");
    x->not_null = true;
    x->default_expr = "0";
    y->default_expr = "a_function_with_a_long_name('and',\n   'arguments')";
    y->object.comment = "x";
    add_column(a, from, "z", "text");
    add_column(b, to, "z", "text")->not_null = true;
    expect(a, b,
           "- column users.old\n"
           "+ column users.phone character varying(20)\n"
           "~ column users.x: type integer -> bigint, not null no more, default 0 -> "
           "a_function_with_a_long_name('and', 'arg…, comment\n"
           "~ column users.z: not null\n");
}

static void renamed_and_replaced(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    Table *from = users(a);
    Table *to = add_table(b, "people");
    add_column(b, to, "id", "integer")->not_null = true;
    to->object.renamed_from = (QualifiedName){NULL, g_intern_string("users")};
    add_check(a, &from->object, "c", "id > 0");
    add_check(b, &to->object, "c", "id > 1");
    add_index(a, from, "i", "id")->options = names(a, "fillfactor=70");
    add_index(b, to, "i", "id");
    expect(a, b,
           "~ table users renamed to people\n"
           "~ index people.i: no with\n"
           "~ check people.c in a new form: expression id > 0 -> id > 1\n");
}

/* Long texts are shown from the word on at which they begin to differ. */
static void long_texts(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    Table *from = users(a);
    Table *to = users(b);
    const char *late[] = {"id > 0 AND id <> 13\n  AND id < 1000 AND id % 2 = 0",
                          "id > 0 AND id <> 13 AND id < 2000 AND id % 2 = 0"};
    const char *early[] = {"id > 1 AND id <> 13 AND id < 1000 AND id % 2 = 0",
                           "id > 2 AND id <> 13 AND id < 1000 AND id % 2 = 0"};
    add_check(a, &from->object, "late", late[0]);
    add_check(b, &to->object, "late", late[1]);
    add_check(a, &from->object, "early", early[0]);
    add_check(b, &to->object, "early", early[1]);
    expect(
        a, b,
        "~ check users.early in a new form: expression id > 1 AND id <> 13 AND id < 1000 AND i… -> "
        "id > 2 AND id <> 13 AND id < 1000 AND i…\n"
        "~ check users.late in a new form: expression … 1000 AND id % 2 = 0 -> … 2000 AND id % 2 = "
        "0\n");
}

static void rebuilt_type(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    add_enum(a, "role", "x y");
    add_enum(b, "role", "y");
    add_column(a, users(a), "role", "public.role");
    add_column(b, users(b), "role", "public.role");
    expect(a, b, "~ enum role in a new form: values x, y -> y\n");
}

static void labels(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    add_enum(a, "role", "x");
    add_enum(b, "role", "x y");
    expect(a, b, "~ enum role: values x -> x, y\n");
}

static Routine *function(State *state, const char *body)
{
    Routine *f = (Routine *)state_add(state, KIND_FUNCTION, NULL, "public", "f", "");
    f->returns = "integer";
    f->body = body;
    return f;
}

static void values_that_go_without_saying(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    Routine *old = function(a, "x");
    Routine *new = function(b, "x");
    old->language = g_intern_string("plpgsql");
    old->volatility = "stable";
    new->parallel = "safe";
    expect(
        a, b,
        "~ function f(): volatility stable -> volatile, parallel safe, language plpgsql -> sql\n");
    a = state_with_public("a");
    b = state_with_public("b");
    function(a, "x");
    function(b, "x")->language = g_intern_string("plpgsql");
    expect(a, b, "~ function f(): language sql -> plpgsql\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(added),
        cmocka_unit_test(columns),
        cmocka_unit_test(renamed_and_replaced),
        cmocka_unit_test(long_texts),
        cmocka_unit_test(rebuilt_type),
        cmocka_unit_test(labels),
        cmocka_unit_test(values_that_go_without_saying),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
