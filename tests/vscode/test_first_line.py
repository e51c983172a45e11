"""A new file names a schema only where that schema is there, and where it helps."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import article
from tests.processes import dossier
from tests.small_project import small_project

LINE = "yaml-language-server"
TABLE = "name,type\nTab Ular,person\n"
TEXT = "A headline of seven words for you\n\n18 August 2016\n\nThe text begins here, and it goes on for a while.\n"

COMMANDS = {
    "new": ("new", "actor", "--name", "Ann Other", "--type", "person"),
    "new event": ("new", "event", "--title", "A visit", "--date", "2016-08-18"),
    "new article": ("new", "article", "--title", "A visit"),
    "import a table": ("import", "in.csv", "--as", "actors"),
    "import a text": ("import", "in.txt", "--date", "2016-08-18"),
    "suggest --mute": ("suggest", "--mute", "Eid al-Adha"),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "in.csv").write_text(TABLE)
    (tmp_path / "in.txt").write_text(TEXT)
    return small_project(tmp_path, {"data/articles/a.md": article("Nothing happened.")})


def _made(project: Path, command: str) -> str:
    """What a command writes into the one file that it makes."""
    before = set((project / "data").rglob("*.*"))
    done = dossier(*COMMANDS[command], cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = set((project / "data").rglob("*.*")) - before
    return made.read_text()


@pytest.mark.parametrize("command", COMMANDS)
def test_no_file_names_a_schema_that_is_not_there(command: str, project: Path) -> None:
    assert LINE not in _made(project, command)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_file_names_the_schema_that_is_there(command: str, project: Path) -> None:
    dossier("schema", cwd=project)
    assert LINE in _made(project, command)


@pytest.mark.parametrize("command", COMMANDS)
def test_no_file_overrules_the_settings_of_an_editor_that_knows_the_ids(command: str, project: Path) -> None:
    dossier("schema", cwd=project)
    dossier("schema", "--vscode", cwd=project)
    assert LINE not in _made(project, command)
