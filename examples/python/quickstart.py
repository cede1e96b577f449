# Part of dragoman; see LICENSE.
"""One text in, its relations out. A test runs this, and mypy --strict finds nothing in it."""

import dragoman

nlp = dragoman.load()  # once; any number of threads may share it
doc = nlp("North Korea has shipped artillery shells to Russia, U.S. officials said on Monday.", date="2023-09-05")

for relation in doc.relations:
    print(f"{relation.type} ({relation.status})")
    for role, fillers in relation.arguments.items():
        for filler in fillers:
            print(f"  {role}: {filler.text}" + (f" = {filler.id}" if filler.id else ""))
    if relation.said_by:
        print(f"  said by: {relation.said_by.text}")
    print(f"  evidence: {relation.evidence.text}")

graph = dragoman.Graph([doc])
for a, b, status in graph.query("MATCH (a:STATE)-[r:arms_transfer]->(b:STATE) RETURN a, b, r.status"):
    print(f"{a} -> {b}: {status}")
