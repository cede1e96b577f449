# Part of dragoman; see LICENSE.
"""Types: the stub is what the extension says, names no Any, and mypy is content.

    python tests/python/test_stubs.py --update    writes the stub anew
"""

import os
import pathlib
import re
import subprocess
import sys

import pytest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
PACKAGE = SOURCE / "bindings/python/dragoman"
STUB = PACKAGE / "_core.pyi"


def generated(path: pathlib.Path) -> str:
    subprocess.run([sys.executable, "-m", "nanobind.stubgen", "-q", "-P", "-m", "dragoman._core", "-o", path], check=True)
    return path.read_text()


def test_the_stub_is_the_generated_one(tmp_path):
    assert generated(tmp_path / "_core.pyi") == STUB.read_text(), "run python tests/python/test_stubs.py --update"


@pytest.mark.parametrize("path", [*PACKAGE.glob("*.py"), STUB], ids=lambda p: p.name)
def test_nothing_is_of_any_type(path):
    assert not re.search(r"import.*\bAny\b|[\[:|>,] *Any\b|typing\.Any", path.read_text())


def mypy(*paths):
    run = subprocess.run([sys.executable, "-m", "mypy", "--config-file", SOURCE / "pyproject.toml", *paths], text=True,
                         capture_output=True, env={**os.environ, "MYPYPATH": str(PACKAGE.parent)},
                         cwd=SOURCE)
    assert run.returncode == 0, run.stdout + run.stderr


def test_mypy_strict_finds_nothing_in_the_package():
    mypy("-p", "dragoman")


def test_mypy_strict_finds_nothing_in_the_examples():
    mypy(*sorted((SOURCE / "examples/python").glob("*.py")))


def test_every_public_thing_is_documented():
    import dragoman

    for name in dragoman.__all__:
        thing = getattr(dragoman, name)
        if name.startswith("_"):
            continue
        if name != "DataError":
            assert thing.__doc__, name
        if isinstance(thing, type):
            for key, member in vars(thing).items():
                if not key.startswith("_") and (callable(member) or isinstance(member, property)):
                    if key in ("count", "index") or issubclass(thing, tuple):
                        continue
                    assert getattr(member, "__doc__", None), f"{name}.{key}"


if __name__ == "__main__":
    if sys.argv[1:] == ["--update"]:
        generated(STUB)
    else:
        sys.exit(__doc__)
