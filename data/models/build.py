#!/usr/bin/env python3
# Part of dragoman; see LICENSE.
"""Train all models that data/models holds, or those that evaluation needs.

usage: data/models/build.py [--dragoman build/dragoman] [--shared ../shared] [--jobs 2]
                            [--folds FOLDER] [--only names,syntax]

Without --folds: names.model and syntax.model, into this folder, from all texts whose
licence allows it (README.md). With --folds: for each open set a tagger of names trained without
it, into FOLDER; eval/run.py --folds FOLDER scores them. The same texts give the same bytes.
"""
import argparse
import concurrent.futures
import pathlib
import subprocess
import sys
import time

# GUM's licence file does not name these parts, so nothing that is shipped learns from them.
UNLICENSED = "GUM_speech,GUM_textbook,GUM_vlog"

NAME_SETS = {
    "gum-train": "train/ner/gum-train.jsonl",
    "wnut17-train": "train/ner/wnut17-train.jsonl",
    "gum-dev": "eval/ner/gum-dev.jsonl",
    "uner_ewt-dev": "eval/ner/uner_ewt-dev.jsonl",
    "wnut17-dev": "eval/ner/wnut17-dev.jsonl",
    "re3d-us_state_department": "eval/relations/re3d-us_state_department.jsonl",
    "re3d-centcom": "eval/relations/re3d-centcom.jsonl",
    "re3d-australian_dfat": "eval/relations/re3d-australian_department_of_foreign_affairs.jsonl",
}
TREES = ["train/ud/ewt-train.conllu.gz", "train/ud/gum-train.conllu.gz"]
TREES_DEV = ["train/ud/ewt-dev.conllu.gz", "train/ud/gum-dev.conllu.gz"]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    here = pathlib.Path(__file__).resolve().parent
    root = here.parent.parent
    ap.add_argument("--dragoman", default=str(root / "build/dragoman"))
    ap.add_argument("--shared", default=str(root.parent / "shared"))
    ap.add_argument("--jobs", type=int, default=2)
    ap.add_argument("--folds")
    ap.add_argument("--only", default="names,syntax")
    opt = ap.parse_args()
    shared = pathlib.Path(opt.shared)
    only = opt.only.split(",")

    def train(kind, files, out, *more):
        return [opt.dragoman, "train", kind, "--data", str(root / "data"),
                "--train", *[str(shared / f) for f in files], "-o", str(out), *more]

    jobs = []
    if opt.folds:
        folder = pathlib.Path(opt.folds)
        folder.mkdir(parents=True, exist_ok=True)
        for name in list(NAME_SETS)[2:]:
            files = [f for n, f in NAME_SETS.items() if n != name]
            jobs.append(train("ner", files, folder / f"{name}.model"))
    else:
        if "syntax" in only:
            jobs.append(train("parse", TREES + TREES_DEV, here / "syntax.model", "--leave-out", UNLICENSED))
        if "names" in only:
            jobs.append(train("ner", NAME_SETS.values(), here / "names.model", "--leave-out", UNLICENSED))

    def run(command):
        begin = time.time()
        done = subprocess.run(command, stderr=subprocess.PIPE, text=True)
        print(f"{time.time() - begin:5.0f} s  {pathlib.Path(command[command.index('-o') + 1]).name}", flush=True)
        if done.returncode != 0:
            sys.stderr.write(done.stderr)
        return done.returncode

    with concurrent.futures.ThreadPoolExecutor(opt.jobs) as pool:
        if any(list(pool.map(run, jobs))):
            sys.exit(1)


main()
