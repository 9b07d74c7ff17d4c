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
    expect_sql_by(t.a, t.b, &online,
                  "ALTER TABLE public.t ADD COLUMN c integer;\n"
                  "-- step autocommit\n"
                  "CREATE INDEX CONCURRENTLY t_a ON public.t (a);\n"
                  "CREATE INDEX CONCURRENTLY t_b ON public.t (b);\n"
                  "-- step\n"
                  "COMMENT ON INDEX public.t_b IS 'by b';\n",
                  "DROP INDEX CONCURRENTLY public.t_a;\n"
                  "DROP INDEX CONCURRENTLY public.t_b;\n"
                  "-- step\n"
                  "-- DATA LOSS: column t.c is dropped with its values\n"
                  "ALTER TABLE public.t DROP COLUMN c;\n");
}

static void index_in_another_form(void **unused)
{
    (void)unused;
    Two t = two();
    add_index(t.a, t.from, "t_i", "a");
    add_index(t.b, t.to, "t_i", "a b");
    expect_sql_by(t.a, t.b, &online,
                  "ALTER INDEX public.t_i RENAME TO t_i__retired;\n"
                  "-- step autocommit\n"
                  "CREATE INDEX CONCURRENTLY t_i ON public.t (a, b);\n"
                  "DROP INDEX CONCURRENTLY IF EXISTS public.t_i__retired;\n",
                  NULL);
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
    expect_sql_by(
        t.a, t.b, &online,
        "DO $$\n"
        "DECLARE\n"
        "    problem text;\n"
        "BEGIN\n"
        "    SELECT string_agg(format('%s: %L in %s row(s)', r.place, r.label, r.held), ', '\n"
        "                      ORDER BY r.place, r.label)\n"
        "    INTO problem FROM (\n"
        "        SELECT 't.b' AS place, t.b::text AS label, count(*) AS held\n"
        "        FROM public.t AS t WHERE t.b::text IN ('sad') GROUP BY t.b\n"
        "    ) AS r;\n"
        "    IF problem IS NOT NULL THEN\n"
        "        RAISE EXCEPTION USING MESSAGE = 'enum mood cannot lose labels that rows still "
        "hold',\n"
        "            DETAIL = problem, HINT = 'change these rows first, here or in a revision "
        "before';\n"
        "    END IF;\n"
        "END\n"
        "$$;\n"
        "DROP INDEX public.t_i;\n"
        "ALTER TYPE public.mood RENAME TO mood__retired;\n"
        "CREATE TYPE public.mood AS ENUM ('glad');\n"
        "ALTER TABLE public.t ALTER COLUMN b TYPE public.mood USING b::text::public.mood;\n"
        "-- step autocommit\n"
        "CREATE INDEX CONCURRENTLY t_i ON public.t (a) WHERE b = 'glad'::public.mood;\n"
        "-- step\n"
        "DROP TYPE public.mood__retired;\n",
        NULL);
}

static void of_a_new_table(void **unused)
{
    (void)unused;
    State *b = state_with_public("b");
    Table *t = fill(b);
    add_index(b, t, "t_a", "a");
    add_check(b, &t->object, "a_ok", "a > 0");
    add_foreign_key(b, t, "t_fk", "a", "r", "id");
    expect_sql_by(
        state_with_public("a"), b, &online,
        "CREATE TABLE public.r (\n"
        "    id integer NOT NULL,\n"
        "    CONSTRAINT r_pkey PRIMARY KEY (id)\n"
        ");\n"
        "CREATE TABLE public.t (\n"
        "    a integer,\n"
        "    b text,\n"
        "    CONSTRAINT a_ok CHECK (a > 0)\n"
        ");\n"
        "CREATE INDEX t_a ON public.t (a);\n"
        "ALTER TABLE public.t ADD CONSTRAINT t_fk FOREIGN KEY (a) REFERENCES public.r (id);\n",
        "-- DATA LOSS: table t is dropped with its rows\n"
        "DROP TABLE public.t;\n"
        "-- DATA LOSS: table r is dropped with its rows\n"
        "DROP TABLE public.r;\n");
}

static void of_a_partitioned_table(void **unused)
{
    (void)unused;
    Two t = two();
    t.from->partition_by = t.to->partition_by = "RANGE (a)";
    add_index(t.b, t.to, "t_a", "a");
    add_foreign_key(t.b, t.to, "t_fk", "a", "r", "id");
    column(t.b, t.to, "b")->not_null = true;
    expect_sql_by(
        t.a, t.b, &online,
        "ALTER TABLE public.t ALTER COLUMN b SET NOT NULL;\n"
        "CREATE INDEX t_a ON public.t (a);\n"
        "ALTER TABLE public.t ADD CONSTRAINT t_fk FOREIGN KEY (a) REFERENCES public.r (id);\n",
        NULL);
}

static void of_open_partitions(void **unused)
{
    (void)unused;
    Two t = two();
    t.from->partition_by = t.to->partition_by = "RANGE (a)";
    t.to->partitions_open = true;
    add_index(t.b, t.to, "t_b", "b");
    add_key(t.b, KIND_UNIQUE, t.to, "t_key", "a");
    expect_sql_by(t.a, t.b, &online,
                  "-- NOT ONLINE: t_key is built in all partitions at once, since the models leave "
                  "them open\n"
                  "ALTER TABLE public.t ADD CONSTRAINT t_key UNIQUE (a);\n"
                  "-- NOT ONLINE: t_b is built in all partitions at once, since the models leave "
                  "them open\n"
                  "CREATE INDEX t_b ON public.t (b);\n",
                  NULL);
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
    expect_sql_by(t.a, t.b, &online,
                  "ALTER TABLE public.t\n"
                  "    ADD CONSTRAINT a_ok CHECK (a > 0) NOT VALID,\n"
                  "    ADD CONSTRAINT b_ok CHECK (b <> '') NOT VALID,\n"
                  "    ADD CONSTRAINT t_fk FOREIGN KEY (a) REFERENCES public.r (id) NOT VALID;\n"
                  "-- step\n"
                  "ALTER TABLE public.t VALIDATE CONSTRAINT c_ok;\n"
                  "-- step\n"
                  "ALTER TABLE public.t VALIDATE CONSTRAINT a_ok;\n"
                  "-- step\n"
                  "ALTER TABLE public.t VALIDATE CONSTRAINT t_fk;\n",
                  "ALTER TABLE public.t\n"
                  "    DROP CONSTRAINT t_fk,\n"
                  "    DROP CONSTRAINT a_ok,\n"
                  "    DROP CONSTRAINT b_ok,\n"
                  "    DROP CONSTRAINT c_ok,\n"
                  "    ADD CONSTRAINT c_ok CHECK (a > b::integer) NOT VALID;\n");
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
    expect_sql_by(
        t.a, t.b, &online,
        "ALTER TABLE public.t ADD CONSTRAINT t_a_not_null_check CHECK (a IS NOT NULL) NOT VALID;\n"
        "-- step\n"
        "ALTER TABLE public.t VALIDATE CONSTRAINT t_a_not_null_check;\n"
        "-- step\n"
        "ALTER TABLE public.t ALTER COLUMN a SET NOT NULL;\n"
        "ALTER TABLE public.t DROP CONSTRAINT t_a_not_null_check;\n"
        "-- step autocommit\n"
        "CREATE UNIQUE INDEX CONCURRENTLY t_pkey ON public.t (a) INCLUDE (b) WITH "
        "(fillfactor=70);\n"
        "-- step\n"
        "ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey;\n"
        "-- step autocommit\n"
        "CREATE UNIQUE INDEX CONCURRENTLY t_key ON public.t (b, a) NULLS NOT DISTINCT TABLESPACE "
        "pg_default;\n"
        "-- step\n"
        "ALTER TABLE public.t ADD CONSTRAINT t_key UNIQUE USING INDEX t_key DEFERRABLE INITIALLY "
        "DEFERRED;\n",
        "ALTER TABLE public.t\n"
        "    DROP CONSTRAINT t_key,\n"
        "    DROP CONSTRAINT t_pkey,\n"
        "    ALTER COLUMN a DROP NOT NULL;\n");
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
    expect_sql_by(
        t.a, t.b, &online,
        "CREATE UNIQUE INDEX CONCURRENTLY t_pkey__new ON public.t (a, b);\n"
        "-- step\n"
        "ALTER TABLE public.t\n"
        "    DROP CONSTRAINT t_pkey,\n"
        "    ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey__new;\n"
        "-- step autocommit\n"
        "CREATE UNIQUE INDEX CONCURRENTLY t_key__new ON public.t (b);\n"
        "-- step\n"
        "ALTER TABLE public.t\n"
        "    DROP CONSTRAINT t_key,\n"
        "    ADD CONSTRAINT t_key UNIQUE USING INDEX t_key__new DEFERRABLE INITIALLY DEFERRED;\n",
        "CREATE UNIQUE INDEX CONCURRENTLY t_pkey__new ON public.t (a);\n"
        "-- step\n"
        "ALTER TABLE public.t\n"
        "    DROP CONSTRAINT t_pkey,\n"
        "    ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey__new;\n"
        "-- step autocommit\n"
        "CREATE UNIQUE INDEX CONCURRENTLY t_key__new ON public.t (b, a);\n"
        "-- step\n"
        "ALTER TABLE public.t\n"
        "    DROP CONSTRAINT t_key,\n"
        "    ADD CONSTRAINT t_key UNIQUE USING INDEX t_key__new;\n");
}

static void key_whose_column_lets_nulls_in(void **unused)
{
    (void)unused;
    Two t = two();
    column(t.a, t.from, "a")->not_null = column(t.b, t.to, "a")->not_null = true;
    column(t.a, t.from, "b")->not_null = true;
    add_key(t.a, KIND_PRIMARY_KEY, t.from, "t_pkey", "a b");
    add_key(t.b, KIND_PRIMARY_KEY, t.to, "t_pkey", "a");
    expect_sql_by(t.a, t.b, &online,
                  "ALTER TABLE public.t\n"
                  "    DROP CONSTRAINT t_pkey,\n"
                  "    ALTER COLUMN b DROP NOT NULL;\n"
                  "-- step autocommit\n"
                  "CREATE UNIQUE INDEX CONCURRENTLY t_pkey ON public.t (a);\n"
                  "-- step\n"
                  "ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey;\n",
                  NULL);
}

static void not_null_that_a_check_proves(void **unused)
{
    (void)unused;
    Two t = two();
    add_check(t.a, &t.from->object, "a_is", "(a IS NOT NULL)");
    add_check(t.b, &t.to->object, "a_is", "(a IS NOT NULL)");
    column(t.b, t.to, "a")->not_null = true;
    expect_sql_by(t.a, t.b, &online, "ALTER TABLE public.t ALTER COLUMN a SET NOT NULL;\n", NULL);
}

static void not_null(void **unused)
{
    (void)unused;
    Two t = two();
    column(t.b, t.to, "a")->not_null = true;
    column(t.b, t.to, "b")->not_null = true;
    column(t.b, t.to, "b")->backfill = "'x'";
    expect_sql_by(
        t.a, t.b, &online,
        "ALTER TABLE public.t ADD CONSTRAINT t_a_not_null_check CHECK (a IS NOT NULL) NOT VALID;\n"
        "-- step\n"
        "ALTER TABLE public.t VALIDATE CONSTRAINT t_a_not_null_check;\n"
        "-- step\n"
        "ALTER TABLE public.t ALTER COLUMN a SET NOT NULL;\n"
        "ALTER TABLE public.t DROP CONSTRAINT t_a_not_null_check;\n"
        "-- step\n"
        "UPDATE public.t SET b = 'x' WHERE b IS NULL;\n"
        "-- step\n"
        "ALTER TABLE public.t ADD CONSTRAINT t_b_not_null_check CHECK (b IS NOT NULL) NOT VALID;\n"
        "-- step\n"
        "ALTER TABLE public.t VALIDATE CONSTRAINT t_b_not_null_check;\n"
        "-- step\n"
        "ALTER TABLE public.t ALTER COLUMN b SET NOT NULL;\n"
        "ALTER TABLE public.t DROP CONSTRAINT t_b_not_null_check;\n",
        "ALTER TABLE public.t\n"
        "    ALTER COLUMN a DROP NOT NULL,\n"
        "    ALTER COLUMN b DROP NOT NULL;\n");
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
    expect_sql_by(
        t.a, t.b, &online,
        "ALTER TABLE public.t\n"
        "    ADD COLUMN c integer,\n"
        "    ALTER COLUMN c SET DEFAULT 7;\n"
        "-- step\n"
        "UPDATE public.t SET c = a + 1 WHERE c IS NULL;\n"
        "-- step\n"
        "ALTER TABLE public.t ADD CONSTRAINT t_c_not_null_check CHECK (c IS NOT NULL) NOT VALID;\n"
        "-- step\n"
        "ALTER TABLE public.t VALIDATE CONSTRAINT t_c_not_null_check;\n"
        "-- step\n"
        "ALTER TABLE public.t ALTER COLUMN c SET NOT NULL;\n"
        "ALTER TABLE public.t\n"
        "    DROP CONSTRAINT t_c_not_null_check,\n"
        "    ADD COLUMN d integer;\n",
        NULL);
}

static void domain_checks(void **unused)
{
    (void)unused;
    Two t = two();
    add_domain(t.a, "mail", "text");
    Domain *to = add_domain(t.b, "mail", "text");
    add_check(t.b, &to->object, "at", "VALUE ~ '@'");
    expect_sql_by(t.a, t.b, &online,
                  "ALTER DOMAIN public.mail ADD CONSTRAINT at CHECK (VALUE ~ '@') NOT VALID;\n"
                  "-- step\n"
                  "ALTER DOMAIN public.mail VALIDATE CONSTRAINT at;\n",
                  NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(indexes),
        cmocka_unit_test(index_in_another_form),
        cmocka_unit_test(index_that_makes_way),
        cmocka_unit_test(of_a_new_table),
        cmocka_unit_test(of_a_partitioned_table),
        cmocka_unit_test(of_open_partitions),
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
