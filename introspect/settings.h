/* Session settings under which SQL text is read from the catalogues. Used inside introspect/ only.
 */
#ifndef GEN_INTROSPECT_SETTINGS_H
#define GEN_INTROSPECT_SETTINGS_H

/* One statement that sets, for the transaction, everything on which the printed form of types and
 * expressions depends, so that every session prints the same: all names are qualified, values of
 * time, floating point and binary types have one form. Besides, parallel workers and JIT are off:
 * for queries of some milliseconds they cost more than they give.
 * https://www.postgresql.org/docs/current/runtime-config-client.html */
extern const char settings_for_reading[];

#endif
