#!/usr/bin/env python3
# Part of dragoman; see LICENSE.
"""Score pronouns against GUM's coreference marks.

usage: eval/coref.py [--dragoman build/dragoman] [--part dev|train] [--genres news,bio,...] [--show wrong]

Reads ../shared/train/ud/gum-*.conllu.gz, whose column MISC marks each mention with the number of its entity. A third-person
pronoun counts if its entity is named before it (the head of an earlier mention is a proper noun) and dragoman found that name.
It is right if dragoman gives it an entity of these names. Figures, per cent, for persons (he, she), things (it) and many
(they): the share that got an entity, the right ones among these, recall; and of the pronouns whose entity is never named the
share that got one (groups left out) all the same.
"""
import argparse
import collections
import gzip
import json
import pathlib
import re
import subprocess
import sys
import tempfile

PRONOUNS = {"he": "person", "him": "person", "his": "person", "she": "person", "her": "person", 
            "it": "thing", "its": "thing", "they": "many", "them": "many", "their": "many"}
GENRES = "news,bio,interview,speech,court,textbook,voyage"


def documents(path, genres):
    """Yields (name, text, mentions, tokens): mentions [first token, last, entity, head's offset, type]; tokens (start, end, form,
    part of speech), in code points."""
    text, name, open_at, mentions, tokens = "", None, collections.defaultdict(list), [], []
    ids = {}
    for line in gzip.open(path, "rt", encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc id"):
            if name and name.split("_")[1] in genres:
                yield name, text, mentions, tokens
            name, text, mentions, tokens, open_at = line.split("= ")[1], "", [], [], collections.defaultdict(list)
        elif line.startswith("# newpar"):
            text = text.rstrip() + "\n\n" if text else ""
        elif line.startswith("# text"):
            if text and not text.endswith("\n"):
                text = text.rstrip() + " "
            ids = {}
        elif line and line[0].isdigit():
            f = line.split("\t")
            if "." in f[0]:
                continue
            misc = dict(x.split("=", 1) for x in f[9].split("|") if "=" in x) if f[9] != "_" else {}
            if "-" in f[0]:
                first, last = map(int, f[0].split("-"))
                ids["skip"] = (first, last, len(text), f[1], "SpaceAfter" not in misc)
                text += f[1] + ("" if "SpaceAfter" in misc else " ")
                continue
            number = int(f[0])
            whole = ids.get("skip")
            if whole and whole[0] <= number <= whole[1]:
                at = ids.get("next", whole[2]) if number > whole[0] else whole[2]
                start, end = at, min(at + len(f[1]), whole[2] + len(whole[3]))
                ids["next"] = end
            else:
                start, end = len(text), len(text) + len(f[1])
                text += f[1] + ("" if "SpaceAfter" in misc else " ")
            tokens.append((start, end, f[1], f[3]))
            ids[number] = len(tokens) - 1
            for part in re.findall(r"\(\d+[^()]*\)?|\d+\)", misc.get("Entity", "")):
                if part.startswith("("):
                    entity = int(re.match(r"\((\d+)", part).group(1))
                    fields = part[1:].rstrip(")").split("-")
                    head = fields[4].split(",")[0] if len(fields) > 4 else "1"
                    item = [len(tokens) - 1, None, entity, int(head) - 1 if head.isdigit() else 0, fields[1]]
                    mentions.append(item)
                    if part.endswith(")"):
                        item[1] = len(tokens) - 1
                    else:
                        open_at[entity].append(item)
                else:
                    entity = int(part[:-1])
                    if open_at[entity]:
                        open_at[entity].pop()[1] = len(tokens) - 1
    if name and name.split("_")[1] in genres:
        yield name, text, mentions, tokens


def write_texts(docs, folder):
    names = []
    for name, text, _, _ in docs:
        path = pathlib.Path(folder, name + ".txt")
        path.write_text(text, encoding="utf-8")
        names.append(str(path))
    return names


def analyse(exe, docs):
    with tempfile.TemporaryDirectory() as folder:
        names = write_texts(docs, folder)
        run = subprocess.run([exe, "analyze", "--json", "--date", "2015-06-01", *names], stdout=subprocess.PIPE, text=True,
                             encoding="utf-8")
        if run.returncode not in (0, 4):
            sys.exit(f"{exe}: exit code {run.returncode}")
        return {pathlib.Path(d["document"]["id"]).stem: d for d in map(json.loads, run.stdout.splitlines()) if d}


def targets(docs, found):
    """Yields (document, start byte, kind, our entities of the names of the pronoun's entity before it, context)."""
    for name, text, mentions, tokens in docs:
        to_byte = [0]
        for c in text:
            to_byte.append(to_byte[-1] + len(c.encode()))
        ours = collections.defaultdict(list)
        for m in found[name]["mentions"]:
            if m["entity"] is not None and m["form"] != "pronominal" and m["type"] not in ("DATE", "MONEY", "QUANTITY", "OFFICE"):
                ours[m["end"]].append(m["entity"])
        names = collections.defaultdict(set)     # gold entity -> our entities
        named = {m[2] for m in mentions if m[1] is not None and tokens[min(m[0] + m[3], m[1])][3] == "PROPN"}
        for first, last, entity, head, _ in mentions:
            if last is None:
                continue
            at = min(first + head, last)
            start, end, word, pos = tokens[at]
            kind = PRONOUNS.get(word.lower())
            if first == last and kind:
                if names[entity] or entity not in named:
                    yield name, to_byte[start], kind, frozenset(names[entity]), text[max(0, start - 230):start] + "[" + word + "]" + text[end:end + 50]
            elif pos == "PROPN":
                while at < last and tokens[at + 1][3] == "PROPN":
                    at += 1
                names[entity].update(ours[to_byte[tokens[at][1]]])


def score(docs, found, show):
    counts = collections.defaultdict(lambda: [0, 0, 0, 0, 0])
    given = {(name, m["start"]): m["entity"] for name, d in found.items() for m in d["mentions"] if m["form"] == "pronominal"}
    for name, start, kind, names, context in targets(docs, found):
        got = given.get((name, start))
        c = counts[kind]
        if names:
            c[0] += 1
            c[1] += got is not None
            c[2] += got in names
        else:
            c[3] += 1
            c[4] += got is not None and not got.startswith("group:")
        shown = (names or "spurious" in show) if got else (names and "missed" in show)
        if show and got not in names and shown:
            print(f"{name} {got} for {' or '.join(names) or 'nobody named'}\n    {' '.join(context.split())}")
    return counts


def main():
    root = pathlib.Path(__file__).resolve().parent.parent
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("--dragoman", default=str(root / "build/dragoman"))
    ap.add_argument("--part", default="dev", choices=["dev", "train"])
    ap.add_argument("--genres", default=GENRES)
    ap.add_argument("--show", default="", help="wrong, missed, spurious: print these with what stands before them")
    options = ap.parse_args()
    path = root / f"../shared/train/ud/gum-{options.part}.conllu.gz"
    docs = list(documents(path, options.genres.split(",")))
    counts = score(docs, analyse(options.dragoman, docs), options.show)
    total = [sum(c[i] for c in counts.values()) for i in range(5)]
    for kind, (n, got, right, others, spurious) in [*sorted(counts.items()), ("all", total)]:
        print(f"{kind:8} {n:5}  answered {100 * got / max(n, 1):5.1f}  right of these {100 * right / max(got, 1):5.1f}  "
              f"recall {100 * right / max(n, 1):5.1f}  |  of nobody named {others:5}, answered {100 * spurious / max(others, 1):5.1f}")


if __name__ == "__main__":
    main()
