CREATE SCHEMA "We ""ird";

CREATE TABLE "We ""ird"."select" (
    "order" integer NOT NULL,
    "two words" text NOT NULL,
    "a.b" text,
    "Überschrift" text DEFAULT 'it''s "so"'::text,
    "quo""te" integer,
    "semi;colon" text,
    "CamelCase" integer,
    "$1" integer,
    CONSTRAINT select_pkey PRIMARY KEY ("order"),
    CONSTRAINT "select_two words_key" UNIQUE ("two words"),
    CONSTRAINT "it's a check" CHECK ("CamelCase" <> 1),
    CONSTRAINT "select_quo""te_check" CHECK ("quo""te" > 0)
);

COMMENT ON TABLE "We ""ird"."select" IS E'"double" ''single'' $$dollar$$ \\backslash';
COMMENT ON COLUMN "We ""ird"."select"."Überschrift" IS 'naïve — ☃';
CREATE INDEX "an index;" ON "We ""ird"."select" ("two words", "a.b") WHERE "order" > 0;
CREATE INDEX "select_a.b_idx" ON "We ""ird"."select" ("a.b");
ALTER TABLE "We ""ird"."select" ADD CONSTRAINT "select_CamelCase_fkey" FOREIGN KEY ("CamelCase") REFERENCES "We ""ird"."select" ("order");
