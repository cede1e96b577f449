# Part of dragoman; see LICENSE.
"""data/rules/group_nouns.yaml: lists of nouns for people and bodies, from hand/group_nouns.txt.

Plurals that no rule makes come from data/syntax/words.tsv.  A plural is in PEOPLE, a person in LONE_PERSON, a body in
LONE_BODY, arms, ships and planes in EQUIPMENT.  A person that is mostly an adjective ("liberal") is not in LONE_PERSON.
"""

import re

from common import DATA, HAND

OTHER = {"modifier": "PEOPLE_MOD", "thing": "MODIFIED_THING", "weak": "WEAK_PEOPLE"}
NO_MEN = {"german", "human", "ottoman", "roman", "shaman", "turkoman"}   # with an s
MOSTLY = 5   # tenths
OUT = DATA / "rules" / "group_nouns.yaml"
HEAD = """# Nouns for people and bodies.  The name tagger does not ask for these lists (src/mention/lexicon.h).
# source:  data/build/hand/group_nouns.txt, written for dragoman, 2026-11
# licence: that of the project
# made by: data/build/group_nouns.py; change the list, not this file
group_words:
"""


def read_words():
    """word -> (share of adjective in tenths, plural or None)"""
    words = {}
    for line in (DATA / "syntax" / "words.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        cells = line.split("\t")
        if line.startswith("#") or len(cells) != 3:
            continue
        plural = re.search(r"\bpl=([^;/]+)", cells[2])
        adjective = re.search(r"a(\d)", cells[1])
        words[cells[0]] = int(adjective.group(1)) if adjective else 0, plural and plural.group(1)
    return words


def plural(word, words):
    if words.get(word, (0, None))[1]:
        return words[word][1]
    if word.endswith("man") and word not in NO_MEN:
        return word[:-2] + "en"
    if re.search(r"(s|x|z|ch|sh)$", word):
        return word + "es"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + "s"


def main():
    words = read_words()
    lists = {"PEOPLE": set(), "LONE_PERSON": set(), "LONE_BODY": set(), "EQUIPMENT": set(), "PEOPLE_MOD": set(), "WEAK_PEOPLE": set(), "MODIFIED_THING": set()}
    verbs = set()
    kind = None
    for line in (HAND / "group_nouns.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        heading = re.match(r"\[(\w+)\]", line)
        if heading:
            kind = heading.group(1)
            continue
        for word, many in re.findall(r"([\w'-]+)(?:\(([\w'-]+)\))?", line):
            if "-" in word or "'" in word:   # several tokens
                continue
            word = word.lower()
            if kind == "people":
                lists["PEOPLE"].add(word)
            elif kind == "verb":
                verbs.add(word)
            elif kind in OTHER:
                lists[OTHER[kind]].add(word)
            elif kind == "equipment":
                lists["EQUIPMENT"] |= {word, (many or plural(word, words)).lower()}
            else:
                lists["PEOPLE"].add((many or plural(word, words)).lower())
                if kind == "body" or words.get(word, (0, None))[0] < MOSTLY:
                    lists["LONE_PERSON" if kind == "person" else "LONE_BODY"].add(word)
    # One list a word: the name tagger's numbers leave room for few combinations.
    lists["LONE_BODY"] -= lists["LONE_PERSON"] | lists["PEOPLE"]
    lists["LONE_PERSON"] -= lists["PEOPLE"]
    lists["EQUIPMENT"] -= lists["PEOPLE"] | lists["LONE_BODY"] | lists["LONE_PERSON"]
    lists["WEAK_PEOPLE"] -= verbs
    lists["PEOPLE"] = (lists["PEOPLE"] | lists["WEAK_PEOPLE"]) - verbs
    lists["PEOPLE_MOD"] -= lists["EQUIPMENT"] | lists["PEOPLE"] | lists["LONE_BODY"] | lists["LONE_PERSON"]
    lists["MODIFIED_THING"] -= lists["EQUIPMENT"] | lists["PEOPLE"] | lists["LONE_BODY"] | lists["LONE_PERSON"] | lists["PEOPLE_MOD"]
    out = HEAD
    for name, members in lists.items():
        line = f"  {name}: ["
        for word in sorted(members):
            word = f'"{word}"' if word in ("no", "yes", "on", "off", "null") else word
            if len(line) + len(word) > 116:
                out += line.rstrip() + "\n"
                line = "    "
            line += word + ", "
        out += line.rstrip(", ") + "]\n"
    OUT.write_text(out, encoding="utf-8")


if __name__ == "__main__":
    main()
