# Part of dragoman; see LICENSE.
"""Text in, sourced relation graph out: who did what to whom, said by whom, and when.

>>> import dragoman
>>> nlp = dragoman.load()
>>> doc = nlp("North Korea has shipped artillery shells to Russia, U.S. officials said.", date="2023-09-05")
>>> doc.relations
[<Relation arms_transfer happened supplier='North Korea' recipient='Russia' item='artillery shells' said_by='U.S. officials' 0:72>]
>>> doc.relations[0]["supplier"].id
'PRK'

All offsets count code points, so that ``text[x.start:x.end] == x.text`` for every token, sentence and
mention. Whatever is wrong with data or arguments raises ``DataError``, a ``ValueError``.
"""

from ._core import (
    Amount,
    Argument,
    DataError,
    Document,
    Entities,
    Entity,
    Mention,
    Mentions,
    Origin,
    Quote,
    Relation,
    Relations,
    RelationType,
    Sentence,
    Sentences,
    Token,
    Tokens,
    version,
)
from ._graph import Graph
from ._pipeline import Article, Failed, Pipeline, load
from ._store import Store

__version__ = version()

__all__ = [
    "Amount",
    "Argument",
    "Article",
    "DataError",
    "Document",
    "Entities",
    "Entity",
    "Failed",
    "Graph",
    "Mention",
    "Mentions",
    "Origin",
    "Pipeline",
    "Quote",
    "Relation",
    "RelationType",
    "Relations",
    "Sentence",
    "Sentences",
    "Store",
    "Token",
    "Tokens",
    "__version__",
    "load",
]
