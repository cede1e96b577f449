# Part of dragoman; see LICENSE.
"""The store from Python."""

import sqlite3

import pytest

import dragoman


def articles(sentences):
    return [dragoman.Article(s, f"2023-09-{10 + i}", f"doc{i}", "Post" if i % 2 else "Times")
            for i, s in enumerate(sentences)]


def test_what_is_ingested_is_asked_again(nlp, sentences, tmp_path):
    path = tmp_path / "news.db"
    with dragoman.Store(path) as store:
        done = store.ingest(nlp.pipe([*articles(sentences), None]))
        assert done == (len(sentences), 0, 0, 1)
        assert store.ingest(nlp.pipe(articles(sentences))) == (0, 0, len(sentences), 0)
    with dragoman.Store(path, "r") as store:
        assert store.graph() == dragoman.Graph(nlp.pipe(articles(sentences)))
        assert store.counts().documents == len(sentences) and "doc0" in store
        rows = store.query("MATCH (a)-[r:arms_transfer]->(b) WHERE a.id = $who RETURN a, b", {"who": "PRK"})
        assert [(a.id, b.id) for a, b in rows] == [("PRK", "RUS")]
        assert rows.to_pandas().b.tolist() == ["Russia"]
        assert store.documents(from_date="2023-09-11", to_date="2023-09-12") == ["doc1", "doc2"]
        assert store.documents(outlets=["Post"]) == ["doc1", "doc3", "doc5"]
        assert not store.query("MATCH (a)-[r:arms_transfer]->(b) WHERE a.id = 'PRK' RETURN a", from_date="2023-09-11")
    assert sqlite3.connect(path).execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_documents_are_replaced_and_removed(nlp, tmp_path):
    with dragoman.Store(tmp_path / "news.db", sync=False) as store:
        store.ingest([nlp("Iran attacked Israel.", id="a")])
        assert store.ingest([nlp("Israel attacked Iran.", id="a")]).replaced == 1
        assert store.remove("a") and not store.remove("a") and not store.graph().documents


def test_what_is_no_store_is_told_with_its_name(nlp, tmp_path):
    with pytest.raises(dragoman.DataError, match=r"none\.db"):
        dragoman.Store(tmp_path / "none.db", "r")
    (tmp_path / "text.db").write_text("no database, but long enough to look like something " * 40)
    with pytest.raises(dragoman.DataError, match=r"text\.db"):
        dragoman.Store(tmp_path / "text.db")
    with pytest.raises(dragoman.DataError, match="mode is 'x'"):
        dragoman.Store(tmp_path / "news.db", "x")
    store = dragoman.Store(tmp_path / "news.db")
    with pytest.raises(TypeError, match="not str"):
        store.ingest(["Iran."])
    store.close()
    store.close()
    with pytest.raises(dragoman.DataError, match="the store is closed"):
        store.counts()
