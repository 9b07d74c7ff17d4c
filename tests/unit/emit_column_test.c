/* Columns: added, changed, dropped, renamed. */
#include "tests/support/emitted.h"

/* Two states with the table users (id uuid) in both, for the test to go on with. */
typedef struct Two {
    State *a;
    State *b;
    Table *from;
    Table *to;
} Two;

static Two two(void)
{
    Two t = {.a = state_with_public("a"), .b = state_with_public("b")};
    t.from = add_table(t.a, "users");
    t.to = add_table(t.b, "users");
    add_column(t.a, t.from, "id", "uuid");
    add_column(t.b, t.to, "id", "uuid");
    return t;
}

/* The same column in both. */
static void both(const Two *t, const char *name, const char *type, Column **ret_from,
                 Column **ret_to)
{
    *ret_from = add_column(t->a, t->from, name, type);
    *ret_to = add_column(t->b, t->to, name, type);
}

static void added_and_dropped(void **unused)
{
    (void)unused;
    Two t = two();
    add_column(t.b, t.to, "phone", "character varying(20)");
    expect_sql(t.a, t.b, "ALTER TABLE public.users ADD COLUMN phone character varying(20);\n",
               "-- DATA LOSS: column users.phone is dropped with its values\n"
               "ALTER TABLE public.users DROP COLUMN phone;\n");
}

static void several_in_one_statement(void **unused)
{
    (void)unused;
    Two t = two();
    Column *a = add_column(t.b, t.to, "age", "integer");
    a->default_expr = "18 + 0";
    a->not_null = true;
    Column *b = add_column(t.b, t.to, "born", "timestamp with time zone");
    b->default_expr = "now() AT TIME ZONE 'utc'";
    Column *c = add_column(t.b, t.to, "name", "text");
    c->collation = (QualifiedName){g_intern_string("pg_catalog"), g_intern_string("C")};
    c->compression = "lz4";
    c->storage = "external";
    c->statistics = "200";
    c->options = names(t.b, "n_distinct=-0.5 n_distinct_inherited=7");
    Column *d = add_column(t.b, t.to, "twice", "integer");
    d->generated = "(age * 2)";
    c->object.comment = "it's a name";
    expect_sql(t.a, t.b,
               "ALTER TABLE public.users\n"
               "    ADD COLUMN age integer NOT NULL DEFAULT 18 + 0,\n"
               "    ADD COLUMN born timestamp with time zone DEFAULT (now() AT TIME ZONE 'utc'),\n"
               "    ADD COLUMN name text COMPRESSION lz4 COLLATE pg_catalog.\"C\",\n"
               "    ALTER COLUMN name SET STORAGE EXTERNAL,\n"
               "    ALTER COLUMN name SET STATISTICS 200,\n"
               "    ALTER COLUMN name SET (n_distinct='-0.5', n_distinct_inherited=7),\n"
               "    ADD COLUMN twice integer GENERATED ALWAYS AS (age * 2) STORED;\n"
               "COMMENT ON COLUMN public.users.name IS 'it''s a name';\n",
               "-- DATA LOSS: column users.born is dropped with its values\n"
               "-- DATA LOSS: column users.name is dropped with its values\n"
               "-- DATA LOSS: column users.age is dropped with its values\n"
               "ALTER TABLE public.users\n"
               "    DROP COLUMN born,\n"
               "    DROP COLUMN name,\n"
               "    DROP COLUMN twice,\n"
               "    DROP COLUMN age;\n");
}

static void of_a_new_table(void **unused)
{
    (void)unused;
    State *b = state_with_public("b");
    Table *users = add_table(b, "users");
    Column *id = add_column(b, users, "id", "bigint");
    id->not_null = true;
    id->identity = "always";
    id->sequence = (SequenceOptions){.start = "100", .increment = "5", .cache = "10"};
    Column *name = add_column(b, users, "name", "text");
    name->storage = "external";
    name->statistics = "200";
    name->object.comment = "C:\\names";
    Column *virtual = add_column(b, users, "upper", "text");
    virtual->generated = "upper(name) -- of the name";
    virtual->generated_virtual = true;
    EmitOptions options = {.server_version = 180000};
    expect_sql_by(state_with_public("a"), b, &options,
                  "CREATE TABLE public.users (\n"
                  "    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT "
                  "BY 5 CACHE 10),\n"
                  "    name text STORAGE EXTERNAL,\n"
                  "    upper text GENERATED ALWAYS AS (upper(name) -- of the name\n"
                  ") VIRTUAL\n"
                  ");\n"
                  "ALTER TABLE public.users ALTER COLUMN name SET STATISTICS 200;\n"
                  "COMMENT ON COLUMN public.users.name IS E'C:\\\\names';\n",
                  NULL);
}

static void storage_inside_a_definition(void **unused)
{
    (void)unused;
    Two t = two();
    add_column(t.b, t.to, "name", "text")->storage = "external";
    EmitOptions options = {.server_version = 160000};
    expect_sql_by(t.a, t.b, &options,
                  "ALTER TABLE public.users ADD COLUMN name text STORAGE EXTERNAL;\n", NULL);
}

static void not_null_without_a_value(void **unused)
{
    (void)unused;
    Two t = two();
    add_column(t.b, t.to, "phone", "text")->not_null = true;
    expect_sql(t.a, t.b,
               "-- users.phone: fails if the table has rows; give the field a backfill\n"
               "ALTER TABLE public.users ADD COLUMN phone text NOT NULL;\n",
               NULL);
}

static void backfill_of_new_columns(void **unused)
{
    (void)unused;
    Two t = two();
    Column *a = add_column(t.b, t.to, "joined", "date");
    a->not_null = true;
    a->backfill = "'2020-01-01'";
    Column *b = add_column(t.b, t.to, "rank", "integer");
    b->default_expr = "0";
    b->backfill = "10";
    b->not_null = true;
    add_column(t.b, t.to, "z", "integer");
    add_check(t.b, &t.to->object, "rank_ok", "rank >= 0");
    expect_sql(t.a, t.b,
               "ALTER TABLE public.users\n"
               "    ADD COLUMN joined date,\n"
               "    ADD COLUMN rank integer,\n"
               "    ADD COLUMN z integer;\n"
               "UPDATE public.users SET joined = '2020-01-01' WHERE joined IS NULL;\n"
               "UPDATE public.users SET rank = 10 WHERE rank IS NULL;\n"
               "ALTER TABLE public.users\n"
               "    ALTER COLUMN joined SET NOT NULL,\n"
               "    ALTER COLUMN rank SET DEFAULT 0,\n"
               "    ALTER COLUMN rank SET NOT NULL,\n"
               "    ADD CONSTRAINT rank_ok CHECK (rank >= 0);\n",
               NULL);
}

static void backfill_of_an_old_column(void **unused)
{
    (void)unused;
    Two t = two();
    Column *a;
    Column *b;
    both(&t, "rank", "integer", &a, &b);
    b->type = "bigint";
    b->not_null = true;
    b->backfill = "10";
    b->default_expr = "1";
    for (int i = 0; i < 2; i++) {
        ForeignKey *fk = add_foreign_key(i ? t.b : t.a, i ? t.to : t.from, "f", "rank", "r", "id");
        fk->deferrable = "initially deferred";
        Table *r = add_table(i ? t.b : t.a, "r");
        add_column(i ? t.b : t.a, r, "id", "bigint");
        add_key(i ? t.b : t.a, KIND_PRIMARY_KEY, r, "r_pkey", "id");
    }
    expect_sql(t.a, t.b,
               "ALTER TABLE public.users ALTER COLUMN rank TYPE bigint;\n"
               "UPDATE public.users SET rank = 10 WHERE rank IS NULL;\n"
               "SET CONSTRAINTS ALL IMMEDIATE;\n"
               "ALTER TABLE public.users\n"
               "    ALTER COLUMN rank SET NOT NULL,\n"
               "    ALTER COLUMN rank SET DEFAULT 1;\n",
               "ALTER TABLE public.users\n"
               "    ALTER COLUMN rank DROP DEFAULT,\n"
               "    ALTER COLUMN rank TYPE integer,\n"
               "    ALTER COLUMN rank DROP NOT NULL;\n");
}

static void null_and_default(void **unused)
{
    (void)unused;
    Two t = two();
    Column *a;
    Column *b;
    both(&t, "name", "text", &a, &b);
    a->not_null = true;
    a->default_expr = "'x'";
    both(&t, "alias", "text", &a, &b);
    b->default_expr = "'y'::text";
    expect_sql(t.a, t.b,
               "ALTER TABLE public.users\n"
               "    ALTER COLUMN alias SET DEFAULT 'y'::text,\n"
               "    ALTER COLUMN name DROP DEFAULT,\n"
               "    ALTER COLUMN name DROP NOT NULL;\n",
               "ALTER TABLE public.users\n"
               "    ALTER COLUMN alias DROP DEFAULT,\n"
               "    ALTER COLUMN name SET NOT NULL,\n"
               "    ALTER COLUMN name SET DEFAULT 'x';\n");
}

static void type_with_default(void **unused)
{
    (void)unused;
    Two t = two();
    Column *a;
    Column *b;
    both(&t, "age", "text", &a, &b);
    a->default_expr = "'7'::text";
    b->type = "integer";
    b->default_expr = "7";
    expect_sql(t.a, t.b,
               "ALTER TABLE public.users\n"
               "    ALTER COLUMN age DROP DEFAULT,\n"
               "    ALTER COLUMN age TYPE integer USING age::integer,\n"
               "    ALTER COLUMN age SET DEFAULT 7;\n",
               "ALTER TABLE public.users\n"
               "    ALTER COLUMN age DROP DEFAULT,\n"
               "    ALTER COLUMN age TYPE text,\n"
               "    ALTER COLUMN age SET DEFAULT '7'::text;\n");
}

static void type_with_a_hint(void **unused)
{
    (void)unused;
    Two t = two();
    Column *a;
    Column *b;
    both(&t, "flag", "text", &a, &b);
    b->type = "boolean";
    b->using_expr = "flag = 'yes'";
    both(&t, "title", "text", &a, &b);
    b->collation = (QualifiedName){g_intern_string("pg_catalog"), g_intern_string("C")};
    expect_sql(t.a, t.b,
               "ALTER TABLE public.users\n"
               "    ALTER COLUMN flag TYPE boolean USING flag = 'yes',\n"
               "    ALTER COLUMN title TYPE text COLLATE pg_catalog.\"C\";\n",
               "ALTER TABLE public.users\n"
               "    ALTER COLUMN flag TYPE text,\n"
               "    ALTER COLUMN title TYPE text;\n");
}

static void type_and_storage(void **unused)
{
    (void)unused;
    Two t = two();
    Column *a;
    Column *b;
    both(&t, "body", "text", &a, &b);
    a->storage = b->storage = "external";
    a->compression = b->compression = "lz4";
    b->type = "bytea";
    b->using_expr = "convert_to(body, 'UTF8')";
    expect_sql(t.a, t.b,
               "ALTER TABLE public.users\n"
               "    ALTER COLUMN body TYPE bytea USING convert_to(body, 'UTF8'),\n"
               "    ALTER COLUMN body SET STORAGE EXTERNAL,\n"
               "    ALTER COLUMN body SET COMPRESSION lz4;\n",
               NULL);
}

static void storage_and_statistics(void **unused)
{
    (void)unused;
    Two t = two();
    Column *a;
    Column *b;
    both(&t, "body", "text", &a, &b);
    b->storage = "main";
    b->compression = "pglz";
    b->statistics = "500";
    a->options = names(t.a, "n_distinct=5 n_distinct_inherited=1");
    b->options = names(t.b, "n_distinct=6");
    both(&t, "price", "numeric(10,2)", &a, &b);
    a->storage = "plain";
    expect_sql(t.a, t.b,
               "ALTER TABLE public.users\n"
               "    ALTER COLUMN body SET STORAGE MAIN,\n"
               "    ALTER COLUMN body SET COMPRESSION pglz,\n"
               "    ALTER COLUMN body SET STATISTICS 500,\n"
               "    ALTER COLUMN body RESET (n_distinct_inherited),\n"
               "    ALTER COLUMN body SET (n_distinct=6),\n"
               "    ALTER COLUMN price SET STORAGE MAIN;\n",
               "ALTER TABLE public.users\n"
               "    ALTER COLUMN body SET STORAGE EXTENDED,\n"
               "    ALTER COLUMN body SET COMPRESSION default,\n"
               "    ALTER COLUMN body SET STATISTICS -1,\n"
               "    ALTER COLUMN body SET (n_distinct=5, n_distinct_inherited=1),\n"
               "    ALTER COLUMN price SET STORAGE PLAIN;\n");
}

static void storage_of_unknown_types(void **unused)
{
    (void)unused;
    for (int version = 150000; version <= 160000; version += 10000) {
        Two t = two();
        Column *a;
        Column *b;
        both(&t, "spot", "public.geometry", &a, &b);
        a->storage = "external";
        EmitOptions options = {.server_version = version};
        expect_sql_by(t.a, t.b, &options,
                      version < 160000
                          ? "-- spot: EXTENDED is taken for the storage of public.geometry\n"
                            "ALTER TABLE public.users ALTER COLUMN spot SET STORAGE EXTENDED;\n"
                          : "ALTER TABLE public.users ALTER COLUMN spot SET STORAGE DEFAULT;\n",
                      NULL);
    }
}

static void generated_becomes_plain(void **unused)
{
    (void)unused;
    Two t = two();
    Column *a;
    Column *b;
    both(&t, "n", "integer", &a, &b);
    both(&t, "twice", "integer", &a, &b);
    a->generated = "(n * 2)";
    b->default_expr = "0";
    expect_sql(t.a, t.b,
               "ALTER TABLE public.users\n"
               "    ALTER COLUMN twice DROP EXPRESSION,\n"
               "    ALTER COLUMN twice SET DEFAULT 0;\n",
               "-- DATA LOSS: column users.twice is dropped with its values\n"
               "ALTER TABLE public.users\n"
               "    DROP COLUMN twice,\n"
               "    ADD COLUMN twice integer GENERATED ALWAYS AS (n * 2) STORED;\n");
}

static void generated_changes_its_type(void **unused)
{
    (void)unused;
    Two t = two();
    Column *a;
    Column *b;
    both(&t, "n", "integer", &a, &b);
    both(&t, "twice", "integer", &a, &b);
    a->generated = "(n * 2)";
    b->type = "text";
    expect_sql(t.a, t.b,
               "ALTER TABLE public.users ALTER COLUMN twice DROP EXPRESSION;\n"
               "ALTER TABLE public.users ALTER COLUMN twice TYPE text;\n",
               NULL);
}

static void renamed(void **unused)
{
    (void)unused;
    Two t = two();
    add_column(t.a, t.from, "labels", "text[]");
    add_column(t.b, t.to, "tags", "text[]")->object.renamed_from =
        (QualifiedName){NULL, g_intern_string("labels")};
    expect_sql(t.a, t.b, "ALTER TABLE public.users RENAME COLUMN labels TO tags;\n",
               "ALTER TABLE public.users RENAME COLUMN tags TO labels;\n");
}

static void comments(void **unused)
{
    (void)unused;
    Two t = two();
    Column *a;
    Column *b;
    both(&t, "name", "text", &a, &b);
    b->object.comment = "first\nlast";
    both(&t, "age", "text", &a, &b);
    b->default_expr = "'1'";
    b->object.comment = "years";
    expect_sql(t.a, t.b,
               "ALTER TABLE public.users ALTER COLUMN age SET DEFAULT '1';\n"
               "COMMENT ON COLUMN public.users.age IS 'years';\n"
               "COMMENT ON COLUMN public.users.name IS 'first\n"
               "last';\n",
               "ALTER TABLE public.users ALTER COLUMN age DROP DEFAULT;\n"
               "COMMENT ON COLUMN public.users.age IS NULL;\n"
               "COMMENT ON COLUMN public.users.name IS NULL;\n");
}

static void hostile_names(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    Table *from = (Table *)state_add(a, KIND_TABLE, NULL, "public", "a \"b\";--", NULL);
    Table *to = (Table *)state_add(b, KIND_TABLE, NULL, "public", "a \"b\";--", NULL);
    add_column(a, from, "x", "integer");
    add_column(b, to, "x", "integer");
    Column *c = add_column(b, to, "Sel'ect", "integer");
    c->not_null = true;
    c->backfill = "1";
    add_column(b, to, "user", "text")->object.comment = "'; DROP";
    add_column(b, to, "line\nbreak", "text");
    expect_sql(a, b,
               "ALTER TABLE public.\"a \"\"b\"\";--\"\n"
               "    ADD COLUMN \"Sel'ect\" integer,\n"
               "    ADD COLUMN \"line\n"
               "break\" text,\n"
               "    ADD COLUMN \"user\" text;\n"
               "UPDATE public.\"a \"\"b\"\";--\" SET \"Sel'ect\" = 1 WHERE \"Sel'ect\" IS NULL;\n"
               "ALTER TABLE public.\"a \"\"b\"\";--\" ALTER COLUMN \"Sel'ect\" SET NOT NULL;\n"
               "COMMENT ON COLUMN public.\"a \"\"b\"\";--\".\"user\" IS '''; DROP';\n",
               "-- DATA LOSS: column a \"b\";--.Sel'ect is dropped with its values\n"
               "-- DATA LOSS: column a \"b\";--.line break is dropped with its values\n"
               "-- DATA LOSS: column a \"b\";--.user is dropped with its values\n"
               "ALTER TABLE public.\"a \"\"b\"\";--\"\n"
               "    DROP COLUMN \"Sel'ect\",\n"
               "    DROP COLUMN \"line\n"
               "break\",\n"
               "    DROP COLUMN \"user\";\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(added_and_dropped),
        cmocka_unit_test(several_in_one_statement),
        cmocka_unit_test(of_a_new_table),
        cmocka_unit_test(storage_inside_a_definition),
        cmocka_unit_test(not_null_without_a_value),
        cmocka_unit_test(backfill_of_new_columns),
        cmocka_unit_test(backfill_of_an_old_column),
        cmocka_unit_test(null_and_default),
        cmocka_unit_test(type_with_default),
        cmocka_unit_test(type_with_a_hint),
        cmocka_unit_test(type_and_storage),
        cmocka_unit_test(storage_and_statistics),
        cmocka_unit_test(storage_of_unknown_types),
        cmocka_unit_test(generated_becomes_plain),
        cmocka_unit_test(generated_changes_its_type),
        cmocka_unit_test(renamed),
        cmocka_unit_test(comments),
        cmocka_unit_test(hostile_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
