"""The pictures that a Markdown text shows from beside it: where they may lie, and how they are called where they go."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from mkdocs_dossier.images.clean import Cleaned, NotAPicture, cleaned
from mkdocs_dossier.imports.markdown import outside_code
from mkdocs_dossier.model.ids import slug

_PICTURE = re.compile(
    r"!\[(?P<words>[^\]\n]*)\]\((?P<way><[^>\n]+>|[^()\s]+)(?P<title>\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\)"
)
_EMBED = re.compile(r"!\[\[(?P<page>[^\[\]|\n]+\.(?:png|jpe?g|gif|webp))(?:\|[^\[\]\n]*)?\]\]", re.IGNORECASE)
_WHERE = ("", "static", "public", "assets", "src", "source", "attachments", "images", "img")
"""Folders of a site from which an address that begins with `/` counts, or in which notes keep what they show."""


class PictureRefused(Exception):
    """A picture stays behind; the message says why."""


def without_metadata(content: bytes) -> Cleaned:
    """Return a picture as it may be published. Raises `PictureRefused`.

    Args:
        content: Empty where there is no such file.
    """
    if not content:
        raise PictureRefused("it is not in the folder")
    try:
        return cleaned(content)
    except NotAPicture as error:
        raise PictureRefused(str(error)) from error


def as_pictures(markdown: str) -> str:
    """Return Markdown in which the pictures of a notes program (`![[gate.png]]`) are pictures."""
    return outside_code(markdown, lambda part: _EMBED.sub(_as_picture, part))


def _as_picture(match: re.Match[str]) -> str:
    name = match["page"].strip()
    return f"![{PurePosixPath(name).stem}](<{name}>)"


def moved(markdown: str, place: Callable[[str], str]) -> str:
    """Return Markdown whose own pictures lie elsewhere. place: from a way as it is written to the new one, or empty."""

    def replaced(match: re.Match[str]) -> str:
        way = unquote(match["way"].strip("<>"))
        if re.match(r"[a-z][a-z0-9+.-]*:|//", way, re.IGNORECASE):
            return match[0]
        new = place(way)
        return f"![{match['words']}]({new})" if new else match["words"]

    return outside_code(markdown, lambda part: _PICTURE.sub(replaced, part))


def candidates(way: str, folder: PurePosixPath) -> Iterator[PurePosixPath]:
    """Yield where a picture may lie below the folder that is imported. folder: that of the text that shows it."""
    plain = way.partition("?")[0].partition("#")[0]
    inside = plain.lstrip("/")
    if not plain.startswith("/"):
        yield folder / inside
    for where in _WHERE:
        yield PurePosixPath(where) / inside


def new_name(article: str, way: str, ending: str) -> str:
    """Return the name of a picture beside its article: of both names."""
    return f"{PurePosixPath(article).stem}-{slug(PurePosixPath(way).stem, longest=40) or 'picture'}{ending}"
