# Part of dragoman; see LICENSE.
"""organisations.tsv: bodies that act under a name: international, governmental, armed, media, firms, institutes.

hand/organisations.tsv comes first: it says what news calls a body and which short names need support.  The sources
then add bodies and aliases; one found under a name already known joins that body.  Guards follow from the name alone:
two- and three-letter acronyms that are also words or many things need support, single English words do too.
"""

import collections
import functools
import html
import json
import re
import sys

import yaml

from common import (HAND, Names, clean, english_words, gec_codes, is_latin, iso_codes, load_names, plain, read_tsv, slug,
                    sources, without_article)

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


# Armed groups whose names are plural without an s at their end.
MANY = {"Taliban", "Tehrik-e-Taliban Pakistan", "Khmer Rouge", "Viet Cong", "Viet Minh", "Peshmerga", "Janjaweed", "Interahamwe", "Mau Mau",
        "Mai-Mai", "anti-Balaka"}


def many(name):
    """Does a name take a plural verb: "Houthis", "Forces of ...", "Taliban"?"""
    head = re.split(r" (?:of|for|in) ", name)[0].split()[-1]
    return name in MANY or bool(re.search(r"(?<!s)s$", name.split()[-1]) or re.search(r"(?<!s)s$", head))


# What lists of aliases leave where they are split behind an article: "The", "El"; no body is called so.
ARTICLES = {"The", "El", "Al", "La", "Le", "Les", "Los", "Las", "Il", "Lo", "Die", "Der", "Das", "Het", "De", "Den", "Let", "Mi", "Our"}


class Bodies:
    """Joins what several sources say of one body."""

    def __init__(self, names, words):
        self.names = names
        self.words = words
        self.by_name = {}     # (folded name, state) -> (type, id)
        self.held = set()     # ids whose preferred name another table holds
        self.elsewhere = set()  # (name, id) rows of that table
        self.used = {}        # id -> state
        # Lists of aliases split at commas leave names of states, peoples and faiths.
        self.taken = {r["name"] for r in load_names("states") + load_names("demonyms")} | \
            {r["name"] for r in read_tsv(HAND / "places.tsv")} | {"Muslims", "Islamic", "New Guinea"}

    def guard(self, name):
        """The guard a name needs for what it looks like."""
        if len(name) <= 3 and name.isupper() and name.isalpha():
            return "exact" if name.lower() not in self.words else "context"
        bare = plain(name).lower()
        if " " not in name and (bare in self.words or bare.rstrip("s") in self.words):
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
        if not name or name in self.taken or not is_latin(name.replace("1718", "a")):
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
            parts += ["number=plural"] if type == "ARMED_GROUP" and many(name) else []
            parts += [f"members={members}"] if members else []
            self.names.add(name, type, id, "preferred", guard or self.guard(name), more=";".join(parts) or "-")
            self.by_name[(self.key(name), state)] = (type, id)
        for alias, alias_guard in [(name, guard)] + list(aliases):
            alias = without_article(clean(alias))
            if alias.count("(") != alias.count(")") or alias in self.taken:
                continue
            if not alias or len(alias) < 2 or self.key(alias) == "" or not is_latin(alias) or alias in ARTICLES:
                continue
            if (alias, id) in self.elsewhere:
                continue
            kind = "abbreviation" if re.fullmatch(r"[A-Z][A-Z0-9&.+/-]{1,9}", alias) else "alias"
            if not self.names.has(alias, type, id):
                self.names.add(alias, type, id, kind, alias_guard or self.guard(alias))
            self.by_name.setdefault((self.key(alias), state), (type, id))
            if plain(alias) != alias and not self.names.has(plain(alias), type, id):
                self.names.add(plain(alias), type, id, "alias", alias_guard or self.guard(alias))

    def row_of(self, known):
        """The preferred row of a body, None when another table holds it."""
        return self.names.rows.get((self.names.preferred.get(known), known[0], known[1], "name")) if known else None

    def members(self, known):
        row = self.row_of(known)
        found = re.search(r"\bmembers=([A-Z,]+)", row["more"]) if row else None
        return set(found.group(1).split(",")) if found else set()

    def set_members(self, known, members, over=False):
        """Writes the member states to the preferred row of a body; `over` those that stand there."""
        row = self.row_of(known)
        if not row or not over and (not members or self.members(known)):
            return
        parts = [p for p in row["more"].split(";") if p != "-" and not p.startswith("members=")]
        row["more"] = ";".join(parts + ([f"members={members}"] if members else [])) or "-"

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


# Rows of the Factbook's appendix that are terms and no bodies.
TERMS = re.compile(r"countries$|econom(y|ies)$|^(former|new independent|Schengen|Near Abroad|Four Dragons|Front Line|Franc Zone|"
                   r"Group of (3|5|6|9|11)$|Commonwealth$|(North|South)$|(First|Second|Third) World)", re.IGNORECASE)
# Abbreviations of the Factbook that stand for bodies.
BODY = re.compile(r"^(?!.*(United States|Telephone|Convention|Protocol|Treaty|Agreement|became))[A-Z][\w' ,/-]*\b(Organization|Bank|Commission|Tribunal|Agency|Fund|Community|Center|"
                  r"Institute|Program|Office|Mission|Union|Council|Association|Authority|Court|College|Committee|Conference)\b[\w' ,/-]*$")


def members_of(text, states):
    """The alpha-3 codes in "members - (4) Bolivia, Colombia (suspended), The Bahamas"."""
    if re.search(r"\ball UN\b|except|excluding|includes all|all members of", text):
        return ""
    count = re.search(r"\((\d+)", text)
    text = re.sub(r"^.*?members?[^-:]*[-:] ?(\(\d+[^)]*\) ?)?", "", text.split(" | ")[0])
    text = re.split(r"; note|;|\bassociate members|observers", text)[0]
    found = []
    for part in re.split(r", (?:and )?| and ", text):
        name = without_article(re.sub(r" ?\(.*?(\)|$)", "", part).strip(" .;"))
        if name in states:
            found.append(states[name])
    # A list that was not understood whole is worse than none.
    if count and len(set(found)) < 0.85 * int(count.group(1)):
        return ""
    return ",".join(sorted(set(found)))


def read_international(bodies, folder):
    states = {r["name"]: r["id"] for r in load_names("states") if r["name"] != "Congo"}
    # Lists are split at "and".
    states.update({"Saint Kitts": "KNA", "St. Kitts": "KNA"})
    states.update({"Burma": "MMR", "US": "USA", "UK": "GBR", "NZ": "NZL", "Cabo Verde": "CPV", "Turkey": "TUR"})
    for row in read_tsv(folder / "factbook" / "appendices" / "international-organizations.tsv"):
        name, acronym = row["name"], row["acronym"]
        inside = re.search(r"\(([A-Z][\w]+)\)$", name)
        acronym = acronym or (inside.group(1) if inside else "")
        name = clean(re.sub(r" \(.*?\)| or Southern Common Market", "", name))
        if TERMS.search(name) or not name[0].isupper() or acronym in ("ICC", "ICCt"):
            if acronym != "ICCt":
                continue
        acronym = {"ICCt": "ICC", "C": "", "Kach": ""}.get(acronym, acronym.split(" or ")[0])
        members = members_of(row["members"], states)
        type, sector = "INTERNATIONAL_ORG", "IGO"
        aliases = [(acronym, None if len(acronym) > 3 else "context")] if len(acronym) > 1 else []
        if acronym and bodies.find(name, "-"):
            known = bodies.find(name, "-")[1]
            # The hand list already says what needs support.
            aliases = [(a, g) for a, g in aliases if not any(k[0] == a and k[2] == known for k in bodies.names.rows)]
        for american, british in (("Organization", "Organisation"), ("Center", "Centre"), ("Program", "Programme"),
                                  ("Labor", "Labour"), ("Defense", "Defence")):
            if american in name:
                aliases.append((name.replace(american, british), None))
        if name.startswith("United Nations "):
            aliases += [(name.replace("United Nations", "UN"), None), (name.replace("United Nations", "U.N."), None)]
        bodies.add(name, type, "-", sector, aliases, members)
        bodies.set_members(bodies.find(name, "-"), members)
    for row in read_tsv(folder / "factbook" / "appendices" / "abbreviations.tsv"):
        name, acronym = clean(row["expansion"]), row["abbreviation"]
        if not BODY.match(name) or bodies.find(name, "-") or bodies.find(acronym, "-"):
            continue
        aliases = [(acronym, None if len(acronym) > 3 else "context")]
        if name.startswith("United Nations "):
            aliases += [(name.replace("United Nations", "UN"), None), (name.replace("United Nations", "U.N."), None)]
        bodies.add(name, "INTERNATIONAL_ORG", "-", "IGO", aliases)


def read_members(bodies):
    """hand/members.tsv over what the Factbook says; its head tells how a cell is written."""
    states = {r["id"] for r in load_names("states")}
    cells, done = {}, {}

    def known_body(name):
        known = bodies.find(name, "-")
        if not known or known[0] != "INTERNATIONAL_ORG":
            sys.exit(f"hand/members.tsv: no international body {name!r}")
        return known

    def members(known, above=()):
        if known in above:
            sys.exit(f"hand/members.tsv: {known[1]} is defined by itself")
        if known not in cells:
            return bodies.members(known)
        if known not in done:
            name, cell = cells[known]
            # A cell of corrections alone starts from the Factbook's list.
            found = bodies.members(known) if cell[0] in "+-" and cell != "-" else set()
            for part in cell.split(",") if cell != "-" else []:
                code = part.lstrip("+-")
                base = members(known_body(part[1:]), above + (known,)) if part[0] == "@" else {code}
                if not base <= states or not base or (base <= found) != (part[0] == "-"):
                    sys.exit(f"hand/members.tsv: {name}: {part}: no state, no list, there already, or not there to take out")
                found = found - base if part[0] == "-" else found | base
            done[known] = found
        return done[known]

    for row in read_tsv(HAND / "members.tsv"):
        known = known_body(row["name"])
        if known in cells:
            sys.exit(f"hand/members.tsv: {row['name']} stands there twice, also as {cells[known][0]}")
        cells[known] = (row["name"], row["members"])
    for known in cells:
        members(known)
    for known, found in done.items():
        bodies.set_members(known, ",".join(sorted(found)), over=True)


def own_words(words):
    """Words that make a name one state's own: Kenyan, Qatar; not those of "Ivory Coast"."""
    rows = [r["name"] for r in load_names("states") + load_names("demonyms") if r["kind"] != "abbreviation"]
    whole = {name for name in rows if " " not in name}
    parts = {w for name in rows for w in name.split() if len(w) > 3 and w[0].isupper() and plain(w).lower() not in words}
    return (whole | parts) - {"United", "Republic", "States", "Federal", "Saint"}


class National:
    """Guards of bodies of one state: a name two states have, or of common words alone, needs support."""

    def __init__(self, words):
        self.words = words
        self.own = own_words(words)
        self.seen = collections.Counter()

    def guard(self, name):
        parts = re.split(r"[ -]", name)
        if any(p in self.own for p in parts):
            return "-"
        if self.seen[name] > 1 or all(plain(p).lower() in self.words or len(p) < 3 for p in parts):
            return "context"
        return None


def factbook_parties(folder, gec):
    """(name, acronym, alpha-3) of the political parties of every state."""
    for code, state in sorted(gec.items()):
        path = folder / "factbook" / "countries" / f"{code}.json"
        if not path.exists():
            continue
        text = json.loads(path.read_text(encoding="utf-8")).get("Government", {}).get("Political parties", {}).get("text", "")
        for part in re.split(r"<br ?/?>|;|\n", html.unescape(text)):
            part = clean(re.sub(r"<.*?>|\[.*?\]", "", part))
            match = re.match(r"(.+?),? or ([A-Z][\w-]{1,9})\b", part) or re.match(r"(.+?) \(([A-Z][A-Z-]{1,9})\)", part)
            name, acronym = match.groups() if match else (re.sub(r" \(.*", "", part), "")
            name = clean(re.sub(r"\(.*?\)", "", name))
            if re.search(r"\d{4}|note|none|parties|other|:|independent", name, re.I) or not name[:1].isupper() or \
                    len(name.split()) > 8 or len(name) < 5 or "," in name:
                continue
            yield name, acronym, state


def factbook_forces(folder, gec):
    """(name, acronym, alpha-3) of armed forces: the names before a colon or acronym in "Military and security forces"."""
    for code, state in sorted(gec.items()):
        path = folder / "factbook" / "countries" / f"{code}.json"
        if not path.exists():
            continue
        text = json.loads(path.read_text(encoding="utf-8")).get("Military and Security", {}).get(
            "Military and security forces", {}).get("text", "")
        for part in re.split(r"<br ?/?>|;", html.unescape(text)):
            part = clean(re.sub(r"<.*?>", "", re.sub(r"\(\d{4}\)", "", part)))
            for piece in re.split(r"[:,] (?![^(]*\))", part):
                match = re.match(r"^(?:the )?([A-Z][\w' -]+?)(?: \(([^)]*)\))?$", clean(piece))
                if not match or len(match.group(1).split()) < 2 or re.match(r"Ministry|Department|Civil", match.group(1)):
                    continue
                acronym = re.search(r"\b([A-Z]{2,7})\b", match.group(2) or "")
                yield match.group(1), acronym.group(1) if acronym else "", state


def read_national(bodies, folder, iso, gec, words):
    parties = list(factbook_parties(folder, gec))
    forces = list(factbook_forces(folder, gec))
    agencies = []
    for row in read_tsv(folder / "misp-galaxy" / "intelligence-agencies.tsv"):
        name = clean(re.sub(r"\(.*?\)|\[.*?\]|[–:].*$", " ", row["name"]))
        inside = re.findall(r"\(([A-Z]{2,8})\)", row["description"])
        english = re.match(r"^[^(]*?\(([A-Z][a-z]+(?: [\w'-]+){1,7})\)", row["description"])
        if not re.match(r"[A-Z]", name) or len(name.split()) > 9 or name.startswith("Director of") or len(name) < 4 or \
                not is_latin(name) or row["iso2"] not in iso:
            continue
        aliases = [(a, "context") for a in inside[:1]]
        if english and english.group(1) != name:
            aliases.append((english.group(1), "context"))
        agencies.append((name, aliases, iso[row["iso2"]]))
    national = National(words)
    national.seen.update(n for n, _, _ in set((n, s, "") for n, _, s in parties + forces))
    national.seen.update(n for n, _, _ in set((n, s, "") for n, _, s in agencies))
    for name, acronym, state in parties:
        bodies.add(name, "ORGANISATION", state, "PTY", [(acronym, "context")] if acronym else [], guard=national.guard(name))
    for name, acronym, state in forces:
        if national.guard(name) == "-" or acronym:
            bodies.add(name, "GOVERNMENT_BODY", state, "MIL", [(acronym, "context")] if acronym else [],
                       guard=national.guard(name))
    for name, aliases, state in agencies:
        bodies.add(name, "GOVERNMENT_BODY", state, "SPY", aliases, guard=national.guard(name))


# Aliases of listed groups that say too little, and entries of that list that are persons.
VAGUE = re.compile(r"^(The )?(Base|Brigades|Group|Movement|Party|Organization|Front|Students?|Supporters?|Partisans|Army|"
                   r"Islamic (Movement|Party|Army)|Province|Followers|Council|Call|Network|Defenders|Youth|Liberation Army)s?$", re.I)
PERSONS = {"Gulbuddin Hekmatyar", "764"}


def group_aliases(text):
    """Names in "A, B; C and D (E)"."""
    for part in re.split(r"[,;]| and (?=[A-Z])", text):
        acronym = re.search(r"\(([A-Z][A-Za-z-]{1,7})\)", part)
        part = clean(re.sub(r"\(.*?\)|[‘’']s? ?$|\.$", "", part))
        if acronym:
            yield acronym.group(1), "context"
        if re.match(r"(the )?([A-Z]|al-|ad-)", part) and 4 < len(part) and len(part.split()) <= 7 and not VAGUE.match(part):
            yield part, None


def read_armed_groups(bodies, folder, words):
    for row in read_tsv(folder / "misp-galaxy" / "terrorist-groups-ca.tsv"):
        acronym = re.search(r"\(([A-Za-z-]+)\)$", row["name"])
        name = clean(re.sub(r" \(.*?\)", "", row["name"]))
        if name in PERSONS:
            continue
        aliases = [(acronym.group(1), "context" if len(acronym.group(1)) < 4 else None)] if acronym else []
        join(bodies, name, aliases + list(group_aliases(row["also_known_as_text"])), words)
    for row in read_tsv(folder / "factbook" / "appendices" / "terrorist-groups.tsv"):
        name = clean(re.sub(r" \(.*?\)|:.*", "", row["name"]))
        aliases = [(a.strip(), "context" if len(a) < 4 else None) for a in row["acronym"].split("/") if len(a) > 1]
        for part in name.split("/")[1:]:
            aliases.append((part, None))
        if "Revolutionary Guard" in name or name.startswith("Ansar al-Shari'a groups"):
            continue
        join(bodies, name.split("/")[0], aliases + list(group_aliases(row["aka"])), words)


def join(bodies, name, aliases, words):
    """Adds a listed group; when any of its longer names is known, it is that group."""
    for form in [name] + [a for a, g in aliases if g is None and " " in a or "-" in a]:
        known = bodies.find(form, "-")
        if known and known[0] == "ARMED_GROUP":
            state = bodies.used.get(known[1], "-")
            name = bodies.names.preferred.get(known, name)
            bodies.add(name, "ARMED_GROUP", state, "REB", guarded(aliases, words))
            return
    bodies.add(name, "ARMED_GROUP", "-", "REB", guarded(aliases, words))


@functools.cache
def person_names():
    return {r["name"] for table in ("given_names", "surnames") for r in load_names(table)}


def guarded(aliases, words):
    names = person_names()
    return [(a, g or ("context" if all(plain(w).lower() in words for w in a.split()) and len(a.split()) < 4 else None))
            for a, g in aliases if a not in names]    # lists split at commas leave parts of names


def read_others(bodies, folder):
    for row in read_tsv(folder / "misp-galaxy" / "china-defence-institutions.tsv"):
        name = clean(re.sub(r"\(.*?\)|（.*?）", "", row["name"]))
        type = "THINK_TANK" if re.search(r"Universit|Academy|Institute|College|Laborator", name) else \
            "COMPANY" if re.search(r"Corporation|Group|Company|Co\.", name) else "GOVERNMENT_BODY"
        bodies.add(name, type, "CHN", {"THINK_TANK": "RES", "COMPANY": "ARM"}.get(type, "MIL"))
    for committee in yaml.safe_load(open(folder / "congress-legislators" / "committees-current.yaml", encoding="utf-8")):
        name = clean(committee["name"])
        match = re.match(r"(House|Senate) (?:Permanent |Select )*Committee on (?:the )?(.*)", name)
        bodies.add(name, "GOVERNMENT_BODY", "USA", "LEG", [(f"{match.group(1)} {match.group(2)} Committee", None)] if match else [])


def main():
    folder = sources()
    names = Names("organisations", "Bodies that act under a name of their own, and events with a name.\n"
                  "Acronyms of two or three letters are guarded; members: alpha-3 codes of member states, end of 2025 where\n"
                  "hand/members.tsv has the body, else about 2020.",
                  ["data/build/hand/organisations.tsv, written for dragoman, 2026-11",
                   "supplement/organisations-supplement.tsv, end of 2025, CC0-1.0",
                   "World Factbook: international organisations and groups about 2020, parties and forces January 2026, "
                   "public domain",
                   "MISP galaxy: agencies, listed groups, institutions, commit 9434ace4 (2026-08-06), CC0-1.0",
                   "congress-legislators, committees, commit dfa96222 (2026-06-15), CC0-1.0"])
    words = english_words()
    bodies = Bodies(names, words)
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
    read_international(bodies, folder)
    read_members(bodies)
    read_armed_groups(bodies, folder, words)
    read_others(bodies, folder)
    read_national(bodies, folder, iso, gec_codes(folder), words)
    named = {(r["type"], r["id"]) for r in names.rows.values() if r["kind"] == "preferred"}
    names.write(elsewhere=bodies.held - named)


if __name__ == "__main__":
    main()
