# Part of dragoman; see LICENSE.
"""ministries.tsv: the ministries of every state, from the ministers that offices.tsv knows.

A state whose terms of office have a Minister of X that at least two persons held since 1990 (four for a field that fewer
than five states have; one is enough for foreign affairs, defence, interior, finance and justice) has a Ministry of X.  News calls it by the state's adjective in two
ways, "the Kenyan Finance Ministry" and "the Kenyan Ministry of Finance", or "the Ministry of Finance of Kenya".  Fields
of one meaning (Interior, Internal Affairs, Home Affairs) are one ministry with the name that most of the state's
ministers bore.  States that have departments instead (United States, Philippines, Australia, Ireland, South Africa,
Switzerland, Hong Kong) say Department.
"""

import collections
import re

from common import Names, load_names, read_tsv, GAZETTEER, slug

FIELD = re.compile(r"^(?:Federal |Cabinet |Union |First |State )*(?:Minister|Secretary)(?: of State)? (?:of|for) (?:the )?"
                   r"([A-Z][A-Za-z,' -]+)$")
# Fields of one meaning; the first word of each line is its key in ids.
ONE = {form: forms.split("|")[0] for forms in (
    "Foreign Affairs|External Affairs|External Relations|Foreign Relations|Foreign Affairs and International Cooperation|"
    "Foreign Affairs and Cooperation|Foreign Affairs and Trade|Foreign Affairs and Foreign Trade|International Relations",
    "Defence|Defense|National Defence|National Defense|National Defence and Veterans Affairs",
    "Interior|Internal Affairs|Home Affairs|the Interior|Interior and Decentralization|Public Security",
    "Finance|Economy and Finance|Economic Affairs and Finance|Finance and Economy|Finance and Economic Planning|Finances",
    "Justice|Justice and Human Rights", "Health|Public Health|Health and Social Services", "Education|National Education",
    "Agriculture|Agriculture and Livestock|Agriculture and Rural Development", "Energy|Energy and Mines|Energy and Water",
    "Transport|Transportation|Transport and Communications|Transport and Infrastructure",
    "Trade|Commerce|Trade and Industry|Industry and Trade|Industry and Commerce|Foreign Trade",
    "Information|Information and Communication|Information and Broadcasting",
) for form in forms.split("|")}
ALWAYS = {"Foreign Affairs", "Defence", "Interior", "Finance", "Justice"}
# Such fields say too little, or are posts without a ministry.
NOT = re.compile(r"^(State|Women|Cabinet|Special|Parliament|Relations|Government|General|European? Affairs|Scotland|Wales|"
                 r"Northern Ireland|Presidential)\b")
DEPARTMENTS = {"USA", "PHL", "AUS", "IRL", "ZAF", "CHE", "HKG"}
SHORT = {"Foreign Affairs": "Foreign", "Internal Affairs": "Interior", "External Affairs": "External Affairs",
         "National Defence": "Defence", "the Interior": "Interior"}
ARTICLE = {"Bahamas", "Netherlands", "Philippines", "Gambia", "Maldives", "Comoros", "Seychelles", "United Kingdom",
           "United Arab Emirates", "Democratic Republic of the Congo", "Republic of the Congo", "Central African Republic",
           "Dominican Republic", "Marshall Islands", "Solomon Islands"}


def american(name):
    return name.replace("Defence", "Defense").replace("Labour", "Labor")


def main():
    states = {r["id"]: r for r in load_names("states") if r["kind"] == "preferred" and r["type"] == "STATE"}
    adjective = {}
    for row in load_names("demonyms"):
        if row["kind"] == "adjective":
            adjective.setdefault(row["id"], []).append(row["name"])
    known = {}      # name -> id of bodies that other tables hold
    for table in ("metonyms", "organisations"):
        for row in load_names(table):
            if row["type"] == "GOVERNMENT_BODY":
                known.setdefault(row["name"], row["id"])
    fields = collections.defaultdict(lambda: collections.defaultdict(set))   # (state, key) -> field -> holders
    for row in read_tsv(GAZETTEER / "offices.tsv"):
        if row["role_class"] not in ("minister", "defence_minister", "foreign_minister") or row["from"] < "1990":
            continue
        match = FIELD.match(row["role"])
        field = match.group(1).replace("Defense", "Defence") if match else \
            {"defence_minister": "Defence", "foreign_minister": "Foreign Affairs"}.get(row["role_class"])
        state = states.get(row["state"])
        field = field.replace("Labor ", "Labour ") if field else field
        if not field or not state or "," in field or "sovereign=" in state["more"] or "past=" in state["more"] or NOT.match(field) or \
                len(field.split()) > 5:
            continue
        fields[(row["state"], ONE.get(field, field))][field].add(row["person"])
    names = Names("ministries", "Ministries and departments of state.",
                  ["Every Politician (Wikidata), commits of 2022-07 to 2023-01, CC0-1.0: posts of ministers",
                   "World Factbook, commit 8662a8b1 (2026-05-17), public domain: adjectives"])
    elsewhere = set()
    spread = collections.Counter(key for _, key in fields)
    for (state, key), holders in sorted(fields.items()):
        # A field that few states have counts where it lasted.
        if spread[key] < 5 and len(set().union(*holders.values())) < 4:
            continue
        if state == "USA" or key not in ALWAYS and len(set().union(*holders.values())) < 2:
            continue      # American departments stand in organisations.tsv
        own = max(sorted(holders), key=lambda f: len(holders[f]))
        body = "Department" if state in DEPARTMENTS else "Ministry"
        called = states[state]["name"]
        the = "the " if called in ARTICLE else ""
        forms = []
        for adj in adjective.get(state, [])[:2] + [called]:
            for field in dict.fromkeys([own, key]):
                short = SHORT.get(field, field)
                forms += [f"{adj} {short} {body}", f"{adj} {body} of {field}"]
            if key == "Foreign Affairs":
                forms.append(f"{adj} Foreign {body}")
        forms += [f"{body} of {own} of {the}{called}", f"{body} of {key} of {the}{called}"]
        forms = list(dict.fromkeys(form for f in forms for form in (f, american(f))))
        id = next((known[f] for f in forms if f in known), None)
        if id:
            elsewhere.add(("GOVERNMENT_BODY", id))
        else:
            id = f"gov:{state.lower()}-{body.lower()}-of-{slug(key)}"
            names.add(forms[0], "GOVERNMENT_BODY", id, "preferred",
                      more=f"state={state};sector={'MIL' if key == 'Defence' else 'GOV'}")
        for form in forms:
            if form not in known:
                names.add(form, "GOVERNMENT_BODY", id, "official" if " of " in form and form.endswith(called) else "alias")
    # "Congolese", "Dominican": two states' ministries need support.
    owners = collections.defaultdict(set)
    for row in names.rows.values():
        owners[row["name"]].add(row["id"])
    for row in names.rows.values():
        if len(owners[row["name"]]) > 1:
            row["guard"] = "context"
    names.write(elsewhere=elsewhere)


if __name__ == "__main__":
    main()
