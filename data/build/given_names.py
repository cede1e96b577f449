# Part of dragoman; see LICENSE.
"""given_names.tsv and surnames.tsv: names of persons with weight, gender, and whether the word is also English.

Evidence is counted in points: a name borne by many office holders or high in a country's list of popular names weighs
most; the lists without frequencies (name-databases) count only a little, and only where they agree.  Weight is the
points on a log scale, 1 to 9.  Korean, Chinese, Vietnamese, Khmer and Hungarian surnames, which stand first at home,
are marked; Hungarian ones are marked too although news in English mostly turns them round.
"""

import collections
import math
import re

from common import GAZETTEER, clean, english_words, is_latin, load_names, plain, read_csv, sources, write_rows
from people import FAMILY_FIRST

LIMIT = {"given_names": 25_000, "surnames": 60_000}
SOURCES = ["Every Politician (Wikidata), 2022, CC0-1.0", "congress-legislators, commit dfa96222 (2026-06-15), CC0-1.0",
           "popular-names-by-country, commit eb62e13d (2023-07-16), CC0-1.0",
           "NameDatabases, commit 4a714a09 (2013-12-15), Unlicense (weak evidence)"]
SHORT_SOURCE = {"p": "office-holders", "c": "popular-names", "n": "name-databases"}
# Words of every day that stand in name lists; as names they are too rare to trust.
NEVER = set("""the of and to in for on with at by from as is was are be he she it they we you his her its their our who
which that this these those not no yes if but or so an all any both each few more most other some such only own same than
too very can will just now today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday january february
march april june july august september october november december said says say after before during under over into out up
down off then once here there when where why how what one two three four five six seven eight nine ten first second third
president minister king queen prince general army navy police state city county north south east west war peace united
nations government parliament russia china america europe asia africa international national foreign defence defense""".split())
NEVER |= {"droplets"}    # a translation, not a romanisation, in popular-names-by-country
NEVER -= {"april", "june", "august", "may", "will", "king", "prince", "west", "north", "day"}


def usable(name):
    return bool(re.fullmatch(r"[^\W\d_][\w'’-]*[^\W\d_]", name)) and is_latin(name) and name[0].isupper() and \
        2 <= len(name) <= 24 and plain(name).lower() not in NEVER


def main():
    folder = sources()
    words = english_words()
    nouns = {r["name"] for r in load_names("demonyms")} | {r["name"] for r in load_names("states") if r["kind"] != "local"}
    given = collections.defaultdict(lambda: [0.0, collections.Counter(), set()])    # points, genders, sources
    family = collections.defaultdict(lambda: [0.0, collections.Counter(), set()])   # points, family-first votes, sources

    def add(table, name, points, vote=None, source="p"):
        for form in {clean(name), plain(clean(name))}:
            if not usable(form):
                continue
            entry = table[form]
            entry[0] += points
            entry[2].add(source)
            if vote:
                entry[1][vote] += points

    # Office holders: the family name is the one people.tsv found.
    for row in load_names("people"):
        if row["kind"] != "preferred":
            continue
        more = dict(pair.split("=", 1) for pair in row["more"].split(";") if "=" in pair)
        parts = row["name"].split()
        if len(parts) < 2 or "family" not in more:
            continue
        state = more.get("state", "-")
        first = more.get("order") == "family-first"
        last = more["family"].split()[-1]
        add(family, last, 3, "first" if first else "last")
        if first:
            rest = parts[1:]
            if len(rest) == 1:
                add(given, rest[0], 2, more.get("gender"))
            elif state in ("KOR", "PRK"):
                add(given, "-".join(rest).title() if len(rest) == 2 else rest[0], 1, more.get("gender"))
                for part in rest:
                    add(given, part, 0.5, more.get("gender"))
        elif not re.fullmatch(r"[A-Z]\.?|.*\.", parts[0]) and parts[0] != last:
            add(given, parts[0], 3, more.get("gender"))
            for middle in parts[1:-1]:
                if middle not in more["family"].split() and middle[0].isupper() and len(middle) > 3:
                    add(given, middle, 0.7)

    base = folder / "popular-names-by-country"
    for row in read_csv(base / "common-forenames-by-country.csv"):
        name = row["Romanized Name"]
        for part in re.split(r"[/,] ?", name):
            add(given, part, 6, {"M": "m", "F": "f"}.get(row["Gender"]), "c")
    for row in read_csv(base / "common-surnames-by-country.csv"):
        name = row["Romanized Name"]
        for part in re.split(r"[/,] ?", name):
            add(family, part, 6, "first" if row["Country"] in ("KR", "CN", "VN", "TW", "KH", "HU", "HK") else "last", "c")

    base = folder / "name-databases"
    for path in sorted(base.glob("first-names-*.txt")):
        for line in path.read_text(encoding="utf-8", errors="replace").split("\n"):
            name = line.strip()
            if name and plain(name).lower() not in words:
                add(given, name.capitalize() if name.isupper() else name, 0.6, None, "n")
    for path in sorted(base.glob("surnames-*.txt")):
        code = path.stem.split("-")[1]
        for line in path.read_text(encoding="utf-8", errors="replace").split("\n"):
            name = line.strip()
            if name and plain(name).lower() not in words:
                add(family, name.capitalize() if name.isupper() else name, 0.7,
                    "first" if code in ("kr", "cn") else None, "n")

    def rows_of(table, kind):
        listed = []
        for name, (points, votes, found) in table.items():
            # A word of English, a state or a people needs real bearers.
            if (plain(name).lower() in words or name in nouns) and points < 6:
                continue
            listed.append((-points, name, votes, found))
        listed.sort()
        if len(listed) > LIMIT[kind]:
            # A name that one unranked list alone gives says least; cutting by alphabet would favour A.
            listed = [entry for entry in listed if -entry[0] > 0.7 or entry[3] != {"n"}]
        rows = []
        for points, name, votes, found in listed[:LIMIT[kind]]:
            weight = max(1, min(9, 1 + round(1.45 * math.log2(max(-points, 0.5) / 0.6) / 1.25)))
            row = {"name": name, "weight": str(weight), "common": "1" if plain(name).lower() in words else "-",
                   "source": ",".join(SHORT_SOURCE[f] for f in sorted(found))}
            if kind == "given_names":
                m, f = votes["m"], votes["f"]
                row["gender"] = "m" if m > 4 * f else "f" if f > 4 * m else "u"
            else:
                row["family_first"] = "1" if votes["first"] > votes["last"] and votes["first"] > 0 else "-"
            rows.append(row)
        return sorted(rows, key=lambda r: r["name"].encode())

    write_rows(GAZETTEER / "given_names.tsv", "Given names: gender, weight (9 = seen most), common (the lower-case word is "
               "English).", SOURCES, ["name", "gender", "weight", "common", "source"], rows_of(given, "given_names"),
               "given_names")
    write_rows(GAZETTEER / "surnames.tsv", "Surnames: weight (9 = seen most), common (the lower-case word is English),\n"
               "family_first (names that stand before the given name at home).", SOURCES,
               ["name", "weight", "common", "family_first", "source"], rows_of(family, "surnames"), "given_names")


if __name__ == "__main__":
    main()
