# Part of dragoman; see LICENSE.
"""Whole articles through the command, held against what must and must not be found.

usage: golden_test.py DRAGOMAN  (or set DRAGOMAN in the environment); plain unittest.

NAME.expected.json beside NAME.txt lists entities with mentions that must be linked to them,
strings that are no names of anything (groups and offices are common nouns), relations (a = doer, b = other party; either way round if
symmetric) and relations that must not be found. The floor of a file is the share that must
be right; nothing wrong is ever allowed.
"""
import json
import os
import pathlib
import subprocess
import unittest

HERE = pathlib.Path(__file__).resolve().parent
DRAGOMAN = os.environ.get("DRAGOMAN", str(HERE.parent.parent / "build/dragoman"))
FLOOR_ENTITIES = 0.9    # 18 of 20
FLOOR_RELATIONS = 0.7   # 14 of 20
DOERS = {"supplier", "donor", "holder", "person", "employee", "member", "visitor", "requester", "agent",
         "speaker", "party_a", "subject"}


class Article:
    def __init__(self, expected_file):
        self.expected = json.loads(expected_file.read_text(encoding="utf-8"))
        path = HERE / self.expected["article"]
        self.text = path.read_text(encoding="utf-8")
        out = subprocess.run([DRAGOMAN, "analyze", "--json", "--offsets", "codepoint", "--date",
                              self.expected["date"], str(path)], stdout=subprocess.PIPE, check=True).stdout
        self.doc = json.loads(out)
        self.entities = {e["id"]: e for e in self.doc["entities"]}

    def is_entity(self, entity_id, name):
        entity = self.entities.get(entity_id)
        if entity is None:
            return False
        names = [entity["name"], *entity.get("aliases", [])]
        return entity_id == name or name.lower() in [n.lower() for n in names]

    def has_entity(self, want):
        name = want.get("id") or want["name"]
        return all(any(self.text[m["start"]:m["end"]] == form and self.is_entity(m.get("entity"), name)
                       for m in self.doc["mentions"]) for form in want["mentions"])

    def matches(self, relation, want):
        if relation["type"] != want["type"] or relation.get("polarity") == "denied":
            return False
        if "status" in want and relation["status"] not in want["status"]:
            return False
        evidence = relation["evidence"]
        if want.get("evidence", "") not in self.text[evidence["start"]:evidence["end"]]:
            return False
        if "when" in want and not str(relation.get("when") or "").startswith(want["when"]):
            return False
        if "said_by" in want:
            said = relation.get("said_by") or ""
            name = self.entities.get(said, {}).get("name", "")
            if want["said_by"].lower() not in f"{said} {name}".lower():
                return False
        doers, others = [], []
        for role, value in relation["arguments"].items():
            (doers if role in DOERS else others).extend(value if isinstance(value, list) else [value])
        if want.get("symmetric"):
            doers = others = doers + others
        found = lambda ids, name: any(self.is_entity(i, name) for i in ids)
        return found(doers, want["a"]) and ("b" not in want or found(others, want["b"]))


class GoldenTest(unittest.TestCase):
    def check(self, name):
        article = Article(HERE / f"{name}.expected.json")
        missing = [e for e in article.expected["entities"] if not article.has_entity(e)]
        lost = [r for r in article.expected["relations"]
                if not any(article.matches(x, r) for x in article.doc["relations"])]
        wrong = [r for r in article.expected["not_relations"]
                 if any(article.matches(x, r) for x in article.doc["relations"])]
        spans = {article.text[m["start"]:m["end"]] for m in article.doc["mentions"]
                 if m["type"] not in ("DATE", "QUANTITY", "MONEY", "GROUP", "OFFICE")}
        wrong += [s for s in article.expected["not_entities"] if s in spans]
        entities, relations = len(article.expected["entities"]), len(article.expected["relations"])
        report = "\n".join([f"{name}: entities {entities - len(missing)}/{entities}, "
                            f"relations {relations - len(lost)}/{relations}, wrong {len(wrong)}",
                            *(f"  missing entity   {json.dumps(e, ensure_ascii=False)}" for e in missing),
                            *(f"  missing relation {json.dumps(r, ensure_ascii=False)}" for r in lost),
                            *(f"  wrong            {json.dumps(w, ensure_ascii=False)}" for w in wrong)])
        print(report)
        self.assertEqual(wrong, [], report)
        self.assertGreaterEqual(entities - len(missing), FLOOR_ENTITIES * entities, report)
        self.assertGreaterEqual(relations - len(lost), FLOOR_RELATIONS * relations, report)


def add(name):
    setattr(GoldenTest, f"test_{name}", lambda self: self.check(name))


for file in sorted(HERE.glob("*.expected.json")):
    add(file.name.removesuffix(".expected.json"))

if __name__ == "__main__":
    unittest.main()
