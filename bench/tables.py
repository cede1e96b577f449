# Part of dragoman; see LICENSE.
"""The tables of docs/performance.md, from the JSON that bench/run wrote.

A table stands between two marks of its document:

    <!-- bench: sizes -->
    ...
    <!-- bench end -->

and is left as it is while the file of its figures is not there.
"""

import json
import re

MARKED = re.compile(r"(<!-- bench: (\w+) -->\n).*?(<!-- bench end -->)", re.DOTALL)


class Figures:
    """Rows of one program by name: "tokens_and_sentences/best/20"."""

    def __init__(self, folder, name):
        content = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        self.context = content["context"]
        self.rows = {row["name"].replace("/manual_time", "").replace("/iterations:1", "").replace("/real_time", ""): row
                     for row in content["benchmarks"]}

    def speed(self, row):
        """MB/s."""
        return self.rows[row]["bytes_per_second"] / 1e6

    def icu(self, row, unit="icu_word_iterator"):
        """How many times as fast as ICU on the same text in the same run."""
        return self.rows[row].get("icu") or self.speed(row) / self.speed(unit)


def number(value):
    """Three digits that mean something."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def judged(value, target, at_most=False):
    """The value beside what is aimed at; bold: not reached."""
    reached = value <= target if at_most else value >= target
    return f"{number(value)} | {'≤' if at_most else '≥'} {target:g}" if reached else \
        f"**{number(value)}** | {'≤' if at_most else '≥'} {target:g}"


def table(head, rows):
    return "\n".join(["| " + " | ".join(head) + " |", "|" + "---|" * len(head), *("| " + " | ".join(r) + " |" for r in rows)]) + "\n"


def machine(folder):
    context = Figures(folder, "pipeline").context
    return (f"dragoman {context['dragoman']}, {context['compiler']}, {context['date'][:10]}; {context['num_cpus']} processors of "
            f"{context['mhz_per_cpu'] / 1000:.1f} GHz, vector instructions: {context['simd']}.\n")


def targets(folder):
    tokens, stages = Figures(folder, "token"), Figures(folder, "pipeline")
    rows = [
        ["tokens and sentences", number(tokens.speed("tokens_and_sentences/best/20")),
         judged(tokens.icu("tokens_and_sentences/best/20", "icu_word_iterator/20"), 6)],
    ]
    for name, row, target in (("whole, gazetteer and rules alone", "whole_pipeline", 1.0),
                              ("whole, with the tagger of names", "whole_with_tagger", 0.28),
                              ("whole, with the parser too (the default)", "whole_with_tagger_and_parser", 0.15)):
        rows.append([name, number(stages.speed(f"stages/{row}/2/0")), judged(stages.icu(f"stages/{row}/2/0"), target)])
    rows.append(["the same, one article after the other", number(stages.speed("stages/one_by_one/2/0")),
                 f"{number(stages.icu('stages/one_by_one/2/0'))} | -"])
    whole = stages.rows["stages/whole_with_tagger_and_parser/2/0"]
    for name, share in (("of the whole, the relation stage", whole["share_relations"]),
                        ("of the whole, the relation stage with its syntax", whole["share_relations"] + whole["share_syntax"])):
        rows.append([name, "-", judged(100 * share, 35, at_most=True).replace(" |", " % |", 1) + " %"])
    return table(["", "MB/s", "x ICU", "target"], rows)


STAGES = (("text, tokens, sentences", "share_tokens"), ("mentions", "share_mentions"), ("entities", "share_entities"),
          ("syntax, of sentences that may tell a relation", "share_syntax"), ("relations", "share_relations"))


def stages(folder):
    """What each stage costs: its share of a run, by clocks between the stages."""
    figures = Figures(folder, "pipeline")
    rows = []
    for density, text in ((0, "news"), (1, "dense")):
        for name, share in STAGES:
            row = [text, name]
            for whole in ("whole_pipeline", "whole_with_tagger_and_parser"):
                key = f"stages/{whole}/2/{density}"
                part = figures.rows[key][share]
                milliseconds = 1000 * part / figures.speed(key)
                row.append(f"{milliseconds:.1f} ({100 * part:.0f} %, {part / figures.icu(key):.2f})")
            rows.append(row)
    return table(["text", "stage", "rules alone: ms a MB (share, units of ICU's time)", "all models"], rows)


READINGS = ((0, "documents of one word"), (1, "documents of 1 KB"), (2, "10 MB of articles of 2 to 4 KB"),
            (3, "documents of 100 KB"), (4, "one document of 10 MB"), (5, "200 MB of articles"))


def sizes(folder):
    figures = Figures(folder, "pipeline")
    rows = []
    for number_of, name in READINGS:
        row = [name]
        for kind in ("text_and_tokens", "whole_pipeline", "whole_with_tagger", "whole_with_tagger_and_parser"):
            key = f"stages/{kind}/{number_of}/0"
            row.append(f"{number(figures.speed(key))} ({number(figures.icu(key))})")
        rows.append(row)
    return table(["MB/s (x ICU)", "text and tokens", "rules alone", "with tagger", "with parser"], rows)


def names(folder):
    figures = Figures(folder, "gazetteer")
    rows = []
    for key in (1000, 10000, 0, 200000, 1000000):
        row = f"tokenize_and_find/{key}"
        rows.append([f"{figures.rows[row]['names']:,.0f}" + (" (as shipped)" if key == 0 else ""),
                     number(figures.speed(f"find/{key}")), number(figures.speed(row)), number(figures.icu(row))])
    return table(["names", "search alone, MB/s", "with tokens, MB/s", "x ICU"], rows)


def simd(folder):
    tokens, models = Figures(folder, "token"), Figures(folder, "models")
    rows = [["tokens and sentences, x ICU", *(number(tokens.icu(f"tokens_and_sentences/{level}/20", "icu_word_iterator/20"))
                                              for level in ("best", "avx2", "plain"))]]
    for name, row, levels in (("tagger of names, ns a token", "tagger", ("best", "avx2", "plain")),
                              ("parser, ns a token (all prose)", "parser", ("best", "avx2", "sse2"))):
        rows.append([name, *(number(1e9 / models.rows[f"{row}/{level}"]["items_per_second"]) for level in levels)])
    return table(["", f"best here ({models.context['simd']})", "AVX2", "plain, SSE2"], rows)


def process(folder):
    start = json.loads((folder / "start_up.json").read_text(encoding="utf-8"))
    held = json.loads((folder / "memory.json").read_text(encoding="utf-8"))
    figures = Figures(folder, "pipeline")
    growth = 100 * (held["largest"] / held["warm"] - 1)
    rows = [
        ["two threads against one", f"{number(figures.rows['threads']['speedup'])} times | "
         + judged(figures.rows["threads"]["speedup"], 1.9).split("| ")[1]],
        ["loading the data (in a process)", f"{number(figures.rows['load']['real_time'])} ms | -"],
        ["`dragoman analyze` of one sentence, from start to end", judged(1000 * start["median"], 10, at_most=True).replace(" |", " ms |")
         + " ms"],
        ["resident, once loaded", f"{number(held['loaded'])} MB | -"],
        ["resident, after the first tenth of the articles", f"{number(held['warm'])} MB | -"],
        [f"growth over the other nine tenths of {held['sentences']:,} sentences",
         judged(growth, 1, at_most=True).replace(" |", " % |") + " %"],
    ]
    return table(["", "", "target"], rows)


def keeping(folder):
    graph, store = Figures(folder, "graph"), Figures(folder, "store")
    rows = [
        ["graph: reports added", f"{number(graph.rows['build/100000/1000000']['items_per_second'])}/s"],
        ["graph: memory of an edge", f"{number(graph.rows['build/100000/1000000']['bytes_an_edge'])} bytes"],
        ["graph: reports brought together to happenings",
         f"{number(graph.rows['group_happenings/100000/1000000']['items_per_second'])}/s"],
        ["store: documents written", f"{number(store.rows['put/20000/256']['documents/s'])}/s"],
        ["store: documents found to be there already", f"{number(store.rows['put_what_is_there']['documents/s'])}/s"],
        ["store: reports loaded into a graph", f"{number(store.rows['load_graph/5000']['reports/s'])}/s"],
    ]
    return table(["", ""], rows)


def peers(folder):
    found = json.loads((folder / "peers.json").read_text(encoding="utf-8"))
    rows = [[row["name"], number(row["tokens_per_second"]), number(row["megabytes_per_second"]), number(row["icu"]),
             number(row["ready"]), number(row["peak"])] for row in found["systems"]]
    return table(["", "tokens/s", "MB/s", "x ICU", "start-up, s", "peak, MB"], rows)


TABLES = {t.__name__: t for t in (machine, targets, stages, sizes, names, simd, process, keeping, peers)}


def renew(document, folder):
    """Writes every table whose figures are there; returns what was done, a line each."""
    before = document.read_text(encoding="utf-8")
    done = []

    def put(match):
        name = match[2]
        try:
            made = TABLES[name](folder)
        except (FileNotFoundError, KeyError) as missing:
            done.append(f"{name}: as it was (no figures: {missing})")
            return match[0]
        if match[1] + made + match[3] != match[0]:
            done.append(f"{name}: renewed")
        return match[1] + made + match[3]

    after = MARKED.sub(put, before)
    document.write_text(after, encoding="utf-8")
    return done
