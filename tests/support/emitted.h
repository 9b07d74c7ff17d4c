#ifndef GEN_TESTS_EMITTED_H
#define GEN_TESTS_EMITTED_H

/* The SQL that leads from one state to another, as text: notes as comments, "-- step" and
 * "-- step autocommit" where one begins, "-- data loss" above what loses some. */

#include "diff/diff.h"
#include "emit/emit.h"
#include "schema/recast.h"
#include "tests/support/check.h"
#include "tests/support/objects.h"

#include <string.h>

static inline void append_statement(GString *out, const Statement *statement)
{
    if (statement->starts_step)
        g_string_append(out, statement->autocommit ? "-- step autocommit\n" : "-- step\n");
    for (guint i = 0; i < statement->notes->len; i++)
        g_string_append_printf(out, "-- %s\n", (char *)g_ptr_array_index(statement->notes, i));
    assert_true(!statement->loses_data || statement->notes->len);
    g_string_append_printf(out, "%s;\n", statement->sql);
}

static inline char *plan_text(const Plan *plan, const EmitOptions *options)
{
    g_autoptr(Script) script = emit_plan(plan, options);
    const GPtrArray *statements = script_statements(script);
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < statements->len; i++)
        append_statement(out, g_ptr_array_index(statements, i));
    return g_string_free(out, FALSE);
}

static inline void expect_text(const Plan *plan, const EmitOptions *options, const char *expected)
{
    g_autofree char *text = plan_text(plan, options);
    assert_string_equal(text, expected);
}

/* As PostgreSQL answers for the types of these tests. */
static inline void answer_recasts(GPtrArray *recasts)
{
    for (guint i = 0; i < recasts->len; i++) {
        Recast *recast = g_ptr_array_index(recasts, i);
        bool from_text = g_str_has_prefix(recast->from.text, "text");
        bool to_text = g_str_has_prefix(recast->to.text, "text") || recast->to.text[0] == 'c';
        recast->answered = true;
        recast->way = from_text && !to_text ? RECAST_BY_CAST : RECAST_BY_ITSELF;
    }
}

/* Checks the SQL in both directions; `down` may be NULL. Frees the states. */
static inline void expect_sql_by(State *from, State *to, const EmitOptions *options, const char *up,
                                 const char *down)
{
    g_autoptr(State) a = from;
    g_autoptr(State) b = to;
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Comparison) comparison = comparison_new(a, b);
    answer_recasts(comparison_recasts(comparison));
    g_autoptr(Plan) forth = comparison_plan(comparison, diagnostics);
    g_autoptr(Plan) back = comparison_plan_back(comparison, diagnostics);
    assert_int_equal(diagnostics_count(diagnostics), 0);
    expect_text(forth, options, up);
    if (down)
        expect_text(back, options, down);
}

static inline void expect_sql(State *from, State *to, const char *up, const char *down)
{
    EmitOptions options = {.server_version = 150020};
    expect_sql_by(from, to, &options, up, down);
}

#endif
