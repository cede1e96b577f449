# Part of dragoman; see LICENSE.
"""The `dragoman` command: the C++ program that came with the package takes over this process."""

import os
import pathlib
import sys
from typing import NoReturn


def main() -> NoReturn:
    program = pathlib.Path(__file__).parent / "bin" / "dragoman"
    os.execv(program, ["dragoman", *sys.argv[1:]])
