#include "introspect/probe.h"

#include "schema/type_name.h"

/* Pairs of these differ by what some type drops: digits, fractions of a second, the time of day,
 * the zone, the end of a name, the host of a network. None is another spelling of another one. */
static const char values[] =
    "SELECT '0.' || repeat('0', n) || '1' FROM generate_series(0, 19) AS n"
    " UNION ALL SELECT '04:05:06.' || repeat('0', n) || '1' FROM generate_series(0, 5) AS n"
    " UNION ALL SELECT '2001-02-03 04:05:06.' || repeat('0', n) || '1'"
    " FROM generate_series(0, 5) AS n"
    " UNION ALL SELECT repeat('x', 70) || n FROM generate_series(1, 2) AS n"
    " UNION ALL SELECT unnest(ARRAY['0', '7', '8', '16777216', '16777217', '9007199254740992',"
    " '9007199254740993', '04:05:06', '04:05:06+01', '04:05:06+02', '1 day 04:05:06',"
    " '2001-02-03', '2001-02-03 04:05:06', '2001-02-04 04:05:06', '192.168.1.0/24',"
    " '192.168.1.5/24', '(3,4),(1,2)', '(4,5),(0,1)'])";

static bool is_own(const RecastType *type)
{
    g_autofree char *problem = NULL;
    g_autoptr(TypeName) name = type_name_parse(type->text, &problem);
    return name && name->canonical && !type->class;
}

char *probe_statement(const Recast *recast, const char *table, bool cast)
{
    if (!is_own(&recast->from) || !is_own(&recast->to))
        return NULL;
    const char *value = g_str_has_suffix(recast->from.text, "]") ? "ARRAY[p]" : "p";
    g_autofree char *given = cast ? g_strdup_printf("v::%s", recast->to.text) : g_strdup("v");
    return g_strdup_printf(
        "DO $probe$\n"
        "DECLARE p text;\n"
        "BEGIN\n"
        "    FOR p IN %s LOOP\n"
        "        BEGIN\n"
        "            INSERT INTO %s (v, w)\n"
        "            SELECT v, %s FROM (SELECT %s::%s) AS t (v);\n"
        "        EXCEPTION WHEN OTHERS THEN NULL;\n"
        "        END;\n"
        "    END LOOP;\n"
        "    IF EXISTS (SELECT FROM %s AS a JOIN %s AS b\n"
        "               ON a.w::text = b.w::text AND a.v::text <> b.v::text) THEN\n"
        "        RAISE SQLSTATE '" PROBE_LOSES "';\n"
        "    END IF;\n"
        "    RAISE 'nothing is lost';\n"
        "END $probe$",
        values, table, given, value, recast->from.text, table, table);
}
