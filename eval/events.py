#!/usr/bin/env python3
# Part of dragoman; see LICENSE.
"""Score relations as PLOVER and CAMEO events on the open records; write eval/scores.json.

usage: eval/events.py [--dragoman build/dragoman] [--sets ../shared/eval] [--out eval/scores.json]

Events are those of the analysis (`events` in its JSON: data/schema/relations.yaml tells how
relations are coded) but for those in the background of their sentence. Counted are
  type     sentences whose event type is among those found, and events found that are right
  full     event type, source and target alike; a record without a target leaves it open
  direction  of found events with the right type and both actors, the share turned round
Records without a country for an actor are matched on what they have. Figures are per cent.
For PLOVER, recall is also given by construction (CONSTRUCTIONS): what is easy to miss.
The CAMEO gold came partly from a coder's own output: no target.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

# PLOVER event -> CAMEO roots that stand for it.
ROOTS = {
    "AGREE": {"03"}, "CONSULT": {"04"}, "SUPPORT": {"05"}, "COOPERATE": {"06"}, "AID": {"07"},
    "RETREAT": {"08"}, "CONCEDE": {"08"}, "DEMAND": {"02", "10"}, "INVESTIGATE": {"09"},
    "DISAPPROVE": {"11"}, "REJECT": {"12"}, "THREATEN": {"13"}, "PROTEST": {"14"}, "MOBILIZE": {"15"},
    "SANCTION": {"16"}, "COERCE": {"17"}, "ASSAULT": {"18", "20"}, "FIGHT": {"19"},
}

def events(doc):
    """-> {(event, source, target)} of one analysed document; codes may be None."""
    found = set()
    for e in doc.get("events", []):
        if e["background"]:
            continue
        source, target = e["source"]["state"], e["target"]["state"]
        found.add((e["plover"], source, target))
        if e["symmetric"]:
            found.add((e["plover"], target, source))
    return found


SPEECH = re.compile(r"\b(said|says|say|told|announced|reported|according to|claimed|declared)\b", re.I)
INTENT = re.compile(r"\b(plan|agree|offer|promise|pledge|threaten|refus|declin|prepar|intend|want|vow|sw(?:ear|or)|try|tried|attempt|"
                    r"decid|willing|ready|expect|urg|ask|order|fail|seek|sought|demand)\w*\b[^,.]* to \w+|\b(will|would|must)\b", re.I)
NOMINAL = re.compile(r"\b(a|an|the|its|their|his|her|of|in|for|on|with|\w+'s?)\s+(\w+\s+)?\(EVT: ", re.I)
# Name -> is the record of that kind?
CONSTRUCTIONS = {
    "over 30 words": lambda d: len(d["text"].split()) > 30,
    "reported speech": lambda d: bool(SPEECH.search(d["text"])),
    "control, intent": lambda d: bool(INTENT.search(d["text"])),
    "conjoined actors": lambda d: len(d["sources"]) > 1 or len(d["targets"]) > 1,
    "nominal event": lambda d: bool(NOMINAL.search(d["markup"])),
}


def by_construction(rows, found):
    """-> {name: recall of type and of type with both actors, in records of that kind}"""
    out = {}
    for name, has in CONSTRUCTIONS.items():
        chosen = [i for i, (d, _, _) in enumerate(rows) if has(d)]
        t = tally([(rows[i][1], rows[i][2]) for i in chosen], [found[i] for i in chosen])
        out[name] = {"type": t["type"]["r"], "full": t["full"]["r"], "records": t["records"]}
    return out


def fits(code_found, codes):
    """An actor of the record is met by its state; a record that names none asks for none."""
    return not codes or code_found in codes


def rate(hits, of):
    return round(100 * hits / of, 1) if of else 0.0


def tally(records, found):
    """records: [([(types, sources, targets)], symmetric)] beside the events found."""
    typed = full = right_type = right_full = turned = predicted = wanted = 0
    for (gold, symmetric), events_found in zip(records, found):
        # One happening is found once, whichever way round a symmetric type lists its parties.
        unordered = {(e, frozenset((s, t))) for e, s, t in events_found}
        predicted += len(unordered)
        wanted += len(gold)
        for e, pair in unordered:
            ways = [(s, t) for x, s, t in events_found if x == e and frozenset((s, t)) == pair]
            right_type += any(e in types for types, _, _ in gold)
            ok = any(e in types and fits(s, S) and fits(t, T) for s, t in ways for types, S, T in gold)
            right_full += ok
            back = any(e in types and S and T and t in S and s in T for s, t in ways for types, S, T in gold)
            turned += back and not ok and not symmetric
        for types, S, T in gold:
            typed += any(e in types for e, _, _ in events_found)
            full += any(e in types and fits(s, S) and fits(t, T) for e, s, t in events_found)
    def prf(hits, right):
        p, r = rate(right, predicted), rate(hits, wanted)
        return {"p": p, "r": r, "f1": round(2 * p * r / (p + r), 1) if p + r else 0.0}
    return {"type": prf(typed, right_type), "full": prf(full, right_full),
            "direction_wrong": rate(turned, turned + right_full), "records": wanted, "events": predicted}


def plover(lines):
    for d in lines:
        S = {a["code"] for a in d["sources"] if a["code"]}
        T = {a["code"] for a in d["targets"] if a["code"]}
        if d["symmetric"] and not T and len(S) == 2:
            a, b = sorted(S)
            yield d, [({d["event"]}, {a}, {b})], True
        else:
            yield d, [({d["event"]}, S, T)], False


def cameo(lines):
    for d in lines:
        gold = []
        for e in d["expected"]:
            root = e["code"][:2]
            types = {event for event, roots in ROOTS.items() if root in roots}
            gold.append((types, {e["source"][:3]}, {e["target"][:3]}))
        yield d, gold, False


def analyse(dragoman, records):
    """Each record as a document of its own date."""
    with tempfile.TemporaryDirectory() as folder:
        by_date = {}
        for i, d in enumerate(records):
            path = pathlib.Path(folder, f"{i:05}.txt")
            path.write_text(d["text"], encoding="utf-8")
            date = d["date"]
            if len(date) == 6:
                date = "20" + date
            if len(date) == 8:
                date = f"{date[:4]}-{date[4:6]}-{date[6:]}"
            by_date.setdefault(date, []).append(str(path))
        docs = {}
        for date, names in sorted(by_date.items()):
            run = subprocess.run([dragoman, "analyze", "--json", "--date", date, *names],
                                 stdout=subprocess.PIPE, text=True, encoding="utf-8")
            if run.returncode not in (0, 4):
                sys.exit(f"{dragoman}: exit code {run.returncode}")
            # One file alone is printed over several lines.
            for text in [run.stdout] if len(names) == 1 else run.stdout.splitlines():
                if text.strip():
                    doc = json.loads(text)
                    docs[pathlib.Path(doc["document"]["id"]).name] = doc
        return [docs.get(f"{i:05}.txt", {"events": []}) for i in range(len(records))]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    root = pathlib.Path(__file__).resolve().parent.parent
    ap.add_argument("--dragoman", default=str(root / "build/dragoman"))
    ap.add_argument("--sets", default=str(root.parent / "shared/eval"))
    ap.add_argument("--out", default=str(root / "eval/scores.json"))
    opt = ap.parse_args()
    out = pathlib.Path(opt.out)
    scores = json.loads(out.read_text(encoding="utf-8")) if out.exists() else {}
    for name, reader in (("plover-open", plover), ("cameo-open", cameo)):
        path = pathlib.Path(opt.sets, "events", f"{name}.jsonl")
        if not path.exists():
            print(f"no records at {path}: nothing scored")
            continue
        rows = list(reader(json.loads(line) for line in path.open(encoding="utf-8") if line.strip()))
        docs = analyse(opt.dragoman, [d for d, _, _ in rows])
        found = [events(d) for d in docs]
        scores[name] = tally([(gold, symmetric) for _, gold, symmetric in rows], found)
        s = scores[name]
        print(f"{name:12} type P {s['type']['p']:5.1f} R {s['type']['r']:5.1f} F1 {s['type']['f1']:5.1f}   "
              f"full P {s['full']['p']:5.1f} R {s['full']['r']:5.1f} F1 {s['full']['f1']:5.1f}   "
              f"direction wrong {s['direction_wrong']:4.1f}")
        if name.startswith("plover"):
            s["recall"] = by_construction(rows, found)
            for kind, r in s["recall"].items():
                print(f"  {kind:18} {r['records']:4} records   recall: type {r['type']:5.1f}   full {r['full']:5.1f}")
    out.write_text(json.dumps(scores, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
