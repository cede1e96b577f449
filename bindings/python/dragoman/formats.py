# Part of dragoman; see LICENSE.
"""Annotated text in the formats of others: brat standoff, CoNLL columns, spaCy's DocBin.

Out: a Document (or Annotated) becomes the format. In: the format becomes Annotated texts, to be
compared with what dragoman finds, or to train with.

>>> text, ann = to_brat(doc)
>>> gold = from_brat(text, ann)
>>> {(s.start, s.end) for s in gold.spans} & {(e.start, e.end) for e in doc.ents}

What a format cannot hold is left out: CoNLL holds the outermost mentions and no relations, DocBin the
mentions and their entities. Readers raise DataError with the line of what is malformed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ._core import DataError, Document


class Span(NamedTuple):
    """A labelled stretch of a text, in code points."""

    start: int
    end: int
    type: str
    entity: str | None = None


class Link(NamedTuple):
    """A relation: its type, and by role the spans that fill it."""

    type: str
    arguments: tuple[tuple[str, int], ...]
    """Pairs of role and place in Annotated.spans."""


class Annotated(NamedTuple):
    """A text with what somebody marked in it."""

    text: str
    spans: tuple[Span, ...] = ()
    links: tuple[Link, ...] = ()


def annotated(document: Document | Annotated) -> Annotated:
    """What a document found, in plain values."""
    if isinstance(document, Annotated):
        return document
    spans = tuple(Span(m.start, m.end, m.type, m.entity.id if m.entity else None) for m in document.ents)
    place = {m: i for i, m in enumerate(document.ents)}
    links = tuple(Link(r.type, tuple((role, place[a.mention]) for role, all_ in r.arguments.items() for a in all_))
                  for r in document.relations)
    return Annotated(document.text, spans, links)


# ---- brat standoff: a text, and a file of lines "T1<tab>STATE 0 4<tab>Iran".


def to_brat(document: Document | Annotated) -> tuple[str, str]:
    """The text, and the .ann file. brat's relations have two ends, so each relation gives an R line for its first filler
    with each further one; entities are notes (#)."""
    text, spans, links = annotated(document)
    lines: list[str] = []
    notes: list[str] = []
    for i, span in enumerate(spans, 1):
        lines.append(f"T{i}\t{span.type} {_fragments(text, span)}\t{_one_line(text[span.start:span.end])}")
        if span.entity:
            notes.append(f"#{len(notes) + 1}\tAnnotatorNotes T{i}\t{span.entity}")
    number = 0
    for link in links:
        (first_role, first), *others = link.arguments or (("", 0),)
        for role, other in others:
            number += 1
            lines.append(f"R{number}\t{link.type} {first_role}:T{first + 1} {role}:T{other + 1}")
    return text, "".join(line + "\n" for line in lines + notes)


def _fragments(text: str, span: Span) -> str:
    """brat has no line breaks within a fragment: "0 4;5 9"."""
    pieces = [m.span() for m in re.finditer(r"[^\r\n]+", text[span.start:span.end])]
    return ";".join(f"{span.start + a} {span.start + b}" for a, b in pieces)


def _one_line(text: str) -> str:
    return " ".join(re.split(r"[\r\n]+", text))


_ENTITY = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t.*)?")
_RELATION = re.compile(r"R\d+\t(\S+) ([^:\s]+):(T\d+) ([^:\s]+):(T\d+)\s*")
_NOTE = re.compile(r"#\d+\tAnnotatorNotes (T\d+)\t(.*)")


def from_brat(text: str, ann: str, name: str = "ann") -> Annotated:
    """Reads T lines (a mention in several fragments becomes one from the first to the last), R lines, and the notes that
    to_brat() writes. Events, attributes and other notes are passed over."""
    spans: list[Span] = []
    links: list[Link] = []
    place: dict[str, int] = {}
    for number, line in enumerate(ann.split("\n"), 1):
        if entity := _ENTITY.fullmatch(line.rstrip("\r")):
            offsets = [int(n) for n in re.findall(r"\d+", entity[3])]
            if not offsets[0] < offsets[-1] <= len(text) or offsets != sorted(offsets):
                raise DataError(f'{name}:{number}: "{entity[3]}" is no stretch of a text of {len(text)} characters')
            place[entity[1]] = len(spans)
            spans.append(Span(offsets[0], offsets[-1], entity[2]))
        elif relation := _RELATION.fullmatch(line.rstrip("\r")):
            for end in (relation[3], relation[5]):
                if end not in place:
                    raise DataError(f"{name}:{number}: no {end} above")
            links.append(Link(relation[1], ((relation[2], place[relation[3]]), (relation[4], place[relation[5]]))))
        elif (note := _NOTE.fullmatch(line.rstrip("\r"))) and note[1] in place:
            spans[place[note[1]]] = spans[place[note[1]]]._replace(entity=note[2])
        elif line.strip() and line[0] in "TR":
            raise DataError(f'{name}:{number}: cannot be read: "{line[:60]}"')
    return Annotated(text, tuple(spans), tuple(links))


# ---- CoNLL: "token<tab>B-STATE" a line, an empty line after each sentence.


def to_conll(documents: Document | Iterable[Document]) -> str:
    """Columns token and BIO tag, an empty line after each sentence, "-DOCSTART- O" before each document."""
    out: list[str] = []
    for document in [documents] if isinstance(documents, Document) else documents:
        outer = sorted(document.ents, key=lambda m: (m.start, -m.end))
        tags: dict[int, str] = {}
        end = -1
        for mention in outer:
            if mention.start < end:
                continue
            end = mention.end
            for token in mention.sentence.tokens:
                if mention.start <= token.start < end:
                    tags[token.start] = ("I-" if token.start > mention.start else "B-") + mention.type
        out.append("-DOCSTART-\tO\n\n")
        for sentence in document.sentences:
            out += [f"{_no_space(t.text)}\t{tags.get(t.start, 'O')}\n" for t in sentence.tokens]
            out.append("\n")
    return "".join(out)


def _no_space(token: str) -> str:
    return re.sub(r"\s", "_", token)


def from_conll(data: str, name: str = "conll") -> list[Annotated]:
    """The documents of a file of columns: the first is the token, the last the tag (IOB1, IOB2 or IOBES). Tokens are
    joined by spaces, sentences by line breaks; a file without "-DOCSTART-" is one document."""
    documents: list[Annotated] = []
    reader = _Conll()
    for number, line in enumerate(data.split("\n"), 1):
        columns = line.split()
        if not columns:
            reader.end_sentence()
        elif columns[0] == "-DOCSTART-":
            documents += reader.finish()
            reader = _Conll()
        elif len(columns) < 2 or not re.fullmatch(r"O|[BIES]-\S+", columns[-1]):
            raise DataError(f'{name}:{number}: expected a token and a tag (O, B-STATE ...): "{line[:60]}"')
        else:
            reader.add(columns[0], columns[-1])
    return documents + reader.finish()


class _Conll:
    def __init__(self) -> None:
        self.text = ""
        self.spans: list[Span] = []
        self.inside = ""
        self.separator = ""

    def add(self, token: str, tag: str) -> None:
        start = len(self.text) + len(self.separator)
        self.text += self.separator + token
        self.separator = " "
        kind = tag[2:]
        if tag[0] in "IE" and self.inside == kind and self.spans:
            self.spans[-1] = self.spans[-1]._replace(end=len(self.text))
        elif tag != "O":
            self.spans.append(Span(start, len(self.text), kind))
        self.inside = kind if tag[0] in "BI" else ""

    def end_sentence(self) -> None:
        self.inside = ""
        if self.text:
            self.separator = "\n"

    def finish(self) -> list[Annotated]:
        return [Annotated(self.text, tuple(self.spans))] if self.text else []


# ---- spaCy's DocBin.


def to_docbin(documents: Iterable[Document]) -> bytes:
    """The bytes of a .spacy file, with all that Document.to_spacy() sets."""
    from spacy.tokens import DocBin

    docs = DocBin(store_user_data=True)
    for document in documents:
        docs.add(document.to_spacy())
    return docs.to_bytes()


def from_docbin(data: bytes) -> Iterator[Annotated]:
    """The texts of a .spacy file with their entities. Raises DataError for what is none."""
    import spacy
    from spacy.tokens import DocBin

    try:
        docs = DocBin().from_bytes(data)
    except Exception as error:  # zlib's, msgpack's, KeyError ...: whatever its parts raise
        raise DataError(f"no DocBin: {error}") from error
    for doc in docs.get_docs(spacy.blank("en").vocab):
        spans = doc.spans["dragoman"] if "dragoman" in doc.spans else doc.ents
        yield Annotated(doc.text, tuple(Span(s.start_char, s.end_char, s.label_, s.kb_id_ or None) for s in spans))
