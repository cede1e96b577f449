#!/usr/bin/env python3
# Part of dragoman; see LICENSE.
"""Fit the weights of src/entity/pronoun.h on GUM's training part; write src/entity/pronoun_weights.inc.

usage: eval/fit_pronouns.py [--candidates build/bench/pronoun_candidates] [--genres news,bio,...]

A softmax over the candidates of each pronoun, and one for nobody; the target is the entity that dragoman gives to the names of
the pronoun's entity in GUM, nobody where GUM's entity is never named. Plain gradient ascent with an L2 penalty: the same
weights each time. Weights are written in hundredths. Run twice: candidates depend on pronouns before.
"""
import argparse
import collections
import json
import math
import pathlib
import re
import subprocess
import sys
import tempfile

import coref

ROOT = pathlib.Path(__file__).resolve().parent.parent


def read_cues():
    """The names of PronounCue, in order."""
    header = (ROOT / "src/entity/pronoun.h").read_text(encoding="utf-8")
    body = re.search(r"enum class PronounCue[^{]*\{(.*?)kCount", header, re.S).group(1)
    return re.findall(r"\bk[A-Z]\w*", re.sub(r"//.*", "", body))


CUES = read_cues()


def candidates(exe, docs, folder):
    out = subprocess.run([exe, *coref.write_texts(docs, folder)], stdout=subprocess.PIPE, text=True, check=True).stdout
    found = collections.defaultdict(list)
    for line in map(json.loads, out.splitlines()):
        found[pathlib.Path(line["document"]).stem, line["start"]].append((line["entity"], line["cues"]))
    return found


def fit(examples, penalty, prior, steps=400, rate=0.5):
    """examples: lists of (bits, right) with at most one right; none right: nobody. prior: weights that need no evidence."""
    w = list(prior)      # the last: what nobody weighs
    for step in range(steps):
        gradient = [penalty * (p - x) for x, p in zip(w, prior)]
        total = 0.0
        for rows in examples:
            scores = [sum(w[i] for i in bits) for bits, _ in rows] + [w[-1]]
            top = max(scores)
            e = [math.exp(s - top) for s in scores]
            z = sum(e)
            right = next((k for k, (_, r) in enumerate(rows) if r), len(rows))
            total += math.log(e[right] / z)
            for k, p in enumerate(e):
                p /= z
                d = (1.0 if k == right else 0.0) - p
                for i in (rows[k][0] if k < len(rows) else [len(CUES)]):
                    gradient[i] += d
        for i, g in enumerate(gradient):
            w[i] += rate * g / len(examples)
    return w, total / len(examples)


def accuracy(w, examples):
    right = answered = 0
    for rows in examples:
        scores = [sum(w[i] for i in bits) for bits, _ in rows]
        best = max(range(len(rows)), key=scores.__getitem__)
        if scores[best] > w[-1]:
            answered += 1
            right += rows[best][1]
    return f"answered {answered}, right {right} of {sum(any(r for _, r in e) for e in examples)}"


def main():
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("--candidates", default=str(ROOT / "build/bench/pronoun_candidates"))
    ap.add_argument("--genres", default=coref.GENRES)
    options = ap.parse_args()
    sets = {}
    for part in ("train", "dev"):
        docs = list(coref.documents(ROOT / f"../shared/train/ud/gum-{part}.conllu.gz", options.genres.split(",")))
        with tempfile.TemporaryDirectory() as folder:
            found = candidates(options.candidates, docs, folder)
            sets[part] = {"person": [], "thing": []}
            for name, start, kind, names, _ in coref.targets(docs, coref.analyse(str(ROOT / "build/dragoman"), docs)):
                rows = found.get((name, start))
                if not rows or kind == "many":
                    continue
                rows = [([i for i in range(len(CUES)) if bits >> i & 1], entity in names) for entity, bits in rows]
                if sum(r for _, r in rows) > 1:      # two of ours for one of theirs: the nearest is right
                    seen = False
                    rows = [(bits, r and not seen and (seen := True)) for bits, r in rows]
                if not any(r for _, r in rows) and (names or kind == "thing"):
                    continue      # not found, or too far; in the news of states "it" is seldom what has no name
                sets[part][kind].append(rows)
    lines = ["// Written by eval/fit_pronouns.py: fitted on GUM's training part (weights, not text; CC BY).\n"]
    w = [0.0] * (len(CUES) + 1)
    for kind, variable in (("person", "kPerson"), ("thing", "kThing")):
        w, mean = fit(sets["train"][kind], penalty=2.0, prior=w)      # things: near what holds for persons
        print(kind, f"log likelihood {mean:.3f}; train:", accuracy(w, sets["train"][kind]), "; dev:", accuracy(w, sets["dev"][kind]))
        for c, x in zip([*CUES, "least"], w):
            print(f"   {c:20} {x:6.2f}")
        numbers = ", ".join(str(round(100 * x)) for x in w[:-1])
        lines.append(f"constexpr Weights {variable} = {{{{{numbers}}}, {round(100 * w[-1])}}};\n")
    (ROOT / "src/entity/pronoun_weights.inc").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
