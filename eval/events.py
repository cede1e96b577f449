#!/usr/bin/env python3
# Part of dragoman; see LICENSE.
"""Score relations as PLOVER and CAMEO events on the open records; write eval/scores.json.

usage: eval/events.py [--dragoman build/dragoman] [--sets ../shared/eval] [--out eval/scores.json]

A relation becomes an event (EVENTS, then STATUS), its doer's state the source, the other
party's state the target; international bodies count as IGO. Counted are
  type     sentences whose event type is among those found, and events found that are right
  full     event type, source and target alike; a record without a target leaves it open
  direction  of found events with the right type and both actors, the share turned round
Records without a country for an actor are matched on what they have. Figures are per cent.
The CAMEO gold came partly from a coder's own output: no target.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

# Relation type -> PLOVER event. Static relations (offices, membership ...) are no events.
EVENTS = {
    "arms_transfer": "AID", "military_aid": "AID", "economic_aid": "AID", "humanitarian_aid": "AID",
    "trade": "COOPERATE", "cooperate": "COOPERATE", "meet": "CONSULT", "visit": "CONSULT",
    "consult": "CONSULT", "negotiate": "CONSULT", "agree": "AGREE", "promise": "AGREE",
    "request": "DEMAND", "demand": "DEMAND", "threaten": "THREATEN", "accuse": "DISAPPROVE",
    "criticise": "DISAPPROVE", "praise": "SUPPORT", "deny": "REJECT", "sanction": "SANCTION",
    "expel": "SANCTION", "break_relations": "SANCTION", "protest": "PROTEST",
    "exercise_force": "MOBILIZE", "weapon_test": "MOBILIZE", "attack": "ASSAULT", "kill": "ASSAULT",
    "invade": "FIGHT", "at_war_with": "FIGHT", "occupy": "COERCE", "detain": "COERCE",
    "sabotage_cyber": "COERCE", "withdraw": "RETREAT", "ceasefire": "RETREAT",
    "restore_relations": "SUPPORT", "investigate": "INVESTIGATE",
}
# What is only asked for, promised or threatened is the asking, promising or threatening.
STATUS = {"requested": "DEMAND", "agreed": "AGREE", "promised": "AGREE", "threatened": "THREATEN"}
# PLOVER event -> CAMEO roots that stand for it.
ROOTS = {
    "AGREE": {"03"}, "CONSULT": {"04"}, "SUPPORT": {"05"}, "COOPERATE": {"06"}, "AID": {"07"},
    "RETREAT": {"08"}, "CONCEDE": {"08"}, "DEMAND": {"02", "10"}, "INVESTIGATE": {"09"},
    "DISAPPROVE": {"11"}, "REJECT": {"12"}, "THREATEN": {"13"}, "PROTEST": {"14"}, "MOBILIZE": {"15"},
    "SANCTION": {"16"}, "COERCE": {"17"}, "ASSAULT": {"18", "20"}, "FIGHT": {"19"},
}
IGO_TYPES = {"INTERNATIONAL_ORG"}


def code(entity):
    if entity["type"] in IGO_TYPES:
        return "IGO"
    return entity.get("state") or None


def events(doc):
    """-> {(event, source, target)} of one analysed document; codes may be None."""
    actors = {e["id"]: code(e) for e in doc.get("entities", [])}
    found = set()
    for r in doc["relations"]:
        event = EVENTS.get(r["type"])
        if event is None:
            continue
        if r["status"] in STATUS and event not in ("AGREE", "DEMAND", "THREATEN"):
            event = STATUS[r["status"]]
        if r["polarity"] == "denied" and event in ("AGREE", "COOPERATE", "AID", "CONSULT"):
            event = "REJECT"
        # The schema's roles stand in order, the doer first; values and places are no parties.
        parties = [v for role, v in r["arguments"].items() if isinstance(v, str) and v in actors
                   and role not in ("place", "where", "item", "of", "office")]
        source = actors[parties[0]] if parties else None
        target = actors[parties[1]] if len(parties) > 1 else None
        found.add((event, source, target))
        if r["symmetric"]:
            found.add((event, target, source))
    return found


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
        return [docs.get(f"{i:05}.txt", {"entities": [], "relations": []}) for i in range(len(records))]


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
        scores[name] = tally([(gold, symmetric) for _, gold, symmetric in rows], [events(d) for d in docs])
        s = scores[name]
        print(f"{name:12} type P {s['type']['p']:5.1f} R {s['type']['r']:5.1f} F1 {s['type']['f1']:5.1f}   "
              f"full P {s['full']['p']:5.1f} R {s['full']['r']:5.1f} F1 {s['full']['f1']:5.1f}   "
              f"direction wrong {s['direction_wrong']:4.1f}")
    out.write_text(json.dumps(scores, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
