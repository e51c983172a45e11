"""What the manual tells its reader to write and to run, taken from its own text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

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


class Step(NamedTuple):
    """One thing that a text lets its reader do: to write a file, or to run commands.

    path: of the file, empty for commands. text: of the file, or the commands. shown: the lines that are printed then.
    """

    path: str
    text: str
    shown: tuple[str, ...] = ()


_STEP = re.compile(
    r"`(?P<path>[\w./-]+)`[^`\n]*:\n\n```\w*\n(?P<file>.*?)^```"
    r"|^```sh\n(?P<commands>.*?)^```(?:\n\n```text\n(?P<shown>.*?)^```)?",
    re.DOTALL | re.MULTILINE,
)


def steps(text: str) -> Iterator[Step]:
    """Yield what a text lets its reader do, in order."""
    for found in _STEP.finditer(text):
        if found["path"]:
            yield Step(found["path"], found["file"])
        else:
            yield Step("", found["commands"], tuple((found["shown"] or "").splitlines()))
