#!/usr/bin/env python3
"""Times gen on a generated schema and prints the figures; nothing here asserts them.

    tests/bench/bench.py [--tables N] [--rounds N] [--gen PATH]

All cases run in turn within each round, so that a change in the machine's load meets them all alike;
the figure is the median. `floor` is floor.sql through psql: the catalogue read and thrown away;
`models alone` reads the model files and does nothing with them.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
PG = os.path.join(TOP, "tests/support/pg.sh")


def start_server(directory):
    """Starts a throwaway PostgreSQL that ends with this process; returns its settings."""
    lines = subprocess.run([PG, "start", directory], check=True, text=True,
                           stdout=subprocess.PIPE).stdout.splitlines()
    return dict(line.split("=", 1) for line in lines)


def measure(command, env, directory, log):
    """Runs a command; returns its seconds and its peak memory in MiB (this script's own 16 or so is
    the least that can show: the child begins as a copy of it)."""
    began = time.perf_counter()
    process = subprocess.Popen(command, env=env, cwd=directory, stdout=log, stderr=log)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    if os.waitstatus_to_exitcode(status) != 0:
        log.flush()
        with open(log.name, encoding="utf-8", errors="replace") as file:
            sys.exit(f"{' '.join(command)} failed:\n{file.read()[-4000:]}")
    return seconds, usage.ru_maxrss / 1024


def make_project(directory, url, gen, env):
    """A project in which the database and the models agree."""
    os.mkdir(directory)
    with open(os.path.join(directory, "gen.yml"), "w", encoding="utf-8") as file:
        file.write("models: models\nmigrations: migrations\n")
    subprocess.run([gen, "-q", "import"], env={**env, "DATABASE_URL": url}, cwd=directory, check=True,
                   stdout=subprocess.DEVNULL)


def build_reader(build):
    """Builds the program that only reads models, beside gen; returns its path."""
    subprocess.run(["cmake", "--build", build, "--target", "bench_read_models"], check=True,
                   stdout=subprocess.DEVNULL)
    return os.path.join(build, "bench_read_models")


def count_lines(directory):
    total = 0
    for where, _, names in os.walk(os.path.join(directory, "models")):
        for name in names:
            with open(os.path.join(where, name), "rb") as file:
                total += file.read().count(b"\n")
    return total


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--tables", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--gen", default=os.path.join(TOP, "build/release/gen"))
    options = parser.parse_args()

    with tempfile.TemporaryDirectory(prefix="gen-bench-") as work:
        server = start_server(os.path.join(work, "server"))
        env = {**os.environ, **{name: server[name] for name in ("PGHOST", "PGPORT", "PGUSER")},
               "PGDATABASE": "postgres"}
        psql = os.path.join(server["PG_BINDIR"], "psql")
        url = f"postgresql:///postgres?host={server['PGHOST']}&port={server['PGPORT']}&user=postgres"
        schema = subprocess.run([os.path.join(HERE, "make_schema.py"), str(options.tables)],
                                check=True, stdout=subprocess.PIPE).stdout
        subprocess.run([psql, "-qX", "-v", "ON_ERROR_STOP=1"], input=schema, env=env, check=True)
        gen = os.path.abspath(options.gen)
        reader = build_reader(os.path.dirname(gen))
        project = os.path.join(work, "project")
        make_project(project, url, gen, env)
        env["DATABASE_URL"] = url

        cases = {
            "floor": [psql, "-qXAt", "-f", os.path.join(HERE, "floor.sql")],
            "import": [gen, "import"],
            "check database": [gen, "check", "--from", "database", "--to", "models"],
            "models alone": [reader, os.path.join(project, "models")],
        }
        figures = {name: [] for name in cases}
        with open(os.path.join(work, "log"), "w+", encoding="utf-8") as log:
            for _ in range(options.rounds):
                for name, command in cases.items():
                    log.truncate(0)
                    figures[name].append(measure(command, env, project, log))
        report(figures, options, count_lines(project))
        subprocess.run([PG, "stop", os.path.join(work, "server")], check=True)


def report(figures, options, lines):
    floor = statistics.median(seconds for seconds, _ in figures["floor"])
    print(f"{options.tables} tables, {lines} lines of models, median of {options.rounds} rounds")
    print(f"{'':16} {'seconds':>9} {'slowest':>9} {'to floor':>9} {'peak MiB':>9}")
    for name, runs in figures.items():
        seconds = [run[0] for run in runs]
        median = statistics.median(seconds)
        print(f"{name:16} {median:9.3f} {max(seconds):9.3f} {median / floor:9.2f}"
              f" {max(run[1] for run in runs):9.1f}")


if __name__ == "__main__":
    main()
