#!/usr/bin/env python3
# Part of dragoman; see LICENSE.
"""Score relations on the open part of re3d, nothing given; write eval/scores.json.

usage: eval/re3d.py [--dragoman build/dragoman] [--sets ../shared/eval] [--out eval/scores.json]

Our relations are read as re3d's types by TYPES below (docs/evaluation.md gives reasons); score.py
of the sets compares them: strict, overlapping arguments, and pairs without type. A baseline
joins every named entity with the nearest one of its sentence, all as CoLocated, re3d's most
frequent type. re3d marks relations of coarse PER, ORG and LOC spans, symmetric ones one way.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

from run import BASIC, COARSE, SETS, analyse

FLAGS = BASIC + ["--flat", "--named", "--use-ignore", "--undirected"]
# dragoman type -> re3d type of its two main parties.
TYPES = {
    "located_in": "CoLocated", "based_in": "CoLocated", "visit": "CoLocated", "withdraw": "Apart",
    "part_of": "BelongsTo", "member_of": "BelongsTo", "works_for": "BelongsTo", "citizen_of": "BelongsTo",
    "holds_office": "InChargeOf", "founded": "InChargeOf", "occupy": "InChargeOf",
    "ally_of": "AlliesOf", "cooperate": "AlliesOf", "military_aid": "AlliesOf", "arms_transfer": "AlliesOf",
    "at_war_with": "FightingAgainst", "attack": "FightingAgainst", "kill": "FightingAgainst",
    "invade": "FightingAgainst", "threaten": "FightingAgainst", "clash": "FightingAgainst", "bombing": "FightingAgainst",
    "harm": "FightingAgainst", "detain": "FightingAgainst",
    "meet": "CommWith", "consult": "CommWith", "negotiate": "CommWith", "agree": "CommWith", "request": "CommWith",
    "demand": "CommWith",
    "praise": "Likes", "economic_aid": "Likes", "humanitarian_aid": "Likes", "promise": "Likes",
    "criticise": "Dislikes", "accuse": "Dislikes", "sanction": "Dislikes", "deny": "Dislikes",
    "reject": "Dislikes",
}
# Roles that are a place of the event or a further party, not one of the two.
PLACES = ("place", "destination")
GROUPS = dict(COARSE, GROUP="ORG", NATIONALITY="LOC")
ROLES = {"holds_office": ("holder", "of")}


class Prediction:
    """One analysed document as the scorer reads it."""

    def __init__(self, ident, text, doc):
        self.doc, self.entities, self.relations, self.index = doc, [], [], {}
        self.out = {"id": ident, "text": text, "entities": self.entities, "relations": self.relations}
        for m in doc["mentions"]:
            if m.get("form", "named") == "named" and m["type"] in COARSE:
                self.entity(m)

    def entity(self, m):
        key = (m["start"], m["end"])
        if key not in self.index:
            self.index[key] = len(self.entities)
            self.entities.append({"start": m["start"], "end": m["end"], "type": GROUPS[m["type"]]})
        return self.index[key]

    def relate(self, kind, a, b):
        if a is None or b is None or (a["start"], a["end"]) == (b["start"], b["end"]):
            return
        r = {"type": kind, "head": self.entity(a), "tail": self.entity(b)}
        if r not in self.relations:
            self.relations.append(r)


def mention_of(doc, filler, sentence, near):
    """The mention of a filler in the relation's sentence that is nearest to its trigger; for an
    adjective ("[Iraqi] forces") the group that it stands in, else none: re3d marks no adjectives."""
    found = [m for m in doc["mentions"] if m["type"] in GROUPS and m["sentence"] == sentence and
             (m["entity"] == filler or m["text"] == filler)]
    best = min(found, key=lambda m: (abs(m["start"] - near), m["start"]), default=None)
    if best is None or best["type"] != "NATIONALITY":
        return best
    around = [m for m in doc["mentions"] if m["type"] == "GROUP" and m["start"] <= best["start"] and best["end"] <= m["end"]]
    return around[0] if around else None


def predict(ident, text, doc):
    p = Prediction(ident, text, doc)
    by_start = {m["start"]: m["sentence"] for m in doc["mentions"]}
    for r in doc["relations"]:
        kind = TYPES.get(r["type"])
        if r["type"] == "praise" and r["trigger"]["text"].lower().startswith(("support", "back")):
            kind = "AlliesOf"
        if kind is None or r["polarity"] == "denied":
            continue
        if r["because"]["rule"] == "title_before_name":
            continue          # "[U.S. Secretary of State Kerry]" is one span there
        begin, end = r["evidence"]["start"], r["evidence"]["end"]
        sentences = {s for at, s in by_start.items() if begin <= at < end}
        if not sentences:
            continue
        sentence, near = min(sentences), r["trigger"]["start"]
        get = lambda filler: mention_of(doc, filler, sentence, near)
        args = [(role, v) for role, v in r["arguments"].items() if isinstance(v, str)]
        if r["type"] in ROLES:
            args = [(role, v) for role, v in args if role in ROLES[r["type"]]]
        parties = [get(v) for role, v in args if role not in ("item", "amount", "weapon", "office", "occasion")
                   and not (role == "place" and kind not in ("Apart", "CoLocated"))]
        parties = [m for m in parties if m]
        if len(parties) >= 2:
            p.relate(kind, parties[0], parties[1])
        places = [get(v) for role, v in args if role == "place" and kind not in ("Apart", "CoLocated")]
        if r.get("where"):
            places.append(get(r["where"]))
        # Both who meet are in the place; of an attack the one that is hit; of words nobody.
        there = {"CommWith": parties[:2], "FightingAgainst": parties[-1:], "Likes": [], "Dislikes": []}.get(kind, parties[:1])
        for place in places:
            if place is not None and r["status"] in ("happened", "ongoing") and r["type"] not in ("request", "demand"):
                for m in there:
                    p.relate("CoLocated", m, place)
    synonyms(p, text, doc)
    return p.out


def synonyms(p, text, doc):
    """Two names of one entity that stand side by side: "the Iraqi Media Network (IMN)"."""
    named = [m for m in doc["mentions"] if m["form"] == "named" and m["type"] in COARSE and m["entity"]]
    for a, b in zip(named, named[1:]):
        gap = text[a["end"]:b["start"]]
        if a["entity"] == b["entity"] and a["text"] != b["text"] and len(gap) <= 25 and a["sentence"] == b["sentence"] \
                and any(c in gap for c in "(,"):
            p.relate("IsSynonymOf", a, b)


def nearest(ident, text, doc):
    """The baseline: each named entity with the nearest one of its sentence."""
    p = Prediction(ident, text, doc)
    named = [m for m in doc["mentions"] if m.get("form", "named") == "named" and m["type"] in COARSE]
    for m in named:
        others = [o for o in named if o is not m and o["sentence"] == m["sentence"]]
        if others:
            gap = lambda o: max(o["start"] - m["end"], m["start"] - o["end"])
            p.relate("CoLocated", *sorted((m, min(others, key=gap)), key=lambda x: x["start"]))
    return p.out


def scored(scorer, gold_path, docs):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as pred:
        for d in docs:
            pred.write(json.dumps(d) + "\n")
        pred.flush()
        run = subprocess.run([sys.executable, str(scorer), str(gold_path), pred.name, *FLAGS, "--json"],
                             stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(run.stdout)["relations"]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    root = pathlib.Path(__file__).resolve().parent.parent
    ap.add_argument("--dragoman", default=str(root / "build/dragoman"))
    ap.add_argument("--sets", default=str(root.parent / "shared/eval"))
    ap.add_argument("--out", default=str(root / "eval/scores.json"))
    ap.add_argument("--show", action="store_true", help="print each relation predicted or missed")
    opt = ap.parse_args()
    scorer = pathlib.Path(opt.sets, "score.py")
    if not scorer.exists():
        print(f"no open sets at {opt.sets}: nothing scored")
        return
    gold = []
    for path, _ in (SETS[s] for s in sorted(SETS) if s.startswith("re3d")):
        gold += [json.loads(line) for line in pathlib.Path(opt.sets, path).open(encoding="utf-8") if line.strip()]
    docs = analyse(opt.dragoman, [g["text"] for g in gold], None)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as all_gold:
        for g in gold:
            all_gold.write(json.dumps(g) + "\n")
        all_gold.flush()
        ours = [predict(g["id"], g["text"], d) for g, d in zip(gold, docs)]
        result = {"dragoman": scored(scorer, all_gold.name, ours),
                  "nearest_pair": scored(scorer, all_gold.name, [nearest(g["id"], g["text"], d) for g, d in zip(gold, docs)])}
    if opt.show:
        show(gold, ours)
    scores = {}
    for name, modes in result.items():
        scores[name] = {m: {k: round(100 * modes[m]["micro"][k], 1) for k in ("p", "r", "f1")} for m in modes}
        scores[name]["gold"], scores[name]["found"] = (modes["overlap"]["micro"][k] for k in ("gold", "pred"))
        print(f"{name:13}" + "".join(f"  {m} P {v['p']} R {v['r']} F1 {v['f1']}" for m, v in scores[name].items()
                                     if isinstance(v, dict)) + f"   gold {scores[name]['gold']} found {scores[name]['found']}")
    for t, v in sorted(result["dragoman"]["overlap"].items()):
        print(f"  {t:16} gold {v['gold']:4} found {v['pred']:4} right {v['tp']:4}")
    out = pathlib.Path(opt.out)
    all_scores = json.loads(out.read_text(encoding="utf-8")) if out.exists() else {}
    all_scores["re3d-relations"] = scores
    out.write_text(json.dumps(all_scores, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def show(gold, ours):
    for g, p in zip(gold, ours):
        for tag, d in (("gold", g), ("ours", p)):
            for r in d["relations"]:
                a, b = (d["entities"][r[x]] for x in ("head", "tail"))
                named = a.get("named", True) and b.get("named", True)
                if {a["type"], b["type"]} <= {"PER", "ORG", "LOC"} and named:
                    lo, hi = min(a["start"], b["start"]), max(a["end"], b["end"])
                    print(f"{g['id'][:6]} {lo:6} {tag} {r['type']:15} {d['text'][a['start']:a['end']]!r} {d['text'][b['start']:b['end']]!r}"
                          f"   | {d['text'][lo:hi][:160]!r}")


if __name__ == "__main__":
    main()
