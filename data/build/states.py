# Part of dragoman; see LICENSE.
"""states.tsv: every ISO 3166-1 state and territory and Kosovo, with the names news uses.

ICU's list of regions is the spine.  hand/states.tsv decides what news calls a state where ICU, the Factbook and ISO
differ, and holds abbreviations and former names with their years; official names come from the UN (country-codes) and
the Factbook.  Past states keep the alpha-3 code ISO 3166-3 withdrew (CSK, YUG, DDR, SCG, YMD, ANT), except the Soviet
Union, whose acts news counts as Russia's.
"""

import re

from common import HAND, Icu, Names, clean, gec_codes, iso_codes, plain, read_csv, read_tsv, sources, without_article

SOVEREIGN = {"GB": "GBR", "FR": "FRA", "NL": "NLD", "AU": "AUS", "US": "USA", "NO": "NOR", "CN": "CHN", "NZ": "NZL",
             "DK": "DNK", "FI": "FIN"}
SUCCESSORS = {"CSK": "CZE,SVK", "YUG": "SRB,MNE,HRV,SVN,BIH,MKD,XKX", "DDR": "DEU", "SCG": "SRB,MNE", "YMD": "YEM",
              "ANT": "CUW,SXM,BES"}


def main():
    folder = sources()
    icu = Icu()
    names = Names("states", "Names of states and territories and the ISO 3166-1 alpha-3 code each stands for.\n"
                  "Past states carry the code that ISO 3166-3 withdrew; successors in the column more.",
                  [f"ICU {icu.version} region names, Unicode-3.0",
                   "country-codes, commit caa72d1e (2026-05-15), PDDL-1.0",
                   "World Factbook, commit 8662a8b1 (2026-05-17), public domain",
                   "data/build/hand/states.tsv, written for dragoman, 2026-11"])
    more = {}
    rows = {row["ISO3166-1-Alpha-3"]: row for row in read_csv(folder / "country-codes" / "country-codes.csv")}
    for code, row in rows.items():
        parts = [f"iso2={row['ISO3166-1-Alpha-2']}"]
        owner = re.search(r" of ([A-Z]{2})$|with ([A-Z]{2})$", row["is_independent"])
        if owner:
            parts.append(f"sovereign={SOVEREIGN[owner.group(1) or owner.group(2)]}")
        more[code] = ";".join(parts)
    more["XKX"] = "iso2=XK"
    for code, successors in SUCCESSORS.items():
        more[code] = f"past=1;successors={successors}"

    for row in read_tsv(HAND / "states.tsv"):
        kind = row["kind"]
        names.add(row["name"], "STATE", row["id"], kind, row["guard"], row["from"], row["to"],
                  more[row["id"]] if kind == "preferred" else "-")
        # The older spelling with "and" or "&" and plain letters is made here, once for all names.
        if plain(row["name"]) != row["name"]:
            names.add(plain(row["name"]), "STATE", row["id"], "alias" if kind == "preferred" else kind, row["guard"],
                      row["from"], row["to"])
    guards = {(r["name"], r["id"]): r["guard"] for r in read_tsv(HAND / "states.tsv")}

    def add(name, code, kind):
        name = without_article(clean(name)).strip(" *")
        if not name or "(" in name or ";" in name or len(name) < 4:
            return
        spelled = {name, name.replace(" & ", " and ")}
        spelled |= {re.sub(r"\bSt\. ", "St ", form) for form in spelled}
        for form in spelled | {plain(form) for form in spelled}:
            if names.has(form, "STATE", code):
                continue  # what the hand table says of a name stays
            names.add(form, "STATE", code, kind if form == name else "alias", guards.get((form, code), "-"),
                      more=more[code] if kind == "preferred" and form == name else "-")

    for alpha2, code in iso_codes(folder).items():
        english = icu.region(alpha2, "en")
        has = ("STATE", code) in names.preferred
        add(english.replace(" SAR China", ""), code, "alias" if has else "preferred")
        if english.endswith(" SAR China"):
            add(english, code, "official")
    for code, row in rows.items():
        formal = row["UNTERM English Formal"].strip(" *")
        short = row["UNTERM English Short"].strip()
        add(formal, code, "official")
        add(re.sub(r" \(the\)$", "", short), code, "alias")
    gec = gec_codes(folder)
    for row in read_tsv(folder / "factbook" / "summary.tsv"):
        code = gec.get(row["gec_code"])
        if not code or row["gec_code"] in ("gz", "we", "um", "at", "cr", "wq", "ip", "jn", "sv", "hk", "mc"):
            continue
        for cell, kind in ((row["long_name"], "official"), (row["short_name"], "alias")):
            cell = re.sub(r"; note.*| \(.*?\)$", "", cell)
            if cell and cell not in ("none", "The Dominican", "DRC", "Virgin Islands", "Georgia"):
                add(cell, code, kind)
    names.write()


if __name__ == "__main__":
    main()
