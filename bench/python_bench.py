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
  threads   nlp.pipe(texts, threads=2) against threads=1, and the share of the work that holds the GIL
"""

import json
import pathlib
import subprocess
import sys
import threading
import time

import dragoman

ROOT = pathlib.Path(__file__).resolve().parents[1]
ARTICLES = ROOT / "build/bench/articles"
ROUNDS = 5


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

    times = {n: sorted(without_queueing(nlp, texts, n) for _ in range(ROUNDS))[ROUNDS // 2] for n in (1, 2)}
    print(f"  2 threads are {times[1] / times[2]:.2f} times as fast as 1 (median of {ROUNDS}, without waiting for a processor)")
    held = min(with_gil(nlp, texts) for _ in range(ROUNDS))
    print(f"  {100 * held:.1f} % of the work holds the GIL")


def without_queueing(nlp, texts, threads):
    """Seconds that pipe() takes where every thread has a processor: of the busiest thread the time on a processor,
    and the time it waits for others, for locks and for work; not the time it is ready and must queue for a processor
    (Linux tells: schedstat). On an idle machine that is the elapsed time."""
    start = time.perf_counter()
    stream = nlp.pipe(texts, threads=threads, date="2023-09-05")
    for _ in range(len(texts) - 1):
        next(stream)
    elapsed = time.perf_counter() - start
    queued = []
    for thread in threading.enumerate():
        if thread.name.startswith("dragoman"):
            _, waited, _ = pathlib.Path(f"/proc/self/task/{thread.native_id}/schedstat").read_text().split()
            queued.append(int(waited) / 1e9)
    stream.close()
    return elapsed - min(queued)


def with_gil(nlp, texts):
    """The share of CPU time in which batches are made from texts, and documents are used: C++ needs no GIL."""
    total = timed(time.process_time, pipe, nlp, texts)[0]
    stop = dragoman._core.Stop()
    stop.set()  # texts are taken over and given back, but not read
    making = 0.0
    for start in range(0, len(texts), 16):
        batch = [(text, "2023-09-05", None, "", "") for text in texts[start:start + 16]]
        making += timed(time.process_time, nlp._batch, batch, stop)[0]
    documents = [nlp(text, date="2023-09-05") for text in texts]
    using = timed(time.process_time, lambda: sum(len(doc.relations) for doc in documents))[0]
    return (making + using) / total


if __name__ == "__main__":
    main()
