"""Which outlet of the collection published a text: by its names, or by the host of its address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from mkdocs_dossier.imports.words import words
from mkdocs_dossier.model.records import Actor


@dataclass(frozen=True, slots=True)
class Outlets:
    """by_name: ids by names as `_form` makes them; by_host: by host, without `www.`."""

    by_name: dict[str, str]
    by_host: dict[str, str]


def outlets_of(actors: Iterable[Actor]) -> Outlets:
    """Return what is known of the actors of type `media`. A name that two of them have names neither."""
    names: dict[str, set[str]] = {}
    hosts: dict[str, set[str]] = {}
    for actor in actors:
        if actor.type != "media":
            continue
        for name in (actor.name, *(alias.name for alias in actor.aliases)):
            names.setdefault(_form(name), set()).add(actor.id)
        if site := host(actor.links.get("website", "")):
            hosts.setdefault(site, set()).add(actor.id)
    return Outlets(_only(names), _only(hosts))


def _only(found: dict[str, set[str]]) -> dict[str, str]:
    return {key: next(iter(ids)) for key, ids in found.items() if len(ids) == 1}


def _form(name: str) -> str:
    return " ".join(words(name)).casefold().removeprefix("the ")


def host(address: str) -> str:
    """Return the host of a web address, without `www.`; empty where there is none."""
    try:
        return (urlsplit(address).hostname or "").lower().removeprefix("www.")
    except ValueError:
        return ""


def by_name(name: str, outlets: Outlets) -> str | None:
    """Return the id of the outlet of that name, or of that host (`example.org`)."""
    return outlets.by_name.get(_form(name)) or by_address(f"https://{name}", outlets)


def by_address(address: str, outlets: Outlets) -> str | None:
    """Return the id of the outlet whose site an address lies on, or on a part of it."""
    parts = host(address).split(".")
    for start in range(len(parts) - 1):
        if (found := outlets.by_host.get(".".join(parts[start:]))) is not None:
            return found
    return None
