"""PNG (W3C, third edition): the picture and its colours are kept, which side is up, and how pictures follow each other.

Every chunk is written anew; one that only tells about the picture is left out, known or not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from mkdocs_dossier.images.damage import Bytes, NotAPicture
from mkdocs_dossier.images.orientation import orientation_only
from mkdocs_dossier.images.png_chunks import START, PngChunk, read_chunks, write_chunk
from mkdocs_dossier.images.png_colours import colours
from mkdocs_dossier.images.png_header import Header, read_header
from mkdocs_dossier.images.stored import whole_stream

__all__ = ["START", "clean_png", "png_size"]

_MOST_BYTES = 1 << 30
"""Of all frames, unpacked: a file of some kilobytes may have any number of them."""

_MOST_PLAYS = 0xFFFF


@dataclass(frozen=True, slots=True)
class _Frame:
    """A picture of an animation.

    Attributes:
        control: Where it is shown and how long, without its number; None for a picture outside the animation.
    """

    control: bytes | None
    data: bytes


def png_size(content: bytes) -> tuple[int, int]:
    """Return width and height in pixels. Raises `NotAPicture`."""
    header = _header(next(read_chunks(content)))
    return header.width, header.height


def clean_png(content: bytes) -> bytes:
    """Return the picture without what was written about it. Raises `NotAPicture`."""
    chunks = list(read_chunks(content))
    return START + b"".join(write_chunk(name, body) for name, body in _kept(chunks))


def _kept(chunks: Sequence[PngChunk]) -> Iterator[PngChunk]:
    header = _header(chunks[0])
    names = [name for name, _ in chunks]
    if b"IDAT" not in names:
        raise NotAPicture("there is no picture in it")
    before, behind = chunks[: names.index(b"IDAT")], chunks[names.index(b"IDAT") :]
    said = dict(reversed(before))  # the first of each name
    yield b"IHDR", chunks[0][1]
    yield from colours(header, said)
    turned = next(filter(None, (orientation_only(body) for name, body in chunks if name == b"eXIf")), b"")
    if turned:
        yield b"eXIf", turned
    frames = [_still(before, behind)]
    if b"acTL" in said:
        frames += _following(behind)
        yield from _animation(said[b"acTL"], frames)
    yield from _written(header, frames)
    yield b"IEND", b""


def _header(first: PngChunk) -> Header:
    if first[0] != b"IHDR":
        raise NotAPicture("it does not tell its size")
    return read_header(first[1])


def _still(before: Iterable[PngChunk], behind: Iterable[PngChunk]) -> _Frame:
    """Return the picture that is seen where animations are not; the first of the animation, where it says so."""
    said = dict(before)
    control = said.get(b"fcTL") if b"acTL" in said else None
    data = b"".join(body for name, body in behind if name == b"IDAT")
    return _Frame(None if control is None else _control(control), data)


def _following(behind: Iterable[PngChunk]) -> list[_Frame]:
    """Return the pictures of the animation that come behind the still one."""
    frames: list[tuple[bytes, list[bytes]]] = []
    for name, body in behind:
        if name == b"fcTL":
            frames.append((_control(body), []))
        elif name == b"fdAT" and frames:
            frames[-1][1].append(body[4:])
    return [_Frame(control, b"".join(data)) for control, data in frames]


def _control(body: bytes) -> bytes:
    return Bytes(body, 4).take(22)


def _animation(said: bytes, frames: Iterable[_Frame]) -> Iterator[PngChunk]:
    """Yield how many pictures the animation has, and how often it is played."""
    moving = sum(frame.control is not None for frame in frames)
    plays = min(int.from_bytes(Bytes(said, 4).take(4), "big"), _MOST_PLAYS)
    if moving:
        yield b"acTL", moving.to_bytes(4, "big") + plays.to_bytes(4, "big")


def _written(header: Header, frames: Sequence[_Frame]) -> Iterator[PngChunk]:
    lengths = [header.bytes_of(*_shown(header, frame.control)) for frame in frames]
    if sum(lengths) > _MOST_BYTES:
        raise NotAPicture(f"its pictures have {sum(lengths)} bytes, and at most {_MOST_BYTES} are taken")
    number = count()
    for at, (frame, length) in enumerate(zip(frames, lengths, strict=True)):
        if frame.control is not None:
            yield b"fcTL", next(number).to_bytes(4, "big") + frame.control
        data = whole_stream(frame.data, length)
        yield (b"IDAT", data) if at == 0 else (b"fdAT", next(number).to_bytes(4, "big") + data)


def _shown(header: Header, control: bytes | None) -> tuple[int, int]:
    """Width and height of a frame, which lies inside the picture. Raises `NotAPicture`."""
    if control is None:
        return header.width, header.height
    reader = Bytes(control)
    width, height, x, y = (reader.number(4) for _ in range(4))
    reader.take(4)
    inside = 0 < width <= header.width - x and 0 < height <= header.height - y
    if not inside or reader.number(1) > 2 or reader.number(1) > 1:
        raise NotAPicture("it is damaged")
    return width, height
