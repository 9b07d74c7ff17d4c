/* gen.yml, the environment and .env: what a project has set.
 *
 * Ownership: a Config owns everything in it. Paths are relative to the working directory, or
 * absolute. docs/configuration.md describes every key.
 */
#ifndef GEN_GENERATOR_CONFIG_H
#define GEN_GENERATOR_CONFIG_H

#include "schema/diagnostics.h"

#include <glib.h>
#include <stdbool.h>

/* An element of a list (name NULL) or a key with its value, and where it stands. */
typedef struct ConfigEntry {
    char *name;
    char *value;
    Place place;
} ConfigEntry;

typedef struct Config {
    char *path; /* of gen.yml, or NULL when there is none */
    char *root; /* the folder of gen.yml, or "." */

    char *models;
    char *migrations;
    char *backups;

    char *database;       /* a URL, or NULL */
    GPtrArray *databases; /* ConfigEntry: name and URL */

    char *schema;       /* where models without a schema go */
    GPtrArray *schemas; /* ConfigEntry; empty: those that the models name */
    bool all_schemas;   /* schemas: all */
    GPtrArray *include; /* ConfigEntry: patterns */
    GPtrArray *exclude;
    GPtrArray *types;  /* ConfigEntry: word and type */
    GPtrArray *naming; /* ConfigEntry: pk, uq, ck, fk, ix and their template */
    GPtrArray *manage; /* ConfigEntry: grants, owners */

    char *file_template; /* or NULL */
    char *timezone;      /* or NULL: UTC */

    char *version_table;        /* or NULL: gen_version */
    char *version_table_schema; /* or NULL: public */

    char *lock_timeout;      /* as PostgreSQL writes it; "5s" */
    char *statement_timeout; /* or NULL: the server's */
    double lock_wait;        /* seconds for the runner lock */
    gint64 lock_retries;
    bool backup_always;

    GPtrArray *hooks[6]; /* by Hook: ConfigEntry, commands for the shell */

    GHashTable *dotenv; /* name → value of .env */
} Config;

typedef enum Hook {
    HOOK_AFTER_REVISION,
    HOOK_BEFORE_UPGRADE,
    HOOK_AFTER_UPGRADE,
    HOOK_BEFORE_DOWNGRADE,
    HOOK_AFTER_DOWNGRADE,
    HOOK_ON_FAILURE,
} Hook;

/* Reads gen.yml: `file` when that is given, else gen.yml in the working directory or the nearest
 * folder above it; without one, everything has its default. Then .env beside it, then GEN_… from
 * the environment. NULL after diagnostics (DIAG_CONFIG with the place). */
Config *config_read(const char *file, Diagnostics *diagnostics);
void config_free(Config *config);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Config, config_free)

/* A variable of the environment or, when it is not set there, of .env; NULL for neither. */
const char *config_variable(const Config *config, const char *name);

/* The URL of one of `databases`, or NULL. */
const char *config_database(const Config *config, const char *name);

/* The word of a hook in gen.yml and in GEN_HOOK. Static. */
const char *hook_word(Hook hook);

#endif
