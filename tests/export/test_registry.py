"""What follows from a row in the table of exports: here of one with a file for each record, which is no text."""

from __future__ import annotations

import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.processes import run, serving
from tests.site_edits import swap
from tests.small_project import put, small_project

WITH_CARDS = f"""#!{sys.executable}
import sys
from mkdocs_dossier.export import registry

def card(site, path):
    print("card made:", path, file=sys.stderr)
    return b"\\0\\xff" + site.actor(path.split("/")[1].removesuffix(".card")).name.encode()

def paths(site):
    return (f"cards/{{id}}.card" for id in sorted(actor.id for actor in site.actors()))

registry.EXPORTS += (registry.Export("cards", "application/x-card", paths, card),)
from COMMAND
"""
COMMANDS = {"mkdocs": "mkdocs.__main__ import cli; cli()", "dossier": "mkdocs_dossier.cli import main; main()"}
HERE = {"SOURCE_DATE_EPOCH": "1767225600"}


@pytest.fixture
def binaries(tmp_path: Path) -> Path:
    """The commands, with one export more."""
    folder = tmp_path / "bin"
    for name, command in COMMANDS.items():
        put(f"bin/{name}", WITH_CARDS.replace("COMMAND", command))(tmp_path)
        (folder / name).chmod(0o755)
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path / "project")


def _made(project: Path, binaries: Path) -> list[str]:
    """Build the site, and return which cards were made for that."""
    done = run("mkdocs", "build", cwd=project, binaries=binaries, **HERE)
    assert done.returncode == 0, done.stderr
    return [line.rpartition("/")[2] for line in done.stderr.splitlines() if line.startswith("card made:")]


def test_a_build_writes_each_file_and_makes_again_only_what_rests_on_an_edit(project: Path, binaries: Path) -> None:
    cards, site = ["guan-youfei.card", "john-kerry.card", "xinhua.card"], project / "site/cards"
    assert _made(project, binaries) == cards
    assert (site / "john-kerry.card").read_bytes() == b"\0\xffJohn Kerry"
    assert _made(project, binaries) == []
    swap("data/actors.yml", "name: John Kerry", "name: John F. Kerry")(project)
    assert _made(project, binaries) == ["john-kerry.card"]
    assert (site / "john-kerry.card").read_bytes() == b"\0\xffJohn F. Kerry"
    swap("data/actors.yml", "john-kerry: {name: John F. Kerry, type: person, countries: [US]}\n", "")(project)
    assert _made(project, binaries) == []
    assert sorted(file.name for file in site.iterdir()) == ["guan-youfei.card", "xinhua.card"]


def test_it_is_there_under_any_theme_and_in_the_markdown_tree(project: Path, binaries: Path) -> None:
    swap("mkdocs.yml", "{name: dossier}", "{name: mkdocs}")(project)
    _made(project, binaries)
    assert (project / "site/cards/xinhua.card").read_bytes() == b"\0\xffXinhua"
    assert not (project / "site/dossier/names.js").exists()
    done = run("dossier", "build", "--to", "tree", cwd=project, binaries=binaries, **HERE)
    assert done.returncode == 0, done.stderr
    assert (project / "tree/docs/cards/xinhua.card").read_bytes() == b"\0\xffXinhua"
    assert not (project / "tree/docs/dossier").exists()


def test_a_preview_makes_it_when_asked_with_its_media_type_and_anew_after_an_edit(
    project: Path, binaries: Path
) -> None:
    with serving(project, binaries=binaries, **HERE) as server:
        server.wait_for("small/actors/john-kerry/", lambda page: "John Kerry" in page)
        assert "card made:" not in server.log()
        with urlopen(f"{server.address}/small/cards/john-kerry.card") as answer:
            assert (answer.headers["Content-Type"], answer.read()) == ("application/x-card", b"\0\xffJohn Kerry")
        with server.turning("small/actors/john-kerry/", lambda page: "John F. Kerry" in page):
            swap("data/actors.yml", "name: John Kerry", "name: John F. Kerry")(project)
        assert server.raw("small/cards/john-kerry.card") == b"\0\xffJohn F. Kerry"
        assert "Not found" in server.page("small/cards/nobody.card")
