# Part of dragoman; see LICENSE.
"""Runs the command as a user does: output, messages, exit codes.

usage: cli_test.py BUILD_FOLDER
"""
import csv
import gzip
import io
import json
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

BUILD = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else "build").resolve()
COMMAND = BUILD / "dragoman"
SOURCE = pathlib.Path(__file__).resolve().parents[2]
TEXT = ("Kenyan President William Ruto will visit Japan in May, officials said. "
        "Turkey delivered drones to Mali in 2022.\n")


class Cli(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.article = self.write("article.txt", TEXT)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    def run_it(self, *args, code=0, stdin=None):
        done = subprocess.run([COMMAND, *map(str, args)], input=stdin, capture_output=True, timeout=120)
        self.assertEqual(done.returncode, code, done.stderr.decode(errors="replace"))
        return done.stdout.decode(), done.stderr.decode()

    def graph(self, name="g.json"):
        path = self.folder / name
        self.run_it("graph", self.article, "--date", "2024-03-01", "--out", path)
        return path

    # ---- analyze

    def test_report_names_states_and_relations(self):
        out, err = self.run_it("analyze", self.article, "--date", "2024-03-01")
        self.assertIn("States", out)
        self.assertIn("Relations", out)
        self.assertIn("Mali", out)
        self.assertEqual(err, "")
        self.assertLessEqual(max(map(len, out.splitlines())), 120)

    def test_json_offsets_fit_the_text_in_every_unit(self):
        text = "😀 Élysée: " + TEXT
        path = self.write("wide.txt", text)
        units = {"byte": text.encode(), "codepoint": text, "utf16": text.encode("utf-16-le")}
        for unit, whole in units.items():
            out, _ = self.run_it("analyze", "--json", "--offsets", unit, path)
            document = json.loads(out)
            self.assertEqual(document["document"]["offsets"], unit)
            self.assertTrue(document["mentions"])
            for m in document["mentions"]:
                step = 2 if unit == "utf16" else 1
                piece = whole[m["start"] * step:m["end"] * step]
                if unit == "byte":
                    piece = piece.decode()
                elif unit == "utf16":
                    piece = piece.decode("utf-16-le")
                self.assertEqual(piece, m["text"])

    def test_json_of_several_files_is_one_line_each(self):
        out, _ = self.run_it("analyze", "--json", self.article, "-", stdin=TEXT.encode())
        ids = [json.loads(line)["document"]["id"] for line in out.splitlines()]
        self.assertEqual(ids, [self.article, "stdin"])

    def test_bad_files_are_named_and_the_others_still_read(self):
        empty = self.write("empty.txt", b"")
        binary = self.write("binary.bin", b"\x7fELF\0\0\0" * 50)
        latin = self.write("latin.txt", b"\xe9\xe8\xe0" * 50)
        missing = str(self.folder / "missing.txt")
        hollow = self.folder / "hollow"
        hollow.mkdir()
        out, err = self.run_it("analyze", "--json", missing, hollow, empty, binary, latin,
                               self.article, code=4)
        self.assertEqual(len(out.splitlines()), 1)
        lines = err.splitlines()
        self.assertEqual(lines[0], f"dragoman: {missing}: no such file")
        self.assertIn(f"dragoman: {hollow}: a folder without articles", lines[1])
        self.assertEqual(lines[2], f"dragoman: {empty}: empty, expected text")
        self.assertIn(f"{binary}: binary: 150 NUL bytes", lines[3])
        self.assertIn(f"{latin}: 150 of 150 bytes are not UTF-8", lines[4])
        self.run_it("analyze", empty, self.article, code=3)

    def test_strict_makes_a_loss_an_error(self):
        broken = self.write("news/broken.txt", b"Turkey deliv\xffered drones to Mali in 2022.\n")
        menu = self.write("news/menu.txt", TEXT + "\nSkip to main content\n")
        self.write("news/photo.jpg", "x")
        out, err = self.run_it("analyze", self.article, "--strict")
        self.assertEqual(err, "")
        said = [f"dragoman: {broken}: 1 ill-formed byte replaced, the first at byte 12",
                f"dragoman: {menu}: 1 line (20 bytes) not read as prose"]
        news = self.folder / "news"
        out, err = self.run_it("analyze", news, "--strict", "--json", code=3)
        self.assertEqual(err.splitlines(), said + ["dragoman: 1 file with other endings passed over"])
        documents = [json.loads(line)["document"] for line in out.splitlines()]   # all is done all the same
        self.assertEqual([(d["loss"]["replaced_bytes"], d["loss"]["unread_lines"]) for d in documents], [(1, 0), (0, 1)])
        self.assertEqual(self.run_it("analyze", news, "--json"), (out, ""))
        graph = self.folder / "g.json"
        _, err = self.run_it("graph", broken, menu, "--strict", "--out", graph, code=3)
        self.assertEqual(err.splitlines(), said)
        self.assertEqual(len(json.loads(graph.read_text())["graph"]["documents"]), 2)
        db = self.folder / "news.db"
        _, err = self.run_it("ingest", "--db", db, news, "--strict", "--show-errors", "1", code=3)
        self.assertEqual(err.splitlines(), [
            said[0], "dragoman: ... and 1 more articles with losses",
            f"dragoman: {db}: 2 added, 0 replaced, 0 unchanged; 2 not read in full; 1 files with other endings passed over"])
        self.run_it("ingest", "--db", db, news, "--again")
        self.run_it("ingest", "--db", db, self.article, "--strict")

    def test_a_huge_file_is_refused_before_it_is_read(self):
        path = self.folder / "huge.txt"
        with open(path, "wb") as huge:
            huge.truncate(100 << 20)
        _, err = self.run_it("analyze", path, code=3)
        self.assertIn(f"{path}: 104857600 bytes, expected at most 67108864; raise it with --max-size", err)
        self.run_it("analyze", "-", "--max-size", "10", stdin=b"x" * 11, code=3)

    def test_other_encodings_are_read_on_request(self):
        path = self.write("utf16.txt", TEXT.encode("utf-16"))
        out, _ = self.run_it("analyze", "--json", "--encoding", "utf-16", path)
        self.assertIn("Mali", out)
        _, err = self.run_it("analyze", "--encoding", "no-such", self.article, code=2)
        self.assertIn("no-such", err)

    def test_control_characters_never_reach_the_terminal(self):
        path = self.write("evil.txt", "\x1b[31mRussia\x1b[0m invaded \u202eUkraine\x07 with Iran\u0085 again.\n")
        for command in ("analyze", "explain"):
            out, _ = self.run_it(command, path)
            for bad in "\x1b\x07\u202e\u0085":
                self.assertNotIn(bad, out)
        _, err = self.run_it("analyze", "no\x1b[31mfile", code=4)
        self.assertNotIn("\x1b", err)

    def test_nothing_found_fails_only_on_request(self):
        path = self.write("dull.txt", "It rained.\n")
        self.run_it("analyze", path)
        self.run_it("analyze", "--fail-if-empty", path, code=1)

    # ---- compile

    def test_a_compiled_bundle_finds_what_its_folder_finds(self):
        data = BUILD / "share" / "dragoman" / "data"
        linked = self.folder / "data"
        linked.symlink_to(data.resolve())
        bundle = self.folder / "my.bundle"
        before, _ = self.run_it("explain", self.article, "--data", linked)
        _, err = self.run_it("compile", linked, "-o", bundle)
        self.assertIn("my.bundle", err)
        after, _ = self.run_it("explain", self.article, "--data", bundle)
        self.assertEqual(before, after)
        first = bundle.read_bytes()
        self.run_it("compile", linked, "-o", self.folder / "again")
        self.assertEqual(first, (self.folder / "again").read_bytes())
        bundle.write_bytes(first[:1000])
        _, err = self.run_it("explain", self.article, "--data", bundle, code=3)
        self.assertIn("my.bundle", err)

    def test_compile_says_what_it_lacks(self):
        self.run_it("compile", self.folder, code=4)

    # ---- graph and query

    def test_graph_formats_by_ending(self):
        for name, start in (("g.json", "{"), ("g.jsonl", "{"), ("g.graphml", "<?xml"), ("g.dot", "digraph")):
            self.assertTrue(self.graph(name).read_text().startswith(start))
        _, err = self.run_it("graph", self.article, "--out", self.folder / "g.xyz", code=2)
        self.assertIn("expected .json, .jsonl, .graphml, .gexf, .dot, .ttl or .jsonld", err)
        self.run_it("graph", self.article, "--out", self.folder / "no" / "g.json", code=4)

    def test_every_readable_format_answers_alike(self):
        question = "MATCH (a)-[r]->(b) RETURN a.id, r.type, b.id, r.status ORDER BY a.id, r.type"
        answers = {self.run_it("query", self.graph(name), question, "--format", "csv")[0]
                   for name in ("g.json", "g.jsonl", "g.graphml")}
        self.assertEqual(len(answers), 1)
        rows = list(csv.reader(io.StringIO(answers.pop())))
        self.assertEqual(rows[0], ["a.id", "r.type", "b.id", "r.status"])
        self.assertGreater(len(rows), 1)

    def test_query_parameters_and_formats(self):
        graph = self.graph()
        question = "MATCH (a {id: $who}) RETURN a.name AS name"
        out, _ = self.run_it("query", graph, question, "--param", "who=MLI", "--format", "json")
        self.assertEqual(json.loads(out), [{"name": "Mali"}])
        out, _ = self.run_it("query", graph, question, "--param", "who=MLI")
        self.assertIn("(1 row)", out)
        self.run_it("query", graph, question, "--param", "who=XXX", "--fail-if-empty", code=1)

    def test_ask_answers_as_rows(self):
        graph = SOURCE / "examples" / "news_graph.jsonl"
        out, _ = self.run_it("ask", "partners", graph, "ghana", "--most", "2", "--format", "csv")
        self.assertEqual(out.split("\r\n")[0], "partner,id,happenings,reports,relations")
        self.assertEqual(len(out.split("\r\n")), 4)
        out, _ = self.run_it("ask", "paths", graph, "TUR", "Ghana", "--format", "csv")
        self.assertIn("Turkey -[arms_transfer]-> Kenya", out)
        out, _ = self.run_it("ask", "happenings", graph, "--type", "visit", "--format", "csv")
        self.assertEqual(len(out.split("\r\n")), 4)   # two visits
        out, _ = self.run_it("ask", "ego", graph, "Mali", "--hops", "1", "--as-of", "2024-01-01", code=2)
        self.run_it("ask", "timeline", graph, "Kenya", "Nobody", code=2)
        self.run_it("ask", "timeline", graph, "Kenya", "Brazil", "--fail-if-empty", code=1)
        self.run_it("ask", "changes", graph, "2024-02-30", "2024-03-01", code=2)
        self.run_it("ask", code=2)
        self.run_it("ask", "disputes", self.folder / "none.json", code=4)

    def test_convert_writes_every_format(self):
        graph = SOURCE / "examples" / "news_graph.jsonl"
        for ending in ("json", "jsonl", "graphml", "gexf", "dot", "ttl", "jsonld"):
            self.run_it("convert", graph, "--out", self.folder / f"c.{ending}")
            self.assertGreater((self.folder / f"c.{ending}").stat().st_size, 1000)
        self.run_it("convert", graph, "--format", "neo4j", "--out", self.folder / "tables")
        self.assertEqual(len(list((self.folder / "tables").iterdir())), 3)
        self.run_it("convert", graph, "--format", "neo4j", code=2)
        self.run_it("convert", graph, "--out", self.folder / "c.xyz", code=2)
        out, _ = self.run_it("convert", graph, "--as-of", "2024-03-01", "--format", "jsonl")
        self.assertEqual(sum('"kind":"document"' in line for line in out.split("\n")), 1)

    def test_query_errors(self):
        graph = self.graph()
        _, err = self.run_it("query", graph, "MATCH (a:STAET) RETURN a", code=2)
        self.assertEqual(err, 'dragoman: query:1:10: no node type "STAET"; did you mean "STATE"?\n')
        _, err = self.run_it("query", graph, "MATCH (a)-[:arms_tranfser]->() RETURN a", code=2)
        self.assertIn('did you mean "arms_transfer"?', err)
        self.run_it("query", graph, "MATCH (a)-[:kill]->() RETURN a")
        self.run_it("query", self.folder / "none.json", "MATCH (a) RETURN a", code=4)
        self.run_it("query", self.article, "MATCH (a) RETURN a", code=3)
        self.run_it("query", graph, "MATCH (a) RETURN a", "--param", "nothing", code=2)

    # ---- view

    def page_template(self):
        return self.write("viewer.html", '<meta name="dragoman-viewer" content="2">'
                          '<script type="application/json" id="dragoman-data">null</script>')

    def page_data(self, html):
        begin = html.index('id="dragoman-data">') + len('id="dragoman-data">')
        return json.loads(html[begin:html.index("</script>", begin)])

    def test_view_fills_a_page_with_texts_and_their_graph(self):
        text = "😀 Élysée: " + TEXT
        wide = self.write("wide.jsonl", json.dumps({"id": "#1", "date": "2024-02-01", "outlet": "Post",
                                                    "url": "https://a.example/", "text": text}))
        path = self.folder / "page.html"
        out, err = self.run_it("view", wide, self.article, "--date", "2024-03-01",
                               "--template", self.page_template(), "--out", path)
        self.assertEqual((out, err), ("", ""))
        data = self.page_data(path.read_text())
        self.assertEqual([d["date"] for d in data["documents"]], ["2024-02-01", "2024-03-01"])
        shown = data["documents"][0]
        self.assertEqual((shown["outlet"], shown["url"]), ("Post", "https://a.example/"))
        self.assertEqual(shown["text"], text)
        units = text.encode("utf-16-le")

        def cut(start, end):
            return units[2 * start:2 * end].decode("utf-16-le")
        self.assertIn("Turkey", [cut(m["start"], m["end"]) for m in shown["mentions"]])
        delivery = next(e for e in data["edges"] if e["type"] == "arms_transfer")
        report = next(r for r in delivery["reports"] if r["document"] == 0)
        self.assertEqual(cut(*report["place"]), report["evidence"])
        self.assertEqual(report["evidence"], "Turkey delivered drones to Mali in 2022.")
        relation = next(r for r in shown["relations"] if r["type"] == "arms_transfer")
        self.assertEqual(relation["evidence"], report["place"])
        self.assertEqual(cut(*relation["trigger"]), "delivered")
        self.assertEqual([cut(shown["mentions"][f["mention"]]["start"], shown["mentions"][f["mention"]]["end"])
                          for f in relation["fillers"]], ["Turkey", "Mali", "drones"])
        self.assertTrue(relation["because"].startswith("data/frames/arms_transfer.yaml:"))
        self.assertIn("supplier", data["relation_types"]["arms_transfer"])
        self.assertNotIn(str(BUILD), path.read_text())

    def test_view_takes_graphs_and_articles_together(self):
        graph = self.graph()
        other = self.write("other.txt", "Iran attacked Iraq in 2020, officials said.")
        out, _ = self.run_it("view", graph, other, "--template", self.page_template())
        data = self.page_data(out)
        self.assertEqual(["text" in d for d in data["documents"]], [False, True])
        self.assertIn("attack", [e["type"] for e in data["edges"]])
        self.assertIn("arms_transfer", [e["type"] for e in data["edges"]])

    def test_view_tells_graphs_from_articles(self):
        db = self.folder / "news.db"
        self.run_it("ingest", "--db", db, self.article, "--date", "2024-03-01")
        template = self.page_template()
        pages = [self.page_data(self.run_it("view", source, "--template", template, "--title", "x")[0])
                 for source in (db, self.graph("g.json"), self.graph("g.jsonl"), self.graph("g.graphml"))]
        for page in pages[1:]:
            self.assertEqual(page, pages[0])
        self.assertNotIn("text", pages[0]["documents"][0])
        self.assertIn("arms_transfer", [e["type"] for e in pages[0]["edges"]])
        out, _ = self.run_it("view", "-", "--template", template, stdin=TEXT.encode())
        self.assertIn("text", self.page_data(out)["documents"][0])
        (self.folder / "news").mkdir()
        self.write("news/a.txt", TEXT)
        out, _ = self.run_it("view", self.folder / "news", "--template", template)
        self.assertIn("text", self.page_data(out)["documents"][0])

    def test_view_says_what_is_wrong(self):
        _, err = self.run_it("view", self.article, "--template", self.folder / "none.html", code=4)
        self.assertIn("none.html: no such file", err)
        self.assertIn("make viewer", err)
        template = self.page_template()
        _, err = self.run_it("view", self.write("g.json", "{}"), "--template", template, code=3)
        self.assertIn("g.json: not a graph of dragoman", err)
        _, err = self.run_it("view", self.article, "--template", self.write("x.html", "<p>"), code=3)
        self.assertIn("x.html: is not the page of dragoman view", err)
        _, err = self.run_it("view", self.article, "--template", template, "--out",
                             self.folder / "no" / "page.html", code=4)
        self.assertIn("page.html", err)
        # One file that fails does not take the others with it.
        out, err = self.run_it("view", self.article, self.folder / "missing.txt", "--template", template, code=4)
        self.assertEqual(len(self.page_data(out)["documents"]), 1)
        self.assertIn("missing.txt: no such file", err)

    # ---- pages, JSON Lines, packed files

    PAGE = ("<html lang='en'><head><title>Boats</title><meta property='article:published_time' content='2024-03-01'>"
            "<script>var x = 'Chad attacked Togo.';</script></head><body><nav><p>Peru accused Chad.</p></nav>"
            f"<article><p>{TEXT}</p></article></body></html>")

    def test_no_text_of_an_article_becomes_a_path(self):
        lines = self.write("wire.jsonl", "".join(
            json.dumps({"id": name, "title": name, "url": name, "outlet": name, "text": TEXT}) + "\n"
            for name in ("../../evil", "/tmp/evil", "a/../../b", "CON", "x\u0000y", "-rf")))
        before = {lines, self.article}
        tables = self.folder / "tables"
        self.run_it("graph", lines, "--format", "neo4j", "--out", tables)
        self.assertEqual(sorted(p.name for p in tables.iterdir()), ["documents.csv", "entities.csv", "reports.csv"])
        self.run_it("ingest", "--db", self.folder / "news.db", lines)
        left = {str(p) for p in self.folder.rglob("*") if p.is_file()} - before
        self.assertEqual({pathlib.Path(p).name for p in left},
                         {"documents.csv", "entities.csv", "reports.csv", "news.db"})
        self.assertFalse((self.folder.parent / "evil").exists())

    def test_a_packed_page_reads_as_its_text(self):
        page = self.folder / "page.html.gz"
        page.write_bytes(gzip.compress(self.PAGE.encode()))
        out, _ = self.run_it("analyze", "--json", page)
        document = json.loads(out)
        self.assertEqual(document["document"]["date"], "2024-03-01")
        plain, _ = self.run_it("analyze", "--json", self.article, "--date", "2024-03-01")
        self.assertEqual(document["relations"], json.loads(plain)["relations"])
        self.assertIn("\n  ", out)   # one article: indented

    def test_lines_of_json_are_articles_each(self):
        lines = self.write("wire.jsonl", "".join(json.dumps({"id": f"w{i}", "text": TEXT}) + "\n" for i in range(3)))
        out, _ = self.run_it("analyze", "--json", lines)
        self.assertEqual([json.loads(line)["document"]["id"] for line in out.splitlines()], ["w0", "w1", "w2"])
        out, _ = self.run_it("graph", "-", "--format", "json", stdin=pathlib.Path(lines).read_bytes())
        self.assertEqual([d["id"] for d in json.loads(out)["graph"]["documents"]], ["w0", "w1", "w2"])

    # ---- ingest

    def test_ingest_fills_a_store_that_query_reads(self):
        db = self.folder / "news.db"
        out, err = self.run_it("ingest", "--db", db, self.article, "--date", "2024-03-01", "--threads", "2")
        self.assertEqual((out, err), ("", f"dragoman: {db}: 1 added, 0 replaced, 0 unchanged\n"))
        _, err = self.run_it("ingest", "--db", db, self.article, "--date", "2024-03-01")
        self.assertIn("0 added, 0 replaced, 1 unchanged", err)
        question = "MATCH (a)-[r]->(b) RETURN a.id, r.type, b.id, r.status, r.evidence"
        from_db, _ = self.run_it("query", db, question, "--format", "csv")
        from_file, _ = self.run_it("query", self.graph(), question, "--format", "csv")
        self.assertEqual(from_db, from_file)
        rows = sqlite3.connect(db).execute("SELECT source, target FROM v_reports WHERE type = 'arms_transfer'").fetchall()
        self.assertEqual(rows, [("TUR", "MLI")])

    def test_ingest_lists_errors_at_the_end_and_goes_on(self):
        lines = self.write("wire.jsonl", "no JSON\n" * 30 + json.dumps({"id": "w", "text": TEXT}) + "\n")
        db = self.folder / "news.db"
        _, err = self.run_it("ingest", "--db", db, lines, self.folder / "missing.txt", "--show-errors", "2", code=4)
        self.assertEqual(err.splitlines(), [
            f"dragoman: {lines}:1: no JSON at byte 2, expected an object a line",
            f"dragoman: {lines}:2: no JSON at byte 2, expected an object a line",
            "dragoman: ... and 29 more; all of them: SELECT * FROM errors",
            f"dragoman: {db}: 1 added, 0 replaced, 0 unchanged, 31 failed"])
        self.run_it("ingest", "--db", db, lines, code=3)
        self.assertEqual(sqlite3.connect(db).execute("SELECT count(*) FROM errors").fetchall(), [(31,)])

    def test_ingest_refuses_what_is_no_store(self):
        _, err = self.run_it("ingest", "--db", self.article, self.article, code=3)
        self.assertIn("no dragoman store: expected an SQLite file", err)
        self.run_it("ingest", "--db", self.folder, self.article, code=4)
        self.run_it("ingest", self.article, code=2)
        other = self.folder / "other.db"
        sqlite3.connect(other).execute("CREATE TABLE t (x)").connection.commit()
        _, err = self.run_it("query", other, "MATCH (a) RETURN a", code=3)
        self.assertIn("an SQLite file, but no dragoman store", err)

    def test_progress_shows_on_a_terminal_only(self):
        lines = self.write("wire.jsonl", "".join(json.dumps({"id": f"w{i}", "text": TEXT}) + "\n" for i in range(200)))
        master, slave = os.openpty()
        process = subprocess.Popen([COMMAND, "ingest", "--db", self.folder / "news.db", lines], stderr=slave)
        os.close(slave)
        shown = b""
        try:
            while part := os.read(master, 4096):
                shown += part
        except OSError:   # Linux: the other end is closed
            pass
        os.close(master)
        self.assertEqual(process.wait(60), 0)
        self.assertRegex(shown.decode(), r"\r\x1b\[K[0-9,]+ articles  [0-9.]+ MB/s  [0-9]+%  [0-9:]+ left")
        self.assertIn("200 added", shown.decode())

    def test_killed_ingest_is_taken_up(self):
        lines = self.write("wire.jsonl", "".join(json.dumps({"id": f"w{i}", "text": TEXT}) + "\n" for i in range(3000)))
        db = self.folder / "news.db"
        process = subprocess.Popen([COMMAND, "ingest", "--db", db, lines, "--batch", "20"], stderr=subprocess.PIPE)
        time.sleep(0.4)
        process.kill()
        process.communicate()
        _, err = self.run_it("ingest", "--db", db, lines)
        added, unchanged = re.search(r"(\S+) added, 0 replaced, (\S+) unchanged", err).groups()
        self.assertEqual(int(added.replace(",", "")) + int(unchanged.replace(",", "")), 3000)
        self.assertEqual(sqlite3.connect(db).execute("SELECT count(*) FROM documents").fetchall(), [(3000,)])

    # ---- the rest

    def test_explain_names_rules_and_lines(self):
        out, _ = self.run_it("explain", self.article, "--why-not")
        self.assertRegex(out, r"\.(tsv|yaml):\d+")
        self.assertIn("Not taken", out)

    def test_why_not_names_the_check(self):
        path = self.write("why.txt", "Iran has not supplied Syria with rockets.\n")
        out, _ = self.run_it("why-not", path, "--type", "arms_transfer", "--a", "SYR", "--b", "IRN")
        self.assertIn("found the other way round", out)
        self.assertRegex(out, r"arms_transfer\.yaml:\d+")
        _, err = self.run_it("why-not", path, "--type", "befriend", code=2)
        self.assertIn('no relation type "befriend"', err)

    def test_usage(self):
        for args in ((), ("frobnicate",), ("analyze",), ("analyze", self.article, "--offsets", "bits"),
                     ("analyze", self.article, "--date", "2024-02-30")):
            out, err = self.run_it(*args, code=2)
            self.assertEqual(out, "")
            self.assertTrue(err.startswith("dragoman: "))
        out, _ = self.run_it("--version")
        self.assertRegex(out, r"^dragoman \d+\.\d+\.\d+\n$")
        for args in (("--help",), ("analyze", "--help"), ("query", "--help")):
            out, _ = self.run_it(*args)
            self.assertIn("examples:", out)

    def test_missing_data_says_so(self):
        _, err = self.run_it("analyze", self.article, "--data", self.folder / "nowhere", code=4)
        self.assertIn("nowhere", err)

    def test_reader_that_goes_away_ends_quietly(self):
        many = [self.article] * 200
        process = subprocess.Popen([COMMAND, "analyze", *many], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.read(10)
        process.stdout.close()
        err = process.stderr.read()
        process.stderr.close()
        process.wait(120)
        self.assertEqual(err, b"")

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full")
    def test_full_disk_is_reported(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([COMMAND, "analyze", self.article], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 4)
        self.assertIn(b"standard output: No space left", done.stderr)

    # ---- doctor

    HEAD = "name\ttype\tid\tkind\tguard\tfrom\tto\tmore\n"

    def test_doctor_counts_each_kind_and_shows_where(self):
        out, _ = self.run_it("doctor", "--most", "2")
        for kind in ("clash: ", "hidden: ", "common-word: ", "stale: ", "no-source: 0"):
            self.assertIn("\n" + kind, "\n" + out)
        self.assertRegex(out, r"offices\.tsv:\d+  ?\S")

    def test_doctor_sees_what_is_wrong_with_a_table_of_ones_own(self):
        table = self.write("mine.tsv", self.HEAD + "Orvel Dask\tPERSON\tperson:orvel-dask\tpreferred\t-\t-\t-\t-\n"
                           "Orvel Dask\tPERSON\tperson:orvel-dask-2\tpreferred\t-\t-\t-\t-\n"
                           "Basket\tCOMPANY\torg:basket\tpreferred\t-\t-\t-\t-\n"
                           "Kenya\tCOMPANY\torg:kenya\tpreferred\t-\t-\t-\t-\n")
        out, _ = self.run_it("doctor", "--data", table, "--most", "100000")
        out = "\n".join(line for line in out.splitlines() if "mine.tsv" in line)
        self.assertIn('mine.tsv:2  "Orvel Dask" is person:orvel-dask and person:orvel-dask-2', out)
        self.assertIn('mine.tsv:4  "Basket" (org:basket) is a word of every day', out)
        self.assertIn('"Kenya" of org:kenya never counts: KEN', out)
        self.assertIn('mine.tsv:1  the head has no line "# source:"', out)

    def test_doctor_stale_depends_on_the_date(self):
        def count(*args):
            return int(self.run_it("doctor", "--only", "stale", "--most", "0", *args)[0].split()[1])
        self.assertLess(count("--date", "2016-01-01"), count("--date", "2026-01-01"))
        self.assertLess(count("--date", "2026-01-01", "--older-than", "10"), count("--date", "2026-01-01"))

    def test_doctor_lists_officials_that_the_tables_lack(self):
        text = self.write("new.txt", "Kenyan Foreign Minister Orvel Dask met William Ruto, the president of Kenya.\n"
                          "Karel Novatny, the interior minister of Slovakia, agreed.\n")
        out, _ = self.run_it("doctor", "--unknown-officials", text, "--date", "2024-03-01")
        rows = [line.split("\t") for line in out.splitlines()]
        self.assertEqual(rows[0], ["name", "title", "state", "date", "file", "line", "lacks"])
        self.assertEqual([r[:4] + r[5:] for r in rows[1:]],
                         [["Orvel Dask", "Foreign Minister", "KEN", "2024-03-01", "1", "person"],
                          ["Karel Novatny", "interior minister", "SVK", "2024-03-01", "2", "person"]])

    def test_doctor_refuses_what_is_no_kind_or_day(self):
        self.run_it("doctor", "--only", "stail", code=2)
        self.run_it("doctor", "--date", "2024-02-31", code=2)
        self.run_it("doctor", "--unknown-officials", self.folder / "none.txt", code=4)


if __name__ == "__main__":
    unittest.main()
