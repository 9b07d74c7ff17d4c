/* Indexes: every clause of CREATE INDEX, and what ALTER INDEX can change. */
#include "tests/support/emitted.h"

typedef struct Two {
    State *a;
    State *b;
    Table *from;
    Table *to;
} Two;

static Table *fill(State *state)
{
    Table *t = add_table(state, "t");
    add_column(state, t, "id", "integer")->not_null = true;
    add_column(state, t, "name", "text");
    add_column(state, t, "Data", "jsonb");
    return t;
}

static Two two(void)
{
    Two t = {.a = state_with_public("a"), .b = state_with_public("b")};
    t.from = fill(t.a);
    t.to = fill(t.b);
    return t;
}

static IndexElement *element(const Index *index, guint i)
{
    return (IndexElement *)index->elements.items + i;
}

static void plain(void **unused)
{
    (void)unused;
    Two t = two();
    add_index(t.b, t.to, "t_name_idx", "name id");
    expect_sql(t.a, t.b, "CREATE INDEX t_name_idx ON public.t (name, id);\n",
               "DROP INDEX public.t_name_idx;\n");
}

static void every_clause(void **unused)
{
    (void)unused;
    Two t = two();
    Index *i = add_index(t.b, t.to, "T Index", "name id");
    i->unique = true;
    i->include = names(t.b, "Data");
    i->nulls_not_distinct = true;
    i->options = names(t.b, "deduplicate_items=off fillfactor=70");
    i->tablespace = g_intern_string("pg_default");
    i->where = "id > 0 OR name IS NULL";
    i->object.comment = "sorted";
    element(i, 0)->collation = (QualifiedName){g_intern_string("pg_catalog"), g_intern_string("C")};
    element(i, 0)->opclass = (QualifiedName){NULL, g_intern_string("text_pattern_ops")};
    element(i, 0)->descending = true;
    element(i, 0)->nulls = "last";
    element(i, 1)->nulls = "first";
    expect_sql(t.a, t.b,
               "CREATE UNIQUE INDEX \"T Index\" ON public.t (name COLLATE pg_catalog.\"C\" "
               "text_pattern_ops DESC NULLS LAST, id NULLS FIRST) INCLUDE (\"Data\") NULLS NOT "
               "DISTINCT WITH (deduplicate_items=off, fillfactor=70) TABLESPACE pg_default WHERE "
               "id > 0 OR name IS NULL;\n"
               "COMMENT ON INDEX public.\"T Index\" IS 'sorted';\n",
               "DROP INDEX public.\"T Index\";\n");
}

static void methods_and_operator_classes(void **unused)
{
    (void)unused;
    Two t = two();
    Index *gin = add_index(t.b, t.to, "t_data", "Data");
    gin->method = g_intern_string("gin");
    element(gin, 0)->opclass =
        (QualifiedName){g_intern_string("pg_catalog"), g_intern_string("jsonb_path_ops")};
    Index *brin = add_index(t.b, t.to, "t_brin", "id");
    brin->method = g_intern_string("brin");
    brin->options = names(t.b, "pages_per_range=32");
    element(brin, 0)->opclass = (QualifiedName){NULL, g_intern_string("int4_minmax_multi_ops")};
    element(brin, 0)->opclass_options = names(t.b, "values_per_range=16");
    expect_sql(t.a, t.b,
               "CREATE INDEX t_brin ON public.t USING brin (id int4_minmax_multi_ops "
               "(values_per_range=16)) WITH (pages_per_range=32);\n"
               "CREATE INDEX t_data ON public.t USING gin (\"Data\" pg_catalog.jsonb_path_ops);\n",
               NULL);
}

static void expressions(void **unused)
{
    (void)unused;
    static const char *const texts[] = {
        "lower(name)",
        "pg_catalog.upper(name)",
        "(name || 'x')",
        "name || 'x'",
        "(id + 1) * (id + 2)",
        "COALESCE(name, 'x')",
        "lower(name) || upper(name)",
        "\"Data\" ->> 'a'",
        "CASE WHEN id > 0 THEN 1 END",
        "abs(id) -- of the number",
    };
    Two t = two();
    Index *i = add_index(t.b, t.to, "t_expressions", "a b c d e f g h i j");
    for (guint e = 0; e < G_N_ELEMENTS(texts); e++) {
        element(i, e)->field = NULL;
        element(i, e)->expression = texts[e];
    }
    element(i, 1)->statistics = "500";
    element(i, 3)->collation = (QualifiedName){NULL, g_intern_string("C")};
    i->where = "name LIKE 'a%' -- only these";
    expect_sql(t.a, t.b,
               "CREATE INDEX t_expressions ON public.t (lower(name), pg_catalog.upper(name), (name "
               "|| 'x'), (name || 'x') COLLATE \"C\", ((id + 1) * (id + 2)), (COALESCE(name, "
               "'x')), (lower(name) || upper(name)), (\"Data\" ->> 'a'), (CASE WHEN id > 0 THEN 1 "
               "END), abs(id) -- of the number\n"
               ") WHERE name LIKE 'a%' -- only these\n"
               ";\n"
               "ALTER INDEX public.t_expressions ALTER COLUMN 2 SET STATISTICS 500;\n",
               NULL);
}

static void options_and_cluster(void **unused)
{
    (void)unused;
    Two t = two();
    Index *from = add_index(t.a, t.from, "t_i", "name");
    Index *to = add_index(t.b, t.to, "t_i", "name");
    from->options = names(t.a, "fillfactor=70");
    to->options = names(t.b, "deduplicate_items=off");
    to->clustered = true;
    to->tablespace = g_intern_string("pg_default");
    expect_sql(t.a, t.b,
               "ALTER INDEX public.t_i RESET (fillfactor);\n"
               "ALTER INDEX public.t_i SET (deduplicate_items=off);\n"
               "ALTER INDEX public.t_i SET TABLESPACE pg_default;\n"
               "ALTER TABLE public.t CLUSTER ON t_i;\n",
               "ALTER INDEX public.t_i RESET (deduplicate_items);\n"
               "ALTER INDEX public.t_i SET (fillfactor=70);\n"
               "DO $$\n"
               "BEGIN\n"
               "    EXECUTE format('ALTER INDEX public.t_i SET TABLESPACE %I', (\n"
               "        SELECT t.spcname FROM pg_tablespace AS t\n"
               "        JOIN pg_database AS d ON d.dattablespace = t.oid\n"
               "        WHERE d.datname = current_database()));\n"
               "END\n"
               "$$;\n"
               "ALTER TABLE public.t SET WITHOUT CLUSTER;\n");
}

static void clustered(void **unused)
{
    (void)unused;
    Two t = two();
    add_index(t.b, t.to, "t_i", "name")->clustered = true;
    expect_sql(t.a, t.b,
               "CREATE INDEX t_i ON public.t (name);\n"
               "ALTER TABLE public.t CLUSTER ON t_i;\n",
               NULL);
}

static void renamed(void **unused)
{
    (void)unused;
    Two t = two();
    add_index(t.a, t.from, "t_i", "name");
    add_index(t.b, t.to, "t_j", "name")->object.renamed_from =
        (QualifiedName){NULL, g_intern_string("t_i")};
    expect_sql(t.a, t.b, "ALTER INDEX public.t_i RENAME TO t_j;\n",
               "ALTER INDEX public.t_j RENAME TO t_i;\n");
}

static void another_form(void **unused)
{
    (void)unused;
    Two t = two();
    add_index(t.a, t.from, "t_i", "name")->object.comment = "old";
    add_index(t.b, t.to, "t_i", "name id")->object.comment = "new";
    expect_sql(t.a, t.b,
               "DROP INDEX public.t_i;\n"
               "CREATE INDEX t_i ON public.t (name, id);\n"
               "COMMENT ON INDEX public.t_i IS 'new';\n",
               NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain),
        cmocka_unit_test(every_clause),
        cmocka_unit_test(methods_and_operator_classes),
        cmocka_unit_test(expressions),
        cmocka_unit_test(options_and_cluster),
        cmocka_unit_test(clustered),
        cmocka_unit_test(renamed),
        cmocka_unit_test(another_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
