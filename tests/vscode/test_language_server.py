"""What an editor marks and proposes in the files of a collection: what `dossier check` takes is marked nowhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from mkdocs_dossier.check import check
from mkdocs_dossier.run.options import Options
from tests.conftest import NOW
from tests.processes import dossier
from tests.small_project import small_project
from tests.vscode.language_server import SERVER, Editor, editing

pytestmark = pytest.mark.skipif(SERVER is None, reason="yaml-language-server is not on the PATH")


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """An editor of a project that has schemas."""
    root = tmp_path_factory.mktemp("project")
    assert dossier("schema", cwd=root).returncode == 0
    with editing(root) as opened:
        yield opened


def _typed(kind: str, text: str) -> str:
    return f"# yaml-language-server: $schema=../schema/{kind}.schema.json\n{text}"


TAKEN = {
    "a number for a name": ("actors", "ann:\n  name: 007\n  type: person\n  aliases: [42, {name: 1984}]\n"),
    "nothing behind a key": ("actors", "ann:\n  name: Ann\n  type: person\n  notes:\n  summary:\n  roles:\n  born:\n"),
    "nothing said in words": ("actors", "ann:\n  name: Ann\n  type: person\n  notes: null\n  links: {website: }\n"),
    "notes of any kind": (
        "actors",
        "ann: {name: Ann, type: person, notes: 5}\nbob: {name: B, type: person, notes: [a]}\n",
    ),
    "a number for a place": ("events", "a:\n  title: 2016\n  date: 2016-08-18\n  place: 5\n  part_of:\n"),
    "a country that is a word": ("events", "a:\n  title: A\n  date: 2016\n  countries: [NO, SY]\n  sources:\n"),
    "coordinates in quotes": (
        "events",
        "a:\n  title: A\n  date: 2016\n  place: {name: X, lat: '3', lon: 4, precision: }\n",
    ),
    "an interval": ("events", "a:\n  title: A\n  date: 2016-08-17/2016-08-18\n"),
    "a doubtful day": ("events", "a:\n  title: A\n  date: 2016-08-14~\n"),
    "an open end": ("events", "a:\n  title: A\n  date: 2016-08/..\n"),
    "an embargo": ("events", "a:\n  title: A\n  date: 2016-08-14?\n  embargo: 2016-08-20\n"),
    "weak names": ("actors", "ann:\n  name: Ann\n  type: person\n  aliases: [{name: A, weak: 'true', lang: no}]\n"),
}


@pytest.mark.parametrize("case", TAKEN)
def test_what_is_right_is_not_marked(case: str, editor: Editor, tmp_path: Path) -> None:
    kind, text = TAKEN[case]
    assert editor.marks(f"data/{tmp_path.name}.yml", _typed(kind, text)) == []
    small_project(tmp_path, {f"data/{kind}.yml": text})
    assert check(Options(root=tmp_path, now=NOW)) == ()


MARKED = {
    "an unknown key": ("actors", "ann:\n  name: Ann\n  type: person\n  alises: [x]\n", 5),
    "a date in words": ("events", "a:\n  title: A\n  date: 18 August 2016\n", 4),
    "a day of one digit": ("events", "a:\n  title: A\n  date: 2016-8-1\n", 4),
    "a day that is none": ("events", "a:\n  title: A\n  date: 2016-08-32\n", 4),
    "a month that is none": ("actors", "ann:\n  name: Ann\n  type: person\n  born: 2016-13\n", 5),
    "an American date": ("actors", "ann:\n  name: Ann\n  type: person\n  died: 8/18/2016\n", 5),
    "an embargo in words": ("events", "a:\n  title: A\n  date: 2016\n  embargo: soon\n", 5),
    "a date of an office": ("actors", "ann:\n  name: A\n  type: person\n  roles: [{title: X, from: today}]\n", 5),
    "an unknown type": ("actors", "ann:\n  name: Ann\n  type: man\n", 4),
    "a status with nothing": ("actors", "ann:\n  name: Ann\n  type: person\n  status:\n", 5),
}


@pytest.mark.parametrize("case", MARKED)
def test_what_is_wrong_is_marked_while_one_types(case: str, editor: Editor, tmp_path: Path) -> None:
    kind, text, line = MARKED[case]
    assert {at for at, _ in editor.marks(f"data/{tmp_path.name}.yml", _typed(kind, text))} == {line}
    small_project(tmp_path, {f"data/{kind}.yml": text})
    assert check(Options(root=tmp_path, now=NOW)) != ()


def test_a_wrong_date_is_told_of_in_words(editor: Editor) -> None:
    ((_, message),) = editor.marks("data/may.yml", _typed("events", "a:\n  title: A\n  date: May 2016\n"))
    assert "such as 2016-08-18" in message


def test_the_words_of_precision_and_links_are_proposed(editor: Editor) -> None:
    text = "title: A\ndate: 2016\nplace:\n  name: X\n  precision: \n"
    editor.marks("data/place.yml", _typed("event", text))
    assert {"site", "city", "region"} <= set(editor.proposals("data/place.yml", 6, 14))
    editor.marks("data/links.yml", _typed("actor", "name: A\ntype: person\nlinks:\n  \n"))
    assert {"wikidata", "website"} <= set(editor.proposals("data/links.yml", 5, 3))


def test_after_setting_up_a_file_without_a_first_line_is_checked_and_ids_are_proposed(tmp_path: Path) -> None:
    files = {"data/actors.yml": "ann: {name: Ann Other, type: person}\n"}
    root = small_project(tmp_path, files)
    assert dossier("schema", "--vscode", cwd=root).returncode == 0
    schemas = json.loads((root / ".vscode/settings.json").read_text())["yaml.schemas"]
    with editing(root, schemas=schemas, completion=True, validate=True) as opened:
        ((line, _),) = opened.marks("data/events/a.yml", "title: A\ndate: May 2016\n")
        assert line == 2
        opened.marks("data/events/b.yml", "title: A\ndate: 2016\nactors:\n  - \n")
        assert any(re.match("ann ", label) for label in opened.proposals("data/events/b.yml", 4, 5))
