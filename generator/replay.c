#include "generator/replay.h"

#include "migrations/graph.h"
#include "migrations/revision_parse.h"
#include "migrations/section_run.h"

static bool replay_file(const char *path, Connection *connection, Diagnostics *diagnostics)
{
    g_autoptr(RevisionFile) file = revision_read(path, diagnostics);
    if (!file)
        return false;
    SectionRun run = {.connection = connection, .section = &file->upgrade, .path = path};
    return section_run(&run, diagnostics);
}

bool replay_migrations(const Config *config, Connection *connection, Diagnostics *diagnostics)
{
    g_autoptr(Graph) graph = graph_read(config->migrations, diagnostics);
    if (!graph)
        return false;
    for (guint i = 0; i < graph->revisions->len; i++) {
        const Revision *revision = g_ptr_array_index(graph->revisions, i);
        if (!replay_file(revision->file->path, connection, diagnostics))
            return false;
    }
    return true;
}
