# Part of dragoman; see LICENSE.
"""No two types of one name in one namespace: the linker would take the functions of either for both (one definition rule)."""

import collections
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
OPENS = re.compile(r"namespace(?: ([\w:]+))? ?\{")
CLOSES = re.compile(r"\}\s*// (?:anonymous )?namespace")
DEFINES = re.compile(r"(?:template <.*> ?)?(?:struct|class|enum class|union) (\w+)(?: final)?(?: : [^;]*)? ?\{")


def named_types(path):
    """Types at namespace level that other files can see; nested ones are indented, by the style of this tree."""
    spaces = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if opens := OPENS.match(line):
            spaces.append(opens.group(1) or "")
        elif CLOSES.match(line):
            spaces.pop()
        elif (defines := DEFINES.match(line)) and "" not in spaces:
            yield "::".join([*spaces, defines.group(1)]), f"{path.relative_to(ROOT)}:{number}"


def main():
    places = collections.defaultdict(list)
    for folder in ("include", "src", "bindings"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".h", ".cc"):
                for name, place in named_types(path):
                    places[name].append(place)
    twice = {name: where for name, where in places.items() if len(where) > 1}
    for name, where in twice.items():
        print(f"{name} is defined {len(where)} times: {', '.join(where)}")
    print(f"{len(places)} types")
    sys.exit(1 if twice or len(places) < 100 else 0)


main()
