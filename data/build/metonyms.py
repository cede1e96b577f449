# Part of dragoman; see LICENSE.
"""metonyms.tsv: places and buildings that stand for a government or one of its bodies, all by hand.

Other names of the same bodies (acronyms, names in other sources) are in organisations.tsv under the same ids.
Capitals that stand for governments are in places.tsv.
"""

from common import HAND, Names, read_tsv


def main():
    names = Names("metonyms", "Places and buildings that stand for a government or one of its bodies.",
                  ["data/build/hand/metonyms.tsv, written for dragoman, 2026-11"])
    rows = read_tsv(HAND / "metonyms.tsv")
    more = {row["id"]: "-" if row["actor"] == "-" else
            f"state={row['actor']};actor={row['actor']};sector={row['sector']}" for row in rows}
    for row in rows:
        names.add(row["name"], row["type"], row["id"], row["kind"], row["guard"],
                  more=more[row["id"]] if row["kind"] == "preferred" else "-")
    # Bodies whose own name is no building have their preferred name in organisations.tsv.
    named = {row["id"] for row in rows if row["kind"] == "preferred"}
    names.write(elsewhere={(row["type"], row["id"]) for row in rows if row["id"] not in named})


if __name__ == "__main__":
    main()
