/* CREATE TYPE … AS RANGE.
 * https://www.postgresql.org/docs/current/sql-createtype.html */
#include "emit/emission.h"
#include "emit/emit.h"
#include "emit/plain.h"
#include "emit/quote.h"
#include "schema/kinds.h"

static bool has_multiranges(const EmitOptions *options)
{
    return options->server_version == 0 || options->server_version >= 140000;
}

static void parameter(GString *out, const char *key, QualifiedName value)
{
    if (!value.name)
        return;
    g_autofree char *name = quote_qualified(value);
    g_string_append_printf(out, ", %s = %s", key, name);
}

static void comment_multirange(Script *script, const Range *range)
{
    g_autofree char *name = quote_qualified(range_multirange(range));
    g_autofree char *text =
        range->multirange_comment ? quote_literal(range->multirange_comment) : NULL;
    script_after(script, "COMMENT ON TYPE %s IS %s", name, text ? text : "NULL");
}

/* The function takes the type, and the type is made with the function: each finds what there is of
 * the other by way of a shell.
 * https://www.postgresql.org/docs/current/sql-createtype.html#SQL-CREATETYPE-RANGE */
static void create_canonical(Script *script, const Object *object, const EmitOptions *options)
{
    const Change *change = options->emission ? options->emission->change : NULL;
    if (!change || change->to != object || !change->canonical)
        return;
    g_autofree char *name = quote_object(object);
    script_add(script, "CREATE TYPE %s", name);
    emission_create(script, change->canonical, options);
}

static void create(Script *script, const Object *object, const EmitOptions *options)
{
    const Range *range = (const Range *)object;
    g_autofree char *name = quote_object(object);
    create_canonical(script, object, options);
    g_autoptr(GString) list = g_string_new(NULL);
    g_string_append_printf(list, "SUBTYPE = %s", range->subtype);
    parameter(list, "SUBTYPE_OPCLASS", range->opclass);
    parameter(list, "COLLATION", range->collation);
    parameter(list, "CANONICAL", range->canonical);
    parameter(list, "SUBTYPE_DIFF", range->subtype_diff);
    if (has_multiranges(options))
        parameter(list, "MULTIRANGE_TYPE_NAME", range->multirange);
    script_add(script, "CREATE TYPE %s AS RANGE (%s)", name, list->str);
    if (range->multirange_comment)
        comment_multirange(script, range);
}

static void alter(Script *script, const Change *change, const EmitOptions *options)
{
    (void)options;
    if (change_has(change, "multirange_comment"))
        comment_multirange(script, (const Range *)change->to);
}

static void rename_range(Script *script, const Object *from, const Object *to)
{
    plain_rename(script, "TYPE", from, to, NULL);
}

/* Functions do not follow the type that they make to another name or schema. `arguments` have "%s"
 * for the range's name. */
static void move_functions(Script *script, QualifiedName from, QualifiedName to,
                           const char *const *arguments, const char *range)
{
    g_autofree char *old = quote_qualified(from);
    g_autofree char *here = quote_qualified((QualifiedName){from.schema, to.name});
    g_autofree char *name = quote_name(to.name);
    g_autofree char *schema = quote_name(to.schema);
    for (; *arguments; arguments++) {
        g_auto(GStrv) parts = g_strsplit(*arguments, "%s", -1);
        g_autofree char *list = g_strjoinv(range, parts);
        if (g_strcmp0(from.name, to.name) != 0)
            script_add(script, "ALTER FUNCTION %s(%s) RENAME TO %s", old, list, name);
        if (g_strcmp0(from.schema, to.schema) != 0)
            script_add(script, "ALTER FUNCTION %s(%s) SET SCHEMA %s", here, list, schema);
    }
}

static void move_constructors(Script *script, const Range *range, QualifiedName to)
{
    static const char *const arguments[] = {"%s, %s", "%s, %s, text", NULL};
    QualifiedName from = {range->object.schema, range->object.name};
    move_functions(script, from, to, arguments, range->subtype);
}

/* The multirange type of a range that has the name `range` by now. */
static void move_multirange(Script *script, QualifiedName from, QualifiedName to,
                            QualifiedName range)
{
    static const char *const arguments[] = {"", "%s", "VARIADIC %s[]", NULL};
    g_autofree char *old = quote_qualified(from);
    g_autofree char *here = quote_qualified((QualifiedName){from.schema, to.name});
    g_autofree char *name = quote_name(to.name);
    g_autofree char *schema = quote_name(to.schema);
    g_autofree char *range_name = quote_qualified(range);
    if (g_strcmp0(from.name, to.name) != 0)
        script_add(script, "ALTER TYPE %s RENAME TO %s", old, name);
    if (g_strcmp0(from.schema, to.schema) != 0)
        script_add(script, "ALTER TYPE %s SET SCHEMA %s", here, schema);
    move_functions(script, from, to, arguments, range_name);
}

/* The multirange type keeps its name when the range is renamed, so that a new name of the range's
 * alone asks for the one that PostgreSQL would have made. */
static void rename_along(Script *script, const Object *from, const Object *to,
                         const EmitOptions *options)
{
    const Range *range = (const Range *)from;
    QualifiedName name = {to->schema, to->name};
    move_constructors(script, range, name);
    if (range->multirange.name || !has_multiranges(options))
        return;
    g_autofree char *made = range_multirange_name(to->name);
    move_multirange(script, range_multirange(range),
                    (QualifiedName){to->schema, g_intern_string(made)}, name);
}

/* The functions of the old type take other names than those of the new one: even where their
 * arguments are of other types, a call could mean them. */
static void retire(Script *script, const Change *change, const EmitOptions *options)
{
    const Range *range = (const Range *)change->from;
    g_autofree char *here = quote_object(change->from);
    g_autofree char *aside = retired_name(change->from);
    g_autofree char *aside_name = quote_name(aside);
    QualifiedName name = {change->from->schema, g_intern_string(aside)};
    script_add(script, "ALTER TYPE %s RENAME TO %s", here, aside_name);
    move_constructors(script, range, name);
    if (!has_multiranges(options))
        return;
    QualifiedName multirange = range_multirange(range);
    g_autofree char *made = range_multirange_name(aside);
    move_multirange(script, multirange, (QualifiedName){multirange.schema, g_intern_string(made)},
                    name);
}

/* Type and canonical function hold each other, so that only CASCADE drops them: it is to take
 * nothing else along. What is theirs alone (arrays, multiranges, constructors) are their internal
 * dependents.
 * https://www.postgresql.org/docs/current/catalog-pg-depend.html */
static void drop_with_canonical(Script *script, const char *name)
{
    g_autofree char *literal = quote_literal(name);
    g_autofree char *message = g_strdup_printf("other objects depend on range %s", name);
    g_autofree char *text = quote_literal(message);
    g_autofree char *body = g_strdup_printf(
        "\nDECLARE\n"
        "    others text;\n"
        "BEGIN\n"
        "    WITH RECURSIVE own (classid, objid) AS (\n"
        "        SELECT 'pg_catalog.pg_type'::regclass::oid, %s::regtype::oid\n"
        "        UNION\n"
        "        SELECT 'pg_catalog.pg_proc'::regclass, rngcanonical\n"
        "        FROM pg_catalog.pg_range WHERE rngtypid = %s::regtype\n"
        "        UNION\n"
        "        SELECT d.classid, d.objid FROM own\n"
        "        JOIN pg_catalog.pg_depend AS d ON d.refclassid = own.classid\n"
        "            AND d.refobjid = own.objid AND d.deptype = 'i'\n"
        "    )\n"
        "    SELECT string_agg(DISTINCT pg_catalog.pg_describe_object(d.classid, d.objid,\n"
        "                                                             d.objsubid), E'\\n')\n"
        "    INTO others\n"
        "    FROM own\n"
        "    JOIN pg_catalog.pg_depend AS d ON d.refclassid = own.classid\n"
        "        AND d.refobjid = own.objid\n"
        "    WHERE (d.classid, d.objid) NOT IN (SELECT classid, objid FROM own);\n"
        "    IF others IS NOT NULL THEN\n"
        "        RAISE dependent_objects_still_exist USING MESSAGE = %s, DETAIL = others;\n"
        "    END IF;\n"
        "    DROP TYPE %s CASCADE;\n"
        "END\n",
        literal, literal, text, name);
    g_autofree char *quoted = quote_dollar(body);
    script_add(script, "DO %s", quoted);
}

static void drop(Script *script, const Object *object, const EmitOptions *options)
{
    g_autofree char *name = quote_object(object);
    (void)options;
    if (((const Range *)object)->canonical.name)
        drop_with_canonical(script, name);
    else
        plain_drop(script, "TYPE", object);
}

static char *comment_target(const Object *object)
{
    return plain_target("TYPE", object);
}

const KindSql kind_sql_RANGE = {
    .create = create,
    .alter = alter,
    .rename = rename_range,
    .rename_along = rename_along,
    .drop = drop,
    .retire = retire,
    .comment_target = comment_target,
};
