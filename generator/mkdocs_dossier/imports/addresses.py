"""Which of the addresses that a page gives is its own: not one that names the site, or a section of it."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from mkdocs_dossier.imports.draft import Clue


def best_first(clues: Sequence[Clue]) -> tuple[Clue, ...]:
    """Return the clues in their order, addresses of a site or section behind those that lie below them."""
    addresses = [clue.values[0] for clue in clues if clue.field == "url" and clue.values]
    late = [clue for clue in clues if clue.field == "url" and clue.values and _is_wide(clue.values[0], addresses)]
    return (*(clue for clue in clues if clue not in late), *late)


def _is_wide(address: str, addresses: Sequence[str]) -> bool:
    """Whether an address is of no page (a site, a section of it), and another may be."""
    try:
        host, path = _parts(address)
        others = [_parts(other) for other in addresses]
    except ValueError:
        return False
    if not path:
        return any(other_path for _, other_path in others)
    return any(other == host and other_path.startswith(f"{path}/") for other, other_path in others)


def _parts(address: str) -> tuple[str, str]:
    parts = urlsplit(address)
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/")
