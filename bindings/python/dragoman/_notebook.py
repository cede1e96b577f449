# Part of dragoman; see LICENSE.
"""What notebooks show. All text is escaped: an article cannot add markup to the page."""

from __future__ import annotations

import builtins
import html
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ._core import Document, Mention, Relation

if TYPE_CHECKING:
    from ._graph import Graph

# Colours that are told apart by those who see fewer, and read on white and on black.
_COLOURS = {
    "PERSON": "#e69f0055", "STATE": "#56b4e955", "CITY": "#009e7355", "PLACE": "#009e7355", "NATIONALITY": "#56b4e92e",
    "OFFICE": "#e69f002e", "WEAPON": "#d55e0055", "EVENT": "#cc79a755", "DATE": "#99999940", "MONEY": "#99999940",
    "QUANTITY": "#99999940", "GROUP": "#f0e44255",
}
_MARK = "background:{colour};border-radius:.25em;padding:.1em .25em"
_SMALL = '<span style="font-size:.65em;opacity:.75;margin-left:.3em">{}</span>'


def _escape(text: object) -> str:
    return html.escape("" if text is None else str(text))


def _open(mention: Mention) -> str:
    style = _MARK.format(colour=_COLOURS.get(mention.type, "#0072b240"))
    title = mention.entity.id if mention.entity else mention.type
    return f'<span style="{style}" title="{_escape(title)}">'


def _marked(doc: Document) -> str:
    """The text with its mentions marked; they nest, so each closes before what holds it."""
    out: list[str] = []
    open_: list[Mention] = []
    text, at = doc.text, 0

    def close_until(place: int) -> None:
        nonlocal at
        while open_ and open_[-1].end <= place:
            mention = open_.pop()
            out.append(_escape(text[at:mention.end]) + _SMALL.format(_escape(mention.type)) + "</span>")
            at = mention.end

    for mention in sorted(doc.ents, key=lambda m: (m.start, -m.end)):
        close_until(mention.start)
        out.append(_escape(text[at:mention.start]) + _open(mention))
        at = mention.start
        open_.append(mention)
    close_until(len(text))
    out.append(_escape(text[at:]))
    return "".join(out)


def table_html(columns: Sequence[str], rows: Iterable[Sequence[object]], most: int = 200) -> str:
    """A plain table; beyond `most` rows it says how many are left out."""
    rows = list(rows)
    head = "".join(f"<th>{_escape(name)}</th>" for name in columns)
    body = "".join("<tr>" + "".join(f"<td>{_escape(cell)}</td>" for cell in row) + "</tr>" for row in rows[:most])
    more = f"<p>{len(rows) - most} more rows</p>" if len(rows) > most else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


_RELATION_COLUMNS = ("relation", "arguments", "status", "said by", "when", "evidence")


def _relation_row(relation: Relation) -> tuple[object, ...]:
    arguments = "; ".join(f"{role}: {', '.join(str(a) for a in all_)}" for role, all_ in relation.arguments.items())
    status = relation.status + (" (denied)" if relation.polarity == "denied" else "")
    said_by = relation.said_by.text if relation.said_by else "hearsay" if relation.hearsay else ""
    return relation.type, arguments, status, said_by, relation.when or "", relation.evidence.text


def document_html(doc: Document) -> str:
    """The text with its mentions, and its relations below."""
    marked = f'<div style="white-space:pre-wrap;line-height:1.9">{_marked(doc)}</div>'
    return marked + (table_html(_RELATION_COLUMNS, map(_relation_row, doc.relations)) if doc.relations else "")


def graph_html(graph: Graph, most: int = 50) -> str:
    """The relations that most reports speak of."""
    edges = sorted(graph.edges(), key=lambda e: -e.report_count)
    names = {node.id: "" if node.blank else node.name for node in graph.nodes()}
    rows = ((names[e.source], e.type, names[e.target], e.report_count) for e in edges)
    return f"<p>{_escape(repr(graph))}</p>" + table_html(("from", "relation", "to", "reports"), rows, most)


def show(doc: Document) -> None:
    """What Document.show() does."""
    if hasattr(builtins, "__IPYTHON__"):
        from IPython import display

        display.display(doc)  # by its _repr_html_
        return
    print(repr(doc))
    for relation in doc.relations:
        name, arguments, status, said_by, when, evidence = _relation_row(relation)
        print(f"  {name} ({status}) {arguments}" + (f"; said by {said_by}" if said_by else "")
              + (f"; when: {when}" if when else ""))
        print(f"    {str(evidence).strip()}")
