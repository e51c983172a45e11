"""Which edits under `serve` concern a page, a message or the names that no record covers, and which concern nothing."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from mkdocs_dossier.build import Snapshot, make_snapshot
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.serve.same_snapshot import is_same
from tests.conftest import MakeCollection, article
from tests.site_edits import append, remove, swap
from tests.small_project import Step, put


def _picture(root: Path) -> None:
    file = BytesIO()
    Image.new("RGB", (3, 2), "gold").save(file, "PNG")
    (root / "data/articles/dot.png").write_bytes(file.getvalue())


FILES = {
    "data/actors.yml": "ann: {name: Ann, type: person}\nbob: {name: Bob, type: person, status: draft}\n",
    "data/events.yml": "talks: {title: Talks, date: 2016, actors: [ann, nobdy]}\n",
    "data/articles/one.md": article("Ann spoke. ![A dot](dot.png)"),
    "data/muted.yml": "- Somebody\n",
    "templates/pages/actor.md.jinja": "# {{ page.title }}\n",
}
CONCERN: dict[str, Step] = {
    "an actor's name": swap("data/actors.yml", "name: Ann", "name: Anna"),
    "an event": append("data/events.yml", "end: {title: The end, date: 2017}\n"),
    "a text": append("data/articles/one.md", "\nMore.\n"),
    "a country": put("data/countries.yml", "SY: {aliases: [Sham]}\n"),
    "what of a record leads nowhere": swap("data/events.yml", "nobdy", "nobidy"),
    "the line of what leads nowhere": swap("data/events.yml", "talks:", "# a note\ntalks:"),
    "a picture": _picture,
    "a page template": put("templates/pages/actor.md.jinja", "# All about {{ page.title }}\n"),
    "a template that is ours again": remove("templates/pages/actor.md.jinja"),
    "the names that are muted": append("data/muted.yml", "- Somebody Else\n"),
    "the name of a private actor": swap("data/actors.yml", "name: Bob", "name: Bobby"),
}
NOTHING: dict[str, Step] = {
    "nothing": lambda root: None,
    "how a record is written": swap("data/actors.yml", "{name: Ann, type: person}", "\n  type: person\n  name: Ann"),
    "a file that is not read": put("data/articles/.one.md.swp", "x"),
}


@pytest.fixture
def served(collection: MakeCollection) -> tuple[Options, Callable[[], Snapshot]]:
    """A collection, and what reads it once more."""
    options = collection(FILES)
    latest: list[Snapshot] = []

    def read() -> Snapshot:
        latest.append(make_snapshot(options, latest[-1] if latest else None, keep_good=True))
        return latest[-1]

    return options, read


@pytest.mark.parametrize("edit", CONCERN)
def test_an_edit_that_concerns_something_gives_another_edition(
    edit: str, served: tuple[Options, Callable[[], Snapshot]]
) -> None:
    options, read = served
    before = read()
    CONCERN[edit](options.root)
    assert not is_same(read(), before)


@pytest.mark.parametrize("edit", NOTHING)
def test_an_edit_that_concerns_nothing_gives_the_same(
    edit: str, served: tuple[Options, Callable[[], Snapshot]]
) -> None:
    options, read = served
    before = read()
    NOTHING[edit](options.root)
    assert is_same(read(), before)
