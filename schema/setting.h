/* Settings "name=value" as pg_proc.proconfig keeps them. */
#ifndef GEN_SCHEMA_SETTING_H
#define GEN_SCHEMA_SETTING_H

#include <glib.h>

/* The names in the value of a setting that is a list of names, without quotes; NULL for other
 * settings and where the value cannot be read. Freed with g_strfreev. */
char **setting_names(const char *setting);

/* The setting as PostgreSQL would keep it: a list of names with single spaces and quotes where they
 * are needed. Freed with g_free. */
char *setting_normal(const char *setting);

#endif
