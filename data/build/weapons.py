# Part of dragoman; see LICENSE.
"""weapons.tsv: common nouns for arms (lower case, both numbers) and designations with class and origin.

hand/weapons_generic.tsv holds the nouns; designations come from the supplement, Oryx's lists (cleaned of calibres,
notes and "based on" chassis) and the drones of MISP.  A designation with a digit stands for itself; one that is a
word, a surname or a given name needs support.
"""

import re

from common import HAND, Names, clean, english_words, is_latin, iso_codes, load_names, plain, read_tsv, slug, sources

ORIGINS = {"soviet union": "RUS", "united states": "USA", "united states of america": "USA", "turkey": "TUR",
           "turkiye": "TUR", "south korea": "KOR", "czech republic": "CZE", "the netherlands": "NLD", "yugoslavia": "YUG",
           "czechoslovakia": "CSK", "european union": "-", "iran": "IRN", "uae": "ARE", "east germany": "DDR",
           "north korea": "PRK", "peoples republic of china": "CHN"}
# What the supplement's kinds and Oryx's own words are called here.
CLASS_WORDS = [("unmanned aerial vehicle", r"\bUAV\b|reconnaissance UA|\bdrone"), ("artillery", r"howitzer|\bgun\b|mortar"),
               ("missile", r"anti-tank guided missile|ATGM|missile"), ("armoured vehicle", r"armou?red|IMV|MRAP|APC|IFV"),
               ("warship", r"corvette|frigate|landing ship|submarine|minesweeper|patrol boat|cruiser|vessel|boat"),
               ("helicopter", r"helicopter"), ("combat aircraft", r"aircraft|bomber|fighter"), ("radar", r"radar"),
               ("electronic warfare", r"electronic warfare|jamm")]


def english_plural(word):
    if word.endswith(("s", "x", "ch", "sh")):
        return word + "es"
    return word + "s"


def guard(name, words, persons):
    """What support a designation needs."""
    if re.search(r"\d", name):
        return "exact" if re.fullmatch(r"[A-Z]\d", name) else "-"
    if " " in name or "-" in name:
        return "-"
    if name.isupper() and len(name) > 2:
        return "exact" if plain(name).lower() in words or len(name) == 3 else "-"
    if plain(name).lower() in words or name in persons or len(name) <= 3:
        return "context"
    return "-"


def tells(name, words, persons):
    """Whether a name from the raw lists says anything by itself: "Orlan", "Bohdana", not "Surprise" or "Fuel train"."""
    if re.search(r"\d", name):
        return bool(re.search(r"[A-Z]", name)) and not re.search(r" [a-z]{3,}", name) and len(name.split()) <= 3
    parts = re.split(r"[ -]", name)
    if any(p[:1].islower() for p in parts) or len(parts) > 2:
        return False
    return not any(plain(p).lower() in words or p in persons or len(p) <= 2 for p in parts)


def oryx_name(system):
    """"920mm 9P78-1 (for 9K720 'Iskander')" -> ("9P78-1", []); "'Orlan-20' reconnaissance UAV" -> ("Orlan-20", [])."""
    system = re.sub(r"\(.*?\)|\[.*?\]", " ", system)
    system = re.sub(r"^\d+(\.\d+)?x?\d*(\.\d+)?mm ", "", system.strip())
    if re.search(r"based on|mounted|modified|captured|with |for |trailer|truck|kitchen|bathhouse|tanker|ambulance|"
                 r"workshop|bus\b|crane|bulldozer|excavator|generator|station|shelter|unknown", system, re.I):
        return None, []
    quoted = re.findall(r"['\"‘“]([A-Z][\w .-]{2,})['\"’”]", system)
    head = re.sub(r"['\"‘“].*?['\"’”]", " ", system)
    head = re.split(r"\b(reconnaissance|loitering|anti-|armou?red|infantry|self-|towed|multi|main|heavy|light|command|"
                    r"UAV|howitzer|mortar|gun|system|radar|boat|corvette|class|patrol|landing|air|unmanned|jet|mine|"
                    r"electronic|VBIED|target|engineering|recovery|airborne|amphibious|all|armed|counter|rocket)", head)[0]
    head = clean(head)
    if head and re.search(r"[A-Z0-9]", head) and len(head) > 2 and not head.isdigit():
        return head, quoted
    if quoted:
        return quoted[0], quoted[1:]
    return None, []


def main():
    folder = sources()
    words = english_words()
    iso = iso_codes(folder)
    states = {r["name"].lower(): r["id"] for r in load_names("states")}
    persons = {r["name"] for t in ("surnames", "given_names") for r in optional(t)}
    places = {r["name"] for r in optional("places") if r["kind"] != "context"}
    names = Names("weapons", "Weapons: common nouns (kind generic, lower case) and designations with class and origin.",
                  ["supplement/weapons-supplement.tsv, end of 2025, CC0-1.0",
                   "Oryx equipment lists, commit a8624b47 (2025-07-19), CC-BY-4.0, changed: names cleaned, rows left out",
                   "MISP galaxy, drones, commit 9434ace4 (2026-08-06), CC0-1.0",
                   "data/build/hand/weapons_generic.tsv, written for dragoman, 2026-11"])

    for row in read_tsv(HAND / "weapons_generic.tsv"):
        id = f"weapon:{slug(row['name'])}"
        names.add(row["name"], "WEAPON", id, "preferred", row["guard"], more=f"class={row['class']};generic=1")
        if row["plural"] not in ("-", "="):
            names.add(row["plural"], "WEAPON", id, "generic", row["guard"])
        for alias in row["aliases"].split("|"):
            if alias == "-":
                continue
            needs = "context" if alias.endswith("?") else row["guard"] if " " not in alias and alias.islower() else "-"
            alias = alias.rstrip("?")
            names.add(alias, "WEAPON", id, "abbreviation" if alias.isupper() else "generic", needs)
            if not alias.endswith("s"):
                names.add(english_plural(alias), "WEAPON", id, "generic", needs)

    # Of the supplement's generic rows, those that are deals and not arms belong to frames.
    origin_of = {}

    def designation(name, kind, state, aliases=(), weak=False):
        name = clean(name).strip(" )(-")
        if not is_latin(re.sub(r"[^A-Za-z]", "", plain(name)) or "a") or len(name) < 2:
            return
        id = f"weapon:{slug(name)}"
        if weak and (id in origin_of or name in places or not tells(name, words, persons)):
            return
        origin_of[id] = state
        more = f"class={kind}" + (f";state={state}" if state != "-" else "")
        needs = "context" if name in places else guard(name, words, persons)
        names.add(name, "WEAPON", id, "preferred", needs, more=more)
        for alias in aliases:
            alias = clean(alias)
            if len(alias) > 1 and not names.has(alias, "WEAPON", id) and \
                    (not weak or (slug(alias) not in taken and tells(alias, words, persons) and alias not in places)):
                names.add(alias, "WEAPON", id, "alias", "context" if alias in places else guard(alias, words, persons))
                taken.add(slug(alias))
        taken.add(slug(name))
        # "two F-16s"
        for one in (name, *map(clean, aliases)):
            if re.search(r"[A-Za-z].*[0-9]$", one) and names.has(one, "WEAPON", id) and not names.has(one + "s", "WEAPON", id):
                names.add(one + "s", "WEAPON", id, "alias", guard(one, words, persons))

    taken = set()
    for row in read_tsv(folder / "supplement" / "weapons-supplement.tsv"):
        if row["kind"] != "generic":
            designation(row["name"], row["kind"], iso.get(row["origin_iso2"], "-"),
                        [a for a in row["aliases"].split("|") if a])
    for row in read_tsv(folder / "oryx" / "equipment.tsv"):
        name, aliases = oryx_name(row["system"])
        if not name or slug(name) in taken:
            continue
        origin = row["origin"].lower()
        kind = next((k for k, pattern in CLASS_WORDS if re.search(pattern, row["system"])), "military equipment")
        designation(name, kind, ORIGINS.get(origin) or states.get(origin, "-"), aliases, weak=True)
    for row in read_tsv(folder / "misp-galaxy" / "uavs.tsv"):
        base = clean(re.sub(r"\(.*?\)", "", row["name"]))
        if slug(base) in taken or len(base) < 3 or re.fullmatch(r"[\d -]+", base):
            continue
        country = row["country"].split("|")[0].lower()
        designation(base, "unmanned aerial vehicle", ORIGINS.get(country) or states.get(country, "-"), weak=True)
    names.write()


def optional(table):
    try:
        return load_names(table)
    except FileNotFoundError:
        return []


if __name__ == "__main__":
    main()
