#include "generator/import.h"

#include "diff/diff.h"
#include "generator/managed.h"
#include "generator/proposal.h"
#include "introspect/canonical.h"
#include "schema/doubt.h"
#include "schema/hint.h"
#include "schema/requirement.h"

/* What a text means in the database as it is shows whether the database says the same, where a plan
 * has to know what it will mean when all of the models is there. Where there can be no scratch
 * database, what is left open is written anew. */
static bool ask(Connection *judge, State *models, GPtrArray *doubts, Diagnostics *diagnostics)
{
    for (guint i = 0; i < doubts->len; i++)
        ((Doubt *)g_ptr_array_index(doubts, i))->moving = false;
    if (!canonical_ask(judge, models, doubts, diagnostics))
        return false;
    g_autoptr(Diagnostics) none = diagnostics_new();
    EmitOptions options = {.server_version = connection_version(judge)};
    answer_on_scratch(judge, models, doubts, &options, none);
    return true;
}

/* Writes into the models how the server would say what they say, and the names that the database
 * has for what they leave unnamed. What it does not take stays as it is. Takes partitions that the
 * models leave open out of the database's state. */
static bool settle(Connection *judge, State *database, State *models, Diagnostics *diagnostics)
{
    g_autoptr(Comparison) comparison = comparison_new(database, models);
    g_autoptr(GPtrArray) doubts = comparison_doubts(comparison);
    if (doubts->len && !ask(judge, models, doubts, diagnostics))
        return false;
    comparison_settle(comparison, doubts);
    g_autoptr(GPtrArray) others = g_ptr_array_new();
    comparison_left_alone(comparison, others);
    state_remove_all(database, others);
    hints_keep(database, models);
    comparison_take_texts(database, models);
    return true;
}

/* What models say of what is not managed is none of the database's business: it stays. */
static bool keep_others(const Config *config, State *database, const State *models,
                        Diagnostics *diagnostics)
{
    g_autoptr(GPtrArray) others = g_ptr_array_new();
    if (!managed_find_others(config, models, others, diagnostics))
        return false;
    for (guint i = 0; i < others->len; i++)
        state_add_copy(database, g_ptr_array_index(others, i));
    return true;
}

/* What the project's models say now; NULL where there are none. */
static bool read_standing(const Sources *sources, State *database, State **ret,
                          Diagnostics *diagnostics)
{
    *ret = NULL;
    if (!g_file_test(sources->config->models, G_FILE_TEST_IS_DIR))
        return true;
    g_autoptr(State) state = source_models(sources, diagnostics);
    if (!state || !keep_others(sources->config, database, state, diagnostics))
        return false;
    managed_complete_grants(sources->config, state);
    if (!settle(sources->connection, database, state, diagnostics))
        return false;
    requirement_keep_said(database, state);
    *ret = g_steal_pointer(&state);
    return true;
}

static void warn_of_losses(const State *standing, const State *database, Diagnostics *diagnostics)
{
    for (guint i = 0; i < standing->objects->len; i++) {
        const Object *object = g_ptr_array_index(standing->objects, i);
        if (object->parent || object->implied || state_find_same(database, object))
            continue;
        g_autofree char *title = object_title(object);
        diag_warning(diagnostics, DIAG_FILE, object->place,
                     "%s %s is not in the database, and in the models no more", object->info->word,
                     title);
    }
}

/* Keeps less of the files that cannot be read any more; of all when none of them is known. */
static bool keep_less_of_broken(ModelsKept *kept, const Diagnostics *errors)
{
    g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(Place));
    for (guint i = 0; i < diagnostics_count(errors); i++) {
        Place file = {diagnostics_get(errors, i)->place.file, 0, 0};
        g_array_append_val(places, file);
    }
    return models_keep_less(kept, places) || models_keep_nothing(kept);
}

/* The same for documents that say something else than the database has. */
static bool keep_less_of_wrong(ModelsKept *kept, const State *standing, const State *models,
                               const State *database)
{
    g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(Place));
    for (guint i = 0; i < database->objects->len; i++) {
        const Object *object = g_ptr_array_index(database->objects, i);
        if (object->parent || models_say(models, object, comparison_is_same))
            continue;
        const Object *own = state_find_same(standing, object);
        const Object *written = state_find_same(models, object);
        if (own && own->place.file)
            g_array_append_val(places, own->place);
        else if (written && written->place.file)
            g_array_append_vals(places, &(Place){written->place.file, 0, 0}, 1);
    }
    return models_keep_less(kept, places);
}

/* Reads what was written. `ret_again` when some files have to be written with less kept. False
 * after diagnostics that say nothing of the models: a file or the server cannot be read. */
static bool read_back(const Sources *sources, State *database, const State *standing,
                      ModelsKept *kept, bool *ret_again, Diagnostics *diagnostics)
{
    g_autoptr(Diagnostics) errors = diagnostics_new();
    g_autoptr(State) models = NULL;
    bool read = read_standing(sources, database, &models, errors);
    if (!read && diagnostics_status(errors) != EXIT_STATUS_MODELS) {
        diagnostics_append(diagnostics, errors);
        return false;
    }
    *ret_again = read ? keep_less_of_wrong(kept, standing, models, database)
                      : keep_less_of_broken(kept, errors);
    return true;
}

bool import_models(const Sources *sources, State *database, ModelWriteResult *ret,
                   Diagnostics *diagnostics)
{
    g_autoptr(State) standing = NULL;
    if (!read_standing(sources, database, &standing, diagnostics))
        return false;
    managed_forget_access(sources->config, database, standing);
    if (standing)
        warn_of_losses(standing, database, diagnostics);
    g_autoptr(ModelsKept) kept = models_kept_new();
    for (bool again = true; again;) {
        again = false;
        if (!source_write_models(sources, database, standing, kept, ret, diagnostics) ||
            (standing && ret->written &&
             !read_back(sources, database, standing, kept, &again, diagnostics)))
            return false;
    }
    return managed_cut_configured(sources->config, database, diagnostics);
}
