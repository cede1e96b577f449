# Part of dragoman; see LICENSE.
"""The package in the build tree is tested: PYTHONPATH=build/python (ctest sets it)."""

import pathlib

import pytest

import dragoman

SOURCE = pathlib.Path(__file__).resolve().parents[2]

SENTENCES = [
    "North Korea has shipped artillery shells to Russia, U.S. officials said on Monday.",
    "President Vladimir Putin met Kim Jong Un in Vladivostok on September 13.",
    "Iran denied that it had sent drones to Moscow.",
    "The European Union imposed sanctions on Belarus.",
    "Turkey’s foreign minister visited Kyiv, and Zelenskyy thanked him.",
    "Китай и Россия; 北朝鮮 and Japan 🇯🇵 traded accusations.",
    "“We will respond,” Peskov said. \n\nTags: , , ,",
]


@pytest.fixture(scope="session")
def nlp():
    return dragoman.load()


@pytest.fixture(scope="session")
def source():
    return SOURCE


@pytest.fixture(scope="session")
def sentences():
    return SENTENCES


@pytest.fixture(scope="session")
def news(nlp):
    """A graph of a few documents that hold relations of several kinds."""
    articles = [dragoman.Article(text, "2023-09-15", f"doc{i}", "Example Post", f"https://example.org/{i}")
                for i, text in enumerate(SENTENCES)]
    return dragoman.Graph(nlp.pipe(articles))


def pytest_collection_modifyitems(items):
    """What takes long runs last, so that a plain failure is seen soon."""
    items.sort(key=lambda item: item.get_closest_marker("heavy") is not None)
