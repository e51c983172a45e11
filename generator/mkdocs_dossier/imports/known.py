"""What the collection has already, as far as an import must know it: outlets, articles, ids."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode, urlsplit

from mkdocs_dossier.imports.outlets import Outlets, outlets_of
from mkdocs_dossier.model.records import Actor, Article

_WORD = re.compile(r"\w+")  # `Report 1` and `Report 2` of one day are two
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|igshid|ref_src|cmpid|ocid")


@dataclass(frozen=True, slots=True)
class Known:
    """addresses: the path of the article by its `address_key`; titles: by its `title_key`, with that address.

    Both grow while articles are imported, as do `taken`, the ids of articles.
    """

    outlets: Outlets
    addresses: dict[str, str] = field(default_factory=dict)
    titles: dict[str, tuple[str, str]] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    def add(self, id: str, path: str, article: Article) -> None:
        """Note an article that there is."""
        self.taken.add(id)
        address = address_key(article.url) if article.url else ""
        self.titles.setdefault(title_key(article), (path, address))
        if address:
            self.addresses.setdefault(address, path)

    def where(self, article: Article) -> str | None:
        """Return the path of an article with that address, or with that title on that day and no other address."""
        address = address_key(article.url) if article.url else ""
        if address in self.addresses:
            return self.addresses[address]
        path, other = self.titles.get(title_key(article), (None, ""))
        return None if address and other else path


def known_of(actors: Iterable[Actor], articles: Iterable[Article], ids: Iterable[str]) -> Known:
    """ids: of all articles, the broken ones too."""
    known = Known(outlets_of(actors), taken=set(ids))
    for article in articles:
        known.add(article.id, article.origin.path, article)
    return known


def title_key(article: Article) -> str:
    return f"{article.day.isoformat()} {' '.join(_WORD.findall(article.title)).casefold()}"


def address_key(address: str) -> str:
    """Return what all ways to write one address have in common."""
    try:
        parts = urlsplit(address)
        query = [(key, value) for key, value in parse_qsl(parts.query) if not _TRACKING.fullmatch(key.lower())]
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return address
    return f"{host}{parts.path.rstrip('/')}?{urlencode(query)}"
