#!/usr/bin/env python3
"""Make data/gazetteer/common_words.txt: the English words that case cannot tell from names.

usage: common_words.py DICT_DIR > data/gazetteer/common_words.txt

DICT_DIR holds the word lists of SCOWL (Debian package `scowl`: /usr/share/dict/scowl).  Taken: lower-case
words of sizes 10, 20 and 35 in American and British spelling, without possessives.  Larger sizes hold rare
words that are names far more often than words (khan, wang, modi).  `fixes/common_words.tsv` adds (+) and
takes away (-) single words.
"""
import pathlib
import re
import sys

HEAD = """\
# Common English words: in capitals, or first in a sentence, these are words before they are names.
# source:  SCOWL 2020.12.07 (Debian package scowl), sizes 10, 20, 35, American and British
# licence: SCOWL's own, permissive with notice; full text in data/LICENSES/SCOWL.txt
# made by: data/build/common_words.py; corrections go in data/build/fixes/common_words.tsv, not here
"""


def main():
    folder = pathlib.Path(sys.argv[1])
    words = set()
    for spelling in ("english", "american", "british"):
        for size in (10, 20, 35):
            path = folder / f"{spelling}-words.{size}"
            if path.exists():
                words.update(re.findall(r"^[a-z]{2,}$", path.read_text("latin-1"), re.M))
    fixes = pathlib.Path(__file__).parent / "fixes" / "common_words.tsv"
    for line in fixes.read_text().splitlines():
        if line and line[0] in "+-":
            sign, word = line.split("\t")[:2]
            words.add(word) if sign == "+" else words.discard(word)
    sys.stdout.write(HEAD + "".join(w + "\n" for w in sorted(words)))


if __name__ == "__main__":
    main()
