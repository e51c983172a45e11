"""The option `executor`: wherever the work runs, the site is the same; and what is said where it cannot run."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import ROOT, article
from tests.processes import run, serving
from tests.site_edits import files_of
from tests.small_project import small_project

HERE = {"PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1780000000"}
OTHERS = ("process:2", *(f"tests.executors:{name}" for name in ("threads", "spawned", "dask_cluster")))
BAD = {
    "tests.executors:dying": "the executor 'tests.executors:dying' did not do its work: BrokenProcessPool:",
    "tests.executors:unreachable": "the executor 'tests.executors:unreachable' cannot be had: ConnectionRefusedError: "
    "scheduler.example.org:8786 does not answer",
    "tests.executors:nothing": "'tests.executors:nothing' gives no executor",
    "tests.executors:missing": "the executor 'tests.executors:missing' cannot be had: AttributeError:",
    "no_such_module:pool": "the executor 'no_such_module:pool' cannot be had: ModuleNotFoundError:",
}
UNKNOWN = "'cluster' is no executor: 'auto', 'serial', 'process', 'process:4', 'module:function'"


def built(project: Path, executor: str) -> dict[str, bytes]:
    """The site that `mkdocs build` makes from nothing: in a copy, without what another build kept."""
    copy = shutil.copytree(project, project.with_name(f"site-{executor}"))
    done = run("mkdocs", "build", cwd=copy, DOSSIER_EXECUTOR=executor, **HERE)
    assert done.returncode == 0, done.stderr
    return files_of(copy / "site")


def tree(project: Path, executor: str) -> dict[str, bytes]:
    """The Markdown that `dossier build` writes."""
    to = project.with_name(f"tree-{executor}")
    done = run("dossier", "build", "--to", str(to), "--executor", executor, cwd=project, **HERE)
    assert done.returncode == 0, done.stdout + done.stderr
    return files_of(to)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """So many articles that they are linked in more than one batch."""
    project = small_project(tmp_path_factory.mktemp("many"))
    for number in range(260):
        text = article(f"Guan and Xinhua agreed on {number} things.", date=f"2016-{number % 12 + 1:02}-11")
        (project / f"data/articles/{number}.md").write_text(text, encoding="utf-8")
    return project


@pytest.fixture(scope="module")
def wanted(many: Path) -> dict[str, bytes]:
    return built(many, "serial")


@pytest.fixture(scope="module")
def wanted_tree(many: Path) -> dict[str, bytes]:
    return tree(many, "serial")


@pytest.mark.parametrize("executor", OTHERS)
def test_every_executor_builds_the_same_site(executor: str, many: Path, wanted: Mapping[str, bytes]) -> None:
    _same(built(many, executor), wanted)


@pytest.mark.parametrize("executor", ["process:2", "tests.executors:threads"])
def test_every_executor_of_this_machine_writes_the_same_tree(
    executor: str, many: Path, wanted_tree: Mapping[str, bytes]
) -> None:
    _same(tree(many, executor), wanted_tree)


def _same(found: Mapping[str, bytes], wanted: Mapping[str, bytes]) -> None:
    assert found.keys() == wanted.keys()
    assert [path for path, content in wanted.items() if found[path] != content] == []


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that is there, and has to be built anew."""
    project = small_project(tmp_path_factory.mktemp("edited"))
    assert run("mkdocs", "build", cwd=project, **HERE).returncode == 0
    (project / ".cache/dossier/site").unlink()
    (project / "data/articles/left.md").unlink()
    return project


@pytest.mark.parametrize("executor", ["tests.executors:dying", "no_such_module:pool", "cluster"])
def test_a_build_that_cannot_run_says_so_in_one_line_and_leaves_the_site_as_it_was(
    executor: str, edited: Path, tmp_path: Path
) -> None:
    project = shutil.copytree(edited, tmp_path / "project")
    before = files_of(project / "site")
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("search: false", f"search: false, executor: '{executor}'"))
    done = run("mkdocs", "build", cwd=project, **HERE)
    errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert len(errors) == 1 and BAD.get(executor, UNKNOWN) in errors[0]
    assert files_of(project / "site") == before


@pytest.mark.parametrize("executor", BAD)
def test_a_command_that_cannot_run_says_so_in_one_line(executor: str, many: Path) -> None:
    done = run("dossier", "check", "--executor", executor, cwd=many, **HERE)
    assert done.returncode == 1 and done.stdout == ""
    assert len(done.stderr.splitlines()) == 1 and BAD[executor] in done.stderr


def test_a_tree_is_not_touched_by_a_command_that_cannot_run(many: Path, tmp_path: Path) -> None:
    done = run("dossier", "build", "--to", str(tmp_path / "out"), "--executor", "no_such:pool", cwd=many, **HERE)
    assert done.returncode == 1 and len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", [["check"], ["build", "--to", "out"]])
def test_a_value_that_names_no_executor_is_a_wrong_use_of_the_command(command: list[str], tmp_path: Path) -> None:
    project = small_project(tmp_path)
    for wrong in ("cluster", "process:0", "serial:2", "a b:c"):
        done = run("dossier", *command, "--executor", wrong, cwd=project)
        assert done.returncode == 2 and f"'{wrong}' is no executor: 'auto', 'serial'" in done.stderr


def test_the_variable_overrules_the_command_line_and_that_overrules_the_settings(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("search: false", "search: false, executor: from settings"))
    assert "'from settings' is no executor" in run("dossier", "check", cwd=project).stderr
    line = ("dossier", "check", "--executor", "from the line")
    assert "'from the line' is no executor" in run(*line, cwd=project).stderr
    assert "'from outside' is no executor" in run(*line, cwd=project, DOSSIER_EXECUTOR="from outside").stderr
    assert run(*line, cwd=project, DOSSIER_EXECUTOR="serial").returncode == 0
    assert run("mkdocs", "build", cwd=project, DOSSIER_EXECUTOR="serial").returncode == 0


@pytest.mark.parametrize("moment", ["yesterday", "9" * 30, "1.5"])
def test_a_moment_that_is_none_stops_a_build_with_one_line(moment: str, tmp_path: Path) -> None:
    project = small_project(tmp_path)
    for command in (("dossier", "check"), ("mkdocs", "build")):
        done = run(*command, cwd=project, SOURCE_DATE_EPOCH=moment)
        assert done.returncode != 0 and f"SOURCE_DATE_EPOCH is '{moment}', which is no moment" in done.stderr
        assert "Traceback" not in done.stdout + done.stderr


def test_a_server_whose_workers_fail_does_their_work_itself(many: Path) -> None:
    with serving(many, DOSSIER_EXECUTOR="tests.executors:dying", **HERE) as server:
        server.wait_for("small/actors/john-kerry/", lambda page: "spoke in" in page)
        text = article("John Kerry flew home.", date="2016-11-11")
        with server.turning("small/actors/john-kerry/", lambda page: "flew home" in page):
            (many / "data/articles/new.md").write_text(text, encoding="utf-8")
        assert "did not do its work" in server.log() and "Traceback" not in server.log()
