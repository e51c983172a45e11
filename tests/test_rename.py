"""`dossier rename`: every true reference follows, nothing else of any file changes, and it is all or nothing."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_dossier.check import check
from mkdocs_dossier.cli import main
from mkdocs_dossier.diagnostics import as_text
from mkdocs_dossier.run.options import Options
from tests.conftest import NOW, ROOT
from tests.site_edits import files_of
from tests.small_project import write

ACTORS = """\
# Who is named here. guan is an id, and this is a comment on guan.

guan:   # the admiral, guan
  # His name.
  name: "guan"   # guan
  type: person
  aliases: [guan, 'Guan Youfei']
  roles:
    - title: guan
      organization: "navy"
      sources: [2016/visit]
  relations:
    - {type: member-of, actor: navy, sources: [{article: '2016/visit', quote: "met guan"}]}


"navy": {name: Navy, type: military}
kerry:
    name: Kerry
    type: person
    relations:
      - type: opposes
        actor: >-  # guan
          guan
        summary: guan and guan
      -   type: opposes
          actor: "\\x67uan"
    roles:
      - {title: x, organization: guan}
    notes: guan
"""
EVENTS = """\
visit: {title: guan, date: 2016-08-14, actors: [guan, {actor: 'guan', role: guan}, kerry], sources: [2016/visit]}
guan:
  title: An event that is called guan
  date: 2016
  part_of: visit
"""
VISIT = """\
---
title: guan
date: 2016-08-18
outlet: guan
actors: [ guan , kerry]
events: [guan]
mentions: {"guan": guan, Kerry: kerry}
---

So guan met guan, [[guan]] and [[ guan |the *admiral*]]; `[[guan]]` is code. Kerry met guan.

> - [[guan|a
>   man]] of guan

| a | b |
| - | - |
| [[guan\\|x]] | guan |
"""
DRAFT = "---\ntitle: Draft\ndate: 2016-08-18\nstatus: draft\nactors: [guan]\n---\n\nA secret of [[guan]].\n"
ABOUT = "# guan\n\nSee [guan](actors/guan.md#events), [the event](events/guan.md) and `actors/guan.md`.\n"
SETTINGS = "site_name: guan\nplugins: [dossier]\nnav:\n  - Home: index.md\n  - guan: actors/guan.md  # guan\n"
FILES = {
    "mkdocs.yml": SETTINGS,
    "data/actors.yml": ACTORS,
    "data/events.yml": EVENTS,
    "data/countries.yml": "SY: {summary: guan, sources: [2016/visit]}\n",
    "data/articles/2016/visit.md": VISIT,
    "data/articles/draft.md": DRAFT,
    "docs/about.md": ABOUT,
}


PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def put(root: Path, files: Mapping[str, str], *, newline: str = "\n", bom: bool = False) -> Path:
    shutil.rmtree(root, ignore_errors=True)
    for path, text in files.items():
        write(root, {path: ("\ufeff" if bom else "") + text.replace("\n", newline)})
    return root


def rename(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(root), "rename", *arguments], catch_exceptions=False)


def problems(root: Path) -> list[str]:
    return [as_text(problem) for problem in check(Options(root=root, now=NOW))]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return put(tmp_path / "project", FILES)


def test_every_reference_follows_and_no_text_that_is_equal(project: Path) -> None:
    assert problems(project) == []
    done = rename(project, "guan", "guan-youfei", "--kind", "actor")
    assert done.exit_code == 0, done.output
    actors = ACTORS.replace("\nguan:", "\nguan-youfei:").replace(
        '"guan"   # guan\n', '"guan"   # guan\n  formerly: [guan]\n'
    )
    actors = actors.replace("          guan\n", "          guan-youfei\n").replace('"\\x67uan"', '"guan-youfei"')
    actors = actors.replace("organization: guan", "organization: guan-youfei")
    assert (project / "data/actors.yml").read_text() == actors
    events = EVENTS.replace("[guan, {actor: 'guan'", "[guan-youfei, {actor: 'guan-youfei'")
    assert (project / "data/events.yml").read_text() == events
    visit = VISIT.replace("outlet: guan", "outlet: guan-youfei").replace("[ guan ,", "[ guan-youfei ,")
    visit = visit.replace('"guan": guan', '"guan": guan-youfei').replace(", [[guan]]", ", [[guan-youfei]]")
    visit = visit.replace("[[ guan |", "[[ guan-youfei |").replace("- [[guan|", "- [[guan-youfei|")
    assert (project / "data/articles/2016/visit.md").read_text() == visit.replace("[[guan\\|", "[[guan-youfei\\|")
    draft = DRAFT.replace("[guan]\n", "[guan-youfei]\n").replace("[[guan]]", "[[guan-youfei]]")
    assert (project / "data/articles/draft.md").read_text() == draft
    assert (project / "docs/about.md").read_text() == ABOUT.replace("actors/guan.md#", "actors/guan-youfei.md#")
    assert (project / "mkdocs.yml").read_text() == SETTINGS.replace("actors/guan.md", "actors/guan-youfei.md")
    assert problems(project) == []


def test_what_was_changed_is_listed_with_its_places(project: Path) -> None:
    lines = rename(project, "guan", "g", "--kind", "event").output.splitlines()
    assert lines == [
        "data/events.yml:2:1: id",
        "data/events.yml:3:38: formerly",
        "data/articles/2016/visit.md:6:10: events",
        "docs/about.md:3:48: link",
        "event 'guan' is 'g' now: 4 places in 3 files",
    ]


def test_a_dry_run_says_the_same_and_changes_nothing(project: Path) -> None:
    before = files_of(project)
    tried = rename(project, "guan", "g", "--kind", "event", "--dry-run").output.splitlines()
    assert files_of(project) == before
    assert tried[-1] == "event 'guan' would become 'g': 4 places in 3 files; nothing was written"
    assert rename(project, "guan", "g", "--kind", "event").output.splitlines()[:-1] == tried[:-1]


def test_an_article_moves_with_its_file(project: Path) -> None:
    schema = "# yaml-language-server: $schema=../../../schema/article.schema.json\n"
    (project / "data/articles/2016/visit.md").write_text(VISIT.replace("---\n", f"---\n{schema}", 1))
    done = rename(project, "2016/visit", "the-visit")
    assert "data/articles/2016/visit.md: the file is data/articles/the-visit.md now" in done.output
    assert not (project / "data/articles/2016").exists()
    text = (project / "data/articles/the-visit.md").read_text()
    assert text.startswith(f"---\n{schema.replace('../../../', '../../')}title: guan\nformerly: [2016/visit]\n")
    assert "'the-visit', quote" in (project / "data/actors.yml").read_text()
    assert (project / "data/countries.yml").read_text() == "SY: {summary: guan, sources: [the-visit]}\n"
    assert problems(project) == []


def test_an_article_that_goes_to_another_folder_shows_the_same_pictures(project: Path) -> None:
    shown = "![One](one.png) ![Two](<my two.png> 'T'), ![3](../3.png) and [a link](https://example.org/one.png).\n"
    for name in ("2016/one.png", "2016/my two.png", "3.png"):
        (project / "data/articles" / name).write_bytes(PIXEL)
    (project / "data/articles/2016/visit.md").write_text(VISIT + "\n" + shown)
    assert problems(project) == []
    assert rename(project, "2016/visit", "a/b/visit").exit_code == 0
    expected = shown.replace("(one", "(../../2016/one").replace("<my", "<../../2016/my").replace("../3", "../../3")
    assert (project / "data/articles/a/b/visit.md").read_text().endswith("\n" + expected)
    assert problems(project) == []


def test_a_record_with_a_file_of_its_own_moves_in_its_folder(project: Path) -> None:
    put_in = project / "data/actors/media/xinhua.yml"
    put_in.parent.mkdir(parents=True)
    put_in.write_text("# An agency.\nname: >\n  Xinhua\n  News\ntype: media\n")
    assert rename(project, "xinhua", "xinhua-news").exit_code == 0
    moved = put_in.with_name("xinhua-news.yml")
    assert not put_in.exists()
    assert moved.read_text() == "# An agency.\nformerly: [xinhua]\nname: >\n  Xinhua\n  News\ntype: media\n"
    assert problems(project) == []


def test_a_chain_keeps_all_former_ids_and_the_way_back_takes_one_away(project: Path) -> None:
    for old, new in pairwise(("kerry", "one", "two", "three")):
        assert rename(project, old, new).exit_code == 0
    assert "formerly: [two, one, kerry]\n" in (project / "data/actors.yml").read_text()
    assert rename(project, "three", "kerry").exit_code == 0
    assert "\nkerry:\n    name: Kerry\n    formerly: [two, one, three]\n" in (project / "data/actors.yml").read_text()
    assert problems(project) == []


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{name: N, type: person}", "{formerly: [x], name: N, type: person}"),
        ("{name: N, type: person, formerly: []}", "{name: N, type: person, formerly: [x]}"),
        ("{name: N, type: person, formerly: ['a', b]}", "{name: N, type: person, formerly: [x, 'a', b]}"),
        ("\n  name: N\n  type: person\n  formerly:\n    # c\n    - a # b", "\n  name: N\n  type: person\n  formerly:\n    # c\n    - x\n    - a # b"),  # noqa: E501
        ("\n  formerly:\n  name: N\n  type: person", "\n  formerly: [x]\n  name: N\n  type: person"),
        ("\n  type: person\n  name: 'N\n    M'", "\n  formerly: [x]\n  type: person\n  name: 'N\n    M'"),
        ("\n  type: person\n  name: N", "\n  type: person\n  name: N\n  formerly: [x]"),
    ],
)  # fmt: skip
def test_the_former_id_is_written_in_the_manner_of_the_rest(tmp_path: Path, written: str, expected: str) -> None:
    for end in ("\n", ""):
        root = put(tmp_path / "project", {"data/actors.yml": f"x: {written}{end}"})
        assert rename(root, "x", "y").exit_code == 0
        assert (root / "data/actors.yml").read_text() == f"y: {expected}{end}"
        assert problems(root) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("guan", "g"), "'guan' is the id of several records; say which with --kind actor or --kind event"),
        (("kery", "g"), "there is no record 'kery' (did you mean 'kerry'?)"),
        (("guan youfei", "g"), "there is no record 'guan youfei' (did you mean 'guan' (Guan Youfei)?)"),
        (("kerry", "kerry"), "the actor has the id 'kerry' already"),
        (("kerry", "John Kerry"), "'John Kerry' cannot be an id: use a-z, 0-9, hyphens, and not 'index' or"),
        (("kerry", "John Kerry"), "as 'john-kerry'"),
        (("kerry", "index"), "'index' cannot be an id"),
        (("2016/visit", "2016//x"), "'2016//x' cannot be an id"),
        (("kerry", "navy"), "the id 'navy' is taken: data/actors.yml:16:1"),
        (("2016/visit", "draft"), "the id 'draft' is taken: data/articles/draft.md:1:1"),
        (("kerry", "2016"), "'2016' would name no actor here, but a date, a country or nobody"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_a_reason_and_nothing_is_written(
    project: Path, arguments: tuple[str, str], said: str
) -> None:
    before = files_of(project)
    done = rename(project, *arguments)
    assert done.exit_code == 2
    assert said in done.output
    assert files_of(project) == before


def test_a_former_id_is_known_and_not_given_to_others(project: Path) -> None:
    rename(project, "kerry", "john-kerry")
    assert "there is no record 'kerry' (it was renamed to 'john-kerry')" in rename(project, "kerry", "x").output
    assert "'john-kerry' was called so formerly" in rename(project, "navy", "kerry").output


def test_a_broken_file_is_named_and_nothing_is_written(project: Path) -> None:
    (project / "data/events.yml").write_text("visit: {title: [}\n")
    before = files_of(project)
    done = rename(project, "kerry", "john-kerry")
    assert done.exit_code == 1
    assert "data/events.yml:1:17: error[yaml-syntax]" in done.output
    assert "fix what cannot be read first" in done.output
    assert files_of(project) == before


def test_where_one_file_cannot_be_written_none_is(project: Path) -> None:
    (project / "data/articles/new").mkdir()
    (project / "data/articles/new/visit.txt").write_text("kept")
    (project / "data/articles/new.md").mkdir()  # where the article is to lie
    before = files_of(project)
    done = rename(project, "2016/visit", "new")
    assert done.exit_code == 1
    assert "new.md" in done.output
    assert "nothing was written" in done.output
    assert files_of(project) == before


def test_modes_and_links_stay_as_they_are(project: Path) -> None:
    real = project / "data/real.txt"
    (project / "data/events.yml").rename(real)
    (project / "data/events.yml").symlink_to("real.txt")
    (project / "data/actors.yml").chmod(0o600)
    assert rename(project, "kerry", "john-kerry").exit_code == 0
    assert (project / "data/events.yml").is_symlink()
    assert "john-kerry" in real.read_text()
    assert (project / "data/actors.yml").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark_stay(tmp_path: Path, newline: str) -> None:
    files = {path: text for path, text in FILES.items() if path.startswith("data/")}
    root = put(tmp_path / "project", files, newline=newline, bom=True)
    plain = put(tmp_path / "plain", files)
    for folder in (root, plain):
        assert rename(folder, "guan", "guan-youfei", "--kind", "actor").exit_code == 0
    for path, content in files_of(plain).items():
        if path.startswith("data/"):
            marked = b"\xef\xbb\xbf" + content.replace(b"\n", newline.encode())
            assert (root / path).read_bytes() == marked


NEW_IDS = st.from_regex(r"q-[a-z0-9-]{0,20}", fullmatch=True)


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(new=NEW_IDS, old=st.sampled_from(("guan-youfei", "china-mnd", "islamic-state")))
def test_of_the_demo_only_the_id_and_the_list_of_former_ones_change(tmp_path: Path, old: str, new: str) -> None:
    root = tmp_path / "demo"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(ROOT / "data", root / "data")
    before, said = files_of(root), problems(root)
    done = rename(root, old, new)
    assert done.exit_code == 0, done.output
    assert problems(root) == said
    for path, content in before.items():
        now = (root / path).read_bytes().decode()
        now = now.replace(f"  formerly: [{old}]\n", "")
        changed = zip(content.decode().splitlines(), now.splitlines(), strict=True)
        assert all(one == other or one.replace(old, new) == other for one, other in changed)
    assert rename(root, new, old).exit_code == 0
    after = {p: c.replace(f"  formerly: [{new}]\n".encode(), b"") for p, c in files_of(root).items()}
    assert {p: c for p, c in after.items() if not p.startswith(".cache")} == {
        p: c for p, c in before.items() if not p.startswith(".cache")
    }
