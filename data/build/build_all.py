# Part of dragoman; see LICENSE.
"""Writes every table of data/gazetteer, in the order in which one needs another.

    python3 data/build/build_all.py ../shared/sources
    python3 data/build/build_all.py ../shared/sources places weapons     (only these)
"""

import subprocess
import sys

from common import BUILD, sources

# A table stands after those it reads: guards of places need names of persons and states.
ORDER = ["states", "languages", "demonyms", "people", "given_names", "organisations", "metonyms", "ministries", "places", "sanctioned", "weapons", "titles"]


def main():
    folder = str(sources())
    wanted = [a for a in sys.argv[1:] if a in ORDER] or ORDER
    for table in ORDER:
        if table in wanted and (BUILD / f"{table}.py").exists():
            subprocess.run([sys.executable, str(BUILD / f"{table}.py"), folder], check=True)


if __name__ == "__main__":
    main()
