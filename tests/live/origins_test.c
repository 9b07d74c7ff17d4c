/* A table that moves out of a schema of others leaves what else there is alone, before and after.
 */
#include <glib.h>

#include "tests/support/check.h"
#include "tests/support/program.h"
#include "tests/support/scratch.h"
#include "tests/support/server.h"

static void test_others_are_left_alone(void **state)
{
    g_autofree char *url = server_create_database();
    g_autofree char *dir = scratch_dir();
    const ProgramSetting setting = {.dir = dir, .url = url};

    (void)state;
    server_execute(url, "CREATE SCHEMA app; CREATE TABLE app.events (id bigserial PRIMARY KEY);"
                        "CREATE TABLE app.of_others (id integer)");
    scratch_write(dir, "gen.yml", "models: models\n");
    scratch_write(dir, "models/events.yml",
                  "table: events\nrenamed_from: app.events\nfields:\n"
                  "  id: { type: bigserial, primary: true }\n");
    program_free(program_expect(&setting, 0, "diff", "-m", "move", "--apply", NULL));
    server_expect(url,
                  "SELECT relnamespace::regnamespace, relname FROM pg_class WHERE relname ~ "
                  "'^(events|of_others)' ORDER BY 2",
                  "public|events\npublic|events_id_seq\npublic|events_pkey\napp|of_others");
    program_free(program_expect(&setting, 0, "check", NULL));
    server_execute(url, "CREATE TABLE app.events (id integer)");
    program_free(program_expect(&setting, 0, "check", NULL));
    program_free(program_expect(&setting, 0, "downgrade", "base", "--dry-run", NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_others_are_left_alone),
    };

    return cmocka_run_group_tests_name("origins", tests, NULL, NULL);
}
