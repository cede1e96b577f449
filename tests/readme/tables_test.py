# Part of dragoman; see LICENSE.
"""The tables of docs/performance.md (bench/tables.py) from made-up figures."""

import json
import pathlib
import re
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(SOURCE / "bench"))
import tables  # noqa: E402

CONTEXT = {"dragoman": "9.9.9", "compiler": "GCC 12", "date": "2026-01-02T03:04:05", "num_cpus": 2, "mhz_per_cpu": 2600, "simd": "AVX2"}


class Tables(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="dragoman_tables_")
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        self.page = self.folder / "page.md"

    def figures(self, program, **rows):
        content = [{"name": name, **row} for name, row in rows.items()]
        (self.folder / f"{program}.json").write_text(json.dumps({"context": CONTEXT, "benchmarks": content}))

    def renew(self, name):
        self.page.write_text(f"Before.\n\n<!-- bench: {name} -->\nold\n<!-- bench end -->\n\nAfter.\n")
        said = tables.renew(self.page, self.folder)
        return said, self.page.read_text()

    def whole(self, icu):
        rows = {f"stages/{row}/2/0/manual_time": {"bytes_per_second": 20e6, "icu": icu, "share_relations": 0.29, "share_syntax": 0.16}
                for row in ("whole_pipeline", "whole_with_tagger", "whole_with_tagger_and_parser", "one_by_one")}
        self.figures("pipeline", **rows)
        self.figures("token", **{"tokens_and_sentences/best/20": {"bytes_per_second": 700e6},
                                 "icu_word_iterator/20/manual_time": {"bytes_per_second": 100e6}})

    def test_a_target_that_is_not_reached_is_bold(self):
        self.whole(icu=0.2)
        said, page = self.renew("targets")
        self.assertEqual(said, ["targets: renewed"])
        self.assertIn("| tokens and sentences | 700 | 7 | ≥ 6 |", page)
        self.assertIn("| whole, with the tagger of names | 20 | **0.2** | ≥ 0.28 |", page)
        self.assertIn("| whole, with the parser too (the default) | 20 | 0.2 | ≥ 0.15 |", page)
        self.assertIn("| the same, one article after the other | 20 | 0.2 | - |", page)
        self.assertIn("| of the whole, the relation stage | - | 29 % | ≤ 35 % |", page)
        self.assertIn("| of the whole, the relation stage with its syntax | - | **45** % | ≤ 35 % |", page)

    def test_what_stands_around_a_table_stays(self):
        self.whole(icu=0.2)
        _, page = self.renew("targets")
        self.assertTrue(page.startswith("Before.\n\n<!-- bench: targets -->\n|"))
        self.assertTrue(page.endswith("|\n<!-- bench end -->\n\nAfter.\n"))
        self.assertNotIn("old", page)

    def test_a_table_without_figures_stays_as_it_was(self):
        said, page = self.renew("names")
        self.assertIn("old", page)
        self.assertRegex(said[0], r"names: as it was \(no figures: .*gazetteer\.json")

    def test_a_table_that_lacks_a_row_stays_as_it_was(self):
        self.figures("gazetteer", **{"find/1000": {"bytes_per_second": 1e9}})
        said, page = self.renew("names")
        self.assertIn("old", page)
        self.assertRegex(said[0], "names: as it was")

    def test_the_page_names_no_table_that_is_not_made(self):
        named = re.findall(r"<!-- bench: (\w+) -->", (SOURCE / "docs/performance.md").read_text(encoding="utf-8"))
        self.assertEqual(sorted(named), sorted(tables.TABLES))


if __name__ == "__main__":
    unittest.main()
