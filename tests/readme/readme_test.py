# Part of dragoman; see LICENSE.
"""Keeps what the documents show true.

    tests/readme/readme_test.py BUILD_DIR            compare (ctest does this)
    tests/readme/readme_test.py BUILD_DIR --update   write what is true now ("make readme")

A marker says what the code block after it must hold:

    <!-- output: build/dragoman --version -->   this shell command and what it prints
    <!-- file: examples/quickstart.cc -->       this file

The command runs in an empty folder with links to build/, examples/ and data/, so that it cannot
litter the tree.
"""

import argparse
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
DOCUMENTS = ["README.md", "CONTRIBUTING.md", *sorted(
    str(path.relative_to(SOURCE)) for path in (SOURCE / "docs").glob("*.md"))]
MARKED = re.compile(
    r"(?P<head><!-- (?P<kind>output|file): (?P<what>.+?) -->\n(?P<fence>`{3,})[a-z]*\n)"
    r"(?P<body>.*?)(?P<tail>^(?P=fence)$)", re.MULTILINE | re.DOTALL)


def output(command, build_dir):
    """Returns what the command prints in a folder that looks like the tree's root."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ["data", "examples", "tests"]:
            os.symlink(SOURCE / name, os.path.join(folder, name))
        os.symlink(build_dir, os.path.join(folder, "build"))
        environment = {k: v for k, v in os.environ.items() if not k.startswith("DRAGOMAN_")}
        environment["LC_ALL"] = "C.UTF-8"
        environment.pop("COLUMNS", None)
        result = subprocess.run(
            ["bash", "-c", f"set -euo pipefail\n{command}"], cwd=folder, env=environment,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, encoding="utf-8",
            check=False, timeout=300)
    if result.returncode != 0:
        sys.exit(f"exit code {result.returncode}: {command}\n{result.stdout}")
    return result.stdout


def truth(match, build_dir):
    if match["kind"] == "file":
        return (SOURCE / match["what"]).read_text(encoding="utf-8")
    if "build/venv" in match["what"] and not any((build_dir / "python" / "dragoman").glob("_core*.so")):
        print(f"not run, the Python package is not built: {match['what']}")
        return match["body"]
    printed = output(match["what"], build_dir)
    if not printed.strip():
        sys.exit(f"prints nothing: {match['what']}")
    return f"$ {match['what']}\n{printed}" + ("" if printed.endswith("\n") else "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build_dir", nargs="?", default=SOURCE / "build", type=pathlib.Path)
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    build_dir = options.build_dir.resolve()

    checked, wrong = 0, 0
    for name in DOCUMENTS:
        path = SOURCE / name
        before = path.read_text(encoding="utf-8")
        markers = len(re.findall(r"^<!-- (?:output|file):", before, re.MULTILINE))
        blocks = MARKED.findall(before)
        if markers != len(blocks):
            sys.exit(f"{name}: {markers} markers but {len(blocks)} code blocks right after one")
        after = MARKED.sub(
            lambda m: m["head"] + truth(m, build_dir) + m["tail"], before)
        checked += len(blocks)
        if after == before:
            continue
        wrong += 1
        if options.update:
            path.write_text(after, encoding="utf-8")
            print(f"{name}: updated")
        else:
            sys.stdout.writelines(difflib.unified_diff(
                before.splitlines(True), after.splitlines(True), f"{name} (as committed)",
                f"{name} (true now; \"make readme\" writes it)"))
    print(f"{checked} code blocks checked, {wrong} documents differed")
    return 1 if wrong and not options.update else 0


if __name__ == "__main__":
    sys.exit(main())
