#ifndef GEN_TESTS_OWN_SERVER_H
#define GEN_TESTS_OWN_SERVER_H

/*
 * A PostgreSQL of a test's own, for what the one that all tests share must not suffer: a crash,
 * other settings, a life as a standby. A failure here fails the running test.
 */

typedef struct OwnServer OwnServer;

/* `options` are for the server's command line ("-c wal_level=replica"), or "". */
OwnServer *own_server_start(const char *options);
void own_server_stop(OwnServer *server);

/* Stops it as a crash would (pg_ctl stop -m immediate), and starts it again on the same data. */
void own_server_halt(OwnServer *server);
void own_server_resume(OwnServer *server);

/* Between the two: makes it a standby, which can be read only. */
void own_server_make_standby(OwnServer *server);

/* A URL of this database there; the caller frees it. */
char *own_server_url(const OwnServer *server, const char *database);

#endif
