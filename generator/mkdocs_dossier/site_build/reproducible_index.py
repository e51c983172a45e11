"""Gives Pagefind's index an order of its own, so that the same pages make the same bytes.

Pagefind lists filters, their values and languages as they come out of a hash table, in another order each time; which
pages have which value, and all the words, are the same. So those lists are sorted, and the files are named anew after
what they hold. What they hold is CBOR (RFC 8949), packed, behind a few letters.
"""

from __future__ import annotations

import gzip
import json
import zlib
from pathlib import Path
from typing import Any

import cbor2

from mkdocs_dossier.incremental.digests import digest

_LETTERS = b"pagefind_dcd"
_ENTRY = "pagefind-entry.json"
_LISTS, _FILTERS = 6, 3
"""How many lists a `pf_meta` holds, and which of them names the filters."""

_UNEXPECTED = (OSError, EOFError, ValueError, LookupError, TypeError, AttributeError, RecursionError, zlib.error)
"""What comes of reading something else as if it were an index."""


def settle_index(folder: Path) -> None:
    """Sort what has no order in the index in `folder`. One that is made in another way stays as it is."""
    try:
        entry = json.loads((folder / _ENTRY).read_bytes())
        old: list[Path] = []
        new: dict[Path, bytes] = {}
        for about in entry["languages"].values():
            about["hash"] = _settled(folder, about["hash"], old, new)
        entry["languages"] = dict(sorted(entry["languages"].items()))
        new[folder / _ENTRY] = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    except (*_UNEXPECTED, cbor2.CBORError):
        return
    for path, content in new.items():
        path.write_bytes(content)
    for path in set(old) - new.keys():
        path.unlink()


def _settled(folder: Path, name: str, old: list[Path], new: dict[Path, bytes]) -> str:
    """Settle the index of a language, and return its new name.

    Args:
        old, new: Get the files that go and that come.
    """
    path = folder / f"pagefind.{name}.pf_meta"
    lists = _unpacked(path)
    if len(lists) != _LISTS:
        raise ValueError("another version of Pagefind")
    lists[_FILTERS] = sorted(_filter(folder, title, file, old, new) for title, file in lists[_FILTERS])
    return _renamed(path, name, lists, old, new)


def _filter(folder: Path, title: str, name: str, old: list[Path], new: dict[Path, bytes]) -> list[str]:
    """Settle a filter, and return how it is listed now: with its title and the name of its file."""
    path = folder / "filter" / f"{name}.pf_filter"
    own_title, values = _unpacked(path)
    return [title, _renamed(path, name, [own_title, sorted(values)], old, new)]


def _renamed(path: Path, name: str, content: list[Any], old: list[Path], new: dict[Path, bytes]) -> str:
    """Return the name of a file after what it holds now: as long as the old one, for the same language."""
    packed = cbor2.dumps(content)
    language, _, letters = name.rpartition("_")
    renamed = f"{language}_{digest(packed)[: len(letters)]}"
    old.append(path)
    new[path.with_name(path.name.replace(name, renamed))] = gzip.compress(_LETTERS + packed, mtime=0)
    return renamed


def _unpacked(path: Path) -> Any:
    content = gzip.decompress(path.read_bytes())
    if not content.startswith(_LETTERS):
        raise ValueError("another version of Pagefind")
    return cbor2.loads(content.removeprefix(_LETTERS))
