"""Digests of answers, in a few letters: equal where the answers are, in this process or another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from hashlib import blake2b
from typing import Any

Spell = Callable[[Any], str]
"""Writes a value of one type so that equal ones are written the same, and others are not."""


def answer_digests(spell: Mapping[type, Spell], told_by: Mapping[type, Callable[[Any], Any]]) -> Callable[[Any], str]:
    """Return a function that gives the digest of an answer: a frozen value, as accessors return them.

    Values that stand in many answers are looked at once. spell: for types that have a shorter way to be told from
    others than all that is in them. told_by: for types of which another value tells all that there is to tell.
    """
    known: dict[int, tuple[object, str]] = {}  # the object too: as long as it is there nothing else has its id

    def once(value: object, spelled: Spell) -> str:
        found = known.get(id(value))
        if found is None:
            found = known[id(value)] = (value, digest(_bytes(spelled(value))))
        return found[1]

    def spelled(value: Any) -> str:
        kind = type(value)
        if kind is str or value is None or kind is bool or kind is int:
            return repr(value)
        if isinstance(value, tuple):
            return f"({','.join(map(spelled, value))})"
        if kind in told_by:
            return spelled(told_by[kind](value))
        if kind in spell:
            return once(value, spell[kind])
        if is_dataclass(kind):
            return once(value, each_field)
        return once(value, _repr)

    def each_field(value: Any) -> str:
        return ",".join([spelled(getattr(value, each.name)) for each in fields(value)])

    return lambda value: digest(_bytes(spelled(value)))[:24]


def digest(*parts: bytes) -> str:
    """Return what tells these bytes from others."""
    found = blake2b(digest_size=20)
    for part in parts:
        found.update(b"%d\0" % len(part))
        found.update(part)
    return found.hexdigest()


def _repr(value: Any) -> str:
    """As `repr`, but the same in every process: a set has no order of its own."""
    return repr(sorted(value) if isinstance(value, frozenset) else value)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
