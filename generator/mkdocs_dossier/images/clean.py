"""A picture as it may be published: of a kind that browsers show and that cannot act, and without what it tells of
who made it, where and when.

Our own code, since a library that decodes and encodes again takes a hundred times as long, loses quality, and gives
other bytes with each of its versions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mkdocs_dossier.images.damage import NotAPicture
from mkdocs_dossier.images.gif import STARTS, clean_gif, gif_size
from mkdocs_dossier.images.jpeg import START as JPEG
from mkdocs_dossier.images.jpeg import clean_jpeg, jpeg_size
from mkdocs_dossier.images.png import START as PNG
from mkdocs_dossier.images.png import clean_png, png_size
from mkdocs_dossier.images.webp import clean_webp, is_webp, webp_size

__all__ = ["Cleaned", "NotAPicture", "cleaned"]

_MOST_PIXELS = 100_000_000
"""A file of some kilobytes may be a picture that no phone can hold."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A picture, written anew without what it told besides.

    Attributes:
        ending: The ending of the file's name, by what is in the file.
    """

    content: bytes
    ending: str


def cleaned(content: bytes) -> Cleaned:
    """Return what may be published of a picture. Raises `NotAPicture`."""
    ending, clean, size = _format(content)
    width, height = size(content)
    if not 0 < width * height <= _MOST_PIXELS:
        raise NotAPicture(f"it has {width} × {height} pixels, and at most {_MOST_PIXELS} are taken")
    return Cleaned(clean(content), ending)


_Format = tuple[str, Callable[[bytes], bytes], Callable[[bytes], tuple[int, int]]]


def _format(content: bytes) -> _Format:
    if content.startswith(JPEG):
        return ".jpg", clean_jpeg, jpeg_size
    if content.startswith(PNG):
        return ".png", clean_png, png_size
    if content.startswith(STARTS):
        return ".gif", clean_gif, gif_size
    if is_webp(content):
        return ".webp", clean_webp, webp_size
    raise NotAPicture("it is no JPEG, PNG, GIF or WebP")
