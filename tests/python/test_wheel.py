# Part of dragoman; see LICENSE.
"""The wheel, in a fresh venv: it brings its libraries, its data and the command."""

import os
import pathlib
import shutil
import subprocess
import sys
import venv
import zipfile

import pytest

pytestmark = pytest.mark.heavy

SOURCE = pathlib.Path(__file__).resolve().parents[2]
# What every system of the wheel's platform tag has (PEP 600), and expat, zlib of that list.
SYSTEM = {"linux-vdso", "ld-linux-x86-64", "ld-linux-aarch64", "libc", "libm", "libgcc_s", "libstdc++", "libpthread",
          "libdl", "libexpat", "libz"}


@pytest.fixture(scope="module")
def wheel():
    run = subprocess.run([SOURCE / "tools/wheel", sys.executable], text=True, stdout=subprocess.PIPE,
                         stderr=subprocess.STDOUT)
    assert run.returncode == 0, run.stdout
    [wheel] = (SOURCE / "build/wheel").glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def fresh(wheel, tmp_path_factory):
    """A venv with nothing but the wheel, and an environment in which nothing points at the source tree."""
    place = tmp_path_factory.mktemp("fresh")
    venv.create(place, with_pip=True)
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("DRAGOMAN", "PYTHON", "LD_"))}
    subprocess.run([place / "bin/python", "-m", "pip", "install", "-q", "--no-index", "--no-deps", wheel], check=True,
                   env=clean)

    def run(*command, **options):
        done = subprocess.run(command, cwd=place, env=clean, text=True, capture_output=True, **options)
        assert done.returncode == 0, done.stderr
        return done.stdout

    run.place = place
    return run


def test_it_is_for_many_linuxes(wheel):
    assert "manylinux_2_" in wheel.name
    if sys.version_info >= (3, 12):
        assert "-cp312-abi3-" in wheel.name


def test_the_example_prints_what_the_documents_say(fresh):
    out = fresh(fresh.place / "bin/python", SOURCE / "examples/python/quickstart.py")
    assert out in (SOURCE / "docs/python.md").read_text() and "recipient: Russia = RUS" in out


@pytest.mark.parametrize("command", [["dragoman"], ["python", "-m", "dragoman"]], ids=" ".join)
def test_the_command_came_with_it(fresh, command):
    program = [fresh.place / "bin" / command[0], *command[1:]]
    assert fresh(*program, "--version").startswith("dragoman ")
    out = fresh(*program, "analyze", "--json", "-", input="Iran attacked Israel.")
    assert '"IRN"' in out and '"attack"' in out


def test_the_data_is_that_of_the_package(fresh):
    out = fresh(fresh.place / "bin/python", "-c", "import dragoman._core as c; print(c.default_data())")
    assert pathlib.Path(out.strip()).is_relative_to(fresh.place)


def test_it_holds_the_bundle_and_not_the_tables_it_is_made_of(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert [n for n in names if n.endswith(".bundle")] == ["dragoman/share/dragoman/dragoman.bundle"]
    assert not [n for n in names if n.endswith((".tsv", ".yaml", ".model"))]


def test_a_pipeline_pickles_by_the_digest_of_its_bundle(fresh):
    out = fresh(fresh.place / "bin/python", "-c", """
import pickle, subprocess, sys
import dragoman, dragoman._core as core
nlp = dragoman.load()
assert core.default_data().endswith("dragoman.bundle")
pickled = pickle.dumps(nlp)
program = "import pickle, sys; nlp = pickle.load(sys.stdin.buffer); print(nlp.digest, len(nlp('Iran attacked Israel.').relations))"
print(nlp.digest, subprocess.run([sys.executable, "-c", program], input=pickled, capture_output=True, check=True).stdout.decode())
""")
    digest, again, relations = out.split()
    assert digest == again and int(relations) == 1


def test_libraries_come_from_the_wheel(fresh):
    if not shutil.which("ldd"):
        pytest.skip("no ldd")
    [package] = fresh.place.glob("lib/python*/site-packages/dragoman")
    for binary in [*package.glob("_core*.so"), package / "bin/dragoman"]:
        for line in fresh("ldd", binary).splitlines():
            name, found = line.split()[0], line.split()[2] if "=>" in line else ""
            base = pathlib.Path(name).name.split(".so")[0]
            assert base in SYSTEM or "dragoman.libs" in found, line
