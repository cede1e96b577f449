# Part of dragoman; see LICENSE.
"""The example notebook runs, and shows what its text says."""

import os
import pathlib

import pytest

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")
pytest.importorskip("ipykernel")
pytest.importorskip("matplotlib")
pytestmark = pytest.mark.heavy

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "examples/python"


def outputs(cell, kind):
    return [output.data[kind] for output in cell.outputs if kind in output.get("data", {})]


def test_ten_articles_become_a_timeline(tmp_path, monkeypatch):
    # The kernel's own files stay out of the home folder.
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.setenv("MPLCONFIGDIR", str(tmp_path / "matplotlib"))
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path / "jupyter"))
    notebook = nbformat.read(EXAMPLES / "timeline.ipynb", as_version=4)
    assert not any(cell.get("outputs") for cell in notebook.cells), "commit it without outputs"
    nbclient.NotebookClient(notebook, timeout=300, kernel_name="python3",
                            resources={"metadata": {"path": str(EXAMPLES)}}).execute(env=dict(os.environ))
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    document, graph, weapons, timeline = code[:4]
    assert 'title="PRK"' in outputs(document, "text/html")[0]
    assert "10 documents" in outputs(graph, "text/html")[0]
    [table] = outputs(weapons, "text/plain")
    assert "North Korea" in table and "White House" in table and "denied" in table
    [table] = outputs(timeline, "text/plain")
    assert all(day in table for day in ("2023-09-13", "2023-10-18", "2024-06-19"))
    assert all(word in table for word in ("arms_transfer", "visit", "meet", "agree"))
    assert sum(len(outputs(cell, "image/png")) for cell in code) == 2
