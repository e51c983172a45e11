"""What every page has, of whatever kind.

The string below a field describes it: the manual's page on templates is made from these.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_dossier.model.lines import Facet, Link


@dataclass(frozen=True, slots=True)
class Page:
    """What every page has, of whatever kind."""

    path: str
    """Where its Markdown file lies in the site, as `actors/guan-youfei.md`."""
    title: str
    """Its heading: a name, a title, or a date in words."""
    kind: str
    """The name of its template without `.md.jinja`, as `actor`."""
    source: str = ""
    """The file in which it is edited, as a path in the project; empty if there is none, as for dates."""
    description: str = ""
    """One line of text without Markdown: the summary, or what a list shows. Empty if there is nothing to say."""
    lang: str = ""
    """The language of an article, as a BCP 47 code; empty on all other pages."""
    brief: str = ""
    """What it is about, in a few words, as `person, China`. Search results and the cards on links show it; it may be
    empty.
    """
    tally: str = ""
    """How much there is about it, as `named in 5 articles, 3 events`; empty if there is nothing to count."""
    facets: tuple[Facet, ...] = ()
    """What full-text search can narrow the page by, each value once."""
    previous: Link | None = None
    """The page before it: of a date, an event, or a part of a long list. `None` for the first, and on other
    pages.
    """
    next: Link | None = None
    """The page after it, likewise."""
    draft: str = ""
    """Why its record is not published, where `mkdocs serve` shows it all the same (option `drafts`); empty else."""
