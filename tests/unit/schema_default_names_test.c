/* Names that PostgreSQL gives, as measured on PostgreSQL 15, and those of templates. */
#include "schema/default_names.h"
#include "schema/expression_names.h"
#include "tests/support/check.h"
#include "tests/unit/state_lines.h"

static const struct {
    const char *expression;
    const char *name;
} expressions[] = {
    {"lower(email)", "lower"},
    {"LOWER(email)", "lower"},
    {"app.canon(name)", "canon"},
    {"(a || b)", "expr"},
    {"(email)::text", "email"},
    {"(a + b)::text", "text"},
    {"(a + b)::int", "int4"},
    {"coalesce(a, b)", "coalesce"},
    {"nullif(a, b)", "nullif"},
    {"greatest(a, b)", "greatest"},
    {"least(a, b)", "least"},
    {"CASE WHEN a THEN 1 END", "case"},
    {"CASE WHEN a THEN 1 ELSE lower(b) END", "lower"},
    {"ARRAY[a, b]", "array"},
    {"ROW(a, b)", "row"},
    {"data ->> 'key'", "expr"},
    {"(address).city", "city"},
    {"extract(year FROM d)", "extract"},
    {"email COLLATE \"C\"", "email"},
    {"to_tsvector('english', body)", "to_tsvector"},
    {"lower(a) || upper(b)", "expr"},
    {"date_trunc('day', at)", "date_trunc"},
    {"lower((email)::text)", "lower"},
    {"lower(a)::text", "lower"},
    {"substring(a, 1, 2)", "substring"},
    {"not sql at all (", "expr"},
};

static void expressions_have_names(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(expressions); i++) {
        g_autofree char *name = expression_column_name(expressions[i].expression);
        assert_string_equal(name, expressions[i].name);
    }
}

static State *read_models(const char *text, const ModelOptions *options)
{
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    State *state = models_read_text("model.yml", text, strlen(text), options, diagnostics);
    g_autofree char *lines = diagnostic_lines(diagnostics);
    assert_string_equal(lines, "");
    return state;
}

/* The names of children of a kind, joined by spaces. */
static char *names_of(const State *state, const char *table, Kind kind)
{
    GString *out = g_string_new(NULL);
    const Object *parent = state_find(state, KIND_TABLE, "public", table);
    guint position = 0;
    for (Object *c; (c = object_child(parent, kind, &position));)
        g_string_append_printf(out, "%s%s", out->len ? " " : "", c->name);
    return g_string_free(out, FALSE);
}

static const struct {
    const char *model;
    Kind kind;
    const char *names;
} named[] = {
    {"fields: { a: { type: int, primary: true } }", KIND_PRIMARY_KEY, "t_pkey"},
    {"fields: { a: { type: int, unique: true } }\nunique: [ { fields: [a], deferrable: true } ]",
     KIND_UNIQUE, "t_a_key t_a_key1"},
    {"fields: { a: int, b: int }\nunique: [ { fields: [a], include: [b] } ]", KIND_UNIQUE,
     "t_a_b_key"},
    {"fields: { a: int, b: int }\nchecks: [a > 0, a > b, \"a > 0 and 'b' is not null\", "
     "t is not null]",
     KIND_CHECK, "t_a_check t_check t_a_check1 t_check1"},
    {"fields: { name: text, \"length\": int, varchar: text }\nchecks: [ \"(length((name)::text) > "
     "0) AND (name <> 'name')\", "
     "\"length(name) > length\", \"'x'::varchar = name\", \"varchar = 'x'::varchar(3)\", \"t.name "
     "= ANY (ARRAY['a'::text])\"]",
     KIND_CHECK, "t_name_check t_check t_name_check1 t_varchar_check t_name_check2"},
    {"fields: { a: int, b: text }\nindexes: [ [a, b], { fields: [ { expression: lower(b) }, "
     "{ expression: lower(a::text) } ] }, { fields: [b], include: [a] } ]",
     KIND_INDEX, "t_a_b_idx t_lower_lower1_idx t_b_a_idx"},
    {"fields: { a: { type: int, primary: true }, b: { type: int, references: t.a } }",
     KIND_FOREIGN_KEY, "t_b_fkey"},
    {"fields: { a: int, t_a_idx: int }\nindexes: [ [a], { name: t_a_idx1, fields: [a] }, "
     "{ fields: [a] } ]",
     KIND_INDEX, "t_a_idx t_a_idx1 t_a_idx2"},
    {"fields: { a: int4range }\nexclude: [ { using: gist, elements: [ { field: a, with: '&&' } ] } "
     "]",
     KIND_EXCLUSION, "t_a_excl"},
    /* 63 bytes: the longer name is cut first, and no character in two */
    {"fields: { a123456789012345678901234567890123456789012345678901234567890: { type: int, "
     "unique: true } }",
     KIND_UNIQUE, "t_a12345678901234567890123456789012345678901234567890123456_key"},
    {"fields: { ääääääääääääääääääääääääääääää: { type: int, unique: true } }", KIND_UNIQUE,
     "t_ääääääääääääääääääääääääääää_key"},
};

static void children_get_postgresql_s_names(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < G_N_ELEMENTS(named); i++) {
        g_autofree char *text = g_strconcat("table: t\n", named[i].model, "\n", NULL);
        g_autoptr(State) state = read_models(text, NULL);
        g_autofree char *names = names_of(state, "t", named[i].kind);
        assert_string_equal(names, named[i].names);
    }
}

static void relations_share_the_names_of_their_schema(void **unused)
{
    (void)unused;
    g_autoptr(State) state = read_models("table: t\nfields: { a: { type: int, index: true } }\n"
                                         "---\n"
                                         "table: t_a_idx\nfields: { x: serial }\n"
                                         "---\n"
                                         "sequence: t_a_idx_x_seq\n",
                                         NULL);
    g_autofree char *names = names_of(state, "t", KIND_INDEX);
    assert_string_equal(names, "t_a_idx1");
    assert_non_null(state_find(state, KIND_SEQUENCE, "public", "t_a_idx_x_seq1"));
}

static void templates_give_names(void **unused)
{
    (void)unused;
    static const Naming naming = {
        .primary_key = "pk_%(table_name)s",
        .unique = "uq_%(table_name)s_%(column_0_N_name)s",
        .check = "ck_%(table_name)s_%(constraint_name)s",
        .foreign_key = "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        .index = "ix_%(column_0_label)s",
    };
    static const ModelOptions options = {.naming = &naming};
    g_autoptr(State) state = read_models("table: t\n"
                                         "fields:\n"
                                         "  a: { type: int, primary: true, check: a > 0 }\n"
                                         "  b: { type: int, index: true, references: t.a }\n"
                                         "unique: [[a, b], { name: mine, fields: [b] }]\n"
                                         "checks: { both: a > b, ck_t_kept: a > 1 }\n",
                                         &options);
    static const struct {
        Kind kind;
        const char *names;
    } expected[] = {
        {KIND_PRIMARY_KEY, "pk_t"},
        {KIND_UNIQUE, "uq_t_a_b mine"},
        {KIND_FOREIGN_KEY, "fk_t_b_t"},
        {KIND_INDEX, "ix_t_b"},
        {KIND_CHECK, "ck_t_a ck_t_both ck_t_kept"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(expected); i++) {
        g_autofree char *names = names_of(state, "t", expected[i].kind);
        assert_string_equal(names, expected[i].names);
    }
}

static void long_names_of_templates_end_in_a_digest(void **unused)
{
    (void)unused;
    static const Naming naming = {.unique = "uq_%(table_name)s_%(column_0_name)s"};
    static const ModelOptions options = {.naming = &naming};
    g_autoptr(State) state =
        read_models("table: t\nfields: { c12345678901234567890123456789012345678901234567890123456"
                    "789012: { type: int, unique: true } }\n",
                    &options);
    g_autofree char *names = names_of(state, "t", KIND_UNIQUE);
    assert_int_equal(strlen(names), 60);
    assert_true(g_str_has_prefix(names, "uq_t_c1234567890123456789"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(expressions_have_names),
        cmocka_unit_test(children_get_postgresql_s_names),
        cmocka_unit_test(relations_share_the_names_of_their_schema),
        cmocka_unit_test(templates_give_names),
        cmocka_unit_test(long_names_of_templates_end_in_a_digest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
