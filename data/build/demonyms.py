# Part of dragoman; see LICENSE.
"""demonyms.tsv: adjectives and words for people, each tied to its state.

The Factbook's columns "nationality noun" and "adjective" give the regular ones ("Algerian(s)"); hand/demonyms.tsv
gives those of which English has irregular or further forms.  A state may share a word with another (Dominican,
Congolese); both rows stand and the linker decides.
"""

import re

from common import HAND, Names, gec_codes, load_names, plain, read_tsv, sources

# Words that are also a surname, a language taught, a boot polish: they count only with support.
GUARDED = {"Kiwi": "context", "Kiwis": "context", "Pole": "context", "Poles": "context", "Dane": "context",
           "Brit": "context", "US": "exact", "Turk": "context", "Lao": "context", "Laos": "context", "ROK": "exact",
           "Trini": "context", "Trinis": "context", "Polish": "-", "Mosotho": "-", "Bajan": "context",
           "Korean": "context", "Koreans": "context", "Central African": "context", "Central Africans": "context"}
SKIP = {"gk", "je", "sb", "hk", "mc", "kn", "ks", "um", "gz", "we"}

# Of two states with one adjective the smaller one needs signs of its own.
SHARED = {"Congolese": "COG", "Dominican": "DMA", "Dominicans": "DMA"}


def guard(name, code):
    return "context" if SHARED.get(name) == code else GUARDED.get(name, "-")


def forms(cell):
    """("Algerian(s)") -> [("Algerian", "Algerians")]; ("Thai (singular and plural)") -> [("Thai", "Thai")]."""
    found = []
    same = "singular and plural" in cell
    cell = re.sub(r";.*| \((US citizens|US nationals|colloquial|singular and plural)\)", "", cell)
    for part in re.split(r", or |, | or |/", cell):
        part = part.strip()
        if not part or part in ("none", "NA") or not part[0].isupper():
            continue
        match = re.fullmatch(r"([A-Z][^()]*)\(s\)", part)
        if match:
            found.append((match.group(1), match.group(1) + "s"))
        elif "(" not in part:
            found.append((part, part if same or part.endswith("ese") else part + "s"))
    return found


def main():
    folder = sources()
    names = Names("demonyms", "Adjectives and words for people, with the state they belong to.",
                  ["World Factbook, commit 8662a8b1 (2026-05-17), public domain",
                   "data/build/hand/demonyms.tsv, written for dragoman, 2026-11"])

    state_names = {row["name"] for row in load_names("states")}

    def add(name, code, kind):
        # "Singapore officials", "UK forces": the state's own name before a noun is no row here.
        if name and name != "-" and name not in state_names:
            names.add(name, "NATIONALITY", code, kind, guard(name, code))
            if plain(name) != name:
                names.add(plain(name), "NATIONALITY", code, kind, guard(name, code))

    by_hand = set()
    for row in read_tsv(HAND / "demonyms.tsv"):
        if row["demonym"] != "-":
            by_hand.add(row["id"])
        for kind in ("adjective", "demonym", "demonym_plural"):
            for name in row[kind].split("|"):
                add(name, row["id"], kind)

    gec = gec_codes(folder)
    for row in read_tsv(folder / "factbook" / "summary.tsv"):
        code = gec.get(row["gec_code"])
        if not code or code in by_hand or row["gec_code"] in SKIP:
            continue
        for one, many in forms(row["nationality_noun"]):
            add(one, code, "demonym")
            add(many, code, "demonym_plural")
        for word, _ in forms(row["nationality_adjective"]):
            if word != row["short_name"]:
                add(word, code, "adjective")
    names.write()


if __name__ == "__main__":
    main()
