"""The coded picture of a JPEG: frame and scans, before each the tables that it uses (ITU-T T.81, B.2).

A table that nothing uses can hold any text, and so can what lies behind the last: neither is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from mkdocs_dossier.images.damage import Bytes, NotAPicture
from mkdocs_dossier.images.jpeg_segments import FRAMES, SCAN, Segment, write_segment

_QUANTIZATION, _HUFFMAN, _ARITHMETIC, _RESTARTS = 0xDB, 0xC4, 0xCC, 0xDD
_MOST_COMPONENTS = 4
_MOST_CODES = 256

_Key = tuple[int, int]
"""A mark, and the number of a table, with its class (0x10 for all but averages) where it has one."""


def rewritten_scans(segments: Iterable[Segment]) -> Iterator[bytes]:
    """Yield the segments by which the picture is drawn. Raises `NotAPicture`."""
    waiting: dict[_Key, bytes] = {}
    components: dict[int, int] | None = None
    scans = 0
    for segment in segments:
        mark, body = segment.mark, segment.body
        if mark in _TABLES:
            waiting |= _tables(mark, body)
        elif mark == _RESTARTS:
            yield write_segment(mark, Bytes(body).take(2))
        elif mark in FRAMES:
            if components is not None:
                raise NotAPicture("it is damaged")
            head, components = _frame(body)
            yield from _used(waiting, _quantization(components.values()))
            yield write_segment(mark, head)
        elif mark == SCAN:
            head, chosen = _scan(body)
            if components is None or not chosen.keys() <= components.keys():
                raise NotAPicture("it is damaged")
            yield from _used(waiting, _quantization(components[name] for name in chosen))
            yield from _used(waiting, _entropy(chosen.values()))
            yield write_segment(mark, head, segment.coded)
            scans += 1
    if scans == 0:
        raise NotAPicture("there is no picture in it")


def _used(waiting: dict[_Key, bytes], keys: Iterable[_Key]) -> Iterator[bytes]:
    """Tables that are used from here on, those of a mark in one segment; they wait no longer."""
    used = sorted(waiting.keys() & set(keys))
    for mark, of_mark in groupby(used, key=lambda key: key[0]):
        yield write_segment(mark, b"".join(waiting.pop(key) for key in of_mark))


def _quantization(numbers: Iterable[int]) -> Iterator[_Key]:
    yield from ((_QUANTIZATION, number) for number in numbers)


def _entropy(numbers: Iterable[int]) -> Iterator[_Key]:
    """Of a byte with two numbers: of the table for averages, and of that for all else."""
    for both in numbers:
        yield from ((mark, first) for mark in (_HUFFMAN, _ARITHMETIC) for first in (both >> 4, 0x10 | both & 15))


def _frame(body: bytes) -> tuple[bytes, dict[int, int]]:
    """Return the frame's head, and the quantization table of each component."""
    reader = Bytes(body)
    reader.take(5)
    components = [reader.take(3) for _ in range(_number(reader))]
    return body[: reader.at], {component[0]: component[2] for component in components}


def _scan(body: bytes) -> tuple[bytes, dict[int, int]]:
    """Return the scan's head, and the two tables of each component."""
    reader = Bytes(body)
    components = [reader.take(2) for _ in range(_number(reader))]
    reader.take(3)
    return body[: reader.at], {component[0]: component[1] for component in components}


def _number(reader: Bytes) -> int:
    number = reader.take(1)[0]
    if not 0 < number <= _MOST_COMPONENTS:
        raise NotAPicture("it is damaged")
    return number


def _tables(mark: int, body: bytes) -> dict[_Key, bytes]:
    """Return the tables of a segment, up to where there is none any more."""
    reader = Bytes(body)
    found: dict[_Key, bytes] = {}
    try:
        while reader.has_more:
            start = reader.at
            first = reader.take(1)[0]
            _TABLES[mark](reader, first)
            number = first & 15 if mark == _QUANTIZATION else first  # there, the rest is the precision
            found[mark, number] = body[start : reader.at]
    except NotAPicture:
        pass
    return found


def _take_quantization(reader: Bytes, first: int) -> None:
    reader.take(128 if first & 0x10 else 64)


def _take_huffman(reader: Bytes, first: int) -> None:
    codes = sum(reader.take(16))
    if codes > _MOST_CODES:
        raise NotAPicture("it is damaged")
    reader.take(codes)


def _take_arithmetic(reader: Bytes, first: int) -> None:
    reader.take(1)


_TABLES: dict[int, Callable[[Bytes, int], None]] = {
    _QUANTIZATION: _take_quantization,
    _HUFFMAN: _take_huffman,
    _ARITHMETIC: _take_arithmetic,
}
"""By the mark of their segment: reads the rest of a table, behind its first byte."""
