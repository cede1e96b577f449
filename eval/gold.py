#!/usr/bin/env python3
# Part of dragoman; see LICENSE.
"""Score typed, directed relations on the project's own gold set; write eval/scores.json.

usage: eval/gold.py [--dragoman build/dragoman] [--held] [--show miss,extra,wrong] [--by type|frame] [--check]

Reads eval/gold/open.yaml and wide.yaml, with --held the held parts held.yaml, second.yaml and late.yaml too;
eval/gold/README.md says how they are marked. A relation found is right if its type and its two main roles are; one found twice
counts once; one that matches an `optional` mark does not count. Figures are per cent:
  relations   precision, recall, F1; the same without static types (offices, membership ...)
  direction   of directed relations found between the right parties, the share turned round
  status, polarity, said_by, when   of the relations that are right, static types left out
  sourced, dated                    the same among those that have a source, a date
  constructions                     recall of the relations that carry the mark
--by prints precision and recall of each type, or precision of each frame, on the open parts, most wrong first.
--check reads the files, reports faults by file and id, and runs nothing.
"""
import argparse
import collections
import datetime
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import yaml

STATIC = {"holds_office", "member_of", "works_for", "citizen_of", "based_in", "located_in", "part_of", "founded",
          "family_of", "ally_of"}
MAIN = {"holds_office": ("holder", "of"), "resign": ("person", "of"), "elect": ("elected", "of"),
        "exercise_force": ("agent", ("partner", "target")), "weapon_test": ("agent", "item")}
STATUSES = {"happened", "ongoing", "planned", "potential", "requested", "offered", "threatened", "promised", "agreed",
            "cancelled"}
OPEN = ("open", "wide")    # parts that may be looked into
# Types that the first two parts were annotated for. The schema has got more since: they are not counted there.
ANNOTATED = STATIC | set("""at_war_with arms_transfer military_aid economic_aid humanitarian_aid trade cooperate meet visit
consult negotiate agree request demand promise threaten accuse criticise praise deny sanction violate protest
exercise_force weapon_test attack invade occupy kill detain expel withdraw ceasefire appoint resign elect break_relations
restore_relations investigate sabotage_cyber reject""".split())   # reject: split off deny later
# Speech acts, optional where their content is annotated and the hearer stands in it (rule 4).
SPEECH = {"promise", "threaten", "request", "demand"}
SPOKEN = {"promised", "agreed", "offered", "threatened", "requested", "planned", "potential"}
ARTICLE = re.compile(r"^(the|a|an|its|his|her|their|two|dozens of)\s+", re.I)
LONG = 30   # words of a sentence


def schema(root):
    types = yaml.safe_load((root / "data/schema/relations.yaml").read_text(encoding="utf-8"))["types"]
    return {name: {"roles": list(t["roles"]), "symmetric": bool(t.get("symmetric"))} for name, t in types.items()}


def main_roles(name, types):
    return MAIN.get(name) or tuple(types[name]["roles"][:2])


def days(text):
    """'2023', '2023-07', '2023-07-05', 'a/b', 'a/..' -> (first, last), None where open."""
    def one(part):
        n = [int(x) for x in part.split("-")]
        first = datetime.date(n[0], n[1] if len(n) > 1 else 1, n[2] if len(n) > 2 else 1)
        if len(n) == 3:
            return first, first
        after = datetime.date(n[0] + 1, 1, 1) if len(n) == 1 or n[1] == 12 else datetime.date(n[0], n[1] + 1, 1)
        return first, after - datetime.timedelta(1)
    if "/" not in text:
        return one(text)
    a, b = text.split("/")
    return (None if a == ".." else one(a)[0]), (None if b == ".." else one(b)[1])


def same_time(found, marked):
    """Do two periods share at least half of the days that either covers?"""
    if found is None or marked == "_":
        return found is None and marked == "_"
    a, b = days(found), days(marked)
    for x, y in zip(a, b):
        if (x is None) != (y is None):
            return False
    if None in a:
        return a == b
    shared = (min(a[1], b[1]) - max(a[0], b[0])).days + 1
    return shared > 0 and 2 * shared >= (max(a[1], b[1]) - min(a[0], b[0])).days + 1


class Fault(Exception):
    pass


def relation(mark, types, text):
    (name, body), = mark.items()
    names = [n.strip() for n in name.split("|")]
    for n in names:
        if n not in types:
            raise Fault(f"no relation type {n!r}")
    first, *fields = [f.strip() for f in body.split(";")]
    symmetric = "<>" in first
    if symmetric != types[names[0]]["symmetric"] and len(names) == 1:
        raise Fault(f"{name}: symmetric types are written <>, others ->")
    sides = re.split(r"->|<>", first)
    if len(sides) != 2:
        raise Fault(f"{name}: expected A -> B or A <> B, found {first!r}")
    # Commas part relations, bars part readings.
    left, right = [[frozenset(a.strip() for a in x.split("|")) for x in side.split(",")] for side in sides]
    out = {"types": names, "symmetric": symmetric, "status": {"happened"}, "polarity": {"asserted"}, "said_by": None,
           "hearsay": False, "when": None, "by": set(), "optional": False, "more": {}}
    for field in fields:
        key, _, value = field.partition(" ")
        value = value.strip()
        if key == "status":
            out["status"] = set(value.split("|"))
            if out["status"] - STATUSES:
                raise Fault(f"{name}: no status {value!r}")
        elif key == "denied":
            out["polarity"] = {"denied"}
        elif key in ("denied|asserted", "asserted|denied"):
            out["polarity"] = {"denied", "asserted"}
        elif key == "said_by":
            out["said_by"] = frozenset(value.split("|"))
        elif key == "hearsay":
            out["hearsay"] = True
        elif key == "when":
            out["when"] = value.split("|")
            for w in out["when"]:
                if w != "_":
                    days(w)
        elif key == "by":
            out["by"] = set(value.split())
        elif key == "optional":
            out["optional"] = True
        elif any(key in types[n]["roles"] for n in names) or key == "place":
            out["more"][key] = value
        else:
            raise Fault(f"{name}: no field {key!r}")
    out["by"] = out["by"] or {"other"}
    for side in left + right:
        for a in side:
            if a != "_" and not re.fullmatch(r"[A-Z]{3}", a) and not any(
                    w.lower() in text.lower() for w in a.split()) and not out["optional"] and len(side) == 1:
                raise Fault(f"{name}: {a!r} stands nowhere in the text")
    return [dict(out, a=a, b=b) for a in left for b in right]


def load(path, types):
    paragraphs, faults, seen = [], [], set()
    for d in yaml.safe_load(path.read_text(encoding="utf-8")):
        ident = d.get("id", "?")
        try:
            if ident in seen:
                raise Fault("id used twice")
            seen.add(ident)
            text = (d["title"] + "\n\n" if "title" in d else "") + d["text"] + "\n"
            marks = [r for m in d["relations"] for r in relation(m, types, text)]
            longest = max(len(s.split()) for s in re.split(r"(?<=[.!?])\s+", text))
            for m in marks:
                if longest > LONG:
                    m["by"] = m["by"] | {"long"}
            paragraphs.append({"id": ident, "date": str(d["date"]), "text": text, "relations": marks})
        except (Fault, KeyError, ValueError) as e:
            faults.append(f"{path.name}: {ident}: {e}")
    return paragraphs, faults


def analyse(dragoman, paragraphs):
    """Each paragraph as a document of its own date, in order; one process reads them all."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "gold.jsonl")
        rows = [{"id": p["id"], "date": str(p["date"]), "text": p["text"]} for p in paragraphs]
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        run = subprocess.run([dragoman, "analyze", "--json", str(path)], stdout=subprocess.PIPE, text=True, encoding="utf-8")
    if run.returncode not in (0, 4):
        sys.exit(f"{dragoman}: exit code {run.returncode}")
    docs = {}
    for text in [run.stdout] if len(paragraphs) == 1 else run.stdout.splitlines():
        if text.strip():
            doc = json.loads(text)
            docs[doc["document"]["id"]] = doc
    return [docs.get(p["id"], {"entities": [], "relations": [], "mentions": []}) for p in paragraphs]


class Names:
    """What a filler of a role may be called, by the document it stands in."""

    def __init__(self, doc):
        self.entities = {e["id"]: e for e in doc["entities"]}
        self.mentions = doc["mentions"]

    def fits(self, filler, marked):
        if filler is None:
            return "_" in marked
        entity = self.entities.get(filler)
        if entity is None:
            return any(self.alike(filler, m) for m in marked)
        mentions = [self.mentions[i] for i in entity["mentions"]]
        for m in marked:
            if re.fullmatch(r"[A-Z]{3}", m) and m in (entity["id"], entity.get("state")):
                # An office without a name, a group, a body of government: its state.
                if entity["id"] == m or entity["type"] == "GROUP" or entity["type"] == "GOVERNMENT_BODY":
                    return True
                if entity["type"] == "PERSON" and not any(x["form"] == "named" and x["type"] == "PERSON" for x in mentions):
                    return True
            elif entity["type"] == "STATE":
                if m.lower() in (x["text"].lower() for x in mentions) or m.lower() == entity["name"].lower():
                    return True
            elif any(self.alike(x["text"], m) for x in mentions) or self.alike(entity["name"], m):
                return True
        return False

    @staticmethod
    def alike(found, marked):
        """Equal but for an article, or one within the other by whole words."""
        f, m = (" " + re.sub(r"[^\w]+", " ", ARTICLE.sub("", x.strip())).strip().lower() + " " for x in (found, marked))
        return f.strip() != "" and m.strip() != "" and (f in m or m in f)


def found_relations(doc, types):
    for r in doc["relations"]:
        a, b = main_roles(r["type"], types)
        args = r["arguments"]
        def filler(role):
            for name in role if isinstance(role, tuple) else (role,):
                if name in args:
                    return args[name] if isinstance(args[name], list) else [args[name]]
            return [None]
        yield r, filler(a), filler(b)


def any_fits(names, fillers, marked):
    return any(names.fits(f, marked) for f in fillers)


def pc(a, b):
    return round(100 * a / b, 1) if b else 0.0


def score(paragraphs, docs, types, annotated, show, group, kinds):
    n = collections.Counter()
    by = collections.defaultdict(lambda: [0, 0])
    for p, doc in zip(paragraphs, docs):
        names = Names(doc)
        marks = p["relations"]
        taken = {}
        for r, A, B in found_relations(doc, types):
            def fits(m, a, b):
                return any_fits(names, a, m["a"]) and any_fits(names, b, m["b"])
            def match(m):
                if r["type"] not in m["types"]:
                    return False
                return fits(m, A, B) or ((m["symmetric"] or types[r["type"]]["symmetric"]) and fits(m, B, A))
            if r["type"] not in annotated:
                continue
            static = r["type"] in STATIC
            kind = kinds[r["type"] if group == "type" else f"{r['because']['rule']} ({r['type']})"]
            hits = [i for i, m in enumerate(marks) if match(m)]
            # The mark that agrees in the most ways, required ones first.
            hits.sort(key=lambda i: (i in taken, marks[i]["optional"],
                                     r["polarity"] not in marks[i]["polarity"], r["status"] not in marks[i]["status"]))
            if hits:
                i = hits[0]
                if i in taken or marks[i]["optional"]:
                    taken.setdefault(i, r)
                    continue          # said twice, or free
                taken[i] = r
                n["found"] += 1
                n["found_events"] += not static
                kind["found"] += 1
                continue
            if r["type"] == "located_in":
                continue          # "rebels in Syria": places in passing are not annotated (rule 11)
            if r["type"] in SPEECH and any(m["status"] & SPOKEN and any_fits(names, A, m["a"]) for m in marks
                                           if not set(m["types"]) & SPEECH):
                continue
            n["found"] += 1
            n["wrong"] += 1
            n["found_events"] += not static
            n["wrong_events"] += not static
            kind["found"] += 1
            kind["wrong"] += 1
            turned = not types[r["type"]]["symmetric"] and A != [None] and B != [None] and any(
                r["type"] in m["types"] and not m["symmetric"] and fits(m, B, A) for m in marks)
            n["turned"] += turned
            if "extra" in show:
                print(f"  extra {p['id']}: {r['type']} {A} -> {B} [{r['status']} {r['polarity']}] {'TURNED ' if turned else ''}"
                      f"trigger {r['trigger']}  {r['because']['file']}:{r['because']['line']}")
        for i, m in enumerate(marks):
            if m["optional"]:
                continue
            static = m["types"][0] in STATIC
            n["gold"] += 1
            n["gold_events"] += not static
            ok = i in taken
            if group == "type":
                # One that may be called by several types counts as what was found.
                kind = kinds[taken[i]["type"] if ok else m["types"][0]]
                kind["gold"] += 1
                kind["hit"] += ok
            for tag in m["by"]:
                by[tag][0] += ok
                by[tag][1] += 1
            if not ok:
                if "miss" in show:
                    print(f"  miss  {p['id']}: {'|'.join(m['types'])} {sorted(m['a'])} -> {sorted(m['b'])}  by {sorted(m['by'])}")
                continue
            n["hit"] += 1
            n["hit_events"] += not static
            r = taken[i]
            n["directed"] += not types[r["type"]]["symmetric"]
            if static:
                continue
            marked_when = m["when"] or ["_"]
            source = m["said_by"]
            if source is None:
                said_ok = r["said_by"] is None and bool(r["hearsay"]) == m["hearsay"]
            else:
                said = r["said_by"]
                said_ok = (said is None and ("_" in source or "hearsay" in source or m["hearsay"] and r["hearsay"])) or (
                    said is not None and names.fits(said, source))
            checks = {"status": r["status"] in m["status"], "polarity": r["polarity"] in m["polarity"],
                      "said_by": said_ok, "when": any(same_time(r["when"], w) for w in marked_when)}
            for key, good in checks.items():
                n[key] += good
                if not good and "wrong" in show:
                    print(f"  wrong {key} {p['id']}: {r['type']} {sorted(m['a'])} -> {sorted(m['b'])}: "
                          f"{r['said_by'] if key == 'said_by' else r[key]!r}, marked "
                          f"{sorted(m[key] or []) if key != 'when' else m['when']}")
            n["checked"] += 1
            if source or m["hearsay"]:
                n["sourced"] += 1
                n["sourced_ok"] += checks["said_by"]
            if m["when"]:
                n["dated"] += 1
                n["dated_ok"] += checks["when"]
    def prf(hit, wrong, gold):
        p, r = pc(hit, hit + wrong), pc(hit, gold)
        return {"p": p, "r": r, "f1": round(2 * p * r / (p + r), 1) if p + r else 0.0, "gold": gold}
    out = {"paragraphs": len(paragraphs),
           "relations": prf(n["hit"], n["wrong"], n["gold"]),
           "events": prf(n["hit_events"], n["wrong_events"], n["gold_events"]),
           "direction_wrong": pc(n["turned"], n["turned"] + n["directed"]),
           "status": pc(n["status"], n["checked"]), "polarity": pc(n["polarity"], n["checked"]),
           "said_by": pc(n["said_by"], n["checked"]), "when": pc(n["when"], n["checked"]),
           "sourced": pc(n["sourced_ok"], n["sourced"]), "dated": pc(n["dated_ok"], n["dated"]),
           "constructions": {tag: {"recall": pc(a, b), "of": b} for tag, (a, b) in sorted(by.items())}}
    return out


def table(group, kinds):
    """Precision and recall of each type, or precision of each frame, most wrong first."""
    print(f"\n{group:44} wrong found      P" + ("  missed  gold      R" if group == "type" else ""))
    for name, k in sorted(kinds.items(), key=lambda x: (-x[1]["wrong"], x[1]["hit"] - x[1]["gold"], x[0])):
        print(f"{name:44} {k['wrong']:5} {k['found']:5} {pc(k['found'] - k['wrong'], k['found']):6}" +
              (f"   {k['gold'] - k['hit']:5} {k['gold']:5} {pc(k['hit'], k['gold']):6}" if group == "type" else ""))


def report(name, s):
    r, e = s["relations"], s["events"]
    print(f"{name:10} relations P {r['p']} R {r['r']} F1 {r['f1']} (events F1 {e['f1']})   turned {s['direction_wrong']}   "
          f"status {s['status']}  polarity {s['polarity']}  said_by {s['said_by']} (sourced {s['sourced']})  "
          f"when {s['when']} (dated {s['dated']})")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    root = pathlib.Path(__file__).resolve().parent.parent
    ap.add_argument("--dragoman", default=str(root / "build/dragoman"))
    ap.add_argument("--out", default=str(root / "eval/scores.json"))
    ap.add_argument("--held", action="store_true", help="score the two held parts too: once, at the end")
    ap.add_argument("--check", action="store_true", help="only read the gold files")
    ap.add_argument("--show", default="", help="miss,extra,wrong: print these of the open parts")
    ap.add_argument("--by", choices=("type", "frame"), default="", help="precision and recall of each, of the open parts")
    ap.add_argument("--only", default="", help="paragraphs whose id contains this; scores are not written")
    opt = ap.parse_args()
    types = schema(root)
    parts = {k: load(root / f"eval/gold/{k}.yaml", types) for k in ("open", "wide", "held", "second", "late")}
    faults = [f for _, fs in parts.values() for f in fs]
    if faults:
        sys.exit("\n".join(faults))
    if opt.check:
        print(", ".join(f"{k}: {len(p)} paragraphs, {sum(not m['optional'] for d in p for m in d['relations'])} relations"
                        for k, (p, _) in parts.items()))
        return
    out = pathlib.Path(opt.out)
    scores = json.loads(out.read_text(encoding="utf-8")) if out.exists() else {}
    kinds = collections.defaultdict(collections.Counter)
    for name in parts if opt.held else OPEN:
        paragraphs = [p for p in parts[name][0] if opt.only in p["id"]]
        show = set(opt.show.split(",")) if name in OPEN else set()
        result = score(paragraphs, analyse(opt.dragoman, paragraphs), types,
                       ANNOTATED if name in ("open", "held") else types.keys(), show, opt.by, kinds if name in OPEN else collections.defaultdict(collections.Counter))
        scores[f"gold-{name}"] = result
        report(f"gold-{name}", result)
    if opt.by:
        table(opt.by, kinds)
    if not opt.only:
        out.write_text(json.dumps(scores, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
