"""What every page has, of whatever kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_dossier.model.lines import Facet, Link


@dataclass(frozen=True, slots=True)
class Page:
    """What every page has. path: of its Markdown file, as `actors/guan-youfei.md`. source: the file that it is
    edited in, relative to the project, empty if there is none. description: one line without marks. lang: BCP 47.
    brief: what it is, in a few words (`person, China`); tally: what there is of it (`named in 5 articles`).
    previous, next: the pages before and after it. draft: why its record is not published, where an editor is shown it
    all the same.
    """

    path: str
    title: str
    kind: str
    source: str = ""
    description: str = ""
    lang: str = ""
    brief: str = ""
    tally: str = ""
    facets: tuple[Facet, ...] = ()
    previous: Link | None = None
    next: Link | None = None
    draft: str = ""
