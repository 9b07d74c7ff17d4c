/* Schemas, extensions, enums, domains. */
#include "tests/support/emitted.h"

static void schemas(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_new("b");
    state_add(b, KIND_SCHEMA, NULL, NULL, "public", NULL)->implied = true;
    state_add(a, KIND_SCHEMA, NULL, NULL, "old", NULL);
    state_add(b, KIND_SCHEMA, NULL, NULL, "Order", NULL)->comment = "orders";
    state_add(b, KIND_SCHEMA, NULL, NULL, "new", NULL)->renamed_from =
        (QualifiedName){NULL, g_intern_string("old")};
    state_add(b, KIND_SCHEMA, NULL, NULL, "said", NULL)->implied = true;
    expect_sql(a, b,
               "ALTER SCHEMA old RENAME TO new;\n"
               "CREATE SCHEMA \"Order\";\n"
               "COMMENT ON SCHEMA \"Order\" IS 'orders';\n"
               "CREATE SCHEMA IF NOT EXISTS said;\n",
               "ALTER SCHEMA new RENAME TO old;\n"
               "DROP SCHEMA \"Order\";\n"
               "DROP SCHEMA said;\n");
}

static void extensions(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    state_add(b, KIND_EXTENSION, NULL, NULL, "citext", NULL);
    Extension *e = (Extension *)state_add(b, KIND_EXTENSION, NULL, NULL, "uuid-ossp", NULL);
    e->in_schema = g_intern_string("public");
    e->version = "1.1";
    Extension *from = (Extension *)state_add(a, KIND_EXTENSION, NULL, NULL, "pg_trgm", NULL);
    Extension *to = (Extension *)state_add(b, KIND_EXTENSION, NULL, NULL, "pg_trgm", NULL);
    from->in_schema = g_intern_string("public");
    to->in_schema = g_intern_string("pg_catalog");
    from->version = "1.5";
    to->version = "1.6";
    expect_sql(a, b,
               "CREATE EXTENSION citext;\n"
               "ALTER EXTENSION pg_trgm SET SCHEMA pg_catalog;\n"
               "ALTER EXTENSION pg_trgm UPDATE TO '1.6';\n"
               "CREATE EXTENSION \"uuid-ossp\" SCHEMA public VERSION '1.1';\n",
               NULL);
}

static void new_enums(void **unused)
{
    (void)unused;
    State *b = state_with_public("b");
    add_enum(b, "role", "admin it's")->object.comment = "roles";
    add_enum(b, "many",
             "a_label_of_some_length another_label_of_some_length a_third_label_of_some_length");
    expect_sql(state_with_public("a"), b,
               "CREATE TYPE public.many AS ENUM (\n"
               "    'a_label_of_some_length',\n"
               "    'another_label_of_some_length',\n"
               "    'a_third_label_of_some_length'\n"
               ");\n"
               "CREATE TYPE public.role AS ENUM ('admin', 'it''s');\n"
               "COMMENT ON TYPE public.role IS 'roles';\n",
               "DROP TYPE public.many;\n"
               "DROP TYPE public.role;\n");
}

static void labels_added(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    add_enum(a, "mood", "sad happy");
    add_enum(b, "mood", "awful bad sad ok fine happy great");
    expect_sql(a, b,
               "ALTER TYPE public.mood ADD VALUE 'awful' BEFORE 'sad';\n"
               "ALTER TYPE public.mood ADD VALUE 'bad' BEFORE 'sad';\n"
               "ALTER TYPE public.mood ADD VALUE 'ok' BEFORE 'happy';\n"
               "ALTER TYPE public.mood ADD VALUE 'fine' BEFORE 'happy';\n"
               "ALTER TYPE public.mood ADD VALUE 'great';\n",
               NULL);
}

static void labels_renamed(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    add_enum(a, "role", "admin contractor");
    add_enum(b, "role", "admin freelancer<contractor");
    expect_sql(a, b, "ALTER TYPE public.role RENAME VALUE 'contractor' TO 'freelancer';\n",
               "ALTER TYPE public.role RENAME VALUE 'freelancer' TO 'contractor';\n");
}

static void label_is_committed_before_its_use(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    add_enum(a, "mood", "sad");
    add_enum(b, "mood", "sad glad mad");
    Column *from = add_column(a, add_table(a, "users"), "mood", "public.mood");
    Column *to = add_column(b, add_table(b, "users"), "mood", "public.mood");
    from->default_expr = "'sad'::public.mood";
    to->default_expr = "'glad'::public.mood";
    expect_sql(
        a, b,
        "ALTER TYPE public.mood ADD VALUE 'glad';\n"
        "ALTER TYPE public.mood ADD VALUE 'mad';\n"
        "-- step\n"
        "ALTER TABLE public.users ALTER COLUMN mood SET DEFAULT 'glad'::public.mood;\n",
        "DO $$\n"
        "DECLARE\n"
        "    problem text;\n"
        "BEGIN\n"
        "    SELECT string_agg(format('%s: %L in %s row(s)', r.place, r.label, r.held), ', '\n"
        "                      ORDER BY r.place, r.label)\n"
        "    INTO problem FROM (\n"
        "        SELECT 'users.mood' AS place, t.mood::text AS label, count(*) AS held\n"
        "        FROM public.users AS t WHERE t.mood::text IN ('glad', 'mad') GROUP BY t.mood\n"
        "    ) AS r;\n"
        "    IF problem IS NOT NULL THEN\n"
        "        RAISE EXCEPTION USING MESSAGE = 'enum mood cannot lose labels that rows still "
        "hold',\n"
        "            DETAIL = problem, HINT = 'change these rows first, here or in a revision "
        "before';\n"
        "    END IF;\n"
        "END\n"
        "$$;\n"
        "ALTER TYPE public.mood RENAME TO mood__retired;\n"
        "CREATE TYPE public.mood AS ENUM ('sad');\n"
        "ALTER TABLE public.users\n"
        "    ALTER COLUMN mood DROP DEFAULT,\n"
        "    ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood,\n"
        "    ALTER COLUMN mood SET DEFAULT 'sad'::public.mood;\n"
        "DROP TYPE public.mood__retired;\n");
}

static void labels_removed_and_moved(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    for (int i = 0; i < 2; i++) {
        State *state = i ? b : a;
        add_enum(state, "role", i ? "user admin" : "admin user contractor it's");
        add_domain(state, "staff", "public.role");
        Table *users = add_table(state, i ? "people" : "users");
        if (i)
            users->object.renamed_from = (QualifiedName){NULL, g_intern_string("users")};
        Column *role = add_column(state, users, "role", "public.role");
        role->default_expr = "'user'::public.role";
        add_column(state, users, "label", "public.role[]");
        add_column(state, users, "boss", "public.staff");
        add_check(state, &users->object, "not_admin", "(role <> 'admin'::public.role)");
    }
    expect_sql(
        a, b,
        "ALTER TABLE public.users RENAME TO people;\n"
        "DO $$\n"
        "DECLARE\n"
        "    problem text;\n"
        "BEGIN\n"
        "    SELECT string_agg(format('%s: %L in %s row(s)', r.place, r.label, r.held), ', '\n"
        "                      ORDER BY r.place, r.label)\n"
        "    INTO problem FROM (\n"
        "        SELECT 'people.boss' AS place, t.boss::text AS label, count(*) AS held\n"
        "        FROM public.people AS t WHERE t.boss::text IN ('contractor', 'it''s') GROUP BY "
        "t.boss\n"
        "        UNION ALL\n"
        "        SELECT 'people.label' AS place, l.label, count(*) AS held\n"
        "        FROM public.people AS t CROSS JOIN unnest(t.label::text[]) AS l (label)\n"
        "        WHERE l.label IN ('contractor', 'it''s') GROUP BY l.label\n"
        "        UNION ALL\n"
        "        SELECT 'people.role' AS place, t.role::text AS label, count(*) AS held\n"
        "        FROM public.people AS t WHERE t.role::text IN ('contractor', 'it''s') GROUP BY "
        "t.role\n"
        "    ) AS r;\n"
        "    IF problem IS NOT NULL THEN\n"
        "        RAISE EXCEPTION USING MESSAGE = 'enum role cannot lose labels that rows still "
        "hold',\n"
        "            DETAIL = problem, HINT = 'change these rows first, here or in a revision "
        "before';\n"
        "    END IF;\n"
        "END\n"
        "$$;\n"
        "ALTER DOMAIN public.staff RENAME TO staff__retired;\n"
        "ALTER TABLE public.people DROP CONSTRAINT not_admin;\n"
        "ALTER TYPE public.role RENAME TO role__retired;\n"
        "CREATE TYPE public.role AS ENUM ('user', 'admin');\n"
        "CREATE DOMAIN public.staff AS public.role;\n"
        "ALTER TABLE public.people\n"
        "    ALTER COLUMN boss TYPE public.staff USING boss::text::public.staff,\n"
        "    ALTER COLUMN label TYPE public.role[] USING label::text::public.role[],\n"
        "    ALTER COLUMN role DROP DEFAULT,\n"
        "    ALTER COLUMN role TYPE public.role USING role::text::public.role,\n"
        "    ALTER COLUMN role SET DEFAULT 'user'::public.role,\n"
        "    ADD CONSTRAINT not_admin CHECK (role <> 'admin'::public.role);\n"
        "DROP DOMAIN public.staff__retired;\n"
        "DROP TYPE public.role__retired;\n",
        NULL);
}

static void domains(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    Domain *d = add_domain(b, "name", "character varying(20)");
    d->collation = (QualifiedName){g_intern_string("pg_catalog"), g_intern_string("C")};
    d->not_null = true;
    d->default_expr = "NOT NULL IS NULL";
    d->object.comment = "a name";
    add_check(b, &d->object, "short", "length(VALUE) < 5");
    Domain *from = add_domain(a, "counter", "integer");
    Domain *to = add_domain(b, "counter", "integer");
    from->default_expr = "1";
    to->not_null = true;
    Domain *old = add_domain(a, "moved", "text");
    add_domain(b, "settled", "text")->object.renamed_from = in_public("moved");
    old->default_expr = "'x'";
    expect_sql(a, b,
               "ALTER DOMAIN public.moved RENAME TO settled;\n"
               "ALTER DOMAIN public.counter SET NOT NULL;\n"
               "ALTER DOMAIN public.counter DROP DEFAULT;\n"
               "CREATE DOMAIN public.name AS character varying(20) COLLATE pg_catalog.\"C\" NOT "
               "NULL DEFAULT (NOT NULL IS NULL);\n"
               "COMMENT ON DOMAIN public.name IS 'a name';\n"
               "ALTER DOMAIN public.settled DROP DEFAULT;\n"
               "ALTER DOMAIN public.name ADD CONSTRAINT short CHECK (length(VALUE) < 5);\n",
               "ALTER DOMAIN public.settled RENAME TO moved;\n"
               "ALTER DOMAIN public.counter DROP NOT NULL;\n"
               "ALTER DOMAIN public.counter SET DEFAULT 1;\n"
               "ALTER DOMAIN public.moved SET DEFAULT 'x';\n"
               "DROP DOMAIN public.name;\n");
}

static void domain_of_another_type(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    for (int i = 0; i < 2; i++) {
        State *state = i ? b : a;
        Domain *d = add_domain(state, "amount", i ? "bigint" : "integer");
        add_check(state, &d->object, "positive", "(VALUE > 0)");
        add_column(state, add_table(state, "bills"), "total", "public.amount");
    }
    expect_sql(a, b,
               "ALTER DOMAIN public.amount RENAME TO amount__retired;\n"
               "CREATE DOMAIN public.amount AS bigint;\n"
               "ALTER DOMAIN public.amount ADD CONSTRAINT positive CHECK (VALUE > 0);\n"
               "ALTER TABLE public.bills ALTER COLUMN total TYPE public.amount;\n"
               "DROP DOMAIN public.amount__retired;\n",
               NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(schemas),
        cmocka_unit_test(extensions),
        cmocka_unit_test(new_enums),
        cmocka_unit_test(labels_added),
        cmocka_unit_test(labels_renamed),
        cmocka_unit_test(label_is_committed_before_its_use),
        cmocka_unit_test(labels_removed_and_moved),
        cmocka_unit_test(domains),
        cmocka_unit_test(domain_of_another_type),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
