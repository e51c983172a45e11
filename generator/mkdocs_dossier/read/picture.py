"""Reads a picture that an article shows, and gives it the name that it has in the site."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from mkdocs_dossier.images.clean import Cleaned, NotAPicture, cleaned
from mkdocs_dossier.run.regular_file import read_regular

FOLDER = "pictures"
"""Where pictures lie in the site."""

MAX_SIZE = 20_000_000
"""Bytes a picture's file may have."""


def read_picture(path: Path) -> Cleaned:
    """Return what may be published of a file. Raises `NotAPicture` if nothing may, also where it cannot be read."""
    try:
        content = read_regular(str(path), MAX_SIZE + 1, follow=False)
    except OSError as error:
        raise NotAPicture(f"it cannot be read: {(error.strerror or 'unknown reason').lower()}") from error
    if len(content) > MAX_SIZE:
        raise NotAPicture(f"it has more than {MAX_SIZE} bytes")
    return cleaned(content)


def picture_name(picture: Cleaned) -> str:
    """Return where a picture lies in the site: the same for the same picture, whatever its file is called."""
    return f"{FOLDER}/{sha256(picture.content).hexdigest()[:20]}{picture.ending}"
