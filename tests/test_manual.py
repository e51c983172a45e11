"""The manual says what is true: its generated parts are current, its examples work, nothing is left out."""

from __future__ import annotations

import re
import shlex
import shutil
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import get_args, get_type_hints

import click
import pytest
import yaml

from mkdocs_dossier.cli import main
from mkdocs_dossier.cli.new import new
from mkdocs_dossier.diagnostics import CODES
from mkdocs_dossier.model import lines, pages
from mkdocs_dossier.model.page import Page
from mkdocs_dossier.run.progress_bar import bar_line
from mkdocs_dossier.stages import link
from tests.conftest import ROOT, MakeCollection
from tests.processes import run
from tools.make_manual import GOLDEN, MANUAL, field_docs, manual_pages


@pytest.mark.parametrize(("path", "text"), manual_pages().items(), ids=lambda value: getattr(value, "stem", ""))
def test_the_generated_parts_of_the_manual_are_current(path: Path, text: str) -> None:
    assert path.read_text(encoding="utf-8") == text, "run `make manual`"


def _seen_by_templates() -> list[type]:
    """Return the dataclasses of all pages, and of all that these hold."""
    found: dict[type, None] = {}
    waiting: list[object] = [Page, *(kind for kind in vars(pages).values() if isinstance(kind, type))]
    while waiting:
        thing = waiting.pop()
        waiting += get_args(thing)
        if isinstance(thing, type) and is_dataclass(thing) and thing not in found:
            found[thing] = None
            waiting += get_type_hints(thing, vars(lines)).values()
    return list(found)


@pytest.mark.parametrize("thing", _seen_by_templates(), ids=lambda thing: thing.__name__)
def test_every_field_that_a_template_sees_is_described(thing: type) -> None:
    """In its dataclass, and so in the manual."""
    described = field_docs(thing)
    own = [field.name for field in fields(thing) if not issubclass(thing, Page) or field.name in thing.__annotations__]
    (table,) = re.findall(
        rf"^### {thing.__name__}\n(.*?)(?=^###|^<!-- end)", (MANUAL / "templates.md").read_text("utf-8"), re.M | re.S
    )
    rows = dict(re.findall(r"^\| `(\w+)` \| .+ \| (.+) \|$", table, re.MULTILINE))
    assert list(rows) == own
    for name in own:
        assert re.match(r"[A-Z].* .*\.$", described[name]), f"{name} is not described in a sentence"
        assert rows[name] == described[name]


def test_a_field_without_a_description_stops_the_making_of_the_manual() -> None:
    @dataclass(frozen=True)
    class Unclear:
        clear: str
        """What it is."""
        unclear: str

    with pytest.raises(KeyError, match=r"Unclear\.unclear is not described"):
        field_docs(Unclear)


def test_every_diagnostic_has_its_section() -> None:
    headings = re.findall(r"^## (.+)$", (MANUAL / "diagnostics.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(CODES) == headings


def test_every_command_and_every_option_is_explained() -> None:
    text = (MANUAL / "commands.md").read_text(encoding="utf-8")
    commands = [(name, command) for name, command in main.commands.items()]
    commands += [(f"new {name}", command) for name, command in new.commands.items()]
    for name, command in commands:
        assert f"`dossier {name}" in text
        options = (option for option in command.params if isinstance(option, click.Option))
        missing = [option.opts[-1] for option in options if option.opts[-1] not in text]
        assert missing == [], name


def test_the_collection_of_the_first_page_works(collection: MakeCollection) -> None:
    blocks = re.findall(r"in `(data/[^`]+)`:\n\n```\w+\n(.*?)```", (MANUAL / "index.md").read_text("utf-8"), re.DOTALL)
    assert len(blocks) == 2
    corpus, problems = link(collection(dict(blocks)))
    assert problems == ()
    (article,) = corpus.articles
    found = {(m.kind, m.key) for m in article.mentions}
    assert found == {("actor", "guan-youfei"), ("country", "SY"), ("date", "2016-08-17")}
    assert sum(m.key == "guan-youfei" for m in article.mentions) == 2


def test_what_the_manual_shows_of_why_is_what_is_printed() -> None:
    text = (MANUAL / "mentions.md").read_text(encoding="utf-8")
    command, printed = re.findall(r"\$ dossier (.+)\n(.+)\n", text)[0]
    assert run("dossier", *command.split(), cwd=ROOT).stdout.strip() == printed


def test_what_the_manual_shows_of_check_is_what_is_printed(tmp_path: Path) -> None:
    command, printed = re.findall(
        r"\$ (dossier check)\n(.+?)```", (MANUAL / "diagnostics.md").read_text("utf-8"), re.S
    )[0]
    wrong = yaml.safe_load(GOLDEN.read_text("utf-8"))["unknown-key"]["wrong"]
    (tmp_path / "data").mkdir()
    (tmp_path / "data/actors.yml").write_text(wrong["data/actors.yml"], encoding="utf-8")
    assert run(*command.split(), cwd=tmp_path).stdout == printed


def test_what_the_manual_shows_of_the_editor_is_what_is_printed(tmp_path: Path) -> None:
    command, printed = re.findall(r"\$ (dossier .+)\n((?:.+\n)+)```", (MANUAL / "editor.md").read_text("utf-8"))[0]
    (tmp_path / "data").mkdir()
    assert run(*command.split(), cwd=tmp_path).stdout == printed


def test_the_line_of_progress_is_as_the_manual_shows_it() -> None:
    (line, *counts) = re.findall(r"(.+ \[#+-+\] ([\d,]+) of ([\d,]+))", (MANUAL / "commands.md").read_text("utf-8"))[0]
    assert bar_line("linking articles", *(int(number.replace(",", "")) for number in counts), width=79) == line


def test_the_hooks_of_the_manual_are_those_that_there_are(tmp_path: Path) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    blocks = re.findall(r"```yaml\n(repos:.+?)```", (MANUAL / "editor.md").read_text("utf-8"), re.DOTALL)
    remote, local = (yaml.safe_load(block)["repos"][0]["hooks"][0] for block in blocks)
    assert remote["id"] == local["id"] == hook["id"]
    shared = ("name", "entry", "files", "pass_filenames")
    assert {key: local[key] for key in shared} == {key: hook[key] for key in shared}
    touching = (
        "data/actors.yml",
        "sub/data/actors.yml",
        "sub/mkdocs.yml",
        "data/articles/2016/a.md",
        "templates/pages/actor.md.jinja",
        "mkdocs.yml",
    )
    assert all(re.search(hook["files"], path) for path in touching)
    assert not re.search(hook["files"], "docs/about.md")
    (tmp_path / "data").mkdir()
    (tmp_path / "data/actors.yml").write_text("a: {name: A, type: persn}\n")
    assert run(*hook["entry"].split(), cwd=tmp_path).returncode == 1
    (tmp_path / "data/actors.yml").write_text("a: {name: A, type: person}\n")
    assert run(*hook["entry"].split(), cwd=tmp_path).returncode == 0


def test_what_the_manual_shows_of_suggest_is_what_is_printed() -> None:
    text = (MANUAL / "commands.md").read_text(encoding="utf-8")
    name, shown = re.findall(r'\$ dossier suggest "([^"\n]+)"\n(.+?)\n```', text, re.DOTALL)[0]
    printed = run("dossier", "suggest", name, cwd=ROOT).stdout
    assert printed.startswith(f"{shown}\n\n1 of ")


def test_the_commands_that_the_manual_shows_of_suggest_work(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "docs").mkdir()
    text = (MANUAL / "commands.md").read_text(encoding="utf-8")
    commands = re.findall(r"^dossier (suggest --.+)$", text, re.MULTILINE)
    assert len(commands) == 2
    for command in commands:
        assert run("dossier", *shlex.split(command), cwd=tmp_path).returncode == 0
    assert (tmp_path / "data/actors/arab-league.yml").is_file()
    (example,) = re.findall(
        r"## Muted names.*?```yaml\n(.*?)```", (MANUAL / "formats.md").read_text("utf-8"), re.DOTALL
    )
    (tmp_path / "data/muted.yml").write_text(example, encoding="utf-8")
    assert run("dossier", "check", "--strict", cwd=tmp_path).returncode == 0
    listed = run("dossier", "suggest", "--limit", "0", cwd=tmp_path).stdout
    assert not re.search(r"^\d+\. (Eid al-Adha|Wikipedia)$", listed, re.MULTILINE)


def test_what_the_manual_shows_of_new_and_rename_is_what_they_do(tmp_path: Path) -> None:
    text = (MANUAL / "commands.md").read_text(encoding="utf-8")
    for name in ("data", "schema"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shown = re.findall(r"```console\n\$ dossier (.+)\n((?:.+\n)+)```", text)
    assert len(shown) == 2
    for command, printed in shown:
        assert run("dossier", *shlex.split(command), cwd=tmp_path).stdout == printed
    (written,) = re.findall(r"```yaml\n(# yaml-language-server.*?)```", text, re.DOTALL)
    assert (tmp_path / "data/actors/li-zhensheng.yml").read_text(encoding="utf-8") == written
    assert run("dossier", "check", "--strict", cwd=tmp_path).stdout == "no problems found\n"


def test_what_the_manual_shows_of_import_is_what_it_does(tmp_path: Path) -> None:
    text = (MANUAL / "importing.md").read_text(encoding="utf-8")
    shutil.copytree(ROOT / "data", tmp_path / "data")
    for name, content in re.findall(r"`([a-z.]+)`:\n\n```text\n(.*?)```", text, re.DOTALL):
        (tmp_path / name).write_text(content, encoding="utf-8")
    shown = re.findall(r"```sh\n\$ dossier (.+)\n((?:.+\n)+)```", text)
    assert len(shown) == 2
    for command, printed in shown:
        done = run("dossier", *shlex.split(command), cwd=tmp_path)
        assert done.stderr + done.stdout == printed
    article, record = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    made = tmp_path / "data/articles/2016/an-invented-admiral-visits-the-harbour-city.md"
    assert made.read_text(encoding="utf-8") == article
    assert (tmp_path / "data/actors/example-navy.yml").read_text(encoding="utf-8") == record
    assert run("dossier", "check", "--strict", cwd=tmp_path).stdout == "no problems found\n"


def test_the_schemas_are_current(tmp_path: Path) -> None:
    assert run("dossier", "schema", "--to", str(tmp_path), cwd=ROOT).returncode == 0
    made = {file.name: file.read_text("utf-8") for file in tmp_path.iterdir()}
    kept = {file.name: file.read_text("utf-8") for file in (ROOT / "schema").iterdir()}
    assert made == kept, "run `make schema`"
