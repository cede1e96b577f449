# Part of dragoman; see LICENSE.
"""dragoman on a real Spark: the same rows as in one process, also when workers are killed."""

import json
import os
import pathlib
import signal
import subprocess
import sys

import pytest

import dragoman

pytest.importorskip("pyspark")
pyarrow = pytest.importorskip("pyarrow")
pytest.importorskip("pyarrow.parquet")
pytestmark = pytest.mark.heavy

SOURCE = pathlib.Path(__file__).resolve().parents[2]
STATES = ["Iran", "Israel", "Japan", "China", "France", "Egypt", "Kenya", "Peru", "Cuba", "India", "Norway", "Poland"]
FORMS = [
    "{a} has shipped missiles to {b}, U.S. officials said on Monday.",
    "{a} denied that it had attacked {b}.",
    "The foreign ministers of {a} and {b} met in Geneva on May {day}.",
    "{a} imposed sanctions on {b} — “unjustly”, {b} said.",
    "{a} and {b} are allies.",
    "Nothing happened between {a} and 北京 🇯🇵 today.",
]
BAD = {17: (None, "2023-05-20"), 1234: ("Iran attacked Israel.", "yesterday"), 19_999: ("Iran attacked Israel.", "2023-02-30")}
COUNT = 20_000


def article(i):
    if i in BAD:
        return (f"doc{i:05}", *BAD[i], "Post")
    a, b = STATES[i % 12], STATES[(i // 12 * 5 + i + 1) % 12]
    text = FORMS[i * 7 // 3 % len(FORMS)].format(a=a, b=b, day=i % 28 + 1)
    return f"doc{i:05}", text, f"2023-05-{i % 28 + 1:02}", "Post" if i % 3 else None


COLUMNS = ["id", "body", "day", "paper"]
NAMES = {"text": "body", "date": "day", "id": "id", "outlet": "paper"}


@pytest.fixture(scope="module")
def session():
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    # local[2, 4]: two cores, and a task may fail three times before the job does.
    session = (SparkSession.builder.master("local[2, 4]").appName("dragoman")
               .config("spark.ui.enabled", "false").config("spark.driver.bindAddress", "127.0.0.1")
               .config("spark.driver.host", "127.0.0.1").config("spark.sql.shuffle.partitions", "4")
               .config("spark.driver.memory", "1g").config("spark.sql.execution.arrow.maxRecordsPerBatch", "1000")
               .getOrCreate())
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def expected():
    """The rows as one process makes them."""
    from dragoman.arrow import Extractor

    columns = zip(*(article(i) for i in range(COUNT)))
    table = pyarrow.table(dict(zip(COLUMNS, map(list, columns))))
    return Extractor(**NAMES)(table).to_pylist()


def collected(rows):
    got = [row.asDict(recursive=True) for row in rows.collect()]
    return sorted(got, key=lambda row: (row["document"], row["relation"] or 0))


@pytest.fixture(scope="module")
def articles(session):
    return session.createDataFrame([article(i) for i in range(COUNT)], COLUMNS).repartition(8)


def test_rows_equal_those_of_one_process(articles, expected):
    from dragoman import spark

    got = collected(spark.extract(articles, **NAMES))
    assert len(got) == len(expected) > COUNT / 2
    assert got == sorted(expected, key=lambda row: (row["document"], row["relation"] or 0))


def test_bad_articles_are_rows_with_an_error(expected):
    errors = {row["document"]: row["error"] for row in expected if row["error"]}
    assert set(errors) == {f"doc{i:05}" for i in BAD}
    assert "not NoneType" in errors["doc00017"] and '"yesterday" is not a date' in errors["doc01234"]


def killed_once(marks):
    """Kills its worker process in the first attempt at some tasks, when half of their rows are through."""
    def pass_on(batches):
        from pyspark import TaskContext

        context = TaskContext.get()
        for number, batch in enumerate(batches):
            if number == 1 and context.attemptNumber() == 0 and context.partitionId() in (1, 5):
                pathlib.Path(marks, str(context.partitionId())).touch()
                os.kill(os.getpid(), signal.SIGKILL)
            yield batch

    return pass_on


def test_killed_tasks_are_retried_without_loss_or_duplicates(articles, expected, tmp_path):
    from dragoman import spark

    killing = articles.mapInArrow(killed_once(str(tmp_path)), articles.schema)
    got = collected(spark.extract(killing, **NAMES))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1", "5"]  # they were killed
    assert got == sorted(expected, key=lambda row: (row["document"], row["relation"] or 0))


@pytest.fixture(scope="module")
def graph(session, articles):
    """The first tenth of the articles: what is compared is each row."""
    from dragoman import spark

    few = articles.where("id < 'doc02000'")
    return spark.build_graph(spark.extract(few, **NAMES).cache())


@pytest.fixture(scope="module")
def single(nlp):
    """The same articles in a Graph of one process."""
    found = (dragoman.Article(text, day, id, paper or "") for id, text, day, paper in map(article, range(2000)))
    return dragoman.Graph(nlp.pipe(found))


def test_relations_equal_those_of_a_graph(graph, single):
    def key(row):
        return row["type"], row["source"], row["target"], str(row["arguments"]), row["reports"]

    frame = single.to_arrow().relations.to_pylist()
    for row in frame:
        row["arguments"] = [{"role": a["role"], "filler": a["filler"]} for a in row["arguments"]]
    got = [row.asDict(recursive=True) for row in graph.relations.collect()]
    assert sorted(map(str, map(key, got))) == sorted(map(str, map(key, frame)))


def test_entities_equal_those_of_a_graph(graph, single):
    parties = {f for e in single.edges() for fillers in e.arguments.values() for f in fillers}
    expected = {(n.id, n.name, n.type, n.state) for n in single.nodes() if n.id in parties and not n.blank}
    assert {(r.id, r.name, r.type, r.state) for r in graph.entities.collect()} == expected


def test_happenings_hold_each_report_once(graph, single):
    rows = graph.happenings.collect()
    assert sum(row.reports for row in rows) == single.report_count
    assert len({row.id for row in rows}) == len(rows) < single.report_count
    allies = [row for row in rows if row.type == "ally_of"]
    assert allies and all(row.from_day is None for row in allies)
    assert len({(row.source, row.target) for row in allies}) == len(allies)


def test_the_graph_is_the_same_however_rows_come(session, articles, graph):
    from dragoman import spark

    few = articles.where("id < 'doc02000'").orderBy("body").repartition(3)
    rows = spark.extract(few, **NAMES)
    again = spark.build_graph(rows.union(rows).repartition(5).cache())  # each row twice
    for one, other in zip(graph, again):
        assert sorted(map(str, one.collect())) == sorted(map(str, other.collect()))


HAPPENINGS = [  # day of the article, text, and how many happenings there are by then
    ("2023-05-01", "Iran attacked Israel.", 1),
    ("2023-05-04", "Iran attacked Israel.", 1),
    ("2023-05-10", "Iran attacked Israel.", 1),      # a week after the last
    ("2023-05-30", "Iran attacked Israel.", 2),
    ("2023-05-30", "Israel attacked Iran.", 3),
]


def test_reports_near_each_other_are_one_happening(session):
    from dragoman import spark

    for n in range(1, len(HAPPENINGS) + 1):
        few = session.createDataFrame([(text, day) for day, text, _ in HAPPENINGS[:n]], ["text", "date"])
        assert spark.build_graph(spark.extract(few)).happenings.count() == HAPPENINGS[n - 1][2]


def test_days_may_be_dates_and_timestamps(session):
    import datetime

    from dragoman import spark

    for day in (datetime.date(2023, 5, 1), datetime.datetime(2023, 5, 1, 12), "2023-05-01"):
        [row] = spark.extract(session.createDataFrame([("Iran attacked Israel.", day)], ["text", "date"])).collect()
        assert row.date == datetime.date(2023, 5, 1) and row.error is None
    [row] = spark.extract(session.createDataFrame([("Iran attacked Israel.",)], ["text"]), date=None).collect()
    assert row.date is None and row.type == "attack"


def test_the_example_writes_the_graph_of_its_articles(nlp, tmp_path):
    job, articles = SOURCE / "examples/python/spark_job.py", SOURCE / "examples/python/articles.jsonl"
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1",
                   "PYSPARK_SUBMIT_ARGS": "--master local[2] --conf spark.ui.enabled=false --conf spark.sql.shuffle.partitions=2 pyspark-shell"}
    done = subprocess.run([sys.executable, job, articles, tmp_path], env=environment, text=True, capture_output=True)
    assert done.returncode == 0, done.stderr
    read = [json.loads(line) for line in articles.read_text().splitlines()]
    graph = dragoman.Graph(nlp(a["text"], date=a["date"], id=a["id"], outlet=a["outlet"]) for a in read)
    tables = {name: pyarrow.parquet.read_table(tmp_path / name) for name in ("rows", "entities", "relations", "happenings")}
    assert tables["rows"].num_rows == graph.report_count > 10
    assert tables["relations"].num_rows == graph.edge_count
    assert sum(tables["happenings"]["reports"].to_pylist()) == graph.report_count
    assert "arms_transfer" in done.stdout and "RUS" in done.stdout
