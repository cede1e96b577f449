# Part of dragoman; see LICENSE.
"""sanctioned.tsv: firms, banks, arms makers and armed groups that the sanctions list of the US Treasury names.

The list says how bodies are called, and that is all that is taken: a row here does not say that somebody is under
sanctions.  Names stand there in capitals; here they are written as news does.  What organisations.tsv knows already
is left to it, as are names that news would not use: transliterated legal forms, numbers, single common words.
"""

import re

from common import Names, clean, english_words, load_names, plain, read_tsv, slug, sources

# Programs whose bodies make or trade arms, or fight.
PROGRAMS = re.compile(r"^(FTO|SDGT|DPRK|NPWMD|IRGC|IRAN-CON-ARMS|SYRIA|BURMA-EO14014|BELARUS|RUSSIA-EO14024|UKRAINE-EO1366|"
                      r"LIBYA|SUDAN|SOUTH SUDAN|DRCONGO|SOMALIA|CYBER2|LEBANON|VENEZUELA-EO13850|CAATSA)")
# A program that says which state a body belongs to.
STATES = (("DPRK", "PRK"), ("BURMA", "MMR"), ("BELARUS", "BLR"), ("VENEZUELA", "VEN"), ("SYRIA", "SYR"), ("IRGC", "IRN"))
GROUP = re.compile(r"\b(ARMY|FRONT|BRIGADES?|MOVEMENT|MUJAH\w+|JIHAD|JAMA'?AT?\w*|HARAKAT?\w*|LIBERATION|BATTALION|TALIBAN|"
                   r"ANSAR\w*|KATIB\w*|KATAA?'?IB|ASA'IB|SARAYA|LASHKAR\w*|JAISH\w*|JAYSH|HIZB\w*|MILITIA|FORCES?|"
                   r"ISIS\w*|ISIL|AL[ -]QA'?IDA|AL-QAEDA|AL-SHABAAB|MARTYRS?|RESISTANCE|CARTEL|GUARDS?)\b")
FIRM = re.compile(r"\b(BANK|INDUSTR(Y|IES)|PLANT|FACTORY|WORKS|SHIPYARDS?|DESIGN BUREAU|BUREAU|CORPORATION|CORP|COMPANY|"
                  r"GROUP|HOLDINGS?|ENTERPRISE|INSTITUTE|CONCERN|TECHNOLOG(Y|IES)|SYSTEMS|AIRLINES?|AIRWAYS|AVIATION|AEROSPACE|"
                  r"AIRCRAFT|SHIPPING|ENERGY|PETROCHEMICAL|OIL|GAS|PETROLEUM|STEEL|MINING|TRADING|INSURANCE|FOUNDATION|"
                  r"ELECTRONICS?|SECURITY|ARMS|DEFEN[CS]E|MISSILES?|ROCKET|SPACE|NAVIGATION|MARINE|UNIVERSITY|AGENCY|"
                  r"LABORATORY|CENTER|CENTRE)\b")
NO_FIRM = re.compile(r"\b(MINISTRY|COMMISSION|COMMITTEE|AGENCY|SOCIETY|CHARIT\w+|COUNCIL|POLICE|PROSECUTORS?|SERVICE|"
                     r"DIRECTORATE|DEPARTMENT|REVOLUTIONARY GUARD|BASIJ|IRGC|FOUNDATION|PARTY|UNION|FORCES?)\b")
NO_GROUP = re.compile(r"TRADING|SHIP|COMPANY|CO\.|LTD|LLC|BANK|EXCHANGE|GENERAL|CHARIT|SOCIETY|FOUNDATION|CORPORATION|GUARDS?\b|"
                      r"BASIJ|REFORM")
FOREIGN = re.compile(r"OBSHCHEST|AKTSION|OTVETSTV|GOSUDARSTV|FEDERAL'?NO|PREDPRIYAT|SIRKETI|SENDIRIAN|GESELLSCHAFT|"
                     r"NAUCHNO|ZAVOD|UNITARNO|\d|[\"“”]")
LEGAL = re.compile(r"\b(PUBLIC JOINT[ -]STOCK COMPANY|OPEN JOINT[ -]STOCK COMPANY|CLOSED JOINT[ -]STOCK COMPANY|"
                   r"JOINT[ -]STOCK COMPANY|LIMITED LIABILITY COMPANY|PRIVATE LIMITED|PRIVATE COMPANY|"
                   r"FEDERAL STATE UNITARY ENTERPRISE|STATE UNITARY ENTERPRISE|CO\.?,? ?LTD|CO\.?,? LIMITED|"
                   r"PJSC|OJSC|CJSC|JSC|OAO|ZAO|PAO|AO|OOO|LLC|L\.L\.C|LLP|LTD|LIMITED|INC|GMBH|FZE|FZCO|FZ|SDN BHD|PTE|PTY|PVT|"
                   r"S\.A\.L|SAL|S\.A|SARL|S\.R\.L|SRL|BV|B\.V|NV|OPC|PLC|SPA|SDN|BHD)\b\.?", re.I)
SMALL = {"OF", "AND", "FOR", "THE", "IN", "ON", "TO", "VA", "E", "DE", "LA", "AL", "OR", "AT", "BY", "UL", "WAL", "BIN", "FI", "DU", "ILA",
         "DEL", "LOS", "WA"}
ACRONYMS = {"ISIL", "ISIS", "UAE", "USA", "HK", "FARC", "ETA", "IRGC"}


def cased(name, words):
    """ "KOREA MINING DEVELOPMENT TRADING" as news writes it."""
    out = []
    for place, word in enumerate(name.split()):
        bare = re.sub(r"[^A-Z]", "", word)
        if word in SMALL and place > 0:
            out.append(word.lower())
        elif any(part in ACRONYMS for part in word.split("-")):
            out.append("-".join(part if part in ACRONYMS else part.capitalize() for part in word.split("-")))
        elif bare and (not re.search(r"[AEIOUY]", bare) or (len(bare) <= 3 and bare.lower() not in words)):
            out.append(word)
        else:
            out.append("-".join(re.sub(r"^((?:AL|[A-Z])')?(.)(.*)$", lambda m: (m[1] or "") + m[2] + m[3].lower(), part)
                                for part in word.split("-")))
    return re.sub(r"\bAl-", "al-", " ".join(out)).replace("al-", "Al-", 1) if out and out[0].startswith("Al-") else \
        re.sub(r"\bAl-", "al-", " ".join(out))


def usable(name):
    """The name without its legal form, or nothing."""
    if FOREIGN.search(name) or not name.isascii() or "/" in name:
        return ""
    name = clean(LEGAL.sub(" ", re.sub(r"\(.*?\)", " ", name)).replace(" ,", ",").strip(" ,.&-"))
    name = clean(re.sub(r"[,.]+( |$)", " ", name)).strip(" ,.&-")
    name = re.sub(r"^THE | CO$", "", name)
    parts = name.split()
    return name if 2 <= len(parts) <= 6 and len(name) >= 8 and sum(len(p) > 2 for p in parts) >= 2 else ""


def main():
    folder = sources()
    names = Names("sanctioned", "Firms, banks, arms makers and armed groups by the names of a sanctions list of mid 2025.\n"
                  "The list is taken for names alone: a row does not say that somebody is under sanctions.",
                  ["OFAC, Specially Designated Nationals list, 2025-06-08, public domain, changed: selection, case"])
    words = english_words()
    known = {plain(r["name"]).lower() for table in ("organisations", "metonyms", "ministries", "people", "places", "states",
                                                     "demonyms") for r in load_names(table)}
    used = {r["id"] for r in load_names("organisations")}
    for row in read_tsv(folder / "ofac-sdn" / "entities.tsv"):
        programs = row["programs"].split("|")
        if row["kind"] != "Entity" or not any(PROGRAMS.match(p) for p in programs):
            continue
        upper = row["name"]
        group = not NO_GROUP.search(upper) and ("FTO" in programs or (
            bool(GROUP.search(upper)) and any(p in ("SDGT", "DRCONGO", "SOMALIA", "SUDAN-EO14098") for p in programs)))
        firm = bool(FIRM.search(upper)) and not NO_FIRM.search(upper)
        if not group and not firm:
            continue
        main_name = usable(upper)
        if not main_name:
            continue
        forms = [main_name] + [f for f in (usable(a) for a in row["aliases"].split("|")) if f and not NO_GROUP.search(f) or f and FIRM.search(f) and not group]
        forms = [cased(f, words) for f in dict.fromkeys(forms)]
        if any(plain(f).lower() in known for f in forms):
            continue
        id = f"org:{slug(forms[0])}"
        if id in used:
            continue
        used.add(id)
        state = next((s for start, s in STATES if any(p.startswith(start) for p in programs)), None)
        more = ([f"state={state}"] if state else []) + [f"sector={'REB' if group else 'BUS'}"]
        for place, form in enumerate(forms):
            known.add(plain(form).lower())
            common = all(plain(w).lower() in words or len(w) < 3 for w in re.split(r"[ -]", form))
            names.add(form, "ARMED_GROUP" if group else "COMPANY", id, "preferred" if place == 0 else "alias",
                      "context" if common else "-", more=";".join(more) if place == 0 else "-")
    names.write()


if __name__ == "__main__":
    main()
