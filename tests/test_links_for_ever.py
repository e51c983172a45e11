"""Links for ever: whatever record goes or is called otherwise, each reference to it is told, and no link is dead."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from pathlib import Path

import pytest
import yaml

from mkdocs_dossier.build import make_snapshot
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.stages import Stages, run_stages
from tests.conftest import NOW, ROOT
from tests.crawl import dead_links
from tests.private_collections import SECTIONS, deleted
from tests.processes import run
from tests.random_collections import Key, Project, Record, write
from tests.site_edits import append, copied_demo, files_of, swap
from tests.small_project import Step, put, small_project
from tests.test_same_bytes import anew, shown, with_known_templates

EPOCH = {"SOURCE_DATE_EPOCH": "1780000000"}
KINDS = {section: kind for kind, section in SECTIONS.items()}


@cache
def demo() -> Project:
    """The demonstration, record by record."""
    records: dict[Key, Record] = {}
    for section in ("actors", "events", "countries"):
        listed = yaml.load((ROOT / f"data/{section}.yml").read_text("utf-8"), yaml.BaseLoader)
        records |= {(section, id): record for id, record in listed.items()}
    for path in sorted((ROOT / "data/articles").rglob("*.md")):
        _, head, body = path.read_text("utf-8").split("---\n", 2)
        id = path.relative_to(ROOT / "data/articles").as_posix().removesuffix(".md")
        records["articles", id] = {**yaml.load(head, yaml.BaseLoader), "body": body.strip()}
    return Project(records)


STEP = 24
RECORDS = sorted(key for key in demo().records if key[0] != "countries")


# -- where a record is referred to -------------------------------------------------------------


@dataclass(frozen=True)
class _Reference:
    path: str
    line: int


_IDS = {
    "actor": ("actor", "actors", "organization", "outlet", "mentions"),
    "event": ("events", "part_of"),
    "article": ("article", "sources"),
}
"""Under which keys a record of a kind is named, whatever the code says of that."""


def _inbound(root: Path, kind: str, id: str) -> Iterator[_Reference]:
    """Every place in the files of a collection that names a record: by YAML's own reader, not ours."""
    for path in sorted((root / "data").rglob("*.*")):
        shown, text = path.relative_to(root).as_posix(), path.read_text("utf-8")
        if path.suffix == ".md":
            _, head, body = text.split("---\n", 2)
            first = 3 + head.count("\n")
            for number, line in enumerate(body.split("\n"), first):
                yield from (_Reference(shown, number) for _ in re.findall(rf"\[\[{re.escape(id)}[\]|]", line))
            text, shift = head, 2
        else:
            shift = 1
        for name, line in _names(text, kind):
            if name == id:
                yield _Reference(shown, line + shift)


@lru_cache(maxsize=1000)
def _names(text: str, kind: str) -> tuple[tuple[str, int], ...]:
    """What a text names of a kind, and on which lines (from 0)."""
    tree = yaml.compose(text, yaml.CSafeLoader)
    return tuple((node.value, node.start_mark.line) for node in _named(tree, kind, ""))


def _named(node: yaml.Node, kind: str, key: str) -> Iterator[yaml.ScalarNode]:
    """The values in a tree that name records of a kind. key: under which the node stands."""
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            under = key if key == "mentions" else name.value
            yield from _named(value, kind, under)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _named(item, kind, key)
    elif isinstance(node, yaml.ScalarNode) and key in _IDS[kind]:
        yield node


# -- each record of the demo -------------------------------------------------------------------


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Stages]:
    """A copy of the demonstration, and what was made of it."""
    root = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "data", root / "data")
    return root, run_stages(Options(root=root, now=NOW))


def _reported(root: Path, before: Stages) -> list[tuple[str, str, int]]:
    """What of references is told: code, path and line."""
    stages = run_stages(Options(root=root, now=NOW), before)
    assert (*stages.files.problems, *stages.read.problems) == ()
    found = stages.validated.problems
    assert {problem.code.partition("-")[0] for problem in found} <= {"unknown"}
    return sorted((problem.code, problem.place.path, problem.place.line) for problem in found)


@contextmanager
def _all_changed(root: Path, keys: Iterable[Key], end: str) -> Iterator[None]:
    """Let some records be called otherwise, or be gone where there is no other `end` to their ids."""
    with ExitStack() as stack:
        for section, id in keys:
            stack.enter_context(_changed(root, section, id, f"{id}{end}" if end else ""))
        yield


@contextmanager
def _changed(root: Path, section: str, id: str, new: str) -> Iterator[None]:
    """Let a record be called otherwise, or be gone where `new` is empty, as if by hand: nothing else changes."""
    path = root / (f"data/{section}/{id}.md" if section == "articles" else f"data/{section}.yml")
    text = path.read_text("utf-8")
    target = path.with_name(f"{new.rpartition('/')[2]}.md") if new and section == "articles" else path
    if section == "articles":
        path.unlink()
        if new:
            target.write_text(text, "utf-8")
    else:
        record = re.search(rf"^{re.escape(id)}:(.*\n(?:[ #].*\n|\n)*)", text, re.MULTILINE)
        assert record is not None
        path.write_text(text.replace(record[0], f"{new}:{record[1]}" if new else "", 1), "utf-8")
    yield
    target.unlink(missing_ok=True)
    path.write_text(text, "utf-8")


def _expected(root: Path, kind: str, id: str) -> list[tuple[str, str, int]]:
    found = []
    for reference in _inbound(root, kind, id):
        line = (root / reference.path).read_text("utf-8").split("\n")[reference.line - 1]
        code = "unknown-reference" if f"[[{id}" in line else f"unknown-{kind}"
        found.append((code, reference.path, reference.line))
    return sorted(found)


@pytest.mark.promise("links-last")
def test_each_reference_to_each_record_that_is_removed_or_renamed_is_told_with_its_place(
    desk: tuple[Path, Stages],
) -> None:
    """Several records at a time, that lie far from each other."""
    root, stages = desk
    assert _reported(root, stages) == []
    told = 0
    for first, end in product(range(STEP), ("", "-now")):
        keys = RECORDS[first::STEP]
        with _all_changed(root, keys, end):
            found = _reported(root, stages)
            assert found == sorted(each for section, id in keys for each in _expected(root, KINDS[section], id)), keys
            told += len(found)
    assert told > 500


_LINK = re.compile(r"(?:\]\(|href=\")([^)\"#\s]*\.md)(?:#([^)\"\s]*))?")


def _dead(pages: dict[str, str]) -> list[str]:
    """Links of Markdown pages to pages, and to anchors, that are not there."""
    anchors = {path: set(re.findall(r"id=\"([^\"]+)\"", text)) for path, text in pages.items()}
    dead = []
    for path, text in pages.items():
        for target, anchor in _LINK.findall(text):
            if ":" in target:
                continue
            parts = [*path.split("/")[:-1], *target.split("/")]
            while ".." in parts:
                at = parts.index("..")
                parts[at - 1 : at + 1] = []
            where = "/".join(part for part in parts if part != ".")
            there = where in pages and (not anchor or anchor in anchors[where] or _is_heading(anchor, pages[where]))
            if not there:
                dead.append(f"{path}: {target}#{anchor}")
    return dead


def _is_heading(anchor: str, text: str) -> bool:
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return anchor in {re.sub(r"[^a-z0-9]+", "-", heading.lower()).strip("-") for heading in headings}


def _without(key: Key) -> Project:
    """The demonstration without a record, and without what refers to it."""
    rest = {other: record for other, record in demo().records.items() if other != key}
    return Project(deleted(rest, {key}))


def _hold_pages(root: Path, keys: list[Key]) -> None:
    before, snapshot = None, None
    for key in keys:
        project = _without(key)
        write(project, root, before)
        before = project
        snapshot = with_known_templates(make_snapshot(project.options(root), snapshot))
        assert [problem for problem in snapshot.problems if problem.code.startswith("unknown")] == []
        pages = {page.page.path: page.markdown for page in shown(snapshot).pages}
        assert f"{key[0]}/{key[1]}.md" not in pages
        assert _dead(pages) == [], key


def test_without_a_record_no_page_links_to_it(tmp_path: Path) -> None:
    _hold_pages(tmp_path, RECORDS[::50])


@pytest.mark.long
def test_without_any_one_record_no_page_links_to_it(tmp_path: Path) -> None:
    _hold_pages(tmp_path, RECORDS)


# -- real builds -------------------------------------------------------------------------------


def _built(root: Path, *options: str) -> tuple[int, str]:
    done = run("mkdocs", "build", *options, cwd=root, **EPOCH)
    return done.returncode, done.stderr


def _renamed(kind: str, old: str, new: str) -> Step:
    """Call a record otherwise wherever the files name it."""

    def step(root: Path) -> None:
        for reference in set(_inbound(root, kind, old)):
            path = root / reference.path
            lines = path.read_text("utf-8").split("\n")
            at = reference.line - 1
            lines[at] = re.sub(rf"(?<![\w/-]){re.escape(old)}(?![\w/-])", new, lines[at])
            path.write_text("\n".join(lines), encoding="utf-8")
        if kind == "article":
            (root / f"data/articles/{old}.md").rename(root / f"data/articles/{new}.md")
        else:
            swap(f"data/{kind}s.yml", f"\n{old}:", f"\n{new}:")(root)

    return step


RENAMED = (
    ("actor", "guan-youfei", "guan-y", "actors"),
    ("article", "2016/a-chinese-admiral-in-damascus", "2016/an-admiral", "articles"),
)


@pytest.mark.promise("links-last")
def test_no_link_is_dead_and_no_page_is_left_after_records_were_renamed_and_removed(tmp_path: Path) -> None:
    root = copied_demo(tmp_path)
    assert _built(root, "--strict")[0] == 0
    for kind, old, new, _ in RENAMED:
        _renamed(kind, old, new)(root)
    code, said = _built(root, "--strict")
    assert code == 0, said
    assert list(dead_links(root / "site")) == []
    before = files_of(root / "site")
    for _, old, new, folder in RENAMED:
        assert not (root / f"site/{folder}/{old}").exists()
        assert f"{folder}/{new}/index.html" in before
        assert [path for path, text in before.items() if f"/{old}/".encode() in text] == []
    # Without its references put right, no site is built, and the one that is there stays.
    swap("data/actors.yml", "\nguan-y:", "\nguan:")(root)
    wanted = _expected(root, "actor", "guan-y")
    assert wanted
    code, said = _built(root)
    assert code == 1
    assert [place for _, path, line in wanted if (place := f"{path}:{line}:") not in said] == []
    assert files_of(root / "site") == before


def test_a_page_by_hand_that_links_to_what_is_gone_is_told(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    swap("mkdocs.yml", "example.org/small/", "example.org/")(root)
    swap("mkdocs.yml", "omitted_files: ignore", "omitted_files: ignore, anchors: warn")(root)
    append("docs/about.md", "\n[There](articles/2016/visit.md#m1), [back](articles/2016/visit.md#m99).\n")(root)
    for _ in range(2):  # with a cache too
        code, said = _built(root)
        assert code == 0
        assert re.findall(r"'about\.md' contains a link '([^']+)'", said) == ["articles/2016/visit.md#m99"]
    swap("docs/about.md", ", [back](articles/2016/visit.md#m99)", "")(root)
    swap("data/actors.yml", "guan-youfei:", "guan:")(root)
    for path in ("data/events.yml", "data/articles/left.md"):
        swap(path, "guan-youfei", "guan")(root)
    code, said = _built(root)
    assert re.findall(r"'about\.md' contains a link '([^']+)'", said) == ["actors/guan-youfei.md"]
    assert _built(root, "--strict")[0] != 0
    put("docs/about.md", "# About\n\n[He](actors/guan.md#mentions)\n")(root)
    assert _built(root, "--strict")[0] == 0
    assert list(dead_links(root / "site")) == []


def test_the_demonstration_as_it_is_has_no_dead_link_in_its_markdown(desk: tuple[Path, Stages]) -> None:
    pages = {page.page.path: page.markdown for page in anew(Options(root=desk[0], now=NOW)).pages}
    assert len(pages) > 200
    assert _dead(pages) == []
    assert _dead({**pages, "x.md": "[a](nowhere.md) [b](actors/guan-youfei.md#nowhere)"}) == [
        "x.md: nowhere.md#",
        "x.md: actors/guan-youfei.md#nowhere",
    ]
