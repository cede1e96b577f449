# Part of dragoman; see LICENSE.
"""Graph and what it becomes elsewhere: rows, DataFrames, networkx, igraph, Arrow, files."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar, overload

from . import _core
from ._core import Document, Edge, Node, Path as GraphPath, Table

if TYPE_CHECKING:
    import igraph
    import networkx
    import pandas
    import polars

Path = str | os.PathLike[str]
Part = TypeVar("Part")


class Tables(NamedTuple):
    """A graph as three tables of Arrow columns."""

    entities: Table
    relations: Table
    reports: Table


class DataFrames(NamedTuple):
    """A graph as three pandas DataFrames."""

    entities: pandas.DataFrame
    relations: pandas.DataFrame
    reports: pandas.DataFrame


class PolarsFrames(NamedTuple):
    """A graph as three polars DataFrames."""

    entities: polars.DataFrame
    relations: polars.DataFrame
    reports: polars.DataFrame


class Rows(Sequence[tuple[object, ...]]):
    """The answer to a query: rows of None, bool, int, float, str, Node, Edge, Path or lists of these."""

    def __init__(self, columns: list[str], rows: list[tuple[object, ...]]) -> None:
        self.columns = columns
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int, /) -> tuple[object, ...]: ...
    @overload
    def __getitem__(self, index: slice, /) -> Sequence[tuple[object, ...]]: ...

    def __getitem__(self, index: int | slice, /) -> tuple[object, ...] | Sequence[tuple[object, ...]]:
        return self._rows[index]

    def __iter__(self) -> Iterator[tuple[object, ...]]:
        return iter(self._rows)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Rows):
            return (self.columns, self._rows) == (other.columns, other._rows)
        return self._rows == other

    def to_dicts(self) -> list[dict[str, object]]:
        """Each row as a dict by column."""
        return [dict(zip(self.columns, row)) for row in self._rows]

    def _plain(self) -> dict[str, list[object]]:
        return {name: [_shown(row[i]) for row in self._rows] for i, name in enumerate(self.columns)}

    def to_pandas(self) -> pandas.DataFrame:
        """As a DataFrame; nodes stand there by name, edges by type."""
        import pandas

        return pandas.DataFrame(self._plain(), columns=self.columns)

    def to_polars(self) -> polars.DataFrame:
        """As a DataFrame; nodes stand there by name, edges by type."""
        import polars

        return polars.DataFrame(self._plain(), schema=self.columns)

    def _repr_html_(self) -> str:
        from ._notebook import table_html

        return table_html(self.columns, self._rows)

    def __repr__(self) -> str:
        lines = [f"<Rows {len(self._rows)} of ({', '.join(self.columns)})"]
        lines += [f"  {row}" for row in self._rows[:10]]
        if len(self._rows) > 10:
            lines.append(f"  ... {len(self._rows) - 10} more")
        return "\n".join(lines) + ">"


def _shown(value: object) -> object:
    """Nodes by name, edges by type, paths as text."""
    if isinstance(value, list):
        return [_shown(item) for item in value]
    return str(value) if isinstance(value, (Node, Edge, GraphPath)) else value


class Graph(_core.Graph):
    """What many documents say, in one graph: entities, relations between them, reports of each.

    >>> graph = dragoman.Graph(nlp.pipe(texts))
    >>> graph.query("MATCH (a:STATE)-[r:arms_transfer]->(b:STATE) RETURN a, b, r.status, r.said_by")

    It depends on the set of its documents alone: the order in which they came leaves no trace. Any
    number of threads may use it. It pickles as what its documents say.
    """

    def __init__(self, documents: Iterable[object] = ()) -> None:
        super().__init__()
        for document in documents:
            if document:
                if not isinstance(document, Document):
                    raise TypeError(f"a graph is made of Documents, not of {type(document).__name__}")
                self.add(document)

    @classmethod
    def load(cls, path: Path) -> Graph:
        """Read a file that save() or the command `dragoman graph` wrote: .json, .jsonl or .graphml.

        Raises OSError if it cannot be read, DataError for one that is malformed, with the place.
        """
        path = pathlib.Path(path)
        return cls.loads(path.read_bytes(), path.suffix.lstrip("."), str(path))

    @classmethod
    def loads(cls, data: bytes, format: str = "json", name: str = "graph") -> Graph:
        """The same from bytes; name stands in messages for the file's."""
        graph = cls()
        graph._parse(data, format, name)
        return graph

    def save(self, path: Path) -> None:
        """Write a file; its ending names the format: .json, .jsonl, .graphml or .dot."""
        path = pathlib.Path(path)
        path.write_bytes(self.dumps(path.suffix.lstrip(".")))

    def query(self, text: str, parameters: Mapping[str, object] | None = None, *, most_rows: int = 1_000_000,
              most_work: int = 1_000_000_000) -> Rows:
        """Ask in a subset of openCypher; docs/query.md.

        parameters: what $name stands for in the query; values from outside belong there. Raises
        DataError for a query that cannot be read (line:column and what was expected), and when it
        gives more rows or takes more steps than allowed.
        """
        return Rows(*self._query(text, dict(parameters or {}), most_rows, most_work))

    def to_arrow(self) -> Tables:
        """As three tables (entities, relations, reports) that pandas, polars, pyarrow, DuckDB take without a copy.

        relations.source and .target are ids of entities, null where nobody is named; reports.relation
        is relations.relation.
        """
        return Tables(self._entities(), self._relations(), self._reports())

    def to_pandas(self) -> DataFrames:
        """As three DataFrames; days are datetime.date."""
        import pandas

        return DataFrames(*(pandas.DataFrame(table.to_pydict(), columns=table.column_names) for table in self.to_arrow()))

    def to_polars(self) -> PolarsFrames:
        """As three polars DataFrames, over the same memory."""
        import polars

        return PolarsFrames(*(polars.DataFrame(table) for table in self.to_arrow()))

    def to_parquet(self, folder: str | os.PathLike[str]) -> None:
        """Writes entities.parquet, relations.parquet and reports.parquet, the tables of to_arrow(), into a folder.

        The folder is made if it is not there; files of these names are replaced. Needs pyarrow; raises OSError
        where it cannot write.
        """
        import pyarrow
        import pyarrow.parquet

        os.makedirs(folder, exist_ok=True)
        for name, table in zip(Tables._fields, self.to_arrow()):
            pyarrow.parquet.write_table(pyarrow.table(table), os.path.join(folder, name + ".parquet"))

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """As a MultiDiGraph: nodes by id with name, type, state, aliases, blank; edges with type, symmetric,
        arguments, reports (a list of dicts) and weight (how many). A symmetric relation is one edge."""
        import networkx

        out: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
        for node in self.nodes():
            out.add_node(node.id, **_fields(node, _NODE_FIELDS))
        for edge in self.edges():
            out.add_edge(edge.source, edge.target, **self._edge(edge))
        return out

    def to_igraph(self) -> igraph.Graph:
        """As a directed igraph.Graph, with the attributes that to_networkx() gives; vertices are named by id."""
        import igraph

        nodes, edges = self.nodes(), self.edges()
        place = {node.id: i for i, node in enumerate(nodes)}
        out = igraph.Graph(n=len(nodes), edges=[(place[e.source], place[e.target]) for e in edges], directed=True)
        out.vs["name"] = [node.id for node in nodes]
        for field in _NODE_FIELDS:
            out.vs["label" if field == "name" else field] = [getattr(node, field) for node in nodes]
        attributes = [self._edge(edge) for edge in edges]
        for field in ("type", "symmetric", "arguments", "reports", "weight"):
            out.es[field] = [attribute[field] for attribute in attributes]
        return out

    def _edge(self, edge: Edge) -> dict[str, object]:
        reports = [_fields(report, _REPORT_FIELDS) for report in self.reports(edge)]
        return {"type": edge.type, "symmetric": edge.symmetric, "arguments": edge.arguments, "reports": reports,
                "weight": edge.report_count}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Graph) and self.dumps() == other.dumps()

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[object, ...]:
        return Graph.loads, (self.dumps(),)

    def __repr__(self) -> str:
        return (f"<Graph of {len(self.documents)} documents: {self.node_count} entities, "
                f"{self.edge_count} relations, {self.report_count} reports>")

    def _repr_html_(self) -> str:
        from ._notebook import graph_html

        return graph_html(self)


_NODE_FIELDS = ("name", "type", "state", "aliases", "blank")
_REPORT_FIELDS = ("document", "outlet", "url", "date", "status", "polarity", "said_by", "said_by_id", "hearsay", "when",
                  "where", "where_id", "evidence", "because")


def _fields(thing: object, names: tuple[str, ...]) -> dict[str, object]:
    return {name: getattr(thing, name) for name in names}


def graph_of(document: Document) -> Graph:
    """What Document.graph gives."""
    return Graph([document])
