"""The C++ part of dragoman; import dragoman instead."""

from collections.abc import Iterator, Sequence
import datetime
from typing import overload

import spacy.tokens
import spacy.vocab

import dragoman._graph


class DataError(ValueError):
    pass

def version() -> str:
    """Of the library: "0.1.0"."""

class Origin:
    """The rule, frame or table row behind a result."""

    @property
    def file(self) -> str:
        """Below the data folder, or a path."""

    @property
    def line(self) -> int:
        """Counted from 1; 0 if the file has no lines."""

    @property
    def rule(self) -> str:
        """Its name."""

    def __repr__(self) -> str: ...

class Amount:
    """What a MONEY or QUANTITY stands for: "dozens" is 24 to 99."""

    @property
    def low(self) -> float:
        """The least it may be."""

    @property
    def high(self) -> float:
        """The most it may be."""

    @property
    def unit(self) -> str:
        """
        ISO 4217 code, "percent", "tonne", "shell" ...; empty for a bare count.
        """

    def __repr__(self) -> str: ...

class Token:
    """
    One token: a word, number, punctuation mark or symbol. "U.S." is one, "Kim's" two (Kim + 's).
    """

    @property
    def start(self) -> int:
        """Where it begins in the document's text, in code points."""

    @property
    def end(self) -> int:
        """Where it ends, exclusive, in code points."""

    @property
    def text(self) -> str:
        """The words themselves: document.text[start:end]."""

    def __str__(self) -> str: ...

    def __eq__(self, other: object, /) -> bool: ...

    def __hash__(self) -> int: ...

    @property
    def kind(self) -> str:
        """"word", "number", "punctuation" or "symbol"."""

    @property
    def folded(self) -> str:
        """As names are compared: case, accents and the stops of "U.S." removed."""

    @property
    def space_before(self) -> bool:
        """Does white space or a line break stand before it?"""

    @property
    def is_capitalised(self) -> bool:
        """Is its first letter upper or title case?"""

    def __repr__(self) -> str: ...

class Sentence:
    """One sentence, or one heading or other line."""

    @property
    def start(self) -> int:
        """Where it begins in the document's text, in code points."""

    @property
    def end(self) -> int:
        """Where it ends, exclusive, in code points."""

    @property
    def text(self) -> str:
        """The words themselves: document.text[start:end]."""

    def __str__(self) -> str: ...

    def __eq__(self, other: object, /) -> bool: ...

    def __hash__(self) -> int: ...

    @property
    def tokens(self) -> Tokens:
        """Its tokens."""

    @property
    def ents(self) -> Mentions:
        """The mentions in it."""

    @property
    def relations(self) -> Relations:
        """The relations that it states."""

    @property
    def prose(self) -> bool:
        """
        False for menus, tag lists and the like, where no mentions are looked for.
        """

    @property
    def caps(self) -> bool:
        """Written in capitals throughout?"""

    def __repr__(self) -> str: ...

class Entity:
    """One thing of the world, with all mentions of it in the document."""

    def __eq__(self, other: object, /) -> bool: ...

    def __hash__(self) -> int: ...

    @property
    def id(self) -> str:
        """
        "PRK", "person:kim-jong-un": ISO 3166-1 alpha-3 for states, kind:slug for the rest.
        """

    @property
    def type(self) -> str:
        """"PERSON", "STATE" ..."""

    @property
    def name(self) -> str:
        """The fullest or preferred name."""

    @property
    def aliases(self) -> list[str]:
        """Other forms met in this document, in order."""

    @property
    def state(self) -> str | None:
        """Alpha-3 code of the state it belongs to."""

    @property
    def known(self) -> bool:
        """Does it stand in dragoman's tables?"""

    @property
    def plural(self) -> bool:
        """Is it a group: "U.S. officials"?"""

    @property
    def mentions(self) -> Mentions:
        """Its mentions, in order."""

    def __str__(self) -> str: ...

    def __repr__(self) -> str: ...

class Mention:
    """
    A place in the text where something is named, described or pointed at. Mentions may nest, but never cross.
    """

    @property
    def start(self) -> int:
        """Where it begins in the document's text, in code points."""

    @property
    def end(self) -> int:
        """Where it ends, exclusive, in code points."""

    @property
    def text(self) -> str:
        """The words themselves: document.text[start:end]."""

    def __str__(self) -> str: ...

    def __eq__(self, other: object, /) -> bool: ...

    def __hash__(self) -> int: ...

    @property
    def type(self) -> str:
        """"PERSON", "STATE" ...: a type of data/schema/types.yaml."""

    @property
    def form(self) -> str:
        """"named", "nominal" (the minister) or "pronominal" (he)."""

    @property
    def entity(self) -> Entity | None:
        """What it names; None for dates, amounts and what could not be told."""

    @property
    def sentence(self) -> Sentence:
        """The sentence it stands in."""

    @property
    def value(self) -> str | Amount | None:
        """
        Of a DATE its days ("2023-09-05", "2023-07", "2022-02-24/.."), of MONEY and QUANTITY an Amount, else None.
        """

    @property
    def link(self) -> str | None:
        """Why it is that entity, in words."""

    @property
    def because(self) -> Origin | None:
        """The rule or table row that found it."""

    def __repr__(self) -> str: ...

class Quote:
    """A stretch of the text: the evidence or the trigger of a relation."""

    @property
    def start(self) -> int:
        """Where it begins in the document's text, in code points."""

    @property
    def end(self) -> int:
        """Where it ends, exclusive, in code points."""

    @property
    def text(self) -> str:
        """The words themselves: document.text[start:end]."""

    def __str__(self) -> str: ...

    def __eq__(self, other: object, /) -> bool: ...

    def __hash__(self) -> int: ...

    def __repr__(self) -> str: ...

class Argument:
    """
    What fills a role of a relation: an entity, or a value (a weapon, an amount).
    """

    @property
    def role(self) -> str:
        """"supplier" ..."""

    @property
    def entity(self) -> Entity | None:
        """None for a value."""

    @property
    def mention(self) -> Mention:
        """The words that fill the role."""

    @property
    def id(self) -> str | None:
        """The entity's id; None for a value."""

    @property
    def text(self) -> str:
        """The words themselves."""

    @property
    def start(self) -> int:
        """Where they begin, in code points."""

    @property
    def end(self) -> int:
        """Where they end, exclusive, in code points."""

    def __eq__(self, other: object, /) -> bool: ...

    def __hash__(self) -> int: ...

    def __str__(self) -> str: ...

    def __repr__(self) -> str: ...

class Relation:
    """
    One statement that a relation holds: what, between whom, said by whom, when, and whether it happened. data/schema/relations.yaml lists the types and their roles.
    """

    def __eq__(self, other: object, /) -> bool: ...

    def __hash__(self) -> int: ...

    @property
    def type(self) -> str:
        """"arms_transfer" ..."""

    @property
    def arguments(self) -> dict[str, list[Argument]]:
        """What fills each role that is filled, in the schema's order of roles."""

    def __getitem__(self, role: str, /) -> Argument:
        """The first that fills a role. KeyError if none does."""

    def get(self, role: str) -> Argument | None:
        """The first that fills a role; None if none does."""

    def __contains__(self, arg: str, /) -> bool: ...

    def __iter__(self) -> Iterator[str]: ...

    @property
    def symmetric(self) -> bool:
        """May its first two roles be exchanged, as those of "meet"?"""

    @property
    def status(self) -> str:
        """
        "happened", "ongoing", "planned", "potential", "requested", "offered", "threatened", "promised", "agreed" or "cancelled".
        """

    @property
    def polarity(self) -> str:
        """"asserted" or "denied"."""

    @property
    def said_by(self) -> Mention | None:
        """Who says so; None for the outlet's own voice and for hearsay."""

    @property
    def hearsay(self) -> bool:
        """"Reportedly": told by nobody named?"""

    @property
    def when(self) -> str | None:
        """
        When it happened: "2023-09-05", "2023-07", "2023", or both ends: "2022-02-24/..".
        """

    @property
    def period(self) -> tuple[datetime.date | None, datetime.date | None] | None:
        """First and last day of `when`, both included; None for an open end."""

    @property
    def where(self) -> Mention | None:
        """The place, if one is told."""

    @property
    def trigger(self) -> Quote:
        """The word or words that made it."""

    @property
    def evidence(self) -> Quote:
        """The sentence that says so."""

    @property
    def sentence(self) -> Sentence:
        """The sentence that says so, with its tokens."""

    @property
    def because(self) -> Origin | None:
        """The frame that found it."""

    def __repr__(self) -> str: ...

class Tokens(Sequence[Token]):
    """A read-only sequence of Token objects, each made when it is asked for."""

    def __len__(self) -> int: ...

    def __bool__(self) -> bool: ...

    @overload
    def __getitem__(self, index: int, /) -> Token: ...

    @overload
    def __getitem__(self, slice: slice, /) -> list[Token]: ...

    def index(self, value: object, start: int = 0, stop: int = ...) -> int: ...

    def count(self, value: object) -> int: ...

    def __repr__(self) -> str: ...

class Sentences(Sequence[Sentence]):
    """
    A read-only sequence of Sentence objects, each made when it is asked for.
    """

    def __len__(self) -> int: ...

    def __bool__(self) -> bool: ...

    @overload
    def __getitem__(self, index: int, /) -> Sentence: ...

    @overload
    def __getitem__(self, slice: slice, /) -> list[Sentence]: ...

    def index(self, value: object, start: int = 0, stop: int = ...) -> int: ...

    def count(self, value: object) -> int: ...

    def __repr__(self) -> str: ...

class Mentions(Sequence[Mention]):
    """
    A read-only sequence of Mention objects, each made when it is asked for.
    """

    def __len__(self) -> int: ...

    def __bool__(self) -> bool: ...

    @overload
    def __getitem__(self, index: int, /) -> Mention: ...

    @overload
    def __getitem__(self, slice: slice, /) -> list[Mention]: ...

    def index(self, value: object, start: int = 0, stop: int = ...) -> int: ...

    def count(self, value: object) -> int: ...

    def __repr__(self) -> str: ...

class Entities(Sequence[Entity]):
    """
    A read-only sequence of Entity objects, each made when it is asked for.
    """

    def __len__(self) -> int: ...

    def __bool__(self) -> bool: ...

    @overload
    def __getitem__(self, index: int, /) -> Entity: ...

    @overload
    def __getitem__(self, slice: slice, /) -> list[Entity]: ...

    def index(self, value: object, start: int = 0, stop: int = ...) -> int: ...

    def count(self, value: object) -> int: ...

    def __repr__(self) -> str: ...

class Relations(Sequence[Relation]):
    """
    A read-only sequence of Relation objects, each made when it is asked for.
    """

    def __len__(self) -> int: ...

    def __bool__(self) -> bool: ...

    @overload
    def __getitem__(self, index: int, /) -> Relation: ...

    @overload
    def __getitem__(self, slice: slice, /) -> list[Relation]: ...

    def index(self, value: object, start: int = 0, stop: int = ...) -> int: ...

    def count(self, value: object) -> int: ...

    def __repr__(self) -> str: ...

class Document:
    """
    One analysed article. All offsets count code points, so text[x.start:x.end] == x.text for every token, sentence and mention.

    Immutable: any number of threads may read it. It pickles as its text and the place of its pipeline's data, and is analysed again where it is unpickled.
    """

    @property
    def text(self) -> str:
        """The text that was read."""

    @property
    def id(self) -> str:
        """The caller's, or else a digest of text, date, outlet and url."""

    @property
    def date(self) -> datetime.date | None:
        """Day of publication."""

    @property
    def outlet(self) -> str:
        """Who published it."""

    @property
    def url(self) -> str:
        """Where it was published."""

    @property
    def sentences(self) -> Sentences:
        """In order; they cover all tokens."""

    @property
    def tokens(self) -> Tokens:
        """In order, never overlapping; white space is none."""

    @property
    def ents(self) -> Mentions:
        """The mentions, by where they begin. They may nest."""

    @property
    def entities(self) -> Entities:
        """The things mentioned, by first mention."""

    @property
    def relations(self) -> Relations:
        """What is said of them, by trigger."""

    @property
    def graph(self) -> dragoman._graph.Graph:
        """A new Graph of this document alone."""

    def to_json(self, pretty: bool = False) -> str:
        """
        As JSON, with offsets in code points; docs/cli.md lists the fields. pretty: indented for people.
        """

    def to_dict(self) -> dict[str, object]:
        """The same as dicts and lists."""

    def show(self) -> None:
        """
        In a notebook: the text with its mentions marked, and the relations. Elsewhere: prints the relations.
        """

    def _repr_html_(self) -> str: ...

    def to_spacy(self, vocab: spacy.vocab.Vocab | None = None) -> spacy.tokens.Doc:
        """
        As a spaCy Doc: dragoman's tokens and sentences, doc.ents (the outermost mentions), doc.spans["dragoman"] (all), doc._.relations.

        vocab: a spacy.vocab.Vocab; None makes an English one.
        """

    def __repr__(self) -> str: ...

    def __eq__(self, other: object, /) -> bool: ...

    def __hash__(self) -> int: ...

    def __reduce__(self) -> tuple[object, ...]: ...

class Table:
    """
    Columns in Arrow's memory format. pandas, polars, pyarrow, DuckDB ... take it as it is, without a copy: polars.DataFrame(table), pyarrow.table(table), duckdb.sql("from table").
    """

    @property
    def column_names(self) -> list[str]:
        """In order."""

    def __len__(self) -> int: ...

    def to_pydict(self) -> dict[str, list[object]]:
        """Its columns as lists."""

    def to_pylist(self) -> list[dict[str, object]]:
        """Its rows as dicts."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Arrow PyCapsule interface: a capsule "arrow_array_stream"."""

    def __arrow_c_schema__(self) -> object:
        """Arrow PyCapsule interface: a capsule "arrow_schema"."""

    def __repr__(self) -> str: ...

class RelationType:
    """A type of relation, as data/schema/relations.yaml defines it."""

    @property
    def name(self) -> str:
        """"arms_transfer" ..."""

    @property
    def definition(self) -> str:
        """One line."""

    @property
    def roles(self) -> list[str]:
        """Names of its roles, the doer first."""

    @property
    def symmetric(self) -> bool:
        """May its first two roles be exchanged?"""

    def __repr__(self) -> str: ...

class Stop:
    """Ends batches early."""

    def __init__(self) -> None: ...

    def set(self) -> None:
        """From now on no further article is begun."""

class Pipeline:
    """
    Finds entities and relations in articles. Immutable: any number of threads may share one.
    """

    def __init__(self, data: str, tables: Sequence[str], rules: Sequence[str], models: bool) -> None: ...

    def __call__(self, text: str, *, date: str | datetime.date | None = None, id: str | None = None, outlet: str = '', url: str = '') -> Document:
        """
        Find entities and relations in one article.

        text: plain text, up to 2 GiB of UTF-8. date: the day of publication, "2023-09-05" or a datetime.date: what "on Monday" and "the president" refer to. id: tells documents of a graph apart; None: a digest of the article. outlet, url: who published it, where.

        Raises TypeError for anything but str, DataError for a lone surrogate or a date that is none. Time grows linearly with the text; the GIL is released meanwhile.
        """

    def _batch(self, articles: list[tuple[object, ...]], stop: Stop) -> list[Document | DataError | None]:
        """
        Of each (text, date, id, outlet, url) a Document, the error, or None if it was not begun.
        """

    @property
    def relation_types(self) -> dict[str, RelationType]:
        """All types of relations, by name."""

def default_data() -> str:
    """The bundle or data folder that is used when none is named."""

class Node:
    """An entity of a graph, as it was when it was asked for."""

    @property
    def id(self) -> str:
        """"PRK", "person:kim-jong-un"; "_:PRK" for a blank node."""

    @property
    def name(self) -> str:
        """The name that most documents agree on."""

    @property
    def type(self) -> str:
        """"STATE" ...; empty for a blank node."""

    @property
    def state(self) -> str | None:
        """Alpha-3 code of the state it belongs to."""

    @property
    def aliases(self) -> list[str]:
        """Its other names, sorted."""

    @property
    def blank(self) -> bool:
        """The unknown other party of a relation of which one party is named."""

    def __eq__(self, other: object, /) -> bool: ...

    def __hash__(self) -> int: ...

    def __str__(self) -> str: ...

    def __repr__(self) -> str: ...

class Edge:
    """
    A relation of a graph, as it was when it was asked for; Graph.reports(edge) tells who says so.
    """

    @property
    def source(self) -> str:
        """Id of the node of the doer."""

    @property
    def target(self) -> str:
        """Id of the node of the other party; "_:..." if nobody is named."""

    @property
    def type(self) -> str:
        """"arms_transfer" ..."""

    @property
    def symmetric(self) -> bool:
        """Has it no direction?"""

    @property
    def arguments(self) -> dict[str, list[str]]:
        """By role the ids of entities, and the words of values."""

    @property
    def report_count(self) -> int:
        """How many reports it has."""

    def __eq__(self, other: object, /) -> bool: ...

    def __hash__(self) -> int: ...

    def __str__(self) -> str: ...

    def __repr__(self) -> str: ...

class Path:
    """A path through a graph, as it was when it was asked for."""

    @property
    def nodes(self) -> list[Node]:
        """From its start to its end."""

    @property
    def edges(self) -> list[Edge]:
        """Between them; an edge may be walked against its direction."""

    def __len__(self) -> int: ...

    def __eq__(self, other: object, /) -> bool: ...

    def __hash__(self) -> int: ...

    def __str__(self) -> str: ...

    def __repr__(self) -> str: ...

class Report:
    """One document's statement of a relation."""

    @property
    def document(self) -> str:
        """Id of the document."""

    @property
    def outlet(self) -> str | None:
        """Who published it."""

    @property
    def url(self) -> str | None:
        """Where it was published."""

    @property
    def date(self) -> datetime.date | None:
        """Day of publication."""

    @property
    def status(self) -> str:
        """"happened", "planned" ..."""

    @property
    def polarity(self) -> str:
        """"asserted" or "denied"."""

    @property
    def said_by(self) -> str | None:
        """Who says so, by name or words; None: the outlet itself."""

    @property
    def said_by_id(self) -> str | None:
        """The same by id, if it is an entity."""

    @property
    def hearsay(self) -> bool:
        """"Reportedly": told by nobody named?"""

    @property
    def when(self) -> str | None:
        """When it happened: "2023-09-05", "2023-07", "2022-02-24/.."."""

    @property
    def period(self) -> tuple[datetime.date | None, datetime.date | None] | None:
        """First and last day of `when`, both included; None for an open end."""

    @property
    def where(self) -> str | None:
        """The place, by name or words."""

    @property
    def where_id(self) -> str | None:
        """The same by id, if it is an entity."""

    @property
    def evidence(self) -> str:
        """The sentence that says so."""

    @property
    def because(self) -> str:
        """The frame that found it, by file and line."""

    def __repr__(self) -> str: ...

class Graph:
    """What many documents say; dragoman.Graph is the public class."""

    def __init__(self) -> None: ...

    def add(self, document: Document) -> None:
        """
        Add what a document says; one with the same id is replaced. Linear in the document.
        """

    def remove(self, document_id: str) -> bool:
        """
        Forget a document. False if there is none of that id; else the graph is as if it had never been added.
        """

    def merge(self, other: Graph) -> None:
        """
        Add all documents of the other graph. Where both have a document of one id, but not the same facts, that with more edges stays.
        """

    @property
    def documents(self) -> list[str]:
        """Ids of its documents, sorted."""

    def __contains__(self, document_id: str) -> bool:
        """Is there a document of that id?"""

    @property
    def node_count(self) -> int:
        """Entities, blank nodes included."""

    @property
    def edge_count(self) -> int:
        """Relations."""

    @property
    def report_count(self) -> int:
        """Statements of relations; each relation has one or more."""

    def find(self, id: str) -> Node | None:
        """The node of that id, or None."""

    def nodes(self, type: str | None = None) -> list[Node]:
        """
        Its nodes by id; those of a type, or of types below it ("ORGANISATION" finds "MEDIA"), if one is named.
        """

    def edges(self, type: str | None = None) -> list[Edge]:
        """
        Its relations by source, type and target; those of one type, if one is named.
        """

    def reports(self, edge: Edge) -> list[Report]:
        """
        Who says so, when and how, by document. Empty if the graph has no such edge any more.
        """

    def _query(self, text: str, parameters: dict[str, object], most_rows: int, most_work: int) -> tuple[list[str], list[tuple[object, ...]]]: ...

    def dumps(self, format: str = 'json') -> bytes:
        """
        The graph in a file's format: "json" (node-link), "jsonl", "graphml" or "dot". Equal graphs give equal bytes.
        """

    def _parse(self, data: bytes, format: str, name: str) -> None: ...

    def _entities(self) -> Table: ...

    def _relations(self) -> Table: ...

    def _reports(self) -> Table: ...

class Store:
    """
    Documents' facts in one SQLite file; dragoman.Store is the public class.
    """

    def __init__(self, path: str, mode: str, sync: bool) -> None: ...

    def _put(self, documents: list[Document]) -> tuple[int, int, int]: ...

    def remove(self, document_id: str) -> bool:
        """Forget a document. False if there is none of that id."""

    def __contains__(self, document_id: str) -> bool:
        """Is there a document of that id?"""

    def _documents(self, from_date: object | None, to_date: object | None, outlets: Sequence[str]) -> list[str]: ...

    def _fill(self, graph: Graph, from_date: object | None, to_date: object | None, outlets: Sequence[str]) -> None: ...

    def _query(self, text: str, parameters: dict[str, object]) -> tuple[list[str], list[tuple[object, ...]]]: ...

    def _counts(self) -> list[int]: ...

    def close(self) -> None:
        """Give the file free. Closing twice does nothing."""

    @property
    def path(self) -> str:
        """Of the file."""

def relation_rows(documents: Sequence[Document | tuple[str, str]]) -> Table:
    """
    A row for each report of each relation of the documents, and one for each pair (id, message) of what could not be read; dragoman.arrow.SCHEMA tells the columns.
    """
