# Part of dragoman; see LICENSE.
"""The tables of data/gazetteer keep what docs/data_formats.md promises.

    python3 -m unittest tests/data/tables_test.py
"""

import collections
import pathlib
import re
import unittest

GAZETTEER = pathlib.Path(__file__).resolve().parents[2] / "data" / "gazetteer"
TYPES = set("PERSON STATE CITY PLACE ORGANISATION GOVERNMENT_BODY INTERNATIONAL_ORG ARMED_GROUP COMPANY MEDIA "
            "THINK_TANK NATIONALITY OFFICE WEAPON EVENT".split())
KINDS = set("preferred official short alias abbreviation former local adjective demonym demonym_plural metonym "
            "generic".split())
ROLE_CLASSES = set("head_of_state head_of_government defence_minister foreign_minister minister spokesperson ambassador "
                   "head_of_agency military_commander party_leader deputy legislator governor central_bank_governor "
                   "international_official leader other".split())
NAME_COLUMNS = ["name", "type", "id", "kind", "guard", "from", "to", "more"]
PAST_STATES = {"CSK", "YUG", "DDR", "SCG", "YMD", "ANT"}
MORE_KEYS = set("state capital population gender order family class acronym number actor members sector iso2 sovereign "
                "past successors short wikidata generic".split())


def read(path):
    """(head lines, column names, rows as dictionaries)."""
    head, lines = [], []
    with open(path, encoding="utf-8", newline="") as file:
        for line in file.read().split("\n")[:-1]:
            (head if line.startswith("#") and not lines else lines).append(line)
    columns = lines[0].split("\t")
    return head, columns, [line.split("\t") for line in lines[1:]]


def all_tables():
    return sorted(GAZETTEER.glob("**/*.tsv"))


def name_tables():
    return [p for p in all_tables() if read(p)[1][:3] == NAME_COLUMNS[:3]]


def as_dicts(path):
    _, columns, rows = read(path)
    return [dict(zip(columns, row)) for row in rows]


class EveryTable(unittest.TestCase):
    def test_head_says_source_and_script(self):
        for path in all_tables():
            head = "\n".join(read(path)[0])
            with self.subTest(table=path.name):
                self.assertIn("# source:", head)
                self.assertRegex(head, r"# made by: data/build/\w+\.py")

    def test_rows_have_all_cells_and_no_cell_is_empty(self):
        for path in all_tables():
            _, columns, rows = read(path)
            for number, row in enumerate(rows):
                if len(row) != len(columns) or not all(row) or any(c != c.strip() for c in row):
                    self.fail(f"{path.name}: row {number + 1}: {row}")

    def test_ends_with_one_line_feed_and_holds_no_carriage_return(self):
        for path in all_tables():
            data = path.read_bytes()
            with self.subTest(table=path.name):
                self.assertTrue(data.endswith(b"\n") and not data.endswith(b"\n\n"))
                self.assertNotIn(b"\r", data)


class NameTables(unittest.TestCase):
    def test_columns(self):
        for path in name_tables():
            with self.subTest(table=path.name):
                self.assertEqual(read(path)[1], NAME_COLUMNS)

    def test_sorted_by_id_kind_name_without_duplicates(self):
        for path in name_tables():
            keys = [(r["id"].encode(), r["kind"].encode(), r["name"].encode(), r["type"]) for r in as_dicts(path)]
            with self.subTest(table=path.name):
                self.assertEqual(keys, sorted(keys))
                repeated = [k for k, n in collections.Counter(keys).items() if n > 1]
                self.assertEqual(repeated, [])

    def test_values_are_known(self):
        for path in name_tables():
            for row in as_dicts(path):
                where = f"{path.name}: {row}"
                self.assertIn(row["type"], TYPES, where)
                self.assertIn(row["kind"], KINDS, where)
                self.assertIn(row["guard"], {"-", "exact", "context"}, where)
                for date in (row["from"], row["to"]):
                    self.assertRegex(date, r"^(-|\d{3,4}(-\d\d)?)$", where)
                self.assertNotRegex(row["name"], r"  |^(The|the) (?!Hague|Valley|Settlement|Bottom|Quarter)", where)
                if row["type"] in ("STATE", "NATIONALITY"):
                    self.assertRegex(row["id"], r"^[A-Z]{3}$", where)
                else:
                    self.assertRegex(row["id"], r"^[a-z]+:[a-z0-9]+(-[a-z0-9]+)*$", where)

    def test_one_preferred_name_for_an_id_and_type_over_all_tables(self):
        preferred = collections.Counter()
        ids = set()
        for path in name_tables():
            for row in as_dicts(path):
                if row["type"] == "NATIONALITY" or "languages" in path.parts:
                    continue
                ids.add((row["type"], row["id"]))
                preferred[(row["type"], row["id"])] += row["kind"] == "preferred"
        self.assertEqual([k for k, n in preferred.items() if n > 1], [])
        self.assertEqual(sorted(ids - {k for k, n in preferred.items() if n}), [])

    def test_more_holds_known_keys_and_states_that_exist(self):
        states = {r["id"] for r in as_dicts(GAZETTEER / "states.tsv")}
        for path in name_tables():
            for row in as_dicts(path):
                if row["more"] == "-":
                    continue
                for pair in row["more"].split(";"):
                    key, _, value = pair.partition("=")
                    self.assertIn(key, MORE_KEYS, f"{path.name}: {row}")
                    if key in ("state", "actor", "sovereign", "members", "successors"):
                        self.assertLessEqual(set(value.split(",")), states, f"{path.name}: {row}")

    def test_words_of_every_day_are_guarded(self):
        guarded = {("states", "Turkey"): "context", ("states", "Chad"): "context", ("states", "US"): "exact",
                   ("states", "Jordan"): "context", ("states", "Georgia"): "context", ("places", "Nice"): "context",
                   ("places", "Reading"): "context", ("places", "Mobile"): "context",
                   ("organisations", "IS"): "context", ("organisations", "AU"): "context",
                   ("weapons", "Grad"): "context", ("weapons", "Patriot"): "context"}
        for (table, name), guard in guarded.items():
            rows = [r for r in as_dicts(GAZETTEER / f"{table}.tsv") if r["name"] == name]
            with self.subTest(name=name):
                self.assertTrue(rows)
                self.assertEqual({r["guard"] for r in rows}, {guard})


class States(unittest.TestCase):
    def test_every_code_once_and_only_known_past_states(self):
        codes = {r["id"] for r in as_dicts(GAZETTEER / "states.tsv")}
        self.assertEqual(len(codes - PAST_STATES), 250)
        self.assertLessEqual(PAST_STATES, codes)

    def test_a_name_of_two_states_is_guarded(self):
        owners = collections.defaultdict(set)
        rows = as_dicts(GAZETTEER / "states.tsv")
        for row in rows:
            owners[row["name"]].add(row["id"])
        for row in rows:
            if len(owners[row["name"]]) > 1:
                self.assertEqual(row["guard"], "context", row)


class InternationalBodies(unittest.TestCase):
    """Bodies of states: their names and members as of the end of 2025."""

    # Some that are members, some that are none, and how many there are.
    MEMBERS = {
        "United Nations": ("USA PRK SSD CHE", "TWN XKX VAT PSE COK", 193),
        "United Nations Security Council": ("CHN FRA GBR RUS USA", "DEU IND JPN BRA", 15),
        "World Health Organization": ("USA COK NIU CHE", "LIE TWN VAT", 194),
        "International Monetary Fund": ("XKX AND LIE", "CUB PRK MCO", 191),
        "International Criminal Court": ("ARM UKR PSE HUN BFA", "USA RUS CHN ISR IND PHL BDI", 125),
        "Interpol": ("PSE VAT ABW", "PRK TWN XKX TUV", 196),
        "Organisation for the Prohibition of Chemical Weapons": ("SYR PSE", "ISR EGY PRK SSD", 193),
        "NATO": ("FIN SWE MKD TUR", "IRL AUT UKR CYP CHE", 32),
        "European Union": ("HRV IRL CYP", "GBR NOR CHE TUR", 27),
        "European Commission": ("HRV IRL CYP", "GBR NOR CHE TUR", 27),
        "Eurogroup": ("HRV EST", "DNK SWE POL BGR", 20),
        "Council of Europe": ("GBR TUR ARM", "RUS BLR XKX", 46),
        "European Court of Human Rights": ("GBR TUR ARM", "RUS BLR XKX", 46),
        "African Union": ("MAR ESH ERI SSD", "YEM", 55),
        "Economic Community of West African States": ("NGA CPV", "BFA MLI NER MRT", 12),
        "Economic and Monetary Community of Central Africa": ("TCD GNQ", "COD STP RWA", 6),
        "East African Community": ("SOM COD SSD", "ETH DJI", 8),
        "Arab League": ("SYR PSE COM", "IRN TUR ISR", 22),
        "Association of Southeast Asian Nations": ("TLS MMR", "PNG CHN", 11),
        "Organization of American States": ("KNA CUB USA", "NIC FRA", 34),
        "Caribbean Community": ("KNA HTI MSR", "DOM CUB", 15),
        "Mercosur": ("BOL", "CHL VEN", 5),
        "Arctic Council": ("DNK RUS", "GBR CHN", 8),
        "Missile Technology Control Regime": ("IND RUS", "CHN ISR HRV", 35),
        "C5+1": ("KAZ USA", "RUS CHN", 6),
        "Bucharest Nine": ("POL EST", "HRV DEU", 9),
        "Mekong River Commission": ("LAO VNM", "CHN MMR", 4)}

    @classmethod
    def setUpClass(cls):
        cls.bodies, cls.short = {}, set()
        for row in as_dicts(GAZETTEER / "organisations.tsv"):
            if row["type"] != "INTERNATIONAL_ORG":
                continue
            if row["kind"] == "preferred":
                more = dict(p.split("=", 1) for p in row["more"].split(";")) if row["more"] != "-" else {}
                cls.bodies[row["name"]] = (row["id"], [m for m in more.get("members", "").split(",") if m])
            # An acronym (NATO, BRICS+) or a short one written otherwise: AfDB, UN-Habitat, Caricom.
            if row["kind"] == "abbreviation" or len(row["name"]) <= 12 and sum(map(str.isupper, row["name"])) > 1:
                cls.short.add(row["id"])

    def test_at_least_250_have_an_acronym_and_members(self):
        both = [name for name, (id, members) in self.bodies.items() if members and id in self.short]
        self.assertGreaterEqual(len(both), 250)

    def test_members(self):
        for name, (those, others, count) in self.MEMBERS.items():
            members = self.bodies[name][1]
            with self.subTest(body=name):
                self.assertEqual(len(members), count)
                self.assertLessEqual(set(those.split()), set(members))
                self.assertEqual(set(others.split()) & set(members), set())

    def test_members_stand_once_in_order(self):
        for name, (_, members) in self.bodies.items():
            self.assertEqual(members, sorted(set(members)), name)

    def test_peace_operations_have_no_members(self):
        for name, (_, members) in self.bodies.items():
            if name.startswith("United Nations") and any(w in name.split() for w in ("Mission", "Force", "Operation", "Truce")):
                self.assertEqual(members, [], name)


class Offices(unittest.TestCase):
    def test_columns_values_and_persons(self):
        _, columns, _ = read(GAZETTEER / "offices.tsv")
        self.assertEqual(columns, ["person", "role", "role_class", "organisation", "state", "from", "to", "source"])
        persons = {r["id"] for r in as_dicts(GAZETTEER / "people.tsv")}
        states = {r["id"] for r in as_dicts(GAZETTEER / "states.tsv")}
        for row in as_dicts(GAZETTEER / "offices.tsv"):
            self.assertIn(row["person"], persons, row)
            self.assertIn(row["role_class"], ROLE_CLASSES, row)
            self.assertIn(row["state"], states | {"-"}, row)
            self.assertRegex(row["from"], r"^(-|\d{4}(-\d\d(-\d\d)?)?)$", row)
            self.assertRegex(row["to"], r"^(-|\?|\d{4}(-\d\d(-\d\d)?)?)$", row)
            if row["from"] != "-" and row["to"] not in ("-", "?"):
                short = min(len(row["from"]), len(row["to"]))
                self.assertLessEqual(row["from"][:short], row["to"][:short], row)

    def test_sorted(self):
        keys = [tuple(r[c].encode() for c in ("person", "from", "to", "role", "organisation", "state"))
                for r in as_dicts(GAZETTEER / "offices.tsv")]
        self.assertEqual(keys, sorted(keys))


class Titles(unittest.TestCase):
    def test_columns_and_values(self):
        path = GAZETTEER / "titles.tsv"
        self.assertEqual(read(path)[1], ["title", "class", "position", "gender", "plural", "official"])
        seen = set()
        for row in as_dicts(path):
            self.assertIn(row["class"], ROLE_CLASSES | {"honorific", "rank", "profession"}, row)
            self.assertIn(row["position"], {"before", "after", "both"}, row)
            self.assertIn(row["gender"], {"m", "f", "-"}, row)
            self.assertIn(row["official"], {"1", "-"}, row)
            self.assertNotIn(row["title"], seen)
            seen.add(row["title"])


class PersonNames(unittest.TestCase):
    def test_columns_weights_and_flags(self):
        for table, columns in (("given_names", ["name", "gender", "weight", "common", "source"]),
                               ("surnames", ["name", "weight", "common", "family_first", "source"])):
            path = GAZETTEER / f"{table}.tsv"
            if not path.exists():
                continue
            self.assertEqual(read(path)[1], columns)
            names = [r["name"] for r in as_dicts(path)]
            self.assertEqual(len(names), len(set(names)))
            for row in as_dicts(path):
                self.assertRegex(row["weight"], r"^[1-9]$", row)
                self.assertIn(row["common"], {"1", "-"}, row)
                self.assertIn(row.get("gender", "u"), {"m", "f", "u"}, row)
                self.assertIn(row.get("family_first", "-"), {"1", "-"}, row)


if __name__ == "__main__":
    unittest.main()
