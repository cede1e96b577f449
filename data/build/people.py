# Part of dragoman; see LICENSE.
"""people.tsv and offices.tsv: persons who hold or held office, and the terms of those offices.

Sources are read in the order in which they are trusted: supplement, Factbook (current), congress-legislators,
every-politician, Factbook leaders since 1990.  Two sources speak of one person when they give the same Wikidata id,
or the same name and a state in common.  Only full names become rows: a surname alone is the linker's work.
"""

import collections
import re

from common import (GAZETTEER, Names, clean, gec_codes, is_latin, iso_codes, month, plain, read_tsv, slug, sources,
                    write_rows)
from roles import role_class

# States whose names stand family first in English news too.
FAMILY_FIRST = {"PRK", "KOR", "CHN", "TWN", "HKG", "MAC", "VNM", "KHM"}
# States where news calls a person by the first of two names.
CALLED_BY_FIRST = {"ETH", "ERI"}
PARTICLES = {"al", "el", "bin", "ibn", "ben", "bint", "von", "van", "der", "den", "de", "da", "do", "dos", "das", "di",
             "del", "della", "la", "le", "ter", "ten", "st.", "ould", "mac", "abu", "zu", "af"}
SUFFIXES = {"jr.", "jr", "sr.", "sr", "ii", "iii", "iv"}


def family_name(name, states):
    """The name news uses after the first mention, and whether it stands first."""
    parts = [p for p in name.split() if p.lower() not in SUFFIXES]
    if len(parts) < 2:
        return (parts[0] if parts else name), False
    if states and states <= FAMILY_FIRST and is_latin(name):
        western = parts[0] in ENGLISH_GIVEN
        if not western:
            return parts[0], True
    if states and states <= CALLED_BY_FIRST:
        return parts[0], False
    start = len(parts) - 1
    while start > 1 and plain(parts[start - 1]).lower() in PARTICLES:
        start -= 1
    return " ".join(parts[start:]), False


ENGLISH_GIVEN = set("John Carrie Paul Regina Michael Peter Joseph Christopher Matthew Donald Edward Anthony Frederick "
                    "Henry Patrick Stephen Gregory Eddie Eric Joshua Bernard Nicholas Frank Raymond Lawrence Alan "
                    "Edmund Ernest Erick Francis Kevin Sophia Rosanna Teresa Susan Florinda Fernando Elsie".split())


class Person:
    def __init__(self, name):
        self.name = name
        self.aliases = collections.OrderedDict()
        self.gender = "-"
        self.family = ""
        self.states = set()
        self.wikidata = ""
        self.id = ""
        self.born = ""


class People:
    def __init__(self):
        self.persons = []
        self.by_wikidata = {}
        self.by_name = collections.defaultdict(list)
        self.terms = []       # (person, role, class, organisation, state, from, to, source)

    @staticmethod
    def key(name):
        return re.sub(r"[^a-z ]", "", plain(name).lower().replace("-", " "))

    def person(self, names, state, wikidata="", gender="-", family="", born=""):
        """The person of these names (the first is the one shown), a new one if nobody fits."""
        names = [clean(n) for n in names if n and is_latin(n)]
        if not names:
            return None
        found = self.by_wikidata.get(wikidata) if wikidata else None
        if not found:
            for name in names:
                for other in self.by_name[self.key(name)]:
                    if wikidata and other.wikidata and other.wikidata != wikidata:
                        continue
                    if state in other.states or state == "-" or not other.states - {"-"}:
                        found = other
                        break
                if found:
                    break
        if not found:
            found = Person(names[0])
            self.persons.append(found)
        if wikidata and not found.wikidata:
            found.wikidata = wikidata
            self.by_wikidata[wikidata] = found
        for name in names:
            if name != found.name:
                found.aliases[name] = True
            if found not in self.by_name[self.key(name)]:
                self.by_name[self.key(name)].append(found)
        found.states.add(state)
        if gender != "-":
            found.gender = gender
        found.family = found.family or family
        found.born = found.born or born
        return found

    def term(self, person, role, organisation, state, start, end, source, kind=None):
        role = clean(role)
        self.terms.append((person, role, kind or role_class(role, organisation), clean(organisation) or "-", state,
                           start, end, source))

    def overlaps(self, person, kinds, state, start):
        """Whether a trusted source already has a term of this kind that begins in the same year or covers it."""
        for other, _, other_kind, _, other_state, other_start, other_end, _ in self.terms:
            if other is person and other_kind in kinds and other_state == state:
                if other_start[:4] == start[:4]:
                    return True
                if other_start < start and (other_end in ("-", "?") or other_end > start):
                    return True
        return False

    def name_ids(self):
        """Ids are slugs; namesakes get the state, then the year of birth, then a number."""
        taken = {}
        for person in self.persons:
            base = slug(person.name)
            state = sorted(person.states - {"-"})[:1]
            tries = [base] + [f"{base}-{s.lower()}" for s in state] + \
                ([f"{base}-{person.born[:4]}"] if person.born else []) + [f"{base}-{n}" for n in range(2, 30)]
            for candidate in tries:
                if candidate not in taken:
                    break
            taken[candidate] = person
            person.id = f"person:{candidate}"

    def write(self, used):
        self.name_ids()
        names = Names("people", "Persons who hold or held office, with other spellings of their names.\n"
                      "The terms of office are in offices.tsv.", used)
        for person in self.persons:
            states = sorted(person.states - {"-"})
            family, first = family_name(person.name, set(states))
            more = [f"state={','.join(states)}"] if states else []
            more += [f"gender={person.gender}"] if person.gender in "mf" else []
            more += [f"family={person.family or family}"] if " " in person.name else []
            more += ["order=family-first"] if first else []
            if first and states == ["VNM"]:
                more += [f"short={person.name.split()[-1]}"]
            more += [f"wikidata={person.wikidata}"] if person.wikidata else []
            names.add(person.name, "PERSON", person.id, "preferred", more=";".join(more) or "-")
            for alias in list(person.aliases) + [person.name]:
                for form in {alias, plain(alias)}:
                    if (" " in form or "-" in form or len(form) > 4) and not names.has(form, "PERSON", person.id):
                        names.add(form, "PERSON", person.id, "alias")
                        if " " not in form:
                            names.rows[(clean(form), "PERSON", person.id, "name")]["guard"] = "context"
            if " " not in person.name:
                names.rows[(person.name, "PERSON", person.id, "name")]["guard"] = "context"
        names.write()
        columns = ["person", "role", "role_class", "organisation", "state", "from", "to", "source"]
        rows = {}
        for person, *rest in self.terms:
            row = dict(zip(columns, [person.id] + rest))
            rows[tuple(row[c] for c in columns[:-1])] = row
        ordered = sorted(rows.values(), key=lambda r: tuple(r[c].encode() for c in
                                                            ("person", "from", "to", "role", "organisation", "state")))
        write_rows(GAZETTEER / "offices.tsv", "Terms of office: who held what, for whom, from when to when.\n"
                   "to: '-' in office at the source's date (end of 2025 or later), '?' unknown after it.", used, columns,
                   ordered, "people")


def read_supplement(people, folder, iso):
    for row in read_tsv(folder / "supplement" / "officials-supplement.tsv"):
        state = iso.get(row["iso2"], "-")
        person = people.person([row["name"]] + row["aliases"].split("|"), state)
        organisation = re.sub(r" \((Kremlin|GRU|Houthis)\)$", "", row["organisation"])
        people.term(person, row["role"], organisation, state, month(row["since"]), month(row["until"]), "supplement")


def main():
    folder = sources()
    iso = iso_codes(folder)
    people = People()
    read_supplement(people, folder, iso)
    people.write(["supplement/officials-supplement.tsv, end of 2025, CC0-1.0"])


if __name__ == "__main__":
    main()
