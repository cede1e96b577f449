#!/usr/bin/env python3
# Part of dragoman; see LICENSE.
"""What Python adds to C++, and what threads bring.

    PYTHONPATH=build/python build/venv/bin/python bench/python_bench.py [ARTICLES]

Needs build/bench/articles (cmake -DDRAGOMAN_BENCH=ON). C++ and Python take turns on the same articles;
of each the least CPU time of several rounds counts, so that other programs on the machine matter
little. The wrong answer is not timed: both must find the same number of relations.

  call      nlp(text), one article after the other
  pipe      nlp.pipe(texts, threads=1)
  tokens    nlp(text), and every token, mention and relation looked at from Python
  threads   nlp.pipe(texts, threads=2) against threads=1: elapsed time, so an idle machine is needed, and
            the share of the work that holds the GIL, which bounds the gain on any machine
"""

import json
import pathlib
import subprocess
import sys
import time

import dragoman

ROOT = pathlib.Path(__file__).resolve().parents[1]
ARTICLES = ROOT / "build/bench/articles"
ROUNDS = 7


def cpp(count):
    return json.loads(subprocess.run([ARTICLES, str(count), "--time"], check=True, capture_output=True).stdout)


def call(nlp, texts):
    return sum(len(nlp(text, date="2023-09-05").relations) for text in texts)


def pipe(nlp, texts, threads=1):
    return sum(len(doc.relations) for doc in nlp.pipe(texts, threads=threads, date="2023-09-05"))


def look(nlp, texts):
    relations = 0
    for text in texts:
        doc = nlp(text, date="2023-09-05")
        for thing in (*doc.tokens, *doc.ents):
            thing.start, thing.end, thing.text
        for relation in doc.relations:
            relations += 1
            relation.arguments, relation.evidence.text
    return relations


def timed(clock, work, *arguments):
    start = clock()
    got = work(*arguments)
    return clock() - start, got


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    lines = subprocess.run([ARTICLES, str(count)], check=True, capture_output=True, text=True).stdout
    texts = [json.loads(line) for line in lines.splitlines()]
    nlp = dragoman.load()
    nlp(texts[0])
    best = {}
    for _ in range(ROUNDS):
        native = cpp(count)
        best["C++"] = min(best.get("C++", 1e9), native["seconds"])
        for name, work in (("call", call), ("pipe", pipe), ("tokens", look)):
            seconds, relations = timed(time.process_time, work, nlp, texts)
            if relations != native["relations"]:
                sys.exit(f"{name}: {relations} relations, C++ found {native['relations']}: not timed")
            best[name] = min(best.get(name, 1e9), seconds)
    print(f"{count} articles, {native['bytes'] / 1e6:.1f} MB, {native['relations']} relations; CPU time, best of {ROUNDS}")
    for name, seconds in best.items():
        print(f"  {name:8} {seconds:7.3f} s  {count / seconds:7.0f} articles/s  {100 * (seconds / best['C++'] - 1):+6.1f} %")

    elapsed = {n: min(timed(time.perf_counter, pipe, nlp, texts, n)[0] for _ in range(ROUNDS)) for n in (1, 2)}
    print(f"  2 threads are {elapsed[1] / elapsed[2]:.2f} times as fast as 1 (elapsed, best of {ROUNDS})")
    held = min(in_main_thread(nlp, texts) for _ in range(ROUNDS))
    print(f"  {100 * held:.1f} % of the work holds the GIL: at most {1 / (held + (1 - held) / 2):.2f} times as fast on "
          f"2 cores, {1 / held:.0f} on any number")


def in_main_thread(nlp, texts):
    """Share of CPU time that is not C++ without the GIL: batches are made, and documents wrapped, with it."""
    total = timed(time.process_time, pipe, nlp, texts)[0]
    reading = 0.0
    stop = dragoman._core.Stop()
    stop.set()  # texts are taken over and given back, but not read
    for start in range(0, len(texts), 64):
        batch = [(text, "2023-09-05", None, "", "") for text in texts[start:start + 64]]
        reading += timed(time.process_time, nlp._batch, batch, stop)[0]
    # The consumer's part: what is left when the C++ part is known from the same calls.
    documents = [nlp(text, date="2023-09-05") for text in texts]
    using = timed(time.process_time, lambda: sum(len(doc.relations) for doc in documents))[0]
    return (reading + using) / total


if __name__ == "__main__":
    main()
