# Part of dragoman; see LICENSE.
"""spaCy: documents of dragoman as spaCy's, and dragoman as a component of a spaCy pipeline.

>>> nlp = spacy.blank("en")
>>> nlp.add_pipe("dragoman", config={"date": "2023-09-05"})
>>> doc = nlp("North Korea shipped shells to Russia.")
>>> doc.ents, doc._.relations

What dragoman found stands in ``doc.user_data["dragoman"]``, in plain values, so that DocBin and
to_disk keep it (``store_user_data=True``).

``doc.ents``            the outermost mentions, labelled by type; kb_id is the entity's id
``doc.spans["dragoman"]``  all mentions; they may nest
``doc._.entities``      the things mentioned: id, type, name ...
``doc._.relations``     type, arguments, status, said_by, evidence ..., as Document.to_dict() gives them,
                        but with offsets in characters of the spaCy document
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import spacy.tokens
import spacy.util
from spacy.language import Language

from ._core import Document
from ._pipeline import Day, Failed, Pipeline, load

if TYPE_CHECKING:
    import spacy.vocab

_KEY = "dragoman"


def _found(name: str) -> Callable[[spacy.tokens.Doc], object]:
    return lambda doc: doc.user_data.get(_KEY, {}).get(name, [])


def _register() -> None:
    for name in ("relations", "entities"):
        if not spacy.tokens.Doc.has_extension(name):
            spacy.tokens.Doc.set_extension(name, getter=_found(name))
    if not spacy.tokens.Doc.has_extension("date"):
        spacy.tokens.Doc.set_extension("date", default=None)


_register()


def _annotate(doc: spacy.tokens.Doc, read: Document) -> spacy.tokens.Doc:
    """Writes what dragoman found into the spaCy document of the same text. Where the tokens of the two differ, a
    mention takes the tokens that it touches."""
    spans = []
    for mention in read.ents:
        kb_id = mention.entity.id if mention.entity else ""
        span = doc.char_span(mention.start, mention.end, mention.type, kb_id=kb_id, alignment_mode="expand")
        if span is not None:
            spans.append(span)
    doc.spans[_KEY] = spans
    doc.ents = spacy.util.filter_spans(spans)
    found = read.to_dict()
    doc.user_data[_KEY] = {"relations": found["relations"], "entities": found["entities"]}
    return doc


@functools.lru_cache(maxsize=1)
def _english() -> spacy.vocab.Vocab:
    return spacy.blank("en").vocab


def _words(document: Document) -> tuple[list[str], list[bool]]:
    """spaCy's tokens cover all of a text: each is followed by one space or none, and what else stands between two of
    dragoman's is a token of its own."""
    words: list[str] = []
    spaces: list[bool] = []
    text, at = document.text, 0

    def between(end: int) -> None:
        gap = text[at:end]
        if gap.startswith(" ") and words:
            spaces[-1] = True
            gap = gap[1:]
        if gap:
            words.append(gap)
            spaces.append(False)

    for token in document.tokens:
        start, end = token.start, token.end
        between(start)
        words.append(text[start:end])
        spaces.append(False)
        at = end
    between(len(text))
    return words, spaces


def to_spacy(document: Document, vocab: spacy.vocab.Vocab | None = None) -> spacy.tokens.Doc:
    """What Document.to_spacy() gives."""
    words, spaces = _words(document)
    doc = spacy.tokens.Doc(vocab or _english(), words=words, spaces=spaces)
    starts = {sentence.start for sentence in document.sentences}
    for token in doc:
        token.is_sent_start = token.idx in starts or token.i == 0
    if document.date:
        doc._.date = document.date.isoformat()
    return _annotate(doc, document)


class Component:
    """The pipeline component "dragoman"; ``doc._.date`` overrides its date for one document."""

    def __init__(self, pipeline: Pipeline, date: Day = None, threads: int = 0) -> None:
        self.pipeline = pipeline
        self.date = date
        self.threads = threads

    def _date(self, doc: spacy.tokens.Doc) -> Day:
        return doc._.date or self.date

    def __call__(self, doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
        return _annotate(doc, self.pipeline(doc.text, date=self._date(doc)))

    def pipe(self, docs: Iterable[spacy.tokens.Doc], *, batch_size: int = 64) -> Iterator[spacy.tokens.Doc]:
        """nlp.pipe() calls this: dragoman reads on its threads while spaCy tokenizes."""
        from ._pipeline import Article

        articles = ((Article(doc.text, self._date(doc)), doc) for doc in docs)
        for read, doc in self.pipeline.pipe(articles, threads=self.threads, batch=batch_size, as_tuples=True):
            if isinstance(read, Failed):
                raise read.error
            yield _annotate(doc, read)

    # Nothing is stored: the pipeline is loaded again from its place.
    def to_bytes(self, **_: object) -> bytes:
        return b""

    def from_bytes(self, data: bytes, **_: object) -> Component:
        return self

    def to_disk(self, path: object, **_: object) -> None:
        pass

    def from_disk(self, path: object, **_: object) -> Component:
        return self


@Language.factory("dragoman", assigns=["doc.ents", "doc._.relations", "doc._.entities"],
                  default_config={"data": None, "date": None, "threads": 0})
def create(nlp: Language, name: str, data: str | None, date: str | None, threads: int) -> Component:
    """The factory that spaCy finds by its entry point; data: a data folder, date: of all documents."""
    return Component(load(data), date, threads)
