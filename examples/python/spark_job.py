# Part of dragoman; see LICENSE.
"""A Spark job: articles in, their relations and the graph of them out, as Parquet.

    spark-submit examples/python/spark_job.py examples/python/articles.jsonl out/

OUT/rows has a row for each report of a relation, with its evidence; OUT/entities, OUT/relations and
OUT/happenings are the graph (docs/scale.md).
"""

import sys

from pyspark.sql import SparkSession

from dragoman import spark

COLUMNS = "id string, date string, outlet string, text string"


def main(articles: str, out: str) -> None:
    session = SparkSession.builder.appName("dragoman").getOrCreate()
    read = session.read.schema(COLUMNS).json(articles)
    spark.extract(read, id="id", outlet="outlet").write.mode("overwrite").parquet(f"{out}/rows")
    # From what was written, or Spark would read the articles again for each table.
    graph = spark.build_graph(session.read.parquet(f"{out}/rows"))
    for name, table in graph._asdict().items():
        table.write.mode("overwrite").parquet(f"{out}/{name}")
    session.read.parquet(f"{out}/happenings").orderBy("from_day", "type", "source", "target").select(
        "from_day", "source", "type", "target", "reports", "statuses").show(truncate=False)
    session.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
