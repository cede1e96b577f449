#!/usr/bin/env python3
# Part of dragoman; see LICENSE.
"""The figures of docs/scale.md: what one core reads, what it writes, what a worker holds.

    PYTHONPATH=build/python build/venv/bin/python bench/scale_bench.py [ARTICLES]

Needs build/bench/articles (cmake -DDRAGOMAN_BENCH=ON). Speed is CPU time, the best of five.
"""

import io
import json
import os
import pathlib
import subprocess
import sys
import time

import pyarrow
import pyarrow.parquet

import dragoman
from dragoman.arrow import Extractor

ROOT = pathlib.Path(__file__).resolve().parents[1]


def megabytes(pid="self"):
    """Resident, and the part that no other process shares."""
    fields = {}
    for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]:
        name, value, *_ = line.split()
        fields[name] = int(value) / 1024
    return fields["Rss:"], fields["Private_Clean:"] + fields["Private_Dirty:"]


def workers(extract, batch, count=4):
    """Memory of processes that read a batch, forked from one that has loaded the data."""
    ready, go = os.pipe(), os.pipe()
    children = []
    for _ in range(count):
        child = os.fork()
        if child == 0:
            extract(batch)
            os.write(ready[1], b".")
            os.read(go[0], 1)
            os._exit(0)
        children.append(child)
    for _ in children:
        os.read(ready[0], 1)
    held = [megabytes(child) for child in children]
    os.write(go[1], b"." * count)
    for child in children:
        os.waitpid(child, 0)
    return held


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    lines = subprocess.run([ROOT / "build/bench/articles", str(count)], check=True, capture_output=True, text=True).stdout
    texts = [json.loads(line) for line in lines.splitlines()]
    size = sum(len(text.encode()) for text in texts)
    before = megabytes()
    start = time.process_time()
    nlp = dragoman.load()
    loading = time.process_time() - start
    loaded = megabytes()
    extract = Extractor(pipeline=nlp)
    table = pyarrow.table({"text": texts, "date": ["2023-09-05"] * count})
    batches = table.to_batches(max_chunksize=1000)
    best = 1e9
    for _ in range(5):
        start = time.process_time()
        rows = [extract(batch) for batch in batches]
        best = min(best, time.process_time() - start)
    rows = pyarrow.concat_tables(rows)
    file = io.BytesIO()
    pyarrow.parquet.write_table(rows, file, compression="zstd")
    held = workers(extract, batches[0])
    print(f"{count} articles of {size / count:.0f} bytes")
    print(f"loading        {loading:.2f} s CPU, {loaded[0] - before[0]:.0f} MB")
    print(f"reading        {count / best:.0f} articles/s a core, {size / 1e6 / best:.2f} MB/s (text to Arrow rows)")
    print(f"rows           {len(rows) / count:.1f} an article, {rows.nbytes / len(rows):.0f} bytes each in memory, "
          f"{len(file.getvalue()) / len(rows):.0f} in Parquet with zstd")
    print(f"forked worker  {held[0][0]:.0f} MB resident, {held[0][1]:.0f} MB of it its own")


if __name__ == "__main__":
    main()
