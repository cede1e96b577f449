# Part of dragoman; see LICENSE.
"""people.tsv and offices.tsv: persons who hold or held office, and the terms of those offices.

Sources in the order in which they are trusted: supplement, Factbook (current), congress-legislators, every-politician,
Factbook leaders since 1990.  Two sources speak of one person when they give the same Wikidata id, or the same name and
a state in common; Factbook names, with their many given names, also join on family name and one given name.  A term of
a less trusted source that overlaps one of the same person, class and state is left out.  Only full names become rows:
a surname alone is the linker's work.

"Open" in every-politician means open in mid 2022: such a term ends when a later source names the next holder of the
same single post, goes on when a later source confirms it, and else ends with "?".
"""

import collections
import difflib
import re

import yaml

from common import (GAZETTEER, HAND, Names, clean, gec_codes, is_latin, iso_codes, load_names, month, plain, read_csv, read_tsv, slug, sources,
                    write_rows)
from roles import role_class

# States whose names stand family first in English news too.
FAMILY_FIRST = {"PRK", "KOR", "CHN", "TWN", "HKG", "MAC", "VNM", "KHM"}
# States where news calls a person by the first of two names.
CALLED_BY_FIRST = {"ETH", "ERI"}
PARTICLES = {"al", "el", "bin", "ibn", "ben", "bint", "von", "van", "der", "den", "de", "da", "do", "dos", "das", "di",
             "del", "della", "la", "le", "ter", "ten", "st.", "ould", "mac", "abu", "zu", "af"}
SUFFIXES = {"jr.", "jr", "sr.", "sr", "ii", "iii", "iv", "junior", "filho", "neto"}
# States where a person bears the father's and the mother's name.
HISPANIC = {"ESP", "MEX", "ARG", "CHL", "PER", "COL", "VEN", "ECU", "BOL", "PRY", "URY", "CUB", "GTM", "HND", "SLV", "NIC",
            "CRI", "PAN", "DOM", "GNQ"}


def family_name(name, state, hispanic_given=(), western=()):
    """The name news uses after the first mention, and whether it stands first."""
    parts = [p for p in name.split() if plain(p).lower() not in SUFFIXES]
    if len(parts) < 2:
        return (parts[0] if parts else name), False
    if state in FAMILY_FIRST and parts[0] not in western and not ("-" in parts[0] and "-" not in parts[-1]):
        return parts[0], True
    if state in CALLED_BY_FIRST:
        return parts[0], False
    if state in HISPANIC and len(parts) > 2:
        # Given names, father's name, mother's name: news uses the father's.
        at = 1
        if plain(parts[0]) == "Maria":      # María del Carmen, María Soledad: two given names
            at = min(3 if plain(parts[1]).lower() in PARTICLES else 2, len(parts) - 1)
        while at < len(parts) - 1 and parts[at] in hispanic_given:
            at += 1
        end = at
        while end < len(parts) - 1 and plain(parts[end]).lower() in PARTICLES:
            end += 1
        return " ".join(parts[at:end + 1]), False
    start = len(parts) - 1
    while start > 1 and plain(parts[start - 1]).lower() in PARTICLES:
        start -= 1
    return " ".join(parts[start:]), False


# Posts that one person at a time holds.
SINGLE = {"head_of_state", "head_of_government", "defence_minister", "foreign_minister", "central_bank_governor"}


def post_of(term):
    """What makes two terms the same post: the class, and for heads of state or government also the word used."""
    role = term[1].lower()
    if term[2] in ("defence_minister", "foreign_minister", "central_bank_governor"):
        return term[2]
    if re.match(r"(king|queen|monarch|emperor|sultan|emir|amir|grand duke|prince)\b", role):
        return "monarch"
    return role.split(" of ")[0]


def covers(term, start, end):
    """Whether a term and the span (start, end) are likely one stay in office."""
    if term[5] == "-" or start == "-":
        return True
    if term[5][:7] == start[:7] or term[5][:4] == start[:4]:
        return True
    other_end = "9999" if term[6] in ("-", "?") else term[6]
    this_end = "9999" if end in ("-", "?") else end
    return term[5] < this_end and start < other_end


def finer(term, start, end):
    """A term with the day where a less trusted source gives one of the same month, and its end where only that does."""
    known_start, known_end = term[5], term[6]
    if len(known_start) < len(start) and start.startswith(known_start):
        known_start = start
    if len(known_end) < len(end) and known_end not in "-?" and end.startswith(known_end):
        known_end = end
    elif known_end == "?" and len(end) > 4 and end > "2022-07" and start[:7] == known_start[:7]:
        known_end = end
    return term[:5] + (known_start, known_end) + term[7:]


def merge_runs(terms):
    """Joins terms of one person, role and state that follow each other without a gap."""
    merged = []
    for term in sorted(terms, key=lambda t: (t[1], t[3], t[5], t[6])):
        last = merged[-1] if merged else None
        if last and last[1] == term[1] and last[3] == term[3] and last[6] not in ("-", "?") and \
                term[5] != "-" and (term[5] <= last[6] or term[5][:7] == last[6][:7]):
            end = term[6] if term[6] in ("-", "?") or term[6] > last[6] else last[6]
            merged[-1] = last[:6] + (end,) + last[7:]
        else:
            merged.append(term)
    return merged


def person_forms(text):
    """A person's name without titles and notes, and the shorter form of a long Gulf name.

    "Robert Reed, Lord Reed" -> ["Robert Reed"]; "Khalid bin Salman bin Abdulaziz Al Saud" -> [whole, "Khalid bin Salman"].
    """
    text = re.sub(r"[\u200b-\u200f\u202a-\u202e]", "", text)
    text = re.sub(r", .*$| \(.*?\)| [\"“].*?[\"”]", "", text)
    text = re.sub(r"^[`‘'](?=\w)|^Sayyid,? |^(Shaikh|Sheikh|Shaykh|Sir|Dame) (?=\w+ )", "", text)
    forms = [clean(text.split("/")[0])]
    parts = forms[0].split()
    if len(parts) > 4 and [p.lower() for p in parts].count("bin") > 1 and parts[1].lower() == "bin":
        forms.append(" ".join(parts[:3]))
    return forms


class Person:
    def __init__(self, name):
        self.name = name
        self.aliases = collections.OrderedDict()
        self.gender = "-"
        self.family = ""
        self.states = []      # one entry a term: the most frequent is the person's state
        self.wikidata = ""
        self.id = ""
        self.born = ""

    def home(self):
        """The state of most of the person's terms."""
        counts = collections.Counter(s for s in self.states if s != "-")
        return min(counts, key=lambda s: (-counts[s], s)) if counts else "-"


class People:
    def __init__(self):
        self.persons = []
        self.by_wikidata = {}
        self.eastern_surnames = set()
        self.by_name = collections.defaultdict(list)
        self.holders = collections.defaultdict(list)   # (state, class) -> [(person, start)], for joining spellings
        self.terms = []       # (person, role, class, organisation, state, from, to, source)

    @staticmethod
    def key(name):
        return re.sub(r"[^a-z ]", "", plain(name).lower().replace("-", " "))

    def find(self, names, state, wikidata=""):
        """The person of one of these names in this state, if known."""
        if wikidata and wikidata in self.by_wikidata:
            return self.by_wikidata[wikidata]
        for name in names:
            for other in self.by_name[self.key(name)]:
                if wikidata and other.wikidata and other.wikidata != wikidata:
                    continue
                # Who serves an international body belongs to no state there; a full name is enough then.
                if state in other.states or " " in name and (state == "-" or set(other.states) == {"-"}):
                    return other
        return None

    def person(self, names, state, wikidata="", gender="-", family="", born=""):
        """The person of these names (the first is the one shown), a new one if nobody fits."""
        names = list(dict.fromkeys(form for n in names if n and is_latin(n) for form in person_forms(n) if form))
        if not names:
            return None
        found = self.find(names, state, wikidata)
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
        found.states.append(state)
        if gender != "-":
            found.gender = gender
        found.family = found.family or family
        found.born = found.born or born
        return found

    def term(self, person, role, organisation, state, start, end, source, kind=None):
        role = clean(role)
        kind = kind or role_class(role, organisation, state)
        self.terms.append((person, role, kind, clean(organisation) or "-", state, start, end, source))
        self.holders[(state, kind)].append((person, start))

    def join_spellings(self):
        """Makes one person of two who took up the same single post in the same month under names that are alike."""
        posts = collections.defaultdict(list)
        for term in self.terms:
            if term[2] in SINGLE and len(term[5]) >= 7 and term[4] != "-":
                posts[(term[4], term[2], term[5][:7])].append(term[0])
        into = {}

        def final(person):
            while person in into:
                person = into[person]
            return person

        for holders in posts.values():
            for i, one in enumerate(holders):
                for other in holders[i + 1:]:
                    a, b = final(one), final(other)
                    if a is b or (a.wikidata and b.wikidata and a.wikidata != b.wikidata):
                        continue
                    names = [[p.name] + list(p.aliases) for p in (a, b)]
                    if not any(alike(x, y) for x in names[0] for y in names[1]):
                        continue
                    into[b] = a      # the more trusted source was read first
                    for name in names[1]:
                        if name != a.name:
                            a.aliases[name] = True
                    a.states += b.states
                    a.gender = a.gender if a.gender != "-" else b.gender
                    a.wikidata, a.born = a.wikidata or b.wikidata, a.born or b.born
        self.persons = [p for p in self.persons if p not in into]
        self.terms = [(final(t[0]),) + t[1:] for t in self.terms]

    def settle(self):
        """Leaves out doubles and dates the open ends; see the head of this file."""
        trust = {"supplement": 0, "hand": 1, "factbook-2026": 2, "congress": 3, "every-politician": 4, "factbook": 5}
        kept = collections.defaultdict(list)      # (person, class, state) -> terms, most trusted first
        for term in sorted(self.terms, key=lambda t: (trust[t[-1]], t[5], t[6], t[1])):
            person, role, kind, organisation, state, start, end, source = term
            same = kept[(person, kind, state)]
            if source == "factbook-2026" and end == "-":
                # Says that the person is in office now: an earlier start in every-politician is the better one.
                older = [t for t in self.terms if t[0] is person and t[2] == kind and t[4] == state and
                         t[-1] == "every-politician" and t[6] == "?" and t[5] != "-" and t[5] < start and
                         post_of(t) == post_of(term)]
                if older:
                    start = min(t[5] for t in older)
            known = next((i for i, t in enumerate(same) if trust[t[7]] < trust[source] and covers(t, start, end)), None)
            if known is not None:
                same[known] = finer(same[known], start, end)
                continue
            same.append((person, role, kind, organisation, state, start, end, source))
        terms = [t for same in kept.values() for t in merge_runs(same)]
        # The next holder of a single post ends an open term.
        posts = collections.defaultdict(list)
        for term in terms:
            if term[2] in SINGLE and term[5] != "-":
                posts[(term[4], post_of(term))].append(term)
        closed = {}
        for post, holders in posts.items():
            holders.sort(key=lambda t: (t[5], t[6]))
            # Editions of the Factbook end a term late: the day on which a better source starts the next is the end.
            for term in holders:
                better = [t[5] for t in holders if t[0] is not term[0] and trust[t[7]] < trust[term[7]] and
                          len(t[5]) > 7 and term[5] < t[5] < term[6]]
                if term[7] == "factbook" and better:
                    closed[id(term)] = min(better)
            for i, term in enumerate(holders):
                if term[6] != "?":
                    continue
                later = [t for t in holders[i + 1:] if t[0] is not term[0] and t[5] > term[5]]
                if later:
                    closed[id(term)] = later[0][5]
        # So does the next of that class, under whatever title, once the source had closed.
        of_class = collections.defaultdict(list)
        for term in terms:
            if term[2] in SINGLE and term[5] > "2022-07" and len(term[5]) > 4:
                of_class[(term[4], term[2])].append(term)
        for holders in posts.values():
            for term in holders:
                if term[6] == "?" and id(term) not in closed:
                    later = [t[5] for t in of_class[(term[4], term[2])] if t[0] is not term[0]]
                    if later and post_of(term) != "monarch":
                        closed[id(term)] = min(later)
        self.terms = [t[:6] + (closed.get(id(t), t[6]),) + t[7:] for t in terms]

    def name_ids(self):
        """Ids are slugs; namesakes get the state, then the year of birth, then a number."""
        taken = {}
        for person in self.persons:
            base = slug(person.name)
            state = person.home()
            tries = [base] + ([f"{base}-{state.lower()}"] if state != "-" else []) + \
                ([f"{base}-{person.born[:4]}"] if person.born else []) + [f"{base}-{n}" for n in range(2, 30)]
            for candidate in tries:
                if candidate not in taken:
                    break
            taken[candidate] = person
            person.id = f"person:{candidate}"

    def write(self, used):
        self.name_ids()
        firsts = collections.Counter(p.name.split()[0] for p in self.persons if p.home() in HISPANIC)
        hispanic_given = {name for name, count in firsts.items() if count >= 3}
        # In Hong Kong and Taiwan many bear a Western given name, which stands first.
        outside = collections.Counter(p.name.split()[0] for p in self.persons if p.home() not in FAMILY_FIRST)
        western = {name for name, count in outside.items() if count >= 3} - self.eastern_surnames
        names = Names("people", "Persons who hold or held office, with other spellings of their names.\n"
                      "The terms of office are in offices.tsv.", used)
        for person in self.persons:
            home = person.home()
            family, first = family_name(person.name, home, hispanic_given, western)
            if home in HISPANIC and family != person.name.split()[-1] and len(person.name.split()) > 2:
                # "Andrés Manuel López Obrador" keeps both; most are called by the father's name alone.
                person.aliases[person.name[:person.name.index(f" {family}") + 1] + family] = True
            if home in CALLED_BY_FIRST and len(person.name.split()) > 2:
                person.aliases[" ".join(person.name.split()[:2])] = True
            more = [f"state={home}"] if home != "-" else []
            more += [f"gender={person.gender}"] if person.gender in "mf" else []
            more += [f"family={person.family or family}"] if " " in person.name else []
            more += ["order=family-first"] if first else []
            if first and home == "VNM":
                more += [f"short={person.name.split()[-1]}"]
            more += [f"wikidata={person.wikidata}"] if person.wikidata else []
            names.add(person.name, "PERSON", person.id, "preferred", more=";".join(more) or "-")
            for alias in list(person.aliases) + [person.name]:
                if plain(alias).split()[-1].lower() in PARTICLES - {"ben", "st."}:
                    continue      # cut short by a source
                for form in {alias, plain(alias)}:
                    if (" " in form or "-" in form or len(form) > 4 or form.isupper()) and not names.has(form, "PERSON", person.id):
                        names.add(form, "PERSON", person.id, "alias")
                        if " " not in form:
                            names.rows[(clean(form), "PERSON", person.id, "name")]["guard"] = \
                                "exact" if form.isupper() else "context"
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


EP_STATES = {"the Czech Republic": "CZE", "Paraguary": "PRY", "The Philippines": "PHL", "the United Kingdom": "GBR",
             "the United States of America": "USA", "Democratic Republic of the Congo": "COD", "Artsakh": "-",
             "Luhansk People's Republic": "-", "Georgia": "GEO", "Guinea": "GIN"}
# Offices that no news links: they would only make namesakes.
EP_SKIP = re.compile(r"^(First Lady|Prefect of|Second Lady)|county|municipal|\bchess\b", re.IGNORECASE)


def read_hand(people):
    for row in read_tsv(HAND / "officials.tsv"):
        person = people.person([row["name"]] + [a for a in row["aliases"].split("|") if a != "-"], row["state"])
        people.term(person, row["role"], row["organisation"], row["state"], month(row["since"]), month(row["until"]), "hand")


def read_every_politician(people, folder):
    state_of = {r["name"]: r["id"] for r in load_names("states")}
    for row in read_tsv(folder / "every-politician" / "officials.tsv"):
        if EP_SKIP.search(row["position_short"]) or re.search(r"^Q\d+$", row["person"]):
            continue
        place = row["jurisdiction"]
        state = EP_STATES.get(place) or state_of.get(place, "-")
        if row["position_short"] == "monarch" and state not in KINGDOMS - {"GBR"}:
            continue    # the realms of one monarch would make as many persons
        title = re.sub(r" \(.*\)$", "", row["enwiki_title"])
        # The title of an article is what news calls the person, save "Salman of Saudi Arabia".
        shown = (row["person"], title) if " of " in title else (title, row["person"])
        names = [n for n in shown if n and is_latin(n)]
        names = [re.sub(r" \(.*\)$|, .*(Baron|Duke|Earl|Viscount|Marquess|Baroness).*$", "", n) for n in names]
        gender = {"male": "m", "female": "f"}.get(row["gender"], "-")
        if not names or (" " not in names[0] and len(names[0]) < 4):
            continue
        person = people.person(names, state, row["person_qid"], gender, born=row["born"])
        role, organisation, kind = row["position_short"], "-", None
        match = re.match(r"(.*?) of the (United Nations|World Trade Organization|International Court of Justice|"
                         r"United Nations General Assembly|Parliamentary Assembly of the Council of Europe|"
                         r"Arab Parliament)$", role)
        if row["source"] == "world" and match:
            role, organisation = match.groups()
        if place in ("Artsakh", "Luhansk People's Republic"):
            organisation = place
        start, end = month(row["start"]), month(row["end"])
        if end != "-" and start != "-" and end[:len(start)] < start[:len(end)]:
            end = "-"
        people.term(person, role, organisation, state, start, "?" if end == "-" else end, "every-politician", kind)


def read_congress(people, folder):
    base = folder / "congress-legislators"
    chambers = {"sen": ("Senator", "US Senate"), "rep": ("Representative", "US House of Representatives"),
                "prez": ("President", "-"), "viceprez": ("Vice President", "-")}
    for path in ("executive.yaml", "legislators-current.yaml"):
        for member in yaml.load(open(base / path, encoding="utf-8"), Loader=yaml.CSafeLoader):
            name = member["name"]
            plain_form = f"{name['first']} {name['last']}"
            common = member["id"].get("wikipedia", "")
            common = re.sub(r" \(.*\)$", "", common) if is_latin(common or "1") else ""
            nick = f"{name['nickname']} {name['last']}" if name.get("nickname") else ""
            names = [n for n in (common, nick, name.get("official_full", ""), plain_form) if n]
            person = people.person(names, "USA", member["id"].get("wikidata", ""), member["bio"]["gender"].lower(),
                                   name["last"], member["bio"].get("birthday", ""))
            for term in member["terms"]:
                role, organisation = chambers[term["type"]]
                end = str(term["end"])
                if end > "2026-06-15":
                    end = "-"
                people.term(person, role, organisation, "USA", str(term["start"]), end, "congress")


TITLE_WORDS = set("""President Prime Minister King Queen Sultan Amir Emir Governor General Governor-General Premier
Chancellor Administrator Pope Grand Duke Prince Emperor Vice Taoiseach Captain Captains Regent Chief Executive High
Commissioner Transitional Interim Acting Co-President Co-Presidents Chairman Chairperson of the Republic Government Council and
Federal Supreme Leader State Sir Dame Dr. Col. Capt. Gen. Lt. Ayatollah Sheikh Shaykh Mullah Crown Deputy First Second
Executive Monarch Co-chiefs Tuanku CNSP National for Safeguard Homeland (CNSP) Confederation Ministers Senior Sovereign
Field Marshal Brig. Maj. Adm. Commonwealth Australia New Zealand Presidency Chairwoman Lieutenant Paramount Princely Mayor
Head Cabinet Presidential Swiss Hon. Mr. Mrs. Ms. Interim] [Interim Presidents Chair Chairpersons Commander Commander-in-Chief Islamic TISA,
TISA Afghanistan, Czar Custodian Two Holy Mosques a in Major Colonel Air Vice-President King's Marshal""".split())
MONTHS = {m: f"{i:02}" for i, m in enumerate("January February March April May June July August September October November "
                                             "December".split(), 1)}
MONTHS.update({m[:3]: n for m, n in list(MONTHS.items())})


def recase(name):
    """("Vladimir Vladimirovich PUTIN") -> ("Vladimir Vladimirovich Putin", "Putin")."""
    words, family = [], []
    for word in name.split():
        letters = re.sub(r"[^\w]", "", word)
        if re.fullmatch(r"[IVX]+|[A-Z]", letters) or re.fullmatch(r"([A-Z]\.)+", word):
            words.append(word)
            continue
        if len(letters) > 1 and letters.isupper():
            word = re.sub(r"[^\W\d_]+", lambda m: m.group().capitalize(), word)
            word = re.sub(r"'(S|T)$", lambda m: m.group().lower(), word)
            if re.match(r"Mc[a-z]", word):
                word = "Mc" + word[2:].capitalize()
            family.append(word)
        elif re.match(r"(al|el|ad|an|ar|as)-[A-Z]{2}", word):
            word = word[:3] + word[3:].capitalize()
            family.append(word)
        words.append(word)
    return " ".join(words), " ".join(family)


def since(text):
    match = re.search(r"(?:(\d{1,2}) )?([A-Z][a-z]+) (\d{4})", text)
    if match and match.group(2) in MONTHS:
        day = f"-{int(match.group(1)):02}" if match.group(1) else ""
        return f"{match.group(3)}-{MONTHS[match.group(2)]}{day}"
    match = re.search(r"\b(\d{4})\b", text)
    return match.group(1) if match else "-"


def split_title(text):
    """("Prime Minister Edi RAMA") -> ("Prime Minister", "Edi RAMA")."""
    words = text.replace(",", " ").split()
    at = 0
    while at < len(words) and (words[at] in TITLE_WORDS):
        at += 1
    title = " ".join(words[:at])
    title = re.sub(r" ?\b(Sir|Dame|Dr\.|Col\.|Capt\.|Gen\.|Lt\.|Ayatollah|Sheikh|Shaykh|Mullah|Mr\.|Mrs\.|Ms\.|Hon\.|Tuanku)\b\.?", "", title)
    return title.strip(), " ".join(words[at:])


def likeness(one, other):
    """How alike two names are, 0 to 1, whatever the order of their words."""
    words = [" ".join(sorted(re.sub(r"[^a-z ]", "", plain(n).lower().replace("-", " ")).split())) for n in (one, other)]
    return difflib.SequenceMatcher(None, *words).ratio()


def alike(one, other):
    """Two spellings of one name: alike as a whole, or the words of one among those of the other."""
    words = [set(re.sub(r"[^a-z ]", "", plain(n).lower().replace("-", " ")).split()) for n in (one, other)]
    return likeness(one, other) > 0.7 or words[0] <= words[1] or words[1] <= words[0]


def factbook_person(people, name, state, role, start):
    """The person of a Factbook name: one known by family name and any given name, or a holder of the same office from
    the same month whose name is alike (Hasan Fereidun RUHANI: Hassan Rouhani), or whose name is the same but for a letter or two (Binyamin NETANYAHU)."""
    name = re.sub(r" also spelled .*|\(.*?\)|\[.*?[\]}]|,? Jr\.?$", "", name).strip(" ,")
    full, family = recase(name)
    if not full or not is_latin(full) or len(full.split()) > 7 or re.search(r"\d|\b(vacant|since|and|the|who|was)\b", full):
        return None
    given = [w for w in full.split() if w not in family.split()]
    forms = [full] + ([f"{g} {family}" for g in given] if family else [])
    if full.split()[0] == family.split()[0] if family else False:   # family first, as in KIM Jong Un
        forms = [full] + ([" ".join([family] + given[:1])] if len(given) > 1 else [])
    for form in forms:
        found = people.find([form], state)
        if found:
            if full not in found.aliases and full != found.name:
                found.aliases[full] = True
            found.states.append(state)
            return found
    kind = role_class(role, "-", state)
    for person, term_start in people.holders[(state, kind)]:
        alike = max(likeness(form, n) for form in forms for n in [person.name] + list(person.aliases))
        same_spelling = alike > 0.87 and any(
            [w[:1] for w in plain(form).split()] == [w[:1] for w in plain(n).split()]
            for form in forms for n in [person.name] + list(person.aliases))
        if same_spelling or (start != "-" and term_start[:7] == start[:7] and alike > 0.6):
            person.aliases[full] = True
            if len(forms) > 1:
                person.aliases[forms[1]] = True
            person.states.append(state)
            return person
    shown = forms[1] if len(forms) > 1 and family and given and full.split()[0] == given[0] else full
    # "Mohammed Irfaan Ali" is often Irfaan Ali; a father's name is no second given name.
    second = [f"{given[1]} {family}"] if family and len(given) == 2 and len(given[1]) > 3 and full.endswith(family) and \
        not re.search(r"(vich|vych|vna|oglu|uly)$", given[1]) else []
    # The first of two given names that is the prophet's is mostly left out: "Irfaan Ali".
    if second and re.fullmatch(r"M[ou]hamm?[ae]d|Mohd|Muhammadu", given[0]):
        shown = second[0]
    return people.person([shown, full] + ([f"{given[0]} {family}"] if second else []) + second, state, family=family)


def read_factbook(people, folder, gec):
    for row in read_tsv(folder / "factbook" / "summary.tsv"):
        state = gec.get(row["gec_code"])
        if not state or row["gec_code"] in ("gz", "we"):
            continue
        for cell in (row["chief_of_state"], row["head_of_government"]):
            for part in re.split(r";|, represented by|; represented by", cell):
                match = re.match(r"\s*(?:represented by |note.*)?(.*?) \(since (.*?)\)", part)
                if not match:
                    continue
                title, name = split_title(match.group(1).strip())
                if not title or not re.search(r"[A-Z]{2}", name):
                    continue
                full, _ = recase(name)
                if (full.startswith("Charles III") and state != "GBR") or \
                        (title == "President" and state != "FRA" and full == "Emmanuel Macron") or \
                        (title == "President" and state != "USA" and "Trump" in full) or \
                        (title in ("King", "Queen") and state not in KINGDOMS):
                    continue
                if title.endswith(" of") or title.endswith(" the") or \
                        (state in TERRITORIES and re.match(r"(Vice )?President|King|Queen", title)):
                    continue
                start = since(match.group(2))
                person = factbook_person(people, name, state, title, start)
                if person:
                    people.term(person, title, "-", state, start, "-", "factbook-2026")
    # Leaders since 1990: only titles of heads; the next holder ends a term.
    chains = collections.defaultdict(list)
    for row in read_tsv(folder / "factbook" / "leaders-1990-2025.tsv"):
        state = gec.get(row["gec_code"].lower())
        title, name = split_title(row["title_and_name"])
        title = re.sub(r" of the( Islamic)? (Republic|TISA)\b.*$", "", title)
        if not state or not re.fullmatch(r"(President|Prime Minister|King|Premier|Chancellor|Sultan|Amir|Emperor|Queen|"
                                         r"Taoiseach|Governor General|Governor-General|Vice President|Prince|Grand Duke)", title):
            continue
        start = since(row["since"].replace("NA ", ""))
        if start == "-" or not re.search(r"[A-Z]{2}", name) or (title in ("King", "Queen") and state not in KINGDOMS) or \
                (re.match(r"(Vice )?President|Prince|King", title) and state in TERRITORIES):
            continue
        chains[(state, title)].append((start, row["last_edition"], name))
    for (state, title), rows in sorted(chains.items()):
        rows.sort()
        runs = []
        for start, last, name in rows:
            person = factbook_person(people, name, state, title, start)
            if not person:
                continue
            if runs and runs[-1][0] is person:
                runs[-1][2] = max(runs[-1][2], last)
                continue
            runs.append([person, start, last])
        for i, (person, start, last) in enumerate(runs):
            # Nobody followed under this title: the last edition that names the person is the end one knows.
            end = runs[i + 1][1] if i + 1 < len(runs) else "?" if last >= "2025" else max(last, start[:4])
            people.term(person, title, "-", state, start, end, "factbook")


KINGDOMS = {"GBR", "ESP", "NLD", "BEL", "SWE", "NOR", "DNK", "SAU", "JOR", "MAR", "BHR", "THA", "KHM", "MYS", "BTN",
            "LSO", "SWZ", "TON", "NPL"}
TERRITORIES = set()


def main():
    folder = sources()
    iso = iso_codes(folder)
    gec = gec_codes(folder)
    TERRITORIES.update(r["id"] for r in load_names("states") if "sovereign=" in r["more"])
    people = People()
    for code in ("kr", "cn"):
        people.eastern_surnames.update((folder / "name-databases" / f"surnames-{code}.txt").read_text().split())
    people.eastern_surnames.update(
        row["Romanized Name"] for row in read_csv(folder / "popular-names-by-country" / "common-surnames-by-country.csv")
        if row["Country"] in ("KR", "CN", "TW", "HK", "VN", "KH"))
    read_supplement(people, folder, iso)
    read_hand(people)
    read_every_politician(people, folder)
    read_congress(people, folder)
    read_factbook(people, folder, gec)
    people.join_spellings()
    people.settle()
    people.write(["supplement/officials-supplement.tsv, end of 2025, CC0-1.0",
                  "data/build/hand/officials.tsv, written for dragoman, 2026-11",
                  "World Factbook, heads of state and government, commit 8662a8b1 (January 2026), public domain",
                  "congress-legislators, commit dfa96222 (2026-06-15), CC0-1.0",
                  "Every Politician (Wikidata), commits of 2022-07 to 2023-01, CC0-1.0",
                  "World Factbook leaders 1990-2025, commit b998f60a (2026-04-09), public domain"])


if __name__ == "__main__":
    main()
