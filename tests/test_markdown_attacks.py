"""Markdown that attacks: shown, or shown as plain text, or left out by name; never lost unseen, and the other pages are
there.
"""

from __future__ import annotations

import json
import re
from html import unescape
from itertools import count
from typing import Any

import markdown
import pytest

from mkdocs_dossier.build import write_site
from mkdocs_dossier.pages.html import render_html
from tests.conftest import MakeCollection, article
from tests.limited import MEGABYTES, run_limited
from tests.markdown_attacks import attacks
from tests.markdown_trials import ACTORS
from tests.small_project import write

SHORT, WORDS, FULL = 60_000, 1_000, 4_990_000
"""Characters of each attack: some, a few with each word counted, and as many as a file may have."""

SECONDS = 5.0
"""Of processor time for an article, from its file to its HTML."""

HARD = (
    *(
        "hard breaks",
        "headings",
        "exclamation marks",
        "full stops",
        "rows that are none",
        "tables",
        "brackets that open",
    ),
    *("links by hand that open", "lists of two kinds", "months and days", "names", "a table whose rows are short"),
    *("quotes in quotes, line by line", "an address that grows", "nested brackets", "backticks of many lengths"),
)
"""Those that once took the square of their length, or take longest now."""

NO_TEXT = {"fences that open", "a link by hand around everything"}
"""Their letter is the language of code, and the target of a link: neither is text."""

_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"word\d+x")
_SINGLE = re.compile(r"(?<![^\W_])a(?![^\W_])")


def _numbered(text: str) -> str:
    """Make a word of its own of each lone `a`, so that none can be missing unseen."""
    numbers = count(1)
    return _SINGLE.sub(lambda _: f"word{next(numbers)}x", text)


def _words(html: str) -> set[str]:
    return set(_WORD.findall(unescape(_TAG.sub(" ", html))))


@pytest.mark.promise("heavy-text")
def test_no_word_of_markdown_that_attacks_is_lost(collection: MakeCollection) -> None:
    bodies = {f"a{number}": (name, _numbered(body)) for number, (name, body) in enumerate(attacks(WORDS))}
    files = {f"data/articles/{id}.md": article(body, title="Bad") for id, (_, body) in bodies.items()}
    options = collection({"data/actors.yml": ACTORS})
    write(options.root, files)
    site, _ = write_site(options)
    for id, (name, body) in bodies.items():
        text = site.pages[f"articles/{id}.md"].markdown
        wanted = set(_WORD.findall(body))
        if name not in NO_TEXT:
            assert wanted - _words(render_html(text, f"articles/{id}.md", directories=True).html) == set(), name
            elsewhere = markdown.markdown(text, extensions=["md_in_html", "tables", "attr_list"])
            assert wanted - _words(elsewhere) == set(), name


def _told(size: int, *names: str) -> list[dict[str, Any]]:
    # The memory is that of each trial.
    done = run_limited("-m", "tests.markdown_trials", str(size), *names, seconds=3_000, megabytes=4 * MEGABYTES)
    assert done.returncode == 0, done.stderr[-3000:]
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(told) == len(names) or (not names and len(told) > 150)
    return told


def _assert_shown(told: list[dict[str, Any]]) -> None:
    assert [one for one in told if "error" in one] == []
    assert [one["what"] for one in told if not one["good"]] == []
    for one in told:
        codes = {code for path, code, severity in one["problems"] if path == "data/articles/bad.md"}
        assert one["shown"] or "heavy-text" in codes, one["what"]
        assert not one["missing"], (one["what"], one["missing"])
        # An error would keep the other pages from being built.
        assert {severity for _, _, severity in one["problems"]} <= {"warning"}, one["what"]
    assert [(one["what"], one["megabytes"]) for one in told if one["megabytes"] > MEGABYTES] == []
    assert [(one["what"], one["seconds"]) for one in told if one["seconds"] > SECONDS] == []


@pytest.mark.promise("heavy-text")
def test_markdown_that_attacks_is_shown_in_good_time_and_little_memory() -> None:
    _assert_shown(_told(SHORT, *HARD))


@pytest.mark.long
@pytest.mark.promise("heavy-text")
def test_five_megabytes_of_any_attack_are_shown_in_good_time_and_little_memory() -> None:
    _assert_shown(_told(FULL))
