"""What the manual tells its reader to write and to run, taken from its own text."""

from __future__ import annotations

import re

from tools.make_manual import MANUAL

_FILE = re.compile(r"`([\w./-]+)`[^`\n]*:\n\n```\w*\n(.*?)```", re.DOTALL)


def section(page: str, heading: str) -> str:
    """Return what a page of the manual says below a heading, up to the next of that level."""
    text = (MANUAL / page).read_text(encoding="utf-8")
    found = re.search(rf"^(#+) {re.escape(heading)}\n(.*?)(?=^\1 |\Z)", text, re.DOTALL | re.MULTILINE)
    assert found, f"{page} has no heading '{heading}'"
    return found[2]


def files_shown(text: str) -> dict[str, str]:
    """Return the files that a text shows, by path: each is named at the end of the line above it."""
    return dict(_FILE.findall(text))


def blocks(text: str, language: str) -> list[str]:
    """Return the fenced blocks of a language that a text shows, in their order."""
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
