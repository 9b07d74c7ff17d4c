/* What people write, and the form that PostgreSQL gives it: each is asked as a doubt about a model
 * that the database does not have, and compared with what introspection reads once it has it. */
#include "introspect/canonical.h"
#include "introspect/introspect.h"
#include "schema/kinds.h"
#include "schema/state.h"

#include <string.h>

#include "tests/support/check.h"
#include "tests/support/server.h"

/* The wanted state is the one of `made`, read back from a database, with `text` in place of the
 * field. The server that is asked has only what `there` makes. */
typedef struct Case {
    const char *name;
    const char *there;
    const char *made;
    Kind kind;
    const char *object; /* its name */
    const char *field;  /* "expression", or "fields.expression" for the first item */
    const char *text;
    const char *answer; /* NULL: that of introspection; "!22P02": a problem with this SQLSTATE */
} Case;

#define T                                                                                  \
    "CREATE TABLE t (id integer, price numeric(10,2), email varchar(50), name text, "      \
    "day date, at timestamptz, tags text[], doc jsonb, \"Odd \"\" name\" integer, during " \
    "tstzrange "

static const Case cases[] = {
    {"type: alias", "", T ")", KIND_COLUMN, "id", "type", "int4", "integer"},
    {"type: arguments", "", T ")", KIND_COLUMN, "price", "type", "NUMERIC ( 10 , 2 )", NULL},
    {"type: varchar", "", T ")", KIND_COLUMN, "email", "type", "VarChar(50)",
     "character varying(50)"},
    {"type: timestamptz", "", T ")", KIND_COLUMN, "at", "type", "timestamptz(3)",
     "timestamp(3) with time zone"},
    {"type: array", "", T ")", KIND_COLUMN, "tags", "type", "text ARRAY", "text[]"},
    {"type: enum there", "CREATE TYPE mood AS ENUM ('a', 'b')",
     "CREATE TYPE mood AS ENUM ('a', 'b'); " T ", m mood[])", KIND_COLUMN, "m", "type", "mood[]",
     "public.mood[]"},
    {"type: enum not there yet", "", "CREATE TYPE mood AS ENUM ('a', 'b'); " T ", m mood)",
     KIND_COLUMN, "m", "type", "public.mood", "public.mood"},
    {"type: in another schema", "",
     "CREATE SCHEMA \"Odd\"; CREATE TYPE \"Odd\".\"my mood\" AS ENUM ('a'); " T
     ", m \"Odd\".\"my mood\"[])",
     KIND_COLUMN, "m", "type", "\"Odd\" . \"my mood\"[]", "\"Odd\".\"my mood\"[]"},
    {"type: domain not there yet", "", "CREATE DOMAIN dom AS text; " T ", d dom)", KIND_COLUMN, "d",
     "type", "dom", "public.dom"},
    {"type: unknown", "", T ")", KIND_COLUMN, "id", "type", "nonsense", "!42704"},
    {"type: of a sequence", "", "CREATE SEQUENCE s AS integer", KIND_SEQUENCE, "s", "type", "int",
     "integer"},
    {"default: literal", "", T ", x text DEFAULT 'a')", KIND_COLUMN, "x", "default", "'a'", NULL},
    {"default: cast", "", T ", x numeric DEFAULT 0)", KIND_COLUMN, "x", "default", "0.0", "0.0"},
    {"default: call", "", T ", x timestamptz DEFAULT now())", KIND_COLUMN, "x", "default",
     "CURRENT_TIMESTAMP + INTERVAL '1 day'", "(CURRENT_TIMESTAMP + '1 day'::interval)"},
    {"default: array", "", T ", x text[] DEFAULT '{}')", KIND_COLUMN, "x", "default",
     "ARRAY[]::text[]", "ARRAY[]::text[]"},
    {"default: label of an enum", "CREATE TYPE mood AS ENUM ('a', 'b')",
     "CREATE TYPE mood AS ENUM ('a', 'b'); " T ", x mood DEFAULT 'b')", KIND_COLUMN, "x", "default",
     "'b'", "'b'::public.mood"},
    {"default: label that is new", "CREATE TYPE mood AS ENUM ('a', 'b')",
     "CREATE TYPE mood AS ENUM ('a', 'b', 'c'); " T ", x mood DEFAULT 'c')", KIND_COLUMN, "x",
     "default", "'c'", "'c'::public.mood"},
    {"default: label that is new, array", "CREATE TYPE mood AS ENUM ('a')",
     "CREATE TYPE mood AS ENUM ('a', 'c'); " T ", x mood[])", KIND_COLUMN, "x", "default",
     "ARRAY['c'::public.mood, 'a']", "ARRAY['c'::public.mood, 'a'::public.mood]"},
    {"default: two enums of one name", "",
     "CREATE SCHEMA s; CREATE TYPE s.mood AS ENUM ('x'); CREATE TYPE mood AS ENUM ('a'); " T
     ", x s.mood)",
     KIND_COLUMN, "x", "default", "'x'::s.mood", "'x'::s.mood"},
    {"default: wrong label", "", "CREATE TYPE mood AS ENUM ('a'); " T ", x mood)", KIND_COLUMN, "x",
     "default", "'z'", "!22P02"},
    {"default: domain over a new enum", "",
     "CREATE TYPE mood AS ENUM ('a'); CREATE DOMAIN dm AS mood; " T ", x dm DEFAULT 'a')",
     KIND_COLUMN, "x", "default", "'a'", NULL},
    {"default: new composite type over a new enum", "",
     "CREATE TYPE mood AS ENUM ('a'); CREATE TYPE pair AS (m mood, n numeric(3)); " T ", x pair)",
     KIND_COLUMN, "x", "default", "row('a', 1)::pair",
     "ROW('a'::public.mood, (1)::numeric(3,0))::public.pair"},
    {"default: new range", "",
     "CREATE TYPE span AS RANGE (SUBTYPE = double precision); " T ", x span)", KIND_COLUMN, "x",
     "default", "span(1, 2)", "!42883"},
    {"default: with a comment at its end", "", T ", x integer)", KIND_COLUMN, "x", "default",
     "1 + 1 -- two", "(1 + 1)"},
    {"default: nextval", "CREATE SEQUENCE s", "CREATE SEQUENCE s; " T ", x bigint)", KIND_COLUMN,
     "x", "default", "nextval('s')", "nextval('public.s'::regclass)"},
    {"generated", "", T ", x text GENERATED ALWAYS AS (lower(email)) STORED)", KIND_COLUMN, "x",
     "generated", "LOWER( email )", NULL},
    {"generated: not immutable", "", T ", x text GENERATED ALWAYS AS (lower(email)) STORED)",
     KIND_COLUMN, "x", "generated", "now()::text", "!42P17"},
    {"check", "", T ", CONSTRAINT c CHECK (price > 0))", KIND_CHECK, "c", "expression", "price>0",
     "(price > (0)::numeric)"},
    {"check: name of the table", "", T ", CONSTRAINT c CHECK (t.price > 0))", KIND_CHECK, "c",
     "expression", "t.price > 0", "(price > (0)::numeric)"},
    {"check: IN", "", T ", CONSTRAINT c CHECK (email IN ('a', 'b')))", KIND_CHECK, "c",
     "expression", "email in ('a','b')", NULL},
    {"check: odd name", "", T ", CONSTRAINT c CHECK (\"Odd \"\" name\" > 1))", KIND_CHECK, "c",
     "expression", "\"Odd \"\" name\">1", NULL},
    {"check: whole row", "", T ", CONSTRAINT c CHECK (t IS NOT NULL))", KIND_CHECK, "c",
     "expression", "t is not null", NULL},
    {"check: type of its own row", "", T ", CONSTRAINT c CHECK (t IS DISTINCT FROM NULL::t))",
     KIND_CHECK, "c", "expression", "t is distinct from null::t", "!0A000"},
    {"check: without a column", "", T ", CONSTRAINT c CHECK (1 < 2))", KIND_CHECK, "c",
     "expression", "1<2", NULL},
    {"check: new enum", "",
     "CREATE TYPE mood AS ENUM ('a'); " T ", m mood, CONSTRAINT c CHECK (m <> 'a'))", KIND_CHECK,
     "c", "expression", "m <> 'a'", "(m <> 'a'::public.mood)"},
    {"check: no such column", "", T ", CONSTRAINT c CHECK (price > 0))", KIND_CHECK, "c",
     "expression", "prize > 0", "!42703"},
    {"check: syntax", "", T ", CONSTRAINT c CHECK (price > 0))", KIND_CHECK, "c", "expression",
     "price >", "!42601"},
    {"check: inherited column", "",
     T ") PARTITION BY RANGE (id); CREATE TABLE p PARTITION OF t (CONSTRAINT c CHECK (price > 1)) "
       "DEFAULT",
     KIND_CHECK, "c", "expression", "price > 1", NULL},
    {"check of a domain", "",
     "CREATE DOMAIN d AS varchar(9) CONSTRAINT c CHECK (VALUE <> ''); " T ")", KIND_CHECK, "c",
     "expression", "value<>''", NULL},
    {"default of a domain", "", "CREATE DOMAIN d AS numeric DEFAULT 1; " T ")", KIND_DOMAIN, "d",
     "default", "1", NULL},
    {"type of a domain", "", "CREATE DOMAIN d AS numeric; " T ")", KIND_DOMAIN, "d", "type",
     "decimal(5)", "numeric(5,0)"},
    {"index: expression", "", T "); CREATE INDEX i ON t (lower(email))", KIND_INDEX, "i",
     "fields.expression", "LOWER(email)", NULL},
    {"index: operator", "", T "); CREATE INDEX i ON t ((id + 1))", KIND_INDEX, "i",
     "fields.expression", "id+1", NULL},
    {"index: cast", "", T "); CREATE INDEX i ON t ((doc ->> 'a'))", KIND_INDEX, "i",
     "fields.expression", "doc->>'a'", NULL},
    {"index: CASE", "", T "); CREATE INDEX i ON t ((CASE WHEN id > 1 THEN name END))", KIND_INDEX,
     "i", "fields.expression", "case when id>1 then name end", NULL},
    {"index: predicate", "", T "); CREATE INDEX i ON t (id) WHERE email IS NULL AND id > 5",
     KIND_INDEX, "i", "where", "email is null and id>5", NULL},
    {"statistics: expression", "", T "); CREATE STATISTICS st ON (id + 1), name FROM t",
     KIND_STATISTICS, "st", "expressions.expression", "(id) + (1)", "(id + 1)"},
    {"exclusion: expression", "",
     T ", CONSTRAINT x EXCLUDE USING gist (tstzrange(at, at) WITH &&))", KIND_EXCLUSION, "x",
     "elements.expression", "TSTZRANGE(at,at)", NULL},
    {"exclusion: predicate", "",
     T ", CONSTRAINT x EXCLUDE USING gist (during WITH &&) WHERE (id > 1))", KIND_EXCLUSION, "x",
     "where", "id>1", NULL},
    {"partition key", "", T ") PARTITION BY RANGE (lower(email), id)", KIND_TABLE, "t",
     "partition_by", "range ( lower( email ) , id )", NULL},
    {"partition bound", "",
     T
     ") PARTITION BY RANGE (day); CREATE TABLE p PARTITION OF t FOR VALUES FROM ('2024-01-01') TO "
     "('2025-01-01')",
     KIND_TABLE, "p", "values", "for values from ('1.1.2024') to (MAXVALUE)",
     "FOR VALUES FROM ('2024-01-01') TO (MAXVALUE)"},
    {"policy", "", T "); CREATE POLICY p ON t USING (id > 1 AND name = CURRENT_USER)", KIND_POLICY,
     "p", "using", "id>1 and name=current_user", NULL},
    {"policy: subquery", "CREATE TABLE o (x integer)",
     "CREATE TABLE o (x integer); " T
     "); CREATE POLICY p ON t WITH CHECK (id IN (SELECT x FROM o WHERE x = t.id))",
     KIND_POLICY, "p", "check", "id in (select x from o where x = t.id)", NULL},
    {"policy: subquery of its own table", "",
     T "); CREATE POLICY p ON t USING (id IN (SELECT u.id FROM t u))", KIND_POLICY, "p", "using",
     "id in (select u.id from t u)", "!0A000"},
    {"trigger", "",
     T "); CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.* AND "
       "NEW.id > 3) EXECUTE FUNCTION suppress_redundant_updates_trigger()",
     KIND_TRIGGER, "g", "when", "old.* is distinct from new.* and new.id>3", NULL},
    {"view", T ")", T "); CREATE VIEW v AS SELECT id, lower(email) AS mail FROM t WHERE price > 0",
     KIND_VIEW, "v", "definition", "select id, LOWER(email) mail from t where price>0", NULL},
    {"view: of what is not there", "",
     T "); CREATE VIEW v AS SELECT id, lower(email) AS mail FROM t WHERE price > 0", KIND_VIEW, "v",
     "definition", "select id, LOWER(email) mail from t where price>0", "!42P01"},
    {"materialized view", T ")", T "); CREATE MATERIALIZED VIEW v AS SELECT id FROM t",
     KIND_MATERIALIZED_VIEW, "v", "definition", "select id from t;", NULL},
};

static Object *find(State *state, const Case *c)
{
    for (guint i = 0; i < state->objects->len; i++) {
        Object *object = g_ptr_array_index(state->objects, i);
        if (object_kind(object) == c->kind && strcmp(object->name, c->object) == 0)
            return object;
    }
    fail_msg("%s: no %s in the state", c->name, c->object);
    return NULL;
}

static State *read_state(const char *url, Diagnostics *diagnostics)
{
    g_autoptr(Connection) connection = connection_open(url, diagnostics);
    assert_non_null(connection);
    State *state = introspect_database(connection, NULL, diagnostics);
    assert_non_null(state);
    return state;
}

/* A doubt about the case's field; writes its text there. */
static Doubt *doubt_of(GPtrArray *doubts, State *state, const Case *c)
{
    Object *object = find(state, c);
    g_auto(GStrv) parts = g_strsplit(c->field, ".", 2);
    const Field *field = kind_field(object->info, parts[0]);
    const Field *items = NULL;
    void *base = object;
    assert_non_null(field);
    if (parts[1]) {
        items = field;
        base = FIELD_ITEM_LIST(object, items).items;
        for (field = items->item->fields; strcmp(field->key, parts[1]) != 0; field++)
            ;
    }
    Doubt *doubt = doubts_add(doubts, object, field, items, 0);
    if (base)
        FIELD_STRING(base, field) = c->text;
    return doubt;
}

static char *value_of(State *state, const Case *c)
{
    g_autoptr(GPtrArray) doubts = doubts_new();
    Object *object = find(state, c);
    g_auto(GStrv) parts = g_strsplit(c->field, ".", 2);
    const Field *field = kind_field(object->info, parts[0]);
    if (!parts[1])
        return g_strdup(FIELD_STRING(object, field));
    const Field *member = field->item->fields;
    while (strcmp(member->key, parts[1]) != 0)
        member++;
    return g_strdup(FIELD_STRING(FIELD_ITEM_LIST(object, field).items, member));
}

static int check_case(const Case *c, const char *asked, const char *url)
{
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(State) wanted = read_state(url, diagnostics);
    g_autofree char *expected = c->answer ? g_strdup(c->answer) : value_of(wanted, c);
    g_autoptr(GPtrArray) doubts = doubts_new();
    Doubt *doubt = doubt_of(doubts, wanted, c);
    g_autoptr(Connection) connection = connection_open(asked, diagnostics);
    assert_non_null(connection);
    assert_true(canonical_ask(connection, wanted, doubts, diagnostics));
    g_autofree char *got =
        doubt->answer ? g_strdup(doubt->answer) : g_strdup_printf("!%s", doubt->sqlstate);
    if (g_strcmp0(got, expected) == 0)
        return 0;
    print_error("%s: expected <%s>, got <%s> %s\n", c->name, expected, got,
                doubt->problem ? doubt->problem : "");
    return 1;
}

static void test_each(void **unused)
{
    (void)unused;
    int wrong = 0;
    g_autofree char *made = server_create_database();
    g_autofree char *asked = server_create_database();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        static const char clean[] =
            "DROP SCHEMA IF EXISTS s, \"Odd\" CASCADE; DROP SCHEMA public CASCADE; "
            "CREATE SCHEMA public";
        server_execute(made, clean);
        server_execute(asked, clean);
        server_execute(made, cases[i].made);
        if (*cases[i].there)
            server_execute(asked, cases[i].there);
        wrong += check_case(&cases[i], asked, made);
    }
    assert_int_equal(wrong, 0);
}

static State *two_hundred_tables(void)
{
    State *state = state_new("models");
    for (int i = 0; i < 200; i++) {
        g_autofree char *name = g_strdup_printf("t%d", i);
        Object *table = state_add(state, KIND_TABLE, NULL, "public", name, NULL);
        Column *column = (Column *)state_add(state, KIND_COLUMN, table, NULL, "price", NULL);
        column->type = "numeric";
        Check *check = (Check *)state_add(state, KIND_CHECK, table, NULL, "c", NULL);
        check->expression = i == 77 ? "prize > 0" : state_text(state, name);
        if (i != 77) {
            g_autofree char *text = g_strdup_printf("price > %d", i);
            check->expression = state_text(state, text);
        }
    }
    return state;
}

/* One bad text among many spoils no other answer, and nothing is left behind. */
static void test_many(void **unused)
{
    (void)unused;
    g_autofree char *url = server_create_database();
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Connection) connection = connection_open(url, diagnostics);
    g_autoptr(State) state = two_hundred_tables();
    g_autoptr(GPtrArray) doubts = doubts_new();
    for (guint i = 0; i < state->objects->len; i++) {
        Object *object = g_ptr_array_index(state->objects, i);
        if (object_kind(object) == KIND_COLUMN)
            doubts_add(doubts, object, kind_field(object->info, "type"), NULL, 0);
        if (object_kind(object) == KIND_CHECK)
            doubts_add(doubts, object, kind_field(object->info, "expression"), NULL, 0);
    }
    assert_true(canonical_ask(connection, state, doubts, diagnostics));
    int problems = 0;
    for (guint i = 0; i < doubts->len; i++)
        problems += ((const Doubt *)g_ptr_array_index(doubts, i))->problem != NULL;
    assert_int_equal(problems, 1);
    doubts_settle(doubts);
    Object *last =
        state_find_child(state, KIND_CHECK, state_find(state, KIND_TABLE, "public", "t199"), "c");
    assert_string_equal(((Check *)last)->expression, "(price > (199)::numeric)");
    server_expect(url, "SELECT count(*) FROM pg_class WHERE relnamespace = pg_my_temp_schema()",
                  "0");
    server_expect(url, "SELECT count(*) FROM pg_class WHERE relname ~ '^gen'", "0");
}

/* Inside a transaction of the caller's, which goes on afterwards. */
static void test_inside(void **unused)
{
    (void)unused;
    g_autofree char *url = server_create_database();
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Connection) connection = connection_open(url, diagnostics);
    assert_true(connection_run(connection, "BEGIN; CREATE TYPE mood AS ENUM ('a')", diagnostics));
    g_autoptr(State) state = state_new("models");
    Enum *mood = (Enum *)state_add(state, KIND_ENUM, NULL, "public", "mood", NULL);
    const Field *values = kind_field(mood->object.info, "values");
    mood->values = state_items(state, values->item, 1);
    ((EnumValue *)mood->values.items)->label = "a";
    Object *table = state_add(state, KIND_TABLE, NULL, "public", "t", NULL);
    Column *column = (Column *)state_add(state, KIND_COLUMN, table, NULL, "m", NULL);
    column->type = "mood";
    g_autoptr(GPtrArray) doubts = doubts_new();
    Doubt *doubt =
        doubts_add(doubts, &column->object, kind_field(column->object.info, "type"), NULL, 0);
    assert_true(canonical_ask(connection, state, doubts, diagnostics));
    assert_string_equal(doubt->answer, "public.mood");
    g_autoptr(Rows) rows = connection_query(
        connection, "SELECT current_setting('search_path'), 'a'::mood", 0, NULL, diagnostics);
    assert_non_null(rows);
    assert_string_equal(rows_value(rows, 0, 0), "\"$user\", public");
}

/* Without the right to create temporary tables every doubt has a problem, and a scratch database
 * answers. */
static void test_fallback(void **unused)
{
    (void)unused;
    g_autofree char *url = server_create_database();
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Connection) server = connection_open(url, diagnostics);
    g_autoptr(Connection) reader = connection_open(url, diagnostics);
    assert_true(connection_run(server,
                               "DO $$ BEGIN EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM "
                               "public', current_database()); END $$; DROP ROLE IF EXISTS "
                               "gen_reader; CREATE ROLE gen_reader",
                               diagnostics));
    assert_true(connection_run(reader, "SET ROLE gen_reader", diagnostics));
    g_autoptr(State) state = state_new("models");
    Object *table = state_add(state, KIND_TABLE, NULL, "public", "t", NULL);
    Column *column = (Column *)state_add(state, KIND_COLUMN, table, NULL, "a", NULL);
    column->type = "int";
    g_autoptr(GPtrArray) doubts = doubts_new();
    Doubt *doubt =
        doubts_add(doubts, &column->object, kind_field(column->object.info, "type"), NULL, 0);
    assert_true(canonical_ask(reader, state, doubts, diagnostics));
    assert_null(doubt->answer);
    assert_string_equal(doubt->sqlstate, "42501");
    assert_false(
        canonical_ask_scratch(reader, "CREATE TABLE t (a int)", state, doubts, diagnostics));
    assert_true(diagnostics_failed(diagnostics));
    assert_true(
        canonical_ask_scratch(server, "CREATE TABLE t (a int)", state, doubts, diagnostics));
    assert_string_equal(doubt->answer, "integer");
    assert_null(doubt->problem);
    server_execute(url, "DROP ROLE gen_reader");
    server_expect(url, "SELECT count(*) FROM pg_database WHERE datname ~ '^gen_scratch_'", "0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each),
        cmocka_unit_test(test_many),
        cmocka_unit_test(test_inside),
        cmocka_unit_test(test_fallback),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
