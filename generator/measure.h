/* What the statements of a section do to tables, measured while a proof runs them. */
#ifndef GEN_GENERATOR_MEASURE_H
#define GEN_GENERATOR_MEASURE_H

#include "emit/revision_file.h"
#include "introspect/connection.h"
#include "migrations/section_run.h"

typedef struct Measure Measure;

/* Measures a section that is about to run on `scratch`; sizes of tables come from `server`. */
Measure *measure_new(Connection *scratch, Connection *server, Diagnostics *diagnostics);
void measure_free(Measure *measure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Measure, measure_free)

/* The observer to run the section with; its data is the Measure. */
extern const SectionObserver measure_observer;

/* Writes what was measured above the statements of the section, as comments:
 * "users: ACCESS EXCLUSIVE, no rewrite, no scan (measured); about 12,400,000 rows, 3.1 GB". */
void measure_annotate(const Measure *measure, Section *section);

#endif
