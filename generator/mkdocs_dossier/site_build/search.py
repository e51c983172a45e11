"""The full-text index of the built site, made by Pagefind.

A sentence is read once, on its article's page, and of a dossier only what it says itself: who looks for a sentence
wants its article, not ten dossiers that quote it. The page of a day says nothing itself, and the search box knows days
by name.
"""

from __future__ import annotations

import logging
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from shutil import which

INDEX = "pagefind"
"""The folder of the built site in which the index lies."""

_REPEATED = ("mentions", "company", "list", "timeline", "part", "neighbours", "calendar")
"""Parts of generated pages that tell what other pages hold; they have these class names under any theme."""

_OWN = (".dossier-facts", ".dossier-summary", "ul", "h1")
"""Parts of a dossier that it says itself. Lists without a class: offices, relations, who took part, other names."""

_UNREAD = (
    ".headerlink",
    *(f".dossier-{part}" for part in _REPEATED),
    "body:not([data-kind]) .dossier-sources",  # with quotes; under our theme an article's own sources are searched
    'main[data-kind="date"]',
    'main[data-kind="article"] .text > h2',  # those of lists; the article's own stand deeper
    *(
        f'main[data-kind="{kind}"] .text {unread}'
        for kind in ("actor", "country", "event")
        for unread in ("> " + "".join(f":not({own})" for own in _OWN), "small")  # small: sources, with their quotes
    ),
)
"""CSS selectors of what is not searched. Pages need not say so themselves."""

log = logging.getLogger("mkdocs.plugins.dossier")


def can_be_made() -> bool:
    """Tell whether Pagefind is installed, and what reads its index."""
    return all(find_spec(name) is not None for name in ("pagefind", "cbor2"))


def index_command(site: str) -> list[str]:
    """Return the command that makes the index of the pages in the folder `site`, into it."""
    unread = (part for selector in _UNREAD for part in ("--exclude-selectors", selector))
    return [sys.executable, "-m", "pagefind", "--site", site, *unread, "--quiet"]


class SearchIndex:
    """Makes the full-text index of a site.

    Args:
        background: Whether pages are served already, so that it must not be in the way of requests.
    """

    def __init__(self, *, background: bool) -> None:
        self._background = background
        self._indexing: subprocess.Popen[bytes] | None = None

    def make(self, site: str) -> None:
        """Make the index of the pages in the folder `site`, into it."""
        if not can_be_made():
            log.info("no search: install it with 'pip install mkdocs-dossier[search]'")
            return
        command = index_command(site)
        if self._background and (nice := which("nice")):
            command = [nice, *command]  # the next rebuild comes first
        self.stop()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if self._background:
            self._indexing = process
        elif process.wait() != 0:
            log.info("no search: the index could not be made")
        else:
            from mkdocs_dossier.site_build.reproducible_index import settle_index  # not everybody has what it needs

            settle_index(Path(site, INDEX))

    def stop(self) -> None:
        """End what is still at work."""
        if self._indexing is not None:
            self._indexing.terminate()
            self._indexing.wait()
            self._indexing = None
