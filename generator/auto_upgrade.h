/* `upgrade --auto`: what a container does before it starts its service. */
#ifndef GEN_GENERATOR_AUTO_UPGRADE_H
#define GEN_GENERATOR_AUTO_UPGRADE_H

#include "generator/apply.h"

/* Waits for the database, takes over what Alembic says about it where gen has not been yet, and
 * runs the request. AUTO_MIGRATE=false makes it do nothing; BACKUP_BEFORE_MIGRATE=true asks for a
 * backup. Returns the exit status as apply_run() does. */
int auto_upgrade(Context *context, ApplyRequest *request, double wait);

#endif
