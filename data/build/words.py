#!/usr/bin/env python3
"""Write data/syntax/words.tsv: common English words, their parts of speech and irregular forms.

usage: words.py INFL_LU.csv.gz CNTLIST.rev SCOWL_DIR > data/syntax/words.tsv

INFL_LU.csv.gz: `lemminflect/resources/infl_lu.csv.gz` of the Python package lemminflect 0.2.3.
CNTLIST.rev:    how often each sense was tagged, from the Debian package wordnet-base.
SCOWL_DIR:      the word lists of the Debian package scowl; words of size 35 and below are kept.

Only what regular() below cannot make is written as a form; src/syntax/inflect.cc holds the same rules.
"""
import collections
import gzip
import sys

POS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
SENSE = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
VOWELS = "aeiou"
# What news does with words that WordNet's counts have as verbs alone.
PARTS = {"ace": "n7v3", "act": "n5v5", "arresting": "", "bar": "n6v4", "dam": "n9", "hijack": "n1v9", "intercept": "n1v9",
         "nod": "n4v6", "pan": "n8v2", "questionnaire": "n9", "recall": "n2v8", "remit": "n5v5", "reset": "n2v8",
         "resolve": "n3v7", "restart": "n2v8", "retreat": "n4v6", "stay": "n2v8", "stud": "n9", "stun": "n5v5", "template": "n9",
         "vet": "n5v5", "win": "n3v7", "wrangle": "n4v6"}
# Listed as nouns alone.
ADJECTIVES = ["compatible", "responsible", "visible"]


def ends_cvc(word):
    """One syllable, consonant-vowel-consonant: stop -> stopped."""
    if len(word) < 3 or word[-1] in VOWELS + "wxy" or word[-2] not in VOWELS or word[-3] in VOWELS:
        return False
    return sum(1 for i, c in enumerate(word) if c in VOWELS and (i == 0 or word[i - 1] not in VOWELS)) == 1


def plural(word):
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return word[:-1] + "ies"
    if word.endswith("o") and word[-2:-1] not in VOWELS:
        return word + "es"
    return word + "s"


def regular(word):
    """past, gerund, third person by rule."""
    if word.endswith("e"):
        past = word + "d"
    elif word.endswith("y") and word[-2:-1] not in VOWELS:
        past = word[:-1] + "ied"
    elif ends_cvc(word):
        past = word + word[-1] + "ed"
    else:
        past = word + "ed"
    if word.endswith("ie"):
        gerund = word[:-2] + "ying"
    elif word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        gerund = word[:-1] + "ing"
    elif ends_cvc(word):
        gerund = word + word[-1] + "ing"
    else:
        gerund = word + "ing"
    return past, gerund, plural(word)


def main():
    infl_path, counts_path, scowl = sys.argv[1:]
    common = set()
    for size in ("10", "20", "35"):
        for kind in ("english", "american", "british"):
            with open(f"{scowl}/{kind}-words.{size}", encoding="latin-1") as lines:
                common.update(line.strip() for line in lines)
    counts = collections.defaultdict(collections.Counter)
    for line in open(counts_path, encoding="ascii"):
        key, _, count = line.split()
        lemma, sense = key.split("%")
        counts[lemma][SENSE[sense[0]]] += int(count)
    words = collections.defaultdict(dict)
    for line in gzip.open(infl_path, "rt", encoding="utf-8"):
        lemma, pos, *forms = line.rstrip("\n").split(",")
        if lemma in common and lemma.isalpha() and lemma.isascii() and lemma == lemma.lower() and pos in POS:
            words[lemma][POS[pos]] = forms
    for lemma in ADJECTIVES:
        words[lemma] = {"a": []}
    print("# Common English words: parts of speech with their share in tenths, and forms that no rule makes.")
    print("# source:  lemminflect 0.2.3 (forms), WordNet 3.0 (how often a word is which part of speech),")
    print("#          SCOWL 2020.12.07 (which words are common)")
    print("# licence: MIT; WordNet licence; SCOWL licence (permissive)")
    print("# made by: data/build/words.py")
    print("# columns: word; parts (n noun, v verb, a adjective, r adverb; digit 1-9: share); forms (past, part, ger, 3sg, pl)")
    print("word\tparts\tforms")
    for lemma in sorted(words):
        seen = counts.get(lemma, {})
        have = words[lemma]
        if len(lemma) < 2:
            continue
        # "relations" is a form of "relation", not a word of its own.
        if set(have) == {"n"} and lemma.endswith("s") and "n" in words.get(lemma[:-1], {}):
            continue
        total = sum(seen.get(p, 0) for p in have)
        parts = ""
        for p in "nvar":
            if p not in have:
                continue
            share = seen.get(p, 0) / total if total >= 5 else 1 / len(have)
            if share >= 0.02 or total < 50:
                parts += p + str(max(1, min(9, round(share * 10))))
        parts = PARTS.get(lemma, parts)
        forms = []
        if "v" in parts:
            verb = have["v"] + [""] * 4
            past, gerund, third = regular(lemma)
            if lemma == "torpedo":   # lemminflect: "torpedoes" as its past
                verb = [past, "", gerund, third]
            if lemma == "lie":   # "to lay down arms" is of lay
                verb[0] = past
            if verb[0] and past not in verb[0].split("/"):
                forms.append("past=" + verb[0])
            if verb[1]:
                forms.append("part=" + ("run" if lemma == "run" else verb[1]))   # lemminflect: "has ran"
            if verb[2] and set(verb[2].split("/")) != {gerund}:
                forms.append("ger=" + verb[2])
            elif verb[0] and "/" in verb[0] and past in verb[0].split("/"):
                forms.append("past=" + verb[0])
            if verb[3] and third not in verb[3].split("/"):
                forms.append("3sg=" + verb[3])
        if "n" in parts:
            plurals = [f for f in have["n"][0].split("/") if f and f != lemma]
            if plurals and plural(lemma) not in plurals:
                forms.append("pl=" + "/".join(plurals))
        if parts:
            print(f"{lemma}\t{parts}\t{';'.join(forms) or '-'}")


main()
