# Part of dragoman; see LICENSE.
"""Installs the build into a temporary prefix and uses it as an outside project does.

    tests/install/install_test.py BUILD_DIR

ctest runs it. Each case installs the components that one kind of user has: the shared library or
the static one, with headers and data, and nothing of the build tree in reach.
"""

import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
OUTSIDE = SOURCE / "tests" / "install" / "outside"
CXX = os.environ.get("CXX", "g++")
build_dir = SOURCE / "build"


def run(*command, **options):
    """Returns what the command printed; a failure shows all of its output."""
    result = subprocess.run(
        [str(word) for word in command], text=True, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, check=False, **options)
    if result.returncode != 0:
        raise AssertionError(
            f"exit code {result.returncode}: {shlex.join(map(str, command))}\n{result.stdout}")
    return result.stdout


class InstalledTree(unittest.TestCase):
    """A prefix with some components, at a place that the build did not know of."""

    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="dragoman_install_")
        self.addCleanup(temporary.cleanup)
        self.root = pathlib.Path(temporary.name)
        self.prefix = self.root / "prefix"
        # As a user has it: no variable points at the source tree.
        self.clean = {k: v for k, v in os.environ.items() if not k.startswith("DRAGOMAN_")}

    def install(self, *components):
        first = self.root / "first"
        for component in components:
            run("cmake", "--install", build_dir, "--prefix", first, "--component", component)
        # An installed tree may be moved, so the tests always do.
        first.rename(self.prefix)

    def library(self, name):
        found = sorted(self.prefix.rglob(name))
        self.assertTrue(found, f"{name} is not installed")
        return found[0]

    def expect_works(self, program, **environment):
        out = run(program, SOURCE / "data", cwd="/", env={**self.clean, **environment})
        self.assertRegex(out, r"^dragoman \d+\.\d+\.\d+: supplier\n$")

    @staticmethod
    def has_pipeline():
        return (build_dir / "dragoman").exists()

    def expect_relations(self, program, **environment):
        if self.has_pipeline():
            out = run(program, cwd="/", env={**self.clean, **environment})
            self.assertIn("supplier: North Korea = PRK", out)


class FindPackage(InstalledTree):
    def build_outside(self, kind):
        build = self.root / "outside"
        example = SOURCE / "examples" / "quickstart.cc" if self.has_pipeline() else ""
        run("cmake", "-S", OUTSIDE, "-B", build, f"-DKIND={kind}", f"-DCMAKE_CXX_COMPILER={CXX}",
            f"-DQUICKSTART={example}",
            f"-DCMAKE_PREFIX_PATH={self.prefix}", "-DCMAKE_BUILD_TYPE=Release", env=self.clean)
        run("cmake", "--build", build, env=self.clean)
        return build / "outside"

    def test_shared_library_links_and_runs(self):
        self.install("development", "shared", "data")
        program = self.build_outside("shared")
        self.assertIn("libdragoman.so", run("ldd", program))
        self.expect_works(program)
        self.expect_relations(program.parent / "quickstart")  # the library finds its own data

    def test_static_library_links_and_runs(self):
        self.install("development", "static", "data", "command")
        program = self.build_outside("static")
        self.assertNotIn("libdragoman.so", run("ldd", program))
        # A program outside of the prefix cannot know where the data is.
        data = self.prefix / "share" / "dragoman" / "dragoman.bundle"
        self.expect_relations(program.parent / "quickstart", DRAGOMAN_DATA=str(data))
        self.expect_works(program)

    def test_what_is_installed_is_what_one_gets(self):
        self.install("development", "static", "data")
        program = self.build_outside("")
        self.assertNotIn("libdragoman.so", run("ldd", program))

    def test_asking_for_what_is_not_installed_says_so(self):
        self.install("development", "static")
        with self.assertRaises(AssertionError) as failure:
            self.build_outside("shared")
        self.assertIn("shared", str(failure.exception))

    def test_another_version_is_refused(self):
        self.install("development", "static")
        outside = self.root / "later"
        outside.mkdir()
        (outside / "CMakeLists.txt").write_text(
            "cmake_minimum_required(VERSION 3.25)\nproject(later LANGUAGES CXX)\n"
            "find_package(dragoman 99 CONFIG REQUIRED)\n")
        with self.assertRaises(AssertionError) as failure:
            run("cmake", "-S", outside, "-B", outside / "build",
                f"-DCMAKE_CXX_COMPILER={CXX}", f"-DCMAKE_PREFIX_PATH={self.prefix}")
        self.assertIn('compatible with requested version', re.sub(r"\s+", " ", str(failure.exception)))


class PkgConfig(InstalledTree):
    def flags(self, *options):
        folder = self.library("dragoman.pc").parent
        return shlex.split(run("pkg-config", *options, "dragoman",
                               env={**self.clean, "PKG_CONFIG_PATH": str(folder)}))

    def test_shared_library_links_and_runs(self):
        self.install("development", "shared", "data")
        program = self.root / "outside"
        run(CXX, "-std=c++20", OUTSIDE / "main.cc", "-o", program, *self.flags("--cflags", "--libs"))
        self.expect_works(program, LD_LIBRARY_PATH=str(self.library("libdragoman.so").parent))

    def test_static_library_links_and_runs(self):
        self.install("development", "static", "data")
        program = self.root / "outside"
        run(CXX, "-std=c++20", OUTSIDE / "main.cc", "-o", program,
            *self.flags("--cflags", "--libs", "--static"))
        self.expect_works(program, DRAGOMAN_DATA=str(self.prefix / "share" / "dragoman" / "dragoman.bundle"))


class Contents(InstalledTree):
    def test_every_header_compiles_alone(self):
        self.install("development")
        headers = sorted((self.prefix / "include" / "dragoman").glob("*.h"))
        self.assertIn("pipeline.h", [h.name for h in headers])
        for header in headers:
            with self.subTest(header=header.name):
                run(CXX, "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror",
                    "-I", self.prefix / "include", "-include", header, "-x", "c++", os.devnull)

    def test_no_heavy_library_shows_in_the_headers(self):
        self.install("development")
        for header in (self.prefix / "include" / "dragoman").glob("*.h"):
            if header.name == "boost_graph.h":  # the one that is for users of Boost
                continue
            with self.subTest(header=header.name):
                self.assertNotRegex(
                    header.read_text(), r"#include [<\"](unicode|re2|boost|yaml-cpp|nlohmann|fmt)/")

    def test_nothing_points_back_at_the_build(self):
        if "CMAKE_BUILD_TYPE:STRING=Release" not in (build_dir / "CMakeCache.txt").read_text():
            self.skipTest("debug information names the sources")
        self.install("development", "shared", "static", "command", "data")
        self.assertTrue((self.prefix / "share" / "doc" / "dragoman" / "LICENSE").is_file())
        self.assertTrue((self.prefix / "share" / "dragoman" / "dragoman.bundle").is_file())
        self.assertFalse((self.prefix / "share" / "dragoman" / "data").exists())   # the bundle is enough
        for path in self.prefix.rglob("*"):
            if path.is_symlink() or not path.is_file():
                continue
            for place in (SOURCE, build_dir.resolve(), self.root / "first"):
                with self.subTest(path=str(path.relative_to(self.prefix))):
                    self.assertNotIn(os.fsencode(str(place)) + b"/", path.read_bytes())

    def test_no_search_path_is_built_in(self):
        self.install("shared", "command")
        for binary in [self.library("libdragoman.so.0"), *self.prefix.glob("bin/*")]:
            dynamic = run("readelf", "--dynamic", "--wide", binary)
            self.assertNotIn("RPATH", dynamic)
            self.assertNotIn("RUNPATH", dynamic)

    def test_shared_library_exports_the_public_names_alone(self):
        self.install("development", "shared")
        public = "\n".join(
            header.read_text() for header in (self.prefix / "include" / "dragoman").glob("*.h"))
        table = run("nm", "--dynamic", "--defined-only", "--demangle",
                    self.library("libdragoman.so.0"))
        for line in table.splitlines():
            symbol = line.split(maxsplit=2)[2]
            with self.subTest(symbol=symbol):
                name = re.match(
                    r"(?:(?:vtable|typeinfo(?: name)?) for )?dragoman::(~?\w+)|(?=(dragoman_\w+)$)", symbol)
                self.assertIsNotNone(name, "not in namespace dragoman")
                self.assertRegex(public, rf"\b{name[1] or name[2]}\b", "not in a public header")

    def test_the_library_number_is_its_own(self):
        self.install("shared")
        dynamic = run("readelf", "--dynamic", "--wide", self.library("libdragoman.so.0"))
        self.assertIn("[libdragoman.so.0]", dynamic)


class Command(InstalledTree):
    def test_installed_command_finds_its_data(self):
        self.install("command", "data")
        command = self.prefix / "bin" / "dragoman"
        if not command.exists():
            self.skipTest("the command is not built")
        text = "North Korea shipped artillery shells to Russia, U.S. officials said.\n"
        out = run(command, "analyze", "--json", "-", input=text, cwd="/", env=self.clean)
        self.assertIn('"PRK"', out)


if __name__ == "__main__":
    if len(sys.argv) > 1 and not sys.argv[1].startswith("-"):
        build_dir = pathlib.Path(sys.argv.pop(1)).resolve()
    unittest.main(verbosity=2)
