"""Links from one page to others, as they are written there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from mkdocs_dossier.model.collection import LinkedArticle
from mkdocs_dossier.model.edtf import Edtf, calendar_pages
from mkdocs_dossier.model.lines import Inline, Link
from mkdocs_dossier.model.records import Event
from mkdocs_dossier.pages.say import say_date, say_day, say_page
from mkdocs_dossier.pages.site import ActorName
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.pages.urls import actor_path, article_path, date_path, event_path, relative
from mkdocs_dossier.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class Links:
    """Links from one page. here: its path. folder: in which it lies; all pages in it have the same links."""

    site: SiteView
    here: str
    folder: str

    @classmethod
    def on(cls, path: str, site: SiteView) -> Links:
        """Return the links as they are written on the page `path`."""
        return cls(site, path, path.rpartition("/")[0])

    @property
    def words(self) -> Words:
        """The language of the page."""
        return self.site.words

    def actor(self, id: str, note: str = "") -> Link:
        return _link(self.named(id).name, actor_path(id), self.folder, note=note)

    def named(self, id: str) -> ActorName:
        """What an actor is called. Raises `KeyError`."""
        actor = self.site.actor_name(id)
        if actor is None:
            raise KeyError(id)
        return actor

    def actor_or_text(self, value: str | None) -> Inline:
        """A field that holds an actor's id or a text."""
        if value is None:
            return ""
        return value if self.site.actor_name(value) is None else self.actor(value)

    def country(self, code: str) -> Inline:
        name = self.site.territory(code).name
        path = self.site.country_path(code)
        return _link(name, path, self.folder) if path else name

    def country_address(self, code: str) -> str:
        """The address of a country that has a page."""
        path = self.site.country_path(code)
        if path is None:
            raise KeyError(code)
        return relative(path, self.here)

    def outlet(self, article: LinkedArticle) -> Inline:
        return self.outlet_or_text(article.record.outlet or "")

    def outlet_or_text(self, value: str) -> Inline:
        """What an article names as its outlet: an actor's id, the name of an outlet that is an actor, or a text."""
        id = self.site.outlet_id(value)
        return value if id is None else self.actor(id)

    def event(self, event: Event) -> Link:
        return _link(event.title, event_path(event.id), self.folder)

    def article(self, article: LinkedArticle, anchor: str = "") -> Link:
        record = article.record
        return _link(record.title, article_path(record.id), self.folder, anchor)

    def place(self, article: LinkedArticle, anchor: str) -> str:
        """The address of a place in an article."""
        url = self.article(article).url
        return f"{url}#{anchor}" if anchor else url

    def page(self, page: str, text: str = "") -> Inline:
        """A page of the calendar, a link if it is there."""
        text = text or say_page(page, self.words)
        return _link(text, date_path(page), self.folder) if self.site.has_calendar_page(page) else text

    def calendar_url(self, page: str) -> str | None:
        """The address of a page of the calendar, if it is there."""
        return relative(date_path(page), self.here) if self.site.has_calendar_page(page) else None

    def date(self, when: Edtf, text: str = "", *, days: int = 1) -> Inline:
        """A date in words, a link to the first page of the calendar on which it stands."""
        return self.page(calendar_pages(when, days=days)[0], text or say_date(when, self.words))

    def published(self, article: LinkedArticle) -> Inline:
        day = article.day
        return self.page(day.isoformat(), say_day(day, self.words))


@lru_cache(maxsize=1 << 15)
def _link(text: str, target: str, folder: str, anchor: str = "", note: str = "") -> Link:
    """Return a link as all pages of a folder write it. It is made once for all of them."""
    return Link(text, relative(target, f"{folder}/", anchor), note)
