/* Nasty input: whatever a file holds, reading it ends in a state or in an error, never in a crash.
 * Every model is also read cut off at each byte, and with bytes changed by a fixed sequence. */
#include "schema/models.h"
#include "tests/support/check.h"
#include "tests/unit/state_lines.h"

static const char *const corpus[] = {
    "name: User\ntable: users\nschema: app\ncomment: x\nrenamed_from: a.b\nfields:\n"
    "  id: { type: uuid, primary: true, default: { sql: gen_random_uuid() } }\n"
    "  email: { type: string, max_length: 255, required: true, unique: true }\n"
    "  role: { type: role, default: client, index: { method: gin, with: { a: b } } }\n"
    "  tags: { type: 'text[]', default: [a, [b, {c: d}]] }\n"
    "  boss: { type: uuid, references: users.id, on_delete: set null }\n"
    "  n: { type: int, identity: { start: 1, cycle: true }, check: n > 0 }\n"
    "relations:\n  - { type: many_to_one, target: User, back_populates: x }\n"
    "  - { type: many_to_many, target: User, through: links }\n"
    "unique: [[email, n], { name: u, fields: [n] }]\n"
    "checks: { k: n > 0, l: { expression: n < 5 } }\n"
    "foreign_keys: [{ fields: [n], references: users(n), deferrable: true }]\n"
    "exclude: [{ using: gist, elements: [{ field: n, with: '=' }] }]\n"
    "indexes: [[n], { fields: [{ expression: lower(email), order: desc }] }]\n"
    "timestamps: true\nsoft_delete: yes\noptions: { fillfactor: 70 }\n---\n"
    "enum: role\nschema: app\nvalues: [client, { value: b, renamed_from: c }]\n",
    "enums: { a: [b, c], d: { values: [e] } }\nsequences: [s, { name: t, owned_by: x.y }]\n"
    "extensions: [citext]\nschemas: { app: { comment: c }, b: }\n",
    "domain: d\ntype: e[]\nchecks: { a: b }\ndefault: {x: y}\n---\ndomain: e\ntype: d\n",
    "base: &a { type: int, <<: { unique: true } }\n---\ntable: t\nfields: { a: &b { type: int }, "
    "b: *b, c: { <<: *b, required: true } }\n",
    "table: {}\nfields: []\nrelations: x\nprimary_key: { fields: {} }\nunique: { a: { b: c } }\n"
    "checks: [[], {}, { sql: 1 }]\nforeign_keys: { a: [], b: { references: [] } }\n"
    "exclude: [1, [], {}]\nindexes: [{}, [[]], [{}], { fields: { a: b } }]\noptions: [1]\n"
    "replica_identity: []\ntimestamps: 5\n",
    "table: t\nfields: { a: [], b: {}, c: { type: [] }, d: { type: {}, default: {} }, e: , f: ~, "
    "g: { type: int, references: {}, unique: [], index: 3, check: [], identity: {}, generated: {} "
    "},"
    " h: { type: int, references: 'a.b.c.d', max_length: x }, i: { type: int, references: '(' } "
    "}\n",
    "enum: [a]\nvalues: { b: c }\n---\nenum: e\nvalues: [[], {}, ~, 1]\n---\nsequence: s\nstart: "
    "x\n"
    "owned_by: []\n",
    "view: v\ndefinition: [x]\n---\nfunction: f\narguments: [{}, [], x, { type: y }]\nreturns: {}\n"
    "---\ntable: t\nfields: { a: int }\ntriggers: { x: [] }\npolicies: [1, { name: p }]\n",
};

static void read_any(const char *text, gsize length)
{
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(State) state = models_read_text("model.yml", text, length, NULL, diagnostics);
    assert_true((state != NULL) != diagnostics_failed(diagnostics));
}

static void broken_models_are_errors(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < G_N_ELEMENTS(corpus); i++)
        read_any(corpus[i], strlen(corpus[i]));
}

static void models_cut_off_anywhere_do_no_harm(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < G_N_ELEMENTS(corpus); i++)
        for (gsize length = 0; length < strlen(corpus[i]); length++)
            read_any(corpus[i], length);
}

static void changed_bytes_do_no_harm(void **unused)
{
    (void)unused;
    static const char bytes[] = " \n:{}[],-&*#'\"|>%@?!~a1.()\t\x80\xff";
    g_autoptr(GRand) random = g_rand_new_with_seed(20260101);
    for (size_t i = 0; i < G_N_ELEMENTS(corpus); i++) {
        gsize length = strlen(corpus[i]);
        for (int round = 0; round < 500; round++) {
            g_autofree char *text = g_strdup(corpus[i]);
            for (int change = 0; change < 1 + round % 4; change++)
                text[g_rand_int_range(random, 0, (gint32)length)] =
                    bytes[g_rand_int_range(random, 0, sizeof bytes - 1)];
            read_any(text, length);
        }
    }
}

/* Takes lines out and puts others in their place, so that much of it is still YAML. */
static void shuffled_lines_do_no_harm(void **unused)
{
    (void)unused;
    g_autoptr(GRand) random = g_rand_new_with_seed(7);
    g_autofree char *all =
        g_strjoinv("", (char **)(gpointer[]){(gpointer)corpus[0], (gpointer)corpus[1],
                                             (gpointer)corpus[4], (gpointer)corpus[5], NULL});
    g_auto(GStrv) lines = g_strsplit(all, "\n", -1);
    gint32 count = (gint32)g_strv_length(lines);
    for (int round = 0; round < 1000; round++) {
        g_autoptr(GString) text = g_string_new("table: t\nfields:\n  a: int\n");
        for (int i = 0; i < 8; i++)
            g_string_append_printf(text, "%s\n", lines[g_rand_int_range(random, 0, count)]);
        read_any(text->str, text->len);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(broken_models_are_errors),
        cmocka_unit_test(models_cut_off_anywhere_do_no_harm),
        cmocka_unit_test(changed_bytes_do_no_harm),
        cmocka_unit_test(shuffled_lines_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
