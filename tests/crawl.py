"""Reads a built site as a browser would: every link, every anchor, every address of another host."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

LOADED = {
    "script": "src",
    "img": "src",
    "link": "href",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
}
"""What a browser fetches by itself, by element and attribute."""


@dataclass
class Read(HTMLParser):
    """What one page links to, loads and can be linked at."""

    links: list[str] = field(default_factory=list)
    loads: list[tuple[str, str]] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        for name in ("id", "name"):
            if attributes.get(name) and tag != "meta":
                self.anchors.add(str(attributes[name]))
        for name in ("href", "xlink:href"):
            if tag in ("a", "area") and attributes.get(name) is not None:
                self.links.append(str(attributes[name]))
        if tag in LOADED and attributes.get(LOADED[tag]) is not None:
            kind = str(attributes.get("rel") or tag)
            (self.links if kind == "canonical" else self.loads).append(  # type: ignore[arg-type]
                str(attributes[LOADED[tag]]) if kind == "canonical" else (kind, str(attributes[LOADED[tag]]))
            )


def read_site(site: Path) -> dict[str, Read]:
    """Parse every page of a built site, by its path."""
    pages = {}
    for file in sorted(site.rglob("*.html")):
        page = Read()
        page.feed(file.read_text(encoding="utf-8"))
        pages[file.relative_to(site).as_posix()] = page
    return pages


def dead_links(site: Path) -> Iterator[str]:
    """Yield each link or anchor that leads nowhere. The site lies at the root of its host."""
    pages = read_site(site)
    for path, page in pages.items():
        for address in (*page.links, *(address for _, address in page.loads)):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            target = _target(path, unquote(parts.path))
            if target is None or not (site / target).is_file():
                yield f"{path}: {address} leads to nothing"
            elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].anchors:
                yield f"{path}: {address} has no such anchor"


def _target(page: str, path: str) -> str | None:
    if path.startswith("/"):
        target = path.lstrip("/")
    else:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
        if path.endswith("/") or path.rpartition("/")[2] in (".", ".."):
            target = posixpath.join(target, "index.html")
    if target.startswith(".."):
        return None
    return (
        posixpath.join(target, "index.html") if path.startswith("/") and not posixpath.splitext(target)[1] else target
    )


def loads_elsewhere(site: Path) -> Iterator[str]:
    """Yield each address of another host that a page would fetch by itself."""
    for path, page in read_site(site).items():
        for kind, address in page.loads:
            if urlsplit(address).netloc:
                yield f"{path}: {kind} {address}"
