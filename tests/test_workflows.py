"""Workflows, ours and those that users get: what they run is fixed to a commit, and may do no more than it must."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.manual_reader import files_shown
from tests.processes import run
from tools.make_manual import MANUAL

FOLDERS = (".github", "docs", "generator", "templates")
USES = re.compile(r"^[ \t]*(?:-[ \t]+)?uses:[ \t]*(.*?)[ \t]*$", re.MULTILINE)
ACTION = re.compile(
    r"(?P<action>[\w.-]+/[\w./-]+)@"
    r"(?:[0-9a-f]{40} +# v\d+(?:\.\d+)*|v\d+(?:\.\d+)* +# the commit of this version could not be checked)"
)


def texts() -> Iterator[tuple[str, str]]:
    """Yield every file, with its path, in which a workflow may stand."""
    files = [file for folder in FOLDERS for file in (ROOT / folder).rglob("*")] + list(ROOT.glob("*.md"))
    for file in sorted(files):
        if file.suffix in (".md", ".yml", ".yaml", ".jinja", ".py"):
            yield file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8")


def workflows() -> Iterator[tuple[str, str]]:
    """Yield every workflow, with its path: ours, that of `dossier init`, and those that the manual shows."""
    for folder in (ROOT / ".github", ROOT / "templates" / "starter" / "github"):
        for file in sorted((folder / "workflows").iterdir()):
            yield file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8")
    for page in sorted(MANUAL.glob("*.md")):
        for path, text in files_shown(page.read_text(encoding="utf-8")).items():
            if Path(path).parent.name == "workflows":
                yield f"{path} in {page.name}", text


WORKFLOWS = dict(workflows())

PUBLISHING = (
    ({"pages", "id-token"}, ["actions/deploy-pages"]),
    (
        {"attestations", "id-token"},
        ["actions/download-artifact", "actions/attest-build-provenance", "pypa/gh-action-pypi-publish"],
    ),
)
"""What a job may that publishes, and the steps that it has: none runs anything of the repository."""


def test_every_action_is_fixed_to_a_commit_with_its_version_beside_it() -> None:
    used = [(path, action) for path, text in texts() for action in USES.findall(text)]
    assert [(path, action) for path, action in used if not ACTION.fullmatch(action)] == []
    commits: dict[str, set[str]] = {}
    for _, action in used:
        commits.setdefault(action.split("@")[0], set()).add(action)
    assert [several for several in commits.values() if len(several) > 1] == []
    assert {path for path, _ in used} == {
        ".github/workflows/pages.yml",
        ".github/workflows/release.yml",
        ".github/workflows/tests.yml",
        "docs/manual/publishing.md",
        "templates/starter/github/workflows/pages.yml",
    }


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_job_may_do_no_more_than_it_must(name: str) -> None:
    workflow = yaml.safe_load(WORKFLOWS[name])
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        writes = {key for key, value in job["permissions"].items() if value == "write"}
        assert job["permissions"].keys() - writes <= {"contents", "pages"}
        if writes:
            assert (writes, [step.get("uses", "").partition("@")[0] for step in job["steps"]]) in PUBLISHING
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"] == {"persist-credentials": False}


@pytest.mark.parametrize("name", [name for name, text in WORKFLOWS.items() if "configure-pages" in text])
def test_a_private_repository_may_be_asked_where_its_pages_lie(name: str) -> None:
    jobs: dict[str, Any] = yaml.safe_load(WORKFLOWS[name])["jobs"]
    asking = [job for job in jobs.values() if any("configure-pages" in step.get("uses", "") for step in job["steps"])]
    assert [job["permissions"] for job in asking] == [{"contents": "read", "pages": "read"}]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_no_workflow_fixes_the_moment_that_embargoes_are_measured_against(name: str) -> None:
    assert "SOURCE_DATE_EPOCH" not in WORKFLOWS[name]


@pytest.mark.parametrize("folder", [".github/workflows", "templates/starter/github/workflows"])
def test_an_auditor_of_workflows_finds_nothing(folder: str) -> None:
    files = [str(file) for file in sorted((ROOT / folder).iterdir())]
    done = run("zizmor", "--offline", "--no-progress", *files, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No findings to report" in done.stdout + done.stderr


@pytest.mark.skipif(shutil.which("actionlint") is None, reason="actionlint is not on the PATH")
@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_linter_of_workflows_finds_nothing(name: str, tmp_path: Path) -> None:
    (tmp_path / "workflow.yml").write_text(WORKFLOWS[name], encoding="utf-8")
    command = ["actionlint", "workflow.yml"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout


def test_what_init_writes_is_what_the_manual_shows() -> None:
    shown = WORKFLOWS[".github/workflows/pages.yml in publishing.md"]
    assert shown == WORKFLOWS["templates/starter/github/workflows/pages.yml"]
