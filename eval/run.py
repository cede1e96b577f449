#!/usr/bin/env python3
# Part of dragoman; see LICENSE.
"""Score the built pipeline on the open sets and write eval/scores.json.

usage: eval/run.py [--dragoman build/dragoman] [--sets ../shared/eval] [--out eval/scores.json]

The sets and their scorer (score.py) lie outside of the project; without them this says so
and exits 0. Each set's texts go through `dragoman analyze --json` in one process; entity
types are mapped to the sets' coarse ones below. Nothing here is trained or tuned on the sets.
Figures are per cent: strict = same span and type, overlap = same type and a shared character.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

# dragoman type -> coarse type of the sets. A NATIONALITY is no named entity there.
COARSE = {
    "PERSON": "PER",
    "STATE": "LOC", "CITY": "LOC", "PLACE": "LOC",
    "ORGANISATION": "ORG", "GOVERNMENT_BODY": "ORG", "INTERNATIONAL_ORG": "ORG", "ARMED_GROUP": "ORG",
    "COMPANY": "ORG", "MEDIA": "ORG", "THINK_TANK": "ORG",
    "EVENT": "MISC",
}
BASIC = ["--types", "PER,ORG,LOC", "--trim"]
FLAT = BASIC + ["--flat", "--named", "--use-ignore"]
SETS = {
    "gum-dev": ("ner/gum-dev.jsonl", FLAT),
    "uner_ewt-dev": ("ner/uner_ewt-dev.jsonl", BASIC),
    "wnut17-dev": ("ner/wnut17-dev.jsonl", BASIC),
    "re3d-us_state_department": ("relations/re3d-us_state_department.jsonl", FLAT + ["--undirected"]),
    "re3d-centcom": ("relations/re3d-centcom.jsonl", FLAT + ["--undirected"]),
    "re3d-australian_dfat": ("relations/re3d-australian_department_of_foreign_affairs.jsonl",
                             FLAT + ["--undirected"]),
}


# Which of the fold models (data/models/build.py) was trained without a set.
FOLDS = {
    "gum-dev": "gum-dev", "uner_ewt-dev": "uner_ewt-dev", "wnut17-dev": "wnut17-dev",
    "re3d-us_state_department": "re3d-us_state_department", "re3d-centcom": "re3d-centcom",
    "re3d-australian_dfat": "re3d-australian_dfat",
}


def data_with_model(root, model, folder):
    """A data folder of links that holds `model` as its tagger of names; none if model is None."""
    data = pathlib.Path(folder, "data")
    data.mkdir()
    for entry in (root / "data").iterdir():
        if entry.name != "models":
            (data / entry.name).symlink_to(entry)
    (data / "models").mkdir()
    if model is not None:
        (data / "models/names.model").symlink_to(model.resolve())
        (data / "models/clusters.model").symlink_to(root / "data/models/clusters.model")
    return str(data)


def analyse(dragoman, texts, env):
    """texts -> analysed documents, in order. Offsets are code points."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for i, text in enumerate(texts):
            name = pathlib.Path(folder, f"{i:06}.txt")
            name.write_bytes(text.encode("utf-8"))
            names.append(str(name))
        out = []
        for at in range(0, len(names), 400):
            run = subprocess.run([dragoman, "analyze", "--json", "--offsets", "codepoint", *names[at:at + 400]],
                                 stdout=subprocess.PIPE, text=True, encoding="utf-8", env=env)
            if run.returncode not in (0, 4):
                sys.exit(f"{dragoman}: exit code {run.returncode}")
            lines = [json.loads(line) for line in run.stdout.splitlines() if line.strip()]
            by_name = {doc["document"]["id"]: doc for doc in lines}
            # An empty text is refused by the command and stands for "nothing found".
            out += [by_name.get(n, {"mentions": [], "relations": []}) for n in names[at:at + 400]]
        return out


def in_case(text, case):
    """Letters whose other case is one letter too change; offsets hold."""
    change = {"upper": str.upper, "lower": str.lower}.get(case)
    return text if change is None else "".join(change(c) if len(change(c)) == 1 else c for c in text)


def predicted(doc_id, text, doc):
    entities = []
    for m in doc["mentions"]:
        kind = COARSE.get(m["type"])
        if kind and m.get("form", "named") == "named":
            entities.append({"start": m["start"], "end": m["end"], "type": kind})
    return {"id": doc_id, "text": text, "entities": entities, "relations": []}


def short(table):
    return {k: {m: round(100 * v[m], 1) for m in ("p", "r", "f1")} for k, v in table.items()}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    root = pathlib.Path(__file__).resolve().parent.parent
    ap.add_argument("--dragoman", default=str(root / "build/dragoman"))
    ap.add_argument("--sets", default=str(root.parent / "shared/eval"))
    ap.add_argument("--out", default=str(root / "eval/scores.json"))
    ap.add_argument("--folds", help="folder of models each trained without one set; without it, "
                    "gazetteer and rules alone are scored")
    ap.add_argument("--case", choices=("as-written", "upper", "lower"), default="as-written")
    ap.add_argument("--only", help="sets to score, by comma")
    opt = ap.parse_args()
    scorer = pathlib.Path(opt.sets, "score.py")
    if not scorer.exists():
        print(f"no open sets at {opt.sets}: nothing scored")
        return
    out = pathlib.Path(opt.out)
    scores = json.loads(out.read_text(encoding="utf-8")) if out.exists() else {}   # events.py adds to it
    for name, (path, flags) in SETS.items():
        if opt.only and name not in opt.only.split(","):
            continue
        gold_path = pathlib.Path(opt.sets, path)
        gold = [json.loads(line) for line in gold_path.open(encoding="utf-8") if line.strip()]
        texts = [in_case(d["text"], opt.case) for d in gold]
        with tempfile.TemporaryDirectory() as folder:
            model = pathlib.Path(opt.folds, FOLDS[name] + ".model") if opt.folds else None
            env = dict(os.environ, DRAGOMAN_DATA=data_with_model(root, model, folder))
            docs = analyse(opt.dragoman, texts, env)
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as pred:
            for g, doc in zip(gold, docs):
                pred.write(json.dumps(predicted(g["id"], g["text"], doc)) + "\n")
            pred.flush()
            run = subprocess.run([sys.executable, str(scorer), str(gold_path), pred.name, *flags, "--json"],
                                 stdout=subprocess.PIPE, text=True, check=True)
        result = json.loads(run.stdout)["entities"]
        scores[name] = {"strict": short(result["strict"]), "overlap": short({"micro": result["overlap"]["micro"]})}
        micro = scores[name]["strict"]["micro"]
        print(f"{name:28} strict P {micro['p']:5.1f} R {micro['r']:5.1f} F1 {micro['f1']:5.1f}   "
              f"overlap F1 {scores[name]['overlap']['micro']['f1']:5.1f}")
    out.write_text(json.dumps(scores, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
