#include "generator/proposal.h"

#include "introspect/canonical.h"
#include "introspect/recasts.h"
#include "introspect/undeclared.h"
#include "schema/doubt.h"
#include "schema/requirement.h"

void script_to_section(Script *script, Section *section)
{
    const GPtrArray *statements = script_statements(script);
    Step *step = NULL;
    for (guint i = 0; i < statements->len; i++) {
        const Statement *statement = g_ptr_array_index(statements, i);
        if (!step || statement->starts_step || statement->autocommit != step->autocommit)
            step = section_add_step(section, statement->autocommit);
        for (guint n = 0; statement->notes && n < statement->notes->len; n++)
            step_add_comment(step, g_ptr_array_index(statement->notes, n));
        step_add_statement(step, statement->sql)->origin = statement->origin;
    }
}

State *empty_database(const State *wanted)
{
    State *state = state_new("an empty database");
    if (state_find(wanted, KIND_SCHEMA, NULL, "public"))
        state_add(state, KIND_SCHEMA, NULL, NULL, "public", NULL);
    return state;
}

Script *build_script(const State *state, const EmitOptions *options, Diagnostics *diagnostics)
{
    g_autoptr(State) copy = state_copy(state);
    requirement_leave_out(copy, options->server_version);
    if (!requirement_met(copy, options->server_version, diagnostics))
        return NULL;
    g_autoptr(State) nothing = empty_database(state);
    g_autoptr(Comparison) comparison = comparison_new(nothing, copy);
    g_autoptr(Plan) plan = comparison_plan(comparison, diagnostics);
    if (!plan)
        return NULL;
    Script *script = emit_plan(plan, options);
    script_statements(script); /* closes the last statement while its objects are there */
    return script;
}

static char *build_sql(const State *state, const EmitOptions *options, Diagnostics *diagnostics)
{
    g_autoptr(Script) script = build_script(state, options, diagnostics);
    if (!script)
        return NULL;
    GString *sql = g_string_new(NULL);
    const GPtrArray *statements = script_statements(script);
    for (guint i = 0; i < statements->len; i++)
        g_string_append_printf(sql, "%s;\n",
                               ((const Statement *)g_ptr_array_index(statements, i))->sql);
    return g_string_free(sql, FALSE);
}

static GPtrArray *unanswered(const GPtrArray *doubts)
{
    GPtrArray *left = g_ptr_array_new();
    for (guint i = 0; i < doubts->len; i++) {
        Doubt *doubt = g_ptr_array_index(doubts, i);
        if (!doubt->answer)
            g_ptr_array_add(left, doubt);
    }
    return left;
}

static void refuse(const GPtrArray *doubts, Diagnostics *diagnostics)
{
    for (guint i = 0; i < doubts->len; i++) {
        const Doubt *doubt = g_ptr_array_index(doubts, i);
        if (doubt->answer)
            continue;
        g_autofree char *title = object_title(doubt->object);
        Diagnostic *d = diag_error(diagnostics, DIAG_MODEL_SQL, doubt->object->place,
                                   "the server does not take the %s of %s %s", doubt->field->key,
                                   doubt->object->info->word, title);
        if (doubt->problem)
            diag_set_detail(d, "%s", doubt->problem);
        diag_set_server(d, doubt->sqlstate, doubt_text(doubt));
    }
}

bool answer_on_scratch(Connection *judge, State *to, GPtrArray *doubts, const EmitOptions *options,
                       Diagnostics *diagnostics)
{
    g_autoptr(GPtrArray) left = unanswered(doubts);
    if (left->len == 0)
        return true;
    g_autofree char *sql = build_sql(to, options, diagnostics);
    if (!sql)
        return false;
    if (canonical_ask_scratch(judge, sql, to, left, diagnostics))
        return true;
    undeclared_report(judge, to, diagnostics);
    return false;
}

/* First in a transaction of the database itself; what needs more than is there, on a scratch
 * database that has all of the wanted state. */
static bool judge_doubts(Connection *judge, State *to, GPtrArray *doubts,
                         const EmitOptions *options, Diagnostics *diagnostics)
{
    if (doubts->len == 0)
        return true;
    if (!canonical_ask(judge, to, doubts, diagnostics))
        return false;
    if (!answer_on_scratch(judge, to, doubts, options, diagnostics))
        return false;
    refuse(doubts, diagnostics);
    return !diagnostics_failed(diagnostics);
}

/* In the same order. What neither can answer goes by its text. */
static bool judge_recasts(Connection *judge, const State *to, GPtrArray *recasts,
                          const EmitOptions *options, Diagnostics *diagnostics)
{
    if (!recasts_ask(judge, recasts, diagnostics))
        return false;
    if (!recasts_are_open(recasts))
        return true;
    g_autofree char *sql = build_sql(to, options, diagnostics);
    if (sql && recasts_ask_scratch(judge, sql, recasts, diagnostics))
        return true;
    if (sql)
        undeclared_report(judge, to, diagnostics);
    return false;
}

static bool compare(Proposal *proposal, Connection *judge, const EmitOptions *options,
                    Diagnostics *diagnostics)
{
    proposal->comparison = comparison_new(proposal->from, proposal->to);
    g_autoptr(GPtrArray) doubts = comparison_doubts(proposal->comparison);
    if (!judge_doubts(judge, proposal->to, doubts, options, diagnostics))
        return false;
    comparison_settle(proposal->comparison, doubts);
    return judge_recasts(judge, proposal->to, comparison_recasts(proposal->comparison), options,
                         diagnostics);
}

static bool plan(Proposal *proposal, const EmitOptions *options, Diagnostics *diagnostics)
{
    proposal->up = comparison_plan(proposal->comparison, diagnostics);
    proposal->down = proposal->up ? comparison_plan_back(proposal->comparison, diagnostics) : NULL;
    if (!proposal->down)
        return false;
    proposal->up_script = emit_plan(proposal->up, options);
    proposal->down_script = emit_plan(proposal->down, options);
    return true;
}

Proposal *proposal_new(State *from, State *to, Connection *judge, const EmitOptions *options,
                       Diagnostics *diagnostics)
{
    g_autoptr(Proposal) proposal = g_new0(Proposal, 1);
    proposal->from = from;
    proposal->to = to;
    requirement_leave_out(from, options->server_version);
    requirement_leave_out(to, options->server_version);
    if (!requirement_met(from, options->server_version, diagnostics) ||
        !requirement_met(to, options->server_version, diagnostics))
        return NULL;
    if (!compare(proposal, judge, options, diagnostics) || !plan(proposal, options, diagnostics))
        return NULL;
    return g_steal_pointer(&proposal);
}

void proposal_free(Proposal *proposal)
{
    if (!proposal)
        return;
    script_free(proposal->up_script);
    script_free(proposal->down_script);
    plan_free(proposal->up);
    plan_free(proposal->down);
    comparison_free(proposal->comparison);
    state_free(proposal->from);
    state_free(proposal->to);
    g_free(proposal);
}

bool proposal_is_empty(const Proposal *proposal)
{
    return proposal->up->changes->len == 0;
}

GPtrArray *proposal_summary(const Proposal *proposal)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < proposal->up->changes->len; i++) {
        char *line = emit_summary(g_ptr_array_index(proposal->up->changes, i));
        if (line)
            g_ptr_array_add(lines, line);
    }
    return lines;
}

void proposal_fill(const Proposal *proposal, RevisionFile *file)
{
    g_autoptr(GPtrArray) summary = proposal_summary(proposal);
    for (guint i = 0; i < summary->len; i++)
        g_ptr_array_add(file->changes, g_strdup(g_ptr_array_index(summary, i)));
    script_to_section(proposal->up_script, &file->upgrade);
    script_to_section(proposal->down_script, &file->downgrade);
}
