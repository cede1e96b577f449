# Part of dragoman; see LICENSE.
"""python -m dragoman: the same as the command dragoman."""

from ._command import main

if __name__ == "__main__":
    main()
