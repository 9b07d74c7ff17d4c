#!/usr/bin/env python3
"""Times the runner against what it cannot go below, in one run; nothing here asserts the figures.

    tests/bench/runner.py [--revisions N] [--files N] [--rounds N] [--gen PATH]

upgrade   through N revisions of one statement each; floor: the same SQL with psql in one session, a transaction per file
history, current   on FILES revision files; floor: reading them all with cat
"""

import argparse
import os
import statistics
import subprocess
import tempfile

from bench import TOP, measure, start_server


def write_revisions(directory, count):
    """Writes a chain of revisions; returns the same SQL as one script."""
    os.makedirs(os.path.join(directory, "migrations"))
    with open(os.path.join(directory, "gen.yml"), "w", encoding="utf-8") as file:
        file.write("migrations: migrations\n")
    script, parent = [], ""
    for i in range(count):
        name = f"{0xabc000000000 + i * 7919:012x}"
        sql = f"CREATE TABLE t{i} (id bigint PRIMARY KEY, name text NOT NULL);"
        revises = f"-- Revises: {parent}\n" if parent else ""
        path = os.path.join(directory, "migrations", f"20260101_{i:05d}_{name}_table_{i}.sql")
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"-- table {i}\n--\n-- Revision: {name}\n{revises}-- Created: 2026-01-01T00:00:00Z\n\n"
                       f"-- gen: upgrade\n{sql}\n\n-- gen: downgrade\nDROP TABLE t{i};\n")
        script.append(f"BEGIN;\n{sql}\nCOMMIT;\n")
        parent = name
    return "".join(script), parent


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--revisions", type=int, default=1000)
    parser.add_argument("--files", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--gen", default=os.path.join(TOP, "build/release/gen"))
    options = parser.parse_args()
    gen = os.path.abspath(options.gen)

    with tempfile.TemporaryDirectory(prefix="gen-bench-") as work:
        server = start_server(os.path.join(work, "server"))
        env = {**os.environ, **{name: server[name] for name in ("PGHOST", "PGPORT", "PGUSER")}, "PGDATABASE": "postgres"}
        psql = os.path.join(server["PG_BINDIR"], "psql")
        few, many = os.path.join(work, "few"), os.path.join(work, "many")
        script, _ = write_revisions(few, options.revisions)
        plain = os.path.join(work, "plain.sql")
        with open(plain, "w", encoding="utf-8") as file:
            file.write(script)
        _, head = write_revisions(many, options.files)
        subprocess.run([psql, "-qXc", "CREATE DATABASE versioned"], env=env, check=True)
        subprocess.run([gen, "-q", "-d", "postgresql:///versioned", "stamp", head], cwd=many, env=env, check=True)
        seconds = {}

        def take(name, command, directory):
            with open(os.path.join(work, "log"), "w+", encoding="utf-8") as log:
                seconds.setdefault(name, []).append(measure(command, env, directory, log)[0])

        for number in range(options.rounds):
            for name in (f"psql{number}", f"gen{number}"):
                subprocess.run([psql, "-qXc", f"CREATE DATABASE {name}"], env=env, check=True)
            take("psql", [psql, "-qX", "-d", f"psql{number}", "-f", plain], work)
            take("upgrade", [gen, "-q", "-d", f"postgresql:///gen{number}", "upgrade"], few)
            take("cat", ["sh", "-c", "cat migrations/*.sql >/dev/null"], many)
            take("history", ["sh", "-c", f"'{gen}' history >/dev/null"], many)
            take("current", ["sh", "-c", f"'{gen}' -d postgresql:///versioned current >/dev/null"], many)

        middle = {name: statistics.median(values) for name, values in seconds.items()}
        for name, floor in (("upgrade", "psql"), ("history", "cat"), ("current", "cat")):
            print(f"{name:8} {middle[name]:7.3f} s   {floor:4} {middle[floor]:7.3f} s   ratio {middle[name] / middle[floor]:.2f}")


if __name__ == "__main__":
    main()
