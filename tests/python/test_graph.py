# Part of dragoman; see LICENSE.
"""Graphs: what they hold, and what they become elsewhere."""

import datetime
import pickle
import threading

import pytest

import dragoman


def test_a_graph_is_the_set_of_its_documents(nlp, sentences, news):
    documents = [nlp(s, date="2023-09-15", id=f"doc{i}", outlet="Example Post", url=f"https://example.org/{i}")
                 for i, s in enumerate(sentences)]
    backwards = dragoman.Graph(reversed(documents))
    assert backwards == news and repr(backwards) == repr(news)
    halves = dragoman.Graph(documents[:3])
    halves.merge(dragoman.Graph(documents[3:]))
    assert halves == news
    more = nlp("Japan criticised China.", id="more")
    halves.add(more)
    assert halves != news and "more" in halves
    assert halves.remove("more") and not halves.remove("more")
    assert halves == news and halves.documents == [f"doc{i}" for i in range(len(sentences))]
    halves.merge(halves)
    assert halves == news


def test_a_document_has_a_graph(nlp):
    doc = nlp("Iran sent drones to Russia.")
    assert doc.graph == dragoman.Graph([doc]) and doc.graph.documents == [doc.id]


def test_failed_documents_are_passed_over_and_others_refused(nlp):
    assert dragoman.Graph(nlp.pipe(["Iran.", None])).documents == [nlp("Iran.").id]
    with pytest.raises(TypeError, match="not of str"):
        dragoman.Graph(["Iran."])


def test_a_query_takes_parameters_and_gives_rows(news):
    rows = news.query("MATCH (a:STATE)-[r:arms_transfer]->(b) WHERE a.id = $who RETURN a, r, b, r.status AS s, r.date",
                      {"who": "PRK"})
    assert rows.columns == ["a", "r", "b", "s", "r.date"]
    [(a, r, b, status, date)] = rows
    assert (a.id, a.name, str(a), r.type, b.id, status, date) == (
        "PRK", "North Korea", "North Korea", "arms_transfer", "RUS", "happened", "2023-09-15")
    assert rows.to_dicts()[0]["s"] == "happened"
    assert rows.to_pandas()["a"].tolist() == ["North Korea"]
    assert rows.to_polars()["b"].to_list() == ["Russia"]
    assert "North Korea" in rows._repr_html_() and "PRK" in repr(rows)


def test_paths_and_lists_hold_parts_of_the_graph(news):
    [(path, nodes)] = news.query("MATCH p = (a {id: 'PRK'})-[r:arms_transfer]->(b) RETURN p, [a, b] AS ends")
    assert [n.id for n in path.nodes] == [n.id for n in nodes] == ["PRK", "RUS"] and len(path) == 1
    assert path.edges[0].type == "arms_transfer" and str(path) == "North Korea -[arms_transfer]-> Russia"
    frame = news.query("MATCH p = (a {id: 'PRK'})-[r:arms_transfer]->(b) RETURN p, collect(b) AS b").to_pandas()
    assert frame.values.tolist() == [[str(path), ["Russia"]]]


@pytest.mark.parametrize("value", ["x' OR true", 7, 7.5, True, None, ["PRK", "RUS"], datetime.date(2023, 9, 15)])
def test_parameters_are_values_not_query_text(news, value):
    assert len(news.query("MATCH (a {id: 'PRK'}) RETURN $v AS v", {"v": value})) == 1


def test_lists_of_parameters(news):
    rows = news.query("MATCH (a) WHERE a.id IN $ids RETURN a.id ORDER BY a.id", {"ids": ("RUS", "PRK")})
    assert list(rows) == [("PRK",), ("RUS",)]
    with pytest.raises(TypeError, match=r"parameter \$v must be .* not object"):
        news.query("MATCH (a) WHERE a.id = $v RETURN a", {"v": object()})
    with pytest.raises(dragoman.DataError, match="64 bits"):
        news.query("MATCH (a) WHERE a.id = $v RETURN a", {"v": 1 << 70})


def test_a_wrong_query_says_where(news):
    with pytest.raises(dragoman.DataError, match=r'1:14: no relation type "arms_tranfser"; did you mean "arms_transfer"'):
        news.query("MATCH (a)-[r:arms_tranfser]->(b) RETURN a")
    with pytest.raises(dragoman.DataError, match="rows"):
        news.query("MATCH (a) RETURN a", most_rows=1)


def test_nodes_edges_reports(news):
    states = news.nodes("STATE")
    assert {"PRK", "RUS"} <= {n.id for n in states} and all(n.type == "STATE" for n in states)
    assert news.find("PRK") in states and news.find("nobody") is None
    [edge] = [e for e in news.edges("arms_transfer") if e.source == "PRK"]
    assert edge.arguments == {"supplier": ["PRK"], "recipient": ["RUS"], "item": ["artillery shells"]}
    [report] = news.reports(edge)
    assert (report.said_by, report.document, report.date) == ("U.S. officials", "doc0", datetime.date(2023, 9, 15))
    with pytest.raises(dragoman.DataError, match="no type 'STAET'"):
        news.nodes("STAET")


def test_parts_stay_true_when_the_graph_changes(nlp, sentences):
    graph = dragoman.Graph([nlp(sentences[0], id="a")])
    [edge] = graph.edges()
    graph.add(nlp(sentences[3], id="b"))
    assert len(graph.reports(edge)) == 1
    graph.remove("a")
    assert graph.reports(edge) == [] and edge.source == "PRK"


@pytest.mark.parametrize("ending", ["json", "jsonl", "graphml"])
def test_files_are_read_back(news, tmp_path, ending):
    news.save(tmp_path / f"g.{ending}")
    assert dragoman.Graph.load(tmp_path / f"g.{ending}") == news


def test_files_that_are_no_graphs(news, tmp_path):
    (tmp_path / "g.json").write_text("{")
    with pytest.raises(dragoman.DataError, match=r"g\.json"):
        dragoman.Graph.load(tmp_path / "g.json")
    with pytest.raises(dragoman.DataError, match="no graph format 'xls'"):
        news.save(tmp_path / "g.xls")
    with pytest.raises(FileNotFoundError):
        dragoman.Graph.load(tmp_path / "none.json")


def test_a_graph_pickles(news):
    assert pickle.loads(pickle.dumps(news)) == news


def test_networkx(news):
    networkx = pytest.importorskip("networkx")
    graph = news.to_networkx()
    assert isinstance(graph, networkx.MultiDiGraph)
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (news.node_count, news.edge_count)
    assert graph.nodes["PRK"]["name"] == "North Korea"
    [edge] = [data for _, _, data in graph.out_edges("PRK", data=True) if data["type"] == "arms_transfer"]
    assert edge["reports"][0]["said_by"] == "U.S. officials" and edge["weight"] == 1


def test_igraph(news):
    pytest.importorskip("igraph")
    graph = news.to_igraph()
    assert (graph.vcount(), graph.ecount()) == (news.node_count, news.edge_count)
    assert graph.vs.find(name="PRK")["label"] == "North Korea"
    assert {e["type"] for e in graph.es} == {e.type for e in news.edges()}


def test_pandas(news):
    frames = news.to_pandas()
    assert len(frames.entities) == sum(not n.blank for n in news.nodes())
    assert len(frames.relations) == news.edge_count and len(frames.reports) == news.report_count
    assert frames.entities.set_index("id").loc["PRK", "name"] == "North Korea"
    joined = frames.reports.merge(frames.relations, on="relation")
    assert "U.S. officials" in joined[joined.source == "PRK"].said_by.tolist()


def test_polars(news):
    frames = news.to_polars()
    assert frames.relations["relation"].to_list() == list(range(news.edge_count))
    assert frames.reports.schema["date"].is_temporal()


def test_arrow_takes_the_columns_without_a_copy(news):
    pyarrow = pytest.importorskip("pyarrow")
    for table in news.to_arrow():
        arrow = pyarrow.table(table)
        arrow.validate(full=True)
        assert arrow.to_pylist() == table.to_pylist() and arrow.to_pydict() == table.to_pydict()
        assert arrow.column_names == table.column_names and len(arrow) == len(table)
    names = news.to_arrow().entities
    column = names.column_names.index("name")
    first, second = (pyarrow.table(names).column(column).chunk(0).buffers()[2].address for _ in range(2))
    assert first == second


def test_parquet_holds_what_arrow_holds(news, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    folder = tmp_path / "new" / "graph"
    for _ in range(2):    # a second time it replaces the files
        news.to_parquet(folder)
    assert sorted(f.name for f in folder.iterdir()) == ["entities.parquet", "relations.parquet", "reports.parquet"]
    for name, table in zip(("entities", "relations", "reports"), news.to_arrow()):
        assert parquet.read_table(folder / f"{name}.parquet").to_pylist() == table.to_pylist()
    (tmp_path / "file").touch()
    with pytest.raises(OSError):
        news.to_parquet(tmp_path / "file")


def test_arrow_outlives_the_graph(nlp, sentences):
    pyarrow = pytest.importorskip("pyarrow")
    arrow = pyarrow.table(dragoman.Graph(nlp.pipe(sentences)).to_arrow().reports)
    assert any("artillery shells" in row["evidence"] for row in arrow.to_pylist())
    unread = dragoman.Graph(nlp.pipe(sentences)).to_arrow().reports.__arrow_c_stream__()
    del unread  # a capsule that nobody reads frees what it holds
    assert pyarrow.schema(dragoman.Graph().to_arrow().relations).names[0] == "relation"
    assert len(pyarrow.table(dragoman.Graph().to_arrow().reports)) == 0


def test_columns_with_nulls_and_many_rows(nlp):
    pyarrow = pytest.importorskip("pyarrow")
    states = ["Iran", "Israel", "Japan", "China", "France", "Egypt", "Kenya", "Peru", "Cuba"]
    graph = dragoman.Graph(nlp.pipe([f"{a} attacked {b} on May {i + 1}." if i % 2 else f"{a} criticised {b}."
                                     for i, a in enumerate(states) for b in states if a != b], date="2023-06-01"))
    for table in graph.to_arrow():
        arrow = pyarrow.table(table)
        arrow.validate(full=True)
        assert arrow.to_pylist() == table.to_pylist()
    assert graph.to_polars().reports["when"].null_count() > 0


def test_threads_read_while_one_adds(nlp, sentences):
    graph = dragoman.Graph(nlp.pipe(sentences))
    query = "MATCH (a:STATE)-[r]->(b) RETURN count(*)"
    failures = []

    def read():
        try:
            for _ in range(100):
                assert graph.query(query)[0][0] > 0
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for i in range(100):
        graph.add(nlp(f"Iran attacked Israel {i} times."))
    for thread in threads:
        thread.join()
    assert not failures


def test_a_notebook_shows_the_graph(news):
    assert "North Korea" in news._repr_html_() and "arms_transfer" in news._repr_html_()
