# Part of dragoman; see LICENSE.
"""Arrow batches of articles in, Arrow batches of relations out: what engines for large data call.

>>> extract = dragoman.arrow.Extractor(text="body", date="published")
>>> table = extract(pyarrow.table({"body": texts, "published": days}))

dragoman.spark runs it by mapInArrow; Ray Data by map_batches (docs/scale.md). It needs pyarrow.
"""

from __future__ import annotations

import pyarrow

from . import _core
from ._core import DataError, Document
from ._pipeline import Pipeline, _load_same


def _plain(kind: pyarrow.DataType) -> pyarrow.DataType:
    """With offsets of 32 bits, as Spark wants them."""
    if pyarrow.types.is_large_string(kind):
        return pyarrow.string()
    if pyarrow.types.is_large_list(kind):
        return pyarrow.list_(_plain(kind.value_type))
    if pyarrow.types.is_struct(kind):
        return pyarrow.struct([(field.name, _plain(field.type)) for field in kind])
    return kind


SCHEMA: pyarrow.Schema = pyarrow.schema(
    [(field.name, _plain(field.type)) for field in pyarrow.table(_core.relation_rows([])).schema])
"""Columns of the rows, one row for each report of a relation:

document, date, outlet, url   of the article
relation           number of the report within its document
type, symmetric    of the relation
kind               event, process or state: whether it has a day, takes weeks, or holds until it ends
source, target     ids of the parties, the doer first; null where nobody is named
source_party, target_party   the same, where a city, place, government body or group stands for its state
arguments          all roles: an entity's id with its name, type and state, or the words of a value
status, polarity, said_by, said_by_id, hearsay, when, where, where_id, evidence, because   as in Report
from_day, to_day   of `when`, both included; null for an open end
evidence_start, evidence_end, trigger_start, trigger_end   in code points of the article's text
error              why an article could not be read; all but document is then null
"""


class Extractor:
    """Reads the articles of batches. It pickles as the place and the digest of its data.

    text, date, id, outlet, url: names of columns; None where there is none. date is a date, a
    timestamp or text as "2023-09-05". Without an id, a digest of the article is its id. pipeline:
    what to read with; None is dragoman.load().

    An article that cannot be read gives one row with `error` set; it fails nothing. The rows of an
    article depend on that article alone.
    """

    def __init__(self, text: str = "text", date: str | None = "date", *, id: str | None = None,
                 outlet: str | None = None, url: str | None = None, pipeline: Pipeline | None = None) -> None:
        self._columns = (text, date, id, outlet, url)
        self._place = (pipeline or Pipeline())._place()
        self._pipeline = pipeline

    def __getstate__(self) -> dict[str, object]:
        return {**self.__dict__, "_pipeline": None}

    def __call__(self, batch: pyarrow.RecordBatch | pyarrow.Table) -> pyarrow.Table:
        """A table of SCHEMA."""
        if self._pipeline is None:
            self._pipeline = _load_same(*self._place)
        nothing = [None] * len(batch)
        text, date, id, outlet, url = ([*batch.column(name).to_pylist()] if name else nothing for name in self._columns)
        articles = [(t, d, i, o or "", u or "") for t, d, i, o, u in zip(text, date, id, outlet, url)]
        read = self._pipeline._batch(list(articles), _core.Stop())
        done: list[Document | tuple[str, str]] = [
            (str(article[2] or ""), str(got)) if got is None or isinstance(got, DataError) else got
            for article, got in zip(articles, read)]
        return pyarrow.table(_core.relation_rows(done)).cast(SCHEMA)
