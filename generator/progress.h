/* What a run shows while it runs. */
#ifndef GEN_GENERATOR_PROGRESS_H
#define GEN_GENERATOR_PROGRESS_H

#include "generator/context.h"
#include "migrations/runner.h"

typedef struct Progress Progress;

/* On a terminal: a line that is written over, with the statement, its time and, where PostgreSQL
 * tells it, how far an index build is. Elsewhere: a line per revision. The runner is given
 * `progress_observer` and this as its data. */
Progress *progress_new(Context *context, const RunPlan *plan);

/* Ends the display; the line that was being written over is cleared. */
void progress_end(Progress *progress);

void progress_free(Progress *progress);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Progress, progress_free)

extern const RunnerObserver progress_observer;

/* Seconds that the revision at `index` took; negative when it did not come to its end. */
double progress_seconds(const Progress *progress, guint index);

/* How many steps of the revision that it is at are done, as far as this side of the connection can
 * tell, and how many it has. */
guint progress_steps_done(const Progress *progress, guint *ret_steps);

#endif
