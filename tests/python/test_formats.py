# Part of dragoman; see LICENSE.
"""brat standoff and CoNLL, out and in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dragoman
from dragoman import formats
from dragoman.formats import Annotated, Span


def test_brat_holds_mentions_entities_and_relations(nlp):
    doc = nlp("Iran denied that it had sent drones to Moscow.\nKim Jong Un met Vladimir Putin.")
    text, ann = formats.to_brat(doc)
    assert text == doc.text
    assert "T1\tSTATE 0 4\tIran\n" in ann and "AnnotatorNotes T1\tIRN\n" in ann
    assert "meet party_a:T" in ann
    again = formats.from_brat(text, ann)
    assert set(again.spans) == set(formats.annotated(doc).spans)
    [meet] = [link for link in again.links if link.type == "meet"]
    assert {text[again.spans[i].start:again.spans[i].end] for _, i in meet.arguments} == {"Kim Jong Un", "Vladimir Putin"}


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["Iran ", "Kim Jong\nUn ", "🇰🇵", "U.S. officials said\r\n", "é", "\t", "New\nYork "]),
                max_size=12).map("".join))
def test_brat_comes_back_as_it_went(nlp, text):
    found = formats.annotated(nlp(text))
    assert formats.from_brat(*formats.to_brat(found)).spans == found.spans


def test_brat_of_others_is_read():
    ann = ("T1\tPER 0 3;8 11\tKim Un\nT2\tLOC 15 21\tRussia\nE1\tVisit:T3\nA1\tNegated T1\n*\tEquiv T1 T2\n"
           "R1\tVisit Arg1:T1 Arg2:T2\t\n\n")
    got = formats.from_brat("Kim Jong Un in Russia", ann)
    assert got.spans == (Span(0, 11, "PER"), Span(15, 21, "LOC"))
    assert got.links == (formats.Link("Visit", (("Arg1", 0), ("Arg2", 1))),)


@pytest.mark.parametrize(("ann", "message"), [
    ("T1\tPER 0 99\tx", r'a\.ann:1: "0 99" is no stretch of a text of 4 characters'),
    ("T1\tPER 3 3\tx", r"a\.ann:1:"),
    ("\nT1 PER 0 4 x", r"a\.ann:2: cannot be read"),
    ("R1\tmeet A:T1 B:T2", r"a\.ann:1: no T1 above"),
    ("T1\tPER \x00\xff", r"a\.ann:1: cannot be read"),
])
def test_brat_that_is_malformed_is_told_with_its_line(ann, message):
    with pytest.raises(dragoman.DataError, match=message):
        formats.from_brat("Iran", ann, "a.ann")


def test_conll_holds_the_outermost_mentions(nlp):
    doc = nlp("U.S. officials met Kim Jong Un. Iran watched.")
    lines = formats.to_conll(doc).splitlines()
    assert lines[:2] == ["-DOCSTART-\tO", ""]
    assert "officials\tI-GROUP" in lines and "Jong\tI-PERSON" in lines and "Iran\tB-STATE" in lines
    [again] = formats.from_conll(formats.to_conll([doc]))
    words = [again.text[s.start:s.end] for s in again.spans]
    assert {"U.S. officials", "Kim Jong Un", "Iran"} <= set(words)
    assert len(formats.from_conll(formats.to_conll([doc, doc]))) == 2


@pytest.mark.parametrize(("tags", "spans"), [
    (["B-X", "I-X", "O", "B-X"], [(0, 3), (6, 7)]),
    (["I-X", "I-X", "O", "I-X"], [(0, 3), (6, 7)]),          # IOB1
    (["B-X", "E-X", "S-X", "S-X"], [(0, 3), (4, 5), (6, 7)]),   # IOBES
    (["B-X", "B-X", "I-Y", "I-Y"], [(0, 1), (2, 3), (4, 7)]),
])
def test_the_schemes_of_conll_are_read(tags, spans):
    data = "".join(f"{word} NN {tag}\n" for word, tag in zip("abcd", tags))
    [got] = formats.from_conll(data)
    assert got.text == "a b c d" and [(s.start, s.end) for s in got.spans] == spans


def test_conll_that_is_malformed_is_told_with_its_line():
    with pytest.raises(dragoman.DataError, match=r"conll:2: expected a token and a tag"):
        formats.from_conll("Iran B-STATE\nhas X-Y\n")
    assert formats.from_conll("") == [] and formats.from_conll("\n\n") == []


def test_plain_annotations_go_out_as_well():
    text, ann = formats.to_brat(Annotated("Iran", (Span(0, 4, "STATE"),)))
    assert (text, ann) == ("Iran", "T1\tSTATE 0 4\tIran\n")
