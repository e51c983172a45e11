"""Curves of a profile: a list of values, a power, or the parameters of a formula (ICC.1:2022, 10.6 and 10.18).

A list has to rise or fall all the way, as curves of devices do: a text, whose letters go up and down, is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from struct import pack, unpack

from mkdocs_dossier.images.damage import Bytes, NotAPicture
from mkdocs_dossier.images.icc.numbers import fixed_numbers

_MOST_POWER = 32 << 8
"""In units of 1/256."""

_PARAMETERS = (1, 3, 4, 5, 7)
"""How many each of the formulas has."""


def rewritten_curve(reader: Bytes) -> bytes:
    """Return the curve that comes next, without what may lie behind it. Raises `NotAPicture`."""
    kind = reader.take(8)[:4]
    if kind == b"curv":
        return _list(reader)
    if kind == b"para":
        return _formula(reader)
    raise NotAPicture("its colour profile is damaged")


def _list(reader: Bytes) -> bytes:
    count = reader.number(4)
    values = read_values(reader, count)
    if count == 1 and not 0 < values[0] < _MOST_POWER:
        raise NotAPicture("its colour profile holds impossible numbers")
    return b"curv" + bytes(4) + count.to_bytes(4, "big") + write_values(one_way(values))


def _formula(reader: Bytes) -> bytes:
    number = reader.number(2)
    reader.take(2)
    if number >= len(_PARAMETERS):
        raise NotAPicture("its colour profile is damaged")
    return b"para" + bytes(4) + number.to_bytes(2, "big") + bytes(2) + fixed_numbers(reader, _PARAMETERS[number])


def read_values(reader: Bytes, count: int) -> Sequence[int]:
    """Return the next values, from 0 to 65535."""
    return unpack(f">{count}H", reader.take(2 * count))


def write_values(values: Sequence[int]) -> bytes:
    return pack(f">{len(values)}H", *values)


def one_way(values: Sequence[int]) -> Sequence[int]:
    """Return the values of a curve. Raises `NotAPicture` where they go up and down."""
    if not (all(a <= b for a, b in pairwise(values)) or all(a >= b for a, b in pairwise(values))):
        raise NotAPicture("its colour profile holds impossible curves")
    return values
