/* Tables: all clauses, options, partitions, inheritance, renames. */
#include "tests/support/emitted.h"

static Table *users(State *state)
{
    Table *table = add_table(state, "users");
    add_column(state, table, "id", "uuid")->not_null = true;
    return table;
}

static void with_constraints(void **unused)
{
    (void)unused;
    State *b = state_with_public("b");
    Table *teams = add_table(b, "teams");
    add_column(b, teams, "id", "uuid")->not_null = true;
    add_key(b, KIND_PRIMARY_KEY, teams, "teams_pkey", "id")->object.comment = "the key";
    Table *table = users(b);
    table->object.comment = "people";
    add_column(b, table, "team_id", "uuid")->object.comment = "their team";
    add_key(b, KIND_PRIMARY_KEY, table, "users_pkey", "id");
    add_key(b, KIND_UNIQUE, table, "users_team_key", "team_id id");
    add_check(b, &table->object, "users_ok", "id IS NOT NULL");
    add_foreign_key(b, table, "users_team_fkey", "team_id", "teams", "id");
    add_index(b, table, "users_team_idx", "team_id");
    expect_sql(state_with_public("a"), b,
               "CREATE TABLE public.teams (\n"
               "    id uuid NOT NULL,\n"
               "    CONSTRAINT teams_pkey PRIMARY KEY (id)\n"
               ");\n"
               "COMMENT ON CONSTRAINT teams_pkey ON public.teams IS 'the key';\n"
               "CREATE TABLE public.users (\n"
               "    id uuid NOT NULL,\n"
               "    team_id uuid,\n"
               "    CONSTRAINT users_pkey PRIMARY KEY (id),\n"
               "    CONSTRAINT users_team_key UNIQUE (team_id, id),\n"
               "    CONSTRAINT users_ok CHECK (id IS NOT NULL)\n"
               ");\n"
               "COMMENT ON TABLE public.users IS 'people';\n"
               "COMMENT ON COLUMN public.users.team_id IS 'their team';\n"
               "CREATE INDEX users_team_idx ON public.users (team_id);\n"
               "ALTER TABLE public.users ADD CONSTRAINT users_team_fkey FOREIGN KEY (team_id) "
               "REFERENCES public.teams (id);\n",
               "-- DATA LOSS: table users is dropped with its rows\n"
               "DROP TABLE public.users;\n"
               "-- DATA LOSS: table teams is dropped with its rows\n"
               "DROP TABLE public.teams;\n");
}

static void without_columns(void **unused)
{
    (void)unused;
    State *b = state_with_public("b");
    add_table(b, "empty");
    expect_sql(state_with_public("a"), b, "CREATE TABLE public.empty ();\n", NULL);
}

static void every_clause(void **unused)
{
    (void)unused;
    State *b = state_with_public("b");
    Table *table = users(b);
    table->unlogged = true;
    table->options = names(b, "autovacuum_enabled=false fillfactor=70 "
                              "toast.autovacuum_vacuum_scale_factor=0.5 log=C:\\x");
    table->tablespace = g_intern_string("fast disk");
    table->access_method = g_intern_string("columnar");
    table->row_security = "forced";
    table->replica_identity = "full";
    expect_sql(
        state_with_public("a"), b,
        "CREATE UNLOGGED TABLE public.users (\n"
        "    id uuid NOT NULL\n"
        ") USING columnar WITH (autovacuum_enabled=false, fillfactor=70, "
        "toast.autovacuum_vacuum_scale_factor=0.5, log=E'C:\\\\x') TABLESPACE \"fast disk\";\n"
        "ALTER TABLE public.users\n"
        "    ENABLE ROW LEVEL SECURITY,\n"
        "    FORCE ROW LEVEL SECURITY,\n"
        "    REPLICA IDENTITY FULL;\n",
        NULL);
}

static void partitioned(void **unused)
{
    (void)unused;
    State *b = state_with_public("b");
    Table *table = users(b);
    table->partition_by = "RANGE (id)";
    Table *part = add_table(b, "users_1");
    part->partition_of = in_public("users");
    part->values = "FOR VALUES FROM (MINVALUE) TO ('5')";
    part->partition_by = "HASH (id)";
    Table *other = add_table(b, "users_2");
    other->partition_of = in_public("users");
    other->values = "DEFAULT";
    other->options = names(b, "fillfactor=50");
    expect_sql(
        state_with_public("a"), b,
        "CREATE TABLE public.users (\n"
        "    id uuid NOT NULL\n"
        ") PARTITION BY RANGE (id);\n"
        "CREATE TABLE public.users_1 PARTITION OF public.users FOR VALUES FROM (MINVALUE) TO ('5') "
        "PARTITION BY HASH (id);\n"
        "CREATE TABLE public.users_2 PARTITION OF public.users DEFAULT WITH (fillfactor=50);\n",
        NULL);
}

static void attached_and_detached(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    for (int i = 0; i < 2; i++) {
        State *state = i ? b : a;
        users(state)->partition_by = "RANGE (id)";
        Table *part = add_table(state, "users_1");
        add_column(state, part, "id", "uuid")->not_null = true;
        if (i) {
            part->partition_of = in_public("users");
            part->values = "DEFAULT";
        }
    }
    expect_sql(a, b, "ALTER TABLE public.users ATTACH PARTITION public.users_1 DEFAULT;\n",
               "ALTER TABLE public.users DETACH PARTITION public.users_1;\n");
}

static void inherited(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    users(a);
    users(b);
    add_column(a, add_table(a, "staff"), "id", "uuid")->not_null = true;
    Table *staff = add_table(b, "staff");
    add_column(b, staff, "id", "uuid")->not_null = true;
    const Field *field = kind_field(staff->object.info, "inherits");
    staff->inherits = state_items(b, field->item, 1);
    ((Parent *)staff->inherits.items)->table = in_public("users");
    Table *guests = add_table(b, "guests");
    guests->inherits = staff->inherits;
    add_column(b, guests, "until", "date");
    expect_sql(a, b,
               "CREATE TABLE public.guests (\n"
               "    until date\n"
               ") INHERITS (public.users);\n"
               "ALTER TABLE public.staff INHERIT public.users;\n",
               "ALTER TABLE public.staff NO INHERIT public.users;\n"
               "-- DATA LOSS: table guests is dropped with its rows\n"
               "DROP TABLE public.guests;\n");
}

static void options_change(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    Table *from = users(a);
    Table *to = users(b);
    from->options =
        names(a, "autovacuum_enabled=false fillfactor=70 toast.autovacuum_enabled=false");
    to->options = names(b, "fillfactor=80 toast.autovacuum_enabled=false");
    to->unlogged = true;
    from->row_security = "forced";
    to->replica_identity = "nothing";
    expect_sql(a, b,
               "ALTER TABLE public.users\n"
               "    SET UNLOGGED,\n"
               "    RESET (autovacuum_enabled),\n"
               "    SET (fillfactor=80),\n"
               "    REPLICA IDENTITY NOTHING,\n"
               "    DISABLE ROW LEVEL SECURITY,\n"
               "    NO FORCE ROW LEVEL SECURITY;\n",
               "ALTER TABLE public.users\n"
               "    SET LOGGED,\n"
               "    SET (autovacuum_enabled=false, fillfactor=70),\n"
               "    REPLICA IDENTITY DEFAULT,\n"
               "    ENABLE ROW LEVEL SECURITY,\n"
               "    FORCE ROW LEVEL SECURITY;\n");
}

static void row_security(void **unused)
{
    (void)unused;
    static const char *const words[] = {NULL, "enabled", "forced", NULL};
    static const char *const sql[] = {
        "ALTER TABLE public.users ENABLE ROW LEVEL SECURITY;\n",
        "ALTER TABLE public.users FORCE ROW LEVEL SECURITY;\n",
        ("ALTER TABLE public.users\n"
         "    DISABLE ROW LEVEL SECURITY,\n"
         "    NO FORCE ROW LEVEL SECURITY;\n"),
    };
    for (size_t i = 0; i < G_N_ELEMENTS(sql); i++) {
        State *a = state_with_public("a");
        State *b = state_with_public("b");
        users(a)->row_security = words[i];
        users(b)->row_security = words[i + 1];
        expect_sql(a, b, sql[i], NULL);
    }
}

static void tablespace(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    users(a);
    users(b)->tablespace = g_intern_string("fast");
    expect_sql(a, b, "ALTER TABLE public.users SET TABLESPACE fast;\n",
               "DO $$\n"
               "BEGIN\n"
               "    EXECUTE format('ALTER TABLE public.users SET TABLESPACE %I', (\n"
               "        SELECT t.spcname FROM pg_tablespace AS t\n"
               "        JOIN pg_database AS d ON d.dattablespace = t.oid\n"
               "        WHERE d.datname = current_database()));\n"
               "END\n"
               "$$;\n");
}

static void identified_by_an_index(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    Table *from = users(a);
    Table *to = users(b);
    add_index(a, from, "users_a", "id")->unique = true;
    add_index(b, to, "users_a", "id")->unique = true;
    add_index(b, to, "users_b", "id")->unique = true;
    from->replica_identity = to->replica_identity = "index";
    from->replica_identity_index = g_intern_string("users_a");
    to->replica_identity_index = g_intern_string("users_b");
    expect_sql(a, b,
               "CREATE UNIQUE INDEX users_b ON public.users (id);\n"
               "ALTER TABLE public.users REPLICA IDENTITY USING INDEX users_b;\n",
               "DROP INDEX public.users_b;\n"
               "ALTER TABLE public.users REPLICA IDENTITY USING INDEX users_a;\n");
}

static void renamed(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    users(a);
    Table *to = add_table(b, "people");
    add_column(b, to, "id", "uuid")->not_null = true;
    add_column(b, to, "name", "text");
    to->object.renamed_from = (QualifiedName){NULL, g_intern_string("users")};
    expect_sql(a, b,
               "ALTER TABLE public.users RENAME TO people;\n"
               "ALTER TABLE public.people ADD COLUMN name text;\n",
               "ALTER TABLE public.people RENAME TO users;\n"
               "-- DATA LOSS: column users.name is dropped with its values\n"
               "ALTER TABLE public.users DROP COLUMN name;\n");
}

static void move(bool taken_there, bool taken_here, const char *up)
{
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    for (int i = 0; i < 2; i++) {
        State *state = i ? b : a;
        state_add(state, KIND_SCHEMA, NULL, NULL, "app", NULL);
        if (taken_there)
            state_add(state, KIND_TABLE, NULL, "app", "users", NULL);
        if (taken_here)
            add_table(state, "people");
    }
    add_table(a, "users");
    state_add(b, KIND_TABLE, NULL, "app", "people", NULL)->renamed_from = in_public("users");
    expect_sql(a, b, up, NULL);
}

static void renamed_and_moved(void **unused)
{
    (void)unused;
    move(false, false,
         "ALTER TABLE public.users RENAME TO people;\n"
         "ALTER TABLE public.people SET SCHEMA app;\n");
    move(true, false,
         "ALTER TABLE public.users RENAME TO people;\n"
         "ALTER TABLE public.people SET SCHEMA app;\n");
    move(false, true,
         "ALTER TABLE public.users SET SCHEMA app;\n"
         "ALTER TABLE app.users RENAME TO people;\n");
    move(true, true,
         "ALTER TABLE public.users RENAME TO people__moved;\n"
         "ALTER TABLE public.people__moved SET SCHEMA app;\n"
         "ALTER TABLE app.people__moved RENAME TO people;\n");
}

static void replaced(void **unused)
{
    (void)unused;
    State *a = state_with_public("a");
    State *b = state_with_public("b");
    Table *from = users(a);
    add_table(a, "z");
    from->object.comment = "old";
    users(b)->object.comment = NULL;
    expect_sql(a, b,
               "COMMENT ON TABLE public.users IS NULL;\n"
               "-- DATA LOSS: table z is dropped with its rows\n"
               "DROP TABLE public.z;\n",
               NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(with_constraints),
        cmocka_unit_test(without_columns),
        cmocka_unit_test(every_clause),
        cmocka_unit_test(partitioned),
        cmocka_unit_test(attached_and_detached),
        cmocka_unit_test(inherited),
        cmocka_unit_test(options_change),
        cmocka_unit_test(row_security),
        cmocka_unit_test(tablespace),
        cmocka_unit_test(identified_by_an_index),
        cmocka_unit_test(renamed),
        cmocka_unit_test(renamed_and_moved),
        cmocka_unit_test(replaced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
