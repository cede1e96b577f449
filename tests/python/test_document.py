# Part of dragoman; see LICENSE.
"""Reading one article: positions, values, messages."""

import datetime
import json
import pickle
import subprocess
import sys
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dragoman

TEXT = "North Korea has shipped artillery shells to Russia, U.S. officials said on Monday."
PIECES = ["North Korea shipped shells to Russia. ", "Kim Jong Un ", "🇰🇵 ", "Путин met Kim. ", "\r\n\n", "\u2028", "e\u0301 ",
          "\ufeff", "\x00", "$4 bn ", "Sept. 5, 2023 ", "习近平 visited Moscow. ", "U.S. officials said ", "\U0001d54f"]
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=12).map("".join).filter(
    lambda text: not any(0xD800 <= ord(c) < 0xE000 for c in text))


@settings(max_examples=300, deadline=None)
@given(texts)
def test_positions_count_code_points_of_the_text(nlp, text):
    doc = nlp(text, date="2023-09-05")
    assert doc.text == text
    things = [*doc.tokens, *doc.sentences, *doc.ents]
    for relation in doc.relations:
        things += [relation.evidence, relation.trigger, *[a for all_ in relation.arguments.values() for a in all_]]
    for thing in things:
        assert text[thing.start:thing.end] == thing.text
        assert str(thing) == thing.text
    for mention in json.loads(doc.to_json())["mentions"]:
        assert text[mention["start"]:mention["end"]] == mention["text"]


def test_a_byte_order_mark_counts_as_the_character_it_is(nlp):
    doc = nlp("\ufeff" + TEXT)
    assert doc.ents[0].start == 1
    assert doc.text[0] == "\ufeff"


def test_long_text_of_many_scripts_keeps_its_positions(nlp, sentences):
    text = " ".join(sentences * 200)
    doc = nlp(text)
    assert len(doc.tokens) > 10_000
    assert all(text[t.start:t.end] == t.text for t in doc.tokens)


def test_a_relation_tells_who_did_what_to_whom(nlp):
    doc = nlp(TEXT, date="2023-09-05", outlet="Example Post")
    [relation] = doc.relations
    assert (relation.type, relation.status, relation.polarity) == ("arms_transfer", "happened", "asserted")
    assert {role: [a.text for a in all_] for role, all_ in relation.arguments.items()} == {
        "supplier": ["North Korea"], "recipient": ["Russia"], "item": ["artillery shells"]}
    assert relation["supplier"].id == "PRK"
    assert relation["supplier"].entity in doc.entities
    assert relation["item"].id is None and relation["item"].entity is None
    assert relation.said_by is not None and relation.said_by.text == "U.S. officials"
    assert relation.get("place") is None and "place" not in relation and "item" in relation
    assert list(relation) == ["supplier", "recipient", "item"]
    assert relation.evidence.text == TEXT
    assert relation.because is not None and relation.because.file.endswith("arms_transfer.yaml")
    with pytest.raises(KeyError, match="arms_transfer has no 'place'; filled: supplier recipient item"):
        relation["place"]


def test_reprs_say_what_one_asks_next(nlp):
    doc = nlp(TEXT, date="2023-09-05")
    assert repr(doc) == ("<Document 'North Korea has shipped artillery shells'... 2023-09-05: 1 sentence, "
                         f"{len(doc.ents)} mentions, {len(doc.entities)} entities, 1 relation>")
    assert repr(doc.relations[0]) == (
        "<Relation arms_transfer happened supplier='North Korea' recipient='Russia' item='artillery shells' "
        "said_by='U.S. officials' 0:82>")
    assert repr(doc.ents[0]) == "<Mention STATE 'North Korea' = PRK 0:11>"
    assert repr(doc.entities[0]) == "<Entity PRK STATE 'North Korea', 1 mention>"
    assert repr(doc.tokens[0]) == "<Token 'North' 0:5>"
    assert repr(doc.tokens[:2]) == "[<Token 'North' 0:5>, <Token 'Korea' 6:11>]"
    assert "... " in repr(nlp(TEXT * 30).tokens)
    assert repr(nlp.relation_types["meet"]).startswith("<RelationType meet: ")


def test_sequences_behave_as_pythons_do(nlp):
    tokens = nlp(TEXT).tokens
    words = [t.text for t in tokens]
    assert [t.text for t in tokens[::-1]] == words[::-1] == [t.text for t in reversed(tokens)]
    assert tokens[-1].text == "." and tokens[len(tokens) - 1] == tokens[-1]
    assert tokens[1] in tokens and tokens.index(tokens[1]) == 1 and tokens.count(tokens[1]) == 1
    assert len({*tokens, *tokens}) == len(tokens)
    with pytest.raises(IndexError, match="Tokens has"):
        tokens[len(tokens)]
    assert not nlp("").tokens and list(nlp("").relations) == []


def test_json_says_the_same_as_the_objects(nlp):
    doc = nlp(TEXT, date="2023-09-05", id="a1", outlet="Post", url="https://example.org")
    data = doc.to_dict()
    assert data["document"]["id"] == doc.id == "a1" and data["document"]["offsets"] == "codepoint"
    assert [m["text"] for m in data["mentions"]] == [m.text for m in doc.ents]
    assert [e["id"] for e in data["entities"]] == [e.id for e in doc.entities]
    [relation] = data["relations"]
    assert relation["arguments"] == {"supplier": "PRK", "recipient": "RUS", "item": "artillery shells"}
    assert json.loads(doc.to_json(pretty=True)) == data


@pytest.mark.parametrize("date", ["2023-09-05", datetime.date(2023, 9, 5), datetime.datetime(2023, 9, 5, 23, 59)])
def test_a_date_may_be_text_or_a_date(nlp, date):
    doc = nlp(TEXT, date=date)
    assert doc.date == datetime.date(2023, 9, 5)
    [monday] = [m for m in doc.ents if m.type == "DATE"]
    assert monday.value == "2023-09-04"


def test_periods_are_dates(nlp):
    doc = nlp("Putin met Kim Jong Un in Vladivostok on September 13.", date="2023-09-15")
    [relation] = [r for r in doc.relations if r.type == "meet"]
    assert relation.when == "2023-09-13"
    assert relation.period == (datetime.date(2023, 9, 13), datetime.date(2023, 9, 13))


def test_an_amount_has_both_ends(nlp):
    amounts = [m.value for m in nlp("The U.S. sent $400 million to Ukraine.").ents if m.type == "MONEY"]
    assert [(a.low, a.high, a.unit) for a in amounts] == [(4e8, 4e8, "USD")]


@pytest.mark.parametrize(("text", "message"), [
    (b"Iran", r"text must be str, not bytes: decode it first"),
    (None, r"text must be str, not NoneType"),
    (7, r"text must be str, not int"),
    (["Iran"], r"text must be str, not list"),
])
def test_what_is_no_text_is_told_so(nlp, text, message):
    with pytest.raises(TypeError, match=message):
        nlp(text)


def test_a_lone_surrogate_is_named_with_its_place(nlp):
    with pytest.raises(dragoman.DataError, match=r"text: character 5 is a lone surrogate"):
        nlp("Iran \udc80 said")
    assert issubclass(dragoman.DataError, ValueError)


@pytest.mark.parametrize("date", ["5 September", "2023-02-30", "", "2023-09-05T10:00"])
def test_a_wrong_date_is_quoted(nlp, date):
    with pytest.raises(dragoman.DataError, match="is not a date: expected YYYY-MM-DD"):
        nlp(TEXT, date=date)


def test_a_date_of_another_type_is_told_so(nlp):
    with pytest.raises(TypeError, match="date must be .* not int"):
        nlp(TEXT, date=20230905)
    pandas = pytest.importorskip("pandas")
    with pytest.raises(dragoman.DataError, match="NaT: expected a calendar day, or None"):
        nlp(TEXT, date=pandas.NaT)
    assert nlp(TEXT, date=pandas.Timestamp("2023-09-05")).date == datetime.date(2023, 9, 5)


def test_data_that_is_not_there_is_named(tmp_path):
    with pytest.raises(dragoman.DataError, match=str(tmp_path)):
        dragoman.load(tmp_path / "nothing")
    table = tmp_path / "mine.tsv"
    table.write_text("id\tname\nrubbish\n")
    with pytest.raises(dragoman.DataError, match=r"mine\.tsv:\d"):
        dragoman.load(tables=[table])


def test_the_same_article_has_the_same_id(nlp):
    assert nlp(TEXT).id == nlp(TEXT).id != nlp(TEXT, date="2023-09-05").id != nlp(TEXT, outlet="Post").id


def test_a_document_pickles_with_its_pipeline_by_place(nlp):
    doc = nlp(TEXT, date="2023-09-05", outlet="Post")
    pickled = pickle.dumps(doc)
    assert len(pickled) < 1000
    again = pickle.loads(pickled)
    assert again == doc and again.to_json() == doc.to_json() and hash(again) == hash(doc)
    two = pickle.loads(pickle.dumps([doc, nlp("Iran attacked Israel.")]))
    assert two[0] == doc


MINE = "name\ttype\tid\tkind\tguard\tfrom\tto\tmore\n{}\tORGANISATION\torg:zubrowka\tpreferred\t-\t-\t-\t-\n"


def test_a_pipeline_pickles_as_place_and_digest(nlp, tmp_path):
    table = tmp_path / "mine.tsv"
    table.write_text(MINE.format("Zubrowka Institute"))
    mine = dragoman.load(tables=[table])
    pickled = pickle.dumps(mine)
    assert len(pickled) < 1000
    assert pickle.loads(pickled)("The Zubrowka Institute said so.").ents[0].entity.id == "org:zubrowka"
    table.write_text(MINE.format("Zubrowka Office"))
    from dragoman import _pipeline
    _pipeline._load_same.cache_clear()
    with pytest.raises(dragoman.DataError, match="not the data that the pickled pipeline was loaded from"):
        pickle.loads(pickled)


def test_objects_outlive_the_document_and_the_pipeline():
    supplier = dragoman.load()(TEXT).relations[0]["supplier"]
    assert supplier.entity.name == "North Korea" and supplier.mention.sentence.text == TEXT


def test_threads_share_a_pipeline(nlp, sentences):
    expected = [nlp(s).to_json() for s in sentences]
    seen = []

    def work():
        for _ in range(20):
            seen.append([nlp(s).to_json() for s in sentences] == expected)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [True] * 80


def test_a_notebook_shows_marked_text_and_no_markup_of_the_article(nlp):
    page = nlp("<script>alert(1)</script> North Korea shipped shells to Russia.")._repr_html_()
    assert "<script" not in page and "&lt;script&gt;" in page
    assert 'title="PRK"' in page and "arms_transfer" in page
    assert page.count("<span") == page.count("</span>")


def test_show_prints_where_there_is_no_notebook(nlp, capsys):
    nlp(TEXT).show()
    assert "arms_transfer (happened) supplier: North Korea; recipient: Russia" in capsys.readouterr().out


def test_the_example_prints_what_the_documents_say(source):
    run = subprocess.run([sys.executable, source / "examples/python/quickstart.py"], capture_output=True, text=True,
                         check=True)
    assert run.stdout in (source / "docs/python.md").read_text()
