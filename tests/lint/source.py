#!/usr/bin/env python3
"""Holds the source tree to the rules of docs/architecture.md and docs/style.md that a compiler
does not see. Prints file:line: what is wrong, for every fault, and fails if there is one."""

import os
import re
import subprocess
import sys

# Folder -> the folders it may include.
FOLDERS = {
    "schema": {"schema"},
    "introspect": {"introspect", "schema"},
    "diff": {"diff", "schema"},
    "emit": {"emit", "schema", "diff"},
    "migrations": {"migrations", "schema", "introspect", "emit"},
    "generator": {"generator", "schema", "introspect", "diff", "emit", "migrations"},
}
# Library header -> the folders that may include it.
LIBRARIES = {
    "libpq-fe.h": {"introspect"},
    "yaml.h": {"schema"},
    "pcre2.h": {"schema", "migrations"},
}
LINES = 500
# Only the program prints, logs and exits. g_error() is left out: like GLib's own allocator it ends the
# program where no caller could do better (no memory, no random source).
OUTPUT = re.compile(
    r"\b(v?f?printf|f?puts|f?putc|putchar|fwrite|perror|_?exit|abort|g_print(err)?|g_log"
    r"|g_(critical|warning|message|info|debug))\s*\(")
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
# Comments, strings and character constants.
NOT_CODE = re.compile(r"/\*.*?\*/|//[^\n]*|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", re.S)


def tracked_files():
    listed = subprocess.run(["git", "ls-files", "-z"], stdout=subprocess.PIPE, check=False)
    if listed.returncode == 0:
        return sorted(path for path in listed.stdout.decode().split("\0") if os.path.isfile(path))
    # A source archive: everything but the build.
    return sorted(os.path.relpath(os.path.join(where, name), ".")
                  for where, _, names in os.walk(".") for name in names
                  if not where.startswith(("./build", "./.git")))


def code_lines(text):
    """The lines of a C text with comments, strings and characters blanked."""
    blank = NOT_CODE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)
    return enumerate(blank.split("\n"), 1)


def folder_of(path):
    """The folder whose rules hold for a C file; a unit test goes with its folder."""
    unit = re.match(r"tests/unit/([a-z]+)_", path)
    return unit.group(1) if unit else path.split("/")[0]


def check_includes(path, text):
    folder = folder_of(path)
    for number, line in enumerate(text.split("\n"), 1):
        include = re.match(r'\s*#\s*include\s*(<|")([^>"]+)', line)
        if not include or folder not in FOLDERS:
            continue
        header = include.group(2)
        top = header.split("/")[0]
        if include.group(1) == '"':
            own = path.startswith("tests/") and top == "tests"
            if top not in FOLDERS[folder] and not own:
                yield number, f'{folder} may not include "{header}"'
        elif folder not in LIBRARIES.get(header, {folder}):
            yield number, f"{folder} may not include <{header}>"


def check_code(path, text):
    for number, line in code_lines(text):
        if re.search(r"\bcase\s+KIND_", line):
            yield number, "no switch over kinds: what differs by kind stands in the kind's row"
        output = OUTPUT.search(line)
        if output and path.split("/")[0] in set(FOLDERS) - {"generator"}:
            yield number, f"only generator/ prints and exits: {output.group(1)}"


def check_text(path, text):
    lines = text.count("\n")
    if lines > LINES and path.endswith((".c", ".h", ".def", ".sql", ".py", ".sh", ".cmake")):
        yield 1, f"{lines} lines; a file stays under {LINES}"
    for number, line in enumerate(text.split("\n"), 1):
        word = UNFINISHED.search(line)
        if word and path != "tests/lint/source.py":
            yield number, f"unfinished: {word.group(1)}"


def check_links(path, text):
    for number, line in enumerate(text.split("\n"), 1):
        for target in re.findall(r"\]\(([^)#\s]+)", line):
            beside = os.path.join(os.path.dirname(path), target)
            if "://" not in target and not os.path.exists(beside):
                yield number, f"no such file: {target}"


def check_queries(paths):
    """A query that no code names would be embedded for nothing."""
    code = ""
    for path in paths:
        if path.startswith("introspect/") and path.endswith((".c", ".h")):
            code += read(path)
    kinds = read("schema/kinds.def") if "schema/kinds.def" in paths else ""
    for path in paths:
        if not path.startswith("introspect/sql/"):
            continue
        name = os.path.basename(path).removesuffix(".sql")
        listed = "sql_##" in code and re.search(rf"\b{name}\b", kinds)
        if not re.search(rf"\bsql_{name}\b", code) and not listed:
            yield path, 1, f"no code in introspect/ uses sql_{name}"


def read(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


def main():
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../.."))
    paths = tracked_files()
    faults = list(check_queries(paths))
    for path in paths:
        text = read(path)
        checks = [check_text]
        if path.endswith((".c", ".h")):
            checks += [check_includes, check_code]
        if path.endswith(".md"):
            checks.append(check_links)
        faults += [(path, number, what) for check in checks for number, what in check(path, text)]
    for path, number, what in sorted(faults):
        print(f"{path}:{number}: {what}")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
