#ifndef GEN_TESTS_PROJECT_H
#define GEN_TESTS_PROJECT_H

#include "tests/support/program.h"

/*
 * A project with revisions and a database of its own, for tests of the runner. All is gone when the
 * process exits.
 */

typedef struct {
    char *dir; /* holds gen.yml and migrations/ */
    char *url; /* of an empty database */
    ProgramSetting setting;
    unsigned count; /* revisions written so far */
} Project;

Project *project_new(void);
void project_free(Project *project);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Project, project_free)

/* Writes the next revision: `revises` is "" or ids apart by commas; either SQL may be "". */
void project_revision(Project *project, const char *id, const char *revises, const char *upgrade,
                      const char *downgrade);

/* Fails unless the version table holds these ids, apart by spaces, sorted. */
void project_expect_versions(const Project *project, const char *ids);

#endif
