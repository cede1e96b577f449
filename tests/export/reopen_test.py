# Part of dragoman; see LICENSE.
"""Every export is opened again by a program that is not ours.

    tests/export/reopen_test.py BUILD_DIR

networkx and igraph read GraphML, networkx GEXF and node-link JSON, rdflib Turtle and JSON-LD,
graphviz DOT, the csv module the tables for Neo4j; the JSON formats and GraphML also come back to
the same bytes. Each with a readable graph and with one whose every text is hostile.
"""

import csv
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import igraph
import networkx
import rdflib
import rdflib.compare

SOURCE = pathlib.Path(__file__).resolve().parents[2]
NEWS = SOURCE / "examples" / "news_graph.jsonl"
D = rdflib.Namespace("urn:dragoman:vocabulary:")
HOSTILE = ["=cmd|'/C calc'!A0", "+1", "-1+2", "@SUM(A1)", "\ttab", "\rreturn", "a\nb\r\nc", "]]>", "<script>&amp;\"'",
           "\\\"\"\"\\", "\x00\x01\x1b[31m", "\x7f\x85", "naïve 日本 😀", "\u202eabc", "\ufffe\uffff", "a;b,c",
           "'; DROP TABLE", "%41 ^`{}|<>", "_:x", "\\u0041\\n", "\"^^<x>", "@en"]


def hostile_lines():
    """A graph of two parties a text, the text wherever a text can stand."""
    lines = [{"kind": "document", "id": text, "date": "2024-03-01", "outlet": text, "url": text} for text in HOSTILE]
    edges = []
    for number, text in enumerate(HOSTILE):
        ids = ["n" + text, text if not text.startswith("_:") else "m" + text]
        named = {"document": text, "type": "PERSON", "name": text, "aliases": [text + "!"], "state": text}
        lines += [{"kind": "node", "id": node, "named_in": [named]} for node in ids]
        span = {"start": 0, "end": 5}
        report = {"document": text, "status": "happened", "polarity": "asserted", "said_by": text, "said_by_entity": False,
                  "hearsay": False, "when": None, "where": text, "where_entity": False,
                  "evidence": {**span, "text": text}, "trigger": span, "because": text}
        edges.append({"kind": "edge", "source": ids[0], "target": ids[1], "type": "visit", "symmetric": False,
                      "arguments": [{"role": "visitor", "entity": ids[0]}, {"role": "item", "value": text}],
                      "reports": [report, {**report, "status": "planned"}]})
    return "".join(json.dumps(line) + "\n" for line in lines + edges)


def xml_text(text):
    """What XML can hold of a text, as the writer documents it."""
    return "".join("\ufffd" if (ord(c) < 0x20 and c not in "\t\n\r") or ord(c) in (0x7f, 0xfffe, 0xffff) else c
                   for c in text)


class Exports:
    """One graph in all formats."""

    def __init__(self, command, source, folder):
        self.folder = folder
        for ending in ["json", "jsonl", "graphml", "gexf", "dot", "ttl", "jsonld"]:
            subprocess.run([command, "convert", source, "--out", folder / f"g.{ending}"], check=True)
        subprocess.run([command, "convert", source, "--format", "neo4j", "--out", folder / "tables"], check=True)
        lines = [json.loads(line) for line in self.text("jsonl").split("\n") if line]
        self.nodes = [line for line in lines if line["kind"] == "node"]
        self.edges = [line for line in lines if line["kind"] == "edge"]
        self.documents = [line for line in lines if line["kind"] == "document"]
        self.reports = sum(len(edge["reports"]) for edge in self.edges)

    def path(self, ending):
        return self.folder / f"g.{ending}"

    def text(self, ending):
        return self.path(ending).read_bytes().decode("utf-8")

    def table(self, name):
        with open(self.folder / "tables" / name, encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))


class ReopenTest(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        root = pathlib.Path(cls.temporary.name)
        (root / "hostile.jsonl").write_text(hostile_lines(), encoding="utf-8")
        cls.all = {}
        for name, source in [("news", NEWS), ("hostile", root / "hostile.jsonl")]:
            (root / name).mkdir()
            cls.all[name] = Exports(COMMAND, source, root / name)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def each(self, check):
        for name, exports in self.all.items():
            with self.subTest(name):
                check(exports)

    def test_the_graphs_are_not_empty(self):
        self.assertEqual(len(self.all["hostile"].edges), len(HOSTILE))
        self.assertGreater(self.all["news"].reports, 20)

    def test_graphml_in_networkx(self):
        def check(e):
            graph = networkx.read_graphml(e.path("graphml"))
            self.assertEqual(graph.number_of_nodes(), len(e.nodes))
            self.assertEqual(graph.number_of_edges(), len(e.edges))
            for node in e.nodes:
                seen = graph.nodes[xml_text(node["id"])]
                self.assertEqual(seen.get("label", ""), xml_text(node["name"]))
                self.assertEqual(seen["blank"], node["blank"])
            self.assertEqual(sum(data["reports"] for _, _, data in graph.edges(data=True)), e.reports)
            self.assertTrue(all(data["happenings"] >= 1 for _, _, data in graph.edges(data=True)))
        self.each(check)

    def test_graphml_in_igraph(self):
        def check(e):
            graph = igraph.Graph.Read_GraphML(str(e.path("graphml")))
            self.assertEqual((graph.vcount(), graph.ecount()), (len(e.nodes), len(e.edges)))
            self.assertEqual(sorted(graph.vs["label"]), sorted(xml_text(node["name"]) for node in e.nodes))
            self.assertEqual(sorted(graph.es["type"]), sorted(edge["type"] for edge in e.edges))
        self.each(check)

    def gexf(self, exports):
        try:
            return networkx.read_gexf(exports.path("gexf"), version="1.3")
        except networkx.NetworkXError:   # networkx before 3 knows the same elements under 1.2draft
            old = exports.text("gexf").replace("http://gexf.net/1.3", "http://www.gexf.net/1.2draft")
            path = exports.folder / "old.gexf"
            path.write_text(old, encoding="utf-8")
            return networkx.read_gexf(path)

    def test_gexf_in_networkx(self):
        def check(e):
            graph = self.gexf(e)
            self.assertEqual(graph.number_of_nodes(), len(e.nodes))
            self.assertEqual(graph.number_of_edges(), len(e.edges))
            for node in e.nodes:
                self.assertEqual(graph.nodes[xml_text(node["id"])]["label"], xml_text(node["name"]))
        self.each(check)
        news = self.gexf(self.all["news"])
        visits = [data for _, target, data in news.edges(data=True) if data["label"] == "visit" and target == "GHA"]
        spells = sorted(spell for data in visits for spell in data["spells"])
        # "Lakes Wire" tells no day, so its document's counts; the month that was planned holds the rest.
        self.assertEqual(spells, [("2024-03-01", "2024-03-31"), ("2024-03-12", "2024-03-12"), ("2024-04-15", "2024-04-15")])

    def test_node_link_json_in_networkx(self):
        def check(e):
            data = json.loads(e.text("json"))
            try:
                graph = networkx.node_link_graph(data, edges="links")
            except TypeError:
                graph = networkx.node_link_graph(data)
            self.assertTrue(graph.is_directed() and graph.is_multigraph())
            self.assertEqual(graph.number_of_nodes(), len(e.nodes))
            self.assertEqual(sum(len(d["reports"]) for _, _, d in graph.edges(data=True)), e.reports)
            self.assertEqual({node: d["name"] for node, d in graph.nodes(data=True)},
                             {node["id"]: node["name"] for node in e.nodes})
        self.each(check)

    def test_turtle_and_json_ld_in_rdflib(self):
        def check(e):
            turtle = rdflib.Graph().parse(e.path("ttl"), format="turtle")
            ld = rdflib.Graph().parse(e.path("jsonld"), format="json-ld")
            self.assertEqual(len(turtle), len(ld))
            self.assertTrue(rdflib.compare.isomorphic(turtle, ld))
            count = lambda kind: len(set(turtle.subjects(rdflib.RDF.type, D[kind])))
            self.assertEqual(count("Report"), e.reports)
            self.assertEqual(count("Relation"), len(e.edges))
            self.assertEqual(count("Document"), len(e.documents))
            self.assertEqual(count("Entity"), sum(not node["blank"] for node in e.nodes))
            labels = sorted(str(label) for label in turtle.objects(None, rdflib.RDFS.label))
            clean = lambda text: "".join("\ufffd" if ord(c) < 0x20 and c not in "\t\n\r" else c for c in text)
            self.assertEqual(labels, sorted(clean(node["name"]) for node in e.nodes if node["name"]))
            evidence = {str(text) for text in turtle.objects(None, D.evidence)}
            self.assertEqual(evidence, {clean(r["evidence"]["text"]) for edge in e.edges for r in edge["reports"]})
        self.each(check)

    def test_a_sparql_question_over_the_turtle(self):
        graph = rdflib.Graph().parse(self.all["news"].path("ttl"), format="turtle")
        rows = graph.query("""
            PREFIX d: <urn:dragoman:vocabulary:> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            SELECT ?supplier ?status WHERE {
              ?relation a d:arms_transfer; d:supplier/rdfs:label ?supplier; d:recipient/rdfs:label "Kenya".
              ?report d:relation ?relation; d:status ?status; d:polarity "asserted" } ORDER BY ?status""")
        self.assertEqual([tuple(map(str, row)) for row in rows], [("Turkey", "happened"), ("Turkey", "planned")])

    def test_dot_in_graphviz(self):
        def check(e):
            result = subprocess.run(["dot", "-Tdot_json", e.path("dot")], check=True, stdout=subprocess.PIPE,
                                    stderr=subprocess.PIPE)
            graph = json.loads(result.stdout.decode("utf-8", "replace"))
            self.assertEqual(len(graph["objects"]), len(e.nodes))
            self.assertEqual(len(graph["edges"]), len(e.edges))
        self.each(check)

    def test_neo4j_tables_join_and_run_nothing(self):
        def check(e):
            entities, documents, reports = (e.table(f"{t}.csv") for t in ("entities", "documents", "reports"))
            self.assertEqual((len(entities), len(documents), len(reports)), (len(e.nodes), len(e.documents), e.reports))
            ids = {row["id:ID(Entity)"] for row in entities}
            self.assertEqual(len(ids), len(e.nodes))
            for row in reports:
                self.assertIn(row[":START_ID(Entity)"], ids)
                self.assertIn(row[":END_ID(Entity)"], ids)
            for row in entities + documents + reports:
                for cell in row.values():
                    self.assertFalse(cell.startswith(("=", "+", "-", "@", "\t", "\r")), cell)
                    self.assertNotIn("\n", cell)
            self.assertIn("Entity", entities[0][":LABEL"].split(";"))
        self.each(check)
        accra = [row for row in self.all["news"].table("entities.csv") if row["name"] == "Accra"]
        self.assertEqual(accra[0][":LABEL"], "Entity;CITY")

    def test_readable_formats_come_back_to_the_same_bytes(self):
        def check(e):
            for ending in ["json", "jsonl", "graphml"]:
                back = e.folder / f"back-{ending}.jsonl"
                subprocess.run([COMMAND, "convert", e.path(ending), "--out", back], check=True)
                self.assertEqual(back.read_bytes(), e.path("jsonl").read_bytes(), ending)
        self.each(check)

    def test_the_example_is_as_dragoman_writes_it(self):
        self.assertEqual(NEWS.read_bytes(), self.all["news"].path("jsonl").read_bytes())


if __name__ == "__main__":
    COMMAND = pathlib.Path(sys.argv.pop(1)).resolve() / "dragoman"
    unittest.main()
