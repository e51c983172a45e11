"""`dossier init`: a collection that is right at once, made without a network, over nothing that is there."""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.version import Version

from tests.conftest import ROOT
from tests.processes import BIN, run, run_in_terminal

REPOSITORY = "https://github.com/example/harbours"


def init(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run("dossier", "init", *arguments, cwd=folder)


def settings(project: Path) -> dict[str, object]:
    text = (project / "mkdocs.yml").read_text(encoding="utf-8").replace(": !ENV ", ": ")
    found: dict[str, object] = yaml.safe_load(text)
    return found


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_it_makes_is_right_and_builds_at_once(tmp_path: Path) -> None:
    done = init(tmp_path, "harbours", "--name", "Our harbours", "--repository", f"{REPOSITORY}.git")
    assert done.returncode == 0, done.stderr
    project = tmp_path / "harbours"
    assert run("dossier", "check", "--strict", cwd=project).stdout == "no problems found\n"
    built = run("mkdocs", "build", "--strict", cwd=project)
    assert built.returncode == 0, built.stderr
    page = (project / "site/actors/ann-example/index.html").read_text(encoding="utf-8")
    assert "Harbour master of Exampletown" in page
    assert f'href="{REPOSITORY}/edit/main/data/actors.yml' in page
    assert '<html lang="en"' in page
    home = (project / "site/index.html").read_text(encoding="utf-8")
    assert "<h1" in home and "Our harbours" in home and 'href="actors/ann-example/"' in home


ENVIRONMENT = {"PATH": f"{BIN}{os.pathsep}/usr/bin", "VIRTUAL_ENV": sys.prefix, "CONDA_PREFIX": ""}
"""As in a shell in which the environment is active."""


def next_commands(folder: Path, **environment: str) -> list[str]:
    said = run("dossier", "init", "my harbours", cwd=folder, **environment).stdout
    return [line.strip() for line in said.split("Next:\n")[1].splitlines()]


def test_it_says_how_to_go_on(tmp_path: Path) -> None:
    assert next_commands(tmp_path, **ENVIRONMENT) == ["cd 'my harbours'", "dossier check", "mkdocs serve"]


@pytest.mark.parametrize(
    "environment",
    [ENVIRONMENT | {"PATH": "/nowhere"}, ENVIRONMENT | {"VIRTUAL_ENV": ""}],
    ids=["only dossier is on the PATH", "installed for this run alone"],
)
def test_where_mkdocs_does_not_stay_it_says_how_to_install_it(tmp_path: Path, environment: dict[str, str]) -> None:
    cd, install, serve = next_commands(tmp_path, **environment)
    assert (cd, serve) == ("cd 'my harbours'", "mkdocs serve")
    assert "pip install -r requirements.in" in install and "venv" in install


def test_without_the_examples_it_builds_as_well(tmp_path: Path) -> None:
    assert init(tmp_path, "--empty").returncode == 0
    assert run("dossier", "check", "--strict", cwd=tmp_path).stdout == "no problems found\n"
    assert run("mkdocs", "build", "--strict", cwd=tmp_path).returncode == 0
    git = ["git", "-c", "init.defaultBranch=main"]
    subprocess.run([*git, "init", "--quiet"], cwd=tmp_path, check=True, timeout=60)
    subprocess.run([*git, "add", "--all"], cwd=tmp_path, check=True, timeout=60)
    kept = subprocess.run([*git, "ls-files"], cwd=tmp_path, check=True, timeout=60, capture_output=True, text=True)
    assert "data/articles/.gitkeep" in kept.stdout
    assert not re.search(r"^(site|\.cache|\.dossier-ids)/", kept.stdout, re.MULTILINE)
    made = run("dossier", "new", "actor", "--name", "Ann Other", "--type", "person", cwd=tmp_path)
    assert made.returncode == 0, made.stderr


@pytest.mark.parametrize("name", ["北京 港", "Гавань", "ميناء", "- [x]", "!ENV X", "{}", "12", "no", "✓ 👩‍👧"])
def test_a_name_may_be_in_any_script(tmp_path: Path, name: str) -> None:
    assert init(tmp_path, "--name", name).returncode == 0
    assert settings(tmp_path)["site_name"] == name


def test_a_name_may_hold_any_mark(tmp_path: Path) -> None:
    name = '- *x* _y_ $heading: "b" #c <b>no</b> {{ page }}'
    init(tmp_path, "--name", name)
    assert settings(tmp_path)["site_name"] == name
    built = run("mkdocs", "build", "--strict", cwd=tmp_path)
    assert built.returncode == 0, built.stderr
    (heading,) = re.findall(r"<h1[^>]*>(.*?)<a", (tmp_path / "site/index.html").read_text(encoding="utf-8"))
    assert html.unescape(heading) == name


def test_on_a_terminal_it_asks(tmp_path: Path) -> None:
    said = run_in_terminal("dossier", "init", "x", cwd=tmp_path, typed="Our harbours\nno language\nfr\n\n")
    assert "Name of the site [x]:" in said
    assert "is not a language tag" in said
    made = settings(tmp_path / "x")
    assert made["site_name"] == "Our harbours"
    assert made["theme"] == {"name": "dossier", "language": "fr"}
    assert "repo_url" not in made


@pytest.mark.parametrize(
    "given", ["git@github.com:example/harbours.git", f"{REPOSITORY}/", f"{REPOSITORY}.git", REPOSITORY]
)
def test_a_repository_may_be_given_as_it_is_cloned(tmp_path: Path, given: str) -> None:
    assert init(tmp_path, "--repository", given).returncode == 0
    made = settings(tmp_path)
    assert (made["repo_url"], made["edit_uri"]) == (REPOSITORY, "edit/main/docs/")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--name", " "], "visible characters"),
        (["--name", "a\u202eb"], "visible characters"),
        (["--language", "english"], "is not a language tag"),
        (["--repository", "harbours"], "https://github.com/NAME/REPOSITORY"),
        (["--repository", "javascript:alert(1)"], "https://github.com/NAME/REPOSITORY"),
        (["--repository", "https://example.org/a b\nx: y"], "https://github.com/NAME/REPOSITORY"),
        (["file"], "is a file"),
        (["file/below"], "cannot write"),
        (["/proc/none"], "cannot write"),
    ],
)
def test_what_cannot_be_is_said_in_one_line_and_nothing_is_written(
    tmp_path: Path, arguments: list[str], says: str
) -> None:
    (tmp_path / "file").write_text("mine")
    done = init(tmp_path, *arguments)
    assert done.returncode != 0
    (line,) = (line for line in done.stderr.splitlines() if not line.startswith(("Usage", "Try")) and line)
    assert says in line
    assert contents(tmp_path) == {"file": b"mine"}


@pytest.mark.parametrize("name", ["mkdocs.yml", "mkdocs.yaml"])
def test_over_a_project_nothing_is_written(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("site_name: Mine\n")
    done = init(tmp_path)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert f"{name} is there already" in done.stderr
    assert contents(tmp_path) == {name: b"site_name: Mine\n"}


def test_what_is_there_stays_and_is_named(tmp_path: Path) -> None:
    mine = {"README.md": b"mine", ".gitignore": b"*.tmp\n/site\n", "LICENSE": b"mine", "docs/index.md": b"# Mine\n"}
    (tmp_path / "docs").mkdir()
    for path, content in mine.items():
        (tmp_path / path).write_bytes(content)
    done = init(tmp_path)
    assert done.returncode == 0, done.stderr
    assert contents(tmp_path).items() >= mine.items()
    for path in ("README.md", ".gitignore", "docs/index.md"):
        assert f"{path} is there already, and stays as it is" in done.stdout
    assert "add to .gitignore, one a line: .site.dossier/ .cache/ .dossier-ids/ .venv/" in done.stdout
    assert "LICENSE" not in done.stdout
    assert (tmp_path / "data/actors.yml").is_file()


def test_a_collection_that_is_there_gets_a_project_around_it_and_no_examples(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/actors.yml").write_text("mine: {name: Mine, type: person}\n")
    done = init(tmp_path)
    assert "data/ is there already, and stays as it is" in done.stdout
    assert [path for path in contents(tmp_path) if path.startswith("data/")] == ["data/actors.yml"]
    assert run("mkdocs", "build", "--strict", cwd=tmp_path).returncode == 0


def test_where_one_file_cannot_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "docs").write_text("mine")  # where a folder belongs
    done = init(tmp_path)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "nothing was written" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["docs"]


def test_nothing_is_written_where_a_link_leads_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").mkdir()
    (tmp_path / "site/docs").symlink_to(tmp_path / "elsewhere")
    done = init(tmp_path, "site")
    assert done.returncode == 1
    assert "leads elsewhere" in done.stderr
    assert {path.name for path in tmp_path.rglob("*")} == {"site", "elsewhere", "docs"}


def test_the_editor_knows_the_collection_at_once(tmp_path: Path) -> None:
    init(tmp_path)
    told = json.loads((tmp_path / ".vscode/settings.json").read_text(encoding="utf-8"))
    for schema in told["yaml.schemas"]:
        assert (tmp_path / schema).is_file()
    assert "ann-example" in (tmp_path / ".dossier-ids/event.schema.json").read_text(encoding="utf-8")
    before = contents(tmp_path)
    assert run("dossier", "schema", "--vscode", cwd=tmp_path).returncode == 0
    assert contents(tmp_path) == before


def test_the_lock_names_all_that_the_package_needs_with_checksums() -> None:
    """Whoever changes what the package needs runs `make lock`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lock = (ROOT / "templates/starter/requirements.txt").read_text(encoding="utf-8")
    entries = [entry for entry in re.split(r"^(?=[a-z])", lock, flags=re.MULTILINE) if not entry.startswith("#")]
    versions = {name: Version(rest.split()[0]) for name, _, rest in (entry.partition("==") for entry in entries)}
    assert all("--hash=sha256:" in entry for entry in entries)
    for text in (*project["dependencies"], *project["optional-dependencies"]["search"]):
        needed = Requirement(text)
        assert versions[needed.name.lower()] in needed.specifier, "run `make lock`"
    assert "mkdocs-dossier" not in versions
