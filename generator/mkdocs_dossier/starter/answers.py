"""What a new collection is made of: its name, its language, its repository."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

BRANCH = "main"

_EDIT = {
    "github.com": f"edit/{BRANCH}/docs/",
    "gitlab.com": f"-/edit/{BRANCH}/docs/",
    "codeberg.org": f"_edit/{BRANCH}/docs/",
}
"""Where a file of `docs/` is edited, below the address of its repository, by host."""

_SSH = re.compile(r"(?:ssh://)?git@([\w.-]+)[:/](.+)", re.ASCII)
"""An address as `git clone` takes it with a key."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known of a new collection.

    Attributes:
        name: That of the site.
        language: That of the site's own pages (BCP 47).
        repository: Its address for browsers, or empty.
        empty: Whether it is to be without examples.
    """

    name: str
    language: str = "en"
    repository: str = ""
    empty: bool = False

    @property
    def edit_uri(self) -> str:
        """Where a page is edited, below the address of the repository; empty where that is not known."""
        return _EDIT.get(urlsplit(self.repository).hostname or "", "")


def repository_address(given: str) -> str | None:
    """Return the address of a repository for browsers, whichever way it was given; None if it is no address."""
    text = given.strip()
    if ssh := _SSH.fullmatch(text):
        text = f"https://{ssh[1]}/{ssh[2]}"
    try:
        parts = urlsplit(text)
        port = f":{parts.port}" if parts.port is not None else ""
    except ValueError:
        return None
    path = parts.path.removesuffix("/").removesuffix(".git")
    plain = re.fullmatch(r"(?:/[\w.~%-]+)+", path, re.ASCII)
    if parts.scheme not in ("http", "https") or not parts.hostname or not plain or posixpath.normpath(path) != path:
        return None
    return f"{parts.scheme}://{parts.hostname}{port}{path}"
