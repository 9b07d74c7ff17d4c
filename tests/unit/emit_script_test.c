/* How statements come together. */
#include "tests/support/emitted.h"

typedef struct Tables {
    State *state;
    const Object *a;
    const Object *b;
    const Object *same; /* as a, of another state */
    State *other;
} Tables;

static Tables tables(void)
{
    Tables t = {.state = state_with_public("a"), .other = state_with_public("b")};
    t.a = &add_table(t.state, "a")->object;
    t.b = &add_table(t.state, "b")->object;
    t.same = &add_table(t.other, "a")->object;
    return t;
}

static void tables_free(const Tables *t)
{
    state_free(t->state);
    state_free(t->other);
}

static void expect(Script *script, const char *expected)
{
    const GPtrArray *statements = script_statements(script);
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < statements->len; i++)
        append_statement(out, g_ptr_array_index(statements, i));
    assert_string_equal(out->str, expected);
}

static void clauses_of_one_table_join(void **unused)
{
    (void)unused;
    Tables t = tables();
    g_autoptr(Script) script = script_new();
    script_clause(script, t.a, "ONE %d", 1);
    script_note(script, false, "a note");
    script_clause(script, t.same, "TWO");
    script_clause(script, t.b, "THREE");
    script_clause(script, t.a, "FOUR");
    expect(script, "-- a note\n"
                   "ALTER TABLE public.a\n    ONE 1,\n    TWO;\n"
                   "ALTER TABLE public.b THREE;\n"
                   "ALTER TABLE public.a FOUR;\n");
    tables_free(&t);
}

static void nothing_joins_a_closed_statement(void **unused)
{
    (void)unused;
    Tables t = tables();
    g_autoptr(Script) script = script_new();
    script_clause(script, t.a, "ONE");
    script_close(script);
    script_clause(script, t.a, "TWO");
    script_step(script);
    script_clause(script, t.a, "THREE");
    script_add(script, "SELECT %s", "'%'");
    script_clause(script, t.a, "FOUR");
    expect(script, "ALTER TABLE public.a ONE;\n"
                   "ALTER TABLE public.a TWO;\n"
                   "-- step\n"
                   "ALTER TABLE public.a THREE;\n"
                   "SELECT '%';\n"
                   "ALTER TABLE public.a FOUR;\n");
    tables_free(&t);
}

static void constraints_fold_into_their_table(void **unused)
{
    (void)unused;
    Tables t = tables();
    g_autoptr(Script) script = script_new();
    script_create_table(script, t.a, "CREATE TABLE a", "WITH (x)", false);
    script_element(script, "c %s", "integer");
    script_after(script, "COMMENT");
    script_then(script, t.a, "ENABLE");
    script_constraint(script, t.a, "CONSTRAINT k");
    script_constraint(script, t.b, "CONSTRAINT l");
    script_create_table(script, t.b, "CREATE TABLE b PARTITION OF c", "DEFAULT", true);
    script_create_table(script, t.b, "CREATE TABLE d", "", false);
    expect(script, "CREATE TABLE a (\n    c integer,\n    CONSTRAINT k\n) WITH (x);\n"
                   "ALTER TABLE public.a ENABLE;\n"
                   "COMMENT;\n"
                   "ALTER TABLE public.b ADD CONSTRAINT l;\n"
                   "CREATE TABLE b PARTITION OF c DEFAULT;\n"
                   "CREATE TABLE d ();\n");
    tables_free(&t);
}

static void columns_are_filled_before_more_comes(void **unused)
{
    (void)unused;
    Tables t = tables();
    g_autoptr(Script) script = script_new();
    script_add_column(script, t.a, "x");
    script_fill(script, t.a, "UPDATE x");
    script_then(script, t.a, "x NOT NULL");
    script_add_column(script, t.a, "y");
    script_fill(script, t.a, "UPDATE y");
    script_then(script, t.a, "y NOT NULL");
    script_after(script, "COMMENT");
    script_constraint(script, t.a, "CHECK");
    script_fill(script, t.b, "UPDATE b");
    expect(script, "ALTER TABLE public.a\n    ADD COLUMN x,\n    ADD COLUMN y;\n"
                   "UPDATE x;\n"
                   "UPDATE y;\n"
                   "ALTER TABLE public.a\n    x NOT NULL,\n    y NOT NULL,\n    ADD CHECK;\n"
                   "COMMENT;\n"
                   "UPDATE b;\n");
    tables_free(&t);
}

static void steps_around_what_runs_alone(void **unused)
{
    (void)unused;
    g_autoptr(Script) script = script_new();
    script_step(script);
    script_add(script, "ONE");
    script_autocommit(script);
    script_add(script, "ALONE");
    script_autocommit(script);
    script_add(script, "ALONE TOO");
    script_last(script, NULL, "LAST");
    script_add(script, "TWO");
    script_after(script, "THREE");
    expect(script, "ONE;\n"
                   "-- step autocommit\nALONE;\nALONE TOO;\n"
                   "-- step\nTWO;\nTHREE;\n"
                   "-- step\nLAST;\n");
}

static void a_step_ends_where_something_must_be_committed(void **unused)
{
    (void)unused;
    g_autoptr(Script) script = script_new();
    script_add(script, "ADD 'x'");
    script_commit_before(script, "'x'");
    script_add(script, "ADD 'y' BEFORE 'x'");
    script_commit_before(script, "'y'");
    script_add(script, "SOMETHING");
    script_add(script, "DEFAULT 'x'");
    script_add(script, "ADD 'z'");
    script_commit_before(script, "'z'");
    script_add(script, "DEFAULT 'y'");
    expect(script, "ADD 'x';\nADD 'y' BEFORE 'x';\n"
                   "-- step\nSOMETHING;\nDEFAULT 'x';\nADD 'z';\nDEFAULT 'y';\n");
}

static void notes_are_one_line_each(void **unused)
{
    (void)unused;
    Tables t = tables();
    g_autoptr(Script) script = script_new();
    script_note(script, true, "two\nlines; DROP TABLE x");
    script_note(script, false, "another");
    script_about(script, t.a);
    script_add(script, "DROP");
    const GPtrArray *statements = script_statements(script);
    const Statement *statement = g_ptr_array_index(statements, 0);
    assert_true(statement->loses_data);
    assert_ptr_equal(statement->table, t.a);
    assert_int_equal(statement->notes->len, 2);
    assert_string_equal(g_ptr_array_index(statement->notes, 0), "two lines; DROP TABLE x");
    tables_free(&t);
}

static void statements_can_be_asked_for_again(void **unused)
{
    (void)unused;
    g_autoptr(Script) script = script_new();
    expect(script, "");
    script_add(script, "ONE");
    script_last(script, NULL, "LAST");
    expect(script, "ONE;\n-- step\nLAST;\n");
    expect(script, "ONE;\n-- step\nLAST;\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clauses_of_one_table_join),
        cmocka_unit_test(nothing_joins_a_closed_statement),
        cmocka_unit_test(constraints_fold_into_their_table),
        cmocka_unit_test(columns_are_filled_before_more_comes),
        cmocka_unit_test(steps_around_what_runs_alone),
        cmocka_unit_test(a_step_ends_where_something_must_be_committed),
        cmocka_unit_test(notes_are_one_line_each),
        cmocka_unit_test(statements_can_be_asked_for_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
