"""The way in: whoever does what the tutorial says, in an empty folder with nothing but the wheel, has a site."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from mkdocs_dossier.read.files import SourceFile
from mkdocs_dossier.validate.records import check_files
from tests.crawl import dead_links
from tests.installing import Shell
from tests.manual_reader import Step, blocks, steps
from tests.processes import run, serving
from tools.make_manual import MANUAL

TUTORIAL = (MANUAL / "tutorial.md").read_text(encoding="utf-8")
REMOTE = "https://github.com/YOUR-NAME/exampletown.git"
BASE_URL = "${{ steps.pages.outputs.base_url }}"
"""What a runner puts the address of the site in place of."""


@dataclass(frozen=True, slots=True)
class Done:
    """What is there at the end of the tutorial. project: its folder. remote: what was pushed to."""

    project: Path
    remote: Path


@pytest.fixture(scope="module")
def done(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Done:
    return follow("bash", wheel, tmp_path_factory)


def follow(shell_name: str, wheel: Path, folders: pytest.TempPathFactory) -> Done:
    """Do all that the tutorial says, step by step, and see that it prints what is shown."""
    folder, remote = folders.mktemp("empty"), folders.mktemp("remote") / "exampletown.git"
    subprocess.run(["git", "init", "--quiet", "--bare", str(remote)], check=True, timeout=60)
    instead = {"COUNT": "1", "KEY_0": f"url.{remote.as_uri()}.insteadOf", "VALUE_0": REMOTE}
    git = {f"GIT_CONFIG_{key}": value for key, value in instead.items()}
    shell = Shell(shell_name, folders.mktemp("shell"), wheel)
    for step in steps(TUTORIAL):
        _do(step, shell, folder, git)
    return Done(shell.folder, remote)


def _do(step: Step, shell: Shell, folder: Path, git: dict[str, str]) -> None:
    if step.path:
        target = shell.folder / step.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(step.text, encoding="utf-8")
    elif step.text == "mkdocs serve\n":
        with serving(shell.folder, binaries=shell.folder / ".venv/bin", PYTHONPATH="") as server:
            server.wait_for("", lambda page: "The harbour of Exampletown" in page)
        (shell.folder / "serve.log").unlink()
    else:
        printed = shell.run(step.text, folder, **git)
        assert [line for line in step.shown if line not in printed] == [], printed


def page(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8")


def test_every_block_of_the_tutorial_is_done() -> None:
    """What is in another language than these is shown, and nothing to be done here."""
    done = list(steps(TUTORIAL))
    assert [step.text for step in done if not step.path] == blocks(TUTORIAL, "sh")
    assert {step.path for step in done} == {
        *("", "texts/ferry.txt", "texts/captain.txt", "docs/index.md", "data/actors/mira-keel.yml"),
        *("data/events/a-new-ferry-is-announced.yml", "data/articles/2026/a-new-ferry-for-exampletown.md"),
        "data/articles/2026/a-captain-goes-home.md",
    }
    assert set(re.findall(r"^```(\w+)", TUTORIAL, re.MULTILINE)) == {"sh", "powershell", "text", "markdown", "yaml"}


@pytest.mark.parametrize("name", ["tutorial.md", "index.md"])
def test_lines_can_be_pasted_into_any_shell(name: str) -> None:
    """A zsh that one types into knows no comments, and looks for files where brackets are not quoted."""
    lines = "".join(blocks((MANUAL / name).read_text(encoding="utf-8"), "sh"))
    assert "#" not in lines
    assert not re.search(r"[\[\]*?!]", re.sub(r'"[^"\n!]*"', "", lines))


def test_yaml_in_ten_lines_is_ten_lines_of_an_actor() -> None:
    (shown,) = (block for block in blocks(TUTORIAL, "yaml") if "born" in block)
    assert len(shown.splitlines()) == 10
    said = yaml.safe_load(shown)
    assert said.keys() == {"name", "type", "summary", "born", "aliases", "countries", "links"}
    assert check_files([SourceFile("actor", "data/actors/keel.yml", "keel", shown)]).problems == ()


def run_workflow(done: Done, clone: Path, wheel: Path, state: Path, **environment: str) -> Path:
    """Do on a fresh clone what the job does that builds, and return the folder that it hands on."""
    command = ["git", "clone", "--quiet", "--depth", "1", "--branch", "main", done.remote.as_uri(), str(clone)]
    subprocess.run(command, check=True, timeout=60)
    (workflow,) = (clone / ".github" / "workflows").iterdir()
    job = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"]["build"]
    runner = Shell("bash", state, wheel)
    runner.run("python3 -m venv ../runner && . ../runner/bin/activate", clone)
    for step in job["steps"]:
        if "run" in step and step.get("if") != "github.event.repository.fork":
            given = {
                key: value.replace(BASE_URL, "https://example.org/mine") for key, value in step.get("env", {}).items()
            }
            runner.run(step["run"], clone, **given, **environment)
    (handed_on,) = [step["with"]["path"] for step in job["steps"] if "upload-pages-artifact" in step.get("uses", "")]
    return clone / str(handed_on)


def test_the_tutorial_ends_with_a_site_that_the_workflow_builds(done: Done, wheel: Path, tmp_path: Path) -> None:
    site = run_workflow(done, tmp_path / "clone", wheel, tmp_path / "state")
    assert 'href="https://example.org/mine/actors/mira-keel/"' in page(site, "actors/mira-keel")
    see_that_all_is_there(site)


def see_that_all_is_there(site: Path) -> None:
    # The page that a server shows where there is none knows the address of the site alone.
    assert [link for link in dead_links(site) if not link.startswith("404.html")] == []
    home = page(site, ".")
    assert "Who decides in the harbour" in home and '<strong>2</strong> <a href="articles/">articles</a>' in home
    keel = page(site, "actors/mira-keel")
    for said in ("would sail to Norway from June", "The old one is as old as I am", "thanked Captain Ole Sand"):
        assert said in keel
    assert "harbour master" in keel and "Exampletown Port Authority" in keel
    assert "goes back to Keel, the village" in page(site, "articles/2026/a-captain-goes-home")
    assert "would sail to" in page(site, "countries/norway")
    assert "A new ferry is announced" in page(site, "dates/2026/03/11")
    assert "would sail to Norway from June" in page(site, "events/a-new-ferry-is-announced")
    assert (site / "pagefind" / "pagefind.js").is_file()


@pytest.mark.skipif(shutil.which("zsh") is None, reason="there is no zsh here")
def test_the_tutorial_works_in_zsh(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    done = follow("zsh", wheel, tmp_path_factory)
    built = run("mkdocs", "build", "--strict", cwd=done.project, binaries=done.project / ".venv/bin", PYTHONPATH="")
    assert built.returncode == 0, built.stderr
    see_that_all_is_there(done.project / "site")


def test_nothing_is_committed_that_is_built_or_installed(done: Done) -> None:
    command = ["git", "ls-tree", "-r", "--name-only", "main"]
    kept = subprocess.run(command, cwd=done.remote, capture_output=True, text=True, check=True, timeout=60).stdout
    tops = {line.partition("/")[0] for line in kept.splitlines()}
    assert tops == {
        *(".github", ".gitignore", ".vscode", "README.md", "data", "docs", "mkdocs.yml"),
        *("requirements.in", "requirements.txt", "texts"),
    }
    assert (done.project / ".venv").is_dir()
