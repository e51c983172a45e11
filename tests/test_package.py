"""The wheel: what is installed is the whole tool, and what the manual says to do works with it alone, far from the
checkout, in an environment of its own.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT
from tests.crawl import dead_links
from tests.manual_reader import blocks, files_shown, section
from tests.processes import run, serving
from tests.small_project import put, settings, small_project, write
from tools.make_manual import MANUAL

ADDRESS = "git+https://github.com/example/dossier"
"""Where the manual says that Dossier is to be had."""

BASE_URL = "${{ steps.pages.outputs.base_url }}"
"""What a runner puts the address of the site in place of."""

EMBARGOED = """
released:
  name: Released Example
  type: person
  embargo: 2020-06-01
kept:
  name: Kept Example
  type: person
  embargo: 9999-12-31
"""


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    (built,) = folder.glob("*.whl")
    return built


def script(lines: str, folder: Path, wheel: Path, path: Path, **environment: str) -> None:
    """Run lines of a shell as a user or a runner would, with the wheel in place of Dossier's address.

    path: where commands are looked for first. environment: what is set besides.
    """
    for address in {word for word in lines.replace('"', " ").split() if word.startswith(ADDRESS)}:
        lines = lines.replace(address, wheel.as_uri())
    ours = ("SOURCE_DATE_EPOCH", "PYTHONPATH", "VIRTUAL_ENV", "SITE_URL")
    kept = {key: value for key, value in os.environ.items() if key not in ours}
    kept["PATH"] = f"{path}{os.pathsep}{kept['PATH']}"
    command = ["bash", "-e", "-c", lines]
    done = subprocess.run(
        command, cwd=folder, env=kept | environment, capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, f"{lines}\n{done.stdout}{done.stderr}"


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands of an environment that was made as the first page of the manual says."""
    folder = tmp_path_factory.mktemp("installed")
    start = section("index.md", "Start a collection of your own")
    (lines,) = [block for block in blocks(start, "sh") if "pip install" in block]
    assert ADDRESS in lines
    script(lines, folder, wheel, Path(sys.executable).parent)
    return folder / ".venv" / "bin"


def test_the_wheel_holds_the_templates_the_theme_and_the_data_tables(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for file in (ROOT / "templates").rglob("*"):
        if file.is_file():
            assert f"mkdocs_dossier/{file.relative_to(ROOT).as_posix()}" in names
    assert {"mkdocs_dossier/data/territories.json", "mkdocs_dossier/data/han_words.txt"} <= names
    assert "mkdocs_dossier/data/han_words.license.txt" in names
    assert not [name for name in names if name.startswith(("tests/", "docs/", "data/", "tools/"))]


def test_a_site_builds_with_the_installed_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    """Without any of its extras."""
    environment = tmp_path / "env"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(environment)], check=True, timeout=300)
    binaries = environment / "bin"
    pip = [sys.executable, "-m", "pip", "--python", str(binaries / "python")]
    subprocess.run([*pip, "install", "--quiet", str(wheel)], check=True, capture_output=True, timeout=600)
    files = {
        "mkdocs.yml": settings(""),
        "data/actors.yml": "reuters: {name: Reuters, type: media}\n",
        "data/articles/a.md": "---\ntitle: A\ndate: 2016-08-18\n---\nReuters said so.\n",
    }
    project = small_project(tmp_path / "project", files)
    done = run("mkdocs", "build", "--strict", cwd=project, binaries=binaries, PYTHONPATH="")
    assert done.returncode == 0, done.stderr
    assert "said so" in (project / "site" / "actors" / "reuters" / "index.html").read_text(encoding="utf-8")
    assert (project / "site" / "css" / "dossier.css").is_file()
    explained = run("dossier", "check", "--explain", "bad-id", cwd=project, binaries=binaries, PYTHONPATH="")
    assert "*Error.* An id is made of" in explained.stdout


def page(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8")


def test_the_start_of_the_manual_works_as_it_is_written(installed: Path, tmp_path: Path) -> None:
    start = section("index.md", "Start a collection of your own")
    write(files_shown(start), tmp_path)
    (commands,) = [block for block in blocks(start, "sh") if "pip install" not in block]
    said = {}
    for command, *arguments in (shlex.split(line, comments=True) for line in commands.splitlines()):
        if arguments == ["serve"]:
            with serving(tmp_path, binaries=installed, PYTHONPATH="") as server:
                assert ">Guan Youfei<" in server.wait_for("", lambda page: "<h1" in page)
                assert "came to Syria" in server.get("actors/guan-youfei/")
        else:
            done = run(command, *arguments, cwd=tmp_path, binaries=installed, PYTHONPATH="")
            assert done.returncode == 0, done.stderr
            said[arguments[0]] = done.stdout + done.stderr
    assert said["check"] == "no problems found\n"
    assert "WARNING" not in said["build"]
    site = tmp_path / "site"
    assert list(dead_links(site)) == []
    for told in (
        '<strong>1</strong> <a href="articles/">articles</a>',
        '<a href="actors/guan-youfei/">Guan Youfei</a>',
        '<a href="countries/syria/">',
    ):
        assert told in page(site, ".")
    assert page(site, "actors/guan-youfei").count('href="../../articles/2016/visit/#m') == 2
    assert "Guan Youfei" in page(site, "countries/china")
    assert "came to" in page(site, "countries/syria")
    assert "A visit to Damascus" in page(site, "dates/2016/08/18")
    assert "“Wednesday” read as 17 August 2016" in page(site, "dates/2016/08/17")
    assert (site / "pagefind" / "pagefind.js").is_file()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A collection in Git, made of what the manual shows; its one commit was made in January 2020, before an embargo
    ended.
    """
    project = tmp_path / "project"
    publishing = (MANUAL / "publishing.md").read_text(encoding="utf-8")
    files = files_shown(section("index.md", "Start a collection of your own"))
    files |= files_shown(publishing)
    (settings,) = [block for block in blocks(publishing, "yaml") if block.startswith("site_url:")]
    files["mkdocs.yml"] += settings
    files["data/actors.yml"] += EMBARGOED
    write(project, files)
    for folder in ("site", ".venv", ".cache/dossier", ".site.dossier"):  # what a user's own builds leave
        put(f"{folder}/built.txt", "built")(project)
    made = {"GIT_COMMITTER_DATE": "2020-01-01T00:00:00Z", "GIT_AUTHOR_DATE": "2020-01-01T00:00:00Z"}
    who = "-c user.name=Ann -c user.email=ann@example.org -c commit.gpgsign=false"
    for command in ("init --quiet --initial-branch main", "add --all", f"{who} commit --quiet --message First"):
        subprocess.run(["git", *command.split()], cwd=project, env=os.environ | made, check=True, timeout=60)
    kept = subprocess.run(["git", "ls-files"], cwd=project, capture_output=True, text=True, check=True, timeout=60)
    assert set(kept.stdout.split()) == files.keys()
    return project


def run_workflow(repository: Path, installed: Path, wheel: Path, **environment: str) -> Path:
    """Do on a fresh clone what the job does that builds, and return the folder that it hands on."""
    (workflow,) = (repository / ".github" / "workflows").iterdir()
    steps = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"]["build"]["steps"]
    clone = repository.with_name("clone")
    shutil.rmtree(clone, ignore_errors=True)
    subprocess.run(["git", "clone", "--quiet", "--depth", "1", repository.as_uri(), str(clone)], check=True, timeout=60)
    for step in steps:
        if "run" in step:
            said = step.get("env", {}).items()
            given = {name: value.replace(BASE_URL, "https://example.org/mine") for name, value in said}
            script(step["run"], clone, wheel, installed, **environment, **given)
    (handed_on,) = [step["with"]["path"] for step in steps if "upload-pages-artifact" in step.get("uses", "")]
    return clone / str(handed_on)


def test_the_workflow_to_copy_builds_a_collection_of_ones_own(installed: Path, wheel: Path, repository: Path) -> None:
    site = run_workflow(repository, installed, wheel)
    assert "came to Syria" in page(site, "actors/guan-youfei")
    assert 'href="https://example.org/mine/actors/guan-youfei/"' in page(site, "actors/guan-youfei")
    assert "https://github.com/example/my-dossiers/edit/main/data/actors.yml" in page(site, "actors/guan-youfei")
    assert (site / "pagefind" / "pagefind.js").is_file()


def test_an_embargo_ends_without_a_new_commit(installed: Path, wheel: Path, repository: Path) -> None:
    site = run_workflow(repository, installed, wheel, SOURCE_DATE_EPOCH="1577836800")  # January 2020
    assert not (site / "actors" / "released").exists()
    site = run_workflow(repository, installed, wheel)
    assert "Released Example" in page(site, "actors/released")
    assert not (site / "actors" / "kept").exists()
    (workflow,) = (repository / ".github" / "workflows").iterdir()
    on = yaml.load(workflow.read_text(encoding="utf-8"), yaml.BaseLoader)["on"]
    (cron,) = [time["cron"] for time in on["schedule"]]
    assert re.fullmatch(r"\d+ \d+ \* \* \*", cron), "not once a day"
