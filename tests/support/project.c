#include "tests/support/project.h"

#include <stdlib.h>

#include "tests/support/scratch.h"
#include "tests/support/server.h"

Project *project_new(void)
{
    Project *project = g_new0(Project, 1);

    project->dir = scratch_dir();
    project->url = server_create_database();
    project->setting = (ProgramSetting){.dir = project->dir, .url = project->url};
    scratch_write(project->dir, "gen.yml", "migrations: migrations\n");
    scratch_write(project->dir, "migrations/.keep", "");
    return project;
}

void project_free(Project *project)
{
    if (project == NULL)
        return;
    free(project->dir);
    g_free(project->url);
    g_free(project);
}

void project_revision(Project *project, const char *id, const char *revises, const char *upgrade,
                      const char *downgrade)
{
    g_autofree char *path = g_strdup_printf("migrations/%04u_%s.sql", ++project->count, id);
    g_autofree char *parents =
        *revises != '\0' ? g_strdup_printf("-- Revises: %s\n", revises) : g_strdup("");
    g_autofree char *text = g_strdup_printf("-- revision %s\n--\n-- Revision: %s\n%s"
                                            "\n-- gen: upgrade\n%s\n\n-- gen: downgrade\n%s\n",
                                            id, id, parents, upgrade, downgrade);

    scratch_write(project->dir, path, text);
}

void project_expect_versions(const Project *project, const char *ids)
{
    server_expect(
        project->url,
        "SELECT coalesce(string_agg(version_num, ' ' ORDER BY version_num COLLATE \"C\"), "
        "'') FROM gen_version",
        ids);
}
