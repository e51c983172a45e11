"""What the Content-Security-Policy of the theme keeps browsers from loading: said before a reader misses it.

The policy is read where it stands, in `head.html`: who allows more there is told less.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.plugins.dossier")

Policy = Mapping[str, tuple[str, ...]]
"""What is allowed, by directive (`script-src`): `'self'`, `https://example.org` … Empty: everything is."""

_POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')
_LOADS = {
    "script": ("src", "script-src"),
    "iframe": ("src", "frame-src"),
    "img": ("src", "img-src"),
    "video": ("src", "media-src"),
    "audio": ("src", "media-src"),
    "source": ("src", "media-src"),
    "link": ("href", "style-src"),
    "object": ("data", "object-src"),
    "embed": ("src", "object-src"),
}
_HINT = "the site's Content-Security-Policy does not allow it; see “What pages may load” in the manual"


def policy_of(env: Any) -> Policy:
    """Return the policy of the theme's head. env: MkDocs', of Jinja."""
    source, _, _ = env.loader.get_source(env, "head.html")
    found = _POLICY.search(source)
    parts = (part.split() for part in found[1].split(";")) if found else ()
    return {part[0]: tuple(part[1:]) for part in parts if part}


def say_blocked(place: str, things: Iterable[str]) -> None:
    """Warn of what browsers will not load. place: the page, or the settings."""
    for thing in dict.fromkeys(things):
        log.warning("%s: %s will not work: %s", place, thing, _HINT)


def blocked_extras(config: MkDocsConfig, policy: Policy) -> Iterator[str]:
    """Yield the scripts and styles of `mkdocs.yml` that are blocked."""
    for directive, paths in (("script-src", config.extra_javascript), ("style-src", config.extra_css)):
        yield from (str(path) for path in paths if not _is_allowed(str(path), directive, policy))


def blocked_in(content: str, policy: Policy) -> tuple[str, ...]:
    """Return what is blocked of a page's HTML."""
    if not policy:
        return ()
    reader = _Reader(policy)
    reader.feed(content)
    return tuple(reader.found)


class _Reader(HTMLParser):
    def __init__(self, policy: Policy) -> None:
        super().__init__()
        self.found: list[str] = []
        self._policy = policy

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        name, directive = _LOADS.get(tag, ("", ""))
        if values.get(name) and not _is_allowed(values[name], directive, self._policy):
            self.found.append(f"<{tag} {name}={values[name]!r}>")
        elif tag == "script" and not values.get("src") and not _allows_inline("script-src", self._policy):
            self.found.append("a script within the page")
        if (tag == "style" or "style" in values) and not _allows_inline("style-src", self._policy):
            self.found.append(f"a style within the page (<{tag}>)")
        handlers = [name for name in values if name.startswith("on")]
        if handlers and not _allows_inline("script-src", self._policy):
            self.found.append(f"{handlers[0]}=… within the page (<{tag}>)")


def _is_allowed(url: str, directive: str, policy: Policy) -> bool:
    sources = policy.get(directive, policy.get("default-src"))
    parts = urlsplit(url)
    if sources is None or not (parts.scheme or parts.netloc):
        return True
    hosts = {parts.netloc, f"{parts.scheme}://{parts.netloc}", f"{parts.scheme}:", "*"}
    return any(source.rstrip("/") in hosts or url.startswith(f"{source.rstrip('/')}/") for source in sources)


def _allows_inline(directive: str, policy: Policy) -> bool:
    sources = policy.get(directive, policy.get("default-src"))
    return sources is None or "'unsafe-inline'" in sources
