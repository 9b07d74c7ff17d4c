ALTER TABLE "new 'schema'"."to ""it""" RENAME TO "from";
ALTER TABLE "new 'schema'"."from" SET SCHEMA "Old.schema";
ALTER TABLE "Old.schema"."from" RENAME COLUMN "select" TO "a b";
ALTER TABLE "Old.schema"."from" RENAME COLUMN "Käse" TO "käse";
DROP SCHEMA "new 'schema'";
