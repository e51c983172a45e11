"""What is private stays private: a site with private records is, to the byte, the site without them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings

from mkdocs_dossier.build import make_snapshot
from mkdocs_dossier.diagnostics import FORMATS, Diagnostic
from tests.private_collections import CANARY, private_projects
from tests.random_collections import Project, write
from tests.test_same_bytes import CALM, Shown, shown, with_known_templates


def _made(root: Path, project: Project) -> tuple[Shown, str, tuple[Diagnostic, ...]]:
    """Pages and data files, where former addresses lead, and what is told."""
    shutil.rmtree(root, ignore_errors=True)
    write(project, root)
    snapshot = with_known_templates(make_snapshot(project.options(root)))
    return shown(snapshot), repr(snapshot.site.moved), snapshot.problems


def hold(root: Path, present: Project, without: Project) -> None:
    """Make the pages and data files of both collections."""
    (found, leads, said), (wanted, led, rest) = _made(root / "present", present), _made(root / "deleted", without)
    assert [page.page.path for page in found.pages] == [page.page.path for page in wanted.pages]
    assert [both for both in zip(found.pages, wanted.pages, strict=True) if both[0] != both[1]] == []
    assert found.data == wanted.data
    assert leads == led
    text = repr([(page.page, page.markdown) for page in found.pages]) + repr(found.data) + leads
    assert CANARY not in text.lower()
    _tell_the_editor_alone(said, rest)


def _tell_the_editor_alone(found: Iterable[Diagnostic], wanted: Iterable[Diagnostic]) -> None:
    """What is told besides is that a public record refers to a private one, and no message holds a private word."""
    said, rest = set(map(_said, found)), set(map(_said, wanted))
    assert rest <= said
    # An overrule that names a private actor may also be one of words that the text does not hold.
    assert {code for _, code, _, _ in said - rest} <= {"private-reference", "unused-overrule"}
    assert [line for problem in found for form in FORMATS.values() if CANARY in (line := form(problem)).lower()] == []


def _said(problem: Diagnostic) -> tuple[str, str, str, str]:
    """Which record is deleted moves lines, and not what is said."""
    return problem.place.path, problem.code, problem.message, problem.hint


@settings(max_examples=100, **CALM)
@given(both=private_projects())
@pytest.mark.promise("as-if-deleted")
def test_private_records_leave_the_site_as_if_they_were_deleted(tmp_path: Path, both: tuple[Project, Project]) -> None:
    hold(tmp_path, *both)


@pytest.mark.long
@settings(max_examples=1000, **CALM)
@given(both=private_projects())
@pytest.mark.promise("as-if-deleted")
def test_many_private_records_leave_the_site_as_if_they_were_deleted(
    tmp_path: Path, both: tuple[Project, Project]
) -> None:
    hold(tmp_path, *both)
