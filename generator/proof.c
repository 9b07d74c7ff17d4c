#include "generator/proof.h"

#include "generator/excerpt.h"
#include "generator/measure.h"
#include "introspect/canonical.h"
#include "introspect/introspect.h"
#include "introspect/scratch.h"
#include "introspect/undeclared.h"
#include "migrations/section_run.h"
#include "schema/doubt.h"

typedef struct Proof {
    Connection *scratch;
    Connection *server;
    const EmitOptions *options;
    Diagnostics *diagnostics;
} Proof;

static bool run_section(const Proof *proof, const Section *section)
{
    SectionRun run = {.connection = proof->scratch, .section = section};
    return section_run(&run, proof->diagnostics);
}

/* Runs a section of the revision, and writes into it what its statements do to tables. */
static bool run_measured(const Proof *proof, Section *section)
{
    g_autoptr(Measure) measure = measure_new(proof->scratch, proof->server, proof->diagnostics);
    SectionRun run = {.connection = proof->scratch,
                      .section = section,
                      .observer = &measure_observer,
                      .observer_data = measure};
    if (!section_run(&run, proof->diagnostics))
        return false;
    measure_annotate(measure, section);
    return true;
}

static bool build(const Proof *proof, const State *state)
{
    g_autoptr(Script) script = build_script(state, proof->options, proof->diagnostics);
    if (!script)
        return false;
    g_autoptr(RevisionFile) file = revision_file_new();
    script_to_section(script, &file->upgrade);
    return run_section(proof, &file->upgrade);
}

static void report(const Proposal *difference, const char *direction, Diagnostics *diagnostics)
{
    g_autoptr(GPtrArray) lines = proposal_summary(difference);
    g_ptr_array_add(lines, NULL);
    g_autofree char *text = g_strjoinv("\n", (char **)lines->pdata);
    Diagnostic *d = diag_error(diagnostics, DIAG_PROOF, PLACE_NONE,
                               "the %s does not lead to the state that it should", direction);
    diag_set_detail(d, "still to do afterwards:\n%s", text);
    diag_set_hint(d, "nothing was written; --no-verify writes the revision as it is");
}

/* Whether the scratch database holds just `wanted`. */
static bool reached(const Proof *proof, const State *wanted, const char *direction)
{
    State *now = introspect_database(proof->scratch, NULL, proof->diagnostics);
    if (!now)
        return false;
    excerpt_drop_implied(now, wanted);
    g_autoptr(Proposal) difference =
        proposal_new(now, state_copy(wanted), proof->scratch, proof->options, proof->diagnostics);
    if (!difference)
        return false;
    if (proposal_is_empty(difference))
        return true;
    report(difference, direction, proof->diagnostics);
    return false;
}

/* The old state may lack a type that the new one lacks too: models tell where it stands. */
static bool build_old(const Proof *proof, const State *from, const State *to)
{
    if (build(proof, from))
        return true;
    guint before = diagnostics_count(proof->diagnostics);
    undeclared_report(proof->server, to, proof->diagnostics);
    if (diagnostics_count(proof->diagnostics) == before)
        undeclared_report(proof->server, from, proof->diagnostics);
    return false;
}

static bool run_upgrade(const Proof *proof, const State *to, RevisionFile *file)
{
    if (run_measured(proof, &file->upgrade))
        return true;
    undeclared_report(proof->server, to, proof->diagnostics);
    return false;
}

static bool prove(const Proof *proof, const Proposal *proposal, RevisionFile *file)
{
    g_autoptr(State) from = NULL;
    g_autoptr(State) to = NULL;
    excerpt_states(proposal, &from, &to);
    return build_old(proof, from, to) && run_upgrade(proof, to, file) &&
           reached(proof, to, "upgrade") && run_measured(proof, &file->downgrade) &&
           reached(proof, from, "downgrade");
}

static void downgrade_to_warning(const Diagnostics *why, Diagnostics *diagnostics)
{
    const Diagnostic *reason = diagnostics_get(why, 0);
    Diagnostic *d = diag_warning(diagnostics, DIAG_PROOF, PLACE_NONE,
                                 "the revision is not proved: there can be no scratch database");
    diag_set_detail(d, "%s", reason->text);
}

bool proof_run(const Proposal *proposal, RevisionFile *file, Connection *server, bool *ret_possible,
               Diagnostics *diagnostics)
{
    g_autoptr(Diagnostics) why = diagnostics_new();
    Connection *scratch = scratch_open(server, "proof", why);
    *ret_possible = scratch != NULL;
    if (!scratch) {
        downgrade_to_warning(why, diagnostics);
        return true;
    }
    EmitOptions options = {.server_version = connection_version(server)};
    Proof proof = {scratch, server, &options, diagnostics};
    bool proved = prove(&proof, proposal, file);
    scratch_drop(server, scratch, diagnostics);
    if (!proved)
        return false;
    int version = connection_version(server);
    file->verified = g_strdup_printf("upgrade and downgrade proved on PostgreSQL %d.%d",
                                     version / 10000, version % 10000);
    return true;
}
