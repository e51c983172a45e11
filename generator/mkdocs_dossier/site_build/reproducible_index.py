"""Gives Pagefind's index an order of its own, so that the same pages make the same bytes.

Pagefind lists filters, their values and languages as they come out of a hash table, in another order each time; which
pages have which value, and all the words, are the same. So those lists are sorted, and the files are named anew after
what they hold. What they hold is CBOR (RFC 8949), packed, behind a few letters.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from mkdocs_dossier.incremental.digests import digest

_LETTERS = b"pagefind_dcd"
_ENTRY = "pagefind-entry.json"
_LISTS, _FILTERS, _ARRAY, _TEXT, _TAGS = 6, 3, 4, 3, 6
"""How many lists a `pf_meta` holds, and which of them names the filters; kinds of CBOR items."""


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
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
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
    head, lists = _items(_unpacked(path))
    if len(lists) != _LISTS:
        raise ValueError("another version of Pagefind")
    filters_head, filters = _items(lists[_FILTERS])
    lists[_FILTERS] = filters_head + b"".join(sorted(_filter(folder, one, old, new) for one in filters))
    return _renamed(path, name, head + b"".join(lists), old, new)


def _filter(folder: Path, listed: bytes, old: list[Path], new: dict[Path, bytes]) -> bytes:
    """Settle a filter, listed with its name and that of its file, and return how it is listed now."""
    head, (title, file) = _items(listed)
    name = _text(file)
    path = folder / "filter" / f"{name}.pf_filter"
    own_head, (own_title, values) = _items(_unpacked(path))
    values_head, each = _items(values)
    content = own_head + own_title + values_head + b"".join(sorted(each))
    renamed = _renamed(path, name, content, old, new)
    return head + title + file[: -len(name)] + renamed.encode()


def _renamed(path: Path, name: str, content: bytes, old: list[Path], new: dict[Path, bytes]) -> str:
    """Return the name of a file after what it holds now: as long as the old one, for the same language."""
    language, _, letters = name.rpartition("_")
    renamed = f"{language}_{digest(content)[: len(letters)]}"
    old.append(path)
    new[path.with_name(path.name.replace(name, renamed))] = gzip.compress(_LETTERS + content, mtime=0)
    return renamed


def _unpacked(path: Path) -> bytes:
    content = gzip.decompress(path.read_bytes())
    if not content.startswith(_LETTERS):
        raise ValueError("another version of Pagefind")
    return content.removeprefix(_LETTERS)


# -- CBOR --------------------------------------------------------------------------------------


def _items(array: bytes) -> tuple[bytes, list[bytes]]:
    """Return the head of an array, and each item in it as it is written."""
    kind, number, at = _head(array, 0)
    if kind != _ARRAY:
        raise ValueError("no array")
    return array[:at], list(_each(array, at, number))


def _each(data: bytes, at: int, number: int) -> Iterator[bytes]:
    for _ in range(number):
        end = _end(data, at)
        yield data[at:end]
        at = end


def _text(item: bytes) -> str:
    kind, length, at = _head(item, 0)
    if kind != _TEXT:
        raise ValueError("no text")
    return item[at : at + length].decode()


def _end(data: bytes, at: int) -> int:
    """Return where the item that begins at `at` ends."""
    kind, number, at = _head(data, at)
    if kind in (2, _TEXT):
        return at + number
    for _ in range({_ARRAY: number, 5: 2 * number, _TAGS: 1}.get(kind, 0)):
        at = _end(data, at)
    return at


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """Return the kind of an item, its number or length, and where what it holds begins."""
    kind, short = data[at] >> 5, data[at] & 31
    if short < 24:
        return kind, short, at + 1
    if short > 27:
        raise ValueError("an item without a length")
    size = 1 << (short - 24)
    return kind, int.from_bytes(data[at + 1 : at + 1 + size], "big"), at + 1 + size
