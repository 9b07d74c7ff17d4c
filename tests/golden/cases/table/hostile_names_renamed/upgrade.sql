CREATE SCHEMA "new 'schema'";
ALTER TABLE "Old.schema"."from" RENAME TO "to ""it""";
ALTER TABLE "Old.schema"."to ""it""" SET SCHEMA "new 'schema'";
ALTER TABLE "new 'schema'"."to ""it""" RENAME COLUMN "käse" TO "Käse";
ALTER TABLE "new 'schema'"."to ""it""" RENAME COLUMN "a b" TO "select";
