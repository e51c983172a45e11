"""Short digests of answers. Equal answers have equal digests, also in another process."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from hashlib import blake2b
from typing import Any

Spell = Callable[[Any], str]
"""Writes a value of one type so that equal ones are written the same, and others are not."""


def answer_digests(spell: Mapping[type, Spell], told_by: Mapping[type, Callable[[Any], Any]]) -> Callable[[Any], str]:
    """Return a function that works out the digest of an answer, a frozen value.

    Args:
        spell: For types of which less than all fields tells one value from another, what writes that down. It runs once
            for each value: the same article or event stands in many answers.
        told_by: For types that follow from another value, what gives that value, which is digested instead.
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
        # A tuple is often made for the answer alone, so that it would never be met again: what it holds may be.
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

    # A build keeps one for each question of each page. 96 bits are short, and no two answers will ever share them.
    return lambda value: digest(_bytes(spelled(value)))[:24]


def digest(*parts: bytes) -> str:
    """Return a digest of byte strings, in hexadecimal. It tells `ab, c` from `a, bc`."""
    found = blake2b(digest_size=20)
    for part in parts:
        # The length stands before each part, so that no part can pass for the end of the one before it.
        found.update(b"%d\0" % len(part))
        found.update(part)
    return found.hexdigest()


def _repr(value: Any) -> str:
    """Return `repr` of a value, with the members of a set in order: their own order differs from process to process."""
    return repr(sorted(value) if isinstance(value, frozenset) else value)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
