# Part of dragoman; see LICENSE.
"""Many articles: order, laziness, memory, errors, stopping, forks."""

import itertools
import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import threading
import time

import pytest

import dragoman


@pytest.mark.parametrize("threads", [0, 1, 3])
@pytest.mark.parametrize("batch", [1, 7, 64])
def test_documents_come_in_the_order_of_the_input(nlp, sentences, threads, batch):
    texts = [f"{s} Item {i}." for i, s in zip(range(200), itertools.cycle(sentences))]
    documents = list(nlp.pipe(texts, threads=threads, batch=batch, date="2023-09-05"))
    assert [d.text for d in documents] == texts
    assert [d.to_json() for d in documents] == [nlp(t, date="2023-09-05").to_json() for t in texts]


def test_input_is_read_only_as_far_ahead_as_the_threads_need(nlp):
    read = 0

    def endless():
        nonlocal read
        while True:
            read += 1
            yield f"Iran attacked Israel {read} times."

    stream = nlp.pipe(endless(), threads=2, batch=4)
    assert read == 0
    for n in range(1, 50):
        next(stream)
        assert read <= n + 5 * 4 + 4
    stream.close()


def test_a_long_text_is_a_batch_of_its_own(nlp, sentences):
    long = " ".join(sentences) * 600
    assert [len(d.text) for d in nlp.pipe([long] * 3, batch=100)] == [len(long)] * 3


def test_a_bad_article_does_not_end_the_stream(nlp):
    bad = ["Iran.", None, b"Iran.", "Iran \ud800.", dragoman.Article("Iran.", "yesterday"), "Israel."]
    done = list(nlp.pipe(bad, batch=2))
    assert [bool(d) for d in done] == [True, False, False, False, False, True]
    for failed in done[1:5]:
        assert isinstance(failed, dragoman.Failed) and isinstance(failed.error, dragoman.DataError)
    assert "lone surrogate" in str(done[3].error) and done[4].article.date == "yesterday"
    with pytest.raises(dragoman.DataError, match="not NoneType"):
        list(nlp.pipe(bad, errors="raise"))


def test_contexts_come_back_with_their_documents(nlp):
    pairs = [("Iran.", {"row": 1}), (None, 2), (dragoman.Article("Israel.", id="x"), None)]
    done = list(nlp.pipe(pairs, as_tuples=True))
    assert [context for _, context in done] == [{"row": 1}, 2, None]
    assert done[2][0].id == "x"


def test_articles_carry_what_is_known_of_them(nlp):
    [doc] = nlp.pipe([dragoman.Article("Iran.", "2023-09-05", "a", "Post", "https://example.org")])
    assert (doc.id, str(doc.date), doc.outlet, doc.url) == ("a", "2023-09-05", "Post", "https://example.org")
    [doc] = nlp.pipe(["Iran."], date="2023-09-05", outlet="Post")
    assert (str(doc.date), doc.outlet) == ("2023-09-05", "Post")


@pytest.mark.parametrize(("arguments", "message"), [
    ({"threads": -1}, "threads is -1"), ({"batch": 0}, "batch is 0"), ({"errors": "ignore"}, "errors is 'ignore'")])
def test_wrong_arguments_are_told_before_anything_is_read(nlp, arguments, message):
    with pytest.raises(dragoman.DataError, match=message):
        nlp.pipe(iter(()), **arguments)
    with pytest.raises(TypeError, match="articles is one str"):
        nlp.pipe("Iran.")


def test_what_the_input_raises_is_raised(nlp):
    def broken():
        yield "Iran."
        raise OSError("disk on fire")

    with pytest.raises(OSError, match="disk on fire"):
        list(nlp.pipe(broken()))


def test_closing_ends_the_threads(nlp, sentences):
    before = threading.active_count()  # with those of earlier streams that still end
    stream = nlp.pipe(itertools.cycle(sentences), threads=3)
    next(stream)
    stream.close()
    deadline = time.monotonic() + 10
    while threading.active_count() > before and time.monotonic() < deadline:
        time.sleep(0.01)
    assert threading.active_count() <= before


def test_the_gil_is_free_while_articles_are_read(nlp, sentences):
    """A text of some seconds is read on one thread; this one goes on counting."""
    long = " ".join(sentences) * 4000
    reader = threading.Thread(target=nlp, args=(long,))
    reader.start()
    steps = 0
    while reader.is_alive():
        steps += 1
        time.sleep(0.001)
    assert steps > 20


STOPPED = """
import itertools, dragoman
nlp = dragoman.load()
texts = itertools.cycle(["North Korea shipped shells to Russia, U.S. officials said. " * 50])
print("ready", flush=True)
for doc in nlp.pipe(texts, threads=2): pass
"""


def test_ctrl_c_ends_it_within_a_second():
    process = subprocess.Popen([sys.executable, "-c", STOPPED], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "ready\n"
    time.sleep(0.5)
    sent = time.monotonic()
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert "KeyboardInterrupt" in errors and process.returncode != 0
    # What is asked is one second; a machine under load gets a little more.
    assert time.monotonic() - sent < 3


GROWING = """
import itertools, resource, sys, dragoman
nlp = dragoman.load()
texts = ("Iran sent %d drones to Russia, officials in Kyiv said. " % i * 40 for i in itertools.count())
stream = nlp.pipe(texts, threads=2)
for doc in itertools.islice(stream, 1500): doc.ents[0].start
first = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for doc in itertools.islice(stream, 6000): doc.ents[0].start
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - first)
"""


def test_memory_stays_flat():
    grown = int(subprocess.run([sys.executable, "-c", GROWING], capture_output=True, text=True, check=True).stdout)
    assert grown < 16 * 1024  # KiB, where 6,000 documents held would be hundreds of MiB


def _analyse(text):
    return [r.type for r in _analyse.nlp(text).relations]


def _analyse_with(job):
    nlp, text = job
    return nlp(text).to_json()


def test_forks_while_threads_run(nlp, sentences):
    expected = [nlp(s).to_json() for s in sentences]
    stream = nlp.pipe(itertools.cycle(sentences), threads=2)
    next(stream)
    for _ in range(10):
        child = os.fork()
        if child == 0:
            signal.alarm(30)
            os._exit(0 if [nlp(s).to_json() for s in sentences] == expected
                     and [d.to_json() for d in nlp.pipe(sentences, threads=2)] == expected else 1)
        assert os.waitpid(child, 0)[1] == 0
        next(stream)
    stream.close()


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_processes_get_the_pipeline_by_pickle(nlp, sentences, method):
    with multiprocessing.get_context(method).Pool(2) as pool:
        got = pool.map(_analyse_with, [(nlp, s) for s in sentences])
    assert got == [nlp(s).to_json() for s in sentences]


def test_documents_pickle_in_bulk(nlp, sentences):
    documents = list(nlp.pipe(sentences))
    assert pickle.loads(pickle.dumps(documents)) == documents
