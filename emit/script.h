/* Statements under construction.
 *
 * Emitters add statements, and clauses of ALTER TABLE that join the statement before them when that
 * is about the same table: one lock, one rewrite. Constraints of a table whose CREATE TABLE was the
 * last statement become part of it. Comments and the like wait until such a statement is closed.
 *
 * A statement under construction is followed, once it is closed, by
 *   1. what fills the columns it added (script_fill),
 *   2. one ALTER TABLE with the clauses that had to wait for it (script_then), itself open to more,
 *   3. statements such as COMMENT ON (script_after).
 *
 * Ownership: a Script owns its statements; texts passed in are copied. Tables must outlive it.
 */
#ifndef GEN_EMIT_SCRIPT_H
#define GEN_EMIT_SCRIPT_H

#include "schema/object.h"

typedef struct Statement {
    char *sql;           /* without the semicolon; several lines where that reads better */
    GPtrArray *notes;    /* char *: comment lines above it, without "-- " */
    const Object *table; /* the table it is about, or NULL */
    bool loses_data;
    bool starts_step;  /* the next transaction starts with it */
    bool autocommit;   /* cannot run in a transaction: a step of its own kind */
    const char *local; /* setting that must hold in its transaction, or NULL */
    Place origin;      /* where models declare what it is about first, or PLACE_NONE */
} Statement;

typedef struct Script Script;

Script *script_new(void);
void script_free(Script *script);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Script, script_free)

/* Where models declare what the statements that are begun from now on are about. */
void script_set_origin(Script *script, Place origin);

/* A statement of its own. */
void script_add(Script *script, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* The table that the statement added next is about, for those that are no clauses. */
void script_about(Script *script, const Object *table);

/* A clause of ALTER TABLE on `table` ("SET LOGGED"). Joins the statement before where it can. */
void script_clause(Script *script, const Object *table, const char *format, ...)
    G_GNUC_PRINTF(3, 4);

/* The clause ADD COLUMN `definition`: the one clause that also joins a statement that is to be
 * followed by script_fill. */
void script_add_column(Script *script, const Object *table, const char *definition);

/* A table constraint ("CONSTRAINT x CHECK (…)"): inside the CREATE TABLE of `table` when that is
 * the statement before, else ALTER TABLE … ADD. */
void script_constraint(Script *script, const Object *table, const char *format, ...)
    G_GNUC_PRINTF(3, 4);

/* Begins CREATE TABLE: `head` is "CREATE TABLE x", `tail` what follows the parentheses, or "". Then
 * script_element adds columns. Without any element the parentheses are empty; with `bare` they are
 * left out (PARTITION OF). */
void script_create_table(Script *script, const Object *table, const char *head, const char *tail,
                         bool bare);
void script_element(Script *script, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* A statement that changes rows of `table`, once the ALTER TABLE under construction is done.
 * Clauses that come later wait for it. */
void script_fill(Script *script, const Object *table, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* A clause of ALTER TABLE that cannot be part of the CREATE TABLE under construction, or that has
 * to wait for what script_fill does; where there is neither, the same as script_clause. */
void script_then(Script *script, const Object *table, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* A statement that follows the one under construction as soon as that is closed. */
void script_after(Script *script, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* A statement at the end of the script, in a step of its own. */
void script_last(Script *script, const Object *table, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* A comment line above the statement (or clause) added next; `loses_data` marks that statement. */
void script_note(Script *script, bool loses_data, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* Closes the statement under construction: what comes next does not join it. */
void script_close(Script *script);

/* The statement added next needs a setting ("check_function_bodies = off", not copied): SET LOCAL
 * stands before the first one of its step that does. */
void script_local(Script *script, const char *setting);

/* The next statement starts a new step. */
void script_step(Script *script);

/* The statement added next cannot run in a transaction. Steps begin before and after it by
 * themselves. */
void script_autocommit(Script *script);

/* The statement added last must be committed before a later one that contains `text`: if there is
 * one, a step ends here. */
void script_commit_before(Script *script, const char *text);

/* Closes what is open and gives the statements (Statement *), owned by the script. */
const GPtrArray *script_statements(Script *script);

#endif
