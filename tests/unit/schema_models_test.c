/* Models and the state they mean: every short form. */
#include "schema/models.h"
#include "tests/support/check.h"
#include "tests/unit/state_lines.h"

typedef struct Case {
    const char *model;
    const char *lines;
} Case;

static void check_case(const Case *c)
{
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(State) state =
        models_read_text("model.yml", c->model, strlen(c->model), NULL, diagnostics);
    g_autofree char *problems = diagnostic_lines(diagnostics);
    assert_string_equal(problems, "");
    g_autofree char *lines = state_lines(state);
    assert_string_equal(lines, c->lines);
}

static void check_cases(const Case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        check_case(&cases[i]);
}

static const Case fields[] = {
    {"table: t\nfields:\n  a: int\n  b: { type: string, max_length: 20, required: true }\n"
     "  c: { type: datetime, nullable: false, comment: when }\n  d: { type: text, nullable: true "
     "}\n",
     "table t:\n"
     "column t.a: type=integer\n"
     "column t.b: type=character varying(20) not_null=true\n"
     "column t.c: type=timestamp with time zone not_null=true comment=when\n"
     "column t.d: type=text\n"},
    {"name: t\nfields: { a: { type: uuid, primary: true, default: { sql: gen_random_uuid() } } }\n",
     "table t:\n"
     "column t.a: type=uuid not_null=true default=gen_random_uuid()\n"
     "primary key t.t_pkey: fields=[a]\n"},
    {"table: t\nfields:\n  a: { type: int, primary: true, unique: true }\n"
     "  b: { type: int, primary: true }\n  c: { type: int, unique: true, index: false }\n",
     "table t:\n"
     "column t.a: type=integer not_null=true\n"
     "column t.b: type=integer not_null=true\n"
     "column t.c: type=integer\n"
     "primary key t.t_pkey: fields=[a, b]\n"
     "unique constraint t.t_a_key: fields=[a]\n"
     "unique constraint t.t_c_key: fields=[c]\n"},
    {"table: t\nfields:\n  a: { type: int, unique: { name: u, nulls_not_distinct: true } }\n"
     "  b: { type: int, index: { method: hash, name: i } }\n"
     "  c: { type: int, check: { name: k, expression: c > 0, not_valid: true } }\n",
     "table t:\n"
     "column t.a: type=integer\n"
     "column t.b: type=integer\n"
     "column t.c: type=integer\n"
     "unique constraint t.u: fields=[a] nulls_not_distinct=true\n"
     "index t.i: fields={field: b} method=hash\n"
     "check t.k: expression=c > 0 not_valid=true\n"},
    {"table: t\nfields:\n  a: { type: bigint, identity: always }\n"
     "  b: { type: int, identity: { start: 10, increment: 1, cache: 5, maxvalue: 2147483647 } }\n"
     "  c: { type: int, identity: { generation: always, increment: -1, start: -1, sequence: s } "
     "}\n",
     "table t:\n"
     "column t.a: type=bigint not_null=true identity=always\n"
     "column t.b: type=integer not_null=true identity=by default start=10 cache=5\n"
     "column t.c: type=integer not_null=true identity=always identity_sequence=public.s "
     "increment=-1\n"},
    {"table: t\nfields:\n  a: { type: text, generated: lower(b) }\n"
     "  b: { type: text, generated: { expression: upper(a), virtual: true } }\n",
     "table t:\n"
     "column t.a: type=text generated=lower(b)\n"
     "column t.b: type=text generated=upper(a) virtual=true\n"},
    {"table: t\nfields:\n  a: serial\n  b: { type: bigserial }\n",
     "sequence t_a_seq: type=integer owned_by_table=public.t owned_by_column=a\n"
     "sequence t_b_seq: owned_by_table=public.t owned_by_column=b\n"
     "table t:\n"
     "column t.a: type=integer not_null=true default=nextval('public.t_a_seq'::regclass)\n"
     "column t.b: type=bigint not_null=true default=nextval('public.t_b_seq'::regclass)\n"},
    {"table: t\nfields:\n  a: { type: text, collation: C, storage: EXTERNAL, compression: lz4, "
     "statistics: 100, options: { n_distinct: 5 } }\n"
     "  b: { type: text, storage: extended, statistics: -1, compression: default }\n"
     "  c: { type: int, using: c::int, backfill: { sql: now() }, renamed_from: old }\n",
     "table t:\n"
     "column t.a: type=text collation=C storage=external compression=lz4 statistics=100 "
     "options=[n_distinct=5]\n"
     "column t.b: type=text\n"
     "column t.c: type=integer using=c::int backfill=now() renamed_from=old\n"},
    {"table: t\nfields: { a: int }\ntimestamps: true\nsoft_delete: true\n",
     "table t:\n"
     "column t.a: type=integer\n"
     "column t.created_at: type=timestamp with time zone not_null=true default=now()\n"
     "column t.updated_at: type=timestamp with time zone not_null=true default=now()\n"
     "column t.deleted_at: type=timestamp with time zone\n"},
};

static void fields_become_columns(void **state)
{
    (void)state;
    check_cases(fields, G_N_ELEMENTS(fields));
}

static const Case references[] = {
    {"table: t\nfields:\n  id: { type: int, primary: true }\n"
     "  a: { type: int, references: t.id, on_delete: SET NULL, on_update: no action }\n"
     "  b: { type: int, references: t, on_delete: set_null }\n"
     "  c: { type: int, references: public.t.id, deferrable: true }\n"
     "  d: { type: int, references: t(id), match: full, deferrable: initially deferred }\n"
     "  e: { type: int, references: { table: t, field: id } }\n"
     "  f: { type: int, references: public.t }\n",
     "table t:\n"
     "column t.id: type=integer not_null=true\n"
     "column t.a: type=integer\ncolumn t.b: type=integer\ncolumn t.c: type=integer\n"
     "column t.d: type=integer\ncolumn t.e: type=integer\ncolumn t.f: type=integer\n"
     "primary key t.t_pkey: fields=[id]\n"
     "foreign key t.t_a_fkey: fields=[a] references=public.t referenced_fields=[id] "
     "on_delete=set null\n"
     "foreign key t.t_b_fkey: fields=[b] references=public.t referenced_fields=[id] "
     "on_delete=set null\n"
     "foreign key t.t_c_fkey: fields=[c] references=public.t referenced_fields=[id] "
     "deferrable=initially immediate\n"
     "foreign key t.t_d_fkey: fields=[d] references=public.t referenced_fields=[id] match=full "
     "deferrable=initially deferred\n"
     "foreign key t.t_e_fkey: fields=[e] references=public.t referenced_fields=[id]\n"
     "foreign key t.t_f_fkey: fields=[f] references=public.t referenced_fields=[id]\n"},
    {"table: a.b\nfields: { \"x.y\": { type: int, primary: true, references: '\"a.b\".\"x.y\"' } "
     "}\n",
     "table a.b:\n"
     "column a.b.x.y: type=integer not_null=true\n"
     "primary key a.b.a.b_pkey: fields=[x.y]\n"
     "foreign key a.b.a.b_x.y_fkey: fields=[x.y] references=public.a.b referenced_fields=[x.y]\n"},
};

static void references_have_many_forms(void **state)
{
    (void)state;
    check_cases(references, G_N_ELEMENTS(references));
}

static const Case sections[] = {
    {"table: t\nfields: { a: int, b: int, c: text }\nprimary_key: [a, b]\n"
     "unique: [[b, c], { name: u, fields: c, deferrable: true }]\n"
     "checks: { ok: a > 0, lax: { expression: b > 0, no_inherit: true, comment: why } }\n"
     "foreign_keys: [{ fields: [a, b], references: t(a, b), on_delete: cascade }]\n",
     "table t:\n"
     "column t.a: type=integer not_null=true\ncolumn t.b: type=integer not_null=true\n"
     "column t.c: type=text\n"
     "primary key t.t_pkey: fields=[a, b]\n"
     "unique constraint t.t_b_c_key: fields=[b, c]\n"
     "unique constraint t.u: fields=[c] deferrable=initially immediate\n"
     "check t.ok: expression=a > 0\n"
     "check t.lax: expression=b > 0 no_inherit=true comment=why\n"
     "foreign key t.t_a_b_fkey: fields=[a, b] references=public.t referenced_fields=[a, b] "
     "on_delete=cascade\n"},
    {"table: t\nfields: { a: int, b: int }\n"
     "primary_key: { name: pk, fields: [b], include: [a], deferrable: initially deferred }\n",
     "table t:\ncolumn t.a: type=integer\ncolumn t.b: type=integer not_null=true\n"
     "primary key t.pk: fields=[b] include=[a] deferrable=initially deferred\n"},
    {"table: t\nfields: { a: { type: int, primary: true } }\nprimary_key: { name: pk }\n",
     "table t:\ncolumn t.a: type=integer not_null=true\nprimary key t.pk: fields=[a]\n"},
    {"table: t\nfields: { a: int, b: text, r: int4range }\n"
     "indexes:\n  - [a, b]\n  - { fields: [{ expression: lower(b) }], unique: true, where: a > 0 "
     "}\n"
     "  - { fields: [{ field: a, order: desc, nulls: first, opclass: int4_ops, collation: x.y }], "
     "method: brin, with: { pages_per_range: 32, autosummarize: true }, include: [b], name: i }\n"
     "  - { fields: [{ field: a, order: asc, nulls: last }], method: btree, name: j }\n"
     "exclude: [{ using: gist, elements: [{ field: r, with: '&&' }], where: a > 0 }]\n",
     "table t:\ncolumn t.a: type=integer\ncolumn t.b: type=text\ncolumn t.r: type=int4range\n"
     "exclusion constraint t.t_r_excl: elements={field: r, with: &&} using=gist where=a > 0\n"
     "index t.t_a_b_idx: fields={field: a}{field: b}\n"
     "index t.t_lower_idx: fields={expression: lower(b)} unique=true where=a > 0\n"
     "index t.i: fields={field: a, collation: x.y, opclass: int4_ops, descending: true} "
     "method=brin include=[b] with=[pages_per_range=32, autosummarize=true]\n"
     "index t.j: fields={field: a}\n"},
    {"table: t\nfields: { a: int }\nindexes: { i: [a], j: { fields: a, unique: true } }\n"
     "unique: { u: [a] }\n",
     "table t:\ncolumn t.a: type=integer\nunique constraint t.u: fields=[a]\n"
     "index t.i: fields={field: a}\nindex t.j: fields={field: a} unique=true\n"},
    {"table: t\nschema: app\ncomment: c\nrenamed_from: old.s\nunlogged: true\nfields: {}\n"
     "options: { fillfactor: 70, toast.autovacuum_enabled: false }\ntablespace: fast\n"
     "replica_identity: { index: i }\nrow_security: true\naccess_method: columnar\n",
     "table app.t: unlogged=true options=[fillfactor=70, toast.autovacuum_enabled=false] "
     "tablespace=fast access_method=columnar replica_identity=index replica_identity_index=i "
     "row_security=enabled comment=c renamed_from=s\n"},
};

static void sections_become_children(void **state)
{
    (void)state;
    check_cases(sections, G_N_ELEMENTS(sections));
}

static const Case relations[] = {
    {"name: Team\ntable: teams\nfields: { id: { type: serial, primary: true } }\n"
     "relations: [{ type: one_to_many, target: User, back_populates: team }]\n"
     "---\nname: User\ntable: users\nfields: { id: { type: uuid, primary: true } }\n"
     "relations:\n  - { type: many_to_one, target: Team, required: true, on_delete: cascade, "
     "back_populates: members }\n"
     "  - { type: many_to_one, target: User, foreign_key: boss_id, index: false }\n"
     "  - { type: many_to_one, target: Team, name: secondTeam, unique: true }\n",
     "sequence teams_id_seq: type=integer owned_by_table=public.teams owned_by_column=id\n"
     "table teams:\n"
     "column teams.id: type=integer not_null=true "
     "default=nextval('public.teams_id_seq'::regclass)\n"
     "primary key teams.teams_pkey: fields=[id]\n"
     "table users:\n"
     "column users.id: type=uuid not_null=true\n"
     "column users.team_id: type=integer not_null=true\n"
     "column users.boss_id: type=uuid\n"
     "column users.second_team_id: type=integer\n"
     "primary key users.users_pkey: fields=[id]\n"
     "foreign key users.users_team_id_fkey: fields=[team_id] references=public.teams "
     "referenced_fields=[id] on_delete=cascade\n"
     "index users.users_team_id_idx: fields={field: team_id}\n"
     "foreign key users.users_boss_id_fkey: fields=[boss_id] references=public.users "
     "referenced_fields=[id]\n"
     "foreign key users.users_second_team_id_fkey: fields=[second_team_id] "
     "references=public.teams referenced_fields=[id]\n"
     "unique constraint users.users_second_team_id_key: fields=[second_team_id]\n"},
    {"name: User\ntable: users\nfields: { id: { type: int, primary: true } }\n"
     "relations: [{ type: many_to_many, target: Tag }]\n"
     "---\nname: Tag\ntable: tags\nfields: { id: { type: bigint, primary: true } }\n",
     "table tags:\ncolumn tags.id: type=bigint not_null=true\nprimary key tags.tags_pkey: "
     "fields=[id]\n"
     "table users:\ncolumn users.id: type=integer not_null=true\nprimary key users.users_pkey: "
     "fields=[id]\n"
     "table users_tags:\n"
     "column users_tags.user_id: type=integer not_null=true\n"
     "column users_tags.tag_id: type=bigint not_null=true\n"
     "primary key users_tags.users_tags_pkey: fields=[user_id, tag_id]\n"
     "foreign key users_tags.users_tags_user_id_fkey: fields=[user_id] references=public.users "
     "referenced_fields=[id] on_delete=cascade\n"
     "foreign key users_tags.users_tags_tag_id_fkey: fields=[tag_id] references=public.tags "
     "referenced_fields=[id] on_delete=cascade\n"
     "index users_tags.users_tags_tag_id_idx: fields={field: tag_id}\n"},
    /* the key of a model made of a relation; a field that is there; a foreign key that is there */
    {"name: A\nfields: { id: { type: int, primary: true } }\n"
     "---\nname: B\nfields: { n: int }\nprimary_key: [a_id, n]\n"
     "relations: [{ type: many_to_one, target: A }]\n"
     "---\nname: C\nfields: { b_a_id: { type: int, required: true }, b_n: int }\n"
     "relations: [{ type: many_to_one, target: B }]\n",
     "table A:\ncolumn A.id: type=integer not_null=true\nprimary key A.A_pkey: fields=[id]\n"
     "table B:\ncolumn B.n: type=integer not_null=true\ncolumn B.a_id: type=integer not_null=true\n"
     "primary key B.B_pkey: fields=[a_id, n]\n"
     "foreign key B.B_a_id_fkey: fields=[a_id] references=public.A referenced_fields=[id]\n"
     "table C:\ncolumn C.b_a_id: type=integer not_null=true\ncolumn C.b_n: type=integer\n"
     "foreign key C.C_b_a_id_b_n_fkey: fields=[b_a_id, b_n] references=public.B "
     "referenced_fields=[a_id, n]\n"
     "index C.C_b_a_id_b_n_idx: fields={field: b_a_id}{field: b_n}\n"},
    /* both sides have it: one table, whichever is read first */
    {"name: B\nfields: { id: { type: int, primary: true } }\n"
     "relations: [{ type: many_to_many, target: A, through: links, back_populates: bs }]\n"
     "---\nname: A\nfields: { id: { type: int, primary: true } }\n"
     "relations: [{ type: many_to_many, target: B, name: bs }]\n",
     "table A:\ncolumn A.id: type=integer not_null=true\nprimary key A.A_pkey: fields=[id]\n"
     "table B:\ncolumn B.id: type=integer not_null=true\nprimary key B.B_pkey: fields=[id]\n"
     "table links:\ncolumn links.b_id: type=integer not_null=true\n"
     "column links.a_id: type=integer not_null=true\n"
     "primary key links.links_pkey: fields=[b_id, a_id]\n"
     "foreign key links.links_b_id_fkey: fields=[b_id] references=public.B "
     "referenced_fields=[id] on_delete=cascade\n"
     "foreign key links.links_a_id_fkey: fields=[a_id] references=public.A "
     "referenced_fields=[id] on_delete=cascade\n"
     "index links.links_a_id_idx: fields={field: a_id}\n"},
};

static void relations_add_columns_keys_and_tables(void **state)
{
    (void)state;
    check_cases(relations, G_N_ELEMENTS(relations));
}

static const Case documents[] = {
    {"enum: role\nschema: app\nvalues: [a, b, { value: c, renamed_from: d }]\ncomment: x\n",
     "enum app.role: values={value: a}{value: b}{value: c, renamed_from: d} comment=x\n"},
    {"enums:\n  role: [a, b]\n  kind: { values: [x] }\nextensions: [citext, { name: pg_trgm, "
     "schema: ext, version: '1.6' }]\nschemas: [app]\n",
     "schema app:\nextension citext:\nextension pg_trgm: schema=ext version=1.6\n"
     "enum kind: values={value: x}\nenum role: values={value: a}{value: b}\n"},
    {"domain: email\ntype: string\nmax_length: 99\nnot_null: true\ndefault: a@b\n"
     "checks: { ok: VALUE ~ '@' }\n",
     "domain email: type=character varying(99) not_null=true "
     "default='a@b'::character varying\ncheck email.ok: expression=VALUE ~ '@'\n"},
    {"domain: d\ntype: int\nchecks: [VALUE > 0, VALUE > 1]\n",
     "domain d: type=integer\ncheck d.d_check: expression=VALUE > 0\n"
     "check d.d_check1: expression=VALUE > 1\n"},
    {"sequence: s\ntype: integer\nstart: 5\nincrement: 1\nminvalue: 5\nmaxvalue: 2147483647\n"
     "cycle: true\n---\nsequences: [{ name: t, increment: -1, maxvalue: -1 }]\n",
     "sequence s: type=integer minvalue=5 cycle=true\nsequence t: increment=-1\n"},
    {"sequence: s\nowned_by: t.a\n---\ntable: t\nfields: { a: int }\n",
     "sequence s: owned_by_table=public.t owned_by_column=a\n"
     "table t:\ncolumn t.a: type=integer\n"},
    {"", ""},
    {"# nothing\n---\n---\n", ""},
};

static void other_documents_become_objects(void **state)
{
    (void)state;
    check_cases(documents, G_N_ELEMENTS(documents));
}

static const struct {
    const char *type;
    const char *value;
    const char *sql;
} defaults[] = {
    {"int", "0", "0"},
    {"int", "-1", "'-1'::integer"},
    {"int", "1_000", "1000"},
    {"int", "'7'", "7"},
    {"bigint", "3000000000", "'3000000000'::bigint"},
    {"smallint", "-3", "'-3'::integer"},
    {"numeric", "0.50", "0.50"},
    {"numeric", "-0.5", "'-0.5'::numeric"},
    {"\"numeric(12,2)\"", "10", "10"},
    {"numeric", "NaN", "'NaN'::numeric"},
    {"float", ".5", "0.5"},
    {"float", "12345678901234567890", "'12345678901234567890'::numeric"},
    {"boolean", "true", "true"},
    {"boolean", "'no'", "false"},
    {"text", "now()", "'now()'::text"},
    {"text", "it's", "'it''s'::text"},
    {"text", "5", "'5'::text"},
    {"text", "a\\b", "'a\\b'::text"},
    {"string", "x", "'x'::character varying"},
    {"varchar(3)", "x", "'x'::character varying"},
    {"char(3)", "x", "'x'::bpchar"},
    {"'\"char\"'", "x", "'x'::\"char\""},
    {"role", "admin", "'admin'::public.role"},
    {"role[]", "[admin]", "'{admin}'::public.role[]"},
    {"email", "a@b", "'a@b'::text"},
    {"'text[]'", "[]", "'{}'::text[]"},
    {"'text[]'", "[a, 'b c', 'NULL', '', ~, 'q\"']",
     "'{a,\"b c\",\"NULL\",\"\",NULL,\"q\\\"\"}'::text[]"},
    {"'int[]'", "[[1, 2], [3, 4]]", "'{{1,2},{3,4}}'::integer[]"},
    {"'varchar(3)[]'", "[a]", "'{a}'::character varying[]"},
    {"'bool[]'", "[true, false]", "'{t,f}'::boolean[]"},
    {"'text[]'", "'{a,b}'", "'{a,b}'::text[]"},
    {"jsonb", "{ bb: [1, x, true, ~], a: { } }",
     "'{\"a\": {}, \"bb\": [1, \"x\", true, null]}'::jsonb"},
    {"json", "{ bb: 1.5, a: '1' }", "'{\"bb\": 1.5, \"a\": \"1\"}'::json"},
    {"jsonb", "'{\"a\":1}'", "'{\"a\":1}'::jsonb"},
    {"jsonb", "[]", "'[]'::jsonb"},
    {"date", "2020-01-01", "'2020-01-01'::date"},
    {"timestamptz", "2020-01-01", "'2020-01-01'::timestamp with time zone"},
    {"uuid", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",
     "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid"},
    {"interval", "1 day", "'1 day'::interval"},
    {"bit(3)", "'101'", "'101'"},
    {"timestamptz", "{ sql: now() }", "now()"},
    {"int", "{ sql: \"(1 + 2)\" }", "(1 + 2)"},
};

static void literals_take_postgresql_s_form(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < G_N_ELEMENTS(defaults); i++) {
        g_autofree char *text =
            g_strdup_printf("enum: role\nvalues: [admin]\n---\ndomain: email\ntype: text\n---\n"
                            "table: t\nfields:\n  a:\n    type: %s\n    default: %s\n",
                            defaults[i].type, defaults[i].value);
        g_autoptr(Diagnostics) diagnostics = diagnostics_new();
        g_autoptr(State) state =
            models_read_text("model.yml", text, strlen(text), NULL, diagnostics);
        g_autofree char *problems = diagnostic_lines(diagnostics);
        assert_string_equal(problems, "");
        const Object *table = state_find(state, KIND_TABLE, "public", "t");
        const Object *column = state_find_child(state, KIND_COLUMN, table, "a");
        const Field *field = kind_field(column->info, "default");
        assert_string_equal(FIELD_STRING(column, field), defaults[i].sql);
    }
}

static const struct {
    const char *schema; /* of the model */
    const char *type;
    const char *text;
} types[] = {
    {"public", "role", "public.role"},
    {"public", "'role[]'", "public.role[]"},
    {"app", "role", "app.role"},
    {"app", "public.role", "public.role"},
    {"app", "sole", "other.sole"},
    {"app", "'\"Mixed Case\"'", "public.\"Mixed Case\""},
    {"app", "Upper", "public.\"Upper\""},
    {"app", "select", "public.\"select\""},
    {"public", "geo.point", "geo.point"},
    {"public", "Citext", "citext"},
    {"public", "\"geometry(Point,4326)\"", "geometry(Point,4326)"},
    {"public", "datetime", "timestamp without time zone"}, /* by `types:` */
    {"public", "'money_text[]'", "numeric(12,2)[]"},
};

static void types_are_found_in_their_schemas(void **unused)
{
    (void)unused;
    g_autoptr(GHashTable) words = g_hash_table_new(g_str_hash, g_str_equal);
    g_hash_table_insert(words, (gpointer) "datetime", (gpointer) "timestamp");
    g_hash_table_insert(words, (gpointer) "money_text", (gpointer) "numeric(12,2)");
    ModelOptions options = {.types = words};
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++) {
        g_autofree char *text = g_strdup_printf(
            "extension: citext\n---\nenums:\n  - { name: role, values: [a] }\n"
            "  - { name: role, schema: app, values: [a] }\n"
            "  - { name: sole, schema: other, values: [a] }\n"
            "  - { name: Mixed Case, values: [a] }\n  - { name: Upper, values: [a] }\n"
            "  - { name: select, values: [a] }\n"
            "---\ntable: t\nschema: %s\nfields: { a: { type: %s } }\n",
            types[i].schema, types[i].type);
        g_autoptr(Diagnostics) diagnostics = diagnostics_new();
        g_autoptr(State) state =
            models_read_text("model.yml", text, strlen(text), &options, diagnostics);
        g_autofree char *problems = diagnostic_lines(diagnostics);
        assert_string_equal(problems, "");
        const Object *table = state_find(state, KIND_TABLE, types[i].schema, "t");
        const Object *column = state_find_child(state, KIND_COLUMN, table, "a");
        assert_string_equal(FIELD_STRING(column, kind_field(column->info, "type")), types[i].text);
    }
}

static void schemas_that_are_named_are_implied(void **unused)
{
    (void)unused;
    static const char text[] = "schema: declared\n---\ntable: t\nschema: app\nfields: { a: int }\n";
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(State) state = models_read_text("model.yml", text, strlen(text), NULL, diagnostics);
    assert_true(state_find(state, KIND_SCHEMA, NULL, "app")->implied);
    assert_false(state_find(state, KIND_SCHEMA, NULL, "declared")->implied);
    const Object *table = state_find(state, KIND_TABLE, "app", "t");
    assert_string_equal(table->place.file, "model.yml");
    assert_int_equal(table->place.line, 3);
    const Object *column = state_find_child(state, KIND_COLUMN, table, "a");
    assert_int_equal(column->place.line, 5);
    assert_int_equal(column->place.column, 11);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_become_columns),
        cmocka_unit_test(references_have_many_forms),
        cmocka_unit_test(sections_become_children),
        cmocka_unit_test(relations_add_columns_keys_and_tables),
        cmocka_unit_test(other_documents_become_objects),
        cmocka_unit_test(literals_take_postgresql_s_form),
        cmocka_unit_test(types_are_found_in_their_schemas),
        cmocka_unit_test(schemas_that_are_named_are_implied),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
