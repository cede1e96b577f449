# Part of dragoman; see LICENSE.
"""Store: what many documents say, kept in one SQLite file."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import NamedTuple

from . import _core
from ._core import Document
from ._graph import Graph, Rows

Day = str | datetime.date | None

# Documents of one transaction: large enough that the disk is not waited for, small enough to hold.
_TRANSACTION = 256


class Ingested(NamedTuple):
    """What ingest() did, in documents."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    failed: int = 0


class Counts(NamedTuple):
    """What a store holds."""

    documents: int
    entities: int
    relations: int
    reports: int
    sentences: int


class Store(_core.Store):
    """What many documents say, kept in one SQLite file (docs/store.md).

    >>> with dragoman.Store("news.db") as store:
    ...     store.ingest(nlp.pipe(articles))
    ...     store.query("MATCH (a)-[r:meet]-(b) RETURN a, b, r.date", from_date="2023-09-01").to_pandas()

    mode: "a" makes the file if it is missing, "w" expects it, "r" only reads. sync=False returns
    before the disk has written: a machine that loses power may then lose the last documents. A
    transaction is written as a whole or not at all. Several programs may use one file.

    Raises DataError, which begins with the file's name, for what is no store and what cannot be
    read or written.
    """

    def __init__(self, path: str | os.PathLike[str], mode: str = "a", *, sync: bool = True) -> None:
        super().__init__(os.fspath(path), mode, sync)

    def ingest(self, documents: Iterable[object]) -> Ingested:
        """Add documents as they come, in transactions of some hundred; those of an id that is there
        replace it. Failed ones are counted. What was written before an error stays written."""
        total = Ingested()
        waiting: list[Document] = []
        for document in documents:
            if isinstance(document, Document):
                waiting.append(document)
            elif document:
                raise TypeError(f"a store takes Documents, not {type(document).__name__}")
            else:
                total = total._replace(failed=total.failed + 1)
            if len(waiting) == _TRANSACTION:
                total = self._ingest(waiting, total)
                waiting = []
        return self._ingest(waiting, total) if waiting else total

    def _ingest(self, documents: list[Document], total: Ingested) -> Ingested:
        added, replaced, unchanged = self._put(documents)
        return Ingested(total.added + added, total.replaced + replaced, total.unchanged + unchanged, total.failed)

    def documents(self, from_date: Day = None, to_date: Day = None, outlets: Iterable[str] = ()) -> list[str]:
        """Ids of the documents published in a period (both days included), by one of these outlets; sorted.
        Those without a date are left out once a day is given."""
        return self._documents(from_date, to_date, list(outlets))

    def graph(self, from_date: Day = None, to_date: Day = None, outlets: Iterable[str] = ()) -> Graph:
        """The graph of these documents."""
        graph = Graph()
        self._fill(graph, from_date, to_date, list(outlets))
        return graph

    def query(self, text: str, parameters: Mapping[str, object] | None = None, *, from_date: Day = None,
              to_date: Day = None, outlets: Iterable[str] = ()) -> Rows:
        """Ask the graph of these documents; docs/query.md. Without a period and outlets no more of the store is read
        than the question can reach. For several questions keep graph()."""
        outlets = list(outlets)
        if from_date is None and to_date is None and not outlets:
            return Rows(*self._query(text, dict(parameters or {})))
        return self.graph(from_date, to_date, outlets).query(text, parameters)

    def counts(self) -> Counts:
        """How many documents, entities, relations, reports and sentences it holds."""
        return Counts(*self._counts())

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Store {self.path}>"
