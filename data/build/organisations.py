# Part of dragoman; see LICENSE.
"""organisations.tsv: bodies that act under a name: international, governmental, armed, media, firms, institutes.

hand/organisations.tsv comes first: it says what news calls a body and which short names need support.  The sources
then add bodies and aliases; one found under a name already known joins that body.  Guards follow from the name alone:
two- and three-letter acronyms that are also words or many things need support, single English words do too.
"""

import re

from common import (HAND, Names, clean, english_words, is_latin, iso_codes, plain, read_tsv, slug, sources,
                    without_article)

ID_KIND = {"GOVERNMENT_BODY": "gov", "EVENT": "event"}
# Ids that hand/metonyms.tsv uses for bodies whose preferred name stands here.
FIXED_IDS = {"Central Intelligence Agency": "gov:us-cia", "Federal Security Service": "gov:russia-fsb"}

SUPPLEMENT_KIND = {
    "intergovernmental": ("INTERNATIONAL_ORG", "IGO"), "court": ("INTERNATIONAL_ORG", "JUD"),
    "alliance": ("INTERNATIONAL_ORG", "MIL"), "forum": ("INTERNATIONAL_ORG", "IGO"),
    "trade bloc": ("INTERNATIONAL_ORG", "IGO"), "arms control": ("INTERNATIONAL_ORG", "IGO"),
    "government": ("GOVERNMENT_BODY", "GOV"), "legislature": ("GOVERNMENT_BODY", "LEG"),
    "agency": ("GOVERNMENT_BODY", "GOV"), "intelligence agency": ("GOVERNMENT_BODY", "SPY"),
    "armed force": ("GOVERNMENT_BODY", "MIL"), "arms company": ("COMPANY", "ARM"), "company": ("COMPANY", "BUS"),
    "armed group": ("ARMED_GROUP", "REB"), "party": ("ORGANISATION", "PTY"), "news agency": ("MEDIA", "MED"),
    "news organisation": ("MEDIA", "MED"), "cyber group": ("ORGANISATION", "CYB")}


class Bodies:
    """Joins what several sources say of one body."""

    def __init__(self, names, words):
        self.names = names
        self.words = words
        self.by_name = {}     # (folded name, state) -> (type, id)
        self.held = set()     # ids whose preferred name another table holds
        self.elsewhere = set()  # (name, id) rows of that table
        self.used = {}        # id -> state

    def guard(self, name):
        """The guard a name needs for what it looks like."""
        if len(name) <= 3 and name.isupper() and name.isalpha():
            return "exact" if name.lower() not in self.words else "context"
        if " " not in name and plain(name).lower() in self.words:
            return "context"
        return "-"

    def key(self, name):
        return plain(without_article(clean(name))).lower().replace("-", " ").replace(".", "")

    def find(self, name, state):
        key = self.key(name)
        for where in ((key, state), (key, "-")):
            if where in self.by_name:
                return self.by_name[where]
        if state == "-":
            hits = {v for (k, _), v in self.by_name.items() if k == key}
            if len(hits) == 1:
                return hits.pop()
        return None

    def new_id(self, name, type, state):
        if name in FIXED_IDS:
            return FIXED_IDS[name]
        kind = ID_KIND.get(type, "org")
        id = f"{kind}:{slug(name)}"
        if self.used.get(id, state) != state:
            id = f"{kind}:{state.lower() if state != '-' else 'x'}-{slug(name)}"
        return id

    def add(self, name, type, state, sector, aliases=(), members="", guard=None):
        """A body and its other names; aliases are (name, guard or None) pairs."""
        name = without_article(clean(name))
        if not name or not is_latin(name.replace("1718", "a")):
            return
        known = self.find(name, state)
        if known:
            type, id = known
        else:
            id = self.new_id(name, type, state)
            self.used[id] = state
            parts = [f"state={state}"] if state != "-" else []
            acronyms = [a for a, _ in aliases if re.fullmatch(r"[A-Z][A-Z&-]{1,7}", a)]
            parts += [f"acronym={acronyms[0]}"] if acronyms else []
            parts += [f"sector={sector}"] if sector != "-" else []
            parts += ["number=plural"] if re.search(r"(?<!s)s$", name.split()[-1]) and type == "ARMED_GROUP" else []
            parts += [f"members={members}"] if members else []
            self.names.add(name, type, id, "preferred", guard or self.guard(name), more=";".join(parts) or "-")
            self.by_name[(self.key(name), state)] = (type, id)
        for alias, alias_guard in [(name, guard)] + list(aliases):
            alias = without_article(clean(alias))
            if not alias or len(alias) < 2 or self.key(alias) == "" or not is_latin(alias):
                continue
            if (alias, id) in self.elsewhere:
                continue
            kind = "abbreviation" if re.fullmatch(r"[A-Z][A-Z0-9&.+/-]{1,9}", alias) else "alias"
            if not self.names.has(alias, type, id):
                self.names.add(alias, type, id, kind, alias_guard or self.guard(alias))
            self.by_name.setdefault((self.key(alias), state), (type, id))
            if plain(alias) != alias and not self.names.has(plain(alias), type, id):
                self.names.add(plain(alias), type, id, "alias", alias_guard or self.guard(alias))

    def hold(self, name, type, id, state):
        """A body whose preferred name stands in metonyms.tsv."""
        self.elsewhere.add((name, id))
        self.held.add((type, id))
        self.used[id] = state
        self.by_name[(self.key(name), state)] = (type, id)


def split_marks(cell):
    """"UN!|Security Council?" -> [("UN", "exact"), ("Security Council", "context")]."""
    marks = {"!": "exact", "?": "context"}
    return [(part.rstrip("!?"), marks.get(part[-1])) for part in cell.split("|") if part and part != "-"]


def main():
    folder = sources()
    names = Names("organisations", "Bodies that act under a name of their own, and events with a name.\n"
                  "Acronyms of two or three letters are guarded.",
                  ["data/build/hand/organisations.tsv, written for dragoman, 2026-11",
                   "supplement/organisations-supplement.tsv, end of 2025, CC0-1.0"])
    bodies = Bodies(names, english_words())
    for row in read_tsv(HAND / "metonyms.tsv"):
        if row["kind"] != "metonym":
            bodies.hold(row["name"], row["type"], row["id"], row["actor"])
    for row in read_tsv(HAND / "organisations.tsv"):
        bodies.add(row["name"], row["type"], row["state"], row["sector"], split_marks(row["aliases"]))
    iso = iso_codes(folder)
    for row in read_tsv(folder / "supplement" / "organisations-supplement.tsv"):
        type, sector = SUPPLEMENT_KIND[row["kind"]]
        state = iso.get(row["iso2"], "-")
        bodies.add(row["name"], type, state, sector, [(a, None) for a in row["aliases"].split("|") if a])
    write(names, bodies)


def write(names, bodies):
    named = {(r["type"], r["id"]) for r in names.rows.values() if r["kind"] == "preferred"}
    names.write(elsewhere=bodies.held - named)


if __name__ == "__main__":
    main()
