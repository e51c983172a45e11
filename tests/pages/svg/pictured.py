"""What a reader of a picture meets: its links with their titles, its texts."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree


@dataclass(frozen=True)
class Mark:
    """A mark with a title. url: None where it is no link. element: its SVG."""

    url: str | None
    title: str
    element: ElementTree.Element

    @property
    def text(self) -> str:
        """What is written on it."""
        return "".join(text.text or "" for text in self.element.iter("text"))

    @property
    def looks(self) -> str:
        return ElementTree.tostring(self.element, encoding="unicode")


def marks(picture: str) -> list[Mark]:
    """Return everything that has a title, in the order in which the keyboard reaches it."""
    found = (parent for parent in ElementTree.fromstring(picture).iter() if parent.find("title") is not None)
    return [Mark(mark.get("href"), mark.findtext("title") or "", mark) for mark in found]


def texts(picture: str) -> list[str]:
    """Return every text that can be seen in the picture itself."""
    return [text.text or "" for text in ElementTree.fromstring(picture).iter("text")]


def caption(picture: str) -> str:
    return ElementTree.fromstring(picture).findtext("figcaption") or ""
