/* What is wrong with models: each error with its place, and what is said about it. */
#include "schema/models.h"
#include "tests/support/check.h"
#include "tests/unit/state_lines.h"

static const struct {
    const char *model;
    const char *lines;
} cases[] = {
    /* keys and values */
    {"table: t\nfeilds: { a: int }\nfields: { b: int }\n",
     "2:1 model-unknown-key: unknown key \"feilds\" of a table -- did you mean \"fields\"?\n"},
    {"table: t\nfields: { a: { type: int, requierd: true } }\n",
     "2:27 model-unknown-key: unknown key \"requierd\" of a column -- did you mean "
     "\"required\"?\n"},
    {"table: t\nfields: { a: { type: int, zzz: } }\n",
     "2:27 model-unknown-key: unknown key \"zzz\" of a column\n"},
    {"table: t\nfields: { a: { type: int, required: maybe } }\n",
     "2:37 model-type: required must be true or false (it is maybe)\n"},
    {"table: t\nfields: [a]\n", "2:9 model-type: fields must be a mapping (key: value) (it is a "
                                "list)\n"},
    {"table: t\nfields: { a: { type: int, statistics: many } }\n",
     "2:39 model-type: statistics must be an integer (it is many)\n"},
    {"table: t\nfields: { a: { type: int, references: t.a, on_delete: casscade } }\n",
     "2:55 model-value: on_delete cannot be \"casscade\" (it can be: no action, restrict, cascade, "
     "set null, set default) -- did you mean \"cascade\"?\n"},
    {"table: t\nfields: { a: int }\ncomment: [x]\n",
     "3:10 model-type: comment must be text (it is a list)\n"},
    {"table: t\n", "1:1 model-empty: model t has no fields -- a table without columns has "
                   "`fields: {}`\n"},
    {"table: t\nfields: { a: { required: true } }\n", "2:14 model-empty: field a has no type\n"},
    {"talbe: t\nfields: [\n]\nname: x\n",
     "1:1 model-unknown-key: unknown key \"talbe\" of a table -- did you mean \"table\"?\n"
     "2:9 model-type: fields must be a mapping (key: value) (it is a list)\n"},
    {"enmu: t\nvalues: [a]\n", "1:1 model-unknown-key: this document does not say what it declares "
                               "-- did you mean \"enum\"?\n"},
    {"- a\n", "1:1 model-type: a document must be a mapping (key: value) (it is a list)\n"},
    /* owners and grants */
    {"table: t\nfields: {}\ngrants: { a: [selct] }\n",
     "3:15 model-value: \"selct\" is no privilege on a table -- there are: select, insert, update, "
     "delete, truncate, references, trigger, maintain\n"},
    {"extension: citext\nowner: x\ngrants: { a: usage }\n",
     "2:1 model-unknown-key: unknown key \"owner\" of an extension\n"
     "3:1 model-unknown-key: unknown key \"grants\" of an extension\n"},
    {"default_privileges: r\non: sequences\ngrants: { a: execute }\ncomment: x\n",
     "4:1 model-unknown-key: unknown key \"comment\" of a default privileges\n"},
    {"default_privileges: r\non: sequences\ngrants: { a: execute }\n",
     "3:14 model-value: \"execute\" is no privilege on sequences -- there are: usage, "
     "select, update\n"},
    {"default_privileges: r\nschema: s\nwithheld: select\n",
     "3:11 model-value: in one schema nothing can be withheld that the role gets everywhere\n"},
    {"default_privileges: [{ name: r }, { name: r, on: tables }]\n",
     "1:43 model-duplicate: default privileges of r on tables are declared twice\n"},
    {"sequence: s\nowner: x\nowned_by: t.a\n---\ntable: t\nfields: { a: int }\n",
     "2:8 model-contradiction: a sequence that a field owns has its table's owner\n"},
    /* names */
    {"table: a12345678901234567890123456789012345678901234567890123456789012x\nfields: {}\n",
     "1:8 model-name: the name is longer than PostgreSQL's names can be (it has 64 bytes of at "
     "most 63) -- PostgreSQL would cut it to "
     "\"a12345678901234567890123456789012345678901234567890123456789012\"\n"},
    {"table: ''\nfields: {}\n", "1:8 model-name: table is an empty name\n"},
    {"tabel: t\nfields: {}\n",
     "1:1 model-name: this table has no name -- did you mean \"table\" instead of \"tabel\"?\n"},
    {"table: t\nfields: {}\n---\ntable: t\nfields: {}\n",
     "4:8 model-duplicate: table \"t\" is declared twice (the first one is in model.yml:1)\n"},
    {"table: t\nfields: {}\n---\nsequence: t\n",
     "4:11 model-duplicate: the name \"t\" is taken by a table (it is in model.yml:1)\n"},
    {"table: t\nfields: { a: int }\nchecks: [{ name: k, expression: a > 0 }, "
     "{ name: k, expression: a > 1 }]\n",
     "3:42 model-duplicate: check \"k\" of t is declared twice (the first one is in "
     "model.yml:3)\n"},
    {"table: t\nfields: { a: { type: int, unique: true } }\nunique: [[a]]\n",
     "3:10 model-duplicate: this unique constraint of t is declared twice (the first one is in "
     "model.yml:2) -- leave one of them out, or give it a name of its own\n"},
    {"table: t\nfields: { a: { type: int, using: { upgarde: a } } }\n",
     "2:36 model-unknown-key: unknown key \"upgarde\" -- did you mean \"upgrade\"?\n"},
    /* types */
    {"table: t\nfields: { a: intger }\n",
     "2:14 model-reference: there is no type \"intger\" -- did you mean \"integer\"?\n"},
    {"table: t\nfields: { a: citext }\n",
     "2:14 model-reference: there is no type \"citext\" -- it is a type of an extension: declare "
     "`extension: citext`\n"},
    {"enum: user_role\nvalues: [a]\n---\ntable: t\nfields: { a: user_rol }\n",
     "5:14 model-reference: there is no type \"user_rol\" -- did you mean \"user_role\"?\n"},
    {"table: t\nfields: { a: \"integer(3)\" }\n",
     "2:14 model-value: \"integer(3)\" is no type: it takes no arguments\n"},
    {"table: t\nfields: { a: { type: text, max_length: 3 } }\n",
     "2:40 model-contradiction: the type \"text\" has no length -- `type: string` has one\n"},
    {"table: t\nfields: { a: { type: varchar(3), max_length: 3 } }\n",
     "2:46 model-contradiction: max_length stands beside a type that has its length in "
     "parentheses\n"},
    /* defaults */
    {"table: t\nfields: { a: { type: timestamptz, default: now() } }\n",
     "2:44 model-value: \"now()\" looks like SQL, but stands for a literal -- write default: "
     "{ sql: now() }\n"},
    {"table: t\nfields: { a: { type: date, default: CURRENT_DATE } }\n",
     "2:37 model-value: \"CURRENT_DATE\" looks like SQL, but stands for a literal -- write "
     "default: { sql: CURRENT_DATE }\n"},
    {"table: t\nfields: { a: { type: int, default: x } }\n",
     "2:36 model-value: \"x\" is no value of type integer -- SQL is written as { sql: x }\n"},
    {"table: t\nfields: { a: { type: int, default: 010 } }\n",
     "2:36 model-value: \"010\" is no value of type integer -- SQL is written as { sql: 010 }\n"},
    {"table: t\nfields: { a: { type: int, default: { sq: 1 } } }\n",
     "2:36 model-type: the default is no value of type integer (it is a mapping) -- SQL is written "
     "as { sql: now() }\n"},
    {"table: t\nfields: { a: { type: \"text[]\", default: x } }\n",
     "2:41 model-type: the default of an array must be a list -- write [x]\n"},
    {"enum: e\nvalues: [admin]\n---\ntable: t\nfields: { a: { type: e, default: admn } }\n",
     "5:34 model-value: enum e has no value \"admn\" -- did you mean \"admin\"?\n"},
    {"table: t\nfields: { a: { type: int, identity: always, default: 1 } }\n",
     "2:54 model-contradiction: field a has a default and is computed by PostgreSQL too (its "
     "identity gives the value)\n"},
    /* contradictions */
    {"table: t\nfields: { a: { type: int, required: true, nullable: true } }\n",
     "2:53 model-contradiction: nullable contradicts the rest of field a (required: true is NOT "
     "NULL)\n"},
    {"table: t\nfields: { a: { type: int, primary: true, nullable: true } }\n",
     "2:52 model-contradiction: nullable contradicts the rest of field a (a primary key is NOT "
     "NULL)\n"},
    {"table: t\nfields: { a: { type: int, on_delete: cascade } }\n",
     "2:38 model-contradiction: on_delete stands in a field without references\n"},
    {"table: t\nfields: { a: { type: int, primary: true } }\nprimary_key: [a]\n",
     "3:14 model-contradiction: the primary key is given twice (field a says primary: true)\n"},
    {"table: t\nfields: { a: int, b: int }\nunique: [a, b]\n",
     "3:9 model-type: unique must be a list of lists -- write [[a, b]] for one on both, or "
     "[[a], [b]] for one on each\n"},
    /* references */
    {"table: users\nfields: { id: int, a: { type: int, references: user.id } }\n",
     "2:48 model-reference: there is no table \"user\" -- did you mean \"users\"?\n"},
    {"table: users\nfields: { id: int, a: { type: int, references: users.di } }\n",
     "2:48 model-reference: table users has no field \"di\" -- did you mean \"id\"?\n"},
    {"table: t\nfields: { a: { type: int, references: t } }\n",
     "2:39 model-reference: table t has no primary key to refer to -- name the field: t.field\n"},
    {"table: t\nfields: { a: int, b: int }\nforeign_keys: [{ fields: [a, b], references: t.a }]\n",
     "3:46 model-reference: 2 fields cannot refer to 1 fields of t\n"},
    {"table: t\nfields: { email: int }\nindexes: [[emial]]\n",
     "3:12 model-reference: table t has no field \"emial\" -- did you mean \"email\"?\n"},
    {"table: t\nfields: { email: int }\nindexes: [[lower(email)]]\n",
     "3:12 model-reference: table t has no field \"lower(email)\" -- write { expression: "
     "\"lower(email)\" }\n"},
    {"table: t\nfields: { a: int }\nprimary_key: [b]\n",
     "3:15 model-reference: table t has no field \"b\"\n"},
    {"sequence: s\nowned_by: t.x\n---\ntable: t\nfields: { a: int }\n",
     "2:11 model-reference: table t has no field \"x\"\n"},
    /* relations */
    {"name: User\nfields: { id: { type: int, primary: true } }\n"
     "relations: [{ type: many_to_on, target: Usr }]\n",
     "3:21 model-value: type cannot be \"many_to_on\" (it can be: many_to_one, one_to_many, "
     "many_to_many) -- did you mean \"many_to_one\"?\n"
     "3:41 model-reference: there is no model \"Usr\" -- did you mean \"User\"?\n"},
    {"name: A\nfields: { id: { type: int, primary: true } }\n"
     "relations: [{ type: one_to_many, target: B, back_populates: owner }]\n"
     "---\nname: B\nfields: { id: { type: int, primary: true } }\n",
     "3:61 model-contradiction: model B has no relation \"owner\" to A -- give it { type: "
     "many_to_one, target: A, name: owner }\n"},
    {"name: A\nfields: { id: int }\nrelations: [{ type: many_to_one, target: A }]\n",
     "3:42 model-reference: model A has no primary key to refer to\n"},
    {"name: A\nfields: { id: { type: int, primary: true } }\nrelations: [{ target: A }]\n",
     "3:13 model-empty: this relation has no type\n"},
    /* other kinds */
    {"enum: e\nvalues: [a, b, a]\n", "2:16 model-duplicate: \"a\" stands twice in the enum\n"},
    {"domain: d\n", "1:1 model-empty: domain d has no type\n"},
    {"enums: [{ values: [a] }]\n", "1:9 model-name: this enum has no name -- give it one with "
                                   "`enum:` or `name:`\n"},
    {"enums: x\n", "1:8 model-type: enums must be a list\n"},
    {"table: t\nfields: { a: int }\nchecks: { k: { no_inherit: true } }\n",
     "3:14 model-empty: this check has no expression\n"},
    {"table: t\nfields: { a: { type: int, check: '' } }\n", "2:34 model-sql: check is empty\n"},
};

static void each_error_has_its_place_and_hint(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Diagnostics) diagnostics = diagnostics_new();
        State *read = models_read_text("model.yml", cases[i].model, strlen(cases[i].model), NULL,
                                       diagnostics);
        assert_null(read);
        g_autofree char *lines = diagnostic_lines(diagnostics);
        assert_string_equal(lines, cases[i].lines);
    }
}

static void all_errors_are_told_in_order(void **state)
{
    (void)state;
    static const char model[] = "table: t\nfields:\n  a: { type: intt }\n  b: { tpye: int }\n"
                                "  c: { type: int, default: x }\nindexes: [[d]]\n";
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    assert_null(models_read_text("model.yml", model, strlen(model), NULL, diagnostics));
    assert_int_equal(diagnostics_count(diagnostics), 5);
    int line = 0;
    for (guint i = 0; i < diagnostics_count(diagnostics); i++) {
        const Diagnostic *d = diagnostics_get(diagnostics, i);
        assert_true(d->place.line >= line);
        assert_non_null(d->source_line);
        line = d->place.line;
    }
    assert_int_equal(diagnostics_status(diagnostics), EXIT_STATUS_MODELS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_error_has_its_place_and_hint),
        cmocka_unit_test(all_errors_are_told_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
