"""A `mkdocs build` that fails leaves the site as it was; what others put into a site stays or goes as with MkDocs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.built_projects import HERE, beside, build, edit
from tests.processes import run
from tests.site_edits import append, files_of, swap
from tests.small_project import put, small_project

AFTER_ALL = """
import pathlib, time

def on_post_build(config):
    site = pathlib.Path(config.site_dir)
    (site / "count.txt").write_text(str(len(list(site.rglob("*.html")))))
    {then}
"""
"""A hook that works on the whole site."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path)


# -- builds that fail

THEMES = {"ours": "dossier", "another": "mkdocs"}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.promise("failed-build")
def test_a_strict_build_that_fails_leaves_the_site_as_it_was(theme: str, project: Path) -> None:
    swap("mkdocs.yml", "{name: dossier}", f"{{name: {THEMES[theme]}}}")(project)
    build(project)
    before = files_of(project / "site")
    edit(project)
    append("docs/about.md", "\n[Nowhere](nowhere.md)\n")(project)
    assert "Aborted with" in build(project, "--strict", code=1)
    assert (files_of(project / "site"), beside(project)) == (before, [])
    build(project)
    assert files_of(project / "site") != before and beside(project) == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.promise("failed-build")
def test_a_build_with_errors_in_the_data_leaves_the_site_as_it_was(theme: str, project: Path) -> None:
    swap("mkdocs.yml", "{name: dossier}", f"{{name: {THEMES[theme]}}}")(project)
    build(project)
    before = files_of(project / "site")
    put("data/articles/broken.md", "---\ntitle: [\n---\n")(project)
    build(project, code=1)
    assert (files_of(project / "site"), beside(project)) == (before, [])


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.promise("failed-build")
def test_a_hook_finds_the_whole_site_and_where_it_fails_the_site_is_as_it_was(theme: str, project: Path) -> None:
    swap("mkdocs.yml", "{name: dossier}", f"{{name: {THEMES[theme]}}}")(project)
    append("mkdocs.yml", "\nhooks: [hook.py]\n")(project)
    hook = put("hook.py", AFTER_ALL.format(then=""))
    hook(project)
    for _ in range(2):
        build(project)
        pages = len(list((project / "site").rglob("*.html")))
        assert (project / "site/count.txt").read_text() == str(pages)
    before = files_of(project / "site")
    edit(project)
    put("hook.py", AFTER_ALL.format(then="raise ValueError('no')"))(project)
    assert run("mkdocs", "build", cwd=project, **HERE).returncode == 1
    assert (files_of(project / "site"), beside(project)) == (before, [])


def test_a_program_that_calls_mkdocs_gets_its_site(project: Path) -> None:
    program = "import mkdocs.config, mkdocs.commands.build as b; b.build(mkdocs.config.load_config('mkdocs.yml'))"
    assert run("python", "-c", program, cwd=project, **HERE).returncode == 0
    found = files_of(project / "site")
    shutil.rmtree(project / "site")
    build(project)
    assert files_of(project / "site") == found and beside(project) == []


# -- what others put into the site


@pytest.mark.parametrize("hidden", [".nojekyll", ".well-known/security.txt"])
@pytest.mark.promise("files-of-others")
def test_hidden_files_stay_in_the_site_and_others_go_as_with_mkdocs_alone(hidden: str, project: Path) -> None:
    build(project)
    wanted = files_of(project / "site")
    for step in ("cold", "warm"):
        put(f"site/{hidden}", "mine")(project)
        put("site/by-hand/mine.txt", "mine")(project)
        put("site/mine.txt", "mine")(project)
        if step == "cold":
            shutil.rmtree(project / ".cache")
        build(project)
        assert files_of(project / "site") == {**wanted, hidden: b"mine"}
    edit(project)
    build(project)
    assert (project / "site" / hidden).read_text() == "mine"
    plain = files_of(project / "site")
    shutil.rmtree(project / "site")
    build(project)
    assert plain == {**files_of(project / "site"), hidden: b"mine"}


@pytest.mark.promise("files-of-others")
def test_nothing_beside_the_site_is_touched(project: Path) -> None:
    put(".site.dossier/mine.txt", "mine")(project)
    assert ".site.dossier is in the way, and was not made by dossier" in build(project, code=1)
    assert files_of(project / ".site.dossier") == {"mine.txt": b"mine"}


def test_a_site_that_is_a_symbolic_link_stays_one(project: Path) -> None:
    (project / "elsewhere").mkdir()
    (project / "site").symlink_to("elsewhere")
    build(project)
    assert (project / "site").is_symlink() and (project / "elsewhere/index.html").is_file()


def test_what_a_build_that_was_killed_left_beside_the_site_goes(project: Path) -> None:
    put(".site.dossier/lock", "1")(project)
    put(".site.dossier/new/half.html", "half")(project)
    put(".site.dossier/mkdocs/half.html", "half")(project)
    build(project)
    assert beside(project) == [] and not (project / "site/half.html").exists()
