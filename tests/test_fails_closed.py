"""What was meant to be kept back and is damaged is not published: no byte of it, in no file and in no message."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from mkdocs_dossier.build import WrittenSite, write_site
from mkdocs_dossier.cli.problem_text import problem_text
from mkdocs_dossier.diagnostics import FORMATS, Diagnostic
from mkdocs_dossier.excerpt.excerpt import excerpts
from mkdocs_dossier.export.registry import export_files
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.run.options import Options
from tests.conftest import NOW, article
from tests.damaged_records import (
    CANARY,
    DAMAGED_ARTICLES,
    DAMAGED_MARKS,
    HONOURED_ARTICLES,
    damaged_actor,
    damaged_event,
)
from tests.processes import run
from tests.small_project import settings, small_project

OPEN = {
    "mkdocs.yml": settings(""),
    "data/actors.yml": "open: {name: Open Bird, type: person, countries: [SY]}\n",
    "data/articles/open.md": article("Open Bird sang in Syria on 3 March 2016."),
}


def _write(root: Path, files: dict[str, str]) -> Options:
    return Options(root=small_project(root, {**OPEN, **files}), now=NOW)


def _numbered(folder: str, texts: list[str], ending: str) -> dict[str, str]:
    return {f"data/{folder}/n{number}{ending}": text for number, text in enumerate(texts)}


def _assert_silent(site: WrittenSite, problems: tuple[Diagnostic, ...]) -> None:
    said = [form(problem) for problem in problems for form in FORMATS.values()]
    excerpt = excerpts(Options(root=site.snapshot.root, now=NOW))
    said += [problem_text(problem, excerpt, colours=False) for problem in problems]
    shown = [page.markdown for page in site.pages.values()]
    shown += [content.decode() for _, content in export_files(SiteView(site.site), themed=True)]
    assert [text for text in (*said, *shown, *site.pages) if CANARY in text.lower()] == []


@pytest.mark.promise("fails-closed")
def test_no_damaged_article_is_on_any_page_and_each_is_reported(tmp_path: Path) -> None:
    files = _numbered("articles", list(DAMAGED_ARTICLES.values()), ".md")
    site, problems = write_site(_write(tmp_path, files))
    _assert_silent(site, problems)
    assert "articles/open.md" in site.pages
    assert [path for path in site.pages if path.startswith("articles/n")] == []
    reported = {problem.place.path for problem in problems}
    assert {name for name, path in zip(DAMAGED_ARTICLES, files, strict=True) if path not in reported} == set()
    assert all(problem.hint for problem in problems)


@pytest.mark.promise("fails-closed")
def test_no_damaged_actor_or_event_is_on_any_page_and_each_is_reported(tmp_path: Path) -> None:
    files = {
        **_numbered("actors", [damaged_actor(mark) for mark in DAMAGED_MARKS], ".yml"),
        **_numbered("events", [damaged_event(mark) for mark in DAMAGED_MARKS], ".yml"),
    }
    site, problems = write_site(_write(tmp_path, files))
    _assert_silent(site, problems)
    assert set(files) <= {problem.place.path for problem in problems}
    assert set(site.site.index.corpus.collection.actors) == {"open"}


def test_a_mark_that_stands_behind_its_record_in_a_list_keeps_that_back(tmp_path: Path) -> None:
    actors = f"{OPEN['data/actors.yml']}bird:\n  name: The {CANARY}\n  type: person\nstatus: draft\n"
    site, problems = write_site(_write(tmp_path, {"data/actors.yml": actors}))
    _assert_silent(site, problems)
    assert [(p.place.line, p.code) for p in problems] == [(5, "bad-value")]
    assert "actors/open.md" in site.pages


def test_a_mark_in_the_text_is_text_where_the_status_is_told(tmp_path: Path) -> None:
    text = article("The form said:\n\nStatus: draft\n", status="published")
    site, problems = write_site(_write(tmp_path, {"data/articles/form.md": text}))
    assert problems == ()
    assert "Status: draft" in site.pages["articles/form.md"].markdown


@pytest.mark.parametrize("text", ["The status: draft or final?", "Draft: the players", "embargo: lifted", "A draft"])
def test_text_that_only_speaks_of_drafts_is_published(text: str, tmp_path: Path) -> None:
    site, problems = write_site(_write(tmp_path, {"data/articles/form.md": article(f"{text}\n", title="A draft")}))
    assert problems == ()
    assert "articles/form.md" in site.pages


def test_drafts_that_are_written_oddly_are_drafts(tmp_path: Path) -> None:
    files = _numbered("articles", list(HONOURED_ARTICLES.values()), ".md")
    site, problems = write_site(_write(tmp_path, files))
    _assert_silent(site, problems)
    assert problems == ()
    assert {path for path in site.pages if path.startswith("articles/")} == {"articles/open.md", "articles/index.md"}


def _bytes_below(folder: Path) -> dict[str, bytes]:
    """All files, those that are packed unpacked."""
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {path: gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data for path, data in found.items()}


@pytest.mark.promise("fails-closed")
def test_a_real_build_with_every_damaged_article_writes_and_says_nothing_of_any(tmp_path: Path) -> None:
    _write(tmp_path, _numbered("articles", list(DAMAGED_ARTICLES.values()), ".md"))
    for command in (("dossier", "check"), ("mkdocs", "build"), ("dossier", "build", "--to", "tree")):
        done = run(*command, cwd=tmp_path)
        assert done.returncode != 0
        assert CANARY not in (done.stdout + done.stderr).lower()
        assert all(f"n{number}.md" in done.stdout + done.stderr for number in range(len(DAMAGED_ARTICLES)))
    for folder in ("site", "tree"):
        files = _bytes_below(tmp_path / folder)
        assert [path for path, data in files.items() if CANARY.encode() in data.lower()] == []


def test_a_real_build_with_every_odd_draft_publishes_the_others_and_no_byte_of_these(tmp_path: Path) -> None:
    _write(tmp_path, _numbered("articles", list(HONOURED_ARTICLES.values()), ".md"))
    for command in (("mkdocs", "build", "--strict"), ("dossier", "build", "--to", "tree")):
        done = run(*command, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert CANARY not in (done.stdout + done.stderr).lower()
    for folder, page in (("site", "articles/open/index.html"), ("tree", "docs/articles/open.md")):
        files = _bytes_below(tmp_path / folder)
        assert b"Open Bird" in files[page]
        assert [path for path, data in files.items() if CANARY.encode() in data.lower()] == []
    assert any(path.startswith("pagefind/") for path in _bytes_below(tmp_path / "site"))
