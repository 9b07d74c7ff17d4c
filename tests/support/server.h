#ifndef GEN_TESTS_SERVER_H
#define GEN_TESTS_SERVER_H

/*
 * The throwaway PostgreSQL that live tests run on (tests/support/pg.sh). ctest starts one for a
 * whole run; a test program started by hand starts its own, or joins one that is up. Every failure
 * here fails the running test.
 */

#include <stdbool.h>

/* The major version: 15. */
int server_version(void);

/* A path of the server's own programs, e.g. server_program("pg_dump"), or of the machine's where
 * the server came without; NULL where there is none. The caller frees it. */
char *server_program(const char *name);

/* Whether the machine has a pg_dump that takes this server; else it says that tests are left out.
 */
bool server_has_dump(void);

/* A URL of this database on the server, as its superuser; the caller frees it. */
char *server_url(const char *database);

/* Creates an empty database of a name not used before and returns its URL, which the caller frees.
 * It is dropped when the process exits. */
char *server_create_database(void);

/* Has the server have a tablespace of this name from now on, in its own directory. */
void server_need_tablespace(const char *name);

/* Runs SQL, several statements if need be, in one session. */
void server_execute(const char *url, const char *sql);

/* The same, but returns the server's message and the statement instead of failing, or NULL when all
 * went well; the caller frees it. */
char *server_try(const char *url, const char *sql);

/* Empties a database of server_create_database: all its schemas, extensions and settings go, and
 * `public` is as in a new one. Much faster than a new one. */
void server_empty_database(const char *url);

/* The rows of a query as psql -At prints them: columns between '|', rows between newlines, and no
 * newline at the end. The caller frees the text. */
char *server_query(const char *url, const char *sql);

/* Fails unless the query's rows are this text. */
void server_expect(const char *url, const char *sql, const char *rows);

/* Waits until the query's rows are this text; fails when they are not within half a minute. */
void server_await(const char *url, const char *sql, const char *rows);

/* Waits until another session of the database runs a statement that matches this pattern. */
void server_await_statement(const char *url, const char *pattern);

#endif
