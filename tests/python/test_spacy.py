# Part of dragoman; see LICENSE.
"""spaCy, the real one: documents, the component, DocBin."""

import json

import pytest

import dragoman

spacy = pytest.importorskip("spacy")
pytestmark = pytest.mark.heavy

TEXT = "North Korea has shipped artillery shells to Russia, U.S. officials said on Monday.  The Kremlin denied it."


@pytest.fixture(scope="module")
def component():
    """A spaCy pipeline of its tokenizer and dragoman, found by the entry point's name."""
    import dragoman.spacy  # in the build tree there are no entry points

    nlp = spacy.blank("en")
    nlp.add_pipe("dragoman", config={"date": "2023-09-05", "threads": 2})
    return nlp


def test_a_document_becomes_spacys(nlp):
    read = nlp(TEXT, date="2023-09-05")
    doc = read.to_spacy()
    assert doc.text == TEXT
    assert [t.text for t in doc if not t.is_space] == [t.text for t in read.tokens]
    assert [s.start_char for s in doc.sents] == [s.start for s in read.sentences]
    assert {(s.start_char, s.end_char, s.label_) for s in doc.spans["dragoman"]} == {
        (m.start, m.end, m.type) for m in read.ents}
    assert ("North Korea", "STATE", "PRK") in {(e.text, e.label_, e.kb_id_) for e in doc.ents}
    assert doc._.relations == read.to_dict()["relations"] and doc._.entities == read.to_dict()["entities"]
    assert doc._.date == "2023-09-05"


def test_documents_share_the_vocabulary_that_is_given(nlp, component):
    assert nlp("Iran.").to_spacy(component.vocab).vocab is component.vocab


@pytest.mark.parametrize("text", ["", " ", "\n\n  Iran \t attacked\r\nIsrael. ", "🇰🇵 Kim’s — “U.S.”", "\ufeffIran"])
def test_any_text_becomes_spacys(nlp, text):
    doc = nlp(text).to_spacy()
    assert doc.text == text
    for span in doc.spans["dragoman"]:
        assert text[span.start_char:span.end_char] == span.text


def test_the_component_annotates(component):
    doc = component(TEXT)
    assert ("U.S. officials", "GROUP") in {(e.text, e.label_) for e in doc.ents}
    relation = doc._.relations[0]
    assert relation["arguments"]["supplier"] == "PRK"
    assert TEXT[relation["evidence"]["start"]:relation["evidence"]["end"]] == relation["evidence"]["text"]


def test_spacys_pipe_gives_the_same(component, sentences):
    one_by_one = [component(s)._.relations for s in sentences]
    assert [doc._.relations for doc in component.pipe(sentences)] == one_by_one
    assert [doc._.relations for doc in component.pipe(sentences, n_process=2)] == one_by_one


def test_a_pipeline_is_saved_and_loaded(component, tmp_path):
    component.to_disk(tmp_path / "model")
    assert spacy.load(tmp_path / "model")(TEXT)._.relations == component(TEXT)._.relations


def test_docbin_goes_out_and_in(nlp, sentences):
    from dragoman import formats

    documents = list(nlp.pipe(sentences))
    data = formats.to_docbin(documents)
    got = list(formats.from_docbin(data))
    assert [a.text for a in got] == sentences
    assert [set(a.spans) for a in got] == [set(formats.annotated(d).spans) for d in documents]
    docs = list(spacy.tokens.DocBin().from_bytes(data).get_docs(spacy.blank("en").vocab))
    # msgpack makes tuples of lists
    assert json.dumps(docs[0]._.relations) == json.dumps(documents[0].to_dict()["relations"])
    with pytest.raises(dragoman.DataError, match="no DocBin"):
        list(formats.from_docbin(b"nothing of the kind"))
