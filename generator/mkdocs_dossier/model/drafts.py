"""How a record that is not published is marked where `mkdocs serve` shows it: its name says so wherever it stands."""

from __future__ import annotations

from collections.abc import Mapping

Drafts = Mapping[tuple[str, str], str]
"""By kind and id (or code): why a record is not published. Empty but under `serve` with the option `drafts`."""


def with_mark(name: str, mark: str) -> str:
    """Return a name with its mark, as `Guan Youfei (draft)`."""
    return f"{name} ({mark})"


def without_mark(name: str, mark: str | None) -> str:
    """Return the name that `with_mark` was given.

    Args:
        mark: None for a record without one.
    """
    return name if mark is None else name.removesuffix(f" ({mark})")
