/* Sequences, identity columns, serial columns, and the ways between them. */
#include "tests/support/emitted.h"

static const char *const nextval = "nextval('public.users_id_seq'::regclass)";

static Column *users(State *state, const char *type)
{
    return add_column(state, add_table(state, "users"), "id", type);
}

static Column *serial(State *state, const char *type)
{
    Sequence *sequence = add_sequence(state, "users_id_seq");
    sequence->type = strcmp(type, "bigint") == 0 ? NULL : type;
    owned_by(sequence, "users", "id");
    Column *column = users(state, type);
    column->not_null = true;
    column->default_expr = nextval;
    return column;
}

static Column *identity(State *state, const char *kind)
{
    Column *column = users(state, "integer");
    column->not_null = true;
    column->identity = kind;
    return column;
}

static void sequence_with_every_option(void **unused)
{
    (void)unused;
    State *b = state_with_public("b");
    add_sequence(b, "plain")->object.comment = "numbers";
    Sequence *s = add_sequence(b, "counter");
    s->type = "smallint";
    s->unlogged = true;
    s->options = (SequenceOptions){"10", "-2", "-50", "20", "5", true};
    expect_sql(state_with_public("a"), b,
               "CREATE UNLOGGED SEQUENCE public.counter AS smallint START WITH 10 INCREMENT BY -2 "
               "MINVALUE -50 MAXVALUE 20 CACHE 5 CYCLE;\n"
               "CREATE SEQUENCE public.plain;\n"
               "COMMENT ON SEQUENCE public.plain IS 'numbers';\n",
               "DROP SEQUENCE public.counter;\n"
               "DROP SEQUENCE public.plain;\n");
}

static void sequence_options_change(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    Sequence *from = add_sequence(a, "counter");
    Sequence *to = add_sequence(b, "counter");
    from->options = (SequenceOptions){.start = "5", .maxvalue = "1000"};
    to->options = (SequenceOptions){.increment = "10", .cache = "7", .cycle = true};
    to->type = "integer";
    to->unlogged = true;
    expect_sql(a, b,
               "ALTER SEQUENCE public.counter AS integer INCREMENT BY 10 NO MAXVALUE START WITH 1 "
               "CACHE 7 CYCLE;\n"
               "ALTER SEQUENCE public.counter SET UNLOGGED;\n",
               "ALTER SEQUENCE public.counter AS bigint INCREMENT BY 1 MAXVALUE 1000 START WITH 5 "
               "CACHE 1 NO CYCLE;\n"
               "ALTER SEQUENCE public.counter SET LOGGED;\n");
}

static void sequence_range_shrinks(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    add_sequence(a, "low");
    add_sequence(b, "low")->options.minvalue = "100";
    Sequence *high = add_sequence(a, "high");
    high->options = (SequenceOptions){.start = "50"};
    high = add_sequence(b, "high");
    high->options = (SequenceOptions){.start = "10", .maxvalue = "20"};
    expect_sql(a, b,
               "SELECT setval('public.high', 10, false) WHERE "
               "pg_sequence_last_value('public.high') IS NULL;\n"
               "ALTER SEQUENCE public.high MAXVALUE 20 START WITH 10;\n"
               "SELECT setval('public.low', 100, false) WHERE "
               "coalesce(pg_sequence_last_value('public.low'), 1) < 100;\n"
               "ALTER SEQUENCE public.low MINVALUE 100 START WITH 100;\n",
               "ALTER SEQUENCE public.high NO MAXVALUE START WITH 50;\n"
               "ALTER SEQUENCE public.low NO MINVALUE START WITH 1;\n");
}

static void sequence_turns_round(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    add_sequence(a, "counter");
    add_sequence(b, "counter")->options.increment = "-1";
    expect_sql(a, b,
               "ALTER SEQUENCE public.counter INCREMENT BY -1 NO MINVALUE NO MAXVALUE START WITH "
               "-1 RESTART;\n",
               "ALTER SEQUENCE public.counter INCREMENT BY 1 NO MINVALUE NO MAXVALUE START WITH 1 "
               "RESTART;\n");
}

static void new_serial_table(void **unused)
{
    (void)unused;
    State *b = state_with_public("b");
    serial(b, "integer");
    expect_sql(state_with_public("a"), b,
               "CREATE SEQUENCE public.users_id_seq AS integer;\n"
               "CREATE TABLE public.users (\n"
               "    id integer NOT NULL DEFAULT nextval('public.users_id_seq'::regclass)\n"
               ");\n"
               "ALTER SEQUENCE public.users_id_seq OWNED BY public.users.id;\n",
               "-- DATA LOSS: table users is dropped with its rows\n"
               "DROP TABLE public.users;\n");
}

static void plain_becomes_serial(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    users(a, "bigint")->not_null = true;
    serial(b, "bigint");
    expect_sql(
        a, b,
        "CREATE SEQUENCE public.users_id_seq;\n"
        "ALTER TABLE public.users ALTER COLUMN id SET DEFAULT "
        "nextval('public.users_id_seq'::regclass);\n"
        "ALTER SEQUENCE public.users_id_seq OWNED BY public.users.id;\n"
        "SELECT setval('public.users_id_seq', max(id)) FROM public.users HAVING max(id) >= 1;\n",
        "ALTER TABLE public.users ALTER COLUMN id DROP DEFAULT;\n"
        "DROP SEQUENCE public.users_id_seq;\n");
}

static void plain_becomes_identity(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    users(a, "integer");
    identity(b, "always")->sequence = (SequenceOptions){.start = "1000", .maxvalue = "5000"};
    expect_sql(
        a, b,
        "ALTER TABLE public.users\n"
        "    ALTER COLUMN id SET NOT NULL,\n"
        "    ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (START WITH 1000 MAXVALUE 5000);\n"
        "SELECT setval(pg_get_serial_sequence('public.users', 'id'), max(id)) FROM public.users "
        "HAVING max(id) BETWEEN 1000 AND 5000;\n",
        "ALTER TABLE public.users\n"
        "    ALTER COLUMN id DROP IDENTITY,\n"
        "    ALTER COLUMN id DROP NOT NULL;\n");
}

static void descending_identity(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    users(a, "integer")->not_null = true;
    identity(b, "always")->sequence.increment = "-1";
    expect_sql(a, b,
               "ALTER TABLE public.users ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY "
               "(INCREMENT BY -1);\n"
               "SELECT setval(pg_get_serial_sequence('public.users', 'id'), min(id)) FROM "
               "public.users HAVING min(id) <= -1;\n",
               NULL);
}

static void serial_becomes_identity(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    serial(a, "integer");
    identity(b, "by default");
    expect_sql(
        a, b,
        "ALTER TABLE public.users ALTER COLUMN id DROP DEFAULT;\n"
        "DROP SEQUENCE public.users_id_seq;\n"
        "ALTER TABLE public.users ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY;\n"
        "SELECT setval(pg_get_serial_sequence('public.users', 'id'), max(id)) FROM public.users "
        "HAVING max(id) >= 1;\n",
        "ALTER TABLE public.users ALTER COLUMN id DROP IDENTITY;\n"
        "CREATE SEQUENCE public.users_id_seq AS integer;\n"
        "ALTER TABLE public.users ALTER COLUMN id SET DEFAULT "
        "nextval('public.users_id_seq'::regclass);\n"
        "ALTER SEQUENCE public.users_id_seq OWNED BY public.users.id;\n"
        "SELECT setval('public.users_id_seq', max(id)) FROM public.users HAVING max(id) >= 1;\n");
}

static void identity_changes(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    identity(a, "always")->sequence = (SequenceOptions){.start = "5", .cache = "3"};
    identity(b, "by default")->sequence = (SequenceOptions){.increment = "2", .cycle = true};
    expect_sql(a, b,
               "ALTER TABLE public.users ALTER COLUMN id SET GENERATED BY DEFAULT SET INCREMENT BY "
               "2 SET START WITH 1 SET CACHE 1 SET CYCLE;\n",
               "ALTER TABLE public.users ALTER COLUMN id SET GENERATED ALWAYS SET INCREMENT BY 1 "
               "SET START WITH 5 SET CACHE 3 SET NO CYCLE;\n");
}

static void identity_range_shrinks(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    identity(a, "always");
    identity(b, "always")->sequence.minvalue = "1000";
    expect_sql(a, b,
               "SELECT setval(pg_get_serial_sequence('public.users', 'id'), 1000, false) WHERE "
               "coalesce(pg_sequence_last_value(pg_get_serial_sequence('public.users', 'id')), 1) "
               "< 1000;\n"
               "ALTER TABLE public.users ALTER COLUMN id SET MINVALUE 1000 SET START WITH 1000;\n",
               "ALTER TABLE public.users ALTER COLUMN id SET NO MINVALUE SET START WITH 1;\n");
}

static void identity_and_type(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    identity(a, "always");
    Column *id = users(b, "text");
    id->not_null = true;
    expect_sql(a, b,
               "ALTER TABLE public.users ALTER COLUMN id DROP IDENTITY;\n"
               "ALTER TABLE public.users ALTER COLUMN id TYPE text;\n",
               "ALTER TABLE public.users\n"
               "    ALTER COLUMN id TYPE integer USING id::integer,\n"
               "    ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;\n"
               "SELECT setval(pg_get_serial_sequence('public.users', 'id'), max(id)) FROM "
               "public.users HAVING max(id) >= 1;\n");
}

static void identity_with_a_named_sequence(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    identity(a, "always")->identity_sequence = in_public("old numbers");
    identity(b, "always")->identity_sequence = in_public("numbers");
    expect_sql(a, b, "ALTER SEQUENCE public.\"old numbers\" RENAME TO numbers;\n", NULL);
    b = state_with_public("b");
    Column *id = identity(b, "always");
    id->identity_sequence = in_public("numbers");
    id->sequence.start = "7";
    expect_sql(state_with_public("a"), b,
               "CREATE TABLE public.users (\n"
               "    id integer NOT NULL GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.numbers "
               "START WITH 7)\n"
               ");\n",
               NULL);
}

static void owner_goes(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    Sequence *from = add_sequence(a, "numbers");
    add_sequence(b, "numbers");
    owned_by(from, "users", "id");
    users(a, "integer");
    users(b, "integer");
    expect_sql(a, b, "ALTER SEQUENCE public.numbers OWNED BY NONE;\n",
               "ALTER SEQUENCE public.numbers OWNED BY public.users.id;\n");
}

static void sequence_moves(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    state_add(a, KIND_SCHEMA, NULL, NULL, "app", NULL);
    state_add(b, KIND_SCHEMA, NULL, NULL, "app", NULL);
    add_sequence(a, "numbers");
    state_add(b, KIND_SEQUENCE, NULL, "app", "counter", NULL)->renamed_from = in_public("numbers");
    expect_sql(a, b,
               "ALTER SEQUENCE public.numbers RENAME TO counter;\n"
               "ALTER SEQUENCE public.counter SET SCHEMA app;\n",
               "ALTER SEQUENCE app.counter RENAME TO numbers;\n"
               "ALTER SEQUENCE app.numbers SET SCHEMA public;\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sequence_with_every_option),
        cmocka_unit_test(sequence_options_change),
        cmocka_unit_test(sequence_range_shrinks),
        cmocka_unit_test(sequence_turns_round),
        cmocka_unit_test(new_serial_table),
        cmocka_unit_test(plain_becomes_serial),
        cmocka_unit_test(plain_becomes_identity),
        cmocka_unit_test(descending_identity),
        cmocka_unit_test(serial_becomes_identity),
        cmocka_unit_test(identity_changes),
        cmocka_unit_test(identity_range_shrinks),
        cmocka_unit_test(identity_and_type),
        cmocka_unit_test(identity_with_a_named_sequence),
        cmocka_unit_test(owner_goes),
        cmocka_unit_test(sequence_moves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
