"""Long dossiers: the newest mentions stand on the page itself, the rest on pages of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from mkdocs_dossier.model.index import Appearance
from mkdocs_dossier.model.lines import Link
from mkdocs_dossier.model.page import Page
from mkdocs_dossier.model.pages import MentionsPage
from mkdocs_dossier.pages.links import Links
from mkdocs_dossier.pages.sentences import mention_groups
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.pages.urls import relative
from mkdocs_dossier.words.catalogue import Words

ROOM = 200
"""How many sentences stand on one page, if no single article has more."""


def first_part(appearances: Iterable[Appearance]) -> tuple[Appearance, ...]:
    """Return the appearances that stand on the page itself."""
    return next(_parts(appearances), ())


def by_month(appearances: Iterable[Appearance]) -> dict[str, int]:
    """Return how many articles appeared in each month (`2016-08`), in order."""
    counts = Counter(appearance.article.day.isoformat()[:7] for appearance in appearances)
    return dict(sorted(counts.items()))


def more_links(appearances: Iterable[Appearance], here: str) -> tuple[Link, ...]:
    """Return links to the further pages, as written on the page `here` that they continue."""
    numbers = range(2, sum(1 for _ in _parts(appearances)) + 1)
    return tuple(Link(str(number), relative(_path(here, number), here)) for number in numbers)


def mention_pages(site: SiteView, of: Page, appearances: Iterable[Appearance]) -> Iterator[MentionsPage]:
    """Yield the further pages of the dossier `of`."""
    parts = list(_parts(appearances))
    for number, part in enumerate(parts[1:], 2):
        path = _path(of.path, number)
        yield MentionsPage(
            path=path,
            title=site.words.gettext(
                "%(title)s: mentions, page %(number)s of %(all)s", title=of.title, number=number, all=len(parts)
            ),
            kind="mentions",
            source=of.source,
            of=Link(of.title, relative(of.path, path)),
            mentions=mention_groups(part, Links.on(path, site)),
            previous=_neighbour(of.path, number - 1, path, site.words),
            next=_neighbour(of.path, number + 1, path, site.words) if number < len(parts) else None,
        )


def _parts(appearances: Iterable[Appearance]) -> Iterator[tuple[Appearance, ...]]:
    part: list[Appearance] = []
    taken = 0
    for appearance in appearances:
        size = max(1, len({mention.sentence for mention in appearance.mentions}))
        if part and taken + size > ROOM:
            yield tuple(part)
            part, taken = [], 0
        part.append(appearance)
        taken += size
    if part:
        yield tuple(part)


def _path(dossier: str, number: int) -> str:
    return f"{dossier.removesuffix('.md')}/mentions/{number}.md" if number > 1 else dossier


def _neighbour(dossier: str, number: int, here: str, words: Words) -> Link:
    return Link(words.gettext("page %(number)s", number=number), relative(_path(dossier, number), here))
