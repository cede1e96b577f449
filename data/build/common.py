# Part of dragoman; see LICENSE.
"""What every table script shares: where the sources are, slugs, ICU's region names, and one writer.

    from common import Names
    names = Names("states", "Names of states.", ["country-codes, PDDL-1.0"])
    names.add("Russia", "STATE", "RUS")
    names.add("Russian Federation", "STATE", "RUS", kind="official")
    names.write()

The writer sorts, drops exact repeats, applies the table's corrections (fixes/<table>.tsv) and refuses a table that
docs/data_formats.md would refuse.  Scripts read the sources from $DRAGOMAN_SOURCES or the first argument, else
../shared/sources beside the project.
"""

import ctypes
import glob
import csv
import json
import os
import re
import sys
import unicodedata
from pathlib import Path

BUILD = Path(__file__).resolve().parent
DATA = BUILD.parent
GAZETTEER = DATA / "gazetteer"
HAND = BUILD / "hand"
FIXES = BUILD / "fixes"

NAME_COLUMNS = ["name", "type", "id", "kind", "guard", "from", "to", "more"]
KINDS = ["preferred", "official", "short", "alias", "abbreviation", "former", "local", "adjective", "demonym",
         "demonym_plural", "metonym", "generic"]
GUARDS = ["-", "exact", "context"]
# A name listed twice for one id keeps the kind that says most, and that kind's guard.
KIND_RANK = {kind: rank for rank, kind in enumerate(KINDS)}


def sources():
    """The folder of sources; stops with a message when it is not there."""
    argument = [a for a in sys.argv[1:] if not a.startswith("-")]
    folder = Path(argument[0] if argument else
                  os.environ.get("DRAGOMAN_SOURCES", DATA.parent.parent / "shared" / "sources"))
    if not (folder / "factbook").is_dir():
        sys.exit(f"{folder}: no folder of sources; give it as the first argument or in DRAGOMAN_SOURCES")
    return folder


def read_tsv(path):
    """Rows of a tab-separated file as dictionaries; lines that start with # are skipped, '-' stays '-'."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        lines = [line.rstrip("\r\n") for line in file]
    lines = [line for line in lines if line and not line.startswith("#")]
    header = lines[0].split("\t")
    rows = []
    for line in lines[1:]:
        cells = line.split("\t")
        cells += [""] * (len(header) - len(cells))
        rows.append(dict(zip(header, cells)))
    return rows


def read_csv(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def read_list(path):
    """Lines of a hand-written list without comments."""
    with open(path, encoding="utf-8") as file:
        return [line.strip() for line in file if line.strip() and not line.startswith("#")]


# --- Letters ---------------------------------------------------------------------------------------------------------

_LETTERS = str.maketrans({"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ı": "i", "ß": "ss", "æ": "ae",
                          "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "ə": "a",
                          "Ə": "A", "ħ": "h", "Ħ": "H", "ŋ": "n", "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "´": "'",
                          "`": "'", "ʿ": "'", "ʾ": "'", "–": "-", "‑": "-", "—": "-"})


def plain(text):
    """ASCII spelling of a Latin-script name: "Córdoba" -> "Cordoba", "Łódź" -> "Lodz"."""
    text = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in text if not unicodedata.combining(c))


def slug(text):
    """The tail of an id: lower-case ASCII letters and digits joined by hyphens."""
    text = plain(text).lower().replace("'", "").replace("&", " and ").replace("+", " plus ")
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


def is_latin(text):
    """Whether every letter of the name is Latin."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and all(unicodedata.name(c, "").startswith("LATIN") or c in "ʻʼʿʾ" for c in letters)


def clean(text):
    """One space between words, straight apostrophes, no space or stop punctuation at the ends."""
    text = unicodedata.normalize("NFC", text)
    text = text.replace("’", "'").replace("‘", "'").replace("\u00a0", " ").replace("\u200e", "")
    return re.sub(r"\s+", " ", text).strip(" ,;:")


def without_article(text):
    return re.sub(r"^[Tt]he ", "", text)


def month(text):
    """A date cut to what the tables write: YYYY, YYYY-MM or YYYY-MM-DD; '-' for none."""
    return text if re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", text or "") else "-"


# --- Common words ----------------------------------------------------------------------------------------------------

def english_words():
    """Lower-case words of the Debian list `wamerican`; a name among them needs a guard.

    The list is read at build time and not shipped; without it the scripts stop, for they would write other tables.
    """
    path = Path("/usr/share/dict/american-english")
    if not path.exists():
        sys.exit("/usr/share/dict/american-english is missing: install Debian's wamerican")
    with open(path, encoding="utf-8") as file:
        return {word for word in (line.strip() for line in file) if word.islower() and word.isalpha()}


# --- States ----------------------------------------------------------------------------------------------------------

def iso_codes(folder):
    """alpha-2 -> alpha-3 for every ISO 3166-1 state and territory, and Kosovo."""
    codes = {row["ISO3166-1-Alpha-2"]: row["ISO3166-1-Alpha-3"]
             for row in read_csv(folder / "country-codes" / "country-codes.csv")}
    codes["XK"] = "XKX"
    return codes


def gec_codes(folder):
    """Factbook (GEC) code, lower case -> alpha-3."""
    iso = iso_codes(folder)
    codes = {row["gec_code"].lower(): iso[row["iso2"]]
             for row in read_tsv(folder / "factbook" / "codes.tsv") if row["iso2"] in iso}
    # codes.tsv gives these the code of the state they belong to.
    codes.update({"gk": "GGY", "je": "JEY", "im": "IMN", "gz": "PSE", "we": "PSE"})
    return codes


class Icu:
    """ICU's names of regions, read from the installed library: Icu().region("DE", "fr") -> "Allemagne"."""

    def __init__(self):
        found = sorted(glob.glob("/usr/lib/*/libicuuc.so.[0-9]*"))
        if not found:
            sys.exit("libicuuc.so is missing: install Debian's libicu-dev")
        self.version = re.search(r"\.so\.(\d+)", found[-1]).group(1)
        library = ctypes.CDLL(found[-1])
        self._name = getattr(library, f"uloc_getDisplayCountry_{self.version}")
        self._buffer = (ctypes.c_uint16 * 200)()

    def region(self, alpha2, language):
        error = ctypes.c_int(0)
        length = self._name(f"und_{alpha2}".encode(), language.encode(), self._buffer, 200, ctypes.byref(error))
        if error.value > 0:
            return ""
        return bytes(self._buffer)[:2 * length].decode("utf-16-le")


# --- The writer ------------------------------------------------------------------------------------------------------

class Names:
    """A table of names in the columns of docs/data_formats.md."""

    def __init__(self, table, about, sources_used, columns=None):
        self.table = table
        self.about = about
        self.sources = sources_used
        self.rows = {}          # (name, type, id) -> row
        self.preferred = {}     # (type, id) -> name

    def add(self, name, type, id, kind="alias", guard="-", start="-", end="-", more="-"):
        """Adds a row; a second row of the same name and id keeps the stronger kind.  Returns the name as written."""
        name = clean(name)
        if not name or len(name) > 200:
            return ""
        if kind == "preferred" and self.preferred.get((type, id), name) != name:
            kind = "alias"
        if kind == "preferred":
            self.preferred[(type, id)] = name
        row = {"name": name, "type": type, "id": id, "kind": kind, "guard": guard or "-", "from": start or "-",
               "to": end or "-", "more": more or "-"}
        key = (name, type, id, "demonym" if kind in ("adjective", "demonym", "demonym_plural") and
               kind != "adjective" else ("adjective" if kind == "adjective" else "name"))
        old = self.rows.get(key)
        if old is None:
            self.rows[key] = row
        else:
            better = row if KIND_RANK[row["kind"]] < KIND_RANK[old["kind"]] else old
            other = old if better is row else row
            merged = dict(better)
            if merged["guard"] == "-" and other["guard"] != "-":
                merged["guard"] = other["guard"]
            if merged["more"] == "-":
                merged["more"] = other["more"]
            self.rows[key] = merged
        return name

    def has(self, name, type, id):
        return (clean(name), type, id, "name") in self.rows

    def _fix(self):
        path = FIXES / f"{self.table}.tsv"
        if not path.exists():
            return
        for fix in read_tsv(path):
            hits = [key for key, row in self.rows.items()
                    if row["name"] == fix["name"] and fix["id"] in ("*", row["id"])]
            if fix["op"] == "drop":
                for key in hits:
                    del self.rows[key]
            elif fix["op"] == "guard":
                for key in hits:
                    self.rows[key]["guard"] = fix["guard"]
            elif fix["op"] == "add":
                self.add(fix["name"], fix["type"], fix["id"], fix["kind"], fix["guard"], fix["from"], fix["to"],
                         fix["more"])
            else:
                sys.exit(f"{path}: op is {fix['op']!r}, expected drop, guard or add")
            if fix["op"] != "add" and not hits:
                print(f"{path.name}: nothing to {fix['op']}: {fix['name']} {fix['id']}", file=sys.stderr)

    def write(self, path=None, elsewhere=()):
        """Writes the table; `elsewhere` holds the (type, id) whose preferred name stands in another table."""
        self._fix()
        rows = sorted(self.rows.values(), key=lambda r: tuple(r[c].encode() for c in ("id", "kind", "name", "type")))
        seen = {}
        for row in rows:
            where = f"{self.table}: {row['name']} ({row['id']})"
            if row["kind"] not in KINDS or row["guard"] not in GUARDS:
                sys.exit(f"{where}: kind {row['kind']!r} or guard {row['guard']!r} is not known")
            for cell in row.values():
                if "\t" in cell or "\n" in cell:
                    sys.exit(f"{where}: a tab or line break inside a cell")
            if row["kind"] == "preferred":
                seen.setdefault((row["type"], row["id"]), []).append(row["name"])
        lacking = {(r["type"], r["id"]) for r in rows if r["type"] != "NATIONALITY"} - set(seen) - set(elsewhere)
        if lacking:
            sys.exit(f"{self.table}: no preferred name: {sorted(lacking)[:5]}")
        write_rows(path or GAZETTEER / f"{self.table}.tsv", self.about, self.sources, NAME_COLUMNS, rows,
                   script="languages" if self.table.startswith("languages/") else self.table)


def write_rows(path, about, sources_used, columns, rows, script):
    """Writes a table with its head; rows are dictionaries, already in order."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        for line in about.strip().split("\n"):
            file.write(f"# {line}\n")
        for source in sources_used:
            file.write(f"# source:  {source}\n")
        file.write(f"# made by: data/build/{script}.py; corrections go in data/build/fixes/, not here\n")
        file.write("\t".join(columns) + "\n")
        for row in rows:
            file.write("\t".join(row[c] if row[c] != "" else "-" for c in columns) + "\n")
    print(f"{path.relative_to(DATA.parent)}: {len(rows):,} rows", file=sys.stderr)


def load_names(table):
    """Rows of a table already written; scripts that build on another one use it."""
    return read_tsv(GAZETTEER / f"{table}.tsv")
