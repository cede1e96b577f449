# Part of dragoman; see LICENSE.
"""dragoman on Spark: relations of any number of articles, and the graph of them as tables.

>>> from dragoman import spark
>>> rows = spark.extract(articles, text="text", date="date", id="url")
>>> graph = spark.build_graph(rows)
>>> graph.happenings.where("type = 'arms_transfer'").show()

The package must be installed where the workers run (or be shipped with ``spark.archives``); each
worker process loads its data once. docs/scale.md has the costs and how to size a cluster.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from pyspark.sql import functions as F
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.window import Window

from ._pipeline import Pipeline
from .arrow import SCHEMA, Extractor

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import Column, DataFrame

# Reports of one happening are at most so many days apart; docs/scale.md.
_DAYS = {"event": 7, "process": 60}


class SparkGraph(NamedTuple):
    """The graph of many articles as three DataFrames."""

    entities: DataFrame
    relations: DataFrame
    happenings: DataFrame


def extract(df: DataFrame, text: str = "text", date: str | None = "date", *, id: str | None = None,
            outlet: str | None = None, url: str | None = None, pipeline: Pipeline | None = None) -> DataFrame:
    """One row for each report of a relation in each article; dragoman.arrow.SCHEMA tells the columns.

    text, date, id, outlet, url: names of columns of df; None where there is none. date is a date, a
    timestamp or text as "2023-09-05". Without id, a digest of the article is its id. pipeline: what
    to read with; None is dragoman.load() on each worker. The workers' data must be the same.

    An article that cannot be read gives one row with `error` set, and none of its relations; no bad
    article fails a task. Rows of one article stand together, and depend on that article alone.
    """
    wanted = {"text": text, "date": date, "id": id, "outlet": outlet, "url": url}
    columns = [F.col(column).alias(name) if column else F.lit(None).cast("string").alias(name)
               for name, column in wanted.items()]
    extractor = Extractor(id="id", outlet="outlet", url="url", pipeline=pipeline)
    return df.select(*columns).mapInArrow(_Reader(extractor), from_arrow_schema(SCHEMA))


class _Reader:
    """What runs on the workers: dragoman.arrow on each batch."""

    def __init__(self, extractor: Extractor) -> None:
        self._extractor = extractor

    def __call__(self, batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        for batch in batches:
            yield from self._extractor(batch).to_batches()


def build_graph(rows: DataFrame) -> SparkGraph:
    """The rows of extract() as a graph: entities, relations, happenings. Bad articles are passed over.

    entities    id, name, type, state, documents: those that take part in a relation. Name and type are put to
                the vote, one document one vote; ties go to the longer name, then to the first in byte order
    relations   type, source, target, arguments, symmetric; reports, documents, asserted, denied,
                first_date, last_date
    happenings  reports of one type between the same parties, where one follows the other within a week (what
                has a day), two months (what takes weeks) or ever (states of affairs): id, type, source,
                target, from_day, to_day, reports, documents, asserted, denied, statuses

    All three depend on the set of rows alone: not on their order, partitions or retries. A document that
    occurs twice with the same id counts once.
    """
    rows = rows.where("error is null").dropDuplicates(["document", "relation"])
    return SparkGraph(_entities(rows), _relations(rows), _happenings(rows))


def _entities(rows: DataFrame) -> DataFrame:
    named = rows.select("document", F.explode("arguments").alias("a")).where("a.name is not null").select(
        "document", F.col("a.filler").alias("id"), "a.name", "a.type", "a.state").distinct()
    out = named.groupBy("id").agg(F.countDistinct("document").alias("documents"))
    for field, order in (("name", [F.desc("votes"), F.desc(F.length("name")), F.asc("name")]),
                         ("type", [F.desc("votes"), F.asc("type")]),
                         ("state", [F.desc("votes"), F.asc_nulls_last("state")])):
        votes = named.groupBy("id", field).agg(F.countDistinct("document").alias("votes"))
        first = votes.withColumn("place", F.row_number().over(Window.partitionBy("id").orderBy(*order)))
        out = out.join(first.where("place = 1").select("id", field), "id")
    return out.select("id", "name", "type", "state", "documents")


def _relations(rows: DataFrame) -> DataFrame:
    plain = F.transform("arguments", lambda a: F.struct(a["role"].alias("role"), a["filler"].alias("filler")))
    return rows.withColumn("arguments", plain).groupBy("type", "source", "target", "arguments", "symmetric").agg(
        F.count("*").alias("reports"), F.countDistinct("document").alias("documents"), *_sides(),
        F.min("date").alias("first_date"), F.max("date").alias("last_date"))


def _sides() -> list[Column]:
    return [F.sum((F.col("polarity") == side).cast("bigint")).alias(side) for side in ("asserted", "denied")]


def _happenings(rows: DataFrame) -> DataFrame:
    # Gaps and islands: by day, a report that is too far from all before it begins a happening.
    day = F.when(F.col("kind") == "state", F.lit(None)).otherwise(F.coalesce("from_day", "to_day", "date"))
    end = F.when(F.col("kind") == "state", F.lit(None)).otherwise(F.coalesce("to_day", "from_day", "date"))
    most = F.when(F.col("kind") == "event", _DAYS["event"]).otherwise(_DAYS["process"])
    dated = rows.withColumn("day", day).withColumn("end", F.greatest("day", end))
    key = ["type", "source_party", "target_party"]
    ordered = Window.partitionBy(*key).orderBy(F.col("day").asc_nulls_last(), "document", "relation")
    reached = F.max("end").over(ordered.rowsBetween(Window.unboundedPreceding, -1))
    # What has no day stands last, and apart from what has one.
    first = F.when(F.col("day").isNull(), F.coalesce(F.lag("day").over(ordered).isNotNull(), F.lit(False))).otherwise(
        F.coalesce(F.datediff("day", reached) > most, F.lit(False)))
    numbered = dated.withColumn("first", first.cast("int")).withColumn("number", F.sum("first").over(ordered))
    text = [F.coalesce(name, F.lit("")) for name in key]
    return numbered.groupBy(*key, "number").agg(
        F.min("day").alias("from_day"), F.max("end").alias("to_day"), F.count("*").alias("reports"),
        F.countDistinct("document").alias("documents"), *_sides(),
        F.sort_array(F.collect_set("status")).alias("statuses")).select(
        F.sha2(F.concat_ws("\t", *text, F.coalesce(F.col("from_day").cast("string"), F.lit(""))), 256).alias("id"),
        "type", F.col("source_party").alias("source"), F.col("target_party").alias("target"), "from_day", "to_day",
        "reports", "documents", "asserted", "denied", "statuses")
