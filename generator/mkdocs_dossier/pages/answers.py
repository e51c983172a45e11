"""Digests of the answers that pages get. An article stands for its file: to go through all of it would take too
long.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any

from mkdocs_dossier.incremental.digests import answer_digests
from mkdocs_dossier.model.collection import LinkedArticle
from mkdocs_dossier.model.index import Appearance
from mkdocs_dossier.model.plain import as_plain


def site_digests(sources: Mapping[str, str]) -> Callable[[Any], str]:
    """Return a function that gives the digest of what a `SiteView` answered. sources: what tells each article's file
    from any other, by the article's id.
    """

    def spelled(article: LinkedArticle) -> str:
        record = article.record
        # Which file it is, what stands in it, what of that can be followed, and what was found in it.
        followed = (record.actors, record.countries, record.events, record.sources, article.document.pictures)
        return repr((record.id, record.origin.path, sources[record.id], followed, as_plain(article, ())))

    # What an article says of a thing follows from the article.
    return answer_digests({LinkedArticle: spelled}, {Appearance: attrgetter("article")})
