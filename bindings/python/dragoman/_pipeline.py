# Part of dragoman; see LICENSE.
"""load(), Pipeline and its batches.

pipe() is a window that moves over the articles: a few batches are with the threads, the oldest is
waited for and handed out, the next is read. So memory holds the window and no more, order is that
of the input, and the input is read no further ahead than that. The threads run C++ without the GIL.
"""

from __future__ import annotations

import collections
import datetime
import functools
import hashlib
import itertools
import os
import pathlib
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Generic, Literal, NamedTuple, TypeVar, overload

from . import _core
from ._core import DataError, Document

Context = TypeVar("Context")
Day = str | datetime.date | None
Path = str | os.PathLike[str]

# A batch also ends at this many characters, so that stopping never waits for much.
_BATCH_CHARACTERS = 1 << 18


class Article(NamedTuple):
    """A text with what is known about it; pipe() takes these beside plain strings."""

    text: str
    date: Day = None
    id: str | None = None
    outlet: str = ""
    url: str = ""


class Failed(NamedTuple):
    """Stands in the place of a document that could not be read. It counts as false."""

    error: DataError
    article: Article

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return f"<Failed {str(self.error)!r}>"


class Pipeline(_core.Pipeline):
    """Finds entities and relations in articles; made by load().

    >>> doc = nlp("Iran sent drones to Russia.", date="2022-10-18")
    >>> for doc in nlp.pipe(texts, threads=2): ...

    Immutable: any number of threads may share one, and processes may be forked at any time. It
    pickles as the place and the digest of its data: unpickling loads them there, once a process.
    """

    def __init__(self, data: Path | None = None, tables: Iterable[Path] = (), rules: Iterable[Path] = (),
                 models: bool = True) -> None:
        self._data = None if data is None else os.fspath(data)
        self._tables = tuple(os.fspath(path) for path in tables)
        self._rules = tuple(os.fspath(path) for path in rules)
        self._models = models
        super().__init__(self._data or "", list(self._tables), list(self._rules), models)

    @functools.cached_property
    def digest(self) -> str:
        """Of all data that it was loaded from, tables and rules of the user included (hexadecimal)."""
        return _digest(pathlib.Path(self._data or _core.default_data()), self._tables + self._rules, self._models)

    def __repr__(self) -> str:
        more = "".join(f" + {os.path.basename(path)}" for path in self._tables + self._rules)
        return f"<Pipeline {self._data or _core.default_data()}{more}>"

    def __reduce__(self) -> tuple[object, ...]:
        return _load_same, self._place()

    def _place(self) -> tuple[str | None, tuple[str, ...], tuple[str, ...], bool, str]:
        """What _load_same() needs to make the same one in another process."""
        return self._data, self._tables, self._rules, self._models, self.digest

    @overload
    def pipe(self, articles: Iterable[str | Article], *, threads: int = 0, batch: int = 64,
             as_tuples: Literal[False] = False, errors: Literal["keep"] = "keep", date: Day = None,
             outlet: str = "") -> Iterator[Document | Failed]: ...
    @overload
    def pipe(self, articles: Iterable[str | Article], *, threads: int = 0, batch: int = 64,
             as_tuples: Literal[False] = False, errors: Literal["raise"], date: Day = None,
             outlet: str = "") -> Iterator[Document]: ...
    @overload
    def pipe(self, articles: Iterable[tuple[str | Article, Context]], *, threads: int = 0, batch: int = 64,
             as_tuples: Literal[True], errors: Literal["keep"] = "keep", date: Day = None,
             outlet: str = "") -> Iterator[tuple[Document | Failed, Context]]: ...
    @overload
    def pipe(self, articles: Iterable[tuple[str | Article, Context]], *, threads: int = 0, batch: int = 64,
             as_tuples: Literal[True], errors: Literal["raise"], date: Day = None,
             outlet: str = "") -> Iterator[tuple[Document, Context]]: ...

    def pipe(self, articles: Iterable[object], *, threads: int = 0, batch: int = 64, as_tuples: bool = False,
             errors: str = "keep", date: Day = None, outlet: str = "") -> Iterator[object]:
        """Analyse many articles on several threads; lazy, and in the order of the input.

        articles: texts or Articles; with as_tuples, (text, context) pairs, and pairs are given
        back. threads: 0 means one for each core that this process may use. batch: articles that a
        thread takes at once; some 3 * threads batches are in memory, however long the input.
        errors: "keep" puts a Failed in the place of an article that cannot be read, "raise" raises
        its DataError. date, outlet: of plain strings.

        Ctrl-C ends it after the articles under way, as does closing the iterator.
        """
        if threads < 0:
            raise DataError(f"threads is {threads}: expected 0 (one a core) or more")
        if batch < 1:
            raise DataError(f"batch is {batch}: expected 1 or more")
        if errors not in ("keep", "raise"):
            raise DataError(f'errors is {errors!r}: expected "keep" or "raise"')
        if isinstance(articles, (str, bytes)):
            raise TypeError(f"articles is one {type(articles).__name__}: expected an iterable of texts")
        return self._pipe(articles, threads or _cores(), batch, as_tuples, errors == "raise", date, outlet)

    def _pipe(self, articles: Iterable[object], threads: int, batch: int, as_tuples: bool, raises: bool,
              date: Day, outlet: str) -> Iterator[object]:
        stop = _core.Stop()
        executor = ThreadPoolExecutor(threads, thread_name_prefix="dragoman")
        window: collections.deque[tuple[list[Article], list[object], Future[list[Document | DataError | None]]]]
        window = collections.deque()
        batches = _batches(articles, batch, as_tuples, date, outlet)
        try:
            while True:
                for items, contexts in itertools.islice(batches, 2 * threads + 1 - len(window)):
                    window.append((items, contexts, executor.submit(self._batch, list(items), stop)))
                if not window:
                    return
                items, contexts, future = window.popleft()
                for item, context, result in zip(items, contexts, future.result()):
                    if isinstance(result, Document):
                        done: Document | Failed = result
                    elif raises:
                        raise result or DataError("stopped")
                    else:
                        done = Failed(result or DataError("stopped"), item)
                    yield (done, context) if as_tuples else done
        finally:
            stop.set()
            executor.shutdown(wait=False, cancel_futures=True)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _batches(articles: Iterable[object], batch: int, as_tuples: bool, date: Day,
             outlet: str) -> Iterator[tuple[list[Article], list[object]]]:
    items: list[Article] = []
    contexts: list[object] = []
    characters = 0
    for given in articles:
        context: object = None
        if as_tuples:
            given, context = given  # type: ignore[misc]
        item = given if isinstance(given, Article) else Article(given, date, None, outlet)  # type: ignore[arg-type]
        items.append(item)
        contexts.append(context)
        characters += len(item.text) if isinstance(item.text, str) else 0
        if len(items) == batch or characters >= _BATCH_CHARACTERS:
            yield items, contexts
            items, contexts, characters = [], [], 0
    if items:
        yield items, contexts


def load(data: Path | None = None, *, tables: Iterable[Path] = (), rules: Iterable[Path] = (),
         models: bool = True) -> Pipeline:
    """Load what dragoman knows, and return the Pipeline that reads articles with it.

    data: a bundle or data folder; None is the one that came with the package, or $DRAGOMAN_DATA. tables, rules:
    further files of the user (docs/data_formats.md, docs/rules.md). models: also use the learned models.

    Raises DataError for a file that is missing or malformed, with file and line. Takes well under a
    second; keep the pipeline.
    """
    return Pipeline(data, tables, rules, models)


def _digest(data: pathlib.Path, files: tuple[str, ...], models: bool) -> str:
    folders = ["gazetteer", "rules", "frames", "schema", "syntax"] + (["models"] if models else [])
    paths = [data] if data.is_file() else [path for folder in folders for path in sorted((data / folder).rglob("*"))
                                           if path.is_file()]
    total = hashlib.blake2b(digest_size=16)
    for path in paths:
        total.update(str(path.relative_to(data)).encode() + b"\0")
        total.update(hashlib.blake2b(path.read_bytes()).digest())
    for file in files:
        total.update(hashlib.blake2b(pathlib.Path(file).read_bytes()).digest())
    return total.hexdigest()


@functools.lru_cache(maxsize=8)
def _load_same(data: str | None, tables: tuple[str, ...], rules: tuple[str, ...], models: bool,
               digest: str) -> Pipeline:
    """What a pickled pipeline becomes. One is loaded for all pickles of it in a process."""
    pipeline = Pipeline(data, tables, rules, models)
    if pipeline.digest != digest:
        raise DataError(f"{data or _core.default_data()}: not the data that the pickled pipeline was loaded "
                        f"from (digest {pipeline.digest}, expected {digest})")
    return pipeline


def _reread(pipeline: Pipeline, text: str, date: Day, id: str, outlet: str, url: str) -> Document:
    """What a pickled document becomes."""
    return pipeline(text, date=date, id=id, outlet=outlet, url=url)
