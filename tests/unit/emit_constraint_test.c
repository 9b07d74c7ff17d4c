/* Primary keys, unique constraints, checks, foreign keys, exclusion constraints. */
#include "tests/support/emitted.h"

/* The table t (a, b, c integer) in both states, and r (id, x) to refer to. */
typedef struct Two {
    State *a;
    State *b;
    Table *from;
    Table *to;
} Two;

static Table *fill(State *state)
{
    Table *r = add_table(state, "r");
    add_column(state, r, "id", "integer")->not_null = true;
    add_column(state, r, "x", "integer")->not_null = true;
    add_key(state, KIND_PRIMARY_KEY, r, "r_pkey", "id x");
    add_key(state, KIND_UNIQUE, r, "r_id_key", "id");
    Table *t = add_table(state, "t");
    add_column(state, t, "a", "integer")->not_null = true;
    add_column(state, t, "b", "integer");
    add_column(state, t, "c", "integer");
    return t;
}

static Two two(void)
{
    Two t = {.a = state_with_public("a"), .b = state_with_public("b")};
    t.from = fill(t.a);
    t.to = fill(t.b);
    return t;
}

static void keys(void **unused)
{
    (void)unused;
    Two t = two();
    add_key(t.b, KIND_PRIMARY_KEY, t.to, "t_pkey", "a")->include = names(t.b, "b c");
    KeyConstraint *key = add_key(t.b, KIND_UNIQUE, t.to, "t_b_key", "b c");
    key->nulls_not_distinct = true;
    key->options = names(t.b, "fillfactor=90");
    key->tablespace = g_intern_string("pg_default");
    key->deferrable = "initially deferred";
    key->clustered = true;
    key->object.comment = "one of each";
    add_key(t.b, KIND_UNIQUE, t.to, "t_c_key", "c")->deferrable = "initially immediate";
    expect_sql(t.a, t.b,
               "ALTER TABLE public.t\n"
               "    ADD CONSTRAINT t_pkey PRIMARY KEY (a) INCLUDE (b, c),\n"
               "    ADD CONSTRAINT t_b_key UNIQUE NULLS NOT DISTINCT (b, c) WITH (fillfactor=90) "
               "USING INDEX TABLESPACE pg_default DEFERRABLE INITIALLY DEFERRED,\n"
               "    CLUSTER ON t_b_key,\n"
               "    ADD CONSTRAINT t_c_key UNIQUE (c) DEFERRABLE;\n"
               "COMMENT ON CONSTRAINT t_b_key ON public.t IS 'one of each';\n",
               "ALTER TABLE public.t\n"
               "    DROP CONSTRAINT t_b_key,\n"
               "    DROP CONSTRAINT t_c_key,\n"
               "    DROP CONSTRAINT t_pkey;\n");
}

static void key_without_overlaps(void **unused)
{
    (void)unused;
    Two t = two();
    KeyConstraint *key = add_key(t.b, KIND_PRIMARY_KEY, t.to, "t_pkey", "a c");
    key->without_overlaps = true;
    ForeignKey *fk = add_foreign_key(t.b, t.to, "t_fk", "a b", "r", "id x");
    fk->period = true;
    fk->not_enforced = true;
    EmitOptions options = {.server_version = 180000};
    expect_sql_by(t.a, t.b, &options,
                  "ALTER TABLE public.t\n"
                  "    ADD CONSTRAINT t_pkey PRIMARY KEY (a, c WITHOUT OVERLAPS),\n"
                  "    ADD CONSTRAINT t_fk FOREIGN KEY (a, PERIOD b) REFERENCES public.r (id, "
                  "PERIOD x) NOT ENFORCED;\n",
                  NULL);
}

static void key_changes_its_index(void **unused)
{
    (void)unused;
    Two t = two();
    KeyConstraint *from = add_key(t.a, KIND_UNIQUE, t.from, "t_key", "a");
    KeyConstraint *to = add_key(t.b, KIND_UNIQUE, t.to, "t_key", "a");
    from->options = names(t.a, "deduplicate_items=off");
    to->options = names(t.b, "fillfactor=50");
    from->clustered = true;
    from->object.comment = "x";
    expect_sql(t.a, t.b,
               "ALTER INDEX public.t_key RESET (deduplicate_items);\n"
               "ALTER INDEX public.t_key SET (fillfactor=50);\n"
               "ALTER TABLE public.t SET WITHOUT CLUSTER;\n"
               "COMMENT ON CONSTRAINT t_key ON public.t IS NULL;\n",
               "ALTER INDEX public.t_key RESET (fillfactor);\n"
               "ALTER INDEX public.t_key SET (deduplicate_items=off);\n"
               "ALTER TABLE public.t CLUSTER ON t_key;\n"
               "COMMENT ON CONSTRAINT t_key ON public.t IS 'x';\n");
}

static void key_in_another_form(void **unused)
{
    (void)unused;
    Two t = two();
    add_key(t.a, KIND_PRIMARY_KEY, t.from, "t_pkey", "a");
    add_key(t.b, KIND_PRIMARY_KEY, t.to, "t_pkey", "a b");
    guint at = 0;
    for (Object *c; (c = object_child(&t.to->object, KIND_COLUMN, &at));)
        ((Column *)c)->not_null |= c->name == g_intern_string("b");
    expect_sql(t.a, t.b,
               "ALTER TABLE public.t\n"
               "    DROP CONSTRAINT t_pkey,\n"
               "    ALTER COLUMN b SET NOT NULL,\n"
               "    ADD CONSTRAINT t_pkey PRIMARY KEY (a, b);\n",
               "ALTER TABLE public.t\n"
               "    DROP CONSTRAINT t_pkey,\n"
               "    ALTER COLUMN b DROP NOT NULL,\n"
               "    ADD CONSTRAINT t_pkey PRIMARY KEY (a);\n");
}

static void renamed(void **unused)
{
    (void)unused;
    Two t = two();
    QualifiedName old = {NULL, g_intern_string("old")};
    add_key(t.a, KIND_UNIQUE, t.from, "old", "a");
    add_key(t.b, KIND_UNIQUE, t.to, "new", "a")->object.renamed_from = old;
    add_check(t.a, &t.from->object, "old check", "a > 0");
    add_check(t.b, &t.to->object, "Check", "a > 0")->object.renamed_from =
        (QualifiedName){NULL, g_intern_string("old check")};
    expect_sql(t.a, t.b,
               "ALTER TABLE public.t RENAME CONSTRAINT old TO new;\n"
               "ALTER TABLE public.t RENAME CONSTRAINT \"old check\" TO \"Check\";\n",
               "ALTER TABLE public.t RENAME CONSTRAINT new TO old;\n"
               "ALTER TABLE public.t RENAME CONSTRAINT \"Check\" TO \"old check\";\n");
}

static void checks(void **unused)
{
    (void)unused;
    Two t = two();
    add_check(t.b, &t.to->object, "plain", "a > 0 AND (b < 1)");
    add_check(t.b, &t.to->object, "enclosed", "((a > 0) OR (b < 1))")->no_inherit = true;
    add_check(t.b, &t.to->object, "ends", "(a > 0) -- always")->object.comment = "really";
    add_check(t.b, &t.to->object, "later", "c > 0")->not_valid = true;
    expect_sql(t.a, t.b,
               "ALTER TABLE public.t\n"
               "    ADD CONSTRAINT enclosed CHECK ((a > 0) OR (b < 1)) NO INHERIT,\n"
               "    ADD CONSTRAINT ends CHECK (a > 0) -- always\n"
               ",\n"
               "    ADD CONSTRAINT later CHECK (c > 0) NOT VALID,\n"
               "    ADD CONSTRAINT plain CHECK (a > 0 AND (b < 1));\n"
               "COMMENT ON CONSTRAINT ends ON public.t IS 'really';\n",
               "ALTER TABLE public.t\n"
               "    DROP CONSTRAINT enclosed,\n"
               "    DROP CONSTRAINT ends,\n"
               "    DROP CONSTRAINT later,\n"
               "    DROP CONSTRAINT plain;\n");
}

static void check_is_validated(void **unused)
{
    (void)unused;
    Two t = two();
    add_check(t.a, &t.from->object, "later", "c > 0")->not_valid = true;
    add_check(t.b, &t.to->object, "later", "c > 0");
    expect_sql(t.a, t.b, "ALTER TABLE public.t VALIDATE CONSTRAINT later;\n",
               "ALTER TABLE public.t\n"
               "    DROP CONSTRAINT later,\n"
               "    ADD CONSTRAINT later CHECK (c > 0) NOT VALID;\n");
}

static void not_valid_in_a_new_table(void **unused)
{
    (void)unused;
    State *b = state_with_public("b");
    Table *t = fill(b);
    add_check(b, &t->object, "a_later", "c > 0")->not_valid = true;
    add_check(b, &t->object, "b_now", "b > 0");
    add_foreign_key(b, t, "fk", "a", "r", "id")->not_valid = true;
    expect_sql(state_with_public("a"), b,
               "CREATE TABLE public.r (\n"
               "    id integer NOT NULL,\n"
               "    x integer NOT NULL,\n"
               "    CONSTRAINT r_pkey PRIMARY KEY (id, x),\n"
               "    CONSTRAINT r_id_key UNIQUE (id)\n"
               ");\n"
               "CREATE TABLE public.t (\n"
               "    a integer NOT NULL,\n"
               "    b integer,\n"
               "    c integer,\n"
               "    CONSTRAINT b_now CHECK (b > 0)\n"
               ");\n"
               "ALTER TABLE public.t\n"
               "    ADD CONSTRAINT a_later CHECK (c > 0) NOT VALID,\n"
               "    ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES public.r (id) NOT VALID;\n",
               NULL);
}

static void foreign_keys(void **unused)
{
    (void)unused;
    Two t = two();
    ForeignKey *fk = add_foreign_key(t.b, t.to, "t_fk", "a b", "r", "id x");
    fk->match = "full";
    fk->on_update = "cascade";
    fk->on_delete = "set default";
    fk->deferrable = "initially deferred";
    fk->object.comment = "to r";
    fk = add_foreign_key(t.b, t.to, "t_fk2", "a b", "r", "id x");
    fk->on_delete = "set null";
    fk->on_delete_columns = names(t.b, "b");
    add_foreign_key(t.b, t.to, "t_fk3", "c", "r", "id")->not_valid = true;
    expect_sql(t.a, t.b,
               "ALTER TABLE public.t\n"
               "    ADD CONSTRAINT t_fk FOREIGN KEY (a, b) REFERENCES public.r (id, x) MATCH FULL "
               "ON UPDATE CASCADE ON DELETE SET DEFAULT DEFERRABLE INITIALLY DEFERRED,\n"
               "    ADD CONSTRAINT t_fk2 FOREIGN KEY (a, b) REFERENCES public.r (id, x) ON DELETE "
               "SET NULL (b),\n"
               "    ADD CONSTRAINT t_fk3 FOREIGN KEY (c) REFERENCES public.r (id) NOT VALID;\n"
               "COMMENT ON CONSTRAINT t_fk ON public.t IS 'to r';\n",
               "ALTER TABLE public.t\n"
               "    DROP CONSTRAINT t_fk,\n"
               "    DROP CONSTRAINT t_fk2,\n"
               "    DROP CONSTRAINT t_fk3;\n");
}

static void foreign_key_changes(void **unused)
{
    (void)unused;
    Two t = two();
    ForeignKey *from = add_foreign_key(t.a, t.from, "t_fk", "c", "r", "id");
    ForeignKey *to = add_foreign_key(t.b, t.to, "t_fk", "c", "r", "id");
    from->not_valid = true;
    to->deferrable = "initially immediate";
    expect_sql(t.a, t.b,
               "ALTER TABLE public.t\n"
               "    ALTER CONSTRAINT t_fk DEFERRABLE,\n"
               "    VALIDATE CONSTRAINT t_fk;\n",
               NULL);
    t = two();
    from = add_foreign_key(t.a, t.from, "t_fk", "c", "r", "id");
    add_foreign_key(t.b, t.to, "t_fk", "c", "r", "id");
    from->deferrable = "initially deferred";
    expect_sql(t.a, t.b, "ALTER TABLE public.t ALTER CONSTRAINT t_fk NOT DEFERRABLE;\n",
               "ALTER TABLE public.t ALTER CONSTRAINT t_fk DEFERRABLE INITIALLY DEFERRED;\n");
}

static void foreign_key_is_enforced(void **unused)
{
    (void)unused;
    Two t = two();
    EmitOptions options = {.server_version = 180000};
    add_foreign_key(t.a, t.from, "t_fk", "c", "r", "id")->not_enforced = true;
    add_foreign_key(t.b, t.to, "t_fk", "c", "r", "id");
    add_check(t.b, &t.to->object, "loose", "a > 0")->not_enforced = true;
    expect_sql_by(t.a, t.b, &options,
                  "ALTER TABLE public.t\n"
                  "    ALTER CONSTRAINT t_fk ENFORCED,\n"
                  "    ADD CONSTRAINT loose CHECK (a > 0) NOT ENFORCED;\n",
                  NULL);
}

static Exclusion *exclusion(State *state, Table *table)
{
    Exclusion *e =
        (Exclusion *)state_add(state, KIND_EXCLUSION, &table->object, NULL, "t_excl", NULL);
    e->elements = state_items(state, &index_element_info, 2);
    IndexElement *element = e->elements.items;
    element[0].expression = "int4range(a, b)";
    element[0].with_operator = "&&";
    element[1].expression = "int4range(c, c, '[]'::text)";
    element[1].opclass = (QualifiedName){NULL, g_intern_string("range_ops")};
    element[1].with_operator = "OPERATOR(pg_catalog.=)";
    e->method = g_intern_string("gist");
    e->where = "a IS NOT NULL";
    return e;
}

static void exclusions(void **unused)
{
    (void)unused;
    Two t = two();
    Exclusion *e = exclusion(t.b, t.to);
    e->deferrable = "initially deferred";
    e->include = names(t.b, "c");
    e->options = names(t.b, "fillfactor=80");
    e->tablespace = g_intern_string("pg_default");
    expect_sql(t.a, t.b,
               "ALTER TABLE public.t ADD CONSTRAINT t_excl EXCLUDE USING gist (int4range(a, b) "
               "WITH &&, int4range(c, c, '[]'::text) range_ops WITH OPERATOR(pg_catalog.=)) "
               "INCLUDE (c) WITH (fillfactor=80) USING INDEX TABLESPACE pg_default WHERE (a IS NOT "
               "NULL) DEFERRABLE INITIALLY DEFERRED;\n",
               "ALTER TABLE public.t DROP CONSTRAINT t_excl;\n");
    t = two();
    exclusion(t.a, t.from)->options = names(t.a, "fillfactor=80");
    exclusion(t.b, t.to)->object.comment = "apart";
    expect_sql(t.a, t.b,
               "ALTER INDEX public.t_excl RESET (fillfactor);\n"
               "COMMENT ON CONSTRAINT t_excl ON public.t IS 'apart';\n",
               NULL);
}

static void of_a_domain(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    Domain *from = add_domain(a, "mail", "text");
    Domain *to = add_domain(b, "mail", "text");
    add_check(a, &from->object, "old", "VALUE <> ''");
    add_check(a, &from->object, "long", "length(VALUE) < 100")->not_valid = true;
    add_check(b, &to->object, "long", "length(VALUE) < 100");
    add_check(b, &to->object, "at", "VALUE ~ '@'")->object.comment = "has an @";
    add_check(b, &to->object, "later", "VALUE ~ 'x'")->not_valid = true;
    expect_sql(
        a, b,
        "ALTER DOMAIN public.mail DROP CONSTRAINT old;\n"
        "ALTER DOMAIN public.mail ADD CONSTRAINT at CHECK (VALUE ~ '@');\n"
        "COMMENT ON CONSTRAINT at ON DOMAIN public.mail IS 'has an @';\n"
        "ALTER DOMAIN public.mail ADD CONSTRAINT later CHECK (VALUE ~ 'x') NOT VALID;\n"
        "ALTER DOMAIN public.mail VALIDATE CONSTRAINT long;\n",
        "ALTER DOMAIN public.mail DROP CONSTRAINT at;\n"
        "ALTER DOMAIN public.mail DROP CONSTRAINT later;\n"
        "ALTER DOMAIN public.mail DROP CONSTRAINT long;\n"
        "ALTER DOMAIN public.mail ADD CONSTRAINT long CHECK (length(VALUE) < 100) NOT VALID;\n"
        "ALTER DOMAIN public.mail ADD CONSTRAINT old CHECK (VALUE <> '');\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys),
        cmocka_unit_test(key_without_overlaps),
        cmocka_unit_test(key_changes_its_index),
        cmocka_unit_test(key_in_another_form),
        cmocka_unit_test(renamed),
        cmocka_unit_test(checks),
        cmocka_unit_test(check_is_validated),
        cmocka_unit_test(not_valid_in_a_new_table),
        cmocka_unit_test(foreign_keys),
        cmocka_unit_test(foreign_key_changes),
        cmocka_unit_test(foreign_key_is_enforced),
        cmocka_unit_test(exclusions),
        cmocka_unit_test(of_a_domain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
