"""Changes of a page's tree before the article is looked for in it: what the extractor would lose or garble is put into
a form that it keeps.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urljoin, urlsplit

from mkdocs_dossier.imports.guarded import guarded
from mkdocs_dossier.imports.lists import is_own_head
from mkdocs_dossier.imports.words import one_line

_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_POWER = re.compile(r"[0-9+\-−=()n]{1,12}")
_NOTE = re.compile(r"\[?\s*(\d{1,3}|[a-z*†‡]{1,2})\s*\]?")
_HEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_POSTS = ("twitter-tweet", "instagram-media", "bluesky-embed", "mastodon-embed", "fb-post", "tiktok-embed")
"""Classes of quoted posts, which the extractor takes for something that loads."""

_HOLDERS = ("div", "span", "section", "ul", "dl", "aside", "form")
_HIDDEN = 1000
"""Elements that may be hidden; the code points that a hidden one has at most."""

_BACK = frozenset(("↩", "↩︎", "↑", "^", "⤴", "⬆"))
"""The way back from a note to its place."""


def prepare(tree: Any, address: str) -> None:
    """Change `tree`. address: of the page, for its relative links."""
    _lead_from(tree, address)
    for element in list(tree.iter("sup")):
        _raise(element)
    for element in list(tree.iter("pre")):
        _keep_lines(element)
    for head in [one for one in tree.iter("h2", "h3", "h4", "h5", "h6", "p") if is_own_head(one.text_content()[:60])]:
        _guard(head)
    for element in tree.iter("blockquote"):
        if any(name in (element.get("class") or "") for name in _POSTS):
            _unmark(element)
    for element in [one for one in tree.iter(*_HOLDERS) if _is_hidden(one)]:
        element.drop_tree()


def _guard(head: Any) -> None:
    """Write the links of a list of sources as text: the extractor takes a list of links for a menu."""
    for following in head.itersiblings():
        if following.tag in _HEADS:
            return
        for link in [one for one in following.iter("a") if one.get("href")]:
            _put(link, guarded(link.get("href"), one_line(link.text_content())))


def _unmark(element: Any) -> None:
    """Take away the classes of a quoted post and of what it is embedded by."""
    for one in (element, *(parent for _, parent in zip(range(3), element.iterancestors(), strict=False))):
        if one is element or "embed" in (one.get("class") or ""):
            one.attrib.pop("class", None)


def _is_hidden(element: Any) -> bool:
    """Whether an element is hidden, and not a text that is hidden until a script shows it."""
    style = (element.get("style") or "").replace(" ", "").lower()
    if "display:none" not in style and element.get("hidden") is None:
        return False
    return element.find(".//p") is None and len(element.text_content()) <= _HIDDEN


def _lead_from(tree: Any, address: str) -> None:
    """Give links their whole address. What leads to a place in the page, or nowhere, is no link."""
    base = next((element.get("href") for element in tree.iter("base") if element.get("href")), "")
    home = _joined(address, base)
    for element in list(tree.iter("a")):
        target = (element.get("href") or "").strip()
        whole = "" if target.startswith("#") else _joined(home, target)
        if whole and not _same_page(whole, address):
            element.set("href", whole)
        elif one_line(element.text_content()) in _BACK:
            element.drop_tree()
        elif element.get("href") is not None:
            del element.attrib["href"]


def _joined(base: str, target: str) -> str:
    try:
        whole = urljoin(base, target)
        parts = urlsplit(whole)
    except ValueError:
        return ""
    return whole if parts.scheme in ("http", "https") and parts.netloc else ""


def _same_page(address: str, page: str) -> bool:
    return "#" in address and address.partition("#")[0] == page.partition("#")[0]


def _raise(element: Any) -> None:
    """A power as its own signs (10⁶ is not 106), the number of a note in brackets; other raised letters stay."""
    text = one_line(element.text_content())
    note = _NOTE.fullmatch(text)
    if note is not None and (element.find(".//a") is not None or text.startswith("[")):
        _put(element, f"[{note[1]}]")
    elif _POWER.fullmatch(text) and any(char.isdigit() for char in text):
        _put(element, text.translate(_RAISED))


def _put(element: Any, text: str) -> None:
    for child in list(element):
        element.remove(child)
    element.text = text
    element.tag = "span"


def _keep_lines(element: Any) -> None:
    """Preformatted text is code to the extractor, which keeps its lines, only where an element says so."""
    if element.find(".//code") is None:
        text = element.text_content()
        for child in list(element):
            element.remove(child)
        element.text = None
        code = element.makeelement("code", {})
        code.text = text
        element.append(code)
