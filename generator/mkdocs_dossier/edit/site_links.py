"""Links of pages written by hand to a generated page that gets another address."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import quote, unquote

from mkdocs_dossier.edit.text import TextEdit

_CODE = re.compile(
    r"^[ \t]*(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t]*(?P=fence)|\Z)|(?<!`)(?P<run>`+)(?!`).+?(?<!`)(?P=run)(?!`)",
    re.DOTALL | re.MULTILINE,
)
_ADDRESS = re.compile(r"\]\(\s*<?(?P<inline>[^)\s>]+)|^[ \t]*\[[^\]\n]+\]:[ \t]*<?(?P<defined>[^\s>]+)", re.MULTILINE)


def link_changes(text: str, here: str, old: str, new: str) -> Iterator[TextEdit]:
    """Yield the changes of the page `here` (below `docs/`) for a record whose pages lie elsewhere.

    Args:
        old, new: What the paths of these pages begin with, as `actors/guan-youfei`. Code is left alone.
    """
    shown = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)
    for found in _ADDRESS.finditer(shown):
        kind = str(found.lastgroup)
        written = re.match(r"[^#?]*", found[kind])
        assert written is not None
        address = moved_path(written[0], posixpath.dirname(here), old, new)
        if address is not None:
            start = found.start(kind)
            yield TextEdit(start, start + len(written[0]), address)


def moved_path(written: str, folder: str, old: str, new: str) -> str | None:
    """Return the address of a page that lies elsewhere now; None for any other.

    Args:
        folder: Of the page with the link.
    """
    address = unquote(written)
    if ":" in address or address.startswith("/") or not address.endswith(".md"):
        return None
    path = posixpath.normpath(posixpath.join(folder, address))
    if path != f"{old}.md" and not path.startswith(f"{old}/"):
        return None
    target = new + path[len(old) :]
    if address.endswith(path):  # as it was written, be it `./actors/x.md`
        return quote(address.removesuffix(path) + target)
    return quote(posixpath.relpath(target, folder or "."))
