"""The command works on the collection that MkDocs builds, however `mkdocs.yml` says which that is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.processes import run

MAPPING = "site_name: A site\nplugins: {dossier: {data_dir: texts}}\n"
ACTORS = "ann: {name: Ann Other, type: person}\n"
ARTICLE = "---\ntitle: A visit\ndate: 2016-08-18\n---\nAnn Other met Bob Example, and [[ann]] left.\n"

WAYS = {
    "a mapping": {"mkdocs.yml": MAPPING},
    "a list": {"mkdocs.yml": "site_name: A site\nplugins:\n  - search\n  - dossier:\n      data_dir: texts\n"},
    "the other name": {"mkdocs.yaml": MAPPING},
    "inherited": {"mkdocs.yml": "INHERIT: base.yml\nsite_name: A site\n", "base.yml": MAPPING},
    "the environment": {"mkdocs.yml": MAPPING.replace("texts", "!ENV [TEXTS, nowhere]")},
}


@pytest.fixture(params=WAYS)
def project(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TEXTS", "texts")
    write(tmp_path, WAYS[request.param])
    write(tmp_path, {"texts/actors.yml": ACTORS, "texts/articles/visit.md": ARTICLE, "docs/index.md": "# Home\n"})
    return tmp_path


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def test_the_command_finds_the_collection(project: Path) -> None:
    assert run("dossier", "check", "--strict", cwd=project).stdout == "no problems found\n"
    made = run("dossier", "new", "actor", "--name", "Bob Example", "--type", "person", cwd=project)
    assert made.stdout == "wrote texts/actors/bob-example.yml\n"


@pytest.mark.parametrize("project", ["a mapping"], indirect=True)
def test_every_other_command_finds_it_too(project: Path) -> None:
    assert "Bob Example" in run("dossier", "suggest", cwd=project).stdout
    renamed = run("dossier", "rename", "ann", "ann-other", cwd=project)
    assert renamed.returncode == 0, renamed.stderr
    assert "[[ann-other]]" in (project / "texts/articles/visit.md").read_text(encoding="utf-8")
    assert run("dossier", "build", "--to", "out", cwd=project).returncode == 0
    assert (project / "out/docs/actors/ann-other.md").is_file()
    assert not (project / "data").exists()


NAV = "nav:\n  - Home: index.md\n  - Ann: actors/ann.md\n"


@pytest.mark.parametrize(
    "files",
    [
        {"mkdocs.yaml": f"site_name: A\ndocs_dir: pages\nplugins: [dossier]\n{NAV}"},
        {"mkdocs.yml": "INHERIT: base.yml\nsite_name: A\n", "base.yml": f"docs_dir: pages\nplugins: [dossier]\n{NAV}"},
    ],
    ids=["the other name", "inherited"],
)
def test_a_renamed_page_is_followed_wherever_nav_and_pages_lie(tmp_path: Path, files: dict[str, str]) -> None:
    write(tmp_path, files)
    write(tmp_path, {"data/actors.yml": ACTORS, "pages/index.md": "# Home\n\n[Ann](actors/ann.md)\n"})
    assert run("dossier", "rename", "ann", "ann-other", cwd=tmp_path).returncode == 0
    assert "actors/ann-other.md" in (tmp_path / list(files)[-1]).read_text(encoding="utf-8")
    assert "(actors/ann-other.md)" in (tmp_path / "pages/index.md").read_text(encoding="utf-8")
    built = run("mkdocs", "build", "--strict", cwd=tmp_path)
    assert built.returncode == 0, built.stderr


def test_a_project_lies_where_the_link_to_its_settings_lies(tmp_path: Path) -> None:
    project = tmp_path / "project"
    write(tmp_path, {"shared/mkdocs.yml": "site_name: A site\ntheme: dossier\nplugins: [dossier: {search: false}]\n"})
    write(project, {"data/actors.yml": ACTORS, "docs/index.md": "# A\n"})
    (project / "mkdocs.yml").symlink_to("../shared/mkdocs.yml")
    assert run("dossier", "check", "--strict", cwd=project).returncode == 0
    assert run("mkdocs", "build", "--strict", cwd=project).returncode == 0
    assert (project / "site/actors/ann/index.html").is_file()


BROKEN = {
    "plugins:\n\t- dossier\n": "mkdocs.yml:3:1: error[yaml-syntax]",
    "plugins: [dossier: {data_dir: [texts]}]\n": "mkdocs.yml:2:21: error[site-error] 'data_dir' has to be a text",
    "plugins: dossier\n": "mkdocs.yml:2:1: error[site-error] 'plugins' has to be a list or a mapping",
    "INHERIT: none.yml\n": "mkdocs.yml:2:1: error[site-error] there is no file 'none.yml' to inherit from",
}


@pytest.mark.parametrize("text", BROKEN)
def test_settings_that_cannot_be_read_are_said_in_one_line_and_nothing_is_written(tmp_path: Path, text: str) -> None:
    write(tmp_path, {"mkdocs.yml": f"site_name: A site\n{text}", "texts/actors.yml": ACTORS, "docs/index.md": "# A\n"})
    (line, *_) = run("dossier", "check", cwd=tmp_path).stdout.splitlines()
    assert line.startswith(BROKEN[text])
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and ".cache" not in path.parts}
    for command in (
        ["new", "actor", "--name", "Bob", "--type", "person"],
        ["rename", "ann", "ann-other"],
        ["suggest", "--mute", "Bob"],
        ["build", "--to", "out"],
        ["schema", "--vscode"],
    ):
        done = run("dossier", *command, cwd=tmp_path)
        assert done.returncode == 1, command
        assert done.stdout == f"{line}\n"
        assert done.stderr == "nothing was done: fix mkdocs.yml first\n"
    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and ".cache" not in path.parts}
    assert after == before


def test_check_says_what_keeps_mkdocs_from_starting_beside_what_is_wrong_with_the_collection(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"mkdocs.yml": "plugins: [dossier]\nsite_url: example.org\n", "data/actors.yml": "ann: {name: Ann, type: x}\n"},
    )
    done = run("dossier", "check", "--format", "json", cwd=tmp_path)
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(one["place"]["path"], one["code"]) for one in said] == [
        ("data/actors.yml", "bad-value"),
        ("mkdocs.yml", "site-error"),
        ("mkdocs.yml", "site-error"),
        ("mkdocs.yml", "site-error"),
    ]
    told = " ".join(one["message"] for one in said)
    assert "'site_name' is missing" in told and "no folder 'docs'" in told and "'site_url'" in told
    assert done.returncode == 1
    assert run("mkdocs", "build", cwd=tmp_path).returncode != 0
