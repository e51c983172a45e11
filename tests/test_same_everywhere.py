"""The same bytes wherever, whenever and however a site is built: the whole tree, the full-text index too."""

from __future__ import annotations

import gzip
import os
import random
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import run

import pytest

from tests.conftest import article
from tests.site_edits import append, damage, files_of, nothing, remove, swap, swap_bytes
from tests.small_project import FILES, Step, put

EPOCH = "1767225600"  # the first second of 2026 in UTC; elsewhere another day, or another year
OWN = {
    **FILES,
    "mkdocs.yml": FILES["mkdocs.yml"].replace("{search: false}", "{search: true}"),
    "data/actors/celik.yml": "name: İlker Çelik\ntype: person\naliases: [Ильхан, 奇利克, {name: IŞIK, case: any}]\n",
    "data/countries.yml": "QZ: {name: Zedland, aliases: [the Zed]}\nSY: {summary: An *old* land.}\n",
    "data/articles/2016/été à Genève.md": article("İlker Çelik sprach am 3. Mai mit IŞIK.", lang="de", title="Ö"),
    "data/articles/today.md": article("Guan Youfei was in the Zed today.", embargo="2026-01-01", date="2025-12-31"),
    "data/articles/Übung.md": article("Nobody was there.", mentions="{İlker Çelik: celik}"),  # gets a warning
    "data/articles/tomorrow.md": article("John Kerry was not.", embargo="2026-01-02"),
}


@dataclass(frozen=True)
class World:
    """What is other than it was. shuffled: the order in which the files come to be. before: what is done in the folder;
    built: after a first build. from_elsewhere: of another folder than the project's.
    """

    environment: Mapping[str, str] = field(default_factory=dict)
    folder: str = "project"
    shuffled: int = 0
    umask: int = 0o022
    before: Step = nothing
    built: Step | None = None
    from_elsewhere: bool = False


def _old_files(root: Path) -> None:
    for number, path in enumerate(sorted(root.rglob("*"))):
        os.utime(path, (1_000_000_000 + number, 1_000_000_000 + number))


def _edited_and_back(root: Path) -> None:
    """Build something else in between."""
    append("data/actors.yml", "other: {name: Syrian ministers, type: other}\n")(root)
    _mkdocs(root, World())
    swap("data/actors.yml", "other: {name: Syrian ministers, type: other}\n", "")(root)


_ASCII = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
WORLDS: dict[str, World] = {
    "a zone ahead": World({"TZ": "Pacific/Kiritimati"}),
    "a zone behind": World({"TZ": "Pacific/Pago_Pago"}),
    "an ASCII locale": World(_ASCII),
    "the POSIX locale": World({**_ASCII, "LC_ALL": "POSIX", "LANG": "POSIX"}),
    "a Turkish locale": World({"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}),
    "another hash seed": World({"PYTHONHASHSEED": "1"}),
    "a third hash seed": World({"PYTHONHASHSEED": "4242"}),
    "files in another order": World(shuffled=7),
    "old files": World(before=_old_files),
    "a long path with spaces and letters": World(folder="ein Ordner/проект – №1/(x) [y] & 'z'"),
    "another folder to start from": World(from_elsewhere=True),
    "a close umask": World(umask=0o077),
    "one process": World({"DOSSIER_EXECUTOR": "serial"}),
    "two processes": World({"DOSSIER_EXECUTOR": "process:2"}),
    "no assertions": World({"PYTHONOPTIMIZE": "2"}),
    "a warm cache": World(built=nothing),
    "a warm cache and no site": World(built=remove("site")),
    "a cut cache": World(built=damage(60)),
    "a cache of other bytes": World(built=swap_bytes),
    "a cache of something else": World(built=_edited_and_back),
}
MIXED = {
    "elsewhere": World(
        {**_ASCII, "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "DOSSIER_EXECUTOR": "process:2"},
        folder="ein Ordner/проект – №1/(x) [y] & 'z'",
        shuffled=3,
        umask=0o077,
        before=_old_files,
        from_elsewhere=True,
    ),
    "behind, again": World(
        {"LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Pago_Pago", "PYTHONHASHSEED": "99", "PYTHONOPTIMIZE": "2"},
        shuffled=4,
        built=_edited_and_back,
    ),
}
"""Many of these at once: for the short run."""


def _mkdocs(root: Path, world: World) -> str:
    """Build the site and the Markdown tree, and return what was said of the collection."""
    settings = {"SOURCE_DATE_EPOCH": EPOCH, "PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
    cwd = root.parent if world.from_elsewhere else root
    environment = {**os.environ, **settings, **world.environment}

    def start(command: str, *arguments: object) -> str:
        line = [Path(sys.executable).with_name(command), *map(str, arguments)]
        done = run(line, cwd=cwd, env=environment, umask=world.umask, capture_output=True, timeout=300, check=False)
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
        return done.stdout.decode()

    project = root.relative_to(cwd)
    start("mkdocs", "build", "--quiet", "--config-file", project / "mkdocs.yml")
    start("dossier", "--project", project, "build", "--to", root / "out")
    return start("dossier", "--project", project, "check", "--format", "json")


def _built(folder: Path, world: World) -> tuple[dict[str, bytes], dict[str, bytes], str]:
    shutil.rmtree(folder, ignore_errors=True)
    root, files = folder / world.folder, list(OWN.items())
    if world.shuffled:
        random.Random(world.shuffled).shuffle(files)
    for path, text in files:
        put(path, text)(root)
    world.before(root)
    said = _mkdocs(root, world)
    if world.built is not None:
        world.built(root)
        said = _mkdocs(root, world)
    return files_of(root / "site"), files_of(root / "out"), said


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes], str]:
    found = _built(tmp_path_factory.mktemp("usual"), World())
    assert any(path.endswith(".pf_filter") for path in found[0])
    assert "articles/today/index.html" in found[0]
    assert "articles/tomorrow/index.html" not in found[0]
    sitemap = gzip.decompress(found[0]["sitemap.xml.gz"])
    assert sitemap == found[0]["sitemap.xml"]
    assert b"<lastmod>2026-01-01</lastmod>" in sitemap
    return found


def hold(usual: tuple[dict[str, bytes], dict[str, bytes], str], folder: Path, world: World) -> None:
    found = _built(folder, world)
    for files, wanted in zip(found[:2], usual[:2], strict=True):
        assert files.keys() == wanted.keys()
        assert [path for path in files if files[path] != wanted[path]] == []
    assert found[2] == usual[2]


@pytest.mark.parametrize("world", MIXED)
@pytest.mark.promise("same-bytes")
def test_the_same_bytes_come_out_of_another_world(
    world: str, usual: tuple[dict[str, bytes], dict[str, bytes], str], tmp_path: Path
) -> None:
    hold(usual, tmp_path, MIXED[world])


@pytest.mark.long
@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.promise("same-bytes")
def test_the_same_bytes_come_out_with(
    world: str, usual: tuple[dict[str, bytes], dict[str, bytes], str], tmp_path: Path
) -> None:
    hold(usual, tmp_path, WORLDS[world])
