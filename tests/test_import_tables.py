"""`dossier import` of tables, run as a user runs it: one file or many, and what is told of bad rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import MakeCollection
from tests.processes import run

ACTORS = "# mine\njane-roe: {name: Jane Roe, type: person}"
SITE = "site_name: T\ntheme:\n  name: dossier\nplugins:\n  - dossier\n"


@pytest.fixture
def project(collection: MakeCollection) -> Path:
    return collection(
        {"mkdocs.yml": SITE, "docs/about.md": "# About\n", "data/events.yml": "a: {title: A, date: 2016}\n"}
    ).root


def _table(project: Path, rows: int) -> None:
    lines = ["Name,Type,Born", *(f"Person Number{n},Person,{1900 + n % 100}" for n in range(rows))]
    (project / "people.csv").write_text("\n".join(lines) + "\n")


def test_many_rows_become_one_file_and_few_one_each(project: Path) -> None:
    _table(project, 201)
    done = run("dossier", "import", "people.csv", "--as", "actors", cwd=project)
    assert (done.returncode, done.stdout) == (0, "people.csv: 201 actors\n")
    text = (project / "data/actors.yml").read_text("utf-8")
    assert text.startswith(
        "person-number0:\n  status: draft\n  name: Person Number0\n  type: person\n  born: 1900\nperson-number1:\n"
    )
    assert not (project / "data/actors").exists()
    assert run("dossier", "check", "--strict", cwd=project).returncode == 0
    again = run("dossier", "import", "people.csv", "--as", "actors", cwd=project)
    assert again.returncode == 1
    lines = again.stderr.splitlines()
    assert lines[0].startswith("people.csv:2:id: there is 'person-number0' already, in data/actors.yml")
    assert len(lines) == 4
    assert lines[3].startswith(
        "people.csv:id: the same (there is '…' already, in data/actors.yml) in 198 more rows: 5, 6"
    )


def test_new_records_are_added_behind_those_of_a_list(project: Path) -> None:
    (project / "data/actors.yml").write_text(ACTORS)
    _table(project, 2)
    assert run("dossier", "import", "people.csv", "--one-file", cwd=project).returncode == 0
    text = (project / "data/actors.yml").read_text("utf-8")
    assert text.startswith(f"{ACTORS}\nperson-number0:\n  status: draft\n")
    assert run("dossier", "check", "--strict", cwd=project).returncode == 0
    _table(project, 3)
    run("dossier", "import", "people.csv", cwd=project)
    assert [path.name for path in (project / "data/actors").iterdir()] == ["person-number2.yml"]


def test_a_list_that_takes_no_more_is_left_as_it_is(project: Path) -> None:
    before = "{jane-roe: {name: Jane Roe, type: person}}\n"
    (project / "data/actors.yml").write_text(before)
    _table(project, 1)
    done = run("dossier", "import", "people.csv", "--one-file", cwd=project)
    assert done.returncode == 1
    assert "data/actors.yml takes no more records at its end" in done.stderr
    assert (project / "data/actors.yml").read_text("utf-8") == before


def test_an_unknown_column_is_named_and_the_rest_goes_in(project: Path) -> None:
    (project / "a.csv").write_text("Name,Type,Shoe\nMax Muster,Person,44\n")
    done = run("dossier", "import", "a.csv", cwd=project)
    assert done.returncode == 1
    assert "a.csv:1:Shoe: there is no field of this name, so it is left out" in done.stderr
    assert (project / "data/actors/max-muster.yml").is_file()
    (project / "b.csv").write_text("Name,Type,Shoe\nBo Else,Person,44\n")
    done = run("dossier", "import", "b.csv", "--ignore", "shoe", cwd=project)
    assert (done.returncode, done.stderr) == (0, "")
    (project / "c.csv").write_text("Called,Type,Born\nAnn Other,Person,01/02/1955\n")
    done = run("dossier", "import", "c.csv", "--map", "called=name", "--day-first", cwd=project)
    assert (done.returncode, done.stderr) == (0, "")
    assert "born: 1955-02-01" in (project / "data/actors/ann-other.yml").read_text("utf-8")
