# Part of dragoman; see LICENSE.
"""titles.tsv: titles and roles, by hand; the roles of WordNet served as a list of what to think of.

One line of hand/titles.tsv holds the spellings of titles that behave alike; each becomes a row here.
"""

import re

from common import GAZETTEER, HAND, read_tsv, write_rows

COLUMNS = ["title", "class", "position", "gender", "plural", "official"]
IRREGULAR = {"man": "men", "woman": "women", "spy": "spies", "ally": "allies", "secretary": "secretaries",
             "Secretary": "Secretaries", "Undersecretary": "Undersecretaries", "person": "persons"}


def plural_of(title, rule, first):
    """The plural form of a title under the rule of its line."""
    if rule == "+":
        match = re.match(r"(.*?)( (?:of|in|for|general|General|emeritus)\b.*)$", title)
        head, tail = (match.group(1), match.group(2)) if match and not title.startswith(("Lt.", "Maj")) else (title, "")
        if title.endswith(".") or title.endswith(")"):
            return title[:-1] + "s."
        for one, many in IRREGULAR.items():
            if head.endswith(one):
                return head[:-len(one)] + many + tail
        if head.endswith(("ss", "x", "ch", "sh")) and not head.endswith("arch"):
            return head + "es" + tail
        if re.search(r"[^aeiou]y$", head):
            return head[:-1] + "ies" + tail
        return head + "s" + tail
    if rule == "-":
        return "-"
    return rule if title == first else plural_of(title, "+", first)


def main():
    rows = {}
    for line in read_tsv(HAND / "titles.tsv"):
        titles = line["title"].split("|")
        for title in titles:
            if title in rows:
                continue
            gender = line["gender"]
            if gender == "-" and title.endswith("woman"):
                gender = "f"
            if gender == "-" and re.search(r"(?<!wo)man$", title) and title != "ombudsman":
                gender = "m"
            rows[title] = {"title": title, "class": line["class"], "position": line["position"], "gender": gender,
                           "plural": plural_of(title, line["plural"], titles[0]), "official": line["official"]}
    ordered = sorted(rows.values(), key=lambda r: r["title"].encode())
    write_rows(GAZETTEER / "titles.tsv", "Titles and roles: class, place, gender, plural, and whether the holder speaks "
               "for a state or body.", ["data/build/hand/titles.tsv, written for dragoman, 2026-11"], COLUMNS, ordered,
               "titles")


if __name__ == "__main__":
    main()
