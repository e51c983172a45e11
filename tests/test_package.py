"""The wheel: what is installed is the whole tool, and what the manual says to do works with it alone, far from the
checkout, in an environment of its own.
"""

from __future__ import annotations

import email
import email.policy
import json
import re
import shlex
import subprocess
import sys
import tomllib
import zipfile
from email.message import EmailMessage
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml
from markdown_it import MarkdownIt

from tests.architecture import FILES, imports
from tests.conftest import ROOT
from tests.crawl import dead_links
from tests.installing import Shell
from tests.manual_reader import blocks, files_shown, section
from tests.processes import run, serving
from tests.small_project import settings, small_project, write

START = section("index.md", "Start a collection of your own")

DATA = "mkdocs_dossier/data/"

REPOSITORY = "https://github.com/example/dossier"

JANUARY_2020 = "1577836800"

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


@pytest.fixture(scope="module")
def shell(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """A shell in which Dossier was installed as the first page of the manual says."""
    shell = Shell("bash", tmp_path_factory.mktemp("shell"), wheel)
    (lines,) = [block for block in blocks(START, "sh") if "pip install" in block]
    shell.run(lines, tmp_path_factory.mktemp("installed"))
    return shell


@pytest.fixture
def installed(shell: Shell) -> Path:
    """The commands of that environment."""
    return shell.folder / ".venv" / "bin"


def test_the_wheel_holds_the_templates_the_theme_and_the_data_tables(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for file in (ROOT / "templates").rglob("*"):
        if file.is_file():
            assert f"mkdocs_dossier/{file.relative_to(ROOT).as_posix()}" in names
    assert {"mkdocs_dossier/data/territories.json", "mkdocs_dossier/data/han_words.txt"} <= names
    assert not [name for name in names if name.startswith(("tests/", "docs/", "data/", "tools/"))]


@pytest.fixture(scope="session")
def metadata(wheel: Path) -> EmailMessage:
    """What a package index is told of the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return email.message_from_bytes(archive.read(name), EmailMessage, policy=email.policy.default)


def test_the_wheel_carries_the_terms_of_all_data_in_it(wheel: Path, metadata: EmailMessage) -> None:
    """Beside the data, and where installers look for licences."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        data = {name.removeprefix(DATA) for name in names if name.startswith(DATA)}
        notices = archive.read(f"{DATA}NOTICES.md").decode("utf-8")
        licensed = [name.partition(".dist-info/licenses/")[2] for name in names if ".dist-info/licenses/" in name]
        sources = [json.loads(archive.read(DATA + name)).get("about", {}) for name in data if name.endswith(".json")]
    terms = {name for name in data if name.endswith(".license.txt")}
    assert terms == {"han_words.license.txt", "unicode.license.txt", "world_atlas.license.txt"}
    assert set(re.findall(r"^\| `([\w.]+)` \|", notices, re.MULTILINE)) == data - terms - {"NOTICES.md"}
    assert all(f"`{name}`" in notices for name in terms)
    given = {"LICENSE"} | {f"generator/{DATA}{name}" for name in (*terms, "NOTICES.md")}
    assert set(licensed) == set(metadata.get_all("License-File", [])) == given
    addresses = {source["url"] for about in sources for source in about.get("sources", [about]) if "url" in source}
    assert len(addresses) == 3
    assert all(f"]({address})" in notices for address in addresses)
    assert "https://creativecommons.org/licenses/by/4.0/" in notices


def test_a_package_index_is_told_where_the_project_lives(metadata: EmailMessage) -> None:
    urls = dict(line.split(", ", 1) for line in metadata.get_all("Project-URL", []))
    assert urls.keys() == {"Homepage", "Documentation", "Repository", "Issues", "Changelog"}
    assert yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), yaml.BaseLoader)["repo_url"] == urls["Repository"]
    assert all(url.startswith(urls["Repository"]) for url in urls.values())
    assert urls["Repository"] == REPOSITORY


def test_what_a_package_index_shows_has_pictures_and_links_that_work_there(metadata: EmailMessage) -> None:
    shown = metadata.get_content()
    assert metadata["Description-Content-Type"] == "text/markdown"
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    here, there = (re.findall(r'(?:src|href)="([^"]*)"', MarkdownIt().render(text)) for text in (readme, shown))
    assert len(here) > 10
    assert MarkdownIt("zero").enable("image").render(shown).count("<img") == 2
    bases = (f"{REPOSITORY}/blob/main/", "https://raw.githubusercontent.com/example/dossier/main/")
    for own, whole in zip(here, there, strict=True):
        if own.startswith("https:"):
            assert whole == own
        else:
            assert whole == bases[own.endswith(".png")] + own
            assert (ROOT / own.partition("#")[0]).exists()


def test_all_that_the_package_imports_is_declared() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*declared["dependencies"]]
    lines += [line for extra, of in declared["optional-dependencies"].items() if extra != "dev" for line in of]
    names = {re.sub(r"[-_.]+", "-", re.split(r"[\[<>=!~; ]", line)[0]).lower() for line in lines}
    by_import = packages_distributions()
    imported = {module.partition(".")[0] for file in FILES for module in imports(file)}
    foreign = imported - sys.stdlib_module_names - {"mkdocs_dossier"}
    assert len(foreign) > 10
    for module in foreign:
        of = {re.sub(r"[-_.]+", "-", name).lower() for name in by_import[module]}
        assert of & names, f"{module} is imported, and {' or '.join(of)} not declared"
    assert all(">=" in line for line in lines), "a dependency has no lower bound"


STRANGER = """
from mkdocs_dossier.model.lines import Link

link = Link("Reuters", "reuters.md")
reveal_type(link.url)
link.address
"""


def test_type_checkers_read_the_types_of_the_installed_package(installed: Path, tmp_path: Path) -> None:
    write(tmp_path, {"stranger.py": STRANGER})
    command = [sys.executable, "-m", "mypy", "--python-executable", str(installed / "python"), "stranger.py"]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False).stdout
    assert said.splitlines()[:2] == [
        'stranger.py:5: note: Revealed type is "str"',
        'stranger.py:6: error: "Link" has no attribute "address"  [attr-defined]',
    ]


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
    write(tmp_path, files_shown(START))
    (commands,) = [block for block in blocks(START, "sh") if "pip install" not in block]
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


def test_an_embargo_ends_without_a_new_commit(installed: Path, tmp_path: Path) -> None:
    """The workflow builds anew each day, and measures embargoes against that day."""
    assert run("dossier", "init", "--empty", cwd=tmp_path, binaries=installed, PYTHONPATH="").returncode == 0
    write(tmp_path, {"data/actors.yml": EMBARGOED})
    (workflow,) = (tmp_path / ".github" / "workflows").iterdir()
    said = yaml.load(workflow.read_text(encoding="utf-8"), yaml.BaseLoader)
    (cron,) = [time["cron"] for time in said["on"]["schedule"]]
    assert re.fullmatch(r"\d+ \d+ \* \* \*", cron), "not once a day"
    (build,) = [step["run"] for step in said["jobs"]["build"]["steps"] if "mkdocs" in step.get("run", "")]
    for moment, is_shown in ({"SOURCE_DATE_EPOCH": JANUARY_2020}, False), ({}, True):
        command, *arguments = shlex.split(build)
        done = run(command, *arguments, cwd=tmp_path, binaries=installed, PYTHONPATH="", SITE_URL="", **moment)
        assert done.returncode == 0, done.stderr
        assert (tmp_path / "site" / "actors" / "released").exists() is is_shown
        assert not (tmp_path / "site" / "actors" / "kept").exists()
