#!/usr/bin/env python3
"""Prints the SQL of a schema of N tables, like one that has grown over years: columns of many types,
keys, foreign keys to earlier tables, indexes, checks, enums and defaults. The same N gives the same
text.

    make_schema.py N | psql …
"""

import random
import sys

# Column types with the defaults that people give them; None is no default.
TYPES = [
    ("integer", ["0", "1", None]),
    ("bigint", ["0", None]),
    ("text", ["''", "'none'::text", None]),
    ("varchar(255)", ["''", None]),
    ("boolean", ["false", "true"]),
    ("numeric(12,2)", ["0", "0.00", None]),
    ("double precision", [None]),
    ("timestamptz", ["now()", None]),
    ("timestamp(3)", [None]),
    ("date", ["CURRENT_DATE", None]),
    ("uuid", ["gen_random_uuid()", None]),
    ("jsonb", ["'{}'", None]),
    ("text[]", ["'{}'", None]),
    ("bytea", [None]),
    ("inet", [None]),
    ("interval", ["'1 day'", None]),
]
ENUMS = 20


def enum_statements(chance):
    for number in range(ENUMS):
        labels = ", ".join(f"'label_{i}'" for i in range(chance.randint(3, 9)))
        yield f"CREATE TYPE kind_{number:02} AS ENUM ({labels});"


def column(chance, number):
    if chance.random() < 0.1:
        return f"    c{number:02} kind_{chance.randrange(ENUMS):02} NOT NULL DEFAULT 'label_0'"
    name, defaults = chance.choice(TYPES)
    default = chance.choice(defaults)
    return (f"    c{number:02} {name}" + (" NOT NULL" if chance.random() < 0.5 else "") +
            (f" DEFAULT {default}" if default else ""))


def table_statements(chance, table):
    """One table: a key, a name, a price, 6 to 20 other columns, at most 3 foreign keys."""
    name = f"table_{table:05}"
    lines = ["    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
             "    name varchar(100) NOT NULL",
             "    price numeric(12,2) NOT NULL DEFAULT 0",
             "    created_at timestamptz NOT NULL DEFAULT now()"]
    lines += [column(chance, number) for number in range(chance.randint(6, 20))]
    references = chance.randint(0, 3) if table else 0
    for number in range(references):
        lines.append(f"    ref{number} bigint REFERENCES table_{chance.randrange(table):05} (id)"
                     f" ON DELETE {chance.choice(['CASCADE', 'SET NULL', 'RESTRICT'])}")
    lines.append(f"    CONSTRAINT {name}_price_check CHECK (price >= 0)")
    if chance.random() < 0.3:
        lines.append(f"    CONSTRAINT {name}_name_key UNIQUE (name)")
    if chance.random() < 0.3:
        lines.append(f"    CONSTRAINT {name}_name_check CHECK (length(name) > 0 AND name <> 'x')")
    yield f"CREATE TABLE {name} (\n" + ",\n".join(lines) + "\n);"
    for number in range(references):
        yield f"CREATE INDEX ON {name} (ref{number});"
    if chance.random() < 0.5:
        yield f"CREATE INDEX ON {name} (created_at DESC, name);"
    if chance.random() < 0.2:
        yield f"CREATE INDEX ON {name} (lower(name)) WHERE price > 0;"
    if chance.random() < 0.2:
        yield f"COMMENT ON TABLE {name} IS 'The table of number {table}';"


def main():
    count = int(sys.argv[1])
    chance = random.Random(count)
    print("BEGIN;")
    for statement in enum_statements(chance):
        print(statement)
    for table in range(count):
        for statement in table_statements(chance, table):
            print(statement)
        if table % 500 == 499:
            print("COMMIT;\nBEGIN;")
    print("COMMIT;\nANALYZE pg_class;")


if __name__ == "__main__":
    main()
